"""Sentences that count: ``out of 32 indicators, 20 are on target, 3 are behind and 9 …``.

Only sentences that name their total and tie each count to what it counts are read; a number in
any other sentence is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from crossfoot.normalise.desk import Desk
from crossfoot.normalise.legends import status_of_meaning
from crossfoot.normalise.periods import find_period
from crossfoot.normalise.sentences import Sentence
from crossfoot.schema.identity import make_id
from crossfoot.schema.model import unchecked
from crossfoot.schema.page import Box
from crossfoot.schema.rows import Summary
from crossfoot.schema.values import AnyStatus, Subject

_new_summary = unchecked(Summary)
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
_ACTION_WORDS = re.compile(r"\b(?:actions?|tasks?|milestones?|projects?)\b", re.IGNORECASE)


_SHARE = re.compile(
    r"(?:(?<=^)|(?<=,\s)|(?<=and\s)|(?<=\s))(?P<printed>(?P<share>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent))\s+"
    r"(?:of\s+[^,.\d]{1,60}?\s+)?(?:is|are|was|were|has\s+been|have\s+been)\s+(?P<what>[^,;.]+?)"
    r"(?=,|;|\.|\s+and\s+\d|$)",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    rf"\b(?:for|of|the|all|our)\s+(?:the\s+|all\s+|our\s+)*(?P<total>\d{{1,4}})\s+{_THINGS}\b",
    re.IGNORECASE,
)
_AMOUNTS = re.compile(
    r"(?:this|which|that)\s+(?:amounts\s+to|is|represents|equates\s+to)\s+"
    r"(?P<share>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:last|previous|prior|preceding)\s+(?:financial\s+)?(?:year|quarter|period|month|report)"
    r"|\b(?:a|one)\s+year\s+(?:ago|earlier|before)\b|\bsame\s+(?:period|quarter|time|point)\b",
    re.IGNORECASE,
)
_APPROVAL = re.compile(r"\s+with\s+(?:\w+\s+)?approval\W*$", re.IGNORECASE)
_BRACKETS = re.compile(r"[\[(]([^\])]*)[\])]")
_RESCHEDULED = re.compile(r"^re-?\s?(?:scheduled|programmed|profiled|phased)$", re.IGNORECASE)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _WORDS[text.casefold()]


def status_of_words(words: str, subject: Subject) -> AnyStatus | None:
    """The one status that the words of a count name; null where they name two or none."""
    words = words.strip(" .,")
    for inside in _BRACKETS.findall(words):
        if status := status_of_meaning(inside, subject):
            return status
    if _BRACKETS.search(words) and " or " in words:
        return None
    words = _BRACKETS.sub(" ", words).strip()
    if subject == "actions" and _RESCHEDULED.match(words):
        return "reprogrammed"
    if re.search(r"\bor\b|/", words) and status_of_meaning(words, subject) is None:
        return None
    for text in (words, re.sub(r"\s+(?:in|for|at|during|with|due|as)\b.*$", "", words)):
        if status := status_of_meaning(text, subject):
            return status
    return None


class _Count(NamedTuple):
    """One count of a sentence: what is counted, how often, and its share."""

    what: str | None
    number: int | None
    share: Decimal | None
    printed: str


@dataclass
class Counting:
    """Reads the counting sentences of one paper in order: some go on from the one before."""

    desk: Desk
    _subject: Subject | None = None
    _at: tuple[int, Box] | None = None

    def read(self, sentence: Sentence) -> None:
        """Put the counts of a sentence on the desk, if it counts."""
        place = (sentence.page, sentence.paragraph)
        if place != self._at:
            self._subject = None
        self._at = place
        if _PAST.search(sentence.text) and find_period(sentence.text) is None:
            return  # counts of another time than the paper's, and which is not said
        if self._subject is not None and self._goes_on(sentence, self._subject):
            return
        for reader in (_counted, _shared):
            match = reader(sentence.text)
            if match is not None:
                things, counts = match
                subject = _subject_of(things)
                for number, count in enumerate(counts):
                    self._write(sentence, subject, number, count)
                self._subject = subject
                return

    def _goes_on(self, sentence: Sentence, subject: Subject) -> bool:
        """A share of the last count, or more shares of the same total."""
        if (match := _AMOUNTS.match(sentence.text)) and self.desk.summaries:
            last = self.desk.summaries[-1]
            if last.table_no is None and not last.is_total and last.percentage is None:
                share = Decimal(match["share"])
                self.desk.summaries[-1] = last.model_copy(update={"percentage": share})
            return True
        shares = list(_SHARE.finditer(sentence.text))
        if shares and shares[0].start() == 0:
            for number, count in enumerate(_shares(shares), start=100):
                self._write(sentence, subject, number, count)
            return True
        return False

    def _write(self, sentence: Sentence, subject: Subject, number: int, count: _Count) -> None:
        desk, box = self.desk, sentence.box
        period = find_period(sentence.text) or desk.facts.period
        words = _APPROVAL.sub("", count.what).strip(" .,") if count.what else None
        desk.summaries.append(
            _new_summary(
                **desk.in_paper((sentence.page, box), None, None),
                summary_id=make_id(
                    desk.facts.document_id,
                    "sentence",
                    sentence.page,
                    box.rounded(),
                    number,
                    sentence.text,
                ),
                subject=subject,
                section=None,
                is_total=words is None,
                status=status_of_words(words, subject) if words else None,
                status_as_printed=words,
                item_count=count.number,
                csi_count=None,
                percentage=count.share,
                period=period.label if period else None,
                as_printed=count.printed,
            )
        )


def _subject_of(things: str) -> Subject:
    return "actions" if _ACTION_WORDS.search(things) else "indicators"


def _counted(text: str) -> tuple[str, list[_Count]] | None:
    """``out of 32 indicators, 20 are …, 3 are … and 9 are …``: the total and its counts."""
    match = _TOTAL.search(text)
    if match is None:
        return None
    total = _number(match["total"])
    counts = [_Count(None, total, None, match["total"])]
    for found in _COUNT.finditer(match["counts"]):
        share = Decimal(found["share"]) if found["share"] else None
        counts.append(_Count(found["what"], _number(found["count"]), share, found["count"]))
    if len(counts) < 2:
        return None
    if any((count.number or 0) > total for count in counts):
        # More than all is a fault of the paper where every part is a status, else another whole.
        subject = _subject_of(match["things"])
        parts = [status_of_words(count.what or "", subject) for count in counts[1:]]
        if len(parts) < 2 or None in parts:
            return None
    return match["things"], counts


def _shared(text: str) -> tuple[str, list[_Count]] | None:
    """``for the 167 actions … 89.2 percent … is on target [green], 6.6 percent is …``."""
    match = _WHOLE.search(text)
    shares = list(_SHARE.finditer(text, match.end())) if match else []
    if match is None or len(shares) < 2:
        return None
    counts = [_Count(None, _number(match["total"]), None, match["total"])]
    return match["things"], counts + _shares(shares)


def _shares(found: Iterable[re.Match[str]]) -> list[_Count]:
    return [
        _Count(share["what"], None, Decimal(share["share"]), share["printed"]) for share in found
    ]
