"""Columns headed by no more than that nothing later is there: ``Latest``, ``Current value``.

Beside its own results a quarter's report prints under one such heading those of the quarter before,
where none came in since: of the 38 figures headed ``Latest`` in one real report five were. So they
take the paper's period only where something else on the table proves it, else none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from crossfoot.normalise.column_findings import heading_spots
from crossfoot.normalise.columns import Column
from crossfoot.normalise.dates import parse_date
from crossfoot.normalise.desk import Desk, Spot, pages_of
from crossfoot.normalise.families import RESULT_FAMILIES
from crossfoot.normalise.measures import Times, settle
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.task import Task
from crossfoot.normalise.year_over import is_within_year
from crossfoot.normalise.years import Holds
from crossfoot.schema.period import Period, PeriodKind
from crossfoot.schema.text import fold

_LATEST = re.compile(r"\b(?:latest|most recent|newest|last reported)\b", re.IGNORECASE)
#: ``Current quarter`` is the one that the paper reports on.
_CURRENT = re.compile(
    r"\bcurrent\b(?!\s+(?:(?:financial|reporting)\s+)?(?:quarter|qtr|month|period|year|half))",
    re.IGNORECASE,
)
_TARGET = re.compile(r"\btargets?\b", re.IGNORECASE)
_OF_PLAN = re.compile(r"\bplans?\b|\btargets?\s+(?:for\s+|in\s+)?[0-9]{2}", re.IGNORECASE)
#: Words of a title by which a paper reports on the plan's year.
_REPORTS = re.compile(
    r"\b(?:reports?|reporting|monitor\w*|progress|out-?\s?turns?|reviews?|updates?|results?|achiev\w+"
    r"|scorecards?|dashboards?|delivery|end of year|year[\s-]end|final|statements?)\b",
    re.IGNORECASE,
)
_DATED = frozenset({"result", "outturn", "target", "status", "comparator"})
_HOW_OFTEN: tuple[tuple[re.Pattern[str], PeriodKind], ...] = (
    (re.compile(r"(?:half|bi|six|6)[ -]?.*|twice.*", re.IGNORECASE), "half"),
    (re.compile(r"q(?:uarterly|uarter|trly|tr|tly)?\.?", re.IGNORECASE), "quarter"),
    (re.compile(r"m(?:onthly|onth|thly)?\.?", re.IGNORECASE), "month"),
    (re.compile(r"a(?:nnual|nnually)?|year(?:ly)?|yrly", re.IGNORECASE), "year"),
)


def without_periods(
    columns: Sequence[Column],
    times: Times,
    title: str | None,
    published: date | None = None,
    holds: Holds = lambda _: True,
) -> tuple[Column, ...]:
    """Mark the columns that may not take the paper's period; the others are left as they are.

    The latest results, and what stands beside them without a period of its own: their targets.
    *title* is the paper's: where it is all that stands above a table, it is no heading of its own.
    A plan for a year, or its targets, prints the results of the year before, and what is
    *published* or monitored within a year only a part of it. *holds* tells whether the cells under
    a column print anything.
    """
    if _is_of_plan(times, title):
        return tuple(
            column._replace(undated=True)
            if column.family in RESULT_FAMILIES and not column.has_time
            else column
            for column in columns
        )
    newest = [column for column in columns if _is_newest(column)]
    proven = all(_is_proven(column, columns, times, title) for column in newest)
    if proven and not is_within_year(columns, times, title, published, holds):
        return tuple(columns)
    if not any(column.family in RESULT_FAMILIES and not column.has_time for column in columns):
        return tuple(columns)
    return tuple(
        column._replace(undated=True)
        if column.family in _DATED and not column.has_time and column.stated_basis != "annual"
        else column
        for column in columns
    )


def _is_of_plan(times: Times, title: str | None) -> bool:
    """Whether the paper's period is the year of a plan that the title says no report of."""
    if times.current is None or times.current.kind != "year" or title is None:
        return False
    return _OF_PLAN.search(title) is not None and _REPORTS.search(title) is None


def _is_newest(column: Column) -> bool:
    bare = column.period is None and column.part is None
    return bare and column.family in RESULT_FAMILIES and _says_newest(column.heading) is not None


@lru_cache(maxsize=512)  # headings: each table of a paper has those of the table before
def _says_newest(heading: str) -> str | None:
    if _LATEST.search(heading):
        return "latest"
    return "current" if _CURRENT.search(heading) else None


def _is_proven(column: Column, columns: Sequence[Column], times: Times, title: str | None) -> bool:
    """Whether the table says that the column is of the period that it would take.

    Beside the result of the period right before, what is later is of that period. Of ``Current``
    the table's own heading says it, too, and a target or a status of that period.
    """
    current = times.current
    if current is None:
        return False
    named = [(other.family, _named(other, times)) for other in columns]
    day = timedelta(days=1)
    if any(
        period is not None and period.kind == current.kind and period.end + day == current.start
        for family, period in named
        if family in RESULT_FAMILIES | {"previous"}
    ):
        return True
    if _says_newest(column.heading) != "current":
        return False
    own = times.caption.text is not None and times.caption.text not in fold(title or "")
    return (own and times.caption.period == current) or any(
        period == current for family, period in named if family not in RESULT_FAMILIES
    )


