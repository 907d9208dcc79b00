"""Tables below each other in one stretch of print, where the order of painting tells the rows."""

from __future__ import annotations

import pytest

from .drawn_pages import Pen, read, texts
from .painted_rows import PITCH, Cells, paint

COUNTS = (
    ("Status", "Number of\nmeasures", "Share of\nmeasures"),
    ("Green", "11", "55%"),
    ("Red", "9", "45%"),
)
HEADING = ("Code", "Indicator", "Target", "Outturn")
ROWS = (
    ("BV8", "Undisputed invoices paid\nin thirty days", "99.0%", "98.2%"),
    ("BV9", "Council tax collected by\nthe end of the year", "98.0%", "97.1%"),
    ("BV12", "Working days lost to\nsickness absence", "7.50", "9.31"),
)
OTHERS = (
    ("BV76", "Fraud investigations\nper 1,000 cases", "41", "44.5"),
    ("BV82", "Household waste sent\nfor recycling", "24%", "23.8%"),
)


def folded(*rows: Cells) -> list[list[str]]:
    return [[(cell or "").replace("\n", " ") for cell in row] for row in rows]


def test_a_summary_of_counts_above_a_table_under_a_title_is_a_table_of_its_own() -> None:
    def page(pen: Pen) -> None:
        top = paint(pen, COUNTS, 110, (50, 150, 250), space=6)
        pen.text(50, top + 8, "Detail", size=13)
        paint(pen, [HEADING, *ROWS], top + 26)

    counts, table = read(page).tables
    assert texts(counts) == folded(*COUNTS)
    assert texts(table) == folded(HEADING, *ROWS)


@pytest.mark.parametrize("x", [50, 44])
def test_headings_printed_again_under_a_title_begin_another_table(x: float) -> None:
    def page(pen: Pen) -> None:
        top = paint(pen, [HEADING, *ROWS], 110, space=6)
        pen.text(x, top + 10, "A council that works for you")
        paint(pen, [HEADING, *OTHERS], top + 30, space=6)

    first, second = read(page).tables
    assert texts(first) == folded(HEADING, *ROWS)
    assert texts(second) == folded(HEADING, *OTHERS)


def test_headings_printed_again_are_those_of_any_table_above() -> None:
    """The titles stand where cells do and are as large: only the headings show what they are."""

    def page(pen: Pen) -> None:
        top = paint(pen, COUNTS, 110, (50, 150, 250), space=6)
        pen.text(50, top + 8, "Detail", size=13)
        top = paint(pen, [HEADING, *ROWS], top + 26, space=6)
        pen.text(50, top, "A council that works for you")
        paint(pen, [HEADING, *OTHERS], top + 16, space=6)

    tables = [texts(table) for table in read(page).tables]
    assert tables == [folded(*COUNTS), folded(HEADING, *ROWS), folded(HEADING, *OTHERS)]


def test_rows_without_headings_above_a_table_are_refused_and_the_table_is_read() -> None:
    def page(pen: Pen) -> None:
        top = paint(pen, ROWS, 110, space=6)
        pen.text(44, top + 10, "A council that works for you")
        paint(pen, [HEADING, *OTHERS], top + 30, space=6)

    reading = read(page)
    assert [texts(table) for table in reading.tables] == [folded(HEADING, *OTHERS)]
    (doubt,) = reading.doubts
    assert "no headings" in doubt.message
    assert doubt.box.y1 < 110 + 6 * PITCH + 3 * 6


def test_a_row_without_figures_below_a_section_is_no_headings() -> None:
    """Nothing sets the section apart, and nothing says that the row is printed again."""
    untold = ("BV13", "Electors on\nthe register", "Not collected", "Not collected")

    def page(pen: Pen) -> None:
        xs = (50, 300, 370)
        top = paint(pen, [HEADING[1:], *(row[1:] for row in ROWS)], 110, xs, space=6)
        paint(pen, [("Resources",), untold[1:], *(row[1:] for row in OTHERS)], top, xs, 6)

    reading = read(page)
    assert not reading.tables
    assert "headings stand among its rows" in reading.doubts[0].message


def test_a_year_over_columns_below_a_table_is_no_title_of_the_next() -> None:
    """Without it what stands under Actual would be of no year, or of another."""

    def page(pen: Pen) -> None:
        top = paint(pen, [HEADING, *ROWS], 110, space=6)
        pen.text(318, top + 10, "2018/19", size=12)
        paint(pen, [HEADING, *OTHERS], top + 24, space=6)

    assert [texts(table) for table in read(page).tables] == [folded(HEADING, *ROWS)]


MORE = (
    ("BV14", "Early retirements in\nthe whole workforce", "0.45%", "0.20%"),
    ("BV66", "Rent collected by\nthe council", "98.6%", "98.7%"),
)


@pytest.mark.parametrize("size", [10, 13])
def test_rows_that_go_on_above_another_table_are_those_of_the_page_before(size: float) -> None:
    """Its title stands in the same stretch of print, and is neither's row."""

    def first(pen: Pen) -> None:
        paint(pen, [HEADING, *ROWS], 600, space=6)

    def second(pen: Pen) -> None:
        top = paint(pen, MORE, 70, space=6)
        pen.text(44, top + 10, "Safe and healthy communities", size=size)
        paint(pen, [HEADING, *OTHERS], top + 30, space=6)

    whole, other = read(first, second).tables
    assert texts(whole) == folded(HEADING, *ROWS, *MORE)
    assert texts(other) == folded(HEADING, *OTHERS)


def test_a_day_in_a_row_above_a_title_heads_no_figures_of_the_next_table() -> None:
    heads = ("Action", "Responsible\nOfficer", "Target\nDate", "Status")
    action = ("Prepare the annual\nreport to tenants", "J Lamb", "31 March\n2017", "Complete")
    risks = (
        ("Risk", "Likelihood", "Impact", "Risk\nScore"),
        ("A contractor goes into\nadministration", "2", "4", "8"),
        ("The savings are not made\nin the year", "3", "4", "12"),
        ("Staff with knowledge of\nthe systems leave", "4", "2", "8"),
    )
    xs = (50, 220, 300, 380)

    def page(pen: Pen) -> None:
        for y in (98, 188):  # behind the headings of both
            pen.rect(46, y, 460, y + 26, "#dddddd", None)
        top = paint(pen, [heads, action], 110, xs, space=6)
        pen.text(50, top + 12, "Key Risks", size=13)
        paint(pen, risks, 200, xs, space=6)

    first, second = read(page).tables
    assert texts(first) == folded(heads, action)
    assert texts(second) == folded(*risks)


FULLER = ("Code", "Indicator", "2017/18", "2018/19", "Target", "Status")


@pytest.mark.parametrize("heads", [FULLER, HEADING])
def test_headings_of_more_columns_than_a_table_has_begin_another_right_below_it(
    heads: Cells,
) -> None:
    """With one column more they are not sure to be another's; and then nothing is read."""

    def page(pen: Pen) -> None:
        xs = (50, 110, 300, 365, 420, 485)[: len(heads)]
        top = paint(pen, COUNTS, 110, (50, 150, 250), space=6)
        rows = [(*row, row[2], "Green")[: len(heads)] for row in ROWS]
        paint(pen, [heads, *rows], top, xs, space=6)

    tables = [texts(table) for table in read(page).tables]
    assert (folded(*COUNTS) in tables) == (len(heads) > 4)
    assert len(tables) == (2 if len(heads) > 4 else 0)
