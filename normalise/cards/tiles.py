"""Cards that no rule and no cell parts from the page: a heading, and labelled figures below it.

Their lines are put together to tables of one column, without rules, so that they are read as other
cards are. Only what stands below one heading, at one edge and close together is one tile; each of
its lines is a label with its value, or labels and values take turns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise
from operator import attrgetter
from typing import overload

from crossfoot.normalise.above import body_size
from crossfoot.normalise.captions import names_kind
from crossfoot.normalise.cards.check import is_card
from crossfoot.normalise.cards.find import find_cards
from crossfoot.normalise.cards.looks import Kind, look_at
from crossfoot.normalise.cards.words import begins_as_label
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.schema.packed_pages import stays_packed, without_rows
from crossfoot.schema.page import Box, Cell, CellPart, Reading, Row, Table, TextLine

_LONGEST_LINE = 110
#: Points by which left edges, or middles, of the lines of a tile may differ.
_AMISS = 3.0
#: Widest gap between two lines of a tile, in heights of the larger one's letters.
_NEAR = 1.8
#: A heading is printed bold, or this much larger than the paper's text.
_LARGER = 1.08
_MOST_LINES_OF_NAME = 3
_FEWEST_FIELDS = 2
#: Of them one may be headed by a period alone (``Q3 2024/25: 97%``).
_FEWEST_LABELS = 1


def with_tiles(reading: Reading, reader: HeadingReader, first_no: int) -> Reading:
    """The reading with a table for each tile of labelled lines, numbered from *first_no*."""
    found: list[Table] = []
    body: float | None = None
    for _, of_page in groupby(reading.lines, key=attrgetter("page")):
        lines = [line for line in of_page if not line.margin and len(line.text) <= _LONGEST_LINE]
        if sum(begins_as_label(line.text, reader) for line in lines) < _FEWEST_LABELS:
            continue
        kinds = {id(line): _kind(line, reader) for line in lines}
        if sum(kind in {"pairs", "label"} for kind in kinds.values()) < _FEWEST_FIELDS:
            continue
        body = body_size(reading.lines) if body is None else body
        for name, fields in _tiles(lines, kinds, body):
            table = _table(first_no + len(found), name, fields)
            if any(is_card(card, reader) for card in find_cards(table, reader)):
                found.append(table)
    return reading._replace(tables=_Both(reading.tables, found)) if found else reading


def _kind(line: TextLine, reader: HeadingReader) -> Kind:
    part = CellPart(1, line.page, line.box, line.text, None, line.symbols)
    return look_at(1, Cell(1, 1, 1, (part,)), reader).kind


def _tiles(
    lines: Sequence[TextLine], kinds: dict[int, Kind], body: float
) -> Iterator[tuple[list[TextLine], list[list[TextLine]]]]:
    """Yield the lines of each tile: those of its name, then those of each label and its value."""
    for at, line in enumerate(lines):
        heads = line.bold or (body > 0 and line.size > body * _LARGER)
        if not heads or kinds[id(line)] != "name":
            continue
        below = _below(line, lines[at + 1 :])
        more = 0
        while more < min(len(below), _MOST_LINES_OF_NAME - 1) and _goes_on(
            line, below[more], kinds
        ):
            more += 1
        if at and _goes_on(line, _above(line, lines[:at]), kinds):
            continue  # the second line of a name
        name, rest = [line, *below[:more]], below[more:]
        if any(names_kind(each.text) for each in name):
            continue
        fields = _fields(rest, kinds)
        if len(fields) >= _FEWEST_FIELDS and not _crossed([*name, *chain(*fields)], lines):
            yield name, fields


def _goes_on(line: TextLine, other: TextLine | None, kinds: dict[int, Kind]) -> bool:
    return (
        other is not None
        and kinds[id(other)] == "name"
        and (other.bold, other.size) == (line.bold, line.size)
    )


def _below(line: TextLine, after: Sequence[TextLine]) -> list[TextLine]:
    """The lines below one at its edge, down to the first gap."""
    found: list[TextLine] = []
    last = line
    for other in after:
        if not _aligned(line, other) or other.box.y0 < last.box.y0 + 1:
            continue
        if other.box.y0 - last.box.y1 > _NEAR * max(other.size, last.size):
            break
        found.append(other)
        last = other
    return found


def _above(line: TextLine, before: Sequence[TextLine]) -> TextLine | None:
    near = [
        other
        for other in before
        if _aligned(line, other) and 0 <= line.box.y0 - other.box.y1 + 2 <= _NEAR * line.size
    ]
    return near[-1] if near else None


def _aligned(one: TextLine, other: TextLine) -> bool:
    middles = (one.box.x0 + one.box.x1 - other.box.x0 - other.box.x1) / 2
    return abs(one.box.x0 - other.box.x0) <= _AMISS or abs(middles) <= _AMISS


def _fields(lines: Sequence[TextLine], kinds: dict[int, Kind]) -> list[list[TextLine]]:
    """The lines of each label and its value; none where they do not take turns throughout."""
    run: list[TextLine] = []
    for line in lines:
        if kinds[id(line)] not in {"pairs", "label", "value", "sign"}:
            break
        run.append(line)
    after = lines[len(run)] if len(run) < len(lines) else None
    if after is not None and kinds[id(after)] == "unclear":
        return []
    said = [kinds[id(line)] for line in run]
    if all(kind == "pairs" for kind in said):
        return [[line] for line in run]
    turns = ["label" if kind == "label" else "value" for kind in said]
    if "pairs" in said or len(run) % 2 or any(one == other for one, other in pairwise(turns)):
        return []
    return [list(run[at : at + 2]) for at in range(0, len(run), 2)]


def _crossed(own: Sequence[TextLine], lines: Sequence[TextLine]) -> bool:
    """Whether another line stands among those of a tile: its figures may be that line's."""
    box = Box.around([line.box for line in own])
    mine = {id(line) for line in own}
    return any(
        id(line) not in mine
        and line.box.x0 < box.x1
        and line.box.x1 > box.x0
        and line.box.y0 < box.y1 - 1
        and line.box.y1 > box.y0 + 1
        for line in lines
    )


