"""Rows of a paper that are opened one by one are found as those of a list are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.audit import gathered, rules
from crossfoot.audit.gathered import Again, Gathered, where
from crossfoot.audit.rules import audit
from crossfoot.extract.document import read_document
from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.packed_rows import Seen, seen
from crossfoot.schema.paper import Known

SAMPLES = sorted((Path(__file__).parent.parent.parent.parent / "samples").glob("*/*.pdf"))
WORDS = st.lists(st.sampled_from(["apple", "ant", "bee", "bat", "cow", "dog"]), max_size=20)


def first_letter(word: str) -> str:
    return word[0]


@pytest.fixture(params=[1, 2, 500], autouse=True)
def _held(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathered, "_HELD", request.param)


@given(WORDS, st.lists(st.sampled_from("abcdxyz"), max_size=20))
def test_rows_that_come_anew_are_gathered_as_those_of_a_list(words: list[str], asked: str) -> None:
    expected: dict[str, list[str]] = defaultdict(list)
    for word in words:
        expected[word[0]].append(word)
    for rows in (words, Again(lambda: iter(words))):
        found = Gathered(rows, first_letter)
        assert list(found) == list(expected.items())
        for letter in asked:
            assert list(found.get(letter)) == expected.get(letter, [])
        assert list(found) == list(expected.items())


def test_a_test_leaves_a_list_a_list_and_makes_of_others_no_list() -> None:
    is_b: Callable[[str], bool] = lambda word: word.startswith("b")  # noqa: E731
    assert where(["ant", "bee", "bat"], is_b) == ["bee", "bat"]
    anew = where(Again(lambda: iter(["ant", "bee", "bat"])), is_b)
    assert [*anew, *anew] == ["bee", "bat", "bee", "bat"]


@pytest.mark.parametrize("path", SAMPLES[:6], ids=lambda path: path.stem)
def test_a_paper_is_audited_the_same_whether_its_rows_are_open_or_not(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = interpret(read_document(path), Known(), NormaliseSettings())
    opened = audit(paper)
    monkeypatch.setattr(rules, "_ROWS_OPEN", 0)
    assert isinstance(seen(paper.figures, most=0), Seen) or not paper.figures
    assert audit(paper) == opened
    assert opened.checks
