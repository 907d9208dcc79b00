"""Which links are proposed, for which reasons, and which never."""

from __future__ import annotations

import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.normalise.lineage import CATALOGUE_SCORE, propose
from crossfoot.schema.lineage import Relation

from .series_of import only, proposed, series
from .unlike_titles import ALIKE, UNLIKE

BEFORE, AFTER = {2016: "97.1", 2017: "97.3"}, {2018: "97.6", 2019: "97.4"}
#: Pairs that are two series without a person's word, but that a person may well call one.
_FOR_A_PERSON = {
    ("Rent collected", "Rent collected (%)"),
    ("Customs met", "Custom met"),
    ("Telephone number changes", "Number of telephone changes"),
}
#: Sets of indicators as the national ones were split, each title one word from the next.
SETS = [
    [
        ("BV109a", "Major planning applications determined in 13 weeks"),
        ("BV109b", "Minor planning applications determined in 8 weeks"),
        ("BV109c", "Other planning applications determined in 8 weeks"),
    ],
    [
        ("BV79b(i)", "HB overpayments recovered as % of those in the period"),
        ("BV79b(ii)", "HB overpayments recovered as % of all HB overpayment debt"),
        ("BV79b(iii)", "HB overpayments written off as % of all HB overpayment debt"),
    ],
    [
        ("BV82a", "Household waste sent for recycling"),
        ("BV82b", "Household waste sent for composting"),
        ("BV82c", "Household waste used for heat and power"),
        ("BV82d", "Household waste sent to landfill"),
    ],
    [
        ("NI157a", "Processing of planning applications: major"),
        ("NI157b", "Processing of planning applications: minor"),
        ("NI157c", "Processing of planning applications: other"),
    ],
    [
        ("BV78a", "Average time to process benefit: new claims"),
        ("BV78b", "Average time to process benefit: changes"),
    ],
    [
        ("LPI 12a", "Visits to leisure centres"),
        ("LPI 12b", "Visits to leisure centres"),
    ],
]


@pytest.mark.parametrize("coded", [True, False])
@pytest.mark.parametrize("pair", [each for each in UNLIKE if each not in _FOR_A_PERSON])
def test_titles_that_mean_two_things_are_never_proposed(pair: tuple[str, str], coded: bool) -> None:
    codes = ("FPLocal_02", "FPLocal_12") if coded else (None, None)
    for results in ((BEFORE, AFTER), (BEFORE, {}), (BEFORE, {2016: "91.4", 2017: "90.2"})):
        found = proposed(*(series(pair[at], codes[at], results[at]) for at in (0, 1)))
        assert found == []


@pytest.mark.parametrize("members", SETS)
@pytest.mark.parametrize("local", [True, False])
def test_parts_of_one_national_indicator_are_never_proposed(
    members: list[tuple[str, str]], local: bool
) -> None:
    for (code_a, title_a), (code_b, title_b) in combinations(members, 2):
        codes = (code_a, code_b) if not local or title_a == title_b else ("HS_001", "HS_002")
        assert proposed(series(title_a, codes[0], BEFORE), series(title_b, codes[1], AFTER)) == []
        other = {2016: "91.4", 2017: "90.2"}
        assert proposed(series(title_a, codes[0], BEFORE), series(title_b, codes[1], other)) == []


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_a_rewording_under_another_code_is_a_successor_where_one_ends_and_one_begins(
    one: str, other: str
) -> None:
    found = proposed(series(one, "FP_002", BEFORE), series(other, "RB_014", AFTER))
    assert found == [("RB_014", "successor", "FP_002")]


def test_codes_one_character_apart_with_one_title_and_other_figures_are_not_proposed() -> None:
    title = "Council Tax collected"
    years = {2017: "97.3", 2018: "97.6"}
    others = {2017: "91.2", 2018: "90.8"}
    for codes in (("FPLocal_02", "FPLocal_12"), ("BV78a", "BV78b"), ("LI 1", "LI l")):
        assert proposed(series(title, codes[0], years), series(title, codes[1], others)) == []


def test_two_rows_of_one_paper_are_only_proposed_where_their_figures_agree() -> None:
    both = {"papers": ("a",)}
    alike = (series("Tax collected", "FP_1", BEFORE, papers=("a",)),)
    assert proposed(*alike, series("Tax collected", "FP_2", AFTER, papers=("a", "b"))) == []
    assert proposed(*alike, series("Tax collected", "FP_2", BEFORE, **both)) != []


