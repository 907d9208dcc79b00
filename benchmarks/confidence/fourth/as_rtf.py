"""A paper as Rich Text Format 1.9, as word processors of the years around 2000 saved it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    size_of,
    styled,
    widths,
)
from benchmarks.confidence.fourth.pictures import picture

_TWIPS = 20  # a point
#: No joined letters (a word processor of those years knew none): distilled they lose their text.
_PLAIN = ":-liga"
_ALIGN = {"left": "\\ql", "center": "\\qc", "right": "\\qr"}
_UPRIGHT = {"top": "\\clvertalt", "middle": "\\clvertalc", "bottom": "\\clvertalb"}
_EDGES = {"T": "\\clbrdrt", "L": "\\clbrdrl", "B": "\\clbrdrb", "R": "\\clbrdrr"}


def rtf(blocks: Sequence[Block], look: Look) -> str:
    """Return the paper in ASCII."""
    colours = _colours(blocks, look)
    named = {colour: number for number, colour in enumerate(colours, start=1)}
    listed = "".join(
        f"\\red{int(each[1:3], 16)}\\green{int(each[3:5], 16)}\\blue{int(each[5:7], 16)};"
        for each in colours
    )
    wide, high = look.page
    margin = "".join(f"\\marg{side}{_twips(look.margin)}" for side in "lrtb")
    parts = [
        "{\\rtf1\\ansi\\ansicpg1252\\deff0\\deflang2057",
        f"{{\\fonttbl{{\\f0\\fswiss {look.font}{_PLAIN};}}}}",
        f"{{\\colortbl;{listed}}}",
        f"\\paperw{_twips(wide)}\\paperh{_twips(high)}{margin}",
        "\\landscape" if look.landscape else "",
        "\\footery360",
    ]
    if look.footer:
        parts.append(f"{{\\footer\\pard\\qc\\fs16 {_text(look.footer)} - Page \\chpgn\\par}}")
    for block in blocks:
        if isinstance(block, Text):
            size, bold = size_of(block, look)
            style = f"\\fs{round(2 * size)}" + ("\\b" if bold else "")
            parts.append(f"\\pard\\plain\\sa120{style} {_text(block.text)}\\par")
        elif isinstance(block, NewPage):
            parts.append("\\page")
        else:
            parts += [*_table(block, look, named), "\\pard\\plain\\fs12\\sa60\\par"]
    return "\n".join([*filter(None, parts), "}"])


def _table(table: Table, look: Look, named: dict[str, int]) -> Iterator[str]:
    ends, reached = [], 0.0
    for each in widths(table, look):
        reached += each
        ends.append(_twips(reached))
    side = _twips(look.side)
    rows = grid(styled(table, look), len(ends))
    for number, row in enumerate(rows):
        head = "\\trhdr" if number < len(table.heads) and look.repeat else ""
        keep = "" if look.split else "\\trkeep"
        pads = f"\\trpaddl{side}\\trpaddfl3\\trpaddr{side}\\trpaddfr3"
        defined = [f"\\trowd\\trgaph0\\trleft0{head}{keep}{pads}"]
        shown = []
        for column, place in enumerate(row):
            if place.right:
                continue
            edged = edges(table, look, number - place.down, place.cell.rows)
            end = ends[column + place.cell.columns - 1]
            defined.append(_definition(place, look, edged, named) + f"\\cellx{end}")
            shown.append(
                "\\pard\\plain\\intbl\\cell" if place.down else _cell(place.cell, look, named)
            )
        yield "".join([*defined, "\n", *shown, "\\row"])


def _definition(place: Place, look: Look, edged: str, named: dict[str, int]) -> str:
    cell = place.cell
    inner = {"T": place.down > 0, "B": place.down < cell.rows - 1}
    parts = [_UPRIGHT["middle" if cell.heading else look.upright]]
    if cell.rows > 1:
        parts.append("\\clvmrg" if place.down else "\\clvmgf")
    for edge in "TLBR":
        if edge in edged and not inner.get(edge):
            ink = named[look.rule_ink]
            parts.append(f"{_EDGES[edge]}\\brdrs\\brdrw{_twips(look.rule)}\\brdrcf{ink}")
    if cell.fill:
        parts.append(f"\\clcbpat{named[cell.fill]}")
    return "".join(parts)


def _cell(cell: Cell, look: Look, named: dict[str, int]) -> str:
    space = _twips(look.padding)
    style = f"\\fs{round(2 * look.size)}" + ("\\b" if cell.bold else "")
    if cell.ink:
        style += f"\\cf{named[cell.ink]}"
    shown = _text(cell.text)
    if cell.picture:
        drawn = picture(cell.picture)
        goal = f"\\picwgoal{_twips(drawn.wide)}\\pichgoal{_twips(drawn.high)}"
        shown += "\\line " if shown else ""
        shown += f"{{\\pict\\pngblip{goal}\n{drawn.png.hex()}}}"
    kept = f"\\sb{space}\\sa{space}"
    return f"\\pard\\plain\\intbl{_ALIGN[cell.align]}{kept}{style} {shown}\\cell"


def _colours(blocks: Sequence[Block], look: Look) -> list[str]:
    found = {look.rule_ink: None}
    for block in blocks:
        if isinstance(block, Table):
            for row in styled(block, look):
                for cell in row:
                    found.update({each: None for each in (cell.fill, cell.ink) if each})
    return list(found)


def _twips(points: float) -> int:
    return round(points * _TWIPS)


def _text(text: str) -> str:
    """Letters escaped; a line's end is one within the paragraph. Code page 1252 holds them all."""
    made = []
    for letter in text:
        if letter in "\\{}":
            made.append(f"\\{letter}")
        elif letter == "\n":
            made.append("\\line ")
        elif letter.isascii():
            made.append(letter)
        else:
            made.append(f"\\'{letter.encode('cp1252').hex()}")
    return "".join(made)
