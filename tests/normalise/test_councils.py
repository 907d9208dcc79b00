from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.normalise.council_mentions import (
    find_council,
    in_hosts,
    lines_with_names,
    mentions_in,
)
from crossfoot.normalise.councils import Council, councils, normal_name

#: Words in which a name may begin, and some that only look so.
_WORDS = """
    Broxtowe (Broxtowe) King\u2019s Lynn www.rugby.gov.uk and St. Albans Stoke-on-Trent BROXTOWE
    broxtowe Council 'Eden a.b
    """.split()  # noqa: SIM905 - a list of words reads better


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Broxtowe Borough Council", "Broxtowe"),
        ("BROMSGROVE DISTRICT COUNCIL", "Bromsgrove"),
        ("broxtowe", "Broxtowe"),
        ("Durham County Council", "County Durham"),
        ("London Borough of Sutton", "Sutton"),
        ("Royal Borough of Kensington & Chelsea", "Kensington and Chelsea"),
        ("City of York Council", "York"),
        ("City of Lincoln Council", "Lincoln"),
        ("Newcastle City Council", "Newcastle upon Tyne"),
        ("Bristol City Council", "Bristol, City of"),
        ("Hull City Council", "Kingston upon Hull, City of"),
        ("Newark & Sherwood District Council", "Newark and Sherwood"),
        ("King\u2019s Lynn and West Norfolk Borough Council", "King's Lynn and West Norfolk"),
        ("St Helens", "St. Helens"),
        ("Stoke on Trent City Council", "Stoke-on-Trent"),
        ("Ambridge District Council", "Ambridge"),
    ],
)
def test_any_way_of_naming_a_council_gives_its_area(text: str, name: str) -> None:
    assert normal_name(text) == name


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["BROMSGROVE DISTRICT COUNCIL", "20 NOVEMBER 2007"], "Bromsgrove"),
        (["Broxtowe a great place", "Reduce crime in Broxtowe", "Newark and Sherwood"], "Broxtowe"),
        (["https://broxtowe.example.uk", "crime in Broxtowe is down"], "Broxtowe"),
        (["www.newark-sherwooddc.gov.uk", "Newark & Sherwood's plan"], "Newark and Sherwood"),
        (["a.person@bromsgrove.gov.uk", "Bromsgrove"], "Bromsgrove"),
        (["North West Leicestershire", "North West Leicestershire", "Leicestershire"],
         "North West Leicestershire"),
        (["Report to Kent County Council", "adopted by Kent County Council"], "Kent"),
        (["Reading Borough Council"], "Reading"),
        (["City of Lincoln Council"], "Lincoln"),
        (["London Borough of Sutton"], "Sutton"),
    ],
)  # fmt: skip
def test_a_paper_says_which_council_it_is_from(lines: list[str], name: str) -> None:
    assert find_council(lines) == name


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["Coalville market", "Hood Park Leisure Centre"],
        ["Reading the report", "Reading of Rugby and Bath", "READING"],
        ["Nottinghamshire authorities", "consistently with Nottinghamshire Councils"],
        ["Mansfield Road", "Mansfield Road"],
        ["Mansfield Town Council", "Mansfield Town Council"],
        ["Councillor Anne Mansfield", "Councillor Anne Mansfield"],
        ["Broxtowe"],
        ["Broxtowe", "Broxtowe", "Gedling", "Gedling"],
        ["South Hams District Council", "West Devon Borough Council"],
        ["Beeston Town Council"],
        ["Full Council"],
        ["kent.police.uk", "www.kent.police.uk"],
        ["a.person@bromsgrove.gov.uk", "www.bromsgrove.gov.uk"],
    ],
)
def test_towns_streets_people_and_neighbours_are_not_the_council(lines: list[str]) -> None:
    assert find_council(lines) is None


@pytest.mark.parametrize(
    "lines",
    [
        ["on behalf of Redditch Borough Council and", "Wyre Forest District Council"],
        ["Services shared by", "Wyre Forest District Council"],
        ["Wyre Forest District Council", "and Redditch Borough Council"],
    ],
)
def test_a_name_in_a_list_over_two_lines_is_no_letterhead(lines: list[str]) -> None:
    assert find_council(lines) is None


_DISTRICT = ["The Bromsgrove District Council plan was noted.", "Bromsgrove District Council"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Ambridge Parish Council - 3rd September 2019",
        "Minutes of the meeting of Ambridge Parish Council held on Wednesday",
        "MINUTES OF A MEETING OF AMBRIDGE TOWN COUNCIL HELD IN THE SCHOOL",
        "AMBRIDGE PARISH COUNCIL STANDING ORDERS",
        "Royal Ambridge Town Council Meeting 21 February 2017",
        "Ambridge Community Council A.G.M. - 7th May 2019",
        "NHS Ambridge CCG - September 2020",
    ],
)
def test_a_paper_of_a_parish_or_of_the_health_service_is_none_of_its_district(line: str) -> None:
    assert find_council([line, *_DISTRICT]) is None


@pytest.mark.parametrize(
    "line",
    ["Ambridge Parish Council objects to the plan", "It was sent to Ambridge Parish Council first"],
)
def test_a_parish_that_is_only_spoken_of_leaves_the_district_its_paper(line: str) -> None:
    assert find_council([line, *_DISTRICT]) == "Bromsgrove"


