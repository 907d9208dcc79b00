"""A data package (specs.frictionlessdata.io, version 1): CSV files, and what is in them as JSON.

The files hold text exactly as it was read, for programs: none is neutralised for spreadsheets as
in the plain CSV export. Nulls are empty fields; no text is ever empty.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Column, Date, DateTime, Double, Integer, Table

from crossfoot.schema.relations import Meaning, described, meanings
from crossfoot.store.export_csv import write_exact_csv
from crossfoot.store.export_writers import Batches, Writer
from crossfoot.store.types import ExactDecimal, UtcTimestamp

_TYPES: tuple[tuple[type[Any], str], ...] = (
    (ExactDecimal, "number"),
    (UtcTimestamp, "datetime"),
    (DateTime, "datetime"),
    (Boolean, "boolean"),
    (Integer, "integer"),
    (Double, "number"),
    (Date, "date"),
)
_ABOUT = (
    "Figures and actions read from councils' committee papers, each with the paper, page and box "
    "that it was read from. The CSV files are for programs: text stands in them exactly as printed "
    "and may begin like a formula, so do not open them in a spreadsheet."
)
_DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
}
_CHUNK = 1 << 20


class _Package:
    def __init__(self, stage: Path) -> None:
        self._stage = stage
        self._resources: list[dict[str, Any]] = []

    def write(self, table: Table, names: tuple[str, ...], batches: Batches) -> None:
        file = self._stage / f"{table.name}.csv"
        write_exact_csv(file, table, names, batches)
        self._resources.append(
            {
                "name": table.name,
                "path": file.name,
                "profile": "tabular-data-resource",
                "description": described(table.name),
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": file.stat().st_size,
                "hash": f"sha256:{_digest(file)}",
                "dialect": _DIALECT,
                "schema": table_schema(table, names),
            }
        )

    def close(self) -> None:
        """Write the descriptor: references to relations that are not there are left out."""
        there = {resource["name"] for resource in self._resources}
        for resource in self._resources:
            keys = resource["schema"].get("foreignKeys", [])
            known = [key for key in keys if key["reference"]["resource"] in there]
            if keys and not known:
                del resource["schema"]["foreignKeys"]
            elif keys:
                resource["schema"]["foreignKeys"] = known
        about = {
            "profile": "tabular-data-package",
            "name": "crossfoot",
            "title": "The relations of crossfoot",
            "description": _ABOUT,
            "resources": self._resources,
        }
        text = json.dumps(about, indent=2, ensure_ascii=False)
        (self._stage / "datapackage.json").write_text(text + "\n", encoding="utf-8", newline="\n")


@contextmanager
def package(stage: Path) -> Generator[Writer]:
    """Give a writer of CSV files whose descriptor is written at the end."""
    written = _Package(stage)
    yield written
    written.close()


def table_schema(table: Table, names: tuple[str, ...]) -> dict[str, Any]:
    """Return the Table Schema of the columns *names* of a relation."""
    meaning = meanings(table.name)
    schema: dict[str, Any] = {
        "fields": [_field(table.c[name], meaning[name]) for name in names],
        "missingValues": [""],
    }
    key = [column.name for column in table.primary_key]
    if key:
        schema["primaryKey"] = key
    references = [
        {
            "fields": column.name,
            "reference": {"resource": foreign.column.table.name, "fields": foreign.column.name},
        }
        for column in (table.c[name] for name in names)
        for foreign in sorted(column.foreign_keys, key=lambda key: key.target_fullname)
    ]
    if references:
        schema["foreignKeys"] = references
    return schema


def _field(column: Column[Any], meaning: Meaning) -> dict[str, Any]:
    kind = next((name for ours, name in _TYPES if isinstance(column.type, ours)), "string")
    field: dict[str, Any] = {
        "name": column.name,
        "type": kind,
        "format": "default",
        "description": meaning.description,
    }
    if kind == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    if kind == "number":
        field |= {"decimalChar": ".", "bareNumber": True}
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if meaning.words:
        constraints["enum"] = list(meaning.words)
    if meaning.at_least is not None:
        constraints["minimum"] = _plain(meaning.at_least)
    if meaning.at_most is not None:
        constraints["maximum"] = _plain(meaning.at_most)
    return field | ({"constraints": constraints} if constraints else {})


def _plain(number: float) -> float | int:
    return int(number) if number == int(number) else number


def _digest(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while chunk := opened.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
