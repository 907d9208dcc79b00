"""Grids of tables whose cells are told by the order in which they are painted.

Rows and cells are known before the columns are (:mod:`.content_order`). What is left to the print
is where one column ends and the next begins, and which columns a heading stands over.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extract.by_columns import columns_in_turn, rows_by_columns
from crossfoot.extract.centred import with_centred
from crossfoot.extract.chunks import Blanks, Chunk, PrintLine
from crossfoot.extract.content_order import proven_pairs, told_rows
from crossfoot.extract.ends import check_ends
from crossfoot.extract.gaps import Band, Columns, Refusal
from crossfoot.extract.grid import Grid
from crossfoot.extract.heads import Contents, check_steps, contents_of
from crossfoot.extract.laid import lay_out
from crossfoot.extract.painted import painted_headings
from crossfoot.extract.row_print import telling_of
from crossfoot.extract.told_columns import told_columns
from crossfoot.extract.told_heads import plan_told_headings
from crossfoot.extract.told_parts import regions_of
from crossfoot.extract.told_row import OrderDenied, ToldRow, as_one
from crossfoot.extract.told_rows import plan_rows
from crossfoot.extract.tracts import Region
from crossfoot.extract.unruled import check_rows, check_table
from crossfoot.schema.page import Box, Ruling

_HIGHER = 0.3  # font sizes that a line stands above another of the row below
_AMID = 0.1  # font sizes off the middle; producers round
_MANY = 4  # columns; fewer beside each other may be an address, a date and a place
_INSIDE = 0.3  # font sizes above its baseline: in the midst of a line


def grid_told(region: Region, blanks: Blanks) -> Grid:
    """Return the grid of a region whose cells the content stream tells.

    Raises :class:`Refusal` where it is not told, :class:`OrderDenied` where no cell is.
    """
    return grid_of_rows(region, rows_of(region), blanks)


def rows_of(region: Region) -> list[ToldRow]:
    """Return the rows of a region. Raises :class:`OrderDenied`."""
    lines = [line for band in region.bands for line in band.lines]
    rows = rows_by_columns(lines) or told_rows(lines)
    if region.ruled and any(
        row.top < band.bottom - 1
        and row.bottom > band.bottom + 1
        and not _ends_at(band.bottom, row, region.painted)
        for band in region.bands[:-1]
        for row in rows
    ):
        raise OrderDenied("a rule runs through a row")
    return rows


def _ends_at(rule: float, row: ToldRow, painted: Sequence[Box]) -> bool:
    """Whether a row ends at a separator but for cells that it is none of.

    So the headings do that stand beside two levels of others: *painted* through the separator in
    one piece, or printed over it, where fills end that are painted row by row.
    """
    return all(
        any(one.top + 1 < rule < one.bottom - 1 for one in cell)
        or any(_holds(box, cell) for box in painted)
        for cell in row.cells
        if cell[-1].bottom > rule + 1
    )


def _holds(box: Box, cell: Sequence[Chunk]) -> bool:
    return (
        box.y0 < cell[0].top
        and cell[-1].bottom < box.y1
        and box.x0 - 1 <= min(one.x0 for one in cell)
        and max(one.x1 for one in cell) <= box.x1 + 1
    )


def tables_in(region: Region) -> list[tuple[Region, list[ToldRow]]]:
    """Return the tables below each other in a region, each with its rows; none if none are told."""
    try:
        return regions_of(region, rows_of(region))
    except OrderDenied:
        return []


def grid_of_rows(region: Region, rows: Sequence[ToldRow], blanks: Blanks) -> Grid:
    """Return the grid of a region's rows. Raises :class:`Refusal`."""
    bands = bands_of(rows)
    known = painted_headings(bands, region.painted) if region.painted else None
    if known is not None and _are_printed_again(rows, known.bands):
        known = None
    heading = known.bands if known is not None else headings_of(rows)
    columns = known.columns if known is not None else told_columns(rows, bands, heading, region)
    body = bands[heading:]
    telling = telling_of([line for band in body for line in band.lines], columns, blanks)
    if known is None:
        _check_headings(rows[:heading], columns, contents_of(body, columns))
    plans = known.plans if known else plan_told_headings(bands[:heading], columns)
    planned = plan_rows(rows[heading:], body, columns)
    heads = [chunk for band in bands[:heading] for line in band.lines for chunk in line.chunks]
    check_table(heads, planned, telling, True, _fewest(columns), rows[0].dated)
    check_rows(planned, bands, telling)
    check_ends(region, plans[0], planned, columns)
    plans.extend(with_centred(planned, body, telling))
    drawn = region.bands if region.ruled else bands
    return lay_out(plans, columns, drawn, ruling_of(region, rows[heading:]))


