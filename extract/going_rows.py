"""Whether rows at the head of a page are those of the table at the foot of the page before.

They stand in its columns and have no headings of their own. That is not enough: another table may
be laid out alike. Its rows hold figures where the table's do and words where it has words, have
names where they have, and the first of them is no heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile

from crossfoot.extract.cells import PageCell
from crossfoot.extract.cut import is_cut
from crossfoot.extract.cut_texts import is_filled
from crossfoot.extract.gaps import is_value_text, months_of
from crossfoot.extract.pieces import Piece, has_own_heading, repeated_rows
from crossfoot.schema.text import fold

Row = Sequence[PageCell]

_FEWEST = 2  # entries of a column that show what it holds
_MOSTLY = 0.8  # of a column's entries are figures, dates or codes
_HALF = 0.5
_FEWEST_GROUPS = 2
_NO_WORD = re.compile(r"^\W*$|^n/?a$|^tbc$", re.IGNORECASE)


def goes_on_with(head: Piece, before: Piece, after: Piece) -> frozenset[int] | None:
    """Return the columns whose cells reach down over the page end, ``None`` where it is not sure.

    *head* is the table on the page with its headings, *before* on the page before *after*: the same
    where that has them. All have the same columns; *after* has no headings, or those of *head*.
    """
    body = [*_below_headings(head), *(before.rows if before is not head else ())]
    known = [row for row in body if not _is_lone(row)]
    skip = repeated_rows(head, after)
    rows = after.rows[skip:]
    full = [row for row in rows if not _is_lone(row)]
    if len(known) < _FEWEST or not full or not _hold_the_same(known, full):
        return None
    if (not skip and has_own_heading(head, after)) or has_other_heading(head, rows):
        return None
    if _end_in_words(known, rows):
        return None
    if _is_lone(rows[0]) and not (
        _is_section(rows[0], [*head.rows[1:], *body]) or _take_turns(body)
    ):
        return None
    first, spans = full[0], _spans(known)
    if spans and not _text(first, min(spans)):
        return _reaching_down(body, first, spans) if first is rows[0] else None
    named = all(_text(row, 0) for row in known)
    if _prints_values(first) and (spans or _text(first, 0) or not named):
        return frozenset()
    cut = not spans and first is rows[0]
    rest = cut and is_cut(before.rows[-1], first, known[:-1], False)
    return frozenset() if rest else None


def _end_in_words(known: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether below a row of one text no more values are printed, which all *known* rows have.

    That may be a key to the signs, set below the table in its columns.
    """
    tail = list(takewhile(lambda row: not _is_lone(row), reversed(rows)))
    return (
        _FEWEST <= len(tail) < len(rows)
        and not any(map(_prints_values, tail))
        and all(map(_prints_values, known))
    )


def has_other_heading(head: Piece, rows: Sequence[Row]) -> bool:
    """Whether one of the first *rows* holds words where the rows of *head* hold figures.

    Two such words and no figure make headings, which are not those of *head*. A text over several
    columns is no entry of the first of them.
    """
    below = _below_headings(head)
    known = [row for row in below if all(cell.col_span == 1 for cell in row) and not _is_lone(row)]
    columns = range(max((cell.column for row in known for cell in row), default=-1) + 1)
    figures = [column for column in columns if _are_figures(_entries(known, column))]
    return any(
        not _prints_values(row)
        and sum(_entries([row], column) == [False] for column in figures) >= _FEWEST
        for row in rows[:_FEWEST]
    )


def headings_of(head: Piece) -> tuple[tuple[str, ...], ...]:
    """Return the texts of a table's rows before the first with values and the first section."""
    count = len(head.rows) - len(_below_headings(head))
    rows = takewhile(lambda row: not _is_lone(row), head.rows[:count])
    texts = ((fold(cell.part.text) for cell in row) for row in rows)
    return tuple(tuple(filter(None, row)) for row in texts)


def _below_headings(head: Piece) -> list[Row]:
    """Return the rows of a table from the first with values."""
    return list(dropwhile(lambda row: not _prints_values(row), head.rows))


def _text(row: Row, column: int) -> str:
    return next((fold(cell.part.text) for cell in row if cell.column == column), "")


def _prints_values(row: Row) -> bool:
    """Whether a row holds a figure, a date or a code; several months are headings."""
    texts = [fold(cell.part.text) for cell in row]
    months = months_of(texts)
    return any(is_value_text(text) and text not in months for text in texts)


def _entries(rows: Sequence[Row], column: int) -> list[bool]:
    """Return of each entry of a column that says something whether it is a value."""
    texts = [_text(row, column) for row in rows]
    return [is_value_text(text) for text in texts if not _NO_WORD.match(text)]


def _are_figures(entries: Sequence[bool]) -> bool:
    return len(entries) >= _FEWEST and sum(entries) >= _MOSTLY * len(entries)


def _hold_the_same(known: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether each column holds values, or words, as it does in the rows that are known."""
    figures = 0
    for column in range(max(cell.column for row in known for cell in row) + 1):
        before, after = _entries(known, column), _entries(rows, column)
        if len(before) < _FEWEST or not after:
            continue
        if _are_figures(before):
            figures += sum(after)
            if sum(after) < _HALF * len(after) and len(after) >= _FEWEST:
                return False
        elif not any(before) and sum(after) > _HALF * len(after):
            return False
    return figures > 0


def _is_lone(row: Row) -> bool:
    """Whether a row says one thing, over all columns or where its name would stand."""
    return [cell.column for cell in row if is_filled(cell)] == [0]


def _is_section(row: Row, body: Sequence[Row]) -> bool:
    """Whether a row of one text looks as the table's sections do: painted as one of them is."""
    fill = row[0].part.fill
    return fill is not None and any(_is_lone(one) and one[0].part.fill == fill for one in body)


def _take_turns(body: Sequence[Row]) -> bool:
    """Whether below each row stands one of one text, a remark, but below the last."""
    lone = [_is_lone(row) for row in body]
    return (
        lone.count(True) >= _FEWEST_GROUPS
        and not lone[-1]
        and all(one is not other for one, other in pairwise(lone))
    )


def _spans(rows: Sequence[Row]) -> frozenset[int]:
    """Return the columns in which cells reach down over several rows."""
    return frozenset(cell.column for row in rows for cell in row if cell.row_span > 1)


def _reaching_down(body: Sequence[Row], first: Row, spans: frozenset[int]) -> frozenset[int] | None:
    """Return the columns in which the last cells of *body* reach down beside the first row below.

    They are *spans*. It is sure, and else ``None``, where all of the table's rows come in groups of
    as many, each with the same labels in the same order, and this row alone completes the last.
    """
    groups: list[list[Row]] = []
    for row in body:
        if _is_lone(row):
            continue
        if _text(row, min(spans)):
            groups.append([])
        if groups:
            groups[-1].append(row)
    *whole, last = groups
    if len(whole) < _FEWEST_GROUPS or {len(group) for group in whole} != {len(last) + 1}:
        return None
    if any(_text(first, column) or not _text(last[0], column) for column in spans):
        return None
    for column in {cell.column for cell in first} - spans:
        labels = {tuple(_text(row, column) for row in group) for group in whole}
        ours = (*(_text(row, column) for row in last), _text(first, column))
        if labels == {ours} and len(set(ours)) == len(ours):
            return spans
    return None
