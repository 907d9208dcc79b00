"""The views for analysts as tables to select from: what stands now, what was known on any day.

What they mean and how they are asked is in docs/sql.md.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Double,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from crossfoot.schema.views import SeriesAsOf, SeriesLatest
from crossfoot.store.types import ExactDecimal

_metadata = MetaData()
_TYPES: dict[type, type[TypeEngine[Any]]] = {
    bool: Boolean,
    int: Integer,
    float: Double,
    date: Date,
    Decimal: ExactDecimal,
}


def _view(name: str, model: type[BaseModel]) -> Table:
    return Table(
        name, _metadata, *(_column(each, info) for each, info in model.model_fields.items())
    )


def _column(name: str, info: FieldInfo) -> Column[Any]:
    kinds = get_args(info.annotation) if type(None) in get_args(info.annotation) else ()
    kind = next((_TYPES[each] for each in (info.annotation, *kinds) if each in _TYPES), Text)
    return Column(name, kind, nullable=bool(kinds))


series_latest = _view("series_latest", SeriesLatest)
series_as_of = _view("series_as_of", SeriesAsOf)

VIEWS = (series_latest, series_as_of)
"""The views as tables with typed columns, to select from."""
