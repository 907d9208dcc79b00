"""Which figures compare across years, and which never do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from crossfoot.store.printing import Printing
from crossfoot.store.tracks import by_track, comparable, track_of

from .test_marks import YEAR

QUARTERS = {
    1: ((4, 1), (6, 30)),
    2: ((7, 1), (9, 30)),
    3: ((10, 1), (12, 31)),
    4: ((1, 1), (3, 31)),
}


def quarter(year: int, number: int, basis: str, **values: Any) -> Printing:
    start, end = QUARTERS[number]
    given: dict[str, Any] = {
        "measure": "actual",
        "basis": basis,
        "period": f"{year}/{(year + 1) % 100:02d} Q{number}",
        "period_start": date(year + (number == 4), *start),
        "period_end": date(year + (number == 4), *end),
        "figure_id": f"{year} {number} {basis}",
    }
    return replace(YEAR, **(given | values))


def year(first: int, **values: Any) -> Printing:
    given: dict[str, Any] = {
        "period": f"{first}/{(first + 1) % 100:02d}",
        "period_start": date(first, 4, 1),
        "period_end": date(first + 1, 3, 31),
        "figure_id": f"{first}",
    }
    return replace(YEAR, **(given | values))


def half(first: int, **values: Any) -> Printing:
    given: dict[str, Any] = {
        "measure": "actual",
        "basis": "in_period",
        "period": f"{first}/{(first + 1) % 100:02d} H1",
        "period_start": date(first, 4, 1),
        "period_end": date(first, 9, 30),
        "figure_id": f"{first} half",
    }
    return replace(YEAR, **(given | values))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (year(2018), year(2019)),
        (quarter(2018, 2, "to_date"), quarter(2019, 2, "to_date")),
        (quarter(2018, 2, "in_period"), quarter(2019, 2, "in_period")),
        (quarter(2018, 2, "unknown"), quarter(2019, 2, "unknown")),
        (quarter(2018, 4, "to_date"), quarter(2019, 4, "to_date")),
        # The first quarter alone and counted up are the same days; so are a half and six months.
        (quarter(2018, 1, "in_period"), quarter(2019, 1, "to_date")),
        (half(2018), quarter(2019, 2, "to_date")),
        # A year to date told at the end of June counts the same days as its first quarter.
        (
            year(2018, measure="actual", basis="to_date", speaks_of=date(2018, 6, 30)),
            quarter(2019, 1, "to_date"),
        ),
        (
            quarter(2018, 1, "rolling", period_start=date(2017, 7, 1)),
            quarter(2018, 2, "rolling", period_start=date(2017, 10, 1)),
        ),
        (quarter(2018, 1, "snapshot"), quarter(2018, 3, "snapshot")),
        # A result at the end of a year, whatever it counts.
        (year(2018, basis="rolling"), year(2019)),
        (year(2018, basis="snapshot"), year(2019, basis="snapshot")),
        # February ends on the 28th or on the 29th.
        (
            quarter(2019, 4, "to_date", period_end=date(2020, 2, 29)),
            quarter(2020, 4, "to_date", period_end=date(2021, 2, 28)),
        ),
    ],
)
def test_these_compare(one: Printing, other: Printing) -> None:
    assert track_of(one) == track_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A quarter is never a year's result, not even the fourth counted up.
        (year(2018), quarter(2018, 4, "to_date")),
        (year(2018), quarter(2018, 4, "in_period")),
        (year(2018), quarter(2018, 4, "rolling")),
        (year(2018), quarter(2018, 4, "unknown")),
        (year(2018), quarter(2018, 4, "annual")),
        (year(2018), half(2018)),
        (year(2018), year(2018, speaks_of=date(2018, 7, 31))),
        (year(2018), year(2018, measure="actual", basis="to_date")),
        (quarter(2018, 1, "to_date"), quarter(2018, 2, "to_date")),
        (quarter(2018, 2, "to_date"), quarter(2019, 2, "in_period")),
        (quarter(2018, 2, "to_date"), quarter(2019, 2, "unknown")),
        (quarter(2018, 1, "to_date"), quarter(2019, 1, "unknown")),
        (quarter(2018, 1, "to_date"), quarter(2019, 1, "rolling")),
        (quarter(2018, 1, "to_date"), quarter(2019, 1, "snapshot")),
        (
            quarter(2018, 1, "rolling", period_start=date(2017, 7, 1)),
            quarter(2019, 1, "rolling"),
        ),
        # A profiled target is no result, and the year's no quarter's.
        (year(2018), year(2018, measure="target")),
        (year(2018, measure="target"), quarter(2018, 1, "to_date", measure="target")),
        (year(2018, measure="target"), year(2018, measure="comparator")),
    ],
)
def test_these_never_do(one: Printing, other: Printing) -> None:
    assert track_of(one) != track_of(other)


@pytest.mark.parametrize(
    ("item", "label"),
    [
        (year(2018), "year-end"),
        (quarter(2018, 1, "to_date"), "Q1 (April to June)"),
        (half(2018), "April to September"),
        (quarter(2018, 2, "to_date"), "April to September"),
        (quarter(2018, 2, "in_period"), "Q2 alone (July to September)"),
        (quarter(2018, 4, "to_date"), "April to March, counted up"),
        (quarter(2018, 3, "unknown"), "Q3, not said how it counts"),
        (quarter(2018, 1, "rolling", period_start=date(2017, 7, 1)), "12 months to a day"),
        (quarter(2018, 1, "snapshot"), "at a day"),
        (
            quarter(2018, 2, "in_period", period_end=date(2018, 7, 31)),
            "July alone",
        ),
        (
            quarter(2018, 2, "to_date", speaks_of=date(2018, 8, 15)),
            "April to 15 August",
        ),
        (quarter(2018, 2, "unknown", period=None), "no period named"),
    ],
)
def test_a_track_says_what_it_counts(item: Printing, label: str) -> None:
    assert track_of(item).label == label


def test_tracks_stand_in_order_of_the_year_and_points_in_order_of_time() -> None:
    points = [
        quarter(2019, 2, "to_date"),
        quarter(2019, 1, "to_date"),
        year(2018),
        quarter(2018, 4, "to_date"),
        quarter(2018, 1, "to_date"),
        year(2017),
        year(2018, measure="target"),
    ]
    assert [
        (track.label, track.measure, [point.period for point in found])
        for track, found in by_track(points)
    ] == [
        ("year-end", "result", ["2017/18", "2018/19"]),
        ("Q1 (April to June)", "result", ["2018/19 Q1", "2019/20 Q1"]),
        ("April to September", "result", ["2019/20 Q2"]),
        ("April to March, counted up", "result", ["2018/19 Q4"]),
        ("year-end", "target", ["2018/19"]),
    ]


def test_a_series_that_prints_a_first_quarter_both_ways_keeps_them_apart() -> None:
    points = [
        quarter(2018, 1, "to_date"),
        quarter(2018, 1, "in_period"),
        quarter(2019, 1, "in_period"),
    ]
    assert [
        (track.label, [point.period for point in found]) for track, found in by_track(points)
    ] == [
        ("Q1 alone (April to June)", ["2018/19 Q1", "2019/20 Q1"]),
        ("April to June, counted up", ["2018/19 Q1"]),
    ]


def test_what_compares_with_a_quarter_are_the_same_quarters() -> None:
    points = [quarter(2019, 1, "to_date"), quarter(2018, 2, "to_date"), year(2018)]
    found = comparable(points, quarter(2020, 1, "to_date"))
    assert [point.period for point in found] == ["2019/20 Q1"]
