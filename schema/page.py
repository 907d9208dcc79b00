"""What is found on a page: boxes, cells, tables and lines of text.

These are tuples, not pydantic models: a model per cell costs more than reading the cell.
Coordinates are PDF points, origin top-left of the page as displayed (rotation and crop box
applied), y down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from crossfoot.schema import compiled
from crossfoot.schema.superscripts import level_text, without_footnotes
from crossfoot.schema.text import fold
from crossfoot.schema.values import Severity

if TYPE_CHECKING:
    from crossfoot.schema.turned_page import TurnedPage

#: How a table's cells were told apart: by rules on all sides, by rules between rows only and
#: gaps between columns, or by gaps alone.
Ruling = Literal["ruled", "rows", "none"]


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom, with ``x0 <= x1`` and ``y0 <= y1``."""

    x0: float
    y0: float
    x1: float
    y1: float

    def rounded(self) -> Box:
        """Return the box rounded to 0.01 pt, the precision that is published."""
        x0, y0, x1, y1 = self
        edges = round(x0, 2) + 0.0, round(y0, 2) + 0.0, round(x1, 2) + 0.0, round(y1, 2) + 0.0
        return _new_box(Box, edges)

    @property
    def area(self) -> float:
        return (self.x1 - self.x0) * (self.y1 - self.y0)

    def overlap(self, other: Box) -> Box:
        """Return the part that both cover; a box of no area where they do not meet."""
        left, top, right, bottom = self
        x0, y0, x1, y1 = other
        x0, y0 = max(left, x0), max(top, y0)
        return _new_box(Box, (x0, y0, max(x0, min(right, x1)), max(y0, min(bottom, y1))))

    def union(self, other: Box) -> Box:
        """Return the smallest box around both."""
        return Box(
            min(self.x0, other.x0),
            min(self.y0, other.y0),
            max(self.x1, other.x1),
            max(self.y1, other.y1),
        )

    @staticmethod
    def around(boxes: Sequence[Box]) -> Box:
        """Return the smallest box around all of *boxes*, of which there is at least one."""
        if len(boxes) == 1:
            return boxes[0]
        x0, y0, x1, y1 = zip(*boxes, strict=True)
        return _new_box(Box, (min(x0), min(y0), max(x1), max(y1)))


#: Makes a box of its edges in half the time of the name of its kind: a page has thousands.
_new_box: Callable[[type[Box], tuple[float, ...]], Box] = tuple.__new__


class CellPart(NamedTuple):
    r"""A cell, or the part of a cut cell that stands on one page.

    ``fragment`` is 1, or 2 and on for parts after a page end. ``box`` is rounded to 0.01. ``text``
    has one line per printed line, joined by ``"\n"``. ``fill`` is ``#rrggbb`` of the topmost fill
    behind the cell, ``None`` where there is none or it is white. ``symbols`` are the names of the
    pictures, drawn shapes and colour swatches whose centre is inside, and of signs among the
    characters, left to right (:mod:`crossfoot.schema.symbol`; same look, same name within the
    document). ``raised`` are ``(start, end)`` index pairs into ``text`` of characters printed as
    superscript.
    """

    fragment: int
    page: int
    box: Box
    text: str
    fill: str | None = None
    symbols: tuple[str, ...] = ()
    raised: tuple[tuple[int, int], ...] = ()

    @property
    def level_text(self) -> str:
        """The text without the characters printed as superscript."""
        return level_text(self.text, self.raised)


class Cell(NamedTuple):
    """One cell of a table, with one part per page it stands on."""

    col_no: int
    row_span: int
    col_span: int
    parts: tuple[CellPart, ...]

    @property
    def lines(self) -> str:
        """The text of all parts, one line per printed line."""
        if len(self.parts) == 1:  # nearly every cell, and asked often
            return self.parts[0].text
        return "\n".join(part.text for part in self.parts if part.text)

    @property
    def text(self) -> str:
        """The text of all parts, folded to one line; ``""`` where nothing is printed."""
        parts = self.parts
        return fold(parts[0].text if len(parts) == 1 else self.lines)

    @property
    def plain(self) -> str:
        """Like :attr:`text`, without the characters printed as superscript."""
        parts = self.parts
        if len(parts) == 1:
            part = parts[0]
            return fold(part.level_text if part.raised else part.text)
        return fold("\n".join(part.level_text for part in parts))

    @property
    def named(self) -> str:
        """The text without the footnotes of its words and codes, folded.

        Other superscripts stay: ``1st``, ``m2``.
        """
        parts = self.parts
        if len(parts) == 1 and not parts[0].raised:  # nearly every cell
            return fold(parts[0].text)
        if not any(part.raised for part in parts):
            return self.text
        return fold("\n".join(without_footnotes(part.text, part.raised) for part in parts))

    @property
    def raised_text(self) -> str:
        """The characters printed as superscript, folded; ``""`` where there are none."""
        if len(self.parts) == 1 and not self.parts[0].raised:
            return ""
        pieces = [part.text[start:end] for part in self.parts for start, end in part.raised]
        return fold(" ".join(pieces))

    @property
    def fill(self) -> str | None:
        parts = self.parts
        if len(parts) == 1:
            return parts[0].fill or None
        return next((part.fill for part in parts if part.fill), None)

    @property
    def symbols(self) -> tuple[str, ...]:
        parts = self.parts
        if len(parts) == 1:
            return parts[0].symbols
        return tuple(symbol for part in parts for symbol in part.symbols)

    @property
    def first(self) -> CellPart:
        return self.parts[0]


