"""Rows that a page end cuts through and that both pages print."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossfoot.schema.page import Reading

from .drawn_pages import Draw, Pen, read, texts

XS = (50, 110, 300, 370, 440)
HEADING = ("Code", "Indicator", "Target", "Actual", "Status")
MORE = (
    ("BV14", "Early retirements", "0.45%", "0.20%", "Green"),
    ("BV66a", "Rent collected by the council", "98.6%", "98.7%", "Green"),
    ("BV78a", "Days taken by new claims", "24.0", "28.3", "Red"),
)
HEAD = (50.0, 30.0, "Borough of Ayford: Performance")
TOP, FOOT = 70.0, 690.0

Row = Sequence[str]

TITLES = (
    ("BV8", "Undisputed invoices paid\nby the council in time", "99.0%", "98.2%", "Amber"),
    ("BV9", "Council tax collected\nin the year", "98.0%", "97.1%", "Amber"),
    ("BV12", "Days lost to sickness\nby staff of the council", "7.50", "9.31", "Red"),
)


def titled(rows: Sequence[Row], *, foot: bool, ruled: bool = False) -> Draw:
    """Rows with titles of up to two lines; a *foot* of a page begins with the headings.

    With *ruled* a rule stands above and below each row.
    """

    def draw(pen: Pen) -> None:
        pen.text(*HEAD)
        lines = [HEADING, *rows] if foot else rows
        for number, row in enumerate(lines):
            y = (FOOT - len(lines) * 40 if foot else TOP) + number * 40
            for x, text in zip(XS, row, strict=True):
                pen.text(x, y, text)
        top = (FOOT - len(lines) * 40 if foot else TOP) - 15
        for number in range(len(lines) + 1 if ruled else 0):
            pen.line(46, top + number * 40, 500, top + number * 40)

    return draw


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        (
            "Crossings that are fit",
            "for disabled people",
            "Crossings that are fit for disabled people",
        ),
        ("Crossings fit for\ndisabled", "disabled\npeople", "Crossings fit for disabled people"),
        ("Crossings", "Crossings", "Crossings"),
    ],
)
def test_a_row_that_both_pages_print_at_the_page_end_is_one(
    above: str, below: str, whole: str
) -> None:
    cut = ("BV54a", above, "60.0%", "63.8%", "Green")
    first = titled([*TITLES, cut], foot=True)
    reading = read(first, titled([(cut[0], below, *cut[2:]), *MORE], foot=False))
    (table,) = reading.tables
    assert texts(table)[4:6] == [["BV54a", whole, *cut[2:]], list(MORE[0])]
    assert [part.page for part in table.rows[4].cells[0].parts] == [1, 2]
    assert len(table.rows) == 5 + len(MORE)


def cuts(reading: Reading) -> list[int]:
    return [doubt.page for doubt in reading.doubts if doubt.kind == "cut"]


def test_a_title_that_breaks_off_at_the_page_end_puts_both_rows_in_doubt() -> None:
    cut = ("BV54a", "Crossings that are fit for", "60.0%", "63.8%", "Green")
    reading = read(titled([*TITLES, cut], foot=True), titled(MORE, foot=False))
    assert cuts(reading) == [1, 2]


def test_rules_tell_a_row_under_a_title_that_ends_as_none_should() -> None:
    last = ("BV54a", "Crossings that are fit for", "60.0%", "63.8%", "Green")
    first = titled([*TITLES, last], foot=True, ruled=True)
    reading = read(first, titled(MORE, foot=False, ruled=True))
    (table,) = reading.tables
    assert len(table.rows) == 5 + len(MORE)
    assert not reading.doubts


def test_the_same_figures_under_another_code_beside_half_a_title_are_in_doubt() -> None:
    cut = ("BV54a", "Crossings with facilities", "60.0%", "63.8%", "Green")
    again = ("BV54b", "Crossings with facilities\nfor disabled people", *cut[2:])
    reading = read(titled([*TITLES, cut], foot=True), titled([again, *MORE], foot=False))
    assert cuts(reading) == [1, 2]


@pytest.mark.parametrize(
    "row",
    [
        ("BV14", "Early retirements", "7.50", "9.31", "Red"),  # the figures of the row before
        ("BV12", "Claims worked out right", "0.45%", "0.20%", "Red"),
    ],
)
def test_a_row_of_its_own_that_shares_figures_or_code_with_the_last_stays_one(row: Row) -> None:
    reading = read(titled(TITLES, foot=True), titled([row, *MORE[1:]], foot=False))
    (table,) = reading.tables
    assert texts(table)[4] == list(row)
    assert not cuts(reading)


def test_a_title_that_seems_to_end_above_is_in_doubt_where_name_and_figure_are_the_same() -> None:
    cut = ("BV54a", "Crossings", "", "63.8%", "Green")
    again = (cut[0], "New paths across council land", *cut[2:])
    reading = read(titled([*TITLES, cut], foot=True), titled([again, *MORE], foot=False))
    assert cuts(reading) == [1, 2]
