"""The made-up store of the audit's benchmark holds what it says, faults included."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.big_store import Size, fill
from crossfoot.audit.across.rules import ACROSS_IDS, ACROSS_VERSION
from crossfoot.checking import check
from crossfoot.store.database import open_store
from crossfoot.store.findings import findings
from crossfoot.store.groups import listed


def test_papers_of_each_council_are_a_group_and_faults_alone_are_found(tmp_path: Path) -> None:
    size = Size(councils=2, series=3, years=2, actions=4, faults=0.2)
    with open_store(f"sqlite:///{tmp_path}/big.db", create=True) as store:
        assert fill(store, size) == 16
        assert len(listed(store, ACROSS_VERSION).groups) == 2
        check(store)
        assert listed(store, ACROSS_VERSION).stale == ()
        found = Counter(item.rule_id for item in findings(store) if item.rule_id in ACROSS_IDS)
    assert found["figure.restated"] > 0
    assert found["action.slips"] > 0
    assert set(found) <= {"figure.restated", "action.slips", "figure.slip"}


def test_papers_without_faults_agree(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path}/big.db", create=True) as store:
        fill(store, Size(councils=1, series=10, years=7, actions=6, faults=0))
        check(store)
        assert findings(store) == []
