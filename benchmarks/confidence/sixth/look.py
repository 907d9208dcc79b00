"""How papers of the sixth set look: type, colours, numbers, references, marks, page furniture."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.confidence.fifth.blocks import Align, Look
from benchmarks.confidence.fifth.statuses import Marks
from benchmarks.confidence.fifth.values import Code, Hand

#: Every font of these papers.
FONTS = ("Liberation Sans", "Carlito", "Caladea", "DejaVu Sans")
_OFTEN = (*("Liberation Sans",) * 6, *("Carlito",) * 3, "DejaVu Sans", "Caladea")
#: A heading's ground and ink, as often as word processors, spreadsheets and systems draw them.
_HEADS = (
    *((None, "#000000"),) * 4,
    *(("#d9d9d9", "#000000"),) * 3,
    *(("#c0c0c0", "#000000"),) * 2,
    ("#ccffcc", "#000000"),
    ("#99ccff", "#000000"),
    ("#dbe5f1", "#000000"),
    ("#e5dfec", "#000000"),
    ("#ffffcc", "#000000"),
    ("#000080", "#ffffff"),
    ("#1f497d", "#ffffff"),
    ("#4f81bd", "#ffffff"),
    ("#006666", "#ffffff"),
    ("#800080", "#ffffff"),
    ("#000000", "#ffffff"),
)
_BANDS = (None, None, "#f2f2f2", "#cccccc", "#e6e6fa", "#ccffff", "#dde9d1", "#fbe4d5")
_WORDS: tuple[dict[str, str], ...] = (
    *({"green": "Green", "amber": "Amber", "red": "Red"},) * 3,
    {"green": "green", "amber": "amber", "red": "red"},
    {"green": "On target", "amber": "Within tolerance", "red": "Off target"},
    {"green": "On Target", "amber": "Near Target", "red": "Below Target"},
)
_SYSTEM = {
    "green": "OK",
    "amber": "Warning",
    "red": "Alert",
    "unknown": "Unknown",
    "data_only": "Data Only",
}
_SYSTEM_ICONS = {
    "green": "tick-green",
    "amber": "warn-amber",
    "red": "stop-red",
    "unknown": "query-grey",
    "data_only": "square-blue",
}
_ICONS: tuple[dict[str, str], ...] = (
    *({"green": "disc-green", "amber": "disc-amber", "red": "disc-red"},) * 3,
    {"green": "face-green", "amber": "face-amber", "red": "face-red"},
    {"green": "tick-green", "amber": "mark-amber", "red": "cross-red"},
    {"green": "star-green", "amber": "disc-amber", "red": "triangle-red"},
)
_FILLS = (
    {"green": "#00ff00", "amber": "#ffcc00", "red": "#ff0000"},
    {"green": "#00b050", "amber": "#ffc000", "red": "#ff0000"},
    {"green": "#92d050", "amber": "#ffc000", "red": "#ff3300"},
    {"green": "#008000", "amber": "#ff9900", "red": "#ff0000"},
)
_MEANINGS = (
    {"green": "On or above target", "amber": "Within 10% of target", "red": "Below target"},
    {
        "green": "Target achieved",
        "amber": "Target narrowly missed",
        "red": "Target not achieved",
    },
    {
        "green": "Performance is on target",
        "amber": "Performance is slightly off target",
        "red": "Performance is off target",
    },
)
KINDS = (
    *("icon",) * 3,
    *("word and icon",) * 2,
    *("word",) * 3,
    *("painted letter",) * 3,
    *("painted word",) * 3,
    *("letter",) * 2,
    *("paint",) * 2,
)
_HEADINGS = ("Status", "Status", "RAG", "RAG", "RAG Status", "R/A/G", "Traffic Light", "On Target?")
#: The local references of services: letters and numbers as their plans join them.
_SHAPES = (
    "{team}{n}",
    "{team}{n:02}",
    "{team} {n:02}",
    "{team}-{n:03}",
    "{team}/{n:02}",
    "{team}_{n:02}",
    "{team}LI{n}",
    "LI {n}",
    "LI{n:03}",
    "LPI {n}",
    "LPI{n:03}",
    "PI{n:03}",
    "KPI {n:02}",
    "KPI{n}",
    "{team} KPI {n}",
)
_TEAMS = ("CS", "ENV", "FIN", "HSG", "PLA", "LEI", "CORP", "RB", "SS", "OD")


@dataclass(frozen=True)
class Furniture:
    """What stands over and under every page.

    ``pages`` has ``{page}`` and, where the producer counts them, ``{of}``; ``frames`` where a
    table's text is set column by column.
    """

    header: str | None
    footer: str | None
    pages: str | None
    frames: bool


def draw_furniture(rng: random.Random, council: str, committee: str) -> Furniture:
    """Draw one paper's furniture."""
    number = rng.randrange(4, 16)
    return Furniture(
        header=rng.choice(
            (
                None,
                None,
                f"Agenda Item No. {number}",
                f"Item {number}",
                "Appendix A",
                council,
                f"{council} - {committee}",
                "NOT PROTECTIVELY MARKED",
            )
        ),
        footer=rng.choice(
            (None, None, council, "Performance Report", "Perf report final v2.doc", committee)
        ),
        pages=rng.choice(
            (
                None,
                "{page}",
                "- {page} -",
                "Page {page}",
                "Page {page} of {of}",
                "Page {page} of {of}",
            )
        ),
        frames=rng.random() < 0.2,
    )


