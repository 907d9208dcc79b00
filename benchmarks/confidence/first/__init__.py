"""The first families of papers: the reader is developed with them."""

from __future__ import annotations

from benchmarks.confidence.first.families import ACTIONS, draw
from benchmarks.confidence.first.families import FAMILIES as _INDICATORS
from benchmarks.confidence.first.look import RULINGS

__all__ = ["FAMILIES", "RULINGS", "draw"]

FAMILIES: tuple[str, ...] = (*_INDICATORS, ACTIONS)
