"""Further ways in which headings and titles write periods, and what they leave open."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.normalise.basis import nature_of, result_basis
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.headings import load_headings
from crossfoot.normalise.months import last_day
from crossfoot.normalise.periods import find_period, parse_period
from crossfoot.normalise.spans import day, financial_year
from crossfoot.normalise.year_parts import YearPart
from tests.normalise.paper_builder import Draft
from tests.normalise.test_measures import said, settled

READER = HeadingReader(load_headings())


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("2004/5", "2004/05"),
        ("2007-8", "2007/08"),
        ("30/9/10", "2010-09-30"),
        ("As at 31/03/09", "2009-03-31"),
        ("30.09.10", "2010-09-30"),
        ("Period 12 2018/19", "2019-03"),
        ("P1 2018/19", "2018-04"),
        ("Rolling 12 months to Jun 18", "12 months to 2018-06-30"),
        ("Quarter ended 30 June 2018", "2018/19 Q1"),
        ("Three months to September 2018", "2018/19 Q2"),
        ("9 months to 31 December 2018", "2018-04 to 2018-12"),
        ("Half year ended 30 September 2018", "2018/19 H1"),
        ("Year ended 31 March 2018", "2017/18"),
        ("Apr 18", "2018-04"),
    ],
)
def test_a_heading_names_its_period_in_many_ways(heading: str, period: str) -> None:
    found = READER.read(heading).period
    assert found is not None
    assert found.label == period


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Quarter Two", YearPart("quarter", 2, 2)),
        ("Quater 3 Actual", YearPart("quarter", 3, 3)),
        ("Quarter ended 31 March", YearPart("quarter", 4, 4)),
        ("Six months to September", YearPart("months", 4, 9)),
        ("As at 30 September", YearPart("day", 9, 30)),
        ("P6", YearPart("months", 9, 9, counted=True)),
        ("Month 12", YearPart("months", 3, 3, counted=True)),
    ],
)
def test_a_part_without_its_year_waits_for_it(heading: str, part: YearPart) -> None:
    assert READER.read(heading).part == part


@pytest.mark.parametrize(
    "heading",
    ["2019/10", "March 31", "p6", "P1-P6", "Quarter ended 12 June", "FY18", "P13", "1.1.10"],
)
def test_what_may_mean_something_else_is_no_period(heading: str) -> None:
    assert not READER.read(heading).known


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Performance report Period 6 2010/11", "2010-09"),
        ("Performance report Quarter 2 (Period 6) 2010/11", "2010/11 Q2"),
        ("Report for the half year ended 30 September 2018", "2018/19 H1"),
    ],
)
def test_a_title_that_numbers_its_period_does_not_speak_of_the_year(
    title: str, period: str
) -> None:
    found = find_period(title)
    assert found is not None
    assert found.label == period


@settings(deadline=None)
@given(st.integers(2000, 2029))
def test_a_year_with_one_digit_after_the_stroke_is_the_year_with_two(year: int) -> None:
    found = parse_period(f"{year}/{(year + 1) % 10}")
    assert found is not None
    assert found[0] == financial_year(year)


@settings(deadline=None)
@given(st.dates(date(2000, 1, 1), date(2079, 12, 31)))
def test_a_short_date_is_the_day_it_prints(value: date) -> None:
    found = parse_period(f"{value.day}/{value.month}/{value:%y}")
    assert found is not None
    assert found[0] == day(value)


@settings(deadline=None)
@given(st.integers(2001, 2078), st.integers(1, 12), st.sampled_from(["quarter", "nine months"]))
def test_a_length_of_time_ends_on_its_day(year: int, number: int, length: str) -> None:
    end = last_day(year, number)
    found = parse_period(f"{length} ended {end.day} {end:%B} {end.year}")
    assert found is not None
    assert found[0].end == end
    months = (end.year - found[0].start.year) * 12 + end.month - found[0].start.month + 1
    assert months == (3 if length == "quarter" else 9)


@settings(deadline=None)
@given(st.integers(2001, 2078), st.integers(1, 12))
def test_a_length_of_time_that_ends_within_a_month_is_none(year: int, number: int) -> None:
    end = last_day(year, number) - timedelta(days=1)
    assert parse_period(f"quarter ended {end.day} {end:%B} {end.year}") is None


@pytest.mark.parametrize(
    ("title", "basis"),
    [
        ("Complaints received", "unknown"),
        ("Affordable homes completed", "unknown"),
        ("Empty homes brought back into use", "unknown"),
        ("Households on the housing register", "snapshot"),
        ("People claiming jobseekers allowance", "snapshot"),
        ("Council tax collected", "to_date"),
    ],
)
def test_a_figure_of_a_day_is_a_snapshot_only_of_what_is_there(title: str, basis: str) -> None:
    (column,) = settled("As at 30 September 2019")
    assert result_basis(column, nature_of(None, title)) == basis


def test_days_without_a_year_run_on_to_the_papers_own() -> None:
    columns = settled("As at 31 March", "As at 30 September", stated="2010/11 Q2")
    assert said(columns) == [("actual", "2010-03-31"), ("actual", "2010-09-30")]


def test_a_part_that_another_column_dates_is_not_of_that_year() -> None:
    columns = settled("Q2 2017/18", "Q2", stated="2018/19 Q2")
    assert said(columns) == [("actual", "2017/18 Q2"), ("actual", "2018/19 Q2")]


def test_periods_of_which_there_are_thirteen_are_no_months() -> None:
    assert {c.measure for c in settled("P11", "P12", "P13", caption="Indicators 2018/19")} == {None}
    assert said(settled("P11", "P12", caption="Indicators 2018/19")) == [
        ("actual", "2019-02"),
        ("actual", "2019-03"),
    ]


def test_a_monthly_target_is_that_of_the_latest_month() -> None:
    columns = settled("July", "August", "Monthly target", stated="2019-08")
    assert said(columns)[-1] == ("target", "2019-08")
    columns = settled("Q1", "Q2", "Monthly target", stated="2019/20 Q2")
    assert said(columns)[-1] == (None, None)


def test_a_target_beside_a_years_result_that_is_unclear_is_unclear() -> None:
    assert said(settled("Annual", "Target", stated="2018/19 Q2")) == [(None, None), (None, None)]


def test_a_running_count_as_at_a_day_is_published_without_a_basis() -> None:
    draft = Draft().line("Performance report Quarter 2 2010/11", bold=True)
    draft.table(
        ["Ref", "Indicator", "As at 30 September", "Target 2010/11"],
        ["LI 1", "Complaints received", "61", "100"],
    )
    assert [(f.period, f.basis) for f in draft.read().figures] == [
        ("2010-09-30", "unknown"),
        ("2010/11", "unknown"),
    ]
