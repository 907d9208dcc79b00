"""Sentences that say, or do not say, which period a paper is about."""

from __future__ import annotations

import pytest

from crossfoot.normalise.spoken_periods import spoken_period


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("This report sets out performance for Quarter 2 2009/10", "2009/10 Q2"),
        ("This is the performance report to the end of September 2009", "2009-09"),
        ("Performance in the first quarter of 2009/10 is shown below", "2009/10 Q1"),
        ("Performance report for July to September 2009", "2009/10 Q2"),
        ("This report covers Quarter 2 of 2009/10", "2009/10 Q2"),
        ("The following table shows performance for Quarter 2 2009/10", "2009/10 Q2"),
        ("Members are asked to consider performance for Quarter 2 2009/10", "2009/10 Q2"),
    ],
)
def test_a_sentence_about_the_report_tells_its_period(sentence: str, period: str) -> None:
    found = spoken_period([sentence])
    assert found is not None
    assert found.label == period


@pytest.mark.parametrize(
    "sentence",
    [
        "The next report, for Quarter 3 2009/10, will be in March",
        "This report shows results from the residents' survey in June 2019",
        "The results of the satisfaction survey in Quarter 1 2019/20 are below",
        "This report sets out the results of the inspection in May 2018",
        "The purpose of this report is to provide an update on the peer review in March 2019",
        "This report shows performance data extracted in June 2019",
        "Performance compared to Quarter 2 2008/09 has improved",
        "Performance against the same period in April to September 2008 has improved",
        "The performance report for Quarter 1 2009/10 was considered by Cabinet in September",
        "Targets for Quarter 3 2009/10 will be reported in February",
        "The data for March 2010 was not available when the report was written",
        "Since the last performance report in June 2009 some indicators have changed",
        "The council's performance in December 2008 was affected by snow",
        "Performance report date of meeting: October 2009",
        "In September Cabinet received performance information for Quarter 1 2009/10",
        "The Scrutiny Committee has reviewed the performance report for Quarter 1 2009/10",
        "The progress made during Quarter 1 2009/10 was praised at its last meeting",
        "1 Further to the report for Quarter 1 2009/10, this report sets out progress",
        "The data for Quarter 1 2009/10 has been corrected",
        "An update on the position in Quarter 1 2009/10 was given to Members",
    ],
)
def test_a_sentence_about_another_time_tells_none(sentence: str) -> None:
    assert spoken_period([sentence]) is None


def test_of_two_periods_that_are_spoken_of_neither_is_the_papers() -> None:
    first = "Progress in Quarter 1 2009/10 was good"
    second = "The position at the end of Quarter 2 2009/10 is fair"
    assert spoken_period([first, second]) is None
    found = spoken_period([first, f"This report shows performance for Quarter 2 2009/10. {second}"])
    assert found is not None
    assert found.label == "2009/10 Q2"
