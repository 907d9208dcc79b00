"""Several reports in one paper: each row has the council, day and period of its own."""

from __future__ import annotations

import datetime

import pytest

from crossfoot.normalise.reports import reports_of
from crossfoot.schema.paper import Known
from tests.normalise.paper_builder import Draft

DAY = datetime.date(2019, 11, 5)


def lines(draft: Draft, *texts: str) -> Draft:
    for text in texts:
        draft.line(text, bold=not text.endswith("."))
    return draft


def agenda() -> Draft:
    draft = lines(
        Draft(), "Ambridge Borough Council", "Cabinet", "Tuesday, 5 November 2019 at 7.00 pm"
    )
    draft.line("Agenda", bold=True, size=15)
    return lines(draft.new_page(), "1. Apologies", "2. Minutes", "3. Performance")


def indicators(draft: Draft, code: str = "BV8", figure: str = "97%") -> Draft:
    return draft.table(
        ["Ref", "Indicator", "Actual", "Target", "Status"],
        [code, "Invoices paid in 30 days", figure, "98%", "Red"],
    )


def report(draft: Draft, of: str, title: str, *more: str) -> Draft:
    lines(draft.new_page(), f"Report of the {of}", title, "1. Purpose of report", *more)
    return draft


def pack() -> Draft:
    draft = agenda()
    report(draft, "Head of Finance", "TREASURY MANAGEMENT REVIEW 2018/19", "To note the review.")
    draft.new_page().line("2.4 Borrowing stands at two million pounds.")
    report(
        draft, "Chief Executive", "PERFORMANCE REPORT QUARTER 2 2019/20", "To see how it stands."
    )
    lines(draft.new_page(), "APPENDIX 1", "Key Performance Indicators")
    indicators(draft)
    report(draft, "Head of Planning", "LOCAL PLAN MONITORING 2017/18", "To note the plan.")
    return draft


def starts(draft: Draft) -> list[int]:
    return [each.first for each in reports_of(draft.reading())]


def test_reports_begin_with_their_heads_and_keep_their_appendices() -> None:
    reports = reports_of(pack().reading())
    assert [(each.first, each.last) for each in reports] == [(1, 2), (3, 4), (5, 6), (7, 7)]
    assert [len(each.reading.tables) for each in reports] == [0, 0, 1, 0]
    assert {line.page for line in reports[2].reading.lines} == {5, 6}


def test_rows_take_the_period_of_their_own_report_and_the_day_and_council_of_the_pack() -> None:
    paper = pack().read()
    (row,) = paper.indicators
    assert (row.reporting_period, row.published_on) == ("2019/20 Q2", DAY)
    assert {(each.reporting_period, each.published_on) for each in paper.figures} == {
        ("2019/20 Q2", DAY)
    }
    document = paper.document
    assert (document.committee, document.published_on) == ("Cabinet", DAY)
    assert document.title is None
    assert document.reporting_period == "2019/20 Q2"


def two_reports() -> Draft:
    draft = lines(
        Draft(),
        "Gedling Borough Council",
        "Cabinet",
        "5 November 2019",
        "QUARTER 1 PERFORMANCE REPORT 2019/20",
        "1. Summary",
    )
    indicators(draft.new_page())
    lines(
        draft.new_page(),
        "Gedling Borough Council",
        "Audit Committee",
        "3 December 2019",
        "QUARTER 2 PERFORMANCE REPORT 2019/20",
        "1. Summary",
    )
    indicators(draft.new_page(), figure="96%")
    lines(draft.new_page(), "Cabinet", "7 January 2020", "OTHER BUSINESS", "1. Summary")
    return draft


def test_two_reports_in_one_file_keep_their_days_and_the_file_has_what_they_share() -> None:
    paper = two_reports().read()
    assert [(row.reporting_period, row.published_on) for row in paper.indicators] == [
        ("2019/20 Q1", DAY),
        ("2019/20 Q2", datetime.date(2019, 12, 3)),
    ]
    document = paper.document
    assert (document.council, document.council_source) == ("Gedling", "paper")
    assert (document.title, document.committee, document.published_on) == (None, None, None)
    assert document.reporting_period is None
    assert {cell.role for cell in paper.cells} >= {"code", "title"}


