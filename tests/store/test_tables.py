"""The tables say what the contract's models say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import CheckConstraint, Table, create_engine, insert, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.schema import CreateTable

from crossfoot.schema import values
from crossfoot.schema.finding import Finding, FindingCell, Link
from crossfoot.schema.paper import Document, Load
from crossfoot.schema.rows import (
    Action,
    ActionMonth,
    CellRow,
    Figure,
    Indicator,
    Legend,
    Series,
    StatusEntry,
    Summary,
)
from crossfoot.store import tables
from crossfoot.store.database import Store
from crossfoot.store.load import load_paper
from crossfoot.store.types import ExactDecimal, UtcTimestamp, as_number
from tests.conftest import Backend

from .store_papers import whole_paper

MODELS: dict[str, Any] = {
    "documents": Document,
    "series": Series,
    "indicators": Indicator,
    "statuses": StatusEntry,
    "figures": Figure,
    "actions": Action,
    "action_months": ActionMonth,
    "summaries": Summary,
    "legends": Legend,
    "cells": CellRow,
    "findings": Finding,
    "finding_cells": FindingCell,
    "links": Link,
    "loads": Load,
}
WITHOUT_LOAD = {"links", "loads"}


def published(model: Any) -> list[str]:
    return list(getattr(model, "model_fields", None) or model._fields)


def test_every_relation_of_the_contract_is_a_table() -> None:
    assert {table.name for table in tables.RELATIONS} == set(MODELS)


@pytest.mark.parametrize("table", tables.RELATIONS, ids=lambda table: table.name)
def test_columns_are_the_fields_of_the_model_in_order_and_a_load(table: Table) -> None:
    expected = published(MODELS[table.name])
    if table.name not in WITHOUT_LOAD:
        # What came with a later schema stands at the end, where databases put a new column.
        expected.insert(len(expected) - ("evidence" in expected), "load_id")
    assert [column.name for column in table.columns] == expected


@pytest.mark.parametrize("table", tables.RELATIONS, ids=lambda table: table.name)
def test_a_column_takes_null_exactly_where_the_model_does(table: Table) -> None:
    hints = get_type_hints(MODELS[table.name])
    for name in published(MODELS[table.name]):
        takes_null = type(None) in get_args(hints[name])
        assert table.c[name].nullable == takes_null, name


@pytest.mark.parametrize(
    ("relation", "column", "vocabulary"),
    [
        ("documents", "outcome", values.Outcome),
        ("documents", "council_source", values.Source),
        ("series", "polarity", values.Polarity),
        ("indicators", "status", values.IndicatorStatus),
        ("statuses", "status_carrier", values.Carrier),
        ("figures", "measure", values.Measure),
        ("figures", "basis", values.Basis),
        ("figures", "value_state", values.ValueState),
        ("figures", "source", values.FigureSource),
        ("actions", "status", values.ActionStatus),
        ("actions", "proposed_due_precision", values.Precision),
        ("summaries", "subject", values.Subject),
        ("summaries", "status", values.AnyStatus),
        ("findings", "severity", values.Severity),
        ("links", "kind", values.LinkKind),
    ],
)
def test_a_vocabulary_is_checked_by_the_database(
    relation: str, column: str, vocabulary: Any
) -> None:
    table = next(t for t in tables.RELATIONS if t.name == relation)
    (check,) = (
        rule
        for rule in table.constraints
        if isinstance(rule, CheckConstraint) and str(rule.sqltext).startswith(f"{column} = '")
    )
    words = [repr(word) for word in get_args(vocabulary)]
    assert str(check.sqltext) == " OR ".join(f"{column} = {word}" for word in words)
    listed = check.sqltext.compile(dialect=postgresql.dialect())
    assert str(listed) == f"{column} IN ({', '.join(words)})"


def test_a_value_beside_a_dash_is_refused_by_the_database(store: Store, load_id: str) -> None:
    load_paper(store, whole_paper(), load_id)
    figures = tables.figures
    with pytest.raises(IntegrityError), store.engine.begin() as connection:
        connection.execute(
            figures.update().where(figures.c.value_state == "dash").values(value=Decimal(1))
        )


def test_two_cells_in_one_place_are_refused_by_the_database(store: Store, load_id: str) -> None:
    load_paper(store, whole_paper(), load_id)
    cells = tables.cells
    with pytest.raises(IntegrityError), store.engine.begin() as connection:
        row = connection.execute(select(cells)).mappings().first()
        assert row is not None
        connection.execute(insert(cells).values({**row, "cell_id": "another"}))


@pytest.mark.parametrize("table", tables.RELATIONS, ids=lambda table: table.name)
def test_postgresql_gets_exact_numbers_and_times_with_a_zone(table: Table) -> None:
    script = str(CreateTable(table).compile(dialect=postgresql.dialect()))
    for column in table.columns:
        if isinstance(column.type, ExactDecimal):
            assert f"{column.name} NUMERIC" in script
        if isinstance(column.type, UtcTimestamp):
            assert f"{column.name} TIMESTAMP WITH TIME ZONE" in script


finite = st.decimals(allow_nan=False, allow_infinity=False)


@given(finite)
def test_a_decimal_comes_back_digit_for_digit(value: Decimal) -> None:
    kind, sqlite = ExactDecimal(), create_engine("sqlite://").dialect
    stored = kind.process_bind_param(value, sqlite)
    back = kind.process_result_value(stored, sqlite)
    assert back == value
    assert back is not None
    assert not back.is_signed() or back != 0
    if value.as_tuple().exponent in range(-30, 1):
        assert back.as_tuple().exponent == value.as_tuple().exponent


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity")])
def test_a_decimal_that_is_no_number_is_refused(value: Decimal) -> None:
    with pytest.raises(ValueError, match="finite"):
        ExactDecimal().process_bind_param(value, create_engine("sqlite://").dialect)


def test_figures_sort_as_numbers_when_asked_to(store: Store, load_id: str) -> None:
    load_paper(store, whole_paper(), load_id)
    value = tables.summaries.c.percentage
    with store.engine.begin() as connection:
        for number in ("9", "100"):
            row = dict(connection.execute(select(tables.summaries)).mappings().first() or {})
            row |= {"summary_id": number, "percentage": Decimal(number)}
            connection.execute(insert(tables.summaries).values(row))
        query = select(value).order_by(as_number(value))
        assert list(connection.execute(query).scalars()) == [
            Decimal(9),
            Decimal("12.50"),
            Decimal(100),
        ]


def test_times_are_kept_in_utc(store: Store, backend: Backend) -> None:
    summer = datetime(2021, 7, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    row = {"load_id": "1", "reader_version": "1", "papers": 0, "rows": 0, "outcome": "running"}
    with store.engine.begin() as connection:
        connection.execute(insert(tables.loads).values({**row, "started_at": summer}))
        stored = connection.execute(select(tables.loads.c.started_at)).scalar()
        kept = connection.exec_driver_sql("SELECT started_at FROM loads").scalar()
    assert stored == summer
    assert stored is not None
    assert stored.tzinfo == UTC
    assert kept == "2021-07-01 08:30:00.000000" if backend == "sqlite" else kept == summer


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    row = {"load_id": "1", "reader_version": "1", "papers": 0, "rows": 0, "outcome": "running"}
    with pytest.raises(StatementError, match="time zone"), store.engine.begin() as connection:
        naive = datetime(2021, 7, 1)
        connection.execute(insert(tables.loads).values({**row, "started_at": naive}))
