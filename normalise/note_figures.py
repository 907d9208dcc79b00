"""Figures that a note gives for a period of its own (ruling 5)."""

from __future__ import annotations

import re
from typing import NamedTuple

from crossfoot.normalise.periods import PeriodSpan, period_spans
from crossfoot.schema.period import Period

_RESULT = (
    r"(?:latest|current|updated|cumulative|figures?|actual|performance|results?|outturn|position)"
)
_FIGURE = re.compile(
    rf"\s*(?:{_RESULT}\s*)?(?:=|:)\s*"
    r"(?P<figure>-?\u00a3?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
    r"(?:\s?%|\s?(?:working\s|calendar\s)?days|[km](?![a-z]))?)"
    r"(?=\s*(?:$|[;)]|[.,](?:\s|$)|and\b))",
    re.IGNORECASE,
)
#: Where a phrase begins: after a sentence, a semicolon, a bullet.
_PHRASE = re.compile(r"(?<=[.!?;])\s+|[\u2022\u25aa\u27a2]\s*")
#: A whole statement that the target is beaten, written without the stop at its end.
_MET = r"(?!.*\b(?:england|national|average|groups?|councils?|districts?|region(?:al)?|county)\b)"
_MET += (
    r"[a-z ]*\b(?:than|exceed(?:s|ed|ing)?)\s+(?:(?:the|its|our)\s+)?target(?P<several>s)?(?=\s)"
)
#: All that may stand beside the period: any other word says that the figure is somebody else's,
#: or what was aimed at, planned or budgeted.
_ONLY = re.compile(
    rf"(?P<met>{_MET})?[\s*(\[,-]*(?:(?:and|the|our|for|in|at|as|of|end|to|during|{_RESULT})\b[\s,]*)*",
    re.IGNORECASE,
)


class NoteFigure(NamedTuple):
    """A figure of a note. ``beside_target``: it may be the target's that the words before name."""

    period: Period
    printed: str
    beside_target: bool = False


def figures_in_note(text: str) -> list[NoteFigure]:
    """Return the figures a note gives for a period of its own: ``August 2019 = 48.27%``.

    A number is one only if an equals sign or a colon ties it to the period, the end of a phrase
    follows, and the phrase holds nothing but the period: ``England 2018/19: 64%`` and
    ``Target August 2019 = 50%`` are none, nor are those that follow one which is none (``Tenants:
    July 2019 = 4; August 2019 = 5``). A note with two values for one period gives none. Of
    ``Quicker than the target August 2019 = 8.3`` only what stands beside the note can tell whose
    figure it is.
    """
    if "=" not in text and ":" not in text:
        return []
    found: list[NoteFigure] = []
    tied: set[str] = set()
    begins = [0, *(match.end() for match in _PHRASE.finditer(text))]
    done = 0
    for span in period_spans(text):
        match = _FIGURE.match(text, max(end for _, end in span.pieces))
        if match is None:
            continue
        if span.period.label in tied:
            return []
        tied.add(span.period.label)
        first = min(start for start, _ in span.pieces)
        begin = max([done, *(at for at in begins if at <= first)])
        if len(found) + 1 < len(tied):
            continue
        words = _stands_alone(text[begin : match.start()], span, begin)
        if words is not None:
            beside_target = words["met"] is not None and words["several"] is None
            found.append(NoteFigure(span.period, " ".join(match["figure"].split()), beside_target))
            done = match.end()
    return found


def _stands_alone(phrase: str, span: PeriodSpan, begin: int) -> re.Match[str] | None:
    for start, end in sorted(span.pieces, reverse=True):
        phrase = f"{phrase[: max(0, start - begin)]} {phrase[end - begin :]}"
    return _ONLY.fullmatch(phrase)
