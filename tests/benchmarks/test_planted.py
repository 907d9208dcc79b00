"""The papers in which faults are planted are right before, and wrong in one thing after."""

from __future__ import annotations

import copy
import random
from decimal import Decimal

import pytest

from benchmarks.planted.fault import Fault
from benchmarks.planted.faults import FAULTS
from benchmarks.planted.paper import draw
from benchmarks.planted.world import PAPERS, STATUSES, papers, status


@pytest.mark.parametrize("seed", range(3))
def test_the_same_seed_draws_the_same_papers(seed: int) -> None:
    one, two = papers(seed), papers(seed)
    assert one == two
    assert draw(one[3]) == draw(two[3])
    assert papers(seed + 1) != one


@pytest.mark.parametrize("seed", range(6))
def test_untouched_papers_agree_with_themselves_and_each_other(seed: int) -> None:
    found = papers(seed)
    assert len(found) == PAPERS
    printed: dict[tuple[str, str], str] = {}
    for paper in found:
        for word in STATUSES:
            listed = sum(task.status == word for task in paper.tasks)
            assert paper.total[word] == listed == sum(row[word] for row in paper.counts.values())
        assert paper.sentence[0] == sum(paper.sentence[1:])
        for line in paper.lines:
            for name, text in line.values.items():
                assert printed.setdefault((line.code, name), text) == text


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.kind)
def test_a_fault_changes_the_papers_it_names_and_no_others(fault: Fault) -> None:
    planted = 0
    for seed in range(4):
        before = papers(seed)
        after = copy.deepcopy(before)
        said = fault.plant(random.Random(seed), after)
        if said is not None:
            planted += 1
            changed = {p.number for p, old in zip(after, before, strict=True) if p != old}
            assert changed == said.papers
    assert planted >= 2


@pytest.mark.parametrize(
    ("value", "target", "higher", "word"),
    [
        ("98", "98", True, "Green"),
        ("97.9", "98", True, "Amber"),
        ("93.1", "98", True, "Amber"),
        ("93.0", "98", True, "Red"),
        ("8.0", "8.0", False, "Green"),
        ("8.4", "8.0", False, "Amber"),
        ("8.5", "8.0", False, "Red"),
    ],
)
def test_statuses_follow_the_tolerance_that_is_printed(
    value: str, target: str, higher: bool, word: str
) -> None:
    assert status(Decimal(value), Decimal(target), higher=higher) == word
