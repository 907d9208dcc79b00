"""What figures, years, team, unit and direction say of whether two series are one, as a score.

The score is ``1 - (1 - w1) (1 - w2) …`` over the evidence for, times a factor below 1 for each
piece against: more evidence for never lowers it, more against never raises it. The weights order
proposals for a person, they are no probabilities. ``docs/lineage.md`` gives the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from math import prod
from typing import NamedTuple

from crossfoot.normalise.lineage_titles import TitleMatch
from crossfoot.normalise.wording import wording
from crossfoot.schema.lineage import Result, SeriesFacts, Span

TITLE_SAME = 0.6
#: A like title's weight grows from nothing at the least likeness to this at 1.
TITLE_ALIKE, LEAST_LIKENESS = 0.55, 0.5
#: What one figure leaves of doubt that is printed under both: three digits, or fewer.
TELLING_LEFT, TRIVIAL_LEFT = 0.4, 0.85
FOLLOWS_ON, AFTER_A_GAP, SOON_AFTER = 0.35, 0.2, 0.1
SECTION, UNIT, POLARITY, MISREAD = 0.2, 0.1, 0.05, 0.3
OTHER_SECTION, OTHER_UNIT, OTHER_POLARITY, LONG_AFTER, SAME_YEARS = 0.9, 0.4, 0.7, 0.9, 0.7
ONE_DIFFERS = 0.8

_DIGITS = 3
_UNTELLING = frozenset({Decimal(0), Decimal(100)})
_MONTH, _YEAR = 31, 366
_SOON = 3 * _YEAR
_SHOWN = 2


class Overlap(NamedTuple):
    """Spans of which both series have a result.

    Equal ones that tell, equal ones of so few digits that chance may do it, and different ones.
    """

    telling: tuple[Span, ...]
    trivial: tuple[Span, ...]
    differing: tuple[Span, ...]

    @property
    def agrees(self) -> bool:
        """Whether what differs may be restated: fewer than half as much as what tells."""
        return len(self.telling) > 2 * len(self.differing)


@dataclass(frozen=True)
class Evidence:
    """All that is known of two series, ``earlier`` the one whose results begin first."""

    earlier: SeriesFacts
    later: SeriesFacts
    titles: TitleMatch
    misread: bool

    @cached_property
    def overlap(self) -> Overlap:
        """What they print of the same spans."""
        return overlap_of(self.earlier, self.later)

    @property
    def days_between(self) -> int | None:
        """Days from the last result of the earlier to the first of the later.

        Below 0 where they overlap, None where one has no result.
        """
        ends, begins = self.earlier.last, self.later.first
        return None if ends is None or begins is None else (begins - ends).days

    @cached_property
    def weighed(self) -> tuple[float, tuple[str, ...]]:
        """The score, and the reasons in words."""
        for_it = [*self._of_title(), *self._of_figures(), *self._of_years(), *self._of_row()]
        weights = [weight for weight, _ in for_it if weight > 0]
        factors = [1 + weight for weight, _ in for_it if weight < 0]
        score = (1 - prod(1 - weight for weight in weights)) * prod(factors)
        return round(score, 2), tuple(text for _, text in for_it)

    def _of_title(self) -> list[tuple[float, str]]:
        match = self.titles
        if match.verdict == "same":
            return [(TITLE_SAME, "the titles have the same wording")]
        share = max(match.likeness - LEAST_LIKENESS, 0) / (1 - LEAST_LIKENESS)
        only = ", ".join(repr(word) for word in (*match.only_a, *match.only_b))
        apart = f" (only one has {only})" if only else ""
        return [(TITLE_ALIKE * share, f"the titles are {match.likeness:.0%} alike{apart}")]

    def _of_figures(self) -> list[tuple[float, str]]:
        telling, trivial, differing = self.overlap
        said: list[tuple[float, str]] = []
        if telling:
            said.append((1 - TELLING_LEFT ** len(telling), f"equal figures for {_named(telling)}"))
        if trivial:
            text = f"equal figures of few digits for {_named(trivial)}"
            said.append((1 - TRIVIAL_LEFT ** len(trivial), text))
        said += [
            (ONE_DIFFERS - 1, f"different figures for {_named((span,))}") for span in differing
        ]
        return said

    def _of_years(self) -> list[tuple[float, str]]:
        days = self.days_between
        if days is None:
            return []
        if days < 0:
            if self.overlap.telling or self.overlap.trivial:
                return []
            return [(SAME_YEARS - 1, "both have figures in the same years, none of one period")]
        if days <= _MONTH:
            return [(FOLLOWS_ON, f"one begins where the other ends, on {_day(self.later.first)}")]
        if days <= _YEAR + _MONTH:
            return [(AFTER_A_GAP, "one begins within a year of the other's end")]
        if days <= _SOON:
            return [(SOON_AFTER, "one begins within three years of the other's end")]
        return [(LONG_AFTER - 1, f"{days // 365} years lie between them")]

    def _of_row(self) -> list[tuple[float, str]]:
        said: list[tuple[float, str]] = []
        if self.misread:
            said.append(
                (MISREAD, "the codes are the same but for characters that scanners confuse")
            )
        sections = [_worded(each.sections) for each in (self.earlier, self.later)]
        if sections[0] & sections[1]:
            said.append((SECTION, "the same team or section"))
        elif sections[0] and sections[1]:
            said.append((OTHER_SECTION - 1, "another team or section"))
        units = [unit_of(each) for each in (self.earlier, self.later)]
        if units[0] and units[1]:
            same = units[0] == units[1]
            said.append((UNIT, "the same unit") if same else (OTHER_UNIT - 1, "another unit"))
        directions = {self.earlier.polarity, self.later.polarity} - {None}
        if self.earlier.polarity and len(directions) == 1 and self.later.polarity:
            said.append((POLARITY, "the same direction is good"))
        elif len(directions) == 2:
            said.append((OTHER_POLARITY - 1, "the other direction is good"))
        return said


def overlap_of(a: SeriesFacts, b: SeriesFacts) -> Overlap:
    """Compare what two series print of the same spans; any of the vintages of one may agree."""
    found: dict[str, list[Span]] = {"telling": [], "trivial": [], "differing": []}
    for span in sorted(a.results.keys() & b.results.keys(), key=lambda each: (each.end, each)):
        kinds = {_agreement(one, other) for one in a.results[span] for other in b.results[span]}
        best = next(kind for kind in ("telling", "trivial", "differing") if kind in kinds)
        found[best].append(span)
    return Overlap(*(tuple(spans) for spans in found.values()))


def unit_of(facts: SeriesFacts) -> str | None:
    """Return the unit in one spelling."""
    if facts.unit is None:
        return None
    measured, words = wording(facts.unit)
    return " ".join((*words, *measured))


def tells(result: Result) -> bool:
    """Whether a value has so many digits that two series rarely share it by chance."""
    digits = str(abs(result.value)).replace(".", "").lstrip("0")
    return len(digits) >= _DIGITS and result.value not in _UNTELLING


def _agreement(one: Result, other: Result) -> str:
    coarse, fine = sorted((one, other), key=lambda each: each.decimals)
    equal = one.value == other.value or (
        abs(one.value - other.value) * 2 <= Decimal(1).scaleb(-coarse.decimals)
        and coarse.decimals < fine.decimals
    )
    if not equal:
        return "differing"
    return "telling" if tells(coarse) else "trivial"


def _worded(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(wording(text).key for text in texts)


def _named(spans: tuple[Span, ...]) -> str:
    """Name spans by the days they end on, the latest first, a few of them."""
    shown = [f"{_kind(span)} to {_day(span.end)}" for span in spans[::-1][:_SHOWN]]
    more = len(spans) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _kind(span: Span) -> str:
    return "the year" if (span.end - span.start).days + 1 >= _YEAR - 1 else "the period"


def _day(day: date | None) -> str:
    return day.isoformat() if day else "an unknown day"
