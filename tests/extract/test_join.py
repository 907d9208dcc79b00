"""One table over several pages."""

from __future__ import annotations

import pytest

from crossfoot.extract import parts

from .drawn_pages import HIGH, Draw, Pen, read, spans, texts
from .joined_pages import BOLD, FULL, HEAD, XS, body, joined, page_of, row


def say(*lines: tuple[float, str]) -> Draw:
    def draw(pen: Pen) -> None:
        for y, text in lines:
            pen.text(50, y, text)

    return draw


def test_repeated_headings_are_marked() -> None:
    table = joined(page_of([row(1), row(2)]), page_of([row(3)]), page_of([row(4)]))
    assert [row.repeats_heading for row in table.rows] == [
        False, False, False, True, False, True, False,
    ]  # fmt: skip
    assert body(table) == [HEAD, row(1), row(2), row(3), row(4)]
    assert [page for page, _ in table.bounds] == [1, 2, 3]
    assert [row.row_no for row in table.rows] == list(range(1, 8))


def test_a_table_goes_on_without_repeated_headings() -> None:
    table = joined(page_of([row(1), row(2)]), page_of([row(3)], head=None))
    assert texts(table) == [HEAD, row(1), row(2), row(3)]


def test_headings_with_other_years_begin_another_table() -> None:
    def head(year: str) -> list[str]:
        return ["Code", f"Outturn {year}", f"Target {year}", "Note"]

    reading = read(page_of([row(1)], head=head("2018/19")), page_of([row(2)], head=head("2019/20")))
    assert [len(table.rows) for table in reading.tables] == [2, 2]


def test_facing_pages_with_shifted_margins() -> None:
    shifted = [x + 24 for x in XS]
    table = joined(page_of([row(1), row(2)]), page_of([row(3)], xs=shifted))
    assert body(table) == [HEAD, row(1), row(2), row(3)]


def test_another_number_of_columns_is_another_table() -> None:
    other = page_of([["a", "b", "c"]], head=None, xs=(50, 200, 400, 540))
    assert len(read(page_of([row(1), row(2)]), other).tables) == 2


def test_two_tables_with_one_heading_stay_two_where_a_line_stands_between() -> None:
    second = page_of([row(2)], top=90, extra=say((80, "Legal Services Key Tasks")))
    first = page_of([row(1), row(3)])
    assert len(read(first, second).tables) == 2
    below = page_of([row(1), row(3)], extra=say((200, "Legal Services Key Tasks")))
    assert len(read(below, page_of([row(2)])).tables) == 2


def test_a_footnote_below_a_table_ends_it() -> None:
    noted = page_of([row(1), row(2)], extra=say((200, "* July 2019 figure")))
    assert len(read(noted, page_of([row(3)], head=None)).tables) == 2


def test_running_heads_and_page_numbers_do_not_end_a_table() -> None:
    pages = [
        page_of(rows, extra=say((40, "Executive Committee"), (780, f"Page {number} of 3")))
        for number, rows in enumerate([[row(1), row(2)], [row(3)], [row(4)]], 1)
    ]
    reading = read(*pages)
    assert len(reading.tables) == 1
    assert all(line.margin for line in reading.lines)


def test_page_numbers_stamped_along_the_side_do_not_end_a_table() -> None:
    """Packs print them at the foot of the paper, which is the side of a sideways page."""

    def stamped(number: int) -> Draw:
        def draw(pen: Pen) -> None:
            pen.canvas.saveState()
            pen.canvas.translate(590, HIGH - 400)
            pen.canvas.rotate(90)
            pen.canvas.drawString(0, 0, f"Page {number}")
            pen.canvas.restoreState()

        return draw

    reading = read(
        page_of([row(1), row(2)], extra=stamped(171)), page_of([row(3)], extra=stamped(172))
    )
    assert [len(table.rows) for table in reading.tables] == [5]
    assert [(line.text, line.margin) for line in reading.lines] == [
        ("Page 171", True),
        ("Page 172", True),
    ]


