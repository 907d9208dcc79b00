"""Columns that only papers of the sixth set have: commentary of some length, others' results."""

from __future__ import annotations

import random

from benchmarks.confidence.fifth.blocks import Cell
from benchmarks.confidence.fifth.sheet import Column, Draw, Row, Says, figure
from benchmarks.confidence.fourth.calendar import Calendar
from benchmarks.confidence.sixth import words

_HEADS = ("Comments", "Comments", "Commentary", "Notes", "Explanation", "Comment")


def comparator(heading: str, calendar: Calendar, offset: int) -> Column:
    """A column of what others achieved, *offset* years from the paper's: need not be read."""
    says = Says("comparator", calendar.true_year(offset), counted=False)
    return Column((heading,), 8, figure(heading, says))


def commentary(rng: random.Random, blank: float, weight: float = 27) -> Column:
    """A column of one to three sentences that fit the row's status, empty so often."""
    return Column((rng.choice(_HEADS),), weight, _said(blank), words=True)


def _said(blank: float) -> Draw:
    def draw(row: Row) -> Cell:
        rng = row.rng
        pool = {"green": words.GOOD, "amber": words.POOR, "red": words.POOR}
        own = pool.get(row.truth.status or "", words.PLAIN)
        if rng.random() < blank:
            return Cell("")
        said = rng.sample(own, rng.choice((1, 1, 2)))
        said += [rng.choice(words.PLAIN)] if own is not words.PLAIN and rng.random() < 0.2 else []
        return Cell(" ".join(said))

    return draw
