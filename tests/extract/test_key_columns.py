"""Keys set as tables without rules: each sign stands with the words of its row."""

from __future__ import annotations

from collections.abc import Sequence

from .drawn_pages import Pen, read

SIGNS = ("#00bb00", "#ffbb00", "#cc0000")
WORDS = ("On target", "Slightly below target", "Below target")


def symbols(
    signs: Sequence[tuple[float, float, str]], words: Sequence[tuple[float, float, str]]
) -> dict[str, tuple[str, ...]]:
    """What signs lines have, where squares have their middle and words begin at (x, y)."""

    def page(pen: Pen) -> None:
        for x, y, colour in signs:
            pen.rect(x - 4, y - 7, x + 4, y + 1, colour, None)
        for x, y, text in words:
            pen.text(x, y, text, 8)

    return {line.text: line.symbols for line in read(page).lines}


def key(x: float, begin: float, y: float = 100) -> list[list[tuple[float, float, str]]]:
    """Three rows of a key: signs around *x*, words from *begin* on."""
    ys = [y + 16 * row for row in range(3)]
    return [
        [(x, at, colour) for at, colour in zip(ys, SIGNS, strict=True)],
        [(begin, at, word) for at, word in zip(ys, WORDS, strict=True)],
    ]


def test_words_far_right_of_their_signs_stand_with_them() -> None:
    said = symbols(*key(80, 150))
    assert [said[word] for word in WORDS] == [(f"fill:{colour}",) for colour in SIGNS]


def test_two_keys_side_by_side_have_each_their_own_signs() -> None:
    # The words of the left key end nearer to the signs of the right one than its own begin.
    signs, words = key(60, 120)
    more = [(230.0, y, colour) for (_, y, _), colour in zip(signs, reversed(SIGNS), strict=True)]
    others = [(300.0, y, text) for (_, y, _), text in zip(words, ("Up", "Same", "Down"))]  # noqa: B905
    said = symbols([*signs, *more], [*words, *others])
    assert [said[word] for word in WORDS] == [(f"fill:{colour}",) for colour in SIGNS]
    assert [said[word] for word in ("Up", "Same", "Down")] == [
        (f"fill:{colour}",) for colour in reversed(SIGNS)
    ]


def test_one_sign_far_from_words_is_not_theirs() -> None:
    signs, words = key(80, 150)
    assert not any(symbols(signs[:1], words[:1]).values())


def test_words_that_do_not_begin_below_each_other_are_not_explained_from_afar() -> None:
    signs, words = key(80, 150)
    moved = [(x + 9 * row, y, text) for row, (x, y, text) in enumerate(words)]
    assert not any(symbols(signs, moved).values())


def test_signs_among_the_words_of_rows_are_no_key() -> None:
    signs, words = key(230, 300)
    names = [(50.0, y, f"Name {number}") for number, (_, y, _) in enumerate(words)]
    assert not any(symbols(signs, [*names, *words]).values())
