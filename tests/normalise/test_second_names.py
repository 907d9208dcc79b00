"""Rows whose figures may be of another indicator or time than the row's name and headings say."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft


def read(*rows: list[C | str]) -> Paper:
    draft = Draft().line("Tillingham Borough Council")
    return draft.line("Performance indicators Quarter 2 2019/20", bold=True).table(*rows).read()


def warnings(paper: Paper) -> set[str]:
    return {finding.rule_id for finding in paper.findings if finding.severity == "warning"}


def test_figures_behind_second_names_are_not_those_of_the_first() -> None:
    paper = read(
        ["Indicator", "Q1 2019/20", "Q2 2019/20", "Indicator", "Q1 2018/19", "Q2 2018/19"],
        ["Rent collected", "98%", "97%", "Repairs on time", "91%", "95%"],
        ["Voids let", "12", "14", "Calls answered", "81%", "85%"],
    )
    assert not paper.figures
    assert "table.not_understood" in warnings(paper)


@pytest.mark.parametrize(("again", "figures"), [("Voids let", 8), ("Voids", 0)])
def test_names_printed_twice_in_each_row_are_one(again: str, figures: int) -> None:
    paper = read(
        ["Code", "Indicator", "Q1 2019/20", "Q2 2019/20", "Indicator", "Q1 2018/19", "Q2 2018/19"],
        ["BV8", "Rent collected", "98%", "97%", "Rent collected", "91%", "95%"],
        ["BV9", "Voids let", "12", "14", again, "81", "85"],
    )
    assert len(paper.figures) == figures


def test_second_names_without_a_heading_are_names_too() -> None:
    paper = read(
        ["Indicator", "Q1 2019/20", "Q2 2019/20", "", "Q1 2018/19", "Q2 2018/19"],
        ["Rent collected", "98%", "97%", "Repairs done on time", "91%", "95%"],
        ["Voids let", "12", "14", "Calls answered", "81%", "85%"],
    )
    assert not paper.figures
    assert "table.not_understood" in warnings(paper)


def test_units_between_figures_are_no_names() -> None:
    paper = read(
        ["Indicator", "Q1 2019/20", "", "Q2 2019/20"],
        ["Rent collected", "98", "%", "97"],
        ["Days to let", "12", "days", "14"],
    )
    assert len(paper.figures) == 4


@pytest.mark.parametrize("blank", ["", "Percentage of rent collected"])
def test_quarters_down_the_side_are_not_years_results(blank: str) -> None:
    paper = read(
        ["Indicator", "", "2018/19", "2019/20"],
        ["Percentage of rent collected", "Q1", "98%", "97%"],
        [blank, "Q2", "91%", "92%"],
    )
    assert not paper.figures
    assert warnings(paper)


def test_a_column_of_figures_without_heading_is_told() -> None:
    paper = read(
        ["Indicator", "Q1 2019/20", "", "Target 2019/20"],
        ["Percentage of rent collected", "98%", "97%", "96%"],
    )
    assert [figure.as_printed for figure in paper.figures] == ["98%", "96%"]
    (finding,) = [finding for finding in paper.findings if finding.rule_id == "column.unclear"]
    assert (finding.severity, finding.printed) == ("warning", "97%")


def test_a_target_beside_a_result_older_than_the_paper_has_no_period() -> None:
    paper = read(
        ["Indicator", "Q2 2018/19", "Target"],
        ["Percentage of rent collected", "98%", "97%"],
    )
    assert [figure.measure for figure in paper.figures] == ["actual"]
    assert "column.unclear" in warnings(paper)


def test_a_quarter_in_the_row_is_no_year() -> None:
    paper = read(
        ["Indicator", "Quarter", "2018/19", "2019/20"],
        ["Percentage of rent collected", "Q1", "98%", "97%"],
        ["Percentage of rent collected", "Q2", "91%", "92%"],
    )
    assert not [figure for figure in paper.figures if figure.measure == "outturn"]
    assert "row.period_unclear" in warnings(paper)


def test_statuses_headed_alike_beside_several_quarters_are_not_taken() -> None:
    paper = read(
        ["Indicator", "Q1", "RAG", "Q2", "RAG"],
        ["Percentage of rent collected", "98%", "R", "97%", "G"],
    )
    assert [row.status for row in paper.indicators] == [None]
    assert not paper.statuses
    assert "column.unclear" in warnings(paper)


def test_a_second_column_of_names_that_holds_measures_says_what_is_measured() -> None:
    paper = read(
        ["Indicator", "Measure", "Q1 2019/20", "Q2 2019/20"],
        [C("Percentage of rent collected", down=2), "Actual", "98%", "97%"],
        ["Target", "95%", "96%"],
    )
    said = [(figure.measure, figure.as_printed) for figure in paper.figures]
    assert said == [("actual", "98%"), ("actual", "97%"), ("target", "95%"), ("target", "96%")]


def test_figures_under_headings_that_lost_their_names_are_told_with_a_warning() -> None:
    paper = read(
        ["Indicator", "Q3", "Q4", "Q1"],
        ["", "2018/19", "2018/19", "2019/20"],
        ["Percentage of rent collected", "98%", "97%", "96%"],
    )
    assert paper.figures or "table.not_understood" in warnings(paper)