def test_equal_figures_of_one_year_are_the_strongest_evidence() -> None:
    old = series("Council Tax collected", "BV9", {2016: "97.1", 2017: "97.3"})
    bare = series("Council Tax collected in year", "FP_9", {2018: "97.9"})
    equal = series("Council Tax collected in year", "FP_9", {2017: "97.3", 2018: "97.9"})
    assert only(old, equal).score > only(old, bare).score
    assert only(old, equal).kind == "successor"
    assert "equal figures for the year to 2018-03-31" in only(old, equal).reasons


def test_a_rounded_figure_agrees_and_one_that_differs_by_more_does_not() -> None:
    old = series("Council Tax collected", "BV9", {2016: "97.12", 2017: "97.30"})
    assert (
        only(old, series("Council Tax collected", "FP_9", {2016: "97.1", 2017: "97.3"})).score > 0.9
    )
    assert proposed(old, series("Council Tax collected", "FP_9", {2016: "97.2"})) == []


def test_one_restated_year_among_many_equal_ones_does_not_forbid_it() -> None:
    years = {2013: "97.1", 2014: "97.3", 2015: "96.8", 2016: "96.2"}
    old = series("Council Tax collected", "BV9", years)
    restated = series("Council Tax collected", "FP_9", years | {2016: "96.4", 2017: "97.7"})
    found = only(old, restated)
    assert "different figures for the year to 2017-03-31" in found.reasons
    assert found.score < only(old, series("Council Tax collected", "FP_9", years)).score


def test_figures_of_few_digits_weigh_little() -> None:
    old = series("Council Tax collected", "BV9", {2016: "100", 2017: "0"}, section=None, unit=None)
    new = series(
        "Council Tax collected",
        "FP_9",
        old_years := {2016: "100", 2017: "0"},
        section=None,
        unit=None,
    )
    assert old_years
    assert only(old, new).score < 0.75


def test_another_title_is_proposed_where_enough_telling_figures_agree() -> None:
    years = {2015: "96.9", 2016: "97.1", 2017: "97.3"}
    two = {year: years[year] for year in (2016, 2017)}
    old = series("Invoices of local suppliers paid promptly", "BV8", years)
    for title, needed in (
        ("Invoices of local suppliers settled promptly", two),
        ("Prompt payment", years),
    ):
        assert proposed(old, series(title, "FP_3", needed)) == [("FP_3", "same", "BV8")]
        fewer = dict(list(needed.items())[1:])
        assert proposed(old, series(title, "FP_3", fewer)) == []
    number = series("Invoices paid within 30 days", "BV8", years)
    assert proposed(number, series("Prompt payment", "FP_3", years)) == []


def test_a_misread_code_is_proposed_by_its_title_or_figures_never_alone() -> None:
    true = series("Council Tax collected", "FPLocal_02", BEFORE)
    assert proposed(true, series("Council Tax collected", "FPLocal_O2", AFTER)) == [
        ("FPLocal_O2", "same", "FPLocal_02")
    ]
    assert any(
        "scanners" in reason
        for reason in only(true, series("Council Tax collected", "FPLocal_O2")).reasons
    )
    assert proposed(true, series("Homes let", "FPLocal_O2", AFTER)) == []
    assert proposed(true, series("Council Tax collected", "FPLocal_O2", {2016: "41.3"})) == []
    longer = BEFORE | {2015: "96.8"}
    true = series("Council Tax collected", "FPLocal_02", longer)
    ((_, kind, _),) = proposed(true, series("Homes let", "FPLocal_O2", longer))
    assert kind == "same"


def test_what_has_no_code_in_one_paper_is_the_same_as_what_has_one() -> None:
    coded = series("Council Tax collected", "BV9", BEFORE)
    assert proposed(coded, series("Council Tax collected %", None, AFTER)) == [
        ("Council Tax collected %", "same", "BV9")
    ]


def test_per_cent_in_one_title_alone_is_another_measure_unless_both_are_in_per_cent() -> None:
    titles = "% of total tonnage sent for recycling", "Total tonnage sent for recycling"
    for units, number in ((("%", "tonnes"), 0), (("%", None), 0), (("%", "%"), 1)):
        pair = [
            series(title, f"HS_{at}", (BEFORE, AFTER)[at], unit=units[at])
            for at, title in enumerate(titles)
        ]
        assert len(propose(pair)) == number


def test_an_older_title_may_be_the_one_that_is_like() -> None:
    new = series("Tax", "FP_9", AFTER, older=("Council Tax collected",))
    assert proposed(series("Council Tax collected", "BV9", BEFORE), new) != []


