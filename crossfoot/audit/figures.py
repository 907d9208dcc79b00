"""The figures of one row against each other: their scale, their range and their units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from crossfoot.audit.gathered import Gathered, where
from crossfoot.audit.remark import Held, Remark
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Figure, Indicator

_MEASURES = frozenset({"outturn", "actual", "target", "previous"})
# What cannot be more than all of it: only where the title says of what, and says no more than that.
_SHARE = re.compile(
    r"(?:%|\bper\s?cent(?:age)?|\bproportion|\bshare)\s(?:of\b|[a-z]+ (?:paid|answered|met)\b)"
    r"|\bsatisf\w+|\bavailability\b|\bwithin \d+ (?:\w+ )?(?:days|hours|minutes|seconds|weeks)\b",
    re.IGNORECASE,
)
# What has no upper end, whatever the row's other figures are.
_UNBOUNDED = re.compile(
    r"\b(?:increas\w+|decreas\w+|chang\w+|growth|varian\w+|targets?|budget\w*|plan|planned|forecast"
    r"|profile|capacity|utilis\w+|returns?|surplus|profit|margin|costs?|reduc\w+|improv\w+"
    r"|compared|relative|index|expected|supply|levels?|baseline|average|ratio)\b",
    re.IGNORECASE,
)
# What may go a little beyond all of it: arrears are collected on top of what fell due.
_OVER = re.compile(
    r"\b(?:collect\w*|recover\w*|occup\w+|deliver\w+|achiev\w+|use[ds]?|income)\b", re.IGNORECASE
)
_A_LITTLE = Decimal(110)
_ALL = Decimal(100)
_FEWEST_BELOW = 2
_COUNTED = re.compile(r"^(?:the )?(?:total )?(?:number|no\.?|count) of\b", re.IGNORECASE)
_NET = re.compile(r"\b(?:net|chang\w+|differ\w+|varian\w+|increas\w+|decreas\w+)\b", re.IGNORECASE)
# Two figures may agree by chance; three that stand together say where a fourth belongs.
_FEWEST_OTHERS = 3
# The others of a row lie within this factor of each other, and a figure that lost its point would
# stand among them with it: on the sample papers, series that move more than that are common.
_SPREAD = Decimal("1.6")
_SLACK = Decimal("1.15")
_SLIPS = (Decimal(10), Decimal(100), Decimal(1000))
# 97% and 0.97 are one figure; 0.97 and 50% may be anything.
_SAME_SHARE = Decimal("1.5")


def figures_in_their_row(paper: Paper) -> Iterator[Remark | Held]:
    """``figure.scale``, ``figure.range`` and ``figure.unit`` of every indicator's row."""
    rows = Gathered(where(paper.figures, _is_asked), attrgetter("indicator_id"))
    indicators = Gathered(paper.indicators, attrgetter("indicator_id"))
    for indicator_id, figures in rows:
        indicator = indicators.get(indicator_id)[-1]
        slipped = _slipped(figures)
        if slipped is not None:
            yield _scale(indicator, slipped, figures)
        elif len(figures) > _FEWEST_OTHERS:
            yield Held("figure.scale")
        yield from _range(indicator, [each for each in figures if each is not slipped])
        yield from _units(indicator, figures)


def _is_asked(figure: Figure) -> bool:
    return figure.value is not None and figure.source == "cell" and figure.measure in _MEASURES


def _slipped(figures: Sequence[Figure]) -> Figure | None:
    """The one figure that stands among the others only with its point moved."""
    if len(figures) <= _FEWEST_OTHERS or len({each.unit for each in figures}) > 1:
        return None
    values = [each.value for each in figures if each.value is not None]
    if min(values) <= 0 or max(values) <= min(values) * _SPREAD:
        return None  # none stands apart from the others
    found = [each for each in figures if _is_slip(each, [o for o in figures if o is not each])]
    return found[0] if len(found) == 1 else None


def _is_slip(figure: Figure, others: Sequence[Figure]) -> bool:
    values = [each.value for each in others if each.value is not None]
    low, high, value = min(values), max(values), figure.value
    if value is None or low <= 0 or value <= 0 or high > low * _SPREAD:
        return False
    if low / _SPREAD <= value <= high * _SPREAD:
        return False
    if value < low and not all(_days(each) == _days(figure) for each in others):
        return False  # a month is a twelfth of a year, and the first quarter of a plan a tenth
    moved = value / high if value > high else low / value
    return any(
        low / _SLACK <= (value / slip if value > high else value * slip) <= high * _SLACK
        for slip in _SLIPS
        if moved > slip / 2
    )


