"""The seventh families of papers: drawn as councils' own papers of 1999 to 2025 are.

They are drawn from what councils print and not from what the reader reads: charter indicators,
returns of parks, of outcomes, of transport and of Wales, dashboards by month, data sets on
children, scorecards of four views, exception reports, landlords' quarters, half years, and five
kinds of plans of actions. Their layouts, words, measures, page furniture and producers are none of
another set's; how a table is described to a producer, the values, the calendar and the days of
plans are those of the fifth, the fourth and the sixth. Money, risks, attendance and names stand in
some papers: they are in no truth, so that whatever is read from them is wrong.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.confidence.fifth.blocks import RULINGS
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.seventh.annual import (
    charter_indicators,
    outcome_agreement,
    park_authority,
    transport_progress,
    welsh_improvement,
)
from benchmarks.confidence.seventh.inyear import (
    balanced_scorecard,
    children_dataset,
    exception_report,
    half_year_monitor,
    highways_months,
    homes_quarterly,
)
from benchmarks.confidence.seventh.look import FONTS
from benchmarks.confidence.seventh.plans import (
    audit_recommendations,
    climate_plan,
    equality_scheme,
    inspection_plan,
    project_export,
)

__all__ = ["FAMILIES", "FONTS", "RULINGS", "draw"]

FAMILIES: dict[str, Callable[[random.Random, str], Drawn]] = {
    family.__name__: family
    for family in (
        highways_months,
        audit_recommendations,
        children_dataset,
        charter_indicators,
        equality_scheme,
        balanced_scorecard,
        transport_progress,
        climate_plan,
        exception_report,
        homes_quarterly,
        outcome_agreement,
        project_export,
        half_year_monitor,
        park_authority,
        inspection_plan,
        welsh_improvement,
    )
}


def draw(family: str, ruling: str, seed: int) -> Drawn:
    """Draw the paper of a seed: the same every time, and the same truth."""
    return FAMILIES[family](random.Random(f"seventh {family} {ruling} {seed}"), ruling)
