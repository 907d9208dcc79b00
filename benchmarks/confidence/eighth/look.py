"""How papers of the eighth set look: type, colours, numbers, references, page furniture."""

from __future__ import annotations

import random
from typing import NamedTuple

from benchmarks.confidence.fifth.blocks import Align, Look
from benchmarks.confidence.fifth.values import Code, Hand

#: Every font of these papers.
FONTS = ("Liberation Sans", "Liberation Serif", "Open Sans", "Lato", "Caladea")
#: Those whose letters are wider than the widths that a look is fitted with.
WIDE = {"Open Sans"}
_OFTEN = (
    *("Liberation Sans",) * 5,
    *("Liberation Serif",) * 2,
    *("Open Sans",) * 2,
    *("Lato",) * 2,
    "Caladea",
)
#: A heading's ground and ink: tints of a corporate colour, as designers use, and plain ones.
_HEADS = (
    *((None, "#000000"),) * 4,
    *(("#dddddd", "#000000"),) * 2,
    ("#cdd9e5", "#000000"),
    ("#e3ecd7", "#000000"),
    ("#f9e0c7", "#000000"),
    ("#ded3e4", "#000000"),
    ("#c9e4e7", "#000000"),
    ("#ffff99", "#000000"),
    ("#00467f", "#ffffff"),
    ("#6a1a41", "#ffffff"),
    ("#00685e", "#ffffff"),
    ("#4d4d4f", "#ffffff"),
    ("#e87722", "#ffffff"),
    ("#512d6d", "#ffffff"),
)
_BANDS = (None, "#ececec", "#d9e2ec", "#eaf1dd", "#fdf0e3", "#e5e0ec", "#dbeef3", "#c8c8c8")
_SHAPES = (
    "KPI {a}.{b}",
    "KPI {a}.{b}{d}",
    "{team}-{n:02}",
    "P{a}.{b}",
    "PM{a}.{b}",
    "{team}{a}{c}",
    "PI {n}{c}",
    "{team}/{a}/{b}",
    "{team} {n:03}",
    "C{n}",
    "L{a}.{b}",
)
_TEAMS = ("LIB", "OPS", "CD", "FRS", "SE", "EV", "CCS", "HPS")


class Furniture(NamedTuple):
    """What stands over and under every page, and how a page is painted; see the seventh's.

    ``dashed`` draws rules as dashes, ``rotated`` stores a lying page upright and turns it;
    producers that cannot do so leave it.
    """

    header: str | None
    footer: str | None
    pages: str | None
    order: str
    apart: bool
    dashed: bool
    rotated: bool


def draw_furniture(rng: random.Random, council: str, meeting: str) -> Furniture:
    """Draw one paper's furniture."""
    number = rng.randrange(3, 14)
    return Furniture(
        header=rng.choice(
            (
                None,
                None,
                f"Agenda Item {number}",
                f"Appendix {'BCDE'[number % 4]}(ii)",
                "OFFICIAL",
                "NOT PROTECTIVELY MARKED",
                "PUBLIC DOCUMENT",
                f"{meeting} - Performance Pack",
                council.upper(),
            )
        ),
        footer=rng.choice(
            (None, None, council, "Draft v0.4", "Performance and Improvement", "www.example.gov.uk")
        ),
        pages=rng.choice(
            (None, "{page}", "- {page} -", "Page {page} of {of}", "Pack page {page}", "{page}|{of}")
        ),
        order=rng.choice(("rows", "rows", "layers", "columns")),
        apart=rng.random() < 0.35,
        dashed=rng.random() < 0.2,
        rotated=rng.random() < 0.5,
    )


def draw_look(rng: random.Random, ruling: str, *, wide: int) -> Look:
    """Draw a style for a paper whose tables are ruled so and have *wide* columns."""
    fill, ink = rng.choice(_HEADS)
    ruled = ruling == "ruled"
    numbers: Align = rng.choice(("center", "center", "right", "right", "left"))
    return Look(
        ruling=ruling,
        font="Liberation Sans",  # its widths are taken for those of narrower type, too
        standard=rng.random() < 0.3,
        size=rng.choice((7, 7.5, 8, 8.5) if wide > 8 else (8, 8.5, 9, 9.5, 10, 10.5)),
        padding=rng.choice((1.5, 2, 3, 4) if ruled else (2.5, 3.5, 4.5, 5)),
        side=rng.choice((2.5, 3, 4, 5.5) if ruled else (4.5, 5, 6)),
        rule=rng.choice((0.25, 0.5, 0.5, 0.75, 1.2)),
        rule_ink=rng.choice((*("#000000",) * 3, "#666666", "#999999", "#00467f", "#6a1a41")),
        head_fill=fill,
        head_ink=ink,
        # Without lines between the columns a heading stands as its numbers do.
        heads=rng.choice(("left", "center", "center")) if ruled else numbers,
        numbers=numbers,
        upright=rng.choice(("top", "top", "middle")),
        zebra=rng.choice(("#f4f6f8", "#f6f2ea", "#eef5ee"))
        if rng.random() < (0.15 if ruled else 0.3)
        else None,
        repeat=rng.random() < 0.7,
        split=ruled and rng.random() < 0.25,
        section_fill=rng.choice(_BANDS),
        footer=None,  # of the furniture
        margin=rng.choice((34.0, 42.0, 48.0, 56.0, 64.0)),
    )


def draw_font(rng: random.Random) -> str:
    """Draw one paper's type."""
    return rng.choice(_OFTEN)


def draw_hand(rng: random.Random) -> Hand:
    """Draw one paper's way of writing numbers."""
    gaps = (("n/a",), ("N/A",), ("-",), ("",), ("Not available",), ("No data",), ("n/a", "-"))
    return Hand(
        percent=rng.random() < 0.78,
        thousands=False,
        days=rng.random() < 0.15,
        commas=rng.random() < 0.85,
        gap=rng.choice((0, 0, 0.03, 0.05, 0.08)),
        gaps=rng.choice(gaps),
    )


def own_references(rng: random.Random, count: int) -> list[Code]:
    """Draw *count* different references of one authority, in order and of one shape."""
    shape, team = rng.choice(_SHAPES), rng.choice(_TEAMS)
    numbers = sorted(rng.sample(range(1, max(60, 2 * count)), count))
    texts = [
        shape.format(
            team=team, n=n, a=n // 7 + 1, b=n % 7 + 1, c="abcdefg"[n % 7], d="ab"[n % 3 % 2]
        )
        for n in numbers
    ]
    if len({*texts}) < count:
        raise ValueError("two references are the same")
    return [Code(text, text) for text in texts]
