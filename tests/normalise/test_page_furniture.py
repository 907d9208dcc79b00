"""A running foot that the print took into a table, and the name of a file, are no indicators."""

from __future__ import annotations

import pytest

from crossfoot.schema.page import Box, TextLine
from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import HEIGHT, C, Draft

HEADS: list[C | str] = ["Indicator", "Target 2019/20", "2019/20"]
ROWS: list[list[C | str]] = [
    ["Percentage of invoices paid on time", "90%", "91%"],
    ["Percentage of calls answered", "80%", "82%"],
]
FOOT = "Number of the Audit Committee"


def titles(paper: Paper) -> list[str | None]:
    return [indicator.title for indicator in paper.indicators]


@pytest.mark.parametrize("name", ["Number of calls v2.doc", "average_2019-20 (final).XLSX"])
@pytest.mark.parametrize(("beside", "last"), [("", True), ("Page 1 of 2", True), ("", False)])
def test_the_name_of_a_file_names_no_row(name: str, beside: str, last: bool) -> None:
    foot: list[C | str] = [name, "", beside]
    rows = [*ROWS, foot] if last else [ROWS[0], foot, ROWS[1]]
    paper = Draft().line("Report 2019/20").table(HEADS, *rows).read()
    assert titles(paper) == [row[0] for row in ROWS]
    assert name in [f.printed for f in paper.findings if f.rule_id == "row.not_understood"]


def _with_foot_on_next_page(height: float, *, margin: bool = True) -> Paper:
    """A table whose last row prints what stands *height* points down the next page as well."""
    draft = Draft().line("Report 2019/20").table(HEADS, *ROWS, [FOOT, "", ""])
    box = Box(50.0, height - 4, 200.0, height + 4)
    draft.lines.append(TextLine(2, box, FOOT, 8.0, False, margin, ()))
    return draft.new_page().read()


def _foot_height() -> float:
    draft = Draft().line("Report 2019/20")
    return draft.y + HEIGHT * (len(ROWS) + 1.5)


def test_a_foot_that_runs_on_another_page_as_high_is_no_row() -> None:
    assert titles(_with_foot_on_next_page(_foot_height())) == [row[0] for row in ROWS]


@pytest.mark.parametrize(("lower", "margin"), [(60.0, True), (0.0, False)])
def test_the_same_words_elsewhere_or_of_the_text_leave_the_row(lower: float, margin: bool) -> None:
    paper = _with_foot_on_next_page(_foot_height() + lower, margin=margin)
    assert titles(paper) == [*(row[0] for row in ROWS), FOOT]


@pytest.mark.parametrize("number", ["Page 2", "- Page 2 of 3 -", "[2]"])
def test_words_beside_the_number_of_the_page_alone_are_its_foot(number: str) -> None:
    paper = Draft().line("Report 2019/20").table(HEADS, *ROWS, [FOOT, "", number]).read()
    assert titles(paper) == [row[0] for row in ROWS]


def test_a_last_row_with_a_number_that_is_no_pages_is_a_row() -> None:
    paper = Draft().line("Report 2019/20").table(HEADS, *ROWS, [FOOT, "", "2"]).read()
    assert titles(paper) == [*(row[0] for row in ROWS), FOOT]
