"""Columns of colours that rate something else than how an action goes."""

from __future__ import annotations

import pytest

from tests.normalise.paper_builder import C, Draft

ACTIONS = ["Open the new centre", "Review the tree policy", "Replace the lamps"]
COLOURS = ["Green", "Red", "Amber"]


def status_of(heading: str) -> list[str | None]:
    rows: list[list[C | str]] = [["Action code", "Action title", heading, "Due date"]]
    rows += [
        [f"FP1922_{at:02d}", action, COLOURS[at], "31-Mar-2020"]
        for at, action in enumerate(ACTIONS)
    ]
    draft = Draft().line("Action plan Quarter 2 2019/20", bold=True)
    return [row.status for row in draft.table(*rows).read().actions]


@pytest.mark.parametrize(
    "heading",
    ["Complexity", "Cost RAG", "Resources", "Benefits", "Stakeholders", "RAG vs 2018/19"],
)
def test_a_rating_of_something_else_is_no_status(heading: str) -> None:
    assert status_of(heading) == [None, None, None]


@pytest.mark.parametrize("heading", ["RAG", "Health", "How is it going"])
def test_colours_under_other_headings_are_the_status(heading: str) -> None:
    assert status_of(heading) == ["green", "red", "amber"]