def _prints(cell: Cell) -> bool:
    parts = cell.parts
    if len(parts) == 1:
        text = parts[0].text
        return text != "" and not text.isspace()
    for part in parts:  # noqa: SIM110 - a generator costs twice the time
        if part.text and not part.text.isspace():
            return True
    return False


#: Whether a cell prints any text. Cheaper than folding its text, and asked often.
prints = compiled.answered(Cell, _prints)


class Row(NamedTuple):
    """One row of a table; ``row_no`` counts from 1 and counts headings, repeated ones too.

    A cell that spans several rows stands in its topmost row only.
    """

    row_no: int
    cells: tuple[Cell, ...]
    repeats_heading: bool = False

    def cell_at(self, col_no: int) -> Cell | None:
        """The cell of this row that covers the column, or ``None``."""
        for cell in self.cells:  # a generator costs twice the time
            if cell.col_no <= col_no < cell.col_no + cell.col_span:
                return cell
        return None


class Table(NamedTuple):
    """One table, joined over the pages it runs over.

    ``columns`` is the number of grid columns; a cell covers ``col_no .. col_no + col_span - 1``.
    ``bounds`` has one ``(page, box)`` per page the table stands on, in order.
    """

    table_no: int
    columns: int
    rows: tuple[Row, ...]
    bounds: tuple[tuple[int, Box], ...]
    ruling: Ruling = "ruled"


class TextLine(NamedTuple):
    """One printed line outside every table, in reading order within its page.

    ``box`` is rounded to 0.01. ``size`` is the line's largest font size in points. ``margin`` marks
    running heads and feet: lines in the outer 12% of the page's height that recur there on another
    page, page numbers among them. ``symbols`` are those standing on the line, left to right.
    """

    page: int
    box: Box
    text: str
    size: float
    bold: bool = False
    margin: bool = False
    symbols: tuple[str, ...] = ()


class LostPage(NamedTuple):
    """A page that was not read, and why, in words for a person."""

    page: int
    reason: str


class Reading(NamedTuple):
    """All that was found in one document.

    ``pages`` is the page count that PDFium reports; every page is either read or in ``lost``.
    ``doubts`` are remarks of the reader on single cells, see :class:`Doubt`. ``asked`` are the
    pages that a second reader was asked about, ``seconded`` the places of the cell parts that it
    read with the same text. ``passed`` are the pages that were shown to be prose: their lines are
    there, no table was looked for. ``tables`` and ``lines`` of a long document are
    packed (:mod:`crossfoot.schema.packed_pages`): go through them in order. What stands on a page
    of ``turned`` is where it was read, not where it is displayed.
    """

    document_id: str
    file_name: str
    pages: int
    tables: Sequence[Table]
    lines: Sequence[TextLine]
    lost: tuple[LostPage, ...]
    doubts: tuple[Doubt, ...] = ()
    asked: frozenset[int] = frozenset()
    seconded: frozenset[tuple[int, Box]] = frozenset()
    passed: tuple[int, ...] = ()
    turned: tuple[TurnedPage, ...] = ()

    def parts(self) -> Iterator[tuple[Table, CellPart]]:
        """Yield the parts of all cells in print order, each with its table."""
        for table in self.tables:
            for row in table.rows:
                for cell in row.cells:
                    for part in cell.parts:
                        yield table, part


class Doubt(NamedTuple):
    """Something about a place on a page that the reader could not settle.

    ``kind`` is a short stable word (``overflow``, ``straddle``, ``shape``…); ``message`` is for a
    person. ``severity`` is ``note`` where what was read is most likely right.
    """

    kind: str
    page: int
    box: Box
    message: str
    severity: Severity = "warning"
