"""A past period's status over papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from crossfoot.schema.finding import Finding
from crossfoot.store.checks import held_checks
from crossfoot.store.database import Store, open_store
from crossfoot.store.findings import finding_cells

from .across_papers import Q1, Q2, Row, compared, report, told

YEAR = "2018/19"
DAYS = date(2019, 9, 1), date(2019, 12, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/store.db", create=True) as opened:
        yield opened


def row(status: str, value: str = "97.0%", carrier: str = "word", period: str = YEAR) -> Row:
    return Row({("outturn", period): value}, statuses={period: status}, carrier=carrier)


def two(store: Store, before: Row, after: Row, *, dated: bool = True) -> list[Finding]:
    days = DAYS if dated else (None, None)
    found = compared(
        store,
        report("a.pdf", Q1, [before], published=days[0]),
        report("b.pdf", Q2, [after], published=days[1]),
    )
    return [item for item in found if item.rule_id == "status.moved"]


def test_another_status_for_the_same_figure_of_a_past_year_is_an_error(store: Store) -> None:
    (found,) = two(store, row("green"), row("red"))
    assert (found.severity, found.printed, found.expected) == ("error", "Red", "Green")
    assert len(finding_cells(store, found.finding_id)) == 2


@pytest.mark.parametrize(
    ("before", "after", "dated"),
    [
        (row("green"), row("red"), False),
        (row("green"), row("red", "91.0%"), True),
        (row("green", carrier="icon"), row("red", carrier="icon"), True),
    ],
    ids=["undated", "another figure", "icons"],
)
def test_where_it_may_have_a_reason_it_is_a_warning(
    store: Store, before: Row, after: Row, dated: bool
) -> None:
    assert told(two(store, before, after, dated=dated)) == [("status.moved", "warning")]


def test_the_same_status_holds(store: Store) -> None:
    assert two(store, row("green"), row("green")) == []
    assert held_checks(store)["status.moved"] == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (row("green", period="2019/20"), row("red", period="2019/20")),
        (row("unknown"), row("red")),
        (row("green", period=Q1), row("red", period=Q2)),
    ],
    ids=["a year not over", "no colour", "another period"],
)
def test_a_status_that_may_move_is_not_told(store: Store, before: Row, after: Row) -> None:
    assert two(store, before, after) == []


def test_papers_of_which_nobody_knows_the_order_are_not_compared(store: Store) -> None:
    found = compared(
        store,
        report("a.pdf", Q1, [row("green")]),
        report("b.pdf", Q1, [row("red"), Row(code="BV10", title="Rates collected")]),
    )
    assert found == []