def test_a_paper_that_speaks_more_often_of_the_parish_council_is_not_its_districts() -> None:
    district = ["Bromsgrove District Council replied.", "A letter to Bromsgrove District Council."]
    parish = ["The Parish Council met.", "The clerk of the Parish Council.", "The Parish Council."]
    assert find_council([*district, *parish[:1]]) == "Bromsgrove"
    assert find_council([*district, *parish]) is None


def test_surnames_in_a_list_of_those_present_are_no_council() -> None:
    assert (
        find_council(["Present: R Lester, P Rochford, K Barden", "Rochford, K Barden"] * 2) is None
    )


@pytest.mark.parametrize(
    "headings",
    [
        ["Date", "Expense Type", "Supplier", "AP Amount (\u00a3)"],
        ["Payment Date", "Payee Name", "Net Amount"],
        ["Entity Date Expense Type Expense area Supplier Transaction number AP Amount"],
    ],
)
def test_whom_a_list_pays_is_not_whose_paper_it_is(headings: list[str]) -> None:
    paid = ["Harrow Council", "London Borough of Harrow", "Harrow Council"]
    assert find_council([*headings, *paid]) is None
    assert (
        find_council(["Payments"], [*headings, *(f"{who} for rent of the hall" for who in paid)])
        is None
    )
    assert find_council(["Brent Council", *headings, *paid]) == "Brent"


def test_a_council_named_far_down_on_its_own_line_is_no_letterhead() -> None:
    assert find_council(["text"] * 80 + ["Gedling Borough Council"]) is None


def test_the_gazetteer_has_every_kind_of_principal_council() -> None:
    """Numbers of councils from April 2023: the statistics office's area lists."""
    now = [council for council in councils() if council.in_force_to is None]
    counts = {
        key: sum((council.kind, council.nation) == key for council in now)
        for key in {(council.kind, council.nation) for council in now}
    }
    assert counts == {
        ("district", "England"): 164,
        ("unitary", "England"): 63,
        ("county", "England"): 21,
        ("metropolitan", "England"): 36,
        ("london_borough", "England"): 33,
        ("unitary", "Wales"): 22,
        ("unitary", "Scotland"): 32,
        ("district", "Northern Ireland"): 11,
    }


def test_no_council_stands_twice_and_abolished_ones_have_their_year() -> None:
    names = [council.name for council in councils()]
    assert len(names) == len(set(names))
    gone = {council.in_force_to for council in councils()} - {None}
    assert gone == {2009, 2019, 2020, 2021, 2023}


def test_codes_are_the_councils_own_and_of_their_kind() -> None:
    """The statistics office's prefixes, and how many codes each has had since 2009."""
    prefixes = {
        ("district", "England"): "E07",
        ("unitary", "England"): "E06",
        ("county", "England"): "E10",
        ("metropolitan", "England"): "E08",
        ("london_borough", "England"): "E09",
        ("unitary", "Wales"): "W06",
        ("unitary", "Scotland"): "S12",
        ("district", "Northern Ireland"): "N09",
    }
    codes = [council.code for council in councils()]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[ENSW]\d{8}", code) for code in codes)
    assert all(each.code[:3] == prefixes[each.kind, each.nation] for each in councils())
    by_name = {council.name: council.code for council in councils()}
    assert (by_name["Broxtowe"], by_name["Bromsgrove"]) == ("E07000172", "E07000234")
    assert (by_name["City of London"], by_name["Bristol, City of"]) == ("E09000001", "E06000023")
    assert (by_name["St Albans"], by_name["Barnsley"]) == ("E07000240", "E08000038")


def test_councils_were_made_before_they_were_abolished_and_by_an_act_of_their_nation() -> None:
    years = {council.name: council.in_force_from for council in councils()}
    assert [name for name, year in years.items() if year is None] == [
        "City of London",
        "Isles of Scilly",
    ]
    assert all(
        council.in_force_from < council.in_force_to
        for council in councils()
        if council.in_force_from and council.in_force_to
    )
    made = {(each.kind, each.nation): set[int | None]() for each in councils()}
    for council in councils():
        made[council.kind, council.nation].add(council.in_force_from)
    assert made["district", "England"] == {1974, 1998, 2019}
    assert made["metropolitan", "England"] == {1974}
    assert made["unitary", "Wales"] == {1996}
    assert made["unitary", "Scotland"] == {1975, 1996}
    assert made["district", "Northern Ireland"] == {2015}
    assert (years["Bromsgrove"], years["Somerset"], years["Rutland"]) == (1974, 2023, 1997)


@given(st.sampled_from(councils()))
def test_every_name_of_the_gazetteer_is_its_own_normal_name(council: Council) -> None:
    assert normal_name(council.name) == council.name
    assert normal_name(f"{council.name} Council".upper()) == council.name


@given(st.lists(st.text(max_size=40), max_size=5))
def test_no_text_breaks_the_search_for_a_council(lines: list[str]) -> None:
    found = find_council(lines)
    assert found is None or found in {council.name for council in councils()}
    for line in lines:
        normal_name(line)


@given(st.lists(st.sampled_from(_WORDS), max_size=6))
def test_no_line_with_a_name_is_passed_over(words: list[str]) -> None:
    line = " ".join(words)
    passed_over = not list(lines_with_names([line]))
    assert not passed_over or not [*mentions_in(line), *in_hosts(line)]
