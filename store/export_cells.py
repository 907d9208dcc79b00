"""What goes into the cells of a workbook: numbers, days and text that stays text.

Text of a paper is untrusted: no cell is ever a formula, a link of the paper's making, or markup,
and what a program would take for a formula or number when the cell is edited is marked as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

#: Excel's limits: UTF-16 units in a cell, links on a sheet, rows of a sheet.
MOST_CHARACTERS = 32_767
MOST_LINKS = 65_530
MOST_ROWS = 1_048_576
#: Digits that a number in a workbook holds; longer ones are written as text, to the last digit.
MOST_DIGITS = 15
_FIRST_DAY = date(1900, 3, 1)  # before it, Excel counts a 29 February 1900
# Characters that XML cannot hold, or that a program shows as nothing.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LOOKS_TYPED = re.compile(r"\s*[-=+@'#/\d£$€(.%]|\s*(?:true|false)\s*$", re.IGNORECASE)
# Case is ignored in the scheme alone: a long s or a Kelvin sign would count as s and k.
_WEB = re.compile(r"(?i:https?)://[!#-;=?-\[\]_a-z~]+")
_LONGEST_ADDRESS = 2_000


class Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def of(self, **look: Any) -> Format:
        """Return the format with these properties."""
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(dict(look))
        return self._made[key]


def plain(text: str) -> str:
    """Return *text* as a cell can hold it: cut with a mark, no control characters, no markup."""
    clean = _ILLEGAL.sub("\ufffd", text)
    if clean.startswith("<r>") and clean.endswith("</r>"):
        clean += " "  # the library would write it as markup
    if len(clean) <= MOST_CHARACTERS // 2:
        return clean
    units = len(clean.encode("utf-16-le")) // 2
    if units <= MOST_CHARACTERS:
        return clean
    mark = f" … [cut: {len(text):,} characters in all]"
    kept = clean.encode("utf-16-le")[: 2 * (MOST_CHARACTERS - len(mark))]
    return kept.decode("utf-16-le", "ignore") + mark


def number_format(decimals: int) -> str:
    """Return the format that shows a number with so many digits after the point."""
    return "#,##0" + (f".{'0' * min(decimals, 30)}" if decimals > 0 else "")


def fits(value: Decimal) -> bool:
    """Whether a workbook holds *value* to the last digit."""
    digits = "".join(map(str, value.as_tuple().digits))  # normalize() would round to 28 of them
    return len(digits.strip("0")) <= MOST_DIGITS and abs(value.adjusted()) < 300


def address(url: str | None, page: int) -> str | None:
    """Return a web address that can be linked to, at a page of the document; else None."""
    if url is None or len(url) > _LONGEST_ADDRESS or not _WEB.fullmatch(url):
        return None
    return url if "#" in url else f"{url}#page={page}"


class Cells:
    """Writes values into the cells of one sheet, row by row."""

    def __init__(self, sheet: Worksheet, formats: Formats) -> None:
        self.sheet, self._formats = sheet, formats
        self._links = 0
        self._length = formats.of(num_format="0.00")
        self._stays_text = formats.of(quote_prefix=True)

    def row(self, number: int, values: Iterable[Any]) -> None:
        """Write the values of a row from its first cell on: the short way for many rows."""
        sheet = self.sheet
        for column, value in enumerate(values):
            kind = type(value)
            if kind is str:
                typed = self._stays_text if _LOOKS_TYPED.match(value) else None
                sheet.write_string(number, column, plain(value), typed)
            elif kind is int:
                sheet.write_number(number, column, value)
            elif kind is float:
                sheet.write_number(number, column, value, self._length)
            elif value is not None:
                self.write(number, column, value)

    def write(
        self, row: int, column: int, value: Any, look: Mapping[str, Any] | None = None
    ) -> None:
        """Write a value by its type; null leaves the cell empty, but for its looks."""
        look = look or {}
        if value is None:
            if look:
                self.sheet.write_blank(row, column, None, self._formats.of(**look))
        elif isinstance(value, str):
            self._text(row, column, value, look)
        elif isinstance(value, bool):
            self.sheet.write_boolean(row, column, value, self._look(look))
        elif isinstance(value, Decimal):
            self._decimal(row, column, value, look)
        elif isinstance(value, (datetime, date)):
            self._day(row, column, value, look)
        elif isinstance(value, float):
            self.sheet.write_number(row, column, value, self._formats.of(num_format="0.00", **look))
        else:
            self.sheet.write_number(row, column, value, self._look(look))

    def link(self, row: int, column: int, to: str, text: str) -> bool:
        """Write a link, or where the sheet holds no more of them its text; say which."""
        if self._links >= MOST_LINKS:
            self._text(row, column, text, {})
            return False
        self._links += 1
        style = self._formats.of(font_color="#0563C1", underline=1)
        self.sheet.write_url(row, column, to, style, plain(text)[:255])
        return True

    def _look(self, look: Mapping[str, Any]) -> Format | None:
        return self._formats.of(**look) if look else None

    def _text(self, row: int, column: int, text: str, look: Mapping[str, Any]) -> None:
        if _LOOKS_TYPED.match(text):
            look = {**look, "quote_prefix": True}
        self.sheet.write_string(row, column, plain(text), self._look(look))

    def _decimal(self, row: int, column: int, value: Decimal, look: Mapping[str, Any]) -> None:
        if not fits(value):
            self._text(row, column, f"{value:f}", {**look, "align": "right"})
            return
        exponent = value.as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) else 0
        style = self._formats.of(num_format=number_format(decimals), **look)
        self.sheet.write_number(row, column, float(value), style)

    def _day(self, row: int, column: int, value: date, look: Mapping[str, Any]) -> None:
        moment = isinstance(value, datetime)
        if isinstance(value, datetime):
            value = value.astimezone(UTC).replace(tzinfo=None)
        if (value.date() if isinstance(value, datetime) else value) < _FIRST_DAY:
            self._text(row, column, value.isoformat(), look)
            return
        shown = "yyyy-mm-dd hh:mm:ss" if moment else "yyyy-mm-dd"
        self.sheet.write_datetime(row, column, value, self._formats.of(num_format=shown, **look))
