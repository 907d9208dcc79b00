"""Which time the headings of a table give it: its own, a line over it, a lone cell in it.

A table's own heading may name a part of a year alone (``Quarter 1``): that is of the year that the
paper is about. A line or a lone cell right over the columns that is nothing but a time (``Quarter 1
2009/10``) dates them however it is printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossfoot.normalise.captions import Caption, is_time_alone, names_kind, read_caption
from crossfoot.normalise.spans import year_of
from crossfoot.schema.page import Row, TextLine
from crossfoot.schema.period import Period
from crossfoot.schema.text import fold

#: Kinds of period that a line in the type of the text may name: a month may be that of a meeting.
_OF_TABLES = frozenset({"year", "quarter", "half"})
_LINES = 3


def under_line(caption: Caption, lines: Sequence[TextLine]) -> Caption:
    """The *caption* of a table below *lines*, the nearest first, one of which may be its time."""
    for line in lines[:_LINES]:
        text = fold(line.text)
        if text == caption.text:
            break
        if is_time_alone(text):
            said = read_caption(text)
            return _timed(caption, said) if _kind(said) in _OF_TABLES else caption
    return caption


def under_banner(row: Row | None, caption: Caption) -> tuple[Caption, str | None]:
    """What a lone cell over the headings says: a heading of the table, or the section it opens."""
    if row is None:
        return caption, None
    text = fold(" ".join(cell.text for cell in row.cells if cell.text))
    if names_kind(text):
        return read_caption(text), None
    said = of_section(text)
    if said is None:
        return caption, text
    return _timed(caption, said), text if said.by_the_way else None


def of_section(text: str) -> Caption | None:
    """The time that the name of a section gives the rows below it, ``None`` where it names none.

    Beside other words a month is that by which something is to be done.
    """
    said = read_caption(text)
    kind = _kind(said)
    alone = kind is not None and is_time_alone(text)
    return replace(said, by_the_way=not alone) if alone or kind in _OF_TABLES else None


def _kind(said: Caption) -> str | None:
    named = said.period or said.part
    return named.kind if named else None


def names_time(row: Row) -> bool:
    """Whether what a row prints in its only cell names a period, or a part of a year."""
    return of_section(fold(" ".join(cell.text for cell in row.cells if cell.text))) is not None


def _timed(caption: Caption, said: Caption) -> Caption:
    return replace(
        caption,
        period=said.period,
        part=said.part,
        printed_period=said.printed_period,
        by_the_way=said.by_the_way,
    )


def dated(caption: Caption, stated: Period | None) -> tuple[Caption, bool]:
    """The *caption* of a table with its period in a paper about *stated*.

    Also whether nothing is known of the table's time: a part of the year that the paper does not
    reach, so that the year may be another, or a section that names another time than the paper's,
    which may be that of a plan.
    """
    if caption.part is not None:
        of = stated or caption.period
        period = caption.part.in_year(year_of(of).start.year) if of else None
        known = period is not None and (stated is None or period.start <= stated.end)
        return replace(caption, period=period if known else None, part=None), not known
    if caption.by_the_way and caption.period is not None and stated is not None:
        apart = caption.period.end < stated.start or stated.end < caption.period.start
        return (replace(caption, period=None), True) if apart else (caption, False)
    return caption, False