def _check_headings(rows: Sequence[ToldRow], columns: Columns, contents: Contents) -> None:
    """Refuse where the first line of a heading may be one over its neighbours as well.

    It is not where a later heading of the row stands higher than its second line. One painted
    before, as low as that line, shows nothing: it may reach through two rows of headings. Nor is it
    where headings on both sides stand in the middle of its lines: were those in two rows, both
    would reach through them, and be painted with the first row or with the second. And the last
    heading of a row has none below its first line: what stood there would be painted after that.
    Where all are set to one middle a neighbour over a column left blank is of no account.
    """
    if all(map(_has_one_middle, rows)):
        contents = contents._replace(words=contents.words | contents.blank)
    lines = [line for row in rows for cell in row.cells for line in cell]
    unproven = {
        id(cell[1])
        for row in rows
        for at, cell in enumerate(row.cells)
        if len(cell) > 1
        and cell is not row.cells[-1]
        and not any(
            one[0].base < cell[1].base - _HIGHER * one[0].size for one in row.cells[at + 1 :]
        )
        and not (
            any(_is_amid(one, cell) for one in row.cells[:at])
            and any(_is_amid(one, cell) for one in row.cells[at + 1 :])
        )
    }
    check_steps(lines, columns, contents, {id(line) for line in lines} - unproven)


def _has_one_middle(row: ToldRow) -> bool:
    middles = [(cell[0].base + cell[-1].base) / 2 for cell in row.cells]
    return max(middles) - min(middles) <= _AMID * row.cells[0][0].size


def _are_printed_again(rows: Sequence[ToldRow], heading: int) -> bool:
    """Whether the headings stand once more below themselves, where a page begins with both."""
    texts = [[as_one(cell).text for cell in row.cells] for row in rows[: 2 * heading]]
    return texts[:heading] == texts[heading:]


def _is_amid(one: Sequence[Chunk], cell: Sequence[Chunk]) -> bool:
    """Whether a heading of one line stands in the middle of a cell, and of no row of its lines.

    The lines but the first may be a row of their own; nothing in one stands where both are halved.
    """
    base, size = one[0].base, one[0].size
    middle = (cell[0].base + cell[-1].base) / 2
    below = (cell[1].base, cell[-1].base, (cell[1].base + cell[-1].base) / 2)
    return (
        len(one) == 1
        and abs(base - middle) <= _AMID * size
        and all(abs(base - other) > _HIGHER * size for other in (cell[0].base, *below))
    )


def _fewest(columns: Columns) -> int:
    """Return how many rows a table has at least: one below headings is enough of many columns."""
    return 1 if len(columns.edges) - 1 >= _MANY else 2


def check_whole(grid: Grid, lines: Sequence[PrintLine]) -> None:
    """Refuse a grid told otherwise that parts what the order of painting shows to be one cell.

    Of print painted by columns it shows none.
    """
    if columns_in_turn(lines):
        return
    for above, below in proven_pairs(lines):
        x = (above.x0 + above.x1) / 2
        head, foot = (one.base - _INSIDE * one.size for one in (above, below))
        ends = (cell.box.y1 for cell in grid.cells if cell.box.x0 <= x < cell.box.x1)
        if any(head < end <= foot for end in ends):
            raise Refusal("its rows part lines that are painted as one cell")


def bands_of(rows: Sequence[ToldRow]) -> list[Band]:
    """Return a band for each row, with one line that holds each cell as one piece of print."""
    bands = []
    for row in rows:
        cells = tuple(map(as_one, row.cells))
        line = PrintLine(cells[0].base, cells[0].size, cells)
        bands.append(Band(row.top, row.bottom, (line,), False))
    return bands


def ruling_of(region: Region, rows: Sequence[ToldRow]) -> Ruling:
    """Say whether a rule stands between all rows."""
    if not region.ruled:
        return "none"
    held = [sum(band.top < row.top < band.bottom for row in rows) for band in region.bands]
    return "rows" if max(held) == 1 else "none"


def headings_of(rows: Sequence[ToldRow]) -> int:
    """Return how many rows at the top are headings. Raises :class:`Refusal`.

    They are those before the first with values, and before the first section row below them.
    """
    depth = 0
    for row in rows:
        section = len(row.cells) == 1 and any(len(one.cells) > 1 for one in rows[:depth])
        if row.has_values or (section and not row.under):
            break
        depth += 1
    if not depth or depth == len(rows):
        raise Refusal("its columns have no headings")
    return depth
