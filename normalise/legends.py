"""A paper's own keys: what its icons, colours and letters mean.

Keys are tables (``Icon``, ``Status``, ``Description``), swatches with a line of text beside each,
or lines of text that begin with a picture. A picture that stands beside a status word in the same
cell anywhere in the paper explains itself, too. Meanings are kept as printed and turned into a
status only when it is known whether an action or an indicator is meant: ``Warning`` differs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from crossfoot.normalise.desk import Desk, Spot
from crossfoot.normalise.key_match import described, entries_for, near_colour
from crossfoot.normalise.statuses import status_fill, status_word
from crossfoot.schema.model import unchecked
from crossfoot.schema.page import Box, Table
from crossfoot.schema.rows import Legend
from crossfoot.schema.symbol import SIGN
from crossfoot.schema.text import fold
from crossfoot.schema.values import AnyStatus, Subject

EntryKind = Literal["icon", "fill", "letter", "colour"]

_SUBJECT_LEAD = re.compile(
    r"^(?:the\s+)?(?:(?:key |local )?performance indicators?|indicators?|pis?|kpis?|measures?"
    r"|targets?|actions?(?:/tasks?)?|tasks?|milestones?|projects?|performance|results?)\s+"
    r"(?:(?:that|which)\s+)?(?:(?:is|are|has been|have been|has|have)\s+)?",
    re.IGNORECASE,
)
#: How a sentence begins its words of a colour: ``have been completed``, ``has not started``.
_VERB_LEAD = re.compile(r"^(?:is|are|was|were|has|have|had)\s+(?:been\s+)?", re.IGNORECASE)
_ORIGINAL_DATE = re.compile(r"\b(?:original|planned|initial)\b.*\bdates?\b", re.IGNORECASE)
_REVISED_DATE = re.compile(
    r"\b(?:re-?\s?programmed|re-?\s?scheduled|re-?\s?profiled|revised|new)\b.*\bdates?\b",
    re.IGNORECASE,
)
#: What parts a status from what it stands for: ``Green - target met``, ``Green: on target``.
_AFTER_STATUS = re.compile(r"\s[-\u2013:]\s|:\s")
_new_legend = unchecked(Legend)
#: What a key says of a direction of travel; ``better than target`` speaks of none.
_TREND = re.compile(
    r"\b(?:improv\w*|declin\w*|deteriorat\w*|(?:worse|better)\b(?!\s+than\s+(?:\w+\s+){0,2}"
    r"(?:targets?|plan(?:ned)?|profiled?|thresholds?|tolerance|expected|budget)\b)|worsen\w*"
    r"|gone (?:up|down)|unchanged|no change|not changed|same|stable|static|steady|maintained"
    r"|increas\w*|decreas\w*|upwards?|downwards?|up|down|risen|fallen|rising|falling|travel|trend|direction)\b",
    re.IGNORECASE,
)
#: Words by which a key speaks of targets and progress, whether or not they are one status.
_OF_STATUS = re.compile(
    r"\b(?:targets?|tolerance|on track|off track|track|schedule|complet\w*|overdue|progress"
    r"|achiev\w*|not (?:met|started|due)|thresholds?|data|rated|on course"
    r"|delayed?|cancelled|performance|below|above|behind|within|exceed\w*)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def status_of_meaning(printed: str, subject: Subject | None) -> AnyStatus | None:
    """The status that a key's words name; without a subject only where both agree."""
    own = _VERB_LEAD.sub("", _SUBJECT_LEAD.sub("", printed))
    for text in (printed, own, _AFTER_STATUS.split(printed)[0]):
        indicator, action = status_word(text, "indicators"), status_word(text, "actions")
        if subject is not None and (indicator or action):
            wanted: AnyStatus | None = indicator if subject == "indicators" else action
            return wanted
        if indicator and action and indicator != action:
            return None
        if indicator or action:
            return indicator or action
    return None


def marker_of(printed: str, subject: Subject | None, fill: str | None) -> str | None:
    """What a key entry means: a date marker, a status, or the traffic light of its swatch."""
    if _ORIGINAL_DATE.search(printed):
        return "original_date"
    if _REVISED_DATE.search(printed):
        return "revised_date"
    return status_of_meaning(printed, subject) or status_fill(fill)


def speaks_of_trend(printed: str) -> bool:
    """Whether a key's words tell a direction of travel rather than a status."""
    return _TREND.search(printed) is not None and status_of_meaning(printed, None) is None


def speaks_of_performance(printed: str) -> bool:
    """Whether words could stand in a key of statuses or trends."""
    return bool(
        _OF_STATUS.search(printed) or _TREND.search(printed) or status_of_meaning(printed, None)
    )


class Entry(NamedTuple):
    """One line of a key. ``subject`` is null where the key does not say which it is for.

    ``symbol`` is a symbol's name, a fill, a letter, or a colour's word; ``said`` is a status that
    the line gives where its words are none by themselves.
    """

    symbol: str
    printed: str
    subject: Subject | None
    kind: EntryKind
    place: tuple[int, Box]
    spot: Spot | None
    said: AnyStatus | None = None


