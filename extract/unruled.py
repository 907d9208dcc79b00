"""Tables whose rules do not close every cell: rules between rows only, or none at all.

The columns are told by the gaps in the print (:mod:`.gaps`), the rows by rules where there are any
and else by the print (:mod:`.breaks`). A table is read whole or not at all.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from crossfoot.extract.breaks import heading_rows, tell_rows
from crossfoot.extract.centred import with_centred
from crossfoot.extract.chunks import Blanks, Chunk, overlaps
from crossfoot.extract.dated_heads import dated_heads
from crossfoot.extract.ends import check_ends
from crossfoot.extract.gaps import (
    Band,
    Columns,
    Corridor,
    Refusal,
    find_corridors,
    heading_depth,
    is_lone,
    is_value,
    without_months,
)
from crossfoot.extract.grid import Grid
from crossfoot.extract.groups import (
    parted,
    plan_groups,
    repeated_groups,
    without_chunks,
    without_upper,
)
from crossfoot.extract.head_heights import are_lower, plan_by_heights
from crossfoot.extract.heads import (
    Plan,
    check_uppers,
    contents_of,
    plain_row,
    plan_heading,
    plan_of,
)
from crossfoot.extract.laid import lay_out
from crossfoot.extract.lone_headings import check_empty, without_empty
from crossfoot.extract.lone_signs import with_signs_joined
from crossfoot.extract.painted import Known, painted_headings
from crossfoot.extract.row_print import Telling, telling_of
from crossfoot.extract.spanners import columns_between, plan_spanned, spanners_of
from crossfoot.extract.tracts import Region
from crossfoot.schema.page import Ruling

_FEWEST_ROWS = 2
_FEWEST_HEADINGS = 2
_LARGER = 0.05  # of the font size
_AROUND = 2.0  # points from the print to the side of a table that no rule shows
_PAGE_NUMBERS = frozenset(("page", "pages", "page no", "page no.", "page number", "page(s)"))


def grid_of(region: Region, blanks: Blanks) -> Grid:
    """Return the grid of a region's table. Raises :class:`Refusal` where it is not told."""
    bands = region.bands
    dated = dated_heads([line.chunks for band in bands for line in band.lines])
    heading = region.headings or heading_depth(bands, dated)
    region = region._replace(bands=with_signs_joined(bands, heading))
    bands = region.bands
    if any(overlaps(line) for band in bands for line in band.lines):
        raise Refusal("print stands over other print")
    painted = painted_headings(bands, region.painted) if region.painted else None
    known = painted or _spanned(region, heading) or _grouped(region, heading)
    if known is not None:
        columns, heading = known.columns, known.bands
    else:
        columns = _columns(bands, heading, region)
    count = len(columns.edges) - 1
    body = bands[heading:]
    below = [line for band in body for line in band.lines]
    telling = telling_of(below, columns, blanks, region.weights)
    if region.ruled:
        by_heights = None if known else plan_by_heights(bands[:heading], body, columns)
        plans = list(known.plans) if known is not None else by_heights or []
        if not plans:
            check_uppers(bands[:heading], columns, contents_of(body, columns))
        for band in bands[:heading] if not plans else ():
            plans.extend(plan_heading(band, columns, contents_of(body, columns)))
        rows, ruling = plan_body(body, telling, region, count)
    elif known is not None:
        plans = known.plans
        below = [line for band in bands for line in band.lines if line.top > plans[-1].bottom - 1]
        rows, ruling = [plan_of(row, count) for row in tell_rows(below, telling)], "none"
    else:
        told = tell_rows([line for band in bands for line in band.lines], telling)
        depth = heading_rows(told, columns)
        plans = [plan_of(told[0], count)]
        if depth > 1:
            zone = _zone(bands, told[depth - 1].bottom)
            by_heights = plan_by_heights([zone], body, columns)
            plans = by_heights or plan_heading(zone, columns, contents_of(body, columns))
        rows, ruling = [plan_of(row, count) for row in told[depth:]], "none"
    if any(row.top < at - 1 and row.bottom > at + 1 for at in region.cuts for row in rows):
        raise Refusal("a rule runs through a row")
    check_table(_within(bands, plans), rows, telling, region.ruled, dated=dated)
    check_rows(rows, bands, telling)
    check_ends(region, plans[0], rows, columns)
    plans.extend(with_centred(rows, body, telling))
    return lay_out(plans, columns, bands, ruling)


