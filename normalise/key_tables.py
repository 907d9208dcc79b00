"""Tables that are keys: a sign and what it means, row by row, column by column, or in one row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from crossfoot.normalise.captions import Caption
from crossfoot.normalise.desk import Spot, place_of_cell
from crossfoot.normalise.heading_rows import printed_cells
from crossfoot.normalise.headings import heading_key
from crossfoot.normalise.legends import (
    Entry,
    EntryKind,
    marker_of,
    speaks_of_performance,
    speaks_of_trend,
    status_of_meaning,
)
from crossfoot.normalise.status_signs import lit
from crossfoot.normalise.statuses import colour_word, status_letter
from crossfoot.normalise.tolerances import with_tolerances
from crossfoot.schema.page import Cell, Row, Table, prints
from crossfoot.schema.symbol import SIGN
from crossfoot.schema.text import fold
from crossfoot.schema.values import Subject

KEY_HEADINGS = frozenset(
    {"icon", "symbol", "key", "legend", "colour", "color", "status", "description", "meaning",
     "definition", "explanation", "rag", "performance indicator status", "action status",
     "status icon", "rag status", "rag rating", "traffic light", "pi status", "what it means",
     "status key", "task status", "project status", "status description", "arrow", "direction",
     "direction of travel", "trend", "trend arrow", "sign", "rating", "key to symbols", "shading",
     "what this means", "criteria", "letter", "direction of travel key", "interpretation",
     "traffic light status"}
)  # fmt: skip
_KEY_CAPTION = re.compile(r"\b(?:key|legend|symbols?|definitions?|where)\b", re.IGNORECASE)
_LETTER = re.compile(r"[A-Z]{1,2}|[^\w\s]")
_LONGEST = 25  # rows; a key has 3 to 12
_NO_ENTRIES = 2  # rows of a key that may be none: its heading, and what white means
_MOST_PAINTED = 6  # cells of a key that is nothing but painted words

_Sign = tuple[str, EntryKind]


def bare_text(cell: Cell) -> str:
    """The text of a cell without the signs that stand among its letters."""
    symbols = cell.symbols
    if symbols and any(symbol.startswith("glyph:") for symbol in symbols):  # of few cells
        return fold(SIGN.sub(" ", cell.text))
    return cell.text


def _icon(cell: Cell) -> _Sign | None:
    return (lit(cell.symbols)[0], "icon") if cell.symbols else None


def _sign_of(cell: Cell, text: str | None = None) -> _Sign | None:
    """The picture, sign or colour of a cell without words; *text* is its bare one, where known."""
    if bare_text(cell) if text is None else text:
        return None
    return _icon(cell) or ((cell.fill, "fill") if cell.fill else None)


def _entry(sign: _Sign, cell: Cell, row: Row, table: Table, subject: Subject | None) -> Entry:
    spot = Spot(table.table_no, row.row_no, cell)
    return Entry(sign[0], bare_text(cell), subject, sign[1], place_of_cell(cell), spot)


def _entries_of_row(row: Row, table: Table, subject: Subject | None) -> list[Entry]:
    """Read a key's row: a sign cell and the text cell right of it, perhaps several pairs.

    Where the row begins with a text and ends with a sign each text stands left of its sign.
    """
    entries: list[Entry] = []
    texts = [bare_text(cell) for cell in row.cells]
    own_signs = list(map(_sign_of, row.cells, texts))
    shown_at = [at for at, cell in enumerate(row.cells) if own_signs[at] or prints(cell)]
    cells, signs = [row.cells[at] for at in shown_at], [own_signs[at] for at in shown_at]
    if len(cells) % 2 == 0 and not any(signs[::2]) and all(signs[1::2]):
        return [
            _entry(shown, told, row, table, subject)
            for told, shown in zip(cells[::2], signs[1::2], strict=True)
            if shown is not None
        ]
    sign: _Sign | None = None
    for cell, own, text in zip(row.cells, own_signs, texts, strict=True):
        if text and cell.symbols:
            sign = _icon(cell)
        if sign is not None and text:
            entries.append(_entry(sign, cell, row, table, subject))
            sign = None
        elif own:
            sign = own
        elif status_letter(text) or (len(text) == 1 and _LETTER.fullmatch(text)):
            sign = (text, "letter")
    return entries


def _painted_entries(row: Row, table: Table, subject: Subject | None) -> list[Entry]:
    """Read a row whose words stand on the colours they explain.

    The words are the painted cell's own, or those of the cell right of it where its own only
    name the colour or are a letter.
    """
    entries: list[Entry] = []
    cells = [cell for cell in row.cells if prints(cell)]
    for cell, after in zip_longest(cells, cells[1:]):
        if not cell.fill or cell.symbols:
            continue
        own, told = fold(cell.text), cell
        says = status_of_meaning(own, subject)
        if after is not None and not after.fill and speaks_of_performance(fold(after.text)):
            told = after
        elif says is None and not speaks_of_performance(own):
            continue
        entry = _entry((cell.fill, "fill"), told, row, table, subject)
        entries.append(entry._replace(said=says))
    return entries


def _entries_down(table: Table, subject: Subject | None) -> list[Entry]:
    """Read a key of two rows: the signs in one, below or above each its words."""
    if len(table.rows) != 2:
        return []
    rows = [[cell for cell in row.cells if prints(cell) or _sign_of(cell)] for row in table.rows]
    if len(rows[0]) != len(rows[1]) or len(rows[0]) < 2:
        return []
    upper, lower = ([_sign_of(cell) for cell in row] for row in rows)
    for signs, told, row in ((upper, rows[1], table.rows[1]), (lower, rows[0], table.rows[0])):
        if all(signs) and all(map(bare_text, told)):
            return [
                _entry(sign, cell, row, table, subject)
                for sign, cell in zip(signs, told, strict=True)
                if sign is not None
            ]
    return []


def _is_key_heading(row: Row) -> bool:
    printed = False
    for cell in row.cells:
        if prints(cell):
            if heading_key(cell.text) not in KEY_HEADINGS:
                return False
            printed = True
    return printed


def read_key_table(table: Table, caption: Caption) -> list[Entry]:
    """The entries of a key table; none where the table is no key.

    A key has at least two entries, nearly every row of it is one, no row has more than three
    printed texts for each, and either it is headed as a key or half its entries name a status.
    """
    if len(table.rows) > _LONGEST:
        return []
    subject = caption.subject
    headed = False
    entries: list[Entry] = []
    read = 0
    body = unpainted = 0
    painted = _all_painted(table.rows) or _name_their_paint(table.rows)
    called = bool(_KEY_CAPTION.search(caption.text or ""))
    left = len(table.rows)
    for row in table.rows:  # one after the other: most tables are told by their first
        left -= 1
        texts = len(printed_cells(row))
        if not texts:
            continue
        body += 1
        if _is_key_heading(row):
            headed = True
            words = " ".join(fold(cell.text) for cell in row.cells).casefold()
            if "indicator" in words:
                subject = "indicators"
            elif "action" in words or "task" in words:
                subject = "actions"
            continue
        if texts > 3 and texts > 3 * _most_entries(row):
            return []
        found = _entries_of_row(row, table, subject)
        pictured = any(entry.kind == "icon" for entry in found)  # its paint is a stripe's
        if (headed or called or painted) and not pictured:
            found += _painted_entries(row, table, subject)
        if texts > 3 * max(1, len(found)) or any(e.printed[:1].isdigit() for e in found):
            return []
        entries += found
        read += bool(found)
        unpainted += not found and texts == 1 and not prints(row.cells[0])
        if (body - read - _NO_ENTRIES) * 4 > read + left:
            return []  # whatever the rows below are: too many are no entries
    body -= headed
    body -= unpainted == 1 and all(entry.kind == "fill" for entry in entries)  # white is one, too
    if down := _entries_down(table, subject):
        entries, read, body = down, 1, 1
    if len(entries) < 2 or read * 5 < body * 4:
        return []
    entries = with_tolerances(entries)
    return entries if _is_key(entries, headed, called) else []


def _most_entries(row: Row) -> int:
    """How many signs a row may hold, by a quick look: most rows of a paper hold none."""
    return sum(
        bool(part.symbols or part.fill or 0 < len(part.text) < 4)
        for cell in row.cells
        for part in cell.parts[:1]
    )


def _all_painted(rows: Sequence[Row]) -> bool:
    """Whether a table is nothing but a few painted cells with words of performance on them."""
    if len(rows) > _MOST_PAINTED:
        return False
    cells: list[Cell] = []
    for row in rows:
        for cell in row.cells:
            if prints(cell):
                if not cell.fill:  # of most tables the first
                    return False
                cells.append(cell)
    return (
        2 <= len(cells) <= _MOST_PAINTED
        and len({cell.fill for cell in cells}) == len(cells)
        and all(speaks_of_performance(fold(cell.text)) for cell in cells)
    )


def _name_their_paint(rows: Sequence[Row]) -> bool:
    """Whether each row is a colour's name on that colour, and beside it unpainted words."""
    if not 2 <= len(rows) <= _MOST_PAINTED:
        return False
    for row in rows:
        cells = printed_cells(row)
        if len(cells) != 2 or not cells[0].fill or cells[1].fill:
            return False
        if cells[0].text.casefold() != colour_word(cells[0].fill):
            return False
    return True


def _is_key(entries: Sequence[Entry], headed: bool, called: bool) -> bool:
    """Whether entries are a key's: it says of each of its signs once what it means.

    In a table of statuses the same sign stands beside many names.
    """
    signs = {entry.symbol for entry in entries}
    if len(signs) * 5 < len(entries) * 4:
        return False
    named = sum(
        entry.said is not None
        or status_of_meaning(entry.printed, entry.subject) is not None
        or marker_of(entry.printed, entry.subject, None) is not None
        or speaks_of_trend(entry.printed)
        for entry in entries
    )
    if named * 2 >= len(entries):
        return True
    return bool(headed or (called and len(entries) <= 12)) and (
        named > 0 or all(speaks_of_performance(entry.printed) for entry in entries)
    )
