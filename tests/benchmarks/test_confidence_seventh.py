"""The papers of the seventh set: whole as described, with their truth printed."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from datetime import date

import pytest

from benchmarks.confidence.fifth.blocks import Cell
from benchmarks.confidence.fifth.sheet import Column
from benchmarks.confidence.fourth.calendar import Calendar
from benchmarks.confidence.run import SETS, tasks
from benchmarks.confidence.seventh.columns import headings
from benchmarks.confidence.seventh.look import draw_font, draw_look, own_references
from benchmarks.confidence.seventh.measures import POOLS
from benchmarks.confidence.seventh.signs import DOT, draw_signs, redrawn
from benchmarks.confidence.seventh.tasks import DATES
from benchmarks.confidence.sixth.tasks import day
from tests.benchmarks.whole_papers import dates_of, folded, heads, signs, tables

_SEVENTH = SETS["seventh"]
_PLANS = {
    "audit_recommendations",
    "equality_scheme",
    "climate_plan",
    "project_export",
    "inspection_plan",
}


def test_every_font_of_the_set_is_drawn() -> None:
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


@pytest.mark.parametrize("seed", range(8))
def test_where_a_sign_alone_tells_a_status_a_key_says_what_it_means(seed: int) -> None:
    for family in ("homes_quarterly", "balanced_scorecard", "climate_plan", "project_export"):
        found = [{*signs(table, DOT)} for table in tables(_SEVENTH.draw(family, "rows", seed))]
        met = {name for table in found for name in table}
        assert not met or any(table >= met for table in found)


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
        true = {folded(row.title) for row in drawn.indicators}
        for table in tables(drawn):
            headed = heads(table)
            if headed & asides:
                met |= headed & asides
                assert not true & {folded(row[0]["text"]) for row in table["rows"]}
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
        assert folded(made.printed) in dates_of(date.fromisoformat(made.iso or "")), made


def test_references_of_an_authority_are_all_different_and_of_one_shape() -> None:
    for seed in range(40):
        made = [each.printed for each in own_references(random.Random(seed), 30)]
        assert len({*made}) == 30
        assert len({re.sub(r"\d+$", "", each) for each in made}) == 1
