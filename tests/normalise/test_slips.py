from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.normalise.headings import load_headings
from crossfoot.normalise.slips import is_slip, may_be_slip, spellings

KEYS = load_headings().near_keys
KNOWN = spellings(KEYS)
_LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyz")


@given(st.sampled_from(KEYS), st.data())
def test_no_slip_of_a_listed_heading_is_passed_over(listed: str, data: st.DataObject) -> None:
    words = listed.split()
    for at, word in enumerate(words):
        place = data.draw(st.integers(0, len(word)))
        before, after = word[:place], word[place:]
        words[at] = data.draw(
            st.sampled_from(
                [
                    word,
                    f"{word}s",
                    f"{word}es",
                    before + after[1:],
                    before + data.draw(_LETTERS) + after,
                    before + data.draw(_LETTERS) + after[1:],
                    before + after[1:2] + after[:1] + after[2:],
                ]
            )
        )
    key = " ".join(word for word in words if word)
    assert may_be_slip(key, KNOWN) or not any(is_slip(key, each) for each in KEYS)


@pytest.mark.parametrize("text", ["undertake a feasibility study", "consultation with community"])
def test_most_texts_are_told_from_headings_by_their_words(text: str) -> None:
    assert not may_be_slip(text, KNOWN)
