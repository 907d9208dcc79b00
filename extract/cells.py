"""What stands in the cells of a grid: text, fill, pictures and shapes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import reduce
from typing import NamedTuple

from crossfoot.extract import compiled
from crossfoot.extract.cell_fills import cell_fills
from crossfoot.extract.characters import UNKNOWN, Run, any_turned
from crossfoot.extract.grid import Grid, GridCell
from crossfoot.extract.lines import lines_of
from crossfoot.extract.marks import Marks
from crossfoot.extract.pen import LEVEL
from crossfoot.extract.places import Places
from crossfoot.extract.share import share_out
from crossfoot.extract.signs import Eye, place_symbols
from crossfoot.extract.turned import grid_as_read, spot_as_read, turn_of
from crossfoot.extract.unplaced import unplaced
from crossfoot.extract.unread import FIGURE
from crossfoot.schema.page import Box, CellPart, Doubt

_FEWEST_BOXES = 4
_FEWEST_COLUMNS, _MANY_LINES = 3, 4
_SEVERAL_FIGURES = "figures stand below each other in one cell: rules between rows may be missing"
_ALL_TALL = (
    "every column of this table is many lines long: the rules between its rows may be missing"
)
_FEWEST_GAPS = 2  # one is a tab stop
_NO_LETTERS = "signs in this cell stand over each other, or their font does not say what they are"
_FAR_APART = "words stand far apart in one cell: the rules between its columns may be missing"


class PageCell(NamedTuple):
    """A cell on one page with what stands in it; ``row`` and ``column`` count from 0."""

    row: int
    column: int
    row_span: int
    col_span: int
    part: CellPart
    bold_at: int | None


_KINDS = CellPart, PageCell, Box


class PageTable(NamedTuple):
    """A grid on one page with its cells filled.

    ``grid`` is the one displayed, ``laid`` the one that rows and columns of the cells are of: the
    same, but where the print is turned (``turn``). ``rests`` are the columns, from 0, whose cell in
    the first row is blank because the one above the page end reaches down beside it.
    """

    page: int
    grid: Grid
    cells: tuple[PageCell, ...]
    laid: Grid
    turn: int = LEVEL
    rests: frozenset[int] = frozenset()


class Inside(NamedTuple):
    """What stands inside the cells of one grid, by cell."""

    texts: dict[int, list[Run]]
    fills: dict[int, str | None]
    symbols: dict[int, list[tuple[float, str]]]


class Filled(NamedTuple):
    """What the marks of a page make of its grids.

    ``outside`` are the characters, ``loose`` the pictures and shapes with their identities, that
    stand in no cell.
    """

    tables: list[PageTable]
    outside: list[Run]
    loose: list[tuple[Box, str]]
    doubts: list[Doubt]


def fill_grids(
    marks: Marks,
    grids: Sequence[Grid],
    eye: Eye,
    painted: Callable[[int], int],
) -> Filled:
    """Put the marks of a page into its grids.

    A mark belongs to the cell that holds its centre; of nested grids the smaller one. *eye*
    names symbols, *painted* tells the text object of the character at an order.
    """
    places = sorted((Places(grid) for grid in grids), key=lambda place: place.grid.box.area)
    texts, outside, doubts = share_out(marks.runs, places, painted, marks.page)
    painted_in = [cell_fills(marks.fills, place.grid) for place in places]
    symbols, loose = place_symbols(marks, places, painted_in, texts, eye)
    tables = [
        _table(marks, place.grid, Inside(text, fills.colours, symbol), eye, doubts)
        for place, text, fills, symbol in zip(places, texts, painted_in, symbols, strict=True)
    ]
    if any_turned(marks.runs):
        tables = [_as_read(table, turn_of(text)) for table, text in zip(tables, texts, strict=True)]
    tables.sort(key=lambda table: (table.grid.ys[0], table.grid.xs[0]))
    doubts.extend(unplaced(outside, grids, marks.page))
    doubts.extend(_scattered(tables))
    return Filled(tables, outside, loose, doubts)


def _table(
    marks: Marks,
    grid: Grid,
    inside: Inside,
    eye: Eye,
    doubts: list[Doubt],
) -> PageTable:
    cells: list[PageCell] = []
    while len(cells) < len(grid.cells):
        if compiled.loops is not None:
            compiled.loops.fill_cells(grid.cells, inside, marks.page, cells, _KINDS)
        if len(cells) < len(grid.cells):
            cells.append(_cell(marks.page, grid.cells, len(cells), inside, eye, doubts))
    if _lacks_row_rules(cells):
        doubts.append(Doubt("rows", marks.page, grid.box.rounded(), _ALL_TALL))
    return PageTable(marks.page, grid, tuple(cells), grid)


def _cell(
    page: int,
    cells: Sequence[GridCell],
    index: int,
    inside: Inside,
    eye: Eye,
    doubts: list[Doubt],
) -> PageCell:
    cell = cells[index]
    runs = inside.texts.get(index, [])
    text, raised, bold_at, gaps, told = _text(runs)
    symbols = inside.symbols.get(index, [])
    if not text.isascii():
        symbols = [*symbols, *eye.signs(runs, text)]
    if gaps >= _FEWEST_GAPS:
        doubts.append(Doubt("columns", page, cell.box.rounded(), _FAR_APART))
    for word, sure in told:
        doubts.append(_small(page, cell.box, word, sure))
    lines = text.split("\n")
    if len(lines) > 1 and all(map(FIGURE.match, lines)):
        doubts.append(Doubt("rows", page, cell.box.rounded(), _SEVERAL_FIGURES))
    if UNKNOWN in text:
        doubts.append(Doubt("unreadable", page, cell.box.rounded(), _NO_LETTERS))
    part = CellPart(
        1,
        page,
        cell.box.rounded(),
        text,
        inside.fills.get(index),
        tuple(name for _, name in sorted(symbols)) if symbols else (),
        raised,
    )
    return PageCell(cell.row, cell.column, cell.row_span, cell.col_span, part, bold_at)


def _small(page: int, box: Box, word: str, sure: bool) -> Doubt:
    """Return what to say of a figure with smaller digits beside it."""
    if sure:
        message = f"the small digits of “{word}” were taken for a footnote's"
        return Doubt("small_digits", page, box.rounded(), message, "note")
    message = f"the small digits of “{word}” may be part of the number, or a footnote's"
    return Doubt("small_digits", page, box.rounded(), message)


def _as_read(table: PageTable, turn: int) -> PageTable:
    """Return a table whose print is turned with the rows that a reader of it sees."""
    if turn == LEVEL:
        return table
    cells = [PageCell(*spot_as_read(table.grid, turn, cell[:4]), *cell[4:]) for cell in table.cells]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    laid = grid_as_read(table.grid, turn)
    return table._replace(cells=tuple(cells), laid=laid, turn=turn)


def _scattered(tables: Sequence[PageTable]) -> list[Doubt]:
    """Return a doubt where a page holds many boxes of one cell in rows and columns."""
    alone = [table for table in tables if len(table.cells) == 1 and table.cells[0].part.text]
    tops = Counter(round(table.grid.box.y0) for table in alone)
    lefts = Counter(round(table.grid.box.x0) for table in alone)
    apart = [
        table.grid.box
        for table in alone
        if tops[round(table.grid.box.y0)] > 1 and lefts[round(table.grid.box.x0)] > 1
    ]
    if len(apart) < _FEWEST_BOXES:
        return []
    around = reduce(Box.union, apart)
    message = f"{len(apart)} boxes of one cell stand in rows and columns: they may be one table"
    return [Doubt("boxes", tables[0].page, around.rounded(), message)]


def _lacks_row_rules(cells: Sequence[PageCell]) -> bool:
    """Whether a table of one or two rows holds many lines in each of its columns."""
    bottom = cells[-1].row
    if bottom > 1:
        return False
    last = [cell for cell in cells if cell.row == bottom]
    return len(last) >= _FEWEST_COLUMNS and all(
        cell.part.text.count("\n") >= _MANY_LINES for cell in last
    )


def _text(
    runs: list[Run],
) -> tuple[str, tuple[tuple[int, int], ...], int | None, int, list[tuple[str, bool]]]:
    if not runs:
        return "", (), None, 0, []
    lines = lines_of(runs)
    raised: list[tuple[int, int]] = []
    length = 0
    for line in lines:
        raised.extend((start + length, end + length) for start, end in line.raised)
        length += len(line.text) + 1
    whole = "\n".join(line.text for line in lines)
    told = [word for line in lines for word in line.told]
    return whole, tuple(raised), lines[0].order, sum(line.gaps for line in lines), told
