"""Headings that look like values over columns of figures, and rows of dates that are none."""

from __future__ import annotations

import pytest

from crossfoot.extract.chunks import Chunk
from crossfoot.extract.dated_heads import dated_heads

from .drawn_pages import Pen, read, texts
from .painted_rows import Cells, reading

ROWS = (
    ("BV8", "Undisputed invoices paid\nin thirty days", "99.0%", "98.2%"),
    ("BV9", "Council tax collected by\nthe end of the year", "98.0%", "97.1%"),
    ("BV12", "Working days lost to\nsickness absence", "7.50", "9.31"),
)
DATES = ("Sep 2024", "30/09/2024", "30 September 2024", "Outturn 2024")


def folded(*rows: Cells) -> list[list[str]]:
    return [[(cell or "").replace("\n", " ") for cell in row] for row in rows]


@pytest.mark.parametrize("space", [0, 6])
@pytest.mark.parametrize("date", DATES)
def test_a_month_or_a_day_over_figures_is_a_heading(date: str, space: float) -> None:
    xs = (50.0, 110.0, 300.0, 420.0)
    head = ("Code", "Indicator", date, "Target")
    (table,) = reading([head, *ROWS], xs, space).tables
    assert texts(table) == folded(head, *ROWS)


@pytest.mark.parametrize("date", DATES)
def test_days_head_columns_of_rows_of_one_line_between_rules(date: str) -> None:
    rows = [("Code", "Indicator", date, "Target"), *((a, b[:9], c, d) for a, b, c, d in ROWS)]

    def page(pen: Pen) -> None:
        for at, row in enumerate(rows):
            pen.line(48, 100 + 16 * at, 460, 100 + 16 * at)
            for x, text in zip((50, 110, 300, 420), row, strict=True):
                pen.text(x, 112 + 16 * at, text, 9)
        pen.line(48, 164, 460, 164)

    (table,) = read(page).tables
    assert texts(table) == [list(row) for row in rows]


def test_a_row_of_dates_and_words_above_others_is_no_row_of_headings() -> None:
    """A plan that goes on from the page before begins with an action, not with headings."""
    rows = [
        ("Review the lettings\npolicy", "J Lamb", "Sep 2024", "Started"),
        ("Let the contract for\nthe depot", "P Owens", "Oct 2024", "Started"),
        ("Publish the plan for\nclimate", "S Hart", "Dec 2024", "Started"),
    ]
    assert not reading(rows, (50.0, 180.0, 300.0, 380.0), 6).tables


def chunk(x: float, y: float, text: str) -> Chunk:
    return Chunk(x, x + 5.0 * len(text), y, 9.0, text, ())


@pytest.mark.parametrize(
    ("below", "heads"),
    [
        (("41", "42"), True),
        (("£1.2m", "12 days"), True),
        (("91.3%2", "72*"), True),
        (("12 May", "14 May"), False),
        (("41", "n/a"), False),
        (("n/a", "41", "TBC", "42%"), True),
        (("41", "Oct 2024"), False),
        (("Oct 2024", "41"), False),
        (("2024", "2025"), False),
        (("41", "no later than May"), False),
        (("Actual", "41", "42"), True),
        (("BV8", "BV9"), False),
        ((), False),
    ],
)
def test_only_figures_below_make_a_date_a_heading(below: tuple[str, ...], heads: bool) -> None:
    rows = [[chunk(50, 10, "Indicator"), chunk(200, 10, "Sep 2024")]]
    for at, text in enumerate(below):
        rows.append([chunk(50, 30 + 10 * at, "A name"), chunk(200, 30 + 10 * at, text)])
    assert dated_heads(rows) == (frozenset({"Sep 2024"}) if heads else frozenset())
