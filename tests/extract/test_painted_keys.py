"""Keys whose colours are painted cells, and no rules between them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from .drawn_pages import Pen, read

COLOURS = ("#00b050", "#ffc000", "#ff0000")
WORDS = ("On target", "Slightly below target", "Below target")


def symbols(
    colours: Sequence[str] = COLOURS, *, step: float = 20, inside: str = "", before: str = ""
) -> list[tuple[str, ...]]:
    """The symbols of the words beside cells 90 points wide, *step* points apart."""

    def page(pen: Pen) -> None:
        for number, (colour, word) in enumerate(zip(colours, WORDS, strict=True)):
            y = 100 + step * number
            pen.rect(60, y, 150, y + 20, colour, None)
            pen.text(156, y + 13, word, 8)
            pen.text(70, y + 13, inside, 8)
            pen.text(20, y + 13, before, 8)

    said = {line.text: line.symbols for line in read(page).lines}
    return [said[word] for word in WORDS]


def test_painted_cells_below_each_other_stand_with_the_words_beside_them() -> None:
    assert symbols() == [(f"fill:{colour}",) for colour in COLOURS]


@pytest.mark.parametrize(
    "more",
    [
        {"colours": ("#00b050", "#ff0000", "#ff0000")},  # said twice: no key
        {"step": 26},  # apart
        {"inside": "Homes"},  # words painted behind
        {"before": "Rent"},  # a name at the left: a row of a table
    ],
)
def test_other_painted_cells_are_no_signs(more: dict[str, object]) -> None:
    assert not any(symbols(**more))  # type: ignore[arg-type]
