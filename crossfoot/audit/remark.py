"""What a rule says, before it is tied to a place and given an id."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from crossfoot.schema.page import Box
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Summary
from crossfoot.schema.values import Severity


class Row(Protocol):
    """What every typed row has: its place. ``cell_id``, where it has one, is its own cell."""

    @property
    def document_id(self) -> str: ...
    @property
    def page(self) -> int: ...
    @property
    def table_no(self) -> int | None: ...
    @property
    def row_no(self) -> int | None: ...
    @property
    def box(self) -> Box: ...


class Remark(NamedTuple):
    """One thing a rule noticed.

    ``rows`` are the typed rows that prove it, the one to look at first; the finding belongs to
    that row's document. ``roles`` names the cells of those rows that matter (``progress``); empty
    means all of them. ``printed`` is what stands on the page, ``expected`` what should.
    ``elsewhere`` is said behind the message, in brackets, and makes no other finding of it: names
    of files and what else may change while the finding stays the same.
    """

    rule_id: str
    severity: Severity
    message: str
    rows: tuple[Row, ...]
    printed: str | None = None
    expected: str | None = None
    code: str | None = None
    roles: tuple[str, ...] = ()
    elsewhere: str | None = None


class Held(NamedTuple):
    """Checks of a rule that came out right: what an auditor need not do again.

    ``document_id`` says in which paper, where the rule speaks of several.
    """

    rule_id: str
    times: int = 1
    document_id: str | None = None


def held_in(rule_id: str, times: Mapping[str, int]) -> Iterator[Held]:
    """Yield what held of a rule in each paper, by document id."""
    for document_id, count in times.items():
        yield Held(rule_id, count, document_id)


# What a summary calls the sum of all statuses, or the column of counts beside that of percentages.
_WHOLE = re.compile(
    r"(?:(?:grand|overall|sub)[ -]?)?totals?\b.*|overall|all\b.*|no\.?|number|count", re.IGNORECASE
)

Rule = Callable[[Paper], Iterable[Remark | Held]]


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
