"""``figure.slip`` against the years around: a moved point, a lost sign, digits swapped or doubled.

Only where the figures around lie close together, this one far from them, and what it would be
without the slip among them. One report alone may print it: what two print is no slip of one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from statistics import median
from typing import NamedTuple

from crossfoot.audit.across.reports import told_by
from crossfoot.audit.across.standing import Standing
from crossfoot.audit.remark import Held, Remark
from crossfoot.store.bulk_rows import FigureRow

#: The nearest comparable periods that a figure is held against, and the fewest that will do.
_NEAREST, _ENOUGH = 6, 4
#: How far out a figure must lie, in spreads of those around and as a share of their middle. Of
#: figures with fewer digits any may be another's slip.
_FAR, _SHARE, _DIGITS = 4, Decimal("0.3"), 2
#: The least spread, as a share of the middle.
_LEAST_SPREAD = Decimal("0.02")
_YEAR = re.compile(r"\d{4}/\d{2}|\d{4}(?=-\d{2}$)")
_POINTS = (-3, -2, -1, 1, 2, 3)


class _Point(NamedTuple):
    """The one value that papers print for a period."""

    end: date
    value: Decimal
    row: FigureRow
    reports: int


def slips_in_a_line(standing: Standing) -> Iterator[Remark | Held]:
    """``figure.slip`` (warning): far from the years around, and among them without the slip."""
    for rows in standing.figures_of_series.values():
        for line in _lines(rows).values():
            yield from _read(line)


def _read(line: Sequence[_Point]) -> Iterator[Remark | Held]:
    held: dict[str, int] = defaultdict(int)
    values = [point.value for point in line]
    for place, point in enumerate(line):
        near = _nearest(len(line), place)
        around = values[near.start : place] + values[place + 1 : near.stop]
        if len(around) < _ENOUGH or point.reports > 1:
            continue
        how = _slip(point.value, around)
        if how is None:
            held[point.row.document_id] += 1
        else:
            others = (*line[near.start : place], *line[place + 1 : near.stop])
            yield _remark(point, others, how)
    for document_id, times in held.items():
        yield Held("figure.slip", times, document_id)


def _nearest(points: int, place: int) -> range:
    """Return the places nearest to *place* in a line of so many points, itself among them."""
    start = max(0, min(place - _NEAREST // 2, points - 1 - _NEAREST))
    return range(start, min(start + _NEAREST + 1, points))


def _remark(point: _Point, around: Sequence[_Point], how: tuple[str, Decimal]) -> Remark:
    row, (words, meant) = point.row, how
    name = row.code or "a figure without a code"
    return Remark(
        "figure.slip",
        "warning",
        f"{name}, {row.measure} {row.period}: {row.as_printed} is far from the periods around it "
        f"and would be among them if {words}",
        (row, *(each.row for each in around)),
        printed=row.as_printed,
        expected=f"about {meant}",
        code=row.code,
        elsewhere=", ".join(f"{each.row.period}: {each.row.as_printed}" for each in around),
    )


def _slip(value: Decimal, around: Sequence[Decimal]) -> tuple[str, Decimal] | None:
    """Return what slip would put *value* among the others, and what it would be without it."""
    low, high = min(around), max(around)
    away = max(low - value, value - high)
    if away <= (high - low) * _FAR:  # most figures: what follows is dear
        return None
    middle = abs(Decimal(median(around)))
    spread = max(high - low, middle * _LEAST_SPREAD)
    if not middle or away <= spread * _FAR or away <= middle * _SHARE:
        return None
    if len(_digits(value)) < _DIGITS:
        return None
    for words, meant in _without_slip(value):
        if low - spread / 2 <= meant <= high + spread / 2:
            return words, meant
    return None


def _without_slip(value: Decimal) -> Iterator[tuple[str, Decimal]]:
    yield "the sign were not lost", -value
    for shift in _POINTS:
        yield "the point stood elsewhere, or a nought more or less", value.scaleb(shift)
    digits, exponent = _digits(value), value.as_tuple().exponent
    assert isinstance(exponent, int), "values are finite"
    sign = -1 if value < 0 else 1
    for place in range(len(digits) - 1):
        first, second = digits[place], digits[place + 1]
        swapped = digits[:place] + second + first + digits[place + 2 :]
        yield "two digits were swapped", sign * Decimal(swapped).scaleb(exponent)
        if first == second:
            single = digits[:place] + digits[place + 1 :]
            yield "a digit were not doubled", sign * Decimal(single).scaleb(exponent)


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.as_tuple().digits))


@lru_cache(maxsize=4096)
def _part(period: str) -> str | None:
    """What a period is of its year: nothing, ``Q1``, ``-06``; null where it is none of one."""
    part, years = _YEAR.subn("", period)
    return part if years == 1 else None


def _lines(rows: Sequence[FigureRow]) -> Mapping[tuple[str, ...], list[_Point]]:
    """Return the figures of comparable periods, in order of time.

    A period of which papers print different values is compared elsewhere.
    """
    printed: dict[tuple[str, ...], dict[date, list[FigureRow]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for row in rows:
        if row.value is None or row.period is None or row.period_end is None:
            continue
        if row.source != "cell" or row.measure not in ("outturn", "actual") or row.as_of:
            continue
        part = _part(row.period)
        if part is not None and row.basis != "unknown":
            printed[row.measure, row.basis, row.unit or "", part][row.period_end].append(row)
    found = {}
    for key, periods in printed.items():
        if len(periods) > _ENOUGH:
            found[key] = [
                _Point(end, same[0].value, same[0], len(set(map(told_by, same))))
                for end, same in sorted(periods.items())
                if len({row.value for row in same}) == 1 and same[0].value is not None
            ]
    return found
