"""Tables of the fifth set: columns that draw their cells and set down what is true of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from benchmarks.confidence.fifth.blocks import Cell, Look, Table
from benchmarks.confidence.fifth.measures import Measure
from benchmarks.confidence.fifth.statuses import Marks, earned, way
from benchmarks.confidence.fifth.values import Code, Hand, Numbers, Printed, written
from benchmarks.confidence.fifth.words import NOTES, WELL
from benchmarks.confidence.model import TrueFigure, TrueIndicator

#: A result or a target of the year so far: of no month or quarter alone.
TO_DATE = ("to_date", "unknown")


@dataclass(frozen=True)
class Style:
    """What all rows of a paper share.

    ``starred`` where one value may have a footnote; ``plain``: in which words trends are told.
    """

    look: Look
    hand: Hand
    marks: Marks
    tolerance: Decimal
    starred: bool
    plain: int


@dataclass
class Row:
    """One indicator while it is drawn: its numbers, and what has been printed of it."""

    rng: random.Random
    measure: Measure
    code: Code | None
    numbers: Numbers
    truth: TrueIndicator
    style: Style
    starred: bool = False
    theme: str = ""

    def status(self, actual: str, target: str) -> str | None:
        """The status that one slot earns beside another."""
        one, other = self.numbers.at(actual).value, self.numbers.at(target).value
        found = earned(one, other, self.measure, self.style.tolerance)
        return self.style.marks.says(one, found, aimed=other is not None)


Draw = Callable[[Row], Cell]


@dataclass(frozen=True)
class Column:
    """One column: its headings from the top, its share of the width, what it draws in a row.

    Its heading stands as the paper's do: left over ``words``, in the middle over ``marks``.
    """

    levels: tuple[str, ...]
    weight: float
    draw: Draw
    words: bool = False
    marks: bool = False


@dataclass(frozen=True)
class Says:
    """What a value is in truth; see :class:`TrueFigure`."""

    measure: str
    period: str | None
    also: tuple[tuple[str, str | None], ...] = ()
    counted: bool = True
    bases: tuple[str, ...] = ()

    def of(self, printed: Printed) -> TrueFigure | None:
        """The truth of a printed value; None where it is no figure."""
        if printed.value is None:
            return None
        told = (self.also, self.counted, self.bases)
        return TrueFigure(self.measure, self.period, printed.value, printed.unit, *told)


def headings(columns: Sequence[Column], look: Look) -> list[list[Cell]]:
    """The rows of headings: equal neighbours of an upper level are one cell over their columns.

    A heading with fewer levels spans down.
    """
    deep = max(len(column.levels) for column in columns)
    rows: list[list[Cell]] = [[] for _ in range(deep)]
    for place, column in enumerate(columns):
        short = deep - len(column.levels)
        align = "left" if column.words else "center" if column.marks else look.heads
        head = Cell(heading=True, align=align)
        rows[0].append(replace(head, text=column.levels[0], rows=short + 1))
        for level in range(1, len(column.levels)):
            rows[level + short].append(replace(head, text=column.levels[level]))
        if (
            place
            and len(column.levels) > 1
            and columns[place - 1].levels[:-1] == column.levels[:-1]
        ):
            rows[0].pop()
            joined = rows[0][-1]
            rows[0][-1] = replace(joined, columns=joined.columns + 1, align="center")
    return rows


def table(columns: Sequence[Column], look: Look) -> Table:
    """A table with these columns and no rows yet; headings have two levels at most."""
    return Table([column.weight for column in columns], headings(columns, look))


def cells(columns: Sequence[Column], row: Row) -> list[Cell]:
    """Draw one row."""
    return [column.draw(row) for column in columns]


def band(text: str, columns: int, look: Look) -> list[Cell]:
    """A row of one cell over all columns."""
    return [Cell(text, bold=True, columns=columns, fill=look.section_fill)]


def code_cell(row: Row) -> Cell:
    return Cell(row.code.printed if row.code else "")


def title_cell(row: Row) -> Cell:
    return Cell(row.truth.title)


def theme_cell(row: Row) -> Cell:
    """A column that says in every row to what it belongs, as exports do."""
    return Cell(row.theme)


def code_and_title(row: Row) -> Cell:
    """Both in one cell, the code first."""
    return Cell(f"{row.code.printed} {row.truth.title}" if row.code else row.truth.title)


def code_over_title(row: Row) -> Cell:
    """Both in one cell, the code in a line of its own."""
    return Cell(f"{row.code.printed}\n{row.truth.title}" if row.code else row.truth.title)


def title_and_code(row: Row) -> Cell:
    """Both in one cell, the code behind in brackets."""
    return Cell(f"{row.truth.title} ({row.code.printed})" if row.code else row.truth.title)


def texts(pool: Sequence[str], *, blank: float = 0.0) -> Draw:
    """A column of words that are no figures."""
    return lambda row: Cell("" if row.rng.random() < blank else row.rng.choice(pool))


def note_cell(blank: float) -> Draw:
    """A column of notes, empty so often; only what stands well is praised."""

    def draw(row: Row) -> Cell:
        pool = (*NOTES, *WELL, *WELL) if row.truth.status == "green" else NOTES
        return Cell("" if row.rng.random() < blank else row.rng.choice(pool))

    return draw


def centred(pool: Sequence[str]) -> Draw:
    """A column of short words that stand as the paper's numbers do."""
    return lambda row: Cell(row.rng.choice(pool), align=row.style.look.numbers)


