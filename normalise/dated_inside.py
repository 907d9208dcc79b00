"""Rows below the headings that only date columns: ``Q2`` alone under ``2019/20``.

What stands below such a row is of another time than what stands above it, or the row is a heading
that was not told for one: of which time the column's figures are is not known.
"""

from __future__ import annotations

from crossfoot.normalise.columns import Column
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.roles import Layout, Segment
from crossfoot.schema.page import Row, prints


def doubt_dated_inside(layout: Layout, reader: HeadingReader) -> None:
    """Mark the columns of figures that rows without a name date among the others."""
    for segment in layout.segments:
        doubts: dict[int, str] = {}
        for row in segment.rows:
            if row.cells and not prints(row.cells[0]):  # of few rows
                doubts |= _dated(row, segment, reader)
        if doubts:
            segment.columns = tuple(
                column._replace(doubted_by=doubts[at]) if at in doubts else column
                for at, column in enumerate(segment.columns)
            )


def _dated(row: Row, segment: Segment, reader: HeadingReader) -> dict[int, str]:
    """The columns that a row dates, by their index, with what it prints there."""
    found: dict[int, str] = {}
    for cell in row.cells:
        if not prints(cell):
            continue
        said = reader.read(cell.plain)
        under = [at for at, column in enumerate(segment.columns) if _holds(column, cell.col_no)]
        if not said.has_period or said.meaning is not None or not under:
            return {}
        if not all(segment.columns[at].is_figure for at in under):
            return {}
        found |= dict.fromkeys(under, cell.plain)
    return found


def _holds(column: Column, number: int) -> bool:
    return column.first <= number <= column.last
