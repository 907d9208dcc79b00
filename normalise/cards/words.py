"""Labels and values in one text: ``Target: 97%, Floor: 90%``, ``Previous 5,473 (Amber)``.

The labels are the listed headings of columns, no others, and none that is only almost one. A text
that is not wholly labels with a value each gives none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from crossfoot.normalise.families import FIGURE_FAMILIES
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.heading_said import HeadingText
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.statuses import status_word
from crossfoot.schema.symbol import SIGN
from crossfoot.schema.text import fold

#: The longest label: ``Same quarter last year (October to December 2023)`` has 49 letters.
LONGEST_LABEL = 60
#: Meanings of labels that name the indicator itself.
NAMING = frozenset({"code", "title"})
#: A longer text that begins like a label is a sentence: ``Target 10 homes were built in …``.
_LONGEST_OF_PAIRS = 80
#: Meanings whose value is the rest of the text, whatever stands in it.
_AT_LENGTH = frozenset({"note", "description", "corrective_action"})
_BESIDE_FIGURES = FIGURE_FAMILIES | {"other"}
#: What a card cannot be without: one of these labels stands on each.
_TELLING = FIGURE_FAMILIES | {"status", "trend", "polarity", "frequency"}
_HEAD = re.compile(r"\s*[A-Za-z][^0-9:=\u00a3(\n]{1,39}+(?=$|[0-9:=\u00a3(\n])")
_BLANK = " \t\r\n\u00a0"
_BETWEEN = ",;|\u2022\u00b7"
_COLON = re.compile(r"(?P<label>[^\s:=][^:=]{0,58}?)\s*[:=]")
_BARE = re.compile(
    r"(?P<label>[A-Za-z][A-Za-z .&'/()-]{1,40}?)(?:\s+[-\u2013\u2014])?"
    r"(?=\s+(?:[-+\u2212]?\u00a3?[0-9]|n\s?/\s?a\b))",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"[-+\u2212]?\u00a3?\s?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
    r"(?:\s?%|\s?per\s?cent\b|\s?(?:k|mn|m|bn|thousand|million|billion)\b)?[*\u2020\u2021#^~]*"
)
_UNIT_WORD = re.compile(r"\s+[a-z][A-Za-z]*")
_ABSENT = re.compile(
    r"n\s?/\s?a\b|not (?:yet )?(?:available|applicable|known)|no data(?: available)?|tb[ca]\b"
    r"|[-\u2013\u2014](?=\s*(?:$|[\n,;|(]))",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\((?P<words>[^()]{1,40})\)")
_BREAK = re.compile(r"[\n;|\u2022\u00b7]|,\s|\s{2,}")
_SIGNS = re.compile(rf"(?:\s?{SIGN.pattern})+")


class Pair(NamedTuple):
    """A label and its value; ``start`` and ``end`` say where the value stands in the text.

    ``family`` goes before what the label says: the status in brackets behind a figure.
    """

    label: str
    start: int
    end: int
    family: str | None = None


class Said(NamedTuple):
    """The pairs of a text in print order; ``unclear`` where a label has no one value.

    ``Target: 97% 95%``: two values stand behind one label, or words between them. ``start`` is
    where the first label stands.
    """

    pairs: tuple[Pair, ...]
    unclear: bool
    start: int = 0


def label_said(reader: HeadingReader, text: str) -> HeadingText | None:
    """What a label says; ``None`` for words that are none."""
    words = fold(text).strip(" :=")
    if not words or len(words) > LONGEST_LABEL:
        return None
    said = reader.exactly.read(words)
    if said.standing is not None:
        return None
    return said if said.meaning is not None or said.has_period else None


def begins_as_label(text: str, reader: HeadingReader) -> bool:
    """Whether a text begins with words that head figures or what they are held against.

    Cheap, as of nearly every text it is asked in vain: only exact words before the first figure,
    bracket or colon count.
    """
    head = _HEAD.match(text)
    if head is None:
        return False
    meaning = reader.table.exact(head[0])
    return meaning is not None and meaning.partition(".")[0] in _TELLING


def family_of(said: HeadingText) -> str:
    """The meaning of a label without its basis; a period and nothing else heads a result."""
    return (said.meaning or "result").partition(".")[0]


def said_in(text: str, reader: HeadingReader) -> Said:
    """Take a text apart; no pairs where it does not begin with a label."""
    pairs: list[Pair] = []
    at = _skip(text, 0)
    while at < len(text):
        found = _next(text, at, reader)
        if found is None:
            break
        pairs += found[0]
        at = _skip(text, found[1])
    if not pairs and (turned := _two_lines(text, reader)):
        return Said((turned,), False)
    if at < len(text):
        short = len(text) <= _LONGEST_OF_PAIRS
        return Said((), bool(pairs) or (short and _label_at(text, at, reader) is not None))
    return Said(tuple(pairs), False)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANK + _BETWEEN:
        at += 1
    return at


def _next(text: str, at: int, reader: HeadingReader) -> tuple[list[Pair], int] | None:
    """The label at a place with its value, and where they end; ``None`` where none stands there."""
    found = _label_at(text, at, reader)
    if found is None:
        return None
    label, start = found
    said = label_said(reader, label)
    family = family_of(said) if said else ""
    while start < len(text) and text[start] in _BLANK:
        start += 1
    end = None if family in _AT_LENGTH else _figure_at(text, start)
    if end is not None:
        return _with_bracket(text, Pair(label, start, end), family, reader)
    if family not in _AT_LENGTH and _label_at(text, start, reader) is not None:
        return [Pair(label, start, start)], start
    end = len(text)
    if family not in _AT_LENGTH:
        for match in _BREAK.finditer(text, start):
            if _label_at(text, _skip(text, match.end()), reader) is not None:
                end = match.start()
                break
    stop = start + len(text[start:end].rstrip())
    return [Pair(label, start, stop)], end


def _label_at(text: str, at: int, reader: HeadingReader) -> tuple[str, int] | None:
    """The label that begins at a place, and where what it labels begins."""
    if (match := _COLON.match(text, at)) and label_said(reader, match["label"]):
        return fold(match["label"]), match.end()
    if match := _BARE.match(text, at):
        said = label_said(reader, match["label"])
        if said is not None and not said.has_period and family_of(said) in _BESIDE_FIGURES:
            return fold(match["label"]), match.end()
    return None


def _figure_at(text: str, at: int) -> int | None:
    """Where the figure at a place ends, or what stands in its stead; ``None`` for other texts."""
    match = _FIGURE.match(text, at)
    if match is None:
        absent = _ABSENT.match(text, at)
        return absent.end() if absent else None
    end = match.end()
    for _ in range(2):  # ``15 working days``
        word = _UNIT_WORD.match(text, end)
        if word is None:
            break
        end = word.end()
        if parse_figure(fold(text[at:end])).state == "value":
            match = None
            break
    if match is not None:
        end = match.end()
    signs = _SIGNS.match(text, end)
    return signs.end() if signs else end


def _with_bracket(
    text: str, pair: Pair, family: str, reader: HeadingReader
) -> tuple[list[Pair], int] | None:
    """A figure with what stands in brackets behind it: its status, its period, or more of it."""
    bracket = _BRACKET.match(text, pair.end)
    if bracket is None:
        return ([pair], pair.end) if _ends(text, pair.end, reader) else None
    end = bracket.end()
    if not _ends(text, end, reader):
        return None
    words = fold(bracket["words"])
    if status_word(words, "indicators"):  # a lone R may be revised as well as red
        shown = {"previous": "previous_status", "result": "status", "outturn": "status"}.get(family)
        if shown is None:
            return None
        return [pair, Pair(pair.label, bracket.start("words"), bracket.end("words"), shown)], end
    both = f"{pair.label} {words}"
    said = label_said(reader, both)
    if said is not None and family_of(said) == family:
        return [pair._replace(label=both)], end
    return [pair._replace(end=end)], end


def _ends(text: str, at: int, reader: HeadingReader) -> bool:
    """Whether a value ends at a place: the text does, or a line, a comma, or a label begins."""
    rest = text[at:]
    if not rest.strip() or rest.lstrip(" \t\u00a0")[0] in _BETWEEN + "\n":
        return True
    return _label_at(text, _skip(text, at), reader) is not None


def _two_lines(text: str, reader: HeadingReader) -> Pair | None:
    """A figure over its label, or a label over a status: one line each."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return None
    for first in range(1, len(lines)):
        upper, lower = "\n".join(lines[:first]), "\n".join(lines[first:])
        over, under = label_said(reader, upper), label_said(reader, lower)
        if over is not None and under is None and _is_answer(fold(lower)):
            start = text.index(lines[first])
            return Pair(fold(upper), start, len(text.rstrip()))
        if under is not None and over is None and parse_figure(fold(upper)).state == "value":
            start = text.index(lines[0])
            end = text.index(lines[first - 1], start) + len(lines[first - 1].rstrip())
            return Pair(fold(lower), start, end)
    return None


def _is_answer(text: str) -> bool:
    figure = parse_figure(text).state in {"value", "not_available", "dash"}
    return figure or status_word(text, "indicators") is not None or bool(SIGN.fullmatch(text))
