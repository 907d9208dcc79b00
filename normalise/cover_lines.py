"""A cover sheet that is printed without rules: labels down one edge, what they say beside them.

Report to          Overview and Scrutiny Committee
Date of meeting    11 May 2018
Title              Annual Performance Report 2017/18
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.normalise.covers import Cover, field_of, is_label
from crossfoot.schema.page import TextLine
from crossfoot.schema.text import fold

_FEWEST = 2  # pairs: one line beside another may be anything
_SAME_EDGE = 1.0  # points


class _Pair(NamedTuple):
    label: TextLine
    value: TextLine


def cover_of_lines(head: Sequence[TextLine]) -> Cover | None:
    """Read the labels of a paper's head with what stands beside each, ``None`` if there are none.

    Two or more labels of cover sheets begin at one edge, what stands on their levels begins at
    another; lines that follow below such a text at its edge are a part of it.
    """
    pairs = [
        _Pair(left, right)
        for left, right in pairwise(head)
        if _on_a_level(left, right) and is_label(_bare(left))
    ]
    if not pairs:
        return None
    first = pairs[0]
    column = [pair for pair in pairs if _same_edges(pair, first)]
    if len(column) < _FEWEST:
        return None
    found: dict[str, str] = {}
    for pair in column:
        if (name := field_of(_bare(pair.label))) is not None:
            found.setdefault(name, _whole(pair.value, head))
    return Cover(**found) if found else None


def _bare(label: TextLine) -> str:
    return fold(label.text).rstrip(":").rstrip()


def _on_a_level(left: TextLine, right: TextLine) -> bool:
    return (
        left.page == right.page
        and left.box.x1 < right.box.x0
        and abs(left.box.y0 - right.box.y0) < left.size / 2
    )


def _same_edges(pair: _Pair, other: _Pair) -> bool:
    return (
        pair.label.page == other.label.page
        and abs(pair.label.box.x0 - other.label.box.x0) <= _SAME_EDGE
        and abs(pair.value.box.x0 - other.value.box.x0) <= _SAME_EDGE
    )


def _whole(value: TextLine, head: Sequence[TextLine]) -> str:
    """The text beside a label, with the lines that follow closely below it at its edge."""
    run = [value]
    for lower in head[head.index(value) + 1 :]:
        if (
            lower.page != value.page
            or abs(lower.box.x0 - value.box.x0) > _SAME_EDGE
            or lower.box.y0 - run[-1].box.y1 > lower.size / 2
        ):
            break
        run.append(lower)
    return fold("\n".join(line.text for line in run))
