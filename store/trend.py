"""A series across years: one point per period, with every paper that printed it.

Which printing of a period is shown: the latest publication's, of those that print a value. Many
papers print no day of publication; a point says by which rule its printing was chosen, and where
nothing decides it says ``unknown`` and does not speak of a restatement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from crossfoot.schema.values import Measure
from crossfoot.store.beside import beside
from crossfoot.store.database import Store
from crossfoot.store.figure_groups import by_figure
from crossfoot.store.joined import Joined, Joint
from crossfoot.store.known import known_by, left_out
from crossfoot.store.lineage import Followed, alone, followed
from crossfoot.store.order import DecidedBy, came_after, day_in_order, latest
from crossfoot.store.printing import Printing, printings
from crossfoot.store.repeats import Repeat, report_of, without_repeats
from crossfoot.store.revisions import Kind, Revision, change_of, revisions
from crossfoot.store.rounding import rounds_to
from crossfoot.store.slip_evidence import NOTHING, Beside
from crossfoot.store.succession import is_tentative, standing
from crossfoot.store.targets import Targets
from crossfoot.store.tracks import Track, track_of

Change = Literal["same", "rounding", "restated", "provisional", "slip", "differs"]
_CHANGES: dict[Kind, Change] = {
    "rounding": "rounding",
    "restatement": "restated",
    "provisional_made_final": "provisional",
    "slip": "slip",
    "unknown": "differs",
}
#: Which periods stand side by side.
Compare = Literal["latest", "year_end", "same_period"]
_RESULTS: tuple[Measure, ...] = ("outturn", "actual")
_MEASURES: tuple[Measure, ...] = ("outturn", "actual", "previous", "comparator", "target")


@dataclass(frozen=True, kw_only=True)
class Vintage(Printing):
    """Another printing of the point's period, and how the shown one differs from it.

    ``same`` value and digits; ``rounding``: one is the other rounded (29 and 29.0, 29.0 and
    28.96); ``restated``: another value, printed before the shown one; ``provisional``: another
    value, marked as not final, printed before or after the shown one, which is not; ``slip``: one
    of the papers has a slip, ``slip_of`` says which (a document id); ``differs``: another value,
    and nobody can say which came first. ``because`` gives the reason
    (:mod:`crossfoot.store.revisions`); ``returned`` says that a paper after this one prints again
    what was printed before it, ``later`` that it was itself printed after the one shown.
    """

    change: Change
    because: str | None = None
    slip_of: str | None = None
    returned: bool = False
    later: bool = False


@dataclass(frozen=True, kw_only=True)
class TrendPoint(Printing):
    """The printing shown for a period, its target, and the other printings, latest first.

    ``target`` is the target printed for the same period and basis (beside an outturn only an
    annual one, ruling 4), of the same paper if it prints one. ``decided_by`` is the rule by which
    this printing is the latest; ``restates`` whether it changes a value published before.
    ``repeats`` are the same figure in other files of the same report, counted once. ``line_id``
    names the line it stands in, the series' own id where that is followed alone; ``joint`` says
    that the point before it of those it compares with is another series'.
    """

    target: Decimal | None
    target_as_printed: str | None
    target_figure_id: str | None
    decided_by: DecidedBy
    restates: bool
    vintages: tuple[Vintage, ...]
    repeats: tuple[Repeat, ...] = ()
    line_id: str = ""
    joint: Joint | None = None


@dataclass(frozen=True)
class Trend:
    """Points in order of line, measure and time; ``lines`` are those that were followed.

    ``undated`` counts the papers that were left out because ``as_of`` was asked for and they
    print no day of publication; ``later`` those published after it.
    """

    points: tuple[TrendPoint, ...]
    undated: int = 0
    later: int = 0
    lines: tuple[Followed, ...] = ()


def trend(
    store: Store,
    series_ids: Sequence[str],
    *,
    measures: Sequence[Measure] | None = None,
    all_points: bool = False,
    as_of: date | None = None,
    compare: Compare = "latest",
    follow_links: bool = False,
) -> Trend:
    """Follow the series, with *follow_links* into those that decisions join them with.

    Without *measures*, by *compare*: ``latest`` gives outturns, and the actuals (quarters,
    half-years, months) that end after the last outturn with the same part of the years before;
    ``year_end`` the results of whole years alone; ``same_period`` those and every actual.
    :func:`crossfoot.store.tracks.by_track` groups what compares. With *measures*: every point of
    those. With *all_points*: every point of every measure, also where nothing or no number is
    printed. Points of different periods, measures or bases are never merged. With *as_of*: what
    was published up to that day.
    """
    with store.read() as connection:
        lines = followed(connection, series_ids) if follow_links else alone(series_ids)
        joined = Joined(lines)
        found = list(joined.merged(printings(connection, joined.members)))
        dated = known_by(found, as_of)
        wanted = _MEASURES if all_points else _RESULTS
        wanted = wanted if measures is None else tuple(measures)
        groups = by_figure(item for item in dated if item.measure in wanted)
        targets = Targets(dated)
        evidence = beside(connection, groups, targets)
    points = [
        _point(group, targets, evidence.get(key, NOTHING), joined.line_of(key[0]))
        for key, group in groups.items()
    ]
    if not all_points:
        points = [point for point in points if point.value_state != "blank"]
        points = points if measures is not None else _chosen(points, compare)
    undated, later = left_out([item for item in found if item.measure in wanted], dated)
    ordered = _as_printed(sorted(points, key=_order), joined)
    return Trend(tuple(ordered), undated=undated, later=later, lines=tuple(lines))


def _as_printed(points: Iterable[TrendPoint], joined: Joined) -> Iterator[TrendPoint]:
    """Give points and vintages of joined series their own series back, and mark the joints.

    A joint lies between two points that are compared, such as one first quarter and the next.
    """
    last: dict[tuple[str, Track], TrendPoint] = {}
    for each in points:
        if each.line_id == each.series_id:
            yield each
            continue
        point = replace(
            each,
            series_id=joined.own(each),
            vintages=tuple(replace(item, series_id=joined.own(item)) for item in each.vintages),
        )
        place = point.line_id, track_of(point)
        if before := last.get(place):
            point = replace(point, joint=joined.joint(point.line_id, before, point))
        last[place] = point
        yield point


def _order(point: TrendPoint) -> tuple[object, ...]:
    return (
        point.council or "",
        point.code or "" if point.line_id == point.series_id else "",
        point.line_id,
        _MEASURES.index(point.measure),
        point.period_end or date.max,
        point.period_start or date.max,
        point.period or "",
        point.speaks_of or date.max,
        point.basis,
        point.figure_id,
    )


def _chosen(points: list[TrendPoint], compare: Compare) -> list[TrendPoint]:
    if compare == "same_period":
        return points
    if compare == "year_end":
        return [point for point in points if track_of(point).counts == "year"]
    ends: dict[str, date] = defaultdict(lambda: date.min)
    for point in points:
        if point.measure == "outturn" and point.period_end:
            ends[point.line_id] = max(ends[point.line_id], point.period_end)
    recent = {
        (point.line_id, track_of(point))
        for point in points
        if point.measure == "actual" and (point.period_end or date.max) > ends[point.line_id]
    }
    return [
        point
        for point in points
        if point.measure == "outturn" or (point.line_id, track_of(point)) in recent
    ]


def _point(
    found: list[Printing],
    targets: Targets,
    evidence: Beside,
    line_id: str,
) -> TrendPoint:
    group, repeats = without_repeats(found)
    # A figure that a note mentions never stands in for one that a cell prints.
    values = [item for item in group if item.value is not None]
    cells = [item for item in values if item.source == "cell"]
    printed = standing(cells) or values or group
    shown, decided_by = latest(printed)
    others = sorted((item for item in group if item is not shown), key=day_in_order, reverse=True)
    changes = revisions(group, evidence)
    vintages = tuple(_vintage(shown, item, decided_by, changes) for item in others)
    target = targets.beside(shown)
    return TrendPoint(
        **_values(shown),
        target=target.value if target else None,
        target_as_printed=target.as_printed if target else None,
        target_figure_id=target.figure_id if target else None,
        decided_by=decided_by,
        restates=any(vintage.change == "restated" for vintage in vintages),
        vintages=vintages,
        repeats=tuple(
            Repeat.of(item)
            for item in sorted(repeats, key=day_in_order)
            if report_of(item) == report_of(shown) and item.value == shown.value
        ),
        line_id=line_id,
    )


def _values(item: Printing) -> dict[str, Any]:
    return vars(item)


def _vintage(
    shown: Printing, item: Printing, decided_by: DecidedBy, changes: Sequence[Revision]
) -> Vintage:
    plain = _plain_change(shown, item)
    if plain is not None:
        return Vintage(**_values(item), change=plain)
    revision = change_of(item, changes)
    change: Change = "differs"
    if decided_by != "unknown" and shown.source == item.source and revision is not None:
        change = _CHANGES[revision.kind] if revision.replaces else "differs"
    if change == "differs" and _is_not_final_beside(shown, item):
        change = "provisional"
    return Vintage(
        **_values(item),
        change=change,
        because=revision.because if revision else None,
        slip_of=revision.slip_of if revision else None,
        returned=revision.returns if revision else False,
        later=change == "provisional" and came_after(item, shown) is True,
    )


def _is_not_final_beside(shown: Printing, item: Printing) -> bool:
    alike = shown.source == item.source and shown.unit == item.unit
    return alike and is_tentative(item.footnote) and not is_tentative(shown.footnote)


def _plain_change(shown: Printing, other: Printing) -> Change | None:
    """How the two differ where that follows from the two alone."""
    if shown.value is None or other.value is None:
        return "same" if shown.value_state == other.value_state else "differs"
    if shown.value == other.value:
        return "same" if shown.decimals == other.decimals else "rounding"
    return "rounding" if rounds_to(shown, other) or rounds_to(other, shown) else None
