"""Signs of status and trend, from the page to the row: by the paper's key, or by what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from .sign_papers import (
    AMBER,
    ARROW,
    ARROW_DOWN,
    ARROW_RIGHT,
    BLUE,
    DIAMOND,
    DOWN,
    GREEN,
    GREY,
    RED,
    ROWS,
    SQUARE,
    TRIANGLE,
    WORDS,
    Cell,
    Content,
    Draw,
    Sheet,
    actuals,
    carriers,
    disc,
    drawn,
    over,
    polygon,
    rules,
    statuses,
    trends,
)

LIGHTS = ["green", "amber", "red"]
INK = "#305090"


def lettered(font: str, *texts: str, colour: str = "#000000") -> list[Content]:
    return [Cell(text, font=font, colour=colour) for text in texts]


@pytest.mark.parametrize(
    "forms",
    [
        (
            disc,
            lambda ink, size: polygon(ink, TRIANGLE, size),
            lambda ink, size: polygon(ink, DIAMOND, size),
        ),
        (
            lambda ink, size: polygon(ink, ARROW, size),
            lambda ink, size: polygon(ink, ARROW_RIGHT, size),
            lambda ink, size: polygon(ink, ARROW_DOWN, size),
        ),
    ],
    ids=["shapes", "arrows"],
)
def test_drawn_shapes_of_one_colour_are_bound_by_a_key_on_the_last_page_at_another_size(
    forms: tuple[object, ...], tmp_path: Path
) -> None:
    table = [drawn(form(INK, 5.0)) for form in forms]  # type: ignore[operator]
    sheet = Sheet().indicators(table).page().line("Key")
    for form, words in zip(forms, WORDS, strict=True):
        sheet.line(form(INK, 3.4), words)  # type: ignore[operator]
    paper = sheet.read(tmp_path)
    assert statuses(paper) == LIGHTS
    assert carriers(paper) <= {"shape", "arrow"}
    assert len({row.symbol for row in paper.legends}) == 3


def test_a_key_on_one_line_gives_each_sign_the_words_after_it(tmp_path: Path) -> None:
    signs = [disc(INK), polygon(INK, TRIANGLE), polygon(INK, SQUARE)]
    parts = [part for pair in zip(signs, WORDS, strict=True) for part in pair]
    paper = Sheet().indicators([drawn(sign) for sign in signs]).line(*parts).read(tmp_path)
    assert statuses(paper) == LIGHTS


def test_the_key_goes_before_the_colour(tmp_path: Path) -> None:
    signs = [drawn(disc(colour)) for colour in (RED, BLUE, GREEN)]
    paper = Sheet().indicators(signs).key(signs).read(tmp_path)
    assert statuses(paper) == LIGHTS
    assert "status.unexplained_icon" not in rules(paper)


def test_a_shape_that_no_key_explains_is_its_plain_colour_in_a_status_column(
    tmp_path: Path,
) -> None:
    signs = [drawn(disc(GREEN, rim="#004000")), drawn(polygon(AMBER, DIAMOND)), drawn(disc(RED))]
    paper = Sheet().indicators(signs).read(tmp_path)
    assert (statuses(paper), carriers(paper)) == (LIGHTS, {"shape"})


@pytest.mark.parametrize(
    "signs",
    [
        [drawn(polygon(INK, TRIANGLE)), drawn(disc(INK)), drawn(polygon(INK, DIAMOND))],
        lettered("Wingdings", "J", "K", "L"),
        [drawn(polygon("#000000", ARROW))] * 3,
        [drawn(over(disc(GREEN, 6), disc(RED, 4)))] * 3,
    ],
    ids=["shapes", "faces", "arrows", "two colours"],
)
def test_what_neither_key_nor_colour_explains_is_no_status_and_is_told(
    signs: list[Content], tmp_path: Path
) -> None:
    paper = Sheet().indicators(signs).read(tmp_path)
    assert statuses(paper) == [None, None, None]
    assert "status.unexplained_icon" in rules(paper)


def test_of_a_traffic_light_the_lit_lamp_counts(tmp_path: Path) -> None:
    def light(lit: int) -> Cell:
        colours = (RED, AMBER, GREEN)
        return drawn(*(disc(c if at == lit else GREY, 4) for at, c in enumerate(colours)))

    paper = Sheet().indicators([light(2), light(1), light(0)]).read(tmp_path)
    assert statuses(paper) == LIGHTS


def test_letters_of_symbol_fonts_are_the_signs_they_draw(tmp_path: Path) -> None:
    signs = lettered("Wingdings", "J", "K", "L")
    paper = Sheet().key(signs).indicators(signs).read(tmp_path)
    assert statuses(paper) == LIGHTS
    assert [row.status_as_printed for row in paper.indicators] == ["☺", "😐", "☹"]


@pytest.mark.parametrize(
    ("font", "tick", "cross"),
    [
        ("Wingdings", "ü", "û"),
        ("Wingdings2", "P", "O"),
        ("Webdings", "a", "r"),
        ("ZapfDingbats", "\u2713", "\u2717"),
    ],
)
def test_ticks_and_crosses_need_no_key(font: str, tick: str, cross: str, tmp_path: Path) -> None:
    paper = Sheet().indicators(lettered(font, tick, tick, cross)).read(tmp_path)
    assert statuses(paper) == ["green", "green", "red"]


def test_the_colour_of_a_printed_circle_tells_the_status(tmp_path: Path) -> None:
    signs = [Cell("l", font="Wingdings", colour=colour) for colour in (GREEN, AMBER, RED)]
    assert statuses(Sheet().indicators(signs).read(tmp_path)) == LIGHTS


def test_a_letter_in_a_font_of_letters_stays_a_letter(tmp_path: Path) -> None:
    paper = Sheet().indicators(["G", "A", "R"]).line(Cell("n", font="Wingdings")).read(tmp_path)
    assert (statuses(paper), carriers(paper)) == (LIGHTS, {"letter"})


def test_an_arrow_beside_a_value_leaves_the_value_and_tells_the_trend(tmp_path: Path) -> None:
    def beside(value: str, font: str, letter: str) -> Cell:
        def arrow(canvas: object, x: float, y: float) -> None:
            canvas.setFillColorRGB(0, 0, 0)  # type: ignore[attr-defined]
            canvas.setFont(font, 9)  # type: ignore[attr-defined]
            canvas.drawString(x - 10, y - 3, letter)  # type: ignore[attr-defined]

        return Cell(value, draw=(arrow,))

    values = [
        beside("97.2%", "Wingdings", "é"),
        beside("88.1%", "Wingdings3", "q"),
        beside("71.4", "Webdings", "6"),  # a digit in any other font
    ]
    paper = Sheet().indicators(["Green", "Amber", "Red"], values=values).read(tmp_path)
    assert actuals(paper) == ["97.2", "88.1", "71.4"]
    assert trends(paper) == ["⬆", "▼", "▼"]


def test_trend_arrows_mean_what_their_key_says_colour_and_direction_together(
    tmp_path: Path,
) -> None:
    def arrow(colour: str, form: object = ARROW, size: float = 5) -> Draw:
        return polygon(colour, form, size)  # type: ignore[arg-type]

    key = [
        (arrow(GREEN, size=4), "Value up, improving"),
        (arrow(RED, size=4), "Value up, getting worse"),
        (arrow(RED, ARROW_DOWN, 4), "Value down, getting worse"),
    ]
    column = [drawn(arrow(GREEN)), drawn(arrow(RED)), drawn(arrow(RED, ARROW_DOWN))]
    sheet = Sheet().indicators(["Green", "Amber", "Red"], [("Direction of Travel", column)])
    paper = sheet.key([drawn(sign) for sign, _ in key], [words for _, words in key]).read(tmp_path)
    assert statuses(paper) == LIGHTS
    assert trends(paper) == [words for _, words in key]


def test_drawn_arrows_without_a_key_are_told_as_arrows(tmp_path: Path) -> None:
    column = [drawn(polygon(INK, form)) for form in (TRIANGLE, DOWN, ARROW_RIGHT)]
    paper = Sheet().indicators(["Green"] * 3, [("Trend", column)]).read(tmp_path)
    assert trends(paper) == ["▲", "▼", "→"]


def test_where_word_and_drawn_sign_disagree_the_word_is_taken(tmp_path: Path) -> None:
    signs = [Cell(word, draw=(disc(RED),)) for word in ("Green", "Amber", "Red")]
    paper = Sheet().indicators(signs).read(tmp_path)
    assert (statuses(paper), carriers(paper)) == (LIGHTS, {"word"})
    told = [f.printed for f in paper.findings if f.rule_id == "status.disagree"]
    assert told == ["Green", "Amber"]


def test_statuses_of_earlier_quarters_stand_beside_the_current_one(tmp_path: Path) -> None:
    shown = ((GREEN, AMBER), (RED, GREEN), (AMBER, RED))
    rows: list[list[Content]] = [
        [Cell(span=3), Cell("Status", span=2)],
        ["Ref", "Indicator", "Target 2019/20", "Q1", "Q2"],
    ]
    for (code, title, _, target), colours in zip(ROWS, shown, strict=True):
        rows.append([code, title, target, *(drawn(disc(colour)) for colour in colours)])
    title = "Key Performance Indicators 2019/20 Quarter 2"
    paper = Sheet(title).table((45, 140, 80, 50, 50), rows).read(tmp_path)
    assert statuses(paper) == ["amber", "green", "red"]
    assert [(row.period, row.status) for row in paper.statuses] == [
        ("2019/20 Q1", "green"), ("2019/20 Q2", "amber"), ("2019/20 Q1", "red"),
        ("2019/20 Q2", "green"), ("2019/20 Q1", "amber"), ("2019/20 Q2", "red"),
    ]  # fmt: skip


def test_a_previous_status_is_kept_as_such(tmp_path: Path) -> None:
    now, before = ([Cell(fill=c) for c in colours] for colours in ((GREEN, AMBER, RED), (RED,) * 3))
    paper = Sheet().indicators(now, [("Previous RAG", before)]).read(tmp_path)
    assert statuses(paper) == LIGHTS
    assert {(row.period, row.status) for row in paper.statuses if row.is_previous} == {
        (None, "red")
    }
