"""Families of papers kept apart: nobody mends the reader by looking at them.

They were written without a look at the reader and are for measuring only: a fault that they show is
counted, and mended only together with a new set of families.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.confidence.kept.actions import action_export, action_milestones, service_actions
from benchmarks.confidence.kept.annual import bvpi_plan, nations, year_end
from benchmarks.confidence.kept.levels import split_quarters, split_years
from benchmarks.confidence.kept.look import RULINGS
from benchmarks.confidence.kept.monthly import tracker_column, tracker_rows
from benchmarks.confidence.kept.scorecards import dashboard, same_quarter, scorecard
from benchmarks.confidence.kept.wordy import defined, noted, plan_blocks
from benchmarks.confidence.model import Drawn

__all__ = ["FAMILIES", "RULINGS", "draw"]

FAMILIES: dict[str, Callable[[random.Random, str], Drawn]] = {
    family.__name__: family
    for family in (
        scorecard,
        same_quarter,
        dashboard,
        bvpi_plan,
        year_end,
        nations,
        tracker_column,
        tracker_rows,
        split_quarters,
        split_years,
        plan_blocks,
        defined,
        noted,
        action_export,
        action_milestones,
        service_actions,
    )
}


def draw(family: str, ruling: str, seed: int) -> Drawn:
    """Draw the paper of a seed: the same HTML and truth every time."""
    return FAMILIES[family](random.Random(f"{family} {ruling} {seed}"), ruling)
