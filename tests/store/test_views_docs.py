"""The queries of docs/sql.md, as they stand there, on SQLite, PostgreSQL and DuckDB."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pytest
from sqlalchemy import Table, make_url

from crossfoot.schema.finding import FindingCell, make_finding
from crossfoot.schema.page import Box
from crossfoot.schema.relations import models
from crossfoot.store import tables
from crossfoot.store.database import open_store
from crossfoot.store.export import export
from crossfoot.store.load import load_paper, start_load
from crossfoot.store.own import EVERY_TABLE
from crossfoot.store.types import ExactDecimal
from crossfoot.store.views import VIEWS
from tests.conftest import NewDatabase

from .made_up_vintages import fill
from .store_papers import YEARS, document, figure, indicator, paper_of, series

PAGE = Path(__file__).parents[2] / "docs" / "sql.md"
QUERIES = re.findall(r"^```sql\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.M)
Ask = Callable[[str], list[tuple[Any, ...]]]


def fill_store(url: str) -> None:
    """Vintages of all kinds, a target missed year after year, a figure that an audit speaks of."""
    with open_store(url, create=False) as store:
        fill(store, 1)
        fill(store, 2)
        load_id = start_load(store, "1")
        first = document("first.pdf", published_on=date(2019, 7, 1), council="Anywhere Council")
        load_paper(store, paper_of(first, [figure(first, "2018/19", "95.0%")]), load_id)
        later = document("later.pdf", published_on=date(2020, 7, 1), council="Anywhere Council")
        years = [year for year in YEARS if " " not in year]
        results = [figure(later, year, f"9{number}.0%") for number, year in enumerate(years)]
        targets = [figure(later, year, "99%", measure="target") for year in years]
        remark = make_finding(
            "figure.restated",
            "error",
            later.document_id,
            "91.0%, in July 2019 95.0%",
            place=(2, Box(1.0, 2.0, 3.0, 4.0)),
        )
        paper = paper_of(
            later,
            [*results, *targets],
            series=[series(later)],
            indicators=[indicator(later)],
            findings=[remark],
            finding_cells=[FindingCell(finding_id=remark.finding_id, cell_id=results[0].cell_id)],
        )
        load_paper(store, paper, load_id)


@pytest.fixture
def asked(new_database: NewDatabase, tmp_path: Path) -> dict[str, Ask]:
    """A way to ask each of the three, all with the same content."""
    urls = {
        "sqlite": new_database("sqlite", with_schema=True),
        "postgresql": new_database("postgresql", with_schema=True),
    }
    for url in urls.values():
        fill_store(url)
    with open_store(urls["postgresql"], create=False) as store:
        export(store, tmp_path / "warehouse", "parquet")

    def sqlite(query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(str(make_url(urls["sqlite"]).database))) as connection:
            return connection.execute(query).fetchall()

    def postgresql(query: str) -> list[tuple[Any, ...]]:
        server = make_url(urls["postgresql"]).set(drivername="postgresql")
        with psycopg.connect(server.render_as_string(hide_password=False)) as connection:
            return connection.execute(query.encode()).fetchall()

    def duck(query: str) -> list[tuple[Any, ...]]:
        with duckdb.connect() as connection:
            for file in (tmp_path / "warehouse").glob("*.parquet"):
                connection.execute(f"CREATE VIEW {file.stem} AS SELECT * FROM '{file}'")
            return connection.execute(query).fetchall()

    return {"sqlite": sqlite, "postgresql": postgresql, "duckdb": duck}


def plain(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Dates as text, exact numbers as numbers: what the three differ in is written on the page."""
    return [
        tuple(
            str(value)
            if isinstance(value, date)
            else float(value)
            if isinstance(value, Decimal)
            else value
            for value in row
        )
        for row in rows
    ]


def test_there_are_three_queries_for_each_view() -> None:
    for view in VIEWS:
        assert sum(f"FROM {view.name}" in query for query in QUERIES) == 3


def test_every_query_of_the_page_gives_the_same_on_all_three(asked: dict[str, Ask]) -> None:
    for query in QUERIES:
        # Where nulls stand in an order is the one thing in which the three differ.
        answers = {name: sorted(plain(ask(query)), key=repr) for name, ask in asked.items()}
        assert answers["sqlite"], query
        assert answers["postgresql"] == answers["sqlite"], query
        assert answers["duckdb"] == answers["sqlite"], query


def test_the_answers_are_those_that_the_page_speaks_of(asked: dict[str, Ask]) -> None:
    rate, changed, missed, known, replaced, undated = (asked["sqlite"](each) for each in QUERIES)
    mine = "Anywhere Council"
    assert [row for row in rate if row[0] == mine][:2] == [
        (mine, "2017/18", 90.0, "later.pdf", 2),
        (mine, "2018/19", 91.0, "later.pdf", 2),
    ]
    assert [row for row in changed if row[0] == mine] == [
        (
            *(mine, "BV9", "2018/19", "outturn", 95.0, "first.pdf", 2, 91.0, "later.pdf", 2),
            "91.0%, in July 2019 95.0%",
        )
    ]
    assert [row[-1] for row in missed if row[0] == mine] == ["2019/20", "2020/21"]
    assert [row[3:5] for row in known if row[0] == mine][1] == ("2018/19", 91.0)
    assert [row for row in replaced if row[0] == mine] == [
        (mine, "BV9", "outturn", "2018/19", "2020-07-01", 95.0, 91.0, "later.pdf", 2)
    ]
    assert all(mine != row[0] and row[2] > 0 for row in undated)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_exported_views_are_the_views(asked: dict[str, Ask], view: Table) -> None:
    exact = [column.name for column in view.columns if isinstance(column.type, ExactDecimal)]
    names = ", ".join(column.name for column in view.columns if column.name not in exact)
    numbers = ", ".join(f"CAST({name} AS DECIMAL(20, 6)) AS {name}" for name in exact)
    order = "figure_id, known_from NULLS FIRST" if "known_from" in view.c else "figure_id"
    query = f"SELECT {names}, {numbers} FROM {view.name} ORDER BY {order}"
    answers = [plain(ask(query)) for ask in asked.values()]
    assert len(answers[0]) > 50
    assert answers[0] == answers[1] == answers[2]


def test_the_page_names_every_relation() -> None:
    text = PAGE.read_text(encoding="utf-8")
    named = {table.name for table in (*EVERY_TABLE, *VIEWS)}
    assert all(f"`{name}`" in text for name in named)
    assert {table.name for table in (*tables.RELATIONS, *VIEWS)} | {"rewritten"} == set(models())
