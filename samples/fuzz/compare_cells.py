"""Cell by cell: text, spans, place, fill, symbol."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crossfoot.schema.page import Cell as ReadCell
from crossfoot.schema.page import Doubt
from crossfoot.schema.page import Table as ReadTable
from samples.fuzz.layout import Part
from samples.fuzz.model import Cell, Spot, Table
from samples.fuzz.result import Result

_NEAR = 2.6
"""Points by which a box may differ: half a rule of 1.5 pt, or a double rule and its snapping."""
_ALIKE = 0.4
"""Part of a table's printed words that the same table read must share, to be looked at at all."""


def _words_of(texts: Sequence[str]) -> Counter[str]:
    return Counter(word for text in texts for word in text.split())


def pair_tables(drawn: Sequence[Table], found: Sequence[ReadTable]) -> list[ReadTable | None]:
    """For each drawn table the one that was read, ``None`` where none is like it."""
    left, paired = list(found), []
    for table in drawn:
        words = _words_of([spot.cell.text for spot in table.spots])
        best, most = None, _ALIKE * max(1, words.total())
        for candidate in left:
            texts = [cell.text for row in candidate.rows for cell in row.cells]
            shared = (words & _words_of(texts)).total()
            if shared > most:
                best, most = candidate, shared
        if best is not None:
            left.remove(best)
        paired.append(best)
    return paired


def compare_table(
    result: Result,
    number: int,
    drawn: Table,
    found: ReadTable,
    placed: Sequence[Sequence[Part]] | None,
    known: tuple[Sequence[Doubt], dict[str, str]],
) -> None:
    """Compare a table; *known* are the paper's doubts and the symbols seen so far."""
    doubts, icons = known
    told = _doubted(doubts, found)
    doubts = [doubt for doubt in doubts if doubt.severity != "note"]
    rows = [row for row in found.rows if not row.repeats_heading]
    if found.columns != len(drawn.widths) or len(rows) != drawn.rows:
        line = (
            f"table {number} of {drawn.rows} x {len(drawn.widths)} was read as "
            f"{len(rows)} x {found.columns}"
        )
        result.differs("shape", line, told=told)
        return
    cells = {(index, cell.col_no - 1): cell for index, row in enumerate(rows) for cell in row.cells}
    for index, spot in enumerate(drawn.spots):
        cell = cells.pop((spot.row, spot.col), None)
        line = _difference(spot, cell, icons)
        if line is None and placed is not None and cell is not None:
            line = _misplaced(placed[index], cell)
        if line is None:
            result.same("cell")
        else:
            at = f"table {number} row {spot.row} column {spot.col}"
            in_doubt = told if cell is None else _in_doubt(doubts, cell)
            result.differs("cell", f"{at}: {line}", told=in_doubt)
    for (row, col), cell in cells.items():
        at = f"table {number} row {row} column {col}"
        result.differs("cell", f"{at} was not drawn: {cell.text!r}", told=told)


def _doubted(doubts: Sequence[Doubt], table: ReadTable) -> bool:
    return any(
        doubt.severity != "note"
        and doubt.page == page
        and doubt.box.y1 >= box.y0
        and doubt.box.y0 <= box.y1
        for doubt in doubts
        for page, box in table.bounds
    )


def _in_doubt(doubts: Sequence[Doubt], cell: ReadCell) -> bool:
    return any(
        doubt.page == part.page and doubt.box.overlap(part.box).area > 0
        for doubt in doubts
        for part in cell.parts
    )


def printed_text(cell: Cell) -> str:
    """A drawn cell's text as published."""
    return " ".join(cell.text.split()) + cell.raised


def _difference(spot: Spot, found: ReadCell | None, icons: dict[str, str]) -> str | None:
    drawn = spot.cell
    if found is None:
        return f"not read: {drawn.text!r}"
    pairs = (
        ("text", printed_text(drawn), found.text),
        ("superscript", drawn.raised, found.raised_text),
        ("span", (drawn.rows, drawn.cols), (found.row_span, found.col_span)),
        ("fill", drawn.fill, found.fill),
        ("symbols", int(drawn.icon is not None), len(found.symbols)),
    )
    for name, want, got in pairs:
        if want != got:
            return f"{name} drawn {want!r}, read {got!r}"
    if drawn.icon is not None:
        symbol = found.symbols[0]
        if icons.setdefault(f"drawn {drawn.icon}", symbol) != symbol:
            return f"picture {drawn.icon!r} has two identities"
        if icons.setdefault(f"read {symbol}", drawn.icon) != drawn.icon:
            return f"pictures {drawn.icon!r} and {icons[f'read {symbol}']!r} have one identity"
    return None


def _misplaced(parts: Sequence[Part], found: ReadCell) -> str | None:
    if len(parts) != len(found.parts):
        return f"drawn in {len(parts)} parts, read in {len(found.parts)}"
    for drawn, read in zip(parts, found.parts, strict=True):
        apart = max(abs(a - b) for a, b in zip(drawn.box, read.box, strict=True))
        if drawn.page != read.page or apart > _NEAR:
            return f"drawn on page {drawn.page} {drawn.box}, read on page {read.page} {read.box}"
    return None
