"""Text that is in the file but that nobody sees on the page: it is left out, and that is said.

Only what the file itself puts in doubt is looked into (no colour, white, a clip, a place beyond the
page's edge), so that a page without such text costs nothing.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import NamedTuple

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

from crossfoot.extract import compiled
from crossfoot.extract.characters import Run
from crossfoot.extract.drawing import Drawing, Fill
from crossfoot.extract.pdfium import Page, raw_call
from crossfoot.extract.veil import INVISIBLE, PALE
from crossfoot.schema.page import Box, Doubt

_PALE_FILL = 0xE0  # of 255: what is lighter than this in each channel does not show white text
_SCALE = 2.0  # pixels a point, at which 5 pt type still leaves its ink
_MOST_PIXELS = 16_000_000
_CONTRAST = 10  # of 255, in one channel; text of #f4f4f4 on white differs by 11
_INSET = 0.2  # of a line's height: rules and neighbouring lines lie outside
_LARGE = 0.1  # of the page: a picture that is told of by itself
_ASIDE = 0.2  # of a character's width, where its neighbour may reach to
_OUTLINED = 100  # shapes on a page whose letters are drawn, the text laid unseen over them
_BREAKS = 8
_LEAST = 0.1  # of a line's height that must be seen of it
_MOST_NAMED = 12  # lines; more are told of together
_BY_MACHINE = "the text of this page lies unseen over pictures: a machine's reading of a scan"

_painter = raw_call(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)


class Sight(NamedTuple):
    """The runs of a page that are seen, and a doubt for what is not."""

    runs: list[Run]
    doubts: list[Doubt]


def seen(page: Page, number: int, runs: list[Run], drawing: Drawing, size: Box) -> Sight:
    """Part the runs of page *number*; *size* is the box of the page as displayed."""
    _, _, wide, high = size
    beyond = _beyond(runs, wide, high)
    if not (beyond or drawing.veiled or drawing.framed):
        return Sight(runs, [])
    doubts = []
    if beyond:
        message = f"{sum(len(run.text) for run in beyond)} characters stand beyond the page's edge"
        doubts.append(Doubt("beyond", number, size.rounded(), message, "note"))
        left_out = set(map(id, beyond))
        runs = [run for run in runs if id(run) not in left_out]
    if not (drawing.veiled or drawing.framed):
        return Sight(runs, doubts)
    pieces = [piece for run in runs for piece in _of_one_object(page, run, drawing)]
    hidden: list[Run] = []
    pale: list[Run] = []
    unpainted: list[Run] = []
    for run, painter in pieces:
        frame = drawing.framed.get(painter)
        if frame is not None and not _shows(run, frame):
            hidden.append(run)
        elif frame is not None and _is_cut(run, frame):
            message = f"“{run.text}” is cut off on the page; it was read whole"
            doubts.append(Doubt("clipped", number, _around([run]), message))
        elif (why := drawing.veiled.get(painter)) == PALE and not _on_colour(run, drawing.fills):
            pale.append(run)
        elif why == INVISIBLE:
            unpainted.append(run)
    hidden += _without_ink(page, pale, size)
    if _recognised(unpainted, drawing):
        if not any(picture.box.area > _LARGE * wide * high for picture in drawing.pictures):
            doubts.append(Doubt("recognised_text", number, _around(unpainted), _BY_MACHINE))
    else:
        hidden += unpainted
    gone = set(map(id, hidden))
    cut = any(_sticks_out(run, drawing.framed[at]) for run, at in pieces if at in drawing.framed)
    kept = runs
    if gone or cut:
        kept = [_as_seen(run, drawing.framed.get(at)) for run, at in pieces if id(run) not in gone]
    return Sight(kept, doubts + list(_told(hidden, number)))


def _beyond(runs: list[Run], wide: float, high: float) -> list[Run]:
    if compiled.loops is not None:
        return compiled.loops.runs_beyond(runs, wide, high)
    return [run for run in runs if run.x1 <= 0 or run.y1 <= 0 or run.x0 >= wide or run.y0 >= high]


def _of_one_object(page: Page, run: Run, drawing: Drawing) -> list[tuple[Run, int]]:
    """Return the run with the text object that paints it, 0 where none is known.

    It is returned in single characters where several objects paint it and one of them is veiled.
    """
    first = _painter(page.text_at, run.order) or 0
    many = len(run.lefts)
    if many < 2:
        return [(run, first)]
    last = _painter(page.text_at, run.order + many - 1) or 0
    if first == last:
        return [(run, first)]
    # Between the pieces of a run PDFium may count a line break that nothing paints.
    places = range(run.order, run.order + many + _BREAKS)
    painters = [each for at in places if (each := _painter(page.text_at, at))][:many]
    if len(painters) < many or len(run.text) != many:
        return [(run, first)]
    if not any(each in drawing.veiled or each in drawing.framed for each in painters):
        return [(run, first)]
    return list(zip(run.split(), painters, strict=True))


def _meets(run: Run, frame: Box) -> bool:
    return run.x0 < frame.x1 and run.x1 > frame.x0 and run.y0 < frame.y1 and run.y1 > frame.y0


def _shows(run: Run, frame: Box) -> bool:
    """Whether enough of a run lies within its clip to be read: more than the foot of its letters.

    A page end may cut a cell right above or below a line of it, which is printed on both pages.
    Some producers paint a line in slices, each with a clip of its own lower than the line.
    """
    seen = min(run.y1, frame.y1) - max(run.y0, frame.y0)
    return _meets(run, frame) and (_is_slice(run, frame) or seen > _LEAST * (run.y1 - run.y0))


def _is_slice(run: Run, frame: Box) -> bool:
    return frame.y1 - frame.y0 < run.y1 - run.y0


def _sticks_out(run: Run, frame: Box) -> bool:
    """Whether the middle of a line stands above or below its clip: less than half of it is seen."""
    beyond = not frame.y0 <= (run.y0 + run.y1) / 2 <= frame.y1
    return beyond and not _is_slice(run, frame)


def _as_seen(run: Run, frame: Box | None) -> Run:
    """Return a run as high as it is seen in its clip, which is its cell, where that is cut."""
    if frame is None or not _sticks_out(run, frame):
        return run
    return run._replace(y0=max(run.y0, frame.y0), y1=min(run.y1, frame.y1))


def _is_cut(run: Run, frame: Box) -> bool:
    """Whether more than half a character of a run lies beyond the sides of its clip."""
    half = (run.x1 - run.x0) / len(run.text) / 2
    return run.x1 - frame.x1 > half or frame.x0 - run.x0 > half


def _on_colour(run: Run, fills: Sequence[Fill]) -> bool:
    """Whether the topmost fill behind the middle of a run shows white text."""
    x, y = (run.x0 + run.x1) / 2, (run.y0 + run.y1) / 2
    for (x0, y0, x1, y1), colour in reversed(fills):
        if x0 <= x <= x1 and y0 <= y <= y1:
            return min(int(colour[at : at + 2], 16) for at in (1, 3, 5)) < _PALE_FILL
    return False


def _recognised(unpainted: Sequence[Run], drawing: Drawing) -> bool:
    """Whether unpainted text is what a machine read from the pictures or outlines under it."""
    if not unpainted:
        return False
    if len(drawing.shapes) > _OUTLINED:
        return True
    over = sum(any(_meets(run, picture.box) for picture in drawing.pictures) for run in unpainted)
    return 2 * over >= len(unpainted)


def _without_ink(page: Page, runs: Sequence[Run], size: Box) -> list[Run]:
    """Return the runs that leave nothing to be seen where the page is drawn."""
    if not runs:
        return []
    around = _around(runs).overlap(size)
    wide, high = (around.x1 - around.x0) * _SCALE, (around.y1 - around.y0) * _SCALE
    if wide * high > _MOST_PIXELS:
        return []
    bitmap = pypdfium.PdfBitmap.new_native(int(wide) + 2, int(high) + 2, pdfium.FPDFBitmap_BGR)
    pdfium.FPDFBitmap_FillRect(bitmap.raw, 0, 0, bitmap.width, bitmap.height, 0xFFFFFFFF)
    left, top = int(around.x0 * _SCALE), int(around.y0 * _SCALE)
    place = -left, -top, round(size.x1 * _SCALE), round(size.y1 * _SCALE)
    pdfium.FPDF_RenderPageBitmap(bitmap.raw, page.raw, *place, 0, pdfium.FPDF_ANNOT)
    data = bytes(bitmap.buffer)
    return [run for run in runs if not _has_ink(run, data, bitmap, (left, top))]


def _has_ink(run: Run, data: bytes, bitmap: pypdfium.PdfBitmap, corner: tuple[int, int]) -> bool:
    inset = _INSET * (run.y1 - run.y0)
    aside = _ASIDE * (run.x1 - run.x0) / len(run.text)
    x0, x1 = (int(x * _SCALE) - corner[0] for x in (run.x0 + aside, run.x1 - aside))
    y0, y1 = (int(y * _SCALE) - corner[1] for y in (run.y0 + inset, run.y1 - inset))
    x0, y0 = max(0, x0), max(0, y0)
    x1, y1 = min(bitmap.width, max(x1, x0 + 1)), min(bitmap.height, max(y1, y0 + 1))
    rows = [data[y * bitmap.stride + 3 * x0 : y * bitmap.stride + 3 * x1] for y in range(y0, y1)]
    pixels = b"".join(rows)
    return any(
        max(channel) - min(channel) >= _CONTRAST
        for channel in (pixels[at::3] for at in range(3))
        if channel
    )


def _told(hidden: Sequence[Run], number: int) -> Iterator[Doubt]:
    """Yield a doubt for each line of text that is not seen."""
    lines: list[list[Run]] = []
    for run in hidden:
        if lines and lines[-1][-1].base == run.base:
            lines[-1].append(run)
        else:
            lines.append([run])
    if len(lines) > _MOST_NAMED:
        message = f"{len(lines)} lines of text are in the file but not seen; they were not read"
        yield Doubt("unseen", number, _around(hidden), message)
        return
    for line in lines:
        text = " ".join(run.text for run in line)
        message = f"“{text}” is in the file but not seen on the page; it was not read"
        yield Doubt("unseen", number, _around(line), message)


def _around(runs: Sequence[Run]) -> Box:
    return reduce(Box.union, (Box(*run[1:5]) for run in runs)).rounded()
