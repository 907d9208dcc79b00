"""A paper as lines of plain fields parted by tabs, for the program that lays it out with iText."""

from __future__ import annotations

from base64 import b64encode
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
    room,
    size_of,
    styled,
    widths,
)
from benchmarks.confidence.fourth.pictures import picture


def lines(blocks: Sequence[Block], look: Look) -> str:
    """Return the fields of the paper; what each line holds says ``Paper.java``."""
    wide, high = look.page
    start = [wide, high, look.margin, look.font, int(look.standard), look.footer or ""]
    made = [_line("paper", *start)]
    for name in pictures(blocks):
        drawn = picture(name)
        made.append(_line("picture", name, drawn.wide, drawn.high, b64encode(drawn.png).decode()))
    for block in blocks:
        if isinstance(block, Text):
            size, bold = size_of(block, look)
            made.append(_line("text", size, int(bold), block.text))
        elif isinstance(block, NewPage):
            made.append(_line("break"))
        else:
            made += _table(block, look)
    return "\n".join([*made, "end", ""])


def _table(table: Table, look: Look) -> Iterator[str]:
    heads = len(table.heads) if look.repeat else 0
    shares = " ".join(f"{each:.2f}" for each in widths(table, look))
    yield _line("table", f"{room(table, look):.2f}", heads, int(look.split), shares)
    for number, row in enumerate(styled(table, look)):
        for cell in row:
            yield _cell(cell, look, edges(table, look, number, cell.rows))
    yield _line("done")


def _cell(cell: Cell, look: Look, drawn: str) -> str:
    upright = "middle" if cell.heading else look.upright
    return _line(
        "cell",
        cell.columns,
        cell.rows,
        cell.align,
        upright,
        look.padding,
        look.side,
        drawn,
        look.rule,
        look.rule_ink,
        cell.fill or "",
        cell.ink or "#000000",
        look.size,
        int(cell.bold),
        cell.picture or "",
        cell.text,
    )


def _line(*fields: object) -> str:
    """Fields parted by tabs; a line's end within a text is printed as two characters."""
    return "\t".join(str(each).replace("\n", "\\n") for each in fields)
