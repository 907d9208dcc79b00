"""The desk on which one paper is worked: what is known of it, and what piles up.

Only this module knows how ids of cells, provenance columns and findings are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, TypeAlias, TypeVar

from crossfoot.schema.finding import Finding, FindingCell, make_finding
from crossfoot.schema.identity import make_cell_id
from crossfoot.schema.model import Model, unchecked
from crossfoot.schema.packed_rows import PackedModels
from crossfoot.schema.page import Box, Cell, Row
from crossfoot.schema.period import Period
from crossfoot.schema.rows import (
    Action,
    ActionMonth,
    Figure,
    Indicator,
    Legend,
    Series,
    StatusEntry,
    Summary,
)
from crossfoot.schema.text import in_ranges
from crossfoot.schema.values import Guess, Severity

_new_proof = unchecked(FindingCell)
M = TypeVar("M", bound=Model)
#: Rows to which one may be added: of a long report they are packed.
Growing: TypeAlias = list[M] | PackedModels[M]


@dataclass(frozen=True)
class Facts:
    """What every row of a paper carries, and the period that undated columns may take."""

    document_id: str
    council: str | None = None
    published_on: date | None = None
    reporting_period: str | None = None
    period: Period | None = None

    @property
    def series_scope(self) -> str:
        """Whose codes these are: two papers of unknown councils never share a series."""
        return self.council or f"document {self.document_id}"


class Spot(NamedTuple):
    """One cell and the table and row it stands in."""

    table_no: int
    row_no: int
    cell: Cell


@dataclass
class Places:
    """Where the cells and rows of tables laid out anew are printed
    (:mod:`crossfoot.normalise.draft`); their ``table_no`` is negative.

    ``cells`` gives row and column of a cell by its own, ``rows`` the row that a row begins in.
    ``inside`` are those that are no printed cell of their own: a label before its value in one
    cell, a name above the table. The role of the cell that holds them is not theirs.
    """

    cells: dict[tuple[int, int, int], tuple[int, int]] = field(default_factory=dict)
    rows: dict[tuple[int, int], int] = field(default_factory=dict)
    inside: set[tuple[int, int, int]] = field(default_factory=set)

    def add(self, other: Places) -> None:
        """Take in the places of another table."""
        self.cells |= other.cells
        self.rows |= other.rows
        self.inside |= other.inside


@dataclass
class Desk:
    """The rows and findings of one paper while it is read.

    ``guessed`` names by figure, indicator or action id the rows that rest on a column told
    otherwise than by a listed heading; ``exact_ids`` gives by indicator id the series that a row
    known by its title has if the paper has another title of the same wording. ``labels`` gives by
    its key each local code as the council's rows print it first, over all reports of a paper.
    ``misnamed`` has the ids of indicators in whose name a code may have been left.
    """

    facts: Facts
    indicators: Growing[Indicator] = field(default_factory=list)
    statuses: Growing[StatusEntry] = field(default_factory=list)
    figures: Growing[Figure] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    action_months: list[ActionMonth] = field(default_factory=list)
    summaries: list[Summary] = field(default_factory=list)
    legends: list[Legend] = field(default_factory=list)
    series: dict[str, Series] = field(default_factory=dict)
    findings: dict[str, Finding] = field(default_factory=dict)
    finding_cells: dict[tuple[str, str], FindingCell] = field(default_factory=dict)
    roles: dict[tuple[int, int, int], str] = field(default_factory=dict)
    guessed: dict[str, Guess] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    exact_ids: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    misnamed: set[str] = field(default_factory=set)

    def pack(self) -> None:
        """Hold the rows of a long report packed; it has more of these than of all others."""
        self.indicators = PackedModels(Indicator, self.indicators)
        self.statuses = PackedModels(StatusEntry, self.statuses)
        self.figures = PackedModels(Figure, self.figures)

    def printed_at(self, spot: Spot) -> tuple[int, int, int]:
        """Table, row and column that a cell is printed in.

        A spot in a table laid out anew (:mod:`crossfoot.normalise.draft`), whose number is
        negative, stands elsewhere on the page.
        """
        at = (spot.table_no, spot.row_no, spot.cell.col_no)
        return at if spot.table_no > 0 else (-spot.table_no, *self.places.cells[at])

    def cell_id(self, spot: Spot, fragment: int = 1) -> str:
        """The id of a cell; figures point at that of fragment 1."""
        return make_cell_id(self.facts.document_id, *self.printed_at(spot), fragment)

    def mark(self, spot: Spot, role: str | None) -> None:
        """Remember what a cell was taken to be; the first taking stands.

        A role that is made up for many cells is interned by who makes it.
        """
        if role:
            table_no, row_no, cell = spot
            at = table_no, row_no, cell.col_no
            if table_no < 0:  # of next to no cell
                if at in self.places.inside:
                    return
                at = self.printed_at(spot)
            self.roles.setdefault(at, role)

    def mark_cells(self, table_no: int, row: Row, cells: Iterable[Cell], role: str) -> None:
        """:meth:`mark` of *cells* of one row: in most rows all are marked the same."""
        if table_no > 0:
            for cell in cells:
                self.roles.setdefault((table_no, row.row_no, cell.col_no), role)
        else:
            for cell in cells:
                self.mark(Spot(table_no, row.row_no, cell), role)

    def tell(  # noqa: PLR0913 - one keyword per published column
        self,
        rule_id: str,
        severity: Severity,
        message: str,
        *,
        spots: Iterable[Spot] = (),
        place: tuple[int, Box | None] | None = None,
        code: str | None = None,
        printed: str | None = None,
        expected: str | None = None,
    ) -> None:
        """Record a finding, placed at the first of its cells unless *place* is given."""
        cells = list(spots)
        if place is None and cells:
            first = cells[0].cell.first
            place = (first.page, first.box)
        finding = make_finding(
            rule_id,
            severity,
            self.facts.document_id,
            message,
            place=place,
            council=self.facts.council,
            code=code,
            printed=printed,
            expected=expected,
        )
        self.findings.setdefault(finding.finding_id, finding)
        for spot in cells:
            key = (finding.finding_id, self.cell_id(spot))
            self.finding_cells.setdefault(key, _new_proof(finding_id=key[0], cell_id=key[1]))

    def provenance(
        self, place: tuple[int, Box], table_no: int | None, row_no: int | None
    ) -> dict[str, Any]:
        """The columns of relation rows that say where on the page they stand.

        Boxes are published as a reading has them, rounded, and what is around some is so, too.
        """
        x0, y0, x1, y1 = place[1]
        if table_no is not None and table_no < 0:
            row_no = self.places.rows[table_no, row_no or 0]
            table_no = -table_no
        return {
            "document_id": self.facts.document_id,
            "page": place[0],
            "table_no": table_no,
            "row_no": row_no,
            "x0": x0,
            "y0": y0,
            "x1": x1,
            "y1": y1,
        }

    def in_paper(
        self, place: tuple[int, Box], table_no: int | None, row_no: int | None
    ) -> dict[str, Any]:
        """:meth:`provenance` with the columns that every row takes from its paper."""
        columns, facts = self.provenance(place, table_no, row_no), self.facts
        columns["council"] = facts.council
        columns["published_on"] = facts.published_on
        columns["reporting_period"] = facts.reporting_period
        return columns


def each_changed(rows: Growing[M], change: Callable[[M], M]) -> Growing[M]:
    """Return rows as *change* returns them; one by one, so that they are not held twice."""
    if isinstance(rows, PackedModels):
        changed = rows.none()
        for row in rows:
            changed.append(change(row))
        return changed
    for at, row in enumerate(rows):
        rows[at] = change(row)
    return rows


def place_of_cell(cell: Cell) -> tuple[int, Box]:
    """Page and box of a cell's first part."""
    return cell.first.page, cell.first.box


def place_of_row(row: Row) -> tuple[int, Box]:
    """Page and box of a row's parts on the first page it stands on."""
    parts = [part for cell in row.cells for part in cell.parts]
    page = min([part.page for part in parts])
    return page, Box.around([part.box for part in parts if part.page == page])


def pages_of(spots: Iterable[Spot]) -> str:
    """The pages on which cells begin, in words: ``3, 5-7``."""
    return in_ranges(sorted({spot.cell.first.page for spot in spots}))
