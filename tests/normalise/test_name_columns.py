"""Columns that name rows, where a heading and what stands under it do not agree."""

from __future__ import annotations

import pytest

from crossfoot.normalise.name_columns import are_codes
from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

TITLES = [
    "Rent collected in the year",
    "Repairs done on time",
    "Homes let within the target",
    "Bins missed each week",
]
CODES = ["CX 14b", "CX 21a", "CX 30", "CX 41b"]


def read(*rows: list[C | str]) -> Paper:
    draft = Draft().line("Tillingham Borough Council")
    return draft.line("Performance report Quarter 2 2018/19", bold=True).table(*rows).read()


def named(paper: Paper) -> list[tuple[str | None, str | None]]:
    return [(row.code, row.title) for row in paper.indicators]


def coded(heading: str, names: str, titles: list[str], *, codes: list[str] | None = None) -> Paper:
    rows: list[list[C | str]] = [[heading, names, "Quarter 2 2018/19", "Target 2018/19"]]
    for at, (code, title) in enumerate(zip(codes or CODES, titles, strict=False), 1):
        rows.append([code, title, f"{at}1%", "50%"])
    return read(*rows)


@pytest.mark.parametrize(
    "codes", [CODES, ["H96", "H7", "H2", "H31"], ["E.10", "E.2", "E.3", "E.4"]]
)
@pytest.mark.parametrize("heading", ["KPI", "Ref"])
def test_codes_under_a_heading_of_names_leave_the_title_to_the_phrases_behind(
    heading: str, codes: list[str]
) -> None:
    paper = coded(heading, "Customer contact", TITLES, codes=codes)
    assert named(paper) == list(zip(codes, TITLES, strict=True))
    assert {finding.rule_id for finding in paper.findings} >= {"column.assumed"}


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("KPI", "Description"),
        ("Indicator", "Definition"),
        ("Measure", "Title"),
        ("Performance Indicator", "What we measure"),
    ],
)
@pytest.mark.parametrize(
    "codes",
    [
        CODES,
        ["BV 8", "BV 9", "BV 10", "BV 12"],
        ["HSG 1.1", "HSG 1.2", "HSG 1.4", "HSG 2.1"],
        ["HS/01", "HS/02", "New", "HS/04"],
        ["A", "B", "C", "D"],
    ],
)
def test_of_two_columns_of_names_that_of_codes_alone_names_no_row(
    heading: str, names: str, codes: list[str]
) -> None:
    paper = coded(heading, names, TITLES, codes=codes)
    assert [row.title for row in paper.indicators] == TITLES
    assert [row.code_as_printed for row in paper.indicators] == codes


def test_numbers_of_rows_under_a_heading_of_names_name_no_row() -> None:
    paper = coded("KPI", "Description", TITLES, codes=["7", "8", "11", "12"])
    assert named(paper) == [(None, title) for title in TITLES]


def test_codes_may_stand_behind_the_names() -> None:
    rows: list[list[C | str]] = [["Description", "KPI", "Quarter 2 2018/19", "Target 2018/19"]]
    rows += [[title, code, "31%", "50%"] for code, title in zip(CODES, TITLES, strict=True)]
    assert named(read(*rows)) == list(zip(CODES, TITLES, strict=True))


@pytest.mark.parametrize("heading", ["PI", "BVPI", "LPI"])
@pytest.mark.parametrize(
    ("beside", "texts"),
    [
        ("Ref", CODES),
        ("Description", [f"{title}, as a share of all, by post or telephone" for title in TITLES]),
        ("Outcome", ["Homes", "Homes", "Homes", "Streets"]),
        ("Unit", ["%", "%", "%", "No."]),
    ],
)
def test_phrases_under_a_word_that_may_head_codes_are_the_titles(
    heading: str, beside: str, texts: list[str]
) -> None:
    rows: list[list[C | str]] = [[beside, heading, "Quarter 2 2018/19", "Target 2018/19"]]
    rows += [[text, title, "31%", "50%"] for text, title in zip(texts, TITLES, strict=True)]
    assert [row.title for row in read(*rows).indicators] == TITLES


