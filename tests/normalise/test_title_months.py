"""Months that a paper's title names: of its figures, or of a meeting."""

from __future__ import annotations

import pytest

from crossfoot.normalise.paper_periods import period_of_title


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
