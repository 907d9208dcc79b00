"""Whether a bare ``Actual`` of a paper that names its year alone is the year's result."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import Draft


def _beside(heading: str, *values: str) -> Paper:
    """A paper of a year of which nothing else is said, with a column beside its results."""
    draft = Draft().line("Performance Report 2006/07", bold=True, size=16.0)
    rows = [[f"BV{n}", "Days lost", "10", value] for n, value in enumerate(values, start=1)]
    return draft.table(["Ref", "Indicator", "Actual", heading], *rows).read()


def _actuals(paper: Paper) -> set[tuple[str, str | None]]:
    return {(each.measure, each.period) for each in paper.figures if each.as_printed == "10"}


@pytest.mark.parametrize("heading", ["Q4", "March 2007", "Jan-Mar", "Quarter 4 2006/07"])
def test_results_of_its_last_part_show_that_the_year_is_over(heading: str) -> None:
    assert _actuals(_beside(heading, "8", "7")) == {("outturn", "2006/07")}


@pytest.mark.parametrize("heading", ["Q4", "March 2007"])
def test_a_last_part_without_results_does_not(heading: str) -> None:
    paper = _beside(heading, "", "n/a")
    assert _actuals(paper) == {("actual", None)}
    assert "column.undated" in [each.rule_id for each in paper.findings]


@pytest.mark.parametrize("heading", ["Q3", "Target 2007/08", "2005/06", "Previous outturn"])
def test_earlier_parts_and_other_years_do_not(heading: str) -> None:
    assert _actuals(_beside(heading, "8", "7")) == {("actual", None)}


def test_an_outturn_is_of_the_whole_year_by_its_name() -> None:
    draft = Draft().line("Performance Report 2006/07", bold=True, size=16.0)
    paper = draft.table(["Ref", "Indicator", "Outturn"], ["BV8", "Days lost", "10"]).read()
    assert _actuals(paper) == {("outturn", "2006/07")}


def _half_yearly(*headings: str) -> Paper:
    draft = Draft().line("Half Yearly Performance Report 2006/07", bold=True, size=16.0)
    return draft.table(
        ["Ref", "Indicator", *headings], ["BV8", "Days lost", "10", "8"][: 2 + len(headings)]
    ).read()


def test_half_yearly_says_how_often_a_report_is_made_not_which_half_it_is_of() -> None:
    assert _actuals(_half_yearly("Actual")) == {("actual", None)}


def test_a_half_yearly_report_may_print_the_second_half() -> None:
    found = [(each.measure, each.period) for each in _half_yearly("H1", "H2 2006/07").figures]
    assert found == [("actual", "2006/07 H1"), ("actual", "2006/07 H2")]
