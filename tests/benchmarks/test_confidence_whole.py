"""What the papers of every set that is described as cells must hold, and those who print them."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from benchmarks.confidence import eighth, producers, seventh, sixth
from benchmarks.confidence.eighth import engines as eighth_engines
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.run import SETS
from benchmarks.confidence.seventh import engines as seventh_engines
from benchmarks.confidence.sixth import engines as sixth_engines
from tests.benchmarks.whole_papers import (
    dates_of,
    described,
    digits_of,
    folded,
    printed,
    row_of,
    sizes,
    tables,
)

_SETS = {"sixth": sixth, "seventh": seventh, "eighth": eighth}
_WAYS = [
    (name, family, ruling)
    for name, each in _SETS.items()
    for family in each.FAMILIES
    for ruling in each.RULINGS
]
_ENGINES = {
    engine: module
    for module in (sixth_engines, seventh_engines, eighth_engines)
    for engine in module.ENGINES
}
#: Of each set three ways that differ, and a family whose papers may turn their pages.
_PRINTED = {
    "sixth": (
        ("system_export", "ruled"),
        ("plan_tracker", "rows"),
        ("service_plan_actions", "none"),
    ),
    "seventh": (
        ("homes_quarterly", "ruled"),
        ("inspection_plan", "rows"),
        ("equality_scheme", "none"),
    ),
    "eighth": (
        ("board_slides", "ruled"),
        ("waste_partnership", "rows"),
        ("safety_partnership", "none"),
    ),
}
_TURNED = {"sixth": "system_export", "seventh": "project_export", "eighth": "integrated_risk"}
_PERIOD = re.compile(r"\d{4}/\d\d( Q[1-4]| H[12])?|\d{4}-\d\d|12 months to \d{4}-\d\d-\d\d")
_STATUSES = {None, "green", "amber", "red", "unknown", "data_only"}
_ACTED = {
    None,
    *("completed", "in_progress", "not_started", "overdue", "warning", "cancelled"),
    *("blue", "green", "amber", "red"),
}


@pytest.mark.parametrize(("name", "family", "ruling"), _WAYS)
def test_every_row_of_a_table_has_all_its_columns(name: str, family: str, ruling: str) -> None:
    for table in tables(_SETS[name].draw(family, ruling, 5)):
        places = [0] * len(table["rows"])
        for number, row in enumerate(table["rows"]):
            for cell in row:
                for down in range(cell["rows"]):
                    places[number + down] += cell["columns"]
        assert {*places} == {len(table["widths"])}
        assert min(table["widths"]) > 0


@pytest.mark.parametrize(("name", "family", "ruling"), _WAYS)
def test_what_is_true_of_a_row_stands_in_that_row_alone(
    name: str, family: str, ruling: str
) -> None:
    drawn = _SETS[name].draw(family, ruling, 17)
    for indicator in drawn.indicators:
        shown = {cell.strip("*%£days") for cell in row_of(drawn, indicator.title, indicator.code)}
        for figure in indicator.figures:
            assert shown & digits_of(figure.value), figure
    for action in drawn.actions:
        row = row_of(drawn, action.title, action.code)
        for due in (action.due, action.revised):
            assert due is None or row & dates_of(date.fromisoformat(due)), due
        assert action.progress is None or f"{action.progress}%" in row
        assert not action.people or {*map(folded, action.people)} & row


@pytest.mark.parametrize(("name", "family", "ruling"), _WAYS)
def test_the_truth_is_said_once_and_in_the_words_of_the_contract(
    name: str, family: str, ruling: str
) -> None:
    drawn = _SETS[name].draw(family, ruling, 13)
    for rows in (drawn.indicators, drawn.actions):
        titles = [folded(row.title) for row in rows]
        assert len({*titles}) == len(titles)
    for row in drawn.indicators:
        assert row.status in _STATUSES
        counted = [each for each in row.figures if each.counted and each.period is not None]
        assert len({(each.measure, each.period) for each in counted}) == len(counted)
        for each in row.figures:
            unnamed = each.measure in {"comparator", "previous"}
            assert unnamed or each.measure in {"outturn", "actual", "target"}
            assert each.period is None or _PERIOD.fullmatch(each.period), each.period
            assert each.period is not None or each.bases or unnamed
    for action in drawn.actions:
        assert {action.status, *action.also} <= _ACTED


@pytest.mark.parametrize("name", _SETS)
def test_a_paper_is_the_same_each_time_and_other_seeds_differ(name: str) -> None:
    for family in _SETS[name].FAMILIES:
        one, again, other = (_SETS[name].draw(family, "rows", seed) for seed in (4, 4, 5))
        assert one == again
        assert one.cells != other.cells


@pytest.mark.parametrize("name", _SETS)
def test_no_other_set_has_one_of_its_producers_or_families(name: str) -> None:
    own, others = SETS[name], [chosen for key, chosen in SETS.items() if key != name]
    assert not {each for chosen in others for each in chosen.producers} & {*own.producers}
    assert not {each for chosen in others for each in chosen.names} & {*own.names}
    assert {*own.fonts} <= {*producers.FONTS}


@pytest.mark.parametrize("engine", _ENGINES)
def test_a_paper_without_its_description_is_refused(engine: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="of this paper"):
        _ENGINES[engine].print_by(engine, [(Drawn(""), tmp_path / "paper.pdf")])


@pytest.mark.parametrize("engine", _ENGINES)
def test_an_engine_prints_every_letter_of_its_papers(engine: str, tmp_path: Path) -> None:
    name = _present(engine)
    papers = [
        (_SETS[name].draw(family, ruling, 4), tmp_path / f"{family}.pdf")
        for family, ruling in _PRINTED[name]
    ]
    _ENGINES[engine].print_by(engine, papers)
    for drawn, pdf in papers:
        assert not described(drawn) - printed(pdf)


@pytest.mark.parametrize("engine", [each for each in _ENGINES if each != "impress"])
def test_a_report_that_stands_upright_and_its_annex_that_lies_are_so_printed(
    engine: str, tmp_path: Path
) -> None:
    name = _present(engine)
    drawn = (_SETS[name].draw(_TURNED[name], "rows", seed) for seed in range(60))
    pdf = tmp_path / "paper.pdf"
    _ENGINES[engine].print_by(engine, [(next(filter(_turns, drawn)), pdf)])
    found = sizes(pdf)
    assert found[0][0] < found[0][1]
    assert all(wide > high for wide, high in found[1:])
    assert len(found) > 1


def _present(engine: str) -> str:
    """The set of an engine; the test is skipped where the machine lacks it."""
    if absent := _ENGINES[engine].lacking(engine):
        pytest.skip(f"not installed: {', '.join(absent)}")
    return next(name for name, chosen in SETS.items() if engine in chosen.producers)


def _turns(drawn: Drawn) -> bool:
    told = json.loads(drawn.cells or "")
    return bool(told["first"] != told["page"])
