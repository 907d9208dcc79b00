"""An action's status against its progress and its due date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from crossfoot.audit.remark import Remark
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Action
from crossfoot.schema.values import Carrier, Precision, Severity

_SPELT_OUT: frozenset[Carrier | None] = frozenset({"word", "letter"})
_OPEN = frozenset({"in_progress", "warning", "overdue"})
# A paper on a period is written months after the period's end, and nobody knows how many where
# it prints no date; half a year is more than any quarterly report takes.
_WRITTEN_WITHIN = timedelta(days=184)


def progress_against_status(paper: Paper) -> Iterator[Remark]:
    """``progress.status``: what is done is completed, what is not started stands at nothing."""
    for action in paper.actions:
        if action.progress is None or action.status is None:
            continue
        message, severity, expected = _judge(action.status, action.progress)
        if severity is None:
            continue
        if severity == "error" and action.status_carrier not in _SPELT_OUT:
            severity = "warning"
        yield Remark(
            "progress.status",
            severity,
            f"{_name(action)}: {message}",
            (action,),
            printed=f"{action.status_as_printed or action.status}, {action.progress}%",
            expected=expected,
            code=action.code,
            roles=("status", "progress"),
        )


def overdue_before_due(paper: Paper) -> Iterator[Remark]:
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
        day, stands = None, ""
        if published is not None:
            if earliest > published:
                severity, day, stands = "error", published, "the paper was published on"
        elif period_end is not None and earliest > period_end + _WRITTEN_WITHIN:
            severity, day, stands = "warning", period_end, "the paper's period ends on"
        if severity is None or day is None:
            continue
        if severity == "error" and action.status_carrier not in _SPELT_OUT:
            severity = "warning"
        yield Remark(
            "date.overdue",
            severity,
            f"{_name(action)}: overdue, but not due before {earliest.isoformat()}; {stands} "
            f"{day.isoformat()}",
            (action,),
            printed=f"{action.status_as_printed or 'overdue'}, {_due_as_printed(action)}",
            expected=f"a due date before {day.isoformat()}",
            code=action.code,
            roles=("status", "due", "revised_due"),
        )


def _judge(status: str, progress: int) -> tuple[str, Severity | None, str | None]:
    if status == "completed" and progress < 100:
        return f"completed, but progress is {progress}%", "error", "100%"
    if status == "not_started" and progress > 0:
        return f"not started, but progress is {progress}%", "error", "0%"
    if status in _OPEN and progress == 100:
        # All work done and a sign-off to come would read like this.
        words = status.replace("_", " ")
        return f"progress is 100%, but the status is {words}", "warning", "completed"
    return "", None, None


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
