"""The papers of the sixth set: whole as described, with their truth printed."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from datetime import date

import pytest

from benchmarks.confidence.fourth.calendar import Calendar
from benchmarks.confidence.producers import FONTS
from benchmarks.confidence.run import SETS, tasks
from benchmarks.confidence.seventh.signs import DOT
from benchmarks.confidence.sixth.look import draw_look, draw_marks, local_references
from benchmarks.confidence.sixth.measures import BV, FIRE, NI, SERVICES
from benchmarks.confidence.sixth.tasks import DATES, day
from tests.benchmarks.whole_papers import dates_of, folded, heads, signs, tables

_SIXTH = SETS["sixth"]
_PLANS = {
    "plan_tracker",
    "service_plan_actions",
    "scrutiny_log",
    "exported_actions",
    "improvement_board",
}
_BOTH = {"business_plan_review"}


def test_every_font_of_the_set_is_known_and_drawn() -> None:
    assert {*_SIXTH.fonts} <= {*FONTS}
    looks = [draw_look(random.Random(seed), "ruled", wide=6) for seed in range(120)]
    assert {look.font for look in looks} == {*_SIXTH.fonts}


def test_enough_papers_hold_actions_for_a_bound_of_ruled_ones() -> None:
    for family in _SIXTH.names:
        drawn = _SIXTH.draw(family, "ruled", 2)
        assert bool(drawn.actions) == (family in _PLANS | _BOTH)
        assert bool(drawn.indicators) == (family not in _PLANS)
    todo = tasks("sixth", 240)
    ruled = [task for task in todo if task.ruling == "ruled" and task.family in _PLANS]
    assert min(Counter(task.second for task in ruled).values()) >= 60


@pytest.mark.parametrize("seed", range(8))
def test_where_a_sign_alone_tells_a_status_a_key_says_what_it_means(seed: int) -> None:
    for family in ("system_export", "landlord_report", "laa_return", "plan_tracker"):
        found = [{*signs(table, DOT)} for table in tables(_SIXTH.draw(family, "rows", seed))]
        met = {name for table in found for name in table}
        met = {name for name in met if not name.startswith(("up", "down", "level"))}
        assert not met or any(table >= met for table in found)


def test_a_report_stands_upright_before_tables_that_lie() -> None:
    met = set()
    for seed in range(30):
        told = json.loads(_SIXTH.draw("system_export", "ruled", seed).cells or "")
        breaks = [block for block in told["blocks"] if "break" in block]
        upright = told["first"][0] < told["first"][1]
        assert len(breaks) == upright
        assert all(block["page"] == told["page"] for block in breaks)
        assert told["page"][0] > told["page"][1]
        met.add(upright)
    assert met == {True, False}


def test_budgets_and_risks_are_in_no_truth() -> None:
    met = set()
    for seed in range(20):
        for family in ("service_dashboard", "plan_tracker"):
            drawn = _SIXTH.draw(family, "none", seed)
            true = {folded(row.title) for row in (*drawn.indicators, *drawn.actions)}
            for table in tables(drawn):
                headed = heads(table)
                if headed & {"Risk Score", "Variance £000"}:
                    met |= headed & {"Risk Score", "Variance £000"}
                    assert not true & {folded(row[0]["text"]) for row in table["rows"]}
    assert met == {"Risk Score", "Variance £000"}


@pytest.mark.parametrize("seed", range(6))
def test_the_year_to_date_of_counts_is_their_sum(seed: int) -> None:
    counts = {each.title for pool in SERVICES.values() for each in pool if each.unit == "n"}
    for row in _SIXTH.draw("monthly_figures", "ruled", seed).indicators:
        months = [each.value for each in row.figures if each.measure == "actual" and each.period]
        to_date = [each.value for each in row.figures if "to_date" in each.bases]
        if row.title in counts and to_date and months:
            assert to_date == [sum(months)]


@pytest.mark.parametrize("seed", range(4))
def test_months_from_april_are_of_the_year_so_far_and_of_these_months(seed: int) -> None:
    for row in _SIXTH.draw("authority_return", "rows", seed).indicators:
        for each in row.figures:
            assert (each.bases == ("to_date", "unknown", "in_period")) == (each.period is None)


@pytest.mark.parametrize("way", sorted({*DATES}))
def test_a_date_is_printed_as_the_day_that_it_is(way: str) -> None:
    calendar = Calendar(2011, "slash", "Q{} {}")
    for month in range(-3, 26):
        made = day(random.Random(month), calendar, way, month)
        if "{quarter}" in way:
            number, year = made.printed[1], made.printed[3:]
            ends = {"1": "06-30", "2": "09-30", "3": "12-31", "4": "03-31"}
            first = int(year[:4]) + (number == "4")
            assert made.iso == f"{first}-{ends[number]}"
        else:
            assert folded(made.printed) in dates_of(date.fromisoformat(made.iso or ""))


def test_references_of_a_service_are_all_different_and_of_one_shape() -> None:
    for seed in range(40):
        made = [each.printed for each in local_references(random.Random(seed), 30)]
        assert len({*made}) == 30
        assert len({re.sub(r"\d+[ab]?$", "", each) for each in made}) == 1


def test_national_sets_hold_each_number_once() -> None:
    for pool in (BV, NI, FIRE):
        assert len({each.code for each in pool}) == len({each.title for each in pool}) == len(pool)
        assert all(each.low < each.high for each in pool)


def test_only_a_system_marks_what_is_unknown_or_only_informs() -> None:
    drawn = [draw_marks(random.Random(seed)) for seed in range(60)]
    assert {marks.more for marks in drawn} == {True, False}
    for marks in drawn:
        assert ({*marks.words} >= {"unknown", "data_only"}) == marks.more
        assert {*marks.icons} >= {*marks.words} or not marks.kind.endswith("icon")
