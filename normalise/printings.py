"""Columns of several printings of a figure: restated, not final yet, a target revised.

Where the words of a heading may be said of dates and targets as well (``2018/19 Revised``), what
stands under it and the columns beside it decide; else it is not understood. Of two targets for one
period the revised one counts, before it the one of which nothing is said, last the provisional.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from crossfoot.normalise.aims import heads_targets
from crossfoot.normalise.column_contents import dates_among, figures_among
from crossfoot.normalise.columns import Column
from crossfoot.normalise.families import RESULT_FAMILIES
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.heading_said import HeadingText
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.standings import is_of_results

#: A budget or a target may be revised as well as a result: beside one of these it is not known.
_PLANNED = re.compile(
    r"\b(?:original|approved|budget|planned|profiled?|forecast|estimated?)\b", re.IGNORECASE
)
_REVISED = re.compile(r"\b(?:revised|amended|updated|re-?\s?set|new)\b", re.IGNORECASE)
_RANKS = {"restated": 2, "provisional": 0}
_PLAIN_RANK = 1
#: What a cell prints where there is no second target.
_NOT_SAID = frozenset({"blank", "dash", "not_available"})


def tell_printings(segment: Segment, texts: Sequence[Sequence[str]]) -> None:
    """Tell what stands under headings that may be of figures. The segment is changed.

    *texts* are those under each column. Dates under what is revised are revised dates.
    """
    columns = list(segment.columns)
    for index, column in enumerate(segment.columns):
        said = column.among_figures
        if said is None or not texts[index]:
            continue
        if dates_among(texts[index]) * 2 > 1:
            if column.family is None and _REVISED.search(column.heading):
                columns[index] = column.taken_as("revised_due")
        elif figures_among(texts[index]) * 2 > 1:
            if _is_of_figures(column, segment.columns, texts[index]):
                columns[index] = column.of_figures()
                continue
            for place in _doubted(column, segment.columns):
                columns[place] = columns[place]._replace(doubted_by=column.heading)
    segment.columns = tuple(columns)


def _is_of_figures(column: Column, columns: Sequence[Column], texts: Sequence[str]) -> bool:
    """Whether the columns beside one of figures leave no doubt whose figures they are."""
    said = column.among_figures
    if said is None or said.standing is None or (said.meaning or "").startswith("target"):
        return said is not None and _is_sure_by_words(said, column, columns, texts)
    time = said.period, said.part
    beside = [each for each in columns if each.first != column.first and each.among_figures is None]
    plain = [each for each in beside if each.family in RESULT_FAMILIES and each.standing is None]
    same_time = [each for each in beside if (each.period, each.part) == time]
    of_it = any(each in same_time for each in plain)
    before = _nearest_before(column, same_time)
    if said.standing.kind == "provisional":
        targets = [each for each in beside if each.family == "target" and each.period]
        if _goes_on(said, targets) and not _goes_on(said, plain, since=True):
            return False
        return bool(plain or same_time) or not targets
    if any(_PLANNED.search(each.heading) for each in columns):
        return False
    if any(each.family in RESULT_FAMILIES and each.first > column.first for each in same_time):
        return False  # a plan comes before its result, what is printed anew after it
    if any(each.family not in RESULT_FAMILIES for each in same_time) and before not in plain:
        return False  # behind a target it may be the target that is revised
    if any(each.family is None and _names(each, said) for each in beside):
        return False
    later = _later(said, plain)
    if not any(each.family == "target" for each in beside):
        later = [each for each in later if _is_sure(each)]
        of_it = of_it and (bool(later) or not _later(said, plain))
    return of_it or bool(later)


def _is_sure_by_words(
    said: HeadingText, column: Column, columns: Sequence[Column], texts: Sequence[str]
) -> bool:
    """A target by its word, a year's audited figures; an aim where the columns beside say so."""
    if said.standing is not None or not (said.meaning or "").startswith("target"):
        return True
    return heads_targets(column, columns, texts)


def _later(said: HeadingText, columns: Sequence[Column]) -> list[Column]:
    """Those of *columns* that are of a time after that of *said*."""
    end = said.period.end if said.period else None
    return [each for each in columns if end and each.period and each.period.end > end]


def _is_sure(column: Column) -> bool:
    """Whether a column of results is one by its words, or by its quarter or month.

    Where no column is headed as a target, a plan may print them under bare years.
    """
    return (
        column.family == "outturn"
        or is_of_results(column.heading)
        or (column.period is not None and column.period.kind != "year")
    )


def _nearest_before(column: Column, same_time: Sequence[Column]) -> Column | None:
    before = [each for each in same_time if each.first < column.first]
    return max(before, key=lambda each: each.first, default=None)


def _doubted(column: Column, columns: Sequence[Column]) -> list[int]:
    """The indexes of columns that do not hold if what *column* prints is what they print, revised.

    The nearest before it of its time, else what stands behind it as a target or a bare year; and
    where it may belong to a plan, the later years that are bare.
    """
    said = column.among_figures
    if said is None or said.standing is None or said.standing.kind != "restated":
        return []
    plain = [
        each
        for each in columns
        if each.family in RESULT_FAMILIES | {"target"} and each.standing is None and each != column
    ]
    same_time = [each for each in plain if (each.period, each.part) == (said.period, said.part)]
    before = _nearest_before(column, same_time)
    after = [each for each in same_time if each.family == "target" or not _is_sure(each)]
    found = [before] if before else after
    if not any(each.family == "target" for each in plain):
        later = _later(said, plain)
        if not any(_is_sure(each) for each in later):
            found += later
    return [index for index, each in enumerate(columns) if each in found]


