"""Increments, applied as the documentation says, end with what a whole export holds."""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from crossfoot.schema.errors import UsageError
from crossfoot.store import clock, tables
from crossfoot.store.alive import Life, settle
from crossfoot.store.database import Store, open_store
from crossfoot.store.export import export
from crossfoot.store.export_since import IN_INCREMENTS, last_run
from crossfoot.store.findings import findings, set_accepted
from crossfoot.store.links import decision, remove_link, save_link
from crossfoot.store.load import finish_load, load_paper, remove_document, start_load
from crossfoot.store.series import every_series

from .store_papers import document, figure, paper_of, sha, whole_paper
from .stored import mark_same_reports
from .test_export import rows_of

ROOT = Path(__file__).parents[2]
RELATIONS = [table.name for table in tables.RELATIONS if table is not tables.loads]
WHOLE = [name for name in RELATIONS if name not in IN_INCREMENTS]
Rows = dict[str, list[tuple[Any, ...]]]


def documented_sql() -> list[str]:
    """The statements of the documentation, for every relation that they stand for."""
    page = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    block = re.findall(r"^```sql\n(.*?)^```", page, re.DOTALL | re.MULTILINE)[-1]
    found = []
    for part in block.split("\n\n"):
        first = re.search(r"DELETE FROM (\w+)", part)
        others = re.search(r"-- the same two statements for (.*)", part)
        assert first and others
        for name in [first[1], *others[1].split(", ")]:
            code = part[: others.start()].replace(first[1], name)
            found += [statement.strip() for statement in code.split(";") if statement.strip()]
    return found


def test_the_documentation_names_every_relation() -> None:
    page = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    applied = re.findall(r"DELETE FROM (\w+)", "\n".join(documented_sql()))
    assert sorted(applied) == sorted(RELATIONS)
    assert all(f"`{name}`" in page for name in (*RELATIONS, "rewritten"))


