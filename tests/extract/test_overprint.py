"""Print over print is not a longer figure."""

from __future__ import annotations

from .drawn_pages import Pen, read

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
