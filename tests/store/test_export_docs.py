"""What docs/exports.md says to run on an export does what it says."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import psycopg
import pytest
from sqlalchemy import make_url

from crossfoot.store.database import Store
from crossfoot.store.export import export
from crossfoot.store.load import load_paper, start_load
from tests.conftest import Backend, NewDatabase

from .store_papers import COUNCIL, whole_paper
from .test_export import rows_of

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def block(language: str, word: str) -> str:
    blocks = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    (found,) = [each for each in blocks if word in each]
    return str(found)


@pytest.fixture
def backend() -> Backend:
    return "sqlite"


@pytest.fixture(autouse=True)
def folder(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    load_id = start_load(store, "1")
    load_paper(store, whole_paper("a.pdf"), load_id)
    load_paper(
        store, whole_paper("b.pdf", published_on=date(2021, 7, 1), title='=1+1, "x"'), load_id
    )
    monkeypatch.chdir(tmp_path)
    export(store, "warehouse", "parquet")
    export(store, "package", "datapackage")
    return tmp_path


def test_duckdb_joins_the_figures_with_their_series_and_papers() -> None:
    with duckdb.connect() as database:
        rows = database.execute(block("sql", "warehouse/figures.parquet")).fetchall()
    assert len(rows) == 4
    assert rows[0] == (COUNCIL, "BV9", "2018/19", Decimal(97), "a.pdf", 2)


def test_pandas_puts_the_years_side_by_side() -> None:
    names: dict[str, object] = {}
    exec(block("python", "import pandas"), names)
    wide = names["wide"]
    assert wide.loc["BV9"].to_dict() == {"2018/19": 97, "2019/20": Decimal("97.5")}  # type: ignore[attr-defined]


def test_postgresql_takes_the_package_as_it_is(folder: Path, new_database: NewDatabase) -> None:
    url = make_url(new_database("postgresql")).set(drivername="postgresql")
    plain = url.render_as_string(hide_password=False)
    code = block("python", "import psycopg").replace("postgresql://localhost/figures", plain)
    exec(code, {})
    with psycopg.connect(plain) as database:
        values = {row[0] for row in database.execute("SELECT value FROM figures").fetchall()}
        titles = {row[0] for row in database.execute("SELECT title FROM documents").fetchall()}
        for file in (folder / "package").glob("*.csv"):
            count = database.execute(f'SELECT count(*) FROM "{file.stem}"').fetchone()  # type: ignore[arg-type]
            assert count == (len(rows_of(folder / "package", file.stem)),)
    assert values == {None, Decimal(97), Decimal("97.5"), Decimal("98.50")}
    assert titles == {None, '=1+1, "x"'}
