"""Regions of rules closed on the sides where no rule bounds them."""

from __future__ import annotations

from crossfoot.extract import compiled
from crossfoot.extract.rules import Rule

Closed = tuple[list[Rule], list[Rule], bool, bool]


def closed(region: list[Rule], snap: float) -> Closed:
    """Close a grid that no rule bounds on a side.

    Returns its level and its upright rules, and whether top and bottom were open. Tables without
    outer rules, and tables cut by a page end, leave the outermost cells open; rules of the other
    direction that run on past the last one say where the side would be. *region* has rules of both
    directions, those that stand within *snap* points being one.
    """
    if compiled.loops is not None:
        return compiled.loops.close_region(region, snap, Rule)
    level = [rule for rule in region if rule.level]
    upright = [rule for rule in region if not rule.level]
    left, right = _open_sides(level, upright, snap)
    top, bottom = _open_sides(upright, level, snap)
    places = [rule.at for rule in upright]
    start = min(places) if left is None else left
    end = max(places) if right is None else right
    level.extend(Rule(True, at, start, end, 0.0) for at in (top, bottom) if at is not None)
    for side, reaches in ((left, _starts_by), (right, _ends_by)):
        if side is not None:
            heights = [rule.at for rule in level if reaches(rule, side, snap)]
            upright.append(Rule(False, side, min(heights), max(heights), 0.0))
    above = _ended_at(upright, level, True, snap)
    beside = _ended_at(level, upright, False, snap)
    return level + above, upright + beside, top is not None, bottom is not None


def _ended_at(crossing: list[Rule], closing: list[Rule], is_level: bool, snap: float) -> list[Rule]:
    """Return the sides of one direction where rules of the other end at them.

    A cell that spans rows has no rule below it where a page end cuts it between two of its rows.
    """
    places = [rule.at for rule in closing]
    first, last = min(places), max(places)
    by, from_there = first + snap, last - snap  # as _starts_by and _ends_by: hundreds of rules
    return [
        Rule(is_level, at, min(ends), max(ends), 0.0)
        for at, ends in (
            (first, [rule.at for rule in crossing if rule.start <= by]),
            (last, [rule.at for rule in crossing if rule.end >= from_there]),
        )
        if ends
    ]


def _starts_by(rule: Rule, side: float, snap: float) -> bool:
    return rule.start <= side + snap


def _ends_by(rule: Rule, side: float, snap: float) -> bool:
    return rule.end >= side - snap


def _open_sides(
    crossing: list[Rule], closing: list[Rule], snap: float
) -> tuple[float | None, float | None]:
    """Return where the first and the last side are missing, ``None`` where they are not.

    A side is missing where at least two crossing rules run on past the last closing rule and end
    together; one that runs on alone is an underline.
    """
    clearance = 2 * snap
    places = [rule.at for rule in closing]
    first, last = min(places) - clearance, max(places) + clearance
    starts = [rule.start for rule in crossing if rule.start < first]
    ends = [rule.end for rule in crossing if rule.end > last]
    return (
        min(starts) if starts and _shared(starts, min(starts), snap) else None,
        max(ends) if ends and _shared(ends, max(ends), snap) else None,
    )


def _shared(ends: list[float], outermost: float, snap: float) -> bool:
    return sum(abs(end - outermost) <= snap for end in ends) > 1
