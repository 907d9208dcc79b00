"""Parquet, read by those who read it: pyarrow, DuckDB and pandas give the rows of the store."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from sqlalchemy import select

from crossfoot.schema.relations import described, meanings
from crossfoot.store import export_parquet, tables
from crossfoot.store.database import Store
from crossfoot.store.export import export
from crossfoot.store.fastpath import fields
from crossfoot.store.load import finish_load, load_paper, start_load
from tests.conftest import Backend

from .store_papers import cell, document, figure, paper_of, whole_paper

#: Texts, and exact decimals that a binary float cannot hold.
HARD = ("=1+1", "'quoted", " padded ", "a\nb", "007", "null", "caf\u00e9 \U0001d4b6", "\ufeff")
VALUES = ("0.1", "-1234.50", "123456789012345678.0123456789", "0")


@pytest.fixture
def backend() -> Backend:
    """SQLite alone: another database gives the same bytes, which is tested elsewhere."""
    return "sqlite"


@pytest.fixture
def filled(store: Store) -> Store:
    load_id = start_load(store, "1")
    load_paper(store, whole_paper("a.pdf"), load_id)
    paper = document("hard.pdf")
    figures = [
        figure(paper, "2018/19", text, row=row, value=Decimal(text), value_state="value")
        for row, text in enumerate(VALUES, start=2)
    ]
    of = {"indicator_id": figures[0].indicator_id}
    rows = [figure.model_copy(update=of) for figure in figures]
    cells = [cell(paper, row, 1, text) for row, text in enumerate(HARD, start=1)]
    load_paper(store, paper_of(paper, rows, cells=cells), load_id)
    finish_load(store, load_id, papers=2, rows=30)
    return store


def stored(store: Store, relation: str) -> list[tuple[Any, ...]]:
    table = tables.metadata.tables[relation]
    with store.read() as connection:
        rows = connection.execute(select(*(table.c[name] for name in fields(table))))
        return sorted(map(tuple, rows), key=repr)


def _of_pandas(value: Any) -> Any:
    if value is None or value is pandas.NA or value is pandas.NaT:
        return None
    return value.to_pydatetime() if isinstance(value, pandas.Timestamp) else value


def _plain(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Decimals without the nought that the column's scale adds; moments in UTC."""
    return tuple(
        value.normalize() + 0
        if isinstance(value, Decimal)
        else value.astimezone(UTC)
        if isinstance(value, datetime)
        else value
        for value in row
    )


def test_every_reader_gives_the_rows_of_the_store(filled: Store, tmp_path: Path) -> None:
    for file in export(filled, tmp_path / "out", "parquet", include_loads=True):
        if file.stem not in tables.metadata.tables:
            continue
        expected = sorted(map(_plain, stored(filled, file.stem)), key=repr)
        arrow = [tuple(row.values()) for row in pq.read_table(file).to_pylist()]
        with duckdb.connect() as database:
            rows = database.sql(f"FROM '{file}'").to_arrow_table().to_pylist()
        duck = [tuple(row.values()) for row in rows]
        frame = pandas.read_parquet(file, dtype_backend="pyarrow")
        panda = [tuple(map(_of_pandas, row)) for row in frame.itertuples(index=False, name=None)]
        for found in (arrow, duck, panda):
            assert sorted(map(_plain, found), key=repr) == expected, file.stem


def test_decimals_are_exact_to_the_last_digit(filled: Store, tmp_path: Path) -> None:
    export(filled, tmp_path, "parquet")
    values = set(pq.read_table(tmp_path / "figures.parquet")["value"].to_pylist())
    assert {Decimal(text) for text in VALUES} <= values


def test_times_are_in_utc(filled: Store, tmp_path: Path) -> None:
    export(filled, tmp_path, "parquet", include_loads=True)
    kind = pq.read_schema(tmp_path / "loads.parquet").field("started_at").type
    assert kind == pa.timestamp("us", tz="UTC")


def test_the_metadata_says_what_each_column_means(filled: Store, tmp_path: Path) -> None:
    for file in export(filled, tmp_path, "parquet"):
        schema = pq.read_schema(file)
        assert schema.metadata[b"description"].decode() == described(file.stem)
        for field in schema:
            words = field.metadata[b"description"].decode()
            assert words == meanings(file.stem)[field.name].description


def test_rows_are_sorted_and_in_groups_of_one_size(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_parquet, "ROW_GROUP", 4)
    monkeypatch.setattr("crossfoot.store.export.BATCH", 3)
    export(filled, tmp_path, "parquet")
    file = pq.ParquetFile(tmp_path / "cells.parquet")
    groups = [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)]
    assert groups == [4, 4, 2]
    order = ("document_id", "page", "table_no", "row_no", "col_no", "fragment")
    places = [tuple(row[name] for name in order) for row in file.read().to_pylist()]
    assert places == sorted(places)
    file.close()
