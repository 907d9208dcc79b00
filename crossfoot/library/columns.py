"""Data frames whose columns have the same types whatever they hold, nothing included."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pandas as pd

#: What a column holds. A ``decimal`` becomes two: a float to reckon with, and beside it under
#: ``…_exact`` the exact Decimal.
Kind = Literal["text", "integer", "number", "flag", "day", "moment", "decimal"]
# Days in microseconds, which a misprinted year of 2919 does not break, as nanoseconds would.
_TYPES: dict[Kind, str] = {
    "text": "string",
    "integer": "Int64",
    "number": "float64",
    "flag": "boolean",
    "day": "datetime64[us]",
    "moment": "datetime64[us, UTC]",
    "decimal": "float64",
}


def frame(kinds: Mapping[str, Kind], rows: Sequence[Sequence[Any]]) -> pd.DataFrame:
    """Return *rows* as a data frame with the columns of *kinds*, in that order.

    Missing is ``<NA>`` in text, integers and flags, ``NaT`` in times, ``NaN`` in floats and None in
    exact columns.
    """
    values = list(zip(*rows, strict=True)) if rows else [()] * len(kinds)
    columns: dict[str, pd.Series] = {}
    for (name, kind), column in zip(kinds.items(), values, strict=True):
        columns[name] = _series(kind, column)
        if kind == "decimal":
            columns[f"{name}_exact"] = pd.Series(column, dtype="object")
    return pd.DataFrame(columns)


def _series(kind: Kind, column: Sequence[Any]) -> pd.Series:
    if kind == "decimal":
        column = [None if value is None else float(value) for value in column]
    elif kind in ("day", "moment"):
        column = [pd.NaT if value is None else value for value in column]
    return pd.Series(column, dtype=_TYPES[kind])
