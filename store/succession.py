"""Of two printings of one figure in one row, which stands: restated, plain, or not final yet.

A table prints ``2018/19 Outturn`` and ``2018/19 Outturn (restated)`` side by side. The paper itself
says which of the two holds now, by the words or letters at the figure or in its heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

#: What stands in the footnote of a figure that is not final, and of one that is another one now. A
#: revised estimate is an estimate.
NOT_FINAL = (
    *("provisional", "prov", "unaudited", "un-audited", "un audited", "draft", "interim"),
    *("unverified", "unconfirmed", "unvalidated", "subject to", "(p)", "(e)", "(est", "estimate"),
)
RESTATED = (
    *("stated", "statement", "revis", "amend", "correct", "adjust", "updated", "calculated"),
    *("based", "(r)"),
)


class _Printed(Protocol):
    @property
    def figure_id(self) -> str: ...
    @property
    def indicator_id(self) -> str: ...
    @property
    def period(self) -> str | None: ...
    @property
    def basis(self) -> str: ...
    @property
    def footnote(self) -> str | None: ...


_Item = TypeVar("_Item", bound=_Printed)


def standing_rank(footnote: str | None) -> int:
    """2 for a figure that is restated, 0 for one that is not final, 1 for any other."""
    words = (footnote or "").lower()
    if not words:
        return 1
    if any(word in words for word in NOT_FINAL):
        return 0
    return 2 if any(word in words for word in RESTATED) else 1


def superseded(cells: Sequence[_Item]) -> set[str]:
    """The ids of those that their own row prints as another figure now.

    *cells*: printings of one figure with values, in cells.
    """
    if all(item.footnote is None for item in cells):
        return set()
    best: dict[tuple[str, str], int] = {}
    for item in cells:
        if item.period is not None:
            place = item.indicator_id, item.basis
            best[place] = max(best.get(place, 0), standing_rank(item.footnote))
    return {
        item.figure_id
        for item in cells
        if standing_rank(item.footnote) < best.get((item.indicator_id, item.basis), 0)
        and item.period is not None
    }


def standing(cells: Sequence[_Item]) -> list[_Item]:
    """Those of *cells* that no other of their row supersedes."""
    gone = superseded(cells)
    return [item for item in cells if item.figure_id not in gone]


def rank_in_sql(figure: str) -> str:
    """:func:`standing_rank` of a figure's footnote, as both databases read it."""
    text = f"lower({figure}.footnote)"

    def holds(words: Sequence[str]) -> str:
        return " OR ".join(f"replace({text}, '{word}', '') <> {text}" for word in words)

    return (
        f"CASE WHEN {figure}.footnote IS NULL THEN 1 WHEN {holds(NOT_FINAL)} THEN 0 "
        f"WHEN {holds(RESTATED)} THEN 2 ELSE 1 END"
    )
