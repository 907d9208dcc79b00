"""Keys among what the reader of pages found no table in: rows of signs, each beside its meaning.

Where rules part the rows of a key and not its columns it looks like a table that was not read. All
that it holds is on its lines, if these say what signs mean and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crossfoot.normalise.headings import heading_key
from crossfoot.normalise.key_lines import entries_of_line
from crossfoot.normalise.key_tables import KEY_HEADINGS
from crossfoot.schema.page import Box, Doubt, Reading, TextLine

_FEWEST = 2  # signs
_MOST_HEADINGS = 3
_ALIGNED = 2.0  # points between the words of one column
_NUMBER = re.compile(r"\d")


def without_keys(reading: Reading) -> Reading:
    """Return the reading without its doubts about places that hold a key and nothing else."""
    asked = [doubt for doubt in reading.doubts if doubt.kind == "unread_table"]
    if not asked:
        return reading
    pages = {doubt.page for doubt in asked}
    lines = [line for line in reading.lines if line.page in pages and not line.margin]
    keys = {id(doubt) for doubt in asked if _is_key(_inside(lines, doubt))}
    if not keys:
        return reading
    return reading._replace(doubts=tuple(one for one in reading.doubts if id(one) not in keys))


def _inside(lines: Iterable[TextLine], doubt: Doubt) -> list[TextLine]:
    return [line for line in lines if line.page == doubt.page and line.box.overlap(doubt.box).area]


def _is_key(lines: Sequence[TextLine]) -> bool:
    """Whether lines explain signs, each once in its column, under headings or none.

    Beside a sign and its words stand only others, or what a status says. In a table of actions
    signs are said again.
    """
    signed = [line for line in lines if line.symbols]
    if len(signed) < _FEWEST or any(len(entries_of_line(line)) != 1 for line in signed):
        return False
    columns: list[list[TextLine]] = []
    for line in signed:
        column = next((one for one in columns if _begin_alike(one[0].box, line.box)), None)
        if column is None:
            columns.append([line])
        else:
            column.append(line)
    if any(len({line.symbols for line in column}) < len(column) for column in columns):
        return False
    first = min(line.box.y0 for line in signed)
    heads = [line for line in lines if not line.symbols and (line.box.y0 + line.box.y1) / 2 < first]
    if any(_NUMBER.search(line.text) for line in heads):
        return False
    said = [line for line in lines if not line.symbols and line not in heads]
    if said:
        return len(columns) == 1 and _are_said(said, signed, heads)
    return len(heads) <= len(columns)


def _are_said(
    said: Sequence[TextLine], signed: Sequence[TextLine], heads: Sequence[TextLine]
) -> bool:
    """Whether lines are what statuses say, in a column beside them under the headings of a key."""
    return (
        len(signed) > _FEWEST
        and all(_begin_alike(line.box, said[0].box) for line in said)
        and said[0].box.x0 > max(line.box.x1 for line in signed)
        and 0 < len(heads) <= _MOST_HEADINGS
        and all(heading_key(line.text) in KEY_HEADINGS for line in heads)
    )


def _begin_alike(one: Box, other: Box) -> bool:
    return abs(one.x0 - other.x0) <= _ALIGNED
