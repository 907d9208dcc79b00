"""Whether the council that a paper mentions most is its own, where its head does not say so.

A town's minutes mention the city, a developer's statement the district it builds in, a ministry's
letter the county it is sent to: each more often than any other council, and none is theirs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, tee
from typing import NamedTuple

from crossfoot.normalise.council_heads import head_council
from crossfoot.normalise.council_initials import acronyms, initials_of
from crossfoot.normalise.council_mentions import (
    find_council,
    in_hosts,
    lines_with_names,
    mentioned_council,
    mentions_in,
)
from crossfoot.normalise.heads import committee_of
from crossfoot.schema.page import Reading, TextLine

#: Among these a paper says to whom it goes and what it is about: a cover page, and the first table.
_FIRST_LINES, _FIRST_CELLS = 100, 60
_OPENING_LINES = 5
_HEAD_LINES = 15
#: How often a council's own papers call it by its initials: 7 to 46 times in 21 of a county's 24
#: that do; two to three times in town papers.
_FEWEST_INITIALS = 5
_FEWEST_REPEATS = 3
#: Bodies that principal councils alone have.
_BODIES = re.compile(
    r"\bcabinet (?:committee|members?|meeting|report|decision|procurement)\b"
    r"|\b(?:to|from|meeting|of)\s*:?\s*(?:the )?cabinet\b(?! office)"
    r"|\bexecutive (?:members?|decision|committee)\b|\bportfolio holder\b|\bscrutiny\b"
    r"|\b(?:corporate|strategic|executive|assistant) directors?\b|\bdecision (?:no|number)\b"
    r"|\bmonitoring officer\b|\bsection 151 officer\b",
    re.IGNORECASE,
)
#: What principal councils report on: parishes, builders and ministries do not.
_PERFORMANCE = re.compile(
    r"\bperformance (?:reports?|indicators?|monitoring|management|measures?|review|plan|summary"
    r"|scorecard|framework|update|information|against|outturn|dashboard|data)\b"
    r"|\b(?:key|service|corporate|council|quarterly|annual) performance\b|\bcritical success\b"
    r"|\b(?:business|corporate|council|service|delivery|improvement|best value) plan(?:s|ning)?\b"
    r"|\boutturn\b|\b(?:k|bv|l)pis?\b|\bscorecard\b|\bbest value\b"
    r"|\b(?:capital|budget|treasury) (?:strategy|monitoring|book|programme)\b|\bmedium term\b",
    re.IGNORECASE,
)
_OF_COUNCILS = re.compile(r"committee|cabinet|executive|scrutiny|full council", re.IGNORECASE)
_LOCAL = re.compile(r"\b(?:town|parish|community) (?:council|clerk)\b", re.IGNORECASE)
#: At the head of a paper: bodies that report on performance to committees as councils do.
_OTHER_BODIES = re.compile(
    r"\bnhs\b|\b(?:trust board|foundation trust|integrated care|clinical commissioning|constabulary"
    r"|fire (?:and|&) rescue|housing (?:association|group|trust)|combined authority"
    r"|national park)\b",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """The council that a paper names as its own, else the one it mentions most."""

    council: str | None
    doubted: str | None = None


@dataclass(frozen=True)
class _Texts:
    """What stands on the lines of a pack, which are not all open at a time."""

    lines: Iterable[TextLine]

    def __iter__(self) -> Iterator[str]:
        return (line.text for line in self.lines)


def named_council(reading: Reading) -> Named:
    """The council that the lines name, else that the lines and the tables name together."""
    lines = [line.text for line in reading.lines]
    cells, again = tee(_cell_texts(reading))  # opened once, and only as far as they are asked for
    found = find_council(lines, cells)
    if found is None or head_council(lines) == found:
        return Named(found)
    return _told_apart(found, lines, list(again))


def _cell_texts(reading: Reading) -> Iterator[str]:
    """Yield what the cells of the tables say; most papers' lines have named the council before."""
    for table in reading.tables:
        for row in table.rows:
            for cell in row.cells:
                if text := cell.text:
                    yield text


def mentioned_in_pack(reading: Reading) -> Named:
    """The council that the lines of a pack mention most."""
    lines = _Texts(reading.lines)
    return _told_apart(mentioned_council(lines), lines, ())


def _told_apart(found: str | None, lines: Iterable[str], cells: Sequence[str]) -> Named:
    if found is None or is_own(found, lines, cells):
        return Named(found)
    return Named(None, found)


def is_own(name: str, lines: Iterable[str], texts: Sequence[str]) -> bool:
    """Whether anything but mentions says that the paper is that of the council *name*.

    A committee or an officer of a principal council, or what such councils report on, on its first
    page; the council's web or mail address, more often than another's; its initials, as it calls
    itself; a line with its full name at its beginning, or running through the paper. *texts* are
    those of its tables.
    """
    first = [*islice(iter(lines), _FIRST_LINES), *texts[:_FIRST_CELLS]]
    if not any(map(_OTHER_BODIES.search, first[:_HEAD_LINES])):
        if any(_BODIES.search(line) or _PERFORMANCE.search(line) for line in first):
            return True
        if not any(map(_LOCAL.search, first)) and any(map(_goes_to_committee, first)):
            return True
    if acronyms(chain(lines, texts))[initials_of(name)] >= _FEWEST_INITIALS:
        return True
    return _opens(name, first[:_OPENING_LINES]) or _is_addressed(name, lines, texts)


def _goes_to_committee(line: str) -> bool:
    named = committee_of(line)
    return named is not None and _OF_COUNCILS.search(named) is not None


def _opens(name: str, lines: Sequence[str]) -> bool:
    """Whether a line begins with the council's full name."""
    return any(
        mention.name == name and mention.as_council and mention.at == 0
        for line in lines
        for mention in islice(mentions_in(line), 1)
    )


def _is_addressed(name: str, lines: Iterable[str], texts: Sequence[str]) -> bool:
    hosts = Counter[str]()
    running = Counter[str]()
    for _, line in lines_with_names(chain(lines, texts)):
        hosts.update(in_hosts(line))
        if any(each.name == name and each.as_council for each in mentions_in(line)):
            running["".join(filter(str.isalpha, line))] += 1
    if hosts and hosts.most_common(1)[0][0] == name:
        return True
    return max(running.values(), default=0) >= _FEWEST_REPEATS
