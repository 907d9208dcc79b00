"""CSV: UTF-8, comma, quotes and line ends as in RFC 4180; null is an empty field.

Text of a paper that a spreadsheet would run is escaped (:mod:`crossfoot.store.formulas`).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Double, Integer, Table

from crossfoot.store.formulas import escape

# Python's writer quotes a bare carriage return only where line ends have one.
DIALECT: dict[str, Any] = {"lineterminator": "\r\n"}


def write_csv(
    path: Path, table: Table, names: tuple[str, ...], batches: Iterator[list[tuple[Any, ...]]]
) -> None:
    """Write rows under a heading of column names, for spreadsheets too."""
    _write(path, table, names, batches, _field)


def write_exact_csv(
    path: Path, table: Table, names: tuple[str, ...], batches: Iterator[list[tuple[Any, ...]]]
) -> None:
    """Write rows with every text exactly as it is, for programs alone."""
    _write(path, table, names, batches, _exact)


def _write(
    path: Path,
    table: Table,
    names: tuple[str, ...],
    batches: Iterator[list[tuple[Any, ...]]],
    field: Callable[[Any], Any],
) -> None:
    # Numbers and null are what the writer makes of them: only the rest is looked at.
    special = [
        index
        for index, name in enumerate(names)
        if not isinstance(table.c[name].type, (Integer, Double))
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, **DIALECT)
        writer.writerow(names)
        for batch in batches:
            for row in batch:
                values = list(row)
                for index in special:
                    if values[index] is not None:
                        values[index] = field(values[index])
                writer.writerow(values)


def _field(value: Any) -> Any:
    return escape(value) if isinstance(value, str) else _exact(value)


def _exact(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    return value
