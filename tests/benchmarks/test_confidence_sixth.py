"""The papers of the sixth set: whole as described, with their truth printed."""

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

from benchmarks.confidence.fourth.calendar import Calendar
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.producers import FONTS
from benchmarks.confidence.run import SETS, tasks
from benchmarks.confidence.sixth.look import draw_look, draw_marks, local_references
from benchmarks.confidence.sixth.measures import BV, FIRE, NI, SERVICES
from benchmarks.confidence.sixth.tasks import DATES, day

_SIXTH = SETS["sixth"]
_WAYS = [(family, ruling) for family in _SIXTH.names for ruling in _SIXTH.rulings]
_PLANS = {
    "plan_tracker",
    "service_plan_actions",
    "scrutiny_log",
    "exported_actions",
    "improvement_board",
}
_BOTH = {"business_plan_review"}
_PERIOD = re.compile(r"\d{4}/\d\d( Q[1-4])?|\d{4}-\d\d")
_STATUSES = {None, "green", "amber", "red", "unknown", "data_only"}
_COLOURS = {"blue", "green", "amber", "red"}
_ACTED = {None, "completed", "in_progress", "not_started", "overdue", "warning", *_COLOURS}


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_every_row_of_a_table_has_all_its_columns(family: str, ruling: str) -> None:
    for table in _tables(_SIXTH.draw(family, ruling, 5)):
        places = [0] * len(table["rows"])
        for number, row in enumerate(table["rows"]):
            for cell in row:
                for down in range(cell["rows"]):
                    places[number + down] += cell["columns"]
        assert {*places} == {len(table["widths"])}
        assert min(table["widths"]) > 0


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_what_is_true_of_a_row_stands_in_that_row_alone(family: str, ruling: str) -> None:
    drawn = _SIXTH.draw(family, ruling, 17)
    rows = [
        [_letters(cell["text"]) for cell in row] for each in _tables(drawn) for row in each["rows"]
    ]
    for indicator in drawn.indicators:
        row = _only(rows, indicator.title, indicator.code)
        shown = {cell.strip("*%£days") for cell in row}
        for figure in indicator.figures:
            assert shown & {way.strip("£days") for way in _digits(figure.value)}, figure
    for action in drawn.actions:
        row = _only(rows, action.title, action.code)
        for due in (action.due, action.revised):
            assert due is None or {*row} & _dates(date.fromisoformat(due)), due
        assert action.progress is None or f"{action.progress}%" in row
        assert not action.people or {*map(_letters, action.people)} & {*row}


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_the_truth_is_said_once_and_in_the_words_of_the_contract(family: str, ruling: str) -> None:
    drawn = _SIXTH.draw(family, ruling, 13)
    for rows in (drawn.indicators, drawn.actions):
        titles = [_letters(row.title) for row in rows]
        assert len({*titles}) == len(titles)
    for row in drawn.indicators:
        assert row.status in _STATUSES
        counted = [each for each in row.figures if each.counted and each.period is not None]
        assert len({(each.measure, each.period) for each in counted}) == len(counted)
        for each in row.figures:
            assert each.measure in {"outturn", "actual", "target", "comparator"}
            assert each.period is None or _PERIOD.fullmatch(each.period), each.period
            assert each.period is not None or each.bases
    for action in drawn.actions:
        assert {action.status, *action.also} <= _ACTED


def test_every_font_of_the_set_is_known_and_drawn() -> None:
    assert {*_SIXTH.fonts} <= {*FONTS}
    looks = [draw_look(random.Random(seed), "ruled", wide=6) for seed in range(120)]
    assert {look.font for look in looks} == {*_SIXTH.fonts}


def test_no_other_set_has_one_of_its_producers_or_families() -> None:
    others = [chosen for key, chosen in SETS.items() if key != "sixth"]
    assert not {name for each in others for name in each.producers} & {*_SIXTH.producers}
    assert not {name for each in others for name in each.names} & {*_SIXTH.names}


def test_enough_papers_hold_actions_for_a_bound_of_ruled_ones() -> None:
    for family in _SIXTH.names:
        drawn = _SIXTH.draw(family, "ruled", 2)
        assert bool(drawn.actions) == (family in _PLANS | _BOTH)
        assert bool(drawn.indicators) == (family not in _PLANS)
    todo = tasks("sixth", 240)
    ruled = [task for task in todo if task.ruling == "ruled" and task.family in _PLANS]
    assert min(Counter(task.second for task in ruled).values()) >= 60


def test_a_paper_is_the_same_each_time_and_other_seeds_differ() -> None:
    for family in _SIXTH.names:
        one, again, other = (_SIXTH.draw(family, "rows", seed) for seed in (4, 4, 5))
        assert one == again
        assert one.cells != other.cells


@pytest.mark.parametrize("seed", range(8))
def test_where_a_sign_alone_tells_a_status_a_key_says_what_it_means(seed: int) -> None:
    for family in ("system_export", "landlord_report", "laa_return", "plan_tracker"):
        tables = [{*_signs(table)} for table in _tables(_SIXTH.draw(family, "rows", seed))]
        met = {name for table in tables for name in table}
        met = {name for name in met if not name.startswith(("up", "down", "level"))}
        assert not met or any(table >= met for table in tables)


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
            true = {_letters(row.title) for row in (*drawn.indicators, *drawn.actions)}
            for table in _tables(drawn):
                heads = {cell["text"] for row in table["rows"][: table["heads"]] for cell in row}
                if heads & {"Risk Score", "Variance £000"}:
                    met |= heads & {"Risk Score", "Variance £000"}
                    assert not true & {_letters(row[0]["text"]) for row in table["rows"]}
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
            assert _letters(made.printed) in _dates(date.fromisoformat(made.iso or ""))


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


def _tables(drawn: Drawn) -> list[dict[str, Any]]:
    found = json.loads(drawn.cells or "")["blocks"]
    return [block for block in found if "rows" in block]


def _signs(table: dict[str, Any]) -> Iterator[str]:
    """The pictures of a table that stand alone in their cells."""
    for row in table["rows"]:
        yield from (cell["picture"] for cell in row if cell["picture"] and not cell["text"])


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
    return {
        *(f"q{quarter}{year}" for year in years),
        *(when.strftime(way).casefold() for way in ("%d/%m/%Y", "%d/%m/%y", "%d-%b-%Y", "%b-%y")),
        *(f"{name}{year}" for name in (long, short) for year in (when.year, f"{when:%y}")),
        f"{when.day}{long}{when.year}",
        f"{when.day}{end}{long}{when.year}",
    }
