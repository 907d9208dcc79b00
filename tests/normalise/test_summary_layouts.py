"""Summary tables told by their arithmetic, and tables that are none."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft


def counts(paper: Paper) -> list[tuple[str | None, bool, str | None, int | None, int | None]]:
    return [
        (row.section, row.is_total, row.status, row.item_count, row.csi_count)
        for row in paper.summaries
    ]


def test_statuses_down_and_sections_across_are_told_by_their_totals() -> None:
    draft = Draft().line("Performance indicators Quarter 1 2013/14", bold=True)
    draft.table(
        ["Status", "Housing", "Planning", "Total"],
        ["On target", "10", "6", "16"],
        ["Off target", "1", "-", "1"],
        ["Total", "11", "6", "17"],
    )
    assert counts(draft.read()) == [
        ("Housing", False, "green", 10, None),
        ("Planning", False, "green", 6, None),
        (None, True, "green", 16, None),
        ("Housing", False, "red", 1, None),
        ("Planning", False, "red", 0, None),
        (None, True, "red", 1, None),
        ("Housing", False, None, 11, None),
        ("Planning", False, None, 6, None),
        (None, True, None, 17, None),
    ]


def test_sections_whose_counts_do_not_add_up_are_not_read() -> None:
    draft = Draft().line("Performance indicators Quarter 1 2013/14", bold=True)
    draft.table(
        ["Status", "Housing", "Planning", "Total"],
        ["On target", "10", "6", "15"],
        ["Off target", "1", "0", "1"],
    )
    assert draft.read().summaries == []


def test_rows_that_nothing_names_left_of_their_counts_are_not_read() -> None:
    draft = Draft().line("Performance indicators Quarter 1 2013/14", bold=True)
    draft.table(["Green", "Red", "Service"], ["10", "1", "Housing"], ["8", "4", "Planning"])
    assert draft.read().summaries == []


def test_a_list_of_items_with_their_status_and_a_number_is_no_summary() -> None:
    draft = Draft().line("Performance of actions Quarter 1 2013/14", bold=True)
    draft.table(
        ["Status", "Days", "Audit"],
        ["Complete", "14", "Payroll"],
        ["In progress", "3", "Creditors"],
    )
    assert draft.read().summaries == []


STATUSES = [["Completed", "12"], ["In progress", "3"], ["Overdue", "1"]]


@pytest.mark.parametrize(
    ("caption", "heading"),
    [
        ("Internal audits Quarter 2 2019/20", "Number"),
        ("Repairs Quarter 2 2019/20", "Number"),
        ("Quarter 2 2019/20", "No. of risks"),
        ("Quarter 2 2019/20", "Number of appeals"),
        ("Quarter 2 2019/20", "Number"),
    ],
)
def test_counts_by_an_actions_statuses_are_of_actions_only_where_something_says_so(
    caption: str, heading: str
) -> None:
    paper = Draft().line(caption, bold=True).table(["Status", heading], *STATUSES).read()
    assert paper.summaries == []
    assert "table.not_understood" in {finding.rule_id for finding in paper.findings}


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Business plan actions Quarter 2 2019/20", "Number"),
        ("Performance Quarter 2 2019/20", "No. of tasks"),
    ],
)
def test_counts_by_status_are_of_the_actions_that_a_title_or_a_column_names(
    title: str, heading: str
) -> None:
    paper = Draft().line(title, bold=True).table(["Status", heading], *STATUSES).read()
    assert [(row.subject, row.item_count) for row in paper.summaries] == [
        ("actions", 12),
        ("actions", 3),
        ("actions", 1),
    ]


def test_a_figure_under_several_statuses_is_the_count_of_none() -> None:
    draft = Draft().line("Performance indicators Quarter 1 2013/14", bold=True)
    draft.table(
        ["Service", "Green", "Amber", "Red"], ["Housing", "3", "2", "1"], ["Parks", C("9", 3)]
    )
    assert draft.read().summaries == []
