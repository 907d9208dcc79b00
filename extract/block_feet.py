"""The foot of a small table: labels, each with a text over all columns right of it, and notes.

``Managed By``, ``Latest Note``: below the values, at the left edge, without figures. Their texts
begin at one place on all of a page's tables. What has figures below them is no foot.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from crossfoot.extract.block_ends import SAME_PLACE, NoBlocks
from crossfoot.extract.blocks import Block, plan_across, texts_of
from crossfoot.extract.chunks import Chunk, PrintLine
from crossfoot.extract.form_rows import FormRow, form_rows
from crossfoot.extract.gaps import Columns, Corridor, Refusal, is_value
from crossfoot.extract.heads import Plan

_DIGIT = re.compile(r"\d")
_PAIR = 2  # pieces of print: a label and its text
_SHORTEST = 3  # letters of a label; a sign stands before an item of a list
_NEAR = 1.9  # font sizes at most between lines of one text
_MIDDLE = 0.2  # font sizes that a label may be off the middle of its text
_OTHERS = "below its headings stand other rows than of values and notes"


class Parted(NamedTuple):
    """The lines of a block below its headings: those of its values, and the rows of its foot."""

    values: tuple[PrintLine, ...]
    foot: tuple[FormRow, ...]


def parted(blocks: Sequence[Block]) -> list[Parted]:
    """Part the rows of values of all *blocks* of a page from their feet.

    Raises :class:`NoBlocks` where other print stands below, :class:`Refusal` where it is open which
    text stands at which label.
    """
    labels = _labels(blocks)
    found = []
    for block in blocks:
        end = _end_of_values(block, labels) if block.body else 0
        found.append(Parted(block.body[:end], tuple(_rows(block.body[end:], block, labels))))
    begins = [
        chunk.x0 for one in found for row in one.foot for pair in row.pairs for chunk in pair.value
    ]
    if begins and max(begins) - min(begins) > SAME_PLACE:
        raise NoBlocks(_OTHERS)
    return found


def with_foot(columns: Columns, feet: Sequence[FormRow]) -> Columns:
    """Return columns the first of which holds the labels of *feet*. Raises :class:`Refusal`."""
    pairs = [one for row in feet for one in row.pairs]
    if not pairs:
        return columns
    first, *slack = columns.slack
    low = max(first.lo, *(one.label.x1 for one in pairs))
    high = min([first.hi, *(chunk.x0 for one in pairs for chunk in one.value)])
    if high <= low:
        raise Refusal("a text below its values does not stand in its columns")
    first = Corridor(low, high)
    left, _, *edges = columns.edges
    return Columns((left, first.middle, *edges), (first, *slack))


def plan_foot(row: FormRow, columns: Columns) -> Plan:
    """Plan a row of a foot: its label and a text over all other columns, or a note over all."""
    if row.free:
        return plan_across(row.free, columns)
    return Plan(row.top, row.bottom, ((0, 1, 1), (1, len(columns.edges) - _PAIR, 1)))


def _labels(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the words that label a text below values somewhere, and figures nowhere."""
    labels: set[str] = set()
    others: set[str] = set()
    for block in blocks:
        lines = block.body
        for at, line in enumerate(lines):
            first, *more = line.chunks
            if not _is_left(first, block):
                continue
            text = len(more) == 1 and not is_value(more[0])
            around = not more and _is_amid(first, lines[at - 1 : at], lines[at + 1 : at + 2])
            if _may_label(first) and (text or around):
                labels.add(first.text.casefold())
            elif more:
                others.add(first.text.casefold())
    return frozenset(labels - others)


def _is_left(chunk: Chunk, block: Block) -> bool:
    """Whether print begins where the first heading does, or left of it."""
    return chunk.x0 <= block.head[0].chunks[0].x0 + SAME_PLACE


def _may_label(chunk: Chunk) -> bool:
    """Whether print may be a label; what has digits may be a period, and name a row of values."""
    return len(chunk.text) >= _SHORTEST and not any(map(str.isdigit, chunk.text))


def _is_amid(label: Chunk, above: Sequence[PrintLine], below: Sequence[PrintLine]) -> bool:
    """Whether lone lines right of a label stand above and below it, and it in their middle."""
    if not above or not below or len(above[0].chunks) != 1 or len(below[0].chunks) != 1:
        return False
    upper, lower = above[0].chunks[0], below[0].chunks[0]
    return (
        abs(upper.x0 - lower.x0) <= SAME_PLACE
        and upper.x0 > label.x1
        and lower.base - upper.base <= _NEAR * lower.size
        and abs(upper.base + lower.base - 2 * label.base) <= 2 * _MIDDLE * label.size
    )


def _end_of_values(block: Block, labels: Collection[str]) -> int:
    """Return how many lines below the headings of a block are its values'.

    A name of a row that has no values stands alone, and is no note. Raises :class:`NoBlocks` where
    no values are, or others follow on the foot.
    """
    lines = block.body
    shapes = {_shape(line) for line in lines if len(line.chunks) > 1} - {""}
    begins = [
        _begins_foot(line, block, labels) and not (len(line.chunks) == 1 and _shape(line) in shapes)
        for line in lines
    ]
    end = begins.index(True) if True in begins else len(lines)
    if end < len(lines) and lines[end].chunks[0].text.casefold() in labels:
        while end and _is_loose(lines[end - 1], block) and _is_near(*lines[end - 1 : end + 1]):
            end -= 1  # the text of the first label is set around its middle
    rest = zip(begins[end:], lines[end:], strict=True)
    if not end or not all(begun or _is_loose(line, block) for begun, line in rest):
        raise NoBlocks(_OTHERS)
    return end


def _shape(line: PrintLine) -> str:
    """Return what a line begins with, whatever its digits are, ``""`` where it has none."""
    text = line.chunks[0].text
    return _DIGIT.sub("0", text) if any(map(str.isdigit, text)) else ""


def _begins_foot(line: PrintLine, block: Block, labels: Collection[str]) -> bool:
    first, *more = line.chunks
    if not _is_left(first, block) or is_value(first):
        return False
    known = first.text.casefold() in labels
    return not more or (known and len(more) == 1 and not is_value(more[0]))


def _is_loose(line: PrintLine, block: Block) -> bool:
    (chunk, *more) = line.chunks
    return not more and not _is_left(chunk, block) and not is_value(chunk)


def _is_near(above: PrintLine, below: PrintLine) -> bool:
    return below.base - above.base <= _NEAR * below.size


def _rows(lines: Sequence[PrintLine], block: Block, labels: Collection[str]) -> list[FormRow]:
    """Return the rows of a foot downwards."""
    known = {id(line.chunks[0]) for line in lines if line.chunks[0].text.casefold() in labels}
    notes = [
        line
        for line in lines
        if len(line.chunks) == 1 and id(line.chunks[0]) not in known and not _is_loose(line, block)
    ]
    rest = [line for line in lines if line not in notes]
    return form_rows(rest, [FormRow((), tuple(text)) for text in texts_of(notes)], known)
