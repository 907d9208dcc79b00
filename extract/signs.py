"""Symbols in the cells of a grid and beside lines: pictures, drawn shapes, swatches, signs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from crossfoot.extract import compiled
from crossfoot.extract.characters import Run
from crossfoot.extract.content import Content
from crossfoot.extract.drawing import Fill, Picture
from crossfoot.extract.grid import Grid
from crossfoot.extract.hung import cells_of
from crossfoot.extract.marks import Marks
from crossfoot.extract.pdfium import Page
from crossfoot.extract.pictures import PictureBook, PictureSight
from crossfoot.extract.places import Places, spot_of
from crossfoot.extract.printed_signs import names_sign_font, shows_signs, signs_in, with_signs
from crossfoot.extract.shapes import Drawn, Exact, ShapeBook, ShapeSight, whole_symbols
from crossfoot.schema.page import Box, TextLine

_COVERED = 0.3  # of a cell's area; less is a swatch or a highlight inside the cell
_BESIDE_FILL = 0.2  # of a cell's area: a second fill beside the first, none of them the cell's
_LEAST_SWATCH = 4.0  # points
LARGEST_SWATCH = 40.0
_WHITE = "#ffffff"
_MOST_LOOSE = 200  # drawn shapes outside tables: a key holds a dozen, a chart hundreds

Placed = tuple[float, str]  # left edge and name of a symbol


class Sights(NamedTuple):
    """The symbols of a page as a book came to name them."""

    pictures: tuple[PictureSight, ...]
    shapes: tuple[ShapeSight, ...]


class SignBook:
    """The symbols of one document. *data* is its file, asked once for the fonts it names."""

    def __init__(self, data: Content = b"") -> None:
        self.pictures = PictureBook()
        self.shapes = ShapeBook()
        self._data = data
        self.names_sign_font = names_sign_font(data)

    def agrees(self, sights: Sights) -> bool:
        """Whether this book names what a :class:`NotedBook` saw on the next page as that did."""
        shapes = self.shapes.agrees(sights.shapes)
        return self.pictures.agrees(sights.pictures, self._data) and shapes

    def translated(self, page: Page, runs: list[Run]) -> list[Run]:
        """Return the runs with the characters of symbol fonts turned into what they look like."""
        return with_signs(page, runs, self.names_sign_font)

    def shows_signs(self, lines: Iterable[TextLine]) -> bool:
        """Whether lines read without their fonts may hold signs that mean something."""
        return shows_signs((line.text for line in lines), self.names_sign_font)


class NotedBook(SignBook):
    """A book for some of the pages that *whole* is the book of; it notes what it is shown.

    It has not seen what stands on the pages before, and may name a symbol otherwise than they.
    """

    def __init__(self, whole: SignBook) -> None:
        super().__init__()
        self.names_sign_font = whole.names_sign_font
        self._seen: list[PictureSight] = []
        self._drawn: dict[Exact, ShapeSight] = {}
        self.pictures = PictureBook(self._seen)
        self.shapes = ShapeBook(self._drawn)

    def sights(self) -> Sights | None:
        """Return what was seen since this was asked last, ``None`` where that was nothing."""
        if not self._seen and not self._drawn:
            return None
        sights = Sights(tuple(self._seen), tuple(self._drawn.values()))
        self._seen.clear()
        self._drawn.clear()
        return sights


class Eye(NamedTuple):
    """Names the symbols of one page."""

    page: Page
    book: SignBook

    def name(self, mark: Picture | Drawn) -> str | None:
        if isinstance(mark, Picture):
            return self.book.pictures.identify(self.page, mark)
        return self.book.shapes.identify(mark)

    def signs(self, runs: Iterable[Run], text: str) -> Iterator[Placed]:
        """Yield the signs among the characters of a cell or a line that spells *text*."""
        return signs_in(self.page, runs, text)


def cell_fills(fills: list[Fill], grid: Grid) -> dict[int, str | None]:
    """Return each cell's topmost fill: the last painted that holds its centre and most of it.

    A cell that is painted in two halves has none.
    """
    bounds = grid.box
    if compiled.loops is not None:
        return compiled.loops.paint_cells(fills, grid.cells, bounds)
    colours: dict[int, str | None] = {}
    near = [
        fill
        for fill in fills
        if fill.box.x1 > bounds.x0
        and fill.box.x0 < bounds.x1
        and fill.box.y1 > bounds.y0
        and fill.box.y0 < bounds.y1
    ]
    near.reverse()
    for index, cell in enumerate(grid.cells if near else ()):
        x0, y0, x1, y1 = cell.box
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        for fill in near:
            left, top, right, bottom = fill[0]
            # Asked of each cell and fill: by name it would cost three times as much.
            if left <= x <= right and top <= y <= bottom and _covers(fill.box, cell.box):
                shared = any(_stands_beside(other, fill, cell.box) for other in near)
                colours[index] = None if shared or fill.colour == _WHITE else fill.colour
                break
    return colours


def _holds_centre(area: Box, cell: Box) -> bool:
    x, y = (cell.x0 + cell.x1) / 2, (cell.y0 + cell.y1) / 2
    return area.x0 <= x <= area.x1 and area.y0 <= y <= area.y1


def _covers(fill: Box, cell: Box) -> bool:
    return fill.overlap(cell).area >= _COVERED * cell.area


def _stands_beside(other: Fill, fill: Fill, cell: Box) -> bool:
    """Whether another fill takes a part of the cell that *fill* leaves."""
    if other.colour in (fill.colour, _WHITE) or other.box.overlap(cell).area <= 0:
        return False
    return (
        other.box.overlap(cell).area >= _BESIDE_FILL * cell.area
        and other.box.overlap(fill.box).area <= 0.1 * other.box.overlap(cell).area
    )


def place_symbols(
    marks: Marks,
    places: Sequence[Places],
    fills: Sequence[dict[int, str | None]],
    texts: Sequence[dict[int, list[Run]]],
    eye: Eye,
) -> tuple[list[dict[int, list[Placed]]], list[tuple[Box, str]]]:
    """Put pictures, drawn symbols and swatches into cells; return those outside cells as well.

    *fills* are the cells' own, by grid: what is one is no swatch. *texts* is the cells' print.
    """
    held: list[list[tuple[int, Box, Placed]]] = [[] for _ in places]
    loose: list[tuple[Box, Picture | Drawn | Fill]] = []
    marked: list[tuple[Box, Picture | Drawn | Fill]] = [
        *((picture.box, picture) for picture in marks.pictures),
        *((drawn.box, drawn) for drawn in whole_symbols(marks.shapes)),
        *((fill.box, fill) for fill in marks.fills if _is_swatch(fill)),
    ]
    for box, mark in marked:
        x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        spot = spot_of(places, x, y)
        if spot is None:
            loose.append((box, mark))
            continue
        grid, index = spot
        if isinstance(mark, Fill) and _is_cells(
            mark, places[grid].grid.cells[index].box, fills[grid].get(index)
        ):
            continue
        name = _name(mark, eye)
        if name is not None:
            held[grid].append((index, box, (x, name)))
    found: list[dict[int, list[Placed]]] = [defaultdict(list) for _ in places]
    for cells, place, text, symbols in zip(found, places, texts, held, strict=True):
        owners = cells_of(place, text, [symbol[:2] for symbol in symbols])
        for owner, (_, _, placed) in zip(owners, symbols, strict=True):
            cells[owner].append(placed)
    return found, list(_named(loose, eye))


def _named(
    loose: Sequence[tuple[Box, Picture | Drawn | Fill]], eye: Eye
) -> Iterator[tuple[Box, str]]:
    drawn = sum(isinstance(mark, Drawn) for _, mark in loose)
    for box, mark in loose:
        if isinstance(mark, Drawn) and drawn > _MOST_LOOSE:
            continue
        name = _name(mark, eye)
        if name is not None:
            yield box, name


def _name(mark: Picture | Drawn | Fill, eye: Eye) -> str | None:
    return f"fill:{mark.colour}" if isinstance(mark, Fill) else eye.name(mark)


def _is_cells(fill: Fill, cell: Box, colour: str | None) -> bool:
    """Whether a fill is the cell's own background."""
    return _covers(fill.box, cell) and colour is not None and _holds_centre(fill.box, cell)


def _is_swatch(fill: Fill) -> bool:
    wide, high = fill.box.x1 - fill.box.x0, fill.box.y1 - fill.box.y0
    return (
        min(wide, high) >= _LEAST_SWATCH
        and max(wide, high) <= LARGEST_SWATCH
        and fill.colour != _WHITE
    )
