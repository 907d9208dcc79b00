"""A form for each indicator: labels, which all of them print again, each with its value beside it.

A label prints again at its place in every form, what it labels does not. Which value is whose is
told by the order of painting, a label and then all lines of its value, and by the line they share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.extract.block_ends import LEADING, SAME_PLACE, Head, NoBlocks
from crossfoot.extract.blocks import (
    Block,
    Told,
    blocks_of,
    chunks_of,
    laid_out,
    plan_across,
    texts_of,
    widened,
)
from crossfoot.extract.chunks import Chunk, PrintLine
from crossfoot.extract.form_rows import OPEN, FormRow, form_rows
from crossfoot.extract.gaps import Columns, Corridor, Refusal, is_value, united
from crossfoot.extract.heads import Plan

_FEWEST_LABELS = 3
_FEWEST = 2  # forms
_PAIR = 2  # columns
_LONGEST_SIGN = 2  # letters of a bullet, a number of an item
_CUT = "the page ends in it"

Key = tuple[str, int]  # what a label says, and which of the page's left edges it stands at


class Form(NamedTuple):
    """A block as the rows of a form, and what their labels say."""

    block: Block
    rows: tuple[FormRow, ...]
    said: tuple[str, ...]


def repeated_labels(lines: Sequence[PrintLine]) -> bool:
    """Whether any two lines of several pieces begin alike; asked of every page with such lines."""
    firsts = [line.chunks[0].text for line in lines if len(line.chunks) > 1]
    firsts = [text for text in firsts if len(text) > _LONGEST_SIGN]
    return len(set(firsts)) < len(firsts)


def forms(lines: Sequence[PrintLine]) -> list[Told]:
    """Return the forms on the lines of a page, each with its grid.

    Raises :class:`NoBlocks` where there are none, :class:`Refusal` where their cells are not told.
    """
    keys = _keys(lines)
    blocks = blocks_of(lines, _heads(lines, keys))
    constant = _constant(blocks, keys)
    labels = constant - _values_among(blocks, constant, keys)
    figured = [_has_figures(block) for block in blocks]
    if len(labels) < _FEWEST_LABELS or sum(figured) < _FEWEST or not all(figured[1:-1]):
        raise NoBlocks("its blocks have not several labels and figures each")
    known = {id(chunk) for block in blocks for chunk in chunks_of(block.lines)}
    known = {chunk for chunk in known if keys[chunk] in labels}
    found = [_form(block, known) for block in blocks]
    columns = _columns(found)
    _check_blank(found, columns)
    columns = widened(columns, [line for block in blocks for line in block.lines])
    whole = max((form.said for form in found), key=len)
    return [
        Told(form.block, None, _CUT)
        if (form is found[0] and form.said[0] != whole[0])
        or (form is found[-1] and form.said[-1] != whole[-1])
        else Told(form.block, laid_out([_plan(row, columns) for row in form.rows], columns))
        for form in found
    ]


def _keys(lines: Sequence[PrintLine]) -> dict[int, Key]:
    """Return for each piece of print, by its id, what it says and the left edge it stands at."""
    chunks = sorted(chunks_of(lines), key=lambda chunk: chunk.x0)
    edges = [0]
    for before, chunk in pairwise(chunks):
        edges.append(edges[-1] + (chunk.x0 - before.x0 > SAME_PLACE))
    return {
        id(chunk): (chunk.text.rstrip(" :").casefold(), edge)
        for chunk, edge in zip(chunks, edges, strict=True)
    }


def _may_label(chunk: Chunk) -> bool:
    return len(chunk.text) > _LONGEST_SIGN and not is_value(chunk)


def are_forms(lines: Sequence[PrintLine]) -> bool:
    """Whether the same words, several of them over figures, begin lines again and again.

    Then they are labels for sure. There are lines that begin alike.
    """
    keys = _keys(lines)
    heads = _heads(lines, keys)
    said = [
        [keys[id(line.chunks[0])] for line in lines[head.first : after.first]]
        for head, after in pairwise(heads)
    ]
    again = set(said[0]).intersection(*said[1:])
    again &= {keys[id(line.chunks[0])] for line in lines[heads[-1].first + 1 :]} | {said[0][0]}
    figured = {
        keys[id(line.chunks[0])]
        for line in lines
        if _may_label(line.chunks[0]) and any(map(is_value, line.chunks))
    }
    return len(again) >= _FEWEST_LABELS and len(again & figured) >= _FEWEST


def _heads(lines: Sequence[PrintLine], keys: dict[int, Key]) -> list[Head]:
    """Return the lines that begin with the words which begin most. Raises :class:`NoBlocks`."""
    several = Counter(
        keys[id(line.chunks[0])]
        for line in lines
        if len(line.chunks) > 1 and _may_label(line.chunks[0])
    )
    key, count = several.most_common(1)[0] if several else (("", 0), 0)
    if count < _FEWEST:
        raise NoBlocks("no words begin several of its lines")
    return [Head(at, at) for at, line in enumerate(lines) if keys[id(line.chunks[0])] == key]


def _constant(blocks: Sequence[Block], keys: dict[int, Key]) -> set[Key]:
    """Return the words that stand in all blocks at one place.

    They may be missing in the first or the last, which a page end may cut.
    """
    held = [
        {keys[id(chunk)] for chunk in chunks_of(block.lines) if _may_label(chunk)}
        for block in blocks
    ]
    count = Counter(key for one in held for key in one)
    inner = held[1:-1]
    return {
        key for key, most in count.items() if most >= _FEWEST and all(key in one for one in inner)
    }


def _values_among(
    blocks: Sequence[Block], constant: Collection[Key], keys: dict[int, Key]
) -> set[Key]:
    """Return those of the *constant* words that stand where values do: ``Green``, in all of them.

    Figures stand over them or under them, or at their left edge other words beside print.
    """
    chunks = [chunk for block in blocks for chunk in chunks_of(block.lines)]
    figures = [chunk for chunk in chunks if is_value(chunk)]
    edges = {
        keys[id(chunk)][1]
        for block in blocks
        for line in block.lines
        for chunk in line.chunks
        if len(line.chunks) > 1 and keys[id(chunk)] not in constant
    }
    return {
        keys[id(chunk)]
        for chunk in chunks
        if keys[id(chunk)] in constant
        and (
            keys[id(chunk)][1] in edges
            or any(one.x0 < chunk.x1 and chunk.x0 < one.x1 for one in figures)
        )
    }


def _has_figures(block: Block) -> bool:
    return any(map(is_value, chunks_of(block.lines)))


def _form(block: Block, labels: Collection[int]) -> Form:
    """Return a block as a form. Raises :class:`Refusal` where its values are not told.

    *labels* are the ids of its labels.
    """
    left = min(chunk.x0 for chunk in chunks_of(block.lines) if id(chunk) in labels)
    free: list[PrintLine] = []
    rest: list[PrintLine] = []
    for line in block.lines:
        lone = len(line.chunks) == 1 and id(line.chunks[0]) not in labels
        (free if lone and line.chunks[0].x0 <= left + SAME_PLACE else rest).append(line)
    rows = form_rows(rest, [FormRow((), tuple(text)) for text in texts_of(free)], labels)
    said = tuple(one.label.text.casefold() for row in rows for one in row.pairs)
    return Form(block, tuple(rows), said)


def _columns(found: Sequence[Form]) -> Columns:
    """Return the columns of forms: of labels and of values, by turns. Raises :class:`Refusal`."""
    pairs = [one for form in found for row in form.rows for one in row.pairs]
    stretches = united(one.label for one in pairs)
    edges, gaps = [stretches[0][0]], []
    for at, (left, right) in enumerate(stretches):
        own = [one for one in pairs if one.value and left <= one.label.x0 <= right]
        values = [chunk for one in own for chunk in one.value]
        if not values:
            raise Refusal("no value stands beside some of its labels")
        gaps.append(Corridor(right, min(chunk.x0 for chunk in values)))
        if at + 1 < len(stretches):
            begin = stretches[at + 1][0]
            ends = [
                max(chunk.x1 for chunk in one.value)
                for form in found
                for row in form.rows
                for one, after in pairwise(row.pairs)
                if one.value and left <= one.label.x0 <= right and after.label.x0 <= begin + right
            ]
            gaps.append(Corridor(max(ends, default=gaps[-1].hi), begin))
    if any(gap.hi <= gap.lo for gap in gaps):
        raise Refusal("labels and values stand below each other")
    edges += [gap.middle for gap in gaps]
    edges.append(max(chunk.x1 for one in pairs for chunk in (one.label, *one.value)))
    return Columns(tuple(edges), tuple(gaps))


def _check_blank(found: Sequence[Form], columns: Columns) -> None:
    """Refuse a label that never has a value where it may be a line of the one above or below."""
    valued = {
        one.label.text.casefold()
        for form in found
        for row in form.rows
        for one in row.pairs
        if one.value
    }
    for form in found:
        labels = [one.label for row in form.rows for one in row.pairs]
        for label in labels:
            near = any(
                0 < abs(other.base - label.base) <= LEADING * label.size
                and columns.span(other)[0] == columns.span(label)[0]
                for other in labels
            )
            if near and label.text.casefold() not in valued:
                raise Refusal(f"a label may be a line of another (“{label.text}”)")


def _plan(row: FormRow, columns: Columns) -> Plan:
    """Plan a row: each label, its value up to the next label, and blank cells before."""
    if row.free:
        return plan_across(row.free, columns)
    count = len(columns.edges) - 1
    starts = [columns.span(one.label)[0] for one in row.pairs]
    cells = [(at, 1, 1) for at in range(starts[0])]
    for start, end in pairwise((*starts, count)):
        if start % 2 or end - start < _PAIR:
            raise Refusal(OPEN)
        cells += [(start, 1, 1), (start + 1, end - start - 1, 1)]
    return Plan(row.top, row.bottom, tuple(cells))