@dataclass
class Key:
    """Everything a paper says of its symbols."""

    entries: list[Entry] = field(default_factory=list)
    beside_words: dict[str, set[str]] = field(default_factory=dict)
    _found: dict[str, list[Entry]] = field(default_factory=dict)

    def _of(self, symbol: str, subject: Subject | None) -> list[Entry]:
        if symbol not in self._found:
            self._found[symbol] = entries_for(self.entries, symbol)
        found = self._found[symbol]
        if subject is None:
            return found
        own = [entry for entry in found if entry.subject == subject]
        return own or [entry for entry in found if entry.subject is None] or found

    def keyed(self, symbol: str, subject: Subject) -> tuple[AnyStatus | None, str] | None:
        """What the paper's key says a symbol means: status (null if none) and printed words."""
        found = self._of(symbol, subject)
        if len(found) > 1:  # the sign may stand in a key of trends as well
            found = [entry for entry in found if not speaks_of_trend(entry.printed)] or found
        meanings = {_status_of(entry, subject) for entry in found}
        return (meanings.pop(), found[0].printed) if len(meanings) == 1 else None

    def trend(self, symbol: str) -> str | None:
        """The words by which a key explains a sign of the direction of travel."""
        found = self._of(symbol, "indicators")
        words = [entry.printed for entry in found if speaks_of_trend(entry.printed)]
        words = words or [
            entry.printed for entry in found if _status_of(entry, "indicators") is None
        ]
        return words[0] if len(set(words)) == 1 else None

    def explain(self, symbol: str, subject: Subject) -> tuple[AnyStatus | None, str] | None:
        """Like :meth:`keyed`, and else what word stands beside the symbol in the paper."""
        keyed = self.keyed(symbol, subject)
        if keyed is not None:
            return keyed
        words = sorted(self.beside_words.get(symbol, ()))
        meanings = {status_of_meaning(word, subject) for word in words} - {None}
        return (meanings.pop(), words[0]) if len(meanings) == 1 else None

    def explains(self, symbol: str) -> bool:
        return self.lists(symbol) or symbol in self.beside_words

    def lists(self, symbol: str) -> bool:
        """Whether a key explains a symbol, rather than a word that stands beside it."""
        return bool(self._of(symbol, None))

    def shows(self, fill: str) -> bool:
        """Whether an entry shows this very colour, not only its word or another shade of it."""
        return any(near_colour(fill, sign_colour(entry)) for entry in self._of(fill, None))

    def marker(self, fill: str | None, symbols: tuple[str, ...]) -> str | None:
        """What the colour or picture of a month in a chart means."""
        for symbol in (*symbols, fill):
            for entry in self._of(symbol, None) if symbol else ():
                swatch = entry.symbol if entry.kind == "fill" else None
                if meaning := marker_of(entry.printed, entry.subject or "actions", swatch):
                    return meaning
        return status_fill(fill)


def _status_of(entry: Entry, subject: Subject) -> AnyStatus | None:
    status = status_of_meaning(entry.printed, subject) or entry.said
    if status is not None or speaks_of_trend(entry.printed):
        return status
    if entry.kind == "colour":
        return colour_status(entry.symbol)
    return status_fill(sign_colour(entry))


def sign_colour(entry: Entry) -> str | None:
    """The plain colour of the sign that an entry explains."""
    symbol = described(entry.symbol)
    return symbol.colour if symbol else None


def colour_status(word: str) -> AnyStatus | None:
    return word if word in {"green", "amber", "red"} else None  # type: ignore[return-value]


def meaning_of(entry: Entry) -> str | None:
    """What an entry means: a date marker or a status; null for anything else."""
    marker = marker_of(entry.printed, entry.subject, None)
    if marker is not None or entry.said is not None or speaks_of_trend(entry.printed):
        return marker or entry.said
    if entry.kind == "colour":
        return colour_status(entry.symbol)
    return status_fill(sign_colour(entry))


def learn_beside_words(key: Key, table: Table) -> None:
    """Note which pictures stand beside a status word in one cell of a table."""
    for cell in chain.from_iterable(row.cells for row in table.rows):
        if not cell.parts[0].symbols and len(cell.parts) == 1:  # nearly every cell
            continue
        symbols, text = set(cell.symbols), cell.text
        if len(symbols) != 1 or not text or len(text) > 30:
            continue
        symbol = described(next(iter(symbols)))
        if symbol is not None and symbol.way:
            continue  # an arrow beside a status tells the direction of travel
        word = fold(SIGN.sub(" ", text))
        if status_word(word, "indicators") or status_word(word, "actions"):
            key.beside_words.setdefault(symbols.pop(), set()).add(word)


def write_legends(desk: Desk, key: Key) -> None:
    """Put every key entry on the desk as a row of ``legends``."""
    for entry in key.entries:
        table_no = entry.spot.table_no if entry.spot else None
        row_no = entry.spot.row_no if entry.spot else None
        desk.legends.append(
            _new_legend(
                **desk.provenance(entry.place, table_no, row_no),
                symbol=entry.symbol,
                meaning_as_printed=entry.printed,
                meaning=meaning_of(entry),
            )
        )
