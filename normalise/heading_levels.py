"""The headings of one column over several levels: whether they leave room for doubt together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.normalise.heading_said import HeadingText
from crossfoot.normalise.heading_text import HeadingReader

#: No column is headed by two of these.
_AT_ODDS = frozenset({"result", "outturn", "target", "other"})
#: Over one column alone, too, these say that what stands under them is planned or thought likely.
_PLANNED = re.compile(
    r"(?:original|orig|plan|planned|likely|indicative|proposed|initial|approved|budgeted|stretch)\.?",
    re.IGNORECASE,
)
#: Over a period these say nothing of whose the figures are.
_OF_TIME = re.compile(
    r"(?:the )?(?:financial |reporting |calendar )?(?:year|quarter|period|month)s?"
    r"(?: end(?:ed|ing)?)?(?: to)?:?",
    re.IGNORECASE,
)


class Heading(NamedTuple):
    """A cell of a heading row; ``said`` is ``plain`` with what its raised mark says."""

    first: int
    wide: int
    plain: str
    said: str
    prints: bool


def is_doubtful(reader: HeadingReader, stack: Sequence[Heading], family: str | None) -> bool:
    """Whether the headings of a column of figures, the topmost first, do not settle what it holds.

    *family* is what they would make of it together.
    """
    if _is_contradicted(reader, stack):
        return True
    if family != "result":
        return False
    return any(_PLANNED.fullmatch(cell.plain.strip()) for cell in stack[:-1]) or _is_foreign(
        reader, stack
    )


def _is_contradicted(reader: HeadingReader, stack: Sequence[Heading]) -> bool:
    """Whether two headings of equal width say different times, or a result and a target."""
    said = [reader.read(cell.plain) for cell in stack if cell.wide == stack[-1].wide]
    meanings = {(each.meaning or "").partition(".")[0] for each in said} & _AT_ODDS
    periods = [each.period for each in said if each.period is not None]
    return len(meanings) > 1 or any(
        not (inner.start >= outer.start and inner.end <= outer.end)
        and not (outer.start >= inner.start and outer.end <= inner.end)
        for outer, inner in pairwise(periods)
    )


def _is_foreign(reader: HeadingReader, stack: Sequence[Heading]) -> bool:
    """Whether the column's own heading is of unknown words above or below no more than a period.

    In one cell they would be unknown too: ``Lower Group`` over ``2004/05`` are no results of ours.
    Of words that are broken over two cells (``Quarter`` over ``1 2004/05``) all is read at once.
    """
    printed = [cell.plain for cell in stack if cell.prints]
    own = [cell.plain.strip() for cell in stack if cell.wide == stack[-1].wide and cell.prints]
    unknown = [text for text in own if not says_something(reader.read(text))]
    if all(map(_OF_TIME.fullmatch, unknown)):
        return False
    whole = [reader.read(" ".join(texts)) for texts in (printed, printed[::-1])]
    return not any(each.known for each in whole)


def says_something(said: HeadingText) -> bool:
    return said.known or said.standing is not None
