"""The papers of the seventh set: whole as described, with their truth printed."""

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

from benchmarks.confidence.fifth.blocks import Cell
from benchmarks.confidence.fifth.sheet import Column
from benchmarks.confidence.fourth.calendar import Calendar
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.producers import FONTS
from benchmarks.confidence.run import KEPT, SETS, tasks
from benchmarks.confidence.seventh.columns import headings
from benchmarks.confidence.seventh.look import draw_font, draw_look, own_references
from benchmarks.confidence.seventh.measures import POOLS
from benchmarks.confidence.seventh.signs import DOT, draw_signs, redrawn
from benchmarks.confidence.seventh.tasks import DATES
from benchmarks.confidence.sixth.tasks import day

_SEVENTH = SETS["seventh"]
_WAYS = [(family, ruling) for family in _SEVENTH.names for ruling in _SEVENTH.rulings]
_PLANS = {
    "audit_recommendations",
    "equality_scheme",
    "climate_plan",
    "project_export",
    "inspection_plan",
}
_PERIOD = re.compile(r"\d{4}/\d\d( Q[1-4]| H[12])?|\d{4}-\d\d")
_COLOURS = {"blue", "green", "amber", "red"}
_ACTED = {
    None,
    *("completed", "in_progress", "not_started", "overdue", "warning", "cancelled"),
    *_COLOURS,
}


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_every_row_of_a_table_has_all_its_columns(family: str, ruling: str) -> None:
    for table in _tables(_SEVENTH.draw(family, ruling, 5)):
        places = [0] * len(table["rows"])
        for number, row in enumerate(table["rows"]):
            for cell in row:
                for down in range(cell["rows"]):
                    places[number + down] += cell["columns"]
        assert {*places} == {len(table["widths"])}
        assert min(table["widths"]) > 0


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_what_is_true_of_a_row_stands_in_that_row_alone(family: str, ruling: str) -> None:
    drawn = _SEVENTH.draw(family, ruling, 17)
    rows = [
        [_letters(cell["text"]) for cell in row] for each in _tables(drawn) for row in each["rows"]
    ]
    for indicator in drawn.indicators:
        row = _only(rows, indicator.title, indicator.code)
        shown = {cell.strip("*%£") for cell in row}
        for figure in indicator.figures:
            assert shown & {way.strip("£") for way in _digits(figure.value)}, figure
    for action in drawn.actions:
        row = _only(rows, action.title, action.code)
        for due in (action.due, action.revised):
            assert due is None or {*row} & _dates(date.fromisoformat(due)), due
        assert action.progress is None or f"{action.progress}%" in row
        assert not action.people or {*map(_letters, action.people)} & {*row}


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_the_truth_is_said_once_and_in_the_words_of_the_contract(family: str, ruling: str) -> None:
    drawn = _SEVENTH.draw(family, ruling, 13)
    for rows in (drawn.indicators, drawn.actions):
        titles = [_letters(row.title) for row in rows]
        assert len({*titles}) == len(titles)
    for row in drawn.indicators:
        assert row.status in {None, "green", "amber", "red"}
        counted = [each for each in row.figures if each.counted and each.period is not None]
        assert len({(each.measure, each.period) for each in counted}) == len(counted)
        for each in row.figures:
            assert each.measure in {"outturn", "actual", "target", "comparator"}
            assert each.period is None or _PERIOD.fullmatch(each.period), each.period
            assert each.period is not None or each.bases or each.measure == "comparator"
    for action in drawn.actions:
        assert {action.status, *action.also} <= _ACTED


def test_the_set_kept_apart_is_the_seventh() -> None:
    assert KEPT == "seventh"
    assert {*_SEVENTH.fonts} <= {*FONTS}
    assert {draw_font(random.Random(seed)) for seed in range(120)} == {*_SEVENTH.fonts}


