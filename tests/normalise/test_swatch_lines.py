"""Keys of swatches with a line beside each, and what they say of values painted by quarter."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper

from .paper_builder import C, Draft

GREEN, AMBER, RED = "#00b050", "#ffc000", "#ff0000"
SURE = ((GREEN, "Target achieved"), (RED, "Target not achieved"))


def read(*key: tuple[str, str], x: float = 50.0, latest: str = AMBER) -> Paper:
    draft = Draft().line("Scorecard 2023/24 Quarter 2", bold=True).line("Key", bold=True)
    for colour, meaning in key:
        place = 50.0 if colour in {GREEN, RED} else x
        draft.line(meaning, symbols=(f"fill:{colour}",), x=place, gap=4.0)
    rows: list[list[C | str]] = [["Ref", "Measure", "Q1 2023/24", "Q2 2023/24", "Target 2023/24"]]
    rows += [
        ["CS1", "Visits in person", C("69,208", fill=GREEN), C("66,984", fill=latest), "67,042"],
        ["CS2", "Items issued", C("96,551", fill=GREEN), C("93,280", fill=GREEN), "83,981"],
        ["CS3", "Bins missed", C("41", fill=RED), C("40", fill=RED), "20"],
        ["CS4", "Calls answered", C("81", fill=AMBER), C("96", fill=GREEN), "95"],
    ]
    return draft.table(*rows).read()


def statuses(paper: Paper) -> list[str | None]:
    return [indicator.status for indicator in paper.indicators]


@pytest.mark.parametrize(
    "words", ["Target narrowly missed", "Within 10% of target", "Performance a little off target"]
)
def test_a_swatch_between_two_that_are_certain_is_the_light_it_shows(words: str) -> None:
    paper = read(SURE[0], (AMBER, words), SURE[1])
    assert statuses(paper) == ["amber", "green", "red", "green"]
    assert (words, "amber") in [(e.meaning_as_printed, e.meaning) for e in paper.legends]


def test_the_lines_of_a_key_stand_in_any_order() -> None:
    paper = read(*SURE, (AMBER, "Target narrowly missed"))
    assert statuses(paper) == ["amber", "green", "red", "green"]


@pytest.mark.parametrize(
    ("key", "x"),
    [
        ((SURE[0], (AMBER, "Target narrowly missed")), 50.0),  # one alone makes no key
        ((*SURE, (AMBER, "Printed by the print room")), 50.0),  # not of performance
        ((*SURE, (AMBER, "Target narrowly missed")), 90.0),  # not set like the others
        (((GREEN, "Below target"), (AMBER, "Target kept"), (RED, "On target")), 50.0),
    ],
)
def test_a_swatch_of_unknown_words_elsewhere_says_nothing(
    key: tuple[tuple[str, str], ...], x: float
) -> None:
    assert AMBER not in {entry.symbol.removeprefix("fill:") for entry in read(*key, x=x).legends}


def test_where_the_latest_colour_is_not_explained_no_earlier_one_is_the_indicators() -> None:
    paper = read(*SURE)
    assert statuses(paper) == [None, "green", "red", "green"]
    assert "status.unexplained_fill" in {finding.rule_id for finding in paper.findings}
    shown = [(entry.period, entry.status) for entry in paper.statuses[:2]]
    assert shown == [("2023/24 Q1", "green"), ("2023/24 Q2", None)]


def test_a_value_in_no_traffic_light_leaves_the_status_to_those_that_are() -> None:
    assert statuses(read(*SURE, latest="#f2f2f2"))[0] == "green"
