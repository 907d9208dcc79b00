"""The second families of papers: kept apart for one reading, since then developed with."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.confidence.model import Drawn
from benchmarks.confidence.second.actions import action_export, action_milestones, service_actions
from benchmarks.confidence.second.annual import bvpi_plan, nations, year_end
from benchmarks.confidence.second.levels import split_quarters, split_years
from benchmarks.confidence.second.look import RULINGS
from benchmarks.confidence.second.monthly import tracker_column, tracker_rows
from benchmarks.confidence.second.scorecards import dashboard, same_quarter, scorecard
from benchmarks.confidence.second.wordy import defined, noted, plan_blocks

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
