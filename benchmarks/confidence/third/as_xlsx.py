"""A paper of the third set as a workbook, printed as spreadsheets are: fitted to the width.

All tables stand on one sheet, so its columns are cut wherever a table has an edge, and a cell
reaches over as many as it needs. Row heights are set, as a sheet with merged cells needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.confidence.second.blocks import (
    Block,
    Cell,
    Heading,
    Line,
    NewPage,
    Run,
    Sentence,
    Table,
    Title,
)
from benchmarks.confidence.second.widths import shared
from benchmarks.confidence.third.look import Look
from benchmarks.confidence.third.wrapping import LINE, tall, wrapped

_SHORT, _LONG = 210.0, 297.0  # A4 in mm
_POINTS = 72 / 25.4  # to a mm
_WIDTH = 5.25  # points to a unit of column width, the default font being Calibri 11
_NARROW = 250.0  # points: a key
_NEAR = 2.5  # points: edges of two tables so near are one
_WHEN = datetime(2020, 1, 1)


@dataclass
class _Page:
    """The sheet while it is filled: its column edges in points, its next row (1-based)."""

    sheet: Worksheet
    look: Look
    edges: list[float]
    row: int = 1
    titles: list[tuple[int, int]] = field(default_factory=list)

    def column(self, x: float) -> int:
        """The 1-based column that begins at *x* points."""
        return min(range(len(self.edges)), key=lambda n: abs(self.edges[n] - x)) + 1


def xlsx(blocks: Sequence[Block], look: Look, council: str, *, landscape: bool) -> bytes:
    """Return the workbook of a paper, the same bytes for the same paper."""
    width = (_LONG if landscape else _SHORT) - 2 * look.margin
    wide = width * _POINTS
    tables = [block for block in blocks if isinstance(block, Table)]
    cuts = [_cuts(table, look, wide) for table in tables]
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Report"
    page = _Page(sheet, look, _united(cuts, wide))
    for number, edge in enumerate(page.edges[:-1]):
        letter = get_column_letter(number + 1)
        sheet.column_dimensions[letter].width = (page.edges[number + 1] - edge) / _WIDTH
    places = iter(cuts)
    for block in blocks:
        if isinstance(block, Table):
            _table(block, page, next(places))
        elif isinstance(block, NewPage):
            sheet.row_breaks.append(Break(id=page.row - 1))
        else:
            _text(block, page, wide)
    _set_up(page, council, landscape=landscape)
    return _same_bytes(book)


def _cuts(table: Table, look: Look, wide: float) -> list[float]:
    width = min(wide, _NARROW) if table.narrow else wide
    edges = [0.0]
    for each in shared(table, look, width):
        edges.append(edges[-1] + each)
    return edges


def _united(cuts: Sequence[Sequence[float]], wide: float) -> list[float]:
    """The edges of all tables, those of the widest first; near ones are one."""
    edges = [0.0, wide]
    for each in sorted(cuts, key=len, reverse=True):
        edges += [x for x in each if all(abs(x - other) > _NEAR for other in edges)]
    return sorted(edges)


def _text(block: Block, page: _Page, wide: float) -> None:
    """A title runs over the cells beside it; a sentence is wrapped in a merged cell."""
    look = page.look
    cell = page.sheet.cell(page.row, 1)
    if isinstance(block, (Title, Heading)):
        size = 15 if isinstance(block, Title) else 12
        cell.value = block.text
        cell.font = Font(name=look.font, size=size, bold=True)
        lines = len(wrapped(block.text, look, size, wide, bold=True))
    elif isinstance(block, Sentence):
        size = 10
        cell.value = _value(block.line, look, size, None)
        cell.font = _font(block.line[0], look, size, None)
        text = "".join(run.text for run in block.line)
        lines = len(wrapped(text, look, size, wide, bold=block.line[0].bold))
    else:
        return
    if lines > 1:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        last = len(page.edges) - 1
        page.sheet.merge_cells(
            start_row=page.row, start_column=1, end_row=page.row, end_column=last
        )
    page.sheet.row_dimensions[page.row].height = lines * size * LINE + 4
    page.row += 1


def _table(table: Table, page: _Page, cuts: Sequence[float]) -> None:
    rows = [*table.headings, *table.rows]
    first, deep = page.row, len(table.headings)
    open_until = [0] * len(table.weights)
    heights = [0.0] * len(rows)
    stripes = page.look.zebra and not table.narrow
    stripes = stripes and all(cell.rows == 1 for row in table.rows for cell in row)
    for number, row in enumerate(rows):
        column = 0
        zebra = page.look.zebra if stripes and number >= deep and (number - deep) % 2 else None
        for cell in row:
            while open_until[column] > number:
                column += 1
            beyond = column + cell.columns
            dressed = cell if cell.fill or cell.heading else replace(cell, fill=zebra)
            place = (page.row + number, page.column(cuts[column]), page.column(cuts[beyond]) - 1)
            border = _border(page.look, table, number, number + cell.rows)
            _cell(dressed, page, place, border)
            for covered in range(column, beyond):
                open_until[covered] = number + cell.rows
            need = tall(cell, page.look, cuts[beyond] - cuts[column])
            taken = sum(heights[number : number + cell.rows - 1])
            under = number + cell.rows - 1
            heights[under] = max(heights[under], need - taken)
            column = beyond
    least = page.look.size * LINE + 2 * page.look.padding
    for number, height in enumerate(heights):
        page.sheet.row_dimensions[first + number].height = max(height, least)
    if deep and not table.narrow:
        page.titles.append((first, first + deep - 1))
    page.row += len(rows) + 1


def _border(look: Look, table: Table, first: int, beyond: int) -> Border | None:
    """The borders of a cell of the rows from *first* to before *beyond*, headings counted."""
    if table.narrow:
        side = Side(style="thin", color="808080")
        return Border(left=side, right=side, top=side, bottom=side)
    if look.gridlines or look.ruling == "none":
        return None
    style = "hair" if look.rule < 0.4 else "thin" if look.rule < 1 else "medium"
    if style == "hair" and look.ruling != "ruled":
        style = "thin"
    side = Side(style=style, color=look.rule_ink.lstrip("#"))
    if look.ruling == "ruled":
        return Border(left=side, right=side, top=side, bottom=side)
    if look.ruling == "rows":
        return Border(top=side, bottom=side)
    deep, count = len(table.headings), len(table.headings) + len(table.rows)
    under = first < deep or beyond == count
    return Border(top=side if deep and first == 0 else None, bottom=side if under else None)


def _cell(cell: Cell, page: _Page, place: tuple[int, int, int], border: Border | None) -> None:
    """Write one cell at (row, first column, last column)."""
    look, sheet = page.look, page.sheet
    row, first, last = place
    under = row + cell.rows - 1
    fill = cell.fill or (look.head_fill if cell.heading else None)
    for y in range(row, under + 1):
        for x in range(first, last + 1):
            each = sheet.cell(y, x)
            if border:
                each.border = Border(
                    left=border.left if x == first else None,
                    right=border.right if x == last else None,
                    top=border.top if y == row else None,
                    bottom=border.bottom if y == under else None,
                )
            if fill:
                each.fill = PatternFill("solid", fgColor=fill.lstrip("#"))
    if under > row or last > first:
        sheet.merge_cells(start_row=row, start_column=first, end_row=under, end_column=last)
    target = sheet.cell(row, first)
    upright = "center" if cell.heading or look.upright == "middle" else look.upright
    # A number on the right keeps clear of what stands on the left of the next column.
    away = 1 if cell.align == "right" and look.ruling != "ruled" else 0
    target.alignment = Alignment(
        horizontal=cell.align, vertical=upright, wrap_text=True, indent=away
    )
    ink = cell.ink or (look.head_ink if cell.heading else None)
    line = _joined(cell)
    if line:
        target.value = _value(line, look, look.size, ink)
        target.font = _font(line[0], look, look.size, ink)


def _joined(cell: Cell) -> Line:
    """The lines of a cell as one, parted by line breaks; headings are bold."""
    runs: list[Run] = []
    for number, line in enumerate(cell.lines):
        runs += [Run("\n")] if number else []
        runs += [replace(run, bold=run.bold or cell.heading) for run in line]
    return tuple(runs)


def _value(line: Line, look: Look, size: float, ink: str | None) -> str | CellRichText:
    if len(line) == 1:
        return line[0].text
    parts = []
    for run in line:
        font = InlineFont(
            rFont="DejaVu Sans" if run.symbols else look.font,
            sz=size,
            b=run.bold or None,
            i=run.italic or None,
            color=(run.ink or ink or "#000000").lstrip("#"),
            vertAlign="superscript" if run.raised else None,
        )
        parts.append(TextBlock(font, run.text))
    return CellRichText(*parts)


def _font(run: Run, look: Look, size: float, ink: str | None) -> Font:
    return Font(
        name="DejaVu Sans" if run.symbols else look.font,
        size=size,
        bold=run.bold,
        italic=run.italic,
        color=(run.ink or ink or "#000000").lstrip("#"),
    )


def _set_up(page: _Page, council: str, *, landscape: bool) -> None:
    """A4, one page wide, as many high as it takes; headings of a single table are repeated."""
    sheet, look = page.sheet, page.look
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, look.margin / 25.4)
    sheet.page_margins.header = sheet.page_margins.footer = look.margin / 50.8
    sheet.print_options.gridLines = look.gridlines
    if look.furniture:
        sheet.page_margins.top = sheet.page_margins.bottom = look.margin / 25.4 + 0.25
        sheet.oddHeader.right.text = council.replace("&", "&&")
        sheet.oddFooter.center.text = "Page &P of &N"
    if look.repeat and len(page.titles) == 1:
        first, last = page.titles[0]
        sheet.print_title_rows = f"{first}:{last}"


def _same_bytes(book: Workbook) -> bytes:
    """The workbook with fixed times in place of the present one."""
    book.properties.created = _WHEN
    raw, fixed = BytesIO(), BytesIO()
    book.save(raw)
    with ZipFile(raw) as before, ZipFile(fixed, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "docProps/core.xml":
                stamp = book.properties.modified.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
                content = content.replace(stamp, _WHEN.strftime("%Y-%m-%dT%H:%M:%SZ").encode())
            after.writestr(ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content)
    return fixed.getvalue()
