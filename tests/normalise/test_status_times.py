"""Of when a status speaks: its heading's time, its group's, that of the result beside it."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

_YEAR = "Performance report 2009/10 year end"
_NAMES = ("Homes let to time (%)", "Calls answered in 20 seconds (%)")


def _read(title: str, head: list[list[C | str]], *values: str) -> Paper:
    """A table of two rows that print the same *values*."""
    draft = Draft().line(title, bold=True, size=14)
    return draft.table(*head, *[[name, *values] for name in _NAMES]).read()


def _statuses(paper: Paper) -> set[tuple[str | None, str | None]]:
    return {(each.period, each.status) for each in paper.statuses}


def test_a_status_under_other_councils_is_not_the_indicators() -> None:
    head: list[list[C | str]] = [
        [C("Indicator", down=2), C("Q2 2009/10", span=2), C("England average", span=2)],
        ["Actual", "RAG", "Value", "RAG"],
    ]
    paper = _read(_YEAR, head, "91", "Green", "88", "Red")
    assert {row.status for row in paper.indicators} == {"green"}
    assert _statuses(paper) == {("2009/10 Q2", "green")}


def test_a_status_is_of_the_latest_result_that_the_row_prints() -> None:
    head: list[list[C | str]] = [["Indicator", "Q1", "Q2", "Q3", "Q4", "RAG"]]
    paper = _read(_YEAR, head, "88", "91", "", "", "Green")
    assert _statuses(paper) == {("2009/10 Q2", "green")}


@pytest.mark.parametrize("heading", ["Monthly RAG", "This month RAG"])
def test_a_months_status_is_not_of_the_quarter_beside_it(heading: str) -> None:
    head: list[list[C | str]] = [["Indicator", "Target", "Q2 2009/10", heading]]
    paper = _read(_YEAR, head, "90", "91", "Green")
    assert _statuses(paper) <= {(None, "green")}


def test_of_quarters_whose_year_is_not_known_none_has_the_latest_status() -> None:
    head: list[list[C | str]] = [
        [C("Indicator", down=2), C("Q2", span=2), C("Q1", span=2)],
        ["Actual", "RAG", "Actual", "RAG"],
    ]
    paper = _read("Performance report", head, "91", "Green", "88", "Red")
    assert {row.status for row in paper.indicators} <= {None}


@pytest.mark.parametrize("heading", ["Year-end status", "DQ RAG", "Outlook", "Benchmark RAG"])
def test_what_is_not_said_of_now_is_no_status(heading: str) -> None:
    head: list[list[C | str]] = [["Indicator", "Target", "Q2 2009/10", heading]]
    paper = _read(_YEAR, head, "90", "91", "Green")
    assert len(paper.indicators) == len(_NAMES)
    assert not paper.statuses


@pytest.mark.parametrize("key", [True, False])
def test_where_the_latest_colour_is_not_understood_no_status_is_the_earlier_ones(
    key: bool,
) -> None:
    draft = Draft().line("Performance report Quarter 2 2009/10", bold=True, size=14)
    if key:
        meanings = [("#00b050", "Target met"), ("#3050f0", "Narrow miss"), ("#ff0000", "Missed")]
        draft = draft.table(*([C(fill=fill), meaning] for fill, meaning in meanings))
    draft = draft.table(
        [C("Indicator", down=2), C("Q1 2009/10", span=2), C("Q2 2009/10", span=2)],
        ["Actual", "RAG", "Actual", "RAG"],
        [_NAMES[0], "91", C(fill="#00b050"), "88", C(fill="#3050f0")],
        [_NAMES[1], "91", C(fill="#00b050"), "88", C(fill="#ff0000")],
    )
    assert [row.status for row in draft.read().indicators] == [None, "red"]


def test_a_painted_result_of_no_known_meaning_has_not_the_status_of_the_one_before() -> None:
    draft = Draft().line("Performance report Quarter 2 2009/10", bold=True, size=14)
    meanings = [("#00b050", "Target met"), ("#3050f0", "See page 4"), ("#ff0000", "Missed")]
    draft = draft.table(*([C(fill=fill), meaning] for fill, meaning in meanings))
    draft = draft.table(
        [C("Indicator", down=2), C("Q1 2009/10", span=2), C("Q2 2009/10", span=2)],
        ["Target", "Actual", "Target", "Actual"],
        [_NAMES[0], "90", C("91", fill="#00b050"), "90", C("88", fill="#3050f0")],
        [_NAMES[1], "90", C("91", fill="#00b050"), "90", C("78", fill="#ff0000")],
    )
    assert [row.status for row in draft.read().indicators] == [None, "red"]


@pytest.mark.parametrize(("latest", "status"), [("88", None), ("n/a", "green"), ("", "green")])
def test_a_result_without_the_colour_of_its_column_has_not_that_of_the_one_before(
    latest: str, status: str | None
) -> None:
    draft = Draft().line("Performance report Quarter 2 2009/10", bold=True, size=14)
    draft = draft.line("Key: Green = target met; Red = target missed")
    draft = draft.table(
        ["Indicator", "Q1 2009/10", "Q2 2009/10", "Target"],
        [_NAMES[0], C("91", fill="#00b050"), latest, "90"],
        [_NAMES[1], C("91", fill="#00b050"), C("78", fill="#ff0000"), "90"],
    )
    paper = draft.read()
    assert [row.status for row in paper.indicators] == [status, "red"]
    told = [f.printed for f in paper.findings if f.rule_id == "status.unexplained_fill"]
    assert told == (["Q2 2009/10"] if status is None else [])
