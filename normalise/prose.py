"""Sentences that count: ``out of 32 indicators, 20 are on target, 3 are behind and 9 …``.

Only sentences that name their total and tie each count to what it counts are read; a number in
any other sentence is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from crossfoot.normalise.desk import Desk
from crossfoot.normalise.legends import status_of_meaning
from crossfoot.normalise.periods import find_period
from crossfoot.schema.identity import make_id
from crossfoot.schema.page import Box, TextLine
from crossfoot.schema.rows import Summary
from crossfoot.schema.text import fold
from crossfoot.schema.values import AnyStatus, Subject

_WORDS = {
    name: number
    for number, name in enumerate(
        [
            "no",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"none": 0}
_NUMBER = rf"(?:\d{{1,4}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_THINGS = (
    r"(?P<things>(?:[a-z-]+\s+){0,3}?(?:indicators?|measures?|pis|kpis|bvpis|actions?|tasks?"
    r"|milestones?|projects?|targets))"
)
_TOTAL = re.compile(
    rf"\b(?:out\s+)?of\s+(?:the\s+|a\s+|our\s+|all\s+)*(?:total\s+(?:number\s+)?(?:of\s+)?)?"
    rf"(?:the\s+)?(?P<total>{_NUMBER})\s+{_THINGS}\b(?P<rest>[^.;]*?),\s*(?P<counts>(?=[^.]*\d).*)$",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?:^|,\s*(?:and\s+)?|;\s*(?:and\s+)?|\band\s+)(?P<count>{_NUMBER})"
    rf"(?:\s*\((?P<share>\d{{1,3}}(?:\.\d+)?)\s?%\))?\s+"
    rf"(?:(?:of\s+(?:them|these|which)|{_THINGS.replace('things', 'own')})\s+)?"
    rf"(?P<verb>(?:is|are|was|were|has|have)\s+(?:been\s+)?)(?P<what>.+?)"
    rf"(?=(?:,\s*(?:and\s+)?|;\s*(?:and\s+)?|\s+and\s+)(?:{_NUMBER})\s|\s*$)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\u2022\u27a2(])")
_HINT = re.compile(r"\bof\s+(?:the\s+|a\s+|our\s+|all\s+)*(?:total|\d|[a-z]+\s)", re.IGNORECASE)
_ACTION_WORDS = re.compile(r"\b(?:actions?|tasks?|milestones?|projects?)\b", re.IGNORECASE)
_PARAGRAPH_GAP = 0.75


class Sentence(NamedTuple):
    """A sentence and the lines it is printed on."""

    text: str
    page: int
    box: Box


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
    text = fold("\n".join(line.text for line in paragraph))
    if not _HINT.search(text):
        return []
    return [
        Sentence(sentence, paragraph[0].page, _box_of(sentence, paragraph))
        for sentence in _SENTENCE_END.split(text)
        if _HINT.search(sentence)
    ]


def _box_of(sentence: str, paragraph: list[TextLine]) -> Box:
    """The box around the lines that the sentence runs over."""
    inside = [
        line.box
        for line in paragraph
        if fold(line.text) in sentence
        or sentence in fold(line.text)
        or sentence.startswith(fold(line.text)[-12:])
        or _overlaps(fold(line.text), sentence)
    ] or [line.box for line in paragraph]
    box = inside[0]
    for other in inside[1:]:
        box = box.union(other)
    return box


def _overlaps(line: str, sentence: str) -> bool:
    """Whether a line ends with the sentence's beginning, or begins with its end."""
    head, tail = sentence[:15], sentence[-15:]
    return head in line or tail in line


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _WORDS[text.casefold()]


def status_of_words(words: str, subject: Subject) -> AnyStatus | None:
    """The one status that the words of a count name; null where they name two or none."""
    words = words.strip(" .,")
    if re.search(r"\bor\b|/", words) and status_of_meaning(words, subject) is None:
        return None
    for text in (words, re.sub(r"\s+(?:in|for|at|during|with|due|as)\b.*$", "", words)):
        if status := status_of_meaning(text, subject):
            return status
    return None


def read_counting_sentence(desk: Desk, sentence: Sentence) -> bool:
    """Put the counts of a sentence on the desk; ``False`` if it counts nothing."""
    match = _TOTAL.search(sentence.text)
    if match is None:
        return False
    counts = list(_COUNT.finditer(match["counts"]))
    if not counts:
        return False
    subject: Subject = "actions" if _ACTION_WORDS.search(match["things"]) else "indicators"
    total = _number(match["total"])
    if any(_number(count["count"]) > total for count in counts):
        return False
    _write(
        desk,
        sentence,
        subject,
        0,
        total,
        None,
        fold(match[0][: match.start("rest") - match.start()]),
    )
    for number, count in enumerate(counts, start=1):
        _write(
            desk,
            sentence,
            subject,
            number,
            _number(count["count"]),
            count["what"],
            count[0],
            count["share"],
        )
    return True


def _write(  # noqa: PLR0913 - one argument per published column
    desk: Desk,
    sentence: Sentence,
    subject: Subject,
    number: int,
    count: int,
    what: str | None,
    printed: str,
    share: str | None = None,
) -> None:
    period = find_period(sentence.text) or desk.facts.period
    place = (sentence.page, sentence.box)
    box = sentence.box.rounded()
    words = what.strip(" .,") if what else None
    desk.summaries.append(
        Summary(
            **desk.in_paper(place, None, None),
            summary_id=make_id(
                desk.facts.document_id, "sentence", sentence.page, box, number, sentence.text
            ),
            subject=subject,
            section=None,
            is_total=what is None,
            status=status_of_words(words, subject) if words else None,
            status_as_printed=words or None,
            item_count=count,
            csi_count=None,
            percentage=Decimal(share) if share else None,
            period=period.label if period else None,
            as_printed=fold(printed.strip(" ,;")) or None,
        )
    )
