"""The compiled loops make the cells, their text and their doubts that those in Python make."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crossfoot.extract import compiled
from crossfoot.extract.cells import _KINDS as KINDS
from crossfoot.extract.cells import Inside, PageCell, _cell
from crossfoot.extract.characters import Run
from crossfoot.extract.grid import GridCell, find_grids
from crossfoot.extract.lines import Line, lines_of
from crossfoot.extract.rules import Rule
from crossfoot.extract.settings import ExtractSettings
from crossfoot.schema.page import Box

from .drawn_pages import Draw, Pen, read
from .two_loops import both

pytestmark = pytest.mark.skipif(compiled.loops is None, reason="the loops in C were not built")

SETTINGS = ExtractSettings()
ASIDE = st.sampled_from((0.0, 0.0, 0.0, 0.4, -1.1, 2.5, -4.0))


@st.composite
def rules(draw: st.DrawFn) -> list[Rule]:
    """Pieces of rules on a lattice of uneven steps: some missing, some short, some aside."""
    steps = st.lists(st.sampled_from((1.5, 4.0, 14.0, 31.0)), min_size=2, max_size=6)
    xs, ys = (
        [sum(found[:at]) for at in range(len(found) + 1)] for found in (draw(steps), draw(steps))
    )
    pieces: list[Rule] = []
    for level, lines, places in ((False, xs, ys), (True, ys, xs)):
        for at in lines:
            for start, end in pairwise(places):
                if draw(st.integers(0, 4)):
                    near = at + draw(ASIDE) * (draw(st.integers(0, 5)) == 0)
                    pieces.append(Rule(level, near, start + draw(ASIDE), end + draw(ASIDE), 0.5))
    return pieces


# The middle rule stops short of the second upright one by the reach, as 2.9 + 3 = 5.9 has it; as
# 5.9 - 3 = 2.9000000000000004 has it, by more.
JUST_MET = [
    *(Rule(False, at, 0.0, 37.0, 0.5) for at in (0.0, 5.9, 20.0)),
    *(Rule(True, at, 0.0, end, 0.5) for at, end in ((0.0, 20.0), (18.0, 2.9), (37.0, 20.0))),
]


@settings(max_examples=200, deadline=None)
@example(JUST_MET)
@given(rules())
def test_any_rules_make_the_same_grids(found: list[Rule]) -> None:
    one, other = both(lambda: find_grids(found, SETTINGS))
    assert repr(one) == repr(other)


@pytest.mark.parametrize("lines", [60, 180, 260])
def test_a_drawing_of_many_lines_is_searched_as_far(lines: int) -> None:
    end = 10.0 * (lines - 1)
    many = [Rule(level, 10.0 * at, 0.0, end, 0.5) for level in (True, False) for at in range(lines)]
    passed: list[tuple[Box, str]] = []
    one, other = both(lambda: find_grids(many, SETTINGS, passed))
    assert repr(one) == repr(other)
    assert passed[:1] == passed[1:]
    assert sum(len(grid.cells) for grid in one) == (59**2 if lines == 60 else 0)


WORDS = st.text("AbWil170%.,-–£ n/a()", min_size=1, max_size=16)
XS, YS = (40, 110, 150, 300, 420), (60, 90, 104, 180, 230)


@st.composite
def pages(draw: st.DrawFn) -> Draw:
    """A grid with pieces missing, fills, and words that may run over its rules."""
    kept = [draw(st.integers(0, 9)) > 0 for _ in range(40)]
    words = draw(
        st.lists(
            st.tuples(
                st.integers(38, 420), st.integers(60, 240), st.sampled_from((7, 9, 9, 12)), WORDS
            ),
            max_size=14,
        )
    )
    filled = draw(st.integers(0, 15))
    inner = draw(st.booleans())
    turned = draw(st.sampled_from((0, 0, 0, 90, 20)))

    def page(pen: Pen) -> None:
        column, row = divmod(filled, 4)
        pen.rect(XS[column], YS[row], XS[column + 1], YS[row + 1], fill="#ffcc00", width=None)
        sides = [(x, top, x, bottom) for x in XS for top, bottom in pairwise(YS)]
        sides += [(left, y, right, y) for y in YS for left, right in pairwise(XS)]
        for side, drawn in zip(sides, kept, strict=True):
            if drawn:
                pen.line(*side)
        if inner:
            pen.rules((160, 200, 240), (110, 130, 150))
        for x, y, size, text in words:
            pen.text(x, y, text, size)
        pen.canvas.rotate(turned)
        pen.text(300, 300, "Turned 12")

    return page


@settings(max_examples=100, deadline=None)
@given(pages())
def test_any_table_reads_the_same(page: Draw) -> None:
    one, other = both(lambda: read(page))
    assert repr(one) == repr(other)
    assert repr(list(one.tables)) == repr(list(other.tables))


def run(text: str, x0: float, base: float = 10.0, order: int = 0, **changes: object) -> Run:
    lefts = tuple(x0 + 5.0 * at for at in range(len(text)))
    whole = Run(text, x0, base - 8, x0 + 5.0 * len(text), base + 2, base, 10.0, order, 0, lefts)
    return whole._replace(**changes)  # type: ignore[arg-type]


RUNS = st.lists(
    st.builds(
        run,
        st.sampled_from(("a", "A", "12", "n/a", "word", "\u2013", "\ud800")),
        st.sampled_from((0.0, 4.0, 10.0, 10.6, 22.0, 70.0, 120.0)),
        st.sampled_from((10.0, 10.0, 10.005, 17.0, 22.0)),
        st.integers(0, 9),
        size=st.sampled_from((10.0, 10.0, 6.0)),
        space=st.sampled_from((0, 1, 2)),
        turn=st.sampled_from((0, 0, 0, 1)),
    ),
    min_size=1,
    max_size=7,
)


@settings(max_examples=300, deadline=None)
@given(RUNS, st.sampled_from((None, 2.4)), st.booleans())
def test_any_runs_make_the_same_lines(runs: list[Run], split: float | None, sort: bool) -> None:
    if sort:
        runs = [
            each._replace(order=at) for at, each in enumerate(sorted(runs, key=lambda r: r.base))
        ]
    one, other = both(lambda: lines_of(runs, split))
    assert repr(one) == repr(other)


@settings(max_examples=300, deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(-(10**6), 10**6))
def test_boxes_are_rounded_as_python_rounds(value: float, hundreds: int) -> None:
    assert compiled.loops is not None
    near = (value, hundreds / 100, hundreds / 100 + 0.005, hundreds / 8, -value)
    for each in near:
        cells: list[object] = []
        grid = (GridCell(0, 0, 1, 1, Box(each, each, each, each)),)
        kinds = (tuple, tuple, Box)
        compiled.loops.fill_cells(grid, Inside({}, {}, {}), 1, cells, kinds)  # type: ignore[arg-type]
        assert repr(cells[0][4][2]) == repr(Box(each, each, each, each).rounded())  # type: ignore[index]


SYMBOLS = st.lists(
    st.tuples(st.sampled_from((1.0, 2.0, 3.5)), st.sampled_from(("picture:1", "fill:#ff0000"))),
    min_size=1,
    max_size=4,
)


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.integers(0, 3), SYMBOLS), st.sets(st.integers(0, 3)))
def test_any_symbols_stand_in_the_same_cells(
    symbols: dict[int, list[tuple[float, str]]], printed: set[int]
) -> None:
    grid = tuple(GridCell(at, 0, 1, 1, Box(0, at, 1, at + 1)) for at in range(4))
    inside = Inside({at: [run("a", 0)] for at in printed}, {1: "#00ff00"}, symbols)
    loops = compiled.loops
    assert loops is not None
    cells: list[PageCell] = []
    loops.fill_cells(grid, inside, 1, cells, KINDS)
    none: Any = None  # no sign is among the letters
    assert cells == [_cell(1, grid, at, inside, none, []) for at in range(4)]


def test_wrong_calls_are_exceptions() -> None:
    loops = compiled.loops
    assert loops is not None
    cell = GridCell(0, 0, 1, 1, Box(0, 0, 1, 1))
    packed = loops.pack_places([((0.0, 1.0), (0.0, 1.0), (cell,), True)])
    inside = Inside({0: [run("a", 0)]}, {}, {})
    calls = (
        lambda: loops.read_lines([(1, 2)], None, Line, Box),  # type: ignore[list-item]
        lambda: loops.read_lines([run("a", "b")], None, Line, Box),  # type: ignore[arg-type]
        lambda: loops.read_lines([run("a", 0)], None, dict, Box),  # type: ignore[arg-type]
        lambda: loops.pack_places([((0.0, "1"), (0.0, 1.0), (cell,), True)]),  # type: ignore[list-item]
        lambda: loops.pack_places([((0.0, 1.0), (0.0, 1.0), (1,), True)]),  # type: ignore[list-item]
        lambda: loops.share_runs(packed, [run("a", 0)], 0, [], [], None, (-1, -1)),
        lambda: loops.share_runs(packed, [], 0, [{}], [], run("a", 0), (0, 7)),
        lambda: loops.share_runs(packed, [], 0, [{}], [], run("a", 0), (2, 0)),
        lambda: loops.share_runs(inside, [], 0, [{}], [], None, (-1, -1)),
        lambda: loops.fill_cells((1,), inside, 1, [], (tuple, tuple, Box)),  # type: ignore[arg-type]
        lambda: loops.fill_cells((cell,), inside, 1, [], (tuple, tuple, int)),  # type: ignore[arg-type]
        lambda: loops.fill_cells((cell,), Inside({}, {}, {0: 1}), 1, [], KINDS),  # type: ignore[dict-item]
        lambda: loops.fill_cells((cell,), Inside({}, {}, {0: [1]}), 1, [], KINDS),  # type: ignore[list-item]
        lambda: loops.find_cells([(0.0, 1.0)], [], 1.0, 9, GridCell, Box),  # type: ignore[list-item]
    )
    for call in calls:
        with pytest.raises((TypeError, ValueError, KeyError)):
            call()


def test_grids_that_are_not_fit_for_packing_are_handed_back() -> None:
    loops = compiled.loops
    assert loops is not None
    cell = GridCell(0, 0, 1, 2, Box(0, 0, 1, 1))
    assert loops.pack_places([((0.0, 1.0), (0.0, 1.0), (cell,), True)]) is None
    assert loops.pack_places([((0.0,), (0.0, 1.0), (), True)]) is None
    many = tuple(float(at) for at in range(3000))
    assert loops.pack_places([(many, many, (), True)]) is None
