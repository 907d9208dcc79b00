"""The papers of the fifth set: whole in both languages, with their truth printed."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from html import unescape
from typing import Any

import pytest

from benchmarks.confidence.fifth import blocks
from benchmarks.confidence.fifth.blocks import draw_look
from benchmarks.confidence.fifth.measures import BV, LOCAL, NI, Measure
from benchmarks.confidence.fifth.statuses import draw_marks, earned
from benchmarks.confidence.fifth.values import Hand, Numbers, national_codes, written
from benchmarks.confidence.fourth.calendar import Calendar
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.producers import FONTS
from benchmarks.confidence.run import SETS, tasks

_FIFTH = SETS["fifth"]
_WAYS = [(family, ruling) for family in _FIFTH.names for ruling in _FIFTH.rulings]
_PLANS = {
    "improvement_actions",
    "key_tasks",
    "audit_requests",
    "risk_responses",
    "project_tracker",
}
_PERIOD = re.compile(r"\d{4}/\d\d( Q[1-4])?|\d{4}-\d\d")
_STATUSES = {None, "green", "amber", "red", "unknown", "data_only"}
_ACTED = {"completed", "in_progress", "not_started", "overdue", "warning"}
_COLOURS = {"blue", "green", "amber", "red"}
_HAND = Hand(percent=True, thousands=True, days=True, commas=True, gap=0, gaps=("",))


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_both_languages_print_the_same_words(family: str, ruling: str) -> None:
    drawn = _FIFTH.draw(family, ruling, 3)
    said = Counter(_letters("".join(_texts(drawn))))
    body = re.sub(r'<div class="foot">[^<]*</div>', "", drawn.html.split("<body>", 1)[1])
    assert Counter(_letters(unescape(re.sub(r"<[^>]*>", "", body)))) == said


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_every_row_of_a_table_has_all_its_columns(family: str, ruling: str) -> None:
    for table in _tables(_FIFTH.draw(family, ruling, 5)):
        places = [0] * len(table["rows"])
        for number, row in enumerate(table["rows"]):
            for cell in row:
                for down in range(cell["rows"]):
                    places[number + down] += cell["columns"]
        assert {*places} == {len(table["widths"])}
        assert min(table["widths"]) > 0


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_what_is_true_is_printed_and_said_once(family: str, ruling: str) -> None:
    drawn = _FIFTH.draw(family, ruling, 11)
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
        assert action.people == () or any(_letters(name) in shown for name in action.people)
        assert action.progress is None or f"{action.progress}%" in shown
        for due in (action.due, action.revised):
            assert due is None or any(way in shown for way in _dates(date.fromisoformat(due)))


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_what_is_true_of_a_row_stands_in_that_row(family: str, ruling: str) -> None:
    drawn = _FIFTH.draw(family, ruling, 17)
    rows = [
        [_letters(cell["text"]) for cell in row] for each in _tables(drawn) for row in each["rows"]
    ]
    for indicator in drawn.indicators:
        row = _only(rows, indicator.title, indicator.code)
        for figure in indicator.figures:
            ways = _digits(figure.value)
            assert any(
                cell.strip("*%£days") in {way.strip("£days") for way in ways} for cell in row
            )
    for action in drawn.actions:
        row = _only(rows, action.title, action.code)
        for due in (action.due, action.revised):
            assert due is None or {*row} & {*_dates(date.fromisoformat(due))}


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_the_truth_is_in_the_words_of_the_contract(family: str, ruling: str) -> None:
    drawn = _FIFTH.draw(family, ruling, 13)
    for row in drawn.indicators:
        assert row.status in _STATUSES
        for each in row.figures:
            assert each.measure in {"outturn", "actual", "target", "comparator"}
            assert each.counted == (each.measure != "comparator")
            assert each.period is None or _PERIOD.fullmatch(each.period), each.period
            assert each.period is not None or each.bases
    for action in drawn.actions:
        assert {action.status, *action.also} <= {*_ACTED, *_COLOURS}


def test_each_of_its_fonts_is_drawn_and_has_its_package() -> None:
    assert {*_FIFTH.fonts} == {*blocks.FONTS} <= {*FONTS}
    assert {_font(seed) for seed in range(200)} == {*blocks.FONTS}


def test_no_other_set_has_one_of_its_producers_or_families() -> None:
    others = [chosen for key, chosen in SETS.items() if key != "fifth"]
    assert not {name for each in others for name in each.producers} & {*_FIFTH.producers}
    assert not {name for each in others for name in each.names} & {*_FIFTH.names}


def test_enough_papers_are_plans_of_actions_for_a_bound_of_ruled_ones() -> None:
    for family in _FIFTH.names:
        drawn = _FIFTH.draw(family, "ruled", 2)
        assert bool(drawn.actions) == (family in _PLANS)
        assert bool(drawn.indicators) == (family not in _PLANS)
    todo = tasks("fifth", 240)
    ruled = [task for task in todo if task.ruling == "ruled" and task.family in _PLANS]
    assert min(Counter(task.second for task in ruled).values()) >= 60


@pytest.mark.parametrize("seed", range(6))
def test_every_indicator_below_target_misses_it(seed: int) -> None:
    good = {measure.title: measure.good for measure in LOCAL}
    for row in _FIFTH.draw("below_target", "ruled", seed).indicators:
        values = {each.measure: each.value for each in row.figures}
        assert row.status in {"amber", "red"}
        worse = good[row.title.removeprefix("% ")] == "high"
        assert values["actual"] != values["target"]
        assert (values["actual"] < values["target"]) == worse


@pytest.mark.parametrize("seed", range(8))
def test_where_a_sign_needs_a_key_the_paper_has_one(seed: int) -> None:
    for family in ("committee_kpis", "directorate_card", "year_outturns", "monthly_returns"):
        tables = [{*_signs(table)} for table in _tables(_FIFTH.draw(family, "rows", seed))]
        met = {name for table in tables for name in table if not name.startswith(("up", "down"))}
        met = {name for name in met if not name.startswith("level")}
        assert not met or any(table >= met for table in tables)


def test_a_standing_is_earned_by_value_target_and_which_way_is_good() -> None:
    low = Measure("Any", "n", "low", 1, 9)
    share = Decimal("0.1")
    assert earned(Decimal(10), Decimal(10), low, share) == "green"
    assert earned(Decimal(11), Decimal(10), low, share) == "amber"
    assert earned(Decimal(12), Decimal(10), low, share) == "red"
    assert earned(Decimal(12), Decimal(10), low._replace(good="high"), share) == "green"
    assert earned(None, Decimal(10), low, share) is None


def test_only_a_system_marks_what_is_unknown_or_only_informs() -> None:
    drawn = [draw_marks(random.Random(seed)) for seed in range(60)]
    for marks in drawn:
        told = marks.says(None, None, aimed=True), marks.says(Decimal(1), None, aimed=False)
        assert told == (("unknown", "data_only") if marks.more else (None, None))
        assert {*marks.shown} == {*marks.words}
    assert {marks.more for marks in drawn} == {True, False}


@pytest.mark.parametrize(
    ("unit", "low", "exact", "printed", "told"),
    [
        ("%", 1, "97.0", "97.0%", "%"),
        ("n", 1, "12345", "12,345", None),
        ("days", 1, "4.2", "4.2 days", "days"),
        ("£", 20_000, "1234000", "£1,234k", "£"),
        ("£", 240_000, "1230000", "£1.23m", "£"),
        ("d", 1, "4.25", "4.25", None),
    ],
)
def test_a_number_is_printed_with_the_unit_that_is_true_of_it(
    unit: str, low: float, exact: str, printed: str, told: str | None
) -> None:
    measure = Measure("Any", unit, "high", low, 2_000_000)
    assert written(Decimal(exact), measure, _HAND) == (printed, Decimal(exact), told)


def test_money_is_drawn_as_exactly_as_it_is_printed() -> None:
    measure = Measure("Any", "£", "high", 240_000, 2_600_000)
    for seed in range(40):
        printed = Numbers(random.Random(seed), measure, _HAND).at("actual")
        assert printed.value == Decimal(printed.text.strip("£m")) * 1_000_000


def test_numbers_keep_to_the_range_of_a_share() -> None:
    measure = Measure("Any", "%", "high", 98, 100)
    for seed in range(30):
        value = Numbers(random.Random(seed), measure, _HAND).at("actual").value
        assert value is not None and 0 < value <= 100


def test_national_numbers_are_told_as_the_contract_spells_them() -> None:
    pool = [each for each in (*NI, *BV) if each.code in {"NI 33a", "BV 82a(i)", "BV 8"}]
    for seed in range(20):
        codes = national_codes(random.Random(seed), pool)
        assert [each.canonical for each in codes] == ["NI33a", "BV8", "BV82a(i)"]
        assert all(re.fullmatch(r"(NI|BV|BVPI) ?0*\d+\w*(\(i\))?", each.printed) for each in codes)


def test_months_count_from_april() -> None:
    calendar = Calendar(2011, "slash", "Qtr {} {}")
    assert (calendar.short_month(9), calendar.true_month(9)) == ("Dec-11", "2011-12")
    assert (calendar.short_month(10), calendar.true_month(10)) == ("Jan-12", "2012-01")
    assert (calendar.last_day(11), calendar.last_day(11, 1)) == (29, 28)
    assert calendar.quarter(4, -1) == "Qtr 4 2010/11"
    assert calendar.true_quarter(4, -1) == "2010/11 Q4"


def _font(seed: int) -> str:
    return draw_look(random.Random(seed), "ruled", wide=6, footer="Appendix").font


def _letters(text: str) -> str:
    return "".join(text.split()).casefold()


def _only(rows: list[list[str]], title: str, code: str | None) -> list[str]:
    """The one row that has a cell of this title, alone or beside its code."""
    name, digits = _letters(title), re.sub(r"\D", "", code or "").lstrip("0")
    found = []
    for row in rows:
        for cell in row:
            before, said, after = cell.partition(name)
            beside = re.sub(r"\D", "", before + after).lstrip("0")
            if said and (not before + after or (code and beside == digits)):
                found.append(row)
    assert len(found) == 1, title
    return found[0]


def _tables(drawn: Drawn) -> list[dict[str, Any]]:
    found = json.loads(drawn.cells or "")["blocks"]
    return [block for block in found if "rows" in block]


def _signs(table: dict[str, Any]) -> Iterator[str]:
    """The pictures of a table that stand alone in their cells."""
    for row in table["rows"]:
        yield from (cell["picture"] for cell in row if cell["picture"] and not cell["text"])


def _texts(drawn: Drawn) -> Iterator[str]:
    for block in json.loads(drawn.cells or "")["blocks"]:
        yield block.get("text", "")
        for row in block.get("rows", ()):
            yield from (cell["text"] for cell in row)


def _digits(value: Decimal) -> tuple[str, ...]:
    """The digits of a value as printed, with or without commas, in thousands or millions."""
    whole = value / 1000, value / 1_000_000
    return f"{value:,}", f"{value}", f"£{whole[0]:,.0f}k", f"£{whole[1]:.2f}m"


def _dates(day: date) -> tuple[str, ...]:
    """A day as the papers print it, without spaces."""
    long, ends = day.strftime("%B").casefold(), {1: "st", 2: "nd", 3: "rd"}
    end = "th" if 10 < day.day < 20 else ends.get(day.day % 10, "th")
    return (
        day.strftime("%d/%m/%Y"),
        day.strftime("%d.%m.%Y"),
        day.strftime("%d-%b-%Y").casefold(),
        day.strftime("%b-%y").casefold(),
        f"{day.day}{long}{day.year}",
        f"{day.day}{end}{long}{day.year}",
        f"{long}{day.year}",
    )
