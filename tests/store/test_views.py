"""The views say what ``crossfoot trend`` says, of today and of any day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Table, inspect, select

from crossfoot.store.database import Store, open_store
from crossfoot.store.series import every_series
from crossfoot.store.trend import Trend, TrendPoint, trend
from crossfoot.store.view_making import VERSIONS, digest
from crossfoot.store.views import VIEWS
from crossfoot.store.views import series_as_of as as_of
from crossfoot.store.views import series_latest as latest

from .made_up_vintages import DAYS, fill

A_DAY = timedelta(days=1)


def followed(store: Store, day: date | None) -> Trend:
    ids = [head.series_id for head in every_series(store)]
    return trend(store, ids, all_points=True, as_of=day)


def shown(found: Trend) -> list[TrendPoint]:
    return [point for point in found.points if point.value_state != "blank"]


def rows(store: Store, query: Any) -> list[Any]:
    with store.read() as connection:
        return list(connection.execute(query))


def other_value(point: TrendPoint) -> str | None:
    """The last other printing of its kind, beyond rounding."""
    return next(
        (
            item.figure_id
            for item in point.vintages
            if None not in (item.value, point.value)
            and item.source == point.source
            and item.change not in ("same", "rounding")
        ),
        None,
    )


def of_latest(points: Iterable[TrendPoint]) -> set[tuple[Any, ...]]:
    return {
        (
            *(point.series_id, point.measure, point.basis, point.period, point.speaks_of),
            *(point.figure_id, point.value, point.decimals, point.value_state),
            *(point.decided_by, point.target, point.target_figure_id, other_value(point)),
            point.status,
        )
        for point in points
    }


def in_latest(store: Store) -> list[tuple[Any, ...]]:
    names = (
        *("series_id", "measure", "basis", "period", "speaks_of"),
        *("figure_id", "value", "decimals", "value_state"),
        *("decided_by", "target", "target_figure_id", "other_figure_id", "status"),
    )
    return [tuple(row) for row in rows(store, select(*(latest.c[name] for name in names)))]


def in_as_of(store: Store, day: date) -> list[tuple[Any, ...]]:
    c = as_of.c
    known = (c.known_from <= day) & (c.known_until.is_(None) | (c.known_until > day))
    return [tuple(row) for row in rows(store, select(c.figure_id, c.decided_by).where(known))]


@pytest.mark.parametrize("seed", range(5))
def test_what_stands_now_is_what_the_trend_shows(store: Store, seed: int) -> None:
    fill(store, seed)
    found = in_latest(store)
    expected = of_latest(shown(followed(store, None)))
    assert len(found) == len(set(found)) > 30
    assert set(found) == expected


@pytest.mark.parametrize("seed", range(5, 10))
def test_what_was_known_on_a_day_is_what_the_trend_of_that_day_shows(
    store: Store, seed: int
) -> None:
    fill(store, seed)
    for day in (DAYS[0] - A_DAY, *DAYS, *(day + A_DAY for day in DAYS)):
        found = in_as_of(store, day)
        expected = {(point.figure_id, point.decided_by) for point in shown(followed(store, day))}
        assert len(found) == len(set(found))
        assert set(found) == expected, day


def test_the_text_of_the_views_is_the_one_that_stores_of_this_version_have() -> None:
    assert list(VERSIONS.values())[-1] == digest(), (
        "stores keep the views they were made with: a new text needs a new schema version, with a "
        "migration that may be empty, and a line in VERSIONS"
    )


def test_the_columns_are_those_that_the_database_has(store: Store) -> None:
    with store.read() as connection:
        look = inspect(connection)
        for view in VIEWS:
            assert [each["name"] for each in look.get_columns(view.name)] == view.columns.keys()


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
@pytest.mark.parametrize("column", ["series_id", "code"])
def test_one_series_is_read_by_its_index(sqlite_url: str, view: Table, column: str) -> None:
    with open_store(sqlite_url, create=True) as store, store.read() as connection:
        query = f"EXPLAIN QUERY PLAN SELECT * FROM {view.name} WHERE {column} = 'BV9'"
        plan = [row[3] for row in connection.exec_driver_sql(query)]
    whole = [step for step in plan if re.fullmatch(r"SCAN (f|d|s|i|t|figures)( USING.*)?", step)]
    assert not whole
    assert any(f"({column}=?" in step for step in plan)
