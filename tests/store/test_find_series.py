"""Finding a series by what people type: a code in any spelling, a title, an id."""

from __future__ import annotations

from datetime import date

import pytest

from crossfoot.store.database import Store
from crossfoot.store.load import load_paper
from crossfoot.store.series import find_series, loose_key

from .store_papers import (
    COUNCIL,
    document,
    figure,
    indicator,
    paper_of,
    series,
    series_id,
)

BV9 = series_id("BV9")


def catalogue(store: Store, load_id: str) -> None:
    for council, code, printed, title in (
        (COUNCIL, "BV9", "BVPI 9", "Council Tax collected"),
        (COUNCIL, "BV79b(ii)", "BV79bii", "Recovery of overpaid Housing Benefit"),
        (COUNCIL, "BV79b(iii)", "BV79b(iii)", "Housing Benefit overpayments written off"),
        ("Bromsgrove District Council", "BV9", "BV009", "% of Council Tax collected"),
        ("Bromsgrove District Council", "LPI0541", "LPI0541", "Crime: all offences"),
    ):
        paper = document(f"{council} {code}.pdf", council=council)
        load_paper(
            store,
            paper_of(
                paper,
                [figure(paper, "2018/19", "9", code=code)],
                series=[series(paper, code, title=title)],
                indicators=[indicator(paper, code, code_as_printed=printed, title=title)],
            ),
            load_id,
        )


@pytest.mark.parametrize(
    ("selector", "council", "codes", "matched_by"),
    [
        ("BV9", "Broxtowe", ["BV9"], "code"),
        ("bv 9", None, ["BV9", "BV9"], "code"),
        ("(BV 009)", "bromsgrove district", ["BV9"], "code"),
        ("BVPI 9", None, ["BV9"], "code"),
        ("bv79biii", None, ["BV79b(iii)"], "code"),
        ("BV79b(ii)", None, ["BV79b(ii)"], "code"),
        ("lpi541", None, ["LPI0541"], "code"),
        ("council  tax collected", None, ["BV9"], "title"),
        ("housing benefit", None, ["BV79b(ii)", "BV79b(iii)"], "words"),
        ("crime all offences", None, ["LPI0541"], "words"),
        ("BV79b", None, [], None),
        ("BV10", None, [], None),
        ("BV9", "Brox", [], None),
        ("", None, [], None),
        ("?!", None, [], None),
    ],
)
def test_a_series_is_found_by_what_people_type(
    store: Store,
    load_id: str,
    selector: str,
    council: str | None,
    codes: list[str],
    matched_by: str | None,
) -> None:
    catalogue(store, load_id)
    found = find_series(store, selector, council=council)
    assert [head.code for head in found] == codes
    assert {head.matched_by for head in found} == ({matched_by} if matched_by else set())


def test_a_series_is_found_by_its_id(store: Store, load_id: str) -> None:
    catalogue(store, load_id)
    for selector in (BV9, BV9[:10].upper()):
        assert [head.series_id for head in find_series(store, selector)] == [BV9]


def test_the_grammar_of_codes_is_asked_before_looser_reading(store: Store, load_id: str) -> None:
    catalogue(store, load_id)
    keys = {"LPI0541": "bv9", "my bv": "bv9"}
    found = find_series(store, "my bv", code_key=keys.get)
    assert [head.code for head in found] == ["LPI0541"]


def test_an_earlier_title_still_finds_the_series(store: Store, load_id: str) -> None:
    for name, title, day in (
        ("a.pdf", "Council Tax in year", date(2019, 1, 1)),
        ("b.pdf", "Council Tax collected", date(2020, 1, 1)),
    ):
        paper = document(name, published_on=day)
        rows = {
            "series": [series(paper, title=title)],
            "indicators": [indicator(paper, title=title)],
        }
        load_paper(store, paper_of(paper, [figure(paper, "2018/19", "9")], **rows), load_id)
    (head,) = find_series(store, "Council Tax in year")
    assert (head.title, head.matched_by) == ("Council Tax collected", "title")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("BV 009", "bv9", True),
        ("BV79b(iii)", "BV79biii", True),
        ("ComS_048", "COMS 48", True),
        ("BV79b(ii)", "BV79b(iii)", False),
        ("FPLocal_02", "FPLocal_12", False),
        ("BV100", "BV1", False),
    ],
)
def test_loose_keys(one: str, other: str, same: bool) -> None:
    assert (loose_key(one) == loose_key(other)) == same
