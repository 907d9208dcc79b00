"""Whether a row at a page end and the next page's first row are one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from .drawn_pages import Draw, Pen, read, texts
from .joined_pages import FULL, HEAD, XS, body, joined, page_of, row


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        pytest.param(
            ["FP1922_04", "Title 4", "40%", "runs\nover"],
            ["", "", "", "the end"],
            ["FP1922_04", "Title 4", "40%", "runs over the end"],
            id="the last cell runs over",
        ),
        pytest.param(
            ["FP1922_04", "A long\ntitle", "40%", "Note"],
            ["", "and more", "", ""],
            ["FP1922_04", "A long title and more", "40%", "Note"],
            id="the title runs over",
        ),
        pytest.param(
            ["FP1922_04", "A long", "40%", "runs"],
            ["", "title", "", "over"],
            ["FP1922_04", "A long title", "40%", "runs over"],
            id="two cells run over",
        ),
        pytest.param(
            ["FP1922_04", "Self-", "40%", ""],
            ["", "Isolation", "", ""],
            ["FP1922_04", "Self-Isolation", "40%", ""],
            id="cut after a hyphen",
        ),
    ],
)
@pytest.mark.parametrize("repeats", [True, False], ids=["heading repeated", "no heading"])
def test_a_row_cut_by_the_page_end(
    upper: list[str], lower: list[str], whole: list[str], repeats: bool
) -> None:
    titles = [["FP1922_00", "A title of\ntwo lines", "0%", "Note\nof two"], *FULL]
    table = joined(
        page_of([*titles, upper]), page_of([lower, row(5)], head=HEAD if repeats else None)
    )
    assert body(table)[-2:] == [whole, row(5)]
    cells = table.rows[5].cells
    assert [[part.fragment for part in cell.parts] for cell in cells] == [[1, 2]] * 4
    assert [[part.page for part in cell.parts] for cell in cells] == [[1, 2]] * 4


def kinds(*pages: Draw) -> list[tuple[str, str, int]]:
    return [(doubt.kind, doubt.severity, doubt.page) for doubt in read(*pages).doubts]


def test_a_row_made_whole_is_noted_at_its_second_part() -> None:
    upper, lower = ["FP1922_04", "Title 4", "40%", "runs\nover"], ["", "", "", "the end"]
    pages = page_of([*FULL, upper]), page_of([lower, row(5)])
    assert kinds(*pages) == [("rejoined", "note", 2)]
    (doubt,) = read(*pages).doubts
    assert doubt.box == (50, 100, 540, 140)
    assert not kinds(page_of([*FULL, row(4)]), page_of([row(5), row(6)]))


def test_a_row_without_a_name_at_a_page_head_is_in_doubt() -> None:
    nameless, without_note = ["", "", "55%", "Another"], ["FP1922_04", "Title 4", "40%", ""]
    pages = page_of([*FULL, without_note]), page_of([nameless, row(6)])
    assert body(joined(*pages))[-2:] == [nameless, row(6)]
    assert kinds(*pages) == [("cut", "warning", 2)]


def test_a_lone_figure_at_a_page_head_leaves_no_figure_above_it_undoubted() -> None:
    pages = page_of([*FULL, row(4)]), page_of([["", "", "55%", ""], row(6)])
    assert body(joined(*pages))[-2][2] == "40% 55%"
    assert kinds(*pages) == [("rejoined", "warning", 2)]


def test_words_of_a_narrow_column_go_on_without_code_or_title() -> None:
    head = ["Code", "Title", "Officer", "Result"]
    rows = [[f"BV{at}", f"Indicator {at}", "Head of Legal", f"{at}0%"] for at in range(1, 5)]
    upper, lower = ["BV5", "Indicator 5", "Environmental", "50%"], ["", "", "Services Manager", ""]
    table = joined(page_of([*rows, upper], head=head), page_of([lower, *rows], head=head))
    assert body(table)[5] == ["BV5", "Indicator 5", "Environmental Services Manager", "50%"]


def test_a_row_that_happens_to_have_blanks_is_not_taken_for_the_rest_of_another() -> None:
    blank = ["FP1922_05", "", "50%", ""]
    table = joined(page_of([*FULL, row(4)]), page_of([blank, row(6)]))
    assert body(table)[-3:] == [row(4), blank, row(6)]


@pytest.mark.parametrize(
    "next_row",
    [
        pytest.param(["FP1922_05", "Another title", "", ""], id="its figures are blank"),
        pytest.param(["FP1922_05", "", "", "Another note"], id="its title is blank"),
        pytest.param(["Legal Services", "", "", ""], id="a section row that is not merged"),
    ],
)
def test_a_row_that_prints_its_own_name_is_not_the_rest_of_another(next_row: list[str]) -> None:
    table = joined(page_of([*FULL, row(4)]), page_of([next_row, row(6)]))
    assert body(table)[-3:] == [row(4), next_row, row(6)]


def test_a_named_row_after_a_row_cut_twice_is_another() -> None:
    tall, rest = ["FP1922_04", "Title 4", "40%", "runs"], ["", "", "", "over\nand ends."]
    table = joined(page_of([*FULL, tall]), page_of([rest], height=700), page_of([row(5), row(6)]))
    assert body(table)[-3:] == [
        ["FP1922_04", "Title 4", "40%", "runs over and ends."], row(5), row(6),
    ]  # fmt: skip


def test_two_rows_of_figures_are_two_though_a_status_is_blank_above() -> None:
    head, xs = ["Status", "Result", "Target", "Title"], (50, 130, 180, 230, 540)
    rows = [["Green", "9.5\ndays", "1.5\ndays", f"Title\n{at}"] for at in range(4)]
    upper, lower = ["", "26.3", "933.4", "Claims"], ["Red", "10.14%", "11.69%", "Homes"]
    table = joined(
        page_of([*rows, upper], head=head, xs=xs), page_of([lower, *rows], head=head, xs=xs)
    )
    assert upper in body(table) and lower in body(table)


def test_a_title_that_had_room_above_is_not_the_rest_of_another() -> None:
    """Without codes: the first word would have stood on the last line of the row before."""
    head, xs = ["Indicator", "Result"], (50, 400, 500)
    wrapped = [
        "Percentage of invoices that are paid within the thirty days that\nare agreed",
        "97%",
    ]
    upper, lower = ["Calls answered", "80%"], ["Finance Services", ""]
    table = joined(
        page_of([wrapped, wrapped, upper], head=head, xs=xs),
        page_of([lower, wrapped], head=head, xs=xs),
    )
    assert body(table)[-3:-1] == [upper, lower]


def test_a_row_taller_than_a_page_is_cut_twice() -> None:
    tall = ["FP1922_04", "Title 4", "40%", "one"]
    rest = ["", "", "", "two"]
    end = ["", "", "", "three"]
    table = joined(
        page_of([*FULL, tall]),
        page_of([rest], head=None, height=700),
        page_of([end, row(5)], head=None),
    )
    assert texts(table)[-2:] == [["FP1922_04", "Title 4", "40%", "one two three"], row(5)]
    assert [part.page for part in table.rows[4].cells[3].parts] == [1, 2, 3]


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        pytest.param(
            ["FP1922_04", "Title 4", "85", "Note"],
            ["", "", "4.0", ""],
            ["FP1922_04", "Title 4", "85 4.0", "Note"],
            id="a figure broken at the page end",
        ),
        pytest.param(
            ["FP1922_04", "Title 4", "40%", "It is done."],
            ["", "", "", "Another paragraph."],
            ["FP1922_04", "Title 4", "40%", "It is done. Another paragraph."],
            id="a paragraph that ends with the page",
        ),
    ],
)
def test_a_row_without_a_name_is_the_rest_of_the_one_before(
    upper: list[str], lower: list[str], whole: list[str]
) -> None:
    assert body(joined(page_of([*FULL, upper]), page_of([lower, row(5)])))[-2:] == [whole, row(5)]


def test_a_title_that_breaks_off_goes_on_though_little_is_known_of_its_table() -> None:
    head, section = ["Name", "Aim", "Result", "Status"], ["Housing", "", "", ""]
    upper = ["Minor plans", "High", "40%", "Red"]
    lower = ["decided in time", "", "", ""]
    table = joined(page_of([section, upper], head=head), page_of([lower, row(5)], head=head))
    assert body(table)[-2][0] == "Minor plans decided in time"


def test_a_service_printed_in_full_elsewhere_goes_on_after_the_page_end() -> None:
    head = ["Service", "Title", "Result", "Note"]
    rows = [["Finance Services", f"Title {at}", f"{at}0%", "Fine"] for at in range(1, 4)]
    upper, lower = ["Finance", "Title 4", "40%", "Fine"], ["Services", "", "", ""]
    table = joined(
        page_of([*rows, upper], head=head),
        page_of([lower, ["Housing", "Title 5", "50%", "Fine"]], head=head),
    )
    assert [line[0] for line in body(table)[-2:]] == ["Finance Services", "Housing"]


def test_target_and_actual_of_one_indicator_stay_two_rows_over_a_page_end() -> None:
    head = ["Code", "Name", "Type", "Q1"]
    pairs = [
        [code, f"Name {code}", kind, figure]
        for code in ("A1", "B2", "C3")
        for kind, figure in (("Target", "50%"), ("Actual", "40%"))
    ]
    upper, lower = ["D4", "Name D4", "Target", "60%"], ["", "", "Actual", "70%"]
    table = joined(page_of([*pairs, upper], head=head), page_of([lower, *pairs[:2]], head=head))
    assert upper in body(table) and lower in body(table)


def in_pairs(pen: Pen, top: float, pairs: Sequence[tuple[str, str]]) -> float:
    """Two rows of figures each beside a name and a remark that span both; return where they end."""
    for name, remark in pairs:
        for x0, x1, text in ((XS[0], XS[1], name), (XS[3], XS[4], remark)):
            pen.rules((x0, x1), (top, top + 40))
            pen.text(x0 + 4, top + 12, text)
        for y, kind, value in ((top, "Target", "50%"), (top + 20, "Actual", "51%")):
            pen.rules(XS[1:4], (y, y + 20))
            pen.words(XS[1:4], (y,), [[kind, value]])
        top += 40
    return top


@pytest.mark.parametrize("rest", ["The service will be reviewed.", "and reviewed"])
def test_the_rest_of_a_remark_beside_several_rows_is_no_row_of_its_own(rest: str) -> None:
    remark = "Delivered by the contractor\nas planned."

    def second(pen: Pen) -> None:
        pen.table(XS, (60, 100), [["", "", "", rest]])
        in_pairs(pen, 100, [("NI 38", "Good"), ("NI 39", "Well")])

    reading = read(
        lambda pen: in_pairs(pen, 60, [("NI 35", "Fine"), ("NI 36", "Well"), ("NI 37", remark)]),
        second,
    )
    (table,) = reading.tables
    assert [row.cells[-1].text for row in table.rows[::2]] == [
        "Fine", "Well", f"{remark} {rest}".replace("\n", " "), "Good", "Well",
    ]  # fmt: skip
    assert [doubt.kind for doubt in reading.doubts] == ["rejoined"]


def test_a_blank_row_among_rows_that_are_spanned_stays_a_row() -> None:
    def second(pen: Pen) -> None:
        pen.table(XS, (60, 100), [["", "", "", ""]])
        in_pairs(pen, 100, [("NI 38", "Good")])

    table = joined(
        lambda pen: in_pairs(pen, 60, [("NI 35", "Fine"), ("NI 36", "Well"), ("NI 37", "So")]),
        second,
    )
    assert len(table.rows) == 9


def named(code: str, words: str, value: str) -> list[str]:
    return [f"{code}\n{words}".strip(), value, value, ""]


NAMED_HEAD = ["Indicator", "Target", "Actual", "Notes"]


@pytest.mark.parametrize("known", [1, 3])
def test_a_name_cut_right_after_its_code_goes_on(known: int) -> None:
    upper = [named(f"NI {at}", "Rent collected", "50%") for at in range(known)]
    rest = ["Requests answered", "", "", ""]
    table = joined(
        page_of([*upper, named("NI 65", "", "73%")], head=NAMED_HEAD),
        page_of([rest, named("NI 66", "Bins emptied", "20%")], head=NAMED_HEAD),
    )
    assert [row[0] for row in body(table)][known + 1 :] == [
        "NI 65 Requests answered", "NI 66 Bins emptied",
    ]  # fmt: skip


def test_a_code_alone_is_a_name_where_others_stand_alone_too() -> None:
    upper = [named(f"NI {at}", "", "50%") for at in range(3)]
    table = joined(
        page_of([*upper, named("NI 65", "", "73%")], head=NAMED_HEAD),
        page_of([["Housing", "", "", ""], named("NI 66", "", "20%")], head=NAMED_HEAD),
    )
    assert [row[0] for row in body(table)][-2:] == ["Housing", "NI 66"]


def test_a_name_that_stops_at_a_word_none_ends_with_goes_on_whatever_follows() -> None:
    upper = [named("NI 1", "Rent collected", "50%"), named("NI 2", "Bins missed per", "60%")]
    rest = ["100,000 collections", "", "", ""]
    table = joined(
        page_of([named("NI 0", "Rents", "10%"), *upper], head=NAMED_HEAD),
        page_of([rest, named("NI 66", "Bins emptied", "20%")], head=NAMED_HEAD),
    )
    assert [row[0] for row in body(table)][-2:] == [
        "NI 2 Bins missed per 100,000 collections", "NI 66 Bins emptied",
    ]  # fmt: skip


FEW = [
    ["FP1922_01", "Title 1", "10%", "Note\nof two"],
    ["FP1922_02", "A title of\ntwo", "20%", "-"],
]
BROKEN = ["FP1922_03", "Homes let in", "40%", "A new team\nlooks into"]


def test_sentences_that_go_on_below_make_one_row_though_few_rows_stand_before() -> None:
    table = joined(page_of([*FEW, BROKEN]), page_of([["", "the target", "", "what is due"]]))
    assert body(table)[-1] == [
        "FP1922_03", "Homes let in the target", "40%", "A new team looks into what is due",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lower",
    [
        pytest.param(["", "the target", "55%", "what is due"], id="a figure of its own"),
        pytest.param(["", "The target", "", "What is due"], id="sentences of its own"),
    ],
)
def test_a_row_with_words_or_figures_of_its_own_is_no_rest_of_one_before_few(
    lower: list[str],
) -> None:
    upper = ["FP1922_03", "Homes let.", "40%", "Done."]
    table = joined(page_of([*FEW, upper]), page_of([lower]))
    assert upper in body(table)
