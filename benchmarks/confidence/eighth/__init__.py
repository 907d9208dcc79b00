"""The eighth families of papers: kept apart, drawn as authorities' own papers of 1999 to 2026 are.

They are drawn from what authorities print and not from what the reader reads: standards of
Northern Ireland, forces beside their most similar ones, profiles with quartiles, refreshed area
agreements, tenants' measures, a framework of adult care over what it is counted, surveys, a
brigade's months, a waste partnership's quarters row under row, outcomes that each have a period of
their own, a company's slides, and five kinds of plans of actions. Their layouts, words, measures,
page furniture and producers are none of another set's; how a table is described to a producer, the
values, the calendar and the days of plans are those of the fifth, the fourth and the sixth, signs
and placed pages those of the seventh. Money, posts, sites, grants and abbreviations stand in some
papers: they are in no truth, so that whatever is read from them is wrong.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.confidence.eighth.annual import (
    area_refresh,
    care_framework,
    force_annual,
    irish_standards,
    peer_profile,
    survey_results,
    tenant_measures,
)
from benchmarks.confidence.eighth.inyear import (
    board_slides,
    fire_months,
    outcomes_framework,
    waste_partnership,
)
from benchmarks.confidence.eighth.look import FONTS
from benchmarks.confidence.eighth.plans import (
    integrated_risk,
    library_tasks,
    milestone_register,
    peer_challenge,
    safety_partnership,
)
from benchmarks.confidence.fifth.blocks import RULINGS
from benchmarks.confidence.model import Drawn

__all__ = ["FAMILIES", "FONTS", "RULINGS", "draw"]

FAMILIES: dict[str, Callable[[random.Random, str], Drawn]] = {
    family.__name__: family
    for family in (
        irish_standards,
        library_tasks,
        fire_months,
        peer_profile,
        integrated_risk,
        board_slides,
        tenant_measures,
        peer_challenge,
        force_annual,
        waste_partnership,
        area_refresh,
        safety_partnership,
        outcomes_framework,
        care_framework,
        milestone_register,
        survey_results,
    )
}


def draw(family: str, ruling: str, seed: int) -> Drawn:
    """Draw the paper of a seed: the same every time, and the same truth."""
    return FAMILIES[family](random.Random(f"eighth {family} {ruling} {seed}"), ruling)
