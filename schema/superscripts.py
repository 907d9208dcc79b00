"""A text without characters of it that are printed as superscript.

``raised`` are ``(start, end)`` index pairs into the text, in order.
"""

from __future__ import annotations

import re

#: What a footnote is marked by, raised behind a word, a code or a figure.
_FOOTNOTE = re.compile(
    r"[(\[]?(?:\d{1,2}|[a-e])(?:[,;]\s?(?:\d{1,2}|[a-e]))*[)\],;]?|[*\u2020\u2021\u00a7#]+"
)
#: What a raised figure is the power of; nothing, where it leads a text.
_UNIT = re.compile(r"(?:(?<![A-Za-z])(?:[kcm]?m|ft|yd|in|CO|NO|x|10)|^)\s*$")


def level_text(text: str, raised: tuple[tuple[int, int], ...]) -> str:
    """Return a text without all that is raised."""
    for start, end in reversed(raised):
        text = text[:start] + text[end:]
    return text


def without_footnotes(text: str, raised: tuple[tuple[int, int], ...]) -> str:
    """Return a text without the footnotes of its words and codes: ``1st``, ``m2`` stay."""
    for start, end in reversed(raised):
        if _FOOTNOTE.fullmatch(text[start:end]) and not _UNIT.search(text[:start]):
            text = text[:start] + text[end:]
    return text
