"""The council that a paper mentions most: its own only where something else says so."""

from __future__ import annotations

import pytest

from crossfoot.normalise.council_evidence import is_own
from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import Draft

MENTIONED = ["a letter to Bromsgrove District Council", "asked Bromsgrove District Council to act"]


def read(*lines: str) -> Paper:
    draft = Draft()
    for line in lines:
        draft = draft.line(line)
    return draft.table(["Item", "Cost"], ["Hedge", "12"]).read()


def told(paper: Paper) -> list[tuple[str | None, str | None, int | None]]:
    return [
        (each.printed, each.expected, each.page)
        for each in paper.findings
        if each.rule_id == "council.unsure"
    ]


@pytest.mark.parametrize(
    "first",
    [
        "The Town Clerk advised the Amenities Committee",
        "Planning statement for the site at Mill Lane",
        "Overview",
        "Cabinet Office guidance",
        "Dear Leaders,",
        "www.ambridge.example.com",
        "NHS Ambridge Integrated Care Board performance report",
    ],
)
def test_a_council_that_is_only_mentioned_is_not_taken_and_told(first: str) -> None:
    paper = read(first, *MENTIONED)
    assert paper.document.council is None
    assert told(paper) == [(MENTIONED[0], "Bromsgrove", 1)]


@pytest.mark.parametrize(
    "line",
    [
        "Report to: Cabinet Member for Housing",
        "Overview and Scrutiny Board",
        "Report of the Corporate Director",
        "Quarterly performance report",
        "Corporate Plan 2019-2023",
        "Housing Committee",
        "write to housing@bromsgrove.gov.uk",
        "Bromsgrove District Council housing strategy",
    ],
)
def test_a_council_for_which_the_first_page_speaks_is_the_papers_own(line: str) -> None:
    paper = read(line, *MENTIONED)
    assert paper.document.council == "Bromsgrove"
    assert not told(paper)


def test_a_page_foot_and_initials_used_often_speak_for_a_council() -> None:
    foot = [f"page {number} of Bromsgrove District Council" for number in (1, 2, 3)]
    assert is_own("Bromsgrove", [*MENTIONED, *foot], ())
    assert not is_own("Bromsgrove", [*MENTIONED, *foot[:2]], ())
    assert is_own("Bromsgrove", [*MENTIONED, *["BDC pays"] * 5], ())
    assert not is_own("Bromsgrove", [*MENTIONED, *["BDC pays"] * 4], ())


def test_another_councils_address_more_often_does_not_speak_for_it() -> None:
    own, other = "www.bromsgrove.gov.uk", "www.redditch.gov.uk"
    assert is_own("Bromsgrove", [*MENTIONED, own, own, other], ())
    assert not is_own("Bromsgrove", [*MENTIONED, own, other, other], ())


def test_no_council_and_no_doubt_where_none_is_mentioned() -> None:
    paper = read("A report on hedges")
    assert paper.document.council is None
    assert not told(paper)
