"""Whether tags and print tell the same cells of a table.

They may differ in what lies around it: a title told as a row, a note, headings that one of them
leaves out. Lines of one heading may be rows of the one and a cell of the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from crossfoot.extract.characters import Run
from crossfoot.extract.gaps import is_value_text
from crossfoot.extract.grid import Grid, GridCell
from crossfoot.extract.places import Places, Spot, spot_of
from crossfoot.extract.tag_cells import ToldTable
from crossfoot.extract.tag_rows import ToldCell

_Pair = tuple[ToldCell, GridCell]
_Stretches = tuple[tuple[int, int], tuple[int, int]]  # a cell's places told both ways


def is_same(table: ToldTable, grids: Sequence[Grid], runs: Sequence[Run]) -> bool:
    """Whether the cells that tags tell are those of *grids*, and none of the page's *runs* others.

    The print may tell blocks with headings of their own as a grid each. Print that only one of the
    two holds may be no figure, date or code.
    """
    places = [Places(grid) for grid in grids]
    pairs: list[list[_Pair]] = [[] for _ in grids]
    first = _first_of_values(table.cells)
    for cell in table.cells:
        spots = {_spot(run, places) for run in cell.runs}
        if spots == {None}:
            if is_value_text(cell.text):
                return False
            continue
        found = [spot for spot in spots if spot is not None]
        held = sorted(grids[number].cells[index] for number, index in found)
        if len(spots) > 1 and (len(found) < len(spots) or not _are_lines(cell, held, first)):
            return False
        pairs[found[0][0]].append((cell, held[0]))
    if any(map(_is_figure, _only_in(places, table, runs))):
        return False
    return all(map(_are_same, pairs))


def _spot(run: Run, places: Sequence[Places]) -> Spot | None:
    """Return the grid, by its number, and the cell that hold the middle of print."""
    return spot_of(places, (run.x0 + run.x1) / 2, (run.y0 + run.y1) / 2)


def _are_lines(cell: ToldCell, held: Sequence[GridCell], first: int) -> bool:
    """Whether cells of a grid are lines of one heading, above row *first*."""
    columns = {(one.column, one.col_span) for one in held}
    return cell.row_end <= first and columns == {(held[0].column, cell.across)}


def _are_same(pairs: Sequence[_Pair]) -> bool:
    first = _first_of_values(cell for cell, _ in pairs)
    body = [pair for pair in pairs if pair[0].row >= first]
    return _shares_none(pairs, first) and _same_columns(pairs) and _same_rows(body)


def _shares_none(pairs: Iterable[_Pair], first: int) -> bool:
    """Whether no cell of the grid holds several, but the lines of a heading above row *first*."""
    held: dict[GridCell, list[ToldCell]] = defaultdict(list)
    for cell, spot in pairs:
        held[spot].append(cell)
    return all(
        len({(cell.column, cell.across) for cell in cells}) == 1
        and (len(cells) == 1 or max(cell.row for cell in cells) < first)
        for cells in held.values()
    )


def _only_in(places: Sequence[Places], table: ToldTable, runs: Iterable[Run]) -> list[Run]:
    """Return the print of grids beside or below what tags tell, and not of it."""
    mine = {id(run) for cell in table.cells for run in cell.runs}
    return [
        run
        for run in runs
        if id(run) not in mine and run.base > table.box.y0 and _spot(run, places) is not None
    ]


def _is_figure(run: Run) -> bool:
    return is_value_text(run.text)


def _same_columns(pairs: Sequence[_Pair]) -> bool:
    """Whether each column is one of the grid's, and each heading stands over the same."""
    beside = Counter(cell.row for cell, _ in pairs)
    return _maps(
        [
            ((cell.column, cell.column_end), (spot.column, spot.column + spot.col_span))
            for cell, spot in pairs
            if beside[cell.row] > 1
        ]
    )


def _same_rows(pairs: Sequence[_Pair]) -> bool:
    """Whether each row is one of the grid's; a name may reach further down by its tag.

    Print alone does not show how far one reaches above blanks.
    """
    stretches = [
        ((cell.row, cell.row_end), (spot.row, spot.row + spot.row_span)) for cell, spot in pairs
    ]
    known = _known(stretches)
    return known is not None and all(
        known.get(start, other) == other
        and all(start <= at < end for at, place in known.items() if other <= place < stop)
        for (start, end), (other, stop) in stretches
    )


def _maps(stretches: Sequence[_Stretches]) -> bool:
    """Whether stretches of places stand over the same places counted otherwise."""
    known = _known(stretches)
    return known is not None and all(
        (start <= at < end) == (other <= place < stop)
        for (start, end), (other, stop) in stretches
        for at, place in known.items()
    )


def _known(stretches: Iterable[_Stretches]) -> dict[int, int] | None:
    """Return which place is which, told by the stretches of one place; ``None`` if denied."""
    known: dict[int, int] = {}
    for (start, end), (other, stop) in stretches:
        if end - start == stop - other == 1 and known.setdefault(start, other) != other:
            return None
    places = [known[at] for at in sorted(known)]
    return known if places == sorted(set(places)) else None


def _first_of_values(cells: Iterable[ToldCell]) -> int:
    """Return the first row with a figure, a date or a code: above it are headings.

    Of two lines told as one cell each may be one.
    """
    return min(
        (cell.row for cell in cells if any(is_value_text(run.text) for run in cell.runs)), default=0
    )
