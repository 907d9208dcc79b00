"""A user's own figures held against the published ones.

A file has one row per figure: ``council`` (may be left out), ``code`` (a code in any spelling, a
title or a series id), ``period``, ``measure`` (may be left out: the result of the period) and
``value`` as a person writes it: ``97.2``, ``97.2%``, ``£1,234k``.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from crossfoot.manifest import delimiter
from crossfoot.normalise.codes import code_key
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.periods import find_period
from crossfoot.normalise.spans import period_from_label
from crossfoot.schema.errors import SettingsError, UsageError
from crossfoot.schema.figure import PrintedFigure
from crossfoot.schema.values import Measure
from crossfoot.sources import shown
from crossfoot.store.database import Store
from crossfoot.store.formulas import unescape
from crossfoot.store.series import (
    SeriesHead,
    TrendPoint,
    Vintage,
    find_series,
    trend,
)

Verdict = Literal["agrees", "rounded", "earlier", "differs", "not_published", "unclear", "unusable"]
VERDICTS: dict[Verdict, str] = {
    "agrees": "the latest publication prints it",
    "rounded": "the same but for rounding",
    "earlier": "an earlier publication printed it; it was restated since",
    "differs": "no publication prints it",
    "not_published": "no paper in the store prints a value there",
    "unclear": "more than one series or printing could be meant",
    "unusable": "the row cannot be read",
}
_NEEDED = ("code", "period", "value")
_COLUMNS = ("council", *_NEEDED, "measure")
_RESULTS: tuple[Measure, ...] = ("outturn", "actual")
_SCALES = {Decimal(100): "a hundredth of", Decimal("0.01"): "a hundred times"}


class Own(NamedTuple):
    """One row of the user's file; ``line`` counts from 1. ``problem`` says why it is unusable."""

    line: int
    council: str | None
    code: str | None
    period: str | None
    measure: Measure | None
    value: PrintedFigure
    as_written: str | None
    problem: str | None = None


@dataclass(frozen=True)
class Compared:
    """One row and what became of it; ``published`` is the printing it was held against."""

    own: Own
    verdict: Verdict
    remark: str | None = None
    head: SeriesHead | None = None
    published: TrendPoint | Vintage | None = None


def read_own(path: Path) -> list[Own]:
    """Read a user's file. Raises SettingsError where it is no such file."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"{shown(path)} is not UTF-8 text (byte {error.start})", "save it as CSV UTF-8"
        ) from error
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter=delimiter(text), strict=True)
    try:
        names = {name: (name or "").strip().casefold() for name in rows.fieldnames or ()}
        missing = [name for name in _NEEDED if name not in names.values()]
        if missing:
            raise SettingsError(
                f"{shown(path)} has no column {', '.join(missing)}",
                f"begin with a row {','.join(_COLUMNS)}",
            )
        return [_own(rows.line_num, names, row) for row in rows if any(row.values())]
    except csv.Error as error:
        raise SettingsError(
            f"{shown(path)}, line {rows.line_num}: this is not CSV ({error})", "mend it"
        ) from error


def compared(store: Store, rows: Iterable[Own]) -> Iterator[Compared]:
    """Hold each row against what the store has, in order."""
    found = _Published(store)
    for own in rows:
        if own.problem is not None:
            yield Compared(own, "unusable", own.problem)
        else:
            yield _compared(found, own)


def _own(line: int, names: dict[str, str], row: dict[str, str | list[str] | None]) -> Own:
    fields = {
        names[name]: unescape(text.strip()) or None
        for name, text in row.items()
        if name in names and isinstance(text, str)
    }
    written = fields.get("value")
    value = parse_figure(written or "")
    wanted = (fields.get("measure") or "").casefold() or None
    measure = next((name for name in get_args(Measure) if name == wanted), None)
    problem = None
    if None in row:
        problem = "more fields than columns: quote fields with commas"
    elif fields.get("code") is None:
        problem = "no code"
    elif value.value is None:
        problem = "no value" if written is None else f"{written!r} is no figure"
    elif wanted is not None and measure is None:
        problem = f"{wanted!r} is no measure: use {', '.join(get_args(Measure))}"
    period = _period(fields.get("period"))
    if problem is None and period is None:
        problem = f"{fields.get('period')!r} is no period: write it like 2019/20 or 2019/20 Q1"
    return Own(
        line,
        fields.get("council"),
        fields.get("code"),
        period or fields.get("period"),
        measure,
        value,
        written,
        problem,
    )


def _period(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return period_from_label(text).label
    except UsageError:
        printed = find_period(text)
        return printed.label if printed else None


class _Published:
    """Asks the store once for each series, however many rows speak of it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._heads: dict[tuple[str, str | None], list[SeriesHead]] = {}
        self._points: dict[str, tuple[TrendPoint, ...]] = {}

    def heads(self, code: str, council: str | None) -> list[SeriesHead]:
        key = code, council
        if key not in self._heads:
            self._heads[key] = find_series(self._store, code, council=council, code_key=code_key)
        return self._heads[key]

    def points(self, series_id: str) -> tuple[TrendPoint, ...]:
        if series_id not in self._points:
            self._points[series_id] = trend(
                self._store, [series_id], all_points=True, follow_links=True
            ).points
        return self._points[series_id]


