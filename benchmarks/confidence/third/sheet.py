"""Tables of the third set: columns that draw their cells and set down what is true of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from benchmarks.confidence.model import TrueFigure, TrueIndicator
from benchmarks.confidence.second.blocks import Align, Cell, Run, Table, plain
from benchmarks.confidence.second.codes import Code
from benchmarks.confidence.third.look import Look
from benchmarks.confidence.third.measures import Measure
from benchmarks.confidence.third.statuses import Marks, earned
from benchmarks.confidence.third.values import Hand, Numbers, Printed, change, difference


@dataclass(frozen=True)
class Style:
    """What all rows of a paper share; ``foot`` is the mark of its footnote."""

    look: Look
    hand: Hand
    marks: Marks
    tolerance: Decimal
    foot: str | None = None


@dataclass
class Row:
    """One indicator while it is drawn: its numbers, and what has been printed of it."""

    rng: random.Random
    measure: Measure
    code: Code | None
    numbers: Numbers
    truth: TrueIndicator
    style: Style
    footed: bool = False

    def status(self, actual: str, target: str) -> str | None:
        """The status that one slot earns beside another."""
        first, second = self.numbers.gap(actual, target)
        return earned(first, second, self.measure, self.style.tolerance)


Draw = Callable[[Row], Cell]


@dataclass(frozen=True)
class Column:
    """One column: its headings from the top, its share of the width, what it draws in a row."""

    levels: tuple[str, ...]
    weight: float
    draw: Draw
    heads: Align | None = None


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
        return TrueFigure(
            self.measure,
            self.period,
            printed.value,
            printed.unit,
            self.also,
            self.counted,
            self.bases,
        )


def new_row(rng: random.Random, measure: Measure, code: Code | None, style: Style) -> Row:
    """A row with nothing printed yet."""
    truth = TrueIndicator(code.canonical if code else None, measure.title)
    return Row(rng, measure, code, Numbers(rng, measure, style.hand), truth, style)


def headings(columns: Sequence[Column], look: Look) -> list[list[Cell]]:
    """The rows of headings: equal neighbours of an upper level are one cell over their columns.

    A heading with fewer levels spans down, or stands in the last row under empty cells.
    """
    deep = max(len(column.levels) for column in columns)
    rows: list[list[Cell]] = [[] for _ in range(deep)]
    for place, column in enumerate(columns):
        missing = deep - len(column.levels)
        align = column.heads or look.heads
        if missing and look.reach:
            rows[0].append(_head(column.levels[0], align, rows=missing + 1))
        elif missing:
            for level in range(missing):
                rows[level].append(_head("", align))
            rows[missing].append(_head(column.levels[0], align))
        for level in range(1 if missing else 0, len(column.levels)):
            under = column.levels[: level + 1]
            last = level == len(column.levels) - 1
            if not last and place and columns[place - 1].levels[: level + 1] == under:
                cell = rows[level + missing][-1]
                rows[level + missing][-1] = replace(cell, columns=cell.columns + 1, align="center")
            else:
                rows[level + missing].append(_head(column.levels[level], align))
    return rows


def table(columns: Sequence[Column], look: Look) -> Table:
    """A table with these columns and no rows yet."""
    return Table([column.weight for column in columns], headings(columns, look))


def cells(columns: Sequence[Column], row: Row) -> list[Cell]:
    """Draw one row."""
    return [column.draw(row) for column in columns]


def band(text: str, columns: int, look: Look) -> list[Cell]:
    """A row of one cell over all columns."""
    return [Cell(((Run(text, bold=True),),), columns=columns, fill=look.section_fill)]


def code_cell(row: Row) -> Cell:
    return plain(row.code.printed if row.code else "")


def title_cell(row: Row) -> Cell:
    return plain(row.truth.title)


def title_with_code(row: Row) -> Cell:
    """The title, and behind it in brackets its code."""
    return plain(f"{row.truth.title} ({row.code.printed})" if row.code else row.truth.title)


def empty(_row: Row) -> Cell:
    """A column with nothing in it yet."""
    return plain("")


def unit_cell(row: Row) -> Cell:
    """A column that names the unit."""
    names = {"n": "No.", "d": "Rate", "days": "Days", "net": "£", "time": "mm:ss"}
    return plain(names.get(row.measure.unit, row.measure.unit), align=row.style.marks.align)


def good_cell(words: tuple[str, str]) -> Draw:
    """A column that says which way is good: *words* for high and low."""
    return lambda row: plain(words[row.measure.good == "low"], align=row.style.marks.align)


def text_cell(texts: Sequence[str], *, blank: float = 0.0) -> Draw:
    """A column of words that are no figures."""
    return lambda row: plain("" if row.rng.random() < blank else row.rng.choice(texts))


def figure(slot: str, says: Says, *, gaps: bool = True, against: str | None = None) -> Draw:
    """A column of values: what *slot* holds, which is in truth what *says* says.

    Where *against* names the slot of a target the cell is painted with the status so earned,
    which is then the row's latest.
    """

    def draw(row: Row) -> Cell:
        printed = row.numbers.at(slot, gaps=gaps)
        cell = number(printed.text, row.style.look)
        if against is not None:
            status = row.status(slot, against)
            row.truth.status = status or row.truth.status
            cell = replace(cell, fill=row.style.marks.paint(status))
        true = says.of(printed)
        if true is None:
            return cell
        row.truth.figures.append(true)
        foot = row.style.foot
        if foot and says.counted and not row.footed and row.rng.random() < 0.1:
            row.footed = True
            return replace(cell, lines=((*cell.lines[0], Run(foot, raised=foot != "*")),))
        return cell

    return draw


def gap_cell(one: str, other: str, *, share: bool = False) -> Draw:
    """A column of differences, or of changes in per cent: no figures of the row."""

    def draw(row: Row) -> Cell:
        first, second = row.numbers.gap(one, other)
        if first is None or second is None:
            return plain("")
        text = change(first, second) if share else difference(first, second)
        return number(text, row.style.look)

    return draw


def status_cell(actual: str, target: str) -> Draw:
    """The status of the row, by the values of two slots; the row's is the last one printed."""

    def draw(row: Row) -> Cell:
        status = row.status(actual, target)
        row.truth.status = status or row.truth.status
        return row.style.marks.cell(status)

    return draw


def way_cell(now: str, before: str) -> Draw:
    """The direction of travel between two slots, better being up."""

    def draw(row: Row) -> Cell:
        first, second = row.numbers.gap(now, before)
        if first is None or second is None:
            return plain("")
        better = (first > second) == (row.measure.good == "high")
        level = first == second
        return row.style.marks.way("level" if level else "up" if better else "down")

    return draw


def number(text: str, look: Look) -> Cell:
    """A cell of a number, aligned as the paper aligns numbers."""
    return Cell(((Run(text),),) if text else (), align=look.number_align)


def _head(text: str, align: Align, rows: int = 1) -> Cell:
    return Cell(((Run(text),),) if text else (), rows=rows, heading=True, align=align)
