"""The pieces of one table laid below each other: headings marked, cut rows rejoined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from crossfoot.extract.cells import PageCell
from crossfoot.extract.cut import begins_section, breaks_figure, is_cut, is_rest_beside, lacks_name
from crossfoot.extract.cut_texts import is_filled
from crossfoot.extract.pieces import (
    RULINGS,
    Piece,
    common_edges,
    in_columns,
    is_bolder,
    is_open,
    nearest,
    repeated_rows,
    swallows_heading,
)
from crossfoot.extract.printed_twice import may_be_one, printed_again, without_lines_above
from crossfoot.schema.page import Box, Cell, CellPart, Doubt, Row, Table
from crossfoot.schema.values import Severity

_LEARNT_FROM = 200  # rows of a table that tell what a row of it looks like
_REJOINED = (
    "this row was taken for the rest of the last row of the page before, by what is filled and how "
    "its text runs on"
)
_NAMELESS = (
    "this row has no name of its own and stands at the head of a page: it may be the rest of the "
    "last row of the page before"
)
_SWALLOWED = (
    "this row begins with the words of the table's heading: a rule below the heading may be "
    "missing, and two rows be read as one"
)

_PRINTED_TWICE = (
    "this row was taken for the rest of the last row of the page before, which prints the same "
    "name and values"
)
_MAY_BE_CUT = (
    "this row may be one with the other row at the page end: a text stops or begins in the middle, "
    "or both print the same"
)
_SPANS_ON = (
    "this cell was taken for the rest of the one above the page end that spans several rows: no "
    "text stands in it, or none in the other"
)

_new: Callable[[type[Cell], tuple[Any, ...]], Cell] = tuple.__new__

Foot = dict[int, tuple[int, PageCell]]  # by column: row number and cell at the foot of a page


class Layout:
    """Lays the pieces of one table below each other in common columns."""

    def __init__(self, chain: Sequence[Piece]) -> None:
        self._chain = chain
        self._edges = common_edges(chain)
        self._rows: list[Sequence[PageCell]] = []
        # Of the cells that go on after a page end alone, by row number and column.
        self._parts: dict[tuple[int, int], list[CellPart]] = {}
        self._spans: dict[tuple[int, int], tuple[int, int]] = {}
        self._headings: set[int] = set()
        self._body: list[Sequence[PageCell]] = []
        self._foot: Foot = {}
        self.doubts: list[Doubt] = []

    def table(self, number: int) -> Table:
        if len(self._chain) == 1:  # as most: all its columns are its own, and nothing goes on
            self._rows = list(self._chain[0].rows)
        else:
            for before, piece in zip((None, *self._chain), self._chain, strict=False):
                self._add(piece, before)
        bounds: dict[int, Box] = {}
        for piece in self._chain:
            bounds.update(piece.places)
        ruling = max((piece.table.laid.ruling for piece in self._chain), key=RULINGS.index)
        columns = len(self._edges) - 1
        return Table(number, columns, self._built_rows(), tuple(bounds.items()), ruling)

    def _add(self, piece: Piece, before: Piece | None) -> None:
        rows = piece.rows
        columns = [nearest(self._edges, edge) for edge in piece.edges]
        if columns != list(range(len(columns))):
            rows = tuple([tuple([in_columns(cell, columns) for cell in row]) for row in rows])
        high = len(rows)
        skip = repeated_rows(self._chain[0], piece) if before else 0
        if before and not skip and swallows_heading(self._chain[0], piece):
            self._doubt("heading", piece, piece.rows[0], _SWALLOWED, "warning")
        reached = self._foot
        if skip < len(rows):
            self._foot = {}
        for at, row in enumerate(rows):
            new: Sequence[PageCell] = row
            if before and at < skip:
                self._headings.add(len(self._rows))
            elif before and at == skip:
                new = self._continue(row, reached, piece, is_open(before, piece, skip))
                if not new:
                    continue
                self._body.append(new)
            elif at or before:
                self._body.append(new)
            self._rows.append(new)
            if at >= skip:
                for cell in [each for each in new if each[0] + each[2] == high]:
                    self._note_foot(len(self._rows) - 1, cell)

    def _continue(
        self, row: Sequence[PageCell], reached: Foot, piece: Piece, is_open: bool
    ) -> list[PageCell]:
        """Add what goes on from the page before to its cells; return the cells that are new.

        *reached* are the cells at the foot of that page.
        """
        rests = piece.table.rests & reached.keys()
        spanning = {cell.column for cell in row if _may_span(cell, reached.get(cell.column))}
        row = [
            without_lines_above(reached[cell.column][1], cell) if cell.column in spanning else cell
            for cell in row
        ]
        spanning |= rests
        upper = [
            self._whole(number, cell)
            for _, (number, cell) in sorted(reached.items())
            if cell.column not in spanning
        ]
        lower = [cell for cell in row if cell.column not in spanning]
        known = self._body[-_LEARNT_FROM:-1]
        others = [[cell for cell in row if cell.row_span == 1] for row in known]
        prints = any(map(is_filled, row)) and not is_filled(row[0])
        rest = prints and is_rest_beside(upper, lower, others)
        apart = begins_section(upper, lower, bool(row) and is_bolder(piece, row[0].row))
        cut = (not apart and is_cut(upper, lower, others, is_open)) or rest
        again = None
        if not cut and not spanning and piece.table.laid.ruling != "ruled":
            again = printed_again(upper, lower, others)
            if again is not None:
                cut, row, lower = True, again, again
            elif may_be_one(upper, lower, others, ruled=piece.table.laid.ruling == "rows"):
                for part in (upper, lower):
                    self._may_be_cut(part)
        if again is not None:
            self._doubt("rejoined", piece, row, _PRINTED_TWICE)
        elif rest or (cut and _both_print(upper, lower)):
            broken = breaks_figure(upper, lower)
            self._doubt("rejoined", piece, row, _REJOINED, "warning" if broken else "note")
        elif not cut and lacks_name(upper, lower, others):
            self._doubt("cut", piece, row, _NAMELESS, "warning")
        ended = self._ended(row, reached, spanning)
        new: list[PageCell] = []
        for cell in row:
            if cell.column not in reached:
                new.append(cell)
                continue
            number, above = reached[cell.column]
            over = self._is_over(number, above, ended.get(number, []))
            spans_on = cell.column in rests or self._spans_on(number, above, cell, spanning)
            if not cut and (over or not spans_on):
                new.append(cell)
                continue
            if not cut and (is_filled(cell) or self._holds_text(number, above)):
                self._doubt("spans_on", piece, [cell], _SPANS_ON)
            key = number, cell.column
            rows, columns = self._spans_of(number, above)
            parts = self._parts.setdefault(key, [above.part])
            parts.append(cell.part._replace(fragment=len(parts) + 1))
            self._spans[key] = rows + cell.row_span - cut, columns
            if cell.row + cell.row_span == len(piece.rows):
                self._note_foot(number, cell)
        return new

    def _doubt(
        self,
        kind: str,
        piece: Piece,
        row: Sequence[PageCell],
        message: str,
        severity: Severity = "note",
    ) -> None:
        for page, _ in piece.places:
            boxes = [cell.part.box for cell in row if cell.part.page == page]
            if boxes:
                self.doubts.append(Doubt(kind, page, Box.around(boxes), message, severity))

    def _may_be_cut(self, row: Sequence[PageCell]) -> None:
        box = Box.around([cell.part.box for cell in row])
        self.doubts.append(Doubt("cut", row[0].part.page, box, _MAY_BE_CUT))

    def _ended(
        self, row: Sequence[PageCell], reached: Foot, spanning: set[int]
    ) -> dict[int, list[tuple[int, int]]]:
        """Which cells that span rows end with the page: by their row, the columns and row spans.

        Text on both sides of the page end is two cells' (a code above, another below).
        """
        ended: dict[int, list[tuple[int, int]]] = {}
        for cell in row:
            if cell.column in spanning and is_filled(cell):
                number, above = reached[cell.column]
                if self._holds_text(number, above):
                    rows = self._spans_of(number, above)[0]
                    ended.setdefault(number, []).append((cell.column, rows))
        return ended

    def _is_over(self, number: int, cell: PageCell, ended: Sequence[tuple[int, int]]) -> bool:
        """Whether a cell spans the very rows of one that ends with the page, and ends with it.

        It does where it is blank, and where it stands right of the other: what goes on over
        several rows (a section, an objective) stands left of what names each of them.
        """
        rows = self._spans_of(number, cell)[0]
        return any(
            height == rows and (column < cell.column or not self._holds_text(number, cell))
            for column, height in ended
        )

    def _spans_on(self, number: int, above: PageCell, cell: PageCell, spanning: set[int]) -> bool:
        """Whether a cell that spans rows goes on, though the row at the page end is not cut.

        Then text stands above the page end or below it, not on both sides, and no other cell of
        that column is blank.
        """
        if cell.column not in spanning or (is_filled(cell) and self._holds_text(number, above)):
            return False
        return all(
            self._holds_text(at, other)
            for at, row in enumerate(self._rows)
            if at != number and at not in self._headings
            for other in row
            if other.column == above.column
        )

    def _whole(self, number: int, cell: PageCell) -> PageCell:
        """A cell at a page end with all that stands in it, also on the pages before."""
        parts = self._parts_of(number, cell)
        if len(parts) == 1:
            return cell
        text = "\n".join(part.text for part in parts if part.text)
        symbols = tuple(symbol for part in parts for symbol in part.symbols)
        return cell._replace(part=cell.part._replace(text=text, symbols=symbols))

    def _parts_of(self, number: int, cell: PageCell) -> Sequence[CellPart]:
        return self._parts.get((number, cell.column)) or (cell.part,)

    def _spans_of(self, number: int, cell: PageCell) -> tuple[int, int]:
        return self._spans.get((number, cell.column)) or (cell.row_span, cell.col_span)

    def _holds_text(self, number: int, cell: PageCell) -> bool:
        return any(part.text or part.symbols for part in self._parts_of(number, cell))

    def _note_foot(self, number: int, cell: PageCell) -> None:
        """Remember a cell at the foot of its page; the first row, a heading, is never cut."""
        if number:
            self._foot[cell.column] = number, cell

    def _built_rows(self) -> tuple[Row, ...]:
        longer = {number for number, _ in self._parts}
        return tuple(
            Row(
                number + 1,
                tuple(
                    [self._built(number, cell) for cell in row]
                    if number in longer
                    # A page has hundreds: made in half the time of a call and their kind's name.
                    else [
                        _new(Cell, (column + 1, row_span, col_span, (part,)))
                        for _, column, row_span, col_span, part, _ in row
                    ]
                ),
                number in self._headings,
            )
            for number, row in enumerate(self._rows)
        )

    def _built(self, number: int, cell: PageCell) -> Cell:
        parts = tuple(self._parts_of(number, cell))
        return Cell(cell.column + 1, *self._spans_of(number, cell), parts)


def _both_print(upper: Sequence[PageCell], lower: Sequence[PageCell]) -> bool:
    return any(map(is_filled, upper)) and any(map(is_filled, lower))


def _may_span(lower: PageCell, reached: tuple[int, PageCell] | None) -> bool:
    """Whether a cell below a page end may be the rest of one above, as one of them spans rows."""
    if reached is None:
        return False
    upper = reached[1]
    return upper.col_span == lower.col_span and max(upper.row_span, lower.row_span) > 1
