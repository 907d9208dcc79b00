from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.normalise import period_tokens
from crossfoot.normalise.period_tokens import tokens_in
from crossfoot.normalise.periods import (
    find_period,
    find_periods,
    parse_period,
    period_from_label,
    shift_years,
    year_of,
)
from crossfoot.normalise.spans import (
    day,
    financial_year,
    half,
    month,
    months_between,
    quarter,
    rolling,
)
from crossfoot.schema.errors import UsageError
from crossfoot.schema.period import Period

_ANY = frozenset({"any"})

HEADINGS = [
    ("2019/20", "2019/20", ""),
    ("2019-20", "2019/20", ""),
    ("2019\u201320", "2019/20", ""),
    ("2019/2020", "2019/20", ""),
    ("19/20", "2019/20", ""),
    ("1999/00", "1999/00", ""),
    ("FY 2019/20", "2019/20", ""),
    ("2007-08", "2007/08", ""),
    ("07-08", "2007/08", ""),
    ("2021/22\nQ1", "2021/22 Q1", ""),
    ("Q1 2019/20", "2019/20 Q1", ""),
    ("Qtr. 3 2009-10", "2009/10 Q3", ""),
    ("Quarter 2 2019/20", "2019/20 Q2", ""),
    ("Quarter Two 2019/20", "2019/20 Q2", ""),
    ("2nd Quarter 2019/20", "2019/20 Q2", ""),
    ("Q1 07-08", "2007/08 Q1", ""),
    ("2019/20 QUARTER 2", "2019/20 Q2", ""),
    ("(July - September 2019)", "2019/20 Q2", ""),
    ("Quarter 2 (Q2) (July - September 2019)", "2019/20 Q2", ""),
    ("Apr \u2013 Sep 2009", "2009/10 H1", ""),
    ("Apr 19 - Mar 20", "2019/20", ""),
    ("1 April 2019 to 30 September 2019", "2019/20 H1", ""),
    ("1 April - 30 June 2019", "2019/20 Q1", ""),
    ("October - March 2020", "2019/20 H2", ""),
    ("Apr - Aug 2009", "2009-04 to 2009-08", ""),
    ("Apr-Jun 2019/20", "2019/20 Q1", ""),
    ("Q1-Q3 2019/20", "2019-04 to 2019-12", ""),
    ("Quarters 1 and 2 2019/20", "2019/20 H1", ""),
    ("September 2007", "2007-09", ""),
    ("Sept 2007", "2007-09", ""),
    ("Aug-07", "2007-08", ""),
    ("Jun 19", "2019-06", ""),
    ("[SEPTEMBER 2007]", "2007-09", ""),
    ("August 2019/20", "2019-08", ""),
    ("March 2019/20", "2020-03", ""),
    ("at 30 June 2019", "2019-06-30", ""),
    ("31/03/2020", "2020-03-31", ""),
    ("12 months to June 2019", "12 months to 2019-06-30", ""),
    ("12 months to 30 June 2019", "12 months to 2019-06-30", ""),
    ("Year ending 31 March 2020", "2019/20", ""),
    ("Year ended 30 June 2019", "12 months to 2019-06-30", ""),
    ("Half year 2009/10", "2009/10 H1", ""),
    ("H1 2009/10", "2009/10 H1", ""),
    ("Second half 2009/10", "2009/10 H2", ""),
    ("Outturn 2017/18", "2017/18", "Outturn"),
    ("Outturn for 2017/18", "2017/18", "Outturn"),
    ("2019/20 Achieved", "2019/20", "Achieved"),
    ("2021/22\nTarget", "2021/22", "Target"),
    ("Target Q1 2019/20", "2019/20 Q1", "Target"),
    ("Q1 Target 2019/20", "2019/20 Q1", "Target"),
    ("Q1 2019/20 Actual", "2019/20 Q1", "Actual"),
    ("Actual (Apr-Jun) 2019/20", "2019/20 Q1", "Actual"),
    ("Position at 30 June 2019", "2019-06-30", "Position"),
    ("September 2007 Action", "2007-09", "Action"),
    ("2019/20 (Apr-Sep 2019)", "2019/20 H1", ""),
]

NO_PERIOD = [
    "", "Status", "2019", "Q1", "Q1 2019", "2019-2022", "2021-24", "2016-2020", "2016\u20132020",
    "2007/2010", "Asset Management Plan 2016-21", "2018/19 to 2020/21", "2018/19 - 2019/20",
    "2018/19 2019/20", "2018/19 Q1 2019/20", "31 Apr 2020", "30 February 2019", "31/13/2020",
    "10-11", "2019-12", "January/February 2019", "1/2", "97.0%", "12/13%", "Quarterly", "BV9",
    "FP1922_05", "May", "30 June", "Sept 2019-21",
]  # fmt: skip


@pytest.mark.parametrize(("text", "label", "rest"), HEADINGS)
def test_a_heading_gives_its_period_and_the_words_left_over(
    text: str, label: str, rest: str
) -> None:
    parsed = parse_period(text)
    assert parsed is not None
    assert (parsed[0].label, parsed[1]) == (label, rest)


@pytest.mark.parametrize("text", NO_PERIOD)
def test_plan_spans_bare_years_and_contradictions_are_no_period(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2019/20 QUARTER 2 PERFORMANCE REPORT", "2019/20 Q2"),
        ("Quarter 3 performance report 2019/20", "2019/20 Q3"),
        ("IMPROVEMENT PLAN EXCEPTION REPORT [SEPTEMBER 2007]", "2007-09"),
        ("Resources Key Performance Indicators 2019/20", "2019/20"),
        ("Performance to 30 September 2019", "2019-09-30"),
        ("Corporate Plan 2016-2020: progress in 2019/20", "2019/20"),
        ("20 NOVEMBER 2007", "2007-11-20"),
    ],
)
def test_a_title_names_its_period(text: str, label: str) -> None:
    period = find_period(text)
    assert period is not None
    assert period.label == label


