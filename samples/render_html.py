"""A second producer: the same paper as HTML, printed by headless Chromium.

The same version of Chromium with the same fonts gives the same bytes.
"""

from __future__ import annotations

import base64
import shutil
import subprocess
import tempfile
from pathlib import Path

from samples.document import Block, Cell, Drawing, PageBreak, Paragraph, Row, Table, Tables, markup
from samples.pin import pinned
from samples.render_reportlab import ICONS

_STYLES = {
    "title": "font-weight:bold;font-size:110%;margin:10pt 0 8pt",
    "centre": "font-weight:bold;font-size:110%;margin:4pt 0 6pt;text-align:center",
    "h1": "font-weight:bold;margin:10pt 0 5pt;break-after:avoid",
    "h2": "font-weight:bold;margin:7pt 0 4pt;break-after:avoid",
    "body": "margin:0 0 7pt",
    "indent": "margin:0 0 7pt 28pt",
    "bullet": "margin:0 0 4pt 40pt;text-indent:-18pt",
    "right": "margin:0 0 6pt;text-align:right",
    "small": "margin:0 0 5pt;font-size:82%",
}
_PAGE = """
@page {name} {{ size: A4 {name}; margin: {margin}pt;
  @top-right {{ content: "{head}"; font: 9pt Arial; vertical-align: middle }}
  @bottom-center {{ content: {foot}; font: 9pt Arial }} }}
.{name} {{ page: {name} }}
"""
_CSS = """
body { font: %spt/1.2 Arial, sans-serif; margin: 0; -webkit-print-color-adjust: exact }
table { border-collapse: collapse; table-layout: fixed; margin-bottom: 8pt }
td, th { border: 0.5pt solid black; padding: 3pt; vertical-align: top; text-align: left;
  font-weight: normal; overflow-wrap: break-word }
.whole { break-inside: avoid }
.side { display: flex; gap: 30pt }
"""


def _image(name: str, size: float) -> str:
    data = base64.b64encode((ICONS / f"{name}.png").read_bytes()).decode("ascii")
    return f'<img src="data:image/png;base64,{data}" style="width:{size}pt;height:{size}pt">'


def _cell(cell: Cell, row: Row, table: Table) -> str:
    fill = {"heading": table.heading_fill, "section": table.section_fill, "body": None}
    colour = cell.fill or fill[row.kind]
    style = f"text-align:{cell.align}" + (f";background:{colour}" if colour else "")
    if cell.bold or row.kind != "body":
        style += ";font-weight:bold"
    text = markup(cell.text)
    if cell.icon:
        gap = "<br>" if cell.icon_place == "below" and text else " "
        text += gap + _image(cell.icon, table.size * 1.3)
    return f'<td colspan="{cell.span}" style="{style}">{text or "&nbsp;"}</td>'


def _row(row: Row, table: Table) -> str:
    cells = "".join(_cell(cell, row, table) for cell in row.cells)
    return f'<tr class="{"" if table.cut_rows else "whole"}">{cells}</tr>\n'


def _table(table: Table) -> str:
    columns = "".join(f'<col style="width:{width}pt">' for width in table.widths)
    heads = [row for row in table.rows if row.kind == "heading" and table.repeat_headings]
    body = "".join(_row(row, table) for row in table.rows if row not in heads)
    head = "".join(_row(row, table) for row in heads)
    style = f"width:{sum(table.widths)}pt;font-size:{table.size}pt;line-height:1.2"
    style += f";margin-bottom:{table.space_after}pt"
    return (
        f'<table style="{style}"><colgroup>{columns}</colgroup>'
        f"<thead>{head}</thead><tbody>{body}</tbody></table>\n"
    )


def _paragraph(block: Paragraph, size: float) -> str:
    text = markup(block.text)
    if block.icon:
        text = f"{_image(block.icon, size)} {text}"
    elif block.style == "bullet":
        text = f"\u2022&emsp;{text}"
    return f'<p style="{_STYLES[block.style]}">{text}</p>\n'


def html(drawing: Drawing) -> str:
    """Return the paper as one HTML page with its images inside."""
    look, parts, landscape = drawing.look, [], False
    foot = look.page_number.replace("{page}", '" counter(page) "')
    rules = _CSS % look.body_size
    for name, margin, head in (
        ("portrait", look.margin, look.running_head),
        ("landscape", look.margin_landscape, look.running_head_landscape),
    ):
        rules += _PAGE.format(name=name, margin=margin, head=head, foot=f'"{foot}"')
    for block in drawing.blocks:
        if isinstance(block, PageBreak):
            landscape = block.landscape
            turn = "landscape" if landscape else "portrait"
            parts.append(f'</div><div class="{turn}" style="break-before:page">')
        else:
            parts.append(_block(block, look.body_size))
    start = '<div class="portrait">'
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{drawing.title}'
        f"</title><style>{rules}</style></head><body>{start}{''.join(parts)}</div></body></html>"
    )


def _block(block: Block, size: float) -> str:
    if isinstance(block, Paragraph):
        return _paragraph(block, size)
    if isinstance(block, Tables):
        return f'<div class="side">{"".join(map(_table, block.tables))}</div>'
    return _table(block) if isinstance(block, Table) else ""


def render(drawing: Drawing) -> bytes:
    """Return the PDF that Chromium prints. Raises ``FileNotFoundError`` where it is missing."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        raise FileNotFoundError("chromium is not installed")
    with tempfile.TemporaryDirectory() as folder:
        page, pdf = Path(folder, "paper.html"), Path(folder, "paper.pdf")
        page.write_text(html(drawing), encoding="utf-8")
        command = [program, "--headless", "--no-sandbox", "--disable-gpu"]
        command += [f"--user-data-dir={folder}/profile", "--no-pdf-header-footer"]
        command += [f"--print-to-pdf={pdf}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return pinned(pdf.read_bytes())
