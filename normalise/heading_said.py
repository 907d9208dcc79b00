"""What one heading says, and how words such as ``restated`` or ``est`` change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from crossfoot.normalise.headings import heading_key
from crossfoot.normalise.standings import (
    Standing,
    expects_figures,
    is_of_results,
    split_standing,
)
from crossfoot.normalise.year_parts import YearPart
from crossfoot.schema.period import Period, PeriodKind

#: Meanings whose figures may be printed anew, or are not final yet.
_RESULTS = frozenset({"result", "outturn", "previous", "comparator"})
#: Meanings of headings that are known as they stand and may be of several printings.
_STANDING = _RESULTS | {"target", "other", "revised_due"}
#: Signs that are left around a heading of which words were taken out.
_LEFT = " -\u2013\u2014:,/()[]*\n"


#: Folded headings of what is aimed at (:mod:`crossfoot.normalise.aims`); the table of headings
#: gives their other meaning.
AIMS = frozenset(
    [
        "aim",
        "goal",
        "ambition",
        "national standard",
        "national target",
        "government target",
        "statutory target",
        "statutory standard",
        "standard to be met",
    ]
)


#: Meanings that hold where the heading names a period of a kind.
_OF_A_TIME: dict[str, tuple[str, PeriodKind]] = {
    "target.of_year": ("target", "year"),
    "result.of_year": ("result", "year"),
    "result.of_day": ("result.unknown", "day"),
}


class HeadingText(NamedTuple):
    """What one heading says. ``near`` is the listed heading it was taken for, if not exact.

    ``standing`` is which printing of the figures it heads. ``among_figures`` is what it means if
    figures stand under it and the columns beside it agree: ``2018/19 Revised`` and
    ``Revised Target`` head dates as well. ``bare_year`` is a year of which the heading does not say
    what year it is (:mod:`crossfoot.normalise.bare_years`).
    """

    meaning: str | None = None
    period: Period | None = None
    part: YearPart | None = None
    printed_period: str | None = None
    near: str | None = None
    standing: Standing | None = None
    among_figures: str | None = None
    bare_year: str | None = None

    @property
    def has_period(self) -> bool:
        return self.period is not None or self.part is not None

    @property
    def as_label(self) -> str | None:
        """What it means where it is no heading and says what the figures of a row are."""
        if self.meaning is not None and self.standing is None:
            return self.meaning
        return self.among_figures or self.meaning

    @property
    def known(self) -> bool:
        return (  # written out: asked of most cells of a table
            self.meaning is not None
            or self.period is not None
            or self.part is not None
            or self.among_figures is not None
        )


def of_its_time(said: HeadingText) -> HeadingText:
    """What a heading says whose words mean it only of a year or a day that it names itself.

    ``Future targets 2008/09`` is the target of that year; of ``Future targets`` alone it is not
    known. ``Position at 31 March 2012`` heads a result where figures stand under it, else a text;
    without its day it says nothing.
    """
    if said.meaning not in _OF_A_TIME:
        return said
    meaning, kind = _OF_A_TIME[said.meaning]
    timed = said.period is not None and said.period.kind == kind
    if meaning == "target":
        return said._replace(meaning=meaning if timed else "other")
    return said._replace(meaning=None, among_figures=meaning) if timed else HeadingText()


def with_standing(text: str, said: HeadingText, read: Callable[[str], HeadingText]) -> HeadingText:
    """What a heading says with the words that tell which printing of a figure it heads.

    *said* is what it says with them unread; *read* reads a heading without them. What is estimated
    is ``other``: no result, and kept as cells.
    """
    standing, rest = split_standing(text)
    if standing is None or (said.known and said.near is None and not _may_stand(said)):
        return said
    rest = rest.strip(_LEFT)
    if not heading_key(rest):
        return said if said.known else HeadingText(standing=standing)
    bare = read(rest)
    family = (bare.meaning or "result").partition(".")[0]
    if bare.near is not None or not bare.known or family not in _RESULTS | {"target"}:
        return said
    if standing.kind == "estimated":
        expected = family != "target" and expects_figures(text)
        return bare._replace(meaning="other", standing=standing) if expected else said
    if said.meaning == "other" and (standing.kind != "final" or bare.meaning is not None):
        return said  # listed so: ``Interim target``
    if standing.kind == "final":
        return bare._replace(among_figures="result") if bare.meaning is None else bare
    return _as_result(said, bare._replace(standing=standing), rest)


def _may_stand(said: HeadingText) -> bool:
    """Whether a heading that is known as it stands may head figures of several printings."""
    family = (said.meaning or "").partition(".")[0]
    by_year = family in {"updated", "revised_due"} and said.has_period
    return by_year or family in _STANDING


def _as_result(said: HeadingText, bare: HeadingText, words: str) -> HeadingText:
    """A heading of results or targets, *words*, with a word that may be said of others as well.

    *said* is what the heading means where it is of others: a revised date.
    """
    standing, meaning = bare.standing, bare.meaning or "result"
    sure = standing is None or standing.sure
    if meaning.startswith("target"):
        sure = sure or bare.has_period or (standing is not None and standing.kind != "restated")
    elif bare.meaning is not None:
        sure = sure or is_of_results(words) or meaning in {"previous", "comparator"}
    elif standing is not None and standing.kind == "provisional":
        sure = sure or bare.part is not None or (bare.period is None or bare.period.kind != "year")
    if sure:
        return bare
    if not bare.has_period and not meaning.startswith("target"):
        return said
    return bare._replace(meaning=said.meaning, among_figures=meaning)


def standing_as(standing: Standing, said: HeadingText) -> HeadingText:
    """A heading of several levels of which one says only which printing stands below."""
    family = (said.meaning or "result").partition(".")[0]
    if family in _RESULTS and standing.kind == "estimated":
        return said._replace(meaning="other", standing=standing)
    if family not in _RESULTS | {"target"} or standing.kind == "final":
        return said
    return said._replace(standing=standing)


def meaning_under(meaning: str | None, above: Sequence[str]) -> str | None:
    """The meaning of a column whose upper heading says whose its figures or statuses are."""
    if meaning is None:
        return None
    if "comparator" in above and meaning in {"previous", "status"}:
        return "comparator" if meaning == "previous" else "other"  # of others: ``England``
    for upper in above:
        if upper in {"previous", "comparator"} and meaning.partition(".")[0] in {
            "result",
            "outturn",
        }:
            return upper
        if upper in {"previous", "comparator", "other", "money"} and meaning.startswith("target"):
            return "other"
    return meaning
