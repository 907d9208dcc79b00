"""A table of indicators: columns that draw their cells and set down what is true of them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.confidence.model import TrueFigure, TrueIndicator
from benchmarks.confidence.second.blocks import Align, Cell, Line, Run, Table, plain
from benchmarks.confidence.second.codes import Code
from benchmarks.confidence.second.look import Look
from benchmarks.confidence.second.measures import Measure
from benchmarks.confidence.second.statuses import Way, judged
from benchmarks.confidence.second.values import Manner, Numbers, Value


@dataclass(frozen=True)
class Style:
    """What all rows of a paper share."""

    look: Look
    manner: Manner
    way: Way
    mark: str | None = None


@dataclass
class Row:
    """One indicator while it is drawn: its numbers, and what has been printed of it."""

    rng: random.Random
    measure: Measure
    code: Code | None
    numbers: Numbers
    truth: TrueIndicator
    style: Style
    marked: bool = False


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


def new_row(rng: random.Random, measure: Measure, code: Code | None, style: Style) -> Row:
    """A row with nothing printed yet."""
    places = rng.choice((0, 1, 1, 2)) if measure.unit == "%" else 1
    title = measure.title
    if measure.unit == "%" and not style.manner.percent and not _tells_percent(title):
        title = f"{title} (%)"
    truth = TrueIndicator(code.canonical if code else None, title)
    return Row(rng, measure, code, Numbers(rng, measure, style.manner, places), truth, style)


def headings(columns: Sequence[Column], look: Look) -> list[list[Cell]]:
    """The rows of headings: equal neighbours of an upper level are one cell over their columns."""
    deep = max(len(column.levels) for column in columns)
    rows: list[list[Cell]] = []
    for level in range(deep):
        row: list[Cell] = []
        before: tuple[str, ...] | None = None
        for column in columns:
            levels = column.levels
            if level >= len(levels):
                before = None
                continue
            last = level == len(levels) - 1
            if not last and before == levels[: level + 1]:
                row[-1] = _wider(row[-1], look)
                continue
            before = None if last else levels[: level + 1]
            row.append(
                Cell(
                    ((Run(levels[level]),),) if levels[level] else (),
                    rows=deep - level if last else 1,
                    heading=True,
                    align=column.heads or look.heads,
                )
            )
        rows.append(row)
    return rows


def table(columns: Sequence[Column], look: Look) -> Table:
    """A table with these columns and no rows yet."""
    return Table([column.weight for column in columns], headings(columns, look))


def section(text: str, columns: Sequence[Column], look: Look) -> list[Cell]:
    """A row of one cell over all columns."""
    run = Run(text, bold=True)
    return [Cell(((run,),), columns=len(columns), fill=look.section_fill)]


def code_cell(row: Row) -> Cell:
    return plain(row.code.printed if row.code else "")


def title_cell(row: Row) -> Cell:
    return plain(row.truth.title)


def code_and_title(row: Row) -> Cell:
    """The code before the title, in one cell."""
    return plain(f"{row.code.printed} {row.truth.title}" if row.code else row.truth.title)


def defined_title(row: Row) -> Cell:
    """The title, and under it in small letters its definition."""
    definition = Run(row.measure.definition, italic=True, small=True)
    row.truth.also = (f"{row.truth.title} {row.measure.definition}",)
    return Cell(((Run(row.truth.title, bold=True),), (definition,)))


def nothing(_row: Row) -> Cell:
    """A column with nothing in it yet."""
    return plain("")


def unit_cell(row: Row) -> Cell:
    """A column that names the unit."""
    unit = row.measure.unit
    names = {"n": "Number", "ratio": "Ratio", "net": "Number", "net£": "£", "days": "Days"}
    return plain(names.get(unit, unit), align="center")


def good_cell(words: tuple[str, str]) -> Draw:
    """A column that says which way is good: *words* for high and low."""
    return lambda row: plain(words[row.measure.good == "low"], align="center")


def words_cell(texts: Sequence[str], *, blank: float = 0.0) -> Draw:
    """A column of words that are no figures."""
    return lambda row: plain("" if row.rng.random() < blank else row.rng.choice(texts))


def figure(slot: str, says: Says, *, blanks: bool = True) -> Draw:
    """A column of values: what *slot* holds, which is in truth what *says* says."""

    def draw(row: Row) -> Cell:
        value = row.numbers.value(slot, blanks=blanks)
        cell = number_cell(value, row.style.look)
        if value.value is None:
            return cell
        row.truth.figures.append(
            TrueFigure(
                says.measure,
                says.period,
                value.value,
                value.unit,
                says.also,
                says.counted,
                says.bases,
            )
        )
        if row.style.mark and says.counted and not row.marked and row.rng.random() < 0.12:
            row.marked = True
            mark = Run(row.style.mark, raised=row.style.mark != "*")
            return Cell(((Run(value.printed), mark),), align=cell.align, places=cell.places)
        return cell

    return draw


def variance(one: str, other: str) -> Draw:
    """A column of differences."""
    return lambda row: number_cell(Value(row.numbers.difference(one, other)), row.style.look)


def status(actual: str, target: str) -> Draw:
    """The status of the row, by the values of two slots; the row's is the last one printed."""

    def draw(row: Row) -> Cell:
        first, second = row.numbers.value(actual).value, row.numbers.value(target).value
        found = judged(first, second, row.measure)
        if first is not None and second is None and row.style.way.names_data_only:
            found = "data_only"
        row.truth.status = found or row.truth.status
        return row.style.way.cell(found)

    return draw


def trend(now: str, before: str) -> Draw:
    """The direction of travel between two slots, better being up."""

    def draw(row: Row) -> Cell:
        first, second = row.numbers.value(now).value, row.numbers.value(before).value
        if first is None or second is None:
            return plain("")
        if first == second:
            return row.style.way.trend("same")
        better = (first > second) == (row.measure.good == "high")
        return row.style.way.trend("up" if better else "down")

    return draw


def number_cell(value: Value, look: Look) -> Cell:
    """A cell of a number, aligned as the paper aligns numbers."""
    lines: tuple[Line, ...] = ((Run(value.printed),),) if value.printed else ()
    places = None
    if look.numbers == "decimal" and value.value is not None:
        found = re.search(r"\.([0-9]+)", value.printed)
        places = len(found[1]) if found else 0
    return Cell(lines, align=look.number_align, places=places)


def _tells_percent(title: str) -> bool:
    return "%" in title or "percent" in title.casefold()


def _wider(cell: Cell, look: Look) -> Cell:
    """The heading over one column more; without a grid only its middle tells what it is over."""
    align = cell.align if look.ruling == "ruled" else "center"
    return Cell(cell.lines, columns=cell.columns + 1, heading=True, align=align)
