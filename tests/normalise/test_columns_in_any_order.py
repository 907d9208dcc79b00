"""Tables of indicators and of actions of any columns, in any order, headed in many ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Action, Indicator
from tests.normalise.paper_builder import C, Draft

#: What a column may be headed, and what stands in it.
Kind = tuple[tuple[str, ...], tuple[str, ...]]

NAMES = (
    "Rent collected in the year",
    "Repairs done on time",
    "Homes let within the target",
    "Bins missed each week",
)
NOTES = (
    "Collection went well after the new letters were sent out in June",
    "",
    "More homes became empty than was expected in the autumn",
    "Vehicles broke down",
)
INDICATORS: dict[str, Kind] = {
    "section": (("Service", "Directorate", "Priority", "Theme", "Team"), ("Housing",) * 4),
    "code": (
        ("Ref", "PI Ref", "Code", "KPI No", "ID", "PI Code", "KPI", "Measure"),
        ("CS1", "CS2", "CS4", "CS5"),
    ),
    "title": (
        ("Indicator", "Performance Indicator", "Short Name", "Title", "PI", "Key measure", "Name"),
        NAMES,
    ),
    "description": (
        ("Description", "Definition", "Detail"),
        (
            "The percentage of rent due that was collected, excluding arrears brought forward",
            "The percentage of responsive repairs that were done by the agreed date",
            "The number of homes that were let again in less than 21 days",
            "Bins that were reported as missed by residents, for each week of the quarter",
        ),
    ),
    "owner": (("Owner", "Lead Officer", "Portfolio Holder"), ("A Brown", "B Green", "", "C Grey")),
    "frequency": (("Frequency", "How often"), ("Quarterly", "Quarterly", "Monthly", "Weekly")),
    "unit": (("Unit", "Measured in", "Format"), ("%", "%", "Number", "Number")),
    "polarity": (("Good is", "Polarity", "Aim"), ("High", "High", "High", "Low")),
    "result": (("Q3 2019/20", "Q3 Actual", "Quarter 3"), ("51.2%", "52.3%", "41", "12")),
    "target": (("Target", "Q3 Target"), ("50%", "55%", "40", "10")),
    "status": (("Status", "RAG", "Performance"), ("Green", "Amber", "Green", "Red")),
    "trend": (("Trend", "DoT", "Direction of travel"), ("Improving", "Worsening", "", "Static")),
    "note": (("Comments", "Latest Note", "Explanation"), NOTES),
}
ACTIONS: dict[str, Kind] = {
    "section": (("Service", "Directorate", "Priority", "Theme"), ("Leisure", "Parks", "", "Homes")),
    "objective": (("Objective", "Outcome", "Aim"), ("Healthy town", "Safe streets", "", "Homes")),
    "code": (("Ref", "Action Ref", "No.", "ID"), ("CP1.1", "CP1.2", "CP2.1", "CP2.2")),
    "title": (
        ("Action", "Key action", "Milestone", "Project", "What we will do", "Recommendation"),
        (
            "Open the new leisure centre in the town",
            "Review the tree policy for parks",
            "Replace the lighting in car parks",
            "Agree a plan for empty homes",
        ),
    ),
    "owner": (("Owner", "By whom", "Who"), ("Head of Parks", "", "Works Manager", "A Grey")),
    "due": (
        ("Due date", "Target date", "Deadline", "By when", "Timescale"),
        ("31/03/2020", "30 June 2020", "Sep 2020", "31-Dec-2019"),
    ),
    "revised": (("Revised date", "Revised due date"), ("30/06/2020", "", "", "31/03/2020")),
    "status": (("Status", "RAG", "Progress"), ("Completed", "On track", "Overdue", "In progress")),
    "share": (("% complete", "% progress"), ("100%", "60%", "20%", "45%")),
    "note": (("Comments", "Progress update", "Progress", "Current position"), NOTES),
}
#: What stands behind the names; what names the rows stands before them.
BEHIND = ("result", "target", "status", "trend", "note")
DUE = (date(2020, 3, 31), date(2020, 6, 30), date(2020, 9, 30), date(2019, 12, 31))


@st.composite
def drawn(draw: Any, kinds: Mapping[str, Kind], always: Sequence[str]) -> dict[str, str]:
    """Draw which columns a table has, by their headings, in print order."""
    some = draw(st.lists(st.sampled_from(sorted(kinds)), unique=True))
    order = draw(st.permutations([*always, *(kind for kind in some if kind not in always)]))
    if "result" in kinds:
        order = sorted(order, key=lambda kind: kind in BEHIND)
    heads: dict[str, str] = {}
    for kind in order:
        free = [head for head in kinds[kind][0] if head not in heads.values()]
        heads[kind] = draw(st.sampled_from(free))
    return heads


def read(head: str, kinds: Mapping[str, Kind], heads: Mapping[str, str]) -> Paper:
    rows: list[list[C | str]] = [list(heads.values())]
    rows += [[kinds[kind][1][at] for kind in heads] for at in range(len(NAMES))]
    draft = Draft().line("Wychavon District Council")
    return draft.line(f"{head} Quarter 3 2019/20", bold=True).table(*rows).read()


def of(kinds: Mapping[str, Kind], heads: Mapping[str, str], kind: str, at: int) -> str | None:
    return (kinds[kind][1][at] or None) if kind in heads else None


def said_of(row: Indicator, paper: Paper) -> dict[str, str | None]:
    figures = [each for each in paper.figures if each.indicator_id == row.indicator_id]
    return {
        "title": row.title,
        "code": row.code,
        "section": row.section,
        "status": row.status_as_printed,
        "trend": row.trend_as_printed,
        "note": row.note,
        "result": next((each.as_printed for each in figures if each.measure == "actual"), None),
        "target": next((each.as_printed for each in figures if each.measure == "target"), None),
    }


@settings(max_examples=150)
@given(heads=drawn(INDICATORS, ("title", "result", "target")))
def test_indicators_are_read_from_any_columns_in_any_order(heads: dict[str, str]) -> None:
    paper = read("Performance report", INDICATORS, heads)
    assert len(paper.indicators) == len(NAMES), heads
    for at, row in enumerate(paper.indicators):
        for kind, text in said_of(row, paper).items():
            assert text == of(INDICATORS, heads, kind, at), (kind, heads)


def said_of_action(row: Action) -> dict[str, Any]:
    return {
        "title": row.title,
        "code": row.code,
        "section": row.section,
        "objective": row.parent_title,
        "status": row.status_as_printed,
        "revised": row.revised_due_as_printed,
        "note": row.comments,
        "owner": row.owner or row.lead,
        "share": None if row.progress is None else f"{row.progress}%",
    }


@settings(max_examples=150)
@given(heads=drawn(ACTIONS, ("title", "due", "status")))
def test_actions_are_read_from_any_columns_in_any_order(heads: dict[str, str]) -> None:
    paper = read("Action plan progress report", ACTIONS, heads)
    assert len(paper.actions) == len(NAMES), heads
    for at, row in enumerate(paper.actions):
        for kind, text in said_of_action(row).items():
            assert text == of(ACTIONS, heads, kind, at), (kind, heads)
        assert row.due == DUE[at]
