"""The fifth families of papers: weighed as councils use such layouts."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.confidence.fifth.actions import (
    audit_requests,
    improvement_actions,
    key_tasks,
    project_tracker,
    risk_responses,
)
from benchmarks.confidence.fifth.annual import (
    best_value_tables,
    national_set,
    nations_outcomes,
    quartile_table,
    year_outturns,
)
from benchmarks.confidence.fifth.blocks import FONTS, RULINGS
from benchmarks.confidence.fifth.quarterly import (
    below_target,
    committee_kpis,
    directorate_card,
    monthly_returns,
    quarters_across,
    small_table,
)
from benchmarks.confidence.model import Drawn

__all__ = ["FAMILIES", "FONTS", "RULINGS", "draw"]

FAMILIES: dict[str, Callable[[random.Random, str], Drawn]] = {
    family.__name__: family
    for family in (
        committee_kpis,
        improvement_actions,
        directorate_card,
        year_outturns,
        key_tasks,
        quarters_across,
        national_set,
        audit_requests,
        monthly_returns,
        best_value_tables,
        below_target,
        project_tracker,
        quartile_table,
        small_table,
        nations_outcomes,
        risk_responses,
    )
}


def draw(family: str, ruling: str, seed: int) -> Drawn:
    """Draw the paper of a seed: the same in every language, and the same truth, every time."""
    return FAMILIES[family](random.Random(f"fifth {family} {ruling} {seed}"), ruling)
