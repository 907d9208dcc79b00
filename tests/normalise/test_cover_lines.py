"""Cover sheets that are printed without rules, and what heads say in one line."""

from __future__ import annotations

import datetime

import pytest

from crossfoot.normalise.cover_lines import cover_of_lines
from crossfoot.normalise.covers import Cover
from crossfoot.normalise.heads import committee_of, said_inline
from tests.normalise.paper_builder import Draft

LEFT, RIGHT = 50.0, 240.0


def sheet(*pairs: tuple[str, str], right: float = RIGHT) -> Draft:
    """A council's name, then labels at the left edge with a text on the level of each."""
    draft = Draft().line("Redditch Borough Council", bold=True, size=13.0)
    for label, value in pairs:
        top = draft.y
        draft.line(label, bold=True, x=LEFT)
        draft.y = top
        draft.line(value, x=right)
    return draft


def test_labels_with_texts_beside_them_are_a_cover_sheet() -> None:
    draft = sheet(
        ("Report to", "Council"),
        ("Date of meeting", "25 July 2017"),
        ("Report by", "Deputy Chief Executive"),
        ("Title", "Measures to Watch, Quarter 1 2017/18"),
    )
    found = draft.line("1. Purpose", bold=True).read().document
    assert (found.committee, found.published_on) == ("Council", datetime.date(2017, 7, 25))
    assert found.title == "Measures to Watch, Quarter 1 2017/18"
    assert found.reporting_period == "2017/18 Q1"


def test_a_label_is_no_committee_and_an_officer_is_none() -> None:
    draft = sheet(
        ("Committee", "Overview and Scrutiny Committee"), ("Report of", "Assistant Chief Executive")
    )
    draft.line("Annual Performance Report 2017/18", bold=True, size=13.0)
    found = draft.line("1. Purpose", bold=True).read().document
    assert found.committee == "Overview and Scrutiny Committee"
    assert found.title == "Annual Performance Report 2017/18"


def test_a_text_beside_a_label_goes_on_in_the_line_below() -> None:
    draft = sheet(("Meeting", "Cabinet"), ("Subject", "Measures to Watch in the Services for"))
    draft.y -= 11.0
    draft.line("Children, Quarter 1 2017/18", x=RIGHT)
    found = cover_of_lines(draft.lines)
    assert found == Cover(
        "Measures to Watch in the Services for Children, Quarter 1 2017/18", "Cabinet"
    )


@pytest.mark.parametrize(
    "pairs",
    [
        (("Title", "Officer"),),  # the headings of a table, one beside another
        (("Icon", "Status"), ("Completed", "The task is done")),  # a key
        (("Risk", "Owner"), ("Health and safety", "Head of Assets")),  # labels, but no fact
    ],
)
def test_other_texts_side_by_side_are_no_cover_sheet(pairs: tuple[tuple[str, str], ...]) -> None:
    assert cover_of_lines(sheet(*pairs).lines) is None


def test_labels_whose_texts_begin_at_other_edges_are_no_cover_sheet() -> None:
    draft = sheet(("Committee", "Cabinet"))
    draft.lines += sheet(("Date", "11 May 2018"), right=300.0).lines[1:]
    assert cover_of_lines(draft.lines) is None


@pytest.mark.parametrize(
    ("line", "committee"),
    [
        ("Forest of Dean District Council - Scrutiny Panel", "Scrutiny Panel"),
        ("London Borough of Merton \u2013 Cabinet, 4 May 2010", "Cabinet"),
        ("Housing - Repairs Panel", "Housing - Repairs Panel"),
        ("Members' Monitoring Group", "Members' Monitoring Group"),
        ("Committee", None),
        ("Assistant Chief Executive", None),
        ("Executive", "Executive"),
    ],
)  # fmt: skip
def test_a_committee_is_named_without_its_council(line: str, committee: str | None) -> None:
    assert committee_of(line) == committee


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Report title Annual Report 2015/16", ("report title", "Annual Report 2015/16")),
        ("Title: Annual Report 2015/16", ("title", "Annual Report 2015/16")),
        ("Title of report and its author", ("", "")),
        ("Title Annual Report 2015/16", ("", "")),
        ("Subject access requests answered", ("", "")),
    ],
)
def test_a_label_of_two_words_needs_no_colon(line: str, said: tuple[str, str]) -> None:
    assert said_inline(line) == said
