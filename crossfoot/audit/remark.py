"""What a rule says, before it is tied to a place and given an id."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from crossfoot.schema.model import InPaper
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Summary
from crossfoot.schema.values import Severity


class Remark(NamedTuple):
    """One thing a rule noticed.

    ``rows`` are the typed rows that prove it, the one to look at first. ``roles`` names the cells
    of those rows that matter (``progress``); empty means all of them. ``printed`` is what stands
    on the page, ``expected`` what should.
    """

    rule_id: str
    severity: Severity
    message: str
    rows: tuple[InPaper, ...]
    printed: str | None = None
    expected: str | None = None
    code: str | None = None
    roles: tuple[str, ...] = ()


# What a summary calls the sum of all statuses, or the column of counts beside that of percentages.
_WHOLE = re.compile(
    r"(?:(?:grand|overall|sub)[ -]?)?totals?\b.*|overall|all\b.*|no\.?|number|count", re.IGNORECASE
)

Rule = Callable[[Paper], Iterable[Remark]]


def read_whole(paper: Paper) -> bool:
    """Whether every page was read: otherwise a sum may lack what stands on the lost page."""
    return paper.document.outcome == "read"


def at_most(severity: Severity, limit: Severity) -> Severity:
    """Return the milder of two severities."""
    order: tuple[Severity, ...] = ("note", "warning", "error")
    return order[min(order.index(severity), order.index(limit))]


def is_whole(row: Summary) -> bool:
    """Whether a count is of all items together, not of those of one status."""
    word = row.status_as_printed
    return row.status is None and (word is None or _WHOLE.fullmatch(word) is not None)


def is_share(row: Summary) -> bool:
    """Whether a row holds a percentage alone; its count stands in a row of its own, if at all."""
    return row.percentage is not None and row.item_count is None
