"""A status recomputed from the result, the target and the direction that is good."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from crossfoot.audit.direction import Direction, direction_of
from crossfoot.audit.gathered import Again
from crossfoot.audit.measured import Measured, Outcome, measured, miss, outcome, rounds_to_target
from crossfoot.audit.remark import Held, Remark
from crossfoot.audit.series_said import OfSeries
from crossfoot.audit.tolerance import Key, key_of
from crossfoot.audit.unchecked import Unchecked
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Series
from crossfoot.schema.values import Severity

_SPELT_OUT = frozenset({"word", "letter"})
_NO_FIGURE = frozenset({"dash", "blank", "not_available"})
_MOST_NOTES = 5
# So many ambers, all of them farther from their targets, show that a paper calls near misses green.
_FEWEST_AMBERS = 2


class _Judged(NamedTuple):
    """A status whose target is met or missed; ``certain`` where nothing of that is inferred."""

    row: Measured
    direction: Direction
    outcome: Outcome
    certain: bool


def statuses_against_values(paper: Paper) -> Iterator[Remark | Held]:
    """``status.value``, ``status.tolerance``, ``status.no_figure`` and ``status.unchecked``.

    A green that misses its target, a red or amber that meets it, and statuses whose misses are
    out of order: see docs/rules.
    """
    rows = measured(paper)
    of_series: dict[str, OfSeries] = defaultdict(OfSeries)
    empty: list[Measured] = []
    valued = 0
    for row in rows:
        of_series[row.indicator.series_id].add(row)
        valued += row.result.value is not None
        if row.result.value_state in _NO_FIGURE:
            empty.append(row)
    if not of_series:
        return
    yield from _without_figures(empty)
    if valued:
        yield Held("status.no_figure", valued)
    key = key_of(paper)
    series = {each.series_id: each for each in paper.series}
    # A long paper's rows are made anew to be judged, when all that missed are known.
    weighed: Iterable[_Judged | Measured] = Again(partial(_weighed, rows, of_series, series))
    if isinstance(rows, list):
        weighed = list(weighed)
    unchecked = Unchecked()
    missed: list[_Judged] = []
    for each in weighed:
        if isinstance(each, Measured):
            unchecked.add(each, _name(each))
        elif each.outcome == "missed" and miss(each.row) and each.row.likeness != "profiled":
            missed.append(each)
    checked = 0
    for each in weighed:
        if isinstance(each, _Judged):
            checked += 1
            yield from _judge(each, key, missed)
    yield from _in_order(missed)
    yield from unchecked.remarks(checked)


def _weighed(
    rows: Iterable[Measured],
    of_series: Mapping[str, OfSeries],
    series: Mapping[str, Series],
) -> Iterator[_Judged | Measured]:
    """Yield rows with a direction, and as they are those that want for one."""
    for row in rows:
        if row.result.value is None:
            continue
        same = of_series[row.indicator.series_id]
        # Two titles under one code: whose direction the code's is, nobody knows.
        said = None if same.is_titled_twice else series.get(row.indicator.series_id)
        direction = direction_of(said, row.indicator.title, row.target)
        direction = direction or same.by_others(row)
        if row.target is not None and row.target.value == row.result.value:
            direction = direction or Direction("higher", "target")
        found = outcome(row, direction.polarity) if direction else None
        if direction and found:
            certain = (
                direction.certain
                and row.likeness == "certain"
                and row.status.status_carrier in _SPELT_OUT
            )
            yield _Judged(row, direction, found, certain)
        elif direction is None and outcome(row, "higher"):
            yield row


def _without_figures(rows: Sequence[Measured]) -> Iterator[Remark]:
    """One note for each row; one for all where they are many, as in a quarter's paper they are."""
    expected = "a figure, or no colour"
    if len(rows) > _MOST_NOTES:
        names = ", ".join(_name(row) for row in rows)
        yield Remark(
            "status.no_figure",
            "note",
            f"{len(rows)} rows have a colour for a period of which no figure is printed: {names}",
            tuple(part for row in rows for part in (row.status, row.result)),
            expected=expected,
        )
        return
    for row in rows:
        yield Remark(
            "status.no_figure",
            "note",
            f"{_name(row)}: {row.status.status} for {row.result.period}, where no figure is "
            "printed",
            (row.status, row.result),
            printed=f"{row.status.status_as_printed or row.status.status}, "
            f"{row.result.as_printed or 'blank'}",
            expected=expected,
            code=row.indicator.code,
        )


def _judge(each: _Judged, key: Key, missed: Sequence[_Judged]) -> Iterator[Remark | Held]:
    status = each.row.status.status
    if each.outcome == "missed":
        yield from _judge_miss(each, key, missed)
    elif status == "green":
        yield Held("status.value")
    elif each.outcome == "met":
        # Without a key red may be of a risk, or of the way a result is going.
        sure: Severity = "error" if each.certain and key.strict else "warning"
        severity: Severity = sure if status == "red" else "warning" if each.certain else "note"
        yield _remark(each, severity, "meets the target", "green")
    elif status == "red":
        # 98% may be 97.96%: too near for red, but not for amber.
        yield _remark(each, "warning", "equals the target", "green")


