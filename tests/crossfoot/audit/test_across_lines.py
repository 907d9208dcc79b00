"""A figure that the years around it show to be a slip, and figures that may be so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crossfoot.schema.finding import Finding
from crossfoot.store.checks import held_checks
from crossfoot.store.database import Store, open_store

from .across_papers import Q1, Q2, Row, compared, report

YEARS = [f"{year}/{year % 100 + 1:02d}" for year in range(2012, 2019)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/store.db", create=True) as opened:
        yield opened


def line(*values: str, measure: str = "outturn") -> Row:
    return Row({(measure, year): text for year, text in zip(YEARS, values, strict=False)})


def in_one_paper(store: Store, *values: str) -> list[Finding]:
    return compared(store, report("a.pdf", Q1, [line(*values)]))


@pytest.mark.parametrize(
    "wrong", ["9.74%", "974%", "-97.4%", "997.4%"], ids=["point", "point", "sign", "doubled"]
)
@pytest.mark.parametrize("place", [0, 3, 5])
def test_a_slip_far_from_the_years_around_is_a_warning(
    store: Store, wrong: str, place: int
) -> None:
    values = ["97.0%", "97.3%", "97.2%", "97.5%", "97.1%"]
    (found,) = in_one_paper(store, *values[:place], wrong, *values[place:])
    assert (found.rule_id, found.severity, found.printed) == ("figure.slip", "warning", wrong)
    assert float((found.expected or "").removeprefix("about ")) == pytest.approx(97.4)


def test_swapped_digits_far_from_the_years_around_are_a_warning(store: Store) -> None:
    (found,) = in_one_paper(store, "18,410", "18,377", "81,395", "18,402", "18,388")
    assert (found.printed, found.expected) == ("81,395", "about 18395")


@pytest.mark.parametrize(
    "values",
    [
        ("97.0%", "97.3%", "97.2%", "97.4%", "97.5%", "97.1%"),
        ("97.0%", "9.74%", "97.2%", "97.1%"),
        ("12", "25", "60", "110", "240", "410"),
        ("1,200", "1,250", "1,190", "340", "1,230", "1,210"),
        ("0", "0", "0", "10", "0", "0"),
        ("97.0%", "97.3%", "97.2%", "79.4%", "97.5%", "97.1%"),
        ("97.0%", "30.1%", "97.2%", "9.74%", "97.5%", "62.0%"),
    ],
    ids=["steady", "too few", "growing", "a fall", "noughts", "too near", "spread"],
)
def test_figures_that_may_be_so_are_not_told(store: Store, values: tuple[str, ...]) -> None:
    assert in_one_paper(store, *values) == []


def test_what_two_papers_print_is_no_slip_of_one(store: Store) -> None:
    values = line("97.0%", "97.3%", "97.2%", "9.74%", "97.5%", "97.1%")
    papers = report("a.pdf", Q1, [values]), report("b.pdf", Q2, [values])
    assert [item for item in compared(store, *papers) if item.rule_id == "figure.slip"] == []


def test_figures_among_their_years_are_checks_that_hold(store: Store) -> None:
    in_one_paper(store, "97.0%", "97.3%", "97.2%", "97.4%", "97.5%")
    assert held_checks(store)["figure.slip"] == 5
