"""Where signs stand: columns without a heading, keys inside tables, several periods beside."""

from __future__ import annotations

from pathlib import Path

from .sign_papers import (
    AMBER,
    ARROW,
    ARROW_DOWN,
    DIAMOND,
    GREEN,
    RED,
    ROWS,
    SQUARE,
    WORDS,
    Cell,
    Content,
    Sheet,
    disc,
    drawn,
    polygon,
    rules,
    statuses,
    trends,
)

LIGHTS = ["green", "amber", "red"]
INK = "#305090"
SIGNS = (disc(INK), polygon(INK, DIAMOND), polygon(INK, SQUARE))


def test_a_column_of_signs_under_no_heading_is_what_the_key_says(tmp_path: Path) -> None:
    arrows = (ARROW, ARROW_DOWN, ARROW)
    rows: list[list[Content]] = [["", "Ref", "Indicator", "Q1 2019/20", "Target 2019/20", ""]]
    for (code, title, value, target), sign, arrow in zip(ROWS, SIGNS, arrows, strict=True):
        way = drawn(polygon("#000000", arrow))
        rows.append([drawn(sign), code, title, value, target, way])
    sheet = Sheet().table((25, 45, 140, 70, 80, 25), rows)
    signs = [*SIGNS, polygon("#000000", ARROW), polygon("#000000", ARROW_DOWN)]
    words = [*WORDS, "Improving", "Declining"]
    paper = sheet.key([drawn(sign) for sign in signs], words).read(tmp_path)
    assert statuses(paper) == LIGHTS
    assert trends(paper) == ["Improving", "Declining", "Improving"]


def test_a_column_of_signs_under_no_heading_and_without_a_key_is_no_status(tmp_path: Path) -> None:
    rows: list[list[Content]] = [["", "Ref", "Indicator", "Q1 2019/20", "Target 2019/20"]]
    for row, colour in zip(ROWS, (GREEN, AMBER, RED), strict=True):
        rows.append([drawn(disc(colour)), *row])
    paper = Sheet().table((25, 45, 140, 70, 80), rows).read(tmp_path)
    assert statuses(paper) == [None, None, None]


def test_a_key_of_printed_signs_may_stand_in_the_foot_of_the_table(tmp_path: Path) -> None:
    tick, cross, star = (Cell(sign, font="ZapfDingbats") for sign in "\u2713\u2717\u2605")
    rows: list[list[Content]] = [["Ref", "Indicator", "Q1 2019/20", "Target 2019/20", "Status"]]
    rows += [[*row, sign] for row, sign in zip(ROWS, (star, tick, cross), strict=True)]
    foot = Cell("Key:", span=5)
    sheet = Sheet().table((45, 140, 70, 80, 50), [*rows, [foot]])
    sheet.beside(
        [star, "On target", tick, "Slightly below target", cross, "Below target"], x=80, up=28
    )
    assert statuses(sheet.read(tmp_path)) == LIGHTS


def test_each_period_has_its_own_status_and_trend(tmp_path: Path) -> None:
    rows: list[list[Content]] = [
        [Cell(span=2), Cell("Q1 2019/20", span=3), Cell("Q2 2019/20", span=3)],
        ["Ref", "Indicator", *["Actual", "Status", "Trend"] * 2],
    ]
    for code, title, value, _ in ROWS:
        before = ["80.0%", "Green", drawn(polygon(INK, ARROW))]
        now = [value, "Red", drawn(polygon(INK, ARROW_DOWN))]
        rows.append([code, title, *before, *now])
    title = "Key Performance Indicators 2019/20 Quarter 2"
    paper = Sheet(title).table((45, 120, 50, 50, 50, 50, 50, 50), rows).read(tmp_path)
    assert statuses(paper) == ["red"] * 3
    assert trends(paper) == ["\u2193"] * 3
    shown = {(row.period, row.status, row.trend_as_printed) for row in paper.statuses}
    assert shown == {("2019/20 Q1", "green", "\u2191"), ("2019/20 Q2", "red", "\u2193")}


def test_a_small_arrow_head_is_no_ruling_line(tmp_path: Path) -> None:
    heads = (((-0.6, 0.2), (0.6, 0.2), (0, 1)), ((-0.6, -0.2), (0.6, -0.2), (0, -1)))
    column = [drawn(polygon(INK, heads[at])) for at in (0, 1, 1)]
    paper = Sheet().indicators(["Green"] * 3, [("Trend", column)]).read(tmp_path)
    assert trends(paper) == ["\u25b2", "\u25bc", "\u25bc"]


def test_a_hatched_status_cell_is_no_status(tmp_path: Path) -> None:
    def hatched(colour: str) -> Cell:
        def draw(canvas: object, x: float, y: float) -> None:
            canvas.setStrokeColor(colour)  # type: ignore[attr-defined]
            for at in range(-20, 16, 4):
                canvas.line(x + at, y - 7, x + at + 8, y + 7)  # type: ignore[attr-defined]

        return drawn(draw)

    paper = Sheet().indicators([hatched(c) for c in (GREEN, AMBER, RED)]).read(tmp_path)
    assert statuses(paper) == [None, None, None]
    assert "status.unexplained_icon" in rules(paper)


def test_an_arrow_turned_on_its_side_points_where_it_is_seen_to(tmp_path: Path) -> None:
    def turned(degrees: float) -> Cell:
        def draw(canvas: object, x: float, y: float) -> None:
            canvas.saveState()  # type: ignore[attr-defined]
            canvas.translate(x, y)  # type: ignore[attr-defined]
            canvas.rotate(degrees)  # type: ignore[attr-defined]
            canvas.setFont("ZapfDingbats", 9)  # type: ignore[attr-defined]
            canvas.drawString(-4, -3, "\u2794")  # type: ignore[attr-defined]
            canvas.restoreState()  # type: ignore[attr-defined]

        return drawn(draw)

    column = [turned(degrees) for degrees in (90, -90, 180)]
    paper = Sheet().indicators(["Green"] * 3, [("Trend", column)]).read(tmp_path)
    assert trends(paper) == ["\u2191", "\u2193", "\u2190"]


def test_a_sign_that_a_key_explains_twice_differently_is_no_status(tmp_path: Path) -> None:
    sheet = Sheet().indicators([drawn(SIGNS[0])] * 3)
    paper = sheet.key(
        [drawn(sign) for sign in (SIGNS[0], SIGNS[0], *SIGNS[1:])],
        [WORDS[0], WORDS[2], "Unknown", "Data only"],
    ).read(tmp_path)
    assert statuses(paper) == [None, None, None]
    assert "status.unexplained_icon" in rules(paper)


def test_a_small_table_of_statuses_is_no_key(tmp_path: Path) -> None:
    names = ("Invoices paid", "Calls answered", "Homes let", "Waste recycled")
    colours = (GREEN, GREEN, RED, AMBER)
    rows: list[list[Content]] = [["Status", "Description"]]
    rows += [[Cell(fill=colour), name] for colour, name in zip(colours, names, strict=True)]
    paper = Sheet().table((60, 200), rows).read(tmp_path)
    assert not paper.legends
