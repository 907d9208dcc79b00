"""Headings over several columns in tables that no upright rules divide."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from crossfoot.extract.chunks import Chunk
from crossfoot.extract.gaps import Band, Columns, Refusal, is_value
from crossfoot.extract.row_print import RowPrint

_OPEN = "it is open which columns a heading stands over"
_LEAST_OFF = 1.0  # points that a heading may stand off the middle of its columns, rounded
_AT_LEFT = 1.5  # points
_LEADING = 1.45  # font sizes at most between lines of one heading
_MOST_CHOICES = 4000
_ALIGNED = 0.6  # points
_PHRASE = 2  # blanks


class Plan(NamedTuple):
    """A row to be: where its print stands, and its cells as column, columns and rows spanned."""

    top: float
    bottom: float
    cells: tuple[tuple[int, int, int], ...]


class Contents(NamedTuple):
    """What columns hold: phrases, or words and no figures, the former among the latter, or nothing.

    No heading over several columns of figures stands over the former.
    """

    phrases: frozenset[int]
    words: frozenset[int]
    blank: frozenset[int] = frozenset()


def contents_of(body: Sequence[Band], columns: Columns) -> Contents:
    """Tell what the columns of a table's body hold."""
    phrases: set[int] = set()
    words: set[int] = set()
    figures: set[int] = set()
    for band in body:
        for line in band.lines:
            for chunk in line.chunks:
                at = columns.span(chunk)[0]
                (figures if is_value(chunk) else words).add(at)
                if chunk.text.count(" ") >= _PHRASE:
                    phrases.add(at)
    blank = set(range(len(columns.edges) - 1)) - words - figures
    return Contents(frozenset(phrases), frozenset(phrases | words - figures), frozenset(blank))


def plain_row(top: float, bottom: float, columns: int) -> Plan:
    return Plan(top, bottom, tuple((at, 1, 1) for at in range(columns)))


def plan_of(row: RowPrint, columns: int) -> Plan:
    """Plan a row of the body: a cell for each column, or one over all of them."""
    if row.over:
        return Plan(row.top, row.bottom, ((0, columns, 1),))
    return plain_row(row.top, row.bottom, columns)


def plan_heading(band: Band, columns: Columns, contents: Contents) -> list[Plan]:
    """Plan the rows of a band of headings. Raises :class:`Refusal`.

    A heading over several columns makes a row of its own, with the headings below it in a second
    one; headings beside it reach through both. *contents* is what stands in the columns.
    """
    wordy = contents.phrases
    count = len(columns.edges) - 1
    chunks = [chunk for line in band.lines for chunk in line.chunks]
    top = min(chunk.top for chunk in chunks)
    bottom = max(chunk.bottom for chunk in chunks)
    over = [chunk for chunk in chunks if _is_over(chunk, columns)]
    check_steps(chunks, columns, contents)
    if not over:
        return [plain_row(top, bottom, count)]
    if len(chunks) == 1:
        return [Plan(top, bottom, ((0, count, 1),))]
    groups = list(_groups(over))
    single = [chunk for chunk in chunks if not _is_over(chunk, columns)]
    spans = _spans(groups, single, columns, wordy)
    covered = [at for first, end in spans for at in range(first, end)]
    below = [chunk for chunk in single if columns.span(chunk)[0] in covered]
    low = max(chunk.bottom for group in groups for chunk in group)
    if not below:
        beside = tuple((at, 1, 1) for at in range(count) if at not in covered)
        across = tuple((first, end - first, 1) for first, end in spans)
        return [Plan(top, bottom, tuple(sorted(beside + across)))]
    high = min(chunk.top for chunk in below)
    if high < low - 0.2 * below[0].size:
        raise Refusal("headings stand beside one that stands over several columns")
    upper = [(first, end - first, 1) for first, end in spans]
    upper += [(at, 1, 2) for at in range(count) if at not in covered]
    lower = [(at, 1, 1) for at in sorted(covered)]
    return [Plan(top, low, tuple(sorted(upper))), Plan(high, bottom, tuple(lower))]


def _is_over(chunk: Chunk, columns: Columns) -> bool:
    first, end = columns.span(chunk)
    return end - first > 1


