"""From the corners where edges meet to the cells between them, and from these to tables.

The same answer as pdfplumber's ``intersections_to_cells`` and ``cells_to_tables``, which compare
whole edges, and each cell with each (3,000 cells: 240 ms against 15 here).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from crossfoot.extract.edges import Corner, Meetings

Bounds = tuple[float, float, float, float]

MOST_STEPS = 2_000_000  # for one region; an engineering drawing, not a table


def cells_between(meetings: Meetings) -> list[Bounds] | None:
    """Return ``(x0, top, x1, bottom)`` of the smallest cell below and right of each corner.

    Two corners are connected where they share an edge. Returns ``None`` where the search would take
    too long.
    """
    corners = sorted(meetings)
    columns: dict[float, list[float]] = defaultdict(list)
    rows: dict[float, list[float]] = defaultdict(list)
    for x, y in corners:
        columns[x].append(y)
        rows[y].append(x)
    lowest: dict[Corner, float] = {}
    for x, ys in columns.items():
        names = [meetings[x, y][0] for y in ys]
        lowest.update(zip([(x, y) for y in ys], _reach(names, ys), strict=True))
    rightmost: dict[Corner, float] = {}
    for y, xs in rows.items():
        names = [meetings[x, y][1] for x in xs]
        rightmost.update(zip([(x, y) for x in xs], _reach(names, xs), strict=True))
    cells: list[Bounds] = []
    steps = 0
    for x, top in corners:
        xs, ys = rows[top], columns[x]
        rights = xs[bisect_right(xs, x) : bisect_right(xs, rightmost[x, top])]
        if not rights:
            continue
        for at in range(bisect_right(ys, top), bisect_right(ys, lowest[x, top])):
            bottom = ys[at]
            steps += len(rights)
            end = _corner_across(bottom, rights, rightmost[x, bottom], lowest, top)
            if end is not None:
                cells.append((x, top, end, bottom))
                break
        if steps > MOST_STEPS:
            return None
    return cells


def _corner_across(
    bottom: float, rights: list[float], furthest: float, lowest: dict[Corner, float], top: float
) -> float | None:
    """Return x of the first corner on the lower side that has a corner of the upper above it."""
    for far in rights:
        if far > furthest:
            return None
        if bottom <= lowest[far, top] and (far, bottom) in lowest:
            return far
    return None


def _reach(edges: list[list[int]], places: list[float]) -> list[float]:
    """Return for each place along a line the furthest one that shares an edge with it."""
    ends = places[:]
    for at in range(len(places) - 2, -1, -1):
        one, other = edges[at], edges[at + 1]
        if one == other or not set(one).isdisjoint(other):
            ends[at] = ends[at + 1]
    return ends


def tables_of(cells: list[Bounds]) -> list[list[Bounds]]:
    """Return the groups of two cells and more that share corners, topmost first, then leftmost."""
    parent = list(range(len(cells)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    first: dict[Corner, int] = {}
    for index, (x0, top, x1, bottom) in enumerate(cells):
        for corner in ((x0, top), (x0, bottom), (x1, top), (x1, bottom)):
            other = first.setdefault(corner, index)
            if other != index and parent[other] != parent[index]:
                parent[root(index)] = root(other)
    groups: dict[int, list[Bounds]] = defaultdict(list)
    for index, cell in enumerate(cells):
        groups[root(index)].append(cell)
    tables = [group for group in groups.values() if len(group) > 1]
    return sorted(tables, key=lambda table: min((cell[1], cell[0]) for cell in table))
