"""Whose key the lines below a heading are: ``Action key``, ``Key: performance indicators``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from crossfoot.normalise.captions import read_caption
from crossfoot.normalise.legends import Entry
from crossfoot.schema.page import TextLine
from crossfoot.schema.values import Subject

_HEADS_KEY = re.compile(r"\b(?:key|legend)\b", re.IGNORECASE)
_LONGEST = 60  # characters
_LINES = 12  # of one key


def under_heading(entries: Iterable[Entry], lines: Sequence[TextLine], at: int) -> Iterator[Entry]:
    """Yield the *entries* of line *at*, of what the heading of their key speaks of."""
    subject = _subject_above(lines, at)
    for entry in entries:
        yield entry if entry.subject or not subject else entry._replace(subject=subject)


def _subject_above(lines: Sequence[TextLine], at: int) -> Subject | None:
    """What the nearest heading speaks of, over nothing but lines with signs on the same page."""
    for upper in reversed(lines[max(0, at - _LINES) : at]):
        if upper.page != lines[at].page:
            break
        if len(upper.text) <= _LONGEST and _HEADS_KEY.search(upper.text):
            return read_caption(upper.text).subject
        if not upper.symbols:
            break
    return None
