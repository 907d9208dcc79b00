"""Tables below each other, each under a title set off by space, painted line by line."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossfoot.schema.page import Reading

from .drawn_pages import Pen, read, texts

FIRST = (
    (50, 230, 320, 400),
    [
        ("Indicator", "How often", "Q3 Actual", "Target"),
        ("Rent collected in the year", "Quarterly", "71.0%", "66%"),
        ("Repairs done on time", "Monthly", "15.2%", "30%"),
        ("Homes let within the target", "Weekly", "820", "53%"),
    ],
)
SECOND = (
    (50, 210, 280, 345, 410, 470),
    [
        ("Measure", "Good is", "2017/18", "2018/19", "Target", "Status"),
        ("Bins missed each week", "Low", "4,067", "9,786", "65%", "Green"),
        ("Calls answered", "High", "87.4%", "86.2%", "86%", "Amber"),
        ("Streets swept", "High", "73.7%", "36.5%", "56%", "Red"),
    ],
)
Drawn = tuple[Sequence[int], Sequence[Sequence[str]]]


def page(*tables: Drawn, title: float = 22, below: float = 18, ruled: bool = False) -> Reading:
    """Tables under a title each, *title* and *below* points above and below it."""

    def draw(pen: Pen) -> None:
        y = 90.0
        for number, (xs, rows) in enumerate(tables):
            y += title
            pen.text(48, y, ("Housing", "Environment", "Finance")[number])
            y += below - 12
            for row in rows:
                y += 12
                for x, text in zip(xs, row, strict=True):
                    pen.text(x, y, text)
                if ruled:
                    pen.line(48, y + 3.5, 530, y + 3.5)

    return read(draw)


@pytest.mark.parametrize("ruled", [False, True])
def test_tables_of_other_columns_below_each_other_are_read_each(ruled: bool) -> None:
    reading = page(FIRST, SECOND, ruled=ruled)
    assert [texts(table) for table in reading.tables] == [
        [list(row) for row in rows] for _, rows in (FIRST, SECOND)
    ]
    assert not reading.doubts


def test_three_tables_are_three() -> None:
    assert len(page(FIRST, SECOND, FIRST).tables) == 3


def test_what_one_of_them_leaves_open_is_told_of_that_one() -> None:
    _, rows = SECOND
    mixed = [rows[0], *(("Bins missed " + row[0], *row[1:]) for row in rows[1:])]
    crowded = ((50, 150, 280, 345, 410, 470), mixed)
    reading = page(FIRST, crowded)
    assert [len(table.rows) for table in reading.tables] == [4]
    assert [doubt.kind for doubt in reading.doubts] == ["unread_table"]


def test_a_title_no_farther_than_rows_parts_no_table() -> None:
    reading = page(FIRST, SECOND, title=12, below=12)
    assert not reading.tables
    assert [doubt.kind for doubt in reading.doubts] == ["unread_table"]


def test_a_remark_above_a_row_of_words_begins_no_table() -> None:
    xs, rows = SECOND
    words = ("Not yet counted", "n/a", "none", "none", "none", "Grey")
    reading = page(FIRST, (xs, [words, *rows[1:2]]))
    assert all(len(table.rows) != 2 for table in reading.tables)


KEY = (
    (50, 110, 230),
    [
        ("Sign", "Status", "Description"),
        ("A", "Completed", "The action has been completed"),
        ("B", "Overdue", "The action has passed its date"),
    ],
)
ACTIONS = (
    (50, 100, 330, 400, 470),
    [
        ("Code", "Title", "Progress", "Due date", "Status"),
        ("1.6", "Adopt the plan for the town centre", "100%", "31-Mar-2021", "Completed"),
        ("4.2", "Secure funding for the public realm", "85%", "27-Jan-2021", "Overdue"),
        ("4.4", "Update the emergency plan", "25%", "30-Apr-2021", "Overdue"),
    ],
)


def stacked(gap: float, *tables: Drawn) -> Reading:
    """Tables *gap* points below each other, without titles."""

    def draw(pen: Pen) -> None:
        y = 90.0
        for number, (xs, rows) in enumerate(tables):
            y += gap if number else 0
            for row in rows:
                for x, text in zip(xs, row, strict=True):
                    pen.text(x, y, text)
                y += 12

    return read(draw)


def test_headings_far_below_a_key_begin_a_table() -> None:
    tables = [texts(table) for table in stacked(14, KEY, ACTIONS).tables]
    assert [list(row) for row in ACTIONS[1]] in tables


def test_the_first_line_of_a_heading_around_the_middle_of_others_is_of_their_table() -> None:
    xs, (heads, *rows) = ACTIONS

    def draw(pen: Pen) -> None:
        for number, row in enumerate(KEY[1]):
            for x, text in zip(KEY[0], row, strict=True):
                pen.text(x, 90 + 12 * number, text)
        for x, text in zip(xs, heads, strict=True):
            for line, word in enumerate(text.split(" ")):
                pen.text(x, 150 + 12 * line - 6 * text.count(" "), word)
        for number, row in enumerate(rows):
            for x, text in zip(xs, row, strict=True):
                pen.text(x, 172 + 12 * number, text)

    assert [list(row) for row in ACTIONS[1]] in [texts(table) for table in read(draw).tables]


def test_headings_as_near_as_rows_are_not_parted_from_what_is_above() -> None:
    reading = stacked(0, KEY, ACTIONS)
    assert [list(row) for row in ACTIONS[1]] not in [texts(table) for table in reading.tables]
    assert [doubt.kind for doubt in reading.doubts] == ["unread_table"]


def test_the_last_lines_of_a_wrapped_name_are_no_titles_of_the_next_table() -> None:
    xs, rows = (50, 230, 300, 370, 440), [("Indicator", "2017/18", "2018/19", "Target", "Aim")]
    rows += [(f"Homes {word}", "71.0", "72.5", "75.1", "80.2") for word in ("let", "sold", "built")]

    def draw(pen: Pen) -> None:
        for top in (90, 190):
            for number, row in enumerate(rows):
                for x, text in zip(xs, row, strict=True):
                    pen.text(x, top + 16 * number, text, 8)
            pen.text(50, top + 16 * 3 + 9, "for people in need", 8)
            pen.text(50, top + 16 * 3 + 18, "of them", 8)

    said = [line[0] for table in read(draw).tables for line in texts(table)]
    assert "Homes built" not in said
