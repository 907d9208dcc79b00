"""``target.changed`` for a year's target beside a quarter, of which no paper says what it counts.

It may be the quarter's share of it (24.6% by June) or the year's own. That it is the year's own
shows where a paper prints the same target under the year's result, or where successive quarters
print one target: a share of a percentage grows every quarter. What stands still and then grows may
come in steps, and says nothing unless it is a percentage that grows little.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.audit.across.order import in_order, named
from crossfoot.audit.across.reports import edition
from crossfoot.audit.across.standing import Standing
from crossfoot.audit.remark import Held, Remark
from crossfoot.store.bulk_rows import FigureRow
from crossfoot.store.declared import declared

#: A percentage that grows so many times over within a year comes in steps.
_STEP = Decimal("1.5")
_YEAR = re.compile(r"\d{4}/\d{2}")


def targets_beside_quarters(standing: Standing) -> Iterator[Remark | Held]:
    """``target.changed``: a year's target is another one in a later quarter's paper."""
    for rows in standing.figures_of_series.values():
        for printed, annual in _by_year(rows).values():
            history = in_order(printed, _only)
            if not _is_of_the_year(history, annual):
                continue
            seen: set[Decimal | None] = set()
            for before, after in pairwise(history):
                seen.add(before.value)
                if _rounds(before, after):
                    yield Held("target.changed", document_id=after.document_id)
                elif after.value not in seen:
                    yield _changed(standing, before, after)


def _changed(standing: Standing, before: FigureRow, after: FigureRow) -> Remark:
    head = standing.indicators.get(after.indicator_id)
    name = after.code or (head.title if head else None) or "a target without a code"
    said = declared(after, head.note if head else None, edition(after).period_end)
    return Remark(
        "target.changed",
        "note" if said or after.footnote else "warning",
        f"{name}, target {after.period}: {after.as_printed}, in {named(edition(before))} "
        f"{before.as_printed}" + (f"; the paper says {said.words!r}" if said else ""),
        (after, before),
        printed=after.as_printed,
        expected=before.as_printed,
        code=after.code,
        elsewhere=standing.file_name(before),
    )


def _by_year(
    rows: Sequence[FigureRow],
) -> Mapping[str, tuple[list[FigureRow], set[Decimal]]]:
    """Return a series' targets of unknown basis by year, and its annual ones of that year."""
    found: dict[str, tuple[list[FigureRow], set[Decimal]]] = defaultdict(lambda: ([], set()))
    for row in rows:
        if row.measure != "target" or row.value is None or row.source != "cell":
            continue
        if row.period is None or not _YEAR.fullmatch(row.period):
            continue
        if row.basis == "unknown":
            found[row.period][0].append(row)
        elif row.basis == "annual":
            found[row.period][1].add(row.value)
    return {year: said for year, said in found.items() if len(said[0]) > 1}


def _only(rows: list[FigureRow]) -> FigureRow | None:
    return rows[0] if len({row.value for row in rows}) == 1 else None


def _is_of_the_year(history: Sequence[FigureRow], annual: set[Decimal]) -> bool:
    values = [row.value for row in history if row.value is not None]
    if any(value in annual for value in values):
        return True
    still = any(one == other for one, other in pairwise(values))
    grows = all(one <= other for one, other in pairwise(values))
    percent = all(row.unit == "%" for row in history)
    return still and (not grows or (percent and max(values) < min(values) * _STEP))


def _rounds(one: FigureRow, other: FigureRow) -> bool:
    """Whether one is the other, or it rounded."""
    if one.value is None or other.value is None:
        return False
    coarser = min(one.decimals or 0, other.decimals or 0)
    unit = Decimal(1).scaleb(-coarser) if one.decimals != other.decimals else Decimal(0)
    return abs(one.value - other.value) * 2 <= unit
