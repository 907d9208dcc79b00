"""The key of a chart: only what stands on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from crossfoot.charts.frame import label
from crossfoot.charts.style import BAND, LINE, LOOKS, PLAIN, hollow, mark, ring, rule, target_bar
from crossfoot.charts.svg import Attributes, Markup, join, tag, width_of
from crossfoot.plot_data import Dot, Drawing, in_order

_Sign = Callable[[float, float], Markup]
_SIGN, _GAP, _R = 26, 20, 5.5


def legend(
    drawings: Iterable[Drawing], left: float, top: float, width: float, size: float
) -> tuple[Markup, float]:
    """Return the key, its entries in as many lines as they need, and its height."""
    x, y, parts = left, top + size, []
    for sign, words in _entries(list(drawings)):
        wide = _SIGN + width_of(words, size)
        if x > left and x + wide > left + width:
            x, y = left, y + size * 1.6
        parts.append(sign(x + _SIGN / 2 - 3, y - size * 0.35))
        parts.append(label(x + _SIGN, y, words, size, {}))
        x += wide + _GAP
    return tag("g", {"class": "key"}, join(*parts)), y - top + size * 0.4


def _entries(drawings: list[Drawing]) -> list[tuple[_Sign, str]]:
    results = [dot for drawn in drawings for dot in drawn.results]
    parts = [dot for drawn in drawings for dot in drawn.parts]
    dots = [*results, *parts]
    former = [vintage for dot in dots for vintage, _ in dot.former]
    found: list[tuple[_Sign, str]] = []
    if results:
        found.append((_line(2.2, None), "Year-end results"))
    if parts:
        found.append((_line(1.1, "4 3"), "Parts of a year"))
    statuses = _statuses(dots)
    if statuses:
        if any(dot.point.status not in LOOKS for dot in dots):
            found.append((_mark(None), PLAIN.name.capitalize()))
        found.extend((_mark(name), LOOKS[name].name.capitalize()) for name in statuses)
    if any(dot.open for dot in dots):
        found.append((lambda x, y: mark(None, x, y, _R, final=False), "Not final (open)"))
    if any(drawn.targets for drawn in drawings) or any(d.point.target is not None for d in dots):
        found.append((lambda x, y: target_bar(x, y, 9), "Target"))
    changes = {vintage.change for vintage in former if in_order(vintage)}
    if changes:
        found.append((_ringed, "Made final" if changes == {"provisional"} else "Restated"))
        found.append((lambda x, y: hollow(x, y, 4.5, ordered=True), "Printed before"))
    if not all(in_order(vintage) for vintage in former):
        said = "Also printed: in no known order, later but not final, or a slip"
        found.append((lambda x, y: hollow(x, y, 4.5, ordered=False), said))
    if any(drawn.blank for drawn in drawings):
        found.append((_band, "No figure in the papers read"))
    return found


def _statuses(dots: list[Dot]) -> list[str]:
    held = {dot.point.status for dot in dots}
    return [name for name in LOOKS if name in held]


def _mark(status: str | None) -> _Sign:
    return lambda x, y: mark(status, x, y, _R)


def _ringed(x: float, y: float) -> Markup:
    return join(ring(x, y, 8), mark(None, x, y, _R))


def _band(x: float, y: float) -> Markup:
    return tag(
        "rect",
        {"x": x - 9, "y": y - 6, "width": 18, "height": 12, "fill": BAND, "stroke": "#cbd2d9"},
    )


def _line(weight: float, dashes: str | None) -> _Sign:
    def sign(x: float, y: float) -> Markup:
        paint: Attributes = {"stroke": LINE, "stroke-width": weight, "stroke-dasharray": dashes}
        return join(rule((x - 10, y), (x + 10, y), paint), mark(None, x, y, _R))

    return sign
