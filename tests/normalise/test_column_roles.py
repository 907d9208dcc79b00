"""Columns that no listed heading tells: by near headings and by what they hold."""

from __future__ import annotations

import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.normalise.column_contents import agrees, role_of_texts
from crossfoot.normalise.headings import load_headings
from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

TABLE = load_headings()
LONG = "Collection was steady through the quarter with the new arrears process."


def read(*rows: list[C | str], title: str = "Performance report Quarter 2 2018/19") -> Paper:
    return Draft().line("Tillingham Borough Council").line(title, bold=True).table(*rows).read()


def figures(paper: Paper) -> list[tuple[str, str | None, str]]:
    return [(f.measure, f.period, str(f.value)) for f in paper.figures]


def told(paper: Paper) -> list[tuple[str, str | None, str | None]]:
    return [
        (f.rule_id, f.printed, f.expected)
        for f in paper.findings
        if f.rule_id in {"heading.near", "heading.unknown", "column.assumed"}
    ]


def test_a_table_with_one_listed_heading_is_read_by_what_its_columns_hold() -> None:
    paper = read(
        [
            "Our ref",
            "What are we counting",
            "Quarter 2",
            "Where to be",
            "How is it",
            "What happens",
        ],
        ["LI 1", "Rent collected in year", "97%", "98%", "Green", LONG],
        ["LI 2", "Repairs done on time", "91%", "95%", "Red", LONG],
    )
    assert [(row.code, row.title, row.status, row.note) for row in paper.indicators] == [
        ("LI 1", "Rent collected in year", "green", LONG),
        ("LI 2", "Repairs done on time", "red", LONG),
    ]
    assert figures(paper) == [("actual", "2018/19 Q2", "97"), ("actual", "2018/19 Q2", "91")]
    assert told(paper) == [
        ("heading.near", "Our ref", "ref"),
        ("column.assumed", "What are we counting", "title"),
        ("heading.unknown", "Where to be", None),
        ("column.assumed", "How is it", "status"),
        ("column.assumed", "What happens", "note"),
    ]
    assert {f.severity for f in paper.findings if f.rule_id.startswith("column")} == {"note"}


def test_headings_ruled_in_two_rows_need_no_listed_word_over_the_names() -> None:
    paper = read(
        [C("Parks and tips KPIs", down=2), C("RAG rating", span=2), C("DoT", down=2)],
        ["Latest", "Previous"],
        ["Bins emptied on the day", "GREEN", "AMBER", "Improving"],
        ["Potholes filled in 28 days", "RED", "RED", "Worsening"],
    )
    assert [(row.title, row.status) for row in paper.indicators] == [
        ("Bins emptied on the day", "green"),
        ("Potholes filled in 28 days", "red"),
    ]
    assert [(each.period, each.status) for each in paper.statuses if each.is_previous] == [
        (None, "amber"),
        (None, "red"),
    ]
    assert told(paper) == [("column.assumed", "Parks and tips KPIs", "title")]


def test_rows_that_rest_on_a_guess_say_so() -> None:
    paper = read(
        ["Ref", "Indicator", "Our target", "Q2 2018/19", "Standing"],
        ["LI 1", "Rent collected", "98%", "97%", "Green"],
        ["LI 2", "Repairs", "95%", "91%", "Red"],
    )
    known = read(
        ["Ref", "Indicator", "Target", "Q2 2018/19", "Status"],
        ["LI 1", "Rent collected", "98%", "97%", "Green"],
        ["LI 2", "Repairs", "95%", "91%", "Red"],
    )
    assert figures(paper) == figures(known)
    assert [f.evidence for f in paper.figures] != [f.evidence for f in known.figures]
    assert paper.figures[1].evidence == known.figures[1].evidence


@pytest.mark.parametrize(
    ("heading", "texts"),
    [
        ("Starting point", ("96%", "94%")),
        ("Expected position", ("Green", "Red")),
        ("Priority", ("High", "Low")),
        ("Why is this important", (LONG, LONG)),
        ("Finish by", ("31/03/2019", "30/06/2019")),
        ("Sign", ("A", "Q")),
    ],
)
def test_what_cells_cannot_tell_stays_untold(heading: str, texts: tuple[str, ...]) -> None:
    assert role_of_texts(heading, texts) is None


@pytest.mark.parametrize(
    ("texts", "role"),
    [
        (("Quarterly", "Annual", "Monthly"), "frequency"),
        (("Bigger is better", "Smaller is better"), "polarity"),
        (("%", "Number", "\u00a3"), "unit"),
        (("On target", "Below target"), "status"),
    ],
)
def test_words_of_one_kind_tell_their_column(texts: tuple[str, ...], role: str) -> None:
    assert role_of_texts("Blah", texts) == role