@pytest.mark.parametrize(
    "text",
    [
        "Meeting of the Board, 20 November 2007",
        "Minutes of 20 November 2007",
        "Corporate Plan 2016-2020",
        "Budget 2020/21 and outturn 2018/19",
        "June 19 meeting",
    ],
)
def test_a_meeting_day_or_a_plan_is_not_a_titles_period(text: str) -> None:
    assert find_period(text) is None


def test_several_periods_are_found_in_order_and_once() -> None:
    text = "Q1 2018/19, Q1 2019/20 and again Q1 2018/19, then July 2019"
    assert [period.label for period in find_periods(text)] == [
        "2018/19 Q1",
        "2019/20 Q1",
        "2019-07",
    ]


@pytest.mark.parametrize("label", ["", "2019", "2019/21", "2019/20 Q5", "2019-13", "2019-02-30",
                                   "2009-08 to 2009-04", "2019-04 to 2019-06", "soon"])  # fmt: skip
def test_what_is_no_label_is_refused_with_a_remedy(label: str) -> None:
    with pytest.raises(UsageError, match="write it like"):
        period_from_label(label)


years = st.integers(1980, 2078)
months = st.integers(1, 12)
days = st.dates(date(1981, 4, 1), date(2078, 12, 31))
lengths = st.integers(1, 12)


def run_of(year: int, first: int, length: int) -> Period | None:
    later, index = divmod(first - 1 + length - 1, 12)
    return months_between((year, first), (year + later, index + 1))


named = st.one_of(
    st.builds(financial_year, years),
    st.builds(quarter, years, st.integers(1, 4)),
    st.builds(half, years, st.integers(1, 2)),
    st.builds(month, years, months),
    st.builds(day, days),
    st.builds(rolling, days),
    st.builds(run_of, years, months, lengths),
)


@given(named)
def test_a_label_gives_its_period_back(period: Period | None) -> None:
    assert period is not None
    assert period_from_label(period.label) == period
    assert period.start <= period.end


@given(st.one_of(st.builds(financial_year, years), st.builds(quarter, years, st.integers(1, 4)),
                 st.builds(half, years, st.integers(1, 2)), st.builds(day, days),
                 st.builds(rolling, days)))  # fmt: skip
def test_a_label_printed_as_a_heading_is_that_period(period: Period) -> None:
    assert parse_period(period.label) == (period, "")


@given(named)
def test_a_financial_year_holds_the_end_of_its_periods(period: Period | None) -> None:
    assert period is not None
    year = year_of(period)
    assert (year.start.month, year.start.day) == (4, 1)
    assert year.start <= period.end <= year.end


@given(named, st.integers(-3, 3))
def test_a_period_shifted_by_years_keeps_its_kind(period: Period | None, by: int) -> None:
    assert period is not None
    shifted = shift_years(period, by)
    assert shifted.kind == period.kind
    assert (shifted.end.year, shifted.end.month) == (period.end.year + by, period.end.month)


@given(years, st.integers(2, 30))
def test_a_span_of_more_than_a_year_is_never_a_period(start: int, length: int) -> None:
    end = start + length
    assert parse_period(f"Plan {start}-{end}") is None
    if (end % 100) != (start + 1) % 100:
        assert parse_period(f"{start}-{end % 100:02d}") is None


@given(st.text(max_size=40))
def test_no_text_breaks_the_grammar_of_periods(text: str) -> None:
    parse_period(text)
    find_period(text)
    for period in find_periods(text):
        assert period_from_label(period.label) == period


def test_a_quarter_said_twice_takes_nothing_else_out_of_a_heading() -> None:
    parsed = parse_period("2019/20 Q1 Actual (Apr to Jun)")
    assert parsed is not None
    assert (parsed[0].label, parsed[1]) == ("2019/20 Q1", "Actual")


def test_a_year_to_a_day_within_it_may_be_twelve_months_or_the_year_so_far() -> None:
    assert parse_period("Year to Dec 2009") is None
    assert find_period("Year to 31 December 2009") is None
    ended = parse_period("Year ended 31 December 2009")
    assert ended is not None and ended[0].kind == "rolling"
    whole = parse_period("Year to March 2010")
    assert whole is not None and whole[0].label == "2009/10"


PIECES = st.sampled_from(
    [
        "2019", "2020", "20", "1", "31", "03", "12", "Q1", "quarter", "qtr", "Month", "months",
        "P6", "month's", "year", "rolling", "half", "H1", "March", "Sept", "twelve", "ended",
        "up to", "to", "until", "/", "-", "\u2013", ".", " ", " ", " ", "as at", "the", "FY",
        "end of", "(", ")", "\n",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=10).map("".join), st.booleans())
def test_a_piece_of_a_period_is_found_whatever_is_asked_of_the_line_first(
    line: str, heading: bool
) -> None:
    found = tokens_in(line, heading=heading)
    with pytest.MonkeyPatch.context() as patched:
        for name in ("_READERS", "_PROSE_READERS"):
            readers = getattr(period_tokens, name)
            patched.setattr(period_tokens, name, [(_ANY, None, *each[2:]) for each in readers])
        patched.setattr(period_tokens, "_signs", lambda _line: _ANY)
        period_tokens._searched.cache_clear()
        searched = tokens_in(line, heading=heading)
    period_tokens._searched.cache_clear()
    assert [token[:3] for token in found] == [token[:3] for token in searched]
