"""``crossfoot coverage``: what is there, what is missing."""

# The imports inside functions keep ``crossfoot --help`` from loading the database.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from crossfoot import output
from crossfoot.commands.options import DEFAULT_DATABASE, Council, Database, Form
from crossfoot.commands.trend import MeasureName
from crossfoot.output import Format

if TYPE_CHECKING:
    from crossfoot.coverage import Expected
    from crossfoot.schema.values import Measure

_LONG = (
    *("council", "code", "title", "measure", "kind", "period", "period_end", "state", "papers"),
    "series_id",
)
_MARKS = {"printed": "●", "no_value": "○", "missing": "✗", "not_begun": "", "ended": ""}
_NOBODY = "no paper prints this period"
_NAMED = 6  # codes of missing figures named in the overview


def coverage(
    council: Council = None,
    measure: Annotated[
        list[MeasureName] | None,
        typer.Option(help="Only this measure; else outturns and actuals. May be given again."),
    ] = None,
    series: Annotated[
        bool, typer.Option("--series", help="A line for each series, a column for each period.")
    ] = False,
    missing: Annotated[
        bool, typer.Option("--missing", help="Only the gaps: between two printed periods.")
    ] = False,
    db: Database = DEFAULT_DATABASE,
    form: Form = Format.TABLE,
) -> None:
    """Say which periods of which series are published, and which are missing.

    Counts, for each council and period that its papers print, the series with a value, those with
    a dash or a blank (no value), those with a gap (missing), and those that had not begun or had
    ended. With --series: ● a value, ○ no value, ✗ missing. CSV and JSON have one row per series
    and period.

    Example: crossfoot coverage --council Broxtowe --series
    """
    from crossfoot.coverage import coverage as expected_of
    from crossfoot.schema.errors import UsageError
    from crossfoot.store.database import read_store
    from crossfoot.store.printed_periods import printed_periods

    names: list[Measure] = [name.value for name in measure] if measure else ["outturn", "actual"]
    with read_store(db) as store:
        printed = printed_periods(store, council=council, measures=names)
    if council and not printed:
        raise UsageError(f"there are no figures of {council!r}", "see crossfoot codes")
    found = expected_of(printed)
    if missing:
        found = [item for item in found if item.state == "missing"]
    if form is not Format.TABLE or missing:
        columns = _LONG if form is not Format.TABLE else _LONG[:6]
        output.records([asdict(item) for item in found], columns, form)
    elif series:
        _matrices(found)
    else:
        _overview(found)
    if not found:
        output.say("crossfoot: nothing is missing" if missing else "crossfoot: no figures there")


def _overview(found: Sequence[Expected]) -> None:
    from crossfoot.coverage import STATES

    groups: dict[tuple[str | None, str, str], list[Expected]] = defaultdict(list)
    for item in sorted(found, key=lambda item: (item.council or "", item.measure, item.kind)):
        groups[item.council, item.measure, item.period].append(item)
    rows = []
    for (council, measure, period), items in groups.items():
        states = Counter(item.state for item in items)
        there = states["printed"] or states["no_value"]
        gaps = [item.name for item in items if item.state == "missing"]
        more = f" and {len(gaps) - _NAMED} more" if len(gaps) > _NAMED else ""
        row: dict[str, object] = {
            "council": council or "unknown",
            "measure": measure,
            "period": period,
            "which_are_missing": ", ".join(gaps[:_NAMED]) + more if there else _NOBODY,
        }
        rows.append(row | {name: states[name] or None for name in STATES})
    columns = ("council", "measure", "period", *STATES, "which_are_missing")
    output.records(rows, columns, Format.TABLE)


def _matrices(found: Sequence[Expected]) -> None:
    """Write a table for each council, measure and kind of period."""
    groups: dict[tuple[str | None, str, str], list[Expected]] = defaultdict(list)
    for item in found:
        groups[item.council, item.measure, item.kind].append(item)
    for number, ((council, measure, kind), items) in enumerate(groups.items()):
        if number:
            output.line()
        output.line(f"{council or 'council unknown'} · {measure} by {kind}")
        ends = {item.period: item.period_end for item in items}
        periods = sorted(ends, key=lambda period: (ends[period], period))
        lines: dict[str, dict[str, str]] = defaultdict(dict)
        names: dict[str, tuple[str, str]] = {}
        for item in items:
            names[item.series_id] = (item.code or "", item.title or "")
            lines[item.series_id][item.period] = _MARKS[item.state]
        output.table(
            ("code", "title", *periods),
            [
                [*names[series_id], *(marks.get(period, "") for period in periods)]
                for series_id, marks in lines.items()
            ],
        )
