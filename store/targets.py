"""Which target stands beside a result."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from crossfoot.schema.values import Basis
from crossfoot.store.order import latest
from crossfoot.store.printing import Printing


def targets_of(found: Iterable[Printing]) -> Mapping[str, list[Printing]]:
    """Return the targets with a value, by series."""
    targets: dict[str, list[Printing]] = defaultdict(list)
    for item in found:
        if item.measure == "target" and item.value is not None:
            targets[item.series_id].append(item)
    return targets


def target_beside(shown: Printing, targets: Sequence[Printing]) -> Printing | None:
    """Return the target that stands beside *shown*: of its own row, else paper, else the latest.

    None where there are several and nothing says which one holds.
    """
    if shown.measure not in ("outturn", "actual"):
        return None
    found = [item for item in targets if _is_target_of(item, shown)]
    own = [item for item in found if item.indicator_id == shown.indicator_id]
    near = own or [item for item in found if item.document_id == shown.document_id] or found
    if not near:
        return None
    last, decided_by = latest(near)
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