def test_no_other_set_has_one_of_its_producers_families_or_measures() -> None:
    others = [chosen for key, chosen in SETS.items() if key != "seventh"]
    assert not {name for each in others for name in each.producers} & {*_SEVENTH.producers}
    assert not {name for each in others for name in each.names} & {*_SEVENTH.names}
    mine = {each.title for pool in POOLS.values() for each in pool}
    assert len(mine) == sum(len(pool) for pool in POOLS.values())
    for name in ("fifth", "sixth"):
        for family in SETS[name].names:
            drawn = SETS[name].draw(family, "ruled", 1)
            assert not mine & {row.title for row in drawn.indicators}


def test_enough_papers_hold_actions_for_a_bound_of_ruled_ones() -> None:
    for family in _SEVENTH.names:
        drawn = _SEVENTH.draw(family, "ruled", 2)
        assert bool(drawn.actions) == (family in _PLANS)
        assert bool(drawn.indicators) == (family not in _PLANS)
    todo = tasks("seventh", 240)
    ruled = [task for task in todo if task.ruling == "ruled" and task.family in _PLANS]
    assert min(Counter(task.second for task in ruled).values()) >= 60


def test_a_paper_is_the_same_each_time_and_other_seeds_differ() -> None:
    for family in _SEVENTH.names:
        one, again, other = (_SEVENTH.draw(family, "rows", seed) for seed in (4, 4, 5))
        assert one == again
        assert one.cells != other.cells


@pytest.mark.parametrize("seed", range(8))
def test_where_a_sign_alone_tells_a_status_a_key_says_what_it_means(seed: int) -> None:
    for family in ("homes_quarterly", "balanced_scorecard", "climate_plan", "project_export"):
        tables = [{*_signs(table)} for table in _tables(_SEVENTH.draw(family, "rows", seed))]
        met = {name for table in tables for name in table}
        assert not met or any(table >= met for table in tables)


def test_dots_of_one_letter_are_told_apart_by_their_ink_alone() -> None:
    drawn = [draw_signs(random.Random(seed)) for seed in range(90)]
    dotted = next(signs for signs in drawn if signs.kind == "dot")
    made = [dotted.cell(status) for status in ("green", "amber", "red")]
    assert {cell.text for cell in made} == {DOT}
    assert len({cell.ink for cell in made}) == 3
    assert dotted.needs_key


def test_lights_are_redrawn_for_all_statuses_of_a_paper_or_for_none() -> None:
    told = {"png": "", "wide": 9.0, "high": 9.0}
    same = {"disc-green": told, "disc-red": told, "up-green": told}
    lamps = redrawn(same, "lamps")
    assert lamps["up-green"] is told
    assert lamps["disc-green"]["png"] != lamps["disc-red"]["png"]
    mixed = {"star-green": told, "disc-amber": told}
    assert redrawn(mixed, "lamps") == mixed


def test_a_report_stands_upright_before_tables_that_lie() -> None:
    met = set()
    for seed in range(40):
        told = json.loads(_SEVENTH.draw("children_dataset", "ruled", seed).cells or "")
        breaks = [block for block in told["blocks"] if "break" in block]
        assert all(block["page"] == told["page"] for block in breaks)
        met.add((bool(breaks), told["first"][0] < told["first"][1]))
    assert {(True, True), (False, False)} <= met


def test_what_stands_beside_is_in_no_truth() -> None:
    asides = {"Gross score", "Spend £000", "Meetings attended", "Telephone", "Closing balance"}
    met = set()
    for seed in range(60):
        drawn = _SEVENTH.draw("charter_indicators", "none", seed)
        true = {_letters(row.title) for row in drawn.indicators}
        for table in _tables(drawn):
            heads = {cell["text"] for row in table["rows"][: table["heads"]] for cell in row}
            if heads & asides:
                met |= heads & asides
                assert not true & {_letters(row[0]["text"]) for row in table["rows"]}
    assert met == asides


@pytest.mark.parametrize("seed", range(6))
def test_only_what_is_off_target_is_an_exception(seed: int) -> None:
    drawn = _SEVENTH.draw("exception_report", "ruled", seed)
    assert {row.status for row in drawn.indicators} <= {"amber", "red"}


