"""Habits of other councils' tables, each of which once gave a wrong row or a lost figure."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

TITLE = "Performance report quarter 2 2011/12"


def read(*rows: list[C | str], title: str = TITLE) -> Paper:
    return Draft().line("Tillingham Borough Council").line(title, bold=True).table(*rows).read()


def figures(paper: Paper) -> list[tuple[str, str | None, str | None]]:
    return [(f.measure, f.period, None if f.value is None else str(f.value)) for f in paper.figures]


def rules(paper: Paper) -> set[str]:
    return {finding.rule_id for finding in paper.findings}


def test_a_register_of_risks_is_no_table_of_indicators() -> None:
    paper = read(
        ["Ref", "Risk", "Likelihood", "Impact", "Score", "RAG", "Mitigating action", "Owner"],
        ["R1", "Loss of key staff", "3", "4", "12", "A", "Succession plans", "HR"],
        ["R2", "Failure of the ICT system", "2", "5", "10", "R", "Recovery plan", "ICT"],
        title="Performance and risk report",
    )
    assert not paper.indicators
    assert not paper.actions


def test_an_action_may_have_one_column_of_its_risk() -> None:
    paper = read(
        ["Ref", "Action", "Deadline", "Status", "Risk"],
        ["CP1", "Adopt the plan", "31/03/2012", "Green", "Low"],
    )
    assert [row.title for row in paper.actions] == ["Adopt the plan"]


def test_rows_of_targets_and_actuals_are_told_apart_under_a_blank_heading() -> None:
    paper = read(
        ["Ref", "Indicator", "", "Q1", "Q2", "Comments"],
        [C("HO 1", down=2), C("Rent arrears", down=2), "Target", "2.1%", "2.2%", C("", down=2)],
        ["Actual", "2.3%", "2.4%"],
        title="Performance indicators 2011/12",
    )
    assert [row.title for row in paper.indicators] == ["Rent arrears"]
    assert sorted(figures(paper)) == [
        ("actual", "2011/12 Q1", "2.3"),
        ("actual", "2011/12 Q2", "2.4"),
        ("target", "2011/12 Q1", "2.1"),
        ("target", "2011/12 Q2", "2.2"),
    ]


def test_a_row_titled_target_or_by_a_quarter_is_no_indicator() -> None:
    paper = read(
        ["Indicator", "Q1", "Q2", "Q3"],
        [C("Rent arrears", span=4)],
        ["Target", "2.0%", "2.0%", "2.0%"],
        ["Actual", "2.1%", "2.2%", "2.3%"],
        [C("Repairs", span=4)],
        ["Quarter 1", "2.1%", "2.2%", "2.3%"],
    )
    assert not paper.indicators
    assert "row.no_identity" in rules(paper)


def test_a_column_of_two_values_in_a_cell_does_not_cost_the_others() -> None:
    paper = read(
        ["Indicator", "2010/11 Outturn", "2011/12 Q2 Actual / Forecast", "Status"],
        ["Enforcement cases closed", "71%", "75% / 70%", "Green"],
        ["Licences issued in time", "98%", "97% / 98%", "Amber"],
    )
    assert figures(paper) == [("outturn", "2010/11", "71"), ("outturn", "2010/11", "98")]


@pytest.mark.parametrize(
    "heading", ["On target?", "Target met", "MET TARGET?", "On target Y/N", "Target met (Y/N)?"]
)
def test_yes_and_no_answer_a_heading_that_asks_for_a_status(heading: str) -> None:
    paper = read(
        ["Ref", "Indicator", "2010/11", "Target 2010/11", heading],
        ["A1", "Rent collected", "98%", "97%", "Yes"],
        ["A2", "Rent arrears", "5%", "4%", "No"],
    )
    assert [row.status for row in paper.indicators] == ["green", "red"]
    assert [row.status_as_printed for row in paper.indicators] == ["Yes", "No"]


def test_yes_and_no_are_no_status_under_any_other_heading() -> None:
    paper = read(
        ["Ref", "Indicator", "2010/11", "Target 2010/11", "Status"],
        ["A1", "Rent collected", "98%", "97%", "Yes"],
    )
    assert [row.status for row in paper.indicators] == [None]


@pytest.mark.parametrize("word", ["(unaudited)", "(PROVISIONAL)", "(draft)"])
def test_how_final_an_outturn_is_does_not_hide_it(word: str) -> None:
    paper = read(
        ["Ref", "Indicator", "2008-09 Target", f"2008-2009 OUTTURN {word}", "Status"],
        ["A1", "Rent collected", "98%", "97%", "R"],
        title="Annual report 2008/09",
    )
    assert ("outturn", "2008/09", "97") in figures(paper)


def test_the_target_of_a_quarter_that_two_years_have_is_the_papers_own() -> None:
    paper = read(
        ["Indicator", "Q3 2009/10 actual", "Q3 2010/11 actual", "Q3 target", "Status"],
        ["LI 030 Missed collections", "120", "131", "100", "Red"],
        title="Performance monitoring: third quarter 2010/11",
    )
    assert figures(paper) == [
        ("actual", "2009/10 Q3", "120"),
        ("actual", "2010/11 Q3", "131"),
        ("target", "2010/11 Q3", "100"),
    ]


def test_a_year_that_begins_after_the_papers_own_period_has_no_result_yet() -> None:
    paper = read(
        ["Ref", "Indicator", "2005/06", "2006/07", "Status"],
        ["A1", "Waste per head", "412", "401", "Green"],
        title="Performance report 2005/06",
    )
    assert figures(paper) == [("outturn", "2005/06", "412")]
    assert "column.unclear" in rules(paper)


def test_what_is_headed_outturn_is_one_whatever_the_paper_seems_to_speak_of() -> None:
    draft = Draft().line("Performance report 2005/06", bold=True)
    for year, value in (("2005/06", "412"), ("2006/07", "401")):
        draft.line(f"Outturn {year}", bold=True)
        draft.table(["Ref", "Indicator", "Outturn", "Status"], ["A1", "Waste", value, "Green"])
    assert figures(draft.read()) == [("outturn", "2005/06", "412"), ("outturn", "2006/07", "401")]


@pytest.mark.parametrize("printed", ["~300", "12 (9)"])
def test_what_is_about_a_number_or_two_numbers_is_no_figure(printed: str) -> None:
    paper = read(
        ["Ref", "Indicator", "2010/11", "Target 2010/11", "Status"],
        ["A1", "Jobs created", printed, "97", "R"],
    )
    assert (paper.figures[0].value_state, paper.figures[0].value) == ("other", None)
    assert paper.figures[0].as_printed == printed


def test_an_estimate_is_a_figure_with_its_mark() -> None:
    paper = read(
        ["Ref", "Indicator", "2010/11", "Target 2010/11", "Status"],
        ["A1", "Jobs created", "3.2 (est)", "97", "R"],
    )
    assert (str(paper.figures[0].value), paper.figures[0].footnote) == ("3.2", "(est)")


@pytest.mark.parametrize(
    "headings",
    [
        ["PI R\nef", "Performance Indica\ntor", "2010/11 Outt\nurn", "Sta\ntus"],
        ["Re\nf", "Indi\ncator", "2010/11\nAct\nual", "R\nAG"],
    ],
)
def test_headings_broken_inside_a_word_are_read(headings: list[C | str]) -> None:
    paper = read(headings, ["LPI054\n1", "Rent collected", "98%", "Green"])
    assert [(row.code, row.status) for row in paper.indicators] == [("LPI0541", "green")]
    assert figures(paper) == [("outturn", "2010/11", "98")]
    assert "heading.near" not in rules(paper)


def test_a_column_of_last_updates_says_which_period_a_value_is_of() -> None:
    paper = read(
        ["Status", "Code", "Title", "Current Value", "Current Target", "Last Update"],
        ["Green", "HR01", "Days lost", "2.1", "2.5", "Q1 2011/12"],
        ["Red", "HR02", "Turnover", "12%", "10%", "2010/11"],
        ["Red", "HR03", "Appraisals", "88%", "95%", "03/10/2011"],
    )
    assert figures(paper) == [
        ("actual", "2011/12 Q1", "2.1"),
        ("target", "2011/12 Q1", "2.5"),
        ("outturn", "2010/11", "12"),
        ("target", "2010/11", "10"),
        ("actual", "2011/12 Q2", "88"),
        ("target", "2011/12 Q2", "95"),
    ]


def test_a_row_of_averages_or_of_all_services_is_no_indicator() -> None:
    paper = read(
        ["Ref", "Indicator", "2010/11", "Target 2010/11", "Status"],
        ["A1", "Days lost", "10", "9", "R"],
        ["", "Average", "12", "11", ""],
        ["", "All services", "12", "11", ""],
        ["", "Council total", "12", "11", ""],
    )
    assert [row.title for row in paper.indicators] == ["Days lost"]
    assert "row.total" in rules(paper)


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("On target (Green)", "green"),
        ("RED - not met", "red"),
        ("Amber / Within tolerance", "amber"),
        ("Green / Amber", None),
        ("Green (was red)", None),
        ("Not green", None),
    ],
)
def test_a_status_said_twice_is_one_and_two_are_none(printed: str, status: str | None) -> None:
    paper = read(
        ["Ref", "Indicator", "2010/11", "Target 2010/11", "Status"],
        ["A1", "Rent collected", "98%", "97%", printed],
    )
    assert [row.status for row in paper.indicators] == [status]
    assert [row.status_as_printed for row in paper.indicators] == [printed]


@pytest.mark.parametrize("step", ["Milestones", "Success measure", "Deliverables"])
def test_the_action_names_the_row_wherever_its_steps_stand(step: str) -> None:
    paper = read(
        ["Ref", step, "Action", "Owner", "Deadline", "RAG"],
        ["1.1", "Tender, award", "Install cameras", "J Hall", "31/03/2012", "G"],
    )
    assert [(row.title, row.description) for row in paper.actions] == [
        ("Install cameras", "Tender, award")
    ]


def test_milestones_name_rows_where_nothing_else_does() -> None:
    paper = read(
        ["Ref", "Milestone", "Owner", "Deadline", "RAG"],
        ["1.1", "Tender awarded", "J Hall", "31/03/2012", "G"],
    )
    assert [row.title for row in paper.actions] == ["Tender awarded"]


def test_a_row_of_dates_and_a_status_is_no_row_of_headings() -> None:
    paper = read(
        ["Ref", "Action", "Owner", "Start date", "End date", "Status", "Comment"],
        ["1", "Buy sweepers", "Head of Env", "Apr 2010", "Sep 2010", "Complete", "Done"],
        ["2", "Sell depot", "Head of Est", "May 2010", "Mar 2011", "On track", ""],
        ["3", "Fit lights", "Head of Env", "Apr 2010", "Dec 2010", "On target", ""],
    )
    assert [(row.title, str(row.due), row.status) for row in paper.actions] == [
        ("Buy sweepers", "2010-09-30", "completed"),
        ("Sell depot", "2011-03-31", "green"),
        ("Fit lights", "2010-12-31", "green"),
    ]


def test_words_of_a_columns_own_kind_are_its_values() -> None:
    paper = read(
        ["Indicator", "Frequency", "Direction of travel", "Status", "2010/11"],
        ["Rent collected", "Quarterly", "Declining", "Green", "98%"],
        ["Waste per head", "Annual", "Improving", "Alert", "401"],
    )
    assert [(row.title, row.frequency, row.status) for row in paper.indicators] == [
        ("Rent collected", "Quarterly", "green"),
        ("Waste per head", "Annual", "red"),
    ]


def test_an_average_beside_the_rows_own_months_is_kept_as_a_cell_and_told() -> None:
    draft = Draft().line("Performance Report Quarter 1 2019/20", bold=True, size=15)
    draft.table(
        ["Indicator", "April 2019", "May 2019", "June 2019", "Average", "England Average"],
        ["Calls answered %", "90%", "92%", "94%", "92%", "91%"],
    )
    paper = draft.read()
    assert [(f.measure, f.as_printed) for f in paper.figures][3:] == [("comparator", "91%")]
    assert [cell.role for cell in paper.cells if cell.text == "92%"] == ["actual 2019-05", None]
    assert "heading.unknown" in {f.rule_id for f in paper.findings}
