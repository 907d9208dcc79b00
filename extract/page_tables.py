"""The grids of a page, those of its rules and those that only its print tells, and their cells."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from crossfoot.extract.cells import Filled, PageCell, PageTable, fill_grids
from crossfoot.extract.characters import Run, are_bold, text_object_at
from crossfoot.extract.chunks import blanks_of, print_lines
from crossfoot.extract.continued import Foot, continued
from crossfoot.extract.gaps import Refusal, is_value_text
from crossfoot.extract.grid import Grid, find_grids
from crossfoot.extract.keys_apart import KeyRows, keys_in
from crossfoot.extract.marks import Marks
from crossfoot.extract.painted_edges import on_painted_edges
from crossfoot.extract.places import runs_outside
from crossfoot.extract.printed import find_printed, spoilt, without
from crossfoot.extract.rules import Rule
from crossfoot.extract.settings import ExtractSettings
from crossfoot.extract.signs import Eye, place_symbols
from crossfoot.extract.tag_witness import with_tags
from crossfoot.extract.tried import Refused
from crossfoot.extract.weights import Weights
from crossfoot.schema.page import Box

_FEWEST = 2  # rows of a key
_FRAME = 0.6  # of the page: a border round it; the largest boxed remarks take a third


class Found(NamedTuple):
    """The grids of a page, what stands in them, and tables that were told and refused.

    ``keys`` are the places of keys on a page with one of the latter, or that are one.
    """

    grids: list[Grid]
    filled: Filled
    refused: Sequence[Refused]
    keys: list[Box]


class _Page(NamedTuple):
    """What the grids of a page are told from; ``unmarked`` is without watermarks.

    ``headless`` are the grids of rows that go on from the page before.
    """

    eye: Eye
    marks: Marks
    unmarked: Marks
    rules: list[Rule]
    ruled: list[Grid]
    headless: list[Grid]
    settings: ExtractSettings
    weights: Weights


def find_tables(
    eye: Eye,
    marks: Marks,
    unmarked: Marks,
    rules: list[Rule],
    settings: ExtractSettings,
    foot: Foot | None,
) -> Found:
    """Find the grids that rules draw and those that only the print tells, and fill them.

    *unmarked* are the *marks* without words that may be watermarks.

    Where a key of signs stands in what the print told, or refused, it is told without the key.
    """
    paper = Box(0.0, 0.0, marks.width, marks.height)
    drawn = find_grids(rules, settings, marks.passed, lambda box: _prints(marks.runs, box))
    ruled = [grid for grid in drawn if not _frames_page(grid, paper)]
    weights = Weights(partial(are_bold, eye.page))
    page = _going_on(
        _Page(eye, marks, unmarked, rules, ruled, [], settings, weights), unmarked, foot
    )
    found = _told(page, [])
    keys = _keys_of(page, found)
    if not keys:
        return found
    return _told(_going_on(page, _without(keys, unmarked), foot), keys)


def _going_on(page: _Page, marks: Marks, foot: Foot | None) -> _Page:
    """Return a page with the rows, among *marks*, that go on with the table of *foot*, if any."""
    headless: list[Grid] = []
    if foot is not None:
        reach, weights = page.settings.reach, page.weights
        with suppress(Refusal):
            headless.append(continued(marks, page.rules, page.ruled, foot, reach, weights))
    return page._replace(headless=headless)


def _without(keys: Sequence[KeyRows], marks: Marks) -> Marks:
    known = {id(run) for key in keys for run in key.runs}
    return marks._replace(runs=[run for run in marks.runs if id(run) not in known])


def _keys_of(page: _Page, found: Found) -> list[KeyRows]:
    """Return the keys that stand with tables told by print, or with what was refused."""
    told = [table for table in found.filled.tables if table.grid.ruling != "ruled"]
    if any(map(_may_hold_key, told)):
        _, signs = place_symbols(page.marks, [], [], [], page.eye)
        boxed = page.ruled
    elif found.refused:
        signs, boxed = found.filled.loose, found.grids
    else:
        return []
    boxes = [grid.box for grid in boxed]
    runs = runs_outside(page.unmarked.runs, boxes)
    return keys_in(print_lines(runs, blanks_of(runs)), signs) if signs else []


def _may_hold_key(table: PageTable) -> bool:
    """Whether signs stand before all words of several rows without figures."""
    rows: dict[int, list[PageCell]] = {}
    for cell in table.cells:
        if cell.part.text or cell.part.symbols:
            rows.setdefault(cell.row, []).append(cell)
    led = [row for row in rows.values() if min(row, key=lambda one: one.column).part.symbols]
    return sum(not any(is_value_text(cell.part.text) for cell in row) for row in led) >= _FEWEST


def _told(page: _Page, keys: Sequence[KeyRows]) -> Found:
    """Return the tables of a page without the print of its *keys*.

    What the print told is given up again where the page's own words do not fit the cells.
    """
    taken = [run for key in keys for run in key.runs]
    marks = _without(keys, page.unmarked) if keys else page.unmarked
    ruled, headless, reach = page.ruled, page.headless, page.settings.reach
    printed = find_printed(marks, page.rules, [*ruled, *headless], reach, taken, page.weights)
    printed = printed._replace(grids=[*headless, *printed.grids])
    printed = with_tags(printed, page.eye.page, page.unmarked.runs, page.rules, ruled)
    if marks.fills:
        grids = [on_painted_edges(grid, page.marks.runs, marks.fills) for grid in printed.grids]
        printed = printed._replace(grids=grids)
    grids = printed.with_ruled(ruled)
    filled = _filled(page, grids)
    if cut := spoilt(printed, filled.doubts):
        printed = without(printed, cut)
        grids = printed.with_ruled(ruled)
        filled = _filled(page, grids)
    return Found(grids, filled, printed.refused, [key.box for key in keys])


def _filled(page: _Page, grids: list[Grid]) -> Filled:
    eye = page.eye
    return fill_grids(page.marks, grids, eye, lambda order: text_object_at(eye.page, order))


def _prints(runs: Sequence[Run], box: Box) -> bool:
    """Whether words stand in a box, by their middle."""
    return any(
        box.x0 <= run.x0 and run.x1 <= box.x1 and box.y0 <= (run.y0 + run.y1) / 2 <= box.y1
        for run in runs
    )


def _frames_page(grid: Grid, paper: Box) -> bool:
    """Whether a grid is the one box drawn round all that a page says."""
    return len(grid.cells) == 1 and grid.box.area >= _FRAME * paper.area
