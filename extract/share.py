"""Which cell each run of characters stands in, and where that is not plain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from crossfoot.extract import compiled
from crossfoot.extract.begins import begins_a_cell
from crossfoot.extract.characters import PRINTED_SPACE, Run
from crossfoot.extract.compiled import Loops
from crossfoot.extract.pen import OBLIQUE
from crossfoot.extract.places import Places, Spot, is_alone, spot_of
from crossfoot.extract.watermarks import CAPITALS, may_be_watermark
from crossfoot.schema.page import Box, Doubt

# Of a character's width and height: text this far over a rule was not set to fit.
_OVER, _BELOW = 1 / 3, 1 / 4
_HIGHEST, _DEEPEST = 1.0, 0.3  # font sizes that letters reach above their baseline, and below
_WIDEST_PADDING = 8.0  # points; 5.4 in word processors
_NOWHERE = Box(0.0, 0.0, 0.0, 0.0)
_BLANK = 0.6  # font sizes between two words of a line
_BLANKS_PRINTED = 0.1  # of a page's runs: a page of figures has next to no prose


class Shares(NamedTuple):
    """The runs of each grid's cells, by cell, and those outside; what was not plain."""

    texts: list[dict[int, list[Run]]]
    outside: list[Run]
    doubts: list[Doubt]


def share_out(
    runs: Sequence[Run], places: Sequence[Places], painted: Callable[[int], int], page: int
) -> Shares:
    """Give each character to the cell around its centre.

    Runs go as wholes where their first and last character stand in one cell (cells are convex).
    What was painted in one go, or is cut by a rule through a letter, ran over the edge of its cell
    and stays whole. *painted* tells the text object of the character at an order.
    Slanted text, a watermark as a rule, belongs to no cell; nor does one that stands level.
    """
    if not places:
        return Shares([], list(runs), [])
    sharing = _Sharing(places, painted, page)
    sharing.share(runs)
    if sharing.too_long:
        runs = [piece for run in runs for piece in sharing.split.get(id(run), (run,))]
        blanks = sum(run.space == PRINTED_SPACE for run in runs) >= _BLANKS_PRINTED * len(runs)
    for run in sharing.too_long:
        if not begins_a_cell(run, sharing.shares.texts, places, blanks=blanks):
            _place_whole(sharing.shares, run, runs, places, painted, page)
    return sharing.shares


