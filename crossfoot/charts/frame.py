"""One plot of years against values: its axes, its lines, its marks. Charts and panels share it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise

from crossfoot.charts.room import Rect
from crossfoot.charts.scale import Scale, tick_labels
from crossfoot.charts.style import (
    BAND,
    FORMER,
    GREY,
    INK,
    LINE,
    PALE,
    hollow,
    mark,
    ring,
    rule,
    target_bar,
)
from crossfoot.charts.svg import (
    Attributes,
    Markup,
    join,
    lines_of_text,
    place_of,
    tag,
    text,
    width_of,
)
from crossfoot.charts.years import year_name
from crossfoot.output import printable
from crossfoot.plot_data import Dot, Target, in_order
from crossfoot.points import measure, printed, remarks
from crossfoot.store.series import TrendPoint, Vintage

#: What a tooltip says of a value that another paper prints, by how it differs.
NOTES: dict[str, str] = {
    "restated": "printed before the value shown",
    "provisional": "printed as not final, which the value shown is not",
    "slip": "one of the two may be a slip",
    "differs": "which came first is not known",
}


@dataclass(frozen=True)
class Frame:
    """A plot's place on the drawing and its two axes. ``pad`` keeps marks off the edges."""

    box: Rect
    years: range
    scale: Scale
    size: float  # half a mark's width
    pad: float

    def x(self, when: float) -> float:
        """Where a moment stands, in financial years."""
        width = self.box.x1 - self.box.x0
        return self.box.x0 + (when - self.years.start) / len(self.years) * width

    def y(self, value: Decimal) -> float:
        """Where a value stands."""
        height = self.box.y1 - self.box.y0 - 2 * self.pad
        return self.box.y1 - self.pad - self.scale.share(value) * height

    @property
    def slot(self) -> float:
        """The width of a year."""
        return (self.box.x1 - self.box.x0) / len(self.years)


def label(x: float, y: float, words: str, size: float, attributes: Attributes) -> Markup:
    """Return a text whose baseline begins, ends or is centred at (x, y)."""
    given: Attributes = {"x": x, "y": y, "font-size": size, "fill": INK}
    return tag("text", {**given, **attributes}, text(words))


def value_axis(frame: Frame, unit: str | None, size: float) -> Markup:
    """Return the level lines and what they stand for."""
    ticks = frame.scale.ticks
    found = []
    for tick, words in zip(ticks, tick_labels(ticks, unit), strict=True):
        y = frame.y(tick)
        zero = tick == 0 and frame.scale.low < 0
        found.append(_level(frame, y, GREY if zero else PALE))
        place: Attributes = {"text-anchor": "end", "fill": GREY}
        found.append(label(frame.box.x0 - 7, y + size * 0.35, words, size, place))
    return join(*found)


def axis_width(frame_scale: Scale, unit: str | None, size: float) -> float:
    """Return the room that the widest step needs left of the plot."""
    return max(width_of(words, size) for words in tick_labels(frame_scale.ticks, unit)) + 9


def year_axis(frame: Frame, size: float) -> Markup:
    """Return the years below the plot; where they would touch, only every second, third …"""
    bottom = frame.box.y1
    found = [_level(frame, bottom, GREY)]
    every = 1
    wide = width_of("2000/01", size)
    # The last name is moved to the left where it would stand out over the end of the axis.
    needed = wide + 5 + max(0.0, (wide - frame.slot) / 2)
    while every * frame.slot < needed and every < len(frame.years):
        every += 1
    last = frame.years[-1]
    for year in frame.years:
        edge = frame.x(year + 1)
        if year != last:
            found.append(rule((edge, bottom), (edge, bottom + 3), {"stroke": GREY}))
        if (last - year) % every == 0:
            middle = frame.x(year + 0.5)
            words = year_name(year)
            middle = min(middle, frame.box.x1 - width_of(words, size) / 2)
            found.append(label(middle, bottom + size + 4, words, size, {"text-anchor": "middle"}))
    return join(*found)


def _level(frame: Frame, y: float, colour: str) -> Markup:
    return rule((frame.box.x0, y), (frame.box.x1, y), {"stroke": colour, "stroke-width": 1})


def joint_rule(frame: Frame, when: float) -> Markup:
    """Return the upright line where a series goes on under another code."""
    x = frame.x(when)
    paint: Attributes = {"stroke": GREY, "stroke-dasharray": "6 4", "class": "joint"}
    return rule((x, frame.box.y0), (x, frame.box.y1), paint)


def gaps(frame: Frame, years: Iterable[int]) -> Markup:
    """Return a grey band over each year for which no figure is known."""
    top, height = frame.box.y0, frame.box.y1 - frame.box.y0
    return join(
        *(
            tag(
                "rect",
                {"x": frame.x(year), "y": top, "width": frame.slot, "height": height}
                | {"fill": BAND, "class": "gap"},
            )
            for year in years
            if year in frame.years
        )
    )


