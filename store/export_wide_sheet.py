"""The wide sheets of a workbook: one row per indicator, its years beside each other.

Blocks of columns beside each other, each with a column a year: the figures, the targets printed
for them, the statuses, the sources (a link to the page), and last what must be known of the row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.worksheet import Worksheet

from crossfoot.store.export_cells import Cells, Formats, address, plain
from crossfoot.store.export_wide import Wide, WideCell, WideRow

#: Light marks of figures: a reader must look; an earlier paper printed another value.
DOUBT, RESTATED = "#F9C9B6", "#FFF2B3"
_HEADING = {"bold": True, "bottom": 1, "align": "left", "valign": "top"}
_NAMES = "#C9D6E4"
_STATUS = {"green": "#C6E7C8", "amber": "#FFE3A8", "red": "#F6BFBF"}
_NO_NUMBER = {"align": "right", "font_color": "#707070"}
# Notes that appear over a cell; every remark stands in the last column anyway. Each note costs
# memory until the file is written.
_MOST_NOTES = 20_000
_NOTE_CHARACTERS = 2_000
_WIDTHS = {"Council": 26, "Code": 12, "Title": 60, "Unit": 14, "Better": 8, "Part of year": 28}
# Text that is cut at the edge of its column does not touch what follows.
_LOOKS = {"Unit": {"indent": 1}}
_REMARKS_WIDTH = 80


@dataclass(frozen=True)
class _Block:
    """Columns from ``first`` on, one for each of ``years``."""

    kind: str
    heading: str
    colour: str
    width: int
    first: int
    years: tuple[str, ...]


def write_wide(
    sheet: Worksheet, formats: Formats, shown: Wide, row_of: Mapping[str, int], *, parts: bool
) -> int:
    """Write a wide sheet; return how many sources could not be linked any more.

    *row_of* gives the row of each document in the sheet of documents, for those that a manifest
    gives no address. With *parts*, a column says which part of the year a row is of.
    """
    part = ["Part of year"] if parts else []
    head = ["Council", "Code", "Title", "Unit", "Better", *part, "Basis"]
    blocks = _blocks(shown, len(head))
    cells = Cells(sheet, formats)
    unlinked = notes = 0
    _headings(sheet, formats, head, blocks)
    for number, row in enumerate(shown.rows, start=1):
        of = [row.head.council, row.head.code, row.head.title, row.unit, row.head.polarity]
        basis = row.basis.replace("_", " ")
        for column, value in enumerate([*of, *([row.part] if parts else []), basis]):
            cells.write(number, column, value, _LOOKS.get(head[column]))
        for block in blocks:
            for column, year in enumerate(block.years, start=block.first):
                if year in row.cells:
                    cell = row.cells[year]
                    unlinked += not _write(cells, (number, column), block.kind, cell, row_of)
                    if block.kind == "value" and cell.note and notes < _MOST_NOTES:
                        notes += 1
                        look = {"author": "", "x_scale": 2}
                        sheet.write_comment(
                            number, column, plain(cell.note)[:_NOTE_CHARACTERS], look
                        )
        cells.write(number, _end(blocks), _remarks(row, shown.years))
    _finish(sheet, head, blocks, len(shown.rows))
    return unlinked


def _blocks(shown: Wide, first: int) -> list[_Block]:
    """Lay the blocks out; of targets and statuses, only the years that have any."""
    rows = [row.cells for row in shown.rows]
    targets = {year for row in rows for year, cell in row.items() if cell.target_printed}
    statuses = {year for row in rows for year, cell in row.items() if cell.status}
    every = set(shown.years)
    found = []
    for kind, heading, colour, width, years in (
        ("value", "", "#DDE6F0", 10, every),
        ("target", "Target ", "#E9E9E2", 14, targets),
        ("status", "Status ", "#EFE6F2", 14, statuses),
        ("source", "Source ", "#F2F2F2", 30, every),
    ):
        mine = tuple(year for year in shown.years if year in years)
        found.append(_Block(kind, heading, colour, width, first, mine))
        first += len(mine)
    return found


def _end(blocks: Sequence[_Block]) -> int:
    return blocks[-1].first + len(blocks[-1].years)


def _write(
    cells: Cells, place: tuple[int, int], kind: str, cell: WideCell, row_of: Mapping[str, int]
) -> bool:
    """Write one cell; False where it is a source that cannot be linked."""
    if kind == "value":
        mark = DOUBT if cell.doubt else RESTATED if cell.restated else None
        look: dict[str, Any] = {"bg_color": mark} if mark else {}
        if cell.value is None:
            cells.write(*place, cell.printed, look | _NO_NUMBER)
        else:
            cells.write(*place, cell.value, look)
    elif kind == "target":
        no_number = _NO_NUMBER if cell.target is None else {}
        cells.write(*place, cell.target_printed if no_number else cell.target, no_number)
    elif kind == "status":
        colour = _STATUS.get(cell.status or "")
        cells.write(*place, cell.status, {"bg_color": colour} if colour else {})
    else:
        return _source(cells, place, cell, row_of)
    return True


def _source(
    cells: Cells, place: tuple[int, int], cell: WideCell, row_of: Mapping[str, int]
) -> bool:
    text = f"{cell.file_name} p. {cell.page}"
    to = address(cell.source_url, cell.page)
    if to is None and cell.document_id in row_of:
        to = f"internal:'documents'!A{row_of[cell.document_id] + 1}"
    if to is None:
        cells.write(*place, text)
        return True
    return cells.link(*place, to, text)


def _remarks(row: WideRow, years: Sequence[str]) -> str | None:
    said = ((year, row.cells[year].remarks) for year in years if year in row.cells)
    return "; ".join(f"{year}: {text}" for year, text in said if text) or None


def _headings(
    sheet: Worksheet, formats: Formats, head: Sequence[str], blocks: Sequence[_Block]
) -> None:
    names = formats.of(**_HEADING, bg_color=_NAMES)
    for column, name in enumerate(head):
        sheet.write_string(0, column, name, names)
        sheet.set_column(column, column, _WIDTHS.get(name, 12))
    for block in blocks:
        side = "right" if block.kind in ("value", "target") else "left"
        look = formats.of(**_HEADING | {"align": side}, bg_color=block.colour, quote_prefix=True)
        for column, year in enumerate(block.years, start=block.first):
            sheet.write_string(0, column, f"{block.heading}{year}", look)
            sheet.set_column(column, column, block.width)
    sheet.write_string(0, _end(blocks), "Remarks", names)
    sheet.set_column(_end(blocks), _end(blocks), _REMARKS_WIDTH)


def _finish(sheet: Worksheet, head: Sequence[str], blocks: Sequence[_Block], rows: int) -> None:
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, max(rows, 1), _end(blocks))
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{rows + 2}"})
    # What is printed is what there is to read on paper: the names and the figures.
    sheet.print_area(0, 0, max(rows, 1), max(blocks[0].first + len(blocks[0].years) - 1, len(head)))
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
