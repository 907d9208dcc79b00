"""The papers of the eighth set: drawn with the truth that a careful person would set down."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from benchmarks.confidence import eighth
from benchmarks.confidence.eighth.look import draw_font, own_references
from benchmarks.confidence.eighth.measures import POOLS
from benchmarks.confidence.eighth.tasks import DATES
from benchmarks.confidence.fourth.calendar import Calendar
from benchmarks.confidence.run import KEPT, SETS, tasks
from benchmarks.confidence.seventh.signs import DOT
from benchmarks.confidence.sixth.tasks import day
from tests.benchmarks.whole_papers import dates_of, digits_of, folded, heads, row_of, signs, tables

_EIGHTH = SETS["eighth"]
_PLANS = {
    "library_tasks",
    "peer_challenge",
    "safety_partnership",
    "integrated_risk",
    "milestone_register",
}
_ASIDES = {"Variation £k", "Vacant FTE", "Tenure", "Awarded", "Meaning"}


def test_the_set_kept_apart_is_the_eighth() -> None:
    assert KEPT == "eighth"
    assert {draw_font(random.Random(seed)) for seed in range(120)} == {*_EIGHTH.fonts}


def test_what_it_measures_no_other_set_measures() -> None:
    mine = [each.title for pool in POOLS.values() for each in pool]
    assert len({*mine}) == len(mine)
    for file in Path(eighth.__file__).parents[1].glob("*/measures.txt"):
        if file.parent.name != "eighth":
            others = {
                line.split("|")[-5] for line in file.read_text("utf-8").splitlines() if "|" in line
            }
            assert not others & {*mine}, file


def test_enough_papers_hold_actions_for_a_bound_of_ruled_ones() -> None:
    for family in _EIGHTH.names:
        drawn = eighth.draw(family, "ruled", 2)
        assert bool(drawn.actions) == (family in _PLANS)
        assert bool(drawn.indicators) == (family not in _PLANS)
    todo = tasks("eighth", 240)
    ruled = [task for task in todo if task.ruling == "ruled" and task.family in _PLANS]
    assert min(Counter(task.second for task in ruled).values()) >= 60


@pytest.mark.parametrize("seed", range(8))
def test_where_a_sign_alone_tells_a_status_a_key_says_what_it_means(seed: int) -> None:
    for family in ("board_slides", "force_annual", "peer_challenge", "integrated_risk"):
        found = [{*signs(table, DOT)} for table in tables(eighth.draw(family, "rows", seed))]
        met = {name for table in found for name in table}
        assert not met or any(table >= met for table in found)


def test_what_stands_beside_is_in_no_truth() -> None:
    met = set()
    for seed in range(60):
        drawn = eighth.draw("peer_profile", "none", seed)
        true = {folded(row.title) for row in drawn.indicators}
        for table in tables(drawn):
            if heads(table) & _ASIDES:
                met |= heads(table) & _ASIDES
                assert not true & {folded(row[0]["text"]) for row in table["rows"]}
    assert met == _ASIDES


@pytest.mark.parametrize("seed", range(6))
def test_a_share_is_its_numerator_over_its_denominator(seed: int) -> None:
    drawn = eighth.draw("care_framework", "ruled", seed)
    for table in tables(drawn):
        names = [cell["text"] for cell in table["rows"][table["heads"] - 1]]
        if "Numerator" in names:
            place = names.index("Numerator")
            for row in table["rows"][table["heads"] :]:
                top, bottom = (row[place + n]["text"].replace(",", "") for n in (0, 1))
                title = next((t for t in drawn.indicators if row[1]["text"] == t.title), None)
                if top and title:
                    share = 100 * Decimal(top) / Decimal(bottom)
                    own = [each.value for each in title.figures if each.measure == "outturn"]
                    assert any(abs(share - value) < Decimal("0.5") for value in own)


@pytest.mark.parametrize("seed", range(6))
def test_the_year_so_far_is_the_sum_of_its_months(seed: int) -> None:
    for row in eighth.draw("fire_months", "rows", seed).indicators:
        months = [each.value for each in row.figures if each.measure == "actual" and each.period]
        assert [each.value for each in row.figures if "to_date" in each.bases] == [sum(months)]


@pytest.mark.parametrize("seed", range(6))
def test_a_result_is_of_the_period_that_its_own_row_names(seed: int) -> None:
    drawn = eighth.draw("outcomes_framework", "heading", seed)
    kinds = set()
    for row in drawn.indicators:
        shown = row_of(drawn, row.title, row.code)
        own = next(each for each in row.figures if each.measure in {"outturn", "actual"})
        first, last = (own.period or "")[2:4], (own.period or "")[5:7]
        assert any(re.search(rf"{first}[/-](20)?{last}", cell) for cell in shown)
        kinds.add(own.measure)
    assert "outturn" in kinds


@pytest.mark.parametrize("seed", range(20))
def test_a_target_that_is_words_is_no_figure(seed: int) -> None:
    for family in ("force_annual", "irish_standards"):
        drawn = eighth.draw(family, "rows", seed)
        for row in drawn.indicators:
            shown = row_of(drawn, row.title, row.code)
            if shown & {"tbc", "topquartile", "85-90%", "maintain", "notarget", "baselineyear"}:
                values = {way for each in row.figures for way in digits_of(each.value)}
                assert not values & {"85", "90"} or {f"{n}%" for n in (85, 90)} & shown
                assert row.status is None


@pytest.mark.parametrize("seed", range(6))
def test_rows_under_one_indicator_are_of_the_years_that_they_name(seed: int) -> None:
    drawn = eighth.draw("waste_partnership", "ruled", seed)
    for row in drawn.indicators:
        shown = row_of(drawn, row.title, row.code)
        told = {cell for cell in shown if cell.startswith(("actual", "target"))}
        assert len(told) == len({(each.measure, each.period[:7]) for each in row.figures})


@pytest.mark.parametrize("way", sorted({*DATES}))
def test_a_date_is_printed_as_the_day_that_it_is(way: str) -> None:
    calendar = Calendar(2011, "slash", "Q{} {}")
    for month in range(-3, 26):
        made = day(random.Random(month), calendar, way, month)
        assert folded(made.printed) in dates_of(date.fromisoformat(made.iso or "")), made


def test_references_of_an_authority_are_all_different() -> None:
    for seed in range(60):
        made = [each.printed for each in own_references(random.Random(seed), 30)]
        assert len({*made}) == 30


def test_every_drawn_paper_says_how_its_rules_and_lying_pages_are_kept() -> None:
    met = set()
    for seed in range(40):
        told = json.loads(eighth.draw("survey_results", "ruled", seed).cells or "")
        met.add((told["dashed"], told["rotated"]))
    assert met == {(one, two) for one in (True, False) for two in (True, False)}
