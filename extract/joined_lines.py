"""Lines that rows told by painting hold in one cell, and which their spacing alone joins.

No order shows that they are of one cell; where rows may stand as near they are none for sure.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.chunks import Chunk
from crossfoot.extract.gaps import is_value, without_months
from crossfoot.extract.told_row import OrderDenied, ToldRow, are_figures, as_one

# In font sizes where not said otherwise.
_HIGHER = 0.3  # that a line stands above another
_HALF_WAY = 0.15  # between cells that begin on one height, or have one middle
_STEP = 0.7  # points that rows are farther apart than lines


def _are_tight(rows: Sequence[ToldRow], widest: float) -> bool:
    """Whether some rows stand no farther apart than lines of one cell do, *widest* font sizes."""
    for before, row in pairwise(rows):
        last = max((cell[-1] for cell in before.cells), key=lambda one: one.base)
        first = min((cell[0] for cell in row.cells), key=lambda one: one.base)
        if not row.under and first.base - last.base < widest * first.size + _STEP:
            return True
    return False


def check_joined(rows: Sequence[ToldRow], known: Collection[int], widest: float) -> None:
    """Refuse lines that no order joins, only their spacing, where that may be one of rows.

    *known* are the lower ones of lines that the order joins, *widest* font sizes apart at most. A
    section, a note or the last line of one may stand right above a row's first cell; the row's
    other cells then begin beside the lower line. Where rows are tight any line may begin another,
    but for one in a row's last cell. Cells of rows may be set to the middle where only headings are
    set to the top. Headings may be tight, or stand beside several levels of others, and rows not.
    """
    tops = any(map(_is_set_to_top, rows))
    middles = not any(_is_set_to_top(row) for row in rows if row.has_values)
    begin = next((at for at, row in enumerate(rows) if row.has_values), 0)
    body = rows[begin:]
    below = any(row.under for row in body), _are_tight(rows[max(begin - 1, 0) :], widest)
    over = any(row.under for row in rows), _are_tight(rows, widest)
    for part, (tall, tight) in ((rows[:begin], over), (body, below)):
        at_once = partial(_begins_at_once, middles=middles)
        if (tall or tight) and tops and not all(map(at_once, part)):
            raise OrderDenied("cells of one row begin on several heights")
        _check_lines(part, known, _Doubts(tops, tall, tight))


class _Doubts(NamedTuple):
    """Whether cells are set to the top, some reach through rows, and rows stand as lines do."""

    tops: bool
    tall: bool
    tight: bool


def _check_lines(rows: Sequence[ToldRow], known: Collection[int], doubts: _Doubts) -> None:
    """Refuse the same in rows of which *doubts* are known."""
    for row, at, above, below in _joined(rows):
        if are_figures(above, below):
            raise OrderDenied(f"figures stand below each other in a cell ({below.text})")
        if id(below) in known:
            continue
        last = at == len(row.cells) - 1
        alone = at == 0 and len(row.cells) > 1
        if (doubts.tight and (doubts.tall or not last or not at)) or (alone and doubts.tops):
            raise OrderDenied(f"its line spacing does not tell rows from lines ({below.text})")


def _joined(rows: Sequence[ToldRow]) -> Iterator[tuple[ToldRow, int, Chunk, Chunk]]:
    """Yield lines joined in one cell, with their row and the cell's place in it."""
    for row in rows:
        for at, cell in enumerate(row.cells):
            for above, below in pairwise(cell):
                yield row, at, above, below


def _is_set_to_top(row: ToldRow) -> bool:
    """Whether cells of a row begin on one height and end on several."""
    return any(
        abs(one[0].base - other[0].base) <= _HALF_WAY * one[0].size
        and one[-1].base - other[-1].base > _HIGHER * one[0].size
        for one in row.cells
        for other in row.cells
    )


def _begins_at_once(row: ToldRow, *, middles: bool) -> bool:
    """Whether the cells of a row of values begin on one height, or may have their *middles* so."""
    first = row.cells[0][0]
    lines = [cell[0] for cell in row.cells if as_one(cell).text not in row.dated]
    values = any(map(is_value, without_months(lines)))
    begins = [cell[0].base for cell in row.cells]
    halves = [(cell[0].base + cell[-1].base) / 2 for cell in row.cells]
    return (
        not values
        or all(abs(base - first.base) <= _HIGHER * first.size for base in begins)
        or (middles and max(halves) - min(halves) <= _HALF_WAY * first.size)
    )
