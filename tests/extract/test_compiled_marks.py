"""The compiled loops group rules, colour cells and part runs as those in Python do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.extract import compiled, outside, printed, raised, unread, unseen
from crossfoot.extract.cell_fills import cell_fills
from crossfoot.extract.characters import Run, any_turned
from crossfoot.extract.closing import closed
from crossfoot.extract.drawing import Fill
from crossfoot.extract.edges import merge_edges
from crossfoot.extract.grid import Grid, GridCell
from crossfoot.extract.places import runs_outside
from crossfoot.extract.regions import connected_regions
from crossfoot.extract.rules import Rule
from crossfoot.schema.page import Box

from .two_loops import both

pytestmark = pytest.mark.skipif(compiled.loops is None, reason="the loops in C were not built")

PLACES = st.sampled_from((0.0, 0.5, 0.9, 1.4, 10.0, 10.7, 12.0, 20.0, 30.5, 33.0))
RULES = st.builds(
    lambda level, at, start, long, width: Rule(level, at, start, start + long, width),
    st.booleans(),
    PLACES,
    PLACES,
    st.sampled_from((0.0, 1.0, 9.5, 12.0, 30.0)),
    st.sampled_from((0.0, 0.5, 2.0)),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(RULES, max_size=24), st.sampled_from((0.0, 1.0, 3.0)))
def test_any_rules_are_grouped_alike(rules: list[Rule], reach: float) -> None:
    one, other = both(lambda: connected_regions(rules, reach))
    assert repr(one) == repr(other)


@settings(max_examples=200, deadline=None)
@given(st.lists(RULES, max_size=24), st.sampled_from((0.0, 0.6, 3.0)), st.sampled_from((0.0, 3.0)))
def test_any_rules_make_the_same_edges(rules: list[Rule], snap: float, reach: float) -> None:
    one, other = both(lambda: merge_edges(rules, snap, reach))
    assert repr(one) == repr(other)


@settings(max_examples=300, deadline=None)
@given(st.lists(RULES, max_size=16), st.sampled_from((0.0, 0.6, 3.0)))
def test_any_region_is_closed_alike(rules: list[Rule], snap: float) -> None:
    region = [Rule(True, 9.0, 0.0, 20.0, 0.5), *rules, Rule(False, 1.0, 0.5, 12.0, 0.5)]
    one, other = both(lambda: closed(region, snap))
    assert repr(one) == repr(other)


def test_missing_sides_are_put_where_two_rules_run_on() -> None:
    level = [Rule(True, at, 0.0, 100.0, 0.5) for at in (10.0, 30.0, 50.0)]
    upright = [Rule(False, at, 0.0, 60.0, 0.5) for at in (20.0, 40.0, 80.0)]
    for lying, standing, top, bottom in both(lambda: closed([*level, *upright], 3.0)):
        assert {rule.at for rule in lying} == {0.0, 10.0, 30.0, 50.0, 60.0}
        assert {rule.at for rule in standing} == {0.0, 20.0, 40.0, 80.0, 100.0}
        assert (top, bottom) == (True, True)


SIDES = st.sampled_from((-5.0, 0.0, 2.0, 9.0, 10.0, 11.0, 15.0, 20.0, 24.0))
BOXES = st.builds(
    lambda x, y, wide, high: Box(x, y, x + wide, y + high), SIDES, SIDES, SIDES, SIDES
)


@settings(max_examples=200, deadline=None)
@given(st.lists(RULES, max_size=12), st.lists(BOXES, max_size=3))
def test_the_same_rules_stand_outside_grids(rules: list[Rule], grids: list[Box]) -> None:
    one, other = both(lambda: unread._outside(rules, grids))
    assert repr(one) == repr(other)


FILLS = st.builds(Fill, BOXES, st.sampled_from(("#ffffff", "#ff0000", "#00ff00")))
STRIPS = st.builds(
    lambda lying, start, high, colour: Fill(
        Box(0, start, 10, start + high) if lying else Box(start, 0, start + high, 10), colour
    ),
    st.booleans(),
    st.sampled_from((0.0, 2.4, 2.5, 4.8, 5.0, 7.2, 7.5)),
    st.sampled_from((0.6, 2.4, 2.5, 5.0)),
    st.sampled_from(("#ffffff", "#ff0000", "#00ff00")),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(STRIPS, STRIPS, FILLS), max_size=20), st.lists(BOXES, max_size=4))
def test_any_cells_have_the_same_colours(fills: list[Fill], more: list[Box]) -> None:
    boxes = [Box(0, 0, 10, 10), Box(10, 0, 20, 10), Box(0, 10, 20, 20), *more]
    cells = tuple(GridCell(at, 0, 1, 1, box) for at, box in enumerate(boxes))
    grid = Grid((0.0, 10.0, 20.0), (0.0, 10.0, 20.0), cells, False, False)
    one, other = both(lambda: cell_fills(fills, grid))
    assert list(one.colours.items()) == list(other.colours.items())
    assert list(one.mixed.items()) == list(other.mixed.items())


RUNS = st.builds(
    lambda x, wide, base, size: Run("a", x, 0.0, x + wide, 9.0, base, size, 0, 0, (x,)),
    st.sampled_from((0.0, 4.0, 9.0, 14.0, 30.0)),
    st.sampled_from((2.0, 5.0)),
    st.sampled_from((10.0, 10.0, 10.2, 4.0, 22.0)),
    st.sampled_from((5.0, 10.0)),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(RUNS, max_size=9))
def test_the_same_runs_stand_apart(runs: list[Run]) -> None:
    one, other = both(lambda: printed._apart(runs))
    assert one == other


@settings(max_examples=100, deadline=None)
@given(st.lists(RUNS, max_size=9), st.lists(BOXES, max_size=3))
def test_the_same_runs_stand_in_no_box(runs: list[Run], boxes: list[Box]) -> None:
    one, other = both(lambda: runs_outside(runs, boxes))
    assert one == other


FIGURES = st.builds(
    lambda text, x, y, last, turn: Run(
        *(text, x, y - 8, x + 5.0 * len(text), y, y, 10.0, 0, 0),
        (*(x + 5.0 * at for at in range(len(text) - 1)), x + 5.0 * len(text) - last),
        turn,
    ),
    st.sampled_from(("121", "12", "1", "a1", "2a", "2A", "\u06633", "\xb23", "1-")),
    st.sampled_from((-30.0, -5.0, 10.0, 95.0, 100.0)),
    st.sampled_from((-1.0, 0.0, 50.0, 107.9, 108.0)),
    st.sampled_from((4.5, 4.6, 4.7, 5.0)),
    st.sampled_from((0, 0, 0, 1)),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(FIGURES, max_size=6))
def test_the_same_runs_are_looked_at_again(runs: list[Run]) -> None:
    for ask in (lambda: unseen._beyond(runs, 100.0, 100.0), lambda: any_turned(runs)):
        one, other = both(ask)
        assert one == other
    loops = compiled.loops
    assert loops is not None
    narrow = {at for at, run in enumerate(runs) if raised._may_be_raised(run)}
    assert narrow <= set(loops.runs_narrowing(runs))
    assert all(len(runs[at].text) > 1 and not runs[at].turn for at in loops.runs_narrowing(runs))


def test_what_is_no_mark_is_not_read() -> None:
    loops = compiled.loops
    assert loops is not None
    box = Box(0, 0, 1, 1)
    cell = GridCell(0, 0, 1, 1, box)
    calls = (
        lambda: loops.connect_rules([(1, 2)], 1.0, Rule),  # type: ignore[list-item]
        lambda: loops.connect_rules([Rule(True, "a", 0, 1, 1)], 1.0, Rule),  # type: ignore[arg-type]
        lambda: loops.connect_rules(None, 1.0, Rule),  # type: ignore[arg-type]
        lambda: loops.merge_rules([(1, 2)], 1.0, 1.0),  # type: ignore[list-item]
        lambda: loops.merge_rules([Rule(True, "a", 0, 1, 1)], 1.0, 1.0),  # type: ignore[arg-type]
        lambda: loops.close_region([(1, 2)], 1.0, Rule),  # type: ignore[list-item]
        lambda: loops.close_region([Rule(True, "a", 0, 1, 1)], 1.0, Rule),  # type: ignore[arg-type]
        lambda: loops.rules_outside([(1, 2)], []),  # type: ignore[list-item]
        lambda: loops.rules_outside([], [[1, 2, 3, 4]]),  # type: ignore[list-item]
        lambda: loops.rules_outside([], [(1, 2)]),  # type: ignore[list-item]
        lambda: loops.paint_cells([(box,)], (cell,), box),  # type: ignore[list-item]
        lambda: loops.paint_cells([Fill(box, b"#")], (cell,), box),  # type: ignore[arg-type]
        lambda: loops.paint_cells([Fill((1, 2), "#")], (cell,), box),  # type: ignore[arg-type]
        lambda: loops.paint_cells([Fill(box, "#")], (1,), box),  # type: ignore[arg-type]
        lambda: loops.paint_cells([], (cell,), None),  # type: ignore[arg-type]
        lambda: loops.runs_apart([(1, 2)]),  # type: ignore[list-item]
        lambda: loops.runs_outside([(1, 2)], []),  # type: ignore[list-item]
        lambda: loops.runs_outside([], [(1, 2)]),  # type: ignore[list-item]
        lambda: loops.runs_beyond([(1, 2)], 9.0, 9.0),  # type: ignore[list-item]
        lambda: loops.runs_narrowing([(1, 2)]),  # type: ignore[list-item]
        lambda: loops.any_turned([(1, 2)]),  # type: ignore[list-item]
        lambda: loops.round_boxes([(1, 2)], Box),  # type: ignore[list-item]
        lambda: loops.round_boxes([box._replace(x0="a")], Box),  # type: ignore[arg-type]
        lambda: loops.round_boxes([box], 3),  # type: ignore[arg-type]
    )
    for call in calls:
        with pytest.raises(TypeError):
            call()


def test_a_region_without_rules_of_both_directions_is_refused() -> None:
    loops = compiled.loops
    assert loops is not None
    with pytest.raises(ValueError, match="both directions"):
        loops.close_region([Rule(True, 1.0, 0.0, 9.0, 0.5)], 3.0, Rule)


EDGES = st.floats(-1e12, 1e12) | st.integers(-90_000, 90_000).map(lambda at: at / 1000)


@given(st.lists(st.builds(Box, EDGES, EDGES, EDGES, EDGES), max_size=4))
def test_boxes_of_lines_are_rounded_the_same(boxes: list[Box]) -> None:
    one, other = both(lambda: outside._rounded(boxes))
    assert repr(one) == repr(other)
