from __future__ import annotations

from datetime import date

import pytest

from crossfoot.audit.dates import overdue_before_due
from crossfoot.audit.progress import progress_against_status

from .audit_papers import action, due, faults, paper


@pytest.mark.parametrize(
    ("status", "progress", "severity"),
    [
        ("completed", 90, "error"),
        ("not_started", 50, "error"),
        ("in_progress", 100, "warning"),
        ("overdue", 100, "warning"),
    ],
)
def test_a_status_that_its_progress_denies_is_remarked(
    status: str, progress: int, severity: str
) -> None:
    (remark,) = faults(
        progress_against_status(paper(actions=[action("A1", status, progress=progress)]))
    )
    assert (remark.severity, remark.code) == (severity, "A1")
    assert remark.printed == f"{status}, {progress}%"


@pytest.mark.parametrize(
    ("status", "progress"),
    [
        ("completed", 100),
        ("not_started", 0),
        ("in_progress", 0),
        ("overdue", 90),
        ("cancelled", 100),
        ("cancelled", 20),
        ("green", 100),
        (None, 100),
        ("completed", None),
    ],
)
def test_a_status_that_its_progress_allows_is_not(status: str | None, progress: int | None) -> None:
    found = paper(actions=[action("A1", status, progress=progress)])
    assert not faults(progress_against_status(found))


def test_a_status_read_from_a_colour_never_makes_an_error():
    row = action("A1", "completed", progress=50, status_carrier="fill")
    (remark,) = faults(progress_against_status(paper(actions=[row])))
    assert remark.severity == "warning"


def test_overdue_before_the_due_date_is_an_error_in_a_dated_paper():
    row = action("A1", "overdue", **due(date(2020, 2, 28)))
    found = paper(actions=[row], published_on=date(2019, 9, 17))
    (remark,) = faults(overdue_before_due(found))
    assert (remark.severity, remark.rule_id) == ("error", "date.overdue")


def test_overdue_after_the_due_date_is_as_it_should_be():
    row = action("A1", "overdue", **due(date(2019, 6, 30)))
    assert not faults(overdue_before_due(paper(actions=[row], published_on=date(2019, 9, 17))))


def test_a_paper_without_a_date_is_never_in_error():
    row = action("A1", "overdue", **due(date(2020, 2, 28)))
    assert not faults(overdue_before_due(paper(actions=[row])))
    period = {"reporting_period_end": date(2019, 6, 30)}
    (remark,) = faults(overdue_before_due(paper(actions=[row], **period)))
    assert remark.severity == "warning"


def test_a_due_date_soon_after_the_period_may_have_passed_when_the_paper_was_written():
    row = action("A1", "overdue", **due(date(2019, 9, 30)))
    assert not list(
        faults(overdue_before_due(paper(actions=[row], reporting_period_end=date(2019, 6, 30))))
    )


def test_a_due_month_may_mean_its_first_day():
    row = action("A1", "overdue", **due(date(2021, 9, 30), "month"))
    assert not faults(overdue_before_due(paper(actions=[row], published_on=date(2021, 9, 15))))
    (remark,) = faults(overdue_before_due(paper(actions=[row], published_on=date(2021, 8, 31))))
    assert remark.severity == "error"


def test_an_earlier_date_that_was_moved_is_what_is_overdue():
    row = action(
        "A1",
        "overdue",
        **due(date(2019, 6, 30)),
        revised_due=date(2020, 6, 30),
        revised_due_precision="day",
        revised_due_as_printed="30-Jun-2020",
    )
    assert not faults(overdue_before_due(paper(actions=[row], published_on=date(2019, 9, 17))))


def test_a_date_that_does_not_exist_proves_nothing():
    row = action("A1", "overdue", due_as_printed="31-Apr-2020")
    assert not faults(overdue_before_due(paper(actions=[row], published_on=date(2019, 9, 17))))
