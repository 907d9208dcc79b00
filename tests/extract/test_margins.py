"""Remarks that a table goes on overleaf are told from other lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.extract import margins

PIECES = st.sampled_from(
    (
        "Table 3",
        "table",
        "cont",
        "Cont'd",
        "CONTINUED",
        "contract",
        " ",
        ".",
        "(",
        ")",
        "P",
        ".T",
        "O.",
        "please turn",
        " over",
        "PTO",
        "turnover",
        "return",
        "’d",
        "continues on page 4",
        "x",
    )
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=6).map("".join))
def test_a_remark_is_told_without_asking_its_pattern_of_every_line(text: str) -> None:
    assert margins._says_it_goes_on(text) == (margins._GOES_ON.search(text) is not None)


@pytest.mark.parametrize("text", ["Table 2 (cont'd)", "continued overleaf", "P.T.O.", "(pto)"])
def test_usual_remarks_are_told(text: str) -> None:
    assert margins._says_it_goes_on(text)


@pytest.mark.parametrize("text", ["The contract was let", "Staff turnover", "Photocopying"])
def test_other_lines_are_none(text: str) -> None:
    assert not margins._says_it_goes_on(text)
