"""The sixth families of papers: drawn as councils' own papers of 1999 to 2024 are.

They are drawn from what councils print and not from what the reader reads: Best Value schedules,
area agreements, benchmarks of Scotland and Wales, returns of police and fire authorities, systems'
exports, workbooks' scorecards, monthly figures, landlords' reports, reports in prose, and six kinds
of plans of actions, one of them beside indicators. Their layouts, words, measures, page furniture
and producers are none of another set's; how a table is described to a producer, the values and
the calendar are those of the fifth and the fourth. Budgets and registers of risks stand in some
papers: they are in no truth, so that whatever is read from them is wrong.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.confidence.fifth.blocks import RULINGS
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.sixth.look import FONTS
from benchmarks.confidence.sixth.national import (
    authority_return,
    bvpp_schedule,
    laa_return,
    spi_table,
    wales_measures,
)
from benchmarks.confidence.sixth.plans import (
    exported_actions,
    improvement_board,
    plan_tracker,
    scrutiny_log,
    service_plan_actions,
)
from benchmarks.confidence.sixth.review import business_plan_review
from benchmarks.confidence.sixth.services import (
    landlord_report,
    monthly_figures,
    scorecard_workbook,
    service_dashboard,
    system_export,
)

__all__ = ["FAMILIES", "FONTS", "RULINGS", "draw"]

FAMILIES: dict[str, Callable[[random.Random, str], Drawn]] = {
    family.__name__: family
    for family in (
        bvpp_schedule,
        plan_tracker,
        scorecard_workbook,
        service_plan_actions,
        system_export,
        laa_return,
        scrutiny_log,
        monthly_figures,
        landlord_report,
        business_plan_review,
        spi_table,
        exported_actions,
        service_dashboard,
        wales_measures,
        improvement_board,
        authority_return,
    )
}


def draw(family: str, ruling: str, seed: int) -> Drawn:
    """Draw the paper of a seed: the same every time, and the same truth."""
    return FAMILIES[family](random.Random(f"sixth {family} {ruling} {seed}"), ruling)
