"""The columns of a table: what the heading rows say of each, and which cells stand under it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple

from crossfoot.normalise.bare_years import settle_bare_years
from crossfoot.normalise.families import FIGURE_FAMILIES
from crossfoot.normalise.figures import unit_from_heading
from crossfoot.normalise.heading_levels import Heading, is_doubtful, says_something
from crossfoot.normalise.heading_said import HeadingText
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.mark_notes import Marks, raised_words
from crossfoot.normalise.standings import Standing
from crossfoot.normalise.year_parts import YearPart
from crossfoot.schema.page import Cell, Row
from crossfoot.schema.period import Period
from crossfoot.schema.values import Basis, Guess, Measure

#: What is of no period: under ``No. 2018/19``, ``2018/19 Aim`` and ``Revised target 2018/19`` stand
#: figures, though the words alone head codes, directions and dates.
_OF_NO_PERIOD = frozenset(
    {"code", "polarity", "frequency", "unit", "owner", "lead", "due", "revised_due"}
)
_BASES: dict[str, Basis] = {
    "annual": "annual",
    "to_date": "to_date",
    "in_period": "in_period",
    "rolling": "rolling",
    "snapshot": "snapshot",
    "unknown": "unknown",
}

#: Headings remembered: each table of a paper has those of the table before, and so has the next.
_REMEMBERED = 1024
_TABLES_REMEMBERED = 128  # of a paper that prints one for each indicator most are those before
_new: Callable[[type[Column], tuple[Any, ...]], Column] = tuple.__new__  # in a third of the time


class Column(NamedTuple):
    """One logical column: grid columns ``first`` to ``last`` under one lowest heading cell.

    ``family`` is the meaning without its basis; a heading that is a period and nothing else is a
    ``result``. ``near`` is the listed heading that the printed one was taken for, ``by_content``
    a column told by what stands in it. ``unit`` is the one the heading names, a currency with its
    scale (``£000``). ``standing`` is which printing of its figures it holds, ``among_figures`` what
    its heading says if its cells are figures, ``superseded_by`` the heading of a column that prints
    its figures as they are now, and ``doubted_by`` that of one of which it is not known whether it
    does. ``on_card`` says that it is a label on a card, ``undated`` that its words name no period
    and may not take the paper's (:mod:`crossfoot.normalise.newest`), ``coded`` how the titles on
    all cards of the paper hold their codes (:mod:`crossfoot.normalise.coded_titles`).
    ``measure`` and the final period are settled by :mod:`crossfoot.normalise.measures`.
    """

    first: int
    last: int
    heading: str
    family: str | None = None
    stated_basis: Basis | None = None
    period: Period | None = None
    part: YearPart | None = None
    printed_period: str | None = None
    near: str | None = None
    by_content: bool = False
    is_step: bool = False
    unit: str | None = None
    measure: Measure | None = None
    standing: Standing | None = None
    among_figures: HeadingText | None = None
    superseded_by: str | None = None
    doubted_by: str | None = None
    on_card: bool = False
    undated: bool = False
    coded: str | None = None

    @property
    def is_figure(self) -> bool:
        return self.family in FIGURE_FAMILIES

    @property
    def has_time(self) -> bool:
        """Whether its heading names a period, or a part of a year."""
        return self.period is not None or self.part is not None

    @property
    def guess(self) -> Guess | None:
        """How the column was told, where not by a listed heading."""
        if self.by_content:
            return "content"
        if self.on_card:
            return "card"
        return "near" if self.near is not None else None

    @property
    def role(self) -> str | None:
        """What the cells under it are published as (relation ``cells``, column ``role``).

        A figure column is its measure and period (``outturn 2019/20``), the others their meaning.
        """
        if self.family in {None, "other", "risk", "purchase", "updated"}:
            return None
        if self.is_figure:
            if self.measure is None:
                return None
            return intern(f"{self.measure} {self.period.label}") if self.period else self.measure
        if self.family in {"status", "month"} and self.period is not None:
            return intern(f"{self.family} {self.period.label}")
        return self.family

    def taken_as(self, family: str) -> Column:
        """The same column with another meaning."""
        return self._replace(family=family, stated_basis=None)

    def of_figures(self) -> Column:
        """The column as its heading says it if its cells are figures."""
        said = self.among_figures
        if said is None:
            return self
        family, _, basis = (said.meaning or "").partition(".")
        return self._replace(
            family=family,
            stated_basis=stated_basis(basis),
            period=said.period,
            part=said.part,
            printed_period=said.printed_period,
            unit=unit_from_heading([self.heading]),
            standing=said.standing,
            among_figures=None,
        )


def stated_basis(name: str) -> Basis | None:
    """The basis that the second half of a meaning names (``to_date`` of ``target.to_date``)."""
    return _BASES.get(name)


def column_from(
    reader: HeadingReader,
    first: int,
    last: int,
    levels: list[str],
    words: list[str] | None = None,
) -> Column:
    """Read one column from the texts of its heading cells, the topmost first.

    *words* are the same with what their raised marks say, where a note explains any.
    """
    read = _column_of(reader, tuple(levels), None if words is None else tuple(words))
    return _new(Column, (first, last, *read[2:]))


@lru_cache(maxsize=_REMEMBERED)
def _column_of(
    reader: HeadingReader, levels: tuple[str, ...], words: tuple[str, ...] | None
) -> Column:
    """A column that begins nowhere: what it says is a matter of its headings alone."""
    said = reader.combine(levels if words is None else words)
    family, _, basis = (said.meaning or "").partition(".")
    among_figures = None
    if said.among_figures is not None:
        among_figures = said._replace(meaning=said.among_figures, among_figures=None)
        if said.has_period and family != "updated":
            family = "" if said.standing is not None or said.meaning is None else "other"
            said = HeadingText()
        said = said._replace(standing=None)
    elif not family and (said.has_period or said.bare_year):
        family = "result"
    if said.period is not None and family in _OF_NO_PERIOD:
        family, said = "", HeadingText()
    return Column(
        first=0,
        last=0,
        heading=" ".join(" ".join(level.split()) for level in levels if level.strip()),
        family=family or None,
        stated_basis=stated_basis(basis),
        period=said.period,
        part=said.part,
        printed_period=said.printed_period or said.bare_year,
        near=said.near,
        is_step=basis == "step",
        unit=unit_from_heading(levels) if family in FIGURE_FAMILIES else None,
        standing=said.standing,
        among_figures=among_figures,
        undated=said.bare_year is not None and family in FIGURE_FAMILIES,
    )


_new_heading: Callable[[type[Heading], tuple[Any, ...]], Heading] = tuple.__new__


def columns_from(
    reader: HeadingReader, heading_rows: list[Row], grid_columns: int
) -> tuple[Column, ...]:
    """Read the columns under one or more heading rows.

    A column is a run of grid columns with the same lowest heading cell; the headings above that
    cover it belong to it as upper levels. Headings that print the same give the same object.
    """
    rows = tuple(
        [tuple([_heading(cell, reader.marks) for cell in row.cells]) for row in heading_rows]
    )
    return _columns_under(reader, rows, grid_columns)


def _heading(cell: Cell, marks: Marks) -> Heading:
    plain = cell.plain
    said = raised_words(cell, marks) if marks else plain
    return _new_heading(Heading, (cell[0], cell[2], plain, said, plain != "" or cell.text != ""))


@lru_cache(maxsize=_TABLES_REMEMBERED)
def _columns_under(
    reader: HeadingReader, heading_rows: tuple[tuple[Heading, ...], ...], grid_columns: int
) -> tuple[Column, ...]:
    stacks: list[list[Heading]] = [[] for _ in range(grid_columns + 1)]
    for row in heading_rows:
        for cell in row:
            for number in range(cell.first, min(cell.first + cell.wide, grid_columns + 1)):
                stacks[number].append(cell)
    columns: list[Column] = []
    number = 1
    while number <= grid_columns:
        stack = stacks[number]
        last = number
        while (
            last < grid_columns
            and stack
            and stacks[last + 1][-1:]
            and (stacks[last + 1][-1] is stack[-1])
        ):
            last += 1
        levels = [cell.plain for cell in stack]
        columns.append(column_from(reader, number, last, levels, [cell.said for cell in stack]))
        number = last + 1
    if len(heading_rows) > 1:
        columns = _without_unknown_groups(reader, columns, stacks)
    if any(column.undated for column in columns):
        columns = settle_bare_years(columns)
    return tuple(columns)


def _without_unknown_groups(
    reader: HeadingReader, columns: list[Column], stacks: list[list[Heading]]
) -> list[Column]:
    """Take the meaning from figure columns under an upper heading of unknown words.

    It may say whose the figures are, or what is expected (``Bromley`` and ``Sutton`` over quarters,
    ``Our expectation`` over years). One over all figures alike tells them not apart; but where a
    time alone makes them figures, ``Our ambition`` over their years may be what they are.
    """
    figured = [index for index, column in enumerate(columns) if column.is_figure]
    groups: dict[int, list[int]] = {}
    for index in figured:
        for cell in stacks[columns[index].first][:-1]:
            wide = cell.wide > columns[index].last - columns[index].first + 1
            if wide and cell.prints and not says_something(reader.read(cell.plain)):
                groups.setdefault(id(cell), []).append(index)
    unknown = {
        index
        for group in groups.values()
        for index in group
        if group != figured or reader.read(stacks[columns[index].first][-1].plain).meaning is None
    }
    unknown |= {
        index
        for index in figured
        if is_doubtful(reader, stacks[columns[index].first], columns[index].family)
    }
    return [
        Column(column.first, column.last, column.heading, printed_period=column.printed_period)
        if index in unknown
        else column
        for index, column in enumerate(columns)
    ]
