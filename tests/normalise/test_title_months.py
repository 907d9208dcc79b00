"""Months that a paper's title names: of its figures, or of a meeting."""

from __future__ import annotations

import pytest

from crossfoot.normalise.paper_periods import period_of_title
from tests.normalise.paper_builder import C, Draft


@pytest.mark.parametrize(
    "title",
    [
        "Q3 performance report - February 2010",
        "Quarterly performance report: December 2009",
        "Performance report, Cabinet December 2009",
        "Performance since April 2009",
    ],
)
def test_a_month_that_the_title_does_not_report_on_is_not_the_papers(title: str) -> None:
    assert period_of_title(title) is None


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Monthly performance report: September 2009", "2009-09"),
        ("Performance update as at November 2009", "2009-11"),
        ("Quarter 2 (September 2009) performance", "2009-09"),
        ("Performance from April 2009 to September 2009", "2009/10 H1"),
    ],
)
def test_a_month_that_the_title_reports_on_is(title: str, period: str) -> None:
    found = period_of_title(title)
    assert found is not None
    assert found.label == period


def test_results_beside_the_targets_of_a_year_are_not_of_that_year() -> None:
    draft = Draft().line("Performance indicators - Targets 2010/11", bold=True, size=14)
    head: list[C | str] = ["Indicator", "Target", "Actual"]
    paper = draft.table(head, ["Homes let to time (%)", "90", "88"]).read()
    assert {(f.measure, f.period) for f in paper.figures if f.measure != "target"} <= {
        ("actual", None)
    }
