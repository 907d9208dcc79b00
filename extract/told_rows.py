"""The rows of a told table's body as plans: cells that reach down through several rows among them.

A name may stand beside two rows, its target and its result. Where it reaches below the first line
of the second row it is of both; then it is so in every row that begins in the same column.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extract.gaps import Band, Columns, Refusal
from crossfoot.extract.heads import Plan
from crossfoot.extract.told_row import ToldRow

_OVERLAP = "its rows overlap"


def plan_rows(rows: Sequence[ToldRow], bands: Sequence[Band], columns: Columns) -> list[Plan]:
    """Plan the rows, *bands* the same with one piece of print for each cell.

    Raises :class:`Refusal`.
    """
    spans = [[columns.span(chunk) for chunk in band.lines[0].chunks] for band in bands]
    if rows[0].under:
        raise Refusal("headings reach down beside its rows")
    begin = _begin(rows, spans)
    plans: list[Plan] = []
    owners: dict[int, int] = {}  # of each column, the row whose cell reaches down
    for at, row in enumerate(rows):
        lone = _lone(spans[at])
        if lone:
            cells = [(0, len(columns.edges) - 1, 1)]
        else:
            cells = [(column, 1, 1) for column in range(len(columns.edges) - 1)]
        plans.append(Plan(row.top, row.bottom, tuple(cells)))
        under = at and not lone and not _lone(spans[at - 1]) and spans[at][0][0] in begin
        if not under or spans[at - 1][0][0] > spans[at][0][0]:
            if row.under:
                raise Refusal(_OVERLAP)
            owners = {}
            continue
        owners = _reaching(rows, spans, at, owners)
        for column, owner in owners.items():
            plans[owner] = _longer(plans[owner], column)
            plans[at] = plans[at]._replace(
                cells=tuple(cell for cell in plans[at].cells if cell[0] != column)
            )
        _shorten(rows, spans, plans, at, owners)
    return plans


def _begin(rows: Sequence[ToldRow], spans: Sequence[Sequence[tuple[int, int]]]) -> set[int]:
    """Return the columns in which rows begin beside cells that reach down.

    The row above one of them holds more than what may be the first line of it. Raises
    :class:`Refusal` where that is open: a line that a page end pushed down begins no row.
    """
    under = [at for at, row in enumerate(rows) if row.under]
    shown = {spans[at][0][0] for at in under if spans[at - 1][-1][0] > spans[at][0][0]}
    for at in range(1, len(rows)):
        first, above = spans[at][0][0], spans[at - 1]
        pushed = first > 0 and len(above) > 1 and above[-1][0] <= first
        if (pushed or rows[at].under) and first not in shown:
            raise Refusal(_OVERLAP)
    return shown


def _lone(spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a row is one text over several columns. Raises where one of several cells is."""
    wide = any(end - first > 1 for first, end in spans)
    if wide and (len(spans) > 1 or spans[0][0] != 0):
        raise Refusal("print stands over two columns")
    return wide


def _reaching(
    rows: Sequence[ToldRow],
    spans: Sequence[Sequence[tuple[int, int]]],
    at: int,
    owners: dict[int, int],
) -> dict[int, int]:
    """Return the columns whose cell above is of this row too, each with the row it begins in.

    They are those left of the row's first cell, and those that stand beside it.
    """
    first = spans[at][0][0]
    filled = {span[0] for span in spans[at]}
    found = {column: owner for column, owner in owners.items() if column < first}
    above = zip(rows[at - 1].cells, spans[at - 1], strict=True)
    for cell, (column, _) in above:
        beside = cell[-1].bottom > rows[at].top + 0.1 * cell[-1].size
        if column < first or beside:
            found[column] = at - 1
    if filled & set(found):
        raise Refusal(_OVERLAP)
    return found


def _longer(plan: Plan, column: int) -> Plan:
    cells = [(c, across, down + (c == column)) for c, across, down in plan.cells]
    return plan._replace(cells=tuple(cells))


def _shorten(
    rows: Sequence[ToldRow],
    spans: Sequence[Sequence[tuple[int, int]]],
    plans: list[Plan],
    at: int,
    owners: dict[int, int],
) -> None:
    """Let the row above end with the cells that do not reach down, and this one with those."""
    own = [
        cell[-1].bottom
        for cell, (column, _) in zip(rows[at - 1].cells, spans[at - 1], strict=True)
        if column not in owners
    ]
    if not own:
        raise Refusal(_OVERLAP)
    reach = max(
        [rows[at].bottom]
        + [
            cell[-1].bottom
            for before in set(owners.values())
            for cell, (column, _) in zip(rows[before].cells, spans[before], strict=True)
            if column in owners
        ]
    )
    plans[at - 1] = plans[at - 1]._replace(bottom=max(own))
    plans[at] = plans[at]._replace(bottom=reach)
