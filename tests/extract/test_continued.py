"""Rows that may go on on the next page: what stands beside, above and below them there."""

from __future__ import annotations

from .drawn_pages import Pen, read, texts
from .painted_rows import Cells, paint

XS = (50, 250, 320, 390)
HEADING = ("Indicator", "Good is", "Target", "Actual")
ROWS = (
    ("Undisputed invoices paid", "High", "99.0%", "98.2%"),
    ("Council tax collected", "High", "98.0%", "97.1%"),
    ("Days lost to sickness", "Low", "7.50", "9.31"),
)
MORE = (
    ("Early retirements", "Low", "0.45%", "0.20%"),
    ("Rent collected", "High", "98.6%", "98.7%"),
    ("Days taken by new claims", "Low", "24.0", "28.3"),
)
FINANCE, HOUSING = ("Finance",), ("Housing",)
PITCH, TOP, LAST = 24.0, 70.0, 690.0


def drawn(pen: Pen, top: float, rows: tuple[tuple[str, ...], ...]) -> None:
    for number, row in enumerate(rows):
        for x, text in zip(XS, row, strict=False):
            pen.text(x, top + number * PITCH, text)


def second(pen: Pen) -> None:
    """Draw rows and sections, the figures of the first row and of the others in one colour each."""
    for above, foot, fill in ((0, 1, "#00ff00"), (1, 4, "#ffcc00")):
        for x0, x1 in ((312, 372), (372, 440)):
            pen.rect(x0, TOP - 15 + above * PITCH, x1, TOP - 15 + foot * PITCH, fill, None)
    drawn(pen, TOP, (MORE[0], FINANCE, *MORE[1:], HOUSING))


def first(pen: Pen) -> None:
    drawn(pen, LAST - 3 * PITCH, (HEADING, *ROWS))


def foot(pen: Pen, number: str) -> None:
    pen.text(270, 780, "Report final v2.doc")
    pen.text(430, 780, number)


def test_painted_cells_of_some_columns_part_no_rows_that_reach_over_others() -> None:
    reading = read(first, second)
    assert [texts(table) for table in reading.tables] == [[list(row) for row in (HEADING, *ROWS)]]
    assert [(doubt.kind, doubt.page) for doubt in reading.doubts] == [("unread_table", 2)]


def test_the_running_foot_of_the_page_is_no_print_of_the_rows_above_it() -> None:
    rows = [(f"Invoices of team {at} paid", "High", f"{at}.5%", f"{at}.7%") for at in range(10, 39)]

    def footed(pen: Pen) -> None:
        first(pen)
        foot(pen, "1")

    def below(pen: Pen) -> None:
        drawn(pen, TOP, tuple(rows))
        foot(pen, "2")

    (table,) = read(footed, below).tables
    assert texts(table) == [list(row) for row in (HEADING, *ROWS, *rows)]


def test_headings_again_under_a_title_begin_another_table_on_the_next_page() -> None:
    heading: Cells = ("Code", "Indicator", "Target", "Outturn")
    rows: tuple[Cells, ...] = (
        ("BV8", "Undisputed invoices paid\nin thirty days", "99.0%", "98.2%"),
        ("BV9", "Council tax collected by\nthe end of the year", "98.0%", "97.1%"),
        ("BV12", "Working days lost to\nsickness absence", "7.50", "9.31"),
    )

    def upper(pen: Pen) -> None:
        paint(pen, (heading, *rows), 600, space=6)
        foot(pen, "1")

    def lower(pen: Pen) -> None:
        pen.text(50, 70, "A council that works for you", size=13)
        paint(pen, (heading, *rows[1:]), 90, space=6)
        foot(pen, "2")

    assert [len(table.rows) for table in read(upper, lower).tables] == [4, 3]
