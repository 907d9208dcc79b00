"""What else the papers say where two of them print different values of one figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select

from crossfoot.store.chunks import chunks
from crossfoot.store.figure_groups import Key
from crossfoot.store.order import latest
from crossfoot.store.printing import Printing
from crossfoot.store.slip_evidence import Beside
from crossfoot.store.succession import standing
from crossfoot.store.tables import figures
from crossfoot.store.targets import Targets
from crossfoot.store.tracks import Track, track_of

_NEAREST = 2


def beside(
    connection: Connection,
    groups: Mapping[Key, Sequence[Printing]],
    targets: Targets | None = None,
) -> dict[Key, Beside]:
    """Gather what stands beside the figures of which papers print different values.

    Without *targets* those among the figures of *groups* count.
    """
    contested = [key for key, group in groups.items() if _contested(group)]
    if not contested:
        return {}
    if targets is None:
        targets = Targets(item for group in groups.values() for item in group)
    shown = _shown(groups)
    lines = _lines(connection, [item for key in contested for item in groups[key]])
    return {
        key: Beside(
            targets=dict(_own_targets(groups[key], targets)),
            around=_around(groups[key][0], shown),
            lines={item.figure_id: lines[item.figure_id] for item in groups[key]},
        )
        for key in contested
    }


def _contested(group: Iterable[Printing]) -> bool:
    return len({item.value for item in group if item.value is not None}) > 1


def _own_targets(group: Iterable[Printing], targets: Targets) -> Iterator[tuple[str, Decimal]]:
    for item in group:
        target = targets.in_paper(item)
        if target is not None and target.value is not None:
            yield item.figure_id, target.value


def _shown(
    groups: Mapping[Key, Sequence[Printing]],
) -> Mapping[tuple[str, Track], list[Printing]]:
    found: dict[tuple[str, Track], list[Printing]] = defaultdict(list)
    for group in groups.values():
        values = [item for item in group if item.value is not None and item.source == "cell"]
        if values and values[0].period_end is not None:
            item = latest(standing(values))[0]
            found[item.series_id, track_of(item)].append(item)
    return found


def _around(
    item: Printing, shown: Mapping[tuple[str, Track], list[Printing]]
) -> tuple[Decimal, ...]:
    """The values of the nearest comparable periods, two on either side at most."""
    end = item.period_end
    if end is None:
        return ()
    others = [
        (other.period_end, other.value)
        for other in shown.get((item.series_id, track_of(item)), [])
        if other.period_end not in (None, end) and other.value is not None
    ]
    dated = sorted((day, value) for day, value in others if day is not None)
    before = [value for day, value in dated if day < end][-_NEAREST:]
    after = [value for day, value in dated if day > end][:_NEAREST]
    return (*before, *after)


def _lines(connection: Connection, items: Sequence[Printing]) -> dict[str, dict[Decimal, str]]:
    """Return for each figure the values beside it on its page, and where they stand."""
    c = figures.c
    near = sorted({item.row_no + step for item in items if item.row_no for step in (-1, 0, 1)})
    rows: list[Any] = []
    for ids in chunks(item.document_id for item in items):
        rows += connection.execute(
            select(
                *(c.document_id, c.table_no, c.row_no, c.measure, c.period),
                *(c.value, c.figure_id),
            ).where(
                c.document_id.in_(ids),
                c.row_no.in_(near),
                c.value_state == "value",
            )
        ).all()
    by_row = defaultdict(list)
    for row in rows:
        by_row[row.document_id, row.table_no, row.row_no].append(row)
    found: dict[str, dict[Decimal, str]] = defaultdict(dict)
    for item in items:
        if item.table_no is None or item.row_no is None:
            continue
        for step, words in ((0, "another column"), (-1, "the line above"), (1, "the line below")):
            for row in by_row.get((item.document_id, item.table_no, item.row_no + step), ()):
                column = (row.measure, row.period) == (item.measure, item.period)
                if row.figure_id != item.figure_id and (column or not step):
                    found[item.figure_id].setdefault(row.value, words)
    return found
