"""The wording of a title: what a small rewording leaves as it is, and what nothing may even out."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crossfoot.normalise.wording import plain_wording, wording

from .unlike_titles import ALIKE, UNLIKE

WORDS = st.lists(
    st.sampled_from(
        """council tax collected housing claim paid invoice within working day week visit leisure
        centre complaint answered household recycled average time benefit new change not major
        minor 8 13 30 2.5 i ii b""".split()  # noqa: SIM905
    ),
    min_size=2,
    max_size=8,
)
TEXTS = st.text(max_size=30)


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_titles_that_mean_two_things_have_two_wordings(one: str, other: str) -> None:
    assert wording(one).key != wording(other).key


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_small_rewordings_have_one_wording(one: str, other: str) -> None:
    assert wording(one).key == wording(other).key


@given(words=WORDS)
def test_case_and_punctuation_change_nothing(words: list[str]) -> None:
    title = " ".join(words)
    assert wording(title.upper()) == wording(title) == wording(f"  {title.title()} *")
    assert wording(" - ".join(words)) == wording(title) == wording(" / ".join(words) + ".")


@given(words=WORDS)
def test_per_cent_is_one_whether_before_or_behind(words: list[str]) -> None:
    title = " ".join(words)
    assume(not words[-1][-1].isdigit() and not words[0][0].isdigit())
    first, *others = [
        wording(text).key
        for text in (f"% of {title}", f"Percentage {title}", f"{title} (%)", f"{title}, per cent")
    ]
    assert set(others) == {first}
    assert first != wording(title).key


@given(
    words=WORDS,
    at=st.integers(0, 8),
    said=st.sampled_from(["not", "no", "non", "without", "7", "c", "iv", "<", "£", "excluding"]),
)
def test_a_word_put_in_is_another_wording(words: list[str], at: int, said: str) -> None:
    place = min(at, len(words))
    longer = [*words[:place], said, *words[place:]]
    assert wording(" ".join(longer)).key != wording(" ".join(words)).key


@given(words=WORDS, data=st.data())
def test_the_order_of_words_is_kept(words: list[str], data: st.DataObject) -> None:
    other = data.draw(st.permutations(words))
    assert (wording(" ".join(words)) == wording(" ".join(other))) == (words == other)


@given(one=st.decimals(0, 9999, places=2), other=st.decimals(0, 9999, places=2))
def test_two_numbers_are_never_one(one: object, other: object) -> None:
    keys = {wording(f"homes let in {number} days").key for number in (one, other)}
    assert len(keys) == len({str(one), str(other)})


@given(text=TEXTS)
def test_any_text_has_a_wording_and_the_same_one_each_time(text: str) -> None:
    assert wording(text) == wording(f" {text} ")
    assert wording(text).words
    assert plain_wording(text) == plain_wording(text.replace(" ", "  "))


def test_a_title_of_signs_alone_is_its_own_wording() -> None:
    assert wording("–").words == ("–",)
    assert wording("%").words == ("%",)
    assert wording("–") != wording("…")
