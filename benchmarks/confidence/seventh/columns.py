"""Columns and headings of the seventh set: up to three levels, others' results, commentary."""

from __future__ import annotations

import random
from collections.abc import Sequence

from benchmarks.confidence.fifth.blocks import Cell, Look, Table
from benchmarks.confidence.fifth.sheet import Column, Draw, Row, Says, figure
from benchmarks.confidence.fourth.calendar import Calendar
from benchmarks.confidence.seventh import words

_HEADS = ("Commentary", "Narrative", "Comments", "What is the story?", "Service comment", "Remarks")
#: Directions as a font of signs has them.
_ARROWS = {"up": "▲", "down": "▼", "level": "="}


def headings(columns: Sequence[Column], look: Look) -> list[list[Cell]]:
    """The rows of headings: equal neighbours of an upper level are one cell over their columns.

    The last level of a column reaches down to its values.
    """
    deep = max(len(column.levels) for column in columns)
    rows: list[list[Cell]] = [[] for _ in range(deep)]
    for level in range(deep):
        place = 0
        while place < len(columns):
            column, wide = columns[place], 1
            if level < len(column.levels) - 1:
                upper = column.levels[: level + 1]
                while place + wide < len(columns) and _is_under(columns[place + wide], upper):
                    wide += 1
            if level < len(column.levels):
                rows[level].append(_head(column, level, wide, deep, look))
            place += wide
    return rows


def _is_under(column: Column, upper: tuple[str, ...]) -> bool:
    return len(column.levels) > len(upper) and column.levels[: len(upper)] == upper


def _head(column: Column, level: int, wide: int, deep: int, look: Look) -> Cell:
    last = level == len(column.levels) - 1
    align = "left" if column.words else "center" if column.marks or wide > 1 else look.heads
    tall = deep - level if last else 1
    return Cell(column.levels[level], columns=wide, rows=tall, heading=True, align=align)


def table(columns: Sequence[Column], look: Look) -> Table:
    """A table with these columns and no rows yet."""
    return Table([column.weight for column in columns], headings(columns, look))


def comparator(levels: tuple[str, ...], period: str | None) -> Column:
    """A column of what others achieved: it need not be read."""
    says = Says("comparator", period, counted=False)
    return Column(levels, 8, figure(" ".join(levels), says))


def baseline(calendar: Calendar, offset: int, heading: str) -> Column:
    """A column of where things began: truly that year's result, and nothing that need be told."""
    year = calendar.true_year(offset)
    also = (("previous", year), ("previous", None), ("comparator", year))
    says = Says("outturn", year, also=also, counted=False)
    return Column((heading,), 8, figure("baseline", says, gaps=False))


def commentary(rng: random.Random, blank: float, weight: float = 26) -> Column:
    """A column of sentences that fit the row's status, empty so often."""
    return Column((rng.choice(_HEADS),), weight, _said(blank), words=True)


def _said(blank: float) -> Draw:
    def draw(row: Row) -> Cell:
        rng = row.rng
        pool = {"green": words.GLAD, "amber": words.SORRY, "red": words.SORRY}
        own = pool.get(row.truth.status or "", words.NEUTRAL)
        if rng.random() < blank:
            return Cell("")
        said = rng.sample(own, rng.choice((1, 1, 2, 3)))
        return Cell(("\n" if rng.random() < 0.2 else " ").join(said))

    return draw


def arrow(heading: str, now: str, before: str) -> Column:
    """A column of the direction of travel in a font of signs, better being up."""

    def draw(row: Row) -> Cell:
        one, other = row.numbers.at(now).value, row.numbers.at(before).value
        if one is None or other is None:
            return Cell(align="center")
        better = (one > other) == (row.measure.good == "high")
        return Cell(
            _ARROWS["level" if one == other else "up" if better else "down"], align="center"
        )

    return Column((heading,), 7, draw, marks=True)


def noted(column: Column, mark: str) -> Column:
    """The column, its heading marked for a note below the table."""
    return Column((*column.levels[:-1], column.levels[-1] + mark), column.weight, column.draw)
