"""Tables without upright rules whose cells are told by the order in which they are painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from crossfoot.schema.page import Reading

from .drawn_pages import Pen, read, spans, texts

PITCH = 10.0  # points from a line to the next, in cells and from row to row
XS = (50, 110, 300, 370)
HEADING = ("Code", "Indicator", "Target", "Outturn")
NAMES = (
    ("Undisputed invoices paid", "in thirty days"),
    ("Council tax collected by", "the end of the year"),
    ("Working days lost to", "sickness absence"),
)
ROWS = (("BV8", "99.0%", "98.2%"), ("BV9", "98.0%", "97.1%"), ("BV12", "7.50", "9.31"))
TOLD = [
    list(HEADING),
    *([code, " ".join(name), *rest] for name, (code, *rest) in zip(NAMES, ROWS, strict=True)),
]

Piece = tuple[float, float, str]


def cells(at: str = "top", space: float = 0.0) -> Iterator[list[list[Piece]]]:
    """Yield the rows of a table below its heading, each its cells, each its lines: x, y, text."""
    for number, (name, (code, *rest)) in enumerate(zip(NAMES, ROWS, strict=True)):
        top = 130 + number * (2 * PITCH + space)
        beside = top + {"top": 0, "middle": PITCH / 2, "bottom": PITCH}[at]
        yield [
            [(XS[0], beside, code)],
            [(XS[1], top + line * PITCH, text) for line, text in enumerate(name)],
            *([(x, beside, text)] for x, text in zip(XS[2:], rest, strict=True)),
        ]


def painted(rows: Sequence[Sequence[Sequence[Piece]]], how: str = "cells") -> Reading:
    def page(pen: Pen) -> None:
        for x, text in zip(XS, HEADING, strict=True):
            pen.text(x, 110, text)
        for row in rows:
            pieces = [piece for cell in row for piece in cell]
            if how == "lines":
                pieces.sort(key=lambda piece: (piece[1], piece[0]))
            for x, y, text in pieces:
                pen.text(x, y, text)

    return read(page)


@pytest.mark.parametrize("at", ["top", "middle", "bottom"])
def test_rows_as_near_as_lines_are_told_where_each_cell_is_painted_whole(at: str) -> None:
    (table,) = painted(list(cells(at))).tables
    assert texts(table) == TOLD
    assert table.ruling == "none"


@pytest.mark.parametrize("at", ["top", "middle", "bottom"])
def test_rows_as_near_as_lines_stay_untold_where_no_order_shows_cells(at: str) -> None:
    reading = painted(list(cells(at)), "lines")
    assert not reading.tables
    assert [doubt.kind for doubt in reading.doubts] == ["unread_table"]


def test_a_section_painted_between_rows_is_a_row_of_its_own() -> None:
    rows = list(cells(space=8))
    lower = [[[(x, y + 28, text) for x, y, text in cell] for cell in row] for row in rows[2:]]
    section: list[list[Piece]] = [[(XS[0], 186, "Finance")]]
    (table,) = painted([*rows[:2], section, *lower]).tables
    assert [row[0] for row in texts(table)] == ["Code", "BV8", "BV9", "Finance", "BV12"]
    assert texts(table)[4] == TOLD[3]


def test_a_note_under_all_columns_is_no_line_of_the_last_cell_above_it() -> None:
    note = ("Comment: the target is stretching and will be reviewed when the plan for it is", "new")
    rows = []
    for number, row in enumerate(cells("middle", 2 * PITCH + 6)):
        top = 133 + number * (4 * PITCH + 6)
        rows.append([[(x, y, text) for x, y, text in cell] for cell in row])
        rows.append([[(XS[0], top + line * PITCH, text) for line, text in enumerate(note, 2)]])
    (table,) = painted(rows).tables
    assert texts(table) == [
        TOLD[0],
        *(row for told in TOLD[1:] for row in (told, [" ".join(note)])),
    ]


def test_a_section_no_farther_from_its_first_row_than_lines_are_is_not_taken_for_its_code() -> None:
    rows = list(cells())
    lower = [[[(x, y + PITCH, text) for x, y, text in cell] for cell in row] for row in rows[1:]]
    section: list[list[Piece]] = [[(XS[0], 130 + 2 * PITCH, "Finance")]]
    reading = painted([rows[0], section, *lower])
    assert not reading.tables
    assert [doubt.kind for doubt in reading.doubts] == ["unread_table"]


def test_figures_below_each_other_are_of_two_rows_where_names_wrap_beside_them() -> None:
    """The second row has nothing but a target: painted right after the first row's."""
    rows = [
        [[*cell] for cell in row[:2]] + [[row[2][0], (XS[2], row[2][0][1] + PITCH, "97.5%")]]
        for row in cells()
    ]
    reading = painted(rows)
    assert not reading.tables
    assert [doubt.kind for doubt in reading.doubts] == ["unread_table"]


