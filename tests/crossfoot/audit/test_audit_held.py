"""What the rules count as checked and right, and what they do not."""

from __future__ import annotations

from crossfoot.audit.against_rows import summary_against_rows
from crossfoot.audit.percentages import percentages
from crossfoot.audit.progress import progress_against_status
from crossfoot.audit.rules import audit
from crossfoot.audit.sentences import counting_sentences, sentences_against_tables
from crossfoot.audit.totals import bracket_totals, column_totals, row_totals

from .audit_papers import action, count, held, indicator, paper, total


def _column(*numbers, of, **fields):
    rows = [count(f"Team {at}", "red", each, row_no=at) for at, each in enumerate(numbers, 2)]
    return paper(summaries=[*rows, total("red", of, **fields)])


def test_a_total_that_is_its_sum_holds_once():
    assert held(column_totals(_column(1, 2, of=3))) == {"summary.total": 1}
    assert not held(column_totals(_column(1, 2, of=4)))
    assert not held(column_totals(_column(1, 2, of=None)))


def test_totals_in_between_hold_once_each():
    rows = [
        count("A", "red", 1, row_no=2),
        total("red", 1, row_no=3),
        count("B", "red", 2, row_no=4),
        total("red", 2, row_no=5),
        total("red", 3, row_no=6),
    ]
    assert held(column_totals(paper(summaries=rows))) == {"summary.total": 3}


def test_a_row_that_adds_up_to_its_whole_holds():
    rows = [
        count("A", "red", 1),
        count("A", "green", 2),
        count("A", None, 3, status_as_printed="Total"),
    ]
    assert held(row_totals(paper(summaries=rows))) == {"summary.total": 1}


def test_brackets_hold_where_there_are_any():
    rows = [
        count("A", "red", 3, csi_count=1, row_no=2),
        count("B", "red", 2, csi_count=0, row_no=3),
        total("red", 5, csi_count=1),
    ]
    # The bracket of A, that of the total, and their sum.
    assert held(bracket_totals(paper(summaries=rows))) == {"summary.csi": 3}


def test_counts_that_exactly_so_many_rows_are_listed_for_hold():
    counts = [count(None, "red", 1), count(None, "amber", 2), count(None, "green", 90)]
    listed = [action("A1", "red"), action("A2", "amber"), action("A3", "amber")]
    found = paper(summaries=counts, actions=listed)
    assert held(summary_against_rows(found)) == {"summary.rows": 2}


def test_counts_that_an_exception_table_does_not_show_are_not_compared():
    counts = [count(None, "completed", 90), count(None, "overdue", 2)]
    found = paper(summaries=counts, actions=[action("A1", "overdue")])
    assert not list(summary_against_rows(found))


def test_marked_rows_hold_the_brackets_they_belong_to():
    counts = [count("Legal", "red", 2, csi_count=1, subject="indicators")]
    listed = [indicator("A1", "red", "Legal", is_csi=True), indicator("A2", "red", "Legal")]
    found = paper(summaries=counts, indicators=listed)
    assert held(summary_against_rows(found)) == {"summary.rows": 1, "summary.csi": 1}


def test_percentages_of_their_counts_hold():
    rows = [
        count(None, "red", 4, percentage="2.4"),
        count(None, "amber", 11, percentage="6.6"),
        count(None, "green", 149, percentage="89.2"),
        count(None, "reprogrammed", 3, percentage="1.8"),
    ]
    assert held(percentages(paper(summaries=rows))) == {"summary.percentage": 4}


def test_percentages_alone_hold_as_a_whole():
    rows = [
        count(None, status, None, percentage=share)
        for status, share in (("red", "20"), ("amber", "30"), ("green", "50"))
    ]
    assert held(percentages(paper(summaries=rows))) == {"summary.percentage": 1}


def test_sentences_that_count_right_hold_by_themselves_and_beside_their_table():
    place = {"page": 2, "x0": 1.0, "y0": 1.0, "x1": 9.0, "y1": 2.0, "table_no": None}
    rows = [
        count(None, None, 32, subject="indicators", **place),
        count(None, "green", 20, subject="indicators", **place),
        count(None, "red", 3, subject="indicators", **place),
        count(None, None, 9, subject="indicators", status_as_printed="annual", **place),
        count(None, "green", 20, subject="indicators"),
    ]
    assert held(counting_sentences(paper(summaries=rows))) == {"counts.sentence": 1}
    assert held(sentences_against_tables(paper(summaries=rows))) == {"counts.table": 1}


def test_progress_that_its_status_allows_holds_and_none_is_none():
    rows = [
        action("A1", "completed", progress=100),
        action("A2", "in_progress", progress=40),
        action("A3", "in_progress"),
        action("A4", "cancelled", progress=10),
    ]
    assert held(progress_against_status(paper(actions=rows))) == {"progress.status": 2}


def test_an_audit_counts_what_held_by_rule():
    found = _column(1, 2, of=3)
    assert [(check.rule_id, check.held) for check in audit(found).checks] == [("summary.total", 1)]
