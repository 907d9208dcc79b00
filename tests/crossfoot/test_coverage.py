"""What is published and what is missing."""

from __future__ import annotations

import json
from datetime import date

import pytest

from crossfoot.coverage import coverage
from crossfoot.normalise.spans import period_from_label
from crossfoot.schema.values import Measure
from crossfoot.store.printed_periods import PrintedPeriod

from .conftest import Run


def _printed(
    code: str,
    *labels: str,
    values: int = 1,
    council: str = "A",
    measure: Measure = "outturn",
) -> list[PrintedPeriod]:
    found = []
    for label in labels:
        period = period_from_label(label)
        span = (label, period.start, period.end)
        found.append(PrintedPeriod(code, council, code, code, measure, *span, 1, values))
    return found


def _states(*printed: PrintedPeriod, code: str) -> dict[str, str]:
    return {item.period: item.state for item in coverage(printed) if item.code == code}


def test_a_gap_within_a_series_is_missing_and_its_ends_are_told_apart() -> None:
    rows = [
        *_printed("BV9", "2017/18", "2018/19", "2020/21", "2021/22"),
        *_printed("BV10", "2018/19", "2020/21"),
    ]
    assert _states(*rows, code="BV10") == {
        "2017/18": "not_begun",
        "2018/19": "printed",
        "2019/20": "missing",
        "2020/21": "printed",
        "2021/22": "ended",
    }


def test_a_dash_is_a_cell_without_a_value() -> None:
    rows = [*_printed("BV9", "2017/18"), *_printed("BV9", "2018/19", values=0)]
    assert _states(*rows, code="BV9") == {"2017/18": "printed", "2018/19": "no_value"}


@pytest.mark.parametrize(
    ("first", "last", "between"),
    [
        ("2019/20 Q3", "2020/21 Q2", ["2019/20 Q4", "2020/21 Q1"]),
        ("2019/20 H1", "2020/21 H1", ["2019/20 H2"]),
        ("2019-11", "2020-02", ["2019-12", "2020-01"]),
        ("1998/99", "2001/02", ["1999/00", "2000/01"]),
    ],
)
def test_periods_of_every_kind_follow_one_another(
    first: str, last: str, between: list[str]
) -> None:
    states = _states(*_printed("BV9", first, last), code="BV9")
    assert [period for period, state in states.items() if state == "missing"] == between


def test_the_last_quarter_of_a_year_with_an_outturn_is_not_missed() -> None:
    quarters = _printed("BV9", "2019/20 Q3", "2020/21 Q2", measure="actual")
    rows = [*quarters, *_printed("BV9", "2019/20")]
    states = {item.period: item.state for item in coverage(rows) if item.measure == "actual"}
    assert "2019/20 Q4" not in states
    assert states["2020/21 Q1"] == "missing"


def test_councils_are_not_held_against_each_other() -> None:
    rows = [*_printed("BV9", "2017/18", "2018/19"), *_printed("BV10", "2018/19", council="B")]
    assert _states(*rows, code="BV10") == {"2018/19": "printed"}


def test_rolling_years_and_days_have_no_gaps() -> None:
    rows = _printed("BV9", "12 months to 2019-06-30", "2019-06-30")
    assert coverage(rows) == []


def test_the_end_of_a_century_of_months_is_not_waited_for() -> None:
    rows = _printed("BV9", "1900-01", "2020-01")
    assert len(coverage(rows)) < 1000
    assert coverage(rows)[0].period_end == date(1900, 1, 31)


def test_the_overview_counts_what_the_matrix_marks(sampled: Run) -> None:
    rows = json.loads(sampled("coverage", "--format", "json").out)
    year = [row for row in rows if row["period"] == "2018/19" and row["measure"] == "outturn"]
    printed = sum(row["state"] == "printed" for row in year)
    assert printed
    overview = sampled("coverage", "--measure", "outturn").out.splitlines()
    (line,) = [text for text in overview if "2018/19" in text]
    assert line.split()[3] == str(printed)
    matrix = sampled("coverage", "--measure", "outturn", "--series").out
    assert matrix.count("●") == sum(
        row["state"] == "printed" and row["measure"] == "outturn" for row in rows
    )


def test_gaps_alone_are_listed_on_request(sampled: Run) -> None:
    gaps = json.loads(sampled("coverage", "--missing", "--format", "json").out)
    assert {row["state"] for row in gaps} == {"missing"}
    ended = sampled("coverage", "--missing", "--measure", "outturn")
    assert "nothing is missing" in ended.err


def test_a_council_without_figures_is_said_so(sampled: Run) -> None:
    ended = sampled("coverage", "--council", "Bromsgrove")
    assert ended.code == 2
    assert "no figures of 'Bromsgrove'" in ended.err
