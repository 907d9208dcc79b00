"""Keys outside tables: a sign and its words on a line, and sentences that say what colours mean.

``Green = on or above target, Amber = within 5%``; ``cells shaded red are below target``; ``figures
that missed the target are highlighted in red``. A sentence counts only if it links a colour to
words of targets or progress; one that merely counts (``12 were green``) links none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice, zip_longest

from crossfoot.normalise.desk import Spot, place_of_cell
from crossfoot.normalise.key_headings import under_heading
from crossfoot.normalise.legends import (
    Entry,
    EntryKind,
    marker_of,
    speaks_of_performance,
    speaks_of_trend,
    status_of_meaning,
)
from crossfoot.normalise.swatch_lines import (
    LONGEST_MEANING,
    among_swatches,
    is_certain,
    subject_of_words,
    swatch_entry,
)
from crossfoot.normalise.tolerances import with_tolerances
from crossfoot.schema.page import Box, Table, TextLine
from crossfoot.schema.symbol import SIGN
from crossfoot.schema.text import fold

_LONGEST_SAID = 120
_HINTS = ("reen", "REEN", "mber", "MBER", "red", "Red", "RED", "ellow", "lue ", "Blue")
_WORDS = {
    "green": "green", "amber": "amber", "yellow": "amber", "orange": "amber", "red": "red",
    "blue": "blue", "purple": "purple", "grey": "grey", "gray": "grey",
}  # fmt: skip
_COLOUR = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_THINGS = (
    r"(?:cells?|figures?|values?|rows?|results?|boxes|indicators?|measures?|shading|ones|items)"
)
#: ``= below target``, ``- below target``, ``means below target``, ``(below target)``.
_LINKED = re.compile(
    rf"(?:\s(?:rated|{_THINGS}))?\s?(?:=|\s(?:where|when|if)\b|:|\u2013|\u2014|\s-\s|-\s|\(|\s(?:means?|indicates?|denotes?|shows?"
    r"|represents?|signif(?:y|ies)|stands? for|equals)\b(?:\sthat)?)\s*",
    re.IGNORECASE,
)
#: ``shaded red are below target``, ``green cells have met the target``.
_PAINTED = re.compile(
    r"\b(?:shaded|colou?red|highlighted|marked|flagged|shown|filled|shading|in)\s(?:in\s)?$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"\s(?:{_THINGS}\s)?(?=(?:are|is|have|has|met|meet|did|do|does|missed|achieved|fell|exceed)\b)"
    rf"(?:(?:are|is)\s(?:those\s)?(?:that\s|which\s)?)?",
    re.IGNORECASE,
)
_PAINTED_CELLS = re.compile(rf"^\s{_THINGS}\b", re.IGNORECASE)
#: ``results below target are shaded in red``.
_BEFORE = re.compile(
    r"(?P<what>[^.;:,]{4,100}?)\s(?:are|is|has been|have been|will be)\s"
    r"(?:shaded|colou?red|highlighted|marked|flagged|shown|filled)\s(?:in\s)?$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    rf"^(?:and|while|whilst|but|that|which|where|any|all|those|{_THINGS})\s+", re.IGNORECASE
)
_END = re.compile(r"[.;)\n](?:\s|$)|\.$")
_TAIL = re.compile(
    rf"[\s,;:(\u2013-]+$|[\s,;]+(?:and|while|whilst|or|but|with|those|any|all|{_THINGS}|(?:shaded|colou?red"
    r"|highlighted|marked|flagged|shown|in))$",
    re.IGNORECASE,
)
_LETTERED = re.compile(
    r"(?:^|(?<=[\s,;(]))(?P<letter>[A-Z]{1,2})\s?(?:=|:|\u2013|\u2014|\s-)\s+(?=\S)"
)
_LONE_SIGN = re.compile(
    rf"{SIGN.pattern}|(?<![^\s])[^\w\s.,;:()\[\]/&%'\u2018\u2019\u201c\u201d*\u00a3"
    r"\u00b7\u2022\u2023\u2026\u2010-\u2014\u2043-](?=\s)"
)
_KEY_LEAD = re.compile(r"^(?:key|legend)\b[\w\s]*:?\s*", re.IGNORECASE)
_KEYS = ("Key", "KEY")
_EDGE_ROWS = 3  # at the head and the foot of a table, where its key stands
_AT_ONCE = 10_000  # lines that are searched together for colours; a pack of 200 pages has as many
_GAP = 0.9  # line heights between the lines of one paragraph


def read_key_lines(
    lines: Sequence[TextLine], unread: Collection[tuple[int, Box]] = ()
) -> Iterator[Entry]:
    """Yield what the lines outside tables say of signs, letters and colours.

    In tables that were not read one sign may stand beside a comment's last words: "▲ up.".
    """
    coloured = _lines_with_colours(lines)
    for at, line in enumerate(lines):
        if line.margin:
            continue
        text = line.text
        if line.symbols or not text.isascii() or " = " in text or text[:3] in _KEYS:
            entries = entries_of_line(line) or among_swatches(lines, at)
            around = (box for page, box in unread if page == line.page)
            if len(entries) == 1 and any(line.box.overlap(box).area for box in around):
                continue
            if entries:
                yield from under_heading(entries, lines, at)
                continue
        if at in coloured:
            yield from _of_sentences(lines, at)


def _lines_with_colours(lines: Iterable[TextLine]) -> set[int]:
    """The numbers, from 0 on, of lines that name a colour."""
    found, before, rest = set[int](), 0, iter(lines)
    while texts := [line.text for line in islice(rest, _AT_ONCE)]:
        found |= {before + at for at in _with_colours(texts)}
        before += len(texts)
    return found


def _with_colours(texts: Sequence[str]) -> set[int]:
    """The texts that name a colour, found in all of them at once: few lines of prose do."""
    lowered = [text.casefold() for text in texts]
    said = "\n".join(lowered)
    ends = list(accumulate(len(text) + 1 for text in lowered))
    found = set[int]()
    for word in _WORDS:
        start = said.find(word)
        while start >= 0:
            end = start + len(word)
            if said[start - 1 : start].isalnum() or said[end : end + 1].isalnum():
                start = said.find(word, end)  # part of another word: ``required``
                continue
            at = bisect_right(ends, start)
            found.add(at)
            start = said.find(word, ends[at])  # the next line's, if any
    return {
        at for at in found if any(map(texts[at].__contains__, _HINTS)) and _COLOUR.search(texts[at])
    }


def read_key_cells(table: Table) -> Iterator[Entry]:
    """Yield what a cell over the whole width of a table says of several signs: its key."""
    for row in table.rows[:_EDGE_ROWS] + table.rows[_EDGE_ROWS:][-_EDGE_ROWS:]:
        for cell in row.cells:
            if cell.col_span * 2 < table.columns or len(cell.symbols) < 2 or not cell.text:
                continue
            if all(symbol.startswith("glyph:") for symbol in cell.symbols):
                place = place_of_cell(cell)
                spot = Spot(table.table_no, row.row_no, cell)
                text = _KEY_LEAD.sub("", fold(cell.text))
                for entry in _signed(text, list(cell.symbols), place):
                    yield entry._replace(spot=spot)


def entries_of_line(line: TextLine) -> list[Entry]:
    """Read a line of one symbol and its words, or of several signs each before its words."""
    text = fold(line.text)
    if not text or len(text) > 3 * LONGEST_MEANING:
        return []
    place = (line.page, line.box)
    drawn = [symbol for symbol in line.symbols if not symbol.startswith("glyph:")]
    glyphs = [symbol for symbol in line.symbols if symbol.startswith("glyph:")]
    if drawn:
        entry = swatch_entry(line)
        return [entry] if entry is not None and is_certain(entry) else []
    return _signed(_KEY_LEAD.sub("", text), glyphs, place) or _lettered(text, place)


def _signed(text: str, glyphs: list[str], place: tuple[int, Box]) -> list[Entry]:
    """Read signs among the words, each before what it means, or each behind it."""
    found = list(_LONE_SIGN.finditer(text))
    leads = bool(found) and found[0].start() == 0
    if not leads and (len(found) < 2 or found[-1].end() < len(text)):
        return []
    names = iter(glyphs)
    edges = [0, *chain.from_iterable(sign.span() for sign in found), len(text)]
    pieces = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    entries = []
    for sign, words in zip(found, pieces[1:] if leads else pieces, strict=False):
        words = _trimmed(re.sub(r"^\s*[=:\u2013-]\s*", "", words))  # noqa: PLW2901 - tidied
        symbol = next(names, None) if (is_glyph := SIGN.fullmatch(sign[0])) else sign[0]
        if symbol is None or len(words) > LONGEST_MEANING or not speaks_of_performance(words):
            return []
        kind: EntryKind = "icon" if is_glyph else "letter"
        entries.append(Entry(symbol, words, subject_of_words(words), kind, place, None))
    if len(entries) == 1 and entries[0].kind == "letter":
        return []
    if len(entries) == 1 and marker_of(entries[0].printed, entries[0].subject, None) is None:
        return entries if speaks_of_trend(entries[0].printed) else []
    return with_tolerances(entries)


def _lettered(text: str, place: tuple[int, Box]) -> list[Entry]:
    """Read ``R = Below target, G = On target``: two letters or more."""
    found = list(_LETTERED.finditer(text))
    entries = []
    for letter, after in zip_longest(found, found[1:]):
        words = _trimmed(text[letter.end() : after.start() if after else len(text)])
        if not speaks_of_performance(words) and status_of_meaning(words, None) is None:
            return []
        entries.append(Entry(letter["letter"], words, None, "letter", place, None))
    return with_tolerances(entries) if len(entries) > 1 else []


def _of_sentences(lines: Sequence[TextLine], at: int) -> Iterator[Entry]:
    """Yield what the colours named on a line mean, with the lines it runs on over."""
    line = lines[at]
    before = lines[at - 1].text if at and _runs_on(lines[at - 1], line) else ""
    after = ""
    last = line
    for lower in lines[at + 1 : at + 4]:
        if not _runs_on(last, lower):
            break
        after, last = f"{after} {lower.text}", lower
    start = len(before) + 1 if before else 0
    text = f"{before} {line.text}{after}" if before else f"{line.text}{after}"
    end = start + len(line.text)
    for colour in _COLOUR.finditer(text):
        if not start <= colour.start() < end:
            continue
        words = _meaning(text, colour)
        if words and _agrees(words, _WORDS[colour[0].lower()]):
            yield Entry(
                _WORDS[colour[0].lower()], words, None, "colour", (line.page, line.box), None
            )


def _runs_on(upper: TextLine, lower: TextLine) -> bool:
    return (
        upper.page == lower.page
        and not lower.margin
        and lower.box.y0 > upper.box.y0
        and lower.box.y0 - upper.box.y1 < _GAP * max(upper.size, 1.0)
    )


def _meaning(text: str, colour: re.Match[str]) -> str | None:
    """The words that a sentence links to a colour, ``None`` where it links none."""
    ahead = text[colour.end() :]
    until = _COLOUR.search(ahead)
    linked = _LINKED.match(ahead)
    if linked is not None:
        return _clause(ahead[linked.end() : until.start() if until else None])
    behind = text[: colour.start()]
    clause = behind[max((end.end() for end in _END.finditer(behind)), default=0) :]
    # The second search alone would begin anew at each letter.
    if _PAINTED.search(clause) and (told := _BEFORE.search(clause)):
        return _trimmed(_LEADING.sub("", told["what"].strip()))
    if _PAINTED.search(behind) or _PAINTED_CELLS.match(ahead):
        verb = _TOLD.match(ahead)
        if verb is not None:
            return _clause(ahead[verb.end() : until.start() if until else None])
    return _goes_on(text, colour, clause)


def _goes_on(text: str, colour: re.Match[str], clause: str) -> str | None:
    """The words after a further colour of a clause: ``green is on target, amber within 5%``."""
    before = list(_COLOUR.finditer(text, colour.start() - len(clause), colour.start()))
    if not before or not text[colour.end() :].startswith(" ") or not _meaning(text, before[-1]):
        return None
    until = _COLOUR.search(text, colour.end())
    return _clause(text[colour.end() : until.start() if until else None])


def _clause(text: str) -> str:
    ended = _END.search(text)
    return _trimmed(text[: ended.start()] if ended else text)


def _trimmed(text: str) -> str:
    before = None
    while before != text:
        before, text = text, _TAIL.sub("", text.strip())
    return fold(text)


def _agrees(words: str, colour: str) -> bool:
    """Whether words are a meaning, and none that belongs to another traffic light."""
    if len(words) > _LONGEST_SAID or not any(map(str.isalpha, words)):
        return False
    status = status_of_meaning(words, "indicators")
    if status in {"green", "amber", "red"} and colour in {"green", "amber", "red"}:
        return status == colour
    return status is not None or speaks_of_performance(words)
