"""Small words before a period, and headings that name two."""

from __future__ import annotations

import pytest

from crossfoot.normalise.basis import nature_of, result_basis
from crossfoot.normalise.heading_text import heading_reader
from tests.normalise.paper_builder import C, Draft
from tests.normalise.test_measures import said, settled


@pytest.mark.parametrize(
    ("heading", "basis", "period"),
    [
        ("2018/19 Actual to Q3", "to_date", "2018/19 Q3"),
        ("2019/20 to Dec", "to_date", "2019-12"),
        ("Up to Q3 2019/20", "to_date", "2019/20 Q3"),
        ("YTD Dec 2019", "to_date", "2019-12"),
        ("Cumulative to Q3 2019/20", "to_date", "2019/20 Q3"),
        ("Actual at 31 March 2019", "unknown", "2019-03-31"),
        ("As at end of Q1 2019/20", "unknown", "2019/20 Q1"),
        ("End of March 2019", "unknown", "2019-03"),
        ("As at March 2019", "unknown", "2019-03"),
        ("Q3 2019/20", "in_period", "2019/20 Q3"),
        ("April to June 2019", "in_period", "2019/20 Q1"),
    ],
)
def test_small_words_before_a_period_say_its_basis(heading: str, basis: str, period: str) -> None:
    (column,) = settled(heading, stated="2019/20 Q3")
    assert (column.measure, column.period and column.period.label) == ("actual", period)
    assert result_basis(column, None) == basis


def test_what_is_collected_within_the_year_is_to_date_on_any_day() -> None:
    (column,) = settled("Actual at 30 September 2019")
    assert result_basis(column, nature_of("bv9", None)) == "to_date"


@pytest.mark.parametrize("heading", ["Q4 / Outturn 2019/20", "Q4 Outturn 2019/20"])
def test_a_fourth_quarter_that_is_the_years_outturn_is_the_outturn(heading: str) -> None:
    assert said(settled(heading, stated="2019/20")) == [("outturn", "2019/20")]


@pytest.mark.parametrize(
    "heading",
    ["Q2 / Outturn 2019/20", "Q3 (2018/19 outturn)", "Q4 / Actual 2019/20", "Half year outturn"],
)
def test_a_quarter_with_another_periods_measure_is_unclear(heading: str) -> None:
    (column,) = settled(heading, stated="2019/20")
    assert column.measure is None


def test_several_quarters_headed_as_outturns_are_none_of_them_the_years() -> None:
    columns = settled("Q3 Outturn", "Q4 Outturn", stated="2019/20")
    assert [column.measure for column in columns] == [None, None]


@pytest.mark.parametrize(
    "heading",
    [
        "Apr 09 to date",
        "April 2009 to date",
        "Since 1 April 2009",
        "Since 2008/09",
        "Since Q1 2009/10",
    ],
)
def test_a_heading_that_names_the_beginning_of_its_time_is_not_of_that_time(heading: str) -> None:
    assert not heading_reader().read(heading).known


@pytest.mark.parametrize("heading", ["2009/10 to date", "Q2 2009/10 YTD", "Apr-Sep 2009"])
def test_a_heading_that_names_the_time_run_through_is_of_it(heading: str) -> None:
    assert heading_reader().read(heading).period is not None


def test_a_comparison_to_a_year_is_no_result_of_other_councils() -> None:
    assert not heading_reader().read("Comparison to 2008/09").known
    assert heading_reader().read("Comparison 2008/09").meaning == "comparator"


def test_twelve_months_are_rolling_whatever_the_indicator() -> None:
    head: list[C | str] = ["Indicator", "12 months to Sept 2009", "Target 2009/10"]
    paper = Draft().table(head, ["Council tax collected (%)", "97.1", "98.0"]).read()
    assert [each.basis for each in paper.figures if each.measure == "actual"] == ["rolling"]
