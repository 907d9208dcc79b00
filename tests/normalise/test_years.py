"""Which year a part of a year stands in: one consistent reading, or none."""

from __future__ import annotations

import pytest

from tests.normalise.paper_builder import C, Draft
from tests.normalise.test_measures import said, settled


@pytest.mark.parametrize(
    "heading", ["Q1 Last Year", "Previous Q4", "Prior Year Q4", "Last Year Q2", "Previous March"]
)
def test_a_part_of_an_unnamed_earlier_year_takes_no_year(heading: str) -> None:
    columns = settled(heading, "Q2", stated="2019/20 Q2")
    assert said(columns) == [("previous", None), ("actual", "2019/20 Q2")]


def test_parts_under_last_year_take_no_year() -> None:
    draft = Draft().line("Performance Report Quarter 2 2019/20", bold=True, size=15)
    draft.table(
        ["Indicator", C("Last Year", span=2), C("2019/20", span=2), "Target"],
        ["", "Q3", "Q4", "Q1", "Q2", ""],
        ["Calls answered %", "90%", "92%", "88%", "89%", "95%"],
    )
    found = [(f.measure, f.period) for f in draft.read().figures]
    assert found[:4] == [
        ("previous", None),
        ("previous", None),
        ("actual", "2019/20 Q1"),
        ("actual", "2019/20 Q2"),
    ]


def test_an_earlier_part_with_its_year_printed_is_of_that_year() -> None:
    assert said(settled("Previous Q4 2018/19", stated="2019/20 Q1")) == [("actual", "2018/19 Q4")]


@pytest.mark.parametrize(
    ("headings", "stated", "periods"),
    [
        (("Feb", "Mar", "Apr"), "2019-04", ["2019-02", "2019-03", "2019-04"]),
        (("Q4", "Q1"), "2019/20 Q1", ["2018/19 Q4", "2019/20 Q1"]),
        (("Q2", "Q3", "Q4", "Q1"), "2019/20 Q1",
         ["2018/19 Q2", "2018/19 Q3", "2018/19 Q4", "2019/20 Q1"]),
        (("Q3 2018/19", "Q4", "Q1"), None, ["2018/19 Q3", "2018/19 Q4", "2019/20 Q1"]),
        (("Q4", "Q1 2019/20"), None, ["2018/19 Q4", "2019/20 Q1"]),
        (("Q1", "Q2 2019/20"), None, ["2019/20 Q1", "2019/20 Q2"]),
        (("Q2", "Q1"), "2019/20 Q2", ["2019/20 Q2", "2019/20 Q1"]),
        (("Apr", "May", "Jun", "Q1"), "2019/20 Q1",
         ["2019-04", "2019-05", "2019-06", "2019/20 Q1"]),
    ],
)  # fmt: skip
def test_parts_stand_in_the_one_consistent_reading(
    headings: tuple[str, ...], stated: str | None, periods: list[str]
) -> None:
    assert said(settled(*headings, stated=stated)) == [("actual", each) for each in periods]


@pytest.mark.parametrize(
    ("headings", "stated"),
    [
        (("Q4", "Q1"), "2018/19 Q4"),
        (("Q4", "Q1"), "2019/20"),
        (("Q2", "Q3"), "2019/20 Q1"),
        (("Q1", "Q2", "Q3", "Q4"), "2020-04"),
        (("Q4", "Q2"), "2019/20 Q1"),
    ],
)
def test_without_one_consistent_reading_the_year_is_unclear(
    headings: tuple[str, ...], stated: str
) -> None:
    assert {measure for measure, _ in said(settled(*headings, stated=stated))} == {None}


def test_a_target_of_an_unclear_part_is_unclear_too() -> None:
    columns = settled("Q2", "Q2 Target", stated="2019/20 Q1")
    assert [column.measure for column in columns] == [None, None]


def test_empty_columns_may_stand_for_what_is_to_come() -> None:
    draft = Draft().line("Performance Report Quarter 1 2019/20", bold=True, size=15)
    draft.table(
        ["Indicator", "Q1", "Q2", "Q3", "Q4", "Target"], ["Calls answered %", "90%", "", "-", "n/a"]
    )
    paper = draft.read()
    assert [f.period for f in paper.figures][:4] == [f"2019/20 Q{number}" for number in range(1, 5)]
    assert [f.rule_id for f in paper.findings] == []


def test_a_value_of_a_quarter_to_come_is_kept_as_a_cell_and_told() -> None:
    draft = Draft().line("Performance Report Quarter 1 2019/20", bold=True, size=15)
    draft.table(["Indicator", "Q1", "Q2", "Status"], ["Calls answered %", "90%", "91%", "Red"])
    paper = draft.read()
    assert paper.figures == []
    assert {f.rule_id for f in paper.findings} == {"column.unclear"}
    assert "91%" in {cell.text for cell in paper.cells}


@pytest.mark.parametrize("heading", ["Period", "Last Update"])
def test_a_row_of_a_part_to_come_is_kept_as_cells_and_told(heading: str) -> None:
    draft = Draft().line("Performance Report Quarter 1 2019/20", bold=True, size=15)
    draft.table(
        ["Indicator", heading, "Actual", "Target"],
        ["Calls answered %", "Q4", "90%", "92%"],
        ["Calls lost %", "March", "3%", "2%"],
        ["Calls taken", "Q1", "7", "8"],
    )
    paper = draft.read()
    assert [(f.as_printed, f.period) for f in paper.figures] == [
        ("7", "2019/20 Q1"),
        ("8", "2019/20 Q1"),
    ]
    assert [(f.severity, f.printed) for f in paper.findings] == [
        ("warning", "Q4"),
        ("warning", "March"),
    ]


def test_a_row_of_targets_does_not_date_columns_that_are_unclear() -> None:
    draft = Draft().line("Performance Report Quarter 1 2019/20", bold=True, size=15)
    draft.table(
        ["Indicator", "Type", "Q1", "Q2"],
        [C("Calls answered %", down=2), "Actual", "90%", "92%"],
        ["Target", "95%", "96%"],
    )
    paper = draft.read()
    assert paper.figures == []
    assert "column.unclear" in {f.rule_id for f in paper.findings}


@pytest.mark.parametrize("heading", ["Q2 cumulative", "Q2 snapshot"])
def test_what_runs_up_to_a_quarter_is_not_of_last_years_quarter_beside_it(heading: str) -> None:
    columns = settled("Q2 2018/19", heading, stated="2019/20 Q2")
    assert said(columns) == [("actual", "2018/19 Q2"), ("actual", "2019/20 Q2")]


def test_a_quarter_beside_another_years_may_be_of_the_papers_year() -> None:
    columns = settled("Q1", "Q2 2018/19", stated="2019/20 Q2")
    assert said(columns)[0][0] is None


def test_months_that_run_on_to_one_with_its_year_are_of_that_year() -> None:
    columns = settled("July", "Aug", "Sept 2018", stated="2019/20 Q2")
    assert [period for _, period in said(columns)] == ["2018-07", "2018-08", "2018-09"]


def test_quarters_that_the_papers_year_has_not_reached_are_of_the_year_before() -> None:
    columns = settled("Q3", "Q4", "Q1 2019/20", "Q2", stated="2019/20 Q2")
    assert [period for _, period in said(columns)] == [
        "2018/19 Q3",
        "2018/19 Q4",
        "2019/20 Q1",
        "2019/20 Q2",
    ]
