"""``action.vanished``: an open action that the later papers no longer list.

A paper of exceptions leaves out what is back on track, so nothing is said unless the later paper
shows that it lists all: its own count of all actions is the number that it lists; or it says
nowhere that it lists exceptions, the numbers of the plan ran without a gap in the paper before,
and but for a few all its open actions are still there. A paper whose count of actions is greater
than its list lists exceptions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from crossfoot.audit.across.order import came_before, named
from crossfoot.audit.across.reports import Edition, in_order_of_reports, told_by
from crossfoot.audit.across.standing import Standing, folded
from crossfoot.audit.across.titles import title_key
from crossfoot.audit.remark import Held, Remark
from crossfoot.normalise.codes import parse_reference
from crossfoot.schema.pattern import late
from crossfoot.store.bulk_rows import ActionRow, SummaryRow

_ENDED = frozenset({"completed", "cancelled"})
_NUMBERED = re.compile(
    r"(?P<plan>.*[a-z&]\d*)[_/ .-]+(?P<number>\d{1,3})|(?P<team>.*[a-z&])(?P<bare>\d{1,3})"
)
_EXCEPTIONS = re.compile(r"\bexceptions?\b", re.IGNORECASE)
#: Words by which a paper takes leave of an action.
_LEAVE = late(
    r"\b(?:completed|no longer|merged|superseded|removed?|deleted?|replaced"
    r"|transferred|combined|closed|cancelled|withdrawn|incorporated|included in|signed off)\b",
    re.IGNORECASE,
)
#: A plan of fewer actions says too little of whether its numbers run without a gap.
_LEAST = 4
#: Of the open actions of the paper before at most so many are gone from one that lists all.
_MOST_GONE = 0.25


class _Place(NamedTuple):
    """Where in which plan an action stands: ``FP1922_05`` is number 5 of ``fp1922``."""

    plan: str
    number: int


@dataclass(frozen=True, eq=False)
class _Report:
    """One report and the actions that it lists, by folded code."""

    told: Edition
    rows: Mapping[str, ActionRow]
    counted: int | None
    says_exceptions: bool

    @cached_property
    def plans(self) -> Mapping[str, Mapping[int, ActionRow]]:
        found: dict[str, dict[int, ActionRow]] = defaultdict(dict)
        for code, row in self.rows.items():
            if place := _place(code):
                found[place.plan].setdefault(place.number, row)
        return found

    @property
    def lists_all(self) -> bool | None:
        """Whether the paper itself says that it lists all actions; null where it does not say."""
        if self.counted is not None:
            return self.counted == len(self.rows)
        return False if self.says_exceptions else None


def actions_that_vanish(standing: Standing) -> Iterator[Remark | Held]:
    """``action.vanished``: open in a paper, and in none of those that list its plan since."""
    for reports in _by_council(standing).values():
        last = _last_seen(reports)
        for plan in sorted({plan for report in reports for plan in report.plans}):
            listing = _known_order([report for report in reports if plan in report.plans])
            for before, after in pairwise(listing):
                since = reports[reports.index(before) + 1 :]
                yield from _gone(standing, plan, (before, after), (since, last))


def _gone(
    standing: Standing,
    plan: str,
    pair: tuple[_Report, _Report],
    later: tuple[Sequence[_Report], Mapping[str, int]],
) -> Iterator[Remark | Held]:
    before, after = pair
    since, last = later
    opened = {number: row for number, row in before.plans[plan].items() if _is_open(row)}
    missing = {number: row for number, row in opened.items() if number not in after.plans[plan]}
    if not _lists_all(plan, before, after, (len(missing), len(opened))):
        return
    kept = len(opened) - len(missing)
    if kept:
        yield Held("action.vanished", kept, after.told.document_id)
    for row in missing.values():
        code = folded(row.code or "")
        if last[code] > last[_stamp(before)] or _is_continued(row, since):
            continue
        if _LEAVE.search(row.comments or ""):
            continue
        beside = _beside(after.plans[plan], row)
        yield Remark(
            "action.vanished",
            "warning",
            f"{row.code}: open in {named(before.told)} ({row.status_as_printed or row.status}), "
            f"and no longer listed among the actions of its plan, nor completed",
            (beside, row),
            expected=f"{row.code} {row.title or ''}".strip(),
            code=row.code,
            roles=("code", "title"),
            elsewhere=standing.file_name(row),
        )


def _lists_all(plan: str, before: _Report, after: _Report, gone: tuple[int, int]) -> bool:
    """Whether the later paper lists all actions of a plan; *gone*: how many miss, of how many."""
    if after.lists_all is not None:
        return after.lists_all
    missing, opened = gone
    if before.lists_all is False or opened < _LEAST or missing > opened * _MOST_GONE:
        return False
    numbers = before.plans[plan]
    return set(numbers) == set(range(1, max(numbers) + 1))


def _is_open(row: ActionRow) -> bool:
    return row.status is not None and row.status not in _ENDED and row.progress != 100


def _is_continued(row: ActionRow, since: Sequence[_Report]) -> bool:
    """Whether a later paper lists it under another code, or speaks of its code."""
    key = title_key(row.title) if row.title else None
    code = (row.code or "").casefold()
    return any(
        (key is not None and other.title is not None and title_key(other.title) == key)
        or code in (other.comments or "").casefold()
        for report in since
        for other in report.rows.values()
    )


def _beside(listed: Mapping[int, ActionRow], row: ActionRow) -> ActionRow:
    """The action after which it should stand."""
    place = _place(folded(row.code or ""))
    before = [number for number in listed if place is not None and number < place.number]
    return listed[max(before, default=min(listed))]


def _by_council(standing: Standing) -> Mapping[str, list[_Report]]:
    """Return each council's reports that list actions with codes, in order of their days."""
    rows: dict[Edition, dict[str, ActionRow]] = defaultdict(dict)
    for said, actions in groupby(standing.actions, key=told_by):
        told = Edition(*said)
        if told.council is not None:
            _list(actions, rows[told])
    counts: dict[Edition, list[SummaryRow]] = defaultdict(list)
    for said, summaries in groupby(standing.summaries, key=told_by):
        counts[Edition(*said)].extend(summaries)
    found: dict[str, list[_Report]] = defaultdict(list)
    for told in sorted(rows, key=in_order_of_reports):
        if told.published_on is None and told.period_end is None:
            continue
        paper = standing.papers[told.document_id]
        words = {paper.title, paper.file_name, *(row.section for row in rows[told].values())}
        says = any(_EXCEPTIONS.search(text) for text in words if text)
        report = _Report(told, rows[told], _counted(counts[told]), says)
        found[(told.council or "").casefold()].append(report)
    return found


