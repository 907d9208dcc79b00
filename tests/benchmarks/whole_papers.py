"""What the tests of drawn papers share: their tables, their letters, the row of a truth."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2

from benchmarks.confidence.model import Drawn


def tables(drawn: Drawn) -> list[dict[str, Any]]:
    """The tables of a paper that is described as cells."""
    found = json.loads(drawn.cells or "")["blocks"]
    return [block for block in found if "rows" in block]


def folded(text: str) -> str:
    """A text without its spaces, in small letters."""
    return "".join(text.split()).casefold()


def row_of(drawn: Drawn, title: str, code: str | None) -> set[str]:
    """What stands in the one row that has a cell of this title, alone or beside its code.

    Where that cell reaches down over further rows these are the row's, too.
    """
    name, digits = folded(title), re.sub(r"\D", "", code or "").lstrip("0")
    found = []
    for rows in (table["rows"] for table in tables(drawn)):
        for number, row in enumerate(rows):
            for cell in row:
                before, said, after = folded(cell["text"]).partition(name)
                beside = re.sub(r"\D", "", before + after).lstrip("0")
                if said and (not before + after or (code and beside == digits)):
                    found.append(rows[number : number + cell["rows"]])
    assert len(found) == 1, title
    return {folded(cell["text"]) for row in found[0] for cell in row}


def digits_of(value: Decimal) -> set[str]:
    """The digits of a value as printed, with or without commas, in thousands or millions."""
    whole = value / 1000, value / 1_000_000
    return {f"{value:,}", f"{value}", f"{whole[0]:,.0f}k", f"{whole[1]:.2f}m"}


def dates_of(when: date) -> set[str]:
    """A day as the papers print it, without spaces; a quarter by the year's first and its last."""
    long, ends = when.strftime("%B").casefold(), {1: "st", 2: "nd", 3: "rd"}
    end = "th" if 10 < when.day < 20 else ends.get(when.day % 10, "th")
    first, quarter = when.year - (when.month < 4), (when.month - 4) % 12 // 3 + 1
    years = (f"{first}/{first + 1}", f"{first}/{(first + 1) % 100:02}")
    years += (f"{first}-{(first + 1) % 100:02}", f"{first % 100:02}/{(first + 1) % 100:02}")
    short = {9: "sept", 6: "june", 7: "july"}.get(when.month, long[:3])
    ways = ("%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%b-%Y", "%d-%b-%y", "%b-%y", "%Y-%m-%d")
    return {
        *(f"{name}{quarter}{year}" for name in ("q", "quarter") for year in years),
        *(when.strftime(way).casefold() for way in ways),
        *(f"{name}{year}" for name in (long, short) for year in (when.year, f"{when:%y}")),
        *(f"{before}{long}{when.year}" for before in ("end", "endof", "by")),
        f"byend{short}{when.year}",
        f"{when.day}/{when.month}/{when:%y}",
        *(f"{day}{short}{when.year}" for day in (f"{when:%d}", when.day)),
        f"{when.day}{long}{when.year}",
        f"{when.day}{end}{long}{when.year}",
    }


def printed(pdf: Path) -> Counter[str]:
    """The letters that a PDF shows."""
    document = pypdfium2.PdfDocument(pdf)
    found: Counter[str] = Counter()
    for page in document:
        text = page.get_textpage()
        found.update(letters(text.get_text_bounded()))
        text.close()
        page.close()
    document.close()
    return found


def described(drawn: Drawn) -> Counter[str]:
    """The letters of a paper's texts and cells."""
    found: Counter[str] = Counter()
    for block in json.loads(drawn.cells or "")["blocks"]:
        found.update(letters(block.get("text", "")))
        for row in block.get("rows", ()):
            for cell in row:
                found.update(letters(cell["text"]))
    return found


def letters(text: str) -> list[str]:
    """The letters of a text; two that a font joins are told apart."""
    apart = text.casefold().replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff")
    apart = apart.replace("ﬃ", "ffi").replace("ﬄ", "ffl")
    return [letter for letter in apart if letter.isalnum() or letter in "%£"]


def signs(table: dict[str, Any], dot: str) -> Iterator[str]:
    """The pictures and the inks of dots that stand alone in a table's cells."""
    for row in table["rows"]:
        for cell in row:
            if cell["text"] == dot:
                yield cell["ink"]
            elif cell["picture"] and not cell["text"]:
                yield cell["picture"]


def heads(table: dict[str, Any]) -> set[str]:
    """The headings of a table."""
    return {cell["text"] for row in table["rows"][: table["heads"]] for cell in row}


def sizes(pdf: Path) -> Sequence[tuple[float, float]]:
    """Width and height of each page as it is shown."""
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_size() for page in document]
    document.close()
    return found
