"""Which print of a region is heavier than the rest of it."""

from __future__ import annotations

from crossfoot.extract.characters import are_bold, read_runs
from crossfoot.extract.chunks import PrintLine, blanks_of, print_lines
from crossfoot.extract.pdfium import open_document
from crossfoot.extract.space import display_matrix
from crossfoot.extract.weights import NOT_KNOWN, Weights

from .drawn_pages import pdf


def weighed(*drawn: tuple[str, str]) -> tuple[list[PrintLine], list[bool], list[bool], list[int]]:
    """The lines of a page, each a text and its font; which are heavy and light; places asked."""
    asked: list[int] = []
    data = pdf(
        lambda pen: (
            [pen.text(50, 50 + 20 * at, text, font=font) for at, (text, font) in enumerate(drawn)]
            and None
        )
    )
    with open_document(data, "drawn.pdf") as document, document.page(1) as page:
        runs = read_runs(page, display_matrix(page)[0])
        lines = print_lines(runs, blanks_of(runs))

        def ask(places: list[int]) -> list[bool]:
            asked.extend(places)
            return are_bold(page, places)

        weights = Weights(ask)
        contrast = weights.contrast(lines)
        weights.contrast(lines[:1], lines[1:])
        return (
            lines,
            [contrast.is_heavy(line.chunks) for line in lines],
            [contrast.is_light(line.chunks) for line in lines],
            asked,
        )


BOLD, LIGHT = "Helvetica-Bold", "Helvetica"


def test_bold_print_among_regular_print_is_heavier() -> None:
    _, heavy, light, _ = weighed(("Measure", BOLD), ("Rent collected", LIGHT), ("Homes", LIGHT))
    assert heavy == [True, False, False]
    assert light == [False, True, True]


def test_where_most_is_bold_nothing_is_known_of_any() -> None:
    _, heavy, light, _ = weighed(("Rent collected", BOLD), ("Homes let", BOLD), ("Note", LIGHT))
    assert not any(heavy)
    assert not any(light)


def test_a_line_of_one_bold_word_is_neither_heavy_nor_light() -> None:
    lines, heavy, light, _ = weighed(("Total", BOLD), ("Rent collected", LIGHT))
    mixed = [lines[0].chunks[0], lines[1].chunks[0]]
    assert (heavy, light) == ([True, False], [False, True])
    contrast = Weights(lambda places: [place == mixed[0].runs[0].order for place in places])
    told = contrast.contrast(lines)
    assert not told.is_heavy(mixed)
    assert not told.is_light(mixed)


def test_each_word_is_asked_of_once() -> None:
    lines, _, _, asked = weighed(("Measure of it", BOLD), ("Rent collected", LIGHT))
    words = [run.order for line in lines for chunk in line.chunks for run in chunk.runs]
    assert sorted(asked) == sorted(words)


def test_where_no_page_is_asked_nothing_is_known() -> None:
    lines, _, _, _ = weighed(("Measure", BOLD), ("Rent collected", LIGHT))
    assert not NOT_KNOWN.contrast(lines).heavy
