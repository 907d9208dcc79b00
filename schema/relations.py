"""The published relations: which model each row is of, and what its columns mean.

Everything that publishes rows takes its words from here: JSON Schema, the data package, Parquet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le
from pydantic import BaseModel, Field, create_model
from pydantic.fields import FieldInfo

from crossfoot.schema import finding, paper, rows, views
from crossfoot.schema.model import Model


class Rewritten(Model):
    """A paper whose rows were read anew and stand in an increment (only there)."""

    document_id: str = Field(description="The paper: SHA-256 of its file, 64 hex digits.")


@dataclass(frozen=True)
class Meaning:
    """What a column holds: ``words`` are all that it may hold, empty where anything goes."""

    description: str
    words: tuple[str, ...] = ()
    at_least: float | None = None
    at_most: float | None = None


@cache
def models() -> dict[str, type[BaseModel]]:
    """Return the model of each published relation, in the order of the contract."""
    return {
        "documents": paper.Document,
        "series": rows.Series,
        "indicators": rows.Indicator,
        "statuses": rows.StatusEntry,
        "figures": rows.Figure,
        "actions": rows.Action,
        "action_months": rows.ActionMonth,
        "summaries": rows.Summary,
        "legends": rows.Legend,
        "cells": _of_tuple(rows.CellRow),
        "findings": finding.Finding,
        "finding_cells": finding.FindingCell,
        "links": finding.Link,
        "loads": paper.Load,
        "rewritten": Rewritten,
        "series_latest": views.SeriesLatest,
        "series_as_of": views.SeriesAsOf,
    }


@cache
def meanings(relation: str) -> dict[str, Meaning]:
    """Return what each column of a relation means. Raises KeyError for an unknown relation."""
    return {name: _meaning(info) for name, info in models()[relation].model_fields.items()}


def described(relation: str) -> str:
    """Return what a row of a relation is, in plain words: the first paragraph of its model's.

    Raises KeyError for an unknown relation.
    """
    first, _, _ = (models()[relation].__doc__ or "").partition("\n\n")
    return " ".join(first.replace("``", "").split())


def _of_tuple(kind: type[Any]) -> type[BaseModel]:
    columns: dict[str, Any] = {
        name: (hint, ...) for name, hint in get_type_hints(kind, include_extras=True).items()
    }
    return create_model(kind.__name__, __base__=Model, __doc__=kind.__doc__, **columns)


def _meaning(info: FieldInfo) -> Meaning:
    least = [float(str(item.ge)) for item in info.metadata if isinstance(item, Ge)]
    most = [float(str(item.le)) for item in info.metadata if isinstance(item, Le)]
    return Meaning(
        description=info.description or "",
        words=_words(info.annotation),
        at_least=next(iter(least), None),
        at_most=next(iter(most), None),
    )


def _words(kind: Any) -> tuple[str, ...]:
    if get_origin(kind) is Literal:
        return tuple(map(str, get_args(kind)))
    if get_origin(kind) in (Union, UnionType):
        return tuple(word for part in get_args(kind) for word in _words(part))
    return ()
