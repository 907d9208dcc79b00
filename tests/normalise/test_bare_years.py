"""Years of which a heading does not say what year they are, pairs of digits, school years."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.normalise import academic
from crossfoot.normalise.bare_years import is_bare_year, of_pair, run_on, split_year
from crossfoot.normalise.heading_text import heading_reader
from crossfoot.normalise.periods import find_period
from crossfoot.normalise.target_for import is_target_for
from tests.normalise.paper_builder import Draft

_YEARS = st.integers(2000, 2048)


@given(
    _YEARS, st.sampled_from(["Outturn {}", "{} Actual", "Target {}", "Result FY{}", "FY {} Actual"])
)
def test_a_year_behind_or_before_listed_words_is_found_and_names_no_period(
    year: int, words: str
) -> None:
    said = heading_reader().read(words.format(year))
    assert said.meaning and said.period is None and said.part is None
    assert said.bare_year is not None and str(year) in said.bare_year


@given(st.integers(0, 99), st.integers(0, 99))
def test_two_digits_are_a_financial_year_where_the_second_follows_the_first(
    first: int, second: int
) -> None:
    period = of_pair(f"{first:02}-{second:02}")
    assert (period is not None) == ((first + 1) % 100 == second)
    if period is not None:
        assert period.label[2:] == f"{first:02}/{second:02}"


@given(st.text("0123456789.,%-/£ FY", max_size=9))
def test_only_four_digits_of_our_time_or_what_says_that_it_is_a_year_is_one(text: str) -> None:
    if is_bare_year(text):
        assert not set("%£,./") & set(text)
        assert "FY" in text.upper() or "-" in text or 1980 <= int(text) <= 2049


@given(st.lists(_YEARS, min_size=1, max_size=5))
def test_years_run_on_only_without_a_gap(years: list[int]) -> None:
    steps = {later - earlier for earlier, later in itertools.pairwise(years)}
    assert run_on([str(year) for year in years]) == (steps in ({1}, {-1}) or len(years) == 1)


@given(st.lists(st.tuples(_YEARS, _YEARS, _YEARS), min_size=1, max_size=6))
def test_counts_that_look_like_years_never_head_a_table(rows: list[tuple[int, int, int]]) -> None:
    draft = Draft().line("Annual report 2010/11", bold=True)
    table = [[f"Letters of kind {n}", *map(str, row)] for n, row in enumerate(rows, start=1)]
    paper = draft.table(["Indicator", "2008/09", "2009/10", "2010/11"], *table).read()
    assert [int(f.value) for f in paper.figures if f.value] == [n for row in rows for n in row]
    assert {f.period for f in paper.figures} == {"2008/09", "2009/10", "2010/11"}


def test_a_nameless_row_of_counts_like_years_is_told_and_heads_nothing() -> None:
    draft = Draft().line("Annual report 2019/20", bold=True)
    rows = ["", "2010", "2011"], ["Letters sent", "2012", "2013"]
    paper = draft.table(["Indicator", "2018/19", "2019/20"], *rows).read()
    assert [f.as_printed for f in paper.figures] == ["2012", "2013"]
    assert "row.no_identity" in [each.rule_id for each in paper.findings]


@pytest.mark.parametrize(
    "text",
    ["Age 16-17", "Survey 2023", "2023 RAG", "1,998", "2019 2020", "£2020", "2020%", "Room 2020",
     "2019/20", "12-2020", "Target by 2025", "Owner 2023"],
)  # fmt: skip
def test_other_words_and_numbers_are_no_years(text: str) -> None:
    said = heading_reader().read(text)
    assert said.bare_year is None
    found = split_year(text)
    assert found is None or found[1]


def test_what_is_of_no_period_is_told_once_and_keeps_its_heading() -> None:
    draft = Draft().line("Tenant satisfaction", bold=True)
    for first in ("TP01", "TP02"):
        draft.table(
            ["Code", "Measure", "2023", "2024", "Target"],
            [first, "Satisfied with repairs", "68.1%", "77.3%", "80%"],
        )
    paper = draft.read()
    assert [(f.measure, f.basis, f.period, f.period_as_printed) for f in paper.figures] == [
        ("actual", "unknown", None, "2023"),
        ("actual", "unknown", None, "2024"),
        ("target", "unknown", None, None),
    ] * 2
    (told,) = [each for each in paper.findings if each.rule_id == "column.undated"]
    assert told.printed == "2023"


@given(
    _YEARS,
    st.sampled_from(
        [
            "Academic year {}/{}",
            "{}/{} academic year",
            "School year {}-{}",
            "AY {}/{}",
            "{}/{} (academic)",
        ]
    ),
)
def test_school_years_run_from_september_to_august(year: int, words: str) -> None:
    period = find_period(words.format(year, f"{(year + 1) % 100:02}"))
    assert period is not None
    assert period.label == f"{year}-09 to {year + 1}-08"


def test_a_school_year_that_does_not_follow_is_none() -> None:
    match = academic.YEARS.search("Academic year 2016/18")
    assert match is not None
    assert academic.year(match) is None
    assert find_period("Academic year 2016/18") is None


@pytest.mark.parametrize(
    ("heading", "known"),
    [
        ("Our target for repairs performance", True),
        ("Target for A/B inspection grades", True),
        ("Targets for response times", True),
        ("Target for next year", False),
        ("Target for 2023", False),
        ("Target for completion", False),
        ("Target for England", False),
        ("Target for other councils", False),
        ("Target for September", False),
        ("Target for", False),
        ("Budget for repairs", False),
    ],
)
def test_a_target_for_something_is_no_target_for_a_time_or_somebody_else(
    heading: str, known: bool
) -> None:
    assert is_target_for(heading) is known
