"""Names of indicators above tables of their periods that only all such tables of a paper tell.

``Calls abandoned`` over ``Quarter | Value | Target`` may be a name or, of one measure that the
paper names elsewhere, a service. Tables of the same headings whose values are of different kinds
(shares, counts, pounds) are not of one measure; where half of the headings or more say what they
count, the others stand in the same place for the same; names of which each leads with another code
are names as well. Where none of it is so, nothing is read from them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from crossfoot.normalise.coded_titles import all_lead_with_codes, may_hold_code
from crossfoot.normalise.columns import Column
from crossfoot.normalise.csi import split_title
from crossfoot.normalise.families import RESULT_FAMILIES
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.roles import Layout, Segment
from crossfoot.schema.page import Row

if TYPE_CHECKING:
    from crossfoot.normalise.sheets import Sheets

_FEWEST = 3


class Naming(NamedTuple):
    """The name over a table, whether it is one for certain, and what tells it beside others'.

    ``kind`` is the unit of all of the table's values, ``None`` where they differ or there are none;
    ``printed`` is the table as it is read without the name.
    """

    name: str
    certain: bool
    headings: tuple[str, ...]
    kind: str | None
    printed: Layout


def kind_of_values(columns: Sequence[Column], rows: Sequence[Row]) -> str | None:
    """The unit of all results and targets in *rows*: ``""`` of plain numbers."""
    kinds: set[str] = set()
    for column in columns:
        if column.family in RESULT_FAMILIES | {"target"}:
            for row in rows:
                cell = row.cell_at(column.first)
                figure = parse_figure(cell.plain) if cell is not None else None
                if figure is not None and figure.state == "value":
                    kinds.add(figure.unit or "")
    return kinds.pop() if len(kinds) == 1 else None


def headings_of(segment: Segment) -> tuple[str, ...]:
    """The headings of a table, by which it is known for one like others."""
    return tuple(column.heading.casefold() for column in segment.columns)


def tell_names_together(sheets: Sheets) -> None:
    """Leave the tables whose names nothing tells as they are printed, unread."""
    alike: defaultdict[tuple[str, ...], list[Naming]] = defaultdict(list)
    for sheet in sheets.worked_on():
        if sheet.naming is not None:
            alike[sheet.naming.headings].append(sheet.naming)
    told = {headings for headings, names in alike.items() if _are_names(names)}
    for sheet in sheets.worked_on():
        naming = sheet.naming
        if naming is None or naming.certain or naming.headings in told:
            continue
        sheet.layout, sheet.kind, sheet.naming = naming.printed, "open", None
        for block, segment in zip(sheet.blocks, naming.printed.segments, strict=True):
            block.segment, block.subject = segment, None


def _are_names(found: Sequence[Naming]) -> bool:
    names = [naming.name for naming in found]
    if len(names) < _FEWEST or len({name.casefold() for name in names}) < len(names):
        return False
    if all_lead_with_codes(names):
        return True
    if any(split_title(name).code is not None or may_hold_code(name) for name in names):
        return False  # what has no code among those may be anything else
    kinds = {naming.kind for naming in found} - {None}
    return len(kinds) > 1 or 2 * sum(naming.certain for naming in found) >= len(found)
