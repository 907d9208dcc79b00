"""The table of column headings: which words stand over which kind of column.

The table is data (``data/headings.toml``); a user's own file is read on top of it. A heading is
looked up by its folded key first; only where there is none is the nearest listed heading taken,
and only if it is the same words with a letter amiss, and clearly nearer than any heading of another
meaning.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from crossfoot.normalise.data_files import data_text
from crossfoot.normalise.slips import SLIP_SHORTEST, is_slip, may_be_slip, spellings
from crossfoot.schema.errors import SettingsError
from crossfoot.schema.text import translation

MEANINGS = frozenset(
    [
        "code",
        "title",
        "title.step",
        "description",
        "objective",
        "section",
        "owner",
        "lead",
        "status",
        "previous_status",
        "trend",
        "frequency",
        "unit",
        "polarity",
        "note",
        "corrective_action",
        "progress",
        "due",
        "revised_due",
        "period",
        "counting",
        "updated",
        "result",
        "result.to_date",
        "result.in_period",
        "result.rolling",
        "result.snapshot",
        "result.of_year",
        "result.of_day",
        "outturn",
        "target",
        "target.annual",
        "target.to_date",
        "target.in_period",
        "target.of_year",
        "previous",
        "comparator",
        "measure_name",
        "other",
        "risk",
        "money",
        "purchase",
    ]
)

# A slip of one letter scores 92 in a heading of seven letters and more in longer ones (rapidfuzz's
# ratio); words of another meaning come as near as 88 (`last quartile`, `last quarter`). Listed
# headings of different meanings stand nearer to one another than that (`last actual` and `latest
# actual` 91.7), so what lies between two such must be clearly nearer to one.
_NEAR_SCORE = 90.0
_NEAR_MARGIN = 5.0
NEAR_SHORTEST = 6
#: A longer word with a letter amiss scores above :data:`_NEAR_SCORE`.
_SLIP_LONGEST = 7
#: Words of a heading that leave its meaning as it is.
EMPTY_WORDS = frozenset(
    [
        "our",
        "the",
        "council",
        "councils",
        "authority",
        "authoritys",
        "agreed",
        "set",
        "level",
        "figure",
        "overall",
        "reported",
    ]
)
#: A text this much longer than the longest listed heading scores less than any near one.
_NEAR_LONGEST = 1.4

_DIGIT = re.compile(r"[0-9]")
_NOT_WORD = re.compile(r"[^\w%£&'’]+")
_FOLDED = translation({"'": "", "’": "", "&": " and ", "_": " "})


@lru_cache(maxsize=1024)  # a text is compared in several ways, its key is the same
def heading_key(text: str) -> str:
    """Fold a heading for comparison: no case, no punctuation, ``&`` as ``and``."""
    key = text.casefold().translate(_FOLDED)
    if not key.replace(" ", "").isalnum():  # most are letters and blanks: no sign to be replaced
        key = _NOT_WORD.sub(" ", key)
    return " ".join(key.split())


@dataclass(frozen=True)
class HeadingTable:
    """Folded headings and their meanings."""

    meanings: dict[str, str]
    near_keys: tuple[str, ...] = field(default=())
    orders: dict[tuple[str, ...], str] = field(default_factory=dict)
    unspaced: dict[str, str] = field(default_factory=dict)
    near_longest: float = 0
    spellings: frozenset[str] = field(default=frozenset())
    short_keys: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def exact(self, words: str) -> str | None:
        """The meaning listed for exactly these words, whatever their case and punctuation."""
        return self.meanings.get(heading_key(words))

    def in_any_order(self, words: str) -> str | None:
        """The meaning listed for these words in another order (``Actual year end``)."""
        return self.orders.get(tuple(sorted(heading_key(words).split())))

    def broken(self, words: str) -> str | None:
        """The meaning of a heading that a narrow column breaks inside a word (``Progres s``)."""
        key = heading_key(words)
        return self.unspaced.get(key.replace(" ", "")) if " " in key else None

    def near(self, words: str) -> tuple[str, str] | None:
        """The ``(meaning, listed heading)`` very near to *words*, if one stands out."""
        key = heading_key(words)
        if not SLIP_SHORTEST <= len(key) <= self.near_longest or _DIGIT.search(key):
            return None
        if (plain := self._plainly(key)) is not None:
            return plain
        if len(key) < NEAR_SHORTEST:
            return self._short_slip(key)
        if not may_be_slip(key, self.spellings):
            return self._short_slip(key)
        found = process.extract(
            key, self.near_keys, scorer=fuzz.ratio, score_cutoff=_NEAR_SCORE - _NEAR_MARGIN, limit=8
        )
        slips = [each for each in found if each[1] >= _NEAR_SCORE and is_slip(key, each[0])]
        if not slips:
            return self._short_slip(key)
        best, score, _ = slips[0]
        meaning = self.meanings[best]
        others = [rival for name, rival, _ in found if self.meanings[name] != meaning]
        if others and score - others[0] < _NEAR_MARGIN:
            return None
        return meaning, best

    def _plainly(self, key: str) -> tuple[str, str] | None:
        """The heading left without words that say nothing of it (``Our target``)."""
        words = key.split()
        kept = [word for word in words if word not in EMPTY_WORDS]
        if not kept or len(kept) == len(words):
            return None
        left = " ".join(kept)
        meaning = self.meanings.get(left)
        return (meaning, left) if meaning else None

    def _short_slip(self, key: str) -> tuple[str, str] | None:
        """A single short word that lost, gained or swapped a letter (``Staus``, ``Tagret``)."""
        if " " in key or len(key) > _SLIP_LONGEST:
            return None
        near = [
            listed
            for listed in self.short_keys.get(key[0], ())
            if abs(len(listed) - len(key)) <= 1
            and (len(listed) != len(key) or sorted(listed) == sorted(key))
            and OSA.distance(key, listed, score_cutoff=1) <= 1
        ]
        meanings = {self.meanings[listed] for listed in near}
        return (meanings.pop(), near[0]) if len(meanings) == 1 else None


def _problem(where: str, what: str) -> SettingsError:
    return SettingsError(
        f"{where}: {what}",
        'write `[headings]` and below it lines such as `target = ["Aim for the year"]`',
    )


def _line_of(source: str, needle: str) -> str:
    for number, line in enumerate(source.splitlines(), start=1):
        if needle in line:
            return f", line {number}"
    return ""


def _entries(source: str, where: str) -> Iterable[tuple[str, str]]:
    """Yield ``(meaning, heading)`` of a headings file, or raise ``SettingsError``."""
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise _problem(where, f"is not TOML ({error})") from error
    tables = data.get("headings")
    if not isinstance(tables, dict) or set(data) != {"headings"}:
        raise _problem(where, "must hold one table, [headings], and nothing else")
    for meaning, headings in tables.items():
        if meaning not in MEANINGS:
            known = ", ".join(sorted(MEANINGS))
            raise _problem(
                f"{where}{_line_of(source, meaning)}",
                f"{meaning!r} is no meaning of a column (known: {known})",
            )
        if not isinstance(headings, list):
            raise _problem(
                f"{where}{_line_of(source, meaning)}", f"{meaning} must be a list of headings"
            )
        for heading in headings:
            if not isinstance(heading, str) or not heading_key(heading):
                raise _problem(
                    f"{where}{_line_of(source, meaning)}",
                    f"{meaning} holds {heading!r}, which is no heading",
                )
            yield meaning, heading


def parse_headings(source: str, where: str) -> dict[str, str]:
    """Return folded heading to meaning from the text of a headings file.

    Raises ``SettingsError``, naming *where* and the line, if the text is not TOML, a meaning is
    not known, or one heading is given two meanings.
    """
    meanings: dict[str, str] = {}
    for meaning, heading in _entries(source, where):
        key = heading_key(heading)
        if meanings.setdefault(key, meaning) != meaning:
            raise _problem(
                f"{where}{_line_of(source, heading)}",
                f"{heading!r} is given two meanings, {meanings[key]} and {meaning}",
            )
    return meanings


@lru_cache(maxsize=1)
def _built_in() -> dict[str, str]:
    return parse_headings(data_text("headings.toml"), "the built-in table of headings")


@lru_cache(maxsize=8)
def load_headings(own_file: Path | None = None) -> HeadingTable:
    """Return the built-in headings with those of the user's *own_file* on top.

    Raises ``SettingsError`` if the file cannot be read or does not hold headings.
    """
    meanings = dict(_built_in())
    if own_file is not None:
        try:
            source = own_file.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(
                f"the headings file {own_file} cannot be read ({error})",
                "give the path of a UTF-8 text file",
            ) from error
        meanings |= parse_headings(source, str(own_file))
    near_keys = tuple(key for key in meanings if len(key) >= NEAR_SHORTEST)
    orders: dict[tuple[str, ...], str] = {}
    for key, meaning in meanings.items():
        orders.setdefault(tuple(sorted(key.split())), meaning)
    unspaced: dict[str, str] = {}
    for key, meaning in meanings.items():
        unspaced.setdefault(key.replace(" ", ""), meaning)
    near_longest = _NEAR_LONGEST * max(map(len, near_keys), default=0)
    short_keys: dict[str, tuple[str, ...]] = {}
    for key in near_keys:
        if " " not in key and len(key) <= _SLIP_LONGEST + 1:
            short_keys[key[0]] = (*short_keys.get(key[0], ()), key)
    known = spellings(near_keys)
    return HeadingTable(meanings, near_keys, orders, unspaced, near_longest, known, short_keys)
