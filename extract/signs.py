"""Symbols in the cells of a grid and beside lines: pictures, drawn shapes, swatches, signs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from crossfoot.extract.cell_fills import WHITE, Painted, covers
from crossfoot.extract.characters import Run
from crossfoot.extract.content import Content
from crossfoot.extract.drawing import Fill, Picture
from crossfoot.extract.hung import cells_of
from crossfoot.extract.marks import Marks
from crossfoot.extract.pdfium import Page
from crossfoot.extract.pictures import PictureBook, PictureSight
from crossfoot.extract.places import Places, spot_of
from crossfoot.extract.printed_signs import names_sign_font, shows_signs, signs_in, with_signs
from crossfoot.extract.shapes import Drawn, Exact, ShapeBook, ShapeSight, whole_symbols
from crossfoot.schema.page import Box, TextLine

_LEAST_SWATCH = 4.0  # points
LARGEST_SWATCH = 40.0
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


def place_symbols(
    marks: Marks,
    places: Sequence[Places],
    painted: Sequence[Painted],
    texts: Sequence[dict[int, list[Run]]],
    eye: Eye,
) -> tuple[list[dict[int, list[Placed]]], list[tuple[Box, str]]]:
    """Put pictures, drawn symbols and swatches into cells; return those outside cells as well.

    *painted* are the cells' own fills, by grid: what is one is no swatch, and several colours of
    one cell are one symbol. *texts* is the cells' print.
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
            mark, places[grid].grid.cells[index].box, painted[grid], index
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
    for cells, place, each in zip(found, places, painted, strict=True):
        for index, colours in each.mixed.items():
            cells[index].append((place.grid.cells[index].box.x0, f"fill:{'/'.join(colours)}"))
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


def _is_cells(fill: Fill, cell: Box, painted: Painted, index: int) -> bool:
    """Whether a fill is the cell's own background, or a part of it."""
    colour = painted.colours.get(index)
    if colour is None:
        return fill.colour in painted.mixed.get(index, ())
    return fill.colour == colour or (covers(fill.box, cell) and _holds_centre(fill.box, cell))


def _holds_centre(area: Box, cell: Box) -> bool:
    x, y = (cell.x0 + cell.x1) / 2, (cell.y0 + cell.y1) / 2
    return area.x0 <= x <= area.x1 and area.y0 <= y <= area.y1


def _is_swatch(fill: Fill) -> bool:
    wide, high = fill.box.x1 - fill.box.x0, fill.box.y1 - fill.box.y0
    return (
        min(wide, high) >= _LEAST_SWATCH
        and max(wide, high) <= LARGEST_SWATCH
        and fill.colour != WHITE
    )
