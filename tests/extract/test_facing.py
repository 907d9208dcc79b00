"""Tables whose columns go on overleaf, on the page beside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest

from crossfoot.schema.page import Reading, Table

from .drawn_pages import Draw, Pen, read, texts

XS_LEFT = (50.0, 120.0, 380.0)
XS_RIGHT = (50.0, 150.0, 220.0, 420.0)
XS_THIRD = (50.0, 140.0, 230.0, 330.0)
EVEN = (30.0,) * 6
UNEVEN = (30.0, 30.0, 55.0, 42.0, 30.0, 70.0)
LEFT = [["Code", "Title"], *[[f"BV{at}", f"Thing number {at}"] for at in range(1, 6)]]
FIGURES = [["Q1", "Q2", "Note"], *[[f"{at}1%", f"{at}2%", "Fine"] for at in range(1, 6)]]
KEYED = [["Code", "Q2", "Note"], *[[f"BV{at}", f"{at}2%", "Fine"] for at in range(1, 6)]]


class Half(NamedTuple):
    """What a page shows: a table and the lines above, below and at the head of the page."""

    xs: Sequence[float]
    rows: Sequence[Sequence[str]]
    heights: Sequence[float]
    top: float = 100.0
    title: str = ""
    note: str = ""
    head: str = ""


def page(half: Half) -> Draw:
    def draw(pen: Pen) -> None:
        ys = [half.top]
        for height in half.heights:
            ys.append(ys[-1] + height)
        pen.table(half.xs, ys, half.rows)
        pen.text(50, 40, half.head)
        pen.text(50, 98 if half.top > 100 else half.top - 3, half.title)
        pen.text(50, ys[-1] + 20, half.note)

    return draw


def read_pages(*halves: Half) -> Reading:
    return read(*map(page, halves))


def kinds(reading: Reading) -> list[tuple[str, str, int]]:
    return [(doubt.kind, doubt.severity, doubt.page) for doubt in reading.doubts]


def left(rows: Sequence[Sequence[str]] = LEFT, heights: Sequence[float] = UNEVEN) -> Half:
    return Half(XS_LEFT, rows, heights)


def right(rows: Sequence[Sequence[str]] = FIGURES, heights: Sequence[float] = UNEVEN) -> Half:
    return Half(XS_RIGHT, rows, heights)


def beside(one: Sequence[Sequence[str]], other: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[*a, *b] for a, b in zip(one, other, strict=True)]


def only(reading: Reading) -> Table:
    (table,) = reading.tables
    return table


@pytest.mark.parametrize(
    ("rows", "heights"),
    [
        pytest.param(FIGURES, UNEVEN, id="figures alone, rows of unlike heights"),
        pytest.param(KEYED, EVEN, id="codes repeated"),
        pytest.param(
            [["Title", "Q2", "Note"], *[[title, "5%", "Fine"] for _, title in LEFT[1:]]],
            EVEN,
            id="titles repeated",
        ),
        pytest.param(
            [["April", "May", "June"], *[["", "", ""]] * 5], UNEVEN, id="nothing but boxes"
        ),
        pytest.param(
            [["2017", "2018", "Note"], *[["n/a", "5 days", "Fine"]] * 5],
            UNEVEN,
            id="bare years",
        ),
        pytest.param(
            [["Lead", "Q1", "Q2"], *[["Finance", "5%", "6%"]] * 3, *[["Housing", "7%", "8%"]] * 2],
            UNEVEN,
            id="few labels",
        ),
    ],
)
def test_columns_that_go_on_overleaf_make_one_table(
    rows: list[list[str]], heights: Sequence[float]
) -> None:
    reading = read_pages(left(heights=heights), right(rows, heights))
    table = only(reading)
    assert table.columns == 5
    assert texts(table) == beside(LEFT, rows)
    for row in table.rows:
        assert [cell.first.page for cell in row.cells] == [1, 1, 2, 2, 2]
        assert [cell.first.box.x0 for cell in row.cells] == [*XS_LEFT[:-1], *XS_RIGHT[:-1]]
    bottom = 100 + sum(heights)
    assert table.bounds == (
        (1, (50.0, 100.0, 380.0, bottom)),
        (2, (50.0, 100.0, 420.0, bottom)),
    )
    assert kinds(reading) == [("across", "note", 1), ("across", "note", 2)]


NAMED = [["Ref", "Indicator", "Q2"], *[[f"LI{at}", f"Other {at}", "5%"] for at in range(5)]]


@pytest.mark.parametrize(
    ("half", "doubts"),
    [
        pytest.param(right(heights=EVEN), [("facing", "warning", 2)], id="even rows, figures"),
        pytest.param(
            right(NAMED, EVEN), [("facing", "warning", 2)], id="a table of its own, even rows"
        ),
        pytest.param(
            right(NAMED, EVEN)._replace(title="Local indicators"), [], id="a table with a title"
        ),
        pytest.param(right(NAMED), [("facing", "warning", 2)], id="a table of its own, same rows"),
        pytest.param(
            right(KEYED, EVEN)._replace(title="Results of the year before"),
            [("facing", "warning", 2)],
            id="a title of its own",
        ),
        pytest.param(
            right([["1", "2", "Fine"], *FIGURES[1:]]), [("facing", "warning", 2)], id="no headings"
        ),
        pytest.param(
            right([["No.", "Q1", "Q2"], *[[f"{at}", "5%", "6%"] for at in range(1, 6)]]),
            [("facing", "warning", 2)],
            id="rows numbered",
        ),
        pytest.param(
            right([["Q1", "Title", "Q2"], *[[f"{at}%", f"Other {at}", "6%"] for at in range(5)]]),
            [("facing", "warning", 2)],
            id="a title further right",
        ),
        pytest.param(
            right([["Why", "Q1", "Q2"], *[[f"Reason {at}", "5%", "6%"] for at in range(5)]]),
            [("facing", "warning", 2)],
            id="a text of its own for each row",
        ),
        pytest.param(
            right([*KEYED[:5], ["BV9", "52%", "Fine"]], EVEN),
            [("facing", "warning", 2)],
            id="one code is another",
        ),
        pytest.param(
            right(heights=(30, 30, 55, 42, 34, 66)), [], id="a rule between rows elsewhere"
        ),
        pytest.param(right(FIGURES[:5], UNEVEN[:5]), [], id="a row less"),
        pytest.param(
            right()._replace(top=103), [("facing", "warning", 2)], id="somewhat further down"
        ),
    ],
)
def test_a_table_that_may_be_another_stays_one(
    half: Half, doubts: list[tuple[str, str, int]]
) -> None:
    reading = read_pages(left(heights=EVEN if EVEN[0] == half.heights[2] else UNEVEN), half)
    assert [table.columns for table in reading.tables] == [2, 3]
    assert kinds(reading) == doubts


def test_the_same_columns_of_the_same_codes_again_are_another_table() -> None:
    first = [["Code", "Target"], *[[f"BV{at}", "12%"] for at in range(1, 6)]]
    again = [["Code", "Target", ""], *[[f"BV{at}", "13%", ""] for at in range(1, 6)]]
    assert len(read_pages(left(first, EVEN), right(again, EVEN)).tables) == 2
    again[0] = ["Code", "Actual", ""]
    assert len(read_pages(left(first, EVEN), right(again, EVEN)).tables) == 1


def test_rows_of_a_few_unlike_heights_may_agree_by_chance() -> None:
    heights = (30.0, 30.0, 30.0, 55.0, 42.0)
    reading = read_pages(left(LEFT[:5], heights), right(FIGURES[:5], heights))
    assert kinds(reading) == [("facing", "warning", 2)]


def test_numbers_repeated_are_no_names_where_rows_are_even() -> None:
    numbered = [["No.", "Title"], *[[f"{at}", f"Thing {at}"] for at in range(1, 6)]]
    again = [["No.", "Q1", "Q2"], *[[f"{at}", "5%", "6%"] for at in range(1, 6)]]
    assert len(read_pages(left(numbered, EVEN), right(again, EVEN)).tables) == 2
    assert len(read_pages(left(numbered), right(again)).tables) == 1


@pytest.mark.parametrize(
    ("heads", "tables"),
    [
        (("Performance 2018/19", "Performance 2018/19"), 1),
        (("Performance 2018/19", "Performance 2017/18"), 2),
        (("Quarter 1 results", "Quarter 2 results"), 2),
        (("Position at the end of March", "Position at the end of June"), 2),
        (("Appendix B    Page 3 of 9", "Appendix B    Page 4 of 9"), 1),
    ],
)
def test_a_running_head_with_another_time_keeps_tables_apart(
    heads: tuple[str, str], tables: int
) -> None:
    one, other = heads
    reading = read_pages(left()._replace(head=one), right()._replace(head=other))
    assert len(reading.tables) == tables


def test_a_note_below_the_left_half_leaves_it_a_half() -> None:
    noted = left()._replace(note="* July 2019 figure")
    assert texts(only(read_pages(noted, right()))) == beside(LEFT, FIGURES)


def test_pairs_of_pages_go_on_with_each_other() -> None:
    rows = range(10, 15)
    more = [LEFT[0], *[[f"BV{at}", f"Thing number {at}"] for at in rows]]
    figures = [FIGURES[0], *[[f"{at}.1%", f"{at}.2%", "Fine"] for at in rows]]
    heights = (30.0, 64.0, 30.0, 30.0, 42.0, 53.0)
    reading = read_pages(left(), right(), left(more, heights), right(figures, heights))
    table = only(reading)
    assert texts(table) == [*beside(LEFT, FIGURES), *beside(more, figures)]
    assert [row.row_no for row in table.rows if row.repeats_heading] == [7]
    assert [page for page, _ in table.bounds] == [1, 2, 3, 4]
    assert [cell.first.page for cell in table.rows[8].cells] == [3, 3, 4, 4, 4]


@pytest.mark.parametrize("heights", [UNEVEN[1:], EVEN[1:]], ids=["uneven", "even"])
def test_a_pair_of_pages_without_headings_goes_on_with_the_pair_before(
    heights: Sequence[float],
) -> None:
    more = [[f"BV{at}", f"Thing number {at}"] for at in range(10, 15)]
    figures = [[f"{at}.1%", f"{at}.2%", "Fine"] for at in range(10, 15)]
    reading = read_pages(left(), right(), left(more, heights), right(figures, heights))
    assert texts(only(reading)) == [*beside(LEFT, FIGURES), *beside(more, figures)]


def test_a_pair_whose_rows_are_not_level_does_not_go_on() -> None:
    more = [[f"BV{at}", f"Thing number {at}"] for at in range(10, 15)]
    figures = [[f"{at}.1%", f"{at}.2%", "Fine"] for at in range(10, 15)]
    halves = left(more, (30, 30, 30, 30, 40)), right(figures, (30, 30, 30, 40, 30))
    reading = read_pages(left(), right(), *halves)
    assert [len(table.rows) for table in reading.tables] == [6, 5, 5]


THIRD = [["2018/19", "Target", "Lead"], *[[f"{at}3%", f"{at}4%", "Finance"] for at in range(5)]]


def test_columns_may_go_on_over_three_pages() -> None:
    more = [LEFT[0], *[[f"BV{at}", f"Thing number {at}"] for at in range(10, 15)]]
    heights = (30.0, 64.0, 30.0, 30.0, 42.0, 53.0)
    reading = read_pages(
        left(),
        right(),
        right(THIRD)._replace(xs=XS_THIRD),
        left(more, heights),
        right(FIGURES, heights),
        right(THIRD, heights)._replace(xs=XS_THIRD),
    )
    first = [[*a, *b, *c] for a, b, c in zip(LEFT, FIGURES, THIRD, strict=True)]
    second = [[*a, *b, *c] for a, b, c in zip(more, FIGURES, THIRD, strict=True)]
    table = only(reading)
    assert texts(table) == [*first, *second]
    assert [page for page, _ in table.bounds] == [1, 2, 3, 4, 5, 6]
    assert kinds(reading) == [("across", "note", at) for at in range(1, 7)]


def test_a_third_page_that_is_not_surely_the_rest_is_in_doubt() -> None:
    third = [[f"Why {at}", *row[1:]] for at, row in enumerate(THIRD)]
    reading = read_pages(left(), right(), right(third)._replace(xs=XS_THIRD))
    assert [table.columns for table in reading.tables] == [5, 3]
    assert ("facing", "warning", 3) in kinds(reading)


def test_a_row_cut_by_the_end_of_both_pages_is_made_whole() -> None:
    first, rest = ["BV9", "Homes that were"], ["", "let in the year"]
    tail = [["BV7", "Thing number 7"], ["BV8", "Thing number 8"]]
    note, on = ["71%", "72%", "Held up by"], ["", "", "the weather"]
    two = [["61%", "62%", "Fine"], ["63%", "64%", "Fine"]]
    heights = (*UNEVEN, 30.0)
    reading = read_pages(
        left([*LEFT, first], heights),
        right([*FIGURES, note], heights),
        left([rest, *tail], (30, 30, 44)),
        right([on, *two], (30, 30, 44)),
    )
    table = only(reading)
    row = table.rows[6]
    assert [cell.text for cell in row.cells] == [
        "BV9", "Homes that were let in the year", "71%", "72%", "Held up by the weather",
    ]  # fmt: skip
    assert [[part.page for part in cell.parts] for cell in row.cells] == [
        [1, 3], [1, 3], [2, 4], [2, 4], [2, 4],
    ]  # fmt: skip
    assert ("rejoined", "note", 3) in kinds(reading)
    assert ("rejoined", "note", 4) in kinds(reading)


def test_another_table_below_the_right_half_is_kept() -> None:
    def both(pen: Pen) -> None:
        page(right())(pen)
        pen.text(50, 480, "A second table")
        pen.table((50, 150, 300), (490, 520, 550), [["Green", "On target"], ["Red", "Off"]])

    reading = read(page(left()), both)
    assert [(table.columns, len(table.rows)) for table in reading.tables] == [(5, 6), (2, 2)]


def test_all_first_columns_and_then_the_rest_are_in_doubt() -> None:
    more = [LEFT[0], *[[f"BV{at}", f"Thing number {at}"] for at in range(10, 14)]]
    heights = (30.0, 30.0, 42.0, 30.0, 55.0)
    reading = read_pages(left(), left(more, heights), right(), right([*FIGURES[:5]], heights))
    assert [len(table.rows) for table in reading.tables] == [11, 11]
    assert kinds(reading) == [("facing", "warning", 3)]


def test_every_cell_printed_is_kept_where_codes_are_repeated() -> None:
    reading = read_pages(left(heights=EVEN), right(KEYED, EVEN))
    cells = [cell for row in only(reading).rows for cell in row.cells]
    assert len(cells) == 6 * 5
    assert [cell.text for cell in cells].count("BV3") == 2