def test_running_heads_that_differ_on_left_and_right_pages_do_not_end_a_table() -> None:
    pages = [
        page_of(
            rows,
            extra=say((60, "" if at else "Title page"), (90, "Appendix " + "AB"[at % 2])),
            top=100,
        )
        for at, rows in enumerate([[row(1), row(2)], [row(3)], [row(4)], [row(5)]])
    ]
    assert [len(table.rows) for table in read(*pages).tables] == [9]


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        ("Continued overleaf", ""),
        ("", "Table 2 (continued)"),
        ("continued…", "Key Performance Indicators cont'd"),
        ("(cont.)", "Cont'd from the page before"),
        ("PTO", ""),
    ],
)
def test_a_remark_that_the_table_goes_on_does_not_end_it(foot: str, head: str) -> None:
    first = page_of([row(1), row(2)], top=120, extra=say((300, foot)))
    table = joined(first, page_of([row(3)], top=160, extra=say((150, head))))
    assert body(table) == [HEAD, row(1), row(2), row(3)]


def test_a_heading_that_lost_its_rule_on_a_further_page_is_in_doubt() -> None:
    swallowed = [f"{name}\n{text}" for name, text in zip(HEAD, row(3), strict=True)]
    pages = page_of([row(1), row(2)]), page_of([swallowed, row(4)], head=None)
    assert [(doubt.kind, doubt.severity, doubt.page) for doubt in read(*pages).doubts] == [
        ("heading", "warning", 2)
    ]


def test_a_document_of_many_pages_is_opened_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [page_of([row(1), row(2)], extra=say((20, "Executive Committee"))) for _ in range(7)]
    whole = read(*pages)
    monkeypatch.setattr(parts, "_PAGES_AT_ONCE", 2)
    assert read(*pages) == whole
    assert [len(table.rows) for table in whole.tables] == [21]


@pytest.mark.parametrize("wider", [4.0, 9.0])
def test_columns_a_little_wider_under_the_same_heading_are_the_same(wider: float) -> None:
    other = [x + (wider if 0 < at < len(XS) - 1 else 0) for at, x in enumerate(XS)]
    table = joined(page_of([row(1), row(2)]), page_of([row(3)], xs=other), page_of([row(4)]))
    assert table.columns == 4
    assert body(table) == [HEAD, row(1), row(2), row(3), row(4)]


def test_columns_a_little_wider_under_another_heading_are_another_table() -> None:
    other = [x + (9 if 0 < at < len(XS) - 1 else 0) for at, x in enumerate(XS)]
    head = ["Code", "Name", "Result", "Remarks"]
    assert len(read(page_of([row(1)]), page_of([row(3)], xs=other, head=head)).tables) == 2


def section(pen: Pen, y: float, text: str) -> None:
    pen.rect(XS[0], y, XS[-1], y + 40)
    pen.text(54, y + 12, text, font=BOLD)


def test_a_section_row_at_the_page_end_stays_a_row() -> None:
    foot = page_of(FULL, extra=lambda pen: section(pen, 220, "Legal Services"))
    table = joined(foot, page_of([row(4)]))
    assert texts(table)[4] == ["Legal Services"]
    assert table.rows[4].cells[0].col_span == 4
    assert body(table)[-1] == row(4)


def test_a_section_row_at_the_page_head_stays_a_row() -> None:
    head = page_of([row(4)], top=100, head=None, extra=lambda pen: section(pen, 60, "Legal"))
    table = joined(page_of(FULL), head)
    assert body(table)[-2:] == [["Legal"], row(4)]


def test_a_theme_row_alone_at_the_page_end_heads_the_table_on_the_next_page() -> None:
    table = joined(lambda pen: section(pen, 700, "FP1: Value for Money"), page_of([row(1), row(2)]))
    assert texts(table)[0] == ["FP1: Value for Money"]
    assert table.rows[0].cells[0].col_span == 4
    assert [page for page, _ in table.bounds] == [1, 2]


def test_a_boxed_remark_at_the_page_end_is_a_table_of_its_own() -> None:
    def remark(pen: Pen) -> None:
        pen.rect(XS[0], 640, XS[-1], 720)
        pen.text(
            54, 660, "Progress is reported for the whole of the year,\nnot for the quarter alone."
        )

    assert len(read(remark, page_of([row(1), row(2)])).tables) == 2


def grouped(pen: Pen, top: float, groups: list[tuple[str, list[list[str]]]]) -> None:
    """Rows under a first cell that spans them, without a rule under it at the end."""
    y = top
    for name, rows in groups:
        pen.line(XS[0], y, XS[1], y)
        pen.text(54, y + 12, name)
        for cells in rows:
            pen.rules(XS[1:], (y, y + 40))
            pen.words(XS[1:], (y,), [cells])
            pen.line(XS[0], y, XS[0], y + 40)
            y += 40


def titles(*numbers: int) -> list[list[str]]:
    return [[f"{'ABCDEFGH'[at]} title", f"{at}0%", f"{'ABCDEFGH'[at]} note"] for at in numbers]