class Copy:
    """A warehouse's copy of a store in DuckDB, filled from Parquet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._database = duckdb.connect()

    def fill(self, files: Sequence[Path]) -> None:
        for file in files:
            self._database.execute(f"CREATE TABLE {file.stem} AS FROM '{file}'")

    def apply(self, files: Sequence[Path]) -> None:
        self._database.execute("CREATE SCHEMA changes")
        for file in files:
            self._database.execute(f"CREATE TABLE changes.{file.stem} AS FROM '{file}'")
        self._database.execute("BEGIN")
        for statement in documented_sql():
            self._database.execute(statement)
        self._database.execute("COMMIT")
        self._database.execute("DROP SCHEMA changes CASCADE")

    def rows(self) -> Rows:
        return {
            name: sorted(self._database.execute(f"FROM {name}").fetchall(), key=repr)
            for name in RELATIONS
        }

    def close(self) -> None:
        self._database.close()


def whole(store: Store, folder: Path) -> Rows:
    with closing(Copy(folder)) as fresh:
        fresh.fill(export(store, folder / "whole", "parquet"))
        return fresh.rows()


@contextmanager
def run(store: Store) -> Iterator[str]:
    load_id = start_load(store, "1")
    yield load_id
    finish_load(store, load_id, papers=0, rows=0)


NAMES = ("a.pdf", "b.pdf", "c.pdf")


def _ingest(store: Store, name: str, year: int) -> None:
    with run(store) as load_id:
        load_paper(store, whole_paper(name, published_on=date(2018 + year, 7, 1)), load_id)


def _reread(store: Store, name: str, year: int) -> None:
    paper = document(name, reader_version=str(year), title=f"read by {year}")
    values = [figure(paper, "2018/19", f"9{year}.0%"), figure(paper, "2019/20", "-")]
    with run(store) as load_id:
        load_paper(store, paper_of(paper, values, series=whole_paper(name).series), load_id)


def _other_code(store: Store, name: str, year: int) -> None:
    paper = document(name, council="Bromsgrove District Council")
    values = [figure(paper, "2018/19", f"1{year}", code=f"LPI{year}")]
    with run(store) as load_id:
        load_paper(store, paper_of(paper, values), load_id)


def _forget(store: Store, name: str, _: int) -> None:
    remove_document(store, sha(name))


def _link(store: Store, _: str, number: int) -> None:
    heads = every_series(store)
    if len(heads) > 1:
        one, other = heads[0].series_id, heads[-1].series_id
        if number % 2:
            save_link(store, decision(one, "same", other, because=str(number)))
        else:
            remove_link(store, one, other)


def _accept(store: Store, _: str, number: int) -> None:
    for found in findings(store)[:1]:
        set_accepted(store, found.finding_id, f"seen {number}" if number else None)


def _mark(store: Store, _: str, __: int) -> None:
    mark_same_reports(store)


def _overlapping(store: Store, name: str, year: int) -> None:
    slow = start_load(store, "1")
    with run(store) as quick:
        load_paper(store, whole_paper(NAMES[0], pages=year + 1), quick)
    load_paper(store, whole_paper(name, pages=year + 20), slow)
    finish_load(store, slow, papers=1, rows=1)


def _killed(store: Store, name: str, year: int) -> None:
    load_paper(store, whole_paper(name, pages=year + 40), start_load(store, "1"))


CHANGES: tuple[Callable[[Store, str, int], None], ...] = (
    *(_ingest, _reread, _other_code, _forget, _link, _accept, _mark, _overlapping, _killed),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(CHANGES), st.sampled_from(NAMES), st.integers(0, 3), st.booleans()),
    min_size=2,
    max_size=9,
)


def _increments_end_with_a_whole_export(
    steps: list[tuple[Callable[[Store, str, int], None], str, int, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (
            open_store(f"sqlite:///{folder}/s.db", create=True) as store,
            closing(Copy(folder)) as copy,
        ):
            _ingest(store, "a.pdf", 0)
            marked = last_run(store)
            copy.fill(export(store, folder / "first", "parquet"))
            for number, (change, paper, value, exports) in enumerate(steps, start=1):
                change(store, paper, value)
                if exports or number == len(steps):
                    now = last_run(store)
                    copy.apply(export(store, folder / "part", "parquet", since=marked))
                    marked = now
            assert copy.rows() == whole(store, folder)


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_increments_one_after_the_other_end_with_what_a_whole_export_holds(steps: Any) -> None:
    _increments_end_with_a_whole_export(steps)


@pytest.mark.slow
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_so_do_many_more_increments(steps: Any) -> None:
    _increments_end_with_a_whole_export(steps)


def test_an_increment_holds_what_was_read_anew_and_the_small_relations_whole(
    store: Store, tmp_path: Path
) -> None:
    with run(store) as first:
        load_paper(store, whole_paper("a.pdf"), first)
        load_paper(store, whole_paper("b.pdf", published_on=date(2020, 8, 1)), first)
    with run(store) as second:
        load_paper(store, whole_paper("c.pdf", published_on=date(2021, 7, 1)), second)
        load_paper(store, whole_paper("a.pdf"), second)
    export(store, tmp_path, since=first)
    assert [row["document_id"] for row in rows_of(tmp_path, "rewritten")] == [sha("c.pdf")]
    for relation in IN_INCREMENTS:
        assert {row["document_id"] for row in rows_of(tmp_path, relation)} == {sha("c.pdf")}
    assert len(rows_of(tmp_path, "documents")) == len(rows_of(tmp_path, "findings")) == 3
    export(store, tmp_path, since=second)
    assert rows_of(tmp_path, "rewritten") == []
    assert {name for name in WHOLE if rows_of(tmp_path, name)} == {*WHOLE} - {"links"}


def test_what_a_run_writes_that_began_before_the_one_named_is_not_missed(
    store: Store, tmp_path: Path
) -> None:
    slow = start_load(store, "1")
    with run(store) as quick:
        load_paper(store, whole_paper("a.pdf"), quick)
    assert last_run(store) == quick
    load_paper(store, whole_paper("b.pdf"), slow)
    export(store, tmp_path, since=quick)
    assert [row["document_id"] for row in rows_of(tmp_path, "rewritten")] == [sha("b.pdf")]
    finish_load(store, slow, papers=1, rows=1)
    export(store, tmp_path, since=quick)
    assert [row["document_id"] for row in rows_of(tmp_path, "rewritten")] == [sha("b.pdf")]


def test_a_machine_whose_clock_is_behind_is_not_missed(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with run(store) as first:
        load_paper(store, whole_paper("a.pdf"), first)

    class Behind(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime.now(tz) - timedelta(hours=1)

    monkeypatch.setattr(clock, "datetime", Behind)
    with run(store) as second:
        load_paper(store, whole_paper("b.pdf"), second)
    export(store, tmp_path, since=first)
    assert [row["document_id"] for row in rows_of(tmp_path, "rewritten")] == [sha("b.pdf")]
    assert last_run(store) == second
    with store.read() as connection:
        c = tables.loads.c
        times = list(connection.execute(select(c.started_at, c.finished_at).order_by(c.started_at)))
    assert all(started < finished <= datetime.now(UTC) for started, finished in times)


def test_the_papers_of_a_run_that_died_are_sent_until_that_was_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Life, "close", lambda _: None)  # a killed process says and removes nothing

    def sent(store: Store, since: str) -> list[str]:
        export(store, tmp_path / "out", since=since)
        return [row["document_id"] for row in rows_of(tmp_path / "out", "rewritten")]

    with open_store(f"sqlite:///{tmp_path}/s.db", create=True) as store:
        killed = Life(store)
        load_paper(store, whole_paper("a.pdf"), start_load(store, "1", life=killed))
        with run(store) as second:
            pass
        assert sent(store, second) == [sha("a.pdf")]
        os.close(killed._sign._handle)  # type: ignore[union-attr, arg-type]
        assert settle(store)
        assert sent(store, second) == [sha("a.pdf")]
        with run(store) as third:
            pass
        assert sent(store, third) == []


def test_a_run_that_nobody_knows_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no load 'yesterday'") as caught:
        export(store, tmp_path, since="yesterday")
    assert "export everything" in caught.value.remedy


def test_before_any_run_has_ended_there_is_none_to_start_after(store: Store) -> None:
    assert last_run(store) is None
    start_load(store, "1")
    assert last_run(store) is None


def test_an_increment_of_a_council_brings_a_copy_of_that_council_up_to_date(
    store: Store, tmp_path: Path
) -> None:
    with run(store) as first:
        load_paper(store, whole_paper("a.pdf"), first)
        load_paper(store, whole_paper("b.pdf", published_on=date(2021, 7, 1)), first)
    _other_code(store, "c.pdf", 1)
    with closing(Copy(tmp_path)) as copy, closing(Copy(tmp_path)) as fresh:
        copy.fill(export(store, tmp_path / "one", "parquet", council="Broxtowe"))
        marked = last_run(store)
        _other_code(store, "a.pdf", 2)  # another manifest: another council's after all
        remove_document(store, sha("b.pdf"))
        _ingest(store, "d.pdf", 3)
        copy.apply(export(store, tmp_path / "two", "parquet", council="Broxtowe", since=marked))
        fresh.fill(export(store, tmp_path / "three", "parquet", council="Broxtowe"))
        assert copy.rows() == fresh.rows()
        assert [row[0] for row in copy.rows()["documents"]] == [sha("d.pdf")]


def test_a_copy_in_sqlite_takes_the_same_statements(store: Store, tmp_path: Path) -> None:
    with run(store) as first:
        load_paper(store, whole_paper("a.pdf"), first)
        load_paper(store, whole_paper("b.pdf", published_on=date(2021, 7, 1)), first)

    def fill(database: sqlite3.Connection, schema: str, folder: Path) -> None:
        for name in [file.stem for file in sorted(folder.glob("*.csv"))]:
            rows = rows_of(folder, name)
            table = tables.metadata.tables.get(name)
            names = list(rows[0]) if rows else [c.name for c in table.c if c.name != "load_id"]  # type: ignore[union-attr]
            database.execute(f"CREATE TABLE {schema}.{name} ({', '.join(names)})")
            marks = ", ".join("?" * len(names))
            values = [tuple(row.values()) for row in rows]
            database.executemany(f"INSERT INTO {schema}.{name} VALUES ({marks})", values)

    with closing(sqlite3.connect(":memory:")) as copy, closing(sqlite3.connect(":memory:")) as new:
        export(store, tmp_path / "one")
        fill(copy, "main", tmp_path / "one")
        _reread(store, "a.pdf", 2)
        remove_document(store, sha("b.pdf"))
        export(store, tmp_path / "two", since=first)
        copy.execute("ATTACH ':memory:' AS changes")
        fill(copy, "changes", tmp_path / "two")
        for statement in documented_sql():
            copy.execute(statement)
        export(store, tmp_path / "three")
        fill(new, "main", tmp_path / "three")
        for name in RELATIONS:
            query = f"SELECT * FROM main.{name}"
            held, expected = (sorted(map(repr, each.execute(query))) for each in (copy, new))
            assert held == expected
