"""The papers of the fourth set: whole in all four languages, with their truth printed."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from benchmarks.confidence.fourth import blocks
from benchmarks.confidence.fourth.as_rtf import rtf
from benchmarks.confidence.fourth.blocks import Cell, Look, Table, edges, fitting, grid, widths
from benchmarks.confidence.fourth.calendar import Calendar
from benchmarks.confidence.fourth.measures import BV, LOCAL, NI, Measure
from benchmarks.confidence.fourth.pictures import picture
from benchmarks.confidence.fourth.statuses import draw_marks, earned
from benchmarks.confidence.fourth.values import Hand, Numbers, national_codes, written
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.producers import FONTS
from benchmarks.confidence.run import SETS

_FOURTH = SETS["fourth"]
_WAYS = [(family, ruling) for family in _FOURTH.names for ruling in _FOURTH.rulings]
_PLANS = ("system_actions", "service_actions", "governance_plan", "delivery_plan")
_PERIOD = re.compile(r"\d{4}/\d\d( Q[1-4])?|\d{4}-\d\d")
_STATUSES = {None, "green", "amber", "red", "unknown", "data_only"}
_ACTED = {"completed", "in_progress", "not_started", "overdue", "cancelled", "warning"}
_ICONS = {"tick-green", "warn-amber", "stop-red"}
_HAND = Hand(percent=True, thousands=True, days=True, commas=True, gap=0, gaps=("",))


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_all_languages_print_the_same_words(family: str, ruling: str) -> None:
    drawn = _FOURTH.draw(family, ruling, 3)
    said = Counter(_letters("".join(_texts(drawn))))
    assert drawn.lines is not None and drawn.rtf is not None and drawn.typst is not None
    ends = [line.rsplit("\t", 1)[1] for line in drawn.lines.split("\n") if _is_text(line)]
    assert Counter(_letters("".join(ends).replace("\\n", ""))) == said
    body = re.sub(r"\{\\footer.*\}|\{\\fonttbl.*\}|\{\\colortbl.*\}", "", drawn.rtf)
    body = re.sub(r"\{\\pict[^}]*\}", "", body)
    body = re.sub(r"\\'(..)", lambda hex_: bytes.fromhex(hex_[1]).decode("cp1252"), body)
    assert Counter(_letters(re.sub(r"\\[a-z]+-?\d* ?|[{}\n]", "", body))) == said
    markup = re.sub(r"#set.*|#let.*|weight: \"bold\"|rgb\(\"[^\"]*\"\)", "", drawn.typst)
    strings = re.findall(r'"((?:[^"\\]|\\.)*)"', markup)
    assert Counter(_letters("".join(strings).replace("\\n", ""))) == said


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_every_row_of_a_table_has_all_its_columns(family: str, ruling: str) -> None:
    drawn = _FOURTH.draw(family, ruling, 5)
    for table in _tables(drawn):
        assert {len(row) for row in table["body"]} == {len(table["widths"])}
        assert min(table["widths"]) > 0


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_what_is_true_is_printed_and_said_once(family: str, ruling: str) -> None:
    drawn = _FOURTH.draw(family, ruling, 11)
    shown = _letters(" ".join(_texts(drawn)))
    titles = [row.title for row in drawn.indicators] + [row.title for row in drawn.actions]
    assert all(_letters(title) in shown for title in titles)
    assert len({_letters(title) for title in titles}) == len(titles)
    for row in drawn.indicators:
        counted = [each for each in row.figures if each.counted and each.period is not None]
        assert len({(each.measure, each.period) for each in counted}) == len(counted)
        for each in row.figures:
            assert any(digits in shown for digits in _digits(each.value)), each
    for action in drawn.actions:
        assert action.code is None or _letters(action.code) in shown
        assert all(_letters(name) in shown for name in action.people)
        assert action.progress is None or f"{action.progress}%" in shown
        for due in (action.due, action.revised):
            assert due is None or any(way in shown for way in _dates(date.fromisoformat(due)))


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_the_truth_is_in_the_words_of_the_contract(family: str, ruling: str) -> None:
    drawn = _FOURTH.draw(family, ruling, 13)
    for row in drawn.indicators:
        assert row.status in _STATUSES
        for each in row.figures:
            assert each.measure in {"outturn", "actual", "target", "comparator"}
            assert each.counted == (each.measure != "comparator")
            assert each.period is None or _PERIOD.fullmatch(each.period), each.period
            assert each.period is not None or each.bases
    for action in drawn.actions:
        told = {action.status, *action.also}
        assert told & _ACTED or action.status in {"green", "amber", "red"}
        assert told <= {*_ACTED, "blue", "green", "amber", "red"}


def test_its_fonts_are_those_that_its_papers_are_set_in() -> None:
    assert {*_FOURTH.fonts} == {*blocks.FONTS} <= {*FONTS}
    assert {_look(seed).font for seed in range(200)} <= {*blocks.FONTS}


def test_no_other_set_has_one_of_its_producers() -> None:
    others = {name for key, chosen in SETS.items() if key != "fourth" for name in chosen.producers}
    assert not others & {*_FOURTH.producers}


def test_at_least_a_quarter_of_the_papers_are_plans_of_actions() -> None:
    assert len(_PLANS) / len(_FOURTH.names) >= 0.25
    for family in _FOURTH.names:
        drawn = _FOURTH.draw(family, "ruled", 2)
        assert bool(drawn.actions) == (family in _PLANS)
        assert bool(drawn.indicators) == (family not in _PLANS)


@pytest.mark.parametrize("seed", range(6))
def test_every_exception_misses_its_target(seed: int) -> None:
    good = {measure.title: measure.good for measure in LOCAL}
    for row in _FOURTH.draw("exceptions", "ruled", seed).indicators:
        values = {each.measure: each.value for each in row.figures}
        assert row.status in {"amber", "red"}
        worse = good[row.title.removeprefix("% ")] == "high"
        assert values["actual"] != values["target"]
        assert (values["actual"] < values["target"]) == worse


@pytest.mark.parametrize("seed", range(8))
def test_a_colour_without_a_key_means_no_more_than_itself(seed: int) -> None:
    drawn = _FOURTH.draw("service_actions", "ruled", seed)
    keyed = "At risk" in set(_texts(drawn))
    assert {bool(action.also) for action in drawn.actions} == {keyed}


@pytest.mark.parametrize("seed", range(8))
def test_where_a_sign_needs_a_key_the_paper_has_one(seed: int) -> None:
    for family in ("system_quarters", "scorecard", "month_grid", "indicator_blocks"):
        drawn = _FOURTH.draw(family, "rows", seed)
        tables = [{*_signs(table)} for table in _tables(drawn)]
        met = set().union(*tables) & _ICONS
        assert not met or any(table >= _ICONS for table in tables)


def test_a_standing_is_earned_by_value_target_and_which_way_is_good() -> None:
    low = Measure("Any", "n", "low", 1, 9)
    share = Decimal("0.1")
    assert earned(Decimal(10), Decimal(10), low, share) == "green"
    assert earned(Decimal(11), Decimal(10), low, share) == "amber"
    assert earned(Decimal(12), Decimal(10), low, share) == "red"
    assert earned(Decimal(12), Decimal(10), low._replace(good="high"), share) == "green"
    assert earned(None, Decimal(10), low, share) is None


def test_only_a_system_that_says_so_marks_what_is_unknown_or_only_informs() -> None:
    drawn = [draw_marks(random.Random(seed)) for seed in range(60)]
    for marks in drawn:
        told = marks.says(None, None, aimed=True), marks.says(Decimal(1), None, aimed=False)
        assert told == (("unknown", "data_only") if marks.more else (None, None))
        assert not marks.more or {"unknown", "data_only"} <= {*marks.shown}
    assert {marks.more for marks in drawn} == {True, False}


@pytest.mark.parametrize(
    ("unit", "exact", "printed", "told"),
    [
        ("%", "97.0", "97.0%", "%"),
        ("n", "12345", "12,345", None),
        ("days", "4.2", "4.2 days", "days"),
        ("£", "1234000", "£1,234k", "£"),
        ("d", "4.25", "4.25", None),
    ],
)
def test_a_number_is_printed_with_the_unit_that_is_true_of_it(
    unit: str, exact: str, printed: str, told: str | None
) -> None:
    measure = Measure("Any", unit, "high", 20_000, 2_000_000)
    assert written(Decimal(exact), measure, _HAND) == (printed, Decimal(exact), told)


def test_numbers_keep_to_the_range_of_a_share() -> None:
    measure = Measure("Any", "%", "high", 98, 100)
    for seed in range(30):
        value = Numbers(random.Random(seed), measure, _HAND).at("actual").value
        assert value is not None and 0 < value <= 100


def test_national_numbers_are_told_as_the_contract_spells_them() -> None:
    pool = [each for each in (*NI, *BV) if each.code in {"NI 195a", "BV 79b(ii)", "BV 8"}]
    for seed in range(20):
        codes = national_codes(random.Random(seed), pool)
        assert [each.canonical for each in codes] == ["NI195a", "BV8", "BV79b(ii)"]
        assert all(re.fullmatch(r"(NI|BV|BVPI) ?0*\d+\w*(\(ii\))?", each.printed) for each in codes)


def test_months_count_from_april() -> None:
    calendar = Calendar(2015, "slash", "Quarter {} {}")
    assert (calendar.short_month(9), calendar.true_month(9)) == ("Dec-15", "2015-12")
    assert (calendar.short_month(10), calendar.true_month(10)) == ("Jan-16", "2016-01")
    assert (calendar.last_day(11), calendar.last_day(11, 1)) == (29, 28)
    assert (calendar.quarter(4, -1), calendar.true_quarter(4, -1)) == (
        "Quarter 4 2014/15",
        "2014/15 Q4",
    )
    assert calendar.meeting(random.Random(1), 12).endswith("2016")


def test_a_cell_over_several_places_is_found_in_each_of_them() -> None:
    tall, wide = Cell("tall", rows=2), Cell("wide", columns=2)
    places = grid([[tall, wide], [Cell("a"), Cell("b")]], 3)
    assert [place.cell.text for place in places[0]] == ["tall", "wide", "wide"]
    assert [place.cell.text for place in places[1]] == ["tall", "a", "b"]
    assert (places[1][0].down, places[0][2].right) == (1, 1)


@pytest.mark.parametrize(
    ("ruling", "drawn"),
    [
        ("ruled", ["TBLR", "TBLR", "TBLR"]),
        ("rows", ["TB", "TB", "TB"]),
        ("heading", ["TB", "", "B"]),
        ("none", ["", "", ""]),
    ],
)
def test_a_ruling_says_which_edges_a_cell_has(ruling: str, drawn: list[str]) -> None:
    table = Table((1,), [[Cell("head")]], [[Cell("a")], [Cell("b")]], ruling=ruling)
    assert [edges(table, _look(1), row, 1) for row in range(3)] == drawn


def test_a_paper_is_turned_and_made_smaller_until_every_word_fits() -> None:
    wordy = Table([1] * 12, rows=[[Cell("extraordinary-word")] * 12])
    look = fitting([wordy], _look(1))
    assert look.landscape and look.size < _look(1).size
    assert sum(widths(wordy, look)) <= look.page[0] - 2 * look.margin + 0.01
    with pytest.raises(ValueError, match="too wide"):
        fitting([Table([1] * 60, rows=[[Cell("extraordinary-word")] * 60])], _look(1))


def test_a_bar_is_filled_as_far_as_its_share_and_every_picture_is_the_same_each_time() -> None:
    assert picture("bar-0").png != picture("bar-60").png != picture("bar-100").png
    again = picture.__wrapped__("tick-green")
    assert again == picture("tick-green")
    assert again.png.startswith(b"\x89PNG")


def test_what_rich_text_would_take_for_its_own_is_escaped() -> None:
    table = Table((1,), rows=[[Cell("{50%} \\ £5\nmore")]])
    made = rtf([table], _look(1))
    assert "\\{50%\\} \\\\ \\'a35\\line more" in made
    assert made.isascii()


def _look(seed: int) -> Look:
    return blocks.draw_look(random.Random(seed), "ruled", wide=6, footer="Appendix")


def _letters(text: str) -> str:
    return "".join(text.split()).casefold()


def _is_text(line: str) -> bool:
    return line.startswith(("text\t", "cell\t"))


def _tables(drawn: Drawn) -> list[dict[str, Any]]:
    content = json.loads(drawn.pdfmake or "")["content"]
    return [block["table"] for block in content if "table" in block]


def _signs(table: dict[str, Any]) -> Iterator[str]:
    """The pictures of a table that stand alone in their cells."""
    for row in table["body"]:
        yield from (cell["stack"][0]["image"] for cell in row if len(cell.get("stack", ())) == 1)


def _texts(drawn: Drawn) -> Iterator[str]:
    """The texts of a paper, from its description for pdfmake."""
    for block in json.loads(drawn.pdfmake or "")["content"]:
        cells = [cell for row in block["table"]["body"] for cell in row] if "table" in block else []
        for part in cells or [block]:
            for each in (part, *part.get("stack", ())):
                yield each.get("text", "")


def _digits(value: Decimal) -> tuple[str, ...]:
    """The digits of a value as printed, with or without commas, or in thousands."""
    return f"{value:,}", f"{value}", f"{value / 1000:,.0f}k"


def _dates(day: date) -> tuple[str, ...]:
    """A day as the papers print it, without spaces."""
    long = day.strftime("%B").casefold()
    return (
        day.strftime("%d/%m/%Y"),
        day.strftime("%d-%b-%Y").casefold(),
        day.strftime("%b-%y").casefold(),
        f"{day.day}{long}{day.year}",
        f"{long}{day.year}",
    )
