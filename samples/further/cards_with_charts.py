"""Cards with a chart each, one cut by the page end; two side by side; small tables of one each."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing, Polygon, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Spacer

from samples.further.kit import (
    GRID,
    Further,
    Row,
    bound,
    figure,
    fill,
    head,
    indicator,
    table,
    words,
)

_COLOURS = {"Green": "#00b050", "Amber": "#ffc000", "Red": "#ff0000"}
_GREY = "#d9d9d9"
#: Name, status, whether it rose, then what the three cells below the chart print.
_BOXES = (
    (
        "Calls to the contact centre answered (%)",
        "Green",
        True,
        ("Actual: 94%", "Target: 90%, Floor: 85%", "Previous: 89% (Amber)"),
    ),
    (
        "Complaints answered within ten working days (%)",
        "Red",
        False,
        ("Actual: 71%", "Target: 85%, Floor 80%", "Previous: 74% (Red)"),
    ),
    (
        "Household waste recycled or composted (%)",
        "Amber",
        True,
        ("Latest: 48.2%", "Target: 50% Floor: 45%", "Previous 47.9% (Amber)"),
    ),
    (
        "Visits to libraries and museums",
        "Green",
        True,
        ("Q3 2024/25: 10,323", "Target: 10,000", "Previous: n/a"),
    ),
)
_PAIR = (
    ("Missed bins put right within a day (%)", "Amber", "91%", "95%"),
    ("Street lights mended within five days (%)", "Green", "98%", "95%"),
)
_SMALL = (
    ("HR 11", "Working days lost to sickness per employee", "2.1", "2.4", "2.2", "9.0", "Amber"),
    ("HR 12", "Staff who left of their own will", "12", "9", "7", "15", "Green"),
)


def _arrow(rises: bool, status: str) -> Drawing:
    """A small triangle beside the word of the status."""
    drawing = Drawing(50, 18)
    points = [4, 4, 12, 4, 8, 12] if rises else [4, 12, 12, 12, 8, 4]
    drawing.add(Polygon(points, fillColor=HexColor("#000000"), strokeColor=None))
    drawing.add(String(16, 5, status, fontName="Helvetica", fontSize=8.5))
    return drawing


def _chart(number: int) -> Drawing:
    """Six bars with their months: numbers and words that are nobody's figures."""
    drawing = Drawing(480, 122)
    for at, month in enumerate(("Sep-23", "Dec-23", "Mar-24", "Jun-24", "Sep-24", "Dec-24")):
        high = 20 + (at * 7 + number * 11) % 60
        drawing.add(
            Rect(50 + 70 * at, 22, 36, high, fillColor=HexColor("#ccccff"), strokeColor=None)
        )
        drawing.add(String(54 + 70 * at, 8, month, fontName="Helvetica", fontSize=7))
    for at, label in enumerate(("60", "80", "100")):
        drawing.add(String(20, 22 + 40 * at, label, fontName="Helvetica", fontSize=7))
    return drawing


def _box(number: int, name: str, status: str, rises: bool, said: Sequence[str]) -> Flowable:
    styles = (
        *GRID,
        ("SPAN", (0, 0), (1, 0)),
        ("SPAN", (0, 1), (2, 1)),
        fill(0, 0, _GREY),
        fill(2, 0, _COLOURS[status]),
    )
    rows = [[name, "", _arrow(rises, status)], [_chart(number), "", ""], list(said)]
    return table(rows, (170, 190, 160), styles, 0)


def _small(code: str, name: str, *values: str) -> Flowable:
    first, second, third, target, status = values
    rows = [
        ["PI code", code, "", "", "", ""],
        ["Description", name, "", "", "", ""],
        ["Q1", "Q2", "Q3", "Q4", "Target", "Status"],
        [first, second, third, "", target, status],
    ]
    spans = [("SPAN", (1, row), (5, row)) for row in (0, 1)]
    return table(rows, (90, 86, 86, 86, 86, 86), (*GRID, *spans), 0)


