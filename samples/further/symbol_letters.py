"""Statuses as letters of a symbol font and directions as drawn triangles, with a key for both."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing, Polygon
from reportlab.lib.colors import HexColor

from samples.further.kit import GRID, Further, bound, figure, head, indicator, table, words

_TICK, _CROSS = "<font name='ZapfDingbats'>\u2714</font>", "<font name='ZapfDingbats'>\u2718</font>"
_ROWS = (
    ("CHN 01", "Pupils attending a good or outstanding school", "82%", "79.4%", "red", "down"),
    ("CHN 13a", "Care plans reviewed on time", "95%", "96.0%", "green", "up"),
    (
        "ASC 02",
        "Older people at home 91 days after leaving hospital",
        "84%",
        "84.3%",
        "green",
        "down",
    ),
)
_POINTS = {"up": (0, 0, 10, 0, 5, 9), "down": (0, 9, 10, 9, 5, 0)}
_SAID = {"up": "Improving", "down": "Getting worse"}


def _arrow(way: str) -> Drawing:
    drawing = Drawing(10, 9)
    drawing.add(Polygon(list(_POINTS[way]), fillColor=HexColor("#404040"), strokeColor=None))
    return drawing


def _sign(status: str) -> str:
    return _TICK if status == "green" else _CROSS


def _draw() -> bytes:
    headings = ["Ref", "Measure", "Target 2015/16", "Outturn 2015/16", "Status", "Trend"]
    rows = [[*row[:4], _sign(row[4]), _arrow(row[5])] for row in _ROWS]
    body = table([headings, *rows], (55, 300, 90, 90, 60, 60), GRID)
    entries: list[list[object]] = [
        [_TICK, "Target met"],
        [_CROSS, "Target not met"],
        [_arrow("up"), _SAID["up"]],
        [_arrow("down"), _SAID["down"]],
    ]
    key = table([["Symbol", "Meaning"], *entries], (60, 200), GRID)
    title = "Children and Adults: performance in 2015/16"
    return bound([*head("Wokingham Borough Council", title), key, words(" "), body])


_VALUES = (("82", "79.4"), ("95", "96.0"), ("84", "84.3"))

PAPER = Further(
    stem="symbol_font_and_shapes",
    shows="statuses as symbol-font letters, trends as drawn triangles, both bound by the key",
    draw=_draw,
    printed={"council": "Wokingham", "reporting_period": "2015/16"},
    expected={
        "indicators": [
            indicator(1, code, title, status, trend_as_printed=_SAID[way])
            for code, title, _, _, status, way in _ROWS
        ],
        "figures": [
            figure(owner, measure, "2015/16", value, "%")
            for owner, values in enumerate(_VALUES, start=1)
            for measure, value in zip(("target", "outturn"), values, strict=True)
        ],
    },
)
