"""Rows that name their own year, beside columns that name a part of one, or none."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.indicator_tables import rules
from tests.normalise.paper_builder import C, Draft

_YEAR, _QUARTER = "Performance report 2009/10 year end", "Performance report Quarter 2 2009/10"
_NAMES = ("Homes let to time (%)", "Calls answered in 20 seconds (%)")


def _read(title: str, head: list[C | str], *rows: tuple[str, ...]) -> Paper:
    """A table that prints *rows* for each of two indicators, its name beside each of them."""
    draft = Draft().line(title, bold=True, size=14)
    return draft.table(
        head,
        *[[f"A{at}", name, *row] for at, name in enumerate(_NAMES, start=1) for row in rows],
    ).read()


def _of(paper: Paper, code: str = "A1") -> list[tuple[str, str, str | None]]:
    return [(f.as_printed, f.measure, f.period) for f in paper.figures if f.code == code]


@pytest.mark.parametrize("title", [_YEAR, _QUARTER])
@pytest.mark.parametrize("heading", ["Year", "Financial year", "Period", "Season"])
def test_rows_that_name_their_year_are_of_it(title: str, heading: str) -> None:
    """Also under a heading that is not listed, where nothing but years stands."""
    head: list[C | str] = ["Ref", "Indicator", heading, "Actual"]
    paper = _read(title, head, ("2007/08", "71"), ("2008/09", "72"))
    assert _of(paper) == [("71", "outturn", "2007/08"), ("72", "outturn", "2008/09")]


@pytest.mark.parametrize("title", [_YEAR, _QUARTER])
def test_quarters_beside_a_year_are_of_that_year(title: str) -> None:
    head: list[C | str] = ["Ref", "Indicator", "Year", "Q1", "Q2"]
    paper = _read(title, head, ("2008/09", "61", "62"), ("2009/10", "71", "72"))
    assert _of(paper) == [
        ("61", "actual", "2008/09 Q1"),
        ("62", "actual", "2008/09 Q2"),
        ("71", "actual", "2009/10 Q1"),
        ("72", "actual", "2009/10 Q2"),
    ]


def test_quarters_below_the_lone_cell_of_a_year_are_of_that_year() -> None:
    draft = Draft().line(_YEAR, bold=True, size=14)
    parts: list[list[C | str]] = [["Ref", "Indicator", "Q1", "Q2"]]
    for year, first in (("2008/09", 61), ("2009/10", 71)):
        parts.append([C(year, span=4)])
        parts += [[f"A{at}", name, str(first), str(first + 1)] for at, name in enumerate(_NAMES, 1)]
    paper = draft.table(*parts).read()
    assert [(value, period) for value, _, period in _of(paper)] == [
        ("61", "2008/09 Q1"),
        ("62", "2008/09 Q2"),
        ("71", "2009/10 Q1"),
        ("72", "2009/10 Q2"),
    ]


def test_times_under_a_heading_of_when_something_is_done_date_no_figures() -> None:
    head: list[C | str] = ["Ref", "Indicator", "Next review", "Actual"]
    paper = _read(_QUARTER, head, ("Q3 2009/10", "71"))
    assert _of(paper) == [("71", "actual", "2009/10 Q2")]


def test_a_target_in_a_row_of_last_year_is_no_target_of_now() -> None:
    draft = Draft().line(_QUARTER, bold=True, size=14)
    paper = draft.table(
        ["Indicator", "", "Target", "Actual"],
        *[
            row
            for name in _NAMES
            for row in ([C(name, down=2), "Last year", "81", "71"], ["This year", "82", "72"])
        ],
    ).read()
    assert {(f.as_printed, f.measure, f.period) for f in paper.figures} == {
        ("71", "previous", None),
        ("82", "target", "2009/10 Q2"),
        ("72", "actual", "2009/10 Q2"),
    }


def test_a_row_of_this_quarter_in_a_years_report_is_not_of_the_year() -> None:
    draft = Draft().line(_YEAR, bold=True, size=14)
    paper = draft.table(
        ["Indicator", "", "Actual"],
        *[
            row
            for name in _NAMES
            for row in ([C(name, down=2), "Previous quarter", "71"], ["This quarter", "72"])
        ],
    ).read()
    assert {(f.as_printed, f.measure) for f in paper.figures} == {("71", "previous")}


def test_a_target_beside_quarters_of_unknown_years_is_of_no_known_time() -> None:
    head: list[C | str] = ["Ref", "Indicator", "Target", "Q1", "Q2", "Q3", "Q4"]
    paper = _read(_QUARTER, head, ("80", "71", "72", "73", "74"))
    assert _of(paper) == []
    assert "column.unclear" in rules(paper)


def test_days_under_a_heading_that_is_not_listed_date_no_figures() -> None:
    head: list[C | str] = ["Ref", "Indicator", "Keyed", "Actual"]
    paper = _read(_QUARTER, head, ("3 October 2009", "71"))
    assert _of(paper) == [("71", "actual", "2009/10 Q2")]


def test_rows_of_targets_for_quarters_to_come_leave_the_quarters_in_the_papers_year() -> None:
    draft = Draft().line(_QUARTER, bold=True, size=14)
    paper = draft.table(
        ["Indicator", "", "Q1", "Q2", "Q3", "Q4"],
        *[
            row
            for name in _NAMES
            for row in (
                [C(name, down=2), "Target", "81", "82", "83", "84"],
                ["Actual", "71", "72", "", ""],
            )
        ],
    ).read()
    assert {(f.as_printed, f.measure, f.period) for f in paper.figures if f.as_printed} == {
        *((str(80 + at), "target", f"2009/10 Q{at}") for at in (1, 2, 3, 4)),
        *((str(70 + at), "actual", f"2009/10 Q{at}") for at in (1, 2)),
    }