def _days(figure: Figure) -> int | None:
    if figure.period_start is None or figure.period_end is None:
        return None
    # A year of 366 days is a year.
    return round((figure.period_end - figure.period_start).days / 30)


def _scale(indicator: Indicator, slipped: Figure, figures: Sequence[Figure]) -> Remark:
    others = [each for each in figures if each is not slipped]
    printed = ", ".join(each.as_printed or "" for each in others)
    return Remark(
        "figure.scale",
        "warning",
        f"{_name(indicator)}: {slipped.as_printed} stands beside {printed}: a digit too many or "
        "too few, or a lost point",
        (slipped, *others),
        printed=slipped.as_printed,
        expected=f"about {others[-1].as_printed}",
        code=indicator.code,
    )


def _range(indicator: Indicator, figures: Sequence[Figure]) -> Iterator[Remark | Held]:
    title = _said_by(indicator.title or "")
    counted = title.counts and not title.is_net
    most = None if counted else _most(title, figures)
    for figure in figures:
        value = figure.value
        limited = figure.unit is None if counted else figure.unit == "%" and most is not None
        if value is None or not limited:
            continue
        if value >= 0 and (most is None or value <= most):
            yield Held("figure.range")
            continue
        yield Remark(
            "figure.range",
            "warning",
            f"{_name(indicator)}: {figure.as_printed} is no "
            + ("number of things" if counted else "share of a whole"),
            (figure,),
            printed=figure.as_printed,
            expected="0 or more" if counted else "0% to 100%",
            code=indicator.code,
        )


class _Said(NamedTuple):
    """What the title of a row says of the range of its figures."""

    counts: bool
    is_net: bool
    is_unbounded: bool
    is_share: bool
    may_be_over: bool


@lru_cache(maxsize=512)  # a council's papers have the titles of those before
def _said_by(title: str) -> _Said:
    patterns = (_COUNTED, _NET, _UNBOUNDED, _SHARE, _OVER)
    return _Said(*(pattern.search(title) is not None for pattern in patterns))


def _most(title: _Said, figures: Sequence[Figure]) -> Decimal | None:
    """The most that a percentage of this row can be; ``None`` where that is not known.

    That the title speaks of a whole tells, or that two other figures or more stay within it.
    """
    values = [each.value for each in figures if each.unit == "%" and each.value is not None]
    if not values or title.is_unbounded or title.is_net:
        return None
    if any(value < 0 for value in values) and not title.is_share:
        return None
    below = sum(value <= _ALL for value in values)
    above = len(values) - below
    if title.may_be_over:
        return _A_LITTLE if below >= _FEWEST_BELOW and above == 1 else None
    if title.is_share:
        return _ALL
    return _ALL if below >= _FEWEST_BELOW and above <= 1 else None


def _units(indicator: Indicator, figures: Sequence[Figure]) -> Iterator[Remark | Held]:
    for target in (each for each in figures if each.measure == "target"):
        results = [each for each in figures if each.measure in {"actual", "outturn"}]
        other = [each for each in results if _another_unit(each, target)]
        if other and len(other) == len(results):
            yield Remark(
                "figure.unit",
                "warning",
                f"{_name(indicator)}: the target is {target.as_printed}, the result "
                f"{other[-1].as_printed}",
                (target, *other),
                printed=f"{other[-1].as_printed} against {target.as_printed}",
                expected="one unit",
                code=indicator.code,
            )
        elif results and not other and target.unit == results[-1].unit:
            yield Held("figure.unit")


def _another_unit(result: Figure, target: Figure) -> bool:
    """Whether two figures are in different units, or one is a share and the other its percent."""
    if result.unit is not None and target.unit is not None:
        return result.unit != target.unit
    if (result.unit == "%") == (target.unit == "%"):
        return False
    percent, share = (result, target) if result.unit == "%" else (target, result)
    if not percent.value or not share.value or not share.decimals or not 0 < share.value <= 1:
        return False
    return 1 / _SAME_SHARE <= share.value * 100 / percent.value <= _SAME_SHARE


def _name(indicator: Indicator) -> str:
    return indicator.code or indicator.title or "an indicator without a code"
