"""What looks like a table and was not read: its rules do not close its cells, nor does its print.

Tables told by their print alone are read in :mod:`.printed`; what it refused is said here, with the
reason, and so is what it did not take for a table.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise

from crossfoot.extract import compiled
from crossfoot.extract.characters import Run
from crossfoot.extract.grid import Grid
from crossfoot.extract.marks import Marks
from crossfoot.extract.regions import SAME_END, join_collinear, level_stacks, meets
from crossfoot.extract.rules import Rule
from crossfoot.extract.tried import Refused
from crossfoot.schema.page import Box, Doubt, TextLine

_FEWEST_RULES = 3
_MOST_RULES = 1000  # joined rules of one page; a drawing
_HIGHEST_ROW = 260.0  # points; half a page between two rules is prose
_COLUMN_GAP = 1.0  # font sizes between two pieces of print on a line: no blank is that wide
_FEWEST_ROWS = 2
_FEWEST_FIGURES = 2  # in a row, beside what they are of
FIGURE = re.compile(r"^[£(-]?\d[\d,.]*\s?[%)*kmK]?$|^[-–]$|^n/a$", re.IGNORECASE)
_ITEM = re.compile(r"^\d{1,3}[.)]?$")
_UNRULED = "figures stand here in columns and no rules between them: a table that was not read"
_LISTED = "names and figures stand here in two columns and no rules between them: not read"
_OUTSIDE = (
    "names stand here beside the rows of a ruled table, outside its rules: not read with them"
)
_FEWEST_NAMED = 4
_MOST_NAMED = 0.6  # of a table's rows; a heading, a total and notes may stand among them
_WIDEST_NAMES = 200.0  # points left of the rules
_IN_A_PAIR = 2
_FEWEST_LISTED = 4
_LIST_PITCH = 2.5  # font sizes from one row of a list to the next; headings stand farther off
_LIST_EDGE = 2.0  # points; the edges of names, and of figures, below each other
_SAYS = "rules stand here between rows and none between columns: a table that was not read"


def unread_tables(
    marks: Marks, rules: list[Rule], grids: Sequence[Box], reach: float
) -> Iterator[Doubt]:
    """Yield a doubt for each stack of level rules of one width with columns of print between them.

    ``rules`` are those of the page; what stands in one of the boxes ``grids`` is read. ``reach`` is
    how far, in points, a rule may stop short of the one it meets.
    """
    level = _outside(rules, grids)
    if len(level) < _FEWEST_RULES:
        return
    loose = level + [rule for rule in rules if not rule.level]
    pieces = join_collinear(loose, reach)
    if not _FEWEST_RULES <= len(pieces) <= _MOST_RULES:
        return
    upright = [rule for rule in pieces if not rule.level]
    alone = [rule for rule in pieces if rule.level and not meets(rule, upright, reach)]
    for stack in level_stacks(alone, _HIGHEST_ROW):
        if len(stack) < _FEWEST_RULES:
            continue
        inside = [
            run
            for run in marks.runs
            if stack[0].start - SAME_END <= run.x0 < stack[0].end and not stands_in(run, grids)
        ]
        if sum(_in_columns(band, inside) for band in pairwise(stack)) >= _FEWEST_ROWS:
            box = Box(stack[0].start, stack[0].at, stack[0].end, stack[-1].at)
            yield Doubt("unread_table", marks.page, box.rounded(), _SAYS)


def stands_in(run: Run, boxes: Iterable[Box]) -> bool:
    """Whether the middle of print stands in one of some boxes."""
    x, y = (run.x0 + run.x1) / 2, (run.y0 + run.y1) / 2
    return any(box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1 for box in boxes)


def unruled_figures(page: int, lines: Sequence[TextLine]) -> Iterator[Doubt]:
    """Yield a doubt where figures stand in columns outside every table.

    *lines* are those of one page; text far apart on one line is apart there as well.
    """
    rows: dict[int, list[TextLine]] = defaultdict(list)
    for line in lines:
        rows[round(line.box.y1 / 2)].append(line)
    tabular = [
        row
        for row in rows.values()
        if len(row) > _FEWEST_FIGURES and _figures(row) >= _FEWEST_FIGURES
    ]
    if len(tabular) >= _FEWEST_ROWS:
        box = reduce(Box.union, (line.box for row in tabular for line in row))
        yield Doubt("unread_table", page, box.rounded(), _UNRULED)
        return
    pairs = sorted(
        (sorted(row, key=_left) for row in rows.values() if len(row) == _IN_A_PAIR),
        key=_foot,
    )
    for listed in _listed(pairs):
        box = reduce(Box.union, (line.box for row in listed for line in row))
        yield Doubt("unread_table", page, box.rounded(), _LISTED)


def names_outside(page: int, grids: Sequence[Grid], lines: Sequence[TextLine]) -> Iterator[Doubt]:
    """Yield a doubt for each ruled table whose rows have their names outside of its rules.

    Left of it a line stands level with most of its rows, one to a row and with nothing between.
    """
    for grid in grids:
        if grid.ruling != "ruled" or len(grid.ys) <= _FEWEST_NAMED:
            continue
        beside = [
            line
            for line in lines
            if line.box.x1 <= grid.xs[0] + _LIST_EDGE
            and line.box.x0 >= grid.xs[0] - _WIDEST_NAMES
            and any(map(str.isalpha, line.text))
        ]
        named = [
            [line for line in beside if top <= (line.box.y0 + line.box.y1) / 2 < bottom]
            for top, bottom in pairwise(grid.ys)
        ]
        alone = [row[0] for row in named if len(row) == 1]
        most = len(alone) >= max(_FEWEST_NAMED, _MOST_NAMED * len(named))
        if most and not any(len(row) > 1 for row in named) and _stand_level(alone):
            box = reduce(Box.union, (line.box for line in alone))
            yield Doubt("unread_table", page, box.rounded(), _OUTSIDE)


def _stand_level(names: Sequence[TextLine]) -> bool:
    """Whether most begin at one place, as names do; the lines of a figure's axis end there."""
    starts = sorted(map(_left, names))
    middle = starts[len(starts) // 2]
    return sum(abs(start - middle) <= _LIST_EDGE for start in starts) * 2 > len(starts)


def _left(line: TextLine) -> float:
    return line.box.x0


def _foot(row: Sequence[TextLine]) -> float:
    return row[0].box.y1


def _listed(pairs: Iterable[Sequence[TextLine]]) -> Iterator[list[Sequence[TextLine]]]:
    """Yield runs of rows that are a name and a figure each, one below the other.

    Numbers that only rise are those of the pages in a table of contents.
    """
    held: list[Sequence[TextLine]] = []
    for row in pairs:
        if not FIGURE.match(row[1].text) or FIGURE.match(row[0].text):
            continue  # two figures are the marks on both sides of a chart
        if held and not _goes_below(held[-1], row):
            yield from _as_list(held)
            held = []
        held.append(row)
    yield from _as_list(held)


def _goes_below(upper: Sequence[TextLine], lower: Sequence[TextLine]) -> bool:
    near = _foot(lower) - _foot(upper) <= _LIST_PITCH * lower[0].size
    level = abs(_left(upper[0]) - _left(lower[0])) <= _LIST_EDGE
    figures = upper[1].box, lower[1].box
    return (
        near
        and level
        and min(abs(figures[0].x0 - figures[1].x0), abs(figures[0].x1 - figures[1].x1))
        <= _LIST_EDGE
    )


def _as_list(rows: list[Sequence[TextLine]]) -> Iterator[list[Sequence[TextLine]]]:
    texts = [row[1].text for row in rows]
    numbers = [int(text) for text in texts if text.isdecimal()]
    rising = len(numbers) == len(texts) and numbers == sorted(numbers)
    if len(rows) >= _FEWEST_LISTED and not rising:
        yield rows


def _figures(row: Sequence[TextLine]) -> int:
    """Return how many figures stand in a row, the number of an item at its head not counted."""
    first = min(row, key=lambda line: line.box.x0)
    numbered = _ITEM.match(first.text) is not None
    return sum(bool(FIGURE.match(line.text)) for line in row) - numbered


def with_reasons(doubts: Sequence[Doubt], refused: Sequence[Refused], page: int) -> list[Doubt]:
    """Return the doubts with why each table was not told from its print, one doubt a place.

    What was refused and holds rows of figures is a doubt of its own.
    """
    result: list[Doubt] = []
    for table in refused:
        near = [doubt for doubt in doubts if doubt.box.overlap(table.box).area]
        told = any(other.box.overlap(table.box).area for other in result)
        if not told and (near or table.rows >= _FEWEST_ROWS):
            says = near[0].message if near else _UNRULED
            box = reduce(Box.union, (doubt.box for doubt in near), table.box)
            result.append(Doubt("unread_table", page, box, f"{says}: {table.why}"))
    for doubt in doubts:
        if not any(doubt.box.overlap(other.box).area for other in result):
            result.append(doubt)
    return result


def beside(box: Box, keys: Iterable[Box]) -> Box:
    """Return what is left of a place above or below keys, the higher of both parts."""
    for key in keys:
        if box.overlap(key).area:
            above = key.y0 - box.y0 > box.y1 - key.y1
            box = box._replace(y1=key.y0) if above else box._replace(y0=min(key.y1, box.y1))
    return box.rounded()


def _outside(rules: list[Rule], grids: Sequence[Box]) -> list[Rule]:
    """Return the level rules that are none of the grids'. Asked of every page."""
    around = [
        (y0 - SAME_END, y1 + SAME_END, x0 - SAME_END, x1 + SAME_END) for x0, y0, x1, y1 in grids
    ]
    if compiled.loops is not None:
        return compiled.loops.rules_outside(rules, around)
    found: list[Rule] = []
    for rule in rules:
        level, at, start, end, _ = rule
        if not level:
            continue
        for top, bottom, left, right in around:
            if top <= at <= bottom and left <= start and end <= right:
                break
        else:
            found.append(rule)
    return found


def _in_columns(band: tuple[Rule, Rule], runs: Sequence[Run]) -> bool:
    """Whether a line between two rules has a gap in it that only columns leave."""
    lines: dict[int, list[Run]] = defaultdict(list)
    for run in runs:
        if band[0].at <= (run.y0 + run.y1) / 2 < band[1].at:
            lines[round(run.base)].append(run)
    return any(
        after.x0 - before.x1 > _COLUMN_GAP * after.size
        for line in lines.values()
        for before, after in pairwise(sorted(line, key=lambda run: run.x0))
    )
