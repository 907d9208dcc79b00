"""Action plans whose quarters hold words, and objectives that are numbered only."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

ACTIONS = ["Open the new centre", "Review the tree policy", "Replace the lamps"]
WORDS = [["Began well", "Done"], ["Started", "Late"], ["Set up", "Slow"]]
STATUSES = [["Green", "Amber"], ["Amber", "Red"], ["Red", "Green"]]
MARKS = [["X", ""], ["", "X"], ["X", "X"]]


def read(*rows: list[C | str]) -> Paper:
    draft = Draft().line("Tillingham Borough Council")
    return draft.line("Progress report Quarter 2 2019/20", bold=True).table(*rows).read()


def plan(name: str, cells: list[list[str]], last: str = "RAG") -> Paper:
    rows: list[list[C | str]] = [[name, "Q1", "Q2", last]]
    rows += [
        [action, *cells[at], ["Green", "Red", "Amber"][at]] for at, action in enumerate(ACTIONS)
    ]
    return read(*rows)


@pytest.mark.parametrize("name", ["Action", "Key Task", "Project", "Commitment"])
@pytest.mark.parametrize("cells", [WORDS, STATUSES, MARKS])
def test_actions_with_words_under_quarters_are_no_indicators(
    name: str, cells: list[list[str]]
) -> None:
    paper = plan(name, cells)
    assert not paper.indicators
    assert [row.title for row in paper.actions] == ACTIONS
    assert [row.status for row in paper.actions] == ["green", "red", "amber"]


def test_statuses_under_quarters_alone_are_the_actions_own() -> None:
    rows: list[list[C | str]] = [["Action", "Q1", "Q2"]]
    rows += [[action, *STATUSES[at]] for at, action in enumerate(ACTIONS)]
    paper = read(*rows)
    assert not paper.indicators
    assert [row.status for row in paper.actions] == ["amber", "red", "green"]


def test_figures_under_quarters_are_still_those_of_indicators() -> None:
    paper = plan("Activity", [["12", "14"], ["5", "6"], ["7", "8"]])
    assert [row.title for row in paper.indicators] == ACTIONS
    assert not paper.actions


def test_a_row_with_a_number_above_actions_numbered_below_it_is_their_objective() -> None:
    paper = read(
        ["Ref", "Action", "Status", "Due date"],
        ["1", "A clean town", "", ""],
        ["1.1", ACTIONS[0], "Completed", "31-Mar-2019"],
        ["1.2", ACTIONS[1], "Overdue", "31-Mar-2019"],
        ["2.", "A safe town", "", ""],
        ["2.1", ACTIONS[2], "Overdue", "31-Mar-2019"],
    )
    assert [(row.code, row.title, row.parent_title) for row in paper.actions] == [
        ("1.1", ACTIONS[0], "A clean town"),
        ("1.2", ACTIONS[1], "A clean town"),
        ("2.1", ACTIONS[2], "A safe town"),
    ]


def test_a_numbered_action_that_prints_nothing_else_is_an_action() -> None:
    paper = read(
        ["Ref", "Action", "Status", "Due date"],
        ["1", ACTIONS[0], "", ""],
        ["2", ACTIONS[1], "Overdue", "31-Mar-2019"],
        ["3", ACTIONS[2], "Overdue", "31-Mar-2019"],
    )
    assert [row.title for row in paper.actions] == ACTIONS
