"""Headings of one column over two rows: unknown words beside a period are no results of ours."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

ROWS: list[list[C | str]] = [["LI 1", "Homes let", "11", "20"], ["LI 2", "Homes sold", "12", "30"]]


YEARS = ("2005/06", "2006/07")


def read(*headings: list[C | str]) -> Paper:
    return Draft().line("Annual report 2004/05", bold=True).table(*headings, *ROWS).read()


def measures(paper: Paper) -> set[tuple[str, str | None]]:
    return {(figure.measure, figure.period) for figure in paper.figures}


@pytest.mark.parametrize("words", ["Herefordshire", "Lower Group", "All other places"])
def test_unknown_words_over_a_year_head_no_results(words: str) -> None:
    paper = read(["Ref", "Indicator", words, "Target"], ["", "", "2004-05", "2004-05"])
    assert measures(paper) == {("target", "2004/05")}
    assert [f.printed for f in paper.findings if f.rule_id == "heading.unknown"] == [
        f"{words} 2004-05"
    ]


@pytest.mark.parametrize("words", ["Bromley", "Lower Group"])
def test_unknown_words_under_a_year_over_several_columns_head_no_results(words: str) -> None:
    paper = read([C("", span=2), C("2004/05", span=2)], ["Ref", "Indicator", words, "Target"])
    assert measures(paper) == {("target", "2004/05")}


@pytest.mark.parametrize(
    "words",
    ["All England Bottom Quartile", "District Councils Lower Quartile", "Upper Quartile Districts"],
)
def test_quartiles_of_others_over_two_rows_are_comparators(words: str) -> None:
    paper = read(["Ref", "Indicator", words, "Target"], ["", "", "2004-05", "2004-05"])
    assert measures(paper) == {("comparator", "2004/05"), ("target", "2004/05")}


@pytest.mark.parametrize(
    "words", ["Actual", "Year", "Financial year ending", "Actual performance for", "Q4"]
)
def test_words_of_results_and_of_time_over_a_year_head_results(words: str) -> None:
    paper = read(["Ref", "Indicator", words, "Target"], ["", "", "2004-05", "2004-05"])
    assert len(measures(paper)) == 2
    assert {"outturn", "actual"} & {measure for measure, _ in measures(paper)}


def test_a_quarter_over_its_year_and_a_target_dates_both() -> None:
    paper = read(
        [C("Ref", down=2), C("Indicator", down=2), C("Quarter 1", span=2)], ["2004/05", "Target"]
    )
    assert measures(paper) == {("actual", "2004/05 Q1"), ("target", "2004/05 Q1")}


@pytest.mark.parametrize("over", ["Future targets", "Forecast"])
def test_years_under_a_group_of_plans_head_no_results_where_a_heading_beside_is_unknown(
    over: str,
) -> None:
    """What nobody knows, ``What we looked at``, must not part the two rows of headings."""
    paper = (
        Draft()
        .line("Annual report 2004/05", bold=True)
        .table(
            ["", "", "2003/04", C("2004/05", span=2), C(over, span=2), ""],
            ["BV No.", "What is measured", "Achieved", "Target", "Achieved", *YEARS, "Average"],
            ["BV8", "Invoices paid on time", "11", "12", "13", "20", "21", "9"],
            ["BV9", "Council tax collected", "12", "13", "14", "30", "31", "9"],
        )
        .read()
    )
    assert measures(paper) >= {("outturn", "2003/04"), ("target", "2004/05")}
    assert not {("outturn", year) for year in YEARS} & measures(paper)
