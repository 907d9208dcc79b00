"""Columns headed with the council's own name."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft


def read(heading: str, beside: str = "England 2018/19", *, head: str = "Wychavon") -> Paper:
    rows: list[list[C | str]] = [["Ref", "Indicator", heading, beside, "Target 2019/20"]]
    rows += [["CS1", "Rents collected", "51%", "52%", "50%"], ["CS2", "Bins", "4", "5", "6"]]
    draft = Draft().line(f"{head} District Council")
    return draft.line("Performance report Quarter 3 2019/20", bold=True).table(*rows).read()


def result(paper: Paper) -> tuple[str, str | None] | None:
    return next(((f.measure, f.period) for f in paper.figures if f.as_printed == "51%"), None)


@pytest.mark.parametrize(
    "heading",
    [
        "Wychavon 2018/19",
        "2018/19 Wychavon",
        "Wychavon District Council 2018/19",
        "Wychavon DC (2018/19)",
        "Wychavon's performance 2018/19",
        "Council 2018/19",
        "The Authority 2018/19",
    ],
)
def test_figures_under_the_own_name_are_the_councils_results(heading: str) -> None:
    assert result(read(heading)) == ("outturn", "2018/19")


def test_a_target_under_the_own_name_is_one() -> None:
    assert result(read("Wychavon target 2018/19")) == ("target", "2018/19")


def test_an_own_name_without_a_period_does_not_take_the_papers() -> None:
    assert result(read("Wychavon")) == ("actual", None)


@pytest.mark.parametrize(
    "heading", ["Malvern Hills 2018/19", "Wychavonia 2018/19", "Council Tax 2018/19", "WDC 2018/19"]
)
def test_what_is_not_the_own_name_heads_nothing_known(heading: str) -> None:
    assert result(read(heading)) is None


def test_the_name_of_another_council_is_not_that_of_the_paper() -> None:
    assert result(read("Wychavon 2018/19", head="Malvern Hills")) is None


def test_general_words_head_results_only_beside_those_of_others() -> None:
    assert result(read("Council 2018/19", beside="Variance 2018/19")) is None


def test_a_name_over_years_is_read_with_each() -> None:
    rows: list[list[C | str]] = [
        [C("Ref", down=2), C("Indicator", down=2), C("Wychavon", span=2), C("England", span=2)],
        ["2017/18", "2018/19", "2017/18", "2018/19"],
        ["CS1", "Rents collected", "51%", "52%", "61%", "62%"],
        ["CS2", "Bins missed each week", "41", "42", "71", "72"],
    ]
    draft = Draft().line("Wychavon District Council").line("Indicators 2018/19", bold=True)
    paper = draft.table(*rows).read()
    assert [(f.measure, f.period) for f in paper.figures if f.code == "CS1"] == [
        ("outturn", "2017/18"),
        ("outturn", "2018/19"),
        ("comparator", "2017/18"),
        ("comparator", "2018/19"),
    ]


@pytest.mark.parametrize("own", ["Council", "The Authority", "Wychavon", "Wychavon DC"])
def test_names_under_years_say_whose_the_figures_are(own: str) -> None:
    assert under_years(own, "England") == [
        ("outturn", "2017/18", "51%"),
        ("comparator", "2017/18", "61%"),
        ("outturn", "2018/19", "52%"),
        ("comparator", "2018/19", "62%"),
    ]


@pytest.mark.parametrize("other", ["Malvern Hills", "Contractor", "Councillors"])
def test_figures_of_who_knows_whom_under_years_are_kept_as_cells(other: str) -> None:
    assert under_years(other, "England") == [
        ("comparator", "2017/18", "61%"),
        ("comparator", "2018/19", "62%"),
    ]


def test_a_name_under_years_without_others_beside_it_heads_nothing_known() -> None:
    assert under_years("Council", "Contractor") == []


def under_years(*names: str) -> list[tuple[str, str | None, str]]:
    rows: list[list[C | str]] = [
        [C("Ref", down=2), C("Indicator", down=2), C("2017/18", span=2), C("2018/19", span=2)],
        [*names, *names],
        ["CS1", "Rents collected", "51%", "61%", "52%", "62%"],
        ["CS2", "Bins missed each week", "41", "71", "42", "72"],
    ]
    draft = Draft().line("Wychavon District Council").line("Indicators 2018/19", bold=True)
    figures = draft.table(*rows).read().figures
    return [(f.measure, f.period, f.as_printed) for f in figures if f.code == "CS1"]
