"""What is known of a segment before its rows are read, and the tools to read them with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from crossfoot.normalise.captions import Caption
from crossfoot.normalise.columns import Column
from crossfoot.normalise.desk import Desk, Spot
from crossfoot.normalise.legends import Key
from crossfoot.normalise.mark_notes import Marks
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import RowView, views
from crossfoot.normalise.sections import BELOW, LoneTitles, lone_titles, row_kind
from crossfoot.normalise.status_cells import StatusReader
from crossfoot.schema.identity import make_id
from crossfoot.schema.values import Guess, Subject

_TOTAL = re.compile(
    r"(?:(?:grand |overall |sub[ -]?|council |borough |district |county |service )?"
    r"(?:totals?|averages?)|overall"
    r"|all (?:services|areas|departments|directorates|wards|teams))\W*",
    re.IGNORECASE,
)

_UNCLEAR = (
    "a title alone in its row may be a section or an indicator without figures",
    "a text alone in its row may be a section, or a remark on the row above it",
)


@dataclass
class Task:
    """One segment to be read as actions or indicators.

    ``printed_codes`` gives the codes of all rows of the paper by their folded key, with titles.
    """

    desk: Desk
    key: Key
    reader: StatusReader
    segment: Segment
    caption: Caption
    subject: Subject
    grid_columns: int
    section: str | None = None
    tells_csi: bool = False
    below: str = ""
    marks: Marks = field(default_factory=dict)
    ruled: bool = True
    #: The rows below indicators that were taken as their notes.
    noted: set[int] = field(default_factory=set)
    printed_codes: Callable[[], Mapping[str, frozenset[str | None]]] = dict
    all_views: list[RowView] = field(default_factory=list)
    #: The columns that a row was last marked by, and their roles.
    _roles: tuple[Sequence[Column], list[str | None]] | None = field(
        default=None, init=False, repr=False
    )

    _guesses: tuple[Sequence[Column], Guess | None, Guess | None] | None = field(
        default=None, init=False, repr=False
    )

    def __post_init__(self) -> None:
        self.all_views = views(self.segment, self.grid_columns)

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.segment.columns

    @property
    def guess(self) -> Guess | None:
        """How a column of the segment was told, where one was not by a listed heading."""
        return self._guessed()[1]

    @property
    def naming_guess(self) -> Guess | None:
        """How the column that names the rows was told, where not by a listed heading."""
        return self._guessed()[2]

    def _guessed(self) -> tuple[Sequence[Column], Guess | None, Guess | None]:
        """The segment's columns and what is guessed of them and of those that name the rows."""
        columns = self.segment.columns
        if self._guesses is None or self._guesses[0] is not columns:  # each row asks again
            naming = (columns[at].guess for at in self.segment.indexes("title", "code"))
            guesses = (column.guess for column in columns if column.guess)
            self._guesses = columns, next(guesses, None), next(filter(None, naming), None)
        return self._guesses

    def indicator_id(self, view: RowView) -> str:
        """The id of the indicator that a row names."""
        of_paper = self.desk.facts.document_id
        return make_id(of_paper, "indicator", self.segment.table_no, view.row.row_no)

    def data_rows(self) -> Iterator[tuple[RowView, str | None]]:
        """Yield each data row with the section it stands under; section rows are marked.

        Rows that are neither are left as cells, with a finding.
        """
        stand_alone = any(len(view.own_printed()) == 1 for view in self.all_views)
        lone = self.lone_titles() if stand_alone else "unclear"
        for view in self.all_views:
            kind = row_kind(view, lone)
            if kind == "section":
                spot = view.own_printed()[0]
                self.section = view_text(spot)
                self.desk.mark(spot, "section")
            elif kind == "data":
                yield view, self.section
            elif kind == "tail":
                self.desk.mark(view.own_printed()[0], "title")
            elif kind == "unclear":
                self.section = None
                self.desk.tell(
                    "row.unclear",
                    "note",
                    f"{_UNCLEAR[lone in BELOW]}; it was kept as cells, and the rows below it were "
                    "given no section",
                    spots=view.own_printed(),
                    printed=view_text(view.own_printed()[0]),
                )
            elif kind == "loose" and view.row.row_no not in self.noted:
                spots = view.own_printed()
                self.desk.tell(
                    "row.not_understood",
                    "note",
                    "a row with one text that names no row and no section was kept as cells",
                    spots=spots,
                    printed=view_text(spots[0]) or None,
                )

    def lone_titles(self) -> LoneTitles:
        """What a title that stands alone in its row is."""
        return lone_titles(self.all_views, ruled=self.ruled)

    def mark_row(self, view: RowView, columns: Sequence[Column] | None = None) -> None:
        """Give the cells of an understood row the roles of their columns, or of *columns*."""
        of_row = self.columns if columns is None else columns
        if self._roles is None or self._roles[0] is not of_row:  # the same for nearly all rows
            self._roles = of_row, [column.role for column in of_row]
        roles = self._roles[1]
        for index, spots in view.own.items():
            if role := roles[index]:
                for spot in spots:
                    self.desk.mark(spot, role)

    def is_total(self, view: RowView, title: str | None, code: object) -> bool:
        """Whether the row is a total of the table; it is told of, and kept as cells."""
        if code is not None or not title or not _TOTAL.fullmatch(title):
            return False
        self.desk.tell(
            "row.total",
            "note",
            "a row of totals was kept as cells: it is no row of its own",
            spots=view.own_printed(),
            printed=title,
        )
        return True

    def unnamed(self, view: RowView) -> None:
        """Tell of a row of data that nothing names."""
        self.desk.tell(
            "row.no_identity",
            "warning",
            "a row without code and title was kept as cells",
            spots=view.own_printed(),
        )


def view_text(spot: Spot) -> str:
    return spot.cell.named
