"""Rows that go on on the next page, beside fills that are not as wide as the table."""

from __future__ import annotations

from .drawn_pages import Pen, read, texts

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


def test_painted_cells_of_some_columns_part_no_rows_that_reach_over_others() -> None:
    reading = read(first, second)
    assert [texts(table) for table in reading.tables] == [[list(row) for row in (HEADING, *ROWS)]]
    assert [(doubt.kind, doubt.page) for doubt in reading.doubts] == [("unread_table", 2)]
