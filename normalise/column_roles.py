"""The roles of a segment's columns that no listed heading gives: by near headings and contents.

What is told here is marked on the column (``near``, ``by_content``), told in a finding, and known
to the figures and rows that rest on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from crossfoot.normalise.column_contents import (
    agrees,
    counts_contacts,
    dates_among,
    figures_among,
    names_measures,
    naming_of_texts,
    role_of_texts,
    statuses_among,
)
from crossfoot.normalise.columns import Column, columns_from
from crossfoot.normalise.date_columns import take_dates
from crossfoot.normalise.desk import Spot
from crossfoot.normalise.families import FIGURE_FAMILIES
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.heading_rows import printed_cells
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.name_columns import may_name_otherwise, once, settle_names
from crossfoot.normalise.printings import tell_printings
from crossfoot.normalise.progress_columns import settle_progress
from crossfoot.normalise.roles import Layout, Segment
from crossfoot.normalise.row_view import views
from crossfoot.normalise.shown_results import take_statuses
from crossfoot.normalise.standings import is_of_results
from crossfoot.schema.page import Row, Table, prints

_ROWS_LOOKED_AT = 40
#: Words by which an unknown heading over names may speak of what is measured.
_MEASURED = re.compile(
    r"\b(?:measur\w*|indicat\w*|kpis?|pis?|count\w*|perform\w*|what|monitor\w*|metric\w*|standards?)\b",
    re.IGNORECASE,
)
_OF_INDICATORS = re.compile(r"\b(?:measure(?:ment)?s?|indicators?|kpis?)\b", re.IGNORECASE)
_OF_ACTIONS = re.compile(r"\bactions?$", re.IGNORECASE)
#: What else a code may be that of, or what rows of figures have.
_NOT_OF_PLANS = frozenset({"risk", "money", "purchase", "target", "result", "outturn"})
#: What a ``Priority`` holds that says how much something matters.
_IMPORTANCE = re.compile(
    r"(?:very )?(?:high|medium|med|low|h|m|l|urgent|critical|essential|desirable|normal|major"
    r"|minor|red|amber|green)(?: priority)?",
    re.IGNORECASE,
)
_COUNCILLOR = re.compile(r"(?:cllr|councillor)\b", re.IGNORECASE)
_MAY_BE_NO_SECTION = re.compile(r"\b(?:priority|portfolio)\b", re.IGNORECASE)
_SEVERAL_TIMES = 3  # quarters of a year so far, or months
_DATES = frozenset({"due", "revised_due", "progress"})
_NAMES = frozenset({"title", "description", "objective"})
#: Meanings that one column alone may be given by what it holds.
_ONE_ONLY = frozenset({"status", "frequency", "polarity", "unit", "note", "period"})
_LONGEST_HEADING = 60
_FEWEST_COLUMNS = 3
_ROWS_TRIED = 3


def tell_columns(segment: Segment, grid_columns: int) -> None:
    """Tell the columns of a segment that no listed heading tells. The segment is changed.

    A heading that is only nearly a listed one must agree with what stands under it.
    """
    _take_dates(segment, grid_columns)
    _take_no_sections(segment, grid_columns)
    take_statuses(segment, grid_columns)
    if any(column.among_figures for column in segment.columns):
        tell_printings(segment, _texts(segment, grid_columns))
    columns = segment.columns
    if may_name_otherwise(columns):
        columns = segment.take(settle_names(columns, _texts(segment, grid_columns)))
    if "progress" in segment.families:
        columns = segment.take(settle_progress(columns, _texts(segment, grid_columns)))
    if not any(column.near or column.family is None for column in columns):
        return
    texts = _texts(segment, grid_columns)
    told = [
        column._replace(family=None, stated_basis=None, near=None, unit=None)
        if column.near and column.family and not agrees(column.family, texts[index])
        else column
        for index, column in enumerate(columns)
    ]
    _tell_names(told, texts)
    _tell_others(told, texts)
    segment.take(told)


def _take_dates(segment: Segment, grid_columns: int) -> None:
    """Take columns of dates by what their headings are over dates."""
    texts: list[list[str]] = []

    def first_of(index: int) -> str | None:
        seen = (view.text(index) for view in views(segment, grid_columns)[:_ROWS_TRIED])
        return next(filter(None, seen), None)

    def are_dates(index: int) -> bool:
        texts[:] = texts or _texts(segment, grid_columns)
        return dates_among(texts[index]) * 2 > 1

    segment.take(take_dates(segment.columns, first_of, are_dates))


def _take_no_sections(segment: Segment, grid_columns: int) -> None:
    """Take the meaning of a section from a ``Priority`` of high and low, and from a ``Portfolio``
    of councillors: these are no parts of a plan.
    """
    told = list(segment.columns)
    for index, column in enumerate(told):
        if column.family == "section" and _MAY_BE_NO_SECTION.search(column.heading):
            texts = [text for view in views(segment, grid_columns) if (text := view.text(index))]
            if texts and all(map(_IMPORTANCE.fullmatch, texts)):
                told[index] = column.taken_as("other")
            elif texts and all(map(_COUNCILLOR.match, texts)):
                told[index] = column.taken_as("owner")
    segment.take(told)


def _texts(segment: Segment, grid_columns: int) -> list[list[str]]:
    """What is printed under each column, in rows that print more than one text."""
    seen = [
        view
        for view in views(segment, grid_columns)[:_ROWS_LOOKED_AT]
        if len(view.own_printed()) > 1
    ]
    return [
        [text for view in seen if (text := view.text(index))]
        for index in range(len(segment.columns))
    ]


def _tell_names(told: list[Column], texts: list[list[str]]) -> None:
    """Find the columns of codes and of titles that no heading names."""
    for index, column in enumerate(told):
        families = {each.family for each in told}
        if column.family is not None or not texts[index] or {"code", "title"} <= families:
            continue
        before = {each.family for each in told[:index]}
        names = once(texts[index])
        family = naming_of_texts(
            names,
            may_be_title=not families & _NAMES,
            blank=not column.heading and index <= 1 and "code" not in families,
            first=before <= {"code", "section"}
            and (
                "code" in before
                or _MEASURED.search(column.heading) is not None
                or _beside_results(families, names, told, texts)
            ),
            lone=_names_actions(index, told)
            or (
                _OF_INDICATORS.search(column.heading) is not None
                and any(is_of_results(each.heading) for each in told)
            ),
        )
        if family is None and not families & _NAMES and before <= {"code", "section"}:
            family = "title" if counts_contacts(column.heading, names) else None
        if family == "title" or (family == "code" and "code" not in families):
            told[index] = _by_content(column, family)
            if family == "title" or "title" in families:
                return


def _names_actions(index: int, told: list[Column]) -> bool:
    """Whether a heading such as ``Corporate Plan Action`` stands right behind the codes of rows
    with due dates, and nothing else may be what they are of.
    """
    families = {each.family for each in told}
    return (
        index > 0
        and told[index - 1].family == "code"
        and "due" in families
        and not families & _NOT_OF_PLANS
        and _OF_ACTIONS.search(told[index].heading) is not None
    )


def _beside_results(
    families: set[str | None], names: list[str], told: list[Column], texts: list[list[str]]
) -> bool:
    """Whether the columns beside *names* are those of indicators, by what they hold.

    Targets and results with a status or a trend, or results of three times and more; or a status
    of now with the one before, or a trend, or labels of rows of figures, where the names say what
    is counted.
    """
    if families & {"money", "risk", "purchase"} or families & _DATES:
        return False
    if "measure_name" in families and names_measures(names):
        return True
    again = "status" in families and families & {"previous_status", "trend"}
    if again and names_measures(names) and _hold(("status",), told, texts, statuses_among):
        return True
    times = {column.heading for column in told if column.family == "result" and column.has_time}
    return (
        (bool(families & {"status", "trend", "previous_status"}) or len(times) >= _SEVERAL_TIMES)
        and _hold(("target",), told, texts, figures_among)
        and _hold(("result", "outturn"), told, texts, figures_among)
    )


def _hold(
    meanings: Sequence[str],
    told: list[Column],
    texts: list[list[str]],
    among: Callable[[Sequence[str]], float],
) -> bool:
    """Whether one of the columns with these meanings prints mostly what is asked for."""
    return any(
        column.family in meanings and texts[index] and among(texts[index]) * 2 > 1
        for index, column in enumerate(told)
    )


def _tell_others(told: list[Column], texts: list[list[str]]) -> None:
    families = {column.family for column in told}
    found: dict[str, list[int]] = {}
    for index, column in enumerate(told):
        if column.family is None and column.heading and not column.period and not column.part:
            role = role_of_texts(column.heading, texts[index])
            if role is not None:
                found.setdefault(role, []).append(index)
    for role, indexes in found.items():
        if role not in families and (role not in _ONE_ONLY or len(indexes) == 1):
            for index in indexes:
                told[index] = _by_content(told[index], role)


def _by_content(column: Column, family: str) -> Column:
    return column.taken_as(family)._replace(by_content=True)


def unheaded_figures(segment: Segment, column: Column) -> list[Spot]:
    """The figures in a column without heading, which may be those of the columns beside it."""
    return [
        Spot(segment.table_no, row.row_no, cell)
        for row in segment.rows
        for cell in row.cells
        if column.first <= cell.col_no <= column.last and cell.col_span == 1 and prints(cell)
        if parse_figure(cell.plain).state == "value"
    ]


def lay_out_by_content(table: Table, reader: HeadingReader) -> Layout | None:
    """A table under a row of headings of which fewer than half are listed.

    Above columns of figures one of them must be; ``None`` where no row is like that.
    """
    for position, row in enumerate(table.rows[:_ROWS_TRIED]):
        if not _may_be_headings(row):
            if len(printed_cells(row)) > 1:
                return None  # it may head what stands under the next
            continue
        columns = columns_from(reader, [row], table.columns)
        segment = Segment(table.table_no, columns, [row], rows=list(table.rows[position + 1 :]))
        texts = _texts(segment, table.columns)
        figured = [
            index
            for index, column in enumerate(columns)
            if column.family in FIGURE_FAMILIES
            and texts[index]
            and figures_among(texts[index]) * 2 > 1
        ]
        if figured and not segment.families & {"money", "risk"}:
            segment.rows = [row for row in segment.rows if not row.repeats_heading]
            return Layout(table, list(table.rows[:position]), [segment])
        segment.views = None  # a circle, which else is kept until all is read
        return None
    return None


def _may_be_headings(row: Row) -> bool:
    cells = printed_cells(row)
    return len(cells) >= _FEWEST_COLUMNS and all(
        cell.text
        and len(cell.text) <= _LONGEST_HEADING
        and parse_figure(cell.plain).state == "other"
        for cell in cells
    )