def _list(actions: Iterable[ActionRow], listed: dict[str, ActionRow]) -> None:
    """Put actions among those that their report lists, by folded code; of two one stands."""
    for row in actions:
        code = folded(row.code or row.action_id)
        if code not in listed or row.action_id < listed[code].action_id:
            listed[code] = row


def _counted(summaries: Sequence[SummaryRow]) -> int | None:
    """How many actions the paper says there are in all; null where it does not count them.

    The count of all, else the totals of each status together, else those of each service.
    """
    whole = [row for row in summaries if row.section is None or row.is_total]
    if of_all := [row.item_count or 0 for row in whole if row.status is None]:
        return max(of_all)
    parts: dict[tuple[str | None, str | None], int] = {}
    for row in whole or summaries:
        if row.status is not None:
            key = (None if row.is_total else row.section, row.status)
            parts[key] = max(parts.get(key, 0), row.item_count or 0)
    return sum(parts.values()) if parts else None


def _known_order(reports: Sequence[_Report]) -> list[_Report]:
    found: list[_Report] = []
    for report in reports:
        if not found or came_before(found[-1].told, report.told):
            found.append(report)
    return found


def _last_seen(reports: Sequence[_Report]) -> Mapping[str, int]:
    """Return the place of the last report that lists a code, and of each report itself."""
    found: dict[str, int] = defaultdict(int)
    for place, report in enumerate(reports):
        found[_stamp(report)] = place
        for code in report.rows:
            found[code] = place
    return found


def _stamp(report: _Report) -> str:
    return f"report {report.told}"


@lru_cache(maxsize=4096)
def _place(code: str) -> _Place | None:
    if parse_reference(code) is not None:
        return None
    match = _NUMBERED.fullmatch(code)
    if match is None:
        return None
    return _Place(match["plan"] or match["team"], int(match["number"] or match["bare"]))
