"""A line of text as producers put it on the page: whole, or in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from samples.fuzz.marks import Text
from samples.fuzz.measure import face, width
from samples.fuzz.model import Style

_APART = 0.25  # points between the two prints of a bold letter


def strokes(line: Text, style: Style) -> Iterator[Text]:
    """Yield what draws *line*."""
    plain = face(style.font, bold=False)
    if style.strokes == "twice" and line.face != plain:
        for shift in (0.0, _APART):
            yield replace(line, x=line.x + shift, face=plain)
    elif style.strokes in {"words", "letters"}:
        pattern = r"\S+" if style.strokes == "words" else r"\S"
        for match in re.finditer(pattern, line.text):
            before = width(line.text[: match.start()], line.face, line.size)
            yield replace(line, x=line.x + before, text=match[0])
    else:
        yield line