_PARTS: Attributes = {"stroke-width": 1.1, "stroke-dasharray": "4 3", "class": "parts"}
_RESULTS: Attributes = {"stroke-width": 2.2, "class": "results"}
_OPEN: Attributes = {"stroke-width": 2.2, "stroke-dasharray": "7 4", "class": "open"}


def runs(frame: Frame, found: Sequence[Sequence[Dot]], *, part: bool) -> Markup:
    """Return the lines through runs of dots.

    Parts of a year have a thin dashed line, results a thick one, dashed to and from a figure that
    is not final.
    """
    if part:
        return join(*(_line(frame, run, _PARTS) for run in found if len(run) > 1))
    return join(
        *(
            _line(frame, stretch, _OPEN if is_open else _RESULTS)
            for run in found
            for is_open, stretch in _stretches(run)
        )
    )


def _stretches(run: Sequence[Dot]) -> Iterator[tuple[bool, list[Dot]]]:
    """Yield the stretches of a run between figures that are final, and the others."""
    pairs = ((bool(a.open or b.open), a, b) for a, b in pairwise(run))
    for is_open, group in groupby(pairs, key=lambda pair: pair[0]):
        _, firsts, seconds = zip(*group, strict=True)
        yield is_open, [firsts[0], *seconds]


def _line(frame: Frame, dots: Sequence[Dot], look: Attributes) -> Markup:
    points = " ".join(_at(frame, dot) for dot in dots)
    return tag("polyline", {"points": points, "fill": "none", "stroke": LINE, **look})


def _at(frame: Frame, dot: Dot) -> str:
    return f"{frame.x(dot.when):.2f},{frame.y(dot.value):.2f}"


def beside(frame: Frame, place: int) -> float:
    """Return how far right of its point a former value stands: they may be all but equal."""
    return (2.4 + 2.2 * place) * frame.size


def dot_marks(frame: Frame, dot: Dot) -> Markup:
    """Return a dot with its target and its former values, each a link to its page."""
    x, y, r = frame.x(dot.when), frame.y(dot.value), frame.size
    kind = "part" if dot.part else "result"
    found = []
    if dot.point.target is not None:
        half = r * 1.9 if dot.part else min(frame.slot * 0.3, r * 4)
        bar = target_bar(x, frame.y(dot.point.target), half, r / 2)
        found.append(linked(dot.point, bar, "target"))
    for place, (vintage, value) in enumerate(dot.former):
        aside, level = x + beside(frame, place), frame.y(value)
        dotted: Attributes = {"stroke": FORMER, "stroke-dasharray": "2 2"}
        found.append(rule((x, y), (aside, level), dotted))
        shape = hollow(aside, level, r * 0.7, ordered=in_order(vintage))
        found.append(linked(vintage, shape, "former"))
    if any(in_order(vintage) for vintage, _ in dot.former):
        found.append(ring(x, y, r * 1.75))
    shape = mark(dot.point.status, x, y, r, final=not dot.open)
    found.append(linked(dot.point, shape, kind, dot.open))
    return join(*found)


def target_mark(frame: Frame, target: Target) -> Markup:
    """Return the bar of a target that no result stands beside."""
    half = min(frame.slot * 0.3, frame.size * 4)
    x, y = frame.x(target.year + 0.5), frame.y(target.value)
    return linked(target.point, target_bar(x, y, half, frame.size / 2), "target")


def linked(printing: TrendPoint | Vintage, shape: Markup, kind: str, not_final: str = "") -> Markup:
    """Return the mark of a figure as a link to its page, with what is known of it as tooltip."""
    address = place_of(printing.source_url, printing.file_name, printing.page)
    return tag(
        "a",
        {"href": address, "class": kind},
        tag("title", {}, lines_of_text(told(printing, not_final))),
        shape,
    )


def told(printing: TrendPoint | Vintage, not_final: str = "") -> list[str]:
    """Return what a tooltip says of a figure, line by line."""
    what = " · ".join(part for part in (printing.council, printing.code) if part)
    period = printable(printing.period or "no period named")
    name = measure(printing) if isinstance(printing, TrendPoint) else "printed elsewhere"
    found = [what, f"{period}, {name}: {printed(printing)}"]
    if isinstance(printing, TrendPoint):
        if printing.target_as_printed:
            found.append(f"target: {printing.target_as_printed}")
        if not_final:
            found.append(f"not final: {not_final}")
        if said := remarks(printing):
            found.append(said)
    elif note := NOTES.get(printing.change):
        found.append(note)
    if printing.status:
        found.append(f"status: {printing.status.replace('_', ' ')}")
    found.append(f"{printing.file_name}, page {printing.page}")
    day = printing.published_on
    found.append(
        f"published {day.isoformat()}" if day else "the paper prints no day of publication"
    )
    return [line for line in found if line]