def _judge_miss(each: _Judged, key: Key, missed: Sequence[_Judged]) -> Iterator[Remark | Held]:
    status, far = each.row.status.status, miss(each.row)
    sure: Severity = "error" if each.certain else "warning"
    unit = each.row.result.unit
    if status == "green":
        allowed = key.green.beyond(*far, unit) if key.green and far else None
        if key.loose and allowed is not True:
            if allowed is False:
                yield Held("status.value")
            return
        severity = sure if key.strict or key.loose else "warning"
        if rounds_to_target(each.row):
            severity = "warning"  # what is shown with the target's digits meets it
        nearer = _nearer(each, missed)
        if each.row.likeness == "profiled" or (severity == "warning" and _is_near(each, missed)):
            severity = "note"
        yield _remark(each, severity, "misses the target", "not green", nearer)
        return
    beyond = key.amber.beyond(*far, unit) if key.amber and far else None
    if each.row.likeness == "profiled":
        return
    if status == "amber" and beyond:
        yield _remark(each, sure, "misses the target by more than the key allows", "red")
    elif status == "red" and beyond is False:
        yield _remark(each, sure, "misses the target by no more than the key allows", "amber")
    else:
        yield Held("status.value")


def _remark(
    each: _Judged, severity: Severity, words: str, expected: str, nearer: _Judged | None = None
) -> Remark:
    row = each.row
    target = row.target
    assert target is not None  # what is judged has a target
    says = row.status.status_as_printed or row.status.status
    message = (
        f"{_name(row)}: {says}, but {row.result.as_printed} for {row.result.period} {words} of "
        f"{target.as_printed}"
    )
    if not each.direction.certain and each.outcome != "equal":
        message += f" (by its {each.direction.by} {each.direction.polarity} is better)"
    rows: tuple[Measured, ...] = (row,)
    if nearer is not None:
        message += f"; {_name(nearer.row)} misses by less and is {nearer.row.status.status}"
        rows = (row, nearer.row)
    return Remark(
        "status.value",
        severity,
        message,
        tuple(part for one in rows for part in (one.status, one.result, one.target) if part),
        printed=f"{says}, {row.result.as_printed} against {target.as_printed}",
        expected=expected,
        code=row.indicator.code,
    )


def _nearer(each: _Judged, missed: Sequence[_Judged]) -> _Judged | None:
    """The row nearest to its target that is not green though it misses by less, by any measure."""
    others = [
        other
        for other in missed
        if other.row.status.status != "green" and _wider(each, other) and _alike(each, other)
    ]
    return min(others, key=lambda other: _far(other)[1], default=None)


def _is_near(each: _Judged, missed: Sequence[_Judged]) -> bool:
    """Whether the ambers of the paper, more than one, miss their targets by more than this green.

    That is a tolerance that the paper does not print and keeps to.
    """
    if miss(each.row) is None:
        return False
    ambers = [other for other in missed if other.row.status.status == "amber"]
    return len(ambers) >= _FEWEST_AMBERS and all(
        _far(other)[1] > _far(each)[1] for other in missed if other.row.status.status != "green"
    )


def _in_order(missed: Sequence[_Judged]) -> Iterator[Remark | Held]:
    """``status.tolerance``: in one table no amber misses by more than a red, by any measure."""
    tables: dict[int | None, list[_Judged]] = defaultdict(list)
    for each in missed:
        tables[each.row.indicator.table_no].append(each)
    for rows in tables.values():
        ambers = [each for each in rows if each.row.status.status == "amber"]
        reds = [each for each in rows if each.row.status.status == "red"]
        pairs = [(amber, red) for amber in ambers for red in reds if _alike(amber, red)]
        crossed = [(amber, red) for amber, red in pairs if _wider(amber, red)]
        if not crossed:
            if pairs:
                yield Held("status.tolerance")
            continue
        amber, red = max(crossed, key=lambda pair: _far(pair[0])[1] - _far(pair[1])[1])
        yield Remark(
            "status.tolerance",
            "note",
            f"{_name(amber.row)} misses its target by {_percent(amber)} and is amber, "
            f"{_name(red.row)} by {_percent(red)} and is red",
            tuple(
                part
                for one in (amber.row, red.row)
                for part in (one.status, one.result, one.target)
                if part
            ),
            printed=f"amber at {_percent(amber)}, red at {_percent(red)}",
            expected="the wider miss has the worse colour",
            code=amber.row.indicator.code,
        )


def _far(each: _Judged) -> tuple[Decimal, Decimal]:
    return miss(each.row) or (Decimal(0), Decimal(0))


def _wider(one: _Judged, other: _Judged) -> bool:
    return all(a > b for a, b in zip(_far(one), _far(other), strict=True))


def _alike(one: _Judged, other: _Judged) -> bool:
    return one.row.result.unit == other.row.result.unit


def _percent(each: _Judged) -> str:
    return f"{_far(each)[1] * 100:.1f}%"


def _name(row: Measured) -> str:
    return row.indicator.code or row.indicator.title or "an indicator without a code"
