from __future__ import annotations

from datetime import date

import pytest

from crossfoot.audit.twice import codes_twice

from .audit_papers import action, due, faults, figure, held, measures, paper

PAID = "Invoices paid within 30 days"


def _row(printed: str, title: str = PAID, *, table: int = 3, basis: str = "annual", **fields):
    result = figure("outturn", printed, basis=basis, **fields)
    before = figure("outturn", "96.1%", "2017/18")
    return measures(title, None, before, result, code="BV8", table_no=table, row_no=2)


def _alone(printed: str, *, table: int = 3):
    return measures(PAID, None, figure("outturn", printed), code="BV8", table_no=table, row_no=2)


def test_one_indicator_with_two_figures_in_two_tables_is_an_error():
    found = paper(rows=[_row("97.2%"), _row("92.7%", table=4)])
    (remark,) = faults(codes_twice(found))
    assert (remark.severity, remark.code) == ("error", "BV8")
    assert (remark.printed, remark.expected) == ("92.7%", "97.2%")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_row("97.2%"), _row("92.7%")),
        (_row("97.2%"), _row("92.7%", "Percentage of invoices paid in 30 days", table=4)),
        (_row("97.2%"), _row("92.7%", table=4, footnote="*")),
        (_row("97.2%", basis="unknown"), _row("92.7%", table=4, basis="unknown")),
        (_alone("97.2%"), _alone("92.7%", table=4)),
    ],
    ids=[
        "in one table",
        "titled otherwise",
        "with a footnote",
        "of a basis not known",
        "with nothing that agrees",
    ],
)
def test_where_the_rows_may_be_two_things_it_is_a_warning(first, second):
    (remark,) = faults(codes_twice(paper(rows=[first, second])))
    assert remark.severity == "warning"


@pytest.mark.parametrize("second", ["97.2%", "97%", "97.20%", "-", ""])
def test_a_row_that_is_said_again_is_no_fault(second):
    assert not faults(codes_twice(paper(rows=[_row("97.2%"), _row(second, table=4)])))


def test_rows_that_agree_are_counted_by_their_figures():
    assert held(codes_twice(paper(rows=[_row("97.2%"), _row("97%", table=4)]))) == {"code.twice": 2}


def test_figures_of_other_periods_bases_or_days_are_other_figures():
    others = [
        _row("92.7%", table=4, period="2018/19"),
        _row("92.7%", table=4, basis="to_date"),
        _row("92.7%", table=4, as_of=date(2020, 6, 30)),
    ]
    for other in others:
        assert not faults(codes_twice(paper(rows=[_row("97.2%"), other])))


def test_one_code_with_two_titles_is_a_warning():
    found = paper(rows=[_row("97.2%"), _row("4", "Fly tips per square mile", table=4)])
    (remark,) = faults(codes_twice(found))
    assert (remark.severity, remark.printed) == ("warning", "Fly tips per square mile")


def test_codes_are_the_same_in_any_case_and_no_nearer():
    rows = [
        measures(PAID, None, figure("outturn", "97%"), code="ComS_048"),
        measures("Burglaries", None, figure("outturn", "9"), code="COMS_048"),
        measures("Vandalism", None, figure("outturn", "8"), code="COMS_049"),
    ]
    assert len(faults(codes_twice(paper(rows=rows)))) == 1


@pytest.mark.parametrize(
    "again",
    [
        {"title": "Replace the customer system"},
        {"status": "completed"},
        {"progress": 90},
        due(date(2020, 4, 30)),
    ],
)
def test_an_action_said_again_otherwise_is_a_warning(again):
    first = {"progress": 50, "title": "Review of toilets", **due(date(2020, 3, 31))}
    rows = [
        action("A1", "in_progress", **first),
        action("A1", **{"status": "in_progress", **first, "table_no": 4, **again}),
    ]
    (remark,) = faults(codes_twice(paper(actions=rows)))
    assert (remark.rule_id, remark.severity) == ("code.twice", "warning")


def test_an_action_said_again_with_less_is_no_fault():
    rows = [action("A1", "in_progress", progress=50), action("A1", None, table_no=4)]
    said = list(codes_twice(paper(actions=rows)))
    assert not faults(said)
    assert held(said) == {"code.twice": 1}


def test_references_of_a_plan_are_places_not_names():
    rows = [action("1.1.2", "red", title="Consult"), action("1.1.2", "red", title="Buy a lorry")]
    assert not list(codes_twice(paper(actions=rows)))
