"""A kept paper as HTML, for the producers that print it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from benchmarks.confidence.second.blocks import (
    Bar,
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
from benchmarks.confidence.second.look import Look
from benchmarks.confidence.second.widths import LANDSCAPE, PORTRAIT, shared

_DIGIT = 0.556  # widths of a figure in em: Liberation Sans and most others; serif ones have 0.5


def html(blocks: Sequence[Block], look: Look, council: str, *, landscape: bool) -> str:
    """Return the HTML document of a paper."""
    wide = LANDSCAPE if landscape else PORTRAIT
    body = "".join(_block(block, look, wide) for block in blocks)
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<style>{_css(look, council)}</style></head><body>{body}</body></html>"
    )


def _css(look: Look, council: str) -> str:
    rule = f"{look.rule}pt solid {look.rule_ink}"
    edges = {
        "ruled": f"table.d td,table.d th{{border:{rule}}}",
        "rows": f"table.d td,table.d th{{border-top:{rule};border-bottom:{rule}}}",
        "heading": f"table.d th{{border-bottom:{rule}}}table.d{{border-bottom:{rule}}}"
        f"table.d thead tr:first-child th{{border-top:{rule}}}",
        "none": "",
    }[look.ruling]
    fill = f"background:{look.head_fill};" if look.head_fill else ""
    capitals = "text-transform:uppercase;" if look.capitals else ""
    furniture = (
        f'@page{{@top-left{{content:"{council}";font:8pt "{look.font}"}}'
        f'@bottom-center{{content:"Page " counter(page);font:8pt "{look.font}"}}}}'
    )
    striped = f"table.d tr.even>td{{background:{look.zebra}}}" if look.zebra else ""
    return (
        (furniture if look.furniture else "")
        + "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}"
        f'body{{font-family:"{look.font}";font-size:{look.size}pt;margin:0}}'
        "h1{font-size:15pt;margin:4pt 0 6pt}h2{font-size:12pt;margin:10pt 0 4pt}"
        "p{margin:3pt 0 6pt;font-size:10pt}td p,th p{margin:0;font-size:inherit}"
        "table{border-collapse:collapse;margin:4pt 0 10pt}table.d{width:100%;table-layout:fixed}"
        "tr{page-break-inside:avoid}"
        f"td,th{{padding:{look.padding}pt {look.side}pt;vertical-align:{look.upright};"
        "font-weight:normal}"
        f"th{{{fill}color:{look.head_ink};{capitals}font-weight:bold;vertical-align:middle}}"
        f"thead{{display:{'table-header-group' if look.repeat else 'table-row-group'}}}"
        "sup{font-size:65%;line-height:0}.s{font-size:85%}"
        ".b{display:inline-block;width:36pt;border:0.5pt solid #666;background:#fff}"
        ".b i{display:block;height:6pt;background:#4472c4}"
        f"{edges}{striped}"
        "table.k td{border:0.5pt solid #888;padding:2pt 5pt}"
    )


def _block(block: Block, look: Look, wide: float) -> str:
    if isinstance(block, Title):
        return f"<h1>{escape(block.text)}</h1>"
    if isinstance(block, Heading):
        return f"<h2>{escape(block.text)}</h2>"
    if isinstance(block, Sentence):
        return f"<p>{_line(block.line)}</p>"
    if isinstance(block, NewPage):
        return '<div style="page-break-before:always"></div>'
    return _table(block, look, wide)


def _table(table: Table, look: Look, wide: float) -> str:
    given = shared(table, look, wide)
    total = sum(given)
    widths = "".join(f'<col style="width:{100 * w / total:.1f}%">' for w in given)
    head = "".join(
        f"<tr>{''.join(_cell(cell, look) for cell in row)}</tr>" for row in table.headings
    )
    body = []
    even = False
    for row in table.rows:
        begins = any(cell.rows > 1 for cell in row) or all(cell.rows == 1 for cell in row)
        even = even != begins
        cells = "".join(_cell(cell, look) for cell in row)
        body.append(f'<tr class="{"odd" if even else "even"}">{cells}</tr>')
    if table.narrow:
        return f'<table class="k">{"".join(body)}</table>'
    inner = f"<colgroup>{widths}</colgroup>" + (f"<thead>{head}</thead>" if head else "")
    return f'<table class="d">{inner}<tbody>{"".join(body)}</tbody></table>'


def _cell(cell: Cell, look: Look) -> str:
    style = [f"text-align:{cell.align}"]
    if cell.fill:
        style.append(f"background:{cell.fill}")
    if cell.ink:
        style.append(f"color:{cell.ink}")
    if cell.places is not None:
        moved = {0: 4.0, 1: 2.0, 2: 1.0}.get(cell.places, 0.0) * _DIGIT / 1.4
        style.append(f"padding-right:{look.side + moved * look.size:.1f}pt")
    tag = "th" if cell.heading else "td"
    spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    inner = "".join(f"<p>{_line(line)}</p>" for line in cell.lines)
    if len(cell.lines) == 1:
        inner = _line(cell.lines[0])
    if cell.bar:
        inner += _bar(cell.bar)
    return f'<{tag}{spans} style="{";".join(style)}">{inner}</{tag}>'


def _bar(bar: Bar) -> str:
    return f'<span class="b"><i style="width:{bar.share}%"></i></span> {escape(bar.text)}'


def _line(line: Line) -> str:
    return "".join(_run(run) for run in line)


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.symbols:
        text = f"<span style=\"font-family:'DejaVu Sans'\">{text}</span>"
    if run.ink:
        text = f'<span style="color:{run.ink}">{text}</span>'
    if run.small:
        text = f'<span class="s">{text}</span>'
    for wanted, tag in ((run.bold, "b"), (run.italic, "i"), (run.raised, "sup")):
        if wanted:
            text = f"<{tag}>{text}</{tag}>"
    return text
