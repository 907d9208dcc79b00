"""Reads a sample the whole way and lays its rows beside the expected ones."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from crossfoot.extract.settings import ExtractSettings
from crossfoot.job import Job
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.reader import read_paper
from crossfoot.schema.paper import Known, Paper
from crossfoot.sources import identify

RELATIONS = (
    "indicators",
    "statuses",
    "figures",
    "actions",
    "action_months",
    "summaries",
    "legends",
)
Row = Mapping[str, Any]


def read(path: Path, known: Known | None = None) -> Paper:
    """Read, interpret and audit one file in this process."""
    source = identify(path)
    return read_paper(
        Job(
            source.path,
            source.file_name,
            source.document_id,
            known or Known(),
            ExtractSettings(),
            NormaliseSettings(),
        )
    )


def read_rows(paper: Paper, relation: str) -> list[dict[str, Any]]:
    """Return a relation's rows in the paper's order, as JSON values.

    Ids of indicators and actions become their number in the paper (``indicator_no``), which is how
    the expected rows name them.
    """
    numbers = {
        "indicator": {row.indicator_id: at for at, row in enumerate(paper.indicators, 1)},
        "action": {row.action_id: at for at, row in enumerate(paper.actions, 1)},
    }
    rows = []
    for row in getattr(paper, relation):
        values = json.loads(row.model_dump_json())
        for kind, known in numbers.items():
            if f"{kind}_id" in values:
                values[f"{kind}_no"] = known[values[f"{kind}_id"]]
        rows.append(values)
    return rows


def differences(expected: Sequence[Row], found: Sequence[Row]) -> list[str]:
    """Return a line for each column of each row that is not as expected, and for rows too many."""
    lines = []
    if len(expected) != len(found):
        lines.append(f"{len(expected)} rows expected, {len(found)} found")
    for number, (wanted, got) in enumerate(zip(expected, found, strict=False), 1):
        lines.extend(
            f"row {number} ({wanted.get('code') or wanted.get('title') or ''}) {column}: "
            f"expected {value!r}, found {got[column]!r}"
            for column, value in wanted.items()
            if got[column] != value
        )
    return lines


def in_one_order(expected: Sequence[Row], found: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Return both sorted by the columns that are expected."""
    columns = sorted(expected[0]) if expected else []

    def key(row: Row) -> str:
        return json.dumps([row[column] for column in columns])

    return sorted(expected, key=key), sorted(found, key=key)
