"""The drawn papers: the same for a seed, whole in both languages, with their truth printed."""

from __future__ import annotations

import random
import re
from collections import Counter
from decimal import Decimal
from html import unescape
from xml.etree import ElementTree

import pytest

from benchmarks.confidence.run import SETS, tasks
from benchmarks.confidence.second.blocks import Cell, Run, Table, plain
from benchmarks.confidence.second.look import draw_look
from benchmarks.confidence.second.sheet import Column, headings, nothing
from benchmarks.confidence.second.widths import least, shared

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_WAYS = [
    (name, family, ruling)
    for name, chosen in SETS.items()
    for family in chosen.names
    for ruling in chosen.rulings
]
_SECOND = [(family, ruling) for name, family, ruling in _WAYS if name == "second"]


@pytest.mark.parametrize(("name", "family", "ruling"), _WAYS)
def test_a_seed_draws_the_same_paper_and_another_seed_another(
    name: str, family: str, ruling: str
) -> None:
    draw = SETS[name].draw
    drawn = draw(family, ruling, 7)
    assert drawn == draw(family, ruling, 7)
    assert drawn != draw(family, ruling, 8)
    assert drawn.indicators or drawn.actions


@pytest.mark.parametrize(("family", "ruling"), _SECOND)
def test_both_languages_print_the_same_words(family: str, ruling: str) -> None:
    drawn = SETS["second"].draw(family, ruling, 3)
    assert drawn.fodt is not None
    root = ElementTree.fromstring(drawn.fodt)
    body = next(each for each in root.iter() if each.tag.endswith("}text") and len(each))
    written = "".join(" ".join(body.itertext()).split()).casefold()
    shown = re.sub(r"<[^>]*>", "", drawn.html.split("</style>", 1)[1])
    assert Counter(written) == Counter("".join(unescape(shown).split()).casefold())


@pytest.mark.parametrize(("family", "ruling"), _SECOND)
def test_every_row_of_a_table_has_all_its_columns(family: str, ruling: str) -> None:
    drawn = SETS["second"].draw(family, ruling, 5)
    assert drawn.fodt is not None
    for table in ElementTree.fromstring(drawn.fodt).iter(f"{_TABLE}table"):
        columns = len(table.findall(f"{_TABLE}table-column"))
        assert {len(row) for row in table.iter(f"{_TABLE}table-row")} == {columns}


@pytest.mark.parametrize(("family", "ruling"), _SECOND)
def test_what_is_true_is_printed_and_said_once(family: str, ruling: str) -> None:
    drawn = SETS["second"].draw(family, ruling, 11)
    shown = _letters(unescape(re.sub(r"<[^>]*>", "", drawn.html)))
    titles = [row.title for row in (*drawn.indicators, *drawn.actions)]
    assert all(_letters(title) in shown for title in titles)
    assert len({_letters(row.title) for row in drawn.indicators}) == len(drawn.indicators)
    for row in drawn.indicators:
        counted = [each for each in row.figures if each.counted and each.period is not None]
        assert len({(each.measure, each.period) for each in counted}) == len(counted)
        for each in row.figures:
            assert any(_digits(each.value, cut) in shown for cut in (0, 3, 4)), each


@pytest.mark.parametrize("name", ["second", "third", "fourth", "fifth", "sixth", "seventh"])
def test_every_family_meets_every_producer_and_ruling(name: str) -> None:
    chosen = SETS[name]
    todo = tasks(name, len(chosen.producers) * len(chosen.names))
    met = {(task.family, task.ruling, task.producer) for task in todo}
    assert len(met) == len(chosen.names) * len(chosen.rulings) * len(chosen.producers)
    assert len({task[1:4] for task in todo}) == len(todo)
    seconds = Counter(task.second for task in todo if task.ruling == "ruled")
    assert seconds["all"] == seconds["off"] > 0


def test_equal_upper_headings_are_one_cell_and_short_ones_reach_down() -> None:
    levels = [("Ref",), ("2019/20", "Target"), ("2019/20", "Actual"), ("2020/21", "Target")]
    columns = [Column(each, 1, nothing) for each in levels]
    look = draw_look(random.Random(1), "none", wide=4)
    upper, lower = headings(columns, look)
    assert [(cell.text, cell.columns, cell.rows) for cell in upper] == [
        ("Ref", 1, 2),
        ("2019/20", 2, 1),
        ("2020/21", 1, 1),
    ]
    assert [cell.text for cell in lower] == ["Target", "Actual", "Target"]


def test_no_column_is_narrower_than_its_longest_word() -> None:
    look = draw_look(random.Random(2), "ruled", wide=3)
    tall = Cell(((Run("Ref"),),), rows=2)
    rows = [[tall, plain("1"), plain("2")], [plain("3"), plain("an-extraordinarily-long-word")]]
    table = Table((10, 10, 1), rows=rows)
    lowest = least(table, look)
    assert lowest[2] > lowest[1]
    assert all(given >= low for given, low in zip(shared(table, look, 500), lowest, strict=True))
    assert sum(shared(table, look, 500)) == pytest.approx(500)


def _letters(text: str) -> str:
    return "".join(text.split()).casefold()


def _digits(value: Decimal, cut: int) -> str:
    """The digits of a value as printed in full, in thousands or in millions."""
    number = abs(value)
    if cut == 0:
        return f"{number:,}"
    return f"{number / 1000:,.0f}k" if cut == 3 else f"{number / 1_000_000:.2f}m"
