"""Cutting a paper's lines into paragraphs and sentences: those that might count something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crossfoot.schema.page import Box, TextLine
from crossfoot.schema.text import fold, has_digit

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\u2022\u27a2(])")
_HINT = re.compile(
    r"\b(?:indicators?|measures?|pis|kpis|bvpis|actions?|tasks?|milestones?|projects?|targets)\b",
    re.IGNORECASE,
)
#: One of these stands in each of the words above.
_HINT_WORDS = ("indicator", "measure", "pis", "action", "task", "milestone", "project", "targets")
_PARAGRAPH_GAP = 0.75


class Sentence(NamedTuple):
    """A sentence, and the paragraph it stands in."""

    text: str
    page: int
    paragraph: Box
    #: Of the paragraph.
    lines: Sequence[TextLine]

    @property
    def box(self) -> Box:
        """The box around the lines that the sentence runs over."""
        inside = [line.box for line in self.lines if _overlaps(fold(line.text), self.text)]
        return Box.around(inside) if inside else self.paragraph


def sentences(lines: Iterable[TextLine]) -> list[Sentence]:
    """The sentences of a paper's lines that might count, paragraph by paragraph."""
    found: list[Sentence] = []
    paragraph: list[TextLine] = []
    for line in lines:
        if line.margin or not line.text.strip():
            continue
        if paragraph and not _continues(paragraph[-1], line):
            found += _split(paragraph)
            paragraph = []
        paragraph.append(line)
    return found + _split(paragraph)


def _continues(upper: TextLine, lower: TextLine) -> bool:
    return (
        upper.page == lower.page
        and lower.box.y0 - upper.box.y1 < _PARAGRAPH_GAP * max(upper.size, 1.0)
        and lower.box.y0 > upper.box.y0
    )


def _split(paragraph: list[TextLine]) -> list[Sentence]:
    printed = "\n".join([line.text for line in paragraph])
    # Most paragraphs of a pack count nothing: they are passed over before any pattern is tried.
    if not has_digit(printed) or not any(map(printed.casefold().__contains__, _HINT_WORDS)):
        return []
    text = fold(printed)
    if not _HINT.search(text):
        return []
    whole = Box.around([line.box for line in paragraph])
    return [
        Sentence(sentence, paragraph[0].page, whole, paragraph)
        for sentence in _SENTENCE_END.split(text)
        if has_digit(sentence)  # no count is all in words
    ]


def _overlaps(line: str, sentence: str) -> bool:
    """Whether a line is part of the sentence, or holds its beginning or its end."""
    return line in sentence or sentence[:15] in line or sentence[-15:] in line
