"""The third families of papers, of councils that the reader had not been tuned on."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.confidence.model import Drawn
from benchmarks.confidence.third.annual import bv_ahead, five_years, plan_priorities, snapshots
from benchmarks.confidence.third.cards import indicator_forms, indicator_strips, period_list
from benchmarks.confidence.third.compared import care_scorecard, family_group, fire_service
from benchmarks.confidence.third.look import FONTS, RULINGS
from benchmarks.confidence.third.monthly import contact_stats, month_board
from benchmarks.confidence.third.plans import audit_tracker, improvement_plan, project_board
from benchmarks.confidence.third.quarterly import (
    half_years,
    landlord_kpis,
    quarter_runs,
    red_exceptions,
)

__all__ = ["FAMILIES", "FONTS", "RULINGS", "draw"]

FAMILIES: dict[str, Callable[[random.Random, str], Drawn]] = {
    family.__name__: family
    for family in (
        quarter_runs,
        half_years,
        red_exceptions,
        landlord_kpis,
        month_board,
        contact_stats,
        five_years,
        plan_priorities,
        bv_ahead,
        snapshots,
        care_scorecard,
        fire_service,
        family_group,
        indicator_strips,
        indicator_forms,
        period_list,
        improvement_plan,
        project_board,
        audit_tracker,
    )
}


def draw(family: str, ruling: str, seed: int) -> Drawn:
    """Draw the paper of a seed: the same in every language, and the same truth, every time."""
    return FAMILIES[family](random.Random(f"third {family} {ruling} {seed}"), ruling)
