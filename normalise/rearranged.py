"""Tables printed in another order than row by row under headings, laid out anew.

Two or more indicators side by side in one row; indicators as columns with their periods down the
side. Each is laid out as a table with headings on top (:mod:`crossfoot.normalise.draft`); cards are
a room of their own (:mod:`crossfoot.normalise.cards`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crossfoot.normalise.columns import columns_from
from crossfoot.normalise.csi import split_title
from crossfoot.normalise.desk import Places
from crossfoot.normalise.draft import Draft
from crossfoot.normalise.families import FIGURE_FAMILIES
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.headings import heading_key
from crossfoot.normalise.roles import Layout, Segment, lay_out
from crossfoot.normalise.statuses import status_word
from crossfoot.schema.page import Cell, Row, Table, prints

_NAMING = frozenset({"code", "title"})
_PLACE = re.compile(
    r"\b(?:council(?! tax)|borough|district|county|city|town|ward|parish|region|north|south|east"
    r"|west|england|wales|scotland|average|group|authorit(?:y|ies)|services?|departments?"
    r"|directorates?|teams?|divisions?)\b",
    re.IGNORECASE,
)


def side_by_side(layout: Layout, reader: HeadingReader) -> tuple[Layout, Places] | None:
    """The table with its right half below its left, where its headings are printed twice over.

    ``None`` where the headings do not repeat, or the parts are not equally wide.
    """
    if len(layout.segments) != 1:
        return None
    segment = layout.segments[0]
    parts = _repeated(segment)
    if parts is None:
        return None
    table = layout.table
    width = parts[0][1] - parts[0][0] + 1
    draft = Draft(table, width)
    step = max(row.row_no for row in table.rows)
    headings = {row.row_no for row in segment.heading_rows}
    for number, (first, last) in enumerate(parts):
        for row in table.rows:
            if number and (row.row_no in headings or row.repeats_heading):
                continue
            _cut(draft, row, (first, last), row.row_no + number * step)
    anew = lay_out(draft.table, reader)
    return (anew, draft.places) if len(anew.segments) == 1 else None


def _repeated(segment: Segment) -> list[tuple[int, int]] | None:
    """The runs of grid columns that carry the same headings; ``None`` where there are none."""
    columns = [column for column in segment.columns if column.heading]
    keys = [heading_key(column.heading) for column in columns]
    if len(keys) < 4 or keys.count(keys[0]) < 2:
        return None
    length = keys.index(keys[0], 1)
    groups = [columns[at : at + length] for at in range(0, len(columns), length)]
    if any(keys[at : at + length] != keys[:length] for at in range(0, len(keys), length)):
        return None
    families = {column.family for column in groups[0]}
    if not families & _NAMING or not families & (FIGURE_FAMILIES | {"status"}):
        return None
    parts = [(group[0].first, group[-1].last) for group in groups]
    widths = {last - first for first, last in parts}
    apart = all(one[1] < other[0] for one, other in pairwise(parts))
    return parts if len(widths) == 1 and apart else None


def _cut(draft: Draft, row: Row, part: tuple[int, int], row_no: int) -> None:
    """Put the cells of a row that stand in a part; one that runs over both goes to each."""
    first, last = part
    cells: list[tuple[int, Cell]] = []
    for cell in row.cells:
        start, end = max(first, cell.col_no), min(last, cell.col_no + cell.col_span - 1)
        if start > end:
            continue
        col_no = start - first + 1
        cells.append((row.row_no, cell._replace(col_no=col_no, col_span=end - start + 1)))
        draft.place(row_no, col_no, (row.row_no, cell.col_no))
    if cells:
        draft.add(row_no, cells, repeats=row.repeats_heading)


def turned(table: Table, reader: HeadingReader) -> tuple[Layout, Places] | None:
    """The table with its columns as rows, where periods or measures stand down the side.

    ``None`` where the first row names anything else than indicators, or what stands below is not
    figures.
    """
    rows = [row for row in table.rows if any(map(prints, row.cells))]
    if len(rows) < 3 or table.columns < 2 or not _is_turned(rows, reader):
        return None
    draft = Draft(table, len(rows))
    for col_no in range(1, table.columns + 1):
        cells: list[tuple[int, Cell]] = []
        for number, row in enumerate(rows, start=1):
            cell = next((cell for cell in row.cells if cell.col_no == col_no), None)
            if cell is not None:
                cells.append((row.row_no, cell._replace(col_no=number, row_span=1, col_span=1)))
                draft.place(col_no, number, (row.row_no, cell.col_no))
        if cells:
            draft.add(col_no, cells)
    heading, *data = draft.rows
    columns = columns_from(reader, [heading], len(rows))
    columns = (
        columns[0].taken_as("title")._replace(period=None, part=None, by_content=True),
        *columns[1:],
    )
    segment = Segment(draft.table_no, columns, [heading], rows=data)
    return Layout(draft.table, [], [segment]), draft.places


def _is_turned(rows: Sequence[Row], reader: HeadingReader) -> bool:
    if any(cell.row_span > 1 or cell.col_span > 1 for row in rows for cell in row.cells):
        return False
    names = [cell for cell in rows[0].cells[1:] if prints(cell)]
    corner = reader.read(rows[0].cells[0].plain) if rows[0].cells else None
    if corner is None or (corner.known and corner.meaning not in {"period", "title", "code"}):
        return False
    if len(names) != len(rows[0].cells) - 1 or not names:
        return False
    if any(reader.read(cell.plain).known or _is_no_title(cell.text) for cell in names):
        return False
    coded = sum(split_title(cell.text).code is not None for cell in names)
    if coded * 2 < len(names) and not all(_is_name(cell.text) for cell in names):
        return False
    sides = [row.cells[0] for row in rows[1:] if row.cells and prints(row.cells[0])]
    said = [reader.read(cell.plain) for cell in sides]
    if len(said) != len(rows) - 1 or not all(each.known for each in said):
        return False
    if not any(each.has_period for each in said):
        return False
    values = [cell for row in rows[1:] for cell in row.cells[1:] if prints(cell)]
    figures = sum(parse_figure(cell.plain).state != "other" for cell in values)
    return bool(values) and figures * 2 > len(values)


def _is_name(text: str) -> bool:
    """Whether a text without a code names an indicator, rather than a place or a group of them."""
    return len(text.split()) > 1 and not _PLACE.search(text)


def _is_no_title(text: str) -> bool:
    """Whether a text heads a count of statuses or a total, and names no indicator."""
    return (
        status_word(text, "indicators") is not None
        or status_word(text, "actions") is not None
        or heading_key(text) in {"total", "totals", "all", "number", "no", "overall"}
        or parse_figure(text).state != "other"
    )
