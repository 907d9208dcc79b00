"""Tables of one indicator that stands above them by its name, its periods down the side.

``NI 192 Household waste recycled`` over ``Quarter | Value | Target | Status``: systems that print a
page for each indicator list its figures so. Such a table is laid out anew, the name beside all of
its rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.normalise.above import Captions
from crossfoot.normalise.column_contents import says_what_is_counted
from crossfoot.normalise.columns import Column, columns_from
from crossfoot.normalise.csi import split_title
from crossfoot.normalise.desk import Places, prints
from crossfoot.normalise.draft import Draft
from crossfoot.normalise.families import RESULT_FAMILIES
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.roles import Layout, Segment
from crossfoot.normalise.year_parts import split_period
from crossfoot.schema.page import Box, Cell, CellPart, Row, Table, TextLine
from crossfoot.schema.text import fold

#: What heads periods, besides the listed headings of a column of periods.
_OF_PERIODS = re.compile(
    r"(?:financial |reporting )?(?:years?|dates?|date range|periods?|quarters?|months?)",
    re.IGNORECASE,
)
#: A label before the name of an indicator.
_LABELLED = re.compile(
    r"(?:(?:key )?(?:performance )?(?:indicator|measure)|k?pi|title|name|bvpi)"
    r"\s*[:\u2013\u2014-]\s*(?P<name>\S.*)",
    re.IGNORECASE,
)
_NAMING = frozenset({"code", "title", "description", "objective", "measure_name"})
_FEWEST_ROWS = 2

_NEAR = 2.5  # of its size, between the name and the table
_TIGHT = 0.5  # of its size, between the lines of one name
_LONGEST = 160


def named_above(
    layout: Layout, captions: Captions, reader: HeadingReader
) -> tuple[Layout, Places] | None:
    """The table with the name above it in a column of its own, ``None`` where it is no such table.

    *captions* are those of the paper.
    """
    segment = _segment_of(layout, reader)
    if segment is None or not _lists_periods(segment):
        return None
    lines = _lines_over(layout.table, captions)
    name = _name_in(lines, captions) if lines else None
    return _laid_out(layout.table, segment, lines, name) if name is not None else None


def _segment_of(layout: Layout, reader: HeadingReader) -> Segment | None:
    """The table as one segment; ``Year`` over years need not be a heading of any other table."""
    if len(layout.segments) == 1 and not layout.before:
        return layout.segments[0]
    rows = [row for row in layout.before if any(map(prints, row.cells))]
    if layout.segments or len(rows) <= _FEWEST_ROWS:
        return None
    columns = columns_from(reader, rows[:1], layout.table.columns)
    if not all(column.family for column in columns[1:]):
        return None
    return Segment(layout.table.table_no, columns, rows[:1], rows=rows[1:])


def _lines_over(table: Table, captions: Captions) -> list[TextLine]:
    """The lines printed right over a table, as near to each other as those of one text."""
    page, box = table.bounds[0]
    found: list[TextLine] = []
    top, near = box.y0, _NEAR
    for line in captions.above(table):
        if line.page != page or top - line.box.y1 > near * line.size:
            break
        if found and (line.bold, line.size) != (found[-1].bold, found[-1].size):
            break
        found.append(line)
        top, near = line.box.y0, _TIGHT
    return found[::-1]


def _lists_periods(segment: Segment) -> bool:
    """Whether the first column names a period in each row, another figures, and none the rows."""
    first, *others = segment.columns
    families = {column.family for column in others}
    if segment.families & _NAMING or not families & RESULT_FAMILIES:
        return False
    if first.family != "period" and not (
        first.period is None and (not first.heading or _OF_PERIODS.fullmatch(first.heading.strip()))
    ):
        return False
    texts = [_text_at(row, first) for row in segment.rows if any(map(prints, row.cells))]
    return len(texts) >= _FEWEST_ROWS and all(map(_is_period, texts)) and _differ(texts)


def _text_at(row: Row, column: Column) -> str:
    cell = row.cell_at(column.first)
    return cell.text if cell is not None and cell.row_span == 1 else ""


def _differ(texts: Sequence[str]) -> bool:
    return len({text.casefold() for text in texts}) == len(texts)


def _is_period(text: str) -> bool:
    period, part, rest = split_period(text)
    return (period is not None or part is not None) and not any(map(str.isalnum, rest))


def _name_in(lines: Sequence[TextLine], captions: Captions) -> str | None:
    """The name of an indicator that *lines* say, ``None`` where they may head anything else.

    A code names one, a label says so, or what is printed as a heading says what is counted.
    """
    text = fold("\n".join(line.text for line in lines))
    if len(text) > _LONGEST or text.endswith("."):
        return None
    if labelled := _LABELLED.fullmatch(text):
        return labelled["name"]
    parts = split_title(text)
    if parts.code is not None:
        return text if parts.title else None
    headed = all(map(captions.looks_like_heading, lines))
    return text if headed and says_what_is_counted(text) else None


def _laid_out(
    table: Table, segment: Segment, lines: Sequence[TextLine], name: str
) -> tuple[Layout, Places]:
    draft = Draft(table, table.columns + 1)
    heads = [_moved(draft, row) for row in segment.heading_rows]
    printed = [row for row in segment.rows if any(map(prints, row.cells))]
    last = printed[-1].row_no - printed[0].row_no + 1
    first = printed[0].cells[0].col_no
    box = Box.around([line.box for line in lines]).rounded()
    cell = Cell(1, last, 1, (CellPart(1, lines[0].page, box, name),))
    rows = [_moved(draft, row, cell if row is printed[0] else None) for row in printed]
    draft.place(printed[0].row_no, 1, (printed[0].row_no, first), inside=True)
    columns = (
        Column(1, 1, "", "title", on_card=True),
        *(each._replace(first=each.first + 1, last=each.last + 1) for each in segment.columns),
    )
    columns = (columns[0], columns[1].taken_as("period"), *columns[2:])
    anew = Segment(draft.table_no, columns, heads, segment.banner, rows=rows)
    return Layout(draft.table, [], [anew]), draft.places


def _moved(draft: Draft, row: Row, name: Cell | None = None) -> Row:
    """The row one column further right, behind the *name*."""
    cells = [(row.row_no, cell._replace(col_no=cell.col_no + 1)) for cell in row.cells]
    for cell in row.cells:
        draft.place(row.row_no, cell.col_no + 1, (row.row_no, cell.col_no))
    if name is not None:
        cells.insert(0, (row.row_no, name))
    return draft.add(row.row_no, cells)
