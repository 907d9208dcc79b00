"""Whether a table is the other half of the one on the page before: its rows' further columns.

Two tables are halves of one only where nothing else can be meant: the rows stand at the same
heights on both pages, the right one repeats the names of the left one's rows or names none itself
and has rows of such unlike heights as do not agree by chance, and no title stands above it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import factorial, prod

from crossfoot.extract.cells import PageCell
from crossfoot.extract.grid import Grid
from crossfoot.extract.pen import LEVEL
from crossfoot.extract.pieces import RULINGS, Piece, have_same_columns
from crossfoot.schema.page import TextLine
from crossfoot.schema.text import fold

_FEWEST_ROWS = 3
_SAME_HEIGHT, _SAME_TOP = 1.0, 6.0  # points
_LIKE_HEIGHT = 1.5  # points; one more line of 6 pt type makes a row 7 pt higher
# So many orders of the rows below the heading have other heights: 6 rows with 3 high ones among
# them have 20, 4 rows of four heights 24.
_FEWEST_ORDERS = 20
_NAMED = 0.6  # of the rows below the heading; sections and notes have no name of their own
_REPEATED = 0.5  # of the texts of a column that says the same of several rows
_LONGEST_LABEL = 24  # characters
_VALUE = re.compile(r"^\W*\d[\d,.]*\s*(?:[%km]|days?|weeks?)?\W*$|^\W*$|^n/?a$", re.IGNORECASE)
_ORDINAL = re.compile(r"^\d+(?:\.\d+)*\.?$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_NAMING = re.compile(
    r"(?:(?:key|performance|local|national|corporate|action|task|project|service|pi|kpi) )*"
    r"(?:code|ref\.?|reference|no\.?|number|id|title|names?|indicators?|measures?|descriptions?"
    r"|definitions?|actions?|tasks?|objectives?|services?|projects?|priorit(?:y|ies)|pis?|kpis?)"
    r"(?: (?:no\.?|number|code|ref\.?|reference|title|name|description))*",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(r"\bpage\W*\d+(?:\W*of\W*\d+)?|^\W*\d+(?:\W*(?:of|/)\W*\d+)?\W*$", re.I)
_TIME = re.compile(
    r"\d+|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\b(?:first|second|third"
    r"|fourth)\b",
    re.IGNORECASE,
)


def look_alike(left: Piece, right: Piece) -> bool:
    """Whether a table may be the other half of one, by its rows and what it says of their names.

    Then its rows are as many and as high and begin as far down the page, under other columns; and
    it has no title, or their heights are not all alike, or it repeats the names of the rows or has
    none.
    """
    if left.table.turn != right.table.turn:
        return False
    heights, others = _heights(left), _heights(right)
    if len(heights) != len(others) or len(heights) < _FEWEST_ROWS:
        return False
    alike = max(abs(a - b) for a, b in zip(heights, others, strict=True)) <= _SAME_HEIGHT
    if not alike or abs(left.table.grid.box.y0 - right.table.grid.box.y0) > _SAME_TOP:
        return False
    if have_same_columns(left.edges, right.edges):
        return False
    names, again = _column(left, 0), _column(right, 0)
    unlike = len({round(height / 2) for height in heights}) >= _FEWEST_ROWS
    untitled = right.first and len(heights) > _FEWEST_ROWS
    return untitled or unlike or names == again or all(map(_VALUE.match, again))


def stand_level(left: Piece, right: Piece) -> bool:
    """Whether all rules between rows stand at the same heights on a page and the one after it.

    Only tables whose rows are told by rules, printed upright, with nothing above the right one.
    """
    ours, theirs = left.table.laid.ys, right.table.laid.ys
    return (
        len(ours) == len(theirs)
        and right.page == left.last_page + 1
        and not right.rest
        and left.table.turn == right.table.turn == LEVEL
        and "none" not in {left.table.laid.ruling, right.table.laid.ruling}
        and all(abs(a - b) <= _SAME_HEIGHT for a, b in zip(ours, theirs, strict=True))
        and right.first
    )


def is_other_half(left: Piece, right: Piece) -> bool:
    """Whether *right*, whose rows stand level with those of *left*, holds their other columns."""
    if len(left.rows) < _FEWEST_ROWS or have_same_columns(left.edges, right.edges):
        return False
    if not (_has_heading(left) and _has_heading(right) and _says_same_time(left, right)):
        return False
    ours = [_column(left, at) for at in range(len(left.edges) - 1)]
    if not any(_tells_rows(texts) for texts in ours):
        return False
    repeated = {at for at in range(len(right.edges) - 1) if _is_key(_column(right, at), ours)}
    if _is_headed_alike(left, right, repeated):
        return False
    if any(_names_rows(right, at) for at in range(len(right.edges) - 1) if at not in repeated):
        return False
    first = _column(right, 0)
    if 0 in repeated and not _counts_up(first):
        return True
    return _orders(_heights(left)[1:]) >= _FEWEST_ORDERS and (0 in repeated or _is_no_name(first))


def side_by_side(left: Piece, right: Piece) -> Piece:
    """Return one piece with the columns of *left* and, right of them, those of *right*."""
    mine, theirs = left.table.laid, right.table.laid
    shift = mine.xs[-1] - theirs.xs[0]
    count = len(mine.xs) - 1
    grid = mine._replace(
        xs=(*mine.xs, *(x + shift for x in theirs.xs[1:])),
        open_top=mine.open_top or theirs.open_top,
        open_bottom=mine.open_bottom or theirs.open_bottom,
        ruling=max(mine.ruling, theirs.ruling, key=RULINGS.index),
        slack=(*_slack(mine, 0.0), (mine.xs[-1],) * 2, *_slack(theirs, shift))
        if mine.slack or theirs.slack
        else (),
    )
    rows = tuple(
        (*one, *(cell._replace(column=cell.column + count) for cell in other))
        for one, other in zip(left.rows, right.rows, strict=True)
    )
    return Piece(
        left.table._replace(laid=grid, cells=tuple(cell for row in rows for cell in row)),
        rows,
        left.bold & right.bold,
        left.first and right.first,
        left.last and right.last,
        left.lines,
        (*left.rest, right.table),
    )


def _slack(grid: Grid, shift: float) -> Iterator[tuple[float, float]]:
    for lo, hi in grid.slack or [(x, x) for x in grid.xs[1:-1]]:
        yield lo + shift, hi + shift


def _heights(piece: Piece) -> list[float]:
    return [below - above for above, below in pairwise(piece.table.laid.ys)]


def _column(piece: Piece, column: int) -> list[str]:
    """Return what stands in a column below the first row, ``""`` where no cell begins there."""
    return [_text(row, column) for row in piece.rows[1:]]


def _text(row: Sequence[PageCell], column: int) -> str:
    return next((fold(cell.part.text) for cell in row if cell.column == column), "")


def _has_heading(piece: Piece) -> bool:
    """Whether the first row holds two words or more, or years, and no figures."""
    texts = [fold(cell.part.text) for cell in piece.rows[0]]
    printed = [text for text in texts if text]
    if any(_VALUE.match(text) and not _YEAR.match(text) for text in printed):
        return False
    return 2 * len(printed) > len(texts) and any(map(str.isalpha, "".join(printed)))


def _is_key(texts: Sequence[str], columns: Iterable[Sequence[str]]) -> bool:
    """Whether a column is one of those of the left half, printed again, that tells rows apart."""
    return _are_names(texts) and any(texts == column for column in columns)


def _are_names(texts: Sequence[str]) -> bool:
    """Whether most rows have a text, each another."""
    printed = [text for text in texts if text]
    return len(printed) >= max(2, _NAMED * len(texts)) and len(set(printed)) == len(printed)


def _tells_rows(texts: Sequence[str]) -> bool:
    """Whether a column has a name for most rows: words or codes."""
    return _are_names(texts) and not any(map(_VALUE.match, filter(None, texts)))


def _names_rows(piece: Piece, column: int) -> bool:
    """Whether a column is headed as names or codes are."""
    return any(_NAMING.fullmatch(text) for row in piece.rows[:2] if (text := _text(row, column)))


def _is_headed_alike(left: Piece, right: Piece, repeated: set[int]) -> bool:
    """Whether each column of the right table has a heading that the left one has: the same again.

    Headings that span columns have others below them and tell nothing.
    """
    heads = [cell for cell in right.rows[0] if cell.column not in repeated]
    if any(cell.col_span > 1 for cell in heads):
        return False
    known = {fold(cell.part.text) for cell in left.rows[0]}
    return {text for cell in heads if (text := fold(cell.part.text))} <= known


def _is_no_name(texts: Sequence[str]) -> bool:
    """Whether no row is told by a column: figures that are no count of rows, or a few labels."""
    if all(map(_VALUE.match, texts)):
        return not _counts_up(texts)
    printed = [text for text in texts if text]
    few = len(set(printed)) <= _REPEATED * len(printed)
    return few and max(map(len, printed)) <= _LONGEST_LABEL


def _counts_up(texts: Iterable[str]) -> bool:
    """Whether a column numbers the rows: 1, 2, 3 or 1.1, 1.2, 2.1."""
    printed = [text for text in texts if text]
    if not printed or not all(map(_ORDINAL.match, printed)):
        return False
    numbers = [tuple(map(int, text.rstrip(".").split("."))) for text in printed]
    return all(one < other for one, other in pairwise(numbers))


def _orders(heights: Sequence[float]) -> int:
    """Return in how many ways the rows could stand so that their heights tell it."""
    counts: Counter[int] = Counter()
    steps = sorted(heights)
    bounds = [b for a, b in pairwise(steps) if b - a > _LIKE_HEIGHT]
    for height in heights:
        counts[bisect_left(bounds, height + 1e-6)] += 1
    return factorial(len(heights)) // prod(map(factorial, counts.values()))


def _says_same_time(left: Piece, right: Piece) -> bool:
    """Whether the lines above the right half name no number or month that the left's page does not.

    ``Performance 2018/19`` and ``Performance 2017/18`` look like one running head.
    """
    top = right.table.grid.box.y0
    above = _times(line for line in right.lines if line.box.y1 <= top)
    return not above or above <= _times(left.lines)


def _times(lines: Iterable[TextLine]) -> set[str]:
    """Return the numbers and months in lines, those of pages left out."""
    found: set[str] = set()
    for line in lines:
        found.update(map(str.casefold, _TIME.findall(_PAGE_NUMBER.sub(" ", line.text))))
    return found
