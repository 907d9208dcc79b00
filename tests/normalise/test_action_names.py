"""Columns headed as actions: names of a plan's rows, or what is done about a figure."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

ACTIONS = [
    "Train two more assessors for taxi licences",
    "Renew the lease of the depot",
    "Write to all tenants about gas checks",
]
CODES = ["R1.2", "R1.4", "R3.1"]
NUMBERS = ["1.2", "1.4", "3.1"]


def plan(
    headings: list[C | str], codes: list[str], *more: str, actions: list[str] = ACTIONS
) -> Paper:
    rows: list[list[C | str]] = [
        [code, *more, action, "Depot Manager", "31/03/2019", "On track"]
        for code, action in zip(codes, actions, strict=True)
    ]
    return (
        Draft()
        .line("Tillingham Borough Council")
        .line("Risk Response Plan 2018/19", bold=True)
        .table([*headings, "Owner", "Due Date", "Status"], *rows)
        .read()
    )


@pytest.mark.parametrize("codes", [CODES, NUMBERS])
@pytest.mark.parametrize("heading", ["Mitigating Action", "Remedial Action", "Action Required"])
def test_what_is_done_names_the_rows_of_a_plan_that_nothing_else_names(
    heading: str, codes: list[str]
) -> None:
    paper = plan(["Ref", heading], codes)
    assert [(row.code, row.title) for row in paper.actions] == list(
        zip(codes, ACTIONS, strict=True)
    )
    assert all(row.corrective_action is None for row in paper.actions)
    assert "column.assumed" in {finding.rule_id for finding in paper.findings}


@pytest.mark.parametrize("heading", ["Action Required", "Required Action"])
@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ([], [("Success Criteria", "Fewer repeat calls")]),
        ([], [("Impact", "Fewer calls to the centre")]),
        ([("Outcome", "Stronger families in every town")], []),
        ([("Aim", "Fair access for all")], [("What success looks like", "Fewer repeat calls")]),
    ],
)
def test_what_an_action_serves_or_brings_about_is_not_its_name(
    heading: str, before: list[tuple[str, str]], behind: list[tuple[str, str]]
) -> None:
    heads = [*(head for head, _ in before), "Ref", heading, "Due Date"]
    rows: list[list[C | str]] = [
        [*(text for _, text in before), code, action, "31/03/2019", *(text for _, text in behind)]
        for code, action in zip(CODES, ACTIONS, strict=True)
    ]
    draft = Draft().line("Tillingham Borough Council").line("Improvement Plan 2018/19", bold=True)
    paper = draft.table([*heads, *(head for head, _ in behind)], *rows).read()
    assert [(row.code, row.title) for row in paper.actions] == list(
        zip(CODES, ACTIONS, strict=True)
    )


@pytest.mark.parametrize("levels", [["High", "Low", "Medium"], ["4", "2", "3"]])
def test_an_action_beside_how_grave_a_risk_is_names_no_row(levels: list[str]) -> None:
    rows: list[list[C | str]] = [
        [code, action, "31/03/2019", level]
        for code, action, level in zip(CODES, ACTIONS, levels, strict=True)
    ]
    draft = Draft().line("Tillingham Borough Council").line("Response Plan 2018/19", bold=True)
    paper = draft.table(["Ref", "Mitigating Action", "Due Date", "Impact"], *rows).read()
    assert not [row for row in paper.actions if row.title in ACTIONS]


def test_what_is_done_about_a_named_row_is_not_its_name() -> None:
    paper = plan(["Ref", "Action", "Mitigating Action"], CODES, "Fleet replacement")
    assert {row.title for row in paper.actions} == {"Fleet replacement"}
    assert [row.corrective_action for row in paper.actions] == ACTIONS


def test_what_is_done_about_a_risk_is_not_the_name_of_its_code() -> None:
    paper = plan(["Ref", "Risk", "Mitigating Action"], CODES, "Fleet fails its inspection")
    assert not [row for row in paper.actions if row.title in ACTIONS]


def test_a_number_alone_is_no_action() -> None:
    paper = plan(["Ref", "Mitigating Action"], NUMBERS, actions=["-", "-", "-"])
    assert not paper.actions
    assert "row.no_identity" in {finding.rule_id for finding in paper.findings}


def below(names: str, *, ahead: bool = False) -> Paper:
    figures: list[C | str] = ["Quarter 2 2018/19 Actual", "Quarter 2 2018/19 Target"]
    values = [("71%", "80%"), ("64%", "75%"), ("12%", "30%")]
    titles = ["Rent collected in the year", "Repairs done on time", "Homes let within the target"]
    rows: list[list[C | str]] = [
        [action, title, *pair] if ahead else [title, *pair, action]
        for title, pair, action in zip(titles, values, ACTIONS, strict=True)
    ]
    heads = ["Improvement Action", names, *figures] if ahead else [names, *figures]
    return (
        Draft()
        .line("Tillingham Borough Council")
        .line("Indicators below target, Quarter 2 2018/19", bold=True)
        .table(heads if ahead else [*heads, "Improvement Action"], *rows)
        .read()
    )


@pytest.mark.parametrize("names", ["Description", "Indicator", "Definition"])
def test_an_action_behind_results_is_what_is_done_about_them(names: str) -> None:
    paper = below(names)
    assert [row.title for row in paper.indicators] == [
        "Rent collected in the year",
        "Repairs done on time",
        "Homes let within the target",
    ]


def test_an_action_before_its_figures_names_them() -> None:
    paper = below("Description", ahead=True)
    assert [row.title for row in paper.indicators] == ACTIONS


def test_actions_with_days_of_their_own_behind_results_are_not_what_is_done_about_them() -> None:
    rows: list[list[C | str]] = [
        ["BV8", "Invoices paid on time", "91%", "95%", "Buy scanners", "31/03/2019"],
        ["BV9", "Council tax collected", "97%", "98%", "Hire two clerks", "30/06/2019"],
    ]
    heads: list[C | str] = ["Ref", "Indicator", "2018/19 Actual", "2018/19 Target"]
    paper = Draft().line("Tillingham Borough Council").line("Indicators 2018/19", bold=True)
    read = paper.table([*heads, "Improvement Action", "Due Date"], *rows).read()
    assert "table.actions_beside" in {finding.rule_id for finding in read.findings}


@pytest.mark.parametrize("heading", ["Corporate Plan Action", "Service plan actions"])
def test_one_action_alone_behind_its_code_is_named_by_a_heading_of_actions(heading: str) -> None:
    paper = plan(["Ref", heading], CODES[:1], actions=ACTIONS[:1])
    assert [(row.code, row.title) for row in paper.actions] == [(CODES[0], ACTIONS[0])]
    assert "column.assumed" in {finding.rule_id for finding in paper.findings}


def test_an_action_whose_words_stand_under_an_unknown_heading_is_no_code_without_title() -> None:
    paper = plan(["Ref", "What we promised"], CODES[:1], actions=ACTIONS[:1])
    assert not paper.actions
    told = [each for each in paper.findings if each.rule_id == "row.no_identity"]
    assert [each.printed for each in told] == CODES[:1]


def test_an_action_with_nothing_beside_its_code_goes_by_it() -> None:
    paper = plan(["Ref", "Extra"], CODES, actions=["-", "n/a", "-"])
    assert [(row.code, row.title) for row in paper.actions] == [(code, None) for code in CODES]
