"""The grammar of periods: what a heading or a title says its figures are of (ruling 11)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from crossfoot.normalise.brackets import tidy
from crossfoot.normalise.period_tokens import Token, tokens_in
from crossfoot.normalise.spans import period_from_label, shift_years, year_of
from crossfoot.schema.period import Period

__all__ = [
    "find_period",
    "find_periods",
    "parse_period",
    "period_from_label",
    "period_spans",
    "shift_years",
    "year_of",
]

_FILLER = re.compile(r"[\s,:;()\[\]|/\u2013\u2014-]*(?:of|in|for)?[\s,:;()\[\]|/\u2013\u2014-]*")
_EMPTY_BRACKET = re.compile(r"[(\[][\s,:;/&\u2013\u2014-]*[)\]]")
_LOOSE_WORD = re.compile(
    r"(?:(?:^|\s+)(?:for|in|of|at|to|the|during|as))+$|^(?:for|in|of|at)\s+", re.I
)


class PeriodSpan(NamedTuple):
    """A period and where it stands: one or more pieces of the line, as index pairs."""

    period: Period
    pieces: tuple[tuple[int, int], ...]
    is_stated: bool


def parse_period(text: str) -> tuple[Period, str] | None:
    """Return the one period of a column heading and the words left over.

    ``2019/20 Achieved`` gives ``2019/20`` and ``Achieved``. ``None`` where there is no period or
    the heading names periods that contradict each other.
    """
    line = " ".join(text.split())
    spans = _spans(line, heading=True)
    period = _narrowest([span.period for span in spans])
    if period is None:
        return None
    for start, end in sorted({piece for span in spans for piece in span.pieces}, reverse=True):
        line = line[:start] + " " + line[end:]
    line = tidy(_EMPTY_BRACKET.sub(" ", line))
    return period, tidy(_LOOSE_WORD.sub("", line)).strip("()[] ")


def find_period(text: str) -> Period | None:
    """Return the period a title speaks of, ``None`` where it names none or several.

    A day counts only if it is introduced (``at 30 June 2019``) or stands alone: a bare day in a
    title is a meeting's.
    """
    line = " ".join(text.split())
    spans = _spans(line)
    alone = len(spans) == 1 and spans[0].pieces[0][1] - spans[0].pieces[0][0] >= len(line) - 2
    return _narrowest(
        [span.period for span in spans if alone or span.is_stated or span.period.kind != "day"]
    )


def find_periods(text: str) -> list[Period]:
    """Return every period in *text*, in order, each once."""
    return list({span.period.label: span.period for span in period_spans(text)}.values())


def period_spans(text: str) -> tuple[PeriodSpan, ...]:
    """Like :func:`find_periods`, with the index pairs of the pieces in *text*."""
    return _spans(text)


def _narrowest(periods: Sequence[Period]) -> Period | None:
    """The period inside all the others, or ``None`` where two of them contradict."""
    if not periods:
        return None
    best = min(periods, key=lambda period: (period.end - period.start, period.label))
    inside = all(period.start <= best.start and best.end <= period.end for period in periods)
    return best if inside else None


@lru_cache(maxsize=1024)  # captions, headings and titles are asked for their period repeatedly
def _spans(line: str, *, heading: bool = False) -> tuple[PeriodSpan, ...]:
    tokens = tokens_in(line, heading=heading)
    if not tokens:
        return ()
    years = [token for token in tokens if token.period and token.period.kind == "year"]
    spans = [
        PeriodSpan(token.period, ((token.start, token.end),), token.is_stated)
        for token in tokens
        if token.period and token.period.kind != "year"
    ]
    used: set[Token] = set()
    for part, year in _pairs(line, tokens, years):
        period = part.part(year.period.start.year) if part.part and year.period else None
        if period is not None:
            used.add(year)
            pieces = ((part.start, part.end), (year.start, year.end))
            spans.append(PeriodSpan(period, pieces, is_stated=True))
    spans += [
        PeriodSpan(year.period, ((year.start, year.end),), is_stated=False)
        for year in years
        if year.period and year not in used
    ]
    spans += _echoes(tokens, spans)
    return tuple(sorted(spans, key=lambda span: span.pieces))


def _echoes(tokens: Sequence[Token], spans: list[PeriodSpan]) -> list[PeriodSpan]:
    """Parts without a year that repeat a period found (``Q2 (July - September 2019)``)."""
    placed = {piece for span in spans for piece in span.pieces}
    echoes = []
    for token in tokens:
        if token.part is None or (token.start, token.end) in placed:
            continue
        for span in spans:
            if token.part(year_of(span.period).start.year) == span.period:
                echoes.append(PeriodSpan(span.period, ((token.start, token.end),), is_stated=True))
                break
    return echoes


def _pairs(line: str, tokens: Sequence[Token], years: Sequence[Token]) -> list[tuple[Token, Token]]:
    """Which part belongs to which year.

    One year and one part belong together wherever they stand; of several, only neighbours do, and
    a part between two years only where the order tells which.
    """
    parts = [token for token in tokens if token.part is not None]
    labels = {year.period.label for year in years if year.period}
    if len(labels) == 1:
        kinds = {_part_label(part) for part in parts if not part.is_month}
        near = [
            part
            for part in parts
            if (len(kinds) == 1 and not part.is_month)
            or any(_joined(line, part, year) for year in years)
        ]
        return [(part, _nearest(part, years)) for part in near]
    ordered = [token for token in tokens if token in years or token.part is not None]
    balanced = len(years) == len(parts)
    year_first = bool(ordered) and ordered[0] in years
    pairs = []
    for part in parts:
        beside = [year for year in years if _joined(line, part, year)]
        if len(beside) == 2:
            beside = [beside[0] if year_first else beside[1]] if balanced else []
        pairs += [(part, year) for year in beside]
    return pairs


def _part_label(part: Token) -> str:
    period = part.part(2001) if part.part else None
    return period.label if period else ""


def _joined(line: str, part: Token, year: Token) -> bool:
    gap = line[part.end : year.start] if part.end <= year.start else line[year.end : part.start]
    return bool(_FILLER.fullmatch(gap))


def _nearest(part: Token, years: Sequence[Token]) -> Token:
    return min(years, key=lambda year: max(year.start - part.end, part.start - year.end))