def test_a_report_under_another_councils_name_is_that_councils() -> None:
    draft = agenda()
    report(draft, "Chief Executive", "PERFORMANCE REPORT QUARTER 2 2019/20")
    indicators(draft.new_page())
    lines(
        draft.new_page(),
        "REDDITCH BOROUGH COUNCIL",
        "EXECUTIVE COMMITTEE",
        "10 December 2019",
        "PERFORMANCE REPORT QUARTER 3 2019/20",
        "1. SUMMARY",
    )
    indicators(draft.new_page(), code="BV9")
    first, second = draft.read(Known()).indicators
    assert (first.council, first.published_on) == (None, DAY)
    assert (second.council, second.published_on) == ("Redditch", datetime.date(2019, 12, 10))
    assert first.series_id != second.series_id


def test_what_is_known_of_the_file_goes_before_what_its_reports_say() -> None:
    known = Known(
        council="Ambridge",
        council_source="argument",
        title="Public pack",
        published_on=datetime.date(2019, 10, 28),
        published_on_source="manifest",
    )
    paper = pack().read(known)
    (row,) = paper.indicators
    assert (row.council, row.published_on) == ("Ambridge", datetime.date(2019, 10, 28))
    assert row.reporting_period == "2019/20 Q2"
    assert (paper.document.title, paper.document.council_source) == ("Public pack", "argument")


def test_a_manifest_that_repeats_the_front_sheet_leaves_the_reports_their_days() -> None:
    draft = agenda()
    lines(
        draft.new_page(),
        "Audit Committee",
        "3 December 2019",
        "QUARTER 2 PERFORMANCE REPORT 2019/20",
        "1. Summary",
    )
    indicators(draft.new_page())
    report(draft, "Head of Waste", "WASTE PLAN")
    known = Known(published_on=DAY, published_on_source="manifest")
    paper = draft.read(known)
    assert [row.published_on for row in paper.indicators] == [datetime.date(2019, 12, 3)]
    assert (paper.document.published_on, paper.document.published_on_source) == (DAY, "paper")


def test_a_paper_with_a_cover_sheet_is_one_report() -> None:
    draft = lines(Draft(), "Gedling Borough Council", "Cabinet", "5 November 2019")
    report(draft, "Chief Executive", "PERFORMANCE REPORT QUARTER 2 2019/20")
    indicators(draft.new_page())
    assert starts(draft) == [1]
    document = draft.read().document
    assert document.title == "PERFORMANCE REPORT QUARTER 2 2019/20"
    assert (document.committee, document.published_on) == ("Cabinet", DAY)


@pytest.mark.parametrize(
    "head",
    [
        ("Cabinet", "5 November 2019", "Title of Report: Waste"),
        ("Agenda item 7", "Report of the Head of Waste"),
        ("AGENDA ITEM NO. 7", "Cabinet", "WASTE STRATEGY"),
        ("Item No: 7", "1. Purpose of report"),
        ("Report to: Cabinet", "Date: 5 November 2019", "Subject: Waste"),
        ("Joint report of the Chief Executive and the Head of Waste", "1. Purpose"),
        ("REPORT TO CABINET", "Wards affected: all", "5th November 2019"),
        ("Rushcliffe Borough Council", "Corporate Overview Group", "Tuesday, 5 November 2019"),
        ("Executive Board", "Thursday 5 November 2019", "Waste"),
        ("Decision maker: Cabinet", "Date of decision: 5 November 2019"),
    ],
)
def test_heads_of_reports_in_the_habits_of_many_councils(head: tuple[str, ...]) -> None:
    draft = agenda()
    for _ in range(2):
        lines(draft.new_page(), *head)
        draft.new_page().line("2.1 The strategy is set out below.")
    assert starts(draft) == [1, 3, 5]


@pytest.mark.parametrize(
    "top",
    [
        ("Appendix 1", "Report of the Head of Waste", "Cabinet", "5 November 2019"),
        ("The Board considered the report of the Head of Waste.", "5 November 2019"),
        ("Performance in the third quarter", "1. Summary"),
        ("RESOURCES", "Resources Key Performance Indicators 2019/20"),
        ("Cabinet", "Waste and recycling"),
        ("5 November 2019", "1. Summary"),
        ("2.4 The committee met on 5 November 2019",),
    ],
)
def test_other_pages_begin_no_report(top: tuple[str, ...]) -> None:
    draft = agenda()
    lines(draft.new_page(), "text")
    for _ in range(3):
        lines(draft.new_page(), *top)
    assert starts(draft) == [1]


def test_a_key_explains_the_icons_of_its_own_report_alone() -> None:
    draft = agenda()
    report(draft, "Head of Finance", "BUDGET MONITORING REPORT 2018/19")
    draft.table(["Symbol", "Meaning"], ["G", "Over budget"])
    report(draft, "Chief Executive", "PERFORMANCE REPORT QUARTER 2 2019/20")
    indicators(draft.new_page())
    assert [row.status for row in draft.read().indicators] == ["red"]
