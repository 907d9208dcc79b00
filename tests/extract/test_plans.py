"""Maps are told from tables by what they draw."""

from __future__ import annotations

import random

from .drawn_pages import Pen, read


def plan(pen: Pen, paths: int = 900, seed: int = 1) -> None:
    dice = random.Random(seed)
    for _ in range(paths):
        x, y = dice.uniform(40, 540), dice.uniform(80, 740)
        pen.rect(x, y, x + dice.uniform(3, 14), y + dice.uniform(3, 14), width=0.3)
    for house in range(40):
        pen.text(dice.uniform(40, 540), dice.uniform(80, 740), str(house), size=5)


def test_a_map_is_not_searched_for_tables_and_that_is_said() -> None:
    reading = read(plan)
    (doubt,) = reading.doubts
    assert (doubt.kind, doubt.severity, doubt.page) == ("drawing", "note", 1)
    assert (reading.tables, reading.lost) == ((), ())
    assert any("39" in line.text.split() for line in reading.lines)


def test_a_table_with_dotted_borders_is_no_map_though_it_has_more_paths_than_letters() -> None:
    def page(pen: Pen) -> None:
        for at in range(4):
            for dot in range(150):
                pen.rect(60 + 3 * dot, 100 + 40 * at, 61 + 3 * dot, 101 + 40 * at, "#000000", None)
        for x in (60, 210, 360, 507):
            for dot in range(40):
                pen.rect(x, 100 + 3 * dot, x + 1, 101 + 3 * dot, "#000000", None)
        pen.words((60, 210, 360), (100, 140, 180), [["Ref", "Actual", "Target"]] * 3)

    reading = read(page)
    assert len(reading.tables) == 1
    assert reading.doubts == ()


def test_a_table_beside_a_small_drawing_is_read() -> None:
    def page(pen: Pen) -> None:
        plan(pen, paths=200)
        pen.table((60, 200, 300), (745, 765, 785), [["Ref", "Actual"], ["BV9", "97%"]])

    assert "drawing" not in {doubt.kind for doubt in read(page).doubts}


def test_a_page_of_text_with_many_small_drawings_is_read() -> None:
    def page(pen: Pen) -> None:
        plan(pen, paths=500)
        for at in range(12):
            pen.text(40, 90 + 50 * at, "The council's indicators by ward, each with its own chart.")

    assert "drawing" not in {doubt.kind for doubt in read(page).doubts}
