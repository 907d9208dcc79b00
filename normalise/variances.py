"""A printed variance worked out again: the result less the target, or that in percent of it.

Which of these a column prints, and of which result and target, its own rows tell: nearly all
agree on one way. What does not is a slip of the paper, or a figure misread; which, the page shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from crossfoot.normalise.columns import Column
from crossfoot.normalise.families import RESULT_FAMILIES
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.task import Task
from crossfoot.schema.figure import PrintedFigure

_VARIANCE = re.compile(
    r"\bvar(?:iance|iation)?\b|\bdeviation\b|\bdifference\b|\b(?:over|under)\W+(?:over|under)\b",
    re.IGNORECASE,
)
#: Of money, of last year, in time: those are worked out of other columns.
_OF_OTHERS = re.compile(
    r"budget|spend|cost|previous|last|prior|since|date|year on year|reason", re.IGNORECASE
)
#: So many rows must agree on how a variance is worked out, and so many of those that can be.
_FEWEST, _MOSTLY = 4, Decimal("0.75")
_PERCENT = Decimal(100)

#: Of millions and thousands it is not known how far they were rounded.
_SCALED = re.compile(r"\d\s?(?:k|m|bn|thousand|million|billion)\b", re.IGNORECASE)

_Values = tuple[PrintedFigure, PrintedFigure, PrintedFigure]


class _Way(NamedTuple):
    """How a variance is worked out: of which columns, and by what."""

    result: int
    target: int
    said: str
    work: Callable[[Decimal, Decimal], Decimal]
    #: Whether it is in percent of the target.
    is_share: bool


_WAYS: tuple[tuple[str, Callable[[Decimal, Decimal], Decimal], bool], ...] = (
    ("the result less the target", lambda result, target: result - target, False),
    ("the target less the result", lambda result, target: target - result, False),
    (
        "the result less the target in percent of the target",
        lambda result, target: (result - target) / abs(target) * _PERCENT,
        True,
    ),
    (
        "the target less the result in percent of the target",
        lambda result, target: (target - result) / abs(target) * _PERCENT,
        True,
    ),
)


def check_variances(task: Task) -> None:
    """Tell of each variance that is not what nearly all others of its column are."""
    columns = task.columns
    for at, column in enumerate(columns):
        if column.family == "other" and _is_variance(column):
            _check(task, at)


def _is_variance(column: Column) -> bool:
    return (
        _VARIANCE.search(column.heading) is not None and _OF_OTHERS.search(column.heading) is None
    )


def _check(task: Task, at: int) -> None:
    best: tuple[int, _Way, list[tuple[RowView, _Values]]] | None = None
    for way in _ways(task.columns):
        rows = list(_rows(task.all_views, at, way))
        wrong = [row for row in rows if not _agrees(row[1], way)]
        # Where result and target are the same, every way gives nothing.
        telling = [row for row in rows if row[1][1].value != row[1][2].value]
        right = len(telling) - len(wrong)
        enough = right >= _FEWEST and right >= _MOSTLY * len(telling)
        if enough and (best is None or right > best[0]):
            best = right, way, wrong
    if best is None:
        return
    _, way, wrong = best
    for view, (printed, result, target) in wrong:
        assert result.value is not None  # as of all rows that are compared
        assert target.value is not None
        worked = way.work(result.value, target.value)
        expected = _rounded(worked, printed)
        task.desk.tell(
            "figure.variance",
            "warning",
            f"{printed.as_printed} stands under {task.columns[at].heading!r}; {way.said} is "
            f"{expected} ({result.as_printed} and {target.as_printed}), as in the other rows",
            spots=[spot for index in (at, way.result, way.target) for spot in view.spots(index)],
            printed=printed.as_printed,
            expected=expected,
        )


def _ways(columns: Sequence[Column]) -> Iterator[_Way]:
    results = [at for at, each in enumerate(columns) if each.family in RESULT_FAMILIES]
    targets = [at for at, each in enumerate(columns) if each.family == "target"]
    for result, target in product(reversed(results), reversed(targets)):
        for said, work, is_share in _WAYS:
            yield _Way(result, target, said, work, is_share)


def _rows(views: Sequence[RowView], at: int, way: _Way) -> Iterator[tuple[RowView, _Values]]:
    """The rows in which variance, result and target are printed, each once."""
    for view in views:
        read = [_read(view, index) for index in (at, way.result, way.target)]
        if any(each is None for each in read):
            continue
        printed, result, target = (each for each in read if each is not None)
        if way.is_share and not target.value:
            continue
        if result.unit != target.unit and None not in {result.unit, target.unit}:
            continue
        yield view, (printed, result, target)


def _read(view: RowView, index: int) -> PrintedFigure | None:
    spots = view.own.get(index, [])
    if len(spots) != 1:
        return None
    figure = parse_figure(spots[0].cell.plain, spots[0].cell.raised_text)
    if figure.value is None or _SCALED.search(figure.as_printed or ""):
        return None
    return figure


def _agrees(values: _Values, way: _Way) -> bool:
    """Whether a variance is what it is worked out as, within the rounding of all three figures.

    The sign may be left to the reader: a shortfall is printed as 3 as often as -3.
    """
    printed, result, target = values
    assert printed.value is not None
    assert result.value is not None
    assert target.value is not None
    worked = way.work(result.value, target.value)
    slack = _half(result) + _half(target)
    if way.is_share:
        slack = (_half(result) + _half(target) * abs(result.value / target.value)) * (
            _PERCENT / abs(target.value)
        )
    slack += _half(printed)
    return abs(printed.value - worked) <= slack or abs(printed.value - abs(worked)) <= slack


def _half(figure: PrintedFigure) -> Decimal:
    return Decimal(5).scaleb(-(figure.decimals or 0) - 1)


def _rounded(worked: Decimal, printed: PrintedFigure) -> str:
    unit = "%" if printed.unit == "%" else ""
    return f"{round(worked, printed.decimals or 0)}{unit}"
