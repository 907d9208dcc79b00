"""Statuses and trends as icons alone; the key that explains the icons is on the last page."""

from __future__ import annotations

from pathlib import Path

from reportlab.platypus import Image, PageBreak

from samples.further.kit import GRID, Further, bound, figure, head, indicator, table, words

_ICONS = Path(__file__).parents[1] / "icons"
_ROWS = (
    ("LPI 3", "Rent collected as a share of rent owed", "98.5%", "97.9%", "amber"),
    ("LPI 4", "Average days to re-let an empty home", "24", "31.5", "red"),
    ("LPI 7", "Repairs completed at the first visit", "90%", "93.1%", "green"),
    ("LPI 8", "Homes with a valid gas safety certificate", "100%", "100%", "green"),
)
_KEY = (("green", "On target"), ("amber", "Slightly below target"), ("red", "Below target"))


def _icon(name: str, side: float) -> Image:
    return Image(str(_ICONS / f"{name}.png"), side, side)


def _draw() -> bytes:
    headings = ["Ref", "Measure", "Target 2018/19", "Q3 2018/19", "Status"]
    rows = [[*row[:4], _icon(row[4], 11)] for row in _ROWS]
    body = table([headings, *rows], (50, 330, 90, 90, 60), GRID)
    key = table(
        [["Symbol", "Meaning"], *([_icon(name, 14), said] for name, said in _KEY)], (60, 200), GRID
    )
    title = "Housing Performance Report: Quarter 3 2018/19"
    story = head("Dacorum Borough Council", title, "Symbols are explained on the last page.")
    return bound([*story, body, PageBreak(), words("Key to symbols", 11, bold=True), key])


_VALUES = (("98.5", "97.9", "%"), ("24", "31.5", "days"), ("90", "93.1", "%"), ("100", "100", "%"))

PAPER = Further(
    stem="icons_key_on_last_page",
    shows="statuses as icons alone; their key on the last page, at another size",
    draw=_draw,
    printed={"council": "Dacorum", "reporting_period": "2018/19 Q3"},
    expected={
        "indicators": [
            indicator(1, code, title, status, status_carrier="icon", status_as_printed=None)
            for code, title, _, _, status in _ROWS
        ],
        "figures": [
            each
            for owner, (target, actual, unit) in enumerate(_VALUES, start=1)
            for each in (
                figure(owner, "target", "2018/19", target, unit),
                figure(owner, "actual", "2018/19 Q3", actual, unit),
            )
        ],
        "legends": [{"page": 2, "meaning_as_printed": said} for _, said in _KEY],
    },
)
