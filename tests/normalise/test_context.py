"""What a paper says of itself."""

from __future__ import annotations

import datetime

import pytest

from crossfoot.normalise.covers import read_cover
from crossfoot.normalise.paper_periods import period_of_title, stated_period
from crossfoot.schema.page import Box, TextLine
from crossfoot.schema.paper import Document, Known
from tests.normalise.paper_builder import Draft


def document(draft: Draft, known: Known | None = None) -> Document:
    return draft.read(known).document


def letterhead() -> Draft:
    draft = Draft()
    for text in (
        "BROMSGROVE DISTRICT COUNCIL",
        "20 NOVEMBER 2007",
        "PERFORMANCE MANAGEMENT BOARD",
        "IMPROVEMENT PLAN EXCEPTION REPORT [SEPTEMBER 2007]",
        "1. SUMMARY",
    ):
        draft.line(text, bold=True)
    return draft.line("1.1 The plan was approved on 4 July 2007 for August 2007.")


def test_a_letterhead_tells_council_date_committee_title_and_period() -> None:
    found = document(letterhead())
    assert (found.council, found.council_source) == ("Bromsgrove", "paper")
    assert (found.published_on, found.published_on_source) == (
        datetime.date(2007, 11, 20),
        "paper",
    )
    assert found.committee == "PERFORMANCE MANAGEMENT BOARD"
    assert found.title == "IMPROVEMENT PLAN EXCEPTION REPORT [SEPTEMBER 2007]"
    assert found.reporting_period == "2007-09"
    assert found.reporting_period_end == datetime.date(2007, 9, 30)


def test_what_is_known_from_outside_goes_before_the_paper() -> None:
    known = Known(
        council="Redditch Borough Council",
        council_source="argument",
        committee="Cabinet",
        title="Another title",
        published_on=datetime.date(2007, 12, 1),
        published_on_source="manifest",
        period="2007/08 Q2",
        source_url="https://example.org/a.pdf",
    )
    found = document(letterhead(), known)
    assert (found.council, found.council_source) == ("Redditch", "argument")
    assert (found.committee, found.title) == ("Cabinet", "Another title")
    assert (found.published_on, found.published_on_source) == (
        datetime.date(2007, 12, 1),
        "manifest",
    )
    assert (found.reporting_period, found.source_url) == ("2007/08 Q2", "https://example.org/a.pdf")


def test_what_a_manifest_repeats_from_the_paper_is_the_papers() -> None:
    known = Known(
        council="Bromsgrove District Council",
        council_source="manifest",
        published_on=datetime.date(2007, 11, 20),
        published_on_source="manifest",
    )
    found = document(letterhead(), known)
    assert (found.council_source, found.published_on_source) == ("paper", "paper")
    other = known.model_copy(update={"council": "Redditch"})
    assert document(letterhead(), other).council_source == "manifest"
    argument = known.model_copy(update={"council_source": "argument"})
    assert document(letterhead(), argument).council_source == "argument"


def test_a_date_in_prose_is_no_day_of_publication() -> None:
    draft = Draft().line("Performance Report", bold=True, size=15)
    draft.line("1. Background", bold=True)
    draft.line("The plan was approved by Council on 4 March 2020.")
    assert document(draft).published_on is None


def test_a_title_over_two_lines_is_one_and_the_authors_are_not_it() -> None:
    draft = Draft().line("Joint report of the Chief Executive", bold=True)
    draft.line("PERFORMANCE MANAGEMENT – REVIEW OF BUSINESS PLAN", bold=True, gap=2)
    draft.line("PROGRESS – SAFETY", bold=True)
    draft.line("1. Purpose of report", bold=True)
    assert document(draft).title == (
        "PERFORMANCE MANAGEMENT – REVIEW OF BUSINESS PLAN PROGRESS – SAFETY"
    )


def test_committee_and_date_on_one_line() -> None:
    draft = Draft().line("CABINET – TUESDAY, 14 JANUARY 2020", bold=True)
    draft.line("QUARTERLY PERFORMANCE REPORT", bold=True).line("1. Summary", bold=True)
    found = document(draft)
    assert (found.committee, found.published_on) == ("CABINET", datetime.date(2020, 1, 14))


def test_a_cover_table_gives_title_and_period() -> None:
    draft = Draft().table(
        ["Title of Report", "2019/20 QUARTER 2 PERFORMANCE REPORT"],
        ["Presented by", "The Leader"],
        ["Financial Implications", "None"],
    )
    paper = draft.read()
    assert paper.document.title == "2019/20 QUARTER 2 PERFORMANCE REPORT"
    assert paper.document.reporting_period == "2019/20 Q2"
    assert {cell.role for cell in paper.cells} == {"cover"}
    assert paper.findings == ()


