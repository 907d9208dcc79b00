from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.normalise.as_of import as_of_note
from crossfoot.normalise.dates import (
    dates_in,
    due_dates_in,
    parse_date,
)
from crossfoot.normalise.periods import period_from_label

CELLS = [
    ("31-May-2019", "2019-05-31", "day"),
    ("30-Sept-2019", "2019-09-30", "day"),
    ("28-February-2020", "2020-02-28", "day"),
    ("31-\nMay-2019", "2019-05-31", "day"),
    ("31st March 2020", "2020-03-31", "day"),
    ("7 th November 2007", "2007-11-07", "day"),
    ("Monday 3 June 2019", "2019-06-03", "day"),
    ("March 31, 2020", "2020-03-31", "day"),
    ("31/03/2020", "2020-03-31", "day"),
    ("01/02/2020", "2020-02-01", "day"),
    ("31.03.20", "2020-03-31", "day"),
    ("2020-03-31", "2020-03-31", "day"),
    ("Sep-2021", "2021-09-30", "month"),
    ("July-2022", "2022-07-31", "month"),
    ("June-2019", "2019-06-30", "month"),
    ("Feb-2020", "2020-02-29", "month"),
    ("Aug-07", "2007-08-31", "month"),
    ("Sept-07", "2007-09-30", "month"),
    ("Dec-99", "1999-12-31", "month"),
    ("Dec-79", "2079-12-31", "month"),
    ("Jan-80", "1980-01-31", "month"),
    ("Jul '21", "2021-07-31", "month"),
    ("June 2019", "2019-06-30", "month"),
    ("June 19", "2019-06-30", "month"),
    ("End of March 2020", "2020-03-31", "month"),
    ("By end March 2020", "2020-03-31", "month"),
    ("Q2 2019/20", "2019-09-30", "quarter"),
    ("2019/20", "2020-03-31", "year"),
]


@pytest.mark.parametrize(("text", "value", "precision"), CELLS)
def test_a_cell_that_is_a_date_is_read_to_its_last_day(
    text: str, value: str, precision: str
) -> None:
    printed = parse_date(text)
    assert printed is not None
    assert (str(printed.value), printed.precision) == (value, precision)
    assert printed.as_printed == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    ["31-Apr-2020", "30 February 2019", "29/02/2019", "31/13/2020", "0/01/2020", "99-Jan-20"],
)
def test_a_day_that_does_not_exist_keeps_only_its_printing(text: str) -> None:
    printed = parse_date(text)
    assert printed is not None
    assert (printed.as_printed, printed.value, printed.precision) == (text, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "Ongoing", "TBC", "31 March", "May", "2019", "20", "Mid-September 2019", "11.3.5",
        "11.3.20", "1 2 2020", "Completed May 2019", "Jul 2021 / Aug 2021", "2016-2020", "97.0%",
        "June 2019 onwards", "1.5.2", "Autumn 2020", "BV9", "2 (1)", "Actions agreed for 2019/20",
    ],
)  # fmt: skip
def test_prose_figures_and_half_dates_are_no_dates(text: str) -> None:
    assert parse_date(text) is None


def test_dates_in_prose_have_their_places() -> None:
    text = (
        "Approved on 3 July 2019 and 31/03/2020; due Sept-07, meets Sept 17 th, was 31 April 2020,"
        " plan 2020/2021, then May 2022 or March 2019/20."
    )
    found = dates_in(text)
    assert [printed.as_printed for _, _, printed in found] == [
        "3 July 2019", "31/03/2020", "Sept-07", "31 April 2020", "May 2022",
    ]  # fmt: skip
    assert all(text[start:end] == printed.as_printed for start, end, printed in found)
    assert found[3][2].value is None


PROPOSALS = [
    ("Target date proposed to be extended to December 2021.", "2021-12-31"),
    ("Target date proposed\nto be extended\nto March 2022.", "2022-03-31"),
    ("Target date proposed to be extended to December 2021 to allow more time.", "2021-12-31"),
    ("Target date proposed to be extended from June 2021 to December 2021", "2021-12-31"),
    ("A revised due date of May 2022 is suggested in line with the cycle.", "2022-05-31"),
    ("The due date should be revised to coincide with the report in January 2022.", "2022-01-31"),
    ("It is proposed to extend the target date to 31 March 2022.", "2022-03-31"),
    ("Proposed new due date: June 2022", "2022-06-30"),
    ("Request to extend the deadline until the end of Sept. 2021. Work continues.", "2021-09-30"),
    ("Extension of the due date to March 2022 is requested.", "2022-03-31"),
    ("Target date proposed to be extended to Q2 2022/23.", "2022-09-30"),
]


@pytest.mark.parametrize(("comment", "value"), PROPOSALS)
def test_a_comment_proposes_a_due_date(comment: str, value: str) -> None:
    due = due_dates_in(comment)
    assert due["previous_due"] is None
    assert due["proposed_due"] is not None
    assert str(due["proposed_due"].value) == value


