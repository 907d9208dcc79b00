"""A paper of the third set as XSL formatting objects, for the formatter that prints it."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from benchmarks.confidence.second.blocks import (
    Block,
    Cell,
    Heading,
    NewPage,
    Run,
    Sentence,
    Table,
    Title,
)
from benchmarks.confidence.second.widths import shared
from benchmarks.confidence.third.look import Look

_SHORT, _LONG = 210.0, 297.0  # A4 in mm
_POINTS = 72 / 25.4  # to a mm
_NARROW = 250.0  # points: a key
_UPRIGHT = {"top": "before", "middle": "center", "bottom": "after"}
_ALIGN = {"left": "start", "center": "center", "right": "end"}


def fo(blocks: Sequence[Block], look: Look, council: str, *, landscape: bool) -> str:
    """Return the XSL-FO document of a paper."""
    width, height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    wide = (width - 2 * look.margin) * _POINTS
    body, breaks = [], ""
    for block in blocks:
        if isinstance(block, NewPage):
            breaks = ' break-before="page"'
            continue
        body.append(f"<fo:block{breaks}>{_block(block, look, wide)}</fo:block>")
        breaks = ""
    edges = f'margin="{look.margin}mm"'
    room = 'margin-top="6mm" margin-bottom="7mm"' if look.furniture else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" '
        f'font-family="{look.font}, DejaVu Sans" font-size="{look.size}pt">'
        f'<fo:layout-master-set><fo:simple-page-master master-name="a" page-width="{width}mm" '
        f'page-height="{height}mm" {edges}><fo:region-body {room}/>'
        '<fo:region-before extent="5mm"/><fo:region-after extent="5mm"/>'
        "</fo:simple-page-master></fo:layout-master-set>"
        f'<fo:page-sequence master-reference="a">{_furniture(look, council)}'
        f'<fo:flow flow-name="xsl-region-body">{"".join(body)}</fo:flow>'
        "</fo:page-sequence></fo:root>"
    )


def _furniture(look: Look, council: str) -> str:
    if not look.furniture:
        return ""
    return (
        '<fo:static-content flow-name="xsl-region-before"><fo:block font-size="8pt" '
        f'text-align="end">{escape(council)}</fo:block></fo:static-content>'
        '<fo:static-content flow-name="xsl-region-after"><fo:block font-size="8pt" '
        'text-align="center">Page <fo:page-number/></fo:block></fo:static-content>'
    )


def _block(block: Block, look: Look, wide: float) -> str:
    if isinstance(block, Title):
        style = 'font-size="16pt" font-weight="bold" space-after="7pt"'
        return f"<fo:block {style}>{escape(block.text)}</fo:block>"
    if isinstance(block, Heading):
        style = (
            'font-size="12pt" font-weight="bold" space-before="9pt" space-after="4pt" '
            'keep-with-next.within-page="always"'
        )
        return f"<fo:block {style}>{escape(block.text)}</fo:block>"
    if isinstance(block, Sentence):
        inner = "".join(_run(run) for run in block.line)
        return f'<fo:block font-size="10pt" space-after="6pt">{inner}</fo:block>'
    return _table(block, look, wide) if isinstance(block, Table) else ""


def _table(table: Table, look: Look, wide: float) -> str:
    width = min(wide, _NARROW) if table.narrow else wide
    columns = "".join(
        f'<fo:table-column column-width="{each:.2f}pt"/>' for each in shared(table, look, width)
    )
    zebra = look.zebra if not table.narrow and _plain(table) else None
    head = "".join(
        _row(row, look, _edges(look, head=True, first=place == 0, last=False), None)
        for place, row in enumerate(table.headings)
    )
    body = "".join(_body_row(table, place, look, zebra) for place in range(len(table.rows)))
    again = "" if look.repeat else ' table-omit-header-at-break="true"'
    header = f"<fo:table-header>{head}</fo:table-header>" if head else ""
    return (
        f'<fo:table table-layout="fixed" width="{width:.2f}pt" border-collapse="collapse" '
        f'space-after="9pt"{again}>{columns}{header}<fo:table-body>{body}</fo:table-body>'
        "</fo:table>"
    )


def _body_row(table: Table, place: int, look: Look, zebra: str | None) -> str:
    """One row under the headings; a cell that reaches to the last one is edged as it is."""
    fill = zebra if place % 2 else None
    if table.narrow:
        return _row(table.rows[place], look, 'border="0.5pt solid #808080"', fill)
    first = place == 0 and not table.headings
    inside, ending = (_edges(look, head=False, first=first, last=last) for last in (False, True))
    beyond = len(table.rows)
    cells = [
        _cell(cell, look, ending if place + cell.rows == beyond else inside, fill)
        for cell in table.rows[place]
    ]
    return _as_row(cells)


def _plain(table: Table) -> bool:
    """Whether no cell reaches into another row: only then are rows striped."""
    return all(cell.rows == 1 for row in table.rows for cell in row)


def _edges(look: Look, *, head: bool, first: bool, last: bool) -> str:
    rule = f"{look.rule}pt solid {look.rule_ink}"
    if look.ruling == "ruled":
        return f'border="{rule}"'
    if look.ruling == "rows":
        return f'border-top="{rule}" border-bottom="{rule}"'
    if look.ruling == "heading":
        top = f'border-top="{rule}" ' if first and head else ""
        return top + (f'border-bottom="{rule}"' if head or last else "")
    return ""


def _row(row: list[Cell], look: Look, edges: str, zebra: str | None) -> str:
    return _as_row([_cell(cell, look, edges, zebra) for cell in row])


def _as_row(cells: Sequence[str]) -> str:
    return f'<fo:table-row keep-together.within-page="always">{"".join(cells)}</fo:table-row>'


def _cell(cell: Cell, look: Look, edges: str, zebra: str | None) -> str:
    fill = cell.fill or (look.head_fill if cell.heading else zebra)
    ink = cell.ink or (look.head_ink if cell.heading else None)
    parts = [
        f'padding="{look.padding}pt {look.side}pt"',
        f'display-align="{"center" if cell.heading else _UPRIGHT[look.upright]}"',
        f'text-align="{_ALIGN[cell.align]}"',
        edges,
    ]
    if fill:
        parts.append(f'background-color="{fill}"')
    if ink:
        parts.append(f'color="{ink}"')
    if cell.heading:
        parts.append('font-weight="bold"')
    if cell.columns > 1:
        parts.append(f'number-columns-spanned="{cell.columns}"')
    if cell.rows > 1:
        parts.append(f'number-rows-spanned="{cell.rows}"')
    lines = "".join(
        f"<fo:block>{''.join(_run(run) for run in line)}</fo:block>" for line in cell.lines
    )
    return f"<fo:table-cell {' '.join(parts)}>{lines or '<fo:block/>'}</fo:table-cell>"


def _run(run: Run) -> str:
    style = []
    if run.bold:
        style.append('font-weight="bold"')
    if run.italic:
        style.append('font-style="italic"')
    if run.small:
        style.append('font-size="85%"')
    if run.raised:
        style.append('baseline-shift="super" font-size="65%"')
    if run.ink:
        style.append(f'color="{run.ink}"')
    if run.symbols:
        style.append('font-family="DejaVu Sans"')
    text = escape(run.text)
    return f"<fo:inline {' '.join(style)}>{text}</fo:inline>" if style else text