class _Sharing:
    """Places runs one after the other; most stand in the cell of the one before."""

    def __init__(self, places: Sequence[Places], painted: Callable[[int], int], page: int) -> None:
        self._places = places
        self._painted = painted
        self._page = page
        self._alone = [is_alone(place, places) for place in places]
        self._before: tuple[Run, Spot] | None = None
        self._home: Box | None = None  # the cell before, if no other grid can stand in it
        self._held: list[Run] = []  # the runs of that cell
        self.shares = Shares([defaultdict(list) for _ in places], [], [])
        self.too_long: list[Run] = []
        self.split: dict[int, list[Run]] = {}  # runs shared out by the character

    def share(self, runs: Sequence[Run]) -> None:
        packed = compiled.loops and compiled.loops.pack_places(
            [(*place.grid[:3], one) for place, one in zip(self._places, self._alone, strict=True)]
        )
        if compiled.loops is not None and packed is not None:
            self._share_with(compiled.loops, packed, list(runs))
        else:
            self._share(runs)

    def _share_with(self, loops: Loops, packed: object, runs: list[Run]) -> None:
        """Share with a compiled loop, which stops at what is not plain."""
        at = 0
        while at < len(runs):
            run, spot = self._before or (None, (-1, -1))
            at, run, spot = loops.share_runs(
                packed, runs, at, self.shares.texts, self.shares.outside, run, spot
            )
            if run is not None:
                self._stand(run, spot)
            if at < len(runs):
                self._one_by_one(runs[at])
                at += 1

    def _share(self, runs: Sequence[Run]) -> None:
        for run in runs:
            before, (_, x0, y0, x1, y1, *_) = self._before, run
            left, top, right, bottom = self._home or _NOWHERE
            inside = left <= x0 <= x1 < right and top <= y0 <= y1 < bottom
            if before and inside and run.turn != OBLIQUE:
                # No edge is near, so there is nothing to ask.
                self._held.append(run)
                self._before = run, before[1]
            else:
                self._one_by_one(run)

    def _one_by_one(self, run: Run) -> None:
        waiting = [run]
        while waiting:
            waiting.extend(reversed(self.place(waiting.pop())))

    def place(self, run: Run) -> list[Run]:
        """Put a run into its cell; return its characters where they are to be placed one by one."""
        if run.turn == OBLIQUE or (may_be_watermark(run) and self._lies_over(run)):
            self.shares.outside.append(run)
            return []
        lefts, y = run.lefts, (run.y0 + run.y1) / 2
        first = (run.x0 + (lefts[1] if len(lefts) > 1 else run.x1)) / 2
        last = (lefts[-1] + run.x1) / 2
        if self._before and self._home and _holds(self._home, first, last, y):
            self._inside(run, self._before[1])
            return []
        start = spot_of(self._places, first, y)
        end = start if last == first else spot_of(self._places, last, y)
        if start != end:
            return self._across(run, start, end)
        if start is None:
            self._outside(run)
        else:
            self._inside(run, start)
        return []

    def _lies_over(self, run: Run) -> bool:
        """Whether a large word lies over the edges of cells."""
        x, y = (run.x0 + run.x1) / 2, run.base - CAPITALS * run.size / 2
        points = ((run.x0, y), (run.x1, y), (x, run.base), (x, run.base - CAPITALS * run.size))
        return len({spot_of(self._places, *point) for point in points}) > 1

    def _stand(self, run: Run, spot: Spot) -> Box:
        """Note the run before the next and where it stands; return its cell."""
        self._before = run, spot
        self._held = self.shares.texts[spot[0]][spot[1]]
        box = self._places[spot[0]].grid.cells[spot[1]].box
        self._home = box if self._alone[spot[0]] else None
        return box

    def _inside(self, run: Run, spot: Spot) -> None:
        before = self._before
        if before and before[1] != spot and _is_one_line(before[0], run, self._painted):
            self.too_long.append(run)
        box = self._stand(run, spot)
        self._held.append(run)
        if run.y1 > box.y1 or run.y0 < box.y0 or run.x1 > box.x1 or run.x0 < box.x0:
            _doubt_overflow(self.shares, run, box, self._page)

    def _outside(self, run: Run) -> None:
        self.shares.outside.append(run)
        if not self._before or not _follows(self._before[0], run):
            return
        before = self._before[0]
        if _is_one_line(before, run, self._painted):
            self.too_long.append(run)
        elif len(run.lefts) > 1:
            both = f"{before.text} {run.text}"
            _doubt_touching(self.shares, both, _around([before, run]), self._page)

    def _across(self, run: Run, start: Spot | None, end: Spot | None) -> list[Run]:
        if _is_one_word(run, self._places, start, end, self._painted):
            self.too_long.append(run)
            return []
        _doubt_touching(self.shares, run.text, _around([run]), self._page)
        return self.split.setdefault(id(run), run.split())


def _holds(cell: Box, first: float, last: float, y: float) -> bool:
    return cell[0] <= first <= last < cell[2] and cell[1] <= y < cell[3]


def _is_one_line(before: Run, run: Run, painted: Callable[[int], int]) -> bool:
    """Whether two runs in different cells are words of one line that ran over a cell's edge."""
    return (
        _follows(before, run)
        and (name := painted(run.order)) != 0
        and painted(before.order) == name
    )


def _follows(before: Run, run: Run) -> bool:
    return before.base == run.base and 0 <= run.x0 - before.x1 < _BLANK * run.size


