"""Columns headed as results that show statuses: no figures stand in them."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

GREEN, RED = "#00b050", "#ff0000"


def read(*rows: list[C | str]) -> Paper:
    draft = Draft().line("Tillingham Borough Council")
    return draft.line("Performance report May 2018", bold=True).table(*rows).read()


def figures(paper: Paper) -> list[tuple[str, str | None, str]]:
    return [(f.measure, f.period, str(f.value)) for f in paper.figures if f.value is not None]


def unclear(paper: Paper) -> list[str | None]:
    return [f.printed for f in paper.findings if f.rule_id == "column.unclear"]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (C(fill=GREEN), C(fill=RED)),
        (C("●", symbols=(f"glyph:●:{GREEN}",)), C("■", symbols=(f"glyph:■:{RED}",))),
        (C(symbols=(f"shape:disc:{GREEN}:a1",)), C(symbols=(f"shape:disc:{RED}:b2",))),
        (C("● On target", symbols=(f"glyph:●:{GREEN}",)), C("Below target")),
        (C("Green"), C("Red")),
    ],
)
def test_traffic_lights_under_performance_are_the_status(good: C, bad: C) -> None:
    paper = read(
        ["Ref", "Indicator", "Actual", "Target", "Performance"],
        ["LI 1", "Rent collected in year", "97%", "96%", good],
        ["LI 2", "Repairs done on time", "91%", "95%", bad],
        ["LI 3", "Complaints answered", "n/a", "95%", "-"],
    )
    assert [row.status for row in paper.indicators] == ["green", "red", None]
    assert figures(paper) == [
        ("actual", "2018-05", "97"),
        ("target", "2018-05", "96"),
        ("actual", "2018-05", "91"),
        ("target", "2018-05", "95"),
        ("target", "2018-05", "95"),
    ]
    assert unclear(paper) == []
    assert [f.printed for f in paper.findings if f.rule_id == "column.assumed"] == ["Performance"]


def test_signs_beside_a_column_of_statuses_are_no_figures_and_no_second_status() -> None:
    paper = read(
        ["Ref", "Indicator", "Actual", "Target", "Status", "Performance"],
        ["LI 1", "Rent collected in year", "97%", "96%", "Green", C("↑", symbols=("glyph:↑",))],
        ["LI 2", "Repairs done on time", "91%", "95%", "Red", C("↓", symbols=("glyph:↓",))],
    )
    assert [row.status for row in paper.indicators] == ["green", "red"]
    assert [each for each in figures(paper) if each[0] == "actual"] == [
        ("actual", "2018-05", "97"),
        ("actual", "2018-05", "91"),
    ]


@pytest.mark.parametrize("last", ["94%", "better than last year"])
def test_one_cell_that_is_no_status_leaves_both_columns_unclear(last: str) -> None:
    paper = read(
        ["Ref", "Indicator", "Actual", "Target", "Performance"],
        ["LI 1", "Rent collected in year", "97%", "96%", C(fill=GREEN)],
        ["LI 2", "Repairs done on time", "91%", "95%", C(fill=RED)],
        ["LI 3", "Complaints answered", "93%", "95%", last],
    )
    assert "actual" not in {measure for measure, _, _ in figures(paper)}
    assert unclear(paper) == ["Actual", "Performance"]


def test_the_colour_of_a_whole_row_makes_its_empty_cells_no_statuses() -> None:
    def painted(*texts: str) -> list[C | str]:
        return [C(text, fill=GREEN) for text in texts]

    paper = read(
        ["Ref", "Indicator", "Actual", "Target", "Performance"],
        painted("LI 1", "Rent collected in year", "97%", "96%", ""),
        painted("LI 2", "Repairs done on time", "91%", "95%", ""),
    )
    assert [row.status for row in paper.indicators] == [None, None]
    assert unclear(paper) == ["Actual", "Performance"]
