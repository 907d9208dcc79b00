"""An arrow that a key prints black is the same arrow printed white on a dark cell."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from crossfoot.normalise.key_match import entries_for


class Entry(NamedTuple):
    symbol: str
    kind: str = "shape"


UP = Entry("shape:arrow-up:#000000:1")
DOWN = Entry("shape:arrow-down:#000000:2")


@pytest.mark.parametrize("colour", ["#ffffff", "#000000", "#7f7f7f"])
def test_an_arrow_without_a_colour_of_its_own_is_known_by_where_it_points(colour: str) -> None:
    assert entries_for([UP, DOWN], f"shape:arrow-up:{colour}:9") == [UP]


def test_a_coloured_arrow_says_more_than_where_it_points() -> None:
    assert entries_for([UP, DOWN], "shape:arrow-up:#ff0000:9") == []
    assert entries_for([Entry("shape:arrow-up:#00b050:1")], "shape:arrow-up:#ffffff:9") == []


def test_a_white_disc_is_not_the_grey_one() -> None:
    assert entries_for([Entry("shape:disc:#7f7f7f:1")], "shape:disc:#ffffff:9") == []
