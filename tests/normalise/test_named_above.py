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


def statuses(paper: Paper) -> list[str | None]:
    return [row.status for row in paper.indicators]


def test_the_status_of_an_indicator_is_that_of_its_latest_period() -> None:
    """Those of the earlier ones are of their periods alone."""
    paper = read("NI 192 Household waste recycled")
    assert statuses(paper) == [None, "green"]
    assert [(row.period, row.status) for row in paper.statuses] == [
        ("2019/20 Q1", "amber"),
        ("2019/20 Q2", "green"),
    ]
    backwards = read("NI 192 Household waste recycled", rows=[ROWS[0], ROWS[2], ROWS[1]])
    assert statuses(backwards) == ["green", None]


def test_rows_that_end_before_the_quarter_of_the_paper_may_go_on_overleaf() -> None:
    rows = [ROWS[0], *([f"{quarter} 2018/19", *ROWS[1][1:]] for quarter in ("Q4", "Q3"))]
    assert statuses(read("NI 192 Waste", rows=rows)) == ["amber", None]
    ends_early = [ROWS[0], ["Q4 2018/19", *ROWS[1][1:]], ["Q1 2019/20", *ROWS[1][1:]]]
    assert statuses(read("NI 192 Waste", rows=ends_early)) == [None, None]
    ends_early.append(["Comment", C("Nothing has changed since then", span=4)])
    assert statuses(read("NI 192 Waste", rows=ends_early)) == [None, "amber"]


def test_a_period_to_come_tells_no_status_and_one_with_a_result_alone_takes_it_away() -> None:
    rows = [*ROWS, ["Q3 2019/20", "", "62%", "", ""]]
    assert statuses(read("NI 192 Waste", rows=rows)) == [None, "green", None]
    rows = [ROWS[0], ROWS[1], ["Q2 2019/20", "62%", "61%", "", ""]]
    assert statuses(read("NI 192 Waste", rows=rows)) == [None, None]


@pytest.mark.parametrize(
    "name", ["NI 192 Household waste recycled", "% of household waste recycled"]
)
def test_the_name_may_be_a_row_of_the_table_and_a_note_stand_below_its_periods(name: str) -> None:
    rows: list[list[C | str]] = [
        [C(name, span=4)],
        *(row[:4] for row in ROWS),
        ["Managed by", C("Head of Waste", span=3)],
        ["Latest note", C("Better than it was", span=3)],
    ]
    paper = read(rows=rows)
    assert len({row.series_id for row in paper.indicators}) == 1
    assert [(row.status, row.note) for row in paper.indicators] == [
        (None, None),
        ("green", "Better than it was"),
    ]
    assert [row.as_printed for row in paper.figures] == ["60%", "61%", "62%", "61%"]
    assert {row.section for row in paper.indicators} == {None}
    roles = {cell.text: cell.role for cell in paper.cells}
    assert (roles[name], roles["Better than it was"]) == ("title", "note")


def test_a_row_of_another_title_below_the_periods_names_no_note() -> None:
    rows = [*(row[:4] for row in ROWS), ["Housing services", C("63%", span=3)]]
    assert not read("NI 192 Household waste recycled", rows=rows).figures


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
        ("CS7/2/b Percentage of calls answered in time", True),
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


def test_a_name_in_a_row_of_its_table_is_told_at_the_head_of_a_page_too() -> None:
    """Nothing stands above the table there; it does not go on with the one before."""

    def named(name: str) -> list[list[C | str]]:
        return [[C(name, span=5)], *ROWS]

    draft = Draft().line("Wychavon District Council")
    draft = draft.line("Performance report Quarter 2 2019/20", bold=True, size=16.0)
    draft = draft.table(*named("% of calls answered in time"))
    paper = draft.new_page().table(*named("% of homes let in time")).read()
    titles = ["% of calls answered in time", "% of homes let in time"]
    assert [row.title for row in paper.indicators] == [title for title in titles for _ in range(2)]
