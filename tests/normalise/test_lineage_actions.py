"""Tasks that return under a new code in the next plan, and those that only sound like it."""

from __future__ import annotations

import pytest

from crossfoot.normalise.lineage_actions import returned
from crossfoot.schema.lineage import ActionFacts


def action(
    code: str, title: str, paper: str | None = None, council: str | None = "Anywhere"
) -> ActionFacts:
    return ActionFacts(council, code, (title,), ("Finance",), frozenset({paper or code}))


def pairs(*facts: ActionFacts) -> list[tuple[str, str]]:
    return [(each.again.code, each.before.code) for each in returned(facts)]


def test_a_task_of_the_next_plan_is_found_by_its_title() -> None:
    before = action("FP1922_01", "Produce final accounts by end of May")
    again = action("FP2023_07", "Produce the Final Accounts by end of May - Annually")
    (found,) = returned([again, before])
    assert (found.again, found.before) == (again, before)
    assert 0.5 < found.score < 1
    assert "the same team" in found.reasons
    assert any("'annually'" in reason for reason in found.reasons)


@pytest.mark.parametrize(
    ("before", "again"),
    [
        ("Produce final accounts by end of May", "Produce final accounts by end of June"),
        ("Produce final accounts by end of May", "Produce draft accounts by end of May"),
        ("Review the letting of garages", "Review the letting of shops"),
        ("Phase 1 of the leisure centre", "Phase 2 of the leisure centre"),
        ("Review strategy", "Review of the strategy for homes, leisure and open spaces"),
    ],
)
def test_a_task_of_other_words_is_another(before: str, again: str) -> None:
    assert pairs(action("FP1922_01", before), action("FP2023_01", again)) == []


def test_tasks_of_one_plan_or_one_paper_or_two_councils_are_not_compared() -> None:
    title = "Produce final accounts"
    one = action("FP1922_01", title, "a")
    assert pairs(one, action("FP1922_02", title)) == []
    assert pairs(one, action("FP2023_02", title, "a")) == []
    assert pairs(one, action("FP2023_02", title, council="Elsewhere")) == []
    assert pairs(one._replace(council=None), action("FP2023_02", title, council=None)) == []
    assert pairs(one, action("FP2831_02", title)) == []
    assert pairs(one, action("7.1.2", title)) == []


def test_of_several_earlier_plans_the_latest_is_named() -> None:
    title = "Produce final accounts"
    found = pairs(*(action(f"FP{first}{first + 3}_01", title) for first in (17, 19, 20)))
    assert sorted(found) == [("FP1922_01", "FP1720_01"), ("FP2023_01", "FP1922_01")]
