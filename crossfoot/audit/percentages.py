"""Percentages of counts: each against its count, and all of a column against a hundred.

A printed percentage stands for every value that rounds to it, so half a unit of its last digit
is allowed for each; one that was cut off instead of rounded is worth a note, no more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.audit.remark import Remark, read_whole
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Summary
from crossfoot.schema.values import Severity

_HUNDRED = Decimal(100)
# Fewer shares than this are more likely picked from a whole than the whole.
_MINIMUM_FOR_A_WHOLE = 3


def percentages(paper: Paper) -> Iterator[Remark]:
    """``summary.percentage``: percentages belong to their counts and add up to 100."""
    for rows in _groups(paper):
        remarks: list[Remark] = []
        checked = 0
        for row in rows:
            if row.percentage is None or row.item_count is None:
                continue
            checked += 1
            remarks.extend(_against_count(paper, row, rows))
        yield from remarks
        shares = [row for row in rows if row.percentage is not None and not _is_whole(row)]
        if not remarks and checked < len(shares):
            yield from _against_hundred(paper, shares)


def _groups(paper: Paper) -> list[list[Summary]]:
    """Counts that are shares of one whole; a status that stands there twice makes it unclear."""
    found: dict[tuple[object, ...], list[Summary]] = defaultdict(list)
    for row in paper.summaries:
        place = (row.table_no,) if row.table_no is not None else (None, row.page, row.as_printed)
        found[(*place, row.subject, row.period, row.section)].append(row)
    clear = []
    for rows in found.values():
        names = Counter((row.status, row.status_as_printed) for row in rows)
        if max(names.values()) == 1:
            clear.append(rows)
    return clear


def _is_whole(row: Summary) -> bool:
    return row.is_total and row.status is None


def _against_count(paper: Paper, row: Summary, rows: Sequence[Summary]) -> Iterator[Remark]:
    assert row.percentage is not None
    assert row.item_count is not None
    bases = _bases(row, rows)
    if not bases:
        return
    unit = _unit(row.percentage)
    exact = [_HUNDRED * row.item_count / base for base in bases]
    nearest = min(exact, key=lambda share: abs(share - row.percentage))  # type: ignore[operator]
    off = abs(nearest - row.percentage)
    if off <= unit / 2:
        return
    severity: Severity = "error" if read_whole(paper) else "warning"
    if off < unit:
        severity = "note"
    yield Remark(
        "summary.percentage",
        severity,
        f"{row.status_as_printed or row.status}: {row.percentage}% is printed for "
        f"{row.item_count} of {bases[exact.index(nearest)]}",
        (row, *(other for other in rows if other is not row)),
        printed=f"{row.percentage}%",
        expected=f"{nearest.quantize(unit)}%",
    )


def _bases(row: Summary, rows: Sequence[Summary]) -> list[int]:
    """What the count may be a share of: the printed total, or the sum of its column."""
    printed = [other.item_count for other in rows if _is_whole(other) and other is not row]
    parts = [other.item_count for other in rows if not _is_whole(other)]
    bases = [total for total in printed if total]
    if len(parts) > 1 and None not in parts:
        bases.append(sum(part for part in parts if part is not None))
    return [base for base in bases if base > 0]


def _against_hundred(paper: Paper, shares: Sequence[Summary]) -> Iterator[Remark]:
    values = [row.percentage for row in shares if row.percentage is not None]
    if len(values) < _MINIMUM_FOR_A_WHOLE:
        return
    total = sum(values, Decimal(0))
    allowed = sum((_unit(value) / 2 for value in values), Decimal(0))
    if abs(total - _HUNDRED) <= allowed:
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
