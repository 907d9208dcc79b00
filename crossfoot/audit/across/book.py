"""The rules that compare papers, for the book of all rules."""

from __future__ import annotations

from crossfoot.audit.entry import Entry
from crossfoot.schema.values import Severity

_NOTE: tuple[Severity, ...] = ("note",)
_WARNING: tuple[Severity, ...] = ("warning",)
_ANY: tuple[Severity, ...] = ("note", "warning", "error")
_BOTH: tuple[Severity, ...] = ("note", "warning")


def _across(rule_id: str, title: str, severities: tuple[Severity, ...], checks: str) -> Entry:
    return Entry(rule_id, title, severities, "across", checks)


ACROSS_ENTRIES: tuple[Entry, ...] = (
    _across(
        "figure.restated",
        "A figure is printed differently in a later paper",
        _ANY,
        "figures of one period over papers, beyond rounding; a note where the paper says so",
    ),
    _across(
        "target.changed",
        "A target is printed differently in a later paper",
        _BOTH,
        "targets of one period and way of counting over papers, beyond rounding",
    ),
    _across(
        "figure.slip",
        "A figure looks like a slip of the pen",
        _WARNING,
        "a point, a sign or digits against the other papers, or the years around it",
    ),
    _across(
        "status.moved",
        "A past period has another status in a later paper",
        ("warning", "error"),
        "green, amber and red printed for a period that was over, paper by paper",
    ),
    _across(
        "code.meaning",
        "One code stands for two things",
        _BOTH,
        "titles, units and good direction of a council's code over all its papers",
    ),
    _across(
        "code.misread",
        "A code may be another one misread",
        _WARNING,
        "a code of one paper alone against the codes that look like it and share its title",
    ),
    _across(
        "action.slips",
        "A due date is later than in the paper before",
        _BOTH,
        "due dates of an action over papers; a note where the paper says that it moved",
    ),
    _across(
        "action.falls",
        "An action's progress falls",
        _WARNING,
        "progress of an action over papers",
    ),
    _across(
        "action.reopened",
        "A completed action is open again",
        _BOTH,
        "the status of an action over papers; a note where it is due anew the year after",
    ),
    _across(
        "action.due_vanished",
        "An open action lost its due date",
        _WARNING,
        "a due date in the paper before, none now, though other actions have one",
    ),
    _across(
        "action.vanished",
        "An open action is no longer listed",
        _WARNING,
        "actions of a plan in a paper that lists all of them, against the paper before",
    ),
    _across(
        "report.repeated",
        "A file repeats the report of another",
        _NOTE,
        "table rows of a council's papers against each other",
    ),
    _across(
        "report.reissued",
        "Two files of one report print something differently",
        _WARNING,
        "each figure and action of a report against the other file of it",
    ),
)
