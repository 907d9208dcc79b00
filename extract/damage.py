"""Damage that PDFium passes over in silence.

Where the compressed content of a page breaks off, PDFium shows what came before the break and says
nothing: a table would end early and look whole. So the compressed streams of the file are tried by
themselves, pictures left out, and a page whose content does not unpack is named as lost.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium

from crossfoot.extract.characters import read_runs
from crossfoot.extract.content import Content, let_go, place_of
from crossfoot.extract.pdfium import Document, open_document
from crossfoot.extract.space import UNTURNED
from crossfoot.schema.errors import DocumentError
from crossfoot.schema.page import LostPage

# Begins with a plain word, which is looked for fifteen times as fast as one with a look behind it.
_STREAM = re.compile(rb"stream\r?\n")
_ENDS = b"end"  # before the word where a stream ends
_END = b"endstream"
_FILTER = re.compile(rb"/(\w+)Decode\b")
# Pictures, and font programs: their outlines do not touch what is read.
_PASSED_OVER = re.compile(rb"/Image\b|/Length[123]\b|/Type1C\b|/CIDFontType0C\b|/OpenType\b")
_DICTIONARY = 2048  # bytes before a stream in which its dictionary stands
_SPOILT = 4  # bytes: the head of a deflated stream
_CHUNK = 1 << 20
_LARGEST = 64 << 20  # unpacked bytes after which a stream is taken on trust
_REASON = "its content is damaged: what stands after the break cannot be read"


class Damage(NamedTuple):
    """Pages that damaged streams touch, and whether there are some that touch no page visibly."""

    pages: tuple[LostPage, ...]
    elsewhere: bool


def find_damage(data: Content, document: Document) -> Damage:
    """Try the deflated streams of the file that *document* was opened from.

    Streams that are packed twice (deflated inside ASCII) are taken on trust.

    Costs under a millisecond a page where nothing is damaged.
    """
    if place_of(data, b"/Encrypt") >= 0:
        return Damage((), False)
    starts = list(_damaged_streams(data))
    if not starts:
        return Damage((), False)
    touched = _touched_pages(data, starts, document)
    lost = tuple(LostPage(page, _REASON) for page in touched)
    return Damage(lost, not touched)


def _touched_pages(data: Content, starts: list[int], document: Document) -> list[int]:
    """Return the pages that look otherwise without the damaged streams, and the empty ones.

    What was still shown of a broken stream goes when its first bytes go; a stream broken there
    already leaves its page empty.
    """
    spoilt = bytearray(data)
    for start in starts:
        spoilt[start : start + _SPOILT] = b"\xff" * _SPOILT
    try:
        with open_document(bytes(spoilt), "") as without:
            return [
                number
                for number in range(1, document.pages + 1)
                if (shown := _content(document, number)) is None
                or shown == ""
                or shown != _content(without, number)
            ]
    except DocumentError:
        return list(range(1, document.pages + 1))


def _content(document: Document, number: int) -> str | None:
    """Return what a page holds, as one string to compare; ``None`` where it cannot be opened."""
    try:
        with document.page(number) as page:
            objects = pdfium.FPDFPage_CountObjects(page.raw)
            text = "".join(run.text for run in read_runs(page, UNTURNED))
    except DocumentError:
        return None
    return f"{objects}:{text}" if objects else ""


def _damaged_streams(data: Content) -> Iterator[int]:
    """Yield where deflated streams begin that do not unpack."""
    seen = 0
    for match in _STREAM.finditer(data):
        seen = let_go(data, seen, match.start())
        before = data[max(0, match.start() - _DICTIONARY) : match.start()]
        if before.endswith(_ENDS):
            continue
        at = before.rfind(b" obj")
        if at < 0:
            continue
        head = before[at:]
        filters = tuple(_FILTER.findall(head))
        if (
            filters == (b"Flate",)
            and not _PASSED_OVER.search(head)
            and not _unpacks(data, match.end())
        ):
            yield match.end()


def _unpacks(data: Content, start: int) -> bool:
    """Whether the deflated stream at *start* unpacks to its own end."""
    unpacker, view = zlib.decompressobj(), memoryview(data)
    done = 0
    # Most end where they say; what stands behind that would be copied for nothing.
    end = data.find(_END, start, start + _CHUNK) + 1 or min(start + _CHUNK, len(data))
    try:
        for at in (start, *range(end, len(data), _CHUNK)):
            piece: memoryview | bytes = view[at : end if at < end else at + _CHUNK]
            while piece and done < _LARGEST and not unpacker.eof:
                done += len(unpacker.decompress(piece, _CHUNK))
                piece = unpacker.unconsumed_tail
            if unpacker.eof or done >= _LARGEST:
                return True
    except zlib.error:
        return False
    return False