@pytest.mark.parametrize("seed", range(6))
def test_the_year_so_far_is_the_sum_of_its_quarters_counts_and_lies_between_other_values(
    seed: int,
) -> None:
    counts = {each.title for each in POOLS["Homes"] if each.unit == "n"}
    for row in _SEVENTH.draw("homes_quarterly", "ruled", seed).indicators:
        quarters = [each.value for each in row.figures if each.measure == "actual" and each.period]
        so_far = [each.value for each in row.figures if "to_date" in each.bases]
        if so_far and row.title in counts:
            assert so_far == [sum(quarters)]
        elif so_far:
            assert min(quarters) <= so_far[0] <= max(quarters)


def test_headings_of_three_levels_stand_over_their_columns() -> None:
    names = (("Ref",), ("Progress", "2010", "Target"), ("Progress", "2010", "Actual"))
    columns = [Column(levels, 1, lambda _row: Cell()) for levels in (*names, ("2011", "Target"))]
    rows = headings(columns, draw_look(random.Random(1), "ruled", wide=4))
    told = [[(cell.text, cell.columns, cell.rows) for cell in row] for row in rows]
    assert told == [
        [("Ref", 1, 3), ("Progress", 2, 1), ("2011", 1, 1)],
        [("2010", 2, 1), ("Target", 1, 2)],
        [("Target", 1, 1), ("Actual", 1, 1)],
    ]


@pytest.mark.parametrize("way", sorted({*DATES}))
def test_a_date_is_printed_as_the_day_that_it_is(way: str) -> None:
    calendar = Calendar(2011, "slash", "Q{} {}")
    for month in range(-3, 26):
        made = day(random.Random(month), calendar, way, month)
        assert _letters(made.printed) in _dates(date.fromisoformat(made.iso or "")), made


def test_references_of_an_authority_are_all_different_and_of_one_shape() -> None:
    for seed in range(40):
        made = [each.printed for each in own_references(random.Random(seed), 30)]
        assert len({*made}) == 30
        assert len({re.sub(r"\d+$", "", each) for each in made}) == 1


def _tables(drawn: Drawn) -> list[dict[str, Any]]:
    found = json.loads(drawn.cells or "")["blocks"]
    return [block for block in found if "rows" in block]


def _signs(table: dict[str, Any]) -> Iterator[str]:
    """The pictures and the inks of dots that stand alone in a table's cells."""
    for row in table["rows"]:
        for cell in row:
            if cell["text"] == DOT:
                yield cell["ink"]
            elif cell["picture"] and not cell["text"]:
                yield cell["picture"]


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


def _digits(value: Decimal) -> tuple[str, ...]:
    """The digits of a value as printed, with or without commas, in thousands or millions."""
    whole = value / 1000, value / 1_000_000
    return f"{value:,}", f"{value}", f"£{whole[0]:,.0f}k", f"£{whole[1]:.2f}m"


def _dates(when: date) -> set[str]:
    """A day as the papers print it, without spaces; a quarter by the year's first and its last."""
    long, ends = when.strftime("%B").casefold(), {1: "st", 2: "nd", 3: "rd"}
    end = "th" if 10 < when.day < 20 else ends.get(when.day % 10, "th")
    first, quarter = when.year - (when.month < 4), (when.month - 4) % 12 // 3 + 1
    years = (f"{first}/{first + 1}", f"{first}/{(first + 1) % 100:02}")
    years += (f"{first}-{(first + 1) % 100:02}", f"{first % 100:02}/{(first + 1) % 100:02}")
    short = {9: "sept", 6: "june", 7: "july"}.get(when.month, long[:3])
    ways = ("%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%b-%y", "%b-%y")
    return {
        *(f"q{quarter}{year}" for year in years),
        *(when.strftime(way).casefold() for way in ways),
        *(f"{name}{year}" for name in (long, short) for year in (when.year, f"{when:%y}")),
        f"end{long}{when.year}",
        f"{when:%d}{short}{when.year}",
        f"{when.day}{long}{when.year}",
        f"{when.day}{end}{long}{when.year}",
    }