def _zone(bands: Sequence[Band], bottom: float) -> Band:
    lines = tuple(line for band in bands for line in band.lines if line.bottom <= bottom + 0.01)
    return Band(bands[0].top, bottom, lines, False)


def _within(bands: Sequence[Band], plans: Sequence[Plan]) -> list[Chunk]:
    """Return the print of the planned rows, which are the first of the table."""
    return [
        chunk
        for band in bands
        for line in band.lines
        for chunk in line.chunks
        if chunk.top < plans[-1].bottom
    ]


def _spanned(region: Region, heading: int) -> Known | None:
    """Return the columns and headings of a table whose upper headings have rules below them."""
    spanners = spanners_of(region.bands[:heading], region.inner) if region.inner else []
    if not spanners:
        return None
    upper = {id(chunk) for spanner in spanners for chunk in spanner.heads}
    bands = without_chunks(region.bands, heading, upper)
    try:
        columns = _columns(bands, heading - len(region.bands) + len(bands), region)
    except Refusal:
        return None
    between_them = columns_between(spanners, columns)
    if between_them is None:
        return None
    plans = plan_spanned(region.bands[:heading], spanners, between_them)
    return Known(between_them, plans, heading) if plans is not None else None


def _grouped(region: Region, heading: int) -> Known | None:
    """Return the columns and headings of a table whose headings repeat under others."""
    found: list[Known] = []
    for groups in repeated_groups(region.bands, heading, ruled=region.ruled):
        bands = without_upper(region.bands, groups)
        try:
            columns = _columns(bands, heading - len(region.bands) + len(bands), region)
        except Refusal:
            continue
        plans = plan_groups(region.bands, groups, columns)
        between = parted(groups, columns) if plans is not None else None
        if plans is None or between is None:
            continue
        if are_lower(groups.lower, region.bands[:heading], between):
            found.append(Known(between, plans, heading))
    return found[0] if len(found) == 1 else None


def _columns(bands: Sequence[Band], heading: int, region: Region) -> Columns:
    """Return the columns that the print tells. Raises :class:`Refusal`."""
    columns = between(bands, find_corridors(bands, heading, region.uprights), region)
    columns = without_empty(bands, heading, columns)
    check_cells(bands, columns)
    check_empty(bands, heading, columns)
    return columns


def between(bands: Sequence[Band], corridors: Sequence[Corridor], region: Region) -> Columns:
    chunks = [chunk for band in bands for line in band.lines for chunk in line.chunks]
    left = min(chunk.x0 for chunk in chunks) - _AROUND
    right = max(chunk.x1 for chunk in chunks) + _AROUND
    left = left if region.left is None else min(region.left, left + _AROUND)
    right = right if region.right is None else max(region.right, right - _AROUND)
    inner = [corridor.middle for corridor in corridors]
    return Columns((left, *inner, right), tuple(corridors))


def check_cells(bands: Sequence[Band], columns: Columns) -> None:
    """Refuse where words that are no phrase stand beside each other in one cell."""
    for band in bands:
        for line in band.lines:
            taken: set[int] = set()
            for chunk in line.chunks:
                first, end = columns.span(chunk)
                if taken.intersection(range(first, end)):
                    raise Refusal(f"words stand apart inside a column (“{chunk.text}”)")
                taken.update(range(first, end))


