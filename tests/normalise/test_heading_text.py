"""Headings with periods, and headings over several levels."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossfoot.normalise.columns import column_from
from crossfoot.normalise.heading_text import HeadingReader, heading_reader, printed_period
from crossfoot.normalise.headings import load_headings
from crossfoot.normalise.year_parts import YearPart, find_part

READER = HeadingReader(load_headings())


@pytest.mark.parametrize(
    ("heading", "meaning", "period"),
    [
        ("Q1 2019/20", None, "2019/20 Q1"),
        ("2021/22\nQ1", None, "2021/22 Q1"),
        ("2019/20\nAchieved", "result", "2019/20"),
        ("Outturn 2017/18", "outturn", "2017/18"),
        ("2008-09 outturn", "outturn", "2008/09"),
        ("Yr end 08/09", "outturn", "2008/09"),
        ("2021/22\nTarget", "target", "2021/22"),
        ("Apr-Sep 2009", None, "2009/10 H1"),
        ("Annual Target 2009/10", "target.annual", "2009/10"),
        ("England average 2007/08", "comparator", "2007/08"),
        ("Year end Q2 2009/10", "outturn", "2009/10 Q2"),
        ("Year end 2009/10", None, "2009/10"),
        ("Actual as at 30 September 2009", "result.unknown", "2009-09-30"),
        ("September 2007 Action", "title", "2007-09"),
    ],
)
def test_words_and_period_are_read_apart(heading: str, meaning: str | None, period: str) -> None:
    said = READER.read(heading)
    assert said.meaning == meaning
    assert said.period is not None and said.period.label == period


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Qtr 2 Actual", YearPart("quarter", 2, 2)),
        ("3rd Quarter", YearPart("quarter", 3, 3)),
        ("Aug.", YearPart("months", 8, 8)),
        ("Apr - Jun", YearPart("months", 4, 6)),
        ("Half year", YearPart("half", 1, 1)),
    ],
)
def test_a_part_of_a_year_waits_for_its_year(heading: str, part: YearPart) -> None:
    said = READER.read(heading)
    assert said.period is None
    assert said.part == part


@pytest.mark.parametrize("heading", ["Abbey ward 2019/20 trees", "3 month target", "x" * 200, ""])
def test_words_that_are_no_heading_stay_unknown_with_or_without_a_period(heading: str) -> None:
    assert not READER.read(heading).known


@pytest.mark.parametrize(
    ("levels", "family", "basis", "period"),
    [
        (["2019/20", "Achieved"], "result", None, "2019/20"),
        (["2021/22", "Q1"], "result", None, "2021/22 Q1"),
        (["Target", "2009/10"], "target", None, "2009/10"),
        (["Target", "Annual"], "target", "annual", None),
        (["2019/20", "Q2", "Target"], "target", None, "2019/20 Q2"),
        (["Previous year", "Actual"], "previous", None, None),
        (["Previous year", "Target"], "other", None, None),
        (["Comparative data", "England average"], "comparator", None, None),
        (["Performance", "Target"], "target", None, None),
    ],
)
def test_levels_compose(
    levels: list[str], family: str, basis: str | None, period: str | None
) -> None:
    column = column_from(READER, 1, 1, levels)
    assert column.family == family
    assert column.stated_basis == basis
    assert (column.period.label if column.period else None) == period


def test_the_printed_period_is_without_the_other_words() -> None:
    assert printed_period("Outturn 2017/18") == "2017/18"
    assert printed_period("Qtr 2 Actual") == "Qtr 2"


def test_months_after_december_belong_to_the_next_calendar_year() -> None:
    found = find_part("Feb")
    assert found is not None
    period = found[0].in_year(2014)
    assert period is not None and period.label == "2015-02"


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Actual 2018/19 Year End", "outturn"),
        ("2019/20 Target %", "target"),
        ("Actual (%)", "result"),
        ("Performance Indicator (PI)", "title"),
        ("Indicator / Measure", "title"),
        ("Lead Officer/Member", "lead"),
        ("Trend since 2008/09", "trend"),
        ("Q1 (Apr-Jun)", None),
    ],
)
def test_units_order_and_strokes_make_no_difference(heading: str, meaning: str | None) -> None:
    said = READER.read(heading)
    assert said.known
    assert (said.meaning, said.near) == (meaning, None)


def test_two_measures_beside_a_stroke_are_neither() -> None:
    assert READER.read("Target / Outturn").meaning is None


def test_each_headings_file_has_its_reader_for_all_papers(tmp_path: Path) -> None:
    own = tmp_path / "headings.toml"
    own.write_text('[headings]\ntarget = ["Aim for all"]\n', encoding="utf-8")
    assert heading_reader(own) is heading_reader(own)
    assert heading_reader(own).read("Aim for all").meaning == "target"
    assert heading_reader(None).read("Aim for all").meaning is None


def test_a_reader_forgets_texts_before_they_fill_the_memory() -> None:
    reader = HeadingReader(load_headings())
    held = set()
    for number in range(20_000):
        reader.read(f"{number}.5")
        held.add(len(reader._seen))
    assert max(held) < 10_000
    assert reader.read("Target 2019/20") == READER.read("Target 2019/20")
