"""Titles of one paper that differ in wording alone: they stay two series.

Between papers ``% of calls answered`` and ``Calls answered (%)`` are one series. A paper that
prints both, in two rows, may mean two things; each of them then goes by its exact title, whatever
other papers print, and a person can say with ``crossfoot link`` that they are one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TypeVar

from crossfoot.normalise.desk import Desk, each_changed
from crossfoot.normalise.wording import plain_wording
from crossfoot.schema.packed_rows import looked_at
from crossfoot.schema.page import Box
from crossfoot.schema.rows import Figure, Indicator, Series

R = TypeVar("R", Indicator, Figure)


def part_namesakes(desk: Desk) -> None:
    """Give rows of one series whose titles differ a series for each title, and say so."""
    several = _several_wordings(desk)
    if not several:
        return
    titled: dict[str, dict[str, list[Indicator]]] = defaultdict(lambda: defaultdict(list))
    for row in desk.indicators:
        if (
            row.series_id in several
            and row.indicator_id in desk.exact_ids
            and row.title is not None
        ):
            titled[row.series_id][plain_wording(row.title)].append(row)
    moved: dict[str, str] = {}
    for wordings in titled.values():
        for rows in wordings.values():
            moved |= {row.indicator_id: desk.exact_ids[row.indicator_id] for row in rows}
    units = _units(desk, moved)
    for series_id, wordings in titled.items():
        whole = desk.series.pop(series_id)
        for rows in wordings.values():
            _keep(desk, whole, rows, units)
        _tell(desk, list(wordings.values()))

    def part(row: R) -> R:
        if row.indicator_id not in moved:
            return row
        return row.model_copy(update={"series_id": moved[row.indicator_id]})

    desk.indicators = each_changed(desk.indicators, part)
    desk.figures = each_changed(desk.figures, part)


def _several_wordings(desk: Desk) -> set[str]:
    """The series whose rows are titled in several wordings."""
    worded: dict[str, str] = {}
    return {
        row.series_id
        for row in looked_at(desk.indicators)
        if row.indicator_id in desk.exact_ids
        and row.title is not None
        and worded.setdefault(row.series_id, wording := plain_wording(row.title)) != wording
    }


def _units(desk: Desk, wanted: Collection[str]) -> dict[str, tuple[int, str]]:
    """The first unit printed in the row of each *wanted* indicator, and which of all it is."""
    units: dict[str, tuple[int, str]] = {}
    for figure in looked_at(desk.figures):
        if figure.unit and figure.indicator_id in wanted:
            units.setdefault(figure.indicator_id, (len(units), figure.unit))
    return units


def _keep(
    desk: Desk, whole: Series, rows: list[Indicator], units: dict[str, tuple[int, str]]
) -> None:
    series_id = desk.exact_ids[rows[0].indicator_id]
    printed = [units[row.indicator_id] for row in rows if row.indicator_id in units]
    desk.series[series_id] = whole.model_copy(
        update={
            "series_id": series_id,
            "title": rows[-1].title,
            "unit": min(printed)[1] if printed else whole.unit,
        }
    )


def _tell(desk: Desk, groups: list[list[Indicator]]) -> None:
    first, *others = [rows[0] for rows in groups]
    for row in others:
        desk.tell(
            "series.alike",
            "note",
            f"the titles {first.title!r} and {row.title!r} differ in wording alone; since one "
            "paper prints both they are two series, unless a person links them",
            place=(row.page, Box(row.x0, row.y0, row.x1, row.y1)),
            printed=row.title,
        )
