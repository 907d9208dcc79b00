"""Codes in titles whose shape the rows of a paper share: ``REG_006 Repairs``, ``(CE LPI019)``.

What may be words in one title (``REG 22``, a regulation; ``HS2``, a railway; ``L4``) is a code
where the other titles of its tables begin, or end in brackets, with the same letters and each
with another number. A table may hold one row of a service, so that it is asked of all tables of
a paper together. Letters that stand before the numbers of roads, quarters, ages, school stages
and gases (``A34``, ``Q1``, ``AGE 16``, ``KS2``, ``CO2``) are no code in any number of titles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from crossfoot.normalise.codes import loose_code, parse_code
from crossfoot.normalise.not_codes import INDICATOR_PREFIXES, ORDINARY_WORDS, is_year
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import title_column, views
from crossfoot.schema.code import Code

_CODE = (
    r"(?P<code>(?P<team>[A-Z][A-Z&]{1,5}[ _/.-])?(?P<letters>[A-Z][A-Z&]{0,7})[ ._/-]?"
    r"(?P<number>\d{1,4})[a-z]?(?:\s?\((?:[ivx]{1,4}|[a-z])\))?)"
)
_BEFORE = re.compile(_CODE + r"\s+(?P<title>[A-Za-z\u00a3%(\u2018\u201c\"'].*)")
_BEHIND = re.compile(r"(?P<title>\S.*?)\s*[(\[]" + _CODE + r"[)\]]")
#: Letters that stand before numbers of roads, sizes of paper, ages and years at school.
OF_OTHERS = frozenset("ABCMUY")
#: Words before numbers that in capitals may be the short name of a service as well.
_SHORT_NAMES = frozenset({"reg", "sch", "sub", "app"})
_OF_NATION = frozenset({"BV", "BVPI", "NI", "NIS"})  # their numbers have a grammar of their own
_FEWEST_ROWS = 3
_FEWEST_OF_WORDS = 4
_NEARLY_ALL = 5 / 6  # of the rows of the tables that hold the shape: a few may have a title alone


class Shape(NamedTuple):
    """Where codes stand and how they begin; those of several teams (``CE LPI003``) are alike."""

    before: bool
    letters: str


class HeldCode(NamedTuple):
    """A title taken apart: the shape of what may be its code, that as printed, and the rest."""

    shape: Shape
    printed: str
    title: str

    @property
    def code(self) -> Code | None:
        return parse_code(self.printed) or loose_code(self.printed)


class SharedCodes:
    """What the titles of a paper's tables show of the shapes of its codes."""

    def __init__(self) -> None:
        self._held: dict[Shape, set[HeldCode]] = defaultdict(set)
        self._rows: dict[Shape, list[int]] = defaultdict(lambda: [0, 0])

    def take(self, segment: Segment, grid_columns: int) -> None:
        """Look at the titles of a segment that has one column for codes and titles."""
        titles, codes = segment.index("title", "description"), segment.index("code")
        if (titles is None) == (codes is None):
            return
        held: list[HeldCode] = []
        rows = 0
        for view in views(segment, grid_columns):
            at = title_column(view) if codes is None else codes
            if at is None or at in view.carried or len(view.own_printed()) < 2:
                continue
            if text := view.text(at):
                rows += 1
                if (found := held_in(text)) is not None:
                    held.append(found)
        for shape in {found.shape for found in held}:
            own = [found for found in held if found.shape == shape]
            self._held[shape].update(own)
            self._rows[shape][0] += len(own) if _each_other(set(own)) else 0
            self._rows[shape][1] += rows

    def shapes(self) -> frozenset[Shape]:
        """The shapes that are codes: in nearly all rows, no two of a table with one number."""
        return frozenset(
            shape
            for shape, (own, rows) in self._rows.items()
            if own >= _NEARLY_ALL * rows and _are_codes(shape, self._held[shape])
        )


def held_in(text: str) -> HeldCode | None:
    """What may be a code at the beginning of a title, or in brackets at its end."""
    if not any(map(str.isdigit, text)):
        return None
    before = _BEFORE.fullmatch(text)
    match = before or _BEHIND.fullmatch(text)
    if match is None or is_year(match["number"]):
        return None
    letters = match["letters"]
    if match["team"] is not None:
        if letters.casefold() not in INDICATOR_PREFIXES:
            return None
        letters = f"team {letters}"
    if letters in _OF_NATION:
        return None
    return HeldCode(Shape(before is not None, letters), match["code"], match["title"])


def _each_other(held: Collection[HeldCode]) -> bool:
    """Whether each title has another code, and each code another title."""
    codes = {each.printed for each in held}
    return len(codes) == len({each.title.casefold() for each in held}) == len(held)


def _are_codes(shape: Shape, held: Iterable[HeldCode]) -> bool:
    codes = {each.printed for each in held}
    if len(codes) < _FEWEST_ROWS:
        return False
    if shape.letters.startswith("team ") or shape.letters.casefold() in INDICATOR_PREFIXES:
        return True
    if shape.letters.casefold() in ORDINARY_WORDS:
        return shape.letters.casefold() in _SHORT_NAMES and len(codes) >= _FEWEST_OF_WORDS
    known = sum(parse_code(code) is not None for code in codes)
    return shape.letters not in OF_OTHERS and known >= _FEWEST_ROWS
