"""A data package: valid by the library of the standard, and the store's rows when read back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system, validate
from sqlalchemy import select

from crossfoot.schema.relations import described, meanings
from crossfoot.store import tables
from crossfoot.store.database import Store, open_store
from crossfoot.store.export import export
from crossfoot.store.fastpath import fields
from crossfoot.store.links import decision, save_link
from crossfoot.store.load import finish_load, load_paper, start_load
from crossfoot.store.series import every_series

from .store_papers import cell, document, figure, paper_of, whole_paper

#: Texts that are hard to carry: quotes, line ends, formulas, what looks like a number or a null.
HARD = (
    '=1+1,"x"',
    "@SUM(A1)",
    "'quoted",
    " padded ",
    "a\nb",
    "a\rb",
    "a\r\nb",
    "007",
    "null",
    "true",
    "-5.0%",
    "caf\u00e9 \U0001d4b6",
    "\ufeff",
    '"',
)


@pytest.fixture(scope="module", autouse=True)
def _trusted() -> Iterator[None]:
    with system.use_context(trusted=True):  # paths outside the working directory
        yield


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all tests here: another database gives the same bytes."""
    url = f"sqlite:///{tmp_path_factory.mktemp('package')}/store.db"
    with open_store(url, create=True) as store:
        load_id = start_load(store, "1")
        load_paper(store, whole_paper("a.pdf"), load_id)
        title = "=cmd|' /C calc'!A0"
        paper = document("hard.pdf", council="Bromsgrove District Council", title=title)
        loss = figure(paper, "2009/10", "-1,234.50", value=Decimal("-1234.50"), value_state="value")
        cells = [cell(paper, row, 1, text) for row, text in enumerate(HARD, start=1)]
        load_paper(store, paper_of(paper, [loss], cells=cells), load_id)
        finish_load(store, load_id, papers=2, rows=30)
        one, other = (head.series_id for head in every_series(store))
        save_link(store, decision(one, "same", other, because="counted by hand"))
        yield store


@pytest.fixture
def packaged(filled: Store, tmp_path: Path) -> Path:
    export(filled, tmp_path / "package", "datapackage", include_loads=True)
    return tmp_path / "package"


def descriptor(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def errors(folder: Path) -> list[list[Any]]:
    return validate(str(folder / "datapackage.json")).flatten(["type", "note"])


def read_back(folder: Path, relation: str) -> list[tuple[Any, ...]]:
    found = Package(str(folder / "datapackage.json")).get_table_resource(relation)
    return [tuple(row.to_list()) for row in found.read_rows()]


def stored(store: Store, relation: str) -> list[tuple[Any, ...]]:
    table = tables.metadata.tables[relation]
    with store.read() as connection:
        rows = connection.execute(select(*(table.c[name] for name in fields(table))))
        return [tuple(row) for row in rows]


def test_it_is_valid_whole(packaged: Path) -> None:
    assert errors(packaged) == []
    names = [resource["name"] for resource in descriptor(packaged)["resources"]]
    assert names == [table.name for table in tables.RELATIONS]


def test_read_back_with_its_types_it_is_the_rows_of_the_store(
    packaged: Path, filled: Store
) -> None:
    for table in tables.RELATIONS:
        found = read_back(packaged, table.name)
        rows = stored(filled, table.name)
        assert found
        assert sorted(found, key=repr) == sorted(
            (tuple(_as_frictionless(value) for value in row) for row in rows), key=repr
        )


def _as_frictionless(value: Any) -> Any:
    return Decimal(str(value)) if isinstance(value, float) else value


def test_text_is_exact_and_negative_numbers_are_numbers(packaged: Path) -> None:
    texts = {row[13] for row in read_back(packaged, "cells")}
    assert set(HARD) <= texts
    values = {row[23]: row[25] for row in read_back(packaged, "figures")}
    assert Decimal("-1234.50") in values


@pytest.mark.parametrize(
    ("file", "old", "new", "error"),
    [
        ("figures.csv", "outturn", "guess", "constraint-error"),
        ("figures.csv", "97.0,1,%", "ninety,1,%", "type-error"),
        ("figures.csv", "2019-03-31", "31/03/2019", "type-error"),
        ("indicators.csv", ",true,", ",maybe,", "type-error"),
        ("documents.csv", ",read,", ",,", "constraint-error"),
        ("statuses.csv", None, None, "checksum"),
        ("series.csv", None, None, "foreign-key"),
    ],
)
def test_one_that_is_broken_is_not(
    packaged: Path, file: str, old: str | None, new: str | None, error: str
) -> None:
    """Checksums are taken out, except for the one that is tested, so that rows are looked at."""
    about = descriptor(packaged)
    text = (packaged / file).read_text(encoding="utf-8")
    if error == "checksum":
        assert "Amber" in text
        (packaged / file).write_text(
            text.replace("Amber", "Green", 1), encoding="utf-8", newline=""
        )
    else:
        for resource in about["resources"]:
            del resource["hash"], resource["bytes"]
        (packaged / "datapackage.json").write_text(json.dumps(about), encoding="utf-8")
        if old is None or new is None:
            text = text.splitlines(keepends=True)[0]
        else:
            assert old in text
            text = text.replace(old, new, 1)
        (packaged / file).write_text(text, encoding="utf-8", newline="")
    found = errors(packaged)
    wanted = {"checksum": "hash-count", "foreign-key": "foreign-key"}.get(error, error)
    assert [kind for kind, _ in found if kind == wanted], found


def test_it_says_what_each_column_holds(packaged: Path) -> None:
    resources = {item["name"]: item for item in descriptor(packaged)["resources"]}
    for name, resource in resources.items():
        assert resource["description"] == described(name)
        for column in resource["schema"]["fields"]:
            assert column["description"] == meanings(name)[column["name"]].description
    columns = {item["name"]: item for item in resources["figures"]["schema"]["fields"]}
    assert columns["value"]["type"] == "number"
    assert columns["measure"]["constraints"]["enum"][0] == "outturn"
    assert columns["figure_id"]["constraints"]["required"] is True
    assert resources["figures"]["schema"]["primaryKey"] == ["figure_id"]
    targets = [
        key["reference"]["resource"] for key in resources["figures"]["schema"]["foreignKeys"]
    ]
    assert targets == ["documents", "indicators", "series"]
    progress = {item["name"]: item for item in resources["actions"]["schema"]["fields"]}["progress"]
    assert progress["constraints"] == {"minimum": 0, "maximum": 100}


@pytest.mark.parametrize("narrow", [{"council": "Bromsgrove"}, {"code": "FP1922_05"}])
def test_narrowed_ones_are_valid_too(filled: Store, tmp_path: Path, narrow: dict[str, str]) -> None:
    export(filled, tmp_path, "datapackage", **narrow)  # type: ignore[arg-type]
    assert errors(tmp_path) == []


def test_so_are_increments(store: Store, tmp_path: Path) -> None:
    load_id = start_load(store, "1")
    load_paper(store, whole_paper("a.pdf"), load_id)
    finish_load(store, load_id, papers=1, rows=30)
    load_paper(store, whole_paper("c.pdf", published_on=date(2021, 7, 1)), start_load(store, "1"))
    export(store, tmp_path / "part", "datapackage", since=load_id)
    assert errors(tmp_path / "part") == []
    resources = descriptor(tmp_path / "part")["resources"]
    assert resources[-1]["name"] == "rewritten"
