"""Cells that print a result with its target: ``94.2% (95%)`` under ``Actual (Target)``.

The heading says in which order the two stand, and how they are parted. Where every cell under it
prints two figures so, or none, the table is laid out anew with a column for each
(:mod:`crossfoot.normalise.draft`). A bracket under another heading may hold last year's figure, a
rank or a note: it stays one cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.normalise.desk import Places
from crossfoot.normalise.draft import Draft
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.roles import Layout, lay_out
from crossfoot.schema.page import Cell, Row, Table, prints
from crossfoot.schema.text import fold

_ROWS_TRIED = 3
_RESULT = r"(?:actuals?|results?|out[\s-]?turn|performance|achieved)"
_TARGET = r"(?:targets?)"
_HEADING = re.compile(
    rf"(?P<before>.*?)\b(?:(?P<one>{_RESULT})\s*(?P<sign>\(|/)\s*(?P<other>{_TARGET})"
    rf"|(?P<target>{_TARGET})\s*(?P<sign2>\(|/)\s*(?P<result>{_RESULT}))\s*\)?(?P<after>[^()]*)",
    re.IGNORECASE,
)
_CELLS = {
    "(": re.compile(r"(?P<one>[^()]+?)\s*\(\s*(?P<other>[^()]+?)\s*\)"),
    "/": re.compile(r"(?P<one>[^/]+?)\s*/\s*(?P<other>[^/]+)"),
}


class _Pair(NamedTuple):
    """A grid column that prints two figures a cell, what each is headed, and the sign between."""

    col_no: int
    headings: tuple[str, str]
    sign: str


def split_pairs(table: Table, reader: HeadingReader) -> tuple[Layout, Places] | None:
    """The table with two columns for each that prints a result with its target.

    ``None`` where no heading says so, or a cell below prints anything but two figures.
    """
    found = [(number, _pairs_of(row)) for number, row in enumerate(table.rows[:_ROWS_TRIED], 1)]
    start, pairs = next((each for each in found if each[1]), (0, []))
    row, below = table.rows[start - 1 : start], table.rows[start:]
    if not pairs or not below or not all(_holds_pairs(pair, below) for pair in pairs):
        return None
    by_column = {pair.col_no: pair for pair in pairs}
    draft = Draft(table, table.columns + len(pairs))
    for each in table.rows:
        _split_row(draft, each, by_column, is_heading=each in row or each.repeats_heading)
    layout = lay_out(draft.table, reader)
    if len(layout.segments) != 1:
        return None
    segment = layout.segments[0]
    made = {_moved(pair.col_no, by_column) + step for pair in pairs for step in (0, 1)}
    segment.columns = tuple(
        column._replace(by_content=True) if column.first in made else column
        for column in segment.columns
    )
    return layout, draft.places


def _pairs_of(row: Row) -> list[_Pair]:
    return [pair for cell in row.cells if (pair := _pair_of(cell)) is not None]


def _pair_of(cell: Cell) -> _Pair | None:
    text = cell.plain
    if cell.col_span > 1 or "arget" not in text.casefold() or not ("(" in text or "/" in text):
        return None
    match = _HEADING.fullmatch(fold(text))
    if match is None:
        return None
    names = match["one"] or match["target"], match["other"] or match["result"]
    first, second = (fold(f"{match['before']}{name}{match['after']}") for name in names)
    return _Pair(cell.col_no, (first, second), match["sign"] or match["sign2"])


def _holds_pairs(pair: _Pair, rows: Sequence[Row]) -> bool:
    """Whether each cell of a column prints two figures or nothing that is one; one at least."""
    found = 0
    for row in rows:
        cell = row.cell_at(pair.col_no)
        if row.repeats_heading or cell is None or not prints(cell) or cell.col_span > 1:
            continue
        if _halves(pair, cell) is not None:
            found += 1
        elif parse_figure(cell.plain).state not in {"dash", "not_available", "blank"}:
            return False
    return found > 0


def _halves(pair: _Pair, cell: Cell) -> tuple[str, str] | None:
    """The two figures of a cell."""
    if len(cell.parts) > 1 or cell.raised_text:
        return None
    match = _CELLS[pair.sign].fullmatch(fold(cell.plain))
    if match is None:
        return None
    both = match["one"], match["other"]
    figures = [parse_figure(text) for text in both]
    if any(each.state != "value" or each.bracketed is not None for each in figures):
        return None
    return both


def _moved(col_no: int, pairs: dict[int, _Pair]) -> int:
    """Where a grid column stands once those before it are parted."""
    return col_no + sum(other < col_no for other in pairs)


def _split_row(draft: Draft, row: Row, pairs: dict[int, _Pair], *, is_heading: bool) -> None:
    cells: list[tuple[int, Cell]] = []
    for cell in row.cells:
        at, pair = _moved(cell.col_no, pairs), pairs.get(cell.col_no)
        printed = row.row_no, cell.col_no
        draft.place(row.row_no, at, printed)
        texts = None
        if pair is not None and cell.col_span == 1:
            texts = pair.headings if is_heading else _halves(pair, cell)
            if texts is None:
                texts = cell.plain, ""
        if texts is None:
            last = cell.col_no + cell.col_span - 1
            wide = _moved(last, pairs) + (last in pairs) - at + 1
            cells.append((row.row_no, cell._replace(col_no=at, col_span=wide)))
            continue
        draft.place(row.row_no, at + 1, printed, inside=True)
        for step, text in enumerate(texts):
            part = cell.first._replace(text=text, raised=())
            cells.append((row.row_no, cell._replace(col_no=at + step, parts=(part,))))
    draft.add(row.row_no, cells, repeats=row.repeats_heading)
