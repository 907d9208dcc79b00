"""How a paper and its tables look: faces, rules, shading, page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from samples.fuzz.dice import Dice
from samples.fuzz.model import Align, Borders, Strokes, Style, Vertical

A4, A3 = (595.28, 841.89), (841.89, 1190.55)
FONTS = ("Helvetica", "Times-Roman", "Vera")
_BORDERS: tuple[Borders, ...] = (
    "grid", "grid", "grid", "lines", "lines", "thin fills", "thin fills", "dashed", "double",
)  # fmt: skip


_DARK = ("#1f497d", "#000000")


@dataclass(frozen=True)
class Shading:
    """Fills that say nothing: of headings, of every other row, of section rows."""

    heading: str | None = None
    ink: str = "#000000"
    zebra: str | None = None
    section: str | None = None


def style(dice: Dice, name: str, font: str) -> Style:
    """Draw the style of one table."""
    borders = cast(Borders, dice.pick("borders", _BORDERS, "grid", name))
    if dice.has("open sides") and borders in {"grid", "thin fills"}:
        borders = "lines"
    if dice.has("no rules"):
        borders = "none"
    elif dice.has("rows only"):
        borders = "rows only"
    return Style(
        font=font,
        size=dice.pick("faces", (6, 7, 7.5, 8, 8, 9, 9, 9.5, 10, 11, 12), 9, f"size {name}"),
        leading=dice.pick("faces", (1.1, 1.15, 1.2, 1.2, 1.3), 1.2, f"leading {name}"),
        pad=dice.pick("faces", (1.5, 2, 3, 4, 5.4), 3, f"pad {name}"),
        vertical=cast(Vertical, dice.pick("align", ("top", "top", "middle"), "top", name)),
        borders=borders,
        rule=dice.pick("borders", (0.25, 0.5, 0.5, 0.75, 1, 1.5), 0.5, f"rule {name}"),
        colour=dice.pick(
            "borders",
            ("#000000", "#000000", "#7f7f7f", "#bfbfbf", "#1f497d"),
            "#000000",
            f"c{name}",
        ),
        cut_spans=dice.has("cut spans"),
        outer=not dice.has("open sides"),
        strokes=cast(
            Strokes,
            dice.pick("strokes", ("lines", "lines", "words", "letters", "twice"), "lines", name),
        ),
        repeat=dice.pick("breaks", (True, True, False), True, name),
        cut=dice.pick("breaks", (True, False), False, f"cut {name}"),
    )


def shading(dice: Dice, name: str) -> Shading:
    """Draw the fills of one table."""
    headings = (None, "#d9d9d9", "#c6d9f1", "#dbe5f1", "#e2efd9", "#1f497d", "#000000")
    heading = dice.pick("shading", headings, None, f"h{name}")
    return Shading(
        heading,
        "#ffffff" if heading in _DARK else "#000000",
        dice.pick("shading", (None, None, None, "#f2f2f2", "#eaf1dd"), None, f"z{name}"),
        dice.pick("shading", (None, "#f2f2f2", "#ddd9c3"), None, f"s{name}"),
    )


def alignment(dice: Dice, name: str) -> Align:
    """Draw the alignment of figures."""
    return cast(Align, dice.pick("align", ("left", "center", "right"), "left", f"fig {name}"))