def test_phrases_under_aim_are_the_objectives_of_actions_and_directions_are_not() -> None:
    def parents(*aims: str) -> list[str | None]:
        rows: list[list[C | str]] = [["Aim", "Action", "Due date", "Status"]]
        rows += [
            [aim, title, "31/03/2019", "On track"] for aim, title in zip(aims, TITLES, strict=False)
        ]
        return [action.parent_title for action in read(*rows).actions]

    assert parents("Healthy town", "Safe streets") == ["Healthy town", "Safe streets"]
    assert parents("Maximise", "Minimise") == [None, None]


def test_short_names_beside_their_descriptions_stay_the_titles() -> None:
    names = ["Rents", "Repairs", "Voids", "Bins"]
    paper = coded("KPI", "Description", TITLES, codes=names)
    assert named(paper) == [(None, name) for name in names]


def test_a_title_of_two_words_behind_codes_is_one() -> None:
    paper = coded("Ref", "Customer contact", ["Letters scanned", "Calls answered", "Visits kept"])
    assert [title for _, title in named(paper)] == [
        "Letters scanned",
        "Calls answered",
        "Visits kept",
    ]


def test_names_behind_codes_that_may_be_of_people_are_no_titles() -> None:
    paper = coded("Ref", "Customer contact", ["Ann Bell", "Tom Green Hill", "Sue Dale", "Al Low"])
    assert not {"Ann Bell", "Tom Green Hill"} & {title for _, title in named(paper)}


def test_a_heading_of_comparators_over_phrases_is_that_of_titles() -> None:
    rows: list[list[C | str]] = [["Ref", "Comparison", "Quarter 2 2018/19", "Target 2018/19"]]
    rows += [[code, title, "31%", "50%"] for code, title in zip(CODES, TITLES, strict=True)]
    assert named(read(*rows)) == list(zip(CODES, TITLES, strict=True))


def test_a_figure_is_no_title_and_its_column_holds_results_where_its_heading_says_so() -> None:
    paper = read(
        ["Ref", "Landlord KPI", "Q2 2018/19 Outcome", "2018/19 Target"],
        *([code, title, "31%", "50%"] for code, title in zip(CODES, TITLES, strict=True)),
    )
    assert named(paper) == list(zip(CODES, TITLES, strict=True))
    results = [(f.period, str(f.value)) for f in paper.figures if f.measure == "actual"]
    assert results == [("2018/19 Q2", "31")] * len(CODES)


def test_figures_under_a_heading_of_outcomes_beside_results_are_not_read() -> None:
    paper = read(
        ["Ref", "Measure", "Outcome", "Quarter 2 2018/19", "Target 2018/19"],
        *([code, title, "17%", "31%", "50%"] for code, title in zip(CODES, TITLES, strict=True)),
    )
    assert named(paper) == list(zip(CODES, TITLES, strict=True))
    assert "17" not in {str(figure.value) for figure in paper.figures}


def test_codes_are_short_and_each_another() -> None:
    assert are_codes(["H96", "H7"])
    assert are_codes(["FR.20", "EN 75a", "BV79b(ii)"])
    assert not are_codes(["H96", "H96"])
    assert not are_codes(["H96"])
    assert not are_codes(["H96", "Homes let"])
    assert not are_codes(["2.81%", "3%"])


def test_a_code_beside_nothing_that_may_be_its_title_is_not_its_own_title() -> None:
    paper = coded("Ref", "Customer contact", ["Ann Bell", "Tom Green Hill", "Sue Dale", "Al Low"])
    assert named(paper) == [(code, None) for code in CODES]


@pytest.mark.parametrize("odd", ["*CX 21a", "(E) HSG7", "BV8 / LI 4", "CX 21 (1)"])
def test_a_code_in_a_spelling_of_its_own_does_not_make_titles_of_the_codes_beside_it(
    odd: str,
) -> None:
    paper = coded("Indicator", "Description", TITLES, codes=["CX 14b", odd, "CX 30", "CX 41b"])
    assert [row.title for row in paper.indicators] == TITLES
    assert [row.code for row in paper.indicators if row.code_as_printed != odd] == [
        "CX 14b",
        "CX 30",
        "CX 41b",
    ]
    told = [f.printed for f in paper.findings if f.rule_id == "row.no_code"]
    assert told == [odd]


def test_names_with_numbers_in_them_are_no_codes_of_their_definitions() -> None:
    names = ["CO2 per head", "NO2 at the roadside", "PM10 at schools", "GCSEs at A*-C"]
    paper = coded("Indicator", "Definition", TITLES, codes=names)
    assert [row.title for row in paper.indicators] == names