def _is_one_word(
    run: Run,
    places: Sequence[Places],
    start: Spot | None,
    end: Spot | None,
    painted: Callable[[int], int],
) -> bool:
    """Whether a run over a cell's edge is one word: painted in one go, or cut through a letter.

    Two words that meet at a rule make a run as well, where cells have no padding; outside a table
    there is nothing that a word in it could meet.
    """
    if start is None or end is None:
        return True
    name = painted(run.order)
    if name and painted(run.order + len(run.lefts) - 1) == name:
        return True
    left_cell, right_cell = (places[spot[0]].grid.cells[spot[1]].box for spot in (start, end))
    edges = (left_cell.x1, right_cell.x0)
    rights = (*run.lefts[1:], run.x1)
    return any(
        left + _OVER * (right - left) < edge < right - _OVER * (right - left)
        for edge in edges
        for left, right in zip(run.lefts, rights, strict=True)
    )


def _place_whole(
    shares: Shares,
    run: Run,
    runs: Sequence[Run],
    places: Sequence[Places],
    painted: Callable[[int], int],
    page: int,
) -> None:
    """Put a run that is too long for its cell, and what was painted with it, into that cell."""
    name = painted(run.order)
    together = [
        other
        for other in runs
        if other is run or (name and other.base == run.base and painted(other.order) == name)
    ]
    box = _around(together)
    y = (run.y0 + run.y1) / 2
    spots = {
        spot
        for other in together
        for x in (*other.lefts, other.x1)
        if (spot := spot_of(places, x, y)) is not None
    }
    if not spots:
        shares.outside.extend(together)
        return
    home = min(spots, key=lambda spot: _misfit(box, places[spot[0]].grid.cells[spot[1]].box))
    moved = {id(other) for other in together}
    for number, index in spots:
        held = shares.texts[number].get(index, [])
        held[:] = [other for other in held if id(other) not in moved]
    shares.outside[:] = [other for other in shares.outside if id(other) not in moved]
    shares.texts[home[0]][home[1]].extend(together)
    message = f"“{run.text}” runs over the edge of its cell"
    shares.doubts.append(Doubt("straddle", page, box, message))


def _misfit(text: Box, cell: Box) -> tuple[bool, float]:
    """How far text is from standing at the left, in the middle or at the right of a cell.

    Most text stands at the left, a padding away from the rule; that comes first.
    """
    at_left = -1 <= text.x0 - cell.x0 <= _WIDEST_PADDING
    middle = abs(text.x0 + text.x1 - cell.x0 - cell.x1) / 2
    return not at_left, min(abs(text.x0 - cell.x0), middle, abs(text.x1 - cell.x1))


def _doubt_touching(shares: Shares, text: str, box: Box, page: int) -> None:
    """Note words on both sides of a rule that stand as close as letters of one word or line."""
    message = f"“{text}” was shared out between two sides of a rule, and may be one"
    shares.doubts.append(Doubt("touch", page, box, message))


def _doubt_overflow(shares: Shares, run: Run, cell: Box, page: int) -> None:
    """Note text that stands in its cell by its centre but is cut by the cell's edge."""
    top, bottom = run.y0, run.y1
    if top <= run.base <= bottom:  # a font may say that its letters reach farther than any does
        top = max(top, run.base - _HIGHEST * run.size)
        bottom = min(bottom, run.base + _DEEPEST * run.size)
    high = _BELOW * (bottom - top)
    wide = _OVER * (run.x1 - run.x0) / len(run.lefts)
    over = (
        bottom > cell.y1 + high
        or top < cell.y0 - high
        or run.x1 > cell.x1 + wide
        or run.x0 < cell.x0 - wide
    )
    if over:
        message = f"“{run.text}” is cut by the edge of its cell"
        shares.doubts.append(Doubt("overflow", page, _around([run]), message))


def _around(runs: Sequence[Run]) -> Box:
    return Box(
        min(run.x0 for run in runs),
        min(run.y0 for run in runs),
        max(run.x1 for run in runs),
        max(run.y1 for run in runs),
    ).rounded()
