"""A paper's own keys: what its icons, colours and letters mean.

Keys are tables (``Icon``, ``Status``, ``Description``), swatches with a line of text beside each,
or lines of text that begin with a picture. A picture that stands beside a status word in the same
cell anywhere in the paper explains itself, too. Meanings are kept as printed and turned into a
status only when it is known whether an action or an indicator is meant: ``Warning`` differs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from crossfoot.normalise.captions import Caption
from crossfoot.normalise.desk import Desk, Spot, place_of_cell, prints
from crossfoot.normalise.heading_rows import printed_cells
from crossfoot.normalise.headings import heading_key
from crossfoot.normalise.statuses import status_fill, status_letter, status_word
from crossfoot.schema.page import Box, Cell, Row, Table, TextLine
from crossfoot.schema.rows import Legend
from crossfoot.schema.text import fold
from crossfoot.schema.values import AnyStatus, Subject

EntryKind = Literal["icon", "fill", "letter"]

_KEY_HEADINGS = frozenset(
    {"icon", "symbol", "key", "legend", "colour", "color", "status", "description", "meaning",
     "definition", "explanation", "rag", "performance indicator status", "action status",
     "status icon", "rag status", "rag rating", "traffic light", "pi status", "what it means",
     "status key", "task status", "project status", "status description"}
)  # fmt: skip
_KEY_CAPTION = re.compile(r"\b(?:key|legend|symbols?|definitions?|where)\b", re.IGNORECASE)
_SUBJECT_LEAD = re.compile(
    r"^(?:the\s+)?(?:(?:key |local )?performance indicators?|indicators?|pis?|kpis?|measures?"
    r"|targets?|actions?(?:/tasks?)?|tasks?|milestones?|projects?)\s+"
    r"(?:(?:that|which)\s+)?(?:(?:is|are|has been|have been|has|have)\s+)?",
    re.IGNORECASE,
)
_ORIGINAL_DATE = re.compile(r"\b(?:original|planned|initial)\b.*\bdates?\b", re.IGNORECASE)
_REVISED_DATE = re.compile(
    r"\b(?:re-?\s?programmed|re-?\s?scheduled|re-?\s?profiled|revised|new)\b.*\bdates?\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[A-Z]{1,2}|[^\w\s]")


def status_of_meaning(printed: str, subject: Subject | None) -> AnyStatus | None:
    """The status that a key's words name; without a subject only where both agree."""
    for text in (printed, _SUBJECT_LEAD.sub("", printed), re.split(r"\s[-\u2013:]\s", printed)[0]):
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


class Entry(NamedTuple):
    """One line of a key. ``subject`` is null where the key does not say which it is for."""

    symbol: str
    printed: str
    subject: Subject | None
    kind: EntryKind
    place: tuple[int, Box]
    spot: Spot | None


@dataclass
class Key:
    """Everything a paper says of its symbols."""

    entries: list[Entry] = field(default_factory=list)
    beside_words: dict[str, set[str]] = field(default_factory=dict)

    def _of(self, symbol: str, subject: Subject | None) -> list[Entry]:
        found = [entry for entry in self.entries if entry.symbol == symbol]
        if subject is None:
            return found
        own = [entry for entry in found if entry.subject == subject]
        return own or [entry for entry in found if entry.subject is None] or found

    def keyed(self, symbol: str, subject: Subject) -> tuple[AnyStatus | None, str] | None:
        """What the paper's key says a symbol means: status (null if none) and printed words."""
        found = self._of(symbol, subject)
        meanings = {_status_of(entry, subject) for entry in found}
        return (meanings.pop(), found[0].printed) if len(meanings) == 1 else None

    def explain(self, symbol: str, subject: Subject) -> tuple[AnyStatus | None, str] | None:
        """Like :meth:`keyed`, and else what word stands beside the symbol in the paper."""
        keyed = self.keyed(symbol, subject)
        if keyed is not None:
            return keyed
        words = sorted(self.beside_words.get(symbol, ()))
        meanings = {status_of_meaning(word, subject) for word in words} - {None}
        return (meanings.pop(), words[0]) if len(meanings) == 1 else None

    def explains(self, symbol: str) -> bool:
        return bool(self._of(symbol, None)) or symbol in self.beside_words

    def marker(self, fill: str | None, symbols: tuple[str, ...]) -> str | None:
        """What the colour or picture of a month in a chart means."""
        for symbol in (*symbols, fill):
            for entry in self._of(symbol, None) if symbol else ():
                swatch = entry.symbol if entry.kind == "fill" else None
                if meaning := marker_of(entry.printed, entry.subject or "actions", swatch):
                    return meaning
        return status_fill(fill)


def _status_of(entry: Entry, subject: Subject) -> AnyStatus | None:
    status = status_of_meaning(entry.printed, subject)
    return status or (status_fill(entry.symbol) if entry.kind == "fill" else None)


