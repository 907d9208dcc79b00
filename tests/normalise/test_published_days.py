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


ROWS = [
    ["Code", "Indicator", "Q2 2019/20", "Target", "Status"],
    ["LI 1", "Rent collected in year %", "97%", "98%", "Green"],
    ["LI 2", "Repairs done on time %", "91%", "95%", "Red"],
]


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("12 June 2020", None),
        ("Page 1 12 June 2020", None),
        ("Performance scorecard - 12 June 2020", None),
        ("Cabinet - 12 June 2020", datetime.date(2020, 6, 12)),
        ("Date of meeting: 12 June 2020", datetime.date(2020, 6, 12)),
    ],
)
def test_a_day_at_the_foot_of_a_page_of_figures_is_not_that_of_the_paper(
    foot: str, day: datetime.date | None
) -> None:
    draft = Draft().line("Tillingham Borough Council").line("Performance report", bold=True)
    assert draft.table(*ROWS).line(foot).read().document.published_on == day


def test_a_day_below_the_frame_around_a_title_is_the_papers() -> None:
    draft = Draft().line("Tillingham Borough Council").table(["Performance report"])
    draft.line("12 June 2020").table(*ROWS)
    assert draft.read().document.published_on == datetime.date(2020, 6, 12)
