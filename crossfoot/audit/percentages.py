"""Percentages of counts: each against its count, and all of a column against a hundred.

A printed percentage stands for every value that rounds to it, so half a unit of its last digit
is allowed for each; one that was cut off instead of rounded is worth a note, no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from crossfoot.audit.remark import Held, Remark, is_share, is_whole, read_whole
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Summary
from crossfoot.schema.values import Severity

_HUNDRED = Decimal(100)
# Fewer shares than this are more likely picked from a whole than the whole.
_MINIMUM_FOR_A_WHOLE = 3


class _Part(NamedTuple):
    """One status of a whole: the row with its count and the row with its percentage, often one."""

    counted: Summary | None
    share: Summary | None

    @property
    def number(self) -> int | None:
        return self.counted.item_count if self.counted else None

    @property
    def percentage(self) -> Decimal | None:
        return self.share.percentage if self.share else None


def percentages(paper: Paper) -> Iterator[Remark | Held]:
    """``summary.percentage``: percentages belong to their counts and add up to 100."""
    for wholes, parts in _groups(paper):
        bases = _bases(wholes, parts)
        remarks: list[Remark | Held] = []
        if bases:
            remarks = [remark for part in parts for remark in _against_count(paper, part, bases)]
        broken = any(isinstance(remark, Remark) for remark in remarks)
        if broken and _shares_of_something_else(wholes, parts):
            broken, remarks = False, []
        yield from remarks
        if not broken and not (bases and all(part.number is not None for part in parts)):
            yield from _against_hundred(paper, [p.share for p in parts if p.share is not None])


def _groups(paper: Paper) -> Iterator[tuple[list[Summary], list[_Part]]]:
    """The wholes and the parts of each; where a status stands twice, nothing is clear."""
    found: dict[tuple[object, ...], list[Summary]] = defaultdict(list)
    for row in paper.summaries:
        place = (row.table_no,) if row.table_no is not None else (None, row.page, row.box)
        found[(*place, row.subject, row.period, row.section)].append(row)
    for rows in found.values():
        parts: dict[tuple[object, ...], list[Summary]] = defaultdict(list)
        for row in rows:
            if not is_whole(row):
                parts[row.status, row.status_as_printed].append(row)
        paired = [_pair(same) for same in parts.values()]
        clear = [part for part in paired if part is not None]
        if len(clear) == len(paired):
            yield [row for row in rows if is_whole(row)], clear


def _pair(rows: Sequence[Summary]) -> _Part | None:
    counted = [row for row in rows if not is_share(row)]
    shares = [row for row in rows if row.percentage is not None]
    if len(counted) > 1 or len(shares) > 1:
        return None
    return _Part(counted[0] if counted else None, shares[0] if shares else None)


def _against_count(paper: Paper, part: _Part, bases: Sequence[int]) -> Iterator[Remark | Held]:
    if part.counted is None or part.share is None or part.percentage is None:
        return
    if part.number is None:
        return
    printed = part.percentage
    unit = _unit(printed)
    exact = [_HUNDRED * part.number / base for base in bases]
    nearest = min(exact, key=lambda share: abs(share - printed))
    off = abs(nearest - printed)
    if off <= unit / 2:
        yield Held("summary.percentage")
        return
    # The share of a service may be of its row or of its column: nobody says which.
    severity: Severity = "error" if read_whole(paper) and not part.share.section else "warning"
    if off < unit:
        severity = "note"
    yield Remark(
        "summary.percentage",
        severity,
        f"{part.share.status_as_printed or part.share.status}: {printed}% is printed for "
        f"{part.number} of {bases[exact.index(nearest)]}",
        (part.share,) if part.share is part.counted else (part.share, part.counted),
        printed=f"{printed}%",
        expected=f"{nearest.quantize(unit)}%",
    )


def _bases(wholes: Sequence[Summary], parts: Sequence[_Part]) -> list[int]:
    """What the counts may be shares of: the printed whole, or their sum."""
    bases = [row.item_count for row in wholes if row.item_count]
    counts = [part.number for part in parts]
    if len(counts) > 1 and None not in counts:
        bases.append(sum(count for count in counts if count is not None))
    return [base for base in dict.fromkeys(bases) if base > 0]


def _shares_of_something_else(wholes: Sequence[Summary], parts: Sequence[_Part]) -> bool:
    """Whether all percentages are of one number that is not printed, at least their sum.

    A table may show red and amber alone, each as a share of all items.
    """
    if any(row.item_count for row in wholes):
        return False
    low, high = Decimal(sum(part.number or 0 for part in parts)), Decimal("Infinity")
    for part in parts:
        if part.number is None or part.percentage is None:
            continue
        half = _unit(part.percentage) / 2
        low = max(low, _HUNDRED * part.number / (part.percentage + half))
        if part.percentage > half:
            high = min(high, _HUNDRED * part.number / (part.percentage - half))
    return low.to_integral_value(ROUND_CEILING) <= high


def _against_hundred(paper: Paper, shares: Sequence[Summary]) -> Iterator[Remark | Held]:
    values = [row.percentage for row in shares if row.percentage is not None]
    if len(values) < _MINIMUM_FOR_A_WHOLE:
        return
    total = sum(values, Decimal(0))
    allowed = sum((_unit(value) / 2 for value in values), Decimal(0))
    if abs(total - _HUNDRED) <= allowed:
        yield Held("summary.percentage")
        return
    # Less than a hundred may be a group that the paper does not show; more cannot be.
    too_much = total > _HUNDRED and read_whole(paper)
    yield Remark(
        "summary.percentage",
        "error" if too_much and shares[0].table_no is not None else "warning",
        f"{len(values)} percentages of one whole add up to {total}%",
        tuple(shares),
        printed=f"{total}%",
        expected="100%",
    )


def _unit(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)
