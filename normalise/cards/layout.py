"""Cards laid out as a table of one row each, under headings that are their labels.

So they are read like any other row of indicators: :mod:`crossfoot.normalise.draft` says where each
of their cells is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from crossfoot.normalise.cards.check import family, is_card, seems_card, twice
from crossfoot.normalise.cards.find import Card, Field, find_cards
from crossfoot.normalise.cards.looks import Look
from crossfoot.normalise.cards.words import NAMING, family_of, label_said
from crossfoot.normalise.columns import Column, column_from
from crossfoot.normalise.desk import Places, Spot
from crossfoot.normalise.draft import Draft
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.roles import Layout, Segment
from crossfoot.schema.page import Box, Cell, CellPart, Row, Table, TextLine, prints

#: The name over a box: its lines, from the top.
Heading = Callable[[Table], Sequence[TextLine]]


class Refused(NamedTuple):
    """A card that was refused: why, what it is called, and its cells."""

    why: str
    name: str | None
    spots: tuple[Spot, ...]


class Found(NamedTuple):
    """The cards of a table laid out anew, if there are any, and those that were refused."""

    layout: Layout | None
    places: Places
    doubts: tuple[Refused, ...]


def lay_out_cards(table: Table, reader: HeadingReader, heading: Heading) -> Found:
    """The table as one row for each card that can be read with certainty."""
    draft = Draft(table, 1)
    segments: list[Segment] = []
    doubts: list[Refused] = []
    over: Sequence[TextLine] | None = None
    for number, card in enumerate(find_cards(table, reader)):
        if not is_card(card, reader):
            if card.unclear and seems_card(card, reader):
                doubts.append(_refused(table, card, card.unclear))
            continue
        named = any(family(each, reader) in NAMING | {"description"} for each in card.fields)
        over = heading(table) if number == 0 and card.name is None and not named else ()
        if card.name is None and not named and not over:
            card.refuse("no name stands at its figures")
        if doubled := twice(card.fields, reader):
            card.refuse(f"more than one value stands at {doubled!r}")
        if card.unclear:
            if seems_card(card, reader):
                doubts.append(_refused(table, card, card.unclear))
            continue
        segments.append(_segment(draft, card, reader, number, over))
    if not segments:
        return Found(None, Places(), tuple(doubts))
    draft.columns = max(len(segment.columns) for segment in segments)
    return Found(Layout(draft.table, [], segments), draft.places, tuple(doubts))


def heads_a_card(layout: Layout, reader: HeadingReader) -> bool:
    """Whether what was taken for headings of a table begins with an indicator's name at its label.

    ``Description | Missed bins`` over ``Q1 | Q2 | Target``: one card, not a table of indicators.
    """
    if len(layout.segments) != 1:
        return False
    heads = [*layout.before, *layout.segments[0].heading_rows]
    for row in heads[:-1]:
        cells = [cell for cell in row.cells if prints(cell)]
        said = [label_said(reader, cell.plain) for cell in cells[:2]]
        if len(said) < 2 or len(cells) > 2 or said[0] is None or said[1] is not None:
            continue
        if family_of(said[0]) in NAMING | {"description"}:
            return True
    return False


def _refused(table: Table, card: Card, why: str) -> Refused:
    looks = [card.name, *card.places] if card.name else card.places
    spots = tuple(Spot(table.table_no, look.row_no, look.cell) for look in looks)
    return Refused(why, card.name.cell.text if card.name else None, spots)


class _Row:
    """The two rows of one card: its labels, and below them its values."""

    def __init__(self, draft: Draft, number: int) -> None:
        self.draft = draft
        self.head_no, self.row_no = 3 * number + 1, 3 * number + 2
        self.heads: list[tuple[int, Cell]] = []
        self.cells: list[tuple[int, Cell]] = []
        self.columns: list[Column] = []

    def put(self, column: Column, value: Look, cell: Cell, over: Look | None) -> None:
        """Add a column; the label stands in a cell of its own, or in that of the value."""
        at = len(self.columns) + 1
        printed = value.row_no, value.cell.col_no
        self.cells.append((value.row_no, cell._replace(col_no=at, row_span=1, col_span=1)))
        self.draft.place(self.row_no, at, printed)
        label = over or value
        head = label.cell if over else _cut(cell, column.heading)
        self.heads.append((label.row_no, head._replace(col_no=at, row_span=1, col_span=1)))
        self.draft.place(self.head_no, at, (label.row_no, label.cell.col_no), inside=over is None)
        self.columns.append(column)


def _segment(
    draft: Draft, card: Card, reader: HeadingReader, number: int, over: Sequence[TextLine]
) -> Segment:
    row = _Row(draft, number)
    fields = list(card.fields)
    titled = any(family(each, reader) == "title" for each in fields)
    section = card.section
    if card.name is not None and titled:
        section = section or card.name
    elif card.name is not None:
        fields.insert(0, Field(card.name, family="title"))
    first = fields[0].look
    if over:
        row.put(_column(reader, 1, "", "title"), first, _of_lines(over), None)
        row.draft.places.inside.add((draft.table_no, row.row_no, 1))
    for each in fields:
        held = family(each, reader)
        column = _column(reader, len(row.columns) + 1, each.label, held)
        row.put(column, each.look, _value(each), each.over)
    columns = tuple(row.columns)
    head = draft.add(row.head_no, row.heads)
    banner = _banner(draft, number, section) if section is not None else None
    values = draft.add(row.row_no, row.cells)
    return Segment(draft.table_no, columns, [head], banner, rows=[values])


def _banner(draft: Draft, number: int, section: Look) -> Row:
    """The row of a section above a card: no part of the card, which may stand pages below."""
    row_no = 3 * number + 3
    draft.place(row_no, 1, (section.row_no, section.cell.col_no))
    cell = section.cell._replace(col_no=1, row_span=1, col_span=1)
    return draft.add(row_no, [(section.row_no, cell)])


def _column(reader: HeadingReader, at: int, label: str, held: str) -> Column:
    column = column_from(reader, at, at, [label])
    if column.family != held:
        column = Column(at, at, label, held or None)
    return column._replace(on_card=True)


def _value(each: Field) -> Cell:
    """The cell of a value alone: of several in one cell each has its own text, and the box."""
    cell, pair = each.look.cell, each.pair
    if each.signs or each.without:
        part = cell.first
        if each.signs:
            part = part._replace(text="", fill=None, symbols=each.signs, raised=())
        else:
            left = tuple(name for name in part.symbols if name not in each.without)
            part = part._replace(symbols=left)
        return cell._replace(parts=(part,))
    if pair is None:
        return cell
    single = len(cell.parts) == 1
    text = cell.first.level_text if single else cell.lines
    alone = len(each.look.said.pairs) == 1
    signs = alone or each.family is not None or pair.start == pair.end
    text = text[pair.start : pair.end]
    mark = cell.raised_text if alone and single else ""
    part = cell.first._replace(
        text=text + mark,
        raised=((len(text), len(text) + len(mark)),) if mark else (),
        fill=cell.fill if alone else None,
        symbols=cell.symbols if signs else (),
    )
    return cell._replace(parts=(part,))


def _cut(cell: Cell, text: str) -> Cell:
    part = cell.first._replace(text=text, fill=None, symbols=(), raised=())
    return cell._replace(parts=(part,))


def _of_lines(lines: Sequence[TextLine]) -> Cell:
    """A name printed above the table, as a cell where its lines stand."""
    box = Box.around([line.box for line in lines]).rounded()
    text = "\n".join(line.text for line in lines)
    return Cell(1, 1, 1, (CellPart(1, lines[0].page, box, text),))
