"""The rules that one paper can break by itself, for the book of all rules."""

from __future__ import annotations

from crossfoot.audit.entry import Entry
from crossfoot.schema.values import Severity

_ANY: tuple[Severity, ...] = ("note", "warning", "error")
_WRONG: tuple[Severity, ...] = ("warning", "error")


def _paper(rule_id: str, title: str, severities: tuple[Severity, ...], checks: str) -> Entry:
    return Entry(rule_id, title, severities, "paper", checks)


PAPER_ENTRIES: tuple[Entry, ...] = (
    _paper(
        "summary.total",
        "A total is not the sum of its counts",
        _WRONG,
        "counts above a total row, and counts by status beside a count of all, add up",
    ),
    _paper(
        "summary.csi",
        "Bracketed counts do not add up, or exceed what they are counted among",
        _WRONG,
        "counts of critical indicators in brackets: their total, their count, the rows marked",
    ),
    _paper(
        "summary.rows",
        "More rows are listed than the summary counts",
        _ANY,
        "counts by service and status against the distinct rows that the paper lists",
    ),
    _paper(
        "summary.percentage",
        "A percentage does not belong to its count",
        _ANY,
        "percentages against count and whole, within their rounding; all of a whole make 100",
    ),
    _paper(
        "counts.sentence",
        "The counts of a sentence do not add up",
        _ANY,
        '"out of N, a are …, b are … and c are …": the parts make the whole',
    ),
    _paper(
        "counts.table",
        "A sentence and a table count the same thing differently",
        ("warning",),
        "counts of a status in a sentence against the one table that counts it",
    ),
    _paper(
        "progress.status",
        "An action's progress contradicts its status",
        _WRONG,
        "completed stands at 100%, not started at 0%, 100% is no longer open",
    ),
    _paper(
        "date.overdue",
        "An action is overdue before its due date",
        _WRONG,
        "every printed due date of an overdue action lies before the day the paper speaks from",
    ),
)

PAPER_IDS = frozenset(entry.rule_id for entry in PAPER_ENTRIES)
"""What the rules of one paper may raise: findings with other ids are left alone by their audit."""
