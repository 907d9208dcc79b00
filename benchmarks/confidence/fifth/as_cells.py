"""A paper as plain data in JSON: texts and tables of cells, for programs that lay out cells."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from math import floor
from typing import Any

from benchmarks.confidence.fifth.blocks import (
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
from benchmarks.confidence.fifth.pictures import picture


def described(blocks: Sequence[Block], look: Look) -> str:
    """Return the paper as JSON; lengths are points, colours six digits."""
    images = {}
    for name in pictures(blocks):
        drawn = picture(name)
        png = b64encode(drawn.png).decode()
        images[name] = {"png": png, "wide": drawn.wide, "high": drawn.high}
    return json.dumps(
        {
            "page": look.page,
            "margin": look.margin,
            "font": look.font,
            "standard": look.standard,
            "size": look.size,
            "padding": look.padding,
            "side": look.side,
            "rule": look.rule,
            "ink": look.rule_ink.removeprefix("#"),
            "repeat": look.repeat,
            "split": look.split,
            "footer": look.footer,
            "pictures": images,
            "blocks": [_block(block, look) for block in blocks],
        }
    )


def _block(block: Block, look: Look) -> dict[str, Any]:
    if isinstance(block, Text):
        size, bold = size_of(block, look)
        return {"text": block.text, "size": size, "bold": bold}
    if isinstance(block, NewPage):
        return {"break": True}
    return _table(block, look)


def _table(table: Table, look: Look) -> dict[str, Any]:
    rows = [
        [_cell(cell, look, edges(table, look, number, cell.rows)) for cell in row]
        for number, row in enumerate(styled(table, look))
    ]
    # Rounded down: some programs refuse a table that is wider than its page by a hair.
    given = [floor(each * 100) / 100 for each in widths(table, look)]
    return {"widths": given, "heads": len(table.heads), "rows": rows}


def _cell(cell: Cell, look: Look, drawn: str) -> dict[str, Any]:
    return {
        "text": cell.text,
        "columns": cell.columns,
        "rows": cell.rows,
        "bold": cell.bold,
        "align": cell.align,
        "upright": "middle" if cell.heading else look.upright,
        "fill": cell.fill.removeprefix("#") if cell.fill else None,
        "ink": (cell.ink or "#000000").removeprefix("#"),
        "picture": cell.picture,
        "edges": drawn,
    }
