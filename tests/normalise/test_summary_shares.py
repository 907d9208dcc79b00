"""Percentages under status words, and columns and tables that count nothing of the paper's own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft


def read(caption: str, *rows: list[C | str]) -> Paper:
    draft = Draft().line("Business plan progress report Quarter 2 2019/20", bold=True, gap=30)
    return draft.line(caption, bold=True, size=14).table(*rows).read()


def counts(paper: Paper) -> set[tuple[str | None, str | None, int | None, Decimal | None]]:
    return {(row.section, row.status, row.item_count, row.percentage) for row in paper.summaries}


ACROSS: list[list[C | str]] = [
    ["Service", "Completed", "In progress", "Overdue"],
    ["Finance", "40", "50", "10"],
]
DOWN: list[list[C | str]] = [["Status", "2019/20"], ["Completed", "60"], ["Overdue", "40"]]


@pytest.mark.parametrize("caption", ["Percentage of actions by status", "Actions by status (%)"])
def test_figures_below_a_heading_of_percentages_are_no_numbers(caption: str) -> None:
    assert counts(read(caption, *ACROSS)) == {
        ("Finance", "completed", None, Decimal(40)),
        ("Finance", "in_progress", None, Decimal(50)),
        ("Finance", "overdue", None, Decimal(10)),
    }
    assert counts(read(caption, *DOWN)) == {
        (None, "completed", None, Decimal(60)),
        (None, "overdue", None, Decimal(40)),
    }


def test_figures_below_numbers_and_percentages_are_numbers() -> None:
    paper = read("Number and percentage of actions by status", *ACROSS)
    assert {row.item_count for row in paper.summaries} == {40, 50, 10}


def test_a_column_headed_percentage_beside_statuses_is_one() -> None:
    rows = [["Status", "Percentage"], *DOWN[1:]]
    assert counts(read("Summary of actions", *rows)) == {
        (None, "completed", None, Decimal(60)),
        (None, "overdue", None, Decimal(40)),
    }


def test_a_row_of_percentages_below_one_of_numbers_is_one() -> None:
    paper = read(
        "Summary of actions",
        ["", "Completed", "Overdue"],
        ["Number", "3", "2"],
        ["%", "60", "40"],
    )
    assert counts(paper) == {
        (None, "completed", 3, None),
        (None, "overdue", 2, None),
        (None, "completed", None, Decimal(60)),
        (None, "overdue", None, Decimal(40)),
    }
    assert all(row.is_total for row in paper.summaries)


def test_a_count_with_its_share_in_brackets_stays_a_count_under_percent() -> None:
    paper = read(
        "Summary of actions",
        ["Service", "Completed (%)", "Overdue (%)"],
        ["Finance", "3 (60%)", "2 (40%)"],
    )
    assert counts(paper) == {
        ("Finance", "completed", 3, Decimal(60)),
        ("Finance", "overdue", 2, Decimal(40)),
    }


@pytest.mark.parametrize("head", ["Change", "Target", "Difference"])
def test_a_change_beside_counts_is_none(head: str) -> None:
    paper = read(
        "Summary of actions", ["Service", "Completed", "Overdue", head], ["A", "3", "2", "9"]
    )
    assert {row.item_count for row in paper.summaries} == {3, 2}


def test_counts_of_the_last_quarter_beside_those_of_this_one_are_of_no_known_time() -> None:
    heads: list[C | str] = ["Service", "Completed", "Overdue", "Completed last quarter"]
    paper = read("Summary of actions", heads, ["Finance", "3", "2", "9"])
    assert {(row.item_count, row.period) for row in paper.summaries} == {
        (3, "2019/20 Q2"),
        (2, "2019/20 Q2"),
        (9, None),
    }


@pytest.mark.parametrize("caption", ["Staff appraisals", "Complaints by stage", "Summary of risks"])
def test_what_is_neither_an_action_nor_an_indicator_is_not_counted_as_one(caption: str) -> None:
    paper = read(caption, *ACROSS)
    assert not paper.summaries
    assert "table.not_understood" in {finding.rule_id for finding in paper.findings}
    assert read("Actions on complaints", *ACROSS).summaries
