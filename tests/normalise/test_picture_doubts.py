"""A page's pictures without text are told of once, other doubts each."""

from __future__ import annotations

from crossfoot.normalise.picture_doubts import one_a_page
from crossfoot.schema.page import Box, Doubt


def doubt(kind: str, page: int, top: float) -> Doubt:
    return Doubt(kind, page, Box(10, top, 90, top + 20), f"{kind} at {top:g}")


def test_the_pictures_of_a_page_are_one_doubt_around_all_of_them() -> None:
    told = list(
        one_a_page([doubt("picture", 1, 10), doubt("touch", 1, 40), doubt("picture", 1, 70)])
    )
    assert [(each.kind, each.box) for each in told] == [
        ("picture", Box(10, 10, 90, 90)),
        ("touch", Box(10, 40, 90, 60)),
    ]
    assert told[0].message.startswith("2 pictures without text stand here")


def test_a_picture_alone_on_its_page_is_told_of_as_before() -> None:
    doubts = [doubt("picture", 1, 10), doubt("picture", 2, 10), doubt("overflow", 2, 50)]
    assert list(one_a_page(doubts)) == doubts
