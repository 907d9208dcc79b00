"""The door to blocks that print the same words: asked for a page's lines, adds their grids."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from crossfoot.extract.block_ends import NoBlocks
from crossfoot.extract.block_forms import are_forms, forms, repeated_labels
from crossfoot.extract.block_strips import are_strips, repeated_headings, strips
from crossfoot.extract.blocks import Told, chunks_of
from crossfoot.extract.characters import Run
from crossfoot.extract.chunks import Blanks, PrintLine
from crossfoot.extract.gaps import Refusal
from crossfoot.extract.grid import Grid
from crossfoot.extract.told_grid import check_whole
from crossfoot.extract.tracts import TABULAR
from crossfoot.extract.tried import Printed, Refused, around, holds_figures, meet, meets
from crossfoot.schema.page import Box

_PAIR = 2  # columns of a label and its text
_TOLD = 2  # rows of figures: what is refused with as many is told


def may_hold_blocks(lines: Sequence[PrintLine]) -> bool:
    """Whether lines that no table holds may be those of blocks; asked of every page."""
    return any(len(line.chunks) >= TABULAR for line in lines) or repeated_labels(lines)


def may_be_blocks(grids: Sequence[Grid]) -> bool:
    """Whether tables that are told may be blocks of one kind: as many columns, the same width."""
    kinds = [(len(grid.xs), round(grid.xs[0])) for grid in grids]
    return len(set(kinds)) < len(kinds)


def read_again(lines: Sequence[PrintLine], blanks: Blanks, found: Printed) -> set[int]:
    """Read tables that are told as blocks where such have feet; return the runs that they hold.

    By itself a table may lack its foot's last row, or have its texts in the first column of values:
    one that is short enough does not show that it stands over more.
    """
    read: set[int] = set()
    for heads in repeated_headings(lines):
        with suppress(Refusal):
            told = strips(lines, heads, blanks)
            if any(one.grid is not None and _has_foot(one.grid) for one in told):
                read |= _kept(told, lines, found)
    return read


def _has_foot(grid: Grid) -> bool:
    """Whether a row of a grid is a label and a text over all other columns."""
    count = len(grid.xs) - 1
    return count > _PAIR and any(
        (cell.column, cell.col_span) == (1, count - 1) for cell in grid.cells
    )


def read_blocks(lines: Sequence[PrintLine], blanks: Blanks, found: Printed) -> set[int]:
    """Read the blocks on the *lines* of a page; return the ids of the runs that stand in them.

    What was refused where they stand is answered. Tables told there, of one block each, are theirs.
    """
    read: set[int] = set()
    for heads in repeated_headings(lines):
        try:
            read |= _kept(strips(lines, heads, blanks), lines, found)
        except NoBlocks:
            continue
        except Refusal as refusal:
            if are_strips(lines, heads):
                _refuse(lines[heads[0].first : heads[-1].last + 1], refusal, found)
    rest = [line for line in lines if id(line.chunks[0].runs[0]) not in read]
    if repeated_labels(rest):
        try:
            read |= _kept(forms(rest), lines, found)
        except NoBlocks:
            pass
        except Refusal as refusal:
            if are_forms(rest):
                _refuse(rest, refusal, found)
    return read


def _kept(told: Sequence[Told], lines: Sequence[PrintLine], found: Printed) -> set[int]:
    """Keep the grids of blocks, return the ids of their runs.

    A table that is told where a block has no grid stays, and so does one of a single block whose
    rows rules part: lines that no rule parts are one row's. Raises :class:`Refusal` where other
    print stands in one.
    """
    told = [
        one
        for one in map(_with_whole_cells, told)
        if not _is_ruled_whole(one, told, found)
        and (one.grid is not None or not _is_told(one, found))
    ]
    grids = [one.grid for one in told if one.grid is not None]
    known = {id(run) for one in told for run in _runs(one.block.lines)}
    others = [run for run in _runs(lines) if id(run) not in known]
    boxes = [one.grid.box if one.grid else around(_runs(one.block.lines)) for one in told]
    beside = [grid for grid in found.grids if any(meet(grid.box, box) for box in boxes)]
    if any(meets(run, box) for box in [*boxes, *(grid.box for grid in beside)] for run in others):
        raise Refusal("other print stands in it")
    found.grids[:] = [grid for grid in found.grids if grid not in beside]
    found.grids.extend(grids)
    found.refused[:] = [
        *(one for one in found.refused if not any(meet(one.box, box) for box in boxes)),
        *(Refused(box, one.why, _TOLD) for box, one in zip(boxes, told, strict=True) if one.why),
    ]
    return known


def _with_whole_cells(one: Told) -> Told:
    """Return a block without its grid where that parts lines that are painted as one cell.

    So the last line of a name would stand as a label, beside that of a remark, in a foot.
    """
    if one.grid is None:
        return one
    try:
        check_whole(one.grid, one.block.head + one.block.body)
    except Refusal as refusal:
        return Told(one.block, None, str(refusal))
    return one


def _is_told(one: Told, found: Printed) -> bool:
    box = around(_runs(one.block.lines))
    return any(meet(grid.box, box) for grid in found.grids)


def _is_ruled_whole(one: Told, told: Sequence[Told], found: Printed) -> bool:
    """Whether a table with rules between its rows holds what a block prints below its name."""
    runs = _runs(one.block.head + one.block.body)
    others = [around(_runs(other.block.head)) for other in told if other is not one]
    return any(
        grid.ruling == "rows"
        and all(meets(run, grid.box) for run in runs)
        and not any(meet(grid.box, box) for box in others)
        for grid in found.grids
    )


def _runs(lines: Sequence[PrintLine]) -> list[Run]:
    return [run for chunk in chunks_of(lines) for run in chunk.runs]


def _refuse(lines: Sequence[PrintLine], refusal: Refusal, found: Printed) -> None:
    """Note why blocks were refused; that goes before what was said of one of them."""
    box = around(_runs(lines))
    beside = [one for one in found.refused if meet(one.box, box)]
    rows = max(_TOLD, sum(map(holds_figures, lines)))
    found.refused[:] = [one for one in found.refused if one not in beside]
    around_all = Box.around([box, *(one.box for one in beside)]).rounded()
    found.refused.append(Refused(around_all, str(refusal), rows))