def test_cells_of_one_row_that_begin_on_several_heights_leave_it_open() -> None:
    """The last figure may be a second row's, beside which the name reaches down."""
    rows = list(cells())
    rows[1][3] = [(x, y + PITCH, text) for x, y, text in rows[1][3]]
    reading = painted(rows)
    assert not reading.tables
    assert [doubt.kind for doubt in reading.doubts] == ["unread_table"]


def test_a_column_a_blank_apart_is_its_own_where_a_cell_beside_it_wraps() -> None:
    """The widest name ends a blank before the targets begin: no gap is wide enough to show it."""
    near = [
        [row[0], row[1], [(XS[1] + 118, row[2][0][1], row[2][0][2])], row[3]] for row in cells()
    ]

    def page(pen: Pen) -> None:
        for x, text in zip((XS[0], XS[1], XS[1] + 118, XS[3]), HEADING, strict=True):
            pen.text(x, 110, text)
        for row in near:
            for cell in row:
                for x, y, text in cell:
                    pen.text(x, y, text)

    (table,) = read(page).tables
    assert texts(table) == TOLD


def test_a_name_beside_two_rows_is_of_both() -> None:
    def page(pen: Pen) -> None:
        for x, text in zip(
            (50, 110, 260, 330, 400), ("Code", "Indicator", "", "Apr", "May"), strict=True
        ):
            pen.text(x, 100, text) if text else None
        for number, (name, (code, *rest)) in enumerate(zip(NAMES, ROWS, strict=True)):
            top = 120 + number * 30
            pen.text(50, top, code)
            for line, text in enumerate(name):
                pen.text(110, top + line * PITCH, text)
            for line, label in enumerate(("Actual", "Target")):
                pen.text(260, top + line * PITCH, label)
                for x, text in zip((330, 400), rest, strict=True):
                    pen.text(x, top + line * PITCH, text)

    (table,) = read(page).tables
    tall = [span for span in sorted(spans(table)) if span[2] > 1]
    assert [span[4] for span in tall] == [
        text
        for name, (code, *_) in zip(NAMES, ROWS, strict=True)
        for text in (code, " ".join(name))
    ]


def test_headings_over_several_columns_are_placed_by_those_painted_below_them() -> None:
    def page(pen: Pen) -> None:
        for x, text in ((50, "Code"), (110, "Indicator"), (330, "2018/19"), (450, "2019/20")):
            pen.text(x, 100, text)
        for x, text in zip((310, 370, 430, 490), ("Target", "Actual") * 2, strict=True):
            pen.text(x, 100 + PITCH, text)
        for number, (name, (code, *rest)) in enumerate(zip(NAMES, ROWS, strict=True)):
            top = 130 + number * 2 * PITCH
            pen.text(50, top, code)
            for line, text in enumerate(name):
                pen.text(110, top + line * PITCH, text)
            for x, text in zip((310, 370, 430, 490), [*rest, *rest], strict=True):
                pen.text(x, top, text)

    (table,) = read(page).tables
    assert {span[3:] for span in spans(table) if span[3] > 1} == {(2, "2018/19"), (2, "2019/20")}
    assert {span[2:] for span in spans(table) if span[2] > 1} == {
        (2, 1, "Code"),
        (2, 1, "Indicator"),
    }