def check_steps(
    chunks: Sequence[Chunk],
    columns: Columns,
    contents: Contents,
    proven: Collection[int] = (),
) -> None:
    """Refuse where a heading of its own may in truth stand over its neighbours as well.

    A short heading over three columns looks like the first line of the middle one's, one over two
    like the first line of the left one's. Then it stands higher than theirs do. A neighbour that
    holds no figures is of no account where no other has its heading: the figures are those of its
    heading either way. *proven* are the ids of second lines that are surely of one cell with their
    first.
    """
    texts = [chunk.text.casefold() for chunk in chunks]
    by_column: dict[int, list[Chunk]] = {}
    for chunk in sorted(chunks, key=lambda chunk: chunk.base):
        if not _is_over(chunk, columns):
            by_column.setdefault(columns.span(chunk)[0], []).append(chunk)
    for at, column in by_column.items():
        if len(column) < 2 or at in contents.phrases or id(column[1]) in proven:
            continue
        first, second = column[0], column[1]
        lower = first.bottom - 0.1 * first.size
        before, after = (
            near in by_column
            and by_column[near][0].top > lower
            and not (
                near in contents.words and texts.count(by_column[near][0].text.casefold()) == 1
            )
            for near in (at - 1, at + 1)
        )
        ends = abs(first.x1 - second.x1) < _ALIGNED
        centred = abs(first.x0 + first.x1 - second.x0 - second.x1) < 2 * _ALIGNED
        begins = abs(first.x0 - second.x0) < _ALIGNED
        fits = (
            (not before and not after)
            or (ends and not centred and not begins and not before)
            or (centred and not (before and after))
            or (begins and not after)
        )
        if not fits or not (ends or centred or begins):
            raise Refusal(f"it is open which columns a heading stands over (“{first.text}”)")


def check_uppers(bands: Sequence[Band], columns: Columns, contents: Contents) -> None:
    """Refuse where a heading in a row of its own stands over one column, and perhaps over more.

    Then a column of figures beside it has nothing above its own heading: in the middle of several
    columns, or where the first of them begins, it would stand no otherwise.
    """
    for upper, lower in pairwise(bands):
        spans = [columns.span(chunk) for line in upper.lines for chunk in line.chunks]
        over = {at for first, end in spans for at in range(first, end)}
        below = {columns.span(chunk)[0] for line in lower.lines for chunk in line.chunks}
        bare = below - over - contents.words
        for line in upper.lines:
            for chunk in line.chunks:
                first, end = columns.span(chunk)
                if end - first == 1 and first in below and bare & {first - 1, end}:
                    raise Refusal(f"{_OPEN} (“{chunk.text}”)")


def _groups(chunks: Sequence[Chunk]) -> Iterator[list[Chunk]]:
    """Yield the lines of each heading, wrapped lines together."""
    waiting = sorted(chunks, key=lambda chunk: chunk.base)
    while waiting:
        group, rest = [waiting[0]], list[Chunk]()
        for chunk in waiting[1:]:
            last = group[-1]
            goes_on = (
                last.x0 < chunk.x1
                and chunk.x0 < last.x1
                and chunk.base - last.base <= _LEADING * last.size
            )
            (group if goes_on else rest).append(chunk)
        yield group
        waiting = rest


def _spans(
    groups: Sequence[Sequence[Chunk]],
    single: Sequence[Chunk],
    columns: Columns,
    wordy: frozenset[int],
) -> list[tuple[int, int]]:
    """Return the columns that each heading stands over: those it is centred on, or begins with."""
    choices = [list(_choices(group, single, columns, wordy)) for group in groups]
    total = 1
    for choice in choices:
        total *= len(choice)
    if not 0 < total <= _MOST_CHOICES:
        raise Refusal("it is open which columns a heading stands over")
    fitting = [
        list(chosen)
        for chosen in product(*choices)
        if all(
            one[1] <= other[0] or other[1] <= one[0]
            for at, one in enumerate(chosen)
            for other in chosen[:at]
        )
    ]
    if len(fitting) != 1:
        raise Refusal("it is open which columns a heading stands over")
    return fitting[0]


def _choices(
    group: Sequence[Chunk], single: Sequence[Chunk], columns: Columns, wordy: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Yield the columns that a heading may stand over, none of them of phrases.

    It is centred on them, or begins where the first of them does.
    """
    first = min(columns.span(chunk)[0] for chunk in group)
    end = max(columns.span(chunk)[1] for chunk in group)
    left = min(chunk.x0 for chunk in group)
    right = max(chunk.x1 for chunk in group)
    low = max(chunk.base for chunk in group)
    beside = {columns.span(chunk)[0] for chunk in single if chunk.base <= low + 0.4 * chunk.size}
    barred = beside | wordy
    for start in range(first, -1, -1):
        if start != first and start in barred:
            break
        for stop in range(end, len(columns.edges)):
            if stop != end and stop - 1 in barred:
                break
            at_left = start == first and left <= _begins(start, columns) + _ALIGNED
            if at_left or may_be_centred(left, right, (start, stop), columns):
                yield start, stop


def _begins(at: int, columns: Columns) -> float:
    """Return where the print of a column begins."""
    return columns.slack[at - 1].hi if 0 < at < len(columns.edges) - 1 else columns.edges[at]


def may_be_centred(left: float, right: float, over: tuple[int, int], columns: Columns) -> bool:
    """Whether print may be centred on columns whose outer edges are known to a corridor.

    *over* are the first column and the one after the last.
    """
    ends = []
    for at in over:
        inner = 0 < at < len(columns.edges) - 1
        lo, hi = columns.slack[at - 1] if inner else (columns.edges[at], columns.edges[at])
        ends.append((lo - _LEAST_OFF, hi + _LEAST_OFF))
    (low0, high0), (low1, high1) = ends
    return low0 + low1 <= left + right <= high0 + high1 and left >= low0 and right <= high1
