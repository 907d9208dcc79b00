"""Counts by the statuses of actions, of things that may not be the actions of the paper."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import Draft

_PLAN = (
    ["Ref", "Action", "Service", "Due date", "Status"],
    ["A1", "Adopt the plan", "Parks", "30/09/2009", "Completed"],
    ["A2", "Open the park", "Parks", "31/12/2009", "In progress"],
)


def _counted(heading: str | None, first: str = "Service") -> Paper:
    """A paper with a plan of actions and, on its next page, a table of counts."""
    draft = Draft().line("Performance Report Q2 2009/10", bold=True, size=14)
    draft.table(*map(list, _PLAN)).new_page()
    if heading:
        draft.line(heading, bold=True)
    rows = ["Housing", "4", "3", "2", "9"], ["Planning", "5", "3", "1", "9"]
    return draft.table([first, "Completed", "In progress", "Overdue", "Total"], *rows).read()


@pytest.mark.parametrize(
    "heading",
    ["Disabled facilities grants", "Health and safety checks", "Capital schemes", "Data breaches",
     "Staff one-to-ones", "Homelessness cases by service", "Contracts",
     "The grants of the plan stood as follows:"],
)  # fmt: skip
def test_things_that_are_no_actions_by_name_are_kept_as_cells_and_told(heading: str) -> None:
    paper = _counted(heading)
    assert not paper.summaries
    assert "table.not_understood" in [each.rule_id for each in paper.findings]


def test_counts_on_the_page_after_a_plan_are_no_rows_of_it() -> None:
    assert [each.code for each in _counted("Data breaches").actions] == ["A1", "A2"]


@pytest.mark.parametrize("first", ["Type of grant", "Premises", "School", "Contractor"])
def test_nor_are_counts_of_what_the_names_are_headed_as(first: str) -> None:
    assert not _counted("Summary of progress", first).summaries


@pytest.mark.parametrize(
    "heading",
    [None, "Summary", "Status by service", "Overall position at Quarter 2 2009/10",
     "Summary of actions", "Progress of projects in the grants programme",
     "4.1 The plan as a whole stood as follows at the month's end: -"],
)  # fmt: skip
def test_counts_that_are_said_to_be_parted_and_of_nothing_else_are_of_the_actions(
    heading: str | None,
) -> None:
    found = {(each.subject, each.section, each.item_count) for each in _counted(heading).summaries}
    assert ("actions", "Housing", 4) in found
