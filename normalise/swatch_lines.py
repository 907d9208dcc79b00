"""Lines of a key with one drawn sign each: a swatch or an icon, and what it means.

A key of colours has a line that tells itself (``Target achieved``) and others that do not
(``Target narrowly missed``): between or beside lines that do, in the colours that their words say,
the colour of a traffic light means what it plainly is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from crossfoot.normalise.legends import (
    Entry,
    marker_of,
    sign_colour,
    speaks_of_performance,
    speaks_of_trend,
)
from crossfoot.normalise.statuses import status_fill
from crossfoot.schema.page import TextLine
from crossfoot.schema.symbol import SIGN
from crossfoot.schema.text import fold
from crossfoot.schema.values import Subject

LONGEST_MEANING = 90  # characters of what a sign means
_FEWEST_CERTAIN = 2  # lines that tell what a key is of
_EDGE = 2.0  # points between the left edges of words set below each other
_STEP = 4.0  # line heights from one line of a key to the next


def subject_of_words(text: str) -> Subject | None:
    """What the words of a key begin with: indicators, actions, or neither."""
    if re.match(r"(?:performance )?indicators?\b|pis?\b", text, re.IGNORECASE):
        return "indicators"
    return (
        "actions" if re.match(r"(?:actions?|tasks?|milestones?)\b", text, re.IGNORECASE) else None
    )


def swatch_entry(line: TextLine) -> Entry | None:
    """The entry of a line with one sign that is no letter of a font, whatever its words say."""
    words = fold(SIGN.sub(" ", fold(line.text)))
    if len(line.symbols) != 1 or line.symbols[0].startswith("glyph:") or not words:
        return None
    if len(words) > LONGEST_MEANING:
        return None
    place = (line.page, line.box)
    return Entry(line.symbols[0], words, subject_of_words(words), "icon", place, None)


def is_certain(entry: Entry) -> bool:
    """Whether the words of an entry are a status, a marker or a direction of travel."""
    return _marker(entry) is not None or speaks_of_trend(entry.printed)


def among_swatches(lines: Sequence[TextLine], at: int) -> list[Entry]:
    """The entry of line *at*, if its words tell no status and its neighbours' tell theirs."""
    own = swatch_entry(lines[at])
    if own is None or is_certain(own) or not speaks_of_performance(own.printed):
        return []
    others = [*_beside(lines[at::-1]), *_beside(lines[at:])]
    certain = [entry for entry in others if _marker(entry) is not None]
    colours = [_light(entry) for entry in certain]
    if len(certain) < _FEWEST_CERTAIN or colours != [_marker(entry) for entry in certain]:
        return []
    light = _light(own)
    alike = [entry for entry in others if _light(entry) == light]
    return [own] if light is not None and light not in colours and not alike else []


def _beside(lines: Sequence[TextLine]) -> Iterator[Entry]:
    """Yield the entries right behind the first of *lines*, set as it is."""
    for _, line in takewhile(lambda pair: _is_set_alike(*pair), pairwise(lines)):
        entry = swatch_entry(line)
        if entry is None:
            return
        yield entry


def _is_set_alike(one: TextLine, other: TextLine) -> bool:
    height = max(one.size, other.size)
    return (
        one.page == other.page
        and abs(one.box.x0 - other.box.x0) <= _EDGE
        and abs(one.box.y0 - other.box.y0) <= _STEP * height
    )


def _marker(entry: Entry) -> str | None:
    subjects: tuple[Subject, ...] = (entry.subject,) if entry.subject else ("indicators", "actions")
    return next(
        (found for each in subjects if (found := marker_of(entry.printed, each, None))), None
    )


def _light(entry: Entry) -> str | None:
    """The traffic light that the sign of an entry plainly is."""
    return status_fill(sign_colour(entry))
