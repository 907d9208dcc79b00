"""Random papers are read as they were drawn: nothing wrong, little refused."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("fpdf", reason="fpdf2 is not installed")
pytest.importorskip("typst", reason="typst is not installed")

from samples.fuzz.compare import compare, read
from samples.fuzz.dice import Dice
from samples.fuzz.families import FAMILIES
from samples.fuzz.papers import RENDERERS, draw, papers, pick
from samples.fuzz.result import Result

#: Papers that are known to be read wrong, and why.
KNOWN: dict[int, str] = {}
_CHUNK = 25  # papers, about 50 tables
#: Least part of figures and cells that must be exact; the rest is said not to be understood.
_EXACT = 0.99


def _read_papers(seeds: range) -> Result:
    total = Result()
    for seed in seeds:
        if seed in KNOWN:
            continue
        family, renderer = pick(seed)
        pdf, truth = draw(Dice(seed, family), renderer)
        result = compare(truth, *read(pdf))
        assert not result.wrong, "\n".join(
            [
                f"{family}, {renderer}; python -m samples.fuzz {seed} --out FILE.pdf --read",
                *result.wrong,
            ]
        )
        total += result
    return total


def _assert_nearly_all_exact(total: Result) -> None:
    exact = total.exact.total()
    assert exact > 1000
    assert exact >= _EXACT * (exact + len(total.refused)), "\n".join(total.refused)


@pytest.mark.parametrize("first", range(0, 100, _CHUNK))
def test_random_papers_are_read_as_drawn(first: int) -> None:
    _assert_nearly_all_exact(_read_papers(range(first, first + _CHUNK)))


@pytest.mark.slow
@pytest.mark.parametrize("first", range(100, 700, _CHUNK))
def test_a_thousand_random_tables_are_read_as_drawn(first: int) -> None:
    _assert_nearly_all_exact(_read_papers(range(first, first + _CHUNK)))


def test_every_family_is_drawn_by_every_renderer(tmp_path: Path) -> None:
    drawn = [
        (truth.family, truth.renderer) for _, truth in papers(FAMILIES, RENDERERS, [1], tmp_path)
    ]
    assert drawn == [(family, renderer) for family in FAMILIES for renderer in RENDERERS]
    assert len(list(tmp_path.glob("*.pdf"))) == len(drawn)
    assert {pick(seed) for seed in range(len(drawn))} == set(drawn)


@pytest.mark.parametrize("renderer", RENDERERS)
def test_a_seed_gives_the_same_bytes_again(renderer: str) -> None:
    first, second = (draw(Dice(5, "quarterly"), renderer) for _ in range(2))
    assert first == second


def test_a_switched_off_feature_leaves_the_rest_of_a_paper_as_it_was() -> None:
    whole = draw(Dice(2, "years"), "reportlab")[1].model
    plain = draw(Dice(2, "years", off=frozenset({"borders", "faces"})), "reportlab")[1].model
    assert plain.indicators == whole.indicators
    assert {table.style.borders for table in plain.tables} == {"grid"}
    assert whole.tables[0].style != plain.tables[0].style


def test_a_difference_is_wrong_and_a_refusal_is_not() -> None:
    pdf, truth = draw(Dice(1, "annual"), "fpdf2")
    other = draw(Dice(2, "annual"), "fpdf2")[1]
    assert compare(truth, *read(pdf)).wrong == []
    assert compare(other, *read(pdf)).wrong
