"""The rules that one paper can break by itself, for the book of all rules."""

from __future__ import annotations

from crossfoot.audit.entry import NOTE, NOTE_OR_WARNING, WARNING, Entry
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
        NOTE_OR_WARNING,
        "counts, shares and the whole that sentences name against the table that counts them",
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
    _paper(
        "date.revised",
        "A revised date lies before the date it takes the place of",
        WARNING,
        "due, revised and former due dates of an action, in their order",
    ),
    _paper(
        "date.proposed",
        "A proposed date is past, or earlier than the date now due",
        WARNING,
        "dates proposed in comments against the paper's day and the date now due",
    ),
    _paper(
        "status.unchecked",
        "Colours were not held against their figures: no direction is known",
        NOTE,
        "how many colours beside result and target could not be checked, and of which rows",
    ),
    _paper(
        "status.value",
        "A colour contradicts result and target",
        _ANY,
        "green meets its target, red and amber miss it, by no other amount than the key says",
    ),
    _paper(
        "status.tolerance",
        "An amber misses by more than a red",
        NOTE,
        "the misses of one table: the wider one has the worse colour",
    ),
    _paper(
        "status.no_figure",
        "A colour stands where no figure is printed",
        NOTE,
        "green, amber and red against the result of their own period",
    ),
    _paper(
        "figure.scale",
        "A figure is ten or a hundred times its row's others",
        WARNING,
        "each figure of a row against all others of it: a dropped or doubled digit, a lost point",
    ),
    _paper(
        "figure.range",
        "A share above a hundred, or a count below nothing",
        WARNING,
        "percentages of a whole lie between 0 and 100, counts are not negative",
    ),
    _paper(
        "figure.unit",
        "A target and its result are in different units",
        WARNING,
        "97% beside 0.97, a percentage beside pounds or days",
    ),
    _paper(
        "code.twice",
        "One code stands on rows that differ",
        _WRONG,
        "rows with one code in one paper: title, figures, status, dates",
    ),
)

PAPER_IDS = frozenset(entry.rule_id for entry in PAPER_ENTRIES)
"""What the rules of one paper may raise: findings with other ids are left alone by their audit."""
