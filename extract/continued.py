"""The rows that a table without upright rules has at the head of the next page, without headings.

No headings bear witness to columns there. They are those of the table at the foot of the page
before, or the rows are none of its: every piece of print must stand in one of its columns, and each
gap between its columns must leave room on this page too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossfoot.extract.centred import with_centred
from crossfoot.extract.characters import Run
from crossfoot.extract.chunks import Blanks, Chunk, PrintLine, blanks_of, overlaps, print_lines
from crossfoot.extract.ends import check_ends
from crossfoot.extract.gaps import Band, Columns, Corridor, Refusal, covers_any, narrowed
from crossfoot.extract.grid import Grid
from crossfoot.extract.heads import Plan
from crossfoot.extract.laid import lay_out
from crossfoot.extract.marks import Marks
from crossfoot.extract.own_blanks import with_own_blanks
from crossfoot.extract.row_print import telling_of
from crossfoot.extract.rules import Rule
from crossfoot.extract.stacks import Stack, stacks_of
from crossfoot.extract.told_grid import bands_of, ruling_of, tables_in
from crossfoot.extract.told_row import ToldRow
from crossfoot.extract.told_rows import plan_rows
from crossfoot.extract.tracts import Region, from_line, in_stack
from crossfoot.extract.unruled import check_cells, check_rows, plan_body
from crossfoot.extract.weights import NOT_KNOWN, Weights
from crossfoot.schema.page import Ruling
from crossfoot.schema.text import fold

_NARROWEST = 0.8  # points; a corridor between cells with a padding of half a point
_AROUND = 2.0  # points from the print to the side of a table that no rule shows
_SIDE = 3.0  # points that print may stand out of its rules, and the ends of rules differ
_NARROW = 0.8  # of a table's width; rules as wide may be the table's own
_FURTHEST = 24.0  # points that a page's print may begin left of the other page's
_BASELINE = 1.0  # points that a baseline may stand below the box of its line


class Foot(NamedTuple):
    """The table at the foot of a page, and where print begins on the next page.

    ``first`` is the place, from and to, y in points, of the first line there that is no running
    head. ``heads`` are the texts of its rows of headings, which may be printed again above a row
    that is too few to tell columns by. ``end`` is where, y in points, the page's running foot
    begins.
    """

    grid: Grid
    first: tuple[float, float]
    heads: tuple[tuple[str, ...], ...] = ()
    end: float = float("inf")


class _Page(NamedTuple):
    """A region of a page, the columns that its rows stand in, and headings that may be above."""

    region: Region
    columns: Columns
    blanks: Blanks
    heads: tuple[tuple[str, ...], ...]


def continued(
    marks: Marks,
    rules: Sequence[Rule],
    grids: Sequence[Grid],
    foot: Foot,
    reach: float,
    weights: Weights = NOT_KNOWN,
) -> Grid:
    """Return the grid of the rows that go on with the table of *foot*.

    They are the first print of the page, and stand in none of its ruled *grids*. ``reach`` is how
    far, in points, a rule may stop short of the one it meets. Raises
    :class:`Refusal`.
    """
    top, bottom = foot.first
    runs = [run for run in marks.runs if top < run.base < foot.end and not _is_in(run, grids)]
    blanks = blanks_of(marks.runs)
    why = "no row stands there"
    for found in _regions(stacks_of(rules, marks.fills, reach), runs, blanks, foot):
        region, own = with_own_blanks(found, blanks)
        if not top < _first(region).base <= bottom + _BASELINE:
            continue
        part, rows = _first_table(region._replace(weights=weights))
        if _first(part).base > bottom + _BASELINE:
            why = "a title stands above its rows"
            continue
        try:
            grid = _grid(part._replace(above=None), rows, own, foot)
        except Refusal as refusal:
            why = str(refusal)
            continue
        if grid.ruling == foot.grid.ruling:
            return grid
        why = "its rows are told otherwise than those of the table before"
    raise Refusal(why)


def _is_in(run: Run, grids: Sequence[Grid]) -> bool:
    x, y = (run.x0 + run.x1) / 2, (run.y0 + run.y1) / 2
    return any(grid.xs[0] <= x <= grid.xs[-1] and grid.ys[0] <= y <= grid.ys[-1] for grid in grids)


def _first(region: Region) -> PrintLine:
    return region.bands[0].lines[0]


def _regions(
    stacks: Sequence[Stack], runs: Sequence[Run], blanks: Blanks, foot: Foot
) -> Iterator[Region]:
    """Yield the stretches of the page that may be the rows, told as those before were.

    Between rules, or without where none told the rows of the page before.
    """
    xs, ruled = foot.grid.xs, foot.grid.ruling == "rows"
    lines = print_lines(runs, blanks)
    if lines and not ruled:
        end = _next_table(stacks, lines, foot)
        yield from_line([line for line in lines if line.base < end])
    for stack in stacks:
        if not ruled or max(abs(stack.left - xs[0]), abs(stack.right - xs[-1])) <= _SIDE:
            left, right = stack.left - _SIDE, stack.right + _SIDE
            inside = [run for run in runs if left <= run.x0 and run.x1 <= right]
            for region in in_stack(stack, print_lines(inside, blanks), fewest=1):
                if ruled or not _is_slice(region, runs, inside):
                    yield region


def _is_slice(region: Region, runs: Sequence[Run], inside: Sequence[Run]) -> bool:
    """Whether print stands beside a region's, which is *inside* its separators.

    Painted cells of some columns are no separators of rows that reach over others.
    """
    known = set(map(id, inside))
    top, bottom = region.bands[0].lines[0].top, region.bands[-1].lines[-1].bottom
    return any(top < run.base < bottom and id(run) not in known for run in runs)


def _next_table(stacks: Sequence[Stack], lines: Sequence[PrintLine], foot: Foot) -> float:
    """Return where rules begin that are narrower than a table without, and hold all print there.

    They are those of another table, a key below this one; it has print of the table before it.
    Without such it is below everything.
    """
    xs, first = foot.grid.xs, foot.first[1]
    for stack in sorted(stacks, key=lambda stack: stack.heights[0]):
        top, bottom = stack.heights[0], stack.heights[-1]
        narrower = stack.right - stack.left < _NARROW * (xs[-1] - xs[0])
        inside = [line for line in lines if top < line.base < bottom]
        if top <= first or not narrower or not inside:
            continue
        if all(
            stack.left - _SIDE <= line.chunks[0].x0 and line.chunks[-1].x1 <= stack.right + _SIDE
            for line in inside
        ):
            return top
    return float("inf")


def _first_table(region: Region) -> tuple[Region, list[ToldRow]]:
    """Return what stands in a region above the headings of another table, and the rows there.

    There are no rows where the order of painting tells none; then it is the whole region.
    """
    tables = tables_in(region)
    return tables[0] if tables else (region, [])


def _grid(region: Region, rows: Sequence[ToldRow], blanks: Blanks, foot: Foot) -> Grid:
    """Return the grid of a region in the columns of the table before. Raises Refusal.

    *rows* are those that the order of painting tells, if it does.
    """
    lines = [line for band in region.bands for line in band.lines]
    if any(map(overlaps, lines)):
        raise Refusal("print stands over other print")
    page = _Page(region, _on_columns(lines, foot.grid), blanks, foot.heads)
    try:
        grid = _told(page, rows)
    except Refusal:
        grid = _spaced(page, lines)
    return grid._replace(headless=True)


def _on_columns(lines: Sequence[PrintLine], before: Grid) -> Columns:
    """Return the columns of a table as the print of its next page leaves them. Raises Refusal."""
    chunks = [chunk for line in lines for chunk in line.chunks]
    left = min(chunk.x0 for chunk in chunks) - _AROUND
    right = max(chunk.x1 for chunk in chunks) + _AROUND
    if left < before.xs[0] - _FURTHEST or any(
        chunk.x1 <= before.xs[0] or chunk.x0 >= before.xs[-1] for chunk in chunks
    ):
        raise Refusal("print stands beside the columns of the table before")
    gaps = [Corridor(*stretch) for stretch in before.slack]
    lone = {id(line.chunks[0]) for line in lines if len(line.chunks) == 1}
    over = [chunk for chunk in chunks if id(chunk) in lone and covers_any(chunk, gaps)]
    known = set(map(id, over))
    bound = [chunk for chunk in chunks if id(chunk) not in known]
    slack = tuple(narrowed(_left_by(bound, gap), over) for gap in gaps)
    if any(gap.hi - gap.lo < _NARROWEST for gap in slack):
        raise Refusal("print stands between the columns of the table before")
    inner = [gap.middle for gap in slack]
    edges = min(left, before.xs[0]), *inner, max(right, before.xs[-1])
    return Columns(edges, slack)


def _left_by(chunks: Sequence[Chunk], gap: Corridor) -> Corridor:
    """Return what print leaves of a gap between columns. Raises Refusal where that is nothing.

    Print that stands whole in it belongs to the column on neither side.
    """
    lo, hi = gap
    for chunk in chunks:
        if chunk.x1 <= gap.lo or chunk.x0 >= gap.hi:
            continue
        if (chunk.x0 < gap.lo) == (chunk.x1 > gap.hi):
            raise Refusal(f"“{chunk.text}” stands in no column of the table before")
        if chunk.x0 < gap.lo:
            lo = max(lo, chunk.x1)
        else:
            hi = min(hi, chunk.x0)
    return Corridor(lo, hi)


def _told(page: _Page, rows: Sequence[ToldRow]) -> Grid:
    """Return the grid of rows that the order of painting tells. Raises Refusal."""
    if not rows:
        raise Refusal("no order tells its rows")
    bands = bands_of(rows)
    check_cells(bands, page.columns)
    plans = plan_rows(rows, bands, page.columns)
    return _checked(page, bands, plans, ruling_of(page.region, rows))


def _spaced(page: _Page, lines: Sequence[PrintLine]) -> Grid:
    """Return the grid of rows that rules or the spacing of their lines tell."""
    region = page.region
    check_cells(region.bands, page.columns)
    telling = telling_of(lines, page.columns, page.blanks, region.weights)
    plans, ruling = plan_body(region.bands, telling, region, len(page.columns.edges) - 1)
    if any(row.top < at - 1 and row.bottom > at + 1 for at in region.cuts for row in plans):
        raise Refusal("a rule runs through a row")
    return _checked(page, region.bands, plans, ruling)


def _checked(page: _Page, bands: Sequence[Band], plans: Sequence[Plan], ruling: Ruling) -> Grid:
    """Lay rows out, *bands* with their cells, that are no headings and end with the region.

    Raises :class:`Refusal`.
    """
    region, columns = page.region, page.columns
    depth = _repeated(page, bands, plans)
    end = plans[depth - 1].bottom if depth else float("-inf")
    body = [line for band in bands for line in band.lines if line.bottom > end + _BASELINE]
    if not body:
        raise Refusal("nothing stands below its headings")
    telling = telling_of(body, columns, page.blanks)
    check_rows(plans[depth:], bands, telling)
    check_ends(region, plans[0], plans[depth:], columns)
    whole = [*plans[:depth], *with_centred(plans[depth:], bands, telling)]
    return lay_out(whole, columns, region.bands if region.ruled else bands, ruling)


def _repeated(page: _Page, bands: Sequence[Band], plans: Sequence[Plan]) -> int:
    """Return how many rows at the top are the headings of the table before, all or none."""
    found = tuple(_texts(plan, bands, page.columns) for plan in plans[: len(page.heads)])
    return len(found) if found == page.heads else 0


def _texts(plan: Plan, bands: Sequence[Band], columns: Columns) -> tuple[str, ...]:
    """Return the texts in a row, left to right, each its lines downwards."""
    cells: dict[int, list[str]] = {}
    for band in bands:
        for line in band.lines:
            for chunk in line.chunks:
                if plan.top <= (chunk.top + chunk.bottom) / 2 < plan.bottom:
                    cells.setdefault(columns.span(chunk)[0], []).append(chunk.text)
    return tuple(fold(" ".join(cells[at])) for at in sorted(cells))
