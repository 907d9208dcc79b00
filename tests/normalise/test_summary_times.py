"""Of which time the counts of a summary table are."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft


def read(
    *rows: list[C | str], period: str = "Quarter 2 2019/20", caption: str = "Actions"
) -> Paper:
    draft = Draft().line(f"Business plan progress report {period}", bold=True, size=16, gap=30)
    return draft.line(f"Summary of {caption}", bold=True).table(*rows).read()


def counts(paper: Paper) -> set[tuple[str | None, str | None, int | None, str | None]]:
    return {(row.section, row.status, row.item_count, row.period) for row in paper.summaries}


@pytest.mark.parametrize("heads", [("Q1 2019/20", "Q2 2019/20"), ("Quarter 1", "This quarter")])
def test_counts_are_of_the_time_over_their_columns(heads: tuple[str, str]) -> None:
    paper = read(
        ["", C(heads[0], 2), C(heads[1], 2)],
        ["Service", "Completed", "Overdue", "Completed", "Overdue"],
        ["Finance", "4", "2", "5", "1"],
        ["Housing", "7", "0", "8", "3"],
    )
    assert counts(paper) == {
        ("Finance", "completed", 4, "2019/20 Q1"),
        ("Finance", "overdue", 2, "2019/20 Q1"),
        ("Finance", "completed", 5, "2019/20 Q2"),
        ("Finance", "overdue", 1, "2019/20 Q2"),
        ("Housing", "completed", 7, "2019/20 Q1"),
        ("Housing", "overdue", 0, "2019/20 Q1"),
        ("Housing", "completed", 8, "2019/20 Q2"),
        ("Housing", "overdue", 3, "2019/20 Q2"),
    }


@pytest.mark.parametrize(
    ("names", "times"),
    [
        (("Q1 2019/20", "Q2 2019/20"), ("2019/20 Q1", "2019/20 Q2")),
        (("Quarter 1", "Quarter 2"), ("2019/20 Q1", "2019/20 Q2")),
        (("Quarter 4", "Quarter 1"), ("2018/19 Q4", "2019/20 Q1")),
        (("Last quarter", "This quarter"), (None, "2019/20 Q2")),
    ],
)
def test_a_row_called_by_a_time_counts_all_of_that_time(
    names: tuple[str, str], times: tuple[str | None, str]
) -> None:
    paper = read(["Period", "Completed", "Overdue"], [names[0], "4", "2"], [names[1], "5", "1"])
    assert counts(paper) == {
        (None, "completed", 4, times[0]),
        (None, "overdue", 2, times[0]),
        (None, "completed", 5, times[1]),
        (None, "overdue", 1, times[1]),
    }
    assert all(row.is_total for row in paper.summaries)


def test_a_time_beside_the_section_is_no_part_of_its_name() -> None:
    paper = read(
        ["Service", "Quarter", "Completed", "Overdue"],
        ["Finance", "Q1", "4", "2"],
        ["Finance", "Q2", "5", "1"],
    )
    assert counts(paper) == {
        ("Finance", "completed", 4, "2019/20 Q1"),
        ("Finance", "overdue", 2, "2019/20 Q1"),
        ("Finance", "completed", 5, "2019/20 Q2"),
        ("Finance", "overdue", 1, "2019/20 Q2"),
    }


def test_a_section_whose_name_holds_a_year_keeps_it() -> None:
    paper = read(
        ["Service", "Completed", "Overdue"],
        ["Olympics 2012 team", "4", "2"],
        ["Housing", "5", "1"],
    )
    assert {row.section for row in paper.summaries} == {"Olympics 2012 team", "Housing"}
    assert {row.period for row in paper.summaries} == {"2019/20 Q2"}


def test_counts_of_the_previous_quarter_are_not_the_papers() -> None:
    rows: list[list[C | str]] = [["Service", "Completed", "Overdue"], ["Finance", "4", "2"]]
    assert {row.period for row in read(*rows, caption="actions: previous quarter").summaries} == {
        None
    }
    assert {row.period for row in read(*rows).summaries} == {"2019/20 Q2"}


def test_a_quarter_that_the_paper_does_not_reach_is_of_the_year_before() -> None:
    paper = read(
        ["Status", "Q4", "Q1"],
        ["Completed", "4", "6"],
        ["Overdue", "1", "0"],
        period="Quarter 1 2019/20",
    )
    assert counts(paper) == {
        (None, "completed", 4, "2018/19 Q4"),
        (None, "completed", 6, "2019/20 Q1"),
        (None, "overdue", 1, "2018/19 Q4"),
        (None, "overdue", 0, "2019/20 Q1"),
    }
