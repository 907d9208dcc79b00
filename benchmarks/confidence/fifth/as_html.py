"""A paper as a web page, for what prints web pages: cells with their own rules and colours."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape

from benchmarks.confidence.fifth.blocks import (
    Block,
    Cell,
    Look,
    NewPage,
    Table,
    Text,
    edges,
    grid,
    pictures,
    size_of,
    styled,
    widths,
)
from benchmarks.confidence.fifth.pictures import picture

#: Before the name of the font: letters that every reader of PDF has, and no file holds.
OWN = "Helvetica, "
_SIDES = {"T": "top", "B": "bottom", "L": "left", "R": "right"}


def html(blocks: Sequence[Block], look: Look) -> str:
    """Return the page; ``@FACES@`` stands where a printer puts the files of its fonts."""
    wide, high = look.page
    drawn = {name: _image(name) for name in pictures(blocks)}
    # The room of the footer is the margin's: on every page the same words.
    foot = f'<div class="foot">{escape(look.footer)}</div>' if look.footer else ""
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8"><title>Report</title><style>@FACES@',
        f"@page{{size:{wide}pt {high}pt;margin:{look.margin}pt}}",
        f"body{{margin:0;font-family:{_family(look)};font-size:{look.size}pt;line-height:1.2;"
        "font-variant-ligatures:none}",
        "p{margin:0 0 6pt 0}",
        "table{border-collapse:separate;border-spacing:0;margin:2pt 0 9pt 0}",
        f"th,td{{padding:{look.padding}pt {look.side}pt;font-weight:normal}}",
        "tr{page-break-inside:avoid}" if not look.split else "",
        f".foot{{position:fixed;bottom:-{look.margin - 14}pt;left:0;right:0;"
        "text-align:center;font-size:8pt}",
        f"</style></head><body>{foot}",
    ]
    for block in blocks:
        if isinstance(block, Text):
            size, bold = size_of(block, look)
            weight = ";font-weight:bold" if bold else ""
            parts.append(f'<p style="font-size:{size}pt{weight}">{_text(block.text)}</p>')
        elif isinstance(block, NewPage):
            parts.append('<div style="page-break-after:always"></div>')
        else:
            parts += _table(block, look, drawn)
    return "\n".join([*filter(None, parts), "</body></html>", ""])


def _family(look: Look) -> str:
    """The paper's letters; first those that a printer may hold by itself, where it does."""
    return f"{OWN if look.standard else ''}'{look.font}'"


def _table(table: Table, look: Look, drawn: dict[str, str]) -> Iterator[str]:
    given = widths(table, look)
    yield f'<table style="width:{sum(given):.2f}pt">'
    yield "<colgroup>" + "".join(f'<col style="width:{each:.2f}pt">' for each in given)
    yield "</colgroup>"
    # Headings that are not repeated stand among the rows; what is repeated is the upper rule.
    heads, ruled = len(table.heads) if look.repeat else 0, "T" in edges(table, look, 1, 1)
    rule = f"border-top:{look.rule}pt solid {look.rule_ink}"
    if not heads and ruled:
        yield f'<thead><tr><td colspan="{len(given)}" style="padding:0;{rule}"></td></tr></thead>'
    yield "<thead>" if heads else "<tbody>"
    for number, row in enumerate(grid(styled(table, look), len(given))):
        if heads and number == heads:
            yield "</thead><tbody>"
        tag = "th" if number < len(table.heads) else "td"
        shown = []
        for column, place in enumerate(row):
            if not place.right and not place.down:
                edged = edges(table, look, number, place.cell.rows)
                # Neighbours share a rule: it is the upper one's and the left one's.
                edged = edged if number == 0 and (heads or not ruled) else edged.replace("T", "")
                edged = edged if column == 0 else edged.replace("L", "")
                # The width again: not every printer heeds those of the columns.
                wide = (
                    given[column] - 2 * look.side - look.rule if place.cell.columns == 1 else None
                )
                styles = _styles(place.cell, look, edged, wide)
                shown.append(_cell(place.cell, tag, styles, drawn))
        yield f"<tr>{''.join(shown)}</tr>"
    yield "</tbody></table>"


def _styles(cell: Cell, look: Look, drawn: str, wide: float | None) -> list[str]:
    upright = "middle" if cell.heading else look.upright
    styles = [f"text-align:{cell.align}", f"vertical-align:{upright}"]
    styles += [f"border-{_SIDES[edge]}:{look.rule}pt solid {look.rule_ink}" for edge in drawn]
    styles += [f"background-color:{cell.fill}"] if cell.fill else []
    styles += [f"color:{cell.ink}"] if cell.ink else []
    styles += ["font-weight:bold"] if cell.bold else []
    styles += [] if wide is None else [f"width:{wide:.2f}pt"]
    return styles


def _cell(cell: Cell, tag: str, styles: list[str], images: dict[str, str]) -> str:
    spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    shown = _text(cell.text)
    if cell.picture:
        shown += ("<br>" if shown else "") + images[cell.picture]
    return f'<{tag}{spans} style="{";".join(styles)}">{shown}</{tag}>'


def _image(name: str) -> str:
    drawn = picture(name)
    data = b64encode(drawn.png).decode()
    size = f"width:{drawn.wide}pt;height:{drawn.high}pt"
    return f'<img src="data:image/png;base64,{data}" style="{size}" alt="">'


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
