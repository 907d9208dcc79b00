"""Numbers whose sign stands at the other side of the cell, in tables without upright rules."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from crossfoot.schema.page import Reading

from .drawn_pages import Pen, read

TOP, PITCH, SIZE = 100.0, 16.0, 9.0
NAMES = ("Rent arrears", "Budget variance", "Cost of refuse", "Cost of planning", "Car parks")
NUMBERS = ("1,234", "25,275", "81,751", "11,526", "166,801")
TARGETS = ("1,500", "10,200", "80,000", "9,000", "3,000")


def right(pen: Pen, text: str, x1: float, y: float) -> None:
    pen.text(x1 - stringWidth(text, "Helvetica", SIZE), y, text, SIZE)


def draw(
    signs: Sequence[str],
    heads: dict[str, float],
    *,
    ruled: bool,
    numbers: Sequence[str] = NUMBERS,
) -> Reading:
    """Names at 40, signs at 232, numbers up to 330 and 430; *heads* by where each begins."""

    def page(pen: Pen) -> None:
        pen.text(40, 60, "Performance report 2018/19", 12)
        for head, x in heads.items():
            pen.text(x, TOP, head, SIZE)
        for at, (name, sign, number, target) in enumerate(
            zip(NAMES, signs, numbers, TARGETS, strict=True)
        ):
            y = TOP + PITCH * (at + 1.5)
            pen.text(40, y, name, SIZE)
            if sign:
                pen.text(232, y, sign, SIZE)
            right(pen, number, 330, y)
            right(pen, target, 430, y)
        for at in range(len(NAMES) + 1) if ruled else ():
            pen.line(40, TOP + PITCH * (at + 0.5), 430, TOP + PITCH * (at + 0.5))

    return read(page)


def column(reading: Reading, number: int) -> list[str]:
    (table,) = reading.tables
    return [
        " ".join(cell.text.split())
        for row in table.rows[1:]
        for cell in row.cells
        if cell.col_no == number
    ]


@pytest.mark.parametrize("ruled", [False, True])
@pytest.mark.parametrize("heading", [("Outturn", 296.0), ("Outturn 2018/19", 230.0)])
@pytest.mark.parametrize("signs", [("-", "-", "", "-", ""), ("£", "-£", "£", "£", "£")])
def test_a_sign_at_the_left_of_the_cell_is_its_numbers(
    ruled: bool, heading: tuple[str, float], signs: Sequence[str]
) -> None:
    heads = {"Indicator": 40.0, heading[0]: heading[1], "Target": 404.0}
    reading = draw(signs, heads, ruled=ruled)
    together = [f"{sign} {number}".strip() for sign, number in zip(signs, NUMBERS, strict=True)]
    assert column(reading, 2) == together
    assert column(reading, 3) == list(TARGETS)


@pytest.mark.parametrize("ruled", [False, True])
def test_signs_under_a_heading_of_their_own_are_a_column(ruled: bool) -> None:
    signs = ("-", "+", "-", "-", "+")
    heads = {"Indicator": 40.0, "DoT": 226.0, "Outturn": 296.0, "Target": 404.0}
    reading = draw(signs, heads, ruled=ruled)
    assert column(reading, 2) == list(signs)
    assert column(reading, 3) == list(NUMBERS)


@pytest.mark.parametrize("ruled", [False, True])
def test_a_dash_for_zero_behind_a_currencys_sign_is_one_with_it(ruled: bool) -> None:
    numbers = ("1,234", "-", "81,751", "-", "166,801")
    heads = {"Indicator": 40.0, "Outturn": 296.0, "Target": 404.0}
    reading = draw(("£",) * 5, heads, ruled=ruled, numbers=numbers)
    assert column(reading, 2) == [f"£ {number}" for number in numbers]


@pytest.mark.parametrize("ruled", [False, True])
def test_a_dash_in_a_column_of_numbers_is_not_the_next_columns_sign(ruled: bool) -> None:
    signs = ("12.5", "-", "9.1", "-", "8.2")
    heads = {"Indicator": 40.0, "2004/05": 186.0, "2005/06": 280.0, "Target": 404.0}
    reading = draw(signs, heads, ruled=ruled)
    assert column(reading, 2) == list(signs)
    assert column(reading, 3) == list(NUMBERS)
