"""A note's own figures: only where the phrase holds nothing but the period."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.normalise.note_figures import figures_in_note
from tests.normalise.indicator_tables import table


@pytest.mark.parametrize(
    ("note", "figures"),
    [
        ("The rate exceeds target. August 2019 = 48.27%", [("2019-08", "48.27%")]),
        ("August 2019 = 8.3", [("2019-08", "8.3")]),
        ("The figure for August 2019 = 8.3", [("2019-08", "8.3")]),
        ("August 2019 actual: 8.3", [("2019-08", "8.3")]),
        ("On course. (August 2019 = 8.3)", [("2019-08", "8.3")]),
        (
            "Aug 2019: \u00a31,200; Q2 2019/20 = 9.",
            [("2019-08", "\u00a31,200"), ("2019/20 Q2", "9")],
        ),
        ("July 2019 = 8.3 and August 2019 = 9.1", [("2019-07", "8.3"), ("2019-08", "9.1")]),
        ("August 2018 = 45%, August 2019 = 48%", [("2018-08", "45%"), ("2019-08", "48%")]),
        ("Quicker than the target August 2019 = 8.3", [("2019-08", "8.3")]),
        ("August 2019: 5 inspections were missed", []),
        ("5,000 calls in August 2019", []),
        ("August 2019 48.27%", []),
        ("August 2019 = 10-12", []),
        ("", []),
    ],
)
def test_a_note_gives_figures_only_with_an_equals_sign_or_colon(
    note: str, figures: list[tuple[str, str]]
) -> None:
    assert [(found.period.label, found.printed) for found in figures_in_note(note)] == figures


@pytest.mark.parametrize(
    "note",
    [
        "England 2018/19: 64%",
        "England (2018/19 = 64%)",
        "National average 2018/19 = 12%",
        "Target August 2019 = 50%",
        "Target for August 2019 = 50%",
        "Below the target August 2019 = 50%",
        "Forecast 2019/20 = 50%",
        "Budget 2019/20 = \u00a350k",
        "As compared with 2018/19 = 45%",
        "Tenants: August 2019 = 48%",
        "Male: 2018/19 = 4; Female: 2018/19 = 6",
        "2018/19 = 4; women: 2018/19 = 6",
        "August 2019 = 4. August 2019 = 6",
        "Tenants: July 2019 = 4; August 2019 = 5",
        "England is better than the target August 2019 = 50%",
    ],
)
def test_a_phrase_that_says_more_than_the_period_gives_no_figure(note: str) -> None:
    assert figures_in_note(note) == []


def test_a_figure_from_a_note_is_told() -> None:
    paper = table(["Green", "BV8 Invoices", "97", "98", "95", "On course. August 2019 = 96"])
    assert [f.as_printed for f in paper.figures if f.source == "note"] == ["96"]
    assert [(f.severity, f.printed) for f in paper.findings if f.rule_id == "figure.note"] == [
        ("note", "96")
    ]


@pytest.mark.parametrize(
    ("note", "target", "taken"),
    [
        ("Quicker than the target August 2019 = 8.3", "14.0", ["8.3"]),
        ("Slower than the target August 2019 = 8.3", "8.3", []),
        ("Quicker than the target August 2019 = 8.3", "", []),
    ],
)
def test_what_may_be_the_targets_is_told_and_taken_only_beside_another_target(
    note: str, target: str, taken: list[str]
) -> None:
    paper = table(["Green", "BV8 Invoices", "97", "98", target, note])
    assert [f.as_printed for f in paper.figures if f.source == "note"] == taken
    told = [f.severity for f in paper.findings if f.rule_id == "figure.note_unclear"]
    assert told == ["warning"]


def test_targets_that_are_met_are_not_those_of_the_month_behind_them() -> None:
    note = "Performance continues to exceed targets August 2019 = 8.3"
    paper = table(["Green", "BV8 Invoices", "97", "98", "", note])
    assert [f.as_printed for f in paper.figures if f.source == "note"] == ["8.3"]
    assert "figure.note_unclear" not in {finding.rule_id for finding in paper.findings}


@given(st.text("England 2019/20 August:= 4.%;()", max_size=60))
def test_no_note_breaks_the_grammar(text: str) -> None:
    labels = [found.period.label for found in figures_in_note(text)]
    assert len(labels) == len(set(labels))
