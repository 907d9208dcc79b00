"""Small multiples: a panel for each series, on sheets that print on A4 across.

A panel shows year-end results; a series that has none shows its parts of years. Both never stand
in one panel: the latest part of a year is then given in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from crossfoot.charts.frame import (
    Frame,
    axis_width,
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
from crossfoot.charts.room import Rect
from crossfoot.charts.scale import scale_of
from crossfoot.charts.style import GREY, INK, LOOKS, mark, rule
from crossfoot.charts.svg import (
    Attributes,
    Markup,
    join,
    lines_of_text,
    number,
    shortened,
    tag,
    width_of,
)
from crossfoot.output import printable
from crossfoot.plot_data import Dot, Drawing, values
from crossfoot.points import printed

# A4 across, less a margin of 5 mm, at 96 to the inch; the edge is the rest of the margin.
SHEET_WIDTH, SHEET_HEIGHT, _EDGE = 1085, 756, 19
_COLUMNS, _GUTTER = 4, 22
_PANEL, _ROW_GAP = 132, 8
_FOOT, _GROUP = 28, 23
_TITLE, _WORDS, _AXIS, _NOTE = 10.5, 10.5, 9, 8.5
_STEPS = 2
_MARK, _LEAST_MARK, _PAD = 3.6, 2.4, 9
# ASCII alone: other digits are not numbers of a code.
_CODE = re.compile(r"([^0-9]*)([0-9]*)")
_LETTERS = re.compile(r"[A-Za-z&]+")


@dataclass(frozen=True)
class Group:
    """Panels under one heading, on the same axis of years."""

    council: str
    name: str
    years: range
    drawings: tuple[Drawing, ...]


def groups(drawings: Iterable[Drawing]) -> list[Group]:
    """Return the series by council and family of codes, each in order of code.

    Every panel of a council has the same years, from its first figure to its last.
    """
    found = []
    ordered = sorted(drawings, key=_order)
    one = len({_council(drawn) for drawn in ordered}) == 1
    for council, several in groupby(ordered, key=_council):
        own = list(several)
        years = range(min(d.years.start for d in own), max(d.years.stop for d in own))
        for _, panels in groupby(own, key=lambda drawn: _family(drawn).casefold()):
            members = tuple(panels)
            family = _family(members[0]) or "without a code"
            name = family if one else f"{council} · {family}"
            found.append(Group(council, printable(name), years, members))
    return found


def _council(drawn: Drawing) -> str:
    return drawn.line.head.council or "Council unknown"


def _family(drawn: Drawing) -> str:
    found = _LETTERS.match(drawn.line.head.code or "")
    return found[0] if found else drawn.line.head.code or ""


def _order(drawn: Drawing) -> tuple[object, ...]:
    head = drawn.line.head
    # Series without a code stand last; 9 stands before 10.
    family = _family(drawn)
    code = tuple(
        (word.casefold(), int(digits or 0))
        for word, digits in _CODE.findall((head.code or "").replace("_", " "))
    )
    return (_council(drawn), not family, family.casefold(), code, head.title or "", head.series_id)


@dataclass(frozen=True)
class _Placed:
    x: float
    y: float
    group: Group
    drawn: Drawing


@dataclass(frozen=True)
class _Heading:
    x: float
    y: float
    columns: int
    words: str


@dataclass(frozen=True)
class _Sheet:
    headings: list[_Heading]
    panels: list[_Placed]


def _rows(found: Sequence[Group]) -> Iterator[list[tuple[Group, Drawing]]]:
    """Yield rows of panels. Families share a row, councils do not."""
    for _, several in groupby(found, key=lambda group: group.council):
        cells = [(group, drawn) for group in several for drawn in group.drawings]
        for start in range(0, len(cells), _COLUMNS):
            yield cells[start : start + _COLUMNS]


def _sheets(found: Sequence[Group], top: float) -> list[_Sheet]:
    """Fill sheets row by row; a row that begins a group, or a sheet, has its headings above."""
    bottom = SHEET_HEIGHT - _EDGE - _FOOT
    sheets: list[_Sheet] = []
    begun: set[str] = set()
    y = float(bottom)
    for row in _rows(found):
        fresh = any(group.name not in begun for group, _ in row)
        if y + _PANEL + (_GROUP if fresh else 0) > bottom:
            sheets.append(_Sheet([], []))
            y, fresh = top, True
        if fresh:
            sheets[-1].headings.extend(_headings(row, y, begun))
            y += _GROUP
        for column, (group, drawn) in enumerate(row):
            sheets[-1].panels.append(_Placed(_EDGE + column * _STRIDE, y, group, drawn))
        begun.update(group.name for group, _ in row)
        y += _PANEL + _ROW_GAP
    return sheets


def _headings(
    row: Sequence[tuple[Group, Drawing]], y: float, begun: set[str]
) -> Iterator[_Heading]:
    column = 0
    for name, cells in groupby(row, key=lambda cell: cell[0].name):
        columns = len(list(cells))
        words = f"{name}, continued" if name in begun else name
        yield _Heading(_EDGE + column * _STRIDE, y, columns, words)
        column += columns


_WIDTH = (SHEET_WIDTH - 2 * _EDGE - (_COLUMNS - 1) * _GUTTER) / _COLUMNS
_STRIDE = _WIDTH + _GUTTER


def sheets(title: str, drawings: Sequence[Drawing]) -> list[Markup]:
    """Return the sheets, each :data:`SHEET_WIDTH` by :data:`SHEET_HEIGHT`."""
    shown = [replace(d, parts=()) if d.results else d for d in drawings]
    inside = SHEET_WIDTH - 2 * _EDGE
    key, height = legend(shown, _EDGE, _EDGE + 24, inside, 10.5)
    found = _sheets(groups(drawings), _EDGE + 24 + height + 8)
    scales = [scale_of(_values(drawn), _STEPS, drawn.unit) for drawn in drawings]
    left = max(axis_width(scale, d.unit, _AXIS) for scale, d in zip(scales, drawings, strict=True))
    return [
        _sheet(sheet, f"{title} · sheet {place} of {len(found)}", key, left)
        for place, sheet in enumerate(found, start=1)
    ]


def _sheet(sheet: _Sheet, title: str, key: Markup, left: float) -> Markup:
    parts = [label(_EDGE, _EDGE + 13, title, 15, {"font-weight": 600}), key]
    for heading in sheet.headings:
        width = heading.columns * _STRIDE - _GUTTER
        [words] = shortened(heading.words, width, 12, most=1, bold=True) or [""]
        paint: Attributes = {"font-weight": 600, "fill": GREY}
        parts.append(label(heading.x, heading.y + 12, words, 12, paint))
        y = heading.y + 17
        parts.append(rule((heading.x, y), (heading.x + width, y), {"stroke": GREY}))
    for placed in sheet.panels:
        where = f"translate({number(placed.x)} {number(placed.y)})"
        body = _panel(placed.drawn, placed.group, left)
        parts.append(tag("g", {"transform": where, "class": "panel"}, body))
    y = SHEET_HEIGHT - _EDGE - _FOOT + 14
    for line in shortened(_sources(sheet), SHEET_WIDTH - 2 * _EDGE, _NOTE, most=2):
        parts.append(label(_EDGE, y, line, _NOTE, {"fill": GREY}))
        y += 11
    return join(*parts)


def _sources(sheet: _Sheet) -> str:
    papers = {
        (dot.point.file_name, dot.point.published_on)
        for placed in sheet.panels
        for dot in _dots(placed.drawn)
    }
    names = [
        name + (f" (published {day.isoformat()})" if day else "")
        for name, day in sorted(papers, key=str)
    ]
    return printable("Sources: " + "; ".join(names) + ". Every point links to its page.")


def _dots(drawn: Drawing) -> tuple[Dot, ...]:
    return drawn.results or drawn.parts_alike


def _values(drawn: Drawing) -> list[Decimal]:
    """What a panel's value axis must hold."""
    targets = [target.value for target in drawn.targets] if drawn.results else []
    return values(_dots(drawn)) + targets