def plan_body(
    body: Sequence[Band], telling: Telling, region: Region, count: int
) -> tuple[list[Plan], Ruling]:
    """Plan the rows below the headings, and say whether rules told them."""
    if region.ruled and not any(_holds_rows(band, telling) for band in body):
        return [_ruled_row(band, telling, count) for band in body], "rows"
    lines = [line for band in body for line in band.lines]
    rows = tell_rows(lines, telling)
    for band in body[:-1] if region.ruled else ():
        if any(row.top < band.bottom - 1 and row.bottom > band.bottom + 1 for row in rows):
            raise Refusal("a rule runs through a row")
    return [plan_of(row, count) for row in rows], "none"


def _holds_rows(band: Band, telling: Telling) -> bool:
    """Whether a column that tells the rows has several lines in a band."""
    seen: dict[int, int] = {}
    for line in band.lines:
        for chunk in line.chunks:
            first, end = telling.columns.span(chunk)
            if end - first == 1 and first in telling.anchors:
                seen[first] = seen.get(first, 0) + 1
    return any(count > 1 for count in seen.values())


def _ruled_row(band: Band, telling: Telling, count: int) -> Plan:
    chunks = [chunk for line in band.lines for chunk in line.chunks]
    top = min(chunk.top for chunk in chunks)
    bottom = max(chunk.bottom for chunk in chunks)
    spans = [telling.columns.span(chunk) for chunk in chunks]
    if all(end - first == 1 for first, end in spans):
        if len(band.lines) > 1 and _is_titled(band):
            raise Refusal("a title stands in one of its cells")
        return plain_row(top, bottom, count)
    if not is_lone(band) or spans[0][0] != 0:
        raise Refusal("print stands over two columns")
    return Plan(top, bottom, ((0, count, 1),))


def _is_titled(band: Band) -> bool:
    """Whether the last line of a row stands alone and is set larger: the title of what follows."""
    *lines, last = band.lines
    larger = last.size > (1 + _LARGER) * max(line.size for line in lines)
    return larger and len(last.chunks) == 1


def check_table(
    chunks: Sequence[Chunk],
    rows: Sequence[Plan],
    telling: Telling,
    ruled: bool,
    fewest: int = _FEWEST_ROWS,
    dated: Collection[str] = (),
) -> None:
    """Refuse what is no table of interest: lists, contents, text in columns.

    It has *fewest* rows at least. *dated* are texts of headings that look like values.
    """
    columns = telling.columns
    count = len(columns.edges) - 1
    if len(rows) < fewest:
        raise Refusal("it has fewer than two rows")
    headed = {at for chunk in chunks for at in range(*columns.span(chunk))}
    values = any(is_value(one) and one.text not in dated for one in without_months(chunks))
    if len(headed) < count - 1 or values:
        raise Refusal("its columns have no headings")
    anchors = telling.anchors - telling.counting
    if count < 2 or len(anchors) < (1 if ruled else 2 if count > 2 else 3):
        raise Refusal("no columns of figures tell its rows")
    for chunk in chunks:
        if chunk.text.casefold() in _PAGE_NUMBERS:
            raise Refusal("it lists pages")


def check_rows(rows: Sequence[Plan], bands: Sequence[Band], telling: Telling) -> None:
    """Refuse where headings begin another table: a full row without a value among rows of them.

    So do headings below the first row of headings, which name no row.
    """
    columns = telling.columns
    chunks = [chunk for band in bands for line in band.lines for chunk in line.chunks]
    for row in rows:
        mine = [chunk for chunk in chunks if row.top <= (chunk.top + chunk.bottom) / 2 < row.bottom]
        filled = {columns.span(chunk)[0] for chunk in mine}
        told = [chunk for chunk in mine if columns.span(chunk)[0] in telling.anchors]
        full = telling.anchors <= filled or (
            row is rows[0] and 0 not in filled and len(told) >= _FEWEST_HEADINGS
        )
        if full and not any(map(is_value, told)):
            raise Refusal("headings stand among its rows")
