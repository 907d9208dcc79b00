"""What a chart says in words: its subtitle, and below it where every figure stands."""

from __future__ import annotations

from collections.abc import Iterable

from crossfoot.output import printable
from crossfoot.plot_data import Drawing
from crossfoot.points import printed
from crossfoot.store.series import TrendPoint, Vintage

_GOOD = {"higher": "higher is better", "lower": "lower is better"}


def direction(drawn: Drawing) -> str:
    """Return council, unit, and which direction is good where that is known."""
    council = drawn.line.head.council or "council unknown"
    unit = f"in {drawn.unit}" if drawn.unit else ""
    good = _GOOD.get(drawn.line.head.polarity or "", "")
    return printable(" · ".join(part for part in (council, unit, good) if part))


def caption(drawn: Drawing) -> list[str]:
    """Return the footnotes: what was printed before, what is left out, the sources."""
    found = []
    dots = [*drawn.results, *drawn.parts]
    before = [
        f"{_period(vintage)}: {printed(vintage)} ({_place(vintage)})"
        for dot in dots
        for vintage, _ in dot.former
    ]
    if before:
        found.append("Printed before, or elsewhere – " + "; ".join(before) + ".")
    if drawn.targets and not drawn.results:
        said = [
            f"{_period(target.point)}: {printed(target.point)} ({_place(target.point)})"
            for target in drawn.targets
        ]
        found.append("Targets for a whole year – " + "; ".join(said) + ".")
    for reason in dict.fromkeys(reason for reason, _ in drawn.left_out):
        points = [point for why, point in drawn.left_out if why == reason]
        said = [f"{_period(point)}: {printed(point)} ({_place(point)})" for point in points]
        found.append(f"Not drawn, since {reason} – " + "; ".join(said) + ".")
    found.append("Sources – " + "; ".join(_sources(dot.point for dot in dots)) + ".")
    return [printable(line) for line in found]


def _sources(points: Iterable[TrendPoint]) -> list[str]:
    """Return the papers in order, each with its pages and the periods they give."""
    places: dict[tuple[str, str | None, int], list[str]] = {}
    for point in points:
        day = point.published_on.isoformat() if point.published_on else None
        names = places.setdefault((point.file_name, day, point.page), [])
        if _period(point) not in names:
            names.append(_period(point))
    return [
        f"{', '.join(names)}: {file}, p. {page}" + (f", published {day}" if day else "")
        for (file, day, page), names in places.items()
    ]


def _place(printing: TrendPoint | Vintage) -> str:
    return f"{printing.file_name}, p. {printing.page}"


def _period(printing: TrendPoint | Vintage) -> str:
    return printing.period or "no period"
