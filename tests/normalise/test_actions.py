"""Action tables, and the stacked item tables of plans."""

from __future__ import annotations

import datetime

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

HEADINGS: list[C | str] = [
    "Status Icon",
    "Action Code",
    "Action Title",
    "Action Description",
    "Progress",
    "Due Date",
    "Comments",
]
MONTHS = [
    "July",
    "Aug.",
    "Sep.",
    "Oct.",
    "Nov.",
    "Dec.",
    "Jan.",
    "Feb.",
    "Mar.",
    "Apr.",
    "May",
    "June",
]


def one(progress: str = "50%", due: str = "31-Dec-2019", comments: str = "") -> Paper:
    row = ["Overdue", "FP1922_02", "Implement software", "New accounts", progress, due, comments]
    return Draft().line("Resources Key Tasks 2019/20", bold=True).table(HEADINGS, [*row]).read()


def test_an_action_row_in_full() -> None:
    (action,) = one(comments="Due date revised from June 2019.").actions
    assert action.code == "FP1922_02"
    assert (action.title, action.description) == ("Implement software", "New accounts")
    assert (action.section, action.status, action.progress) == ("Resources", "overdue", 50)
    assert (action.due, action.due_precision) == (datetime.date(2019, 12, 31), "day")
    assert (action.previous_due, action.previous_due_precision) == (
        datetime.date(2019, 6, 30),
        "month",
    )


def test_a_day_that_does_not_exist_is_kept_as_printed_and_told() -> None:
    paper = one(due="31-Apr-2020")
    action = paper.actions[0]
    assert (action.due, action.due_precision, action.due_as_printed) == (None, None, "31-Apr-2020")
    assert [(f.rule_id, f.severity) for f in paper.findings] == [("date.impossible", "warning")]


def test_words_under_due_date_are_kept_as_printed() -> None:
    action = one(due="Ongoing").actions[0]
    assert (action.due, action.due_as_printed) == (None, "Ongoing")


@pytest.mark.parametrize(("text", "progress"), [("0%", 0), ("100%", 100), ("42", 42)])
def test_progress_is_a_percentage(text: str, progress: int) -> None:
    assert one(progress=text).actions[0].progress == progress


def test_more_than_the_whole_is_no_progress() -> None:
    paper = one(progress="140%")
    assert paper.actions[0].progress is None
    assert [f.rule_id for f in paper.findings] == ["progress.unread"]


def test_words_under_progress_are_a_comment() -> None:
    assert one(progress="Well under way").actions[0].comments == "Well under way"


def test_a_target_column_of_dates_is_the_due_date() -> None:
    draft = Draft().table(
        ["Ref", "Task", "Lead", "Target", "Status", "Update"],
        ["1.1.1", "Do it", "AB", "Dec 2010", "On track", "going"],
        ["1.1.2", "Do that", "CD", "TBC", "Behind schedule", ""],
    )
    first, second = draft.read().actions
    assert (first.due, first.lead, first.status) == (datetime.date(2010, 12, 31), "AB", "green")
    assert (second.due, second.due_as_printed, second.status) == (None, "TBC", "red")


def stacked(draft: Draft, code: str, *, upper: str = "Late", cut: bool = False) -> Draft:
    """One item: theme, upper headings and row, lower headings, objective, lower row."""
    objective = code.rpartition(".")[0]
    chart: list[C | str] = [C(fill="#0000ff"), *[""] * 3, C(fill="#cc99ff"), *[""] * 7]
    rows: list[list[C | str]] = [
        [C("CP1: Town Centre", span=18)],
        [
            "Ref",
            "September 2007 Action",
            "Colour",
            C("Corrective Action", span=12),
            "Who",
            "Original Date",
            "Revised Date",
        ],
        [code, "Consult", C(fill="#ff0000"), C(upper, span=12), "PS", "Aug-07", "Nov-07"],
        ["Ref.", "Action", "Lead", *MONTHS, C("Corrective Action", span=3)],
        [objective, C("Work Commenced", span=17)],
        [code, "Consult", "PS /PM", *chart, C("To be done", span=3)],
    ]
    if cut:
        return draft.table(*rows[:5]).new_page().table(rows[5])
    return draft.table(*rows)


