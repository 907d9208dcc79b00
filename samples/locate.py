"""Finds the page on which each row of a paper begins, by its printed words.

For producers that do not tell. A row's cells are aligned at the top, so that the first words of
all its cells stand on one line; rows are looked for in their order.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pdfplumber

from samples.document import Drawing, Key, Paragraph, Row, Table, Tables, plain

Line = tuple[int, list[str]]
"""Page and words of one printed line, left to right."""


def lines(pdf: bytes) -> tuple[list[Line], int]:
    """Return all lines of the document in order, and its number of pages."""
    found: list[Line] = []
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        for number, page in enumerate(document.pages, start=1):
            words = sorted(page.extract_words(), key=lambda word: word["bottom"])
            line: list[dict[str, Any]] = []
            for word in words:
                if line and word["bottom"] - line[-1]["bottom"] > 3:
                    found.append((number, _across(line)))
                    line = []
                line.append(word)
            found.append((number, _across(line)))
        return found, len(document.pages)


def _across(words: list[dict[str, Any]]) -> list[str]:
    return [word["text"] for word in sorted(words, key=lambda word: word["x0"])]


def _rows(drawing: Drawing) -> Iterator[tuple[Key, list[str], bool]]:
    """Key, words that stand on one line, and whether the search begins where it began before."""
    for number, block in enumerate(drawing.blocks):
        if isinstance(block, Paragraph):
            yield (number, 0), plain(block.text).split()[:2], False
        elif isinstance(block, Table):
            for row, content in enumerate(block.rows):
                yield (number, row), _first_words(content), False
        elif isinstance(block, Tables):
            offset = 0
            for table in block.tables:
                for row, content in enumerate(table.rows):
                    yield (number, offset + row), _first_words(content), True
                offset += len(table.rows)


def _first_words(row: Row) -> list[str]:
    return [plain(cell.text).split()[0] for cell in row.cells if plain(cell.text) and not cell.icon]


def _stands_in(wanted: list[str], line: list[str]) -> bool:
    """Whether *wanted* stand in *line* in this order, other words between them or not."""
    rest = iter(line)
    return all(any(word == found for found in rest) for word in wanted)


def locate(pdf: bytes, drawing: Drawing) -> tuple[dict[Key, int], int]:
    """Return the page (from 1) of each block's row, and the number of pages.

    Raises ``LookupError`` where a row is not found in its order.
    """
    printed, count = lines(pdf)
    pages: dict[Key, int] = {}
    at = 0
    for key, wanted, stays in _rows(drawing):
        if not wanted:
            continue
        here = next((n for n in range(at, len(printed)) if _stands_in(wanted, printed[n][1])), None)
        if here is None:
            raise LookupError(f"{drawing.stem}: {wanted} not found after line {at}")
        pages[key] = printed[here][0]
        at = at if stays else here + 1
    return pages, count
