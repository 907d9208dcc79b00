"""Codes an indicator had before, and two codes in front of one title."""

from __future__ import annotations

import pytest

from crossfoot.normalise.csi import split_title
from tests.normalise.paper_builder import Draft


@pytest.mark.parametrize(
    ("cell", "code", "title"),
    [
        ("NI 192 (formerly BV82a+b) Household waste recycled", "NI192", "Household waste recycled"),
        ("NI 181 (BV78) Time to process claims", "NI181", "Time to process claims"),
        ("NI 181 (ex BV78a and BV78b): Time to process", "NI181", "Time to process"),
        ("LI 4 Invoices paid (previously BV8)", "LI 4", "Invoices paid"),
        ("Invoices paid (LI 4) (was BV8)", "LI 4", "Invoices paid"),
        ("Invoices paid (was 30 days)", None, "Invoices paid (was 30 days)"),
        ("BV79b (ii) Overpayments recovered", "BV79b(ii)", "Overpayments recovered"),
        ("Invoices paid (BV8) (Finance)", "BV8", "Invoices paid"),
    ],
)
def test_a_former_code_is_neither_the_code_nor_in_the_title(
    cell: str, code: str | None, title: str
) -> None:
    parts = split_title(cell)
    assert (parts.code and parts.code.label, parts.title) == (code, title)


def test_a_former_code_beside_a_column_of_codes_is_not_in_the_title() -> None:
    draft = Draft().line("Performance report Quarter 2 2008/09", bold=True, size=14)
    paper = draft.table(
        ["NI", "Title", "Q2", "Target"],
        ["NI 192", "Household waste recycled (formerly BV82a)", "41%", "40%"],
        ["NI 191", "Waste not recycled per household (kg)", "610", "600"],
    ).read()
    assert [(row.code, row.title) for row in paper.indicators] == [
        ("NI192", "Household waste recycled"),
        ("NI191", "Waste not recycled per household (kg)"),
    ]


def test_of_two_codes_in_front_of_a_title_none_is_taken_and_it_is_told() -> None:
    draft = Draft().line("Performance report Quarter 2 2008/09", bold=True, size=14)
    paper = draft.table(
        ["Indicator", "Q2", "Target"],
        ["BV8 / LI 4 Invoices paid on time", "91%", "95%"],
        ["BV9 Council tax collected", "51%", "52%"],
    ).read()
    assert [(row.code, row.title) for row in paper.indicators] == [
        (None, "BV8 / LI 4 Invoices paid on time"),
        ("BV9", "Council tax collected"),
    ]
    told = [f.printed for f in paper.findings if f.rule_id == "code.in_title"]
    assert told == ["BV8 / LI 4 Invoices paid on time"]
