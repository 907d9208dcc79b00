"""Codes in titles whose shape the rows of a paper share: ``REG_006 Repairs``, ``(CE LPI019)``.

What may be words in one title (``REG 22``, a regulation; ``HS2``, a railway; ``L4``) is a code
where the other titles of its tables begin, or end in brackets, with the same letters and each
with another number. A table may hold one row of a service, so that it is asked of all tables of
a paper together. Letters that stand before the numbers of roads, quarters, ages, school stages
and gases (``A34``, ``Q1``, ``AGE 16``, ``KS2``, ``CO2``) are no code in any number of titles, but
where the numbers rise from row to row and no road has them: ``M05``, ``M16``, ``M29``. So do those
of codes that a program set before their titles without the blank: ``HW-02Street lights``.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from crossfoot.normalise.codes import loose_code, parse_code
from crossfoot.normalise.not_codes import (
    INDICATOR_PREFIXES,
    OF_OTHERS,
    ORDINARY_WORDS,
    is_year,
    only_of_codes,
)
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import title_column, views
from crossfoot.schema.code import Code

_CODE = (
    r"(?P<code>(?P<team>[A-Z][A-Z&]{1,5}[ _/.-])?(?P<letters>[A-Z][A-Z&]{0,7})[ ._/-]?"
    r"(?P<number>\d{1,4})[a-z]?(?:\s?\((?:[ivx]{1,4}|[a-z])\))?)"
)
_BEFORE = re.compile(_CODE + r"\s+(?P<title>[A-Za-z\u00a3%(\u2018\u201c\"'].*)")
#: Code and title in two lines of a cell, whose break a program dropped: ``HW-02Street lights``.
_RUN_ON = re.compile(
    r"(?P<code>(?P<letters>[A-Z][A-Z&]{0,7})[ ._/-]?(?P<number>\d{1,4}))"
    r"(?P<title>[A-Z][a-z].*)"
)
_BEHIND = re.compile(r"(?P<title>\S.*?)\s*[(\[]" + _CODE + r"[)\]]")
#: Words before numbers that in capitals may be the short name of a service as well.
_SHORT_NAMES = frozenset({"reg", "sch", "sub", "app"})
_OF_NATION = frozenset({"BV", "BVPI", "NI", "NIS"})  # their numbers have a grammar of their own
_FEWEST_ROWS = 3
_FEWEST_OF_WORDS = 4
_NEARLY_ALL = 5 / 6  # of the rows of the tables that hold the shape: a few may have a title alone


class Shape(NamedTuple):
    """Where codes stand and how they begin; those of several teams (``CE LPI003``) are alike.

    ``run_on``: no blank stands between them and their titles.
    """

    before: bool
    letters: str
    run_on: bool = False

    @property
    def must_rise(self) -> bool:
        """Whether only the order of all of their numbers can tell that they are codes."""
        return self.run_on or self.letters in OF_OTHERS


class HeldCode(NamedTuple):
    """A title taken apart: the shape of what may be its code, that as printed, and the rest."""

    shape: Shape
    printed: str
    title: str
    number: str = ""

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
            told = _rise(own) if shape.must_rise else _each_other(set(own))
            self._rows[shape][0] += len(own) if told else 0
            self._rows[shape][1] += rows

    def shapes(self) -> frozenset[Shape]:
        """The shapes that are codes: in nearly all rows, no two of a table with one number."""
        return frozenset(
            shape
            for shape, (own, rows) in self._rows.items()
            if own >= (1 if shape.must_rise else _NEARLY_ALL) * rows
            and _are_codes(shape, self._held[shape])
        )


def held_in(text: str) -> HeldCode | None:
    """What may be a code at the beginning of a title, or in brackets at its end."""
    if not any(map(str.isdigit, text)):
        return None
    before = _BEFORE.fullmatch(text) or _RUN_ON.fullmatch(text)
    match = before or _BEHIND.fullmatch(text)
    if match is None or is_year(match["number"]):
        return None
    letters, run_on = match["letters"], match.re is _RUN_ON
    if not run_on and match["team"] is not None:
        if letters.casefold() not in INDICATOR_PREFIXES:
            return None
        letters = f"team {letters}"
    if letters in _OF_NATION and not run_on:
        return None
    shape = Shape(before is not None, letters, run_on)
    return HeldCode(shape, match["code"], match["title"], match["number"])


def rise_as_codes(texts: Iterable[str]) -> bool:
    """Whether each of *texts* holds a code of one shape, with a higher number than that above."""
    found = [held_in(text) for text in texts]
    held = [each for each in found if each is not None]
    shapes = {each.shape for each in held}
    if len(held) < len(found) or len(shapes) != 1:
        return False
    return _rise(held) and _are_codes(shapes.pop(), set(held))


def _each_other(held: Collection[HeldCode]) -> bool:
    """Whether each title has another code, and each code another title."""
    codes = {each.printed for each in held}
    return len(codes) == len({each.title.casefold() for each in held}) == len(held)


def _rise(held: Sequence[HeldCode]) -> bool:
    """Whether each title has another code, with a higher number than the one above."""
    places = [(int(each.number), each.printed) for each in held]
    return _each_other(held) and all(above < below for above, below in itertools.pairwise(places))


def _are_codes(shape: Shape, held: Collection[HeldCode]) -> bool:
    codes = {each.printed for each in held}
    if len(codes) < _FEWEST_ROWS:
        return False
    if shape.must_rise and not _each_other(held):
        return False
    if shape.letters.startswith("team ") or shape.letters.casefold() in INDICATOR_PREFIXES:
        return True
    if shape.letters.casefold() in ORDINARY_WORDS:
        return shape.letters.casefold() in _SHORT_NAMES and len(codes) >= _FEWEST_OF_WORDS
    known = sum(parse_code(code) is not None for code in codes)
    return known >= _FEWEST_ROWS and only_of_codes(shape.letters, [each.number for each in held])
