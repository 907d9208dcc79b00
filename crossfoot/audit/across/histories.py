"""The history of an action over papers: dates that slip, progress that falls, work taken up again.

An action is its council's code. Plan references (``1.1.2``) begin anew with every plan, so there
the title must agree as well. Reports are compared in order of their days; one without any date is
left out, so nothing here is an error.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from crossfoot.audit.across.order import in_order, named
from crossfoot.audit.across.reports import edition
from crossfoot.audit.across.standing import Standing, by_code
from crossfoot.audit.across.titles import another_thing, title_key
from crossfoot.audit.remark import Held, Remark, held_in
from crossfoot.normalise.codes import parse_reference
from crossfoot.schema.pattern import late
from crossfoot.schema.values import Precision
from crossfoot.store.bulk_rows import ActionRow

_OPEN = frozenset({"in_progress", "warning", "overdue", "not_started", "reprogrammed"})
_ENDED = frozenset({"completed", "cancelled"})
#: Words by which a paper says that a date is not the one it printed before.
_REVISED = late(
    r"\b(?:re-?vis\w+|re-?schedul\w+|re-?programm\w+|re-?profil\w+|re-?phas\w+|exten\w+|postpon\w+"
    r"|deferr?\w*|delay\w*|slip\w*|(?:moved|put|pushed) (?:back|to|on)|carried (?:over|forward)"
    r"|(?:new|later|changed?|amended) (?:\w+ )?(?:date|deadline|timescale)s?|on hold|suspend\w*)\b",
    re.IGNORECASE,
)
#: What is done every year is due a year later, give or take a reporting period; an action that is
#: taken up again is given weeks or months.
_ROUND = timedelta(days=270)
#: More than a dash or "n/a": a revised date that could not be read.
_SAYS = re.compile(r"(?!n/?a\b|none\b|nil\b)[a-z0-9]", re.IGNORECASE)


class Step(NamedTuple):
    """An action in two successive reports that print it."""

    before: ActionRow
    after: ActionRow


_Histories = Sequence[tuple[ActionRow, ...]]


def histories(standing: Standing) -> _Histories:
    """Return the rows of each action, one of each report, in order of the reports."""
    found: list[tuple[ActionRow, ...]] = []
    for rows in by_code(standing.actions_as_coded).values():
        history = in_order(rows, _only)
        found.extend(tuple(part) for part in _of_one_thing(history) if len(part) > 1)
    return found


def actions_over_papers(standing: Standing) -> Iterator[Remark | Held]:
    """What the rules of this module find."""
    found = histories(standing)
    yield from _due_dates_that_slip(standing, found)
    yield from _progress_that_falls(standing, found)
    yield from _work_taken_up_again(standing, found)
    yield from _due_dates_that_vanish(standing, found)


def _due_dates_that_slip(standing: Standing, found: _Histories) -> Iterator[Remark | Held]:
    """``action.slips``: a due date is later than in the paper before; a note where it says so."""
    held = Counter[str]()
    for history in found:
        moves = 0
        for step, (before, after) in zip(
            map(Step._make, pairwise(history)), pairwise(map(_due, history)), strict=True
        ):
            if before is None or after is None or step.before.status in _ENDED:
                continue
            if not _is_later(before, after):
                held[step.after.document_id] += 1
                continue
            moves += 1
            yield _slip(standing, step, moves)
    yield from held_in("action.slips", held)


def _progress_that_falls(standing: Standing, found: _Histories) -> Iterator[Remark | Held]:
    """``action.falls``: progress is less than in the paper before."""
    held = Counter[str]()
    for history in found:
        for before, after in pairwise(history):
            if before.progress is None or after.progress is None or before.status in _ENDED:
                continue
            if after.progress >= before.progress:
                held[after.document_id] += 1
                continue
            yield Remark(
                "action.falls",
                "warning",
                f"{_name(after)}: progress was {before.progress}% in {named(edition(before))} and "
                f"is {after.progress}% now",
                (after, before),
                printed=f"{after.progress}%",
                expected=f"{before.progress}% or more",
                code=after.code,
                roles=("progress",),
                elsewhere=standing.file_name(before),
            )
    yield from held_in("action.falls", held)


def _work_taken_up_again(standing: Standing, found: _Histories) -> Iterator[Remark | Held]:
    """``action.reopened``: what a paper called completed is open in the next.

    A note where its due date is another year's: what is done every year begins anew.
    """
    held = Counter[str]()
    for history in found:
        for step in map(Step._make, pairwise(history)):
            before, after = step
            if before.status != "completed" or after.status is None:
                continue
            if after.status not in _OPEN:
                held[after.document_id] += 1
                continue
            printed = after.status_as_printed or after.status.replace("_", " ")
            anew = _begins_anew(step)
            yield Remark(
                "action.reopened",
                "note" if anew else "warning",
                f"{_name(after)}: completed in {named(edition(before))}, now {printed}"
                + (f"; due anew, {anew.printed}" if anew else ""),
                (after, before),
                printed=printed,
                expected=before.status_as_printed or "completed",
                code=after.code,
                roles=("status", "progress"),
                elsewhere=standing.file_name(before),
            )
    yield from held_in("action.reopened", held)


def _due_dates_that_vanish(standing: Standing, found: _Histories) -> Iterator[Remark | Held]:
    """``action.due_vanished``: an open action had a due date and has none, where others have."""
    dated = Counter((row.document_id, row.table_no) for row in standing.actions if _prints_due(row))
    held = Counter[str]()
    for history in found:
        for before, after in pairwise(history):
            if not _prints_due(before) or after.status in _ENDED or after.progress == 100:
                continue
            if _prints_due(after):
                held[after.document_id] += 1
            elif dated[after.document_id, after.table_no]:
                printed = before.revised_due_as_printed or before.due_as_printed
                yield Remark(
                    "action.due_vanished",
                    "warning",
                    f"{_name(after)}: {named(edition(before))} printed a due date, {printed}; "
                    "there is none now, though other actions have one",
                    (after, before),
                    expected=printed,
                    code=after.code,
                    roles=("due", "revised_due"),
                    elsewhere=standing.file_name(before),
                )
    yield from held_in("action.due_vanished", held)


def _only(rows: list[ActionRow]) -> ActionRow | None:
    """The row of a report; null where it prints the code twice and not the same."""
    if len(rows) == 1:
        return rows[0]
    said = {(row.status, row.progress, row.due, row.revised_due) for row in rows}
    return rows[0] if len(said) == 1 else None


def _of_one_thing(history: list[ActionRow]) -> Iterator[list[ActionRow]]:
    """Part a history where the code stands for another action."""
    part: list[ActionRow] = []
    for row in history:
        if part and _is_another(part[-1], row):
            yield part
            part = []
        part.append(row)
    yield part


def _is_another(before: ActionRow, after: ActionRow) -> bool:
    if before.title == after.title and before.title is not None:
        return False
    if parse_reference(before.code or "") is not None:
        one, other = before.title, after.title
        return one is None or other is None or title_key(one) != title_key(other)
    return another_thing(before.title, after.title)


class _Due(NamedTuple):
    day: date
    precision: Precision | None
    printed: str


def _due(row: ActionRow) -> _Due | None:
    """The due date that counts: the revised one where there is one."""
    if row.revised_due is not None:
        printed = row.revised_due_as_printed or row.revised_due.isoformat()
        return _Due(row.revised_due, row.revised_due_precision, printed)
    if row.due is None or _SAYS.search(row.revised_due_as_printed or ""):
        return None
    return _Due(row.due, row.due_precision, row.due_as_printed or row.due.isoformat())


def _begins_anew(step: Step) -> _Due | None:
    """The due date after, where it is so much later that it is another round's."""
    before, after = _due(step.before), _due(step.after)
    if before is None or after is None or after.day - before.day < _ROUND:
        return None
    return after


