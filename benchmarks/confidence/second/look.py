"""How a kept paper looks: type, rules, bands, density, alignment."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from benchmarks.confidence.second.blocks import Align

#: Full grid; rules between rows; rules only round the headings and at the end; none.
RULINGS = ("ruled", "rows", "heading", "none")
Head = Literal["dark", "light", "plain"]
Numbers = Literal["left", "center", "right", "decimal"]
Upright = Literal["top", "middle", "bottom"]

_DARK = ("#1f3864", "#2e74b5", "#00685e", "#4b2e83", "#333333", "#7b1e3a", "#005a9c")
_LIGHT = ("#d9e2f3", "#e7e6e6", "#c6e0b4", "#fff2cc", "#dbe5f1", "#ccc0da")
_FONTS = (
    "Liberation Sans",
    "Liberation Sans",
    "Liberation Serif",
    "Liberation Sans Narrow",
    "DejaVu Sans",
    "DejaVu Sans Condensed",
    "Nimbus Sans",
    "URW Gothic",
    "P052",
)


@dataclass(frozen=True)
class Look:
    """One paper's style, drawn at random; lengths are points."""

    ruling: str
    font: str
    size: float
    padding: float
    side: float
    rule: float
    rule_ink: str
    head: Head
    head_fill: str | None
    head_ink: str
    heads: Align
    capitals: bool
    zebra: str | None
    numbers: Numbers
    upright: Upright
    repeat: bool
    section_fill: str | None
    furniture: bool

    @property
    def number_align(self) -> Align:
        """How a number stands; one aligned by its decimal point stands right, and is then moved."""
        return "right" if self.numbers == "decimal" else self.numbers


def draw_look(rng: random.Random, ruling: str, *, wide: int) -> Look:
    """Draw a style for a paper whose tables are ruled so and have *wide* columns."""
    head: Head = rng.choice(("dark", "dark", "light", "plain"))
    fill = {"dark": rng.choice(_DARK), "light": rng.choice(_LIGHT), "plain": None}[head]
    tight = wide > 9
    padding = rng.choice((0.5, 1, 2, 3) if tight else (0.5, 1.5, 3, 4.5, 7))
    unruled = ruling in {"heading", "none"}
    size = rng.choice((6.5, 7, 7.5, 8) if tight else (7, 8, 9, 9.5, 10, 11))
    return Look(
        ruling=ruling,
        font=rng.choice(_FONTS),
        size=size,
        padding=max(padding, 2) if unruled else padding,
        side=rng.choice((3, 4, 6)) if unruled or not tight else rng.choice((1.5, 3)),
        rule=rng.choice((0.5, 0.5, 0.75, 1)),
        rule_ink=rng.choice(("#000000", "#000000", "#7f7f7f", "#bfbfbf", fill or "#4472c4")),
        head=head,
        head_fill=fill,
        head_ink="#ffffff" if head == "dark" else "#000000",
        heads=rng.choice(("left", "center", "center")),
        capitals=rng.random() < 0.06,
        zebra=rng.choice(("#f2f2f2", "#eaf1dd", "#dce6f1"))
        if rng.random() < (0.4 if unruled else 0.15)
        else None,
        numbers=rng.choice(("left", "center", "center", "right", "right", "decimal")),
        upright=rng.choice(("top", "top", "middle", "bottom")),
        repeat=rng.random() < 0.7,
        section_fill=rng.choice((None, "#d9d9d9", "#b8cce4", "#e2efda")),
        furniture=rng.random() < 0.6,
    )
