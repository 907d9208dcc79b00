"""Dotted numbers before titles: references of the plan where the heading names codes."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.labelled_rows import RULINGS, read_table

TITLES = ("Early retirements as % of workforce", "Homes let", "Invoices paid in time", "% of bins")
NUMBERS = ("1.1", "1.2", "2.1", "11.3.5")


def read(heading: str, names: list[str], ruling: str = "grid") -> Paper:
    rows = [[heading, "Target 2018/19", "Actual 2018/19"]]
    rows += [[name, f"{at}1.5%", f"{at}2.5%"] for at, name in enumerate(names, 1)]
    return read_table(rows, (270, 110, 110), ruling)


def named(paper: Paper) -> list[tuple[str | None, str | None]]:
    return [(row.code, row.title) for row in paper.indicators]


@pytest.mark.parametrize("ruling", RULINGS)
@pytest.mark.parametrize("heading", ["PI Code and Title", "Code & Short Name", "Ref / Indicator"])
def test_under_a_heading_of_codes_and_titles_the_number_is_the_code(
    heading: str, ruling: str
) -> None:
    names = [f"{number} {title}" for number, title in zip(NUMBERS, TITLES, strict=True)]
    paper = read(heading, names, ruling)
    assert named(paper) == list(zip(NUMBERS, TITLES, strict=True))
    assert {row.code for row in paper.figures} == set(NUMBERS)


def test_a_few_rows_may_have_no_code() -> None:
    names = ["1.1 Early retirements", "1.2 Homes let", "1.3 Invoices paid", "Rents collected"]
    assert named(read("PI Code and Title", names))[-2:] == [
        ("1.3", "Invoices paid"),
        (None, "Rents collected"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "1.5 hours or less to answer",
        "1.5% of homes repaired",
        "24/7 calls answered",
        "2018/19 Homes built",
        "100 Homes built",
    ],
)
def test_a_title_that_begins_with_another_number_keeps_it(name: str) -> None:
    names = ["1.1 Early retirements", "1.2 Homes let", "1.3 Invoices paid", name]
    assert named(read("PI Code and Title", names))[-1] == (None, name)


def test_numbers_of_a_few_rows_stay_in_their_titles() -> None:
    names = ["1.1 Early retirements", "1.2 Homes let", "Rents collected", "Rents owed"]
    assert {code for code, _ in named(read("PI Code and Title", names))} == {None}


def test_numbers_that_come_again_are_no_codes() -> None:
    names = ["1.1 Early retirements", "1.1 Homes let", "1.2 Rents collected"]
    assert {code for code, _ in named(read("PI Code and Title", names))} == {None}


def test_a_heading_that_names_no_codes_leaves_numbers_that_do_not_run_on() -> None:
    names = [
        f"{number} {title}" for number, title in zip(("1.1", "1.3", "2.1"), TITLES, strict=False)
    ]
    paper = read("Indicator", names)
    assert named(paper) == [(None, name) for name in names]
    assert [each.printed for each in paper.findings if each.rule_id == "code.in_title"] == names[:1]
