"""``docs/codes.md`` says what the grammar does and what the data hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crossfoot.normalise.catalogue import catalogue, relations, sources
from crossfoot.normalise.codes import parse_code
from crossfoot.normalise.repairs import repairs

PAGE = (Path(__file__).parents[2] / "docs" / "codes.md").read_text("utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table that begins with a heading row."""
    lines = PAGE[PAGE.index(heading) :].splitlines()[2:]
    table = lines[: next(at for at, line in enumerate(lines) if not line.startswith("|"))]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in table]


def quoted(start: str, end: str) -> list[str]:
    after = PAGE[PAGE.index(start) + len(start) :]
    return re.findall(r"`([^`]+)`", after[: after.index(end)])


@pytest.mark.parametrize("row", rows("| family | printed |"), ids=lambda row: row[1])
def test_every_printed_form_has_the_family_label_and_key_of_the_page(row: list[str]) -> None:
    family, printed, label, key = row
    code = parse_code(printed)
    assert code is not None
    assert (code.family.replace("_", " "), code.label, code.key) == (family, label, key)


def test_every_family_is_on_the_page() -> None:
    families = {row[0] for row in rows("| family | printed |")}
    assert families == {"best value", "national", "local", "plan action", "plan reference"}


@pytest.mark.parametrize("text", quoted("Never a code", "In a column"))
def test_what_the_page_calls_no_code_is_none(text: str) -> None:
    assert parse_code(text) is None


def test_the_counts_of_the_catalogue_are_those_of_the_data() -> None:
    entries = list(catalogue().values())
    best_value = sum(entry.code.startswith("BV") for entry in entries)
    undirected = sum(entry.polarity is None for entry in entries)
    text = " ".join(PAGE.split())
    assert f"lists {len(entries)} codes: {best_value} best-value indicators" in text
    assert f"{len(entries) - best_value} National Indicators" in text
    assert f"{undirected} have no good direction" in text


def test_sources_and_relations_are_those_of_the_data() -> None:
    assert dict(rows("| source | |")) == sources()
    assert rows("| code | is | of |") == [
        [each.code, each.kind, each.other, each.since, each.note or ""]
        for each in relations()
        if each.kind != "part-of"
    ]


@pytest.mark.parametrize("text", quoted("A scan or a typist", "A code is put right"))
def test_each_misreading_on_the_page_has_a_candidate(text: str) -> None:
    assert repairs(text)
