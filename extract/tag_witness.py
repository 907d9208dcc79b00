"""A structure tree as a witness beside the print: where it tells a table that the print does not.

It is asked only of pages on which the print told a table without upright rules, or refused one.
Where both tell a table and differ nobody knows who is right: it is not read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter

from crossfoot.extract.characters import Run
from crossfoot.extract.chunks import Blanks, Chunk, blanks_of, print_lines
from crossfoot.extract.ends import has_more_rows
from crossfoot.extract.gaps import Band, Refusal
from crossfoot.extract.grid import Grid
from crossfoot.extract.laid import lay_out
from crossfoot.extract.pdfium import Page
from crossfoot.extract.row_print import telling_of
from crossfoot.extract.rules import Rule
from crossfoot.extract.tag_agreement import is_same
from crossfoot.extract.tag_cells import ToldTable, told_tables
from crossfoot.extract.tag_rows import ToldCell
from crossfoot.extract.tagged import is_tagged, marks_of, tagged_tables
from crossfoot.extract.told_grid import bands_of, headings_of
from crossfoot.extract.told_row import ToldRow, as_one
from crossfoot.extract.tried import Printed, Refused, around, holds_figures, meet
from crossfoot.extract.unread import stands_in
from crossfoot.extract.unruled import check_rows, check_table
from crossfoot.schema.page import Box

_DIFFER = "the file's own tags tell its cells otherwise than the print does"
_MOSTLY = 0.5  # of a place that was refused: what a table told by tags answers
_INSIDE = 1.0  # points that a rule reaches into print, to cut it
_LONG = 0.5  # of the table's width: a rule that parts rows


def with_tags(
    printed: Printed, page: Page, runs: Sequence[Run], rules: Sequence[Rule], ruled: Sequence[Grid]
) -> Printed:
    """Return what the print told of a page, with what its structure tree tells besides.

    *runs* are the page's, *ruled* the grids of its *rules*, to which nothing is added.
    """
    if not (printed.grids or printed.refused) or not is_tagged(page):
        return printed
    tables = tagged_tables(page)
    if not tables:
        return printed
    told = told_tables(tables, runs, marks_of(page, runs))
    drawn = [*ruled, *(new for new, _ in printed.opened)]
    blanks = blanks_of(runs) if told else None
    asked = printed.refused
    for table in told:
        if blanks and not any(meet(table.box, grid.box) for grid in drawn):
            others = [other for other in told if other is not table]
            printed = _with_table(printed, (table, others), (runs, rules, blanks), asked)
    if blanks and printed.grids:
        printed = printed._replace(refused=_left(printed, runs, blanks))
    return printed


def _left(printed: Printed, runs: Sequence[Run], blanks: Blanks) -> list[Refused]:
    """What was refused, less what tables told by tags hold: of several one may be left."""
    left: list[Refused] = []
    read = [grid.box for grid in printed.grids]
    for one in printed.refused:
        if not any(meet(one.box, box) for box in read):
            left.append(one)
            continue
        rest = [run for run in runs if stands_in(run, [one.box]) and not stands_in(run, read)]
        rows = [line for line in print_lines(rest, blanks) if holds_figures(line)]
        if rows:
            mine = [run for line in rows for chunk in line.chunks for run in chunk.runs]
            left.append(Refused(around(mine), one.why, len(rows)))
    return left


def _with_table(
    printed: Printed,
    told: tuple[ToldTable, Sequence[ToldTable]],
    page: tuple[Sequence[Run], Sequence[Rule], Blanks],
    asked: Sequence[Refused],
) -> Printed:
    """Add a table that tags tell, if it answers what the print was *asked* and refused.

    Where the print tells one grid of it and of others, each must be the same.
    """
    table, others = told
    runs, rules, blanks = page
    if _is_cut(table, rules):
        return printed
    beside = [grid for grid in printed.grids if meet(table.box, grid.box)]
    if beside:
        theirs = {id(run) for other in others for cell in other.cells for run in cell.runs}
        if is_same(table, beside, [run for run in runs if id(run) not in theirs]):
            return printed
        box = Box.around([table.box, *(grid.box for grid in beside)]).rounded()
        kept = [grid for grid in printed.grids if grid not in beside]
        refused = [*printed.refused, Refused(box, _DIFFER, len(table.plans))]
        return printed._replace(grids=kept, refused=refused)
    if not any(_is_answered(one, table.box) for one in asked):
        return printed
    try:
        grid = grid_of_tags(table, runs, blanks)
    except Refusal:
        return printed
    return printed._replace(grids=[*printed.grids, grid])


def _is_answered(refused: Refused, box: Box) -> bool:
    """Whether most of a place that was refused is the table's, or most of the table its."""
    common = refused.box.overlap(box).area
    return common > _MOSTLY * min(refused.box.area, box.area)


def _is_cut(table: ToldTable, rules: Iterable[Rule]) -> bool:
    """Whether a rule of the page runs through a cell's print: then the cells are others."""
    x0, _, x1, _ = table.box
    for rule in rules:
        if rule.level:
            long = min(rule.end, x1) - max(rule.start, x0) > _LONG * (x1 - x0)
            if long and any(
                cell.top + _INSIDE < rule.at < cell.bottom - _INSIDE for cell in table.cells
            ):
                return True
        elif any(
            cell.x0 + _INSIDE < rule.at < cell.x1 - _INSIDE
            and rule.start < cell.bottom - _INSIDE
            and cell.top + _INSIDE < rule.end
            for cell in table.cells
        ):
            return True
    return False


def grid_of_tags(table: ToldTable, runs: Sequence[Run], blanks: Blanks) -> Grid:
    """Return the grid of a table that tags tell. Raises :class:`Refusal` where it is none.

    *runs* are all of the page: rows that stand right below the table would be more of it.
    """
    rows = _rows_of(table.cells, blanks)
    bands = bands_of(rows)
    heading = headings_of(rows)
    body = bands[heading:]
    telling = telling_of([line for band in body for line in band.lines], table.columns, blanks)
    heads = [chunk for band in bands[:heading] for chunk in band.lines[0].chunks]
    check_table(heads, table.plans[heading:], telling, True)
    check_rows(table.plans[heading:], bands, telling)
    last = bands[-1].lines[-1]
    mine = {id(run) for cell in table.cells for run in cell.runs}
    others = print_lines((run for run in runs if id(run) not in mine), blanks)
    below = [line for line in others if line.base > last.base]
    if has_more_rows(below, last, table.columns):
        raise Refusal("it is open where its last row ends")
    lines = tuple(line for band in bands for line in band.lines)
    whole = Band(table.box.y0, table.box.y1, lines, False)
    return lay_out(table.plans, table.columns, [whole], "none")


def _rows_of(cells: Sequence[ToldCell], blanks: Blanks) -> list[ToldRow]:
    """Return the rows of a table as its print shows them: each cell with its lines downwards."""
    rows: dict[int, list[ToldCell]] = defaultdict(list)
    for cell in cells:
        rows[cell.row].append(cell)
    return [
        ToldRow([_lines_of(cell, blanks) for cell in sorted(rows[at], key=attrgetter("column"))])
        for at in sorted(rows)
    ]


def _lines_of(cell: ToldCell, blanks: Blanks) -> list[Chunk]:
    return [as_one(line.chunks) for line in print_lines(cell.runs, blanks)]
