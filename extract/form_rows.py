"""The rows of a form whose labels are known: which print stands at which label.

The order of painting tells it, a label and then all lines of its value. Spreadsheets paint cells of
several lines after all others: where the order does not tell, the places do.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from crossfoot.extract.block_ends import SAME_PLACE
from crossfoot.extract.blocks import chunks_of
from crossfoot.extract.chunks import Chunk, PrintLine
from crossfoot.extract.gaps import Refusal, is_value

_SAME_LINE = 0.3  # font sizes between the baselines of a label and its value
_LINES = 1.9  # font sizes at most between the lines of a value
_MIDDLE = 0.2  # font sizes that the middle of a value's lines may be off its label's line
_OVER = 0.1  # font sizes that a row may reach over the foot of the one above
OPEN = "it is open which value stands at which label"


class Labelled(NamedTuple):
    """A label and the lines of its value, none where that is blank."""

    label: Chunk
    value: tuple[Chunk, ...]


class FormRow(NamedTuple):
    """Labels beside each other with their values, or lines that are no label's."""

    pairs: tuple[Labelled, ...]
    free: tuple[PrintLine, ...] = ()

    @property
    def chunks(self) -> list[Chunk]:
        return [
            *(one.label for one in self.pairs),
            *(chunk for one in self.pairs for chunk in one.value),
            *chunks_of(self.free),
        ]

    @property
    def top(self) -> float:
        return min(chunk.top for chunk in self.chunks)

    @property
    def bottom(self) -> float:
        return max(chunk.bottom for chunk in self.chunks)


def form_rows(
    lines: Sequence[PrintLine], texts: Sequence[FormRow], labels: Collection[int]
) -> list[FormRow]:
    """Return the rows of a form downwards, with the *texts* between them that are no label's.

    *labels* are the ids of the labels on its *lines*. Raises :class:`Refusal`.
    """
    try:
        return _checked([*_by_order(chunks_of(lines), labels), *texts])
    except Refusal:
        return _checked([*_by_place(lines, labels), *texts])


def _by_order(chunks: Sequence[Chunk], labels: Collection[int]) -> list[FormRow]:
    """Return rows of labels, each with what is painted from it to the next."""
    rows: list[list[tuple[Chunk, list[Chunk]]]] = []
    for chunk in sorted(chunks, key=lambda chunk: chunk.runs[0].order):
        if id(chunk) not in labels:
            if not rows:
                raise Refusal("print stands before its labels")
            rows[-1][-1][1].append(chunk)
        elif rows and abs(rows[-1][0][0].base - chunk.base) <= _SAME_LINE * chunk.size:
            rows[-1].append((chunk, []))
        else:
            rows.append([(chunk, [])])
    return [FormRow(tuple(Labelled(one, tuple(value)) for one, value in row)) for row in rows]


def _by_place(lines: Sequence[PrintLine], labels: Collection[int]) -> list[FormRow]:
    """Return rows of labels, each with what stands beside it, on its line or around that.

    Lines on which no label stands go on below a text, or are set around the middle of one's line.
    """
    rows: list[FormRow] = []
    loose = [line.chunks[0] for line in lines if len(line.chunks) == 1]
    loose = [chunk for chunk in loose if id(chunk) not in labels]
    for line in lines:
        pairs: list[Labelled] = []
        for chunk in line.chunks:
            if id(chunk) in labels:
                pairs.append(Labelled(chunk, ()))
            elif pairs:
                pairs[-1] = pairs[-1]._replace(value=(*pairs[-1].value, chunk))
            elif len(line.chunks) > 1:
                raise Refusal("print stands before its labels")
        if pairs:
            rows.append(FormRow((*pairs[:-1], _with_lines(pairs[-1], loose))))
    taken = [id(chunk) for row in rows for one in row.pairs for chunk in one.value]
    if len(set(taken)) < len(taken) or any(id(chunk) not in taken for chunk in loose):
        raise Refusal(OPEN)
    return rows


def _with_lines(one: Labelled, loose: Sequence[Chunk]) -> Labelled:
    """Return the last label of a line with the lines above and below its value that go on it."""
    label, value = one
    if len(value) > 1 or (value and is_value(value[0])):
        return one
    lines = list(value)
    reach = _LINES * label.size
    for chunk in loose:
        begin, end = (lines[0], lines[-1]) if lines else (label, label)
        aligned = not lines or abs(chunk.x0 - begin.x0) <= SAME_PLACE
        if aligned and chunk.x0 > label.x1 and 0 < chunk.base - end.base <= reach:
            lines.append(chunk)
    for chunk in reversed(loose):
        begin = lines[0] if lines else label
        aligned = not lines or abs(chunk.x0 - begin.x0) <= SAME_PLACE
        if aligned and chunk.x0 > label.x1 and 0 < begin.base - chunk.base <= reach:
            lines.insert(0, chunk)
    middle = bool(lines) and abs((lines[0].base + lines[-1].base) / 2 - label.base)
    below = bool(value) and lines[0] is value[0]
    if lines and not below and middle > _MIDDLE * label.size:
        raise Refusal(OPEN)
    return Labelled(label, tuple(lines))


def _checked(rows: Sequence[FormRow]) -> list[FormRow]:
    """Return rows downwards. Raises :class:`Refusal` where they overlap or values stand aside."""
    found = sorted(rows, key=lambda row: row.top)
    for above, below in pairwise(found):
        if below.top < above.bottom - _OVER * below.chunks[0].size:
            raise Refusal(OPEN)
    for row in found:
        _check_row(row)
    return found


def _check_row(row: FormRow) -> None:
    """Refuse values that do not stand right beside their labels, or are not one text."""
    for (label, value), after in zip_longest(row.pairs, row.pairs[1:]):
        if not value:
            continue
        reach = _SAME_LINE * label.size
        beside = value[0].base - reach <= label.base <= value[-1].base + reach
        end = after.label.x0 if after is not None else float("inf")
        if not beside or any(one.x0 < label.x1 or one.x1 > end for one in value):
            raise Refusal(OPEN)
        for above, below in pairwise(value):
            step = (below.base - above.base) / below.size
            if not _SAME_LINE < step <= _LINES or abs(above.x0 - below.x0) > SAME_PLACE:
                raise Refusal(f"words stand apart beside a label (“{below.text}”)")
