"""Which rows of a table are headings, by their words."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator, Sequence

from crossfoot.normalise.bare_years import is_bare_year, run_on
from crossfoot.normalise.columns import Column
from crossfoot.normalise.dividing import divides_heading
from crossfoot.normalise.heading_said import HeadingText
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.headings import heading_key
from crossfoot.schema.page import Cell, Row, Table, prints

_IDENTITIES = frozenset({"code", "title", "title.step"})
#: Columns whose cells are words that head columns elsewhere: ``Annual``, ``Improving``, ``Alert``.
_OF_WORDS = frozenset({"status", "trend", "frequency", "polarity", "unit"})
#: Columns whose cells are dates or periods.
_OF_DATES = frozenset({"due", "revised_due", "other", "period", "updated"})
_OF_FIGURES = frozenset({"result", "outturn", "target"})
_OF_INDICATORS = re.compile(r"\b(?:indicators?|measures?|kpis?|pis?|metrics?)\b", re.IGNORECASE)
_FIGURES = frozenset("0123456789\u00a3(-")
#: Longer than any heading, line breaks and blanks of its print included.
_LONGEST_PRINTED = 200
_NONE = HeadingText()


def printed_cells(row: Row) -> list[Cell]:
    """The cells of a row that print something: text or a picture."""
    return [cell for cell in row.cells if prints(cell) or cell.symbols]


def lone_cell(row: Row) -> Cell | None:
    """The only printed cell of a row, or ``None``."""
    cells = printed_cells(row)
    return cells[0] if len(cells) == 1 else None


def is_banner(row: Row, grid_columns: int) -> bool:
    """Whether the row is one text over (nearly) the whole width and nothing else.

    A grid column at the edge may belong to another part of a stacked table, hence nearly.
    """
    widest = max([span for _, _, span, _ in row.cells], default=0)
    if widest * 5 < grid_columns * 4:  # nearly every row
        return False
    cell = lone_cell(row)
    return cell is not None and bool(cell.text) and cell.col_span * 5 >= grid_columns * 4


def _said(row: Row, reader: HeadingReader) -> list[HeadingText]:
    return [_read(cell, reader) for cell in row.cells if prints(cell)]


def _read(cell: Cell, reader: HeadingReader) -> HeadingText:
    """What a cell says as a heading; a long text is none, and is not even folded."""
    if len(cell.parts[0].text) > _LONGEST_PRINTED:
        return _NONE
    return reader.read(cell.plain)


def _has_identity(said: list[HeadingText]) -> bool:
    return any(heading.meaning in _IDENTITIES for heading in said)


def _plainest_first(cells: list[Cell]) -> Iterator[Cell]:
    """Long texts and figures are told apart from headings at once, and may be enough."""
    words: list[Cell] = []
    for cell in cells:
        text = cell.parts[0].text
        if len(text) <= _LONGEST_PRINTED and text[:1] not in _FIGURES:
            words.append(cell)
        else:
            yield cell
    words.sort(key=lambda cell: len(cell.parts[0].text), reverse=True)
    yield from words


def _is_value(cell: Cell, said: HeadingText, columns: Sequence[Column]) -> bool:
    """Whether a cell that reads as a heading is a value of the column it stands under.

    ``On target`` under ``Status`` and ``May 2010`` under ``Start date`` are none.
    """
    column = next((c for c in columns if c.first <= cell.col_no <= c.last), None)
    if column is None or column.family is None:
        return False
    if column.family in _OF_WORDS:
        return heading_key(cell.text) != heading_key(column.heading)
    of_time = said.meaning is None or said.standing is not None
    return of_time and said.period is not None and column.family in _OF_DATES


def is_heading(row: Row, reader: HeadingReader, columns: Sequence[Column] | None = None) -> bool:
    """Whether a row's words are headings: at least three of them, and at least half of its cells.

    Two suffice where one names the row and the other a figure with its whole period, or where
    the row is ruled as the upper one of two. Under the headings of *columns* a value of one of
    them is no heading.
    """
    cells = [cell for cell in row.cells if prints(cell)]
    if len(cells) < 2:
        return False
    said: list[HeadingText] = []
    unknown = 0
    for cell in _plainest_first(cells):
        heading = _read(cell, reader)
        said.append(heading)
        if not heading.known or (columns is not None and _is_value(cell, heading, columns)):
            unknown += 1
            if unknown * 2 > len(cells):  # of nearly every row
                return False
    known = len(cells) - unknown
    if known < 2:
        return False
    if known >= 3 or (columns is None and _is_ruled_in_two(cells)):
        return True
    if _has_identity(said) and any(heading.period is not None for heading in said):
        return True
    return columns is None and len(cells) == 2 and _name_and_figure(cells, reader)


def _name_and_figure(cells: Sequence[Cell], reader: HeadingReader) -> bool:
    """Whether two headings are those of an indicator and its result or target (``KPI | Value``)."""
    name, value = (_read(cell, reader) for cell in cells)
    family = (value.meaning or "").partition(".")[0]
    return (
        (name.meaning, name.near, value.near) == ("title", None, None)
        and _OF_INDICATORS.search(cells[0].plain) is not None
        and family in _OF_FIGURES
    )


def heads_bare_years(row: Row, reader: HeadingReader) -> bool:
    """Whether a row before any headings names its rows and heads columns as ``2023 | 2024``.

    The years run on, or one stands among other headings.
    """
    cells = [cell for cell in row.cells if prints(cell)]
    if len(cells) < 3 or not any(map(_may_be_year, cells)):
        return False
    said = [_read(cell, reader) for cell in cells]
    years = [each.bare_year for each in said if each.bare_year and each.meaning is None]
    known = sum(each.known and each.near is None for each in said)
    return bool(years) and _has_identity(said) and known + len(years) == len(said) and run_on(years)


def _may_be_year(cell: Cell) -> bool:
    return is_bare_year(cell.plain.strip())


def _is_ruled_in_two(cells: Sequence[Cell]) -> bool:
    """Whether some of the cells stand over several columns, and all others reach down beside them.

    (``Customer Services KPIs | RAG rating | DoT`` over ``Latest | Previous``.)
    """
    over = [cell.col_span > 1 and cell.row_span == 1 for cell in cells]
    beside = [cell.col_span == 1 and cell.row_span == 2 for cell in cells]
    return any(over) and any(beside) and all(map(operator.or_, over, beside))


def _heads(said: HeadingText) -> bool:
    """Whether a cell may stand below a heading: ``Restated`` says which of two figures it is."""
    return said.known or said.standing is not None or said.bare_year is not None


def is_lower_level(row: Row, above: list[Row], reader: HeadingReader) -> bool:
    """Whether *row* is a second level of the heading rows *above* it.

    Its cells divide the cells above them, or one of the two names the period and the other what is
    measured (``2019/20`` over ``Achieved``). It may narrow the period above (``Q1`` under
    ``2019/20``) beside the heading of the names that reaches down over it, or alone in its row.
    """
    cells = [cell for cell in row.cells if prints(cell)]
    if not cells or not all(
        _heads(_read(cell, reader)) or divides_heading(cell, row, above[-1], reader)
        for cell in _plainest_first(cells)
    ):
        return False
    said = _said(row, reader)
    if _has_identity(said) and any(_has_identity(_said(upper, reader)) for upper in above):
        return False
    if not run_on([each.bare_year for each in said if each.bare_year]):
        return False
    for cell, below in zip(cells, said, strict=True):
        over = above[-1].cell_at(cell.col_no)
        divides = over is not None and prints(over) and over.col_span > cell.col_span
        if below.bare_year is not None and not divides:
            return False  # a number of that size, in a row without a name
        if len(cells) == 1 and over is not None and _read(over, reader).meaning in _IDENTITIES:
            return False  # ``Quarter 1`` over the rows that it dates
        if over is None or not prints(over) or divides:
            continue
        said_above = reader.read(over.plain)
        if said_above.has_period == below.has_period and not (
            _is_part_of(below, said_above)
            and (len(cells) == 1 or said_above.part or _is_beside_names(row, above, reader))
        ):
            return False
    return True


def _is_part_of(below: HeadingText, above: HeadingText) -> bool:
    """Whether of two headings one names a part of the year that the other names."""
    year = above.period
    if year is None and above.part is not None:
        return below.period is not None and below.period.kind == "year"
    if year is None or year.kind != "year":
        return False
    if below.period is None:
        return below.part is not None
    return year.start <= below.period.start and below.period.end <= year.end


def _is_beside_names(row: Row, above: list[Row], reader: HeadingReader) -> bool:
    """Whether a heading that names the rows spans from one of the rows *above* into *row*."""
    return any(
        cell.row_span > row.row_no - upper.row_no
        for upper in above
        for cell in upper.cells
        if prints(cell) and _read(cell, reader).meaning in _IDENTITIES
    )


def goes_on_below(row: Row, above: Row, reader: HeadingReader) -> bool:
    """Whether *row*, right below headings, says more of their columns: it names no rows itself.

    (``Ref | Indicator | 04/05 | Met?`` over `` | | Actual | Y/N``, without spans.)
    """
    if not is_heading(row, reader) or _has_identity(_said(row, reader)):
        return False
    names = [
        cell for cell in above.cells if prints(cell) and _read(cell, reader).meaning in _IDENTITIES
    ]
    below = [row.cell_at(cell.col_no) for cell in names]
    return bool(names) and not any(cell is not None and prints(cell) for cell in below)


def is_upper_level(row: Row, reader: HeadingReader, table: Table, *, first: bool) -> bool:
    """Whether a row just above the headings belongs to them: periods or measures over columns.

    Above the *first* headings of a table words over several columns need not be known.
    """
    said = _said(row, reader)
    grouping = [cell for cell in row.cells if prints(cell) and cell.col_span > 1] if first else []
    known = sum(heading.known for heading in said)
    if not said or is_banner(row, table.columns):
        return False
    if not known:
        return len(grouping) == len(said) > 1
    if _has_identity(said):
        unknown = [cell for cell in grouping if not _read(cell, reader).known]
        return _names_reach_down(row, reader) and known + len(unknown) == len(said)
    return known == len(said) or known + len(grouping) > len(said)


def heads_groups(row: Row, below: Row, reader: HeadingReader) -> bool:
    """Whether a row of known headings names no rows and stands over groups of those *below*."""
    said = _said(row, reader)
    if _has_identity(said) or not all(each.known for each in said):
        return False
    return any(
        cell.col_span > 1
        and all(
            (under := below.cell_at(at)) is not None and prints(under) and under.col_span == 1
            for at in range(cell.col_no, cell.col_no + cell.col_span)
        )
        for cell in row.cells
        if prints(cell)
    )


def _names_reach_down(row: Row, reader: HeadingReader) -> bool:
    """Whether what names the rows stands in cells that span into the headings below."""
    return all(
        cell.row_span > 1
        for cell in row.cells
        if prints(cell) and _read(cell, reader).meaning in _IDENTITIES
    )
