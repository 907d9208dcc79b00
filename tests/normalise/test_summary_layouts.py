"""Summary tables told by their arithmetic, and tables that are none."""

from __future__ import annotations

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import Draft


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
