"""How papers of the seventh set look: type, colours, numbers, references, page furniture."""

from __future__ import annotations

import random
from typing import NamedTuple

from benchmarks.confidence.fifth.blocks import Align, Look
from benchmarks.confidence.fifth.values import Code, Hand

#: Every font of these papers.
FONTS = ("Liberation Sans", "Liberation Serif", "Carlito", "DejaVu Sans")
_OFTEN = (*("Liberation Sans",) * 5, *("Liberation Serif",) * 2, *("Carlito",) * 3, "DejaVu Sans")
#: A heading's ground and ink.
_HEADS = (
    *((None, "#000000"),) * 5,
    *(("#e6e6e6", "#000000"),) * 3,
    *(("#bfbfbf", "#000000"),) * 2,
    ("#c6d9f1", "#000000"),
    ("#f2dcdb", "#000000"),
    ("#ffe699", "#000000"),
    ("#d5e8d4", "#000000"),
    ("#99cccc", "#000000"),
    ("#003366", "#ffffff"),
    ("#333399", "#ffffff"),
    ("#2e75b6", "#ffffff"),
    ("#375623", "#ffffff"),
    ("#7030a0", "#ffffff"),
    ("#595959", "#ffffff"),
    ("#a6192e", "#ffffff"),
)
_BANDS = (None, "#e7e6e6", "#d0cece", "#fff2cc", "#deeaf6", "#e2d5ec", "#f7f3e8")
_SHAPES = (
    "{team}{n:03}",
    "{team} {n}",
    "{team}.{n}",
    "{team}-{n:02}",
    "{team}{n}",
    "{team}/{n:03}",
    "M{n:02}",
    "PM {n:02}",
    "SI{n:02}",
    "KPM{n}",
    "LM{n:02}",
)
_TEAMS = ("AD", "BS", "CT", "EC", "GP", "HW", "PL", "RG", "WS")


class Furniture(NamedTuple):
    """What stands over and under every page, and how a page is painted.

    ``pages`` has ``{page}`` and, where the producer counts them, ``{of}``. ``order`` is what a
    program paints first where it places everything itself: each row whole, each column, or all
    grounds, then all rules, then all letters. ``apart`` places each word by itself.
    """

    header: str | None
    footer: str | None
    pages: str | None
    order: str
    apart: bool


def draw_furniture(rng: random.Random, council: str, meeting: str) -> Furniture:
    """Draw one paper's furniture."""
    number = rng.randrange(2, 12)
    return Furniture(
        header=rng.choice(
            (
                None,
                None,
                f"ITEM {number}",
                f"Annex {'ABCD'[number % 4]}",
                f"Paper {number}",
                "UNCLASSIFIED",
                "For information",
                meeting,
                f"{council} | Performance",
            )
        ),
        footer=rng.choice((None, None, council, "Version 1.2", "Corporate Policy Unit", meeting)),
        pages=rng.choice((None, "{page}", "Page {page}", "[{page}]", "{page} / {of}", "p. {page}")),
        order=rng.choice(("rows", "rows", "layers", "layers", "columns")),
        apart=rng.random() < 0.4,
    )


def draw_look(rng: random.Random, ruling: str, *, wide: int) -> Look:
    """Draw a style for a paper whose tables are ruled so and have *wide* columns."""
    fill, ink = rng.choice(_HEADS)
    ruled = ruling == "ruled"
    numbers: Align = rng.choice(("center", "center", "right", "right", "left"))
    return Look(
        ruling=ruling,
        font="Liberation Sans",  # its widths are taken for those of narrower type, too
        standard=rng.random() < 0.35,
        size=rng.choice((7, 7.5, 8, 8) if wide > 8 else (8, 8.5, 9, 9, 10, 11)),
        padding=rng.choice((1.5, 2, 2.5, 3) if ruled else (2.5, 3, 4, 5)),
        side=rng.choice((2.5, 3.5, 4, 5) if ruled else (4.5, 5, 6)),
        rule=rng.choice((0.4, 0.5, 0.5, 0.75, 1.0)),
        rule_ink=rng.choice((*("#000000",) * 4, "#7f7f7f", "#a6a6a6", "#1f3864")),
        head_fill=fill,
        head_ink=ink,
        # Without lines between the columns a heading stands as its numbers do.
        heads=rng.choice(("left", "center", "center")) if ruled else numbers,
        numbers=numbers,
        upright=rng.choice(("top", "top", "middle")),
        zebra=rng.choice(("#f5f5f5", "#edf3f9"))
        if rng.random() < (0.1 if ruled else 0.25)
        else None,
        repeat=rng.random() < 0.75,
        split=ruled and rng.random() < 0.3,
        section_fill=rng.choice(_BANDS),
        footer=None,  # of the furniture
        margin=rng.choice((36.0, 40.0, 45.0, 54.0, 62.0)),
    )


def draw_font(rng: random.Random) -> str:
    """Draw one paper's type."""
    return rng.choice(_OFTEN)


def draw_hand(rng: random.Random) -> Hand:
    """Draw one paper's way of writing numbers."""
    gaps = (("n/a",), ("N/A",), ("-",), ("",), ("..",), ("-", "n/a"), ("Not known",), ("–",))
    return Hand(
        percent=rng.random() < 0.8,
        thousands=rng.random() < 0.2,
        days=False,
        commas=rng.random() < 0.85,
        gap=rng.choice((0, 0, 0.03, 0.06, 0.09)),
        gaps=rng.choice(gaps),
    )


def own_references(rng: random.Random, count: int) -> list[Code]:
    """Draw *count* different references of one authority, in order and of one shape."""
    shape, team = rng.choice(_SHAPES), rng.choice(_TEAMS)
    numbers = sorted(rng.sample(range(1, max(70, 2 * count)), count))
    texts = [shape.format(team=team, n=number) for number in numbers]
    return [Code(text, text) for text in texts]
