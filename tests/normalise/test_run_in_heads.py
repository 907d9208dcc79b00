"""Headings printed again that are read as one row with the row below them."""

from __future__ import annotations

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

HEADINGS: list[C | str] = ["Theme", "Task", "Who", "Due Date", "Status"]


def over_a_page(*rows: list[C | str]) -> Paper:
    draft = Draft().line("Tillingham Borough Council")
    draft.line("Service Plan 2018/19", bold=True)
    draft.table(HEADINGS, ["Homes", "Let the depot", "Depot Manager", "31/03/2019", "On track"])
    return draft.new_page().table(*rows).read()


def test_headings_over_a_page_are_no_part_of_the_row_below_them() -> None:
    paper = over_a_page(
        [
            C("Theme", down=2),
            "Task\nRenew the lease of\nthe hall",
            "Who\nHall Keeper",
            "Due Date\n30/06/2019",
            "Status\nDelayed",
        ],
        ["Paint the hall", "Hall Keeper", "31/07/2019", "On track"],
    )
    assert [(a.title, a.section, str(a.due), a.status_as_printed) for a in paper.actions[1:]] == [
        ("Renew the lease of the hall", None, "2019-06-30", "Delayed"),
        ("Paint the hall", None, "2019-07-31", "On track"),
    ]


def test_the_word_of_a_heading_in_some_cells_of_a_row_stays() -> None:
    paper = over_a_page(
        ["Homes", "Task\nforce for the hall", "Who\nelse", "30/06/2019", "Delayed"],
    )
    assert [action.title for action in paper.actions[1:]] == ["Task force for the hall"]


def test_a_heading_that_is_one_line_with_the_words_behind_it_stays() -> None:
    paper = over_a_page(
        ["Theme parks", "Task force for the hall", "Who cares Ltd", "30/06/2019", "Delayed"],
    )
    assert [action.title for action in paper.actions[1:]] == ["Task force for the hall"]
