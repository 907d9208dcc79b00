from __future__ import annotations

from collections.abc import Iterable

from crossfoot.audit.against_rows import summary_against_rows
from crossfoot.audit.remark import Remark

from .audit_papers import action, count, faults, indicator, paper, total

REVENUES = "Revenues, Benefits and Customer Services"


# Two counts that are met, so that the summary is seen to count the rows that are listed.
MET = [count("Legal Services", "completed", 1), count("Property Services", "completed", 1)]
MET_ROWS = [
    action("LA1922_01", "completed", "Legal"),
    action("CP1922_01", "completed", "Property"),
]


def _errors(remarks: Iterable[Remark]) -> list[Remark]:
    return [remark for remark in remarks if remark.severity != "note"]


def test_an_exception_table_may_list_fewer_than_are_counted():
    found = paper(
        summaries=[count("Finance Services", "completed", 3)],
        actions=[action("FP1922_01", "completed", "Finance")],
    )
    assert not faults(summary_against_rows(found))


def test_more_rows_than_the_summary_counts_is_an_error_that_names_them():
    rows = [action(code, "warning", "Finance") for code in ("FP1922_01", "FP1922_02")]
    found = paper(
        summaries=[count("Finance Services", "warning", 1), *MET], actions=[*rows, *MET_ROWS]
    )
    (remark,) = _errors(faults(summary_against_rows(found)))
    assert (remark.severity, remark.rule_id, remark.expected) == ("error", "summary.rows", "2")
    assert "FP1922_01, FP1922_02" in remark.message


def test_a_dash_counts_as_nothing_and_a_blank_as_unknown():
    rows = [action("FP1922_01", "warning", "Finance")]
    severities = []
    for number in (0, None):
        summaries = [count("Finance Services", "warning", number), *MET]
        found = paper(summaries=summaries, actions=[*rows, *MET_ROWS])
        (remark,) = _errors(faults(summary_against_rows(found)))
        severities.append(remark.severity)
    assert severities == ["error", "warning"]


def test_a_summary_that_agrees_with_nothing_is_likely_about_something_else():
    rows = [action("FP1922_01", "warning", "Finance"), action("LA1922_01", "overdue", "Legal")]
    counts = [count("Finance Services", "warning", 0), count("Legal Services", "overdue", 0)]
    found = faults(summary_against_rows(paper(summaries=counts, actions=rows)))
    assert [remark.severity for remark in found] == ["warning", "warning"]


def test_rows_of_two_teams_belong_to_the_service_that_names_both():
    found = paper(
        summaries=[count(REVENUES, "in_progress", 2)],
        actions=[
            action("RB1922_01", "in_progress", "Revenues"),
            action("RB1922_02", "in_progress", "Benefits"),
        ],
    )
    (remark,) = faults(summary_against_rows(found))
    assert remark.severity == "note"
    assert "1 of 1 counts of actions are met exactly by the 2 rows" in remark.message


def test_a_section_that_no_service_names_counts_for_none():
    found = paper(
        summaries=[count("Finance Services", "warning", 0)],
        actions=[action("X1922_01", "warning", "Housing")],
    )
    assert not faults(summary_against_rows(found))


def test_a_row_that_is_printed_twice_counts_once():
    twice = [action("FP1922_01", "warning", "Finance"), action("fp1922_01", "warning", "Finance")]
    found = paper(summaries=[count("Finance Services", "warning", 1)], actions=twice)
    assert not _errors(faults(summary_against_rows(found)))


def test_a_row_that_is_printed_with_two_statuses_counts_for_neither():
    both = [action("FP1922_01", "warning", "Finance"), action("FP1922_01", "overdue", "Finance")]
    found = paper(
        summaries=[
            count("Finance Services", "warning", 0),
            count("Finance Services", "overdue", 0),
        ],
        actions=both,
    )
    assert not faults(summary_against_rows(found))


def test_counts_of_another_period_are_not_held_against_the_rows():
    found = paper(
        summaries=[
            count(None, "red", 1, period="2007-08"),
            count(None, "red", 2, period="2007-09"),
        ],
        actions=[action(code, "red", "Town Centre") for code in ("1.1.2", "1.2.2")],
        reporting_period="2007-09",
    )
    (remark,) = faults(summary_against_rows(found))
    assert (remark.severity, len(remark.rows)) == ("note", 1)


def test_a_count_for_the_year_is_held_against_the_rows_of_its_quarter():
    found = paper(
        summaries=[count("Finance Services", "warning", 0, period="2021/22"), *MET],
        actions=[action("FP1922_01", "warning", "Finance"), *MET_ROWS],
        reporting_period="2021/22 Q1",
    )
    (remark,) = _errors(faults(summary_against_rows(found)))
    assert remark.severity == "error"


def test_without_sections_or_without_words_more_rows_are_only_a_warning():
    rows = [action(code, "red", "Town Centre") for code in ("1.1.2", "1.2.2")]
    (loose,) = faults(summary_against_rows(paper(summaries=[count(None, "red", 1)], actions=rows)))
    painted = [action(code, "red", "Finance", status_carrier="fill") for code in ("1.1.2", "1.2.2")]
    (fill,) = faults(
        summary_against_rows(paper(summaries=[count("Finance", "red", 1)], actions=painted))
    )
    assert (loose.severity, fill.severity) == ("warning", "warning")


def test_two_summaries_that_count_the_same_thing_are_left_alone():
    found = paper(
        summaries=[
            count("Finance Services", "warning", 0),
            count("Finance Services", "warning", 0, table_no=5),
        ],
        actions=[action("FP1922_01", "warning", "Finance")],
    )
    assert not faults(summary_against_rows(found))


def test_more_critical_indicators_than_the_brackets_say_is_an_error():
    summaries = [
        count("ICT Services", "green", 3, csi_count=1, subject="indicators"),
        count("ICT Services", "red", 1, csi_count=0, subject="indicators"),
    ]
    rows = [indicator(f"ITLocal_0{n}", "green", "ICT", is_csi=n < 3) for n in (1, 2, 3)]
    rows.append(indicator("ITLocal_09", "red", "ICT"))
    found = faults(summary_against_rows(paper(summaries=summaries, indicators=rows)))
    (remark,) = _errors(found)
    assert (remark.rule_id, remark.severity, remark.expected) == ("summary.csi", "error", "3 (2)")


def test_fewer_critical_indicators_are_a_warning_only_where_all_rows_are_listed():
    rows = [indicator(f"ITLocal_0{n}", "green", "ICT") for n in (1, 2)]
    listed = [count("ICT Services", "green", 2, csi_count=1, subject="indicators")]
    (remark,) = _errors(faults(summary_against_rows(paper(summaries=listed, indicators=rows))))
    assert remark.severity == "warning"
    some = [count("ICT Services", "green", 3, csi_count=1, subject="indicators")]
    assert not _errors(faults(summary_against_rows(paper(summaries=some, indicators=rows))))


def test_a_total_row_is_not_held_against_the_rows_where_services_are_counted():
    found = paper(
        summaries=[count("Finance Services", "warning", 5), total("warning", 5)],
        actions=[action("FP1922_01", "warning", "Housing")],
    )
    assert not faults(summary_against_rows(found))
