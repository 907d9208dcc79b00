"""Former families of papers, no longer kept apart: the reader is developed with them."""

from __future__ import annotations

from benchmarks.confidence.former.families import ACTIONS, draw
from benchmarks.confidence.former.families import FAMILIES as _INDICATORS
from benchmarks.confidence.former.look import RULINGS

__all__ = ["FAMILIES", "RULINGS", "draw"]

FAMILIES: tuple[str, ...] = (*_INDICATORS, ACTIONS)
