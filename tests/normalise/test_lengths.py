"""Headings that say how long their time is (``This month``), in papers of another length."""

from __future__ import annotations

import pytest

from crossfoot.normalise.lengths import length_said
from tests.normalise.indicator_tables import rules
from tests.normalise.paper_builder import C, Draft

_NAMES = ("Homes let to time (%)", "Calls answered (%)")


def _read(title: str, *heads: str) -> tuple[set[tuple[str, str | None]], list[str]]:
    """What is said of the figures under the last of *heads* (a group over it first), and rules."""
    draft = Draft().line(title, bold=True, size=14)
    rows = [
        [name, value, "80", "Steady."] for name, value in zip(_NAMES, ("71", "72"), strict=True)
    ]
    if len(heads) == 1:
        head: list[list[C | str]] = [["Indicator", heads[0], "Target", "Comment"]]
    else:
        head = [
            [C("Indicator", down=2), C(heads[0], span=2), C("Comment", down=2)],
            [heads[1], "Target"],
        ]
    paper = draft.table(*head, *rows).read()
    mine = {(f.measure, f.period) for f in paper.figures if f.as_printed in {"71", "72"}}
    return mine, rules(paper)


@pytest.mark.parametrize("words", ["This month", "In month", "Monthly actual", "This quarter"])
def test_what_is_of_a_month_or_a_quarter_is_not_given_a_years_period(words: str) -> None:
    said, found = _read("Performance report 2009/10 year end", words)
    assert said == set()
    assert "column.unclear" in found


@pytest.mark.parametrize("words", ["This month", "Current month", "In month"])
def test_what_is_of_a_month_is_not_given_a_quarters_period(words: str) -> None:
    assert _read("Performance report Quarter 2 2009/10", words)[0] == set()
    assert _read("Performance report 2009/10", "Q2 2009/10", words)[0] == set()


def test_a_quarter_in_a_months_report_is_not_the_month() -> None:
    assert _read("Performance report September 2009", "Quarterly actual")[0] == set()


def test_words_that_fit_the_papers_period_take_it() -> None:
    quarter = "Performance report Quarter 2 2009/10"
    assert _read(quarter, "This quarter")[0] == {("actual", "2009/10 Q2")}
    assert _read(quarter, "Actual", "Quarter")[0] == {("actual", "2009/10 Q2")}
    month = "Performance report September 2009"
    assert _read(month, "This month")[0] == {("actual", "2009-09")}


def test_a_quarter_of_a_year_that_the_heading_names_is_not_that_year() -> None:
    assert _read("Performance report", "This quarter 2009/10")[0] == set()
    assert _read("Performance report", "Performance 2009/10", "Quarter")[0] == set()


def test_a_target_for_each_quarter_of_a_year_is_not_the_years() -> None:
    draft = Draft().line("Performance report", bold=True, size=14)
    head: list[C | str] = ["Indicator", "Quarterly target 2009/10", "Outturn 2009/10"]
    paper = draft.table(head, *[[name, "25", "97"] for name in _NAMES]).read()
    assert {each.measure for each in paper.figures} == {"outturn"}


def test_a_named_quarter_under_monthly_results_is_itself() -> None:
    said, _ = _read("Performance report", "Monthly performance 2009/10", "Q1")
    assert said == {("actual", "2009/10 Q1")}


@pytest.mark.parametrize(
    ("heading", "months"),
    [
        ("This month", {1}),
        ("Qtrly actual", {3}),
        ("Quarter 2", set()),
        ("2nd quarter", set()),
        ("12 month rolling", set()),
        ("Six-monthly", set()),
        ("Month 6", set()),
        ("Month and quarter", {1, 3}),
    ],
)
def test_only_words_without_a_number_say_a_length(heading: str, months: set[int]) -> None:
    assert length_said(heading) == months


def test_this_quarter_under_a_month_is_not_that_month_but_its_months_are_themselves() -> None:
    title = "Performance report 2009/10"
    assert _read(title, "September 2009", "This quarter")[0] == set()
    assert _read(title, "Current quarter", "September 2009")[0] == {("actual", "2009-09")}
