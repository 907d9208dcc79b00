"""Tables, and parts of one, that a line or a lone cell above the columns dates."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.indicator_tables import rules
from tests.normalise.paper_builder import C, Draft

_HEAD: list[C | str] = ["Indicator", "Target", "Actual", "Status"]
_YEAR, _QUARTER = "Performance report 2009/10 year end", "Performance report Quarter 2 2009/10"


def _rows(first: int) -> list[list[C | str]]:
    return [
        ["Homes let to time (%)", "90", str(first), "Green"],
        ["Calls answered in 20 seconds (%)", "95", str(first + 1), "Red"],
    ]


def _results(paper: Paper) -> list[tuple[str, str | None]]:
    return [
        (each.as_printed, each.period)
        for each in paper.figures
        if each.measure in {"actual", "outturn"}
    ]


_TWO = [("71", "2009/10 Q1"), ("72", "2009/10 Q1"), ("81", "2009/10 Q2"), ("82", "2009/10 Q2")]


@pytest.mark.parametrize("title", [_YEAR, _QUARTER])
@pytest.mark.parametrize(
    "over", [("Quarter 1 2009/10", "Quarter 2 2009/10"), ("Quarter 1", "Quarter 2")]
)
@pytest.mark.parametrize("again", [True, False])
def test_a_lone_cell_that_is_a_time_dates_the_rows_below_it(
    title: str, over: tuple[str, str], *, again: bool
) -> None:
    """Above the headings, which may be printed again, or below them."""
    first, second = ([C(text, span=4)] for text in over)
    parts: list[list[C | str]] = [[*first], _HEAD] if again else [_HEAD, [*first]]
    parts += _rows(71)
    parts += [[*second], _HEAD] if again else [[*second]]
    paper = Draft().line(title, bold=True, size=14).table(*parts, *_rows(81)).read()
    assert _results(paper) == _TWO


def test_a_time_in_the_column_of_the_names_dates_the_rows_below_it() -> None:
    first: list[C | str] = ["Quarter 1", "", "", ""]
    second: list[C | str] = ["Quarter 2", "", "", ""]
    draft = Draft().line(_YEAR, bold=True, size=14)
    assert _results(draft.table(_HEAD, first, *_rows(71), second, *_rows(81)).read()) == _TWO


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("title", [_YEAR, _QUARTER])
def test_a_line_over_a_table_that_is_a_time_dates_it(title: str, *, bold: bool) -> None:
    draft = Draft().line(title, bold=True, size=14)
    draft.line("Quarter 1", bold=bold).table(_HEAD, *_rows(71))
    draft.line("Quarter 2 2009/10", bold=bold).table(_HEAD, *_rows(81))
    assert _results(draft.read()) == _TWO


def test_a_part_of_the_year_that_the_paper_does_not_reach_dates_nothing() -> None:
    draft = Draft().line(_QUARTER, bold=True, size=14)
    paper = draft.line("Quarter 4", bold=True).table(_HEAD, *_rows(71)).read()
    assert _results(paper) == []
    assert "column.unclear" in rules(paper)


def test_a_section_that_names_another_year_than_the_papers_leaves_its_rows_undated() -> None:
    """It may be the year of a plan, or of the figures."""
    draft = Draft().line(_YEAR, bold=True, size=14)
    paper = draft.table(
        _HEAD,
        [C("Housing 2008/09", span=4)],
        *_rows(71),
        [C("Housing 2009/10", span=4)],
        *_rows(81),
    ).read()
    assert _results(paper) == [("81", "2009/10"), ("82", "2009/10")]
    assert "row.period_unclear" in rules(paper)


def test_a_section_by_when_something_is_to_be_done_says_nothing_of_its_figures() -> None:
    draft = Draft().line(_YEAR, bold=True, size=14)
    paper = draft.table(_HEAD, [C("Better homes by March 2012", span=4)], *_rows(71)).read()
    assert _results(paper) == [("71", "2009/10"), ("72", "2009/10")]


def test_a_comparison_over_a_table_does_not_date_it() -> None:
    draft = Draft().line(_YEAR, bold=True, size=14)
    draft.line("Quarter 1 compared with Quarter 2", bold=True).table(_HEAD, *_rows(71))
    assert _results(draft.read()) == [("71", "2009/10"), ("72", "2009/10")]
