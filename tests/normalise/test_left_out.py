"""Columns of figures that no relation holds: counted and told once a heading."""

from __future__ import annotations

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

TITLE = "Performance report quarter 2 2011/12"


def read(*tables: list[list[C | str]]) -> Paper:
    draft = Draft().line("Tillingham Borough Council").line(TITLE, bold=True)
    for table in tables:
        draft = draft.table(*table)
    return draft.read()


def told(paper: Paper) -> list[tuple[str | None, str]]:
    return [
        (each.printed, each.message.partition(" figures")[0])
        for each in paper.findings
        if each.rule_id == "column.left_out"
    ]


def test_forecasts_variances_and_next_years_targets_are_counted_once_a_heading() -> None:
    head: list[C | str] = ["Ref", "Indicator", "Actual", "Variance", "Next Year Target", "Forecast"]
    paper = read(
        [head, ["A1", "Days lost", "10", "1", "9", "11"], ["A2", "Calls", "80%", "-5%", "", "n/a"]],
        [head, ["A3", "Visits", "12", "2", "13", "14"]],
    )
    assert told(paper) == [("Variance", "3"), ("Next Year Target", "2"), ("Forecast", "2")]
    assert {row.text for row in paper.cells} >= {"-5%", "11", "13"}


def test_a_known_column_without_figures_and_one_of_actions_are_not_told() -> None:
    paper = read(
        [["Ref", "Indicator", "Actual", "Source"], ["A1", "Days lost", "10", "Payroll"]],
        [["Ref", "Action", "Start Date", "Due Date"], ["B1", "Do it", "1", "31/03/2012"]],
    )
    assert not told(paper)
