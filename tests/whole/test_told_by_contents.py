"""Tables that headings leave open: read where columns prove it, else told for what they are."""

from __future__ import annotations

import math
from pathlib import Path

from crossfoot.schema.paper import Paper

from .sign_papers import (
    ARROW,
    ARROW_DOWN,
    ARROW_RIGHT,
    Cell,
    Content,
    Sheet,
    drawn,
    polygon,
    statuses,
    trends,
)

FILLS = {"GREEN": "#00ff00", "AMBER": "#ffc000", "RED": "#c00000"}
WIDE = (260, 60, 60, 50)
MEASURES = (
    "% of reviews held within 28 days",
    "Number of foster homes",
    "Percentage of visits made on time",
)
PROJECTS = ("New depot at Mill Lane", "Moving the payroll system", "Repairs to the town hall roof")


def askew(points: tuple[tuple[float, float], ...], degrees: float) -> Cell:
    """A black arrow turned as one placed by hand is."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    turned = [(x * cos - y * sin, x * sin + y * cos) for x, y in points]
    return drawn(polygon("#000000", turned, 6.0))


def rated(folder: Path, service: str, names: tuple[str, ...]) -> Paper:
    """Statuses of now and before and an arrow for each name, in a table headed by a service."""
    said = [
        ("GREEN", "AMBER", ARROW, 4),
        ("RED", "RED", ARROW_DOWN, -3),
        ("AMBER", "RED", ARROW, 0),
    ]
    rows: list[list[Content]] = [[service, "Latest RAG", "Previous RAG", "DoT"]]
    for name, (now, before, arrow, turn) in zip(names, said, strict=True):
        colours = [Cell(word, FILLS[word]) for word in (now, before)]
        rows.append([name, *colours, askew(arrow, turn)])
    arrows = [askew(points, 0) for points in (ARROW, ARROW_RIGHT, ARROW_DOWN)]
    sheet = Sheet("Quarterly report 2019/20 Quarter 1").table(WIDE, rows)
    return sheet.key(arrows, ("Improving", "Stable", "Worsening")).read(folder)


def refusals(paper: Paper) -> list[tuple[str, str]]:
    found = (each for each in paper.findings if each.rule_id == "table.not_understood")
    return [(each.severity, each.message.partition(": ")[2]) for each in found]


def test_rated_measures_under_the_name_of_a_service_are_indicators(tmp_path: Path) -> None:
    paper = rated(tmp_path, "Integrated Care Services", MEASURES)
    assert [row.title for row in paper.indicators] == list(MEASURES)
    assert statuses(paper) == ["green", "red", "amber"]
    before = [row.status for row in paper.statuses if row.is_previous]
    assert before == ["amber", "red", "red"]
    assert all(row.confidence is None for row in paper.indicators)


def test_an_arrow_placed_askew_is_the_one_in_the_key(tmp_path: Path) -> None:
    paper = rated(tmp_path, "Integrated Care Services", MEASURES)
    assert trends(paper) == ["Improving", "Worsening", "Improving"]


def test_rated_projects_under_the_name_of_a_service_are_no_indicators(tmp_path: Path) -> None:
    paper = rated(tmp_path, "Integrated Care Services", PROJECTS)
    assert not paper.indicators
    assert ("warning", "what its columns mean is not known") in refusals(paper)


def criteria(folder: Path, spent: str) -> Paper:
    rows: list[list[Content]] = [
        ["Criteria", "Target 2019/20", spent, "Target met", "Comments"],
        [
            "Homes that are let again within a month",
            "97%",
            "99.1%",
            Cell("", "#00b050"),
            "On target",
        ],
        [
            "Repairs that are done at the first visit",
            "94%",
            "91.0%",
            Cell("", "#ff0000"),
            "Delayed",
        ],
    ]
    sheet = Sheet("Housing report 2019/20 Quarter 1").table((190, 80, 90, 60, 70), rows)
    return sheet.read(folder)


def test_targets_and_results_with_a_status_make_indicators_under_any_heading(
    tmp_path: Path,
) -> None:
    paper = criteria(tmp_path, "Quarter 1 2019/20")
    assert [(each.measure, str(each.value)) for each in paper.figures] == [
        ("target", "97"),
        ("actual", "99.1"),
        ("target", "94"),
        ("actual", "91.0"),
    ]
    assert statuses(paper) == ["green", "red"]
    assert all(each.confidence is None for each in paper.figures)  # of a name that was assumed


def test_targets_beside_spending_make_none(tmp_path: Path) -> None:
    paper = criteria(tmp_path, "Actual spend")
    assert not paper.indicators
    assert not paper.figures


def test_a_table_of_data_sets_by_nation_is_none_of_indicators(tmp_path: Path) -> None:
    publishers = ("Mapping agency", "Met service", "Mapping agency", "Land registry")
    rows: list[list[Content]] = [["Ref", "Data set", "England", "Scotland"]]
    rows += [
        [f"A1.{number}", f"Layer {number}", who, "Registers of the north"]
        for number, who in enumerate(publishers, start=1)
    ]
    paper = Sheet("Data sets").table((50, 120, 130, 130), rows).read(tmp_path)
    assert not paper.indicators
    assert not paper.figures


def test_a_register_of_contracts_is_none_of_actions(tmp_path: Path) -> None:
    rows: list[list[Content]] = [
        ["Title", "Supplier", "Ref Number", "Start Date", "End Date", "Value 2017/18"],
        ["Summer planting", "Green Hands Ltd", "GH001", "Mar-17", "Aug-17", "\u00a325,799"],
        ["Winter lights", "Lamps plc", "LP004", "Sep-17", "Jan-18", "\u00a368,780"],
    ]
    paper = Sheet("Procurement 2017/18").table((90, 90, 70, 70, 70, 80), rows).read(tmp_path)
    assert not paper.actions
    assert refusals(paper) == [("note", "it is a list of payments or contracts")]


def test_a_grid_of_how_many_are_green_is_told_for_what_it_is(tmp_path: Path) -> None:
    heads: list[Content] = ["", *(Cell(word[0], fill) for word, fill in FILLS.items())]
    rows: list[list[Content]] = [
        heads,
        ["Customer services", "2", "", "1"],
        ["Environment", "4", "2", ""],
        ["Total", "6", "2", "1"],
    ]
    paper = Sheet("Summary of the year").table((150, 50, 50, 50), rows).read(tmp_path)
    assert not paper.indicators
    assert refusals(paper) == [
        ("note", "it counts how many are of each status, and names none of them")
    ]


def test_how_suppliers_perform_may_be_measured(tmp_path: Path) -> None:
    rows: list[list[Content]] = [
        ["Performance indicator", "Supplier", "Target 2019/20", "Quarter 1 2019/20"],
        ["Visits to the pools", "Leisure Ltd", "12,000", "12,450"],
        ["Bins emptied on time (%)", "Wheels plc", "98%", "97.1%"],
    ]
    paper = Sheet("Contracts 2019/20 Quarter 1").table((150, 90, 90, 100), rows).read(tmp_path)
    assert [row.title for row in paper.indicators] == [rows[1][0], rows[2][0]]
    assert [str(each.value) for each in paper.figures] == ["12000", "12450", "98", "97.1"]


def test_a_heading_that_speaks_of_measurement_names_indicators(tmp_path: Path) -> None:
    rows: list[list[Content]] = [
        ["Repairs performance measurement", "2022/23 results", "2023/24 results"],
        ["Repairs that were fixed first time", "88%", "85%"],
        ["Calls answered by the repairs line", "86%", "95%"],
    ]
    paper = Sheet("Housing 2023/24").table((220, 90, 90), rows).read(tmp_path)
    assert [(each.period, str(each.value)) for each in paper.figures] == [
        ("2022/23", "88"),
        ("2023/24", "85"),
        ("2022/23", "86"),
        ("2023/24", "95"),
    ]
