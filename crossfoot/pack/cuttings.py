"""The pictures of an audit pack: for every finding, the cells it speaks of, out of their pages."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from crossfoot.evidence import Pages, spot, strip
from crossfoot.pack.contents import Proved
from crossfoot.schema.errors import DocumentError
from crossfoot.schema.page import Box
from crossfoot.schema.paper import Document
from crossfoot.schema.rows import CellRow
from crossfoot.store.database import Store
from crossfoot.store.proofs import cells_on_pages

# A page of a committee paper has a handful of colours; more only make the file larger.
_COLOURS = 48


@dataclass(frozen=True)
class Cutting:
    """A picture of cells of one table on one page, and what stands in them.

    ``picture`` is a PNG as a ``data:`` URI, None where the file is not there or cannot be drawn;
    ``width`` is in CSS pixels of 1/96 inch, at the page's own size.
    """

    document: Document
    page: int
    texts: tuple[str, ...]
    picture: str | None
    width: int


@dataclass(frozen=True)
class _Wanted:
    """What is to be cut out of one page for one finding; ``table_no`` is null for a sentence."""

    finding_id: str
    page: int
    table_no: int | None
    cells: tuple[CellRow, ...]
    box: Box | None


def cuttings(
    store: Store,
    proved: Iterable[Proved],
    papers: Mapping[str, Document],
    pages: Pages,
    drawn: Callable[[], None] = lambda: None,
) -> dict[str, list[Cutting]]:
    """Return the pictures of each finding by its id, document by document.

    *drawn* is called after each document.
    """
    found: dict[str, list[Cutting]] = defaultdict(list)
    for document_id, wanted in sorted(_wanted(proved).items()):
        numbers = {item.page for item in wanted}
        tables = cells_on_pages(store, document_id, numbers)
        there = _draw(pages, document_id, numbers)
        for item in wanted:
            picture = _picture(pages, document_id, item, tables) if there else None
            width = round(picture.width / pages.scale * 96 / 72) if picture else 0
            texts = tuple(cell.text for cell in item.cells if cell.text)
            uri = _uri(picture) if picture else None
            found[item.finding_id].append(
                Cutting(papers[document_id], item.page, texts, uri, width)
            )
        drawn()
    return dict(found)


def documents_shown(proved: Iterable[Proved]) -> set[str]:
    """Return the ids of the documents that pictures come from."""
    return set(_wanted(proved))


def _wanted(proved: Iterable[Proved]) -> dict[str, list[_Wanted]]:
    """What to cut out, by document: a picture for each page and table that a finding speaks of."""
    found: dict[str, list[_Wanted]] = defaultdict(list)
    for item in proved:
        finding = item.finding
        places: dict[tuple[str, int, int], list[CellRow]] = defaultdict(list)
        for cell in item.cells:
            places[cell.document_id, cell.page, cell.table_no].append(cell)
        for (document_id, page, table_no), cells in places.items():
            found[document_id].append(
                _Wanted(finding.finding_id, page, table_no, tuple(cells), None)
            )
        if not places and finding.page is not None:
            box = _box((finding.x0, finding.y0, finding.x1, finding.y1))
            if box is not None:
                wanted = _Wanted(finding.finding_id, finding.page, None, (), box)
                found[finding.document_id].append(wanted)
    return found


def _box(edges: Sequence[float | None]) -> Box | None:
    known = [edge for edge in edges if edge is not None]
    return Box(*known) if len(known) == len(Box._fields) else None


def _draw(pages: Pages, document_id: str, numbers: set[int]) -> bool:
    """Draw the pages; where the document cannot be drawn the pack says so and goes on."""
    try:
        return pages.draw(document_id, numbers)
    except DocumentError:
        return False


def _picture(
    pages: Pages,
    document_id: str,
    wanted: _Wanted,
    tables: Mapping[tuple[int, int], Sequence[CellRow]],
) -> Image.Image | None:
    page = pages.page(document_id, wanted.page)
    if page is None:
        return None
    if wanted.table_no is None:
        return spot(page, pages.scale, wanted.box) if wanted.box else None
    proof = {cell.cell_id for cell in wanted.cells}
    return strip(page, pages.scale, tables[wanted.page, wanted.table_no], proof)


def _uri(picture: Image.Image) -> str:
    out = BytesIO()
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(out, format="PNG", optimize=True)
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode("ascii")
