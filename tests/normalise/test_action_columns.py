"""Which of several columns with one meaning an action's date, status, progress and owner are."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

ACTIONS = ["Open the new centre", "Review the tree policy", "Replace the lamps"]
PLANNED = ["31-May-2019", "30-Jun-2019", "31-Dec-2019"]
ENDED = ["12-Jun-2019", "", "31-Mar-2020"]
DAYS = ["2019-05-31", "2019-06-30", "2019-12-31"]
EARLIER = ["Green", "Amber", "Completed"]
LATER = ["Amber", "Red", "Overdue"]
TITLE = "Action plan Quarter 2 2019/20"


def read(*columns: tuple[str, list[str]], title: str = TITLE) -> Paper:
    """A table of coded actions and *columns*, each a heading and its texts."""
    rows: list[list[C | str]] = [["Action code", "Action title", *(head for head, _ in columns)]]
    rows += [
        [f"FP1922_{at:02d}", action, *(texts[at] for _, texts in columns)]
        for at, action in enumerate(ACTIONS)
    ]
    draft = Draft().line("Tillingham Borough Council")
    return draft.line(title, bold=True).table(*rows).read()


def days(paper: Paper, name: str = "due") -> list[str | None]:
    found = [getattr(row, name) for row in paper.actions]
    return [day.isoformat() if day else None for day in found]


def rules(paper: Paper) -> set[str]:
    return {finding.rule_id for finding in paper.findings}


@pytest.mark.parametrize("aimed", ["Due Date", "Target Date", "Deadline", "By When"])
@pytest.mark.parametrize("ended", ["Completion Date", "End Date", "Implementation Date"])
@pytest.mark.parametrize("first", [True, False])
def test_the_day_an_action_ended_is_not_the_day_it_was_due(
    aimed: str, ended: str, first: bool
) -> None:
    columns = [(aimed, PLANNED), (ended, ENDED)]
    paper = read(("Status", LATER), *(columns if first else reversed(columns)))
    assert days(paper) == DAYS
    assert days(paper, "revised_due") == [None, None, None]


def test_a_completion_date_alone_is_a_due_date() -> None:
    assert days(read(("Status", LATER), ("Completion Date", PLANNED))) == DAYS


@pytest.mark.parametrize("first", [True, False])
def test_the_original_date_is_due_and_the_other_its_revision(first: bool) -> None:
    columns = [("Original Due Date", PLANNED), ("Due Date", ENDED)]
    paper = read(("Status", LATER), *(columns if first else reversed(columns)))
    assert days(paper) == DAYS
    assert days(paper, "revised_due") == ["2019-06-12", None, "2020-03-31"]


@pytest.mark.parametrize(
    "heads",
    [
        ("Original Target", "Revised Target"),
        ("Original Target", "Target"),
        ("Original Target", "Current Target"),
        ("Initial Target", "Revised Target"),
        ("Original", "Revised"),
        ("Baseline", "Revised Date"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_an_original_target_of_dates_is_due_and_the_other_its_revision(
    heads: tuple[str, str], first: bool
) -> None:
    columns = [(heads[0], PLANNED), (heads[1], ENDED)]
    paper = read(("Status", LATER), *(columns if first else reversed(columns)))
    assert days(paper) == DAYS
    assert days(paper, "revised_due") == ["2019-06-12", None, "2020-03-31"]


def test_the_day_of_a_baseline_beside_no_date_is_not_due() -> None:
    assert days(read(("Status", LATER), ("Baseline", PLANNED))) == [None, None, None]


def test_two_dates_that_nothing_tells_apart_are_not_read() -> None:
    paper = read(("Status", LATER), ("Due Date", PLANNED), ("Target Date", ENDED))
    assert days(paper) == [None, None, None]
    assert "column.unclear" in rules(paper)


@pytest.mark.parametrize(
    "heads",
    [
        ("Q1 RAG", "Q2 RAG"),
        ("Status at June", "Status at September"),
        ("Q1 2019/20 RAG", "Q2 2019/20 RAG"),
        ("Progress Q1", "Progress Q2"),
        ("Q1", "Q2"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_the_status_is_that_of_the_latest_time(heads: tuple[str, str], first: bool) -> None:
    columns = [(heads[0], EARLIER), (heads[1], LATER)]
    paper = read(("Due Date", PLANNED), *(columns if first else reversed(columns)))
    assert [row.status for row in paper.actions] == ["amber", "red", "overdue"]


def test_a_quarter_that_had_not_begun_is_of_the_year_before() -> None:
    columns = [("Q4 RAG", EARLIER), ("Q1 RAG", LATER)]
    paper = read(("Due Date", PLANNED), *columns, title="Action plan Quarter 1 2019/20")
    assert [row.status for row in paper.actions] == ["amber", "red", "overdue"]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (("Q1 RAG", "Q2 RAG"), ["amber", "red", "overdue"]),
        (("Q4 RAG", "Q1 RAG"), [None, None, None]),
    ],
)
def test_quarters_of_no_known_year_follow_each_other_or_tell_nothing(
    heads: tuple[str, str], expected: list[str | None]
) -> None:
    columns = [(heads[0], EARLIER), (heads[1], LATER)]
    paper = read(("Due Date", PLANNED), *columns, title="Action plan")
    assert [row.status for row in paper.actions] == expected


def test_the_status_is_the_last_one_printed() -> None:
    paper = read(
        ("Due Date", PLANNED), ("Q1 RAG", EARLIER), ("Q2 RAG", LATER), ("Q3 RAG", [""] * 3)
    )
    assert [row.status for row in paper.actions] == ["amber", "red", "overdue"]


def test_two_statuses_headed_alike_are_not_read() -> None:
    paper = read(("RAG", EARLIER), ("Due Date", PLANNED), ("RAG", LATER))
    assert [row.status for row in paper.actions] == [None, None, None]
    assert "column.unclear" in rules(paper)


@pytest.mark.parametrize("beside", ["RAG", "Target Status", "Traffic Light"])
@pytest.mark.parametrize("first", [True, False])
def test_a_status_in_words_goes_before_a_colour_in_another_column(beside: str, first: bool) -> None:
    columns = [(beside, ["Green", "Amber", "Red"]), ("Status", ["Completed", "", "Overdue"])]
    paper = read(("Due Date", PLANNED), *(columns if first else reversed(columns)))
    assert [row.status for row in paper.actions] == ["completed", "amber", "overdue"]


@pytest.mark.parametrize("first", [True, False])
def test_an_actions_status_goes_before_that_of_its_target(first: bool) -> None:
    columns = [("Target Status", ["Green", "Amber", "Red"]), ("Status", ["Red", "Green", "Amber"])]
    paper = read(("Due Date", PLANNED), *(columns if first else reversed(columns)))
    assert [row.status for row in paper.actions] == ["red", "green", "amber"]


@pytest.mark.parametrize("first", [True, False])
def test_progress_is_that_of_the_latest_time(first: bool) -> None:
    columns = [("Progress Q1", ["90%", "40%", "0%"]), ("Progress Q2", ["100%", "50%", "5%"])]
    paper = read(("Due Date", PLANNED), *(columns if first else reversed(columns)))
    assert [row.progress for row in paper.actions] == [100, 50, 5]


@pytest.mark.parametrize(
    ("heading", "texts", "expected"),
    [
        ("Progress", ["4", "2", "1"], [None, None, None]),
        ("% Complete", ["1", "0.5", "0"], [None, None, None]),
        ("% Complete", ["4", "2", "1"], [4, 2, 1]),
        ("Progress", ["100", "2", "1"], [100, 2, 1]),
        ("Progress", ["4%", "2%", "1"], [4, 2, 1]),
        ("Progress", ["0", "0", "0"], [0, 0, 0]),
    ],
)
def test_numbers_that_may_be_marks_or_shares_of_one_are_no_percents(
    heading: str, texts: list[str], expected: list[int | None]
) -> None:
    paper = read(("Status", LATER), (heading, texts), ("Due Date", PLANNED))
    assert [row.progress for row in paper.actions] == expected
    assert ("progress.unread" in rules(paper)) is (None in expected)


@pytest.mark.parametrize("above", ["Portfolio Holder", "Cabinet Member", "Director"])
@pytest.mark.parametrize("first", [True, False])
def test_the_owner_is_the_officer_and_not_who_stands_over_him(above: str, first: bool) -> None:
    own, over = ["J. Ash", "A. Elm", ""], ["Cllr Oak", "Cllr Fir", "Cllr Yew"]
    columns = [(above, over), ("Responsible Officer", own)]
    paper = read(
        ("Status", LATER), ("Due Date", PLANNED), *(columns if first else reversed(columns))
    )
    assert [row.owner for row in paper.actions] == ["J. Ash", "A. Elm", None]


def test_a_member_alone_is_the_owner() -> None:
    paper = read(("Status", LATER), ("Due Date", PLANNED), ("Cabinet Member", ["A", "B", "C"]))
    assert [row.owner for row in paper.actions] == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["High", "Low", "Medium"], [None, None, None]),
        (["Green", "Red", "Amber"], [None, None, None]),
        (["Homes", "Parks", "High"], ["Homes", "Parks", "High"]),
    ],
)
def test_a_priority_of_high_and_low_is_no_section(
    texts: list[str], expected: list[str | None]
) -> None:
    paper = read(("Priority", texts), ("Status", LATER), ("Due Date", PLANNED))
    assert [row.section for row in paper.actions] == expected


def test_a_portfolio_of_councillors_is_whose_the_actions_are() -> None:
    paper = read(("Portfolio", ["Cllr Oak", "Cllr Fir", "Cllr Yew"]), ("Due Date", PLANNED))
    assert [(row.section, row.owner) for row in paper.actions] == [
        (None, "Cllr Oak"),
        (None, "Cllr Fir"),
        (None, "Cllr Yew"),
    ]


@pytest.mark.parametrize("beside", [True, False])
def test_the_day_of_a_milestone_is_no_description(beside: bool) -> None:
    other = [("Due Date", PLANNED)] if beside else []
    paper = read(("Status", LATER), ("Milestone", PLANNED), *other)
    assert [row.description for row in paper.actions] == [None, None, None]
    assert days(paper) == DAYS
