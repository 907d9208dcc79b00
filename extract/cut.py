"""Whether the row at a page end and the row at the next page's head are one row, cut in two.

A reader of the page tells by what is missing: the second part has no status, no code, no figures,
only the rest of the cells that ran over. So columns that every row of the table fills, with one
line, are looked at: a cut row fills each of them once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from crossfoot.extract.cells import PageCell

_ALWAYS = 0.8  # of the rows fill a column that identifies a row
_SHORT = 0.7  # of the rows need no more than this many lines in it
_SHORT_LINES = 2
_MOST_FILLED = 0.34  # of the identifying columns that the second part of a cut row may fill
_FEWEST_ROWS = 2  # rows to learn from

Signature = tuple[tuple[int, int], ...]


def signature(row: Sequence[PageCell]) -> Signature:
    """Return the columns and spans of a row's cells: rows of one kind have the same."""
    return tuple((cell.column, cell.col_span) for cell in row)


def is_cut(
    upper: Sequence[PageCell],
    lower: Sequence[PageCell],
    others: Iterable[Sequence[PageCell]],
    open_between: bool,
) -> bool:
    """Whether *lower* is the rest of *upper*.

    All cells are given in the columns of the joined table. *others* are the rows before *upper*,
    headings left out; *open_between* says that no rule closes the one or the other at the page
    end.
    """
    if signature(upper) != signature(lower) or len(upper) < 2:
        return False
    filled_above = [_is_filled(cell) for cell in upper]
    filled_below = [_is_filled(cell) for cell in lower]
    if not any(filled_below):
        return open_between
    keys = _identifying(upper, others)
    if not keys:
        return _looks_cut_alone(filled_above, filled_below, open_between)
    both = sum(filled_above[key] and filled_below[key] for key in keys)
    below = sum(filled_below[key] for key in keys)
    if both == 0 and below < len(keys):
        return True
    return below <= _MOST_FILLED * len(keys)


def _identifying(upper: Sequence[PageCell], others: Iterable[Sequence[PageCell]]) -> list[int]:
    """Return the positions of the cells that rows of this kind always fill, with little text."""
    kind = signature(upper)
    alike = [row for row in others if signature(row) == kind]
    if len(alike) < _FEWEST_ROWS:
        return []
    filled: Counter[int] = Counter()
    short: Counter[int] = Counter()
    for row in alike:
        for at, cell in enumerate(row):
            filled[at] += _is_filled(cell)
            short[at] += cell.part.text.count("\n") < _SHORT_LINES
    return [
        at
        for at in range(len(upper))
        if filled[at] >= _ALWAYS * len(alike) and short[at] >= _SHORT * len(alike)
    ]


def _looks_cut_alone(above: list[bool], below: list[bool], open_between: bool) -> bool:
    """Judge without other rows: the first cell is empty, and what is filled ran over."""
    if below[0] or not all(up for up, low in zip(above, below, strict=True) if low):
        return open_between and not below[0]
    return open_between or 2 * sum(below) <= sum(above)


def _is_filled(cell: PageCell) -> bool:
    return bool(cell.part.text or cell.part.symbols)
