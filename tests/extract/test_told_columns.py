"""Columns of tables whose cells are told by the order in which they are painted."""

from __future__ import annotations

import pytest

from .drawn_pages import Pen, read, spans, texts
from .painted_rows import PITCH, paint, reading

HEADING = ("Code", "Indicator", "Target", "Outturn")
ROWS = (
    ("BV8", "Undisputed invoices paid\nin thirty days", "99.0%", "98.2%"),
    ("BV9", "Council tax collected by\nthe end of the year", "98.0%", "97.1%"),
    ("BV12", "Working days lost to\nsickness absence", "7.50", "9.31"),
)


def folded(*rows: tuple[str, ...]) -> list[list[str]]:
    return [[cell.replace("\n", " ") for cell in row] for row in rows]


@pytest.mark.parametrize("apart", [0.3, 0.7, 2.0, 8.0])
def test_a_section_that_ends_just_before_the_second_column_leaves_the_columns(apart: float) -> None:
    """The room between the first two columns is theirs, however much of it a section takes."""

    def page(pen: Pen) -> None:
        second = 50 + pen.canvas.stringWidth("Resources", "Helvetica", 10) + apart
        xs = (50, second, 300, 370)
        top = paint(pen, [HEADING, *ROWS[:2]], 110, xs, space=6)
        paint(pen, [("Resources",), *ROWS[2:]], top, xs, space=6)

    (table,) = read(page).tables
    assert [row for row in texts(table) if len(row) == 4 and row[3]] == folded(HEADING, *ROWS)
    assert sum("Resources" in row for row in texts(table)) == 1


def test_a_year_in_the_room_between_two_columns_stands_over_both() -> None:
    def page(pen: Pen) -> None:
        for x, text in ((50, "Code"), (110, "Indicator"), (336, "2018"), (455, "2019")):
            pen.text(x, 100, text)
        for x, text in zip((300, 365, 420, 485), ("Target", "Actual") * 2, strict=True):
            pen.text(x, 100 + PITCH, text)
        for number, (code, name, *rest) in enumerate(ROWS):
            paint(
                pen, [(code, name, *rest, *rest)], 130 + number * 20, (50, 110, 300, 365, 420, 485)
            )

    (table,) = read(page).tables
    assert {span[3:] for span in spans(table) if span[3] > 1} == {(2, "2018"), (2, "2019")}


def test_a_heading_that_begins_where_a_column_ends_and_stands_over_the_next_is_over_both() -> None:
    def page(pen: Pen) -> None:
        xs = (50, 110, 300, 365, 420, 485)
        ends = [x + pen.canvas.stringWidth("Target", "Helvetica", 10) + 0.3 for x in xs[2::2]]
        for x, text in zip(
            (50, 110, *ends), ("Code", "Indicator", "2018/19", "2019/20"), strict=True
        ):
            pen.text(x, 100, text)
        for x, text in zip(xs[2:], ("Target", "Actual") * 2, strict=True):
            pen.text(x, 100 + PITCH, text)
        for number, (code, name, *rest) in enumerate(ROWS):
            paint(pen, [(code, name, *rest, *rest)], 130 + number * 20, xs)

    (table,) = read(page).tables
    assert {span[3:] for span in spans(table) if span[3] > 1} == {(2, "2018/19"), (2, "2019/20")}


@pytest.mark.parametrize("figures", [("1:24", "1:16"), ("\u201346", "\u2013£0.14m")])
def test_a_row_of_ratios_or_of_printed_minus_signs_is_one_of_figures(
    figures: tuple[str, str],
) -> None:
    measure = ("ENV/013", "Licensed drivers to\nenforcement officers", *figures)
    rows = (*((f"ENV/{row[0]}", *row[1:]) for row in ROWS), measure)
    (table,) = reading([HEADING, *rows]).tables
    assert texts(table) == folded(HEADING, *rows)


def test_a_footnote_mark_half_way_between_two_lines_is_of_its_figure() -> None:
    """Figures stand in the middle beside a name of two lines, and a mark is raised to its first."""

    def page(pen: Pen) -> None:
        paint(pen, [HEADING], 110)
        for number, (code, name, target, outturn) in enumerate(ROWS):
            top = 130 + number * 20
            pen.text(50, top + PITCH / 2, code)
            paint(pen, [(None, name)], top)
            pen.text(300, top + PITCH / 2, target)
            if not number:
                wide = pen.canvas.stringWidth(target, "Helvetica", 10)
                pen.text(300 + wide, top + PITCH / 2 - 3.3, "2", size=6)
            pen.text(370, top + PITCH / 2, outturn)

    (table,) = read(page).tables
    assert [row[0] for row in texts(table)] == ["Code", *(row[0] for row in ROWS)]
    assert texts(table)[1][2].startswith("99.0%")
    assert texts(table)[2:] == folded(*ROWS[1:])


def test_where_rows_are_told_and_columns_are_not_the_reason_is_that_of_the_columns() -> None:
    """Two words stand apart where others of the column run through."""
    rows = [(code, name.replace(" ", "      ", 1), *rest) for code, name, *rest in ROWS[:1]]
    found = reading([HEADING, *rows, *ROWS[1:]])
    assert not found.tables
    (doubt,) = found.doubts
    assert "words stand apart inside a column" in doubt.message


def test_a_heading_beside_what_it_heads_is_told_by_a_row_with_as_many_cells_as_headings() -> None:
    """The last heading ends where its only figure begins; one gap is too few to part columns."""
    rows = ((*ROWS[0], "-0.8"), *ROWS[1:])
    xs = (50, 110, 300, 370)

    def page(pen: Pen) -> None:
        top = paint(pen, [HEADING], 110)
        pen.text(440, 110, "Variance")
        right = 440 + pen.canvas.stringWidth("Variance", "Helvetica", 10)
        paint(pen, rows, top, (*xs, right + 1.5))

    (table,) = read(page).tables
    assert texts(table) == folded(
        (*HEADING, "Variance"), rows[0], *((*row, "") for row in rows[1:])
    )


def test_a_cell_beside_a_heading_stays_untold_where_no_row_is_as_full_as_the_headings() -> None:
    """Whether it is of the heading before it or of none nothing says."""
    rows = ((*ROWS[0][:3], None, "-0.8"), *ROWS[1:])

    def page(pen: Pen) -> None:
        top = paint(pen, [HEADING], 110)
        pen.text(440, 110, "Variance")
        right = 440 + pen.canvas.stringWidth("Variance", "Helvetica", 10)
        paint(pen, rows, top, (50, 110, 300, 370, right + 1.5))

    assert not read(page).tables
