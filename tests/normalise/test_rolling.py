"""Results of twelve months that roll on from quarter to quarter."""

from __future__ import annotations

import pytest

from tests.normalise.paper_builder import Draft


def _said(title: str, *heads: str) -> list[tuple[str, str | None, str, str]]:
    """Measure, period, basis and print of the figures under *heads* in a paper of *title*."""
    rows = ["BV12", "Days lost", *[str(40 + n) for n, _ in enumerate(heads)]]
    draft = Draft().line(title, bold=True, size=16.0)
    paper = draft.table(["Ref", "Indicator", *heads], rows).read()
    return [(f.measure, f.period, f.basis, f.as_printed or "") for f in paper.figures]


@pytest.mark.parametrize(
    ("title", "end"),
    [
        ("Performance Report Quarter 2 2009/10", "2009-09-30"),
        ("Performance Report Q4 2009/10", "2010-03-31"),
        ("Half year performance report 2009/10", "2009-09-30"),
        ("Monthly performance report November 2009", "2009-11-30"),
    ],
)
@pytest.mark.parametrize("words", ["Rolling 12 months", "Rolling Year", "Moving Annual Total"])
def test_twelve_months_that_roll_on_end_with_the_papers_period(
    title: str, end: str, words: str
) -> None:
    assert _said(title, words) == [("actual", f"12 months to {end}", "rolling", "40")]


def test_beside_a_quarter_the_twelve_months_are_not_of_it() -> None:
    found = _said("Performance Report Q2 2009/10", "Actual", "Rolling 12 months")
    assert [each[1] for each in found] == ["2009/10 Q2", "12 months to 2009-09-30"]


def test_a_heading_that_names_its_quarter_says_with_which_day_they_end() -> None:
    found = _said("Performance Report Q2 2009/10", "Rolling 12 months Q1 2009/10")
    assert [each[1] for each in found] == ["12 months to 2009-06-30"]


def test_in_a_year_under_way_it_is_not_said_with_which_day_they_end() -> None:
    assert not _said("Performance Report Q2 2009/10", "Rolling 12 months 2009/10")


def test_those_of_a_year_that_is_over_are_the_years() -> None:
    found = _said("Annual Performance Report 2009/10", "Rolling 12 months")
    assert found == [("outturn", "2009/10", "annual", "40")]


@pytest.mark.parametrize("words", ["Rolling Average", "Moving Average"])
def test_an_average_of_a_time_that_nothing_tells_is_no_result(words: str) -> None:
    draft = Draft().line("Performance Report Q2 2009/10", bold=True, size=16.0)
    paper = draft.table(["Ref", "Indicator", "Target", words], ["BV12", "Days", "9", "8"]).read()
    assert [each.measure for each in paper.figures] == ["target"]
    assert "column.left_out" in [each.rule_id for each in paper.findings]
