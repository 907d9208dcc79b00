"""Tasks that return under a new code in the next plan (``FP1922_01``, then ``FP2023_07``).

Actions are no series, so nothing joins them; a person who follows a task is told where it may have
gone. Only codes that name their plan are compared, of plans that begin one after the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import prod
from typing import NamedTuple

from crossfoot.normalise.codes import parse_code
from crossfoot.normalise.lineage_titles import TitleMatch, match_titles, stems
from crossfoot.normalise.wording import wording
from crossfoot.schema.lineage import ActionFacts, Returned

#: Weights of the evidence, put together as those of series are.
TITLE_SAME, TITLE_ALIKE, TEAM, SECTION = 0.7, 0.6, 0.2, 0.1
#: Below it a title of other words is another task.
LEAST_LIKENESS = 0.7
#: Plans run three years at most beyond the one they are rolled on from.
LONGEST_GAP = 4

_PLAN = re.compile(r"(?P<team>.+?)(?P<first>\d\d)(?P<last>\d\d)[_/-].+")


class _Task(NamedTuple):
    facts: ActionFacts
    team: str
    begins: int


def returned(facts: Iterable[ActionFacts]) -> list[Returned]:
    """Return the actions that may be those of an earlier plan again, likeliest first.

    Of several earlier plans with the task only the latest is named.
    """
    councils: dict[str, list[_Task]] = defaultdict(list)
    for each in sorted(facts, key=lambda each: each.code):
        task = _task(each)
        if each.council is not None and task is not None and each.titles:
            councils[each.council].append(task)
    found = [
        best
        for council, tasks in councils.items()
        for again, earlier in _candidates(tasks)
        if (best := _best(council, again, earlier)) is not None
    ]
    return sorted(found, key=lambda each: (-each.score, each.council, each.again.code))


def _task(facts: ActionFacts) -> _Task | None:
    code = parse_code(facts.code)
    if code is None or code.family != "plan_action":
        return None
    named = _PLAN.fullmatch(code.key)
    return _Task(facts, named["team"], int(named["first"])) if named else None


def _candidates(tasks: list[_Task]) -> Iterator[tuple[_Task, list[_Task]]]:
    """Yield each task with those of earlier plans that share a word that matters."""
    holders: dict[str, list[_Task]] = defaultdict(list)
    words = {task.facts.code: stems(wording(task.facts.titles[0])) for task in tasks}
    for task in tasks:
        for stem in words[task.facts.code]:
            holders[stem].append(task)
    for task in tasks:
        met = {
            other.facts.code: other
            for stem in words[task.facts.code]
            for other in holders[stem]
            if 0 < task.begins - other.begins <= LONGEST_GAP
        }
        yield task, [met[code] for code in sorted(met)]


def _best(council: str, again: _Task, earlier: list[_Task]) -> Returned | None:
    weighed = [
        (task, found)
        for task in earlier
        if not task.facts.papers & again.facts.papers
        and (found := _weighed(again, task)) is not None
    ]
    if not weighed:
        return None
    task, (score, reasons) = max(weighed, key=lambda each: (each[1][0], each[0].begins))
    return Returned(council, again.facts, task.facts, score, reasons)


def _weighed(again: _Task, before: _Task) -> tuple[float, tuple[str, ...]] | None:
    match = match_titles(wording(again.facts.titles[0]), wording(before.facts.titles[0]))
    if match.verdict in ("apart", "exchanged") or match.likeness < LEAST_LIKENESS:
        return None
    said = [_title(match)]
    if again.team == before.team:
        said.append((TEAM, "the same team"))
    if set(again.facts.sections) & set(before.facts.sections):
        said.append((SECTION, "the same section"))
    score = 1 - prod(1 - weight for weight, _ in said)
    return round(score, 2), tuple(text for _, text in said)


def _title(match: TitleMatch) -> tuple[float, str]:
    if match.verdict == "same":
        return TITLE_SAME, "the titles have the same wording"
    only = ", ".join(repr(word) for word in (*match.only_a, *match.only_b))
    apart = f" (only one has {only})" if only else ""
    return TITLE_ALIKE * match.likeness, f"the titles are {match.likeness:.0%} alike{apart}"
