"""A page as a picture: how a person sees it, for evidence and for looking at what was read.

The file is untrusted, so it is opened in a process of its own with a time limit, as everywhere.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium
from PIL import Image, ImageDraw

from crossfoot.extract.content import content_of
from crossfoot.extract.marks import Marks, read_marks
from crossfoot.extract.pdfium import Page, open_document
from crossfoot.extract.settings import ExtractSettings
from crossfoot.extract.space import display_matrix
from crossfoot.schema.errors import CrossfootError, DocumentError

POINTS_PER_INCH = 72
RULE, WORD, SIGN = "#ff9a3c", "#ffc890", "#d000d0"  # what marks are drawn in
_SECONDS = 60.0  # a page
_LENGTH = 8  # bytes before each picture that say how long it is
_MOST_PIXELS = 40_000_000  # A3 at 300 dots per inch is 17 million


def page_picture(
    path: Path, page: int, dots_per_inch: int = 150, *, marks: bool = False
) -> Image.Image:
    """Return page *page* (1-based) of a PDF as displayed, ``dots_per_inch / 72`` pixels a point.

    With *marks*, what the reader sees is drawn in: ruling lines and words in orange, pictures and
    drawn shapes in magenta (:data:`RULE`, :data:`WORD`, :data:`SIGN`).

    Raises :class:`DocumentError` where the file cannot be read, has no such page, or takes longer
    than a minute.
    """
    (picture,) = page_pictures(path, [page], dots_per_inch, marks=marks)
    return picture


def page_pictures(
    path: Path, pages: Sequence[int], dots_per_inch: int = 150, *, marks: bool = False
) -> Iterator[Image.Image]:
    """Yield :func:`page_picture` of several pages, drawn by one process, in their order."""
    command = [sys.executable, "-m", "crossfoot.extract.render", str(path)]
    numbers = ",".join(map(str, pages))
    limit = _SECONDS * max(len(pages), 1)
    try:
        done = subprocess.run(  # the command is ours, the path is one argument of it
            [*command, numbers, str(dots_per_inch), *(["marks"] if marks else [])],
            capture_output=True,
            check=False,
            timeout=limit,
        )
    except subprocess.TimeoutExpired as error:
        message = f"{path.name}: drawing page {numbers} took longer than {limit:.0f} s"
        raise DocumentError(message, "choose a lower resolution or another page") from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[-1] if said else f"the drawing process ended with code {done.returncode}"
        message = f"{path.name}: page {numbers} cannot be drawn: {reason}"
        raise DocumentError(message, "open the file in a viewer to see whether it is damaged")
    written = BytesIO(done.stdout)
    while size := written.read(_LENGTH):
        data = BytesIO(written.read(int.from_bytes(size, "big")))
        yield Image.open(data).convert("RGB")


def _draw(path: Path, pages: Sequence[int], dots_per_inch: int, *, marks: bool) -> Iterator[bytes]:
    """Yield the pages as the bytes of PNGs. Raises :class:`DocumentError`."""
    with open_document(content_of(path), path.name) as document:
        for page in pages:
            if not 1 <= page <= document.pages:
                raise DocumentError(f"it has {document.pages} pages", "give one of them")
            with document.page(page) as opened:
                picture = _picture(opened, page, dots_per_inch / POINTS_PER_INCH, marks=marks)
            out = BytesIO()
            picture.save(out, format="PNG")
            yield out.getvalue()


def _picture(opened: Page, page: int, scale: float, *, marks: bool) -> Image.Image:
    _, width, height = display_matrix(opened)
    if width * height * scale * scale > _MOST_PIXELS:
        raise DocumentError("it would be too large", "choose a lower resolution")
    picture = _rendered(opened, round(width * scale), round(height * scale))
    if marks:
        _mark(picture, read_marks(opened, page, ExtractSettings().thin), scale)
    return picture


def _rendered(page: Page, wide: int, high: int) -> Image.Image:
    """Return the page on white, rotation and crop box applied as PDFium does when it renders."""
    bitmap = pypdfium.PdfBitmap.new_native(wide, high, pdfium.FPDFBitmap_BGRx)
    pdfium.FPDFBitmap_FillRect(bitmap.raw, 0, 0, wide, high, 0xFFFFFFFF)
    pdfium.FPDF_RenderPageBitmap(bitmap.raw, page.raw, 0, 0, wide, high, 0, pdfium.FPDF_ANNOT)
    picture: Image.Image = bitmap.to_pil()
    return picture.convert("RGB")


def _mark(page: Image.Image, marks: Marks, scale: float) -> None:
    """Draw the marks of a page into the picture of it."""
    pen = ImageDraw.Draw(page)
    for rule in marks.rules:
        ends = (rule.start, rule.at, rule.end, rule.at)
        if not rule.level:
            ends = (rule.at, rule.start, rule.at, rule.end)
        pen.line([edge * scale for edge in ends], fill=RULE, width=round(2 * scale))
    for run in marks.runs:
        pen.rectangle([edge * scale for edge in (run.x0, run.y0, run.x1, run.y1)], outline=WORD)
    boxes = [picture.box for picture in marks.pictures] + [shape.box for shape in marks.shapes]
    for box in boxes:
        pen.rectangle([edge * scale for edge in box], outline=SIGN, width=round(scale))


def _main(path: str, pages: str, dots_per_inch: str, marks: str = "") -> int:
    """Write each picture after its length, so that one process can draw many pages."""
    numbers = [int(page) for page in pages.split(",")]
    try:
        for data in _draw(Path(path), numbers, int(dots_per_inch), marks=bool(marks)):
            sys.stdout.buffer.write(len(data).to_bytes(_LENGTH, "big") + data)
    except CrossfootError as error:
        sys.stderr.write(f"{error.message}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