def _named(column: Column, times: Times) -> Period | None:
    if column.period is not None or column.part is None or times.year is None:
        return column.period
    return column.part.in_year(times.year)


def dated_by_row(
    columns: Sequence[Column], times: Times, updated: str | None, frequency: str | None
) -> Sequence[Column]:
    """The columns as they hold for a row, of the paper's period where the row proves it.

    By the day on which it was *updated*, once the period was over; of ``Current`` by how often it
    is measured, where that is as often as the paper reports.
    """
    current = times.current
    if current is None:
        return columns
    day = parse_date(updated) if updated else None
    proven = day is not None and day.value is not None and day.value >= current.end
    if not proven and frequency and not any(map(_says_latest, columns)):
        proven = _how_often(fold(frequency)) == current.kind
    if not proven:
        return columns
    return settle(
        [each._replace(undated=False, measure=None) if each.undated else each for each in columns],
        times,
    )


def _says_latest(column: Column) -> bool:
    return column.undated and _says_newest(column.heading) == "latest"


def _how_often(text: str) -> PeriodKind | None:
    return next((kind for words, kind in _HOW_OFTEN if words.fullmatch(text)), None)


def latest_rows(task: Task, naming: int) -> frozenset[int]:
    """The numbers of rows that may not take the paper's period, told once, by what they are named.

    *naming* is the column that says what each row's figures are. Where one says no more than
    ``Latest``, its target stands in another.
    """
    named = [(view, view.text(naming) or "") for view in task.all_views]
    latest = [view for view, text in named if _says_newest(text)]
    if not latest or not any(map(_is_bare, task.columns)):
        return frozenset()
    spots = latest[0].spots(naming)[:1]
    task.desk.tell(
        "column.undated",
        "note",
        f"of which period the figures of rows named {latest[0].text(naming)!r} are, nothing says; "
        "they were given none, nor were their targets",
        spots=spots,
        printed=latest[0].text(naming),
    )
    return frozenset(
        view.row.row_no for view, text in named if _says_newest(text) or _TARGET.search(text)
    )


def as_latest(columns: Sequence[Column]) -> list[Column]:
    """The columns in a row of :func:`latest_rows`: without the period that they only took."""
    return [
        each._replace(undated=True, period=None) if _is_bare(each) else each for each in columns
    ]


def _is_bare(column: Column) -> bool:
    """Whether the heading names no period, whatever the column was given."""
    return column.is_figure and column.printed_period is None


def tell_undated(desk: Desk, segments: Iterable[Segment]) -> None:
    """Tell once of all cards, and once of all tables, whose results are of no period."""
    segments = tuple(segments)
    tell_bare_years(desk, segments)
    cards: list[Spot] = []
    tables: dict[str, list[Spot]] = {}
    for segment in segments:
        column = next(filter(_is_left, segment.columns), None)
        if column is None:
            continue
        spots = heading_spots(segment, column)
        if not spots:
            continue  # the table goes on from the page before
        if column.on_card:
            cards += spots
        else:
            tables.setdefault(column.heading, []).extend(spots)
    if cards:
        desk.tell(
            "card.undated",
            "note",
            f"cards on pages {pages_of(cards)} ({len(cards)} in all) call their figures the latest "
            "and name no period; they were given none, nor were their targets",
            spots=cards[:1],
            printed=cards[0].cell.text,
        )
    for heading, spots in tables.items():
        desk.tell(
            "column.undated",
            "note",
            f"of which period the figures under {heading!r} are, nothing says; on pages "
            f"{pages_of(spots)} they were given none, nor were their targets, but in rows that say "
            "it themselves",
            spots=spots[:1],
            printed=heading,
        )


def tell_bare_years(desk: Desk, segments: Sequence[Segment]) -> None:
    """Tell once of all tables with figures headed by a year that may be several (``2023``)."""
    tables: dict[str, list[Spot]] = {}
    for segment in segments:
        column = next((each for each in segment.columns if _is_bare_year(each)), None)
        if column is not None and (spots := heading_spots(segment, column)):
            tables.setdefault(column.printed_period or "", []).extend(spots)
    for year, spots in tables.items():
        desk.tell(
            "column.undated",
            "note",
            f"whether {year!r} is a calendar, a financial or another year, or a day in it, nothing "
            f"says; on pages {pages_of(spots)} the figures of such years were given no period, nor "
            "were targets beside them without one",
            spots=spots[:1],
            printed=year,
        )


def _is_bare_year(column: Column) -> bool:
    return column.undated and column.measure is not None and column.printed_period is not None


def _is_left(column: Column) -> bool:
    """Whether a column of results was given no period, and its heading names none."""
    of_results = column.family in RESULT_FAMILIES and column.measure is not None
    return column.undated and of_results and not column.printed_period
