"""The door: papers by family, renderer and seed, each with what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from samples.fuzz import to_fpdf2, to_reportlab, to_typst
from samples.fuzz.dice import Dice
from samples.fuzz.families import FAMILIES, paper
from samples.fuzz.layout import Placed, TooTallError, set_paper
from samples.fuzz.measure import fitted
from samples.fuzz.model import Model

RENDERERS = ("reportlab", "fpdf2", "typst")
"""Producers that come from wheels."""
_CANVAS = {"reportlab": to_reportlab.draw, "fpdf2": to_fpdf2.draw}


@dataclass(frozen=True)
class Truth:
    """What a drawn paper says: the model, and the place of every cell.

    ``placed`` is ``None`` where the renderer does not tell places.
    """

    seed: int
    family: str
    renderer: str
    model: Model
    placed: Placed | None


def pick(
    seed: int, families: Iterable[str] = FAMILIES, renderers: Iterable[str] = RENDERERS
) -> tuple[str, str]:
    """The family and the renderer of a seed: each in turn, so that few seeds cover all pairs."""
    names, producers = list(families), list(renderers)
    family = names[seed % len(names)]
    return family, producers[(seed // len(names)) % len(producers)]


def draw(dice: Dice, renderer: str) -> tuple[bytes, Truth]:
    """Draw the paper of a seed, a family and switches; return the PDF and what it says.

    The same arguments give the same bytes. Raises ``KeyError`` for a family or renderer that
    does not exist.
    """
    model = paper(dice)
    if renderer == "typst":
        model = to_typst.fit(model)
        return to_typst.draw(model), Truth(dice.seed, dice.family, renderer, model, None)
    try:
        model = fitted(model)
        pages, placed = set_paper(model)
    except TooTallError:
        model = fitted(paper(replace(dice, off=dice.off | {"row spans", "long notes"})))
        pages, placed = set_paper(model)
    pdf = _CANVAS[renderer](pages, model)
    return pdf, Truth(dice.seed, dice.family, renderer, model, placed)


def papers(
    families: Iterable[str], renderers: Iterable[str], seeds: Iterable[int], folder: Path
) -> Iterator[tuple[Path, Truth]]:
    """Draw a paper for each seed, family and renderer into *folder*; yield the file and its truth.

    Hold layouts out by naming the other families only: a family's papers share nothing with
    another's but words, faces and rules. The same arguments give the same bytes.
    """
    families, renderers = list(families), list(renderers)
    for seed in seeds:
        for family in families:
            for renderer in renderers:
                pdf, truth = draw(Dice(seed, family), renderer)
                path = folder / f"{family.replace(' ', '_')}_{renderer}_{seed}.pdf"
                path.write_bytes(pdf)
                yield path, truth
