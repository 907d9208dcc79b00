"""The fourth families of papers: weighted as councils use such layouts."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.confidence.fourth.actions import (
    delivery_plan,
    governance_plan,
    service_actions,
    system_actions,
)
from benchmarks.confidence.fourth.annual import (
    annual_outturns,
    area_agreement,
    best_value_plan,
    nations_set,
    service_plan,
)
from benchmarks.confidence.fourth.blocks import FONTS, RULINGS
from benchmarks.confidence.fourth.cards import indicator_blocks
from benchmarks.confidence.fourth.quarterly import (
    exceptions,
    month_grid,
    scorecard,
    system_quarters,
)
from benchmarks.confidence.model import Drawn

__all__ = ["FAMILIES", "FONTS", "RULINGS", "draw"]

FAMILIES: dict[str, Callable[[random.Random, str], Drawn]] = {
    family.__name__: family
    for family in (
        system_quarters,
        scorecard,
        system_actions,
        exceptions,
        annual_outturns,
        service_actions,
        month_grid,
        best_value_plan,
        governance_plan,
        area_agreement,
        nations_set,
        delivery_plan,
        service_plan,
        indicator_blocks,
    )
}


def draw(family: str, ruling: str, seed: int) -> Drawn:
    """Draw the paper of a seed: the same in every language, and the same truth, every time."""
    return FAMILIES[family](random.Random(f"fourth {family} {ruling} {seed}"), ruling)