def _table(table_no: int, name: list[TextLine], fields: list[list[TextLine]]) -> Table:
    rows = tuple(Row(at, (_cell(lines),)) for at, lines in enumerate([name, *fields], start=1))
    box = Box.around([row.cells[0].first.box for row in rows])
    return Table(table_no, 1, rows, ((name[0].page, box),), "none")


def _cell(lines: Sequence[TextLine]) -> Cell:
    text = "\n".join(line.text for line in lines)
    symbols = tuple(symbol for line in lines for symbol in line.symbols)
    box = Box.around([line.box for line in lines]).rounded()
    return Cell(1, 1, 1, (CellPart(1, lines[0].page, box, text, None, symbols),))


class _Both(Sequence[Table]):
    """The tables of a reading, which may be packed, and those put together here behind them."""

    def __init__(self, tables: Sequence[Table], more: Sequence[Table]) -> None:
        self._tables, self._more = tables, more

    @property
    def heads(self) -> Sequence[Table]:
        """The same without the rows of those that are packed."""
        return [*without_rows(self._tables), *self._more]

    @property
    def stays_packed(self) -> bool:
        """Whether the tables of the reading are opened one after the other."""
        return stays_packed(self._tables)

    def __len__(self) -> int:
        return len(self._tables) + len(self._more)

    def __iter__(self) -> Iterator[Table]:
        yield from self._tables
        yield from self._more

    @overload
    def __getitem__(self, at: int) -> Table: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Table]: ...
    def __getitem__(self, at: int | slice) -> Table | Sequence[Table]:
        if isinstance(at, slice):
            return tuple(self)[at]
        at = at if at >= 0 else len(self) + at
        known = len(self._tables)
        return self._tables[at] if at < known else self._more[at - known]
