"""An action's dates against each other, its status, and the day the paper speaks from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from crossfoot.audit.remark import Held, Remark
from crossfoot.schema.paper import Document, Paper
from crossfoot.schema.rows import Action
from crossfoot.schema.values import Carrier, Precision, Severity

_SPELT_OUT: frozenset[Carrier | None] = frozenset({"word", "letter"})
# A paper on a period is written months after the period's end, and nobody knows how many where
# it prints no date; half a year is more than any quarterly report takes.
_WRITTEN_WITHIN = timedelta(days=184)


def overdue_before_due(paper: Paper) -> Iterator[Remark | Held]:
    """``date.overdue``: nothing is overdue before its due date.

    Speaks only of papers that say when they stand: an error needs the day of publication; with
    no more than the period, a due date long after the period's end is a warning (ruling 13).
    """
    document = paper.document
    published, period_end = document.published_on, document.reporting_period_end
    for action in paper.actions:
        earliest = _earliest_due(action)
        if action.status != "overdue" or earliest is None:
            continue
        severity: Severity | None = None
        day = published or period_end
        if day is None:
            continue
        if published is not None and earliest > published:
            severity = "error"
        elif published is None and earliest > day + _WRITTEN_WITHIN:
            severity = "warning"
        elif earliest <= day:
            yield Held("date.overdue")
        if severity is None:
            continue
        if severity == "error" and action.status_carrier not in _SPELT_OUT:
            severity = "warning"
        yield Remark(
            "date.overdue",
            severity,
            f"{_name(action)}: overdue, but not due before {earliest.isoformat()}; "
            f"{_stands(document)} {day.isoformat()}",
            (action,),
            printed=f"{action.status_as_printed or 'overdue'}, {_due_as_printed(action)}",
            expected=f"a due date before {day.isoformat()}",
            code=action.code,
            roles=("status", "due", "revised_due"),
        )


def revised_before_due(paper: Paper) -> Iterator[Remark | Held]:
    """``date.revised``: a date that was put off lies after the date it takes the place of.

    Never an error: work may be brought forward.
    """
    for action in paper.actions:
        for earlier, later, words in (
            (_due(action), _revised(action), "the revised date lies before the due date"),
            (
                _previous(action),
                _due(action),
                "the due date lies before the one it was revised from",
            ),
        ):
            if earlier is None or later is None:
                continue
            if later[1] >= earlier[0]:
                yield Held("date.revised")
                continue
            yield Remark(
                "date.revised",
                "warning",
                f"{_name(action)}: {words}",
                (action,),
                printed=later[2],
                expected=f"a date after {earlier[2]}",
                code=action.code,
                roles=("due", "revised_due", "comments"),
            )


def proposed_in_the_past(paper: Paper) -> Iterator[Remark | Held]:
    """``date.proposed``: a date that is proposed is still to come, and later than the date now due.

    Needs the paper's day; where only its period is known, that it is over when the paper is
    written. Never an error: the date is read from a sentence.
    """
    today = paper.document.published_on or paper.document.reporting_period_end
    for action in paper.actions:
        proposed, now = _proposed(action), _revised(action) or _due(action)
        if proposed is None or (today is None and now is None):
            continue
        if today is not None and proposed[1] < today:
            words = f"the proposed date is past; {_stands(paper.document)} {today.isoformat()}"
            expected = f"a date after {today.isoformat()}"
        elif now is not None and proposed[1] < now[0]:
            words = f"the proposed date lies before the date now due, {now[2]}"
            expected = f"a date after {now[2]}"
        else:
            yield Held("date.proposed")
            continue
        yield Remark(
            "date.proposed",
            "warning",
            f"{_name(action)}: {words}",
            (action,),
            printed=proposed[2],
            expected=expected,
            code=action.code,
            roles=("due", "revised_due", "comments"),
        )


Span = tuple[date, date, str]
"""The first and the last day that a printed date may mean, and how it is printed."""


def _due(action: Action) -> Span | None:
    return _span(action.due, action.due_precision, action.due_as_printed)


def _revised(action: Action) -> Span | None:
    return _span(action.revised_due, action.revised_due_precision, action.revised_due_as_printed)


def _previous(action: Action) -> Span | None:
    return _span(action.previous_due, action.previous_due_precision, action.previous_due_as_printed)


def _proposed(action: Action) -> Span | None:
    return _span(action.proposed_due, action.proposed_due_precision, action.proposed_due_as_printed)


def _span(day: date | None, precision: Precision | None, printed: str | None) -> Span | None:
    if day is None:
        return None
    return _first_day(day, precision), day, printed or day.isoformat()


def _stands(document: Document) -> str:
    if document.published_on is not None:
        return "the paper was published on"
    return "the paper's period ends on"


def _earliest_due(action: Action) -> date | None:
    """The first day that any of the printed due dates may mean."""
    days = [
        _first_day(day, precision)
        for day, precision in (
            (action.due, action.due_precision),
            (action.revised_due, action.revised_due_precision),
            (action.previous_due, action.previous_due_precision),
        )
        if day is not None
    ]
    unreadable = any(
        text is not None and day is None
        for text, day in (
            (action.due_as_printed, action.due),
            (action.revised_due_as_printed, action.revised_due),
            (action.previous_due_as_printed, action.previous_due),
        )
    )
    return None if unreadable or not days else min(days)


def _first_day(day: date, precision: Precision | None) -> date:
    """The first day of what was printed: "Sep-2021" is stored as its last day."""
    if precision == "month":
        return day.replace(day=1)
    if precision == "quarter":
        return day.replace(month=day.month - (day.month - 1) % 3, day=1)
    if precision == "year":
        # The last day stored is 31 December, or 31 March of a financial year.
        return day - timedelta(days=364)
    return day


def _due_as_printed(action: Action) -> str:
    return action.revised_due_as_printed or action.due_as_printed or "no due date"


def _name(action: Action) -> str:
    return action.code or action.title or "an action without a code"