def test_a_table_of_figures_is_no_cover() -> None:
    draft = Draft().table(["Ref", "Indicator", "Q1", "Q2"], ["BV8", "Risk", "1", "2"])
    assert read_cover(draft.tables[0]) is None


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Performance report - Quarter 2 - 2019/20", "2019/20 Q2"),
        ("Q3 PERFORMANCE 2012/13", "2012/13 Q3"),
        ("Improvement Plan [September 2007]", "2007-09"),
        ("Annual report 2008/09", "2008/09"),
        ("Nine month performance report 2009/10", "2009-04 to 2009-12"),
        ("Performance 2018/19: first 6 months", "2018/19 H1"),
        ("Three-month report 2018/19", "2018/19 Q1"),
        ("Twelve month report 2018/19", "2018/19"),
        ("July, August and September 2018", "2018/19 Q2"),
        ("Performance: December, January and February 2018/19", "2018-12 to 2019-02"),
        ("Report for May and June 2018", "2018-05 to 2018-06"),
        ("Performance November 2018 to January 2019", "2018-11 to 2019-01"),
    ],
)
def test_the_period_of_a_title(title: str, period: str) -> None:
    found = period_of_title(title)
    assert found is not None and found.label == period


@pytest.mark.parametrize(
    "title",
    [
        "Performance report - Winter 2018/19",
        "Interim performance report 2018/19",
        "Year to date performance 2018/19",
        "Last three months of 2018/19",
        "Eight month report 2018/19",
        "Performance for June and September 2018",
    ],
)
def test_a_part_of_a_year_that_is_not_said_is_not_the_year(title: str) -> None:
    assert period_of_title(title) is None


def test_the_title_goes_before_the_text_and_years_in_the_text_do_not_count() -> None:
    text = ["This report gives performance for Quarter 1 of 2019/20 on the plan 2016-2020."]
    by_title, by_text = stated_period("Report September 2007", text), stated_period("Report", text)
    assert by_title is not None and by_title.label == "2007-09"
    assert by_text is not None and by_text.label == "2019/20 Q1"
    assert stated_period("Report", ["It reports progress on key tasks in 2019/20."]) is None


def test_the_latest_column_of_results_is_the_last_resort() -> None:
    draft = Draft().table(
        ["Ref", "Indicator", "Outturn 2018/19", "Q1 2019/20", "Target 2019/20"],
        ["BV8", "Invoices", "1", "2", "3"],
    )
    assert document(draft).reporting_period == "2019/20 Q1"


def test_counts_by_service_are_no_cover_though_their_labels_could_be() -> None:
    draft = Draft().line("Performance Indicators Quarter 1 2013/14", bold=True)
    draft.table(
        ["", "Green", "Red"],
        ["Environment", "3", "1"],
        ["Health", "2", "-"],
        ["Corporate", "1", "1"],
    )
    assert len(draft.read().summaries) == 6


@pytest.mark.parametrize(
    "line",
    ["Next meeting: 12 January 2020", "Data as at: 30 September 2019", "Minutes: 3 July 2019"],
)
def test_the_day_of_another_meeting_or_of_the_data_is_no_day_of_publication(line: str) -> None:
    draft = Draft().line("BROMSGROVE DISTRICT COUNCIL", bold=True).line(line)
    assert document(draft.line("Performance report 2019/20", bold=True)).published_on is None


@pytest.mark.parametrize(
    ("line", "committee"),
    [
        ("Cabinet, 11 June 2020", "Cabinet"),
        ("Overview and Scrutiny Panel, 11th June 2020", "Overview and Scrutiny Panel"),
        ("Scrutiny Committee, Thursday 11 June 2020", "Scrutiny Committee"),
    ],
)
def test_a_committee_and_a_day_behind_a_comma_are_its_meeting(line: str, committee: str) -> None:
    draft = Draft().line("BROMSGROVE DISTRICT COUNCIL", bold=True)
    found = document(draft.line("Performance report 2019/20", bold=True).line(line))
    assert (found.committee, found.published_on) == (committee, datetime.date(2020, 6, 11))


@pytest.mark.parametrize("line", ["Quarter 1, 30 June 2020", "Performance report, 30 June 2020"])
def test_a_day_behind_a_comma_is_else_no_day_of_publication(line: str) -> None:
    draft = Draft().line("BROMSGROVE DISTRICT COUNCIL", bold=True)
    found = document(draft.line("Performance of services", bold=True).line(line))
    assert found.published_on is None


def test_bold_headings_side_by_side_are_no_title() -> None:
    draft = Draft().line("BROMSGROVE DISTRICT COUNCIL", bold=True)
    draft.line("Performance report 2018/19", bold=True)
    for x, text in ((50.0, "Performance indicator"), (250.0, "Target plan"), (350.0, "Progress")):
        draft.lines.append(TextLine(1, Box(x, 150, x + 80, 163), text, 13.0, True))
    assert document(draft).title == "Performance report 2018/19"


