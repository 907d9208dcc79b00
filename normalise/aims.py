"""Words that head what is aimed at as well as what is said of it: ``Aim``, ``Goal``, a standard.

``Aim`` heads a direction (maximise) or the target, ``Goal`` an objective or the target; a
``National standard`` is a target where the council sets no other. What stands under them tells,
and what stands beside them: behind the names, over figures that can hardly be numbers of aims, in a
table with results and without any other target, or with targets of other years alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.normalise.columns import Column
from crossfoot.normalise.families import RESULT_FAMILIES

_NAMES = frozenset({"title", "description"})
#: Aims and goals of a plan are numbered, and there are no more of them.
_LAST_NUMBER = 20
#: What a council aims at itself; a standard set by others is no second target beside its own.
_OWN = re.compile(r"\b(?:aim|goal|ambition)s?\b", re.IGNORECASE)
_WHOLE = re.compile(r"[0-9]{1,2}")


def heads_targets(column: Column, columns: Sequence[Column], texts: Sequence[str]) -> bool:
    """Whether a column of figures under such a word is one of targets, by *columns* beside it."""
    others = [each for each in columns if each.first != column.first]
    targets = [each for each in others if _is_target(each)]
    if targets and not _is_of_another_year(column, targets):
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


def _is_of_another_year(column: Column, targets: Sequence[Column]) -> bool:
    """Whether a column headed by the council's own aims for a year is of none of the *targets*."""
    said = column.among_figures
    if said is None or said.period is None or said.period.kind != "year":
        return False
    own = said.period
    times = [(each.among_figures or each).period for each in targets]
    return _OWN.search(column.heading) is not None and all(
        time is not None and (time.end < own.start or own.end < time.start) for time in times
    )
