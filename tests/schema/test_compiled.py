"""What is asked of a cell is answered in C as in Python, for every sample's cells and any cell."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.extract.document import read_document
from crossfoot.schema import compiled, page
from crossfoot.schema.page import Box, Cell, CellPart

SAMPLES = Path(__file__).parents[2] / "samples"
ASKED = ("text", "plain", "named", "symbols")

pytestmark = pytest.mark.skipif(compiled.loops is None, reason="the module in C was not built")


def _page_in_python() -> ModuleType:
    """Return the module of cells as it is where nothing was built in C."""
    spec = importlib.util.spec_from_file_location("page_in_python", page.__file__)
    assert spec and spec.loader
    found = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "loops", None)
        spec.loader.exec_module(found)
    return found


TWIN: Any = _page_in_python()


def assert_the_same(cell: Cell) -> None:
    twin = TWIN.Cell(*cell)
    for name in ASKED:
        assert getattr(cell, name) == getattr(twin, name), name
    assert page.prints(cell) is TWIN.prints(twin)


def test_what_is_compared_is_in_c_and_in_python() -> None:
    for name in ASKED:
        assert type(vars(Cell)[name].fget).__name__ == "builtin_function_or_method"
        assert type(vars(TWIN.Cell)[name].fget).__name__ == "function"
        assert vars(Cell)[name].__doc__ == vars(TWIN.Cell)[name].__doc__


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.pdf")), ids=lambda path: path.stem)
def test_the_cells_of_a_sample_answer_the_same(path: Path) -> None:
    for table in read_document(path).tables:
        for row in table.rows:
            for cell in row.cells:
                assert_the_same(cell)


BOX = Box(0, 0, 9, 9)
BLANKS = "\n\t\r\x0b\x1c\x1f\x85\u00a0\u2003\u200b\u2028\u3000"
LETTERS = "aZ9 .-/&~\x7f\x80\u00e9\u2010\0\ud800\U0001f600"
TEXTS = st.text(st.sampled_from(LETTERS + BLANKS), max_size=9) | st.text(max_size=5)
RAISED = st.sampled_from(((), (), (), ((0, 1),), ((1, 2),), ((0, 1), (2, 4)), ((3, 9),)))
SYMBOLS = st.sampled_from(((), (), ("tick",), ("#ff8000", "tick")))
PARTS = st.builds(
    CellPart, st.just(1), st.just(1), st.just(Box(0, 0, 9, 9)), TEXTS, st.none(), SYMBOLS, RAISED
)
CELLS = st.builds(Cell, st.just(1), st.just(1), st.just(1), st.lists(PARTS, max_size=3).map(tuple))


@given(CELLS)
def test_any_cell_answers_the_same(cell: Cell) -> None:
    assert_the_same(cell)


@given(TEXTS)
def test_any_lone_text_answers_the_same(text: str) -> None:
    assert_the_same(Cell(1, 1, 1, (CellPart(1, 1, BOX, text),)))


def test_a_text_that_is_one_line_is_not_copied() -> None:
    text = "".join(("Calls answered ", "in time"))
    cell = Cell(1, 1, 1, (CellPart(1, 1, BOX, text),))
    assert cell.text is text
    assert cell.plain is text


@pytest.mark.parametrize(
    "given",
    [
        None,
        3,
        (),
        (1, 1, 1),
        (1, 1, 1, None),
        (1, 1, 1, (3,)),
        (1, 1, 1, ((1, 1, None, 3, (), (), ()),)),
    ],
)
def test_what_is_no_cell_is_an_exception(given: Any) -> None:
    loops = compiled.loops
    assert loops
    for ask in (loops.cell_text, loops.cell_plain, loops.cell_named, page.prints):
        with pytest.raises((AttributeError, TypeError)):
            ask(given)


def test_only_all_who_answer_are_bound() -> None:
    assert compiled.loops
    for twins in ((), (len,) * 5, [len] * 6, None):
        with pytest.raises(ValueError, match="6 functions"):
            compiled.loops.bind_twins(twins)  # type: ignore[arg-type]


def test_the_environment_asks_for_the_answers_in_python() -> None:
    code = "from crossfoot.schema.compiled import loops; raise SystemExit(loops is None)"
    run = [sys.executable, "-c", code]
    told = {**os.environ, "CROSSFOOT_LOOPS": "python"}
    assert subprocess.run(run, env=told, check=False).returncode == 1
    assert subprocess.run(run, check=False).returncode == 0


def test_a_build_of_other_sources_is_not_used(tmp_path: Path) -> None:
    built = "crossfoot.schema._inner"
    sources = Path(page.__file__).with_name("inner")
    assert compiled.load(built, sources) is not None
    assert compiled.load(built, tmp_path / "none") is not None  # an installation has no sources
    (tmp_path / "cells.c").write_text("other", encoding="ascii")
    assert compiled.load(built, tmp_path) is None
    assert compiled.load("crossfoot.schema._unbuilt", sources) is None
