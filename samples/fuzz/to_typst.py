"""A paper to PDF with Typst, which lays it out itself."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import typst

from samples.fuzz.measure import FONT_FOLDER, column_widths, fitted
from samples.fuzz.model import Cell, Model, NewPage, Spot, Style, Table, Words
from samples.render_reportlab import ICONS

_FONTS = {
    "Helvetica": "Bitstream Vera Sans",
    "Times-Roman": "Libertinus Serif",
    "Vera": "New Computer Modern",
}
_LONG = 250  # letters; a row with more may be taller than a page and is cut
#: How much wider than its stand-in a face sets text; columns are made wider by it.
WIDER = {"Helvetica": 1.22, "Times-Roman": 1.12, "Vera": 1.0}
_SETUP = """
#set document(title: {title}, date: none)
#set page(width: {width}pt, height: {height}pt, margin: (x: {margin}pt, y: 40pt),
  footer: context align(center, text(size: 8pt, {foot})))
#set text(font: "{font}", hyphenate: false, lang: "en", region: "GB", top-edge: "ascender",
  bottom-edge: "descender")
#set par(leading: 0.2em, spacing: 6pt)
"""


def fit(model: Model) -> Model:
    """Return the paper so that every word of its tables fits its cell."""
    return fitted(model, WIDER[model.font])


def draw(model: Model) -> bytes:
    """Return the PDF's bytes; the same model gives the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ICONS, folder, dirs_exist_ok=True)
        file = Path(folder, "paper.typ")
        file.write_text(source(model), encoding="utf-8")
        pdf: bytes = typst.compile(file, ignore_system_fonts=True, font_paths=[FONT_FOLDER])
    return pdf


def source(model: Model) -> str:
    """The paper as Typst markup."""
    before, number, after = model.foot.partition("{page}")
    foot = f"{_string(before)} + counter(page).display() + {_string(after)}" if number else '""'
    parts = [
        _SETUP.format(
            title=_string(model.title),
            width=model.page[0],
            height=model.page[1],
            margin=model.margin,
            foot=foot,
            font=_FONTS[model.font],
        )
    ]
    for block in model.blocks:
        if isinstance(block, NewPage):
            parts.append("#pagebreak(weak: true)\n")
        elif isinstance(block, Words):
            parts.append(_words(block))
        else:
            parts.append(_table(block, model))
    return "".join(parts)


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _words(block: Words) -> str:
    weight = "bold" if block.bold else "regular"
    return (
        f"#block(below: {block.after:g}pt, sticky: {str(block.bold).lower()}, "
        f'text(size: {block.size:g}pt, weight: "{weight}", {_string(block.text)}))\n'
    )


def _cell(spot: Spot, style: Style, tall: bool) -> str:
    cell = spot.cell
    options = [f"x: {spot.col}, y: {spot.row}", f"colspan: {cell.cols}, rowspan: {cell.rows}"]
    options.append(f"align: {cell.align} + {'horizon' if style.vertical == 'middle' else 'top'}")
    cut = style.cut or tall
    breakable = (cut and (cell.rows == 1 or style.cut_spans)) or cell.rows > 2
    options.append(f"breakable: {str(breakable).lower()}")
    if cell.fill:
        options.append(f'fill: rgb("{cell.fill}")')
    return f"table.cell({', '.join(options)}, {{ {'; '.join(_content(cell))} }})"


def _content(cell: Cell) -> list[str]:
    parts = []
    if cell.icon:
        parts.append(f'box(image("{cell.icon}.png", width: {cell.icon_size:g}pt))')
        parts += ["h(3pt)"] if cell.text else []
    if cell.text:
        weight = "bold" if cell.bold else "regular"
        ink = f'fill: rgb("{cell.ink}"), ' if cell.ink != "#000000" else ""
        parts.append(f'text({ink}weight: "{weight}", {_string(cell.text)})')
    if cell.raised:
        parts.append(f"super(typographic: false, {_string(cell.raised)})")
    return parts


def _table(table: Table, model: Model) -> str:
    style = table.style
    full = model.page[0] - 2 * model.margin
    found = column_widths(table, full / WIDER[model.font])
    assert found is not None
    widths = [each * WIDER[model.font] for each in found]
    tall = any(len(spot.cell.text) > _LONG for spot in table.spots)
    heading = [_cell(spot, style, tall) for spot in table.spots if spot.row < table.heads]
    body = [_cell(spot, style, tall) for spot in table.spots if spot.row >= table.heads]
    head = f"table.header(repeat: {str(style.repeat).lower()}, {', '.join(heading)})"
    inside = ",\n  ".join([head, *body])
    columns = ", ".join(f"{width:.2f}pt" for width in widths)
    return (
        f"#block(below: 12pt, breakable: true, text(size: {style.size:g}pt, "
        f"table(columns: ({columns},), rows: auto, inset: {style.pad:g}pt, "
        f"stroke: {_stroke(style)},\n  {inside})))\n"
    )


def _stroke(style: Style) -> str:
    if style.borders == "none":
        return "none"
    pen = f'(paint: rgb("{style.colour}"), thickness: {style.rule:g}pt'
    pen += ', dash: "dashed")' if style.borders == "dashed" else ")"
    return f"(top: {pen}, bottom: {pen})" if style.borders == "rows only" else pen
