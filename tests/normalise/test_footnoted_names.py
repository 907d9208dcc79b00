"""Footnotes raised behind codes, titles, dates and words of status are none of them."""

from __future__ import annotations

import pytest

from crossfoot.schema.page import Box, Cell, CellPart
from tests.normalise.paper_builder import C, Draft


def cell(text: str, *raised: tuple[int, int]) -> Cell:
    return Cell(1, 1, 1, (CellPart(1, 1, Box(0, 0, 9, 9), text, raised=raised),))


@pytest.mark.parametrize(
    ("text", "raised", "named"),
    [
        ("BV81", (3, 4), "BV8"),
        ("Invoices paid12", (13, 15), "Invoices paid"),
        ("Invoices paid1,2", (13, 16), "Invoices paid"),
        ("Bins missed*", (11, 12), "Bins missed"),
        ("Complaintsa", (10, 11), "Complaints"),
        ("On 1st May", (4, 6), "On 1st May"),
        ("Grass cut (m2)", (12, 13), "Grass cut (m2)"),
        ("kg of CO2", (8, 9), "kg of CO2"),
        ("1 July figure", (0, 1), "1 July figure"),
    ],
)
def test_only_footnotes_are_left_out_of_what_a_cell_names(
    text: str, raised: tuple[int, int], named: str
) -> None:
    assert cell(text, raised).named == named
    assert cell(text).named == text


def test_a_row_is_not_taken_for_that_of_another_code_by_its_footnote() -> None:
    draft = Draft().line("Tillingham Borough Council")
    draft.line("Performance indicators Quarter 4 2019/20", bold=True)
    rows: list[list[C | str]] = [
        ["Code", "Indicator", "Actual 2019/20", "Status"],
        [
            C("BV81", raised=((3, 4),)),
            C("Invoices paid2", raised=((13, 14),)),
            C("98.21", raised=((4, 5),)),
            C("Green3", raised=((5, 6),)),
        ],
    ]
    paper = draft.table(*rows).read()
    (indicator,) = paper.indicators
    assert (indicator.code, indicator.title, indicator.status) == ("BV8", "Invoices paid", "green")
    (figure,) = paper.figures
    assert str(figure.value) == "98.2"
    assert paper.cells[4].text == "BV81"