@pytest.mark.parametrize(("size", "period"), [(26.0, "2024/25 Q3"), (12.0, None)])
def test_a_cover_prints_the_period_on_large_lines_of_its_own(
    size: float, period: str | None
) -> None:
    draft = Draft().line("Quarterly Performance Report", size=26.0, gap=30.0)
    draft.line("Quarter 3", size=size, gap=30.0).line("2024/25", size=size, gap=30.0)
    for _ in range(9):
        draft.line("How the year has gone so far", size=12.0)
    found = document(draft)
    assert (found.title, found.reporting_period) == ("Quarterly Performance Report", period)


@pytest.mark.parametrize(
    "text",
    [
        "The Local Plan 2013-30 was adopted by the Council in July 2016",
        "the report that was presented to the committee in February 2024",
        "the plan and its actions were agreed by the management team in November 2024",
        "the results councils were expected to submit by March 2025",
    ],
)
def test_the_month_in_which_a_plan_was_adopted_is_no_period(text: str) -> None:
    assert stated_period("Report", [text]) is None
    said = stated_period("Report", [f"{text}. This report shows performance for September 2019"])
    assert said is not None and said.label == "2019-09"


@pytest.mark.parametrize(
    "lines",
    [
        ["Minutes of the meeting of Ambridge Parish Council", "8.00pm in the school, Birch Green"],
        ["MINUTES OF A MEETING OF THE COUNCIL", "HELD ON 9TH MAY 2018 AT 19.30 IN THE SCHOOL"],
        ["Minutes of a meeting of the Council", "PRESENT: Cllrs A Able (Chairman), B Baker"],
        ["Minutes of the meeting of the Council", "in the Village Hall."],
        ["Minutes of the meeting of the Council", "1. ELECTION OF CHAIRMAN FOR 2019-2020"],
        ["MINUTES OF THE CABINET HELD ON 9 MAY 2018", "Chairman\u2019s announcements"],
    ],
)
def test_minutes_are_titled_by_what_they_say_of_themselves(lines: list[str]) -> None:
    draft = Draft().line(lines[0]).line("").line(lines[1], bold=True)
    title = document(draft.line("1. APOLOGIES")).title
    assert title is not None
    assert title.startswith(lines[0])


@pytest.mark.parametrize(
    "line",
    [
        "UNRESTRICTED ITEMS",
        "This page is intentionally left blank",
        "MEETING TO BE HELD ON TUESDAY,",
        "Note: This report has a prompt that is mapped to the amount",
        "Wednesday 9th May 2018 at 1930.",
        "January, 2025",
        "PRESENT: Cllrs A Able, B Baker",
        "Council Chamber, Telephone: 01234 567890",
        "18.03.1 Apologies",
        "Decision no:",
        "HOUSING REPORT SINCE\ufffdApril",
    ],
)
def test_what_a_head_prints_beside_its_title_is_none(line: str) -> None:
    found = document(Draft().line(line, bold=True).line("1. A paragraph that says what it is."))
    assert (found.title, found.reporting_period) == (None, None)
    draft = Draft().line("Housing performance report", bold=True).line("").line(line, bold=True)
    assert document(draft).title == "Housing performance report"


def test_the_front_sheet_of_an_agenda_has_no_title_but_a_reports() -> None:
    front = Draft().line("AGENDA", bold=True).line("Cabinet").line("Alex Able", bold=True)
    assert document(front).title is None
    report = Draft().line("AGENDA", bold=True).line("Performance report", bold=True)
    assert document(report).title == "Performance report"


@pytest.mark.parametrize("label", ["Subject:", "Report title", "Title of the report"])
def test_a_title_may_stand_beside_its_label(label: str) -> None:
    draft = Draft().line("To: The Executive").line(label, bold=True)
    line = draft.lines[-1]
    x, y = line.box.x1 + 30, line.box.y0
    box = Box(x, y, x + 200, line.box.y1)
    draft.lines.append(TextLine(line.page, box, "Pay policy of the year", line.size, bold=False))
    assert document(draft.line("1. A paragraph.")).title == "Pay policy of the year"


def test_a_label_is_no_title_where_nothing_stands_beside_it() -> None:
    draft = Draft().line("Report title", bold=True, size=14).line("Pay policy report", bold=True)
    assert document(draft.line("1. A paragraph.")).title == "Pay policy report"


def test_statistics_of_a_contact_centre_are_a_title_and_a_contact_is_none() -> None:
    title = "Contact Centre Statistics 2021/22 (to June 2021)"
    paper = Draft().line("Contact: A Clerk", bold=True, size=14).line(title, bold=True).read()
    assert (paper.document.title, paper.document.reporting_period) == (title, "2021-06")
