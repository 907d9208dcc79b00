"""Rows of one indicator below each other, each of another period in a column of its own."""

from __future__ import annotations

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

HEAD: list[C | str] = ["Ref", "Indicator", "Period", "Target", "Actual"]
TITLE = "Performance data by period 2018/19"


def read(*rows: list[C | str]) -> Paper:
    draft = Draft().line("Tillingham Borough Council").line(TITLE, bold=True)
    return draft.table(HEAD, *rows).read()


def actuals(paper: Paper) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (each.code, each.period, each.as_printed)
        for each in paper.figures
        if each.measure == "actual"
    ]


def test_names_over_blank_cells_name_the_rows_whose_periods_they_begin_anew() -> None:
    paper = read(
        ["EN1", "Days lost", "Q1 2018/19", "8.5", "8.8"],
        ["", "", "Q2 2018/19", "8.4", "8.6"],
        ["EN2", "Calls answered", "Q1 2018/19", "90%", "91%"],
        ["", "", "Q2 2018/19", "90%", "89%"],
    )
    assert actuals(paper) == [
        ("EN1", "2018/19 Q1", "8.8"),
        ("EN1", "2018/19 Q2", "8.6"),
        ("EN2", "2018/19 Q1", "91%"),
        ("EN2", "2018/19 Q2", "89%"),
    ]
    assert len(paper.indicators) == 4
    assert len({row.series_id for row in paper.indicators}) == 2


def test_names_over_blank_cells_name_nothing_where_the_periods_differ() -> None:
    """The second name may stand at the foot of its rows, in the midst of them, or be a rest."""
    paper = read(
        ["EN1", "Days lost", "Q1 2018/19", "8.5", "8.8"],
        ["", "", "Q2 2018/19", "8.4", "8.6"],
        ["", "", "Q1 2018/19", "90%", "91%"],
        ["EN2", "Calls answered", "Q2 2018/19", "90%", "89%"],
    )
    assert not actuals(paper)
    assert [each.rule_id for each in paper.findings].count("row.no_identity") == 4


def test_lines_of_a_name_beside_rows_of_several_periods_are_no_names() -> None:
    paper = read(
        ["", "Days taken to relet", "Q1 2018/19", "8.5", "8.8"],
        ["", "a council home", "Q2 2018/19", "8.4", "8.6"],
        ["", "", "Q3 2018/19", "8.4", "8.5"],
        ["", "Calls answered", "Q1 2018/19", "90%", "91%"],
        ["", "", "Q2 2018/19", "90%", "89%"],
        ["", "", "Q3 2018/19", "90%", "88%"],
    )
    assert {each for _, _, each in actuals(paper)} == {"91%"}


def test_of_the_last_name_the_end_of_the_list_may_be_missing() -> None:
    paper = read(
        ["EN1", "Days lost", "Q1 2018/19", "8.5", "8.8"],
        ["", "", "Q2 2018/19", "8.4", "8.6"],
        ["EN2", "Calls answered", "Q1 2018/19", "90%", "91%"],
    )
    assert len(actuals(paper)) == 3


def test_rows_before_the_first_name_leave_all_blank_names_open() -> None:
    paper = read(
        ["", "", "Q1 2018/19", "8.5", "8.8"],
        ["EN1", "Days lost", "Q2 2018/19", "8.4", "8.6"],
        ["", "", "Q1 2018/19", "90%", "91%"],
        ["EN2", "Calls answered", "Q2 2018/19", "90%", "89%"],
    )
    assert not actuals(paper)


def test_a_name_that_spans_rows_of_one_period_twice_names_none_below_the_first() -> None:
    """North and south, perhaps: the rows are not one indicator's."""
    paper = read(
        [C("EN1", down=3), C("Days lost", down=3), "Q1 2018/19", "8.5", "8.8"],
        ["Q1 2018/19", "8.4", "8.6"],
        ["Q2 2018/19", "8.4", "8.7"],
    )
    assert {each for _, _, each in actuals(paper)} <= {"8.8"}
    assert [each.rule_id for each in paper.findings].count("row.no_identity") == 2


def test_a_name_that_spans_rows_names_those_that_say_their_period_by_its_part() -> None:
    paper = read(
        [C("EN1", down=2), C("Days lost", down=2), "Q1", "8.5", "8.8"],
        ["Q2", "8.4", "8.6"],
    )
    assert actuals(paper) == [("EN1", "2018/19 Q1", "8.8"), ("EN1", "2018/19 Q2", "8.6")]
