"""Headings over groups of columns that say the same, where neither rules nor fills show how far."""

from __future__ import annotations

import pytest

from crossfoot.schema.page import Reading

from .drawn_pages import Pen, read, spans, texts

XS = (50, 100, 250, 320, 390, 460, 530)
PAIRS = ("Actual", "Target", "Actual", "Target")
ROWS = (
    ("BV8", "Invoices paid on time", "98.2%", "99.0%", "97.5%", "99.0%"),
    ("BV9", "Council tax collected", "97.1%", "98.0%", "n/a", "98.0%"),
    ("BV12", "Days lost to sickness", "9.31", "7.50", "8.20", "7.40"),
    ("BV66", "Rent collected", "98.1%", "98.0%", "98.3%", "98.5%"),
)
GROUPS = {(1, 3, 1, 2, "2017/18"), (1, 5, 1, 2, "2018/19")}
LOWER = {(2, at, 1, 1, text) for at, text in enumerate(PAIRS, 3)}

Upper = tuple[tuple[float, str], ...]


def unread(reading: Reading) -> list[str]:
    return [doubt.message for doubt in reading.doubts if doubt.kind == "unread_table"]


def at_side(pen: Pen, x: float, y: float, text: str, side: str) -> None:
    wide = pen.canvas.stringWidth(text, "Helvetica", 10)
    pen.text(
        x + 4 if side == "left" else x + 66 - wide if side == "right" else x + 35 - wide / 2,
        y,
        text,
    )


def table(
    pen: Pen,
    upper: Upper,
    lower: tuple[str, ...] = PAIRS,
    names: float = 114,
    sides: tuple[str, str] = ("left", "right"),
    rules: tuple[float, ...] = (),
) -> None:
    """Headings on two lines, those of the first two columns *names* points down the page.

    *upper* are headings of the first line with their x; *sides* is where those of the first and
    those of the second line stand in their columns.
    """
    for y in rules:
        pen.line(50, y, 530, y)
    pen.text(54, names, "Ref")
    pen.text(104, names, "Indicator")
    for x, text in upper:
        at_side(pen, x, 114, text, sides[0])
    for x, text in zip(XS[2:-1], lower, strict=False):
        at_side(pen, x, 134, text, sides[1])
    for number, row in enumerate(ROWS):
        y = 154 + 20 * number
        pen.text(54, y, row[0])
        pen.text(104, y, row[1])
        for x, text in zip(XS[2:-1], row[2 : 2 + len(lower)], strict=False):
            at_side(pen, x, y, text, "right")


YEARS = ((250, "2017/18"), (390, "2018/19"))


@pytest.mark.parametrize("sides", [("left", "right"), ("left", "left"), ("left", "centre")])
@pytest.mark.parametrize("names", [114, 124])
@pytest.mark.parametrize("rules", [(), (100, 140, 220), (100, 140, 160, 180, 200, 220)])
def test_headings_at_the_left_of_groups_that_repeat_stand_over_all_of_them(
    sides: tuple[str, str], names: float, rules: tuple[float, ...]
) -> None:
    reading = read(lambda pen: table(pen, YEARS, names=names, sides=sides, rules=rules))
    (found,) = reading.tables
    assert spans(found) >= GROUPS | LOWER
    assert texts(found)[-len(ROWS) :] == [list(row) for row in ROWS]
    assert not unread(reading)


def test_headings_at_the_right_of_groups_that_repeat_stand_over_all_of_them() -> None:
    years = ((320, "2017/18"), (460, "2018/19"))
    (found,) = read(lambda pen: table(pen, years, sides=("right", "left"))).tables
    assert spans(found) >= GROUPS | LOWER


def test_a_rule_between_the_two_lines_of_headings_parts_their_rows() -> None:
    (found,) = read(
        lambda pen: table(pen, YEARS, names=134, rules=(100, 120, 140, 160, 180, 200, 220))
    ).tables
    assert GROUPS | LOWER | {(2, 1, 1, 1, "Ref")} <= spans(found)


