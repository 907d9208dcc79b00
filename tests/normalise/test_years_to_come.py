"""Columns of a time that had not begun when the paper was published."""

from __future__ import annotations

from datetime import date

import pytest

from crossfoot.schema.paper import Known, Paper
from tests.normalise.paper_builder import Draft

_JUNE = Known(published_on=date(2006, 6, 14), published_on_source="manifest")


def read(headings: list[str], values: list[str], known: Known | None) -> Paper:
    draft = Draft().line("Performance indicators", bold=True)
    draft.table(["Ref", "Indicator", *headings], ["BV8", "Invoices paid on time", *values])
    return draft.read(known)


def figures(paper: Paper) -> list[tuple[str, str | None, str | None]]:
    return [(f.measure, f.period, f.as_printed) for f in paper.figures]


@pytest.mark.parametrize(
    "ahead", ["2007/08", "2007/08 Outturn", "2007/08 (provisional)", "Actual Q1 2007/08"]
)
def test_results_of_a_year_that_had_not_begun_are_kept_as_cells_and_told(ahead: str) -> None:
    paper = read(["2005/06 Outturn", ahead], ["91.3%", "95.0%"], _JUNE)
    assert figures(paper) == [("outturn", "2005/06", "91.3%")]
    (told,) = [f for f in paper.findings if f.rule_id == "column.unclear"]
    assert told.printed == ahead
    assert [cell.text for cell in paper.cells if cell.role is None and cell.text == "95.0%"]


def test_targets_and_the_year_under_way_stay() -> None:
    headings = ["2005/06 Outturn", "Outturn 2006/07", "Target 2007/08"]
    paper = read(headings, ["91.3%", "92.0%", "95.0%"], _JUNE)
    assert figures(paper) == [
        ("outturn", "2005/06", "91.3%"),
        ("outturn", "2006/07", "92.0%"),
        ("target", "2007/08", "95.0%"),
    ]


def test_a_paper_of_no_known_day_is_read_as_it_is_headed() -> None:
    paper = read(["2005/06 Outturn", "2007/08 Outturn"], ["91.3%", "95.0%"], None)
    assert figures(paper) == [("outturn", "2005/06", "91.3%"), ("outturn", "2007/08", "95.0%")]


def test_where_all_figures_are_of_later_years_the_day_is_in_doubt_not_they() -> None:
    paper = read(["2018/19", "2019/20 Outturn"], ["91.3%", "95.0%"], _JUNE)
    assert figures(paper) == [("outturn", "2018/19", "91.3%"), ("outturn", "2019/20", "95.0%")]


@pytest.mark.parametrize(
    "known", [Known(period="2024/25 Q2"), Known(published_on=date(2024, 11, 4))]
)
def test_a_year_under_way_beside_years_ahead_is_a_plan_unless_its_heading_says_more(
    known: Known,
) -> None:
    values = ["\u00a3150m", "\u00a3100m", "\u00a350m"]
    paper = read(["2024/25", "2025/26", "2026/27"], values, known)
    assert figures(paper) == []
    told = [f.printed for f in paper.findings if f.rule_id == "column.unclear"]
    assert sorted(told) == ["2024/25", "2025/26", "2026/27"]
    said = read(["Actual 2024/25", "2025/26", "2026/27"], values, known)
    assert figures(said) == [("actual", "2024/25", "\u00a3150m")]
    past = read(["2022/23", "2023/24", "2024/25"], values, known)
    assert [figure[1] for figure in figures(past)] == ["2022/23", "2023/24", "2024/25"]


def _in_half_year(*headings: str, known: Known | None = None, values: str = "1234") -> Paper:
    draft = Draft().line("Performance report Quarter 2 2009/10", bold=True, size=15)
    row = ["BV8", "Invoices paid on time", *values[: len(headings)]]
    return draft.table(["Ref", "Indicator", *headings], row).read(known)


def _unclear(paper: Paper) -> list[str | None]:
    return [each.printed for each in paper.findings if each.rule_id == "column.unclear"]


@pytest.mark.parametrize(
    "ahead", ["Apr-Dec", "Apr-Dec 2009", "Q3 2009/10", "Dec 2009", "31/12/09", "Apr-Nov"]
)
def test_figures_of_a_time_that_ends_after_the_papers_own_are_kept_and_told(ahead: str) -> None:
    paper = _in_half_year("Q2", ahead)
    assert figures(paper) == [("actual", "2009/10 Q2", "1")]
    assert _unclear(paper) == [ahead]


def test_a_target_that_names_no_time_beside_them_is_not_theirs() -> None:
    paper = _in_half_year("Target", "Apr-Dec 2009")
    assert not paper.figures
    assert sorted(filter(None, _unclear(paper))) == ["Apr-Dec 2009", "Target"]


def test_what_is_called_a_result_there_is_taken_as_printed_and_told() -> None:
    paper = _in_half_year("Actual Apr-Dec 2009")
    assert figures(paper) == [("actual", "2009-04 to 2009-12", "1")]
    assert _unclear(paper) == ["Actual Apr-Dec 2009"]


@pytest.mark.parametrize("beside", ["Apr-Dec 2009", "31/12/09"])
@pytest.mark.parametrize(("day", "taken"), [(date(2010, 1, 20), 2), (date(2009, 11, 20), 1)])
def test_a_paper_published_later_may_print_later_figures(
    beside: str, day: date, taken: int
) -> None:
    later = Known(published_on=day, published_on_source="manifest")
    paper = _in_half_year("Q2", beside, known=later)
    assert len(paper.figures) == taken
    assert len(_unclear(paper)) == 2 - taken


def test_a_table_that_names_a_later_time_itself_keeps_its_results() -> None:
    draft = Draft().line("Performance report Quarter 2 2009/10", bold=True, size=15)
    draft.line("Results for Quarter 3 2009/10", bold=True)
    paper = draft.table(["Ref", "Indicator", "Q3 2009/10"], ["BV8", "Invoices paid", "1"]).read()
    assert figures(paper) == [("actual", "2009/10 Q3", "1")]


def test_a_row_of_a_time_that_was_not_over_has_no_result_of_it() -> None:
    draft = Draft().line("Performance report Quarter 2 2009/10", bold=True, size=15)
    rows = [["BV8", "Invoices", "Apr-Sep", "1"], ["BV9", "Tax", "Apr-Dec", "2"]]
    paper = draft.table(["Ref", "Indicator", "Period", "Actual"], *rows).read()
    assert figures(paper) == [("actual", "2009/10 H1", "1")]
    assert "row.period_unclear" in [each.rule_id for each in paper.findings]
