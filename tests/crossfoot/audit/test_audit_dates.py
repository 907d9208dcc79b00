from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from crossfoot.audit.dates import overdue_before_due, proposed_in_the_past, revised_before_due

from .audit_papers import action, due, faults, held, paper


def _on(name: str, day: date, precision: str = "day") -> dict[str, Any]:
    return {name: day, f"{name}_precision": precision, f"{name}_as_printed": day.isoformat()}


def _action(*dates: dict[str, Any]):
    fields: dict[str, Any] = {}
    for each in dates:
        fields |= each
    return action("A1", "in_progress", **fields)


AUGUST, OCTOBER = date(2007, 8, 31), date(2007, 10, 31)


def test_a_revised_date_before_the_due_date_is_a_warning():
    row = _action(_on("due", OCTOBER, "month"), _on("revised_due", AUGUST, "month"))
    (remark,) = faults(revised_before_due(paper(actions=[row])))
    assert (remark.rule_id, remark.severity, remark.printed) == (
        "date.revised",
        "warning",
        "2007-08-31",
    )


def test_a_date_revised_from_a_later_one_is_a_warning():
    row = _action(_on("due", AUGUST), _on("previous_due", OCTOBER))
    (remark,) = faults(revised_before_due(paper(actions=[row])))
    assert "revised from" in remark.message


@pytest.mark.parametrize(
    "row",
    [
        _action(_on("due", AUGUST, "month"), _on("revised_due", OCTOBER, "month")),
        _action(_on("due", AUGUST, "month"), _on("revised_due", date(2007, 8, 3))),
        _action(_on("due", AUGUST), _on("revised_due", AUGUST)),
    ],
    ids=["later", "a day of the same month", "the same"],
)
def test_a_revised_date_that_may_be_later_holds(row):
    said = list(revised_before_due(paper(actions=[row])))
    assert not faults(said)
    assert held(said) == {"date.revised": 1}


def test_a_date_that_is_not_there_is_not_compared():
    assert not list(revised_before_due(paper(actions=[_action(_on("due", AUGUST))])))
    impossible = {"revised_due_as_printed": "31-Apr-2007"}
    assert not list(revised_before_due(paper(actions=[_action(_on("due", AUGUST), impossible)])))


def test_a_proposed_date_that_is_past_is_a_warning():
    row = _action(_on("due", AUGUST), _on("proposed_due", OCTOBER, "month"))
    found = paper(actions=[row], published_on=date(2007, 11, 20))
    (remark,) = faults(proposed_in_the_past(found))
    assert (remark.rule_id, remark.severity) == ("date.proposed", "warning")
    assert "published on 2007-11-20" in remark.message


def test_a_proposed_date_before_the_date_now_due_is_a_warning_in_any_paper():
    row = _action(_on("due", OCTOBER), _on("proposed_due", AUGUST, "month"))
    (remark,) = faults(proposed_in_the_past(paper(actions=[row])))
    assert "before the date now due" in remark.message


def test_a_proposed_date_to_come_holds():
    row = _action(_on("due", AUGUST), _on("proposed_due", OCTOBER, "month"))
    for facts in (
        {"published_on": date(2007, 10, 1)},
        {"reporting_period_end": date(2007, 9, 30)},
        {},
    ):
        said = list(proposed_in_the_past(paper(actions=[row], **facts)))
        assert not faults(said)
        assert held(said) == {"date.proposed": 1}


def test_an_action_completed_long_before_its_due_date_is_fine():
    row = action("A1", "completed", progress=100, **due(date(2030, 3, 31)))
    found = paper(actions=[row], published_on=date(2020, 9, 1))
    assert not list(overdue_before_due(found))


def test_overdue_after_its_due_date_is_counted():
    row = action("A1", "overdue", **due(date(2019, 6, 30)))
    assert held(overdue_before_due(paper(actions=[row], published_on=date(2019, 9, 1))))
    in_period = paper(actions=[row], reporting_period_end=date(2019, 6, 30))
    assert held(overdue_before_due(in_period)) == {"date.overdue": 1}


def test_overdue_between_the_periods_end_and_the_papers_writing_is_neither():
    row = action("A1", "overdue", **due(date(2019, 9, 30)))
    assert not list(
        overdue_before_due(paper(actions=[row], reporting_period_end=date(2019, 6, 30)))
    )
