"""Columns told by gaps on two pages of one table, made the same.

An edge told by a gap may stand anywhere in it, and the gap depends on what each page prints. Where
the gaps of two pages overlap one by one, the later page's edges are put where the first one's are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.extract.grid import Grid
from crossfoot.extract.pieces import Piece, repeated_rows

_OUTER = 24.0  # points; sides told by print depend on the widest line of a page
_HAIR = 0.5  # points
_WIDER = 12.0  # points; columns made anew on each page for what stands in them differ by this


def on_columns_of(head: Piece, piece: Piece) -> Piece:
    """Return *piece* on the column edges of *head* if its own may stand there, else as it is."""
    mine, theirs = piece.table.laid, head.table.laid
    if _repeats_on_other_widths(head, piece):
        shift = mine.xs[0] - theirs.xs[0]
        grid = mine._replace(xs=tuple(x + shift for x in theirs.xs))
        return piece._replace(table=piece.table._replace(laid=grid))
    if not mine.slack or len(mine.xs) != len(theirs.xs):
        return piece
    for shift in {0.0, mine.xs[0] - theirs.xs[0]}:
        moved = tuple(x + shift for x in theirs.xs)
        outer = max(abs(moved[0] - mine.xs[0]), abs(moved[-1] - mine.xs[-1]))
        if outer <= _OUTER and _overlap(list(_stretches(theirs, shift)), mine.slack):
            grid = mine._replace(xs=moved)
            return piece._replace(table=piece.table._replace(laid=grid))
    return piece


def _repeats_on_other_widths(head: Piece, piece: Piece) -> bool:
    """Whether a piece repeats the heading over as many columns, each a little wider or narrower."""
    if piece.table.laid.slack or len(head.table.laid.xs) != len(piece.table.laid.xs):
        return False
    furthest = max(abs(a - b) for a, b in zip(head.edges, piece.edges, strict=True))
    named = sum(bool(cell.part.text) for cell in head.rows[0])
    return _HAIR < furthest <= _WIDER and named > 1 and repeated_rows(head, piece) > 0


def _stretches(grid: Grid, shift: float) -> Iterator[tuple[float, float]]:
    """Yield the stretch that each inner edge may stand in; that of a rule is a point."""
    for lo, hi in grid.slack or [(x, x) for x in grid.xs[1:-1]]:
        yield lo + shift, hi + shift


def _overlap(one: Sequence[tuple[float, float]], other: Sequence[tuple[float, float]]) -> bool:
    return all(
        lo <= end + _HAIR and start <= hi + _HAIR
        for (lo, hi), (start, end) in zip(one, other, strict=True)
    )
