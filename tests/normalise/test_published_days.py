"""Which of the days at a paper's head is that of its meeting."""

from __future__ import annotations

import datetime

import pytest

from tests.normalise.paper_builder import Draft


@pytest.mark.parametrize(
    "line",
    [
        "Next meeting:",
        "Next meeting",
        "Last updated:",
        "Call-in deadline:",
        "Period ending:",
        "Performance for the quarter ended",
        "as at",
        "Previously considered by Scrutiny Committee:",
        "Date decision to take effect:",
    ],
)
def test_a_day_below_a_label_of_something_else_is_not_the_papers(line: str) -> None:
    draft = Draft()
    for text in ("BROMSGROVE DISTRICT COUNCIL", line, "20 January 2008", "CABINET"):
        draft.line(text)
    draft.line("20 November 2007").line("IMPROVEMENT PLAN REPORT", bold=True)
    assert draft.read().document.published_on == datetime.date(2007, 11, 20)


@pytest.mark.parametrize("line", ["Date of meeting:", "Date:", "Cabinet:", "Report published:"])
def test_a_day_below_a_label_of_the_meeting_is_the_papers(line: str) -> None:
    draft = Draft().line("BROMSGROVE DISTRICT COUNCIL").line(line).line("20 November 2007")
    draft.line("IMPROVEMENT PLAN REPORT", bold=True)
    assert draft.read().document.published_on == datetime.date(2007, 11, 20)
