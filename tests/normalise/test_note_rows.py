"""Remarks that stand alone in their row, below an indicator's."""

from __future__ import annotations

import pytest

from crossfoot.normalise.note_rows import is_remark
from crossfoot.schema.paper import Paper
from tests.normalise.labelled_rows import RULINGS, read_table
from tests.normalise.paper_builder import C, Draft

NAMES = ("Homes let", "Invoices paid on time", "Calls answered", "Rents collected")
SENTENCE = "Demand was higher than expected."
LED = "Latest Note: Data are collected each month"


def read(
    ruling: str, *lone: str, coded: bool = False, spanned: bool = True, section: str = ""
) -> Paper:
    """A table with what stands *lone* below its first rows."""
    before = ["Code"] if coded else []
    rows = [[*before, "Indicator", "Target 2018/19", "Actual 2018/19"]]
    spans = []
    last = len(rows[0]) - 1
    if section:
        rows.append([section, *[""] * last])
        spans.append(((0, 1), (last, 1)))
    for at, name in enumerate(NAMES, 1):
        code = [f"LPI {at}"] if coded else []
        rows.append([*code, name, f"{at}1.5%", f"{at}2.5%"])
        if at <= len(lone):
            if spanned:
                spans.append(((0, len(rows)), (last, len(rows))))
            rows.append([lone[at - 1], *[""] * last])
    widths = (*((60,) if coded else ()), 270, 110, 110)
    return read_table(rows, widths, ruling, spans)


def titles(paper: Paper) -> list[str | None]:
    return [row.title for row in paper.indicators]


@pytest.mark.parametrize("coded", [False, True])
@pytest.mark.parametrize("ruling", ["grid", "rows"])
def test_a_remark_over_the_table_is_no_indicator_and_no_section(ruling: str, coded: bool) -> None:
    paper = read(ruling, SENTENCE, LED, "Commentary: on track", coded=coded)
    assert titles(paper) == list(NAMES)
    assert {row.section for row in paper.indicators} == {None}
    assert not_understood(paper) == [SENTENCE]
    assert [row.note for row in paper.indicators] == [
        None,
        "Data are collected each month",
        "on track",
        None,
    ]


def not_understood(paper: Paper) -> list[str | None]:
    return [each.printed for each in paper.findings if each.rule_id == "row.not_understood"]


def below_noted(*rows: list[C | str]) -> Paper:
    draft = Draft().line("Performance report Q1 2019/20", bold=True)
    headings: list[C | str] = ["Indicator", "Q1 2019/20", "Target", "Comment"]
    return draft.table(headings, *rows).read()


def test_a_row_with_a_note_beside_it_keeps_that_alone() -> None:
    below: list[C | str] = [C("Comment: Tenders are out", span=4)]
    paper = below_noted(["Homes let", "21", "20", "Contract let"], below)
    assert [row.note for row in paper.indicators] == ["Contract let"]
    assert not_understood(paper) == ["Comment: Tenders are out"]


def test_the_second_of_two_notes_below_a_row_stays_a_cell() -> None:
    notes: list[list[C | str]] = [[C("Comment: One", span=4)], [C("Comment: Two", span=4)]]
    paper = below_noted(["Homes let", "21", "20", ""], *notes)
    assert [row.note for row in paper.indicators] == ["One"]
    assert not_understood(paper) == ["Comment: Two"]


def test_a_note_below_what_is_no_indicator_stays_a_cell() -> None:
    below: list[C | str] = [C("Comment: Sum of the above", span=4)]
    paper = below_noted(["Homes let", "21", "20", ""], ["Total", "21", "20", ""], below)
    assert [row.note for row in paper.indicators] == [None]
    assert not_understood(paper) == ["Comment: Sum of the above"]


@pytest.mark.parametrize("ruling", RULINGS)
def test_no_ruling_makes_an_indicator_of_a_remark(ruling: str) -> None:
    assert {SENTENCE, LED}.isdisjoint(titles(read(ruling, SENTENCE, LED, spanned=False)))


def test_sections_stay_sections_beside_remarks() -> None:
    paper = read("grid", SENTENCE, section="Housing and planning")
    assert {row.section for row in paper.indicators} == {"Housing and planning"}
    assert titles(paper) == list(NAMES)


@pytest.mark.parametrize("ruling", ["grid", "rows"])
def test_an_indicator_without_figures_stays_one(ruling: str) -> None:
    lone = "Percentage of tenants who were satisfied"
    paper = read(ruling, lone, spanned=False, section="Housing and planning")
    assert lone in titles(paper)


@pytest.mark.parametrize(
    "text",
    [
        "Demand was higher than last year",
        "Latest Note: 3 cases of BV8 were late",
        "Comment - see the report of June",
        "Figures are not yet audited for this year.",
        "Target missed. Two officers left in May and recruitment goes on.",
        "Performance fell due to staff sickness",
    ],
)
def test_remarks(text: str) -> None:
    assert is_remark(text)


@pytest.mark.parametrize(
    "text",
    [
        "Percentage of people who were satisfied",
        "% of homes that were decent",
        "Number of days lost due to sickness",
        "Our streets are clean and safe",
        "Commentary",
        "Notes of meetings published in time",
        "Affordable homes delivered.",
        "BV8 Invoices that were paid on time",
        "FP1: Value for Money",
        "Everyone has a home",
        "How satisfied were tenants",
        "Housing",
    ],
)
def test_names_are_no_remarks(text: str) -> None:
    assert not is_remark(text)
