"""The times that two levels of headings name, and which of them a column's figures are of."""

from __future__ import annotations

import pytest

from crossfoot.normalise.heading_text import heading_reader
from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

_ROWS = (("Homes let to time (%)", "88.4", "87.5"), ("Calls answered (%)", "76.3", "75.5"))


def _under(group: str, column: str, *, title: str = "Performance report 2009/10") -> Paper:
    """A paper whose table has *column* under a *group* that stands over a result or target, too."""
    beside = "Actual" if "arget" in column else "Target"
    draft = Draft().line(title, bold=True, size=14)
    return draft.table(
        [C("Indicator", down=2), C(group, span=2), C("Comment", down=2)],
        [column, beside],
        *[[name, first, second, "Work goes on as planned."] for name, first, second in _ROWS],
    ).read()


def _said(paper: Paper) -> set[tuple[str, str | None]]:
    """What the first column of figures is said to be: measure and period."""
    mine = {first for _, first, _ in _ROWS}
    return {(each.measure, each.period) for each in paper.figures if each.as_printed in mine}


@pytest.mark.parametrize("group", ["Q2 2009/10", "2009/10", "September 2009", "Apr-Sep 2009"])
@pytest.mark.parametrize("words", ["Last year", "Previous"])
def test_last_year_under_a_period_is_no_result_of_that_period(group: str, words: str) -> None:
    assert _said(_under(group, words)) == {("previous", None)}


def test_a_year_below_the_words_names_the_previous_one() -> None:
    assert _said(_under("Previous year", "2008/09")) == {("outturn", "2008/09")}


@pytest.mark.parametrize(
    ("group", "part", "period"),
    [
        ("Q2 2009/10", "Q1", "2009/10 Q1"),
        ("Q2 2009/10", "Apr-Sep", "2009/10 H1"),
        ("Apr-Sep 2009", "Q1", "2009/10 Q1"),
        ("Apr-Sep 2009", "September", "2009-09"),
        ("September 2009", "Q2", "2009/10 Q2"),
        ("September 2009", "Apr-Sep", "2009/10 H1"),
        ("2009/10", "Q3", "2009/10 Q3"),
    ],
)
def test_a_part_of_a_year_under_another_is_read_as_itself(
    group: str, part: str, period: str
) -> None:
    assert _said(_under(group, part)) == {("actual", period)}


def test_a_part_that_would_end_after_the_period_above_it_may_be_of_another_year() -> None:
    assert not heading_reader().combine(["Q2 2009/10", "Q4"]).known


def test_a_year_under_a_part_of_another_year_is_not_known() -> None:
    reader = heading_reader()
    assert not reader.combine(["Q2 2009/10", "2008/09"]).known
    same = reader.combine(["September 2009", "2009/10"])
    assert same.period is not None
    assert same.period.label == "2009-09"
    assert reader.combine(["Q2 2009/10", "2008/09 Outturn"]).meaning == "outturn"


@pytest.mark.parametrize("group", ["Q2 2009/10", "Q2 performance", "YTD", "Current year"])
@pytest.mark.parametrize("words", ["Year end target", "Annual target"])
def test_a_target_of_the_year_is_no_target_of_the_part_above_it(group: str, words: str) -> None:
    paper = _under(group, words, title="Performance report Quarter 2 2009/10")
    assert _said(paper) == {("target", "2009/10")}
    assert {each.basis for each in paper.figures if each.measure == "target"} == {"annual"}


def test_a_year_end_under_a_quarter_is_not_that_quarters_result() -> None:
    assert _said(_under("Quarter 2 2009/10", "Year end")) == set()


def test_last_year_under_other_councils_is_no_previous_result_of_the_council() -> None:
    assert _said(_under("England", "Last year")) == {("comparator", None)}