def _panel(drawn: Drawing, group: Group, left: float) -> Markup:
    """Return one panel with its corner at the origin."""
    whole = bool(drawn.results)
    dots = _dots(drawn)
    box = Rect(left, 45, _WIDTH, _PANEL - 16)
    # Over many years marks must be smaller to stand beside each other.
    size = max(_LEAST_MARK, min(_MARK, (box.x1 - box.x0) / len(group.years) * 0.3))
    frame = Frame(box, group.years, scale_of(_values(drawn), _STEPS, drawn.unit), size, _PAD)
    parts = [_title(drawn)]
    for place, line in enumerate(shortened(drawn.line.name, _WIDTH, _TITLE, most=2, bold=True)):
        parts.append(label(0, 10 + place * 12.5, line, _TITLE, {"font-weight": 600}))
    parts.append(_latest(drawn))
    parts.append(gaps(frame, drawn.blank))
    parts.append(value_axis(frame, drawn.unit, _AXIS))
    parts.append(year_axis(frame, _AXIS))
    parts.append(runs(frame, _runs(drawn), part=not whole))
    if whole:
        parts.extend(target_mark(frame, target) for target in drawn.targets)
        parts.extend(joint_rule(frame, joint.when) for joint in drawn.joints)
    parts.extend(dot_marks(frame, dot) for dot in dots)
    return join(*parts)


def _runs(drawn: Drawing) -> list[tuple[Dot, ...]]:
    """The runs whose dots are drawn."""
    if drawn.results:
        return list(drawn.result_runs)
    alike = drawn.parts_alike
    return [run for run in drawn.part_runs if run[0] in alike]


def _title(drawn: Drawing) -> Markup:
    return tag("title", {}, lines_of_text([drawn.line.name, drawn.line.where]))


def _latest(drawn: Drawing) -> Markup:
    """Return the latest value with period and status, and the latest part of a year after it."""
    latest = drawn.latest
    unit = "" if drawn.unit in (None, "%", "£") else f" {drawn.unit}"
    words = f"{printed(latest.point)}{unit} in {latest.point.period}{_status(latest)}"
    after = max(drawn.parts, key=lambda dot: dot.when, default=latest)
    if drawn.results and after.when > latest.when:
        words += f" · {after.point.period}: {printed(after.point)}{_status(after)}"
    wide = width_of(words, _WORDS) > _WIDTH - 13
    size = _AXIS if wide else _WORDS
    [line] = shortened(printable(words), _WIDTH - 13, size, most=1) or [""]
    sign = mark(latest.point.status, 5, 35.5, _MARK)
    return join(sign, label(13, 39, line, size, {"fill": INK}))


def _status(dot: Dot) -> str:
    look = LOOKS.get(dot.point.status or "")
    return f", {look.name}" if look else ""
