"""Print centred over two columns that no rule parts."""

from __future__ import annotations

import pytest

from .drawn_pages import Draw, Pen, read, spans

RIGHTS = (300.0, 360.0, 430.0)
ROWS = (
    ("NI 191", "Residual waste", "450", "461", "466"),
    ("NI 192", "Waste recycled", "45.0", "44.1", "45.5"),
    ("NI 195", "Litter on roads", "5.0", "6.0", "6.5"),
    ("NI 196", "Fly tipping", "2.0", "3.0", "1.0"),
    ("NI 197", "Bins not collected", "12.0", "13.5", "1.5"),
)
HEADING = ("Code", "Indicator", "Target", "Actual", "Last")


def table(merged: str, rules: bool, blank: tuple[int, ...] = (2, 3)) -> Draw:
    """Figures end at their column's right; row 3 has *merged* over its second and third column."""

    def page(pen: Pen) -> None:
        wide = pen.canvas.stringWidth
        for number, row in enumerate((HEADING, *ROWS)):
            y = 114 + 20 * number
            if rules:
                pen.line(40, y - 14, 440, y - 14)
            pen.text(50, y, row[0])
            pen.text(110, y, row[1])
            for at, (right, text) in enumerate(zip(RIGHTS, row[2:], strict=True), 2):
                if number != 3 or at not in blank:
                    pen.text(right - wide(text, "Helvetica", 10), y, text)
        middle = (245 + 365) / 2
        pen.text(middle - wide(merged, "Helvetica", 10) / 2, 174, merged)
        if rules:
            pen.line(40, 220, 440, 220)

    return page


@pytest.mark.parametrize("rules", [True, False])
@pytest.mark.parametrize("merged", ["n/a", "5.5", "97.0%"])
def test_a_figure_centred_over_two_columns_is_neithers(merged: str, rules: bool) -> None:
    tables = read(table(merged, rules)).tables
    assert [each for one in tables for each in spans(one) if each[4] == merged] == [
        (4, 3, 1, 2, merged)
    ]


@pytest.mark.parametrize("rules", [True, False])
def test_without_it_every_figure_stands_in_its_own_column(rules: bool) -> None:
    (one,) = read(table("", rules, ())).tables
    assert all(across == 1 for _, _, _, across, _ in spans(one))
