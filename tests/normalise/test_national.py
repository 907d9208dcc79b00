from __future__ import annotations

from pathlib import Path

import pytest

from crossfoot.normalise.catalogue import catalogue, national_indicator
from crossfoot.normalise.national_titles import differs, likeness, telling_words
from crossfoot.schema.finding import Finding
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Series
from tests.normalise.paper_builder import Draft

#: Titles under their codes as councils print them, short forms above all.
PRINTED = [
    (code, title)
    for line in Path(__file__).with_name("national_titles.tsv").read_text("utf-8").splitlines()
    for code, title in [line.split("\t")]
]


def read(headings: list[str], *rows: list[str]) -> Paper:
    draft = Draft().line("Performance Indicators", bold=True)
    draft.table(headings, *rows)
    return draft.read()


def told(paper: Paper) -> list[Finding]:
    return [f for f in paper.findings if f.rule_id.startswith("code.")]


def only(paper: Paper) -> Series:
    (series,) = paper.series
    return series


PLAIN = ["Ref", "Indicator", "2018/19 Outturn", "2019/20 Target"]


def test_unit_and_direction_come_from_the_catalogue_where_the_paper_is_silent() -> None:
    paper = read(PLAIN, ["NI 191", "Residual household waste", "480", "470"])
    assert (only(paper).unit, only(paper).polarity) == ("kg", "lower")
    assert told(paper) == []


@pytest.mark.parametrize(
    ("row", "unit"),
    [
        (["BV78a", "New claims processed within 14 days", "91%", "90%"], "%"),
        (["BV78a", "Abandoned vehicles removed", "91", "90"], None),
    ],
)
def test_no_direction_comes_from_the_catalogue_for_what_measures_another_thing(
    row: list[str], unit: str | None
) -> None:
    paper = read(PLAIN, row)
    assert (only(paper).unit, only(paper).polarity) == (unit, None)
    same = read(PLAIN, ["BV78a", "Speed of processing new claims (days)", "24.3", "23"])
    assert only(same).polarity == "lower"


def test_a_local_code_takes_nothing_from_the_catalogue() -> None:
    paper = read(PLAIN, ["LPI 191", "Residual household waste", "480", "470"])
    assert (only(paper).unit, only(paper).polarity) == (None, None)


def test_the_papers_own_direction_stands_and_is_told() -> None:
    headings = ["Ref", "Indicator", "Good performance is", "2018/19 Outturn"]
    paper = read(headings, ["BV12", "Sickness absence", "High", "9.1"])
    assert only(paper).polarity == "higher"
    (finding,) = told(paper)
    assert (finding.rule_id, finding.severity) == ("code.polarity_differs", "note")
    assert (finding.code, finding.printed, finding.expected) == ("BV12", "higher", "lower")


def test_the_papers_own_unit_stands_and_is_told() -> None:
    paper = read(PLAIN, ["NI154", "Net additional homes", "84%", "90%"])
    assert only(paper).unit == "%"
    assert [(f.rule_id, f.severity) for f in told(paper)] == [("code.unit_differs", "note")]


@pytest.mark.parametrize(
    ("code", "title", "unit"),
    [
        ("BV12", "Working days lost to sickness", "Number"),
        ("BV78a", "New claims (calendar days)", "Days"),
        ("NI191", "Residual household waste", "Kgs"),
        ("BV183a", "Stay in bed and breakfast", "Days"),
        ("NI154", "Net additional homes", "No."),
        ("BV86", "Cost of household waste collection", "\u00a3 per household"),
    ],
)
def test_another_word_for_the_unit_is_no_difference(code: str, title: str, unit: str) -> None:
    paper = read(["Ref", "Indicator", "Unit", "2018/19 Outturn"], [code, title, unit, "12"])
    assert only(paper).unit == unit
    assert told(paper) == []


def test_a_unit_printed_in_a_later_row_of_the_series_goes_before_the_catalogue() -> None:
    paper = read(PLAIN, ["NI154", "Homes", "84", "90"], ["NI154", "Homes", "84%", "90%"])
    assert only(paper).unit == "%"


def test_a_title_of_another_measure_is_told() -> None:
    paper = read(PLAIN, ["BV9", "Abandoned vehicles removed", "97%", "98%"])
    (finding,) = told(paper)
    assert (finding.rule_id, finding.severity) == ("code.title_differs", "warning")
    assert finding.printed == "Abandoned vehicles removed"
    assert finding.expected == "Council tax collected"
    assert [c.finding_id for c in paper.finding_cells] == [finding.finding_id]
    assert only(paper).code == "BV9"


def test_no_alarm_is_raised_over_titles_as_councils_print_them() -> None:
    for code, title in PRINTED:
        entry = national_indicator(code)
        assert entry is not None, code
        assert not differs(title, entry), (code, title)
        assert likeness(title, entry) >= 90, (code, title)


def test_nine_in_ten_titles_under_another_code_are_told() -> None:
    entries = list(catalogue().values())
    seen = [
        differs(title, entry)
        for code, title in PRINTED[::5]
        for entry in entries
        if entry.code[:4] != code[:4] and len(telling_words(title)) > 1
    ]
    assert sum(seen) / len(seen) > 0.9


@pytest.mark.parametrize("title", ["Performance", "Number of days", "", None])
def test_a_title_that_says_next_to_nothing_is_never_held_against_a_code(title: str | None) -> None:
    entry = national_indicator("BV9")
    assert entry is not None
    assert not differs(title, entry)
