"""Codes that lead titles with nothing to set them off."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft


def read(heading: str, titles: list[str], *, above: str = "Actual") -> Paper:
    rows: list[list[C | str]] = [[heading, f"{above} 2019/20", "Target 2019/20"]]
    rows += [[title, f"{at}1%", "50%"] for at, title in enumerate(titles, 1)]
    draft = Draft().line("Tillingham Borough Council")
    return draft.line("Performance indicators Quarter 4 2019/20", bold=True).table(*rows).read()


def named(paper: Paper) -> list[tuple[str | None, str | None]]:
    return [(row.code, row.title) for row in paper.indicators]


def told(paper: Paper) -> bool:
    return any(finding.rule_id == "code.in_title" for finding in paper.findings)


def test_codes_that_lead_every_title_of_a_column_are_taken() -> None:
    paper = read(
        "Indicator",
        [
            "ENV 11a Street lights",
            "ENV 12 Bins missed",
            "CHN 13a Children in care",
            "DE 4(i) Rents",
        ],
    )
    assert named(paper) == [
        ("ENV 11a", "Street lights"),
        ("ENV 12", "Bins missed"),
        ("CHN 13a", "Children in care"),
        ("DE 4(i)", "Rents"),
    ]
    assert paper.indicators[0].code_as_printed == "ENV 11a"
    assert not told(paper)


def test_codes_of_two_numbers_that_lead_every_title_are_taken_though_some_look_like_years() -> None:
    paper = read("Indicator", ["PD/18/01 Litter", "PD/18/19 Graffiti", "EN/18/02 Trees planted"])
    assert named(paper) == [
        ("PD/18/01", "Litter"),
        ("PD/18/19", "Graffiti"),
        ("EN/18/02", "Trees planted"),
    ]


def test_an_acronym_and_a_year_before_a_title_that_no_column_bears_out_stay_words() -> None:
    paper = read("Indicator", ["FY/18/19 savings made", "Bins missed", "Rents collected"])
    assert named(paper)[0] == (None, "FY/18/19 savings made")


@pytest.mark.parametrize("heading", ["Code & Short Name", "Ref and Indicator", "PI code / title"])
def test_a_heading_that_names_codes_says_so_for_each_row(heading: str) -> None:
    paper = read(heading, ["ENV 11a Street lights", "Bins missed"])
    assert named(paper) == [("ENV 11a", "Street lights"), (None, "Bins missed")]


@pytest.mark.parametrize(
    "titles",
    [
        ["PM 11 levels at the school", "Bins missed", "Rents collected"],
        ["UKAS 12 audits passed", "UKAS 12 audits failed", "UKAS 12 audits due"],
        ["ASB 1 reports", "ASB 2 reports", "ASB 3 reports"],
        ["ENV 1 Litter", "ENV 2 Graffiti"],
    ],
)
def test_an_acronym_and_a_number_that_the_column_does_not_bear_out_stay_words(
    titles: list[str],
) -> None:
    assert named(read("Indicator", titles)) == [(None, title) for title in titles]


def test_titles_that_may_lead_with_codes_are_told_where_not_all_do() -> None:
    titles = ["ENV 11a Street lights", "ENV 12 Bins missed", "ENV 13 Litter", "Rents collected"]
    paper = read("Indicator", titles)
    assert named(paper) == [(None, title) for title in titles]
    assert told(paper)


def test_a_point_may_stand_in_the_codes_that_lead_titles() -> None:
    paper = read("Indicator", ["FR.20 Bins missed", "FR.38 Street lights", "H.2 Rents"])
    assert named(paper) == [
        ("FR.20", "Bins missed"),
        ("FR.38", "Street lights"),
        ("H.2", "Rents"),
    ]


@pytest.mark.parametrize("form", ["{code} {title}", "{title} ({code})"])
def test_codes_of_one_letter_are_taken_where_all_titles_have_one(form: str) -> None:
    rows = [("E9", "Bins missed"), ("E10", "Street lights"), ("E27", "Rents"), ("E3", "Homes")]
    paper = read("Indicator", [form.format(code=code, title=title) for code, title in rows])
    assert named(paper) == list(rows)


@pytest.mark.parametrize(
    "titles",
    [
        ["A34 Journeys", "A40 Delays", "A38 Works"],
        ["H9 Bins missed", "H10 Lights", "Rents"],
        ["H9 Bins missed", "H9 Lights", "H10 Rents"],
        ["H9 Bins missed", "J10 Lights", "K11 Rents"],
        ["Gas used (M3)", "Water used (M3)", "Waste (M3)"],
        ["Claims (Q1)", "Letters (Q2)", "Calls (Q3)"],
        ["H9 Bins missed", "H10 Lights"],
    ],
)
def test_a_letter_and_a_number_that_the_column_does_not_bear_out_stay_words(
    titles: list[str],
) -> None:
    assert named(read("Indicator", titles)) == [(None, title) for title in titles]


def cards(titles: list[str]) -> Paper:
    draft = Draft().line("Tillingham Borough Council")
    draft = draft.line("Performance report Quarter 3 2024/25", bold=True)
    for title in titles:
        draft = draft.line("The next indicator of the service is shown below.").table(
            [C(title, span=2), C("GREEN", fill="#00ff00")],
            ["Actual: 97%", "Target: 96%", "Previous: 95%"],
        )
    return draft.read()


def test_the_titles_of_all_cards_of_a_paper_say_together_that_they_lead_with_codes() -> None:
    paper = cards(["HS 11a Bins missed", "HS 16b Lights mended", "HS 32 Rents collected"])
    assert named(paper) == [
        ("HS 11a", "Bins missed"),
        ("HS 16b", "Lights mended"),
        ("HS 32", "Rents collected"),
    ]


def refused(paper: Paper) -> list[str | None]:
    return [found.printed for found in paper.findings if found.rule_id == "card.unclear"]


def test_cards_whose_titles_may_hold_a_code_are_refused_where_one_has_none() -> None:
    titles = ["HS 11a Bins missed", "HS 16b Lights mended", "Rents collected"]
    paper = cards(titles)
    assert named(paper) == [(None, "Rents collected")]
    assert refused(paper) == titles[:2]


@pytest.mark.parametrize(
    "title", ["EN 75a % of tenants satisfied", "H.78 Homes let", "H96 Homes let", "Homes let (H96)"]
)
def test_a_lone_card_whose_title_may_hold_a_code_is_refused_and_told(title: str) -> None:
    paper = cards([title])
    assert named(paper) == [] and not paper.figures
    assert refused(paper) == [title]


@pytest.mark.parametrize(
    "title", ["Homes let", "A14 closures in days", "Pupils absent (Y6)", "NI 191 Waste per home"]
)
def test_a_lone_card_without_such_a_title_is_read(title: str) -> None:
    paper = cards([title])
    assert len(paper.indicators) == 1
    assert refused(paper) == []
