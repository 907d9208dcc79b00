"""What a chart of one series shows: what stands on its line, what beside it, and what not at all.

Year-end results are one thing and parts of a year another: they never share a line nor an axis. A
collection rate's first quarter is compared with the first quarters of other years.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from crossfoot.charts.years import YEAR, moment, part_of_year
from crossfoot.points import Line, printed
from crossfoot.store.marks import provisional_mark
from crossfoot.store.series import TrendPoint, Vintage

# These change what was said; ``same`` and ``rounding`` do not.
_UNCHANGED = frozenset({"same", "rounding"})
# Nobody knows which came first, or one of the two is a slip.
_UNORDERED = frozenset({"differs", "slip"})
# A part that stands for itself may be joined with the part before it. What grows through the
# year may not: its next year begins at nothing.
_OWN = frozenset({"in_period", "rolling", "snapshot"})
# The neighbour of a part in its own year, in years: a quarter, with days to spare.
_NEAR = 0.27


@dataclass(frozen=True)
class Dot:
    """A printed number on the chart. ``when`` is in financial years: 2019.5 is mid 2019/20.

    ``part`` names the part of the year (``Q1``, ``Aug``), empty for a whole year's result;
    ``former`` holds what other papers print for it, each value once; ``open`` says what marks the
    figure as not final, empty where nothing does.
    """

    point: TrendPoint
    value: Decimal
    when: float
    part: str
    former: tuple[tuple[Vintage, Decimal], ...]
    open: str = ""

    @property
    def year(self) -> int:
        """The financial year by the year it begins in."""
        return int(self.when // 1)


_Joined = Callable[[Dot, Dot], bool]


@dataclass(frozen=True)
class Joint:
    """Where the line goes on with the figures of another series: after *when*, from *new* on."""

    when: float
    old: str
    new: str


@dataclass(frozen=True)
class Target:
    """An annual target of a year without a result."""

    point: TrendPoint
    value: Decimal
    year: int


@dataclass(frozen=True)
class Drawing:
    """One chart. Runs are lists of places in ``results`` or ``parts`` that a line may join.

    ``years`` are the axis, those without a figure included; ``blank`` says for each year between
    the first and the last that has no result what the papers print in its place (empty: nothing).
    """

    line: Line
    unit: str | None
    years: range
    results: tuple[Dot, ...]
    result_runs: tuple[tuple[Dot, ...], ...]
    parts: tuple[Dot, ...]
    part_runs: tuple[tuple[Dot, ...], ...]
    targets: tuple[Target, ...]
    joints: tuple[Joint, ...]
    blank: dict[int, str]
    left_out: tuple[tuple[str, TrendPoint], ...]

    @property
    def latest(self) -> Dot:
        """The latest result; the latest part of a year where there is no result."""
        return max(self.results or self.parts_alike, key=lambda dot: dot.when)

    @property
    def parts_alike(self) -> tuple[Dot, ...]:
        """The parts of the commonest basis: without words, a month and a running count mix ill."""
        held = Counter(dot.point.basis for dot in self.parts)
        chosen = max(held, key=lambda basis: (held[basis], basis in _OWN, basis), default=None)
        return tuple(dot for dot in self.parts if dot.point.basis == chosen)


def drawing(line: Line) -> Drawing | None:
    """Return what to draw of a series; None where nothing printed is a number with a date.

    *line* should hold every point of every measure: parts of earlier years are what a part is
    compared with.
    """
    unit = _unit(line)
    left_out: list[tuple[str, TrendPoint]] = []
    dots: list[Dot] = []
    for point in line.points:
        if point.value is None or point.measure not in ("outturn", "actual"):
            continue
        when = moment(point)
        if point.unit and unit and point.unit != unit:
            left_out.append((f"printed in {point.unit}", point))
        elif when is None:
            left_out.append(("the paper names no period", point))
        else:
            dots.append(_dot(point, point.value, when))
    dots.sort(key=lambda dot: (dot.when, dot.point.basis != "annual"))
    results = tuple(dot for dot in dots if not dot.part)
    parts = tuple(dot for dot in dots if dot.part)
    if not dots:
        return None
    targets = _targets(line, unit, {dot.year for dot in results})
    blank = _blank(line, results or parts)
    everything = {dot.year for dot in dots} | set(blank)
    if results:
        everything.update(target.year for target in targets)
    return Drawing(
        line=line,
        unit=unit,
        years=range(min(everything), max(everything) + 1),
        results=results,
        result_runs=_result_runs(results),
        parts=parts,
        part_runs=_part_runs(parts),
        targets=targets,
        joints=_joints(results),
        blank=blank,
        left_out=tuple(left_out),
    )


def in_order(vintage: Vintage) -> bool:
    """Whether it is known that this was said first, and held until it was said otherwise."""
    return vintage.change not in _UNORDERED and not vintage.later


def values(dots: Iterable[Dot]) -> list[Decimal]:
    """Return every number that the dots put on the value axis: own, former, target."""
    found = []
    for dot in dots:
        found.append(dot.value)
        found.extend(value for _, value in dot.former)
        if dot.point.target is not None:
            found.append(dot.point.target)
    return found


def _unit(line: Line) -> str | None:
    """The unit of most figures: a series that changes its unit cannot share one axis."""
    if line.head.unit:
        return line.head.unit
    units = Counter(p.unit for p in line.points if p.unit and p.value is not None)
    return min(units, key=lambda unit: (-units[unit], unit)) if units else None


def _dot(point: TrendPoint, value: Decimal, when: float) -> Dot:
    former: dict[tuple[Decimal, bool], tuple[Vintage, Decimal]] = {}
    for vintage in point.vintages:
        if vintage.change not in _UNCHANGED and vintage.value is not None:
            key = (vintage.value, in_order(vintage))
            former.setdefault(key, (vintage, vintage.value))
    part = "" if point.measure == "outturn" else part_of_year(point)
    return Dot(point, value, when, part, tuple(former.values()), provisional_mark(point) or "")


def _result_runs(results: Sequence[Dot]) -> tuple[tuple[Dot, ...], ...]:
    """Runs of years without a gap. Two results of one year: the first, annual if any, is joined."""
    yearly: dict[int, Dot] = {}
    for dot in results:
        yearly.setdefault(dot.year, dot)
    return _runs(list(yearly.values()), lambda a, b: b.year == a.year + 1 and _same_series(a, b))


def _same_series(a: Dot, b: Dot) -> bool:
    return a.point.series_id == b.point.series_id


def _part_runs(parts: Sequence[Dot]) -> tuple[tuple[Dot, ...], ...]:
    """Runs of the same part of one year after another; of neighbours where each stands alone."""
    own: dict[str, list[Dot]] = defaultdict(list)
    alike: dict[tuple[str, str], list[Dot]] = defaultdict(list)
    for dot in parts:
        if dot.point.basis in _OWN:
            own[dot.point.basis].append(dot)
        else:
            alike[dot.part, dot.point.basis].append(dot)
    found: list[tuple[Dot, ...]] = []
    for basis, dots in own.items():
        runs = _runs(dots, _neighbours)
        if any(len(run) > 1 for run in runs):
            found.extend(runs)
        else:
            for dot in dots:
                alike[dot.part, basis].append(dot)
    for dots in alike.values():
        found.extend(_runs(dots, lambda a, b: b.year == a.year + 1 and _same_series(a, b)))
    return tuple(found)


def _neighbours(a: Dot, b: Dot) -> bool:
    return 0 < b.when - a.when <= _NEAR and _same_series(a, b) and _length(a) == _length(b)


def _length(dot: Dot) -> int:
    """How long a part is, in whole months."""
    start, end = dot.point.period_start, dot.point.period_end
    return round((end - start).days / 30.4) if start and end else 0


def _runs(dots: Sequence[Dot], joined: _Joined) -> tuple[tuple[Dot, ...], ...]:
    runs: list[list[Dot]] = [[dot] for dot in dots[:1]]
    for before, dot in pairwise(dots):
        if joined(before, dot):
            runs[-1].append(dot)
        else:
            runs.append([dot])
    return tuple(tuple(run) for run in runs)


def _targets(line: Line, unit: str | None, held: set[int]) -> tuple[Target, ...]:
    """Annual targets of years that have no result, the next year's above all."""
    found: dict[int, Target] = {}
    for point in line.points:
        if point.measure != "target" or point.value is None or point.basis != "annual":
            continue
        name = YEAR.fullmatch(point.period or "")
        if name and int(name[1]) not in held and (point.unit or unit) == unit:
            found.setdefault(int(name[1]), Target(point, point.value, int(name[1])))
    return tuple(found[year] for year in sorted(found))


def _joints(results: Sequence[Dot]) -> tuple[Joint, ...]:
    return tuple(
        Joint((a.when + b.when) / 2, _code(a), _code(b))
        for a, b in pairwise(results)
        if not _same_series(a, b)
    )


def _code(dot: Dot) -> str:
    return dot.point.code or "the series before"


def _blank(line: Line, dots: Sequence[Dot]) -> dict[int, str]:
    held = {dot.year for dot in dots}
    said: dict[int, str] = {}
    for point in line.points:
        name = YEAR.fullmatch(point.period or "")
        if name and point.measure == "outturn" and point.value is None:
            said.setdefault(int(name[1]), printed(point) if point.as_printed else "")
    ends = held | {year for year, words in said.items() if words}
    return {
        year: said.get(year, "") for year in range(min(ends), max(ends) + 1) if year not in held
    }
