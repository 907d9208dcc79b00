"""Folding the lines of a cell to one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.schema.text import fold, translation

_PRINTED = st.text(st.sampled_from("a9&/ \t\n\u200b\u00a0-\u2010\u2011\u2013."), max_size=24)


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Self-\nIsolation", "Self-Isolation"),
        ("Self\u2011 \n Isolation", "Self\u2011Isolation"),
        ("met -\nin part", "met - in part"),
        ("Council  Tax\n\ncollected ", "Council Tax collected"),
        ("2019-20\nActual", "2019-20 Actual"),
        ("", ""),
    ],
)
def test_a_line_end_is_a_space_but_after_a_hyphen_that_ends_a_word(
    printed: str, folded: str
) -> None:
    assert fold(printed) == folded


@given(_PRINTED)
def test_any_text_is_folded_as_the_contract_says(printed: str) -> None:
    lines = (" ".join(line.split()) for line in printed.replace("\u200b", " ").split("\n"))
    joined = "\n".join(line for line in lines if line)
    assert fold(printed) == re.sub(r"(?<=[\w&/][-\u2010\u2011])\n", "", joined).replace("\n", " ")


@given(st.text(), st.dictionaries(st.characters(), st.text(max_size=3), max_size=4))
def test_letters_are_replaced_as_said_and_no_others(printed: str, letters: dict[str, str]) -> None:
    expected = "".join(letters.get(letter, letter) for letter in printed)
    assert printed.translate(translation(letters)) == expected
