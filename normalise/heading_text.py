"""One heading's text: the words that say what is measured, and the period they are joined to.

``Target 2019/20``, ``Q1 2019/20``, ``2021/22 Q1``, ``Qtr 2 Actual`` and ``Apr-Sep 2009`` hold a
period and perhaps words; ``Q1`` and ``July`` hold a part of a year that the heading above, the
table's own heading or the paper must name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from crossfoot.normalise.bare_years import OF_YEARS, is_bare_year, of_pair, split_year
from crossfoot.normalise.foreign_words import ForeignWords
from crossfoot.normalise.heading_basis import qualified
from crossfoot.normalise.heading_said import (
    AIMS,
    HeadingText,
    meaning_under,
    of_its_time,
    standing_as,
    with_standing,
)
from crossfoot.normalise.headings import HeadingTable, heading_key, load_headings
from crossfoot.normalise.level_times import is_kept, with_time, without_others_time
from crossfoot.normalise.mark_notes import Marks, with_words
from crossfoot.normalise.period_tokens import may_hold_period
from crossfoot.normalise.periods import period_spans
from crossfoot.normalise.standings import may_hold_standing
from crossfoot.normalise.target_for import is_target_for
from crossfoot.normalise.year_parts import find_part, split_period
from crossfoot.schema.text import fold

_FILLERS = (
    "for", "of", "the", "at", "to", "in", "end", "ending", "ended", "on", "up", "as", "and", "year",
    "financial", "fy", "since",
)  # fmt: skip
_FILLER = re.compile(
    rf"^(?:(?:{'|'.join(_FILLERS)})\b\W*)+"
    rf"|(?:\W*\b(?:{'|'.join(word for word in _FILLERS if word != 'end')}))+$",
    re.IGNORECASE,
)
_PART_WORD = re.compile(r"\b(?:quarter|qtr|month)\b", re.IGNORECASE)
_LONGEST_HEADING = 90
#: A lone number is no heading and no period; most cells of a table are one.
_FIGURE = re.compile(r"[-+(]?\u00a3?[0-9][0-9,]*(?:\.[0-9]+)?\s?%?\)?")
#: A unit, an acronym that a heading explains, how final the figures are, in or without brackets.
_UNIT = re.compile(
    r"\(\s*(?:%|\u00a3(?:\s?['\u2019]?(?:000|k|m|bn|thousand|million)['\u2019]?s?)?|pis?|kpis?|rag|dot|no\.?|number|days?"
    r"|y\s?/\s?n|un-?audited|audited|provisional|draft|final|subject to audit)\s*(?:\)|$)"
    r"|(?<=\w)\sy\s?/\s?n$|%$|\u00a3['\u2019]?\w*['\u2019]?s?$",
    re.IGNORECASE,
)
#: One of these stands in every unit.
_UNIT_MARKS = frozenset("(%/\u00a3")
#: Meanings of which a heading may name two (``Owner / Lead``); of figures it must name one.
_NAMES = frozenset(
    {"code", "title", "title.step", "owner", "lead", "section", "note", "description"}
)
#: Headings of a column of years; over a year they say no more than it does.
_YEAR_WORDS = frozenset({"year", "yr", "financial year", "fin year", "reporting year"})
#: What most texts of a table say as headings.
_UNKNOWN = HeadingText()
_EDGES = " -\u2013\u2014:,/()[]*\n"
#: Texts remembered: a quarter's paper heads its columns like the quarter before. Of the sample
#: papers each adds 60 to 140.
_REMEMBERED = 8192
#: Sets of marks remembered; papers of one council explain the same.
_MARKED_KEPT = 16
#: Letters that may stand around a listed heading: a unit in brackets, "as at the", blanks.
_AROUND = 20


def _trim(text: str) -> str:
    return text.strip(_EDGES)


def _without_filler(text: str) -> str:
    """The words without the small ones at either end, which join them to a period."""
    first, _, _ = text.partition(" ")
    if first.lower().startswith(_FILLERS) or text.lower().endswith(_FILLERS):
        text = _FILLER.sub("", text)
    return _trim(text)


def printed_period(text: str) -> str:
    """The words of a heading that name its period; all of it where they cannot be told apart."""
    pieces = [piece for span in period_spans(text) for piece in span.pieces]
    if not pieces:
        found = find_part(text)
        return found[2] if found else text
    return text[min(start for start, _ in pieces) : max(end for _, end in pieces)]


def names_period(text: str) -> bool:
    """Whether a period stands in *text*, whatever else does."""
    return may_hold_period(text) and bool(period_spans(text))


@dataclass(eq=False)
class HeadingReader:
    """Reads heading texts with one table of headings, each text once.

    What a text says as a heading is a matter of the text and the table alone.
    """

    table: HeadingTable
    #: What the marks behind headings say, by the notes of the table that is read.
    marks: Marks = field(default_factory=dict)
    _seen: dict[str, HeadingText] = field(default_factory=dict)
    _marked: dict[tuple[tuple[str, str], ...], HeadingReader] = field(default_factory=dict)

    #: Whether what is almost a listed heading is taken for it.
    nearly: bool = True
    _exactly: HeadingReader | None = None
    #: A text longer than this is no listed heading with a unit and small words.
    _longest_words: float = field(init=False)
    _foreign: ForeignWords = field(init=False)

    def __post_init__(self) -> None:
        self._longest_words = self.table.near_longest + _AROUND
        self._foreign = ForeignWords(self.table)

    def read(self, text: str) -> HeadingText:
        """What a heading cell says; nothing known where the text is no listed heading."""
        known = self._seen.get(text)
        if known is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            known = self._seen[text] = self._read(fold(with_words(text, self.marks)))
        return known

    def marked_by(self, marks: Marks) -> HeadingReader:
        """The reader of a table whose marks say these words of the figures."""
        if not marks:
            return self
        key = tuple(sorted(marks.items()))
        if key not in self._marked:
            if len(self._marked) >= _MARKED_KEPT:
                self._marked.clear()
            self._marked[key] = HeadingReader(self.table, dict(key))
        return self._marked[key]

    @property
    def exactly(self) -> HeadingReader:
        """The reader that knows listed headings alone, and none that is almost one."""
        if self._exactly is None:
            self._exactly = HeadingReader(self.table, self.marks, nearly=False)
        return self._exactly

    def _read(self, text: str) -> HeadingText:
        if not text or len(text) > _LONGEST_HEADING:
            return _UNKNOWN
        if _FIGURE.fullmatch(text):
            return HeadingText(bare_year=text) if is_bare_year(text) else _UNKNOWN
        said = self._read_words(text)
        if may_hold_standing(text):
            said = with_standing(text, said, self._read_words)
        return of_its_time(said)

    def _read_words(self, text: str) -> HeadingText:
        if len(text) > self._longest_words and not may_hold_period(text):
            return _UNKNOWN
        meaning = self.table.exact(text)
        if meaning:
            return _of_aims(text, HeadingText(meaning))
        if self._foreign.stand_in(text):
            return self._near(text, _UNKNOWN) if is_target_for(text) else _UNKNOWN
        period, part, rest = split_period(text)
        if period is None and part is None:
            meaning = self._exact(text)
            bare = None if meaning else self._of_bare_year(text)
            return bare or (HeadingText(meaning) if meaning else self._near(text, _UNKNOWN))
        words = _without_filler(_trim(rest))
        bare = HeadingText(None, period, part)
        if not heading_key(words):
            of_part = period is None or period.kind != "year"
            if of_part and self.table.exact(rest) == "outturn":
                bare = bare._replace(meaning="outturn")  # ``Year end Q2``: small words, but listed
            return _with_basis(text, bare)
        meaning = self.table.exact(rest) or self._exact(words)
        if meaning == "period":
            # Of a ``Quarter 2018/19`` it is not said which, or each row names its own.
            of_year = period is not None and period.kind == "year" and _PART_WORD.search(words)
            return _UNKNOWN if of_year else _with_basis(text, bare)
        if meaning:
            return _of_aims(words, _with_basis(text, bare._replace(meaning=meaning)))
        near = self._near(words, bare)
        return near._replace(printed_period=printed_period(text)) if near.meaning else _UNKNOWN

    def _of_bare_year(self, text: str) -> HeadingText | None:
        """A heading with a year of which it is not said what year it is, and words listed."""
        found = split_year(text)
        if found is None:
            return None
        words = _without_filler(_trim(found[1]))
        meaning = self.table.exact(words) or self._exact(words) if heading_key(words) else None
        if heading_key(words) and (meaning or "").partition(".")[0] not in OF_YEARS:
            return None
        pair = of_pair(found[0]) if meaning else None
        if pair is not None:
            return HeadingText(meaning, pair, printed_period=found[0])
        return HeadingText(meaning, bare_year=found[0])

    def _exact(self, words: str) -> str | None:
        """The meaning of exactly these words: as they stand, without a unit or an acronym in
        brackets, in another order, broken by a narrow column, or of two names beside a stroke
        (``Indicator / Measure``).
        """
        unitless = words if _UNIT_MARKS.isdisjoint(words) else _UNIT.sub(" ", words)
        unitless = _trim(unitless)
        bare = _without_filler(unitless)
        for candidate in dict.fromkeys((words, unitless, bare)):
            if meaning := self.table.exact(candidate) or self.table.in_any_order(candidate):
                return meaning
        if meaning := self.table.broken(bare):
            return meaning
        names = [self.table.exact(name) for name in bare.split("/")]
        if len(names) == 2 and names[0] in _NAMES and (names[1] in _NAMES or names[1] is None):
            return names[0]
        return None

    def _near(self, words: str, base: HeadingText) -> HeadingText:
        found = self.table.near(words) if self.nearly else None
        if found is None and self.nearly and is_target_for(words):
            found = "target", "Target"
        return base._replace(meaning=found[0], near=found[1]) if found else base

    def combine(self, levels: Sequence[str]) -> HeadingText:
        """Read the headings of one column over several levels, the topmost first."""
        texts = _without_year_words([text for text in (fold(level) for level in levels) if text])
        if len(texts) <= 1:
            return self.read(texts[0]) if texts else _UNKNOWN
        leaf = self.read(texts[-1])
        joined = self._read_joined(texts, leaf)
        if joined is not None:
            return without_others_time(leaf, joined)
        said = [self.read(text) for text in texts]
        if not said[-1].known and said[-1].standing is None and names_period(texts[-1]):
            return _UNKNOWN  # ``2006/07 Original`` under ``Targets``: which of them is not known
        return without_others_time(leaf, self._merge(said))

    def _read_joined(self, texts: list[str], leaf: HeadingText) -> HeadingText | None:
        for order in (texts, texts[::-1]):
            whole = self.read(" ".join(order))
            if not is_kept(leaf, whole):
                continue
            if whole.meaning and whole.near is None:
                return whole
            if (
                whole.period
                and whole.meaning is None
                and not any(self.read(text).meaning for text in texts)
            ):
                return whole
        return None

    def _merge(self, levels: list[HeadingText]) -> HeadingText:
        leaf_first = levels[::-1]
        spoken = next((level for level in leaf_first if level.meaning), _UNKNOWN)
        above = [level.meaning for level in levels if level.meaning and level is not spoken]
        merged = with_time(spoken, levels)
        if merged is None:
            return _UNKNOWN
        merged = merged._replace(meaning=meaning_under(merged.meaning, above))
        standing = next((level.standing for level in leaf_first if level.standing), None)
        return standing_as(standing, merged) if standing else merged


def _without_year_words(texts: list[str]) -> list[str]:
    """The levels of a heading but ``Year`` over or under one that names which."""
    if len(texts) <= 1 or not any(map(names_period, texts)):
        return texts
    return [text for text in texts if heading_key(text) not in _YEAR_WORDS]


@lru_cache(maxsize=8)
def heading_reader(own_file: Path | None = None) -> HeadingReader:
    """Return the reader of :func:`.load_headings`, the same for every paper of a process.

    Raises ``SettingsError`` if the file cannot be read or does not hold headings.
    """
    return HeadingReader(load_headings(own_file))


def _of_aims(words: str, said: HeadingText) -> HeadingText:
    """The heading with what it means over figures, if it is one of aims."""
    return said._replace(among_figures="target") if heading_key(words) in AIMS else said


def _with_basis(text: str, said: HeadingText) -> HeadingText:
    """The heading with what the small words before its period say."""
    known, meaning = qualified(text, said.meaning)
    if not known:
        return _UNKNOWN
    return said._replace(meaning=meaning, printed_period=printed_period(text))
