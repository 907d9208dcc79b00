"""Columns of the eighth set: what changed, who did better, of what a share is one, when."""

from __future__ import annotations

import random
from decimal import Decimal

from benchmarks.confidence.eighth import words
from benchmarks.confidence.fifth.blocks import Cell
from benchmarks.confidence.fifth.sheet import Column, Draw, Row, Says, centred, figure, texts
from benchmarks.confidence.fifth.values import written
from benchmarks.confidence.fourth.calendar import Calendar

_NOTES = ("Comment", "Comments", "Officer's note", "Context", "Analysis", "Further information")


def note(rng: random.Random, blank: float, weight: float = 24) -> Column:
    """A column of sentences that fit the row's status, empty so often."""

    def draw(row: Row) -> Cell:
        pool = {"green": words.GLAD, "amber": words.SORRY, "red": words.SORRY}
        own = pool.get(row.truth.status or "", words.NEUTRAL)
        if row.rng.random() < blank:
            return Cell("")
        return Cell(" ".join(row.rng.sample(own, row.rng.choice((1, 1, 1, 2, 3)))))

    return Column((rng.choice(_NOTES),), weight, draw, words=True)


def change(heading: tuple[str, ...], now: str, before: str) -> Column:
    """A column of by how much a value differs from another, in its own unit: nobody's figure."""

    def draw(row: Row) -> Cell:
        align = row.style.look.numbers
        one, other = row.numbers.at(now).value, row.numbers.at(before).value
        if one is None or other is None:
            return Cell("n/a" if row.style.hand.gaps == ("n/a",) else "", align=align)
        far = abs(one - other)
        if row.measure.unit == "%":
            return Cell(f"{'-' if one < other else '+'}{far} pp", align=align)
        sign = "-" if one < other else "+"
        return Cell(f"{sign}{written(far, row.measure, row.style.hand).text}", align=align)

    return Column(heading, 8, draw)


def share_of_change(heading: tuple[str, ...], now: str, before: str) -> Column:
    """A column of the change as a share of what was before: nobody's figure."""

    def draw(row: Row) -> Cell:
        align = row.style.look.numbers
        one, other = row.numbers.at(now).value, row.numbers.at(before).value
        if one is None or not other:
            return Cell("", align=align)
        return Cell(f"{100 * (one - other) / other:+.1f}%", align=align)

    return Column(heading, 8, draw)


def others(heading: tuple[str, ...], period: str | None, weight: float = 8) -> Column:
    """A column of what others achieved, or of one's own years taken together: it need not be read.

    Where *period* is None any may be read.
    """
    says = Says("comparator", period, counted=False)
    return Column(heading, weight, figure(" ".join(heading), says))


def rank(heading: str, of: int, *, worded: bool) -> Column:
    """A column of the place among others."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    told = [f"{n}{ends.get(n, 'th')} of {of}" if worded else f"{n}/{of}" for n in range(1, of + 1)]
    return Column((heading,), 8, centred(told))


def quartile(heading: str) -> Column:
    """A column of the quarter of all authorities in which this one is."""
    return Column((heading,), 9, centred(("Best", "2nd", "3rd", "Worst")))


def parts(top: str, bottom: str) -> tuple[Column, Column]:
    """Columns of what a share is counted over: of how many it is true, and of how many in all."""

    def whole(row: Row) -> int:
        if "whole" not in row.numbers.slots:
            row.numbers.put("whole", Decimal(row.rng.randrange(120, 6400)))
        return int(row.numbers.at("whole").value or 0)

    def count(row: Row) -> Cell:
        share = row.numbers.at("actual 0").value
        found = "" if share is None else f"{whole(row) * share / 100:,.0f}"
        return Cell(found if row.measure.unit == "%" else "", align=row.style.look.numbers)

    def over(row: Row) -> Cell:
        told = f"{whole(row):,}" if row.measure.unit == "%" else ""
        return Cell(told, align=row.style.look.numbers)

    return Column((top,), 9, count), Column((bottom,), 9, over)


def interval(heading: tuple[str, ...]) -> Column:
    """A column of how far a sample may lie from the truth."""
    told = tuple(f"±{n / 10:.1f}%" for n in range(12, 48))
    return Column(heading, 8, centred(told))


def asked(heading: tuple[str, ...]) -> Column:
    """A column of how many answered."""
    return Column(heading, 7, centred(tuple(f"{n:,}" for n in range(412, 2300, 37))))


def partners(heading: str) -> Column:
    """A column of who works towards a target."""
    return Column((heading,), 15, texts(words.AGENCIES), words=True)


def rolling(calendar: Calendar, month: int, heading: str) -> Column:
    """A column of the twelve months up to a month's end."""
    period = f"12 months to {calendar.iso(month, calendar.last_day(month))}"
    return Column((heading,), 9, figure("rolling", Says("actual", period, (("outturn", period),))))


def direction(rng: random.Random, heading: str, now: str, before: str) -> Column:
    """A column that says in words whether things got better."""
    up, same, down = rng.choice(
        (
            ("Improving", "Stable", "Worsening"),
            ("Getting better", "No change", "Getting worse"),
            ("Improved", "Static", "Deteriorated"),
        )
    )

    def draw(row: Row) -> Cell:
        one, other = row.numbers.at(now).value, row.numbers.at(before).value
        if one is None or other is None:
            return Cell("Not known", align="center")
        better = (one > other) == (row.measure.good == "high")
        return Cell(same if one == other else up if better else down, align="center")

    return Column((heading,), 11, draw, marks=True)


def own_period(calendar: Calendar, now: int) -> tuple[Draw, Draw]:
    """Cells of a period that each row has for itself, and of that period's result.

    It is a year gone by or a quarter of the paper's year.
    """

    def when(row: Row) -> tuple[str, Says]:
        number = row.measure.title.count("e") % 3
        if number == 0 and now > 1:
            return calendar.quarter(now), Says("actual", calendar.true_quarter(now))
        offset = -1 if number < 2 else -2
        return calendar.year(offset), Says("outturn", calendar.true_year(offset))

    def period(row: Row) -> Cell:
        return Cell(when(row)[0], align="center")

    def value(row: Row) -> Cell:
        return figure("actual 0", when(row)[1], gaps=False)(row)

    return period, value