def test_two_columns_of_statuses_under_unknown_headings_are_neither_told() -> None:
    paper = read(
        ["Ref", "Indicator", "Q2 2018/19", "Standing", "Place"],
        ["LI 1", "Rent collected", "97%", "Green", "Red"],
        ["LI 2", "Repairs", "91%", "Red", "Red"],
    )
    assert {row.status for row in paper.indicators} == {None}


def test_a_near_heading_must_agree_with_its_cells() -> None:
    paper = read(
        ["Ref", "Indicator", "Q2 2018/19", "Stats", "Tagret"],
        ["LI 1", "Rent collected", "97%", "12", "98%"],
        ["LI 2", "Repairs", "91%", "15", "95%"],
    )
    assert {row.status for row in paper.indicators} == {None}
    assert ("target", "2018/19 Q2", "98") in figures(paper)
    assert ("heading.unknown", "Stats", None) in told(paper)


@pytest.mark.parametrize(
    ("family", "texts", "expected"),
    [
        ("target", ["98%", "-"], True),
        ("target", ["Green", "Red"], False),
        ("due", ["31/03/2019"], True),
        ("due", ["98%"], False),
        ("note", ["12", "15"], False),
        ("status", [], True),
    ],
)
def test_what_agrees(family: str, texts: list[str], expected: bool) -> None:
    assert agrees(family, texts) is expected


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Place", ("Abbey", "Castle")),
        ("Ward", ("Abbey Park and Meadows", "Castle Hill and Quays")),
        ("Service area name", ("Housing and Community Services", "Planning and Building Control")),
        ("Audit area", ("Payroll and pensions audit", "Creditors and debtors audit")),
        ("Question asked", ("How clean is the park", "How safe is the town")),
        ("Type of application", ("Major applications this quarter", "Minor ones this quarter")),
    ],
)
def test_names_of_other_things_under_an_unknown_heading_are_no_titles(
    heading: str, names: tuple[str, str]
) -> None:
    paper = read(
        [heading, "Received", "Quarter 2", "Target", "Remarks made"],
        [names[0], "4,100", "97%", "98%", "none"],
        [names[1], "5,200", "91%", "95%", "none"],
    )
    assert not paper.indicators
    assert not paper.figures


def test_dates_under_actual_are_no_figures_and_under_target_are_due() -> None:
    paper = read(
        ["Milestone", "Target", "Actual", "Status", "Comments"],
        ["Start on site", "01/04/2018", "05/04/2018", "Green", "none"],
        ["Complete the works", "01/09/2018", "", "Amber", "late"],
    )
    assert not paper.figures
    assert [(row.title, row.due_as_printed) for row in paper.actions] == [
        ("Start on site", "01/04/2018"),
        ("Complete the works", "01/09/2018"),
    ]


@pytest.mark.parametrize(
    ("printed", "listed"),
    [
        ("Targets", "target"),
        ("Staus", "status"),
        ("Tagret", "target"),
        ("Our target", "target"),
        ("The council's performance", "result"),
        ("Perfomance Indicator", "title"),
    ],
)
def test_a_slip_or_an_empty_word_leaves_the_meaning(printed: str, listed: str) -> None:
    found = TABLE.near(printed)
    meaning = found[0] if found else TABLE.exact(printed)
    assert meaning == listed


@pytest.mark.parametrize(
    "printed",
    ["Annually", "Planned Rate", "Scope", "Date rate", "Our", "Trent"],
)
def test_another_word_is_not_taken_for_a_heading(printed: str) -> None:
    assert TABLE.near(printed) is None


def test_actual_and_annual_are_two_headings() -> None:
    assert (TABLE.exact("Actual"), TABLE.exact("Annual")) == ("result", "outturn")


@settings(deadline=None)
@given(st.sampled_from(sorted(TABLE.meanings)), st.randoms(use_true_random=False))
def test_a_letter_amiss_never_gives_another_meaning(listed: str, chance: random.Random) -> None:
    at = chance.randrange(len(listed))
    letter = chance.choice(string.ascii_lowercase)
    slip = chance.choice(
        [
            listed[:at] + listed[at + 1 :],
            listed[:at] + letter + listed[at:],
            listed[:at] + listed[at + 1 : at + 2] + listed[at : at + 1] + listed[at + 2 :],
        ]
    )
    found = TABLE.near(slip)
    if found is not None and TABLE.exact(slip) is None:
        assert found[0].partition(".")[0] == TABLE.meanings[listed].partition(".")[0]
