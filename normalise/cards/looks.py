"""What each cell of a table looks like that may hold cards: a name, labels, a figure, a sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from crossfoot.normalise.cards.words import Said, label_said, said_in
from crossfoot.normalise.codes import parse_code
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.statuses import status_fill, status_letter, status_word
from crossfoot.normalise.year_parts import split_period
from crossfoot.schema.page import Cell, prints
from crossfoot.schema.symbol import SIGN
from crossfoot.schema.text import fold

Kind = Literal[
    "blank",
    "sign",
    "period",
    "code",
    "pairs",
    "unclear",
    "label",
    "value",
    "chart",
    "prose",
    "name",
    "whole",
]

_LONGEST_CODE = 20
#: Longest name of an indicator; those of real papers have up to 190 letters.
_LONGEST_NAME = 260
#: A text of as many words with a full stop is a comment, not a name.
_FEWEST_WORDS_OF_PROSE = 14
_SENTENCE = re.compile(r"[a-z)]\.(?:\s|$)")
#: Lines of a name over the figures of a tile.
_LINES_OF_NAME = 3
_LETTERS = re.compile(r"[A-Za-z]{3}")
#: The numbers and months along a chart's axes: of its words as many as this share.
_AXIS_SHARE = 0.5
_AXIS_FEWEST = 5
_AXIS = re.compile(
    r"[-\u00a3]?[0-9][0-9,.]*[%km]?|q[1-4]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)"
    r"[a-z]*(?:[-\u2013/' ]?[0-9]{2,4})?|[0-9]{2,4}[-/][0-9]{2,4}",
    re.IGNORECASE,
)


_NOTHING = Said((), False)


class Look(NamedTuple):
    """One cell, its row, what it looks like, and the pairs of labels and values in it.

    A ``whole`` card stands in one cell: a name, and pairs below it.
    """

    row_no: int
    cell: Cell
    kind: Kind
    said: Said = _NOTHING

    @property
    def first(self) -> int:
        """The first grid column that it covers."""
        return self.cell.col_no

    @property
    def last(self) -> int:
        """The last grid column that it covers."""
        return self.cell.col_no + self.cell.col_span - 1


def look_at(row_no: int, cell: Cell, reader: HeadingReader) -> Look:
    """Tell what a cell looks like."""
    if not prints(cell):
        painted = bool(cell.symbols) or status_fill(cell.fill) is not None
        return Look(row_no, cell, "sign" if painted else "blank")
    text = cell.plain
    if text[:1].isdigit() and parse_figure(text).state == "value":
        return Look(row_no, cell, "value")  # as most cells of a table of accounts
    bare = fold(SIGN.sub(" ", text))
    if not bare or status_word(bare, "indicators") or status_letter(bare):
        return Look(row_no, cell, "sign")
    if parse_figure(text).state != "other":
        return Look(row_no, cell, "value")
    kind, said = _of_text(
        text, cell.first.level_text if len(cell.parts) == 1 else cell.lines, reader
    )
    return Look(row_no, cell, kind, said)


def _of_text(text: str, lines: str, reader: HeadingReader) -> tuple[Kind, Said]:
    """What a text looks like that is no figure and no sign; *lines* is the same unfolded."""
    if label_said(reader, text) is not None:
        return ("period" if _is_period(text) else "label"), _NOTHING
    if len(text) <= _LONGEST_CODE and any(map(str.isdigit, text)) and parse_code(text):
        return "code", _NOTHING
    said = said_in(lines, reader)
    if said.pairs or said.unclear:
        return ("pairs" if said.pairs else "unclear"), said
    whole = _whole(lines, reader)
    if whole.pairs or whole.unclear:
        return ("whole" if whole.pairs else "unclear"), whole
    return _of_words(text), _NOTHING


def _whole(text: str, reader: HeadingReader) -> Said:
    """The pairs below a name of one to three lines in one text."""
    lines = text.split("\n")
    for first in range(1, min(_LINES_OF_NAME, len(lines) - 1) + 1):
        name = "\n".join(lines[:first])
        if len(lines[first:]) < 2 or _of_words(fold(name)) != "name":
            continue
        at = len(name) + 1
        said = said_in(text[at:], reader)
        if said.pairs:
            moved = (pair._replace(start=pair.start + at, end=pair.end + at) for pair in said.pairs)
            return Said(tuple(moved), False, at)
        if said.unclear:
            return said
    return _NOTHING


def name_in(look: Look) -> Look:
    """The name over the pairs of a whole card, as a cell of its own."""
    cell = look.cell
    text = cell.first.level_text if len(cell.parts) == 1 else cell.lines
    name = text[: look.said.start]
    part = cell.first._replace(text=name.rstrip(), fill=None, symbols=(), raised=())
    return look._replace(cell=cell._replace(parts=(part,)), kind="name")


def _is_period(text: str) -> bool:
    period, part, rest = split_period(text)
    return (period is not None or part is not None) and not any(map(str.isalnum, rest))


def _of_words(text: str) -> Kind:
    words = text.split()
    axis = sum(_AXIS.fullmatch(word) is not None for word in words)
    if len(words) >= _AXIS_FEWEST and axis >= _AXIS_SHARE * len(words):
        return "chart"
    if len(words) >= _FEWEST_WORDS_OF_PROSE and _SENTENCE.search(text):
        return "prose"
    if len(text) > _LONGEST_NAME:
        return "prose"
    return "name" if _LETTERS.search(text) else "chart"


def printed(looks: Sequence[Look]) -> list[Look]:
    """The cells that show anything."""
    return [look for look in looks if look.kind != "blank"]
