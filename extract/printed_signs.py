"""Signs printed as characters: of symbol fonts, and Unicode's own ticks, circles and arrows.

A tick set in Wingdings arrives as ``\u00fc`` or as the private-use character U+F0FC. It is turned
into the character it looks like, so that a text says what is seen. A code that the table of symbol
fonts does not list becomes a private-use character, never the letter that it is not.
"""

from __future__ import annotations

import array
import ctypes
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator

import pypdfium2.raw as pdfium

from crossfoot.extract.characters import UNKNOWN, Run, any_turned
from crossfoot.extract.content import Content, let_go
from crossfoot.extract.pdfium import Page, Pointer, pointer, raw_call
from crossfoot.extract.pen import DOWN, HEAD_DOWN, LEVEL, UP
from crossfoot.extract.sign_fonts import NAMED_IN_FILES, SIGN_FONTS, SYMBOL_FONT
from crossfoot.schema.symbol import SIGN, turned_sign

_LONGEST = 12  # characters; no value with a sign glued to it is longer
_LONGEST_LABEL = 60  # characters of a cell in which a sign stands for something; more is prose
_OBJECTS = re.compile(rb"/ObjStm\b[^>]{0,400}?>>\s*stream\r?\n")
_STREAM, _END = re.compile(rb">>\s*stream\r?\n"), b"endstream"
_MOST_UNPACKED = 16 << 20  # bytes; the fonts of the largest packs take a tenth
_DARK = 0x50  # a neutral colour no channel of which is above this is printed black
_NEUTRAL = 0x18  # most difference between the channels of black and greys
_LONE_LETTER = re.compile(r"[^\W\d_aAI]\s+\S")
#: How far text of each direction is turned clockwise, in eighths of a full turn.
_EIGHTHS = {LEVEL: 0, DOWN: 2, HEAD_DOWN: 4, UP: 6}
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_get_font = raw_call(pdfium.FPDFText_GetFontInfo, ctypes.c_ulong)
_get_unicode = raw_call(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
_get_colour = raw_call(pdfium.FPDFText_GetFillColor, ctypes.c_int)
_name = ctypes.create_string_buffer(128)
_flags = ctypes.c_int()
_NAME, _FLAGS = pointer(ctypes.addressof(_name)), pointer(ctypes.addressof(_flags))
_NAME_LENGTH = ctypes.c_ulong(len(_name))
_channels = array.array("I", [0] * 4)
_CHANNELS = [pointer(_channels.buffer_info()[0] + 4 * at) for at in range(4)]
_tables: dict[bytes, dict[int, str] | None] = {}


def names_sign_font(data: Content) -> bool:
    """Whether a PDF names a symbol font anywhere: if not, no page need be asked for one.

    Names may be packed into object streams; those are unpacked, everything else is not.
    """
    objects = _without_streams(data)
    if any(name in objects for name in NAMED_IN_FILES) or b"/Encrypt" in objects:
        return True
    left, seen = _MOST_UNPACKED, 0
    for match in _OBJECTS.finditer(data) if b"/ObjStm" in objects else ():
        seen = let_go(data, seen, match.start())
        unpacker = zlib.decompressobj()
        try:
            unpacked = unpacker.decompress(memoryview(data)[match.end() :], left)
        except zlib.error:
            return True
        left -= len(unpacked)
        if left <= 0 or any(name in unpacked for name in NAMED_IN_FILES):
            return True
    return False


def _without_streams(data: Content) -> bytes:
    """Return a PDF without what stands in its streams: a few hundredths of most files."""
    pieces, start, seen = list[bytes](), 0, 0
    while (begins := _STREAM.search(data, start)) and (ends := data.find(_END, begins.end())) >= 0:
        pieces.append(data[start : begins.end()])
        start = ends
        seen = let_go(data, seen, start)
    pieces.append(data[start:])
    return b"".join(pieces)


def with_signs(page: Page, runs: list[Run], named: bool) -> list[Run]:
    """Return the runs with the characters of symbol fonts turned into what they look like.

    *named* says whether the document names such a font; if not, only private-use characters show
    one. Short runs alone are asked for their fonts.
    """
    if named or _holds_private("".join([run[0] for run in runs])):
        runs = [
            _translated(page.text_at, run)
            if len(run.text) <= _LONGEST and len(run.text) == len(run.lefts)
            else run
            for run in runs
        ]
    if any_turned(runs) and any(
        run.turn != LEVEL and not run.text.isascii() and SIGN.search(run.text) for run in runs
    ):
        (most, _), *_ = Counter(run.turn for run in runs).most_common(1)
        runs = [_upright(run, most) for run in runs]
    return runs


def _holds_private(text: str) -> bool:
    return not text.isascii() and _PRIVATE.search(text) is not None


def _upright(run: Run, turn: int) -> Run:
    """Return a run set askew to the page's text (*turn*) with its arrows as they point."""
    if run.turn == turn or run.turn not in _EIGHTHS or turn not in _EIGHTHS:
        return run
    eighths = _EIGHTHS[run.turn] - _EIGHTHS[turn]
    return run._replace(text="".join(turned_sign(sign, eighths) for sign in run.text))


def _translated(handle: Pointer, run: Run) -> Run:
    tables = [_table_at(handle, run.order)]
    if len(run.text) > 1:
        tables.append(_table_at(handle, run.order + len(run.text) - 1))
    if not any(table is not None for table in tables):
        return run
    text = "".join(
        character if table is None else _sign(_as_told(handle, run.order + at, character), table)
        for at, character, table in (
            (at, character, _table_at(handle, run.order + at))
            for at, character in enumerate(run.text)
        )
    )
    return run._replace(text=text)


def _as_told(handle: Pointer, order: int, character: str) -> str:
    """Return a character, its number in the font where that is all that the font says of it."""
    code = _get_unicode(handle, order) if character == UNKNOWN else 0
    return chr(code) if 0x20 < code < 0x100 else character


def _table_at(handle: Pointer, order: int) -> dict[int, str] | None:
    """Return the signs of the font that a character is set in, ``None`` for a font of letters."""
    length = _get_font(handle, order, _NAME, _NAME_LENGTH, _FLAGS)
    if not 0 < length <= len(_name):
        return None
    name = _name.value
    if name not in _tables:
        if len(_tables) > 4096:
            _tables.clear()
        folded = re.sub(r"[^a-z0-9]", "", name.partition(b"+")[2].decode("latin-1").lower())
        folded = folded or re.sub(r"[^a-z0-9]", "", name.decode("latin-1").lower())
        known = [*SIGN_FONTS.items(), ("symbol", SYMBOL_FONT)]
        _tables[name] = next((table for font, table in known if folded.startswith(font)), None)
    return _tables[name]


def _sign(character: str, table: dict[int, str]) -> str:
    """Return what a character of a symbol font looks like, a private-use character if unknown."""
    code = _code(character)
    if code is None:
        return character
    if table is SYMBOL_FONT:
        return table.get(code, character) if ord(character) > 0xFF else character
    return table.get(code) or (chr(0xF000 + code) if code > 0x20 else character)


def _code(character: str) -> int | None:
    """Return the code in the font's own encoding; ``None`` where it was told as Unicode."""
    code = ord(character)
    if 0xF000 <= code <= 0xF0FF:
        return code - 0xF000
    if code < 0x100:
        return code
    try:
        return character.encode("cp1252")[0]
    except UnicodeEncodeError:
        return None


def shows_signs(lines: Iterable[str], named: bool) -> bool:
    """Whether lines of prose may hold a sign that means something: a key is set as lines, too.

    *named* says whether the document names a symbol font.
    """
    short = [line for line in lines if len(line) <= _LONGEST_LABEL]
    if any(SIGN.search(line) for line in short if not line.isascii()):
        return True
    return named and any(_LONE_LETTER.match(line) for line in short if line.isascii())


def signs_in(page: Page, runs: Iterable[Run], text: str) -> Iterator[tuple[float, str]]:
    """Yield left edge and name of each sign among the characters of a cell or a line.

    *text* is what the runs spell. A sign in the middle of prose stands for nothing.
    """
    if len(text) > _LONGEST_LABEL or SIGN.search(text) is None:
        return
    for run in runs:
        if run.text.isascii() or len(run.lefts) != len(run.text):
            continue
        for match in SIGN.finditer(run.text):
            colour = _colour_at(page.text_at, run.order + match.start())
            name = f"glyph:{match[0]}:{colour}" if colour else f"glyph:{match[0]}"
            yield run.lefts[match.start()], name


def _colour_at(handle: Pointer, order: int) -> str | None:
    """Return the colour a character is printed in, ``None`` for black and near black."""
    if not _get_colour(handle, order, *_CHANNELS):
        return None
    red, green, blue, _ = _channels
    most = max(red, green, blue)
    if most <= _DARK and most - min(red, green, blue) <= _NEUTRAL:
        return None
    return f"#{red:02x}{green:02x}{blue:02x}"
