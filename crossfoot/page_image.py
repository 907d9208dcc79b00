"""A page with what was read on it: the grid, what each cell was taken to be, the findings.

The boxes are those of the store, so the picture shows what the rows rest on, not a second reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import CellRow
from crossfoot.schema.values import Severity

Colour = tuple[int, int, int]

_TINT = 70  # of 255: the print below stays readable
_LABEL = 6.0  # points
_STRIP = 16.0  # points: height of the key below the page
_NOT_READ: Colour = (208, 0, 0)
_FINDING: dict[Severity, Colour] = {
    "error": _NOT_READ,
    "warning": (214, 90, 0),
    "note": (70, 70, 70),
}


class Meaning(NamedTuple):
    """What a colour stands for in the picture's key, and the roles it is given to."""

    name: str
    colour: Colour
    roles: tuple[str, ...]


MEANINGS = (
    Meaning("heading", (90, 90, 90), ("heading", "repeated_heading")),
    Meaning("section", (0, 128, 128), ("section", "objective", "cover", "legend")),
    Meaning("code and title", (64, 64, 200), ("code", "title", "description", "task")),
    Meaning("result", (0, 140, 0), ("outturn", "actual", "previous", "comparator")),
    Meaning("target", (140, 160, 0), ("target",)),
    Meaning("status", (230, 120, 0), ("status", "trend", "progress", "month")),
    Meaning("count", (150, 0, 150), ("count", "total", "percentage")),
)
_OTHER = Meaning("other meaning", (120, 120, 160), ())
_UNKNOWN = Meaning("not understood", _NOT_READ, ())


def meaning_of(role: str | None) -> Meaning:
    """Return what a published role (``outturn 2019/20``) is shown as."""
    if role is None:
        return _UNKNOWN
    word = role.partition(" ")[0].partition(".")[0]
    return next((each for each in MEANINGS if word in each.roles), _OTHER)


def annotated(page: Image.Image, paper: Paper, number: int, scale: float) -> Image.Image:
    """Return the picture of page *number* with what *paper* holds of it drawn over.

    *scale* is pixels per point. Cells are tinted by what they were taken to be and labelled with
    their role where a column begins; blank cells that nobody needed are only outlined; findings
    that name a place are framed, errors in red, with their rule.
    """
    cells = [cell for cell in paper.cells if cell.page == number]
    over = Image.new("RGBA", page.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(over)
    used: set[Meaning] = set()
    for cell in cells:
        meaning = meaning_of(cell.role) if cell.role or cell.text or cell.symbol else None
        if meaning is not None:
            used.add(meaning)
            pen.rectangle(_scaled(_box(cell), scale), fill=(*meaning.colour, _TINT))
        pen.rectangle(_scaled(_box(cell), scale), outline=(0, 70, 200, 255))
    font = ImageFont.load_default(_LABEL * scale)
    for cell in _first_of_columns(cells):
        _label(pen, _box(cell), cell.role or "", meaning_of(cell.role).colour, font, scale)
    for finding in paper.findings:
        box = finding.x0, finding.y0, finding.x1, finding.y1
        if finding.page == number and None not in box:
            colour = _FINDING[finding.severity]
            placed = tuple(float(edge or 0) for edge in box)
            pen.rectangle(_scaled(placed, scale), outline=(*colour, 255), width=round(scale))
            _label(pen, placed, finding.rule_id, colour, font, scale)
    whole = Image.alpha_composite(page.convert("RGBA"), over).convert("RGB")
    return _with_key(whole, [each for each in (*MEANINGS, _OTHER, _UNKNOWN) if each in used], scale)


def _box(cell: CellRow) -> tuple[float, ...]:
    return cell.x0, cell.y0, cell.x1, cell.y1


def _scaled(box: Sequence[float], scale: float) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (edge * scale for edge in box)
    return x0, y0, x1, y1


def _first_of_columns(cells: Iterable[CellRow]) -> Iterator[CellRow]:
    """Yield the first cell of each run of cells of one role down a column, headings left out."""
    before: dict[tuple[int, int], str | None] = {}
    for cell in cells:
        key = cell.table_no, cell.col_no
        heads = cell.role in MEANINGS[0].roles
        if cell.role is not None and not heads and before.get(key) != cell.role:
            yield cell
        before[key] = cell.role


def _label(
    pen: ImageDraw.ImageDraw,
    box: Sequence[float],
    text: str,
    colour: Colour,
    font: ImageFont.ImageFont | ImageFont.FreeTypeFont,
    scale: float,
) -> None:
    """Write a label into the lower right corner of a box, where the fewest lines of text end."""
    x0, _, x1, y1 = _scaled(box, scale)
    left, top, right, bottom = pen.textbbox((0, 0), text, font=font)
    wide, high = right - left + 2, bottom - top + 2
    x, y = max(x1 - wide, x0), y1 - high
    pen.rectangle((x, y, x + wide, y + high), fill=(255, 255, 255, 215))
    pen.text((x + 1 - left, y + 1 - top), text, fill=(*colour, 255), font=font)


def _with_key(page: Image.Image, used: Sequence[Meaning], scale: float) -> Image.Image:
    """Return the page with a strip below it that says what the colours mean."""
    high = round(_STRIP * scale)
    whole = Image.new("RGB", (page.width, page.height + high), "white")
    whole.paste(page)
    pen = ImageDraw.Draw(whole)
    font = ImageFont.load_default(_LABEL * scale * 1.2)
    x, y, side = 6 * scale, page.height + 4 * scale, 8 * scale
    for meaning in used:
        pale = tuple(255 - (255 - part) * _TINT // 255 for part in meaning.colour)
        pen.rectangle((x, y, x + side, y + side), fill=pale, outline=meaning.colour)
        pen.text((x + side + 2 * scale, y), meaning.name, fill=(0, 0, 0), font=font)
        x += side + 8 * scale + pen.textlength(meaning.name, font=font)
    return whole
