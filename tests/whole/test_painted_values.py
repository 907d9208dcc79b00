"""Colours behind values: statuses where the paper says what they mean, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from .sign_papers import (
    AMBER,
    BLUE,
    GREEN,
    RED,
    ROWS,
    SQUARE,
    Cell,
    Content,
    Sheet,
    actuals,
    carriers,
    disc,
    drawn,
    polygon,
    rules,
    statuses,
)

LIGHTS = ["green", "amber", "red"]
KEY = "Key: Red (below target), Amber (within tolerance), Green (on target)"


def painted(*fills: str | None) -> Sheet:
    """A table without a status column whose values stand on colours."""
    rows: list[list[Content]] = [["Ref", "Indicator", "Q1 2019/20", "Target 2019/20"]]
    for (code, title, value, target), fill in zip(ROWS, fills, strict=True):
        rows.append([code, title, Cell(value, fill=fill), target])
    return Sheet().table((45, 140, 70, 80), rows)


@pytest.mark.parametrize(
    "sentences",
    [
        ["Green = on or above target, Amber = within 5% of target, Red = more than 5% below."],
        [
            "In the table cells shaded red are below target, those shaded amber are within 5%",
            "of target and green cells have met the target.",
        ],
        [
            "Results below target are shaded in red, results within 5% of target are shown in",
            "amber; measures on target are highlighted green.",
        ],
        [KEY],
    ],
)
def test_a_sentence_explains_the_colours_of_values(sentences: list[str], tmp_path: Path) -> None:
    sheet = painted(GREEN, AMBER, RED)
    for sentence in sentences:
        sheet.line(sentence)
    paper = sheet.read(tmp_path)
    assert (statuses(paper), carriers(paper)) == (LIGHTS, {"fill"})
    assert actuals(paper) == ["97.2", "88.1", "71.4"]


def test_a_swatch_in_a_key_explains_the_colour_of_a_value(tmp_path: Path) -> None:
    swatches = [drawn(polygon(colour, SQUARE, 4)) for colour in (BLUE, "#7f7f7f", "#7030a0")]
    paper = painted(BLUE, "#7f7f7f", "#7030a0").key(swatches).read(tmp_path)
    assert statuses(paper) == LIGHTS


@pytest.mark.parametrize(
    "sentence",
    ["Of 30 indicators 12 were green, 10 amber and 8 red.", "Green = below target, red = met."],
    ids=["counts", "contradicts itself"],
)
def test_values_on_colours_that_nothing_explains_have_no_status(
    sentence: str, tmp_path: Path
) -> None:
    paper = painted(GREEN, None, RED).line(sentence).read(tmp_path)
    assert statuses(paper) == [None, None, None]
    assert "status.unexplained_fill" in rules(paper)


def test_stripes_and_painted_headings_are_no_statuses(tmp_path: Path) -> None:
    stripe = "#c6efce"
    rows: list[list[Content]] = [
        [Cell(text, fill=GREEN) for text in ("Ref", "Indicator", "Q1 2019/20", "Status")]
    ]
    for at, (code, title, value, _) in enumerate(ROWS):
        rows.append([Cell(t, fill=stripe if at % 2 else None) for t in (code, title, value, "")])
    sheet = Sheet().table((45, 140, 70, 80), rows)
    paper = sheet.line("Green = on target, Red = below target").read(tmp_path)
    assert statuses(paper) == [None, None, None]


def test_signs_in_colour_beside_values_need_a_key(tmp_path: Path) -> None:
    def sheet() -> Sheet:
        rows: list[list[Content]] = [["Ref", "Indicator", "Q1 2019/20", "Target 2019/20"]]
        for (code, title, value, target), colour in zip(ROWS, (GREEN, AMBER, RED), strict=True):
            rows.append([code, title, Cell(value, draw=(disc(colour, 4),)), target])
        return Sheet().table((45, 140, 90, 80), rows)

    bare = sheet().read(tmp_path)
    assert statuses(bare) == [None, None, None]
    assert "status.unexplained_icon" in rules(bare)
    keyed = sheet().key([drawn(disc(colour, 4)) for colour in (GREEN, AMBER, RED)]).read(tmp_path)
    assert (statuses(keyed), carriers(keyed)) == (LIGHTS, {"shape"})
    assert actuals(bare) == actuals(keyed) == ["97.2", "88.1", "71.4"]


def test_one_column_in_one_colour_is_a_mark_and_no_status(tmp_path: Path) -> None:
    sheet = painted("#ffff00", "#ffff00", "#ffff00")
    sentence = "Green = on target, amber = within 5% of target, red = below target"
    assert statuses(sheet.line(sentence).read(tmp_path)) == [None, None, None]


def test_whole_rows_may_be_painted(tmp_path: Path) -> None:
    rows: list[list[Content]] = [["Ref", "Indicator", "Q1 2019/20", "Target 2019/20"]]
    for row, colour in zip(ROWS, (GREEN, AMBER, RED), strict=True):
        rows.append([Cell(text, fill=colour) for text in row])
    sheet = Sheet().table((45, 140, 70, 80), rows)
    sheet.line("Rows shaded green are on target, amber within 5% of target, red below target")
    assert statuses(sheet.read(tmp_path)) == LIGHTS


def of_two_quarters(now: Sequence[Cell]) -> Sheet:
    """A table of this quarter's values, beside those of the one before that are all painted."""
    rows: list[list[Content]] = [["Ref", "Indicator", "Q4 2018/19", "Q1 2019/20", "Target 2019/20"]]
    for (code, title, _, target), fill, cell in zip(ROWS, (GREEN, GREEN, RED), now, strict=True):
        rows.append([code, title, Cell("90.0%", fill=fill), cell, target])
    return Sheet().table((45, 140, 70, 110, 80), rows)


def test_a_value_painted_in_two_halves_of_one_colour_has_its_status(tmp_path: Path) -> None:
    halves = Cell("97.2%", fills=(RED, RED))
    now = [halves, Cell("88.1%", fill=AMBER), Cell("71.4%", fill=RED)]
    sheet = of_two_quarters(now).line(KEY)
    paper = sheet.read(tmp_path)
    assert statuses(paper) == ["red", "amber", "red"]
    assert "status.unexplained_icon" not in rules(paper)


def test_a_value_in_two_colours_has_no_status_and_not_an_earlier_one(tmp_path: Path) -> None:
    halves = Cell("97.2%", fills=(RED, GREEN))
    now = [halves, Cell("88.1%", fill=AMBER), Cell("71.4%", fill=RED)]
    sheet = of_two_quarters(now).line(KEY)
    paper = sheet.read(tmp_path)
    assert statuses(paper) == [None, "amber", "red"]
    told = [each.printed for each in paper.findings if each.rule_id == "status.unexplained_icon"]
    assert told == [f"fill:{GREEN}/{RED}"]


def test_a_status_cell_in_two_colours_has_no_status(tmp_path: Path) -> None:
    signs = [Cell(fills=(GREEN, RED)), Cell(fill=AMBER), Cell(fills=(RED, RED))]
    paper = Sheet().indicators(signs).read(tmp_path)
    assert statuses(paper) == [None, "amber", "red"]
    assert "status.unexplained_icon" in rules(paper)
