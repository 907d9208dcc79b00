"""Small words before a period, and headings that name two."""

from __future__ import annotations

import pytest

from crossfoot.normalise.basis import nature_of, result_basis
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