def good_cell(words: tuple[str, str]) -> Draw:
    """A column that says which way is good: *words* for high and low."""
    return lambda row: Cell(words[row.measure.good == "low"], align=row.style.look.numbers)


def empty(_row: Row) -> Cell:
    """A column with nothing in it yet."""
    return Cell()


def figure(slot: str, says: Says, *, gaps: bool = True, against: str | None = None) -> Draw:
    """A column of values: what *slot* holds, which is in truth what *says* says.

    Where *against* names the slot of a target the cell is painted with the status so earned, which
    is then the row's.
    """

    def draw(row: Row) -> Cell:
        printed = row.numbers.at(slot, gaps=gaps)
        true = says.of(printed)
        text = printed.text
        if true is not None:
            row.truth.figures.append(true)
            if row.style.starred and not row.starred and row.rng.random() < 0.12:
                row.starred = True
                text += "*"
        fill = None
        if against is not None:
            status = row.status(slot, against)
            row.truth.status = status
            fill = row.style.marks.fills.get(status or "")
        return Cell(text, align=row.style.look.numbers, fill=fill)

    return draw


def variance(actual: str, target: str, *, share: bool) -> Draw:
    """How far one slot lies from another, in its own unit or as a share: nobody's figure."""

    def draw(row: Row) -> Cell:
        align = row.style.look.numbers
        one, other = row.numbers.at(actual).value, row.numbers.at(target).value
        if one is None or other is None or (share and other == 0):
            return Cell(align=align)
        if not share:
            sign = "-" if one < other else "+"
            far = written(abs(one - other), row.measure, row.style.hand)
            return Cell(f"{sign}{far.text}", align=align)
        return Cell(f"{100 * (one - other) / other:+.1f}%", align=align)

    return draw


_UNITS = {"%": "%", "n": "Number", "d": "Number", "days": "Days", "£": "£"}


def unit_cell(row: Row) -> Cell:
    """A column that says in what the row is measured."""
    return Cell(_UNITS[row.measure.unit], align="center")


def status_cell(actual: str, target: str) -> Draw:
    """The status of the row by the values of two slots; the last one drawn is the row's."""

    def draw(row: Row) -> Cell:
        status = row.status(actual, target)
        row.truth.status = status
        return row.style.marks.cell(status)

    return draw


def way_cell(now: str, before: str, *, pictured: bool) -> Draw:
    """The direction of travel between two slots, better being up."""

    def draw(row: Row) -> Cell:
        one, other = row.numbers.at(now).value, row.numbers.at(before).value
        if one is None or other is None:
            return way(None, pictured=pictured)
        better = (one > other) == (row.measure.good == "high")
        direction = "level" if one == other else "up" if better else "down"
        return way(direction, pictured=pictured, plain=row.style.plain)

    return draw