def draw_look(rng: random.Random, ruling: str, *, wide: int) -> Look:
    """Draw a style for a paper whose tables are ruled so and have *wide* columns."""
    fill, ink = rng.choice(_HEADS)
    ruled = ruling == "ruled"
    numbers: Align = rng.choice(("center", "center", "center", "right", "left"))
    return Look(
        ruling=ruling,
        font=rng.choice(_OFTEN),
        standard=rng.random() < 0.4,
        size=rng.choice((7, 7, 8, 8, 9) if wide > 8 else (8, 9, 9, 10, 10, 11)),
        padding=rng.choice((1, 1.5, 2, 3) if ruled else (2, 3, 3.5, 4)),
        side=rng.choice((3, 4, 5.4, 5.4) if ruled else (4, 5, 5.4)),
        rule=rng.choice((0.5, 0.5, 0.5, 0.75, 1)),
        rule_ink=rng.choice((*("#000000",) * 5, "#999999", "#c0c0c0")),
        head_fill=fill,
        head_ink=ink,
        # Without lines between the columns a heading stands as its numbers do.
        heads=rng.choice(("left", "left", "center", "center")) if ruled else numbers,
        numbers=numbers,
        upright=rng.choice(("top", "top", "top", "middle")),
        zebra=rng.choice(("#f2f2f2", "#eaf1dd"))
        if rng.random() < (0.08 if ruled else 0.2)
        else None,
        repeat=rng.random() < 0.75,
        split=ruled and rng.random() < 0.25,
        section_fill=rng.choice(_BANDS),
        footer=None,  # of the furniture
        margin=rng.choice((36.0, 42.5, 54.0, 56.7, 64.0)),
    )


def draw_hand(rng: random.Random) -> Hand:
    """Draw one paper's way of writing numbers."""
    gaps = (("N/A",), ("n/a",), ("-",), ("",), ("", "N/A"), ("TBC",), ("Not available",), ("–",))
    return Hand(
        percent=rng.random() < 0.82,
        thousands=rng.random() < 0.25,
        days=rng.random() < 0.2,
        commas=rng.random() < 0.88,
        gap=rng.choice((0, 0, 0.02, 0.05, 0.08)),
        gaps=rng.choice(gaps),
    )


def draw_marks(rng: random.Random, kinds: Sequence[str] = KINDS) -> Marks:
    """Draw one paper's marks."""
    kind = rng.choice(kinds)
    system = kind.endswith("icon") and rng.random() < 0.4
    return Marks(
        kind=kind,
        words=_SYSTEM if system else rng.choice(_WORDS),
        icons=_SYSTEM_ICONS if system else rng.choice(_ICONS),
        fills=rng.choice(_FILLS),
        meanings=rng.choice(_MEANINGS),
        heading=rng.choice(_HEADINGS),
        more=system,
    )


def local_references(rng: random.Random, count: int) -> list[Code]:
    """Draw *count* different references of one service, in order, some with a letter behind."""
    shape, team = rng.choice(_SHAPES), rng.choice(_TEAMS)
    lettered = rng.random() < 0.2
    numbers = sorted(rng.sample(range(1, max(60, 2 * count)), count))
    found = []
    for number in numbers:
        text = shape.format(team=team, n=number)
        text += rng.choice(("", "a", "b")) if lettered else ""
        found.append(Code(text, text))
    return found
