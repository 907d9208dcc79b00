"""Titles of one paper that differ in wording alone: they stay two series.

Between papers ``% of calls answered`` and ``Calls answered (%)`` are one series. A paper that
prints both, in two rows, may mean two things; each of them then goes by its exact title, whatever
other papers print, and a person can say with ``crossfoot link`` that they are one.
"""

from __future__ import annotations

from collections import defaultdict

from crossfoot.normalise.desk import Desk
from crossfoot.normalise.wording import plain_wording
from crossfoot.schema.page import Box
from crossfoot.schema.rows import Indicator, Series


def part_namesakes(desk: Desk) -> None:
    """Give rows of one series whose titles differ a series for each title, and say so."""
    titled: dict[str, dict[str, list[Indicator]]] = defaultdict(lambda: defaultdict(list))
    for row in desk.indicators:
        if row.indicator_id in desk.exact_ids and row.title is not None:
            titled[row.series_id][plain_wording(row.title)].append(row)
    parted = {key: list(rows.values()) for key, rows in titled.items() if len(rows) > 1}
    if not parted:
        return
    moved: dict[str, str] = {}
    for series_id, groups in parted.items():
        whole = desk.series.pop(series_id)
        for rows in groups:
            _keep(desk, whole, rows)
            moved |= {row.indicator_id: desk.exact_ids[row.indicator_id] for row in rows}
        _tell(desk, groups)
    desk.indicators = [
        row.model_copy(update={"series_id": moved.get(row.indicator_id, row.series_id)})
        for row in desk.indicators
    ]
    desk.figures = [
        row.model_copy(update={"series_id": moved[row.indicator_id]})
        if row.indicator_id in moved
        else row
        for row in desk.figures
    ]


def _keep(desk: Desk, whole: Series, rows: list[Indicator]) -> None:
    ids = {row.indicator_id for row in rows}
    units = [each.unit for each in desk.figures if each.indicator_id in ids and each.unit]
    series_id = desk.exact_ids[rows[0].indicator_id]
    desk.series[series_id] = whole.model_copy(
        update={
            "series_id": series_id,
            "title": rows[-1].title,
            "unit": units[0] if units else whole.unit,
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
