"""A paper as the description that pdfmake lays out; ``paper.cjs`` adds the functions."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from typing import Any

from benchmarks.confidence.fourth.blocks import (
    Block,
    Cell,
    Look,
    NewPage,
    Place,
    Table,
    Text,
    edges,
    grid,
    pictures,
    size_of,
    styled,
    widths,
)
from benchmarks.confidence.fourth.pictures import picture


def described(blocks: Sequence[Block], look: Look) -> str:
    """Return the description as JSON."""
    content: list[dict[str, Any]] = []
    for block in blocks:
        if isinstance(block, Text):
            size, bold = size_of(block, look)
            content.append(
                {"text": block.text, "fontSize": size, "bold": bold, "margin": [0, 0, 0, 6]}
            )
        elif isinstance(block, NewPage):
            content.append({"text": "", "pageBreak": "before"})
        else:
            content.append(_table(block, look))
    images = {
        name: f"data:image/png;base64,{b64encode(picture(name).png).decode()}"
        for name in pictures(blocks)
    }
    wide, high = look.page
    return json.dumps(
        {
            "pageSize": {"width": wide, "height": high},
            "pageMargins": [look.margin] * 4,
            "defaultStyle": {"font": look.font, "fontSize": look.size},
            "content": content,
            "images": images,
            "footer": look.footer,
            "rules": {
                "width": look.rule,
                "colour": look.rule_ink,
                "side": look.side,
                "padding": look.padding,
            },
        }
    )


def _table(table: Table, look: Look) -> dict[str, Any]:
    body = []
    for number, row in enumerate(grid(styled(table, look), len(table.weights))):
        body.append([_place(place, table, look, number - place.down) for place in row])
    kept = 2 * look.side + look.rule
    return {
        "margin": [0, 2, 0, 9],
        "table": {
            "widths": [each - kept for each in widths(table, look)],
            "headerRows": len(table.heads) if look.repeat else 0,
            "dontBreakRows": not look.split,
            "body": body,
        },
    }


def _place(place: Place, table: Table, look: Look, row: int) -> dict[str, Any]:
    """A cell that begins in *row*, or what stands for it elsewhere in the grid."""
    cell = place.cell
    drawn = edges(table, look, row, cell.rows)
    if not place.down and not place.right:
        return _cell(cell, look, drawn)
    inner = {
        "L": place.right > 0,
        "T": place.down > 0,
        "R": place.right < cell.columns - 1,
        "B": place.down < cell.rows - 1,
    }
    return {"text": "", "border": [edge in drawn and not inner[edge] for edge in "LTRB"]}


def _cell(cell: Cell, look: Look, drawn: str) -> dict[str, Any]:
    # A cell over several rows stays at their top: moved down, the fill of the next row hides it.
    # So do all where a row may run over a page's end: the program loses what it has moved there.
    upright = "middle" if cell.heading else look.upright
    made: dict[str, Any] = {
        "bold": cell.bold,
        "color": cell.ink or "#000000",
        "alignment": cell.align,
        "verticalAlignment": "top" if cell.rows > 1 or look.split else upright,
        "border": [edge in drawn for edge in "LTRB"],
        "colSpan": cell.columns,
        "rowSpan": cell.rows,
    }
    if cell.fill:
        made["fillColor"] = cell.fill
    if cell.picture is None:
        return {"text": cell.text, **made}
    drawn_picture = picture(cell.picture)
    image = {"image": cell.picture, "width": drawn_picture.wide, "height": drawn_picture.high}
    return {"stack": [*([{"text": cell.text}] if cell.text else []), image], **made}
