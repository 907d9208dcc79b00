"""Codes in titles of shapes that may be words, taken where the titles of a paper share them."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

TITLES = ("Boilers serviced", "Roofs mended", "Lifts in use", "Lettings made", "Doors renewed")


def read(*tables: list[str], heading: str = "Indicator") -> Paper:
    draft = Draft().line("Tillingham Borough Council")
    draft = draft.line("Performance indicators Quarter 4 2019/20", bold=True)
    for number, titles in enumerate(tables, 1):
        rows: list[list[C | str]] = [[heading, "Actual 2019/20", "Target 2019/20"]]
        rows += [[title, f"{at}1%", "50%"] for at, title in enumerate(titles, 1)]
        draft = draft.line(f"Service number {number}", bold=True).table(*rows)
    return draft.read()


def named(paper: Paper) -> list[tuple[str | None, str | None]]:
    return [(row.code, row.title) for row in paper.indicators]


@pytest.mark.parametrize("form", ["{code} {title}", "{title} ({code})"])
@pytest.mark.parametrize(
    "codes",
    [
        ["REG_003", "REG_017", "REG_045", "REG_101", "REG_110"],
        ["REG 4", "REG 17", "REG 45", "REG 88", "REG 101"],
        ["REG.03", "REG.17", "REG.45", "REG.88", "REG.101"],
        ["REG03b", "REG17", "REG45a", "REG88", "REG101"],
        ["REG-PI-03", "REG-PI-17", "REG-PI-45", "REG-PI-88", "REG-PI-101"],
        ["HR LPI003", "HR LPI017", "HR LPI045", "PL LPI088", "PL LPI101"],
        ["HS2", "HS17", "HS45", "HS88", "HS101"],
    ],
)
def test_codes_that_may_be_words_are_taken_where_all_titles_share_their_shape(
    form: str, codes: list[str]
) -> None:
    pairs = list(zip(codes, TITLES, strict=True))
    titles = [form.format(code=code, title=title) for code, title in pairs]
    assert named(read(titles)) == pairs


@pytest.mark.parametrize("heading", ["Code & Short Name", "Ref and Indicator", "Ref / Indicator"])
def test_codes_of_one_letter_are_taken_under_a_heading_that_names_codes(heading: str) -> None:
    paper = read(["L003 Boilers serviced", "L017 Roofs mended", "L101 Lifts"], heading=heading)
    assert named(paper) == [
        ("L003", "Boilers serviced"),
        ("L017", "Roofs mended"),
        ("L101", "Lifts"),
    ]


@pytest.mark.parametrize("form", ["{code} {title}", "{title} ({code})", "{code}\n{title}"])
@pytest.mark.parametrize(
    "codes",
    [
        ["M03", "M05", "M10", "M25", "M40"],
        ["M11", "M16", "M25", "M29", "M40"],
        ["A02", "A14", "A34", "A40", "A41"],
        ["Y8", "Y11", "Y13", "Y19", "Y40"],
    ],
)
def test_letters_of_roads_lead_codes_where_numbers_rise_that_no_road_has(
    form: str, codes: list[str]
) -> None:
    pairs = list(zip(codes, TITLES, strict=True))
    assert named(read([form.format(code=code, title=title) for code, title in pairs])) == pairs


def test_numbers_that_rise_in_each_of_two_tables_tell_codes_of_both() -> None:
    paper = read(["M31 Roofs", "M33 Doors"], ["M02 Lifts", "M11 Lettings"])
    assert [code for code, _ in named(paper)] == ["M31", "M33", "M02", "M11"]


@pytest.mark.parametrize("code", ["HW-{:02}", "HW{}", "PM {}", "H.{}", "NI{}"])
def test_codes_whose_blank_before_the_title_is_lost_are_taken_where_their_numbers_rise(
    code: str,
) -> None:
    codes = [code.format(number) for number in (2, 5, 13, 21, 40)]
    titles = [f"{each}{title}" for each, title in zip(codes, TITLES, strict=True)]
    assert named(read(titles)) == list(zip(codes, TITLES, strict=True))


def test_tables_of_one_row_share_their_shape_with_those_of_the_other_services() -> None:
    paper = read(["REG04 Roofs", "REG09 Doors"], ["REG12 Lifts"], ["REG40 Lettings"])
    assert named(paper) == [
        ("REG04", "Roofs"),
        ("REG09", "Doors"),
        ("REG12", "Lifts"),
        ("REG40", "Lettings"),
    ]


def test_a_table_without_such_titles_says_nothing_against_those_of_another() -> None:
    coded = [f"REG{at}2 {title}" for at, title in enumerate(TITLES, 1)]
    paper = read(coded, ["Calls", "Letters", "Visits"])
    assert [code for code, _ in named(paper)] == ["REG12", "REG22", "REG32", "REG42", "REG52"] + [
        None
    ] * 3


@pytest.mark.parametrize(
    "titles",
    [
        ["KS1 results", "KS2 marks", "KS3 pupils", "KS4 grades"],
        ["AGE 16 leavers", "AGE 17 starts", "AGE 18 places", "AGE 19 grants"],
        ["TOP 25 wards", "TOP 50 streets", "TOP 75 parks", "TOP 100 roads"],
        ["Q1 calls", "Q2 letters", "Q3 visits", "Q4 forms"],
        ["A1 roads", "A14 works", "A34 delays", "A40 journeys"],
        ["REG 22 checks", "REG 32 visits", "REG 44 forms", "Doors", "Roofs"],
        ["REG 44 visits made", "REG 44 visits due", "REG 45 reviews", "REG 22 checks"],
        ["REG 22 checks", "REG 32 visits", "REG 44 reviews"],
        ["CO2 emissions", "PM10 levels", "NO2 levels", "SO2 levels"],
        ["M25 closures", "M40 works", "M42 delays", "M50 journeys"],
        ["M03 calls", "M16 letters", "M05 visits", "M29 forms"],
        ["M03 calls", "M16 letters", "M29 visits", "M31 forms", "Doors"],
        ["M16 calls", "M25 letters", "M40 forms"],
        ["Y7 pupils", "Y8 absences", "Y10 leavers", "Y11 marks"],
        ["A34 works", "A40 delays", "A420 journeys", "A4074 closures"],
        ["HW-13Calls", "HW-02Letters", "HW-21Visits"],
        ["HW-02Calls", "HW-13Letters", "HW-21Visits", "Forms"],
        ["KS1Results", "KS2Marks", "KS3Pupils", "KS4Grades"],
        ["HW-02Calls", "HW-13Letters"],
    ],
)
def test_words_and_numbers_of_titles_stay_in_them(titles: list[str]) -> None:
    assert named(read(titles)) == [(None, title) for title in titles]
