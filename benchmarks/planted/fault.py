"""What a planted fault is."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

from benchmarks.planted.world import Paper


class Planted(NamedTuple):
    """What was planted: which papers print otherwise now, and whose code the finding must name.

    ``code`` is None for a fault that belongs to no code (a total).
    """

    papers: frozenset[int]
    code: str | None


class Fault(NamedTuple):
    """A kind of fault, the rules of which one must find it, and how it is planted.

    ``plant`` returns None where these papers offer no place for it.
    """

    kind: str
    rules: frozenset[str]
    plant: Callable[[random.Random, Sequence[Paper]], Planted | None]
