"""Which decisions can hold together, and which lines they make."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.schema.values import LinkKind
from crossfoot.store.descent import Descent, Tie, against

KINDS: tuple[LinkKind, ...] = ("same", "successor", "sum-of", "part-of", "redefined", "unrelated")
TIES = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from(KINDS), st.sampled_from("abcdef"))
    .filter(lambda each: each[0] != each[2])
    .map(lambda each: Tie(*each)),
    max_size=12,
)


def sound(words: str) -> bool:
    return Descent(ties(words)).is_sound()


def ties(words: str) -> list[Tie]:
    """Read ``b successor a, c same b``."""
    found: list[Tie] = []
    for each in filter(None, words.split(", ")):
        a, kind, b = each.split()
        found += [Tie(a, known, b) for known in KINDS if known == kind]
    return found


def line(words: str, series_id: str) -> str:
    """Return a line as ``a b+c | d``: a bar stands for a redefinition."""
    said = ""
    for stage in Descent(ties(words)).line(series_id):
        said += (" | " if stage.redefined else " ") + "+".join(stage.members)
    return said.strip()


@pytest.mark.parametrize(
    "words",
    [
        "a successor b, b successor a",
        "a successor b, b successor c, c successor a",
        "a redefined b, b successor a",
        "a same b, a successor b",
        "a same b, b same c, c successor a",
        "a same b, c successor a, b successor c",
        "a same b, a unrelated b",
        "a same b, b same c, a unrelated c",
        "a successor b, b successor c, a unrelated c",
        "a same b, b part-of a",
        "a successor b, a sum-of b",
        "a part-of b, b part-of a",
        "a sum-of b, b sum-of a",
        "a part-of b, b part-of c, c part-of a",
    ],
)
def test_contradictions_cannot_hold(words: str) -> None:
    assert not sound(words)
    *earlier, last = ties(words)
    assert against(earlier, last) is not None
    assert against(earlier[:1], last) is None or len(earlier) == 1


@pytest.mark.parametrize(
    "words",
    [
        "",
        "a successor b, c successor b",
        "c redefined a, c redefined b, a unrelated b",
        "c sum-of a, c sum-of b, a unrelated b",
        "a part-of c, c sum-of a",
        "a same b, b same c, a same c",
        "a successor b, b successor c, a successor c",
    ],
)
def test_what_is_no_contradiction_can_hold(words: str) -> None:
    assert sound(words)


def test_the_decisions_in_the_way_are_named() -> None:
    earlier = ties("b successor a, c successor b, d same e")
    assert against(earlier, Tie("a", "successor", "c")) == earlier[:2]


@pytest.mark.parametrize("asked", "abcd")
def test_a_chain_is_one_line_whichever_is_asked(asked: str) -> None:
    words = "b successor a, c redefined b, d successor c"
    assert line(words, asked) == "a b | c d"


@pytest.mark.parametrize("asked", "abcd")
def test_the_same_are_one_stage(asked: str) -> None:
    assert line("b same c, b successor a, d successor c", asked) == "a b+c d"


def test_where_two_are_redefined_into_one_a_line_goes_on_and_not_back() -> None:
    words = "c redefined a, c redefined b"
    assert [line(words, each) for each in "abc"] == ["a | c", "b | c", "c"]


def test_where_one_is_split_into_two_a_line_goes_back_and_not_on() -> None:
    words = "b successor a, c successor a"
    assert [line(words, each) for each in "abc"] == ["a", "a b", "a c"]


def test_sums_and_parts_and_what_is_unrelated_join_nothing() -> None:
    assert line("a sum-of b, c part-of a, d unrelated a", "a") == "a"


@given(offered=TIES)
def test_what_was_let_in_one_by_one_always_holds_and_makes_lines(offered: list[Tie]) -> None:
    held: list[Tie] = []
    for tie in offered:
        if against(held, tie) is None:
            held.append(tie)
    descent = Descent(held)
    assert descent.is_sound()
    for series_id in "abcdef":
        members = [each for stage in descent.line(series_id) for each in stage.members]
        assert series_id in members
        assert len(members) == len(set(members))


@given(found=TIES)
def test_a_line_ends_even_where_decisions_contradict(found: list[Tie]) -> None:
    for series_id in "abcdef":
        assert Descent(found).line(series_id)


@given(found=TIES)
def test_the_order_of_decisions_changes_nothing(found: list[Tie]) -> None:
    one, other = Descent(found), Descent(found[::-1])
    assert one.is_sound() == other.is_sound()
    assert all(one.line(each) == other.line(each) for each in "abcdef")