def test_a_table_is_not_read_without_the_rows_below_a_section_far_down() -> None:
    rows = list(cells(space=8))
    end = max(y for cell in rows[-1] for _, y, _ in cell)
    section: list[list[Piece]] = [[(XS[0], end + 42, "Finance")]]
    below: list[list[Piece]] = [
        [(x, end + 90, text)] for x, text in zip(XS, ("BV10", "Rates", "98%", "97%"), strict=True)
    ]
    reading = painted([*rows, section, below, [[(x, y + 28, t) for x, y, t in c] for c in below]])
    assert not reading.tables
    assert [doubt.kind for doubt in reading.doubts] == ["unread_table"]


def test_a_year_over_two_columns_is_not_thought_to_stand_over_the_first_alone() -> None:
    """Set to the left over both, it stands in the middle over none but the first."""

    def page(pen: Pen) -> None:
        for x, text in ((50, "Code"), (110, "Indicator"), (300, "2018/19"), (360, "2019/20")):
            pen.text(x, 100, text)
        for x, text in zip((300, 360, 422), ("Target", "Outturn", "Target"), strict=True):
            pen.text(x, 100 + PITCH, text)
        for number, (name, (code, *rest)) in enumerate(zip(NAMES, ROWS, strict=True)):
            top = 130 + number * 2 * PITCH
            pen.text(50, top, code)
            for line, text in enumerate(name):
                pen.text(110, top + line * PITCH, text)
            for x, text in zip((300, 360, 422), [*rest, rest[0]], strict=True):
                pen.text(x, top, text)

    reading = read(page)
    assert not reading.tables
    assert [doubt.kind for doubt in reading.doubts] == ["unread_table"]


def test_quarters_are_not_placed_so_that_two_columns_of_one_say_the_same() -> None:
    """Set off the middle of their two columns, the first and third fit over three and one."""
    lower = (300, 352, 404, 456)

    def page(pen: Pen) -> None:
        for x, text in ((50, "Code"), (110, "Indicator"), (355, "Qtr 1"), (459, "Qtr 2")):
            pen.text(x, 100, text)
        for x, text in zip(lower, ("Actual", "Target") * 2, strict=True):
            pen.text(x, 100 + PITCH, text)
        for number, (name, (code, *rest)) in enumerate(zip(NAMES, ROWS, strict=True)):
            top = 130 + number * 2 * PITCH
            pen.text(50, top, code)
            for line, text in enumerate(name):
                pen.text(110, top + line * PITCH, text)
            for x, text in zip(lower, [*rest, *rest], strict=True):
                pen.text(x, top, text)

    reading = read(page)
    assert not reading.tables
    assert [doubt.kind for doubt in reading.doubts] == ["unread_table"]


def framed(lower: Sequence[str]) -> Reading:
    """Two quarters, each set to the left over the first of its columns."""
    xs = [270 + 46 * at for at in range(len(lower))]
    firsts = [x for x, text in zip(xs, lower, strict=True) if text == "Value"]

    def page(pen: Pen) -> None:
        heads = ((50, "Code"), (110, "Indicator"), *zip(firsts, ("Qtr 1", "Qtr 2"), strict=True))
        for x, text in heads:
            pen.text(x, 100, text)
        for x, text in zip(xs, lower, strict=True):
            pen.text(x, 100 + PITCH, text)
        for number, (name, (code, value, _)) in enumerate(zip(NAMES, ROWS, strict=True)):
            top = 130 + number * 2 * PITCH
            pen.text(50, top, code)
            for line, text in enumerate(name):
                pen.text(110, top + line * PITCH, text)
            for x, text in zip(xs, lower, strict=True):
                pen.text(x, top, "Green" if text == "Status" else value)

    return read(page)


def test_groups_that_begin_and_end_alike_are_told_where_one_has_a_column_more() -> None:
    (table,) = framed(["Value", "Status", "Value", "Target", "Status", "Year"]).tables
    assert {span[3:] for span in spans(table) if span[3] > 1} == {(2, "Qtr 1"), (3, "Qtr 2")}


def test_a_group_that_ends_like_no_other_leaves_it_open_where_it_ends() -> None:
    reading = framed(["Value", "Status", "Value", "Target", "Year"])
    assert not reading.tables
    assert [doubt.kind for doubt in reading.doubts] == ["unread_table"]