@pytest.mark.parametrize(
    "comment",
    [
        "",
        "Estimated to be complete by September 2020.",
        "Go live is currently expected for mid-September 2019.",
        "The strategy was approved by the Committee on 3 July 2019.",
        "Due date be revised in line with dates of the Committee meeting.",
        "A report is to be presented to Committee on 2 December 2021.",
        "Implementation date delayed to September 2019 allowing further testing.",
        "The target date has been extended to December 2021.",
        "No change to the due date of May 2022 is proposed.",
        "It is not proposed to extend the target date to March 2022.",
        "The target date should be moved after the meeting on 5 May 2022.",
        "The scheme is proposed to be extended to other areas by March 2022.",
        "Target date proposed to be extended to May 2021. "
        "Target date proposed to be extended to June 2021.",
    ],
)
def test_forecasts_meetings_and_contradictions_propose_nothing(comment: str) -> None:
    assert due_dates_in(comment) == {"proposed_due": None, "previous_due": None}


@pytest.mark.parametrize(
    "comment",
    [
        "Due date revised from June 2019.",
        "Due date revised from June 2019 to December 2020.",
        "The original due date was June 2019.",
        "Originally due in June 2019.",
    ],
)
def test_a_comment_names_the_previous_due_date(comment: str) -> None:
    due = due_dates_in(comment)
    assert due["proposed_due"] is None
    assert due["previous_due"] is not None
    assert due["previous_due"].value == date(2019, 6, 30)


@pytest.mark.parametrize(
    ("note", "period", "value"),
    [
        ("August", "2019/20 Q1", "2019-08-31"),
        ("August", "2019/20", "2019-08-31"),
        ("April", "2019/20 Q1", "2019-04-30"),
        ("April", "2019/20", "2020-04-30"),
        ("January", "2019/20 Q3", "2020-01-31"),
        ("31 August", "2019/20 Q1", "2019-08-31"),
        ("Updated position at 31 August 2019.", None, "2019-08-31"),
        ("*July 2019 figure", None, "2019-07-31"),
        ("As at end of June 2019", None, "2019-06-30"),
    ],
)
def test_a_note_that_is_wholly_a_date_dates_its_figure(
    note: str, period: str | None, value: str
) -> None:
    printed = as_of_note(note, period_from_label(period) if period else None)
    assert printed is not None
    assert (printed.as_printed, str(printed.value)) == (note, value)


@pytest.mark.parametrize(
    "note",
    [
        "", "On target.", "August 2019 = 48.27%", "Work will commence in August", "2018/19 data",
        "As stated on the register at 1 December 2018.", "March",
        "No shops from March to July 2019.",
    ],
)  # fmt: skip
def test_a_longer_note_or_one_out_of_reach_dates_nothing(note: str) -> None:
    assert as_of_note(note, period_from_label("2019/20 Q1")) is None


def test_a_month_without_a_known_year_dates_nothing() -> None:
    assert as_of_note("August", None) is None


def test_an_impossible_day_in_a_note_has_no_value() -> None:
    printed = as_of_note("31 April", period_from_label("2019/20 Q1"))
    assert printed is not None
    assert printed.value is None


STYLES = ["%d-%b-%Y", "%d-%B-%Y", "%d %B %Y", "%d/%m/%Y", "%Y-%m-%d", "%d %b %y", "%d-%b-%y"]


@given(st.dates(date(1980, 1, 1), date(2079, 12, 31)), st.sampled_from(STYLES))
def test_any_day_in_any_style_reads_back(day: date, style: str) -> None:
    printed = parse_date(day.strftime(style))
    assert printed is not None
    assert (printed.value, printed.precision) == (day, "day")


@given(st.dates(date(1980, 1, 1), date(2079, 12, 31)), st.sampled_from(["%b-%y", "%B %Y", "%b-%Y"]))
def test_any_month_in_any_style_reads_back(day: date, style: str) -> None:
    printed = parse_date(day.strftime(style))
    assert printed is not None
    assert printed.value is not None
    assert (printed.value.year, printed.value.month) == (day.year, day.month)
    assert printed.precision == "month"


@given(st.integers(0, 99), st.integers(0, 99), st.integers(1980, 2079))
def test_a_date_has_a_value_exactly_where_the_calendar_has_the_day(
    day: int, month: int, year: int
) -> None:
    printed = parse_date(f"{day:02d}/{month:02d}/{year}")
    assert printed is not None
    try:
        expected: date | None = date(year, month, day)
    except ValueError:
        expected = None
    assert printed.value == expected
    assert (printed.precision is None) == (expected is None)


@given(st.text(max_size=60))
def test_no_text_breaks_the_grammar_of_dates(text: str) -> None:
    printed = parse_date(text)
    assert printed is None or (printed.value is None) == (printed.precision is None)
    for start, end, found in dates_in(text):
        assert text[start:end] == found.as_printed
    due_dates_in(text)
    as_of_note(text, period_from_label("2019/20"))


@given(st.text("\ue000\uf8ff Target date proposed to be extended to May 2022.", max_size=80))
def test_private_characters_in_a_comment_are_no_dates(text: str) -> None:
    due = due_dates_in(text)
    assert set(due) == {"proposed_due", "previous_due"}
