"""Signs in a row of words, as keys print them: each stands with the words it speaks of."""

from __future__ import annotations

import pytest

from .drawn_pages import Pen, read

GREEN, RED = "#00bb00", "#cc0000"


@pytest.mark.parametrize("lead", ["Key:", ""])
def test_signs_before_their_words_stand_with_them(lead: str) -> None:
    def page(pen: Pen) -> None:
        if lead:
            pen.text(60, 100, lead)
        pen.rect(90, 92, 100, 102, GREEN, None)
        pen.text(104, 100, "On target")
        pen.rect(152, 92, 162, 102, RED, None)
        pen.text(166, 100, "Below target")

    said = {line.text: line.symbols for line in read(page).lines}
    assert said["On target"] == ("fill:#00bb00",)
    assert said["Below target"] == ("fill:#cc0000",)


def test_signs_behind_their_words_stand_with_them() -> None:
    def page(pen: Pen) -> None:
        pen.text(60, 100, "On target")
        pen.rect(108, 92, 118, 102, GREEN, None)
        pen.text(122, 100, "Below target")
        pen.rect(186, 92, 196, 102, RED, None)

    said = {line.text: line.symbols for line in read(page).lines}
    assert said["On target"] == ("fill:#00bb00",)
    assert said["Below target"] == ("fill:#cc0000",)


def test_a_sign_between_words_in_a_row_that_begins_and_ends_with_words_is_of_none() -> None:
    def page(pen: Pen) -> None:
        pen.text(60, 100, "On target")
        pen.rect(108, 92, 118, 102, GREEN, None)
        pen.text(122, 100, "Below target")

    assert not any(line.symbols for line in read(page).lines)
