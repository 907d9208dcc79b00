"""Pictures of what a row rests on: the file a document was read from, and strips of its pages.

A strip shows the cells in question outlined in their row, below the table's heading where that
stands on the same page: what a person would cut out and pin to a working paper.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from PIL import Image, ImageDraw

from crossfoot.extract.render import POINTS_PER_INCH, page_pictures
from crossfoot.schema.page import Box
from crossfoot.schema.rows import CellRow
from crossfoot.sources import find_files, identify

OUTLINE = (200, 0, 120)
_HEADINGS = frozenset({"heading", "repeated_heading"})
# Points around what is cut out: enough for the rules, too little for words of the next row.
_MARGIN = 1.0
_TEAR = 4  # pixels between the heading and a row that does not follow it


class Files:
    """Finds the PDF of a document: where it was read last, else in *folders*, by its hash."""

    def __init__(self, known: Mapping[str, Path], folders: Sequence[Path] = ()) -> None:
        self._known = known
        self._folders = folders
        self._checked: dict[str, Path | None] = {}

    def path(self, document_id: str) -> Path | None:
        """Return a file with the document's very bytes, None where there is none."""
        if document_id not in self._checked:
            self._checked[document_id] = self._find(document_id)
        return self._checked[document_id]

    def _find(self, document_id: str) -> Path | None:
        path = self._known.get(document_id)
        if path is not None and path.is_file() and identify(path).document_id == document_id:
            return path
        return self._elsewhere.get(document_id)

    @cached_property
    def _elsewhere(self) -> dict[str, Path]:
        if not self._folders:
            return {}
        return {identify(path).document_id: path for path in find_files(self._folders).paths}


class Pages:
    """Pictures of pages, drawn document by document and kept no longer than that document."""

    def __init__(self, files: Files, dots_per_inch: int = 150) -> None:
        self._files = files
        self._dots = dots_per_inch
        self._document: str | None = None
        self._pages: dict[int, Image.Image] = {}

    @property
    def scale(self) -> float:
        """Pixels a point."""
        return self._dots / POINTS_PER_INCH

    def draw(self, document_id: str, pages: Collection[int]) -> bool:
        """Draw those pages of a document; False where its file is not there.

        Raises DocumentError where a page cannot be drawn.
        """
        path = self._files.path(document_id)
        if path is None:
            return False
        if document_id != self._document:
            self._document, self._pages = document_id, {}
        missing = sorted(set(pages) - set(self._pages))
        if missing:
            drawn = page_pictures(path, missing, self._dots)
            self._pages.update(zip(missing, drawn, strict=True))
        return True

    def page(self, document_id: str, page: int) -> Image.Image | None:
        """Return one page, None where the document's file is not there."""
        return self._pages[page] if self.draw(document_id, [page]) else None


def strip(
    page: Image.Image, scale: float, row: Sequence[CellRow], proof: Collection[str]
) -> Image.Image:
    """Cut the rows of the cells *proof* (ids) out of a page, each of them outlined.

    *row* are the cells of the page that belong to the same table, *scale* the pixels a point.
    Raises ValueError where none of *proof* stands on the page.
    """
    marked = [cell for cell in row if cell.cell_id in proof]
    if not marked:
        raise ValueError("none of the cells stands on this page")
    rows = {number for cell in marked for number in _rows_of(cell)}
    shown = [cell for cell in row if rows & _rows_of(cell)]
    body = _around(shown)
    outlined = page.copy()
    pen = ImageDraw.Draw(outlined)
    for cell in marked:
        edges = [edge * scale for edge in (cell.x0, cell.y0, cell.x1, cell.y1)]
        pen.rectangle(edges, outline=OUTLINE, width=max(2, round(1.5 * scale)))
    heads = [cell for cell in row if cell.role in _HEADINGS and cell.y1 <= body.y0 + 1]
    if not heads:
        return _cut(outlined, body, scale)
    heading = _around(heads)
    if body.y0 - heading.y1 <= 2 * _MARGIN:  # the heading is the row above
        return _cut(outlined, _union([heading, body]), scale)
    return _stacked(outlined, heading, body, scale)


def spot(page: Image.Image, scale: float, box: Box) -> Image.Image:
    """Cut a place that is no cell, a sentence for instance, out of a page, outlined."""
    outlined = page.copy()
    edges = [edge * scale for edge in box]
    ImageDraw.Draw(outlined).rectangle(edges, outline=OUTLINE, width=max(2, round(1.5 * scale)))
    return _cut(outlined, box, scale)


def _rows_of(cell: CellRow) -> set[int]:
    return set(range(cell.row_no, cell.row_no + cell.row_span))


def _around(cells: Iterable[CellRow]) -> Box:
    return _union([Box(cell.x0, cell.y0, cell.x1, cell.y1) for cell in cells])


def _union(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def _cut(page: Image.Image, box: Box, scale: float) -> Image.Image:
    left, top = (max(0, round((edge - _MARGIN) * scale)) for edge in (box.x0, box.y0))
    right = min(page.width, round((box.x1 + _MARGIN) * scale))
    bottom = min(page.height, round((box.y1 + _MARGIN) * scale))
    return page.crop((left, top, max(right, left + 1), max(bottom, top + 1)))


def _stacked(page: Image.Image, heading: Box, body: Box, scale: float) -> Image.Image:
    """Return the heading above the row, both as wide as the wider, parted by a grey tear."""
    left, right = min(heading.x0, body.x0), max(heading.x1, body.x1)
    upper = _cut(page, heading._replace(x0=left, x1=right), scale)
    lower = _cut(page, body._replace(x0=left, x1=right), scale)
    whole = Image.new("RGB", (upper.width, upper.height + _TEAR + lower.height), (150, 150, 150))
    whole.paste(upper, (0, 0))
    whole.paste(lower, (0, upper.height + _TEAR))
    return whole
