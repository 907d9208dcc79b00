"""The source file for dbt is the one that the models give, and holds on a store."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from crossfoot.store.tables import RELATIONS
from crossfoot.store.views import VIEWS

FOLDER = Path(__file__).parents[2] / "dbt"


@pytest.fixture(scope="module")
def make() -> ModuleType:
    found = importlib.util.spec_from_file_location("dbt_make", FOLDER / "make.py")
    assert found is not None and found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def source() -> dict[str, Any]:
    (found,) = yaml.safe_load((FOLDER / "crossfoot.yml").read_text(encoding="utf-8"))["sources"]
    return dict(found)


def test_the_file_is_the_one_that_the_models_give(make: ModuleType) -> None:
    text = (FOLDER / "crossfoot.yml").read_text(encoding="utf-8")
    assert text == make.source_file(), "run: python dbt/make.py"


def test_every_relation_and_view_is_a_source_with_described_columns(source: dict[str, Any]) -> None:
    assert [each["name"] for each in source["tables"]] == [t.name for t in (*RELATIONS, *VIEWS)]
    for each in source["tables"]:
        assert each["description"]
        assert all(column["description"] for column in each["columns"])


def test_keys_nulls_references_and_vocabularies_are_tested(source: dict[str, Any]) -> None:
    tests = {
        (table["name"], column["name"]): column.get("data_tests", [])
        for table in source["tables"]
        for column in table["columns"]
    }
    assert tests["documents", "document_id"] == ["unique", "not_null"]
    assert tests["figures", "value"] == []
    to = {"to": "source('crossfoot', 'indicators')", "field": "indicator_id"}
    assert {"relationships": {"arguments": to}} in tests["figures", "indicator_id"]
    words = ["value", "dash", "blank", "not_available", "other"]
    assert {"accepted_values": {"arguments": {"values": words}}} in tests["figures", "value_state"]
    assert "unique" in tests["series_latest", "figure_id"]
