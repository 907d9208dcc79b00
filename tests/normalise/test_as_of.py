"""A note that is wholly a date dates a figure only near the figure's own period."""

from __future__ import annotations

import pytest

from tests.normalise.indicator_tables import table


def _read(note: str) -> tuple[list[str], list[tuple[str, str]]]:
    paper = table(["Green", "BV8 Invoices", "97", "98", "95", note])
    dates = [str(f.as_of) for f in paper.figures if f.measure == "actual"]
    return dates, [(f.rule_id, f.severity) for f in paper.findings]


@pytest.mark.parametrize("note", ["March 2018", "31 March 2019", "August 2020", "May 2021"])
def test_a_date_apart_from_the_period_binds_nothing_and_is_told(note: str) -> None:
    assert _read(note) == (["None"], [("figure.as_of_apart", "warning")])


@pytest.mark.parametrize(
    ("note", "day"), [("31 August 2019", "2019-08-31"), ("May 2020", "2020-05-31")]
)
def test_a_date_in_or_soon_after_the_period_dates_the_figure(note: str, day: str) -> None:
    assert _read(note) == ([day], [("figure.as_of", "note")])
