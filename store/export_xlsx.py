"""One workbook: what it is, indicators by years, then every relation on a sheet of its own.

Written row by row, so that memory does not grow with the rows; the wide sheets alone are held
whole. The same content is the same bytes: the file's own times are fixed.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from sqlalchemy import Boolean, Column, Date, DateTime, Double, Integer, Table
from xlsxwriter.worksheet import Worksheet

from crossfoot.schema.relations import described, meanings
from crossfoot.store.export_cells import MOST_ROWS, Cells, Formats
from crossfoot.store.export_readme import Contents, write_readme
from crossfoot.store.export_wide import Wide
from crossfoot.store.export_wide_sheet import write_wide
from crossfoot.store.export_writers import Batches, Writer
from crossfoot.store.types import ExactDecimal, UtcTimestamp

NAME = "crossfoot.xlsx"
#: Rows of a sheet, its heading included; a relation of more goes on in a further sheet.
SHEET_ROWS = MOST_ROWS
#: The two wide sheets, and the row of each document among the documents, from 1.
Overview = tuple[Wide, Wide, dict[str, int]]

_UNIX = 3  # in the list of a zip file
_CREATED = datetime(2000, 1, 1)
_HEADING = {"bold": True, "bottom": 1, "bg_color": "#DDE6F0", "valign": "top"}
_WIDTHS: tuple[tuple[type[Any], int], ...] = (
    (ExactDecimal, 12),
    (UtcTimestamp, 19),
    (DateTime, 19),
    (Boolean, 8),
    (Integer, 8),
    (Double, 8),
    (Date, 11),
)
_WIDE_TEXT = frozenset(
    (
        "title",
        "text",
        "message",
        "note",
        "comments",
        "corrective_action",
        "description",
        "file_name",
    )
)


class _Workbook:
    def __init__(self, book: xlsxwriter.Workbook, overview: Overview) -> None:
        self._book = book
        self._formats = Formats(book)
        self._contents = Contents()
        self._readme = book.add_worksheet("README")
        years, parts, row_of = overview
        for name, shown in (("Years", years), ("Parts of years", parts)):
            sheet = book.add_worksheet(name)
            isolated = write_wide(sheet, self._formats, shown, row_of, parts=shown is parts)
            self._contents.add(name, len(shown.rows))
            self._contents.unlinked += isolated
            if shown is years:
                sheet.activate()  # the workbook opens on it, not on what explains it
        self._tables: list[tuple[Table, tuple[str, ...]]] = []

    def write(self, table: Table, names: tuple[str, ...], batches: Batches) -> None:
        """Write a relation; more rows than a sheet holds go on in another."""
        self._tables.append((table, names))
        sheet, number, written = self._sheet(table, names, 1), 1, 0
        row = 1
        for batch in batches:
            for values in batch:
                if row == SHEET_ROWS:
                    self._finish(sheet, names, row)
                    number += 1
                    sheet, row = self._sheet(table, names, number), 1
                sheet.row(row, values)
                row += 1
                written += 1
        self._finish(sheet, names, row)
        self._contents.add(table.name, written, sheets=number)

    def close(self) -> None:
        """Write what the workbook is, and what its columns mean."""
        sheet = self._book.add_worksheet("columns")
        cells = Cells(sheet, self._formats)
        for column, (name, width) in enumerate(
            (("relation", 16), ("column", 26), ("meaning", 120))
        ):
            sheet.write_string(0, column, name, self._formats.of(**_HEADING))
            sheet.set_column(column, column, width)
        row = 0
        for table, names in self._tables:
            meaning = meanings(table.name)
            for name in names:
                row += 1
                for column, text in enumerate((table.name, name, meaning[name].description)):
                    cells.write(row, column, text)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, row, 2)
        about = {table.name: described(table.name) for table, _ in self._tables}
        write_readme(self._readme, self._formats, self._contents, about)

    def _sheet(self, table: Table, names: tuple[str, ...], number: int) -> Cells:
        sheet = self._book.add_worksheet(table.name if number == 1 else f"{table.name} {number}")
        for column, name in enumerate(names):
            sheet.write_string(0, column, name, self._formats.of(**_HEADING))
            sheet.set_column(column, column, _width(table.c[name]))
        return Cells(sheet, self._formats)

    def _finish(self, cells: Cells, names: tuple[str, ...], rows: int) -> None:
        sheet: Worksheet = cells.sheet
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(rows - 1, 1), len(names) - 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{max(rows, 2)}"})


@contextmanager
def workbook(stage: Path, overview: Callable[[], Overview]) -> Generator[Writer]:
    """Give a writer of a workbook in the folder *stage*; it is whole when that is closed."""
    with tempfile.TemporaryDirectory(prefix=".crossfoot-", dir=stage.parent) as name:
        raw = Path(name) / NAME
        options = {
            "constant_memory": True,
            "tmpdir": name,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        book = xlsxwriter.Workbook(str(raw), options)
        book.set_properties({"title": "crossfoot", "created": _CREATED})
        written = _Workbook(book, overview())
        yield written
        written.close()
        book.close()
        _settle(raw)
        raw.replace(stage / NAME)


def _settle(file: Path) -> None:
    """Give the parts of a zip file fixed rights, which otherwise are those of temporary files.

    Their times are fixed already. Only the list at the file's end is written anew.
    """
    with zipfile.ZipFile(file, "a") as parts:
        for part in parts.infolist():
            part.create_system = _UNIX
            part.external_attr = 0o600 << 16
        parts.comment = b""  # so that the list is written


def _width(column: Column[Any]) -> int:
    width = next((width for kind, width in _WIDTHS if isinstance(column.type, kind)), 16)
    if column.name in _WIDE_TEXT:
        width = 48
    return max(width, min(len(column.name) + 3, 28))
