"""Words that head results or targets only where they stand beside a year or a day."""

from __future__ import annotations

import pytest

from crossfoot.normalise.heading_text import heading_reader
from tests.normalise.paper_builder import Draft


@pytest.mark.parametrize("words", ["Future targets", "Next year target", "Where we want to be"])
def test_a_target_of_a_year_to_come_is_one_where_the_year_is_named(words: str) -> None:
    said = heading_reader().read(f"{words} 2008/09")
    assert (said.meaning, said.period and said.period.label) == ("target", "2008/09")
    assert heading_reader().read(words).meaning == "other"
    assert heading_reader().read(f"{words} Q1 2008/09").meaning == "other"


def test_two_headings_name_the_years_of_future_targets_together() -> None:
    said = heading_reader().combine(["Future targets", "2008/09"])
    assert (said.meaning, said.period and said.period.label) == ("target", "2008/09")


def test_a_position_on_a_day_is_a_result_over_figures_and_a_remark_over_words() -> None:
    remark = "The contract was let in May and work began on the first of the nine sites."
    head = ["Ref", "Indicator", "Target", "Position at 31 March 2014"]
    papers = [
        Draft()
        .line("Key statistics at 31 March 2014", bold=True)
        .table(head, ["EN1", "Empty homes", "120", under], ["EN2", "Homes let", "9", other])
        .read()
        for under, other in (("111", "12"), (remark, remark[4:]))
    ]
    found = [
        [(each.period, each.as_printed) for each in paper.figures if each.measure == "actual"]
        for paper in papers
    ]
    assert found == [[("2014-03-31", "111"), ("2014-03-31", "12")], []]
    assert [row.note for row in papers[1].indicators] == [remark, remark[4:]]


def test_where_we_are_says_nothing_without_its_year() -> None:
    assert not heading_reader().read("Where we are now").known
