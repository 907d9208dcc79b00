"""Units that headings name reach the figures under them."""

from __future__ import annotations

import pytest

from crossfoot.normalise.figures import unit_from_heading
from tests.normalise.paper_builder import Draft


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Actual (\u00a3000)", "\u00a3000"),
        ("Actual \u00a3'000s", "\u00a3000"),
        ("Target \u00a3m", "\u00a3m"),
        ("Target \u00a3k", "\u00a3k"),
        ("Actual (\u00a3)", "\u00a3"),
        ("% 2019/20", "%"),
        ("Target (%)", "%"),
        ("Top 25%", None),
        ("\u00a3m or %", None),
        ("Actual", None),
    ],
)
def test_a_heading_names_its_unit(heading: str, unit: str | None) -> None:
    assert unit_from_heading([heading]) == unit


def _figures(heading: str, *cells: str, title: str = "Income from trade") -> list[tuple[str, ...]]:
    draft = Draft().line("Performance Report Quarter 1 2019/20", bold=True, size=15)
    draft.table(["Indicator", heading, "Status"], *[[title, cell, "Red"] for cell in cells])
    return [
        (str(f.value), str(f.unit), str(f.decimals), str(f.as_printed))
        for f in draft.read().figures
    ]


@pytest.mark.parametrize(
    ("heading", "cell", "value", "unit", "decimals"),
    [
        ("Actual (\u00a3000)", "1,234", "1234000", "\u00a3", "0"),
        ("Actual (\u00a3'000)", "1.5", "1500", "\u00a3", "1"),
        ("Actual \u00a3m", "1.25", "1250000", "\u00a3", "2"),
        ("Actual \u00a3", "1,234", "1234", "\u00a3", "0"),
        ("Actual %", "97.0", "97.0", "%", "1"),
        ("Actual (%)", "97.0%", "97.0", "%", "1"),
        ("Actual (\u00a3000)", "\u00a31.2m", "1200000", "\u00a3", "1"),
        ("Actual (\u00a3000)", "97%", "97", "%", "0"),
        ("Actual %", "12 days", "12", "days", "0"),
    ],
)
def test_a_figure_is_in_the_unit_of_its_heading(
    heading: str, cell: str, value: str, unit: str, decimals: str
) -> None:
    assert _figures(heading, cell) == [(value, unit, decimals, cell)]


def test_a_unit_that_the_row_names_goes_before_the_headings() -> None:
    title = "Percentage of invoices paid"
    assert _figures("Actual (\u00a3000)", "97.0", title=title) == [("97.0", "%", "1", "97.0")]


def test_a_cell_with_its_own_pound_sign_under_thousands_is_no_figure() -> None:
    draft = Draft().line("Performance Report Quarter 1 2019/20", bold=True, size=15)
    draft.table(["Indicator", "Actual (\u00a3000)", "Status"], ["Income", "\u00a31,234", "Red"])
    paper = draft.read()
    assert [(f.value, f.value_state) for f in paper.figures] == [(None, "other")]
    assert [(f.rule_id, f.severity) for f in paper.findings] == [("cell.unit_unclear", "warning")]


def _row(title: str, cell: str) -> tuple[str | None, list[str]]:
    draft = Draft().line("Performance Report Quarter 1 2019/20", bold=True, size=15)
    draft.table(["Code", "Indicator", "Actual", "Target"], ["BV9", title, cell, "95"])
    paper = draft.read()
    value = paper.figures[0].value
    told = [f.printed for f in paper.findings if f.rule_id == "cell.unit_unclear"]
    return None if value is None else str(value), [text for text in told if text]


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("% of rent collected", "(3.4)"),
        ("Working days lost to sickness", "(3.4)"),
        ("% of rent collected", "2008"),
        ("Percentage of under 16s in care", "(3.4)"),
    ],
)
def test_a_figure_that_cannot_be_in_the_unit_of_its_row_is_left_open(title: str, cell: str) -> None:
    assert _row(title, cell) == (None, [cell])


@pytest.mark.parametrize(
    ("title", "cell", "value"),
    [
        ("% change in crime", "(3.4)", "-3.4"),
        ("Budget variance %", "(3.4)", "-3.4"),
        ("Income from trade (\u00a3)", "(3.4)", "-3.4"),
        ("Balance of trade", "(3.4)", "-3.4"),
        ("Number of homes", "2008", "2008"),
        ("% increase in visits", "2008%", "2008"),
        ("% of rent collected", "-3.4", "-3.4"),
    ],
)
def test_brackets_of_accounts_and_counts_like_years_are_figures(
    title: str, cell: str, value: str
) -> None:
    assert _row(title, cell) == (value, [])
