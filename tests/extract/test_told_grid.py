"""Grids of tables whose rows are told by the order in which their cells are painted."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.schema.page import Reading

from .drawn_pages import Pen, read, texts
from .painted_rows import PITCH, WIDTHS, Cells, paint, reading

HEADING = ("Code", "Indicator", "Target", "Outturn")
ROWS = (
    ("BV8", "Undisputed invoices paid\nin thirty days", "99.0%", "98.2%"),
    ("BV9", "Council tax collected by\nthe end of the year", "98.0%", "97.1%"),
    ("BV12", "Working days lost to\nsickness absence", "7.50", "9.31"),
)


def folded(*rows: Cells) -> list[list[str]]:
    return [[(cell or "").replace("\n", " ") for cell in row] for row in rows]


def ruled(rows: Sequence[Cells], xs: Sequence[float] = WIDTHS) -> Reading:
    """Read a page with rules above, between and below the rows."""

    def page(pen: Pen) -> None:
        top = 110.0
        pen.line(46, top - 12, 550, top - 12)
        for row in rows:
            bottom = paint(pen, [row], top, xs)
            pen.line(46, bottom - 4, 550, bottom - 4)
            top = bottom + 8

    return read(page)


def test_one_row_below_headings_of_many_columns_is_a_table() -> None:
    (table,) = ruled([HEADING, ROWS[0]]).tables
    assert texts(table) == folded(HEADING, ROWS[0])


def test_one_row_below_few_headings_is_no_table() -> None:
    """The time, the place and the room of a meeting stand so."""
    rows = [row[1:] for row in (HEADING, *ROWS)]
    xs = (50, 300, 400)
    assert not ruled(rows[:2], xs).tables
    assert [texts(table) for table in ruled(rows[:3], xs).tables] == [folded(*rows[:3])]


def test_a_date_that_wraps_at_its_hyphen_is_a_date() -> None:
    """Else a row with no other would look like headings among the rows."""
    heading = ("Action", "Due", "Progress")
    rows = (
        ("Review the scheme\nof delegation", "Oct-2024", "Work started\non site"),
        ("Renew the cemetery\nsoftware", "May-\n2024", "Report went to\nthe committee"),
        ("Launch the booking\nform", "Jan-2025", "No risks\nto report"),
    )
    (table,) = reading([heading, *rows], (50, 200, 350)).tables
    assert [row[0] for row in texts(table)] == ["Action", *(row[0] for row in folded(*rows))]


def test_quarters_cut_short_above_columns_are_headings_and_no_figures() -> None:
    top = (None, None, "Qtr 1", None, "Qtr 2", None)
    low = ("Code", "Indicator", "Target", "Actual", "Target", "Actual")
    rows = [(*row, *row[2:]) for row in ROWS]
    found = reading([top, low, *rows])
    assert [texts(table)[2:] for table in found.tables] == [folded(*rows)]


def test_a_line_pushed_down_at_the_page_end_begins_no_row() -> None:
    """The first line of a name stays above with the code; the figures go down with the rest."""

    def page(pen: Pen) -> None:
        top = paint(pen, [HEADING, *ROWS], 110, space=6)
        paint(pen, [("BV17", "Items of equipment")], top)
        paint(pen, [(None, "delivered within\nseven days", "90%", "89%")], top + 19)

    assert not read(page).tables


def test_a_page_number_right_below_the_last_row_is_no_row() -> None:
    def page(pen: Pen) -> None:
        bottom = paint(pen, [HEADING, *ROWS], 110, space=14)
        pen.text(50, bottom - 6, "Page 1")

    (table,) = read(page).tables
    assert texts(table) == folded(HEADING, *ROWS)


def test_a_comment_of_many_lines_at_the_head_of_the_first_row_is_no_prose() -> None:
    """The other cells stand in the middle beside it, so that its first lines stand alone."""
    comment = "The result reflects a fall\nin the number of cases\nreceived. Officers work\n"
    comment += "with partners and will\nreport back to members\n"
    comment += "before the year ends.\nNo other action is\nneeded."

    def page(pen: Pen) -> None:
        pen.line(46, 98, 580, 98)
        paint(pen, [(*HEADING, "Comment")], 110)
        pen.line(46, 116, 580, 116)
        pen.text(50, 127, "Resources")
        pen.line(46, 134, 580, 134)
        for number, row in enumerate(ROWS):
            top = 148 + number * 86
            for x, cell in zip(WIDTHS, (*row, comment), strict=False):
                lines = cell.count("\n") + 1
                paint(pen, [(cell,)], top + (8 - lines) / 2 * PITCH, (x,))

    (table,) = read(page).tables
    assert texts(table)[0] == [*HEADING, "Comment"]
    assert texts(table)[2:] == folded(*((*row, comment) for row in ROWS))


MIDDLE = {1: 16.5, 2: 11.0, 3: 5.5, 4: 0.0}  # down to the first of so many lines, of four


def test_headings_in_the_middle_on_both_sides_show_that_the_tallest_is_one() -> None:
    """Over ``Previous`` the year would be painted before or after all that reach as low."""
    heads = ("Code", "Indicator", "2018/19\n(same\nquarter\nlast year)", "Previous\nquarter")
    heads = (*heads, "2019/20", "Status")
    xs = (50.0, 100.0, 250.0, 330.0, 410.0, 490.0)

    def page(pen: Pen) -> None:
        for x, cell in zip(xs, heads, strict=True):
            lines = cell.split("\n")
            for line, text in enumerate(lines):
                pen.text(x, 100 + MIDDLE[len(lines)] + 11 * line, text)
        rows = [(*row, "97%", "9.5", "G") for row in ROWS]
        paint(pen, rows, 160, xs, 6)

    (table,) = read(page).tables
    assert texts(table)[0] == [head.replace("\n", " ") for head in heads]


def headed(heads: Sequence[str], last: Sequence[str]) -> Reading:
    """Read a table with *heads*, in the middle between two rules, the last set to the right."""
    xs = (50.0, 100.0, 250.0, 330.0, 410.0, 490.0)

    def page(pen: Pen) -> None:
        for y in (90, 146):
            pen.line(46, y, 560, y)
        for x, cell in zip(xs, heads, strict=True):
            lines = cell.split("\n")
            for line, text in enumerate(lines):
                shift = 60 - pen.canvas.stringWidth(text, "Helvetica", 10) if x == xs[-1] else 0
                pen.text(x + shift, 100 + MIDDLE[len(lines)] + 11 * line, text)
        paint(pen, [(*row, *last) for row in ROWS], 160, xs, 6)

    return read(page)


def test_the_last_heading_of_a_row_stands_over_none_of_those_painted_before_it() -> None:
    heads = ("Code", "Indicator", "2017/18", "2018/19", "2019/20", "Average\nof like\ncouncils")
    (table,) = headed(heads, ("97%", "96%")).tables
    assert texts(table)[0][-2:] == ["2019/20", "Average of like councils"]


def test_a_heading_that_another_stands_below_and_beside_is_open() -> None:
    heads = ("Code", "Indicator", "2017/18", "2018/19", "Average\nof like\ncouncils", "Target")
    assert not headed(heads, ("97%", "96%")).tables


def test_a_column_left_blank_asks_for_no_heading_over_its_own_where_all_have_one_middle() -> None:
    heads = ("Code", "Indicator", "2017/18", "2018/19", "Average\nof like\ncouncils", "Status")
    (table,) = headed(heads, ("97%",)).tables
    assert texts(table)[0][-2:] == ["Average of like councils", "Status"]
