"""Actions printed beside indicators, the two tables read from the page as one."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

LEFT: list[list[C | str]] = [
    ["Code", "Indicator", "Target 2019/20", "Actual 2019/20"],
    ["NI 191", "Residual waste", "450", "461"],
    ["NI 192", "Waste recycled", "45.0%", "44.1%"],
    ["NI 195", "Litter", "5%", "6%"],
]
RIGHT: list[list[C | str]] = [
    ["Ref", "Action", "Due", "Status"],
    ["ENV1922_01", "Buy new bins", "31/03/2020", "Completed"],
    ["ENV1922_02", "Hire staff", "30/06/2020", "Overdue"],
    ["", "", "", ""],
]


def read(*rows: list[C | str]) -> Paper:
    draft = Draft().line("Tillingham Borough Council")
    return draft.line("Performance report Quarter 4 2019/20", bold=True).table(*rows).read()


def beside(right: list[list[C | str]]) -> list[list[C | str]]:
    return [[*one, *other] for one, other in zip(LEFT, right, strict=True)]


def told(paper: Paper) -> set[str]:
    return {finding.rule_id for finding in paper.findings}


def test_actions_with_codes_of_their_own_beside_indicators_are_read() -> None:
    paper = read(*beside(RIGHT))
    assert [(row.code, row.status) for row in paper.indicators] == [
        ("NI191", None), ("NI192", None), ("NI195", None),
    ]  # fmt: skip
    assert [(row.code, row.title, row.status) for row in paper.actions] == [
        ("ENV1922_01", "Buy new bins", "completed"),
        ("ENV1922_02", "Hire staff", "overdue"),
    ]
    assert [row.x0 for row in paper.actions] == [250.0, 250.0]
    assert len(paper.figures) == 6
    assert "table.actions_beside" not in told(paper)


def test_a_section_over_both_halves_is_that_of_both() -> None:
    rows = beside(RIGHT)
    rows.insert(1, [C("Environment", span=8)])
    paper = read(*rows)
    assert {row.section for row in [*paper.indicators, *paper.actions]} == {"Environment"}
    assert len(paper.actions) == 2


@pytest.mark.parametrize("said", ["Completed", "Green"])
def test_actions_that_may_be_about_the_indicators_beside_are_told_and_give_no_status(
    said: str,
) -> None:
    right = [row[1:] for row in RIGHT]
    right[1] = [*right[1][:-1], said]
    paper = read(*beside(right))
    assert [row.status for row in paper.indicators] == [None, None, None]
    assert not paper.statuses
    assert len(paper.figures) == 6
    assert "table.actions_beside" in told(paper)


def test_a_corrective_action_and_its_day_are_no_second_table() -> None:
    right: list[list[C | str]] = [["Status", "Corrective action", "By when"]]
    right += [["Green", "None", ""], ["Red", "Chase", "31/03/2020"], ["Green", "", ""]]
    paper = read(*beside(right))
    assert [row.status for row in paper.indicators] == ["green", "red", "green"]
    assert "table.actions_beside" not in told(paper)


def test_a_code_at_the_end_of_a_row_names_the_indicator_itself() -> None:
    rows = beside([["Ref", "Status"], ["X1", "Green"], ["X2", "Red"], ["X3", "Green"]])
    paper = read(*[row[1:] for row in rows])
    assert [row.status for row in paper.indicators] == ["green", "red", "green"]
