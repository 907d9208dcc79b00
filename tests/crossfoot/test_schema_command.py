"""The JSON Schema: valid itself, complete, in plain words, and what the store's rows are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from sqlalchemy import select

from crossfoot.commands.schema import relations_schema
from crossfoot.output import as_json
from crossfoot.schema.relations import described, meanings, models
from crossfoot.store import tables
from crossfoot.store.database import Store, open_store
from crossfoot.store.fastpath import fields
from crossfoot.store.load import load_paper, start_load
from tests.store.store_papers import whole_paper

SCHEMA = relations_schema()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("schema")
    with open_store(f"sqlite:///{folder}/store.db", create=True) as store:
        load_paper(store, whole_paper(), start_load(store, "1"))
        yield store


def row_schema(relation: str) -> dict[str, Any]:
    reference = SCHEMA["properties"][relation]["items"]["$ref"]
    return SCHEMA["$defs"][reference.rsplit("/", 1)[1]]  # type: ignore[no-any-return]


def contents(store: Store) -> dict[str, list[dict[str, Any]]]:
    found = {}
    with store.read() as connection:
        for table in tables.RELATIONS:
            rows = connection.execute(select(*(table.c[name] for name in fields(table))))
            found[table.name] = [dict(row._mapping) for row in rows]
    return json.loads(as_json(found))  # type: ignore[no-any-return]


def test_it_is_valid_by_the_metaschema_of_2020() -> None:
    assert SCHEMA["$schema"].endswith("2020-12/schema")
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("table", tables.RELATIONS, ids=lambda table: table.name)
def test_each_relation_has_the_columns_of_the_store_in_their_order(table: Any) -> None:
    names = list(fields(table))
    assert list(row_schema(table.name)["properties"]) == names
    assert set(row_schema(table.name)["required"]) == set(names)


def test_every_relation_and_column_says_what_it_means() -> None:
    for relation in models():
        assert SCHEMA["properties"][relation]["description"] == described(relation)
        for name, column in row_schema(relation)["properties"].items():
            words = column["description"]
            assert words == meanings(relation)[name].description
            assert len(words) > 8 and words.endswith("."), f"{relation}.{name}: {words}"


def test_the_rows_of_a_store_are_what_it_says(filled: Store) -> None:
    rows = contents(filled)
    assert all(rows[name] for name in rows if name != "links")
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(rows)] == []


@pytest.mark.parametrize(
    ("relation", "column", "wrong"),
    [
        ("figures", "measure", "guess"),
        ("figures", "value", "ninety"),
        ("figures", "confidence", 1.5),
        ("figures", "period_end", "31/03/2020"),
        ("cells", "row_no", "1"),
        ("documents", "title", ""),
        ("indicators", "is_csi", "true"),
        ("indicators", "load_id", "x"),
    ],
)
def test_rows_that_are_not_are_refused(
    filled: Store, relation: str, column: str, wrong: object
) -> None:
    rows = contents(filled)
    rows[relation][0][column] = wrong
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert not validator.is_valid(rows)


def test_closed_vocabularies_are_listed() -> None:
    assert meanings("figures")["value_state"].words == (
        "value",
        "dash",
        "blank",
        "not_available",
        "other",
    )
    assert meanings("indicators")["status"].words[:3] == ("green", "amber", "red")
    assert meanings("figures")["code"].words == ()
    assert meanings("actions")["progress"].at_most == 100
