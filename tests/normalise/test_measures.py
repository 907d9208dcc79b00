"""Which column measures what over which period; what is unclear is not taken."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crossfoot.normalise.basis import nature_of, result_basis, target_basis
from crossfoot.normalise.captions import read_caption
from crossfoot.normalise.columns import Column, column_from
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.headings import load_headings
from crossfoot.normalise.measures import Times, current_column, settle
from crossfoot.normalise.spans import period_from_label

READER = HeadingReader(load_headings())


def settled(*headings: str, stated: str | None = None, caption: str = "") -> list[Column]:
    columns = [column_from(READER, i, i, [text]) for i, text in enumerate(headings, start=1)]
    period = period_from_label(stated) if stated else None
    return list(settle(columns, Times(period, read_caption(caption))))


def said(columns: list[Column]) -> list[tuple[str | None, str | None]]:
    return [(c.measure, c.period.label if c.period else None) for c in columns]


def test_a_bare_year_is_an_outturn_whatever_the_word() -> None:
    columns = settled("Outturn 2017/18", "2018/19 Achieved", "Actual 2019/20", "2016/17")
    assert {measure for measure, _ in said(columns)} == {"outturn"}


def test_a_year_that_is_not_over_in_the_papers_period_is_an_actual_to_date() -> None:
    (column,) = settled("Actual 2019/20", stated="2019/20 Q2")
    assert (column.measure, column.stated_basis) == ("actual", "to_date")


def test_a_quarter_without_a_year_takes_the_tables_year() -> None:
    columns = settled("Q1", "Q2", "Target", caption="Key Performance Indicators 2013/14")
    assert said(columns) == [
        ("actual", "2013/14 Q1"),
        ("actual", "2013/14 Q2"),
        ("target", "2013/14"),
    ]


def test_columns_without_any_period_take_the_papers() -> None:
    assert said(settled("Target", "Actual", stated="2012/13 Q3")) == [
        ("target", "2012/13 Q3"),
        ("actual", "2012/13 Q3"),
    ]


@pytest.mark.parametrize("headings", [("Q1", "Annual Target"), ("Actual",), ("Target",)])
def test_where_no_year_is_named_nothing_is_taken(headings: tuple[str, ...]) -> None:
    assert all(column.measure is None for column in settled(*headings))


def test_a_target_beside_an_older_outturn_and_an_unclear_result_is_unclear() -> None:
    columns = settled("Outturn 2008/09", "Target", "Performance")
    assert [column.measure for column in columns] == ["outturn", None, None]


def test_two_columns_that_say_the_same_are_both_unclear() -> None:
    columns = settled("Actual", "Result", "Target", stated="2012/13 Q3")
    assert [column.measure for column in columns[:2]] == [None, None]


def test_a_previous_result_without_a_name_has_no_period_and_with_one_is_that_periods() -> None:
    columns = settled("Last year", "Previous year 2008/09", stated="2009/10 Q1")
    assert said(columns) == [("previous", None), ("outturn", "2008/09")]


def test_the_current_column_is_the_latest_result() -> None:
    columns = settled("Outturn 2018/19", "Q1 2019/20", "Target 2019/20")
    assert current_column(columns) == 1


@pytest.mark.parametrize(
    ("code", "title", "nature"),
    [
        ("bv9", "Council Tax collected %", "collection"),
        (None, "Percentage of business rates collected", "collection"),
        ("bv12", "Working Days Lost (Rolling Annual Figure)", "rolling"),
        (None, "Visits (cumulative)", "cumulative"),
        (None, "Households in temporary accommodation at end of quarter", "snapshot"),
        ("bv8", "Invoices paid within 30 days", None),
    ],
)
def test_what_is_known_of_an_indicator(code: str | None, title: str, nature: str | None) -> None:
    assert nature_of(code, title) == nature


def test_a_collection_rates_target_far_below_its_year_ends_is_profiled() -> None:
    columns = settled("Outturn 2018/19", "Q1 2019/20", "Target 2019/20")
    quarter, target = columns[1], columns[2]
    ends = [Decimal("98.5")]
    assert result_basis(quarter, "collection") == "to_date"
    assert target_basis(target, "collection", Decimal("24.6"), columns, ends) == "to_date"
    assert target_basis(target, "collection", Decimal("98.5"), columns, ends) == "annual"
    assert target_basis(target, "collection", Decimal("24.6"), columns, []) == "unknown"
    assert target_basis(target, None, Decimal("24.6"), columns, ends) == "unknown"


def test_a_years_target_beside_the_years_outturn_is_annual() -> None:
    columns = settled("Achieved 2019/20", "Target 2019/20")
    assert target_basis(columns[1], None, Decimal(1), columns, []) == "annual"


@pytest.mark.parametrize(
    "heading",
    ["No. 2018/19", "PI 2018/19", "2018/19 Revised", "Quarter 2018/19"],
)
def test_words_of_no_period_beside_a_year_leave_a_column_unknown(heading: str) -> None:
    (column,) = settled(heading, stated="2018/19 Q2")
    assert (column.family, column.measure) == (None, None)