def _goes_on(said: HeadingText, columns: Sequence[Column], *, since: bool = False) -> bool:
    """Whether *said* is of a later period than one of *columns*, or, ``since``, of none later.

    After a year's target those of the next years may be provisional targets.
    """
    if said.period is None:
        return False
    ends = [each.period.end for each in columns if each.period is not None]
    return any(end >= said.period.end if since else end < said.period.end for end in ends)


def _names(column: Column, said: HeadingText) -> bool:
    """Whether a heading that is not understood is of the same year: ``2006/07 Plan``."""
    return said.printed_period is not None and said.printed_period in column.heading


def rank(column: Column) -> int:
    """Which of several printings of one figure counts: of the highest rank."""
    return _RANKS.get(column.standing.kind, _PLAIN_RANK) if column.standing else _PLAIN_RANK


def of_other_targets(columns: Sequence[Column]) -> tuple[list[Column], set[int]]:
    """Give a revised target without a period of its own that of the one target beside it.

    Also return the indexes of those beside several, or with a result between the two: which
    target is revised, or the next year's for which one stands, is not known.
    """
    places = [
        place
        for place, each in enumerate(columns)
        if each.family == "target" and each.standing is None
    ]
    found = list(columns)
    unclear: set[int] = set()
    for index, column in enumerate(columns):
        if not _is_marked_target(column) or column.period is not None or column.part is not None:
            continue
        between = columns[min([index, *places]) : max([index, *places])]
        behind = any(each.family in RESULT_FAMILIES for each in between)
        if len(places) > 1 or behind:
            unclear.add(index)
            continue
        if column.standing is not None and column.standing.words == "new":
            unclear.update((index, *places))  # in place of the other, or the next year's
            continue
        for other in (columns[place] for place in places):
            found[index] = column._replace(
                period=other.period,
                part=other.part,
                stated_basis=column.stated_basis or other.stated_basis,
            )
    return found, unclear


def one_target_each(columns: Sequence[Column]) -> list[Column]:
    """Leave of several settled targets for one period the one that counts.

    What it stands instead of becomes no figure. Two of the same rank, and one of which it is not
    known which of several it revises, are left as they are: unclear.
    """
    found = list(columns)
    for marked in [each for each in columns if _is_marked_target(each) and each.measure]:
        same = [
            (index, each)
            for index, each in enumerate(columns)
            if each.measure == "target" and each.period == marked.period
        ]
        if len(same) == 1 or not any(each == marked for _, each in same):
            continue
        bases = {_basis(each) for _, each in same}
        best = max(rank(each) for _, each in same)
        first = [each for _, each in same if rank(each) == best]
        for index, each in same:
            if len(bases) > 1 or len(first) > 1:
                found[index] = each._replace(measure=None)
            elif rank(each) < best:
                found[index] = each._replace(
                    family="other", measure=None, superseded_by=first[0].heading
                )
    return found


def without_doubted(columns: Sequence[Column]) -> list[Column]:
    """Take no figures from columns of which others may be what holds now.

    A target beside an annual one for the same year may be a quarter's, one beside a quarterly or
    a profiled one for the same quarter the year's.
    """
    found = list(columns)
    for index, column in enumerate(columns):
        doubted_by = column.doubted_by
        if doubted_by is None and _is_plain_target(column):
            stated = [
                each
                for each in columns
                if each.measure == "target"
                and each.period == column.period
                and _tells_apart(each, column)
            ]
            doubted_by = stated[0].heading if stated else None
        if doubted_by is not None and column.is_figure:
            found[index] = column._replace(measure=None, doubted_by=doubted_by)
    return found


def _tells_apart(target: Column, plain: Column) -> bool:
    """Whether a target's own words say that a plain one beside it may be another kind.

    One that names its quarter itself is that quarter's.
    """
    if target.period is None or target.period != plain.period:
        return False
    if target.period.kind == "year":
        return target.stated_basis == "annual"
    return target.stated_basis is not None and plain.printed_period is None


def _is_plain_target(column: Column) -> bool:
    return column.measure == "target" and column.stated_basis is None and column.standing is None


def targets_of_row(
    columns: Sequence[Column], text: Callable[[int], str | None]
) -> Sequence[Column]:
    """The columns as they hold for a row that leaves the target which counts blank.

    *text* gives what the row prints under a column. A revised target is printed in few rows; in
    the others the target itself stands.
    """
    found = list(columns)
    for index, column in enumerate(columns):
        if column.superseded_by is None or parse_figure(text(index) or "").state != "value":
            continue
        for place, other in enumerate(columns):
            if other.measure != "target" or other.heading != column.superseded_by:
                continue
            if parse_figure(text(place) or "").state in _NOT_SAID:
                found[index] = column._replace(family="target", measure="target")
                found[place] = other._replace(family="other", measure=None)
    return found


def _is_marked_target(column: Column) -> bool:
    return column.family == "target" and column.standing is not None


def _basis(column: Column) -> str | None:
    of_a_year = column.period is not None and column.period.kind == "year"
    return "annual" if of_a_year and column.stated_basis is None else column.stated_basis
