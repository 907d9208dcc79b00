"""What is in a store as data frames (pandas), one row for each point, finding or printed row."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args

import pandas as pd
from sqlalchemy import Boolean, Date, Double, Integer, select

from crossfoot.checking import check
from crossfoot.following import Question, follow, heads_meant
from crossfoot.found import COLUMNS as FINDING_COLUMNS
from crossfoot.found import listed
from crossfoot.library.columns import Kind, frame
from crossfoot.library.opening import one_moment, reading
from crossfoot.library.words import for_callers
from crossfoot.normalise.codes import code_key
from crossfoot.schema.errors import UsageError
from crossfoot.schema.values import Measure
from crossfoot.store import tables
from crossfoot.store.fastpath import fields
from crossfoot.store.queries import codes as code_entries
from crossfoot.store.scope import scope
from crossfoot.store.trend import Compare
from crossfoot.store.types import ExactDecimal, UtcTimestamp
from crossfoot.store.views import VIEWS

if TYPE_CHECKING:
    from crossfoot.library.opening import AnyStore

_SERIES: Mapping[str, Kind] = {
    "council": "text",
    "code": "text",
    "title": "text",
    "period": "text",
    "period_start": "day",
    "period_end": "day",
    "measure": "text",
    "basis": "text",
    "value": "decimal",
    "decimals": "integer",
    "unit": "text",
    "value_state": "text",
    "as_printed": "text",
    "as_of": "day",
    "target": "decimal",
    "target_as_printed": "text",
    "status": "text",
    "restates": "flag",
    "decided_by": "text",
    "footnote": "text",
    "source": "text",
    "confidence": "number",
    "published_on": "day",
    "file_name": "text",
    "page": "integer",
    "table_no": "integer",
    "row_no": "integer",
    "x0": "number",
    "y0": "number",
    "x1": "number",
    "y1": "number",
    "document_id": "text",
    "figure_id": "text",
    "series_id": "text",
    "compares_as": "text",
    "joint": "text",
    "joined_to": "text",
    "line_id": "text",
}
_CODES: Mapping[str, Kind] = {
    "council": "text",
    "code": "text",
    "title": "text",
    "unit": "text",
    "first": "day",
    "last": "day",
    "papers": "integer",
    "repeats": "integer",
    "figures": "integer",
    "series_id": "text",
}
_NUMBERS: Mapping[str, Kind] = {
    "page": "integer",
    "x0": "number",
    "y0": "number",
    "x1": "number",
    "y1": "number",
}
_FINDINGS: Mapping[str, Kind] = {name: _NUMBERS.get(name, "text") for name in FINDING_COLUMNS}
# The rows of a relation in an order that follows from their content alone.
_PLACE = ("document_id", "page", "table_no", "row_no", "col_no", "fragment", "y0", "x0")
# The same for a view, whose rows stand by series and not by paper.
_SERIES_PLACE = ("series_id", "measure", "basis", "period_start", "period_end")


Word = TypeVar("Word", bound=str)


class CrossfootWarning(UserWarning):
    """Something that must be known of an answer as a whole, such as what was left out of it."""


def series(
    store: AnyStore,
    code: str | None = None,
    *,
    council: str | None = None,
    as_of: date | str | None = None,
    measure: Measure | Collection[Measure] | None = None,
    compare: Compare = "latest",
    all_points: bool = False,
) -> pd.DataFrame:
    """Return a series across years as a data frame, one row a point: ``crossfoot trend``.

    *code* is a code in any spelling, a title or a series id; without one, every series is
    followed. Several councils that print a code are all given, unless *council* names one.
    *as_of* is a day (2019-12-31): what was published up to it. *measure* is one of ``outturn``,
    ``actual``, ``target``, ``previous`` and ``comparator``, or several; without one, results:
    *compare* says of which periods (``latest``: years, and parts of years since the last;
    ``year_end``: years; ``same_period``: years and all parts). With *all_points*, every measure,
    and cells where nothing is printed.

    A quarter never compares with a year: group by ``compares_as`` before drawing. ``value`` is a
    float, ``value_exact`` the Decimal that the paper prints; where ``value_state`` is not
    ``value``, both are missing. ``file_name``, ``page`` and box (``x0`` to ``y1``, PDF points from
    the page's top left corner) say where the point stands. The columns and their types are the
    same when there is no row.

    Warns with :class:`crossfoot.CrossfootWarning` of what was left out. Raises UsageError for an
    unknown code, with what is like it, and StoreError for a database that cannot be opened.
    """
    question = Question(
        code=code,
        council=council,
        as_of=_day(as_of),
        measures=measures_of(measure),
        compare=_known("compare", compare, Compare),
        all_points=all_points,
    )
    with one_moment(store) as opened:
        answer = follow(opened, heads_meant(opened, code, council), question)
    rows = answer.rows()
    for remark in answer.remarks() or ([] if rows else [answer.nothing()]):
        warnings.warn(for_callers(remark), CrossfootWarning, stacklevel=2)
    boxed = (row | dict(zip(("x0", "y0", "x1", "y1"), _box(row), strict=True)) for row in rows)
    return frame(_SERIES, [[row[name] for name in _SERIES] for row in boxed])


def codes(store: AnyStore, *, council: str | None = None) -> pd.DataFrame:
    """Return what can be followed, one row a series: ``crossfoot codes``.

    ``first`` and ``last`` are the ends of the periods of printed values, ``figures`` counts those
    values and ``papers`` the papers, of which ``repeats`` repeat the report of another.
    """
    with one_moment(store) as opened:
        entries = code_entries(opened, council=council)
    return frame(_CODES, [[getattr(entry, name) for name in _CODES] for entry in entries])


def findings(store: AnyStore, *, council: str | None = None) -> pd.DataFrame:
    """Return what is wrong in the papers, the worst first: ``crossfoot audit``.

    Brings the findings up to date before. Raises UsageError where there are no papers of
    *council*.
    """
    with reading(store) as opened:
        found = listed(opened, council)
    return frame(_FINDINGS, [[row[name] for name in _FINDINGS] for row in found.rows])


def relation(
    store: AnyStore, name: str, *, council: str | None = None, code: str | None = None
) -> pd.DataFrame:
    """Return a relation (``figures``, ``actions``, ``cells`` …) as a data frame, in reading order.

    The views for analysts (``series_latest``, ``series_as_of``) are given by the same names, series
    by series.

    The columns are those of ``crossfoot schema``; beside each exact decimal, which is a float here,
    stands the Decimal itself under ``…_exact``. *council* and *code* narrow it as they do for
    ``crossfoot export``. Raises UsageError for a relation, council or code that is not there.
    """
    known = {each.name: each for each in (*tables.RELATIONS, *VIEWS)}
    table = known.get(name)
    if table is None:
        names = list(known)
        near = get_close_matches(name, names, 1)
        raise UsageError(
            f"there is no relation {name!r}",
            f"is {near[0]!r} meant?" if near else f"there are {', '.join(names)}",
        )
    wanted = fields(table)
    with reading(store) as opened:
        check(opened)
        with opened.read() as connection:
            narrow = scope(connection, council=council, code=code, since=None, code_key=code_key)
            query = narrow(table, select(*(table.c[column] for column in wanted)))
            rows = [tuple(row) for row in connection.execute(query)]
    place = _SERIES_PLACE if table in VIEWS else _PLACE
    keys = [column.name for column in table.primary_key] or list(wanted)
    order = [column for column in dict.fromkeys((*place, *keys)) if column in wanted]
    found = frame({column: _kind(table.c[column].type) for column in wanted}, rows)
    return found.sort_values(order, na_position="first", ignore_index=True)


def _kind(type_: Any) -> Kind:
    kinds: tuple[tuple[type[Any], Kind], ...] = (
        (ExactDecimal, "decimal"),
        (UtcTimestamp, "moment"),
        (Boolean, "flag"),
        (Integer, "integer"),
        (Double, "number"),
        (Date, "day"),
    )
    return next((kind for ours, kind in kinds if isinstance(type_, ours)), "text")


def _box(row: Mapping[str, Any]) -> Collection[float]:
    return cast("Collection[float]", row["box"])


def _day(day: date | str | None) -> date | None:
    if isinstance(day, datetime):  # a pandas Timestamp is one
        return day.date()
    if day is None or isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except (ValueError, TypeError) as error:  # neither a date nor a text
        raise UsageError(f"as_of {day!r} is not a date", "write it as 2019-12-31") from error


def measures_of(measure: Measure | Collection[Measure] | None) -> tuple[Measure, ...] | None:
    """Return the measures that are meant, null for none; UsageError for an unknown one."""
    if measure is None:
        return None
    named = (measure,) if isinstance(measure, str) else tuple(measure)
    return tuple(_known("measure", each, Measure) for each in named)


def _known(argument: str, given: Word, vocabulary: Any) -> Word:
    if given not in get_args(vocabulary):
        words = ", ".join(get_args(vocabulary))
        raise UsageError(f"{argument} cannot be {given!r}", f"use one of {words}")
    return given