def plan() -> Draft:
    draft = Draft().line("IMPROVEMENT PLAN EXCEPTION REPORT [SEPTEMBER 2007]", bold=True)
    draft.line("Where: -")
    return draft.table(
        [C(fill="#ff0000"), "Over one month behind target"],
        [C(fill="#0000ff"), "Original date of planned action"],
        [C(fill="#cc99ff"), "Re-programmed date."],
    )


@pytest.mark.parametrize("cut", [False, True])
def test_a_stacked_item_is_one_action_also_over_a_page_end(cut: bool) -> None:
    paper = stacked(plan(), "1.2.2", cut=cut).read()
    (action,) = paper.actions
    assert (action.code, action.title, action.section) == ("1.2.2", "Consult", "CP1: Town Centre")
    assert (action.parent_code, action.parent_title) == ("1.2", "Work Commenced")
    assert (action.owner, action.lead) == ("PS", "PS /PM")
    assert (action.comments, action.corrective_action) == ("Late", "To be done")
    assert (action.status, action.status_carrier) == ("red", "fill")
    assert (action.due, action.revised_due) == (
        datetime.date(2007, 8, 31),
        datetime.date(2007, 11, 30),
    )
    assert [(m.action_id, m.month, m.marker) for m in paper.action_months] == [
        (action.action_id, "2007-07", "original_date"),
        (action.action_id, "2007-11", "revised_date"),
    ]


def test_a_blank_upper_corrective_action_is_null_and_items_stay_apart() -> None:
    draft = stacked(stacked(plan(), "1.2.2"), "1.3.1", upper="")
    assert [(a.code, a.comments, a.corrective_action) for a in draft.read().actions] == [
        ("1.2.2", "Late", "To be done"),
        ("1.3.1", None, "To be done"),
    ]


def test_several_stacked_items_in_one_table() -> None:
    draft = stacked(stacked(plan(), "1.2.2"), "1.3.1")
    first, second = draft.tables[-2:]
    rows = [row._replace(row_no=row.row_no + 6) for row in second.rows]
    joined = first._replace(rows=(*first.rows, *rows))
    draft.tables[-2:] = [joined]
    assert [(a.code, a.parent_code) for a in draft.read().actions] == [
        ("1.2.2", "1.2"),
        ("1.3.1", "1.3"),
    ]


def test_months_have_no_year_where_the_paper_names_no_period() -> None:
    draft = Draft()
    paper = stacked(draft, "1.2.2").read()
    assert {month.month for month in paper.action_months} == {None}


def test_digits_under_a_date_that_are_no_one_date_are_told() -> None:
    paper = one(due="Phase 1 2019, phase 2 2020")
    assert paper.actions[0].due is None
    assert [(f.rule_id, f.severity) for f in paper.findings] == [("date.unread", "note")]


def test_a_day_in_figures_is_open_where_others_print_their_month_first() -> None:
    rows = [
        [C("Green"), "A1", "Boilers", "New boilers", "10%", "10/23/2019", ""],
        [C("Green"), "A2", "Leisure", "New contract", "10%", "03/04/2020", ""],
        [C("Green"), "A3", "Parking", "New machines", "10%", "4 May 2020", ""],
    ]
    paper = Draft().line("Resources Key Tasks 2019/20").table(HEADINGS, *rows).read()
    assert [action.due for action in paper.actions] == [None, None, datetime.date(2020, 5, 4)]
    assert [action.due_as_printed for action in paper.actions][1] == "03/04/2020"
    assert "date.order" in {finding.rule_id for finding in paper.findings}