def _sign_of(cell: Cell) -> tuple[str, EntryKind] | None:
    """The picture or colour of a cell without a text."""
    if prints(cell):
        return None
    if cell.symbols:
        return cell.symbols[0], "icon"
    return (cell.fill, "fill") if cell.fill else None


def _entries_of_row(row: Row, table: Table, subject: Subject | None) -> list[Entry]:
    """Read a key's row: a sign cell and the text cell right of it, perhaps several pairs.

    Where the row begins with a text and ends with a sign each text stands left of its sign.
    """
    entries: list[Entry] = []
    cells = [cell for cell in row.cells if _sign_of(cell) or prints(cell)]
    signs = [_sign_of(cell) for cell in cells]
    if len(cells) % 2 == 0 and not any(signs[::2]) and all(signs[1::2]):
        for told, shown in zip(cells[::2], signs[1::2], strict=True):
            if shown is not None:
                spot = Spot(table.table_no, row.row_no, told)
                text = fold(told.text)
                entries.append(Entry(shown[0], text, subject, shown[1], place_of_cell(told), spot))
        return entries
    sign: tuple[str, EntryKind] | None = None
    for cell in row.cells:
        text = fold(cell.text)
        if cell.symbols and text:
            sign = (cell.symbols[0], "icon")
        if sign is not None and text:
            spot = Spot(table.table_no, row.row_no, cell)
            entries.append(Entry(sign[0], text, subject, sign[1], place_of_cell(cell), spot))
            sign = None
        elif not text and cell.symbols:
            sign = (cell.symbols[0], "icon")
        elif not text and cell.fill:
            sign = (cell.fill, "fill")
        elif status_letter(text) or (len(text) == 1 and _LETTER.fullmatch(text)):
            sign = (text, "letter")
    return entries


def _is_key_heading(row: Row) -> bool:
    texts = [cell.text for cell in row.cells if prints(cell)]
    return bool(texts) and all(heading_key(text) in _KEY_HEADINGS for text in texts)


def read_key_table(table: Table, caption: Caption) -> list[Entry]:
    """The entries of a key table; none where the table is no key.

    A key has at least two entries, nearly every row of it is one, no row has more than three
    printed texts, and either it is headed as a key or half its entries name a status.
    """
    if len(table.rows) > 25:
        return []
    subject = caption.subject
    headed = False
    entries: list[Entry] = []
    read = 0
    rows = [(row, len(cells)) for row in table.rows if (cells := printed_cells(row))]
    for row, texts in rows:
        if _is_key_heading(row):
            headed = True
            words = " ".join(fold(cell.text) for cell in row.cells).casefold()
            if "indicator" in words:
                subject = "indicators"
            elif "action" in words or "task" in words:
                subject = "actions"
            continue
        found = _entries_of_row(row, table, subject)
        if texts > 3 * max(1, len(found)):
            return []
        if any(any(char.isdigit() for char in entry.printed[:1]) for entry in found):
            return []
        entries += found
        read += bool(found)
    body = len(rows) - headed
    if len(entries) < 2 or read * 5 < body * 4:
        return []
    named = sum(_meaning(entry) is not None for entry in entries)
    called = headed or bool(_KEY_CAPTION.search(caption.text or "") and len(entries) <= 12)
    return entries if named * 2 >= len(entries) or (called and named) else []


def _meaning(entry: Entry) -> str | None:
    return marker_of(entry.printed, entry.subject, entry.symbol if entry.kind == "fill" else None)


def read_key_line(line: TextLine) -> Entry | None:
    """A line that begins with one picture and names a status or a date marker."""
    text = fold(line.text)
    if len(line.symbols) != 1 or not text or len(text) > 90:
        return None
    subject: Subject | None = None
    if re.match(r"(?:performance )?indicators?\b|pis?\b", text, re.IGNORECASE):
        subject = "indicators"
    elif re.match(r"(?:actions?|tasks?|milestones?)\b", text, re.IGNORECASE):
        subject = "actions"
    if marker_of(text, subject, None) is None:
        return None
    return Entry(line.symbols[0], text, subject, "icon", (line.page, line.box), None)


def learn_beside_words(key: Key, cells: list[Cell]) -> None:
    """Note which pictures stand beside a status word in one cell."""
    for cell in cells:
        symbols = set(cell.symbols)
        if len(symbols) != 1 or not cell.text or len(cell.text) > 30:
            continue
        word = fold(cell.text)
        if status_word(word, "indicators") or status_word(word, "actions"):
            key.beside_words.setdefault(symbols.pop(), set()).add(word)


def write_legends(desk: Desk, key: Key) -> None:
    """Put every key entry on the desk as a row of ``legends``."""
    for entry in key.entries:
        table_no = entry.spot.table_no if entry.spot else None
        row_no = entry.spot.row_no if entry.spot else None
        desk.legends.append(
            Legend(
                **desk.provenance(entry.place, table_no, row_no),
                symbol=entry.symbol,
                meaning_as_printed=entry.printed,
                meaning=_meaning(entry),
            )
        )
