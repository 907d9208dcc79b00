"""Titles that a paper numbers one by one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.normalise.enumerated import are_numbered
from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

TITLES = ("Rents collected", "Homes let in time", "Bins missed", "Calls answered")


def read(numbers: list[str], heading: str = "Indicator") -> Paper:
    rows: list[list[C | str]] = [[heading, "Actual 2019/20", "Target 2019/20"]]
    rows += [[f"{at} {title}", "51%", "50%"] for at, title in zip(numbers, TITLES, strict=False)]
    draft = Draft().line("Tillingham Borough Council")
    return draft.line("Performance indicators Quarter 4 2019/20", bold=True).table(*rows).read()


@pytest.mark.parametrize(
    ("numbers", "codes"),
    [
        (["1", "2", "3", "4"], [None] * 4),
        (["11.", "12.", "13.", "14."], [None] * 4),
        (["C", "D", "E"], [None] * 3),
        (["1.1", "1.2", "1.3", "2.1"], ["1.1", "1.2", "1.3", "2.1"]),
        (["HSG 1.9", "HSG 1.10", "HSG 1.11"], ["HSG 1.9", "HSG 1.10", "HSG 1.11"]),
        (["A1a", "A1b", "A2", "A3a"], ["A1a", "A1b", "A2", "A3a"]),
        (["4a", "4b", "5a"], ["4a", "4b", "5a"]),
    ],
)
def test_numbers_that_run_on_are_no_part_of_the_titles(
    numbers: list[str], codes: list[str | None]
) -> None:
    rows = read(numbers).indicators
    assert [row.title for row in rows] == list(TITLES[: len(numbers)])
    assert [row.code for row in rows] == codes
    assert [row.code_as_printed for row in rows] == [each.rstrip(".") for each in numbers]


@pytest.mark.parametrize(
    "numbers", [["1", "2"], ["1", "3", "4"], ["20", "20", "21"], ["3", "2", "1"], ["1.1", "2", "3"]]
)
def test_numbers_that_do_not_run_on_stay_in_the_titles(numbers: list[str]) -> None:
    rows = read(numbers).indicators
    titles = [f"{at} {title}" for at, title in zip(numbers, TITLES, strict=False)]
    assert [row.title for row in rows] == titles


@given(
    parts=st.lists(st.integers(1, 30), min_size=1, max_size=3),
    lead=st.sampled_from(["", "HSG ", "A", "C&P."]),
    rows=st.integers(3, 12),
)
def test_rows_counted_in_their_last_part_are_numbered(
    parts: list[int], lead: str, rows: int
) -> None:
    *before, first = parts
    texts = [f"{lead}{'.'.join(map(str, [*before, first + at]))} Homes let" for at in range(rows)]
    assert are_numbered(texts)
    assert not are_numbered(texts[::-1])
    assert not are_numbered([*texts[:-1], "Homes let"])


@given(
    numbers=st.lists(st.integers(0, 999), min_size=3, max_size=6),
)
def test_only_numbers_one_apart_are_numbered(numbers: list[int]) -> None:
    runs_on = all(below - above == 1 for above, below in pairwise(numbers))
    assert are_numbered([f"{number} Homes let" for number in numbers]) == runs_on