def test_series_of_two_councils_or_of_unknown_ones_are_not_compared() -> None:
    for councils in (("Aville Borough Council", "Beeham Borough Council"), (None, None)):
        found = [
            series("Council Tax collected", f"FP_{at}", BEFORE, council=council)
            for at, council in enumerate(councils)
        ]
        assert propose(found) == []


def test_overlapping_years_without_one_equal_figure_speak_against_a_successor() -> None:
    old = series("Council Tax collected", "BV9", {2015: "97.1", 2017: "97.3"})
    follows, overlaps = {2018: "97.6"}, {2016: "97.6", 2018: "97.9"}
    scores = [
        only(old, series("Council Tax collected", "FP_9", years)).score
        for years in (follows, overlaps)
    ]
    assert scores[0] > scores[1]


def test_of_a_chain_each_step_is_proposed_and_not_the_whole_way() -> None:
    title = "Council Tax collected"
    found = proposed(
        series(title, "BV9", {2014: "97.1"}),
        series(title, "FP_1", {2015: "97.2"}),
        series(title, "FP_2", {2016: "97.4"}),
    )
    assert sorted(found) == [("FP_1", "successor", "BV9"), ("FP_2", "successor", "FP_1")]


def test_what_the_catalogue_says_is_proposed_as_it_says_it() -> None:
    facts = [
        series("Time to process new claims", "BV78a", BEFORE, unit="days"),
        series("Time to process changes", "BV 78b", BEFORE, unit="days"),
        series("Time taken to process HB/CTB", "NI 181", AFTER, unit="days"),
    ]
    relations = [
        Relation("NI181", "redefined", "BV78a", "a handbook"),
        Relation("NI181", "redefined", "BV78b", "a handbook"),
        Relation("NI192", "sum-of", "BV82a", "a handbook"),
    ]
    found = propose(facts, relations)
    assert [(each.kind, each.score) for each in found] == [("redefined", CATALOGUE_SCORE)] * 2
    assert {each.a for each in found} == {facts[2].series_id}
    assert all("a handbook" in each.reasons[0] for each in found)


@given(
    shared=st.integers(0, 6),
    more=st.integers(1, 3),
    section=st.sampled_from(["Revenues", None, "Benefits"]),
    unit=st.sampled_from(["%", None, "days"]),
)
def test_more_evidence_never_lowers_a_score(
    shared: int, more: int, section: str | None, unit: str | None
) -> None:
    old = series(
        "Council Tax collected",
        "BV9",
        {year: f"9{year % 7}.{year % 10}" for year in range(2000, 2012)},
    )

    def score(number: int, team: str | None, measured: str | None) -> float:
        years = {2000 + at: f"9{(2000 + at) % 7}.{(2000 + at) % 10}" for at in range(number)}
        new = series("Council Tax collected", "FP_9", years, section=team, unit=measured)
        return max((each.score for each in propose([old, new], least=0)), default=0)

    assert 0 <= score(shared, section, unit) <= 1
    if shared:
        assert score(shared + more, section, unit) >= score(shared, section, unit)
    assert score(shared, "Revenues", unit) >= score(shared, section, unit)
    assert score(shared, section, "%") >= score(shared, section, unit)


def test_the_order_of_facts_changes_nothing() -> None:
    facts = [
        series("Council Tax collected", "BV9", BEFORE),
        series("Council tax collected (%)", "FP_1", AFTER),
        series("Homes let", "HS_1", BEFORE),
        series("Homes let", "HS_2", AFTER),
    ]
    assert propose(facts) == propose(facts[::-1])


def test_five_thousand_series_take_a_few_seconds() -> None:
    things = "rent tax homes bills calls visits waste claims appeals staff parks trees".split()  # noqa: SIM905
    done = (
        "collected paid let answered recycled determined planted processed reported closed".split()  # noqa: SIM905
    )
    places = [f"Ward{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}" for at in range(8)]
    facts = [
        series(
            f"Percentage of {things[at % 12]} {done[at // 12 % 10]} in {places[at // 120 % 8]}",
            f"LX_{at:04}",
            {2000 + 2 * (at // 960): f"{at % 90}.{at % 10}", 2001 + 2 * (at // 960): "50.5"},
        )
        for at in range(5000)
    ]
    began = time.process_time()
    assert propose(facts)
    assert time.process_time() - began < 30  # 0.9 on an idle core; all pairs would take hours
