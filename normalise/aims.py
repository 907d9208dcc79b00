"""Words that head what is aimed at as well as what is said of it: ``Aim``, ``Goal``, a standard.

``Aim`` heads a direction (maximise) or the target, ``Goal`` an objective or the target; a
``National standard`` is a target where the council sets no other. What stands under them tells,
and what stands beside them: behind the names, over figures that can hardly be numbers of aims, in a
table with results and without any other target.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.normalise.columns import Column
from crossfoot.normalise.families import RESULT_FAMILIES

_NAMES = frozenset({"title", "description"})
#: Aims and goals of a plan are numbered, and there are no more of them.
_LAST_NUMBER = 20
_WHOLE = re.compile(r"[0-9]{1,2}")


def heads_targets(column: Column, columns: Sequence[Column], texts: Sequence[str]) -> bool:
    """Whether a column of figures under such a word is one of targets, by *columns* beside it."""
    others = [each for each in columns if each.first != column.first]
    if any(_is_target(each) for each in others):
        return False
    if not any(each.family in RESULT_FAMILIES for each in others):
        return False
    if column.among_figures is not None and column.among_figures.has_period:
        return True
    named = [each.first for each in others if each.family in _NAMES]
    numbers = [text for text in texts if _WHOLE.fullmatch(text) and int(text) <= _LAST_NUMBER]
    return bool(named) and min(named) < column.first and len(numbers) < len(texts)


def _is_target(column: Column) -> bool:
    said = column.among_figures
    return column.family == "target" or (
        said is not None and (said.meaning or "").startswith("target")
    )
