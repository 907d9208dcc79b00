"""What stands above a table, and what follows from it."""

from __future__ import annotations

import pytest

from crossfoot.normalise.above import Captions
from crossfoot.normalise.captions import read_caption, section_of_caption
from tests.normalise.paper_builder import C, Draft


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Resources Key Performance Indicators 2019/20", "Resources"),
        (
            "Critical Success Indicators for Revenues, Benefits and Customer Services 2019/20",
            "Revenues, Benefits and Customer Services",
        ),
        ("Resources Key Tasks and Priorities for Improvement 2019/20", "Resources"),
        ("Performance Indicators: Environment", "Environment"),
        ("SUMMARY OF PROGRESS - PERFORMANCE INDICATORS 2021/22", None),
        ("EXCEPTION REPORTING – KEY TASKS AND ACTIONS", None),
        ("Appendix A - Key Performance Indicators Quarter 2", None),
        ("Housing", None),
    ],
)
def test_the_section_is_what_is_left_without_kind_and_period(
    line: str, section: str | None
) -> None:
    assert section_of_caption(line) == section


def test_a_caption_tells_subject_and_whether_it_is_of_csis_alone() -> None:
    csi = read_caption("Critical Success Indicators for Resources 2019/20")
    kpi = read_caption("Resources Key Performance Indicators 2019/20")
    both = read_caption("Critical Success Indicators and Key Performance Indicators")
    tasks = read_caption("Key Tasks 2019/20")
    assert (csi.subject, csi.only_csi) == ("indicators", True)
    assert (kpi.subject, kpi.only_csi) == ("indicators", False)
    assert (both.speaks_of_csi, both.only_csi) == (True, False)
    assert tasks.subject == "actions"


def _heading(draft: Draft, table: int = 0) -> str | None:
    reading = draft.reading()
    return Captions(reading).heading_of(reading.tables[table])


def test_prose_between_heading_and_table_is_passed_over() -> None:
    draft = Draft().line("Key Tasks 2019/20", bold=True)
    draft.line("The table below lists what is in hand, and what has been done since we last met.")
    assert _heading(draft.table(["a", "b"])) == "Key Tasks 2019/20"


def test_a_heading_at_the_foot_of_the_page_before_counts_for_a_table_at_the_top() -> None:
    draft = Draft().line("Text " * 10).line("EXCEPTION REPORTING", bold=True).new_page()
    assert _heading(draft.table(["a", "b"])) == "EXCEPTION REPORTING"


def test_a_heading_above_another_table_is_not_taken() -> None:
    draft = Draft().line("First Heading", bold=True).table(["a", "b"]).line("plain words here")
    assert _heading(draft.table(["c", "d"]), 1) is None


def test_a_bracketed_line_goes_with_the_heading_above_it() -> None:
    draft = Draft().line("PERFORMANCE INDICATORS 2021/22", bold=True, gap=2)
    draft.line("(CSI in brackets)", bold=True)
    assert _heading(draft.table(["a", "b"])) == "PERFORMANCE INDICATORS 2021/22 (CSI in brackets)"


def test_two_months_over_two_tables_side_by_side_each_take_their_own() -> None:
    draft = Draft().line("August 2007", x=60, gap=-11).line("September 2007", x=260)
    top = draft.y
    draft.table(["RED", "1"])
    draft.y = top
    draft.table(["RED", "4"], x=250)
    reading = draft.reading()
    captions = Captions(reading)
    labels = [captions.periods_above(table, 1) for table in reading.tables]
    assert [[p.label if p else None for p in each] for each in labels] == [["2007-08"], ["2007-09"]]


def test_one_line_with_two_months_serves_two_groups() -> None:
    draft = Draft().line("August 2007          September 2007")
    draft.table([C("RED"), "1", "RED", "2"])
    reading = draft.reading()
    periods = Captions(reading).periods_above(reading.tables[0], 2)
    assert [p.label if p else None for p in periods] == ["2007-08", "2007-09"]


@pytest.mark.parametrize(
    "text",
    [
        "Key Performance Indicators compared with 2017/18",
        "Key Performance Indicators against baseline 2015/16",
        "Performance Indicators since April 2016",
    ],
)
def test_a_period_to_compare_with_is_not_the_tables_own(text: str) -> None:
    assert read_caption(text).period is None


def test_performance_against_the_target_of_a_year_is_of_that_year() -> None:
    period = read_caption("Performance Indicators against target 2018/19").period
    assert period is not None
    assert period.label == "2018/19"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Parks and tips: two of the KPIs missed their target, which were", "potholes and bins"),
        ("Parks: three KPIs are ahead of target. The number of visits", "has grown again."),
        ("the only red KPI is that of potholes", "Next year will be better."),
    ],
)
def test_a_line_of_a_paragraph_that_speaks_of_indicators_is_no_heading(
    first: str, second: str
) -> None:
    for bold in (False, True):  # a paragraph may open in bold
        draft = Draft().line(first, gap=2.0, bold=bold and first[0].isupper()).line(second)
        assert _heading(draft.table(["Indicator", "RAG"], ["Bins", "Red"])) is None
    alone = Draft().line("Parks and tips KPIs").line("As follows").table(["Indicator", "RAG"])
    assert _heading(alone) == "Parks and tips KPIs"


def test_numbered_headings_and_bold_ones_over_two_lines_are_headings() -> None:
    table = ["Indicator", "RAG"]
    numbered = Draft().line("2. Key Performance Indicators").line("As follows").table(table)
    assert _heading(numbered) == "2. Key Performance Indicators"
    bold = Draft().line("What was achieved in", bold=True, gap=2.0).line("the year", bold=True)
    assert _heading(bold.table(table)) == "What was achieved in the year"


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("Nine month performance 2018/19", "2018-04 to 2018-12"),
        ("2018/19 first six months", "2018/19 H1"),
        ("Winter 2018/19", None),
        ("Year to date 2018/19", None),
        ("Summer 2018", None),
    ],
)
def test_a_part_of_a_year_over_a_table_is_not_the_whole_year(
    heading: str, period: str | None
) -> None:
    draft = Draft().line("Wychavon District Council")
    draft = draft.line("Performance report Quarter 3 2019/20", bold=True, size=16.0)
    draft = draft.line("This report says how the services of the council did over the time.")
    paper = (
        draft.line(heading, bold=True)
        .table(["Ref", "Indicator", "Actual"], ["A1", "Days lost", "10"], ["A2", "Bins", "4"])
        .read()
    )
    assert {row.period for row in paper.figures} == ({period} if period else set())
    assert bool(period) != ("column.unclear" in {row.rule_id for row in paper.findings})
