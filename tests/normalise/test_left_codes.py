"""What is told, and what confidence is given, where a code may have been left in a title."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft


def read(titles: list[str]) -> Paper:
    rows: list[list[C | str]] = [["Indicator", "Actual 2019/20", "Target 2019/20"]]
    rows += [[title, f"{at}1%", "50%"] for at, title in enumerate(titles, 1)]
    draft = Draft().line("Tillingham Borough Council")
    return draft.line("Performance indicators Quarter 4 2019/20", bold=True).table(*rows).read()


def told(paper: Paper) -> list[str]:
    return [found.message for found in paper.findings if found.rule_id == "code.in_title"]


def unsure(paper: Paper) -> list[str | None]:
    """The titles of which neither the row nor a figure has a confidence."""
    found = []
    for row in paper.indicators:
        figures = [each for each in paper.figures if each.indicator_id == row.indicator_id]
        confidences = {row.confidence, *(each.confidence for each in figures)}
        assert confidences == {None} or None not in confidences
        if confidences == {None}:
            found.append(row.title)
    return found


@pytest.mark.parametrize(
    ("titles", "why"),
    [
        (["A34 works", "A40 delays", "A420 journeys"], "roads"),
        (["Works (M25)", "Delays (M40)", "Journeys (M42)"], "roads"),
        (["HW-13Calls made", "HW-02Letters", "HW-21Visits"], "nothing tells"),
        (["HS 11a Bins missed", "HS 16b Lights mended"], "nothing tells"),
        (["M05 Reported nuisance cases closed"], "nothing tells"),
        (["M65 Licences issued", "M69 Missed bins"], "roads"),
        (["A14 closures in days"], "roads"),
        (["H9 Bins missed", "J10 Lights", "K11 Rents"], "nothing tells"),
    ],
)
def test_titles_that_may_hold_codes_are_told_and_have_no_confidence(
    titles: list[str], why: str
) -> None:
    paper = read(titles)
    assert [row.code for row in paper.indicators] == [None] * len(titles)
    assert len(told(paper)) == 1 and why in told(paper)[0]
    assert unsure(paper) == titles


def test_only_those_of_a_column_that_may_hold_one_have_no_confidence() -> None:
    titles = ["HS 11a Bins missed", "HS 16b Lights mended", "HS 32 Rents", "Homes let"]
    paper = read(titles)
    assert "not all do" in told(paper)[0]
    assert unsure(paper) == titles[:3]


@pytest.mark.parametrize(
    "titles",
    [
        ["CO2 emissions", "Bins missed", "Rents collected"],
        ["A14 closures in days", "Bins missed"],
        ["Q1 calls", "Q2 letters", "Q3 visits"],
        ["Year 6 pupils at level 4", "KS2 results", "KS3 results"],
        ["Category 1 defects mended", "Grade 5 GCSEs", "Level 3 leavers"],
        ["PM 11 levels at the school", "Bins missed", "Rents collected"],
        ["M03 Bins missed", "M16 Lights mended", "M29 Rents collected"],
        ["Gas used (M3)", "Water used (M3)", "Heat used (M3)"],
    ],
)
def test_other_titles_are_not_told_of_and_keep_their_confidence(titles: list[str]) -> None:
    paper = read(titles)
    assert told(paper) == [] and unsure(paper) == []
