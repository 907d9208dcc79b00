"""The same report in several files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crossfoot.audit.across.rules import ACROSS_VERSION
from crossfoot.store.checks import held_checks
from crossfoot.store.database import Store, open_store
from crossfoot.store.groups import listed

from .across_papers import Q1, Q2, Row, compared, report, task, told

VALUES = ["97.31%", "84.62%", "71.93%", "66.45%", "58.17%", "43.29%"]
COMMENT = "The tender documents were drafted in June and are with the legal team of the council."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/store.db", create=True) as opened:
        yield opened


def rows(*values: str) -> list[Row]:
    return [
        Row({("outturn", "2018/19"): value}, code=f"LI 00{number}", title=f"Calls of kind {number}")
        for number, value in enumerate(values)
    ]


def paper(name: str, *values: str, progress: int = 20, **given: Any) -> Any:
    actions = [task(progress=progress, comments=COMMENT)]
    return report(name, Q1, rows(*values), actions, **given)


def test_a_file_that_repeats_another_is_a_note_and_counts_once(store: Store) -> None:
    days = {"published": date(2019, 8, 1)}, {"published": date(2019, 8, 9)}
    found = compared(store, paper("a.pdf", *VALUES, **days[0]), paper("b.pdf", *VALUES, **days[1]))
    assert told(found) == [("report.repeated", "note")]
    assert found[0].document_id == paper("b.pdf").document.document_id
    assert found[0].message.endswith("(a.pdf)")
    assert held_checks(store)["report.reissued"] == len(VALUES) + 1
    assert listed(store, ACROSS_VERSION).stale == ()


def test_a_reissue_lists_what_it_changed(store: Store) -> None:
    days = {"published": date(2019, 8, 1)}, {"published": date(2019, 8, 9)}
    found = compared(
        store,
        paper("a.pdf", *VALUES, **days[0]),
        paper("b.pdf", "91.31%", *VALUES[1:], progress=20, **days[1]),
    )
    assert sorted(told(found)) == [("report.reissued", "warning"), ("report.repeated", "note")]
    reissued = next(item for item in found if item.rule_id == "report.reissued")
    assert (reissued.printed, reissued.expected) == ("91.31%", "97.31%")
    assert reissued.document_id == paper("b.pdf").document.document_id


def test_two_reports_are_neither(store: Store) -> None:
    found = compared(
        store,
        report("a.pdf", Q1, rows(*VALUES)),
        report("b.pdf", Q2, rows("12.11%", "23.45%", "34.56%")),
    )
    assert [item for item in found if item.rule_id.startswith("report.")] == []
