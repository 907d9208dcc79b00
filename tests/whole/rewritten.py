"""The same paper rewritten: turned, moved, scaled, stamped, locked."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import NameObject, RectangleObject
from reportlab.pdfgen.canvas import Canvas

from crossfoot.schema.page import Box
from crossfoot.schema.paper import Paper
from tests.whole.rows import RELATIONS

Rewrite = Callable[[PdfWriter], None]

#: What depends on the file's bytes or on the page's measures, not on what is printed.
_OF_THE_FILE = ("file_name", "symbol", "fill", "x0", "y0", "x1", "y1")


class Printed(NamedTuple):
    """What a paper says, without what a rewriting may change, and where its cells stand."""

    rows: dict[str, list[dict[str, Any]]]
    boxes: list[Box]


def printed(paper: Paper) -> Printed:
    """What was read from a paper; two readings of the same print are equal."""
    opened = paper.opened()
    rows = {relation: [_plain(row) for row in getattr(opened, relation)] for relation in RELATIONS}
    rows["cells"] = [_plain(cell) for cell in opened.cells]
    return Printed(rows, [Box(cell.x0, cell.y0, cell.x1, cell.y1) for cell in opened.cells])


def _plain(row: Any) -> dict[str, Any]:
    columns = row._asdict() if hasattr(row, "_asdict") else row.model_dump()
    return {
        name: value
        for name, value in columns.items()
        if not name.endswith("_id") and name not in _OF_THE_FILE
    }


def furthest(boxes: list[Box], others: list[Box], scale: float) -> float:
    """How far, in points, a side is from where the other reading has it, *scale* applied."""
    return max(
        abs(one * scale - two)
        for box, other in zip(boxes, others, strict=True)
        for one, two in zip(box, other, strict=True)
    )


def rewritten(path: Path, rewrite: Rewrite) -> bytes:
    """The paper after *rewrite*, as pypdf writes it."""
    writer = PdfWriter(clone_from=PdfReader(path))
    rewrite(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def squeezed(writer: PdfWriter) -> None:
    """Streams packed anew, equal objects kept once."""
    for page in writer.pages:
        page.compress_content_streams()
    writer.compress_identical_objects()


def moved(writer: PdfWriter) -> None:
    """A larger sheet, of which the old one is what is shown."""
    for page in writer.pages:
        x0, y0, x1, y1 = map(float, page.mediabox)
        page.mediabox = RectangleObject((x0 - 40, y0 - 55, x1 + 30, y1 + 20))
        page.cropbox = RectangleObject((x0, y0, x1, y1))


def turned(writer: PdfWriter) -> None:
    """Stored sideways and displayed upright."""
    for page in writer.pages:
        x0, y0, x1, y1 = map(float, page.mediabox)
        page.add_transformation(Transformation((0, 1, -1, 0, y1, -x0)))
        for box in ("/MediaBox", "/CropBox", "/TrimBox"):
            page.pop(box, None)
        page.mediabox = RectangleObject((0, 0, y1 - y0, x1 - x0))
        page[NameObject("/Rotate")] = type(page.mediabox[0])((page.rotation + 90) % 360)


def turned_away(quarters: int) -> Rewrite:
    """Displayed with its print on its side or its head: so many quarter turns clockwise."""

    def turn(writer: PdfWriter) -> None:
        for page in writer.pages:
            page.rotate(90 * quarters)

    return turn


def turned_boxes(paper: Paper, path: Path, quarters: int) -> Iterator[Box]:
    """Where the cells of *paper*, the file at *path*, stand once its pages are turned so."""
    with PdfReader(path) as reader:
        sizes = [
            (page.mediabox.width, page.mediabox.height, page.rotation) for page in reader.pages
        ]
    for cell in paper.opened().cells:
        wide, high, rotation = sizes[cell.page - 1]
        if rotation % 180:
            wide, high = high, wide
        x0, y0, x1, y1 = cell.x0, cell.y0, cell.x1, cell.y1
        yield {
            1: Box(high - y1, x0, high - y0, x1),
            2: Box(wide - x1, high - y1, wide - x0, high - y0),
            3: Box(y0, wide - x1, y1, wide - x0),
        }[quarters]


def to_a5(writer: PdfWriter) -> None:
    """Printed on paper half as large."""
    for page in writer.pages:
        page.scale_by(A5)


A5 = 0.7071


def stamped(writer: PdfWriter) -> None:
    """With what the builder of a pack prints over each page."""
    for page in writer.pages:
        _merge(page, over=True, draw=_head_and_foot)


def with_a_watermark(writer: PdfWriter) -> None:
    """DRAFT behind the page, in light grey."""
    for page in writer.pages:
        _merge(page, over=False, draw=_draft)


def locked(writer: PdfWriter) -> None:
    """Encrypted, with no password to open it."""
    writer.encrypt("", "owner", algorithm="RC4-128")


def _merge(page: PageObject, *, over: bool, draw: Callable[[Canvas, float, float], None]) -> None:
    wide, high = float(page.mediabox.width), float(page.mediabox.height)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(wide, high))
    if page.rotation == 90:
        canvas.rotate(90)
        canvas.translate(0, -wide)
        wide, high = high, wide
    draw(canvas, wide, high)
    canvas.save()
    page.merge_page(PdfReader(buffer).pages[0], over=over)


def _head_and_foot(canvas: Canvas, wide: float, high: float) -> None:
    canvas.setFont("Helvetica", 10)
    canvas.drawRightString(wide - 20, high - 16, "Agenda Item 9")
    canvas.drawCentredString(wide / 2, 10, "Page 171")


def _draft(canvas: Canvas, wide: float, high: float) -> None:
    canvas.translate(wide / 2, high / 2)
    canvas.rotate(45)
    canvas.setFillGray(0.85)
    canvas.setFont("Helvetica-Bold", 110)
    canvas.drawCentredString(0, -35, "DRAFT")


def lost_figures(before: Printed, after: Printed) -> Iterator[Decimal]:
    """Values that the rewritten paper has and the first has not: read wrong."""
    known = {(row["as_printed"], row["value"]) for row in before.rows["figures"]}
    for row in after.rows["figures"]:
        if row["value"] is not None and (row["as_printed"], row["value"]) not in known:
            yield row["value"]
