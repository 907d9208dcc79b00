"""A series across years: one point per period, with every paper that printed it.

Which printing of a period is shown: the latest publication's, of those that print a value. Many
papers print no day of publication; a point says by which rule its printing was chosen, and where
nothing decides it says ``unknown`` and does not speak of a restatement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from crossfoot.schema.values import Basis, Measure
from crossfoot.store.database import Store
from crossfoot.store.order import DecidedBy, day_in_order, latest
from crossfoot.store.printing import Printing, printings
from crossfoot.store.repeats import Repeat, without_repeats

Change = Literal["same", "rounding", "restated", "differs"]
_Key = tuple[str, Measure, str | None, date | None, date | None, date | None, Basis]
_MEASURES: tuple[Measure, ...] = ("outturn", "actual", "previous", "comparator", "target")


@dataclass(frozen=True, kw_only=True)
class Vintage(Printing):
    """Another printing of the point's period, and how the shown one differs from it.

    ``same`` value and digits; ``rounding``: one is the other rounded (29 and 29.0, 29.0 and
    28.96); ``restated``: another value, printed before the shown one; ``differs``: another value,
    and nobody can say which came first.
    """

    change: Change


@dataclass(frozen=True, kw_only=True)
class TrendPoint(Printing):
    """The printing shown for a period, its target, and the other printings, latest first.

    ``target`` is the target printed for the same period and basis (beside an outturn only an
    annual one, ruling 4), of the same paper if it prints one. ``decided_by`` is the rule by which
    this printing is the latest; ``restates`` whether it changes a value published before.
    ``repeats`` are the same figures in other files of the same report, counted once.
    """

    target: Decimal | None
    target_as_printed: str | None
    target_figure_id: str | None
    decided_by: DecidedBy
    restates: bool
    vintages: tuple[Vintage, ...]
    repeats: tuple[Repeat, ...] = ()


@dataclass(frozen=True)
class Trend:
    """Points in order of series, measure and time.

    ``undated`` counts the papers that were left out because ``as_of`` was asked for and they
    print no day of publication; ``later`` those published after it.
    """

    points: tuple[TrendPoint, ...]
    undated: int = 0
    later: int = 0


def trend(
    store: Store,
    series_ids: Sequence[str],
    *,
    measures: Sequence[Measure] | None = None,
    all_points: bool = False,
    as_of: date | None = None,
) -> Trend:
    """Follow the series.

    Without *measures*: outturns, and the actuals (quarters, half-years, months) that end after the
    last outturn. With *measures*: every point of those. With *all_points*: every point of every
    measure, also where nothing or no number is printed. Points of different periods, measures or
    bases are never merged. With *as_of*: what was published up to that day.
    """
    with store.read() as connection:
        found = printings(connection, series_ids)
    dated = [item for item in found if as_of is None or _published_by(item, as_of)]
    points = _points(dated)
    if not all_points:
        points = [point for point in points if point.value_state != "blank"]
        points = _chosen(points, measures)
    elif measures is not None:
        points = [point for point in points if point.measure in measures]
    undated, later = _left_out(found, dated)
    return Trend(tuple(sorted(points, key=_order)), undated=undated, later=later)


def _left_out(found: list[Printing], dated: list[Printing]) -> tuple[int, int]:
    """Count the papers without a day, and the later ones, whose figures are not in the answer.

    A paper that only repeats figures of the same report in a file that counts is not left out.
    """
    known = {_said(item) for item in dated}
    days = {item.document_id: item.published_on for item in found if _said(item) not in known}
    undated = sum(day is None for day in days.values())
    return undated, len(days) - undated


def _said(item: Printing) -> tuple[object, ...]:
    return (item.same_report_as or item.document_id, *_key(item), item.value_state, item.value)


def _published_by(item: Printing, day: date) -> bool:
    return item.published_on is not None and item.published_on <= day


def _order(point: TrendPoint) -> tuple[object, ...]:
    return (
        point.council or "",
        point.code or "",
        point.series_id,
        _MEASURES.index(point.measure),
        point.period_end or date.max,
        point.period_start or date.max,
        point.period or "",
        point.speaks_of or date.max,
        point.basis,
        point.figure_id,
    )


def _chosen(points: list[TrendPoint], measures: Sequence[Measure] | None) -> list[TrendPoint]:
    if measures is not None:
        return [point for point in points if point.measure in measures]
    ends: dict[str, date] = defaultdict(lambda: date.min)
    for point in points:
        if point.measure == "outturn" and point.period_end:
            ends[point.series_id] = max(ends[point.series_id], point.period_end)
    return [
        point
        for point in points
        if point.measure == "outturn"
        or (point.measure == "actual" and (point.period_end or date.max) > ends[point.series_id])
    ]


def _points(found: list[Printing]) -> list[TrendPoint]:
    groups: dict[_Key, list[Printing]] = defaultdict(list)
    for item in found:
        groups[_key(item)].append(item)
    _settle_unknown_basis(groups)
    targets: dict[str, list[Printing]] = defaultdict(list)
    for item in found:
        if item.measure == "target" and item.value is not None:
            targets[item.series_id].append(item)
    return [_point(group, targets) for group in groups.values()]


def _key(item: Printing) -> _Key:
    # A period that the paper does not name cannot be the same as that of another paper.
    nameless = item.document_id if item.period is None else item.period
    span = (item.period_start, item.period_end, item.speaks_of)
    return (item.series_id, item.measure, nameless, *span, item.basis)


def _settle_unknown_basis(groups: dict[_Key, list[Printing]]) -> None:
    """Join results of unknown basis to those of the one known basis of the same period.

    Not where one paper prints both: then it means two things. Not targets: a profiled target and
    an annual one stand beside the same quarter.
    """
    for key in [key for key in groups if key[-1] == "unknown" and key[1] in ("outturn", "actual")]:
        known = [other for other in groups if other[:-1] == key[:-1] and other[-1] != "unknown"]
        if len(known) != 1:
            continue
        papers = {item.document_id for item in groups[known[0]]}
        if papers.isdisjoint(item.document_id for item in groups[key]):
            groups[known[0]].extend(groups.pop(key))


def _point(
    found: list[Printing],
    targets: dict[str, list[Printing]],
) -> TrendPoint:
    group, repeats = without_repeats(found)
    # A figure that a note mentions never stands in for one that a cell prints.
    values = [item for item in group if item.value is not None]
    printed = [item for item in values if item.source == "cell"] or values or group
    shown, decided_by = latest(printed)
    others = sorted((item for item in group if item is not shown), key=day_in_order, reverse=True)
    vintages = tuple(
        Vintage(**_values(item), change=_change(shown, item, decided_by)) for item in others
    )
    target = _target(shown, targets[shown.series_id])
    return TrendPoint(
        **_values(shown),
        target=target.value if target else None,
        target_as_printed=target.as_printed if target else None,
        target_figure_id=target.figure_id if target else None,
        decided_by=decided_by,
        restates=any(vintage.change == "restated" for vintage in vintages),
        vintages=vintages,
        repeats=tuple(Repeat.of(item) for item in sorted(repeats, key=day_in_order)),
    )


def _values(item: Printing) -> dict[str, Any]:
    return {field.name: getattr(item, field.name) for field in fields(Printing)}


def _change(shown: Printing, other: Printing, decided_by: DecidedBy) -> Change:
    if shown.value is None or other.value is None:
        return "same" if shown.value_state == other.value_state else "differs"
    if shown.value == other.value:
        return "same" if shown.decimals == other.decimals else "rounding"
    if _rounds_to(shown, other) or _rounds_to(other, shown):
        return "rounding"
    by_note = shown.source != other.source
    return "differs" if by_note or decided_by == "unknown" else "restated"


def _rounds_to(fine: Printing, coarse: Printing) -> bool:
    """Whether *coarse* is *fine* with fewer digits; half a unit either way, as papers differ."""
    if fine.value is None or coarse.value is None or fine.decimals is None:
        return False
    if coarse.decimals is None or coarse.decimals >= fine.decimals:
        return False
    return abs(fine.value - coarse.value) * 2 <= Decimal(1).scaleb(-coarse.decimals)


def _target(shown: Printing, targets: list[Printing]) -> Printing | None:
    """Return the target that stands beside *shown*: of its own row, else paper, else the latest.

    None where there are several and nothing says which one holds.
    """
    if shown.measure not in ("outturn", "actual"):
        return None
    found = [item for item in targets if _is_target_of(item, shown)]
    own = [item for item in found if item.indicator_id == shown.indicator_id]
    near = own or [item for item in found if item.document_id == shown.document_id] or found
    if not near:
        return None
    last, decided_by = latest(near)
    return None if decided_by == "unknown" else last


def _is_target_of(target: Printing, shown: Printing) -> bool:
    basis: Basis = "annual" if shown.measure == "outturn" else shown.basis
    if target.basis != basis:
        return False
    if target.period is not None and target.period == shown.period:
        return True
    # A target to date under the year's heading, in the row of a quarter that ends on its day.
    same_row = target.indicator_id == shown.indicator_id
    return same_row and target.speaks_of is not None and target.speaks_of == shown.period_end