def _draw() -> bytes:
    story: list[Flowable] = head(
        "Swindon Borough Council", "Quarterly Performance Report: Quarter 3 2024/25"
    )
    story.append(words("Customers and environment", 11, bold=True))
    for number, (name, status, rises, said) in enumerate(_BOXES):
        story += [Spacer(1, 12), _box(number, name, status, rises, said)]
    top = [text for name, status, *_ in _PAIR for text in (name, status)]
    low = [
        text for *_, actual, target in _PAIR for text in (f"Actual: {actual}", f"Target: {target}")
    ]
    colours = [fill(2 * at + 1, 0, _COLOURS[status]) for at, (_, status, *_) in enumerate(_PAIR)]
    pair = table([top, low], (170, 90, 170, 90), (*GRID, *colours), 0)
    story += [Spacer(1, 14), words("Streets", 11, bold=True), Spacer(1, 6), pair]
    story += [Spacer(1, 14), words("Workforce", 11, bold=True)]
    for row in _SMALL:
        story += [Spacer(1, 8), _small(*row)]
    return bound(story, landscape=False)


def _undated(owner: int, measure: str, value: str | None, unit: str | None) -> Row:
    return {
        "indicator_no": owner,
        "measure": measure,
        "period": None,
        "period_start": None,
        "period_end": None,
        "value": value,
        "unit": unit,
        "value_state": "value" if value else "not_available",
    }


_QUARTER = "2024/25 Q3"

PAPER = Further(
    stem="cards_with_charts",
    shows=(
        "cards with a chart each, labels and values in one cell, one cut by the page end; cards "
        "side by side; small tables of one indicator; no period at Latest"
    ),
    draw=_draw,
    printed={"council": "Swindon", "reporting_period": _QUARTER},
    expected={
        "indicators": [
            indicator(1, None, _BOXES[0][0], "green", trend_as_printed="▲"),
            indicator(1, None, _BOXES[1][0], "red", trend_as_printed="▼"),
            indicator(1, None, _BOXES[2][0], "amber", trend_as_printed="▲"),
            indicator(1, None, _BOXES[3][0], "green", trend_as_printed="▲"),
            indicator(2, None, _PAIR[0][0], "amber"),
            indicator(2, None, _PAIR[1][0], "green"),
            indicator(2, _SMALL[0][0], _SMALL[0][1], "amber"),
            indicator(2, _SMALL[1][0], _SMALL[1][1], "green"),
        ],
        "statuses": [
            {
                "indicator_no": owner,
                "period": None if previous else _QUARTER,
                "status": status,
                "is_previous": previous,
            }
            for owner, status, previous in (
                (1, "green", False),
                (1, "amber", True),
                (2, "red", False),
                (2, "red", True),
                (3, "amber", False),
                (3, "amber", True),
                (4, "green", False),
                (5, "amber", False),
                (6, "green", False),
                (7, "amber", False),
                (8, "green", False),
            )
        ],
        "figures": [
            figure(1, "actual", _QUARTER, "94", "%"),
            figure(1, "target", _QUARTER, "90", "%"),
            _undated(1, "previous", "89", "%"),
            figure(2, "actual", _QUARTER, "71", "%"),
            figure(2, "target", _QUARTER, "85", "%"),
            _undated(2, "previous", "74", "%"),
            _undated(3, "actual", "48.2", "%"),
            _undated(3, "target", "50", "%"),
            _undated(3, "previous", "47.9", "%"),
            figure(4, "actual", _QUARTER, "10323"),
            figure(4, "target", _QUARTER, "10000"),
            _undated(4, "previous", None, None),
            figure(5, "actual", _QUARTER, "91", "%"),
            figure(5, "target", _QUARTER, "95", "%"),
            figure(6, "actual", _QUARTER, "98", "%"),
            figure(6, "target", _QUARTER, "95", "%"),
            figure(7, "actual", "2024/25 Q1", "2.1", "working days"),
            figure(7, "actual", "2024/25 Q2", "2.4", "working days"),
            figure(7, "actual", "2024/25 Q3", "2.2", "working days"),
            figure(7, "actual", "2024/25 Q4", None, None, "blank"),
            figure(7, "target", "2024/25", "9.0", "working days"),
            figure(8, "actual", "2024/25 Q1", "12"),
            figure(8, "actual", "2024/25 Q2", "9"),
            figure(8, "actual", "2024/25 Q3", "7"),
            figure(8, "actual", "2024/25 Q4", None, None, "blank"),
            figure(8, "target", "2024/25", "15"),
        ],
    },
)
