"""Summary tables and counting sentences."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft


def counts(paper: Paper) -> list[tuple[str | None, bool, str | None, int | None, int | None]]:
    return [
        (row.section, row.is_total, row.status, row.item_count, row.csi_count)
        for row in paper.summaries
    ]


def test_sections_down_statuses_across_with_bracketed_csi_counts() -> None:
    draft = Draft().line("SUMMARY OF PROGRESS - PERFORMANCE INDICATORS 2021/22", bold=True, gap=2)
    draft.line("(Critical Success Indicators CSI included and given in brackets)", bold=True)
    draft.table(
        ["", "Satisfactory", "Warning", "Unknown"],
        ["Finance Services", "2 (1)", "-", ""],
        ["TOTAL", "7 (3)", "6", "-"],
    )
    draft.line("EXCEPTION REPORTING", bold=True)
    draft.table(
        ["Status", "CSI and Code", "2021/22\nQ1"], ["Green", "CSI Invoices (BV8) (Finance)", "99%"]
    )
    assert counts(draft.read()) == [
        ("Finance Services", False, "green", 2, 1),
        ("Finance Services", False, "amber", 0, 0),
        ("Finance Services", False, "unknown", None, None),
        (None, True, "green", 7, 3),
        (None, True, "amber", 6, 0),
        (None, True, "unknown", 0, 0),
    ]


def test_actions_are_counted_without_csi_and_by_their_own_statuses() -> None:
    draft = Draft().line("SUMMARY OF PROGRESS – KEY TASKS 2021/22", bold=True)
    draft.table(["", "Completed", "Warning"], ["Legal Services", "1", "-"])
    paper = draft.read()
    assert counts(paper) == [
        ("Legal Services", False, "completed", 1, None),
        ("Legal Services", False, "warning", 0, None),
    ]
    assert {row.subject for row in paper.summaries} == {"actions"}


def test_a_column_of_an_unknown_word_is_counted_without_a_status() -> None:
    draft = Draft().line("Key Tasks Quarter 2 2011/12", bold=True)
    draft.table(["", "On track", "Sleeping", "Completed"], ["Housing", "1", "2", "3"])
    rows = [(r.status, r.status_as_printed, r.item_count) for r in draft.read().summaries]
    assert rows == [("green", "On track", 1), (None, "Sleeping", 2), ("completed", "Completed", 3)]


def test_counts_and_shares_under_each_status() -> None:
    draft = Draft().line("Key Tasks Quarter 2 2011/12", bold=True)
    draft.table(
        [C("", down=2), C("Green", span=2), C("Red", span=2)],
        ["No", "%", "No", "%"],
        ["Housing", "6", "60%", "4", "40%"],
    )
    rows = [(r.status, r.item_count, r.percentage) for r in draft.read().summaries]
    assert rows == [
        ("green", 6, Decimal(60)),
        ("red", 4, Decimal(40)),
    ]


def test_two_months_side_by_side_in_one_table() -> None:
    draft = Draft().line("Improvement Plan", bold=True)
    draft.table(
        [C("August 2007", span=3), C("September 2007", span=3)],
        ["RED", "1", "0.7%", "RED", "4", "2.4%"],
        ["GREEN", "126", "88.7%", "GREEN", "149", "89.2%"],
    )
    rows = [(r.status, r.item_count, r.percentage, r.period) for r in draft.read().summaries]
    assert rows == [
        ("red", 1, Decimal("0.7"), "2007-08"),
        ("red", 4, Decimal("2.4"), "2007-09"),
        ("green", 126, Decimal("88.7"), "2007-08"),
        ("green", 149, Decimal("89.2"), "2007-09"),
    ]


def sentence(text: str) -> Paper:
    return Draft().line(text).read()


def test_a_sentence_that_counts_indicators() -> None:
    paper = sentence(
        "The figures show out of 32 indicators, 20 are on target or within tolerance, 3 are "
        "behind target and 9 are measured on annual targets."
    )
    assert [(r.is_total, r.status, r.item_count, r.as_printed) for r in paper.summaries] == [
        (True, None, 32, "32"),
        (False, None, 20, "20"),
        (False, "red", 3, "3"),
        (False, None, 9, "9"),
    ]
    assert {(r.table_no, r.subject) for r in paper.summaries} == {(None, "indicators")}


def test_words_for_numbers_and_shares_in_brackets() -> None:
    paper = sentence(
        "Of the 20 actions, 12 (60%) have been completed, five (25%) are in progress and three "
        "(15%) are overdue."
    )
    rows = [(r.status, r.item_count, r.percentage) for r in paper.summaries]
    assert rows == [
        (None, 20, None),
        ("completed", 12, Decimal(60)),
        ("in_progress", 5, Decimal(25)),
        ("overdue", 3, Decimal(15)),
    ]


def test_shares_of_a_total_with_the_colour_in_brackets() -> None:
    paper = sentence(
        "For the 167 actions of the plan 89.2 percent are on target [green], 6.6 percent are one "
        "month behind [amber] and 2.4 percent are over one month behind [red]."
    )
    rows = [(r.status, r.item_count, r.percentage) for r in paper.summaries]
    assert rows == [
        (None, 167, None),
        ("green", None, Decimal("89.2")),
        ("amber", None, Decimal("6.6")),
        ("red", None, Decimal("2.4")),
    ]


def test_a_share_in_the_next_sentence_belongs_to_the_count_before() -> None:
    paper = sentence(
        "Out of the total of 167 actions for the month, 17 actions have been deleted. This "
        "amounts to 10.2 percent of the plan."
    )
    assert [(r.item_count, r.percentage) for r in paper.summaries] == [
        (167, None),
        (17, Decimal("10.2")),
    ]


def test_a_part_larger_than_the_whole_is_read_where_every_part_is_a_status() -> None:
    paper = sentence("Out of 12 actions, 13 are completed, 0 are in progress and 0 are overdue.")
    assert [(r.status, r.item_count) for r in paper.summaries] == [
        (None, 12),
        ("completed", 13),
        ("in_progress", 0),
        ("overdue", 0),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Out of 12 actions, 13 are completed and 40 are of another plan.",
        "The Council has 32 indicators.",
        "Out of 12 indicators, 20 are on target.",
        "Of the 12 residents, 3 are old.",
        "In 2019 of the measures, 3 were taken.",
    ],
)
def test_other_numbers_in_prose_are_left_alone(text: str) -> None:
    assert sentence(text).summaries == []


def test_colours_alone_count_what_the_lines_above_speak_of() -> None:
    draft = Draft().line("Of our indicators this many stand at each colour.")
    draft.table(["Service", "Green", "Amber", "Red"], ["Housing", "3", "2", "1"])
    assert {row.subject for row in draft.read().summaries} == {"indicators"}


def test_colours_alone_of_nothing_named_are_kept_as_cells() -> None:
    paper = Draft().table(["Service", "Green", "Amber", "Red"], ["Housing", "3", "2", "1"]).read()
    assert paper.summaries == []
    assert [f.rule_id for f in paper.findings] == ["table.not_understood"]


def test_statuses_down_and_quarters_across() -> None:
    draft = Draft().line("Performance indicators 2013/14", bold=True)
    draft.table(
        ["Status", "Q1", "Q2", "Total"], ["Green", "20", "22", "42"], ["Red", "3", "1", "4"]
    )
    rows = [(r.status, r.item_count, r.period) for r in draft.read().summaries]
    assert rows == [
        ("green", 20, "2013/14 Q1"),
        ("green", 22, "2013/14 Q2"),
        ("red", 3, "2013/14 Q1"),
        ("red", 1, "2013/14 Q2"),
    ]


def test_statuses_down_over_columns_of_unknown_meaning_are_not_read() -> None:
    draft = Draft().line("Performance indicators 2013/14", bold=True)
    draft.table(["Status", "North", "South"], ["Green", "20", "22"], ["Red", "3", "1"])
    assert draft.read().summaries == []


def test_statuses_down_with_a_total_row() -> None:
    draft = Draft().line("Performance indicators Quarter 1 2013/14", bold=True)
    draft.table(
        ["Status", "Number", "%"],
        ["Green", "20", "80%"],
        ["Red", "5", "20%"],
        ["Total", "25", "100%"],
    )
    rows = [(r.status, r.is_total, r.item_count, r.percentage) for r in draft.read().summaries]
    assert rows == [
        ("green", False, 20, Decimal(80)),
        ("red", False, 5, Decimal(20)),
        (None, True, 25, Decimal(100)),
    ]


def test_a_share_in_brackets_goes_with_its_count() -> None:
    draft = Draft().line("Performance indicators 2013/14", bold=True)
    draft.table(["Status", "Q1", "Q2"], ["Green", "28 (58%)", "31 (65%)"], ["Red", "8 (17%)", "6"])
    rows = [(r.status, r.item_count, r.percentage, r.period) for r in draft.read().summaries]
    assert rows == [
        ("green", 28, Decimal(58), "2013/14 Q1"),
        ("green", 31, Decimal(65), "2013/14 Q2"),
        ("red", 8, Decimal(17), "2013/14 Q1"),
        ("red", 6, None, "2013/14 Q2"),
    ]


def test_a_count_left_of_the_statuses_is_no_part_of_the_section() -> None:
    draft = Draft().line("Performance indicators Quarter 4 2014/15", bold=True)
    draft.table(
        ["Theme", "Number of indicators", "Achieved", "Not achieved", "%"],
        ["Place", "12", "9", "3", "25%"],
        ["People", "8", "6", "2", "25%"],
    )
    rows = [
        (r.section, r.status_as_printed, r.item_count, r.percentage) for r in draft.read().summaries
    ]
    assert rows == [
        ("Place", "Number of indicators", 12, None),
        ("Place", "Achieved", 9, None),
        ("Place", "Not achieved", 3, Decimal(25)),
        ("People", "Number of indicators", 8, None),
        ("People", "Achieved", 6, None),
        ("People", "Not achieved", 2, Decimal(25)),
    ]


def test_a_share_with_words_of_its_own_stands_alone() -> None:
    draft = Draft().line("Performance indicators Quarter 4 2014/15", bold=True)
    draft.table(
        ["Theme", "Achieved", "Not achieved", "% achieved"],
        ["Place", "9", "3", "75%"],
        ["People", "6", "2", "75%"],
    )
    rows = [(r.status_as_printed, r.percentage) for r in draft.read().summaries]
    assert rows[:3] == [("Achieved", None), ("Not achieved", None), ("% achieved", Decimal(75))]


@pytest.mark.parametrize(
    "when", ["reported last year", "of the previous quarter", "in the same period a year ago"]
)
def test_counts_of_another_time_are_not_taken_for_the_papers_own(when: str) -> None:
    assert sentence(f"Of the 12 indicators {when}, 10 are green and 2 are red.").summaries == []
