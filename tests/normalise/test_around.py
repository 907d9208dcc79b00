"""What stands around tables: other times, other councils, headings without a table."""

from __future__ import annotations

import pytest

from crossfoot.schema.page import Box, TextLine
from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

TABLE: list[list[C | str]] = [
    ["Indicator", "Target", "Actual"],
    ["Percentage of rent collected", "98%", "97%"],
]


def report() -> Draft:
    draft = Draft().line("Bromsgrove District Council", bold=True)
    return draft.line("Performance report Quarter 2 2019/20", bold=True, size=14)


def warnings(paper: Paper) -> set[str]:
    return {finding.rule_id for finding in paper.findings if finding.severity == "warning"}


@pytest.mark.parametrize(
    "lines",
    [
        ["2018/19 results", "Service performance"],
        ["The table below shows how the council did in 2018/19."],
    ],
)
def test_under_words_of_another_year_no_column_takes_the_papers_period(lines: list[str]) -> None:
    draft = report()
    for line in lines:
        draft.line(line, bold=not line.endswith("."))
    paper = draft.table(*TABLE).read()
    assert not paper.figures
    assert "column.unclear" in warnings(paper)


def test_a_year_that_holds_the_papers_quarter_is_no_other_time() -> None:
    paper = report().line("Results in 2019/20 so far", bold=True).table(*TABLE).read()
    assert len(paper.figures) == 2


def test_another_council_above_a_table_is_told() -> None:
    draft = report().table(*TABLE)
    for number in range(60):
        draft.line(f"Paragraph {number} says nothing of it.")
    draft.new_page().line("Appendix 2", bold=True).line("Redditch Borough Council", bold=True)
    paper = draft.table(*TABLE).read()
    (told,) = [finding for finding in paper.findings if finding.rule_id == "council.other"]
    assert (told.page, told.printed) == (2, "Redditch Borough Council")


def test_headings_side_by_side_without_a_table_are_told() -> None:
    draft = report()
    for at, text in enumerate(("Action", "Owner", "Due date", "Status")):
        box = Box(50 + 100 * at, 200, 90 + 100 * at, 211)
        draft.lines.append(TextLine(1, box, text, 11.0, True))
    paper = draft.read()
    (told,) = [finding for finding in paper.findings if finding.rule_id == "read.unread_table"]
    assert told.printed == "Action | Owner | Due date | Status"


def beside(draft: Draft, label: str, value: str) -> Draft:
    """A label and, farther right on its line, a value."""
    y = draft.y
    draft.line(label)
    box = Box(300.0, y, 300.0 + 5.0 * len(value), y + 11.0)
    draft.lines.append(TextLine(draft.page, box, value, 11.0))
    return draft


def labelled(*pairs: tuple[str, str]) -> list[str]:
    draft = Draft().line("Tillingham Borough Council").line("Performance report", bold=True)
    for label, value in pairs:
        beside(draft, label, value)
    found = [one for one in draft.read().findings if one.rule_id == "card.unclear"]
    return [one.printed or "" for one in found]


def test_figures_beside_the_labels_of_a_result_and_a_target_are_told() -> None:
    told = labelled(("Indicator", "Homes let"), ("Target", "95%"), ("Actual", "91%"))
    assert told == ["Target 95% | Actual 91%"]


@pytest.mark.parametrize(
    "pairs", [[("Target", "95%"), ("Page", "12")], [("Actual", "91%")], [("Target", "Homes let")]]
)
def test_other_words_beside_each_other_are_lines(pairs: list[tuple[str, str]]) -> None:
    assert labelled(*pairs) == []
