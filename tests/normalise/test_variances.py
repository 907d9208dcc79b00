"""Printed variances worked out again, by the way that the rows of their column agree on."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

RESULTS = ["96", "81", "45", "70", "12"]
TARGETS = ["98", "80", "50", "70", "10"]
LESS = ["-2", "1", "-5", "0", "2"]
SHARES = ["-2.0%", "1.3%", "-10.0%", "0.0%", "20.0%"]


def read(variances: list[str], heading: str = "Variance", results: list[str] = RESULTS) -> Paper:
    rows: list[list[C | str]] = [["Ref", "Indicator", "Actual", "Target", heading]]
    for at, (result, target, off) in enumerate(zip(results, TARGETS, variances, strict=True)):
        rows.append([f"A{at}", f"Calls answered in team {at}", result, target, off])
    draft = Draft().line("Tillingham Borough Council")
    return draft.line("Performance report quarter 2 2011/12", bold=True).table(*rows).read()


def told(paper: Paper) -> list[tuple[str | None, str | None]]:
    return [
        (each.printed, each.expected)
        for each in paper.findings
        if each.rule_id == "figure.variance"
    ]


@pytest.mark.parametrize(
    "variances",
    [
        LESS,
        [f"{-int(each)}" for each in LESS],
        [each.strip("-") for each in LESS],
        SHARES,
        [each.strip("-%") for each in SHARES],
    ],
    ids=["less", "turned", "no sign", "share", "bare share"],
)
def test_a_column_of_variances_that_are_right_is_not_told(variances: list[str]) -> None:
    assert not told(read(variances))


@pytest.mark.parametrize(
    ("variances", "printed", "expected"),
    [(LESS, "7", "2"), (SHARES, "40.0%", "20.0%")],
    ids=["less", "share"],
)
def test_one_that_is_not_what_the_others_are_is_told_with_its_figures(
    variances: list[str], printed: str, expected: str
) -> None:
    paper = read([*variances[:4], printed], results=[*RESULTS[:3], "95", "12"])
    assert not told(paper)  # two of five are too many: which way the column goes is not known
    assert not told(read([*variances[:4], printed]))  # three that tell are too few
    rows = ["97", *RESULTS[1:3], "77", "12"]
    right = ["-1", *LESS[1:3], "7"] if variances is LESS else ["-1.0%", *SHARES[1:3], "10.0%"]
    paper = read([*right, printed], results=rows)
    assert told(paper) == [(printed, expected)]
    (finding,) = (each for each in paper.findings if each.rule_id == "figure.variance")
    assert sum(link.finding_id == finding.finding_id for link in paper.finding_cells) == 3


@pytest.mark.parametrize(
    "heading", ["Budget variance", "Variance from last year", "Change", "Reason for variance"]
)
def test_variances_of_other_columns_are_left_alone(heading: str) -> None:
    rows = ["97", *RESULTS[1:3], "77", "12"]
    assert not told(read(["-1", *LESS[1:3], "7", "9"], heading, results=rows))


def test_rounded_figures_leave_their_rounding_to_the_variance() -> None:
    rows = ["97", *RESULTS[1:3], "77", "12"]
    assert not told(read(["-1.4", "1.3", "-5.2", "6.8", "2.5"], results=rows))
    assert told(read(["-1.4", "1.3", "-5.2", "6.8", "3.1"], results=rows)) == [("3.1", "2.0")]


def test_thousands_and_millions_are_not_compared() -> None:
    paper = read(["-1k", "1k", "-5k", "7k", "9k"], results=["97k", "81k", "45k", "77k", "12k"])
    assert not told(paper)
