"""What stands in the cells of a grid: text, fill, pictures and shapes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import reduce
from typing import NamedTuple

from crossfoot.extract.characters import UNKNOWN, Run
from crossfoot.extract.drawing import Fill, Picture, Shape
from crossfoot.extract.grid import Grid
from crossfoot.extract.lines import lines_of
from crossfoot.extract.marks import Marks
from crossfoot.extract.share import Places, share_out, spot_of, unplaced
from crossfoot.extract.unread import FIGURE
from crossfoot.schema.page import Box, CellPart, Doubt

_COVERED = 0.3  # of a cell's area; less is a swatch or a highlight inside the cell
_LEAST_SWATCH = 4.0  # points
_WHITE = "#ffffff"
MOST_SHAPES = 4000  # on a page; a map or letters drawn as outlines, not icons
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


class PageTable(NamedTuple):
    """A grid on one page with its cells filled."""

    page: int
    grid: Grid
    cells: tuple[PageCell, ...]


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
    identify: Callable[[Picture], str | None],
    painted: Callable[[int], int],
) -> Filled:
    """Put the marks of a page into its grids.

    A mark belongs to the cell that holds its centre; of nested grids the smaller one. *identify*
    names a picture, *painted* the text object of the character at an order.
    """
    places = sorted((Places(grid) for grid in grids), key=lambda place: place.grid.box.area)
    texts, outside, doubts = share_out(marks.runs, places, painted, marks.page)
    symbols, loose = _symbols(marks, places, identify)
    tables = [
        _table(marks, place, text, symbol, doubts)
        for place, text, symbol in zip(places, texts, symbols, strict=True)
    ]
    tables.sort(key=lambda table: (table.grid.box.y0, table.grid.box.x0))
    doubts.extend(unplaced(outside, grids, marks.page))
    doubts.extend(_scattered(tables))
    return Filled(tables, outside, loose, doubts)


def _table(
    marks: Marks,
    place: Places,
    texts: dict[int, list[Run]],
    symbols: dict[int, list[tuple[float, str]]],
    doubts: list[Doubt],
) -> PageTable:
    colours = _fills(marks.fills, place.grid)
    cells = []
    for index, cell in enumerate(place.grid.cells):
        text, raised, bold_at, gaps = _text(texts.get(index, []))
        if gaps >= _FEWEST_GAPS:
            doubts.append(Doubt("columns", marks.page, cell.box.rounded(), _FAR_APART))
        lines = text.split("\n")
        if len(lines) > 1 and all(map(FIGURE.match, lines)):
            doubts.append(Doubt("rows", marks.page, cell.box.rounded(), _SEVERAL_FIGURES))
        if UNKNOWN in text:
            doubts.append(Doubt("unreadable", marks.page, cell.box.rounded(), _NO_LETTERS))
        part = CellPart(
            1,
            marks.page,
            cell.box.rounded(),
            text,
            colours.get(index),
            tuple(name for _, name in sorted(symbols.get(index, ()))),
            raised,
        )
        cells.append(PageCell(cell.row, cell.column, cell.row_span, cell.col_span, part, bold_at))
    if _lacks_row_rules(cells):
        doubts.append(Doubt("rows", marks.page, place.grid.box.rounded(), _ALL_TALL))
    return PageTable(marks.page, place.grid, tuple(cells))


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
    last = [cell for cell in cells if cell.row == cells[-1].row]
    return (
        cells[-1].row < 2
        and len(last) >= _FEWEST_COLUMNS
        and all(cell.part.text.count("\n") >= _MANY_LINES for cell in last)
    )


def _text(
    runs: list[Run],
) -> tuple[str, tuple[tuple[int, int], ...], int | None, int]:
    if not runs:
        return "", (), None, 0
    lines = lines_of(runs)
    raised: list[tuple[int, int]] = []
    length = 0
    for line in lines:
        raised.extend((start + length, end + length) for start, end in line.raised)
        length += len(line.text) + 1
    whole = "\n".join(line.text for line in lines)
    return whole, tuple(raised), lines[0].order, sum(line.gaps for line in lines)


def _fills(fills: Sequence[Fill], grid: Grid) -> dict[int, str | None]:
    """Return each cell's topmost fill: the last painted that holds its centre and most of it."""
    colours: dict[int, str | None] = {}
    bounds = grid.box
    near = [
        fill
        for fill in fills
        if fill.box.x1 > bounds.x0
        and fill.box.x0 < bounds.x1
        and fill.box.y1 > bounds.y0
        and fill.box.y0 < bounds.y1
    ]
    for index, cell in enumerate(grid.cells if near else ()):
        box = cell.box
        x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        for fill in reversed(near):
            area = fill.box
            if area.x0 <= x <= area.x1 and area.y0 <= y <= area.y1 and _covers(area, box):
                colours[index] = None if fill.colour == _WHITE else fill.colour
                break
    return colours


def _covers(fill: Box, cell: Box) -> bool:
    return fill.overlap(cell).area >= _COVERED * cell.area


def _symbols(
    marks: Marks, places: Sequence[Places], identify: Callable[[Picture], str | None]
) -> tuple[list[dict[int, list[tuple[float, str]]]], list[tuple[Box, str]]]:
    """Put pictures, shapes and swatches into cells; return those outside every cell as well."""
    found: list[dict[int, list[tuple[float, str]]]] = [defaultdict(list) for _ in places]
    loose: list[tuple[Box, str]] = []
    candidates = [(picture.box, picture) for picture in marks.pictures]
    shapes = _whole_shapes(marks.shapes)
    swatches = [(fill.box, fill) for fill in marks.fills if _is_swatch(fill)]
    marked: list[tuple[Box, Picture | Fill | str]] = [*candidates, *shapes, *swatches]
    for box, mark in marked:
        x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        spot = spot_of(places, x, y)
        if isinstance(mark, Fill):
            if spot and _covers(box, places[spot[0]].grid.cells[spot[1]].box):
                continue
            name: str | None = f"fill:{mark.colour}"
        else:
            name = identify(mark) if isinstance(mark, Picture) else mark
        if name is None:
            continue
        if spot is None:
            loose.append((box, name))
        else:
            found[spot[0]][spot[1]].append((x, name))
    return found, loose


def _is_swatch(fill: Fill) -> bool:
    wide, high = fill.box.x1 - fill.box.x0, fill.box.y1 - fill.box.y0
    return min(wide, high) >= _LEAST_SWATCH and max(wide, high) <= 40 and fill.colour != _WHITE


def _whole_shapes(shapes: Sequence[Shape]) -> list[tuple[Box, str]]:
    """Join the parts of one drawn icon (a disc, its rim, the tick on it) into one shape."""
    if len(shapes) > MOST_SHAPES:
        return []
    wholes: list[tuple[Box, list[str]]] = []
    for shape in shapes:
        for at, (box, outlines) in enumerate(wholes):
            if _overlap(box, shape.box):
                wholes[at] = (box.union(shape.box), [*outlines, shape.outline])
                break
        else:
            wholes.append((shape.box, [shape.outline]))
    return [(box, "shape:" + "+".join(outlines)) for box, outlines in wholes]


def _overlap(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1
