"""Tables of one indicator that stands above them by its name."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

ROWS: list[list[C | str]] = [
    ["Quarter", "Value", "Target", "Status", "Note"],
    ["Q1 2019/20", "60%", "61%", "Amber", ""],
    ["Q2 2019/20", "62%", "61%", "Green", "Better than it was"],
]


def read(*names: str, rows: list[list[C | str]] = ROWS, bold: bool = True) -> Paper:
    draft = Draft().line("Wychavon District Council")
    draft = draft.line("Performance report Quarter 2 2019/20", bold=True, size=16.0)
    draft = draft.line("This report says how the services of the council did in the quarter.")
    for name in names:
        draft = draft.line(name, bold=bold, gap=3.0)
    return draft.table(*rows).read()


def figures(paper: Paper) -> list[tuple[str | None, str, str | None, str | None]]:
    return [(row.code, row.measure, row.period, row.as_printed) for row in paper.figures]


@pytest.mark.parametrize(
    ("name", "code", "title"),
    [
        ("NI 192 Household waste recycled", "NI192", "Household waste recycled"),
        ("Indicator: Household waste recycled", None, "Household waste recycled"),
        ("KPI - Calls answered", None, "Calls answered"),
        ("% of calls answered in time", None, "% of calls answered in time"),
    ],
)
def test_each_period_is_one_of_the_indicator_above(name: str, code: str | None, title: str) -> None:
    paper = read(name)
    assert {(row.code, row.title) for row in paper.indicators} == {(code, title)}
    assert len({row.series_id for row in paper.indicators}) == 1
    assert figures(paper) == [
        (code, "actual", "2019/20 Q1", "60%"),
        (code, "target", "2019/20 Q1", "61%"),
        (code, "actual", "2019/20 Q2", "62%"),
        (code, "target", "2019/20 Q2", "61%"),
    ]
    assert [row.status for row in paper.statuses] == ["amber", "green"]


def test_a_name_over_two_lines_is_one_and_stands_where_it_is_printed() -> None:
    paper = read("Percentage of calls that the service", "answered in twenty seconds")
    (title,) = {row.title for row in paper.indicators}
    assert title == "Percentage of calls that the service answered in twenty seconds"
    assert all(cell.text != title for cell in paper.cells)


def test_years_and_bare_quarters_are_periods_as_well() -> None:
    rows: list[list[C | str]] = [["Year", "Actual", "Target"], ["2017/18", "4", "3"]]
    rows.append(["2018/19", "5", "4"])
    assert {period for *_, period, _ in figures(read("NI 192 Waste", rows=rows))} == {
        "2017/18",
        "2018/19",
    }
    rows = [["Quarter", "Actual", "Target"], ["Q1", "4", "5"], ["Q2", "5", "6"]]
    assert {period for *_, period, _ in figures(read("NI 192 Waste", rows=rows))} == {
        "2019/20 Q1",
        "2019/20 Q2",
    }


@pytest.mark.parametrize(
    ("name", "bold"),
    [
        ("Housing services", True),
        ("% of calls answered in time was lower than last year.", False),
        ("Number of calls answered in time, by the quarter in which they came", False),
    ],
)
def test_what_may_head_anything_names_no_indicator(name: str, bold: bool) -> None:
    paper = read(name, bold=bold)
    assert not paper.figures
    assert "table.not_understood" in {finding.rule_id for finding in paper.findings}


@pytest.mark.parametrize(
    "rows",
    [
        [["Ward", "Actual", "Target"], ["North", "4", "5"], ["South", "5", "6"]],
        [["Quarter", "Actual", "Target"], ["Q1", "4", "5"], ["Q1", "5", "6"]],
        [["Quarter", "Actual", "Target"], ["Q1", "4", "5"], ["Average", "5", "6"]],
        [["Quarter", "Stage 1", "Stage 2"], ["Q1", "4", "5"], ["Q2", "5", "6"]],
    ],
)
def test_rows_that_are_no_periods_of_one_indicator_are_not_its_own(
    rows: list[list[C | str]],
) -> None:
    assert not read("NI 192 Household waste recycled", rows=rows).figures
