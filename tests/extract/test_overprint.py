"""Print over print is not a longer figure."""

from __future__ import annotations

from .drawn_pages import Pen, read, texts

XS, YS = (50, 200, 400), (50, 100, 150)


def cell_text(*words: tuple[float, str]) -> tuple[str, list[str]]:
    def draw(pen: Pen) -> None:
        pen.rules(XS, YS)
        pen.text(60, 80, "Indicator")
        for x, word in words:
            pen.text(x, 130, word)

    reading = read(draw)
    (table,) = reading.tables
    return table.rows[1].cells[0].text, [doubt.kind for doubt in reading.doubts]


def test_figures_over_each_other_are_not_joined_and_raise_a_doubt() -> None:
    text, kinds = cell_text((60, "126"), (63, "149"))
    assert text not in ("126149", "126", "149")
    assert "\ufffd" in text
    assert kinds == ["unreadable"]


def test_print_twice_for_bold_is_no_overprint() -> None:
    assert cell_text((60, "126"), (60.3, "126")) == ("126", [])


def test_figures_side_by_side_are_no_overprint() -> None:
    assert cell_text((60, "126"), (84, "149")) == ("126 149", [])


def test_a_page_painted_whole_over_itself_is_read_once() -> None:
    rows = [["Ref", "Outturn", "Target"], ["BV8", "98.5%", "97%"], ["BV9", "38.1%", "40%"]]

    def once(pen: Pen) -> None:
        pen.text(50, 60, "Sickness is worked out for each post.")
        for at, row in enumerate(rows):
            for x, word in zip((60, 250, 400), row, strict=True):
                pen.text(x, 100 + 20 * at, word)

    def twice(pen: Pen) -> None:
        once(pen)
        once(pen)

    reading = read(twice)
    (table,) = reading.tables
    assert texts(table) == rows
    assert [line.text for line in reading.lines] == ["Sickness is worked out for each post."]


def test_rows_that_say_the_same_are_two() -> None:
    reading = read(lambda pen: pen.table(XS, (50, 100, 150), [["12", "13"], ["12", "13"]]))
    assert texts(reading.tables[0]) == [["12", "13"], ["12", "13"]]
