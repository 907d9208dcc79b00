"""What stands under ``Progress``."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

ACTIONS = ["Open the new centre", "Review the tree policy", "Replace the lamps"]
REMARKS = ["Opened to all in March", "Being studied", "The maker is late"]
STATUSES = ["Completed", "On track", "Overdue"]
SHARES = ["100%", "60", "20 %"]


def read(**columns: list[str]) -> Paper:
    """A table of actions, their due dates, and *columns* by their headings."""
    heads = [head.replace("_", " ").replace("Percent", "%") for head in columns]
    rows: list[list[C | str]] = [["Action", "Due date", *heads]]
    rows += [
        [action, "31/03/2019", *(texts[at] for texts in columns.values())]
        for at, action in enumerate(ACTIONS)
    ]
    draft = Draft().line("Tillingham Borough Council")
    return draft.line("Action plan Quarter 2 2018/19", bold=True).table(*rows).read()


def test_statuses_are_the_statuses_where_no_column_is_headed_so() -> None:
    paper = read(Progress=STATUSES, Comments=REMARKS)
    assert [row.status for row in paper.actions] == ["completed", "green", "overdue"]
    assert [row.comments for row in paper.actions] == REMARKS
    assert "column.assumed" in {finding.rule_id for finding in paper.findings}


@pytest.mark.parametrize("first", [True, False])
def test_words_leave_the_share_to_the_column_that_holds_it(first: bool) -> None:
    columns = {"Progress": REMARKS, "Percent_complete": SHARES}
    paper = read(**(columns if first else dict(reversed(columns.items()))))
    assert [row.progress for row in paper.actions] == [100, 60, 20]
    assert [row.comments for row in paper.actions] == REMARKS


def test_words_are_joined_to_the_comments_beside_them() -> None:
    paper = read(Progress=REMARKS, Comments=["Good", "", "Late"])
    assert [row.comments for row in paper.actions] == [
        "Opened to all in March Good",
        "Being studied",
        "The maker is late Late",
    ]


def test_statuses_beside_a_status_stay_what_they_were() -> None:
    paper = read(Status=STATUSES, Progress=["On track", "On track", "Overdue"])
    assert [row.status_as_printed for row in paper.actions] == STATUSES


def test_shares_with_a_word_among_them_stay_shares() -> None:
    paper = read(Progress=["100%", "Not started", "20%"])
    assert [row.progress for row in paper.actions] == [100, None, 20]
    assert paper.actions[1].comments == "Not started"


def outcomes(progress: list[str], *more: str) -> Paper:
    """A table of indicators by ``Progress`` in a year, with *more* columns."""
    heads = ["Local indicator", "Progress 2010/11", "Target 2010/11", "Status", *more]
    titles = ["Pay of residents", "Births of businesses", "Fires in the home"]
    targets = ["\u00a3444.00", "36.1", "200"]
    rows: list[list[C | str]] = [
        [*row, *("31/03/2012" for _ in more)]
        for row in zip(titles, progress, targets, ["Green", "Amber", "Red"], strict=True)
    ]
    draft = Draft().line("Tillingham Borough Council").line("Annual Report 2010/11", bold=True)
    return draft.table(heads, *rows).read()


@pytest.mark.parametrize("last", ["211", "n/a", "..", "211*"])
def test_progress_in_a_year_beside_targets_is_the_result_of_that_year(last: str) -> None:
    paper = outcomes(["\u00a3451.20", "36.73", last])
    assert not paper.actions
    assert [row.status for row in paper.indicators] == ["green", "amber", "red"]
    found = [(str(f.value), f.period) for f in paper.figures if f.measure == "outturn" and f.value]
    assert found[:2] == [("451.20", "2010/11"), ("36.73", "2010/11")]


def test_progress_in_words_is_no_result() -> None:
    assert not [f for f in outcomes(["36", "12", "Slow"]).figures if f.measure == "outturn"]


def test_progress_by_a_day_is_an_action_s() -> None:
    assert not outcomes(["40%", "70%", "100%"], "Due date").figures
