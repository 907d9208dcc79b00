"""Which target stands beside a result."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from crossfoot.schema.values import Basis
from crossfoot.store.order import latest
from crossfoot.store.printing import Printing
from crossfoot.store.succession import is_tentative


class Targets:
    """The targets with a value among *found*, by what they can stand beside."""

    def __init__(self, found: Iterable[Printing]) -> None:
        self._by_period: dict[tuple[str, str], list[Printing]] = defaultdict(list)
        self._by_row: dict[str, list[Printing]] = defaultdict(list)
        for item in found:
            if item.measure != "target" or item.value is None:
                continue
            if item.period is not None:
                self._by_period[item.series_id, item.period].append(item)
            if item.speaks_of is not None:
                self._by_row[item.indicator_id].append(item)

    def beside(self, shown: Printing) -> Printing | None:
        """Return the target beside *shown*: of its own row, else paper, else the latest.

        A provisional one only where no other is printed as near. None where there are several and
        nothing says which one holds.
        """
        return _chosen(shown, self._candidates(shown))

    def in_paper(self, shown: Printing) -> Printing | None:
        """Return the target beside *shown* in its own paper."""
        found = self._candidates(shown)
        return _chosen(shown, [item for item in found if item.document_id == shown.document_id])

    def _candidates(self, shown: Printing) -> list[Printing]:
        if shown.measure not in ("outturn", "actual"):
            return []
        found = [
            *self._by_period.get((shown.series_id, shown.period or ""), ()),
            *self._by_row.get(shown.indicator_id, ()),
        ]
        fitting = [item for item in found if _is_target_of(item, shown)]
        fitting = fitting or [item for item in found if _is_printed_beside(item, shown)]
        return list({item.figure_id: item for item in fitting}.values())


def _chosen(shown: Printing, found: Sequence[Printing]) -> Printing | None:
    own = [item for item in found if item.indicator_id == shown.indicator_id]
    near = own or [item for item in found if item.document_id == shown.document_id] or found
    if not near:
        return None
    firm = [each for each in near if not is_tentative(each.footnote)]
    last, decided_by = latest(firm or list(near))
    return None if decided_by == "unknown" else last


def _is_target_of(target: Printing, shown: Printing) -> bool:
    basis: Basis = "annual" if shown.measure == "outturn" else shown.basis
    if target.basis != basis:
        return False
    if target.period is not None and target.period == shown.period:
        return True
    # A target to date under the year's heading, in the row of a quarter that ends on its day.
    same_row = target.indicator_id == shown.indicator_id
    return same_row and target.speaks_of is not None and target.speaks_of == shown.period_end


def _is_printed_beside(target: Printing, shown: Printing) -> bool:
    """Whether a row prints a target for the very quarter of its result, of no known basis.

    Not where the result grows through the year: there it may be the year's target.
    """
    return (
        shown.measure == "actual"
        and shown.basis in ("in_period", "unknown")
        and target.basis == "unknown"
        and target.indicator_id == shown.indicator_id
        and target.period is not None
        and target.period == shown.period
    )