def test_groups_may_say_the_same_in_another_order() -> None:
    turned = ("Actual", "Target", "Target", "Actual")
    (found,) = read(lambda pen: table(pen, YEARS, turned)).tables
    assert spans(found) >= GROUPS | {(2, at, 1, 1, text) for at, text in enumerate(turned, 3)}


def test_headings_in_the_middle_of_groups_stand_over_all_of_them() -> None:
    years = ((285, "2017/18"), (425, "2018/19"))
    for side in ("left", "centre"):
        (found,) = read(
            lambda pen, side=side: table(pen, years, sides=("centre", side), names=124)
        ).tables
        assert spans(found) >= GROUPS | LOWER


# What does not tell how far a heading reaches: must be refused, or read as it stands.
ODD: dict[str, tuple[Upper, tuple[str, ...], float]] = {
    "they do not repeat": (YEARS, ("Actual", "Target", "Aim", "Result"), 114),
    "one heading over two columns of three": (
        ((250, "2017/18"),),
        ("Actual", "Target", "Actual"),
        114,
    ),
    "over the second of each pair, not at its end": (
        ((320, "2017/18"), (460, "2018/19")),
        ("Actual", "Target", "Actual", "Target"),
        114,
    ),
    "a heading over each column but one": (
        ((250, "2016/17"), (320, "2017/18"), (390, "2018/19")),
        PAIRS,
        114,
    ),
    "the first line of a heading in two": (
        ((250, "Year to June"), (390, "Year to July")),
        PAIRS,
        134,
    ),
    "three headings over two groups": (
        ((250, "2016/17"), (390, "2017/18"), (460, "2018/19")),
        PAIRS,
        114,
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_headings_that_may_stand_over_other_columns_are_refused(name: str) -> None:
    upper, lower, names = ODD[name]
    sides = ("left", "left") if name.startswith("the first line") else ("left", "right")
    reading = read(lambda pen: table(pen, upper, lower, names, sides))
    assert not reading.tables
    assert unread(reading)


def test_a_heading_over_a_group_is_no_column_left_blank() -> None:
    """The columns are wide: the year stands left of all that is printed below it."""

    def page(pen: Pen) -> None:
        table(pen, ((250, "2018"), (390, "2019")), ("Actual", "Target", "Aim", "Result"))

    reading = read(page)
    assert not reading.tables
    assert "heading" in unread(reading)[0]


def test_headings_set_aside_in_turn_go_each_with_the_figures_beside_it() -> None:
    xs = (50, 130, 250, 360, 470)

    def page(pen: Pen, headings: tuple[str, ...]) -> None:
        for x, text in zip(xs, ("Ref", *headings), strict=False):
            pen.text(x, 114, text)
        for number, row in enumerate(ROWS):
            pen.text(50, 134 + 20 * number, f"{row[0]} {row[1]}")
            for x, text in zip((310, 420, 530), row[2:], strict=False):
                pen.text(x, 134 + 20 * number, text)

    reading = read(lambda pen: page(pen, ("", "Outturn", "Actual", "Target")))
    (found,) = reading.tables
    assert texts(found)[0] == ["Ref", "Outturn", "Actual", "Target"]
    assert texts(found)[1][1:] == ["98.2%", "99.0%", "97.5%"]


def test_a_heading_between_two_columns_of_figures_is_refused() -> None:
    def page(pen: Pen) -> None:
        pen.text(50, 114, "Indicator")
        pen.text(350, 114, "Outturn")
        for number, row in enumerate(ROWS):
            pen.text(50, 134 + 20 * number, row[1])
            pen.text(300, 134 + 20 * number, row[2])
            pen.text(420, 134 + 20 * number, row[3])

    reading = read(page)
    assert not reading.tables
    assert unread(reading)