def _is_later(before: _Due, after: _Due) -> bool:
    """Whether *after* is later, however precisely each is printed: a month is its last day."""
    if after.day <= before.day:
        return False
    if after.precision == before.precision or None in (after.precision, before.precision):
        return True
    if "year" in (after.precision, before.precision):
        return after.day.year > before.day.year
    return (after.day.year, after.day.month) > (before.day.year, before.day.month)


def _slip(standing: Standing, step: Step, moves: int) -> Remark:
    before, after = _due(step.before), _due(step.after)
    assert before is not None, "only dates that are there are compared"
    assert after is not None, "only dates that are there are compared"
    because = _declared(step)
    times = "" if moves == 1 else f"; moved {moves} times so far"
    return Remark(
        "action.slips",
        "note" if because else "warning",
        f"{_name(step.after)}: due {after.printed}, in {named(edition(step.before))} due "
        f"{before.printed}; {because or 'the paper does not say that it moved'}",
        (step.after, step.before),
        printed=after.printed,
        expected=before.printed,
        code=step.after.code,
        roles=("due", "revised_due", "comments"),
        elsewhere=f"{standing.file_name(step.before)}{times}",
    )


def _declared(step: Step) -> str | None:
    """How the papers say that the date moved; null where they do not."""
    before, after = step
    if after.revised_due_as_printed is not None:
        return "printed as revised"
    if after.previous_due_as_printed is not None:
        return "the date before is printed"
    if after.status == "reprogrammed":
        return "the action is reprogrammed"
    if before.proposed_due is not None and before.proposed_due == after.due:
        return "the paper before proposed it"
    if _REVISED.search(after.comments or "") or _REVISED.search(before.comments or ""):
        return "the comments speak of it"
    return None


def _prints_due(row: ActionRow) -> bool:
    return row.due_as_printed is not None or row.revised_due_as_printed is not None


def _name(action: ActionRow) -> str:
    return action.code or action.title or "an action without a code"
