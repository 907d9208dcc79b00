"""Actions over papers: what slips, falls, is taken up again or vanishes, and what does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crossfoot.schema.finding import Finding
from crossfoot.store.checks import held_checks
from crossfoot.store.database import Store, open_store
from crossfoot.store.findings import finding_cells, set_accepted
from crossfoot.store.load import load_paper, start_load

from .across_papers import Q1, Q2, Q3, Q4, compared, report, task, told

MARCH = date(2020, 3, 31)
JUNE = date(2020, 6, 30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/store.db", create=True) as opened:
        yield opened


def after(store: Store, *steps: dict[str, Any]) -> list[Finding]:
    """What is found of one action in successive quarters."""
    quarters = zip((Q1, Q2, Q3, Q4), steps, strict=False)
    return compared(
        store, *(report(f"{place}.pdf", place, actions=[step]) for place, step in quarters)
    )


def test_a_due_date_that_is_later_without_a_word_is_a_warning_with_both_rows(store: Store) -> None:
    (found,) = after(store, task(), task(due=MARCH))
    assert (found.rule_id, found.severity) == ("action.slips", "warning")
    assert (found.printed, found.expected) == ("2020-03-31", "31-Dec-2019")
    assert "2019/20 Q1.pdf" in found.message
    assert len(finding_cells(store, found.finding_id)) > 1


@pytest.mark.parametrize(
    "said",
    [
        {"due": date(2019, 12, 31), "revised_due": MARCH, "revised_due_as_printed": "Mar-2020"},
        {"due": MARCH, "previous_due": date(2019, 12, 31), "previous_due_as_printed": "Dec-2019"},
        {"due": MARCH, "comments": "Due date extended by Cabinet in October."},
        {"due": MARCH, "status": "reprogrammed"},
    ],
)
def test_a_due_date_that_the_paper_says_it_moved_is_a_note(
    store: Store, said: dict[str, Any]
) -> None:
    assert told(after(store, task(), task(**said))) == [("action.slips", "note")]


def test_a_due_date_that_the_paper_before_proposed_is_a_note(store: Store) -> None:
    before = task(proposed_due=MARCH, proposed_due_as_printed="March 2020")
    assert told(after(store, before, task(due=MARCH))) == [("action.slips", "note")]


def test_how_often_a_due_date_moved_is_said_and_makes_no_other_finding(store: Store) -> None:
    found = after(store, task(), task(due=MARCH), task(due=MARCH), task(due=JUNE))
    assert [item.rule_id for item in found] == ["action.slips"] * 2
    assert sum("moved 2 times so far" in item.message for item in found) == 1
    assert held_checks(store)["action.slips"] == 1


@pytest.mark.parametrize(
    ("before", "then"),
    [
        (task(), task()),
        (task(due=MARCH), task()),
        (task(due=date(2019, 12, 30)), task(due_precision="month", due_as_printed="Dec-2019")),
        (task(), task(code="FP1922_02", due=MARCH)),
        (
            task(revised_due=MARCH, revised_due_as_printed="Mar-2020"),
            task(revised_due=MARCH, revised_due_as_printed="Mar-2020"),
        ),
        (task(), task(revised_due_as_printed="TBC")),
    ],
)
def test_what_is_no_later_due_date_is_not_told(
    store: Store, before: dict[str, Any], then: dict[str, Any]
) -> None:
    assert after(store, before, then) == []


def test_the_order_of_loading_changes_nothing_and_undated_papers_are_left_out(
    store: Store,
) -> None:
    late, early = (
        report("b.pdf", Q2, actions=[task(due=MARCH, progress=10)]),
        report("a.pdf", Q1, actions=[task()]),
    )
    first = compared(store, late, early)
    assert told(first) == [("action.falls", "warning"), ("action.slips", "warning")]
    undated = report("c.pdf", None, actions=[task(due=JUNE, progress=5)])
    assert compared(store, undated) == first


def test_progress_that_falls_is_a_warning_and_a_new_code_is_another_action(store: Store) -> None:
    found = after(store, task(progress=50), task(progress=49), task(progress=80))
    assert told(found) == [("action.falls", "warning")]
    assert (found[0].printed, found[0].expected) == ("49%", "50% or more")
    assert held_checks(store)["action.falls"] == 1


@pytest.mark.parametrize("blank", [{"progress": None}, {"progress": 20}])
def test_progress_that_is_not_printed_does_not_fall(store: Store, blank: dict[str, Any]) -> None:
    assert after(store, task(progress=20), task(**blank)) == []


def test_a_completed_action_that_is_open_again_is_a_warning(store: Store) -> None:
    done = task(status="completed", status_as_printed="Completed", progress=100)
    found = after(store, done, done, task(progress=90))
    assert told(found) == [("action.reopened", "warning")]
    assert held_checks(store)["action.reopened"] == 1


def test_what_is_done_every_year_begins_anew(store: Store) -> None:
    done = task(status="completed", status_as_printed="Completed", progress=100)
    found = after(store, done, task(progress=0, due=date(2020, 12, 31)))
    assert told(found) == [("action.reopened", "note")]


def test_reports_bound_into_one_pack_stand_each_on_its_own_day(store: Store) -> None:
    first, second = (
        report("pack.pdf", Q1, actions=[task(progress=50)]),
        report("bound.pdf", Q2, actions=[task(progress=40)]),
    )
    here = {"document_id": first.document.document_id, "page": 5, "table_no": 5}
    front = {"reporting_period_start": None, "reporting_period_end": None}
    pack = first.model_copy(
        update={
            "document": first.document.model_copy(update={"reporting_period": None, **front}),
            "actions": [*first.actions, *(row.model_copy(update=here) for row in second.actions)],
            "cells": [*first.cells, *(cell._replace(**here) for cell in second.cells)],
        }
    )
    found = compared(store, pack, report("c.pdf", Q3, actions=[task(progress=45)]))
    assert told(found) == [("action.falls", "warning")]
    assert (found[0].page, found[0].printed, found[0].expected) == (5, "40%", "50% or more")
    assert held_checks(store)["action.falls"] == 1


def test_a_due_date_that_vanishes_where_others_have_one_is_a_warning(store: Store) -> None:
    other = task("FP1922_02")
    found = compared(
        store,
        report("a.pdf", Q1, actions=[task(), other]),
        report("b.pdf", Q2, actions=[task(due=None), other]),
    )
    assert told(found) == [("action.due_vanished", "warning")]
    assert found[0].expected == "31-Dec-2019"


def test_a_table_without_due_dates_lost_none(store: Store) -> None:
    found = compared(
        store,
        report("a.pdf", Q1, actions=[task()]),
        report("b.pdf", Q2, actions=[task(due=None), task("FP1922_02", due=None)]),
    )
    assert found == []


def test_the_reference_of_another_plan_is_another_action(store: Store) -> None:
    one = task("1.1.2", title="Commence the process of identifying a development partner")
    other = task("1.1.2", title="Review the communications strategy", due=MARCH, progress=0)
    assert after(store, one, other) == []
    assert told(after(store, one, one | {"progress": 5})) == [("action.falls", "warning")]


def plan(*numbers: int, name: str = "FP1922_", **values: Any) -> list[dict[str, Any]]:
    return [task(f"{name}{number:02d}", **values) for number in numbers]


def test_an_open_action_that_is_listed_no_more_is_a_warning_beside_its_neighbour(
    store: Store,
) -> None:
    found = compared(
        store,
        report("a.pdf", Q1, actions=plan(1, 2, 3, 4, 5)),
        report("b.pdf", Q2, actions=plan(1, 2, 4, 5)),
    )
    assert told(found) == [("action.vanished", "warning")]
    assert found[0].code == "FP1922_03"
    assert found[0].y0 == 3 * 12.0 + 400  # beside FP1922_02
    assert held_checks(store)["action.vanished"] == 4


@pytest.mark.parametrize("name", ["HSG912_", "H&S2124_", "DE/", "Coms_0", "LA 0", "ENV"])
def test_actions_are_numbered_in_many_ways(store: Store, name: str) -> None:
    found = compared(
        store,
        report("a.pdf", Q1, actions=plan(1, 2, 3, 4, 5, name=name)),
        report("b.pdf", Q2, actions=plan(1, 2, 4, 5, name=name)),
    )
    assert told(found) == [("action.vanished", "warning")]


def test_an_action_renamed_in_a_later_plan_has_not_vanished(store: Store) -> None:
    renamed = task("FP2023_07", title="Produce the accounts of FP1922_03")
    found = compared(
        store,
        report("a.pdf", Q1, actions=plan(1, 2, 3, 4, 5)),
        report("b.pdf", Q2, actions=plan(1, 2, 4, 5)),
        report("c.pdf", Q3, actions=[renamed]),
    )
    assert found == []


@pytest.mark.parametrize(
    "counts", [{None: 2}, {"in_progress": 2, "completed": 0}], ids=["in all", "by status"]
)
def test_a_paper_whose_own_count_is_its_list_lists_all(
    store: Store, counts: dict[str | None, int]
) -> None:
    found = compared(
        store,
        report("a.pdf", Q1, actions=plan(1, 2, 5)),
        report("b.pdf", Q2, actions=plan(1, 2), counts=counts),
    )
    assert told(found) == [("action.vanished", "warning")]


def test_a_count_greater_than_the_list_is_a_list_of_exceptions(store: Store) -> None:
    found = compared(
        store,
        report("a.pdf", Q1, actions=plan(1, 2, 3, 4, 5)),
        report("b.pdf", Q2, actions=plan(1, 2, 4, 5), counts={"in_progress": 4, "completed": 9}),
    )
    assert found == []


@pytest.mark.parametrize("title", ["Improvement plan exception report", "Exceptions, quarter 2"])
def test_a_report_of_exceptions_drops_what_is_back_on_track(store: Store, title: str) -> None:
    found = compared(
        store,
        report("a.pdf", Q1, actions=plan(1, 2, 3, 4, 5)),
        report("b.pdf", Q2, actions=plan(1, 2, 4, 5), title=title),
    )
    assert found == []


@pytest.mark.parametrize(
    ("before", "then"),
    [
        (plan(1, 2, 3, 4, 5), plan(1, 2)),
        (plan(1, 2, 4, 6, 9), plan(1, 2, 4, 6)),
        ([*plan(1, 2, 4, 5), *plan(3, status="completed", progress=100)], plan(1, 2, 4, 5)),
        ([*plan(1, 2, 4, 5), *plan(3, comments="Merged with another.")], plan(1, 2, 4, 5)),
        (plan(1, 2, 3, 4, 5), [task("LA1922_01")]),
        (
            plan(1, 2, 3, 4, 5),
            [*plan(1, 2, 4, 5), task("FP2023_07", title="Produce the accounts of FP1922_03")],
        ),
        (
            plan(1, 2, 3, 4, 5),
            [*plan(1, 2, 4), *plan(5, comments="Takes in the work of FP1922_03.")],
        ),
    ],
    ids=["most gone", "gaps before", "completed", "leave", "other plan", "renamed", "named"],
)
def test_an_action_that_may_have_ended_or_gone_on_elsewhere_has_not_vanished(
    store: Store, before: list[dict[str, Any]], then: list[dict[str, Any]]
) -> None:
    papers = report("a.pdf", Q1, actions=before), report("b.pdf", Q2, actions=then)
    assert [item for item in compared(store, *papers) if item.rule_id == "action.vanished"] == []


def test_an_action_that_comes_back_has_not_vanished(store: Store) -> None:
    found = compared(
        store,
        report("a.pdf", Q1, actions=plan(1, 2, 3, 4, 5)),
        report("b.pdf", Q2, actions=plan(1, 2, 4, 5)),
        report("c.pdf", Q3, actions=plan(1, 2, 3, 4, 5)),
    )
    assert found == []


def test_what_was_accepted_stays_so_when_other_papers_come(store: Store) -> None:
    (found,) = compared(
        store,
        report("a.pdf", Q1, actions=[task(progress=50)]),
        report("b.pdf", Q2, actions=[task(progress=40)]),
    )
    set_accepted(store, found.finding_id, "counted anew")
    load_paper(store, report("c.pdf", Q4, actions=plan(7, 8)), start_load(store, "1"))
    (again,) = compared(store, report("d.pdf", Q3, actions=[task(progress=60)]))
    assert (again.finding_id, again.accepted_because) == (found.finding_id, "counted anew")
