"""The chart of one series: year-end results above, parts of years below on an axis of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from crossfoot.charts.frame import (
    Frame,
    axis_width,
    beside,
    dot_marks,
    gaps,
    joint_rule,
    label,
    runs,
    target_mark,
    value_axis,
    year_axis,
)
from crossfoot.charts.legend import legend
from crossfoot.charts.room import Rect, Room, around
from crossfoot.charts.scale import scale_of
from crossfoot.charts.style import GREY, INK, TARGET
from crossfoot.charts.svg import Attributes, Markup, join, width_of, wrapped
from crossfoot.charts.words import caption, direction
from crossfoot.charts.years import year_name
from crossfoot.output import printable
from crossfoot.plot_data import Dot, Drawing, in_order, values
from crossfoot.points import printed

WIDTH = 860
_MARGIN, _PAD = 28, 26
_RESULTS, _PARTS = 270, 170
_TITLE, _SMALL, _AXIS, _LABEL, _NOTE = 18, 13, 12, 12, 10.5
_MARK = 6.0
_STEPS = {_RESULTS: 5, _PARTS: 3}


@dataclass(frozen=True)
class Piece:
    """A finished part of a drawing and its height, to be moved down to its place."""

    body: Markup
    height: float


def chart(drawn: Drawing) -> Piece:
    """Return the chart of one series, :data:`WIDTH` wide."""
    head, top = _head(drawn)
    parts = [head]
    if drawn.joints:
        top += _NOTE
    both = bool(drawn.results and drawn.parts)
    plots = [(drawn.results, _RESULTS), (drawn.parts, _PARTS if both else _RESULTS)]
    plots = [(dots, height) for dots, height in plots if dots]
    scales = [scale_of(_shown(drawn, dots), _STEPS[height], drawn.unit) for dots, height in plots]
    left = _MARGIN + max(axis_width(scale, drawn.unit, _AXIS) for scale in scales)
    for (dots, height), scale in zip(plots, scales, strict=True):
        if len(plots) > 1 or not drawn.results:
            words = "Year-end results" if dots is drawn.results else _parts_heading(drawn)
            parts.append(label(_MARGIN, top + 14, words, _SMALL, {"font-weight": 600}))
            top += 22
        box = Rect(left, top, WIDTH - _MARGIN, top + height)
        frame = Frame(box, drawn.years, scale, _MARK, _PAD)
        parts.append(_plot(frame, drawn, dots))
        top += height + 40
    for line in caption(drawn):
        for words in wrapped(line, WIDTH - 2 * _MARGIN, _NOTE):
            parts.append(label(_MARGIN, top, words, _NOTE, {"fill": GREY}))
            top += 14.5
        top += 3
    return Piece(join(*parts), top + 14)


def _parts_heading(drawn: Drawing) -> str:
    joined = [run for run in drawn.part_runs if len(run) > 1]
    if any(len({dot.part for dot in run}) == 1 for run in joined):
        return "Parts of a year, joined with the same part of the year before"
    return "Parts of a year"


def _head(drawn: Drawing) -> tuple[Markup, float]:
    top, parts = float(_MARGIN), []
    for words in wrapped(drawn.line.name, WIDTH - 2 * _MARGIN, _TITLE, bold=True):
        top += _TITLE * 1.25
        parts.append(label(_MARGIN, top - 6, words, _TITLE, {"font-weight": 600}))
    for words in wrapped(direction(drawn), WIDTH - 2 * _MARGIN, _SMALL):
        top += _SMALL * 1.4
        parts.append(label(_MARGIN, top - 4, words, _SMALL, {"fill": GREY}))
    key, height = legend([drawn], _MARGIN, top + 8, WIDTH - 2 * _MARGIN, _AXIS)
    return join(*parts, key), top + 8 + height + 12


def _shown(drawn: Drawing, dots: Sequence[Dot]) -> list[Decimal]:
    found = values(dots)
    if dots is drawn.results:
        found.extend(target.value for target in drawn.targets)
    return found


def _plot(frame: Frame, drawn: Drawing, dots: Sequence[Dot]) -> Markup:
    whole = dots is drawn.results
    room = Room(frame.box)
    joined = drawn.result_runs if whole else drawn.part_runs
    missing = drawn.blank if whole or not drawn.results else {}
    parts = [
        gaps(frame, missing),
        value_axis(frame, drawn.unit, _AXIS),
        year_axis(frame, _AXIS),
        runs(frame, joined, part=not whole),
    ]
    _take(frame, room, dots, joined)
    if whole:
        parts.extend(target_mark(frame, target) for target in drawn.targets)
        for target in drawn.targets:
            _occupy(room, frame.x(target.year + 0.5), frame.y(target.value), _MARK * 4, 3)
        parts.append(_joints(frame, drawn, room))
    parts.append(_gap_words(frame, missing, room))
    parts.extend(dot_marks(frame, dot) for dot in dots)
    parts.extend(_labels(frame, dots, room))
    return join(*parts)


def _take(frame: Frame, room: Room, dots: Sequence[Dot], joined: Sequence[Sequence[Dot]]) -> None:
    """Take the places of marks and lines, so that no label stands on one."""
    for dot in dots:
        x, y = frame.x(dot.when), frame.y(dot.value)
        _occupy(room, x, y, _MARK * (1.8 if dot.former else 1.2), _MARK * 1.2)
        for place, (_, value) in enumerate(dot.former):
            aside, level = x + beside(frame, place), frame.y(value)
            _occupy(room, aside, level, _MARK, _MARK)
            room.take_line(x, y, aside, level)
        if dot.point.target is not None:
            half = _MARK * 1.9 if dot.part else min(frame.slot * 0.3, _MARK * 4)
            _occupy(room, x, frame.y(dot.point.target), half, 3)
    for run in joined:
        for a, b in pairwise(run):
            room.take_line(frame.x(a.when), frame.y(a.value), frame.x(b.when), frame.y(b.value))


def _occupy(room: Room, x: float, y: float, half: float, up: float) -> None:
    room.take(Rect(x - half, y - up, x + half, y + up))


def _labels(frame: Frame, dots: Sequence[Dot], room: Room) -> list[Markup]:
    """Return the printed values, the latest first: where there is no room one is left out."""
    found = []
    for dot in reversed(dots):
        own = f"{dot.part} {printed(dot.point)}".strip()
        x, y = frame.x(dot.when), frame.y(dot.value)
        found.append(_label(room, own, (x, y), {"fill": INK, "font-weight": 600}))
    for dot in dots:
        for place, (vintage, value) in enumerate(dot.former):
            said = "was" if in_order(vintage) else "also"
            at = (frame.x(dot.when) + beside(frame, place), frame.y(value))
            found.append(_label(room, f"{said} {printed(vintage)}", at, {"fill": GREY}))
    aims = [(dot, target) for dot in dots if (target := dot.point.target) is not None]
    for dot, target in aims[-1:]:
        said = f"target {dot.point.target_as_printed or target}"
        at = (frame.x(dot.when), frame.y(target))
        found.append(_label(room, printable(said), at, {"fill": TARGET}))
    return [one for one in found if one is not None]


def _label(room: Room, words: str, at: tuple[float, float], paint: Attributes) -> Markup | None:
    width = width_of(words, _LABEL, bold="font-weight" in paint) + 2
    box = room.place(around(*at, width, _LABEL * 1.15, _MARK * 1.5))
    if box is None:
        return None
    place: Attributes = {"text-anchor": "middle", "stroke": "#ffffff", "stroke-width": 3}
    halo: Attributes = {**place, "stroke-linejoin": "round", "paint-order": "stroke"}
    return label((box.x0 + box.x1) / 2, box.y1 - _LABEL * 0.25, words, _LABEL, {**halo, **paint})


def _gap_words(frame: Frame, blank: dict[int, str], room: Room) -> Markup:
    """Return what the papers print in place of a figure, or that nothing was found."""
    found = []
    for year, said in blank.items():
        if year not in frame.years:
            continue
        words = f"“{said}” printed" if said else "no figure"
        x = frame.x(year + 0.5)
        half = min(width_of(words, _NOTE), frame.slot) / 2
        box = room.place([Rect(x - half, frame.box.y1 - 18, x + half, frame.box.y1 - 4)])
        if box and width_of(words, _NOTE) <= frame.slot:
            paint: Attributes = {"text-anchor": "middle", "fill": GREY, "font-style": "italic"}
            found.append(label(x, box.y1 - 3, words, _NOTE, paint))
    return join(*found)


def _joints(frame: Frame, drawn: Drawing, room: Room) -> Markup:
    """Return an upright rule where the line goes on under another code."""
    found: list[Markup] = []
    for joint in drawn.joints:
        x = frame.x(joint.when)
        found.append(joint_rule(frame, joint.when))
        words = f"to here {joint.old} · from here {joint.new}"
        half = width_of(words, _NOTE) / 2
        at = min(max(x, frame.box.x0 + half), frame.box.x1 - half)
        room.take(Rect(at - half, frame.box.y0 - 12, at + half, frame.box.y0 + 2))
        found.append(label(at, frame.box.y0 - 3, words, _NOTE, {"text-anchor": "middle"}))
    return join(*found)


def alone(drawn: Drawing) -> str:
    """Return what a reader who does not see the chart is told of it."""
    first, last = drawn.years[0], drawn.years[-1]
    latest = drawn.latest.point
    return (
        f"{drawn.line.name}, {drawn.line.where}, {year_name(first)} to {year_name(last)}. "
        f"Latest: {latest.period} {printed(latest)}."
    )
