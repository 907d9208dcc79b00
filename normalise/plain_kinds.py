"""Tables that are neither of indicators nor of actions, and can be told for what they are.

A table of payments or contracts is known by its headings. A grid of counts says how many
indicators are green, amber or red, a service a row: its first row holds statuses, the rows below
it a name and whole numbers.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from crossfoot.normalise.statuses import is_status_word
from crossfoot.schema.page import Row, Table, prints

_LETTER = re.compile(r"[RAGBY]")
_COUNT = re.compile(r"\d{1,4}|[-\u2013\u2014]")
_FEWEST_STATUSES = 2
_PURCHASES = "it is a list of payments or contracts"
_COUNTS = "it counts how many are of each status, and names none of them"


def plain_kind(table: Table, families: Collection[str]) -> str | None:
    """What a table that is not read is, in words; *families* are the meanings of its headings."""
    if "purchase" in families:
        return _PURCHASES
    return _COUNTS if counts_statuses(table) else None


def counts_statuses(table: Table) -> bool:
    """Whether the rows of a table are names with counts under a first row of statuses."""
    rows = [row for row in table.rows if any(map(prints, row.cells))]
    if len(rows) < _FEWEST_STATUSES or not _heads_counts(rows[0]):
        return False
    texts = [
        cell.plain.strip()
        for row in rows[1:]
        for cell in row.cells
        if cell.col_no > 1 and cell.text
    ]
    return bool(texts) and all(map(_COUNT.fullmatch, texts))


def _heads_counts(row: Row) -> bool:
    """Whether most of what stands behind a row's first cell are statuses, each another."""
    said = [cell.plain.strip() for cell in row.cells if cell.col_no > 1 and cell.text]
    statuses = [text for text in said if _LETTER.fullmatch(text) or is_status_word(text)]
    return len(set(statuses)) >= _FEWEST_STATUSES and len(statuses) * 2 > len(said)
