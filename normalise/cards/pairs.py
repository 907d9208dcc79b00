"""Cards as a table of pairs: a label beside each value, the name of the indicator among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.normalise.cards.words import LONGEST_LABEL, NAMING
from crossfoot.normalise.columns import columns_from
from crossfoot.normalise.desk import Places
from crossfoot.normalise.draft import Draft
from crossfoot.normalise.families import FIGURE_FAMILIES
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.headings import heading_key
from crossfoot.normalise.roles import Layout, Segment
from crossfoot.schema.page import Cell, Row, Table, prints

_FEWEST_LABELS = 3


def paired(table: Table, reader: HeadingReader) -> tuple[Layout, Places] | None:
    """The table as one row for each card: labels become headings, the cells beside them values.

    ``None`` where the labels are not headings, or name no indicator with a figure.
    """
    found: list[list[tuple[int, Cell, int, Cell]]] = []
    for pair in _pairs(table):
        if pair is None:
            return None
        label = heading_key(pair[1].text)
        if not found or any(heading_key(known[1].text) == label for known in found[-1]):
            found.append([])
        found[-1].append(pair)
    if not found or not all(_is_card(card, reader) for card in found):
        return None
    draft = Draft(table, max(len(card) for card in found))
    segments: list[Segment] = []
    for number, card in enumerate(found):
        head = _row_of(draft, 2 * number + 1, [pair[:2] for pair in card])
        values = _row_of(draft, 2 * number + 2, [pair[2:] for pair in card])
        columns = columns_from(reader, [head], draft.columns)
        segments.append(Segment(draft.table_no, columns, [head], rows=[values]))
    return Layout(draft.table, [], segments), draft.places


def _row_of(draft: Draft, row_no: int, cells: Sequence[tuple[int, Cell]]) -> Row:
    new: list[tuple[int, Cell]] = []
    for col_no, (at, cell) in enumerate(cells, start=1):
        new.append((at, cell._replace(col_no=col_no, row_span=1, col_span=1)))
        draft.place(row_no, col_no, (at, cell.col_no))
    return draft.add(row_no, new)


def _pairs(table: Table) -> Iterator[tuple[int, Cell, int, Cell] | None]:
    """Each label with the cell beside it; ``None`` at a row that is not made of such pairs.

    Rows of one text above the first pair are what a sheet is headed with.
    """
    begun = False
    for row in table.rows:
        cells = row.cells
        shown = sum(map(prints, cells))
        begun = begun or shown > 1
        if not shown or not begun:
            continue
        if len(cells) % 2:
            yield None
            return
        for label, value in zip(cells[::2], cells[1::2], strict=True):
            if prints(label):
                yield row.row_no, label, row.row_no, value
            elif prints(value):
                yield None
                return


def _is_card(card: Sequence[tuple[int, Cell, int, Cell]], reader: HeadingReader) -> bool:
    """Whether labels are headings that name an indicator and a figure, and values are none."""
    if len(card) < _FEWEST_LABELS or any(len(pair[1].text) > LONGEST_LABEL for pair in card):
        return False
    said = [reader.read(pair[1].plain) for pair in card]
    if sum(each.known for each in said) * 3 < len(said) * 2:
        return False
    families = [(each.meaning or "").partition(".")[0] for each in said]
    if not set(families) & NAMING:
        return False
    figures = [
        pair[3]
        for pair, family, each in zip(card, families, said, strict=True)
        if family in FIGURE_FAMILIES or (not family and each.has_period)
    ]
    if not any(parse_figure(cell.plain).state == "value" for cell in figures):
        return False
    values = [pair[3] for pair in card if prints(pair[3])]
    return sum(reader.read(cell.plain).known for cell in values) * 3 <= len(values)
