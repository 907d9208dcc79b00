"""A producer from a wheel, for tests only: the same paper typeset by Typst.

Only Typst's own fonts are used and no date is written, so that each run gives the same bytes.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

import typst

from samples.document import Block, Cell, Drawing, PageBreak, Paragraph, Row, Table, Tables
from samples.render_reportlab import ICONS

_PIECE = re.compile(r"<(b|sup)>(.*?)</\1>|\n", re.DOTALL)
_WRAP = {"b": "strong", "sup": "super"}
_STYLES = {  # size factor, bold, space above, space below, indent, alignment
    "title": (1.1, True, 10, 8, 0, "left"),
    "centre": (1.1, True, 4, 6, 0, "center"),
    "h1": (1.0, True, 10, 5, 0, "left"),
    "h2": (1.0, True, 7, 4, 0, "left"),
    "body": (1.0, False, 0, 7, 0, "left"),
    "indent": (1.0, False, 0, 7, 28, "left"),
    "bullet": (1.0, False, 0, 4, 22, "left"),
    "right": (1.0, False, 0, 6, 0, "right"),
    "small": (0.82, False, 0, 5, 0, "left"),
}
_SETUP = """
#set document(title: {title}, date: none)
#set text(font: "Libertinus Serif", size: {size}pt, hyphenate: false, lang: "en", region: "GB")
#set par(leading: 0.45em, spacing: 0pt)
#set table(stroke: 0.5pt, inset: 3pt, align: left + top)
#show table.cell: set block(breakable: true)
"""
_PAGE = """
#set page(paper: "a4", flipped: {flipped}, margin: {margin}pt, header-ascent: 10pt,
  header: align(right, text(size: 9pt, {head})),
  footer: context align(center, text(size: 9pt, {foot})))
"""


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _words(text: str) -> str:
    """A content expression for *text*."""
    parts, end = [], 0
    for match in _PIECE.finditer(text):
        parts.append(_string(text[end : match.start()]))
        tag, inside = match.groups()
        parts.append(f"{_WRAP[tag]}({_string(inside)})" if tag else "linebreak()")
        end = match.end()
    parts.append(_string(text[end:]))
    return "[#" + "#".join(f"({part})" for part in parts) + "]"


def _icon(name: str, size: float) -> str:
    return f'box(baseline: 20%, image("{name}.png", width: {size:g}pt))'


def _cell(cell: Cell, row: Row, table: Table) -> str:
    fill = {"heading": table.heading_fill, "section": table.section_fill, "body": None}
    colour = cell.fill or fill[row.kind]
    options = f"colspan: {cell.span}, align: {cell.align} + top"
    if colour:
        options += f', fill: rgb("{colour}")'
    weight = "bold" if cell.bold or row.kind != "body" else "regular"
    parts = [f'text(weight: "{weight}", {_words(cell.text)})'] if cell.text else []
    if cell.icon:
        if cell.text:
            parts.append("linebreak()" if cell.icon_place == "below" else "h(4pt)")
        parts.append(_icon(cell.icon, table.size * 1.3))
    return f"table.cell({options}, {{ {'; '.join(parts)} }})"


def _table(table: Table) -> str:
    heads = [row for row in table.rows if row.kind == "heading" and table.repeat_headings]
    rows = [row for row in table.rows if row not in heads]
    cells = [_cell(cell, row, table) for row in rows for cell in row.cells]
    if heads:
        head = ", ".join(_cell(cell, row, table) for row in heads for cell in row.cells)
        cells.insert(0, f"table.header({head})")
    widths = ", ".join(f"{width:g}pt" for width in table.widths)
    # Typst adds the inset inside a column of the given width, as the other producers do.
    body = ",\n  ".join(cells)
    return f"text(size: {table.size:g}pt, table(columns: ({widths},),\n  {body}))"


def _paragraph(block: Paragraph, size: float) -> str:
    factor, bold, above, below, indent, align = _STYLES[block.style]
    mark = ""
    if block.style == "bullet":
        mark = _icon(block.icon, size) if block.icon else '"\u2022"'
        mark = f"{mark}; h(8pt); "
    weight = "bold" if bold else "regular"
    return (
        f"#block(above: {above}pt, below: {below}pt, sticky: {str(bold).lower()}, "
        f"pad(left: {indent}pt, align({align}, {{ {mark}text(size: {size * factor:g}pt, "
        f'weight: "{weight}", {_words(block.text)}) }})))\n'
    )


def _block(block: Block, size: float) -> str:
    if isinstance(block, Paragraph):
        return _paragraph(block, size)
    if isinstance(block, Tables):
        inner = ", ".join(map(_table, block.tables))
        gap = f"{block.gap:g}pt"
        many = len(block.tables)
        return f"#block(below: 8pt, grid(columns: {many}, column-gutter: {gap}, {inner}))\n"
    if isinstance(block, Table):
        return f"#block(below: {block.space_after:g}pt, breakable: true, {_table(block)})\n"
    return ""


def source(drawing: Drawing) -> str:
    """Return the paper as Typst markup."""
    look = drawing.look
    parts = [_SETUP.format(title=_string(drawing.title), size=look.body_size)]
    before, after = look.page_number.partition("{page}")[::2]
    number = f'{_string(before)} + counter(page).display("1") + {_string(after)}'

    def page(landscape: bool) -> str:
        return _PAGE.format(
            flipped=str(landscape).lower(),
            margin=look.margin_landscape if landscape else look.margin,
            head=_words(look.running_head_landscape if landscape else look.running_head),
            foot=number if look.page_number else '""',
        )

    parts.append(page(False))
    for block in drawing.blocks:
        if isinstance(block, PageBreak):
            parts.append("#pagebreak(weak: true)\n" + page(block.landscape))
        else:
            parts.append(_block(block, look.body_size))
    return "".join(parts)


def render(drawing: Drawing) -> bytes:
    """Return the PDF that Typst makes."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ICONS, folder, dirs_exist_ok=True)
        file = Path(folder, "paper.typ")
        file.write_text(source(drawing), encoding="utf-8")
        return typst.compile(file, ignore_system_fonts=True)
