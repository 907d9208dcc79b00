"""A quarter alone in its row dates the column it stands in: as a heading, or else not clearly."""

from __future__ import annotations

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

HEADS: list[C | str] = ["Description", "2012/2013 Outturn", "Target 2013/2014", "2013/2014"]
QUARTER: list[C | str] = ["", "", "", "Q1"]
ROWS: list[list[C | str]] = [
    ["Appraisals completed in time", "78.2%", "85%", "80.1%"],
    ["Accidents reported", "4", "2", "3"],
]


def said(paper: Paper) -> set[tuple[str, str | None]]:
    return {(figure.measure, figure.period) for figure in paper.figures}


def test_a_quarter_alone_below_its_year_is_the_time_of_the_column() -> None:
    """No cell reaches down beside it: where no rules part the columns none does."""
    paper = Draft().line("Scorecard 2013/14").table(HEADS, QUARTER, *ROWS).read()
    assert said(paper) == {("outturn", "2012/13"), ("target", "2013/14"), ("actual", "2013/14 Q1")}


def test_a_quarter_printed_again_with_the_headings_of_the_next_page_doubts_nothing() -> None:
    more: list[list[C | str]] = [["Visits to the website", "48,885", "59,176", "50,475"]]
    paper = (
        Draft()
        .line("Scorecard 2013/14")
        .table(HEADS, QUARTER, *ROWS, HEADS, QUARTER, *more, breaks=(5,))
        .read()
    )
    assert len(paper.figures) == 9
    assert said(paper) == {("outturn", "2012/13"), ("target", "2013/14"), ("actual", "2013/14 Q1")}
    assert not [f for f in paper.findings if f.rule_id == "row.not_understood"]


def test_a_second_quarter_among_the_rows_leaves_the_column_without_figures() -> None:
    """Below it stand figures of another time than above it."""
    second: list[C | str] = ["", "", "", "Q2"]
    paper = Draft().line("Scorecard 2013/14").table(HEADS, QUARTER, *ROWS, second, *ROWS).read()
    assert said(paper) == {("outturn", "2012/13"), ("target", "2013/14")}
    assert [f.printed for f in paper.findings if f.rule_id == "column.unclear"] == ["2013/2014 Q1"]


def test_a_quarter_below_a_row_of_figures_leaves_the_column_without_figures() -> None:
    paper = Draft().line("Scorecard 2013/14").table(HEADS, ROWS[0], QUARTER, ROWS[1]).read()
    assert said(paper) == {("outturn", "2012/13"), ("target", "2013/14")}
