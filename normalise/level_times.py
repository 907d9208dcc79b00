"""The times that the headings of one column name on several levels, and which is the column's.

What stands nearer the figures goes before what stands farther off: ``Q1`` under ``Q2 2009/10`` is
the first quarter of that year, ``Last year`` under it no result of that quarter. Where two levels
name times of which neither can hold within the other, the column's time is not known.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.normalise.heading_said import HeadingText
from crossfoot.normalise.spans import year_of
from crossfoot.schema.period import Period

#: Kinds of period that are part of a year.
_PARTS = frozenset({"quarter", "half", "month", "months"})


def family_of(said: HeadingText) -> str:
    """The meaning of a heading up to its basis."""
    return (said.meaning or "").partition(".")[0]


def is_kept(leaf: HeadingText, whole: HeadingText) -> bool:
    """Whether *whole*, all levels read as one line, keeps what the lowest says by itself.

    ``Q2 2009/10`` over ``Apr-Sep`` is not that quarter, though one line of both may be.
    ``Year end target`` under ``Q2`` is no target of the quarter.
    """
    if whole.period is not None and leaf.has_period:
        own = leaf.period or (leaf.part and leaf.part.in_year(year_of(whole.period).start.year))
        if own is None or (own.kind != "year" and own != whole.period):
            return False
    if whole.period is None and None not in {leaf.part, whole.part} and leaf.part != whole.part:
        return False
    if leaf.meaning is None or leaf.meaning == whole.meaning:
        return True
    if leaf.meaning == "outturn":
        return whole.meaning not in {None, "result", "result.unknown"}
    of_year = leaf.meaning == "target.annual"
    return not (of_year and (whole.meaning or "").startswith("target"))


def without_others_time(leaf: HeadingText, said: HeadingText) -> HeadingText:
    """A column that the lowest heading calls the previous one has no time that others name."""
    if family_of(leaf) != "previous" or leaf.has_period or leaf.bare_year:
        return said
    return said._replace(period=None, part=None, printed_period=None, bare_year=None)


def with_time(said: HeadingText, levels: Sequence[HeadingText]) -> HeadingText | None:
    """*said* with the time that its headings name, the topmost first; ``None`` where they differ.

    A part of a year is of the year that another level names. Under a part of a year that names its
    own, a part is of the same year, unless it would end later: then the year may be another. A year
    alone under a part of another year is that year or the same part of it.
    """
    lowest_first = levels[::-1]
    dated = [(at, level.period) for at, level in enumerate(lowest_first) if level.period]
    parts = [(at, level.part) for at, level in enumerate(lowest_first) if level.part]
    if not dated:
        if not parts:
            return said
        at, part = parts[0]
        return said._replace(part=part, printed_period=lowest_first[at].printed_period)
    at, period = dated[0]
    printed = lowest_first[at].printed_period
    if parts and (period.kind == "year" or parts[0][0] < at):
        of, part = parts[0]
        whole = part.in_year(year_of(period).start.year)
        if period.kind != "year" and (whole is None or whole.end > period.end):
            return None
        if whole is not None:
            both = f"{printed} {lowest_first[of].printed_period}"
            return said._replace(period=whole, part=None, printed_period=both)
    elif period.kind == "year" and lowest_first[at].meaning is None:
        found = _narrowed(period, [other for _, other in dated[1:]])
        if found is None:
            return None
        period = found
    return said._replace(period=period, part=None, printed_period=printed)


def _narrowed(year: Period, above: Sequence[Period]) -> Period | None:
    """A year under a part of it is that part; ``None`` under a part of another year."""
    part = next((period for period in above if period.kind in _PARTS), None)
    if part is None:
        return year
    return part if year_of(part) == year else None
