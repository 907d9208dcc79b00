"""How a paper of the third set looks: type, rules, fills, alignment, margins."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.confidence.second.blocks import Align
from benchmarks.confidence.second.look import Head
from benchmarks.confidence.second.look import Look as Base

#: Full grid; rules between rows; rules only round the headings and at the end; none.
RULINGS = ("ruled", "rows", "heading", "none")
#: Every font of these papers, the one for symbols last, and how wide its letters are beside
#: Helvetica's, rounded up.
FONTS = {
    "Liberation Sans": 1.0,
    "Liberation Serif": 0.95,
    "Carlito": 0.97,
    "Caladea": 1.0,
    "FreeSans": 1.0,
    "DejaVu Sans": 1.17,
}
_OFTEN = ("Liberation Sans", "Liberation Sans", "Carlito", "Carlito", *FONTS)
_DARK = ("#0b5394", "#274e13", "#5b2c6f", "#7f0000", "#404040", "#006d77", "#003366")
_LIGHT = ("#cfe2f3", "#d9ead3", "#fce5cd", "#eeeeee", "#fff9c4", "#c0c0c0", "#d5d8dc")


@dataclass(frozen=True)
class Look(Base):
    """One paper's style; to the former it adds what office suites and formatters do.

    ``gridlines`` prints a sheet's own gridlines in place of borders, ``reach`` lets a heading
    without a level above it span down instead of leaving the cell above it empty, ``margin`` is
    the page's in millimetres.
    """

    gridlines: bool = False
    reach: bool = True
    margin: float = 15.0


def draw_look(rng: random.Random, ruling: str, *, wide: int) -> Look:
    """Draw a style for a paper whose tables are ruled so and have *wide* columns."""
    head: Head = rng.choice(("dark", "light", "light", "plain"))
    fill = {"dark": rng.choice(_DARK), "light": rng.choice(_LIGHT), "plain": None}[head]
    open_ = ruling in {"heading", "none"}
    sizes = (7, 7, 7.5, 8, 8.5) if wide > 9 else (7.5, 8, 8.5, 9, 10, 10.5, 11)
    padding = rng.choice((1, 1.5, 2, 2.5, 3.5, 5))
    numbers: Align = rng.choice(("center", "center", "right", "right", "left"))
    heads: Align = rng.choice(("left", "center", "center", "center"))
    return Look(
        ruling=ruling,
        font=rng.choice(_OFTEN),
        size=rng.choice(sizes),
        padding=max(padding, 2.5) if open_ else padding,
        side=rng.choice((4, 5)) if open_ else rng.choice((2, 3, 4)),
        rule=rng.choice((0.25, 0.5, 0.75, 1.25)),
        rule_ink=rng.choice(("#000000", "#000000", "#595959", "#a6a6a6", fill or "#0b5394")),
        head=head,
        head_fill=fill,
        head_ink="#ffffff" if head == "dark" else "#000000",
        # Without lines between the columns a heading stands as its numbers do.
        heads=heads if ruling == "ruled" else numbers,
        capitals=False,
        zebra=rng.choice(("#f7f7f7", "#eef5fb", "#f3f0f7"))
        if rng.random() < (0.35 if open_ else 0.12)
        else None,
        numbers=numbers,
        upright=rng.choice(("top", "middle", "middle", "bottom")),
        repeat=rng.random() < 0.65,
        section_fill=rng.choice((None, "#ececec", "#fde9d9", "#daeef3", "#e4dfec")),
        furniture=rng.random() < 0.5,
        gridlines=ruling == "ruled" and rng.random() < 0.25,
        reach=rng.random() < 0.6,
        margin=rng.choice((10.0, 12.5, 15.0)),
    )
