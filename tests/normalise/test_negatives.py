"""Whole numbers in brackets: below nought only where the title goes both ways."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

HEADINGS: list[C | str] = ["Ref", "Indicator", "2017/18 Actual", "2018/19 Target", "2018/19 Actual"]
OTHER: list[C | str] = ["LI 1", "Rent collected in year", "97.1%", "96%", "97%"]


def read(*rows: list[C | str], headings: list[C | str] = HEADINGS) -> Paper:
    draft = Draft().line("Tillingham Borough Council")
    draft.line("Annual performance report 2018/19", bold=True)
    return draft.table(headings, OTHER, *rows).read()


def figures(paper: Paper, code: str) -> list[tuple[str | None, str, str]]:
    return [(f.as_printed, f.value_state, str(f.value)) for f in paper.figures if f.code == code]


@pytest.mark.parametrize(
    "title",
    [
        "Net change in the number of tenancies",
        "Change in the number of council homes",
        "Net gain or loss of business floor space",
        "Net migration into the district",
        "Increase or (decrease) in reserves",
    ],
)
def test_a_bracketed_number_of_a_title_that_goes_both_ways_is_negative(title: str) -> None:
    paper = read(["LI 2", title, "(1,098)", "12", "(74)"])
    assert figures(paper, "LI 2") == [
        ("(1,098)", "value", "-1098"),
        ("12", "value", "12"),
        ("(74)", "value", "-74"),
    ]


def test_its_raised_footnote_stays_its_footnote() -> None:
    paper = read(["LI 2", "Net change in tenancies", "(98)", "12", C("(74)2", raised=((4, 5),))])
    assert [(f.footnote, str(f.value)) for f in paper.figures if f.code == "LI 2"][-1] == (
        "2",
        "-74",
    )


@pytest.mark.parametrize(
    "title",
    [
        "Net additional homes provided",
        "Average days taken to process changes in circumstances",
        "Change in circumstances processed",
        "Projects on climate change",
        "Budget deficit",
    ],
)
def test_a_bracketed_number_of_another_title_is_no_figure(title: str) -> None:
    paper = read(["LI 2", title, "(98)", "12", "(74)"])
    assert [state for _, state, _ in figures(paper, "LI 2")] == ["other", "value", "other"]


@pytest.mark.parametrize(
    "row",
    [
        ["LI 3", "Fly-tips cleared", "120", "100", "(130)"],
        ["LI 3", "Net change in homes", "-120", "100", "130"],
    ],
)
def test_a_table_that_uses_brackets_or_signs_otherwise_leaves_it_open(row: list[C | str]) -> None:
    paper = read(["LI 2", "Net change in tenancies", "(98)", "12", "(74)"], row)
    assert [state for _, state, _ in figures(paper, "LI 2")] == ["other", "value", "other"]


def test_brackets_under_thousands_are_left_open() -> None:
    headings: list[C | str] = [
        "Ref",
        "Indicator",
        "2017/18 Actual",
        "Target",
        "2018/19 Actual £000",
    ]
    paper = read(["LI 2", "Net change in reserves", "(98)", "12", "(74)"], headings=headings)
    assert figures(paper, "LI 2")[-1] == ("(74)", "other", "None")


def test_the_second_row_of_a_name_is_read_like_the_first() -> None:
    draft = Draft().line("Monthly performance tracker 2018/19", bold=True)
    draft.table(
        ["Ref", "Indicator", "", "Apr-18", "May-18"],
        [C("LI 2", down=2), C("Net change in tenancies", down=2), "Actual", "(98)", "(74)"],
        ["Target", "(5)", "7"],
    )
    assert [(f.measure, f.period, str(f.value)) for f in draft.read().figures] == [
        ("actual", "2018-04", "-98"),
        ("actual", "2018-05", "-74"),
        ("target", "2018-04", "-5"),
        ("target", "2018-05", "7"),
    ]
