"""Columns headed Latest or Current: of the paper's period only where something proves it."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

TITLE = "Performance report quarter 2 2011/12"
Row = list[C | str]


def read(*rows: Row, above: str = "") -> Paper:
    """A paper about a quarter; a numbered paragraph parts its title from the table."""
    draft = Draft().line("Tillingham Borough Council").line(TITLE, bold=True)
    for line in (above or "1.1 The measures of the housing service are set out below.",):
        draft = draft.line(line)
    return draft.table(*rows).read()


def figures(paper: Paper) -> list[tuple[str, str | None, str]]:
    return [(f.measure, f.period, str(f.value)) for f in paper.figures]


def told(paper: Paper) -> list[str | None]:
    return [each.printed for each in paper.findings if each.rule_id == "column.undated"]


@pytest.mark.parametrize(
    "heading",
    ["Latest", "Latest value", "Latest Quarter", "Current", "Current Value", "Current performance"],
)
def test_the_latest_is_of_no_period_nor_is_its_target(heading: str) -> None:
    paper = read(
        ["Ref", "Indicator", heading, "Target", "Status"],
        ["A1", "Days lost", "10", "9", "Red"],
        ["A2", "Calls answered", "80%", "85%", "Red"],
    )
    assert figures(paper) == [
        ("actual", None, "10"),
        ("target", None, "9"),
        ("actual", None, "80"),
        ("target", None, "85"),
    ]
    assert told(paper) == [heading]
    assert [row.status for row in paper.indicators] == ["red", "red"]


@pytest.mark.parametrize("heading", ["Actual", "Current Quarter", "Current period", "Q2 current"])
def test_a_heading_that_says_which_period_it_is_of_takes_the_papers(heading: str) -> None:
    paper = read(["Ref", "Indicator", heading, "Target"], ["A1", "Days lost", "10", "9"])
    assert figures(paper) == [("actual", "2011/12 Q2", "10"), ("target", "2011/12 Q2", "9")]
    assert not told(paper)


def test_a_target_that_names_its_year_keeps_it_beside_the_latest() -> None:
    paper = read(["Ref", "Indicator", "Latest", "Target 2011/12"], ["A1", "Days lost", "10", "9"])
    assert figures(paper) == [("actual", None, "10"), ("target", "2011/12", "9")]


@pytest.mark.parametrize("before", ["Q1 2011/12", "Q1"])
@pytest.mark.parametrize("heading", ["Latest", "Current"])
def test_what_is_later_than_the_quarter_before_is_of_the_papers_quarter(
    before: str, heading: str
) -> None:
    paper = read(["Ref", "Indicator", before, heading], ["A1", "Days lost", "4", "6"])
    assert figures(paper) == [("actual", "2011/12 Q1", "4"), ("actual", "2011/12 Q2", "6")]
    assert not told(paper)


@pytest.mark.parametrize(("heading", "period"), [("Latest", None), ("Current", "2011/12 Q2")])
def test_the_tables_own_heading_dates_what_is_current_and_not_what_is_latest(
    heading: str, period: str | None
) -> None:
    rows: list[Row] = [["Ref", "Indicator", heading], ["A1", "Days lost", "10"]]
    paper = read(*rows, above="Housing indicators Quarter 2 2011/12")
    assert figures(paper) == [("actual", period, "10")]


def test_a_row_measured_as_often_as_the_paper_reports_dates_what_is_current() -> None:
    rows: list[Row] = [
        ["A1", "Days lost", "Quarterly", "10", "9"],
        ["A2", "Calls answered", "Annual", "80%", "85%"],
        ["A3", "Rent collected", "", "97%", "98%"],
    ]
    heads: Row = ["Ref", "Indicator", "Frequency", "Current", "Target"]
    assert figures(read(heads, *rows)) == [
        ("actual", "2011/12 Q2", "10"),
        ("target", "2011/12 Q2", "9"),
        ("actual", None, "80"),
        ("target", None, "85"),
        ("actual", None, "97"),
        ("target", None, "98"),
    ]
    latest: Row = ["Ref", "Indicator", "Frequency", "Latest", "Target"]
    assert {period for _, period, _ in figures(read(latest, *rows))} == {None}


def test_a_row_updated_when_the_period_was_over_is_of_it_and_an_earlier_one_is_not() -> None:
    paper = read(
        ["Ref", "Indicator", "Latest", "Last Update"],
        ["A1", "Days lost", "10", "03/10/2011"],
        ["A2", "Calls answered", "80%", "04/07/2011"],
        ["A3", "Rent collected", "97%", "Q1 2011/12"],
    )
    assert figures(paper) == [
        ("actual", "2011/12 Q2", "10"),
        ("actual", None, "80"),
        ("actual", "2011/12 Q1", "97"),
    ]
    assert told(paper) == ["Latest"]


def test_a_row_named_latest_is_of_no_period_nor_is_that_of_its_target() -> None:
    paper = read(
        ["Ref", "Indicator", "", "Value"],
        [C("A1", down=3), C("Days lost", down=3), "Latest", "10"],
        ["Target", "9"],
        ["Actual", "11"],
    )
    assert figures(paper) == [
        ("actual", None, "10"),
        ("target", None, "9"),
        ("actual", "2011/12 Q2", "11"),
    ]
    assert told(paper) == ["Latest"]


def titled(title: str) -> Paper:
    draft = Draft().line("Wychavon District Council").line(title, bold=True, size=16.0)
    rows: tuple[Row, ...] = (["Ref", "Indicator", "Actual", "Target"], ["A1", "Days", "10", "9"])
    return draft.table(*rows).read()


@pytest.mark.parametrize("title", ["Best Value Performance Plan 2006/07", "Service Plan 2006/07"])
def test_a_plan_for_a_year_prints_no_results_of_it(title: str) -> None:
    paper = titled(title)
    assert figures(paper) == [("actual", None, "10"), ("target", "2006/07", "9")]
    assert told(paper) == ["Actual"]
    assert paper.document.reporting_period == "2006/07"


@pytest.mark.parametrize(
    "title", ["Service Plan year end progress report 2006/07", "Corporate Plan outturn 2006/07"]
)
def test_a_report_on_a_plan_prints_results_of_its_year(title: str) -> None:
    assert figures(titled(title))[0] == ("outturn", "2006/07", "10")


@pytest.mark.parametrize(
    "title",
    [
        "Performance Monitoring 2006/07",
        "Quarterly Performance Report 2006/07",
        "Service Plan progress report 2006/07",
        "Performance update 2006/07",
        "Performance Report 2006/07",
        "Key Performance Indicators 2006/07",
        "Half-yearly Performance Report 2006/07",
        "Annual Delivery Plan progress report 2006/07",
        "Annual Business and Improvement Plan 2006/07: performance report",
        "Performance report 2006/07 with year-end forecasts",
        "Performance report 2006/07 (final draft)",
    ],
)
def test_a_report_that_may_be_made_several_times_a_year_prints_no_results_of_all_of_it(
    title: str,
) -> None:
    paper = titled(title)
    assert figures(paper) == [("actual", None, "10"), ("target", None, "9")]
    assert told(paper) == ["Actual"]


@pytest.mark.parametrize(
    "title",
    [
        "Performance Outturn Report 2006/07",
        "Annual report on the Council Plan 2006/07",
        "Performance Monitoring 2006/07 - annual report",
        "Year end performance monitoring 2006/07",
    ],
)
def test_a_report_on_a_year_prints_the_results_of_all_of_it(title: str) -> None:
    paper = titled(title)
    assert figures(paper) == [("outturn", "2006/07", "10"), ("target", "2006/07", "9")]
    assert not told(paper)


@pytest.mark.parametrize(
    ("day", "period"), [("12 November 2006", None), ("12 June 2007", "2006/07")]
)
@pytest.mark.parametrize("size", [16.0, 11.0])
def test_results_of_a_year_that_was_not_over_when_they_were_published_are_of_no_period(
    day: str, period: str | None, size: float
) -> None:
    draft = Draft().line("Wychavon District Council")
    draft.line("Performance report 2006/07", bold=True, size=16.0).line(day, size=size)
    paper = draft.table(["Ref", "Indicator", "Actual"], ["BV8", "Invoices paid", "10"]).read()
    assert [row.period for row in paper.figures] == [period]
    assert paper.document.reporting_period == "2006/07"


@pytest.mark.parametrize("heading", ["Actual to date", "Performance to date", "YTD"])
def test_what_is_headed_to_date_is_no_outturn_of_a_papers_year(heading: str) -> None:
    draft = Draft().line("Wychavon District Council")
    draft.line("Performance report 2006/07", bold=True, size=16.0)
    paper = draft.table(["Ref", "Indicator", heading], ["BV8", "Invoices paid", "10"]).read()
    assert [(row.measure, row.basis) for row in paper.figures] == [("actual", "to_date")]
