"""A paper in the language of Typst."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.confidence.fourth.blocks import (
    Block,
    Cell,
    Look,
    NewPage,
    Table,
    Text,
    edges,
    pictures,
    size_of,
    styled,
    widths,
)
from benchmarks.confidence.fourth.pictures import picture

_UPRIGHT = {"top": "top", "middle": "horizon", "bottom": "bottom"}
_SIDES = {"T": "top", "B": "bottom", "L": "left", "R": "right"}


def typst(blocks: Sequence[Block], look: Look) -> str:
    """Return the paper's markup."""
    wide, high = look.page
    footer = "none"
    if look.footer:
        shown = f"#{_string(look.footer)} - Page #counter(page).display()"
        footer = f"context align(center, text(size: 8pt)[{shown}])"
    parts = [
        f"#set page(width: {wide}pt, height: {high}pt, margin: {look.margin}pt, footer: {footer})",
        f"#set text(font: {_string(look.font)}, size: {look.size}pt, hyphenate: false)",
        # As high as office suites hold a line: letters reach no rule where the padding is small.
        '#set text(top-edge: "ascender", bottom-edge: "descender")',
        "#set par(leading: 0.1em, spacing: 0.7em)",
    ]
    names = {name: f"p{number}" for number, name in enumerate(pictures(blocks))}
    for name, variable in names.items():
        drawn = picture(name)
        data = ", ".join(map(str, drawn.png))
        shown = f"width: {drawn.wide}pt, height: {drawn.high}pt"
        parts.append(f"#let {variable} = box(image(bytes(({data})), {shown}))")
    for block in blocks:
        if isinstance(block, Text):
            size, bold = size_of(block, look)
            weight = ', weight: "bold"' if bold else ""
            parts.append(f"#par(text(size: {size}pt{weight}, {_string(block.text)}))")
        elif isinstance(block, NewPage):
            parts.append("#pagebreak()")
        else:
            parts += _table(block, look, names)
    return "\n".join(parts)


def _table(table: Table, look: Look, names: dict[str, str]) -> Iterator[str]:
    columns = ", ".join(f"{each:.2f}pt" for each in widths(table, look))
    inset = f"(x: {look.side}pt, y: {look.padding}pt)"
    yield "#block(above: 8pt, below: 14pt, table("
    yield f"columns: ({columns},), inset: {inset}, stroke: none,"
    heads = len(table.heads)
    for number, row in enumerate(styled(table, look)):
        if number == 0 and heads:
            yield f"table.header(repeat: {str(look.repeat).lower()},"
        for cell in row:
            yield _cell(cell, look, edges(table, look, number, cell.rows), names)
        if number == heads - 1:
            yield "),"
    yield "))"


def _cell(cell: Cell, look: Look, drawn: str, names: dict[str, str]) -> str:
    upright = "horizon" if cell.heading else _UPRIGHT[look.upright]
    pen = f'{look.rule}pt + rgb("{look.rule_ink}")'
    strokes = ", ".join(f"{_SIDES[edge]}: {pen}" for edge in drawn)
    parts = [
        f"colspan: {cell.columns}, rowspan: {cell.rows}, align: {cell.align} + {upright}",
        f"breakable: {str(look.split).lower()}",
        f"stroke: ({strokes})" if strokes else "stroke: none",
    ]
    if cell.fill:
        parts.append(f'fill: rgb("{cell.fill}")')
    styles = ['weight: "bold"'] if cell.bold else []
    if cell.ink:
        styles.append(f'fill: rgb("{cell.ink}")')
    shown = f"#text({', '.join([*styles, _string(cell.text)])})" if cell.text else ""
    if cell.picture:
        shown += (" \\ " if cell.text else "") + f"#{names[cell.picture]}"
    return f"table.cell({', '.join(parts)})[{shown}],"


def _string(text: str) -> str:
    """A string of the language."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
