"""The file of bounds: what is measured anew replaces what was written of its kind, and no other."""

from __future__ import annotations

import tomllib

from benchmarks.confidence.__main__ import as_toml, parts_of

FIGURES = {("figure", "ruled"): [True] * 80, ("figure", "no rules"): [True] * 70}
ACTIONS = {("action", "ruled"): [True] * 59 + [False]}


def classes(text: str) -> dict[tuple[str, str], tuple[int, int]]:
    return {
        (each["kind"], each["evidence"]): (each["papers"], each["wrong"])
        for each in tomllib.loads(text).get("class", [])
    }


def test_each_kind_says_how_many_papers_it_rests_on() -> None:
    text = as_toml(FIGURES | ACTIONS, 240, {})
    assert classes(text) == {
        ("figure", "ruled"): (80, 0),
        ("figure", "no rules"): (70, 0),
        ("action", "ruled"): (60, 1),
    }
    assert [line.split(":")[0] for line in text.splitlines() if ", 240 papers" in line] == [
        "# action",
        "# figure",
    ]


def test_classes_of_too_few_papers_are_left_out() -> None:
    assert classes(as_toml({("action", "ruled"): [True] * 59}, 240, {})) == {}


def test_more_papers_of_some_families_replace_the_kinds_that_they_have_enough_of() -> None:
    first = as_toml(FIGURES | ACTIONS, 240, {})
    more = {("action", "rules between rows"): [True] * 90, ("figure", "ruled"): [False] * 9}
    text = as_toml(more, 480, parts_of(first))
    assert classes(text) == {
        ("figure", "ruled"): (80, 0),
        ("figure", "no rules"): (70, 0),
        ("action", "rules between rows"): (90, 0),
    }
    assert "# figure: " in text
    assert parts_of(text)["figure"] == parts_of(first)["figure"]


def test_what_was_read_and_written_again_is_the_same() -> None:
    text = as_toml(FIGURES | ACTIONS, 240, {})
    assert as_toml({}, 1, parts_of(text)) == text
