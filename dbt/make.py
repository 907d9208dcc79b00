"""Write dbt/crossfoot.yml, the source file for dbt, from the tables and what their columns mean.

python dbt/make.py
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Column, Table

from crossfoot.schema.relations import described, meanings
from crossfoot.store.fastpath import fields
from crossfoot.store.tables import RELATIONS
from crossfoot.store.views import VIEWS

FILE = Path(__file__).parent / "crossfoot.yml"
_HEAD = """\
# Made by dbt/make.py from the models; do not edit. How to use it: docs/sql.md
version: 2

sources:
  - name: crossfoot
    description: "Figures and actions read from councils' committee papers, each with its place."
    schema: "{{ var('crossfoot_schema', 'public') }}"
    config:
      meta:
        # dbt-duckdb reads the files of `crossfoot export warehouse --format parquet --loads`.
        external_location: "{{ var('crossfoot_export', 'warehouse') }}/{name}.parquet"
    tables:
"""
#: What the views' ids refer to; tables say it by their foreign keys.
_OF_VIEWS = {
    "series_id": "series",
    "document_id": "documents",
    "figure_id": "figures",
    "indicator_id": "indicators",
}


def source_file() -> str:
    """Return the text of the source file."""
    return _HEAD + "".join(line + "\n" for table in (*RELATIONS, *VIEWS) for line in _table(table))


def _table(table: Table) -> Iterator[str]:
    yield f"      - name: {table.name}"
    yield f"        description: {json.dumps(described(table.name), ensure_ascii=False)}"
    yield "        columns:"
    for name in fields(table):
        yield from _column(table, table.c[name])


def _column(table: Table, column: Column[object]) -> Iterator[str]:
    meaning = meanings(table.name)[column.name]
    yield f"          - name: {column.name}"
    yield f"            description: {json.dumps(meaning.description, ensure_ascii=False)}"
    tests = [*_tests(table, column, meaning.words)]
    if tests:
        yield "            data_tests:"
        yield from (f"              {line}" for line in tests)


def _tests(table: Table, column: Column[object], words: tuple[str, ...]) -> Iterator[str]:
    key = [each.name for each in table.primary_key]
    if key == [column.name] or (table.name, column.name) == ("series_latest", "figure_id"):
        yield "- unique"
    if not column.nullable:
        yield "- not_null"
    for relation, field in _refers_to(table, column):
        yield "- relationships:"
        yield "    arguments:"
        yield f"      to: source('crossfoot', '{relation}')"
        yield f"      field: {field}"
    if words:
        yield "- accepted_values:"
        yield "    arguments:"
        yield f"      values: {json.dumps(words)}"


def _refers_to(table: Table, column: Column[object]) -> Iterator[tuple[str, str]]:
    for key in sorted(column.foreign_keys, key=lambda key: key.target_fullname):
        yield key.column.table.name, key.column.name
    if table in VIEWS and column.name in _OF_VIEWS:
        yield _OF_VIEWS[column.name], column.name


if __name__ == "__main__":
    FILE.write_text(source_file(), encoding="utf-8", newline="\n")
