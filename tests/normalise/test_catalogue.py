from __future__ import annotations

import csv
import re
from importlib import resources
from typing import get_args

import pytest

from crossfoot.normalise.catalogue import (
    catalogue,
    national_indicator,
    relations,
    relations_of,
    sources,
)
from crossfoot.normalise.codes import parse_code
from crossfoot.schema.values import LinkKind, Polarity

UNITS = {None, "%", "\u00a3", "days", "weeks", "years", "kg", "tonnes", "number"}
YEAR = re.compile(r"(20\d\d)/(\d\d)")


def test_every_entry_is_under_the_key_of_its_canonical_code() -> None:
    for key, entry in catalogue().items():
        code = parse_code(entry.code)
        assert code is not None, entry
        assert (code.label, code.key) == (entry.code, key)
        assert code.family == ("national" if entry.code.startswith("NI") else "best_value")


def test_no_code_is_listed_twice() -> None:
    text = resources.files("crossfoot.normalise").joinpath("data/national_indicators.csv")
    codes = [row["code"] for row in csv.DictReader(text.read_text("utf-8").splitlines())]
    assert len(codes) == len(set(codes)) == len(catalogue())


def test_every_entry_uses_known_words_only() -> None:
    for entry in catalogue().values():
        assert entry.title == entry.title.strip() != ""
        assert entry.unit in UNITS, entry
        assert entry.polarity in {None, *get_args(Polarity)}, entry
        assert entry.source in sources(), entry


def test_years_in_force_lie_within_those_of_the_set() -> None:
    for entry in catalogue().values():
        bounds = ("2008/09", "2010/11") if entry.code.startswith("NI") else ("2000/01", "2007/08")
        years = [year for year in (entry.first_year, entry.last_year) if year]
        assert all(bounds[0] <= year <= bounds[1] for year in years), entry
        assert years == sorted(years)
        for year in years:
            match = YEAR.fullmatch(year)
            assert match is not None
            assert (int(match[1]) + 1) % 100 == int(match[2])


def test_the_national_indicators_are_all_there() -> None:
    numbers = {int(m[1]) for key in catalogue() if (m := re.fullmatch(r"ni(\d+)", key))}
    assert numbers == set(range(1, 200)) - {31}


@pytest.mark.parametrize(
    ("code", "unit", "polarity"),
    [
        ("BV8", "%", "higher"),
        ("BVPI 009", "%", "higher"),
        ("BV12", "days", "lower"),
        ("BV78a", "days", "lower"),
        ("BV79b(iii)", "%", None),
        ("NI 154", "number", "higher"),
        ("NI 181", "days", "lower"),
        ("NI195a", "%", "lower"),
    ],
)
def test_a_code_in_any_spelling_has_its_entry(
    code: str, unit: str | None, polarity: str | None
) -> None:
    entry = national_indicator(code)
    assert entry is not None
    assert (entry.unit, entry.polarity) == (unit, polarity)


@pytest.mark.parametrize("code", ["NI31", "BV78", "BV8a", "NI195e", "FPLocal_02", "LI 8", "8"])
def test_what_is_not_listed_has_no_entry(code: str) -> None:
    assert national_indicator(code) is None


def test_both_ends_of_every_relation_are_listed_and_older_never_follows_newer() -> None:
    for relation in relations():
        code, other = national_indicator(relation.code), national_indicator(relation.other)
        assert code is not None and other is not None, relation
        assert relation.kind in set(get_args(LinkKind)) - {"unrelated"}
        assert relation.source in sources()
        assert relation.since == code.first_year or relation.kind == "same", relation
        if other.last_year and relation.kind != "part-of":
            assert other.last_year < relation.since, relation
    assert len({(r.code, r.other) for r in relations()}) == len(relations())


def test_relations_are_found_from_either_side() -> None:
    assert {(r.kind, r.other) for r in relations_of("NI 181")} == {
        ("redefined", "BV78a"),
        ("redefined", "BV78b"),
    }
    assert {(r.code, r.kind) for r in relations_of("BV82a")} == {
        ("NI192", "sum-of"),
        ("BV82a(i)", "same"),
    }
    assert relations_of("FPLocal_02") == ()