def _compared(found: _Published, own: Own) -> Compared:
    heads = found.heads(own.code or "", own.council)
    if not heads:
        return Compared(own, "not_published", "no such series")
    if len(heads) > 1:
        councils = {head.council or "unknown" for head in heads}
        which = "councils" if len(councils) > 1 else "series"
        return Compared(own, "unclear", f"{len(heads)} {which} are meant by {own.code!r}")
    (head,) = heads
    measures = (own.measure,) if own.measure else _RESULTS
    points = [
        point
        for point in found.points(head.series_id)
        if point.period == own.period and point.measure in measures
    ]
    valued = [point for point in points if point.value is not None]
    if not valued:
        remark = "the cell has no value" if points else "no paper prints this period"
        return Compared(own, "not_published", remark, head, points[0] if points else None)
    return _against(own, head, valued)


def _against(own: Own, head: SeriesHead, points: Sequence[TrendPoint]) -> Compared:
    """Hold a row against the points of one series and period, the best verdict counts."""
    tests: tuple[tuple[Verdict, Callable[[TrendPoint], TrendPoint | Vintage | None]], ...] = (
        ("agrees", lambda point: point if point.value == own.value.value else None),
        ("rounded", lambda point: point if _rounds(point, own.value) else None),
        ("earlier", lambda point: _earlier(point, own.value)),
    )
    for verdict, test in tests:
        for point in points:
            held = test(point)
            if held is None:
                continue
            if verdict != "agrees" and point.decided_by == "unknown":
                return Compared(own, "unclear", "papers differ and none is known to be the last",
                                head, held)  # fmt: skip
            return Compared(own, verdict, _of(point, points), head, held)
    point = points[0]
    if len(points) > 1:
        bases = ", ".join(sorted(f"{each.measure} {each.basis}" for each in points))
        return Compared(own, "differs", f"{len(points)} figures are printed: {bases}", head, point)
    return Compared(own, "differs", _scaled(point, own.value), head, point)


def _of(point: TrendPoint, points: Sequence[TrendPoint]) -> str | None:
    """Say which of several figures of the period it was held against."""
    return f"{point.measure}, {point.basis.replace('_', ' ')}" if len(points) > 1 else None


def _earlier(point: TrendPoint, own: PrintedFigure) -> Vintage | None:
    return next((each for each in point.vintages if each.value == own.value), None)


def _rounds(point: TrendPoint, own: PrintedFigure) -> bool:
    """Whether one of the two is the other with fewer digits; half a unit either way."""
    if point.value is None or own.value is None:
        return False
    fewer = min(point.decimals or 0, own.decimals or 0)
    if (point.decimals or 0) == (own.decimals or 0):
        return False
    return abs(point.value - own.value) * 2 <= Decimal(1).scaleb(-fewer)


def _scaled(point: TrendPoint, own: PrintedFigure) -> str | None:
    """Say where a share was written for a percentage, which spreadsheets do."""
    for factor, words in _SCALES.items():
        if own.value and point.value == own.value * factor:
            return f"yours is {words} it: is it a share?"
    return None
