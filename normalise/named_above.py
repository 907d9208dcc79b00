"""Tables of one indicator that stands above them by its name, its periods down the side.

``NI 192 Household waste recycled`` over ``Quarter | Value | Target | Status``: systems that print a
page for each indicator list its figures so. The name may be a row of the table, over all of it;
below the periods it may say whose the indicator is, and have a note. Such a table is laid out anew,
the name beside all of its rows, the note beside that of the latest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from crossfoot.normalise.above import Captions
from crossfoot.normalise.captions import names_kind
from crossfoot.normalise.cards.words import family_of, label_said
from crossfoot.normalise.coded_titles import may_hold_code
from crossfoot.normalise.column_contents import says_what_is_counted
from crossfoot.normalise.columns import Column, columns_from
from crossfoot.normalise.csi import split_title
from crossfoot.normalise.desk import Places
from crossfoot.normalise.draft import Draft
from crossfoot.normalise.families import RESULT_FAMILIES
from crossfoot.normalise.heading_rows import lone_cell
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.named_together import Naming, headings_of, kind_of_values
from crossfoot.normalise.roles import Layout, Segment
from crossfoot.normalise.year_parts import split_period
from crossfoot.schema.page import Box, Cell, CellPart, Row, Table, TextLine, prints
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
#: What may be a code or a reference of a shape that none is known to have (``CS7/2/b``, ``1.1``).
_UNTOLD = re.compile(r"(?=\S*\d)\S*[A-Za-z./_]\S*\s")
_NAMING = frozenset({"code", "title", "description", "objective", "measure_name"})
#: What may be said of an indicator below its periods, in a row of a label and a text.
_SAID_BELOW = frozenset({"note", "owner", "lead", "description", "other"})
_FEWEST_ROWS = 2

_NEAR = 2.5  # of its size, between the name and the table
_TIGHT = 0.5  # of its size, between the lines of one name
_LONGEST = 160


class _Rows(NamedTuple):
    """The rows of periods, the cells of the note below them, and whether anything stands there."""

    periods: list[Row]
    note: tuple[Row, Cell, Cell] | None
    closed: bool


class _Name(NamedTuple):
    """The name of an indicator: a cell, whether it is one for certain, and its row in the table."""

    cell: Cell
    certain: bool
    row: Row | None = None


def named_above(
    layout: Layout, captions: Captions, reader: HeadingReader
) -> tuple[Layout, Places, Naming] | None:
    """The table with the name above it in a column of its own, ``None`` where it is no such table.

    *captions* are those of the paper. Whether a name that is not certain is one, other tables tell.
    """
    segment = _segment_of(layout, reader)
    rows = _taken_apart(segment, reader) if segment is not None else None
    if segment is None or rows is None:
        return None
    name = _name_over(layout.table, segment, captions)
    if name is None or not (name.certain or layout.segments):
        return None
    kind = kind_of_values(segment.columns, rows.periods)
    naming = Naming(fold(name.cell.text), name.certain, headings_of(segment), kind, layout)
    return *_laid_out(layout.table, segment, rows, name), naming


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


def _taken_apart(segment: Segment, reader: HeadingReader) -> _Rows | None:
    """The rows, where the first column names a period in each, another has figures, none names.

    Below them rows of a label and a text may follow (``Managed by | Head of Housing``).
    """
    first, *others = segment.columns
    families = {column.family for column in others}
    if segment.families & _NAMING or not families & RESULT_FAMILIES:
        return None
    if first.family != "period" and not (
        first.period is None and (not first.heading or _OF_PERIODS.fullmatch(first.heading.strip()))
    ):
        return None
    rows = [row for row in segment.rows if any(map(prints, row.cells))]
    periods = list(takewhile(lambda row: _is_period(_text_at(row, first)), rows))
    below = [_said_below(row, first, reader) for row in rows[len(periods) :]]
    if len(periods) < _FEWEST_ROWS or None in below:
        return None
    if not _differ([_text_at(row, first) for row in periods]):
        return None
    notes = [each[1] for each in below if each is not None and each[0] == "note"]
    note = notes[0] if len(notes) == 1 and "note" not in families else None
    return _Rows(periods, note, bool(below))


def _said_below(
    row: Row, first: Column, reader: HeadingReader
) -> tuple[str, tuple[Row, Cell, Cell]] | None:
    """What a row of a label and a text says of the indicator, ``None`` where it is no such row."""
    label, *texts = [cell for cell in row.cells if prints(cell) or cell.symbols]
    said = label_said(reader, label.plain) if label.col_no == first.first else None
    if said is None or len(texts) > 1 or label.col_span > first.last - first.first + 1:
        return None
    family = family_of(said)
    if family not in _SAID_BELOW:
        return None
    return (family if texts else "other"), (row, label, texts[0] if texts else label)


def _text_at(row: Row, column: Column) -> str:
    cell = row.cell_at(column.first)
    return cell.text if cell is not None and cell.row_span == 1 else ""


def _differ(texts: Sequence[str]) -> bool:
    return len({text.casefold() for text in texts}) == len(texts)


def _is_period(text: str) -> bool:
    period, part, rest = split_period(text)
    return (period is not None or part is not None) and not any(map(str.isalnum, rest))


def _name_over(table: Table, segment: Segment, captions: Captions) -> _Name | None:
    """The name in the row over the headings, else in the lines above the table."""
    row = segment.banner
    cell = lone_cell(row) if row is not None else None
    if cell is not None and not _is_period(cell.text):
        if name := _name_in(fold(cell.text)):
            return _Name(_saying(cell, name), True, row)
        heads = _may_name(fold(cell.text))
        return _Name(cell, says_what_is_counted(cell.text), row) if heads else None
    lines = _lines_over(table, captions)
    text = fold("\n".join(line.text for line in lines))
    name = _name_in(text) if lines else None
    if name is None and not (
        lines and all(map(captions.looks_like_heading, lines)) and _may_name(text)
    ):
        return None
    certain = name is not None or says_what_is_counted(text)
    if not certain and not _belongs(table, lines, captions):
        return None
    box = Box.around([line.box for line in lines]).rounded()
    return _Name(Cell(1, 1, 1, (CellPart(1, lines[0].page, box, name or text),)), certain)


def _belongs(table: Table, lines: Sequence[TextLine], captions: Captions) -> bool:
    """Whether lines stand nearer to the table below them than to one above."""
    floor = captions.floor_over(table)
    return floor is None or lines[0].box.y0 - floor >= table.bounds[0][1].y0 - lines[-1].box.y1


def _saying(cell: Cell, name: str) -> Cell:
    part = cell.first._replace(text=name, raised=())
    return cell if name == fold(cell.text) else cell._replace(parts=(part,))


def _name_in(text: str) -> str | None:
    """The name of an indicator that a text says by its code or a label."""
    if len(text) > _LONGEST or text.endswith("."):
        return None
    if labelled := _LABELLED.fullmatch(text):
        return labelled["name"]
    parts = split_title(text)
    return text if parts.code is not None and parts.title else None


def _may_name(text: str) -> bool:
    """Whether what is printed as a heading may be the name of an indicator.

    One that says what is counted is, if not behind what may be a code and is not known for one.
    """
    if len(text) > _LONGEST or text.endswith(".") or split_title(text).code is not None:
        return False
    if _UNTOLD.match(text) and not may_hold_code(text):
        return False
    return says_what_is_counted(text) or (len(text.split()) > 1 and not names_kind(text))


def _laid_out(table: Table, segment: Segment, rows: _Rows, name: _Name) -> tuple[Layout, Places]:
    draft = Draft(table, table.columns + (2 if rows.note else 1))
    heads = [_moved(draft, row) for row in segment.heading_rows]
    opening, ending = rows.periods[0], rows.periods[-1]
    span = ending.row_no - opening.row_no + 1
    cell = name.cell._replace(col_no=1, col_span=1, row_span=span)
    at = (name.row or opening).row_no, (name.row or opening).cells[0].col_no
    draft.place(opening.row_no, 1, at, inside=name.row is None)
    columns = [
        Column(1, 1, "", "title", on_card=True),
        *(each._replace(first=each.first + 1, last=each.last + 1) for each in segment.columns),
    ]
    columns[1] = columns[1].taken_as("period")
    beside: dict[int, tuple[int, Cell]] = {}
    if rows.note is not None:
        row, label, text = rows.note
        noted = (opening if _newest_first(segment, rows.periods) else ending).row_no
        last = draft.columns
        columns.append(Column(last, last, label.plain, "note", on_card=True))
        beside[noted] = row.row_no, text._replace(col_no=last, col_span=1, row_span=1)
        draft.place(noted, last, (row.row_no, text.col_no))
    moved: list[Row] = []
    for row in rows.periods:
        more = [beside[row.row_no]] if row.row_no in beside else []
        if row is opening:
            more.append((row.row_no, cell))
        moved.append(_moved(draft, row, more))
    banner = segment.banner if name.row is None else None
    anew = Segment(draft.table_no, tuple(columns), heads, banner, rows=moved, closed=rows.closed)
    return Layout(draft.table, [], [anew]), draft.places


def _newest_first(segment: Segment, rows: Sequence[Row]) -> bool:
    """Whether the periods run backwards."""
    opening, ending = (
        split_period(_text_at(row, segment.columns[0]))[0] for row in (rows[0], rows[-1])
    )
    return opening is not None and ending is not None and opening.end > ending.end


def _moved(draft: Draft, row: Row, more: Sequence[tuple[int, Cell]] = ()) -> Row:
    """The row one column further right, with *more* cells, each with the row it is printed in."""
    cells = [(row.row_no, cell._replace(col_no=cell.col_no + 1)) for cell in row.cells]
    for cell in row.cells:
        draft.place(row.row_no, cell.col_no + 1, (row.row_no, cell.col_no))
    return draft.add(row.row_no, [*cells, *more])
