"""Ruling lines: what they are, dashes made whole, and lines that belong to words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import NamedTuple

from crossfoot.extract.characters import Run
from crossfoot.schema.page import Box

_LONGEST_DASH = 12.0  # points
_WIDEST_GAP = 6.0  # points between two dashes
_TOUCHING = 0.2  # points two dashes may lie over each other and yet be two
_FEWEST_DASHES = 4
# An underline stands 0.05 to 0.15 of the font size below the baseline, a line that strikes words
# out 0.25 to 0.35 above it.
_UNDER, _OVER = 0.18, 0.6
_AT_BORDER = (
    0.5  # points; a border's piece ends on the borders it meets, an underline short of them
)
_AROUND = 0.7  # points an underline may reach beyond the words
_TRAILING = 0.35  # of the font size: the blank at a line end is underlined by some producers
_BASE, _SIZE = Run._fields.index("base"), Run._fields.index("size")
_WORD_GAP = 0.45  # of the font size, between two words of a line
_SAME_LINE = 0.4  # points; dashes of one line are drawn at one height


class Rule(NamedTuple):
    """A ruling line, by its centre: ``at`` is y of a level rule, x of an upright one."""

    level: bool
    at: float
    start: float
    end: float
    width: float


def with_dashes_joined(rules: list[Rule], dots: Sequence[Box]) -> list[Rule]:
    """Return the rules, each row of dashes or dots at even distances made one rule.

    ``dots`` are filled marks as long as they are wide.
    """
    short = [rule for rule in rules if rule.end - rule.start <= _LONGEST_DASH]
    if len(short) + len(dots) < _FEWEST_DASHES:
        return rules
    result = [rule for rule in rules if rule.end - rule.start > _LONGEST_DASH]
    for level in (True, False):
        dashes = [rule for rule in short if rule.level == level]
        dashes += [_as_dash(dot, level) for dot in dots]
        for chain in _chains(_in_lines(dashes)):
            if len(chain) >= _FEWEST_DASHES:
                width = max(0.0, *(dash.width for dash in chain))
                result.append(chain[0]._replace(end=chain[-1].end, width=width))
            else:
                result.extend(dash for dash in chain if dash.width >= 0)
    return result


def _as_dash(dot: Box, level: bool) -> Rule:
    """Return a dot as a dash of no width: alone it is no rule."""
    if level:
        return Rule(True, (dot.y0 + dot.y1) / 2, dot.x0, dot.x1, -1.0)
    return Rule(False, (dot.x0 + dot.x1) / 2, dot.y0, dot.y1, -1.0)


def _in_lines(dashes: list[Rule]) -> Iterator[Rule]:
    """Yield the dashes line by line, each line from its start."""
    line: list[Rule] = []
    for dash in sorted(dashes, key=attrgetter("at")):
        if line and dash.at - line[0].at > _SAME_LINE:
            yield from _once(line)
            line = []
        line.append(dash)
    yield from _once(line)


def _once(line: list[Rule]) -> Iterator[Rule]:
    """Yield the dashes of one line from its start, those that lie on each other made one.

    Two cells that meet may each draw the border between them: browsers do so below the heading
    that they repeat on a further page.
    """
    held: Rule | None = None
    for dash in sorted(line, key=attrgetter("start")):
        if held is not None and dash.start < held.end - _TOUCHING:
            held = held._replace(end=max(held.end, dash.end), width=max(held.width, dash.width))
            continue
        if held is not None:
            yield held
        held = dash
    if held is not None:
        yield held


def _chains(dashes: Iterable[Rule]) -> Iterator[list[Rule]]:
    """Yield runs of marks along one line, the gaps between them no wider than a few dashes.

    Where cell meets cell their dashes touch: a low row alone holds too few to be told. What begins
    before the last mark's end is the next line's, however near: one border may be drawn on two.
    """
    chain: list[Rule] = []
    for dash in dashes:
        if chain:
            gap = dash.start - chain[-1].end
            length = max(dash.end - dash.start, chain[-1].end - chain[-1].start)
            even = -_TOUCHING <= gap <= min(_WIDEST_GAP, 3 * length)
            if not even or abs(dash.at - chain[-1].at) > _SAME_LINE:
                yield chain
                chain = []
        chain.append(dash)
    if chain:
        yield chain


def without_underlines(rules: list[Rule], runs: Sequence[Run]) -> list[Rule]:
    """Return the rules without those that underline words or strike them out.

    Such a line stands close under the words or in them, and goes no further out than they: a cell's
    border runs on to the next border. Left in, it would cut a filled cell in two.
    """
    near = _near_rules(rules, runs)
    if not near:
        return rules
    words = _printed_lines([run for run in runs if run.base in near])
    bases = [word[0] for word in words]
    highest = max((word[1] for word in words), default=0.0)
    uprights = sorted((rule for rule in rules if not rule.level), key=attrgetter("at"))
    places = [rule.at for rule in uprights]
    return [
        rule
        for rule in rules
        if not rule.level
        or not _in_words(rule, words, bases, highest)
        or all(_at_border(x, rule.at, uprights, places) for x in (rule.start, rule.end))
    ]


def _near_rules(rules: list[Rule], runs: Sequence[Run]) -> set[float]:
    """Return the baselines of words that a level rule may belong to. Asked of every page."""
    if not runs:
        return set()
    bases = sorted(set(map(itemgetter(_BASE), runs)))  # the words of a line share theirs
    highest = max(map(itemgetter(_SIZE), runs))
    under, over = _UNDER * highest, _OVER * highest
    near: set[float] = set()
    for at in {rule.at for rule in rules if rule.level}:  # a table's rules share theirs
        near.update(bases[bisect_left(bases, at - under) : bisect_right(bases, at + over)])
    return near


def _at_border(x: float, y: float, uprights: list[Rule], places: list[float]) -> bool:
    near = uprights[bisect_left(places, x - 3) : bisect_right(places, x + 3)]
    return any(
        abs(rule.at - x) <= rule.width / 2 + _AT_BORDER and rule.start - 1 <= y <= rule.end + 1
        for rule in near
    )


def _in_words(
    rule: Rule, words: list[tuple[float, float, float, float]], bases: list[float], highest: float
) -> bool:
    first = bisect_left(bases, rule.at - _UNDER * highest)
    last = bisect_right(bases, rule.at + _OVER * highest)
    start, end = rule.start + _AROUND, rule.end - _AROUND
    return any(
        x0 <= start
        and end <= x1 + _TRAILING * size
        and -_UNDER * size < base - rule.at < _OVER * size
        for base, size, x0, x1 in words[first:last]
    )


def _printed_lines(runs: Sequence[Run]) -> list[tuple[float, float, float, float]]:
    """Return baseline, size, left and right of the runs, neighbours on a line made one."""
    lines: list[tuple[float, float, float, float]] = []
    for run in sorted(runs, key=attrgetter("base", "x0")):
        if run.turn:
            continue
        if lines:
            base, size, x0, x1 = lines[-1]
            if run.base == base and run.x0 - x1 < _WORD_GAP * size:
                lines[-1] = base, max(size, run.size), x0, max(x1, run.x1)
                continue
        lines.append((run.base, run.size, run.x0, run.x1))
    return lines