def test_a_cell_that_spans_rows_goes_on_over_a_page_end_between_two_rows() -> None:
    table = joined(
        lambda pen: grouped(pen, 60, [("CP1", titles(1, 2)), ("CP2", titles(3, 4))]),
        lambda pen: grouped(pen, 60, [("", titles(5)), ("CP3", titles(6, 7))]),
    )
    assert {(at, rows, text) for at, col, rows, _, text in spans(table) if col == 1} == {
        (1, 2, "CP1"),
        (3, 3, "CP2"),
        (6, 2, "CP3"),
    }


def test_a_cell_taken_for_the_rest_of_one_that_spans_rows_above_the_page_end_is_told() -> None:
    reading = read(
        lambda pen: grouped(pen, 60, [("CP1", titles(1, 2)), ("CP2", titles(3, 4))]),
        lambda pen: grouped(pen, 60, [("", titles(5)), ("CP3", titles(6, 7))]),
    )
    (doubt,) = [doubt for doubt in reading.doubts if doubt.kind == "spans_on"]
    assert (doubt.page, doubt.box.y0, doubt.box.y1) == (2, 60, 100)


def test_a_group_that_ends_with_its_page_does_not_swallow_the_next() -> None:
    table = joined(
        lambda pen: grouped(pen, 60, [("CP1", titles(1, 2)), ("CP2", titles(3, 4))]),
        lambda pen: grouped(pen, 60, [("", titles(5, 6))]),
        lambda pen: grouped(pen, 60, [("CP3", titles(7, 0))]),
    )
    assert {(at, rows, text) for at, col, rows, _, text in spans(table) if col == 1} == {
        (1, 2, "CP1"),
        (3, 4, "CP2"),
        (7, 2, "CP3"),
    }


def test_a_cell_that_spans_rows_goes_on_where_the_page_end_cuts_one_of_its_rows() -> None:
    cut = [["E title", "40%", "runs"]]
    rest = [["", "", "over"], *titles(5)]
    table = joined(
        lambda pen: grouped(pen, 60, [("CP1", titles(1, 2)), ("CP2", [*titles(3), *cut])]),
        lambda pen: grouped(pen, 60, [("", rest), ("CP3", titles(6, 7))]),
    )
    assert (3, 1, 3, 1, "CP2") in spans(table)
    assert [row.cells[-1].text for row in table.rows] == [
        "B note", "C note", "D note", "runs over", "F note", "G note", "H note",
    ]  # fmt: skip


def test_an_empty_strip_at_the_page_end_is_the_head_of_the_next_row() -> None:
    """Some producers leave a row's padding behind and print all of its text overleaf."""

    def strip(pen: Pen) -> None:
        pen.rules(XS, (60 + 4 * 40, 60 + 4 * 40 + 9))

    table = joined(page_of(FULL, extra=strip), page_of([row(4)], head=None))
    assert texts(table) == [HEAD, *FULL, row(4)]


def test_a_blank_row_of_full_height_at_the_page_end_stays() -> None:
    table = joined(page_of([*FULL, [""] * 4]), page_of([row(4)], head=None))
    assert texts(table)[-2:] == [[""] * 4, row(4)]


def paired(pen: Pen, top: float, pairs: list[tuple[str, str]]) -> None:
    """Two rows of figures each beside a name and a remark that span both, closed below."""
    y = top
    for name, remark in pairs:
        for x0, x1, text in ((XS[0], XS[1], name), (XS[3], XS[4], remark)):
            pen.rules((x0, x1), (y, y + 40))
            pen.text(x0 + 4, y + 12, text)
        for half in (0, 20):
            pen.rules(XS[1:4], (y + half, y + half + 20))
            pen.words(XS[1:4], (y + half,), [["Target" if not half else "Actual", "50%"]])
        y += 40


@pytest.mark.parametrize(
    ("above", "below"), [("", "A remark"), ("", ""), ("A remark", "")], ids=str
)
def test_a_remark_ends_with_the_rows_whose_name_ends_at_the_page(above: str, below: str) -> None:
    table = joined(
        lambda pen: paired(pen, 60, [("A", "Fine"), ("B", above)]),
        lambda pen: paired(pen, 60, [("C", below), ("D", "Good")]),
    )
    assert [(text, rows) for _, col, rows, _, text in sorted(spans(table)) if col == 4] == [
        ("Fine", 2), (above, 2), (below, 2), ("Good", 2),
    ]  # fmt: skip
