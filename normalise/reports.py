"""The reports that are bound into one paper: an agenda pack holds dozens.

A report begins on a page whose first lines make up the head of one: two of the kinds of line that
heads are made of, one of them a kind that stands nowhere else. What follows belongs to it up to the
next head, its appendices as well: a page that calls itself an appendix begins none. Of a running
head only the first is looked at: where a new one begins, a report may. A paper with a cover sheet
is one report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeVar

from crossfoot.normalise.council_heads import letterhead
from crossfoot.normalise.heads import committee_of, day_of
from crossfoot.schema.packed_pages import lines_of_pages, some_tables, without_rows
from crossfoot.schema.page import Reading, TextLine
from crossfoot.schema.text import fold, has_digit

_TOP_LINES = 14
_LONGEST = 110  # characters of a line of a head
_LONGEST_NAME = 90  # characters of a committee's name with the day beside it
_COVER_PAGES = 2  # before the first report of a paper that is no pack
_FEWEST_KINDS = 2

#: A page without one of these begins no report; asked of all its first lines at once.
_HINT = re.compile(
    r"\breports?\b|\bitem\b|council\b|committee|cabinet|board\b|panel|executive|commission|scrutiny"
    r"|forum|working (?:group|party)",
    re.IGNORECASE,
)
#: Whatever follows them, these begin one.
_HINTS = frozenset(
    ["committee", "cabinet", "panel", "executive", "commission", "scrutiny", "forum"]
)
_APPENDIX = re.compile(r"^\W*(?:appendix|appendices|annex(?:e|ure)?)\b", re.IGNORECASE)
#: Kinds of lines that stand in the head of a report and nowhere else.
_OWN = {
    "report": re.compile(
        r"^(?:joint |urgent |briefing |information |progress )?reports?\s+(?:of|by|from|to)\b"
        r"|^report\s+(?:title|author|subject|no|ref|number)\b|^(?:title of (?:the )?report"
        r"|subject of (?:the )?report|report title|decision maker|name of report)\b",
        re.IGNORECASE,
    ),
    "item": re.compile(
        r"^(?:agenda\s+item|item)\b\W*(?:no\.?|number|:)?\W*\d{1,3}[a-z]?\W*$"
        r"|\bagenda\s+item\s*(?:no\.?|number)?\W*\d{1,3}[a-z]?\W*$",
        re.IGNORECASE,
    ),
}
#: One of these stands in each of the lines above.
_OWN_WORDS = frozenset(["report", "item", "decision"])
#: One of these, or a digit, stands in each line of a head that tells anything. They are looked for
#: first, since a page has few of them or none.
_WORDS = (
    *_HINTS, *_OWN_WORDS, "council", "board", "working", "borough", "city", "county", "comhairle",
    "cyngor", "authority", "task", "purpose", "summary",
)  # fmt: skip
_OPENING = re.compile(
    r"^(?:1\.?0?\.?\s+)(?:purpose|introduction|summary|executive summary|background|decision"
    r"|recommendation|reason|what|context|synopsis)"
    r"|^(?:purpose of (?:the |this )?report|executive summary|report summary)\W*$",
    re.IGNORECASE,
)
_SMALL_WORD = re.compile(r"(?<![^\W\d_])[a-z]{3,}")
_MOST_SMALL_WORDS = 6  # in a council's, a committee's or a meeting's line; in prose more
_PAGE_ONE = re.compile(r"^\W*(?:page\s+)?1(?:\s+of\s+\d{1,3})?\W*$", re.IGNORECASE)


T = TypeVar("T")


class Report(NamedTuple):
    """The pages of a paper from *first* to *last*, 1-based, with what was read there.

    ``bare`` is its reading without lines and tables, ``numbers`` those that its tables have among
    all of the *whole* paper.
    """

    first: int
    last: int
    bare: Reading
    numbers: Sequence[int]
    whole: Reading

    @property
    def reading(self) -> Reading:
        """What was read there; made anew each time, so that one report at a time is unpacked.

        Of a long one tables and lines stay packed, too, and come one after the other.
        """
        return self.bare._replace(
            tables=some_tables(self.whole.tables, self.numbers),
            lines=lines_of_pages(self.whole.lines, self.first, self.last),
        )


def reports_of(reading: Reading) -> list[Report]:
    """Return the reports of a paper in order; the first begins on page 1, with the front sheet."""
    starts = list(_starts(reading.lines))
    if len(starts) == 1 and starts[0] <= 1 + _COVER_PAGES:
        starts = []
    firsts = [1, *starts]
    bare = reading._replace(tables=(), lines=())
    if len(firsts) == 1:
        return [Report(1, reading.pages, bare, range(len(reading.tables)), reading)]
    lasts = [*(start - 1 for start in starts), max(reading.pages, firsts[-1])]
    numbers = _shared(
        firsts,
        range(len(reading.tables)),
        (table.bounds[0][0] for table in without_rows(reading.tables)),
    )
    lost = _shared(firsts, reading.lost, (page.page for page in reading.lost))
    doubts = _shared(firsts, reading.doubts, (doubt.page for doubt in reading.doubts))
    return [
        Report(
            first,
            last,
            bare._replace(lost=tuple(lost[at]), doubts=tuple(doubts[at]), passed=()),
            numbers[at],
            reading,
        )
        for at, (first, last) in enumerate(zip(firsts, lasts, strict=True))
    ]


def _shared(firsts: Sequence[int], things: Iterable[T], pages: Iterable[int]) -> list[list[T]]:
    """Share things out among the reports by the pages they stand on."""
    shares: list[list[T]] = [[] for _ in firsts]
    for thing, page in zip(things, pages, strict=True):
        shares[bisect_right(firsts, page) - 1].append(thing)
    return shares


def _starts(lines: Sequence[TextLine]) -> Iterator[int]:
    """Yield the pages after the first on which a report begins."""
    before: list[set[str]] = [set(), set()]
    for page, of_page in groupby(lines, key=attrgetter("page")):
        top, margins, count = list[str](), set[str](), 0
        running = before[0] | before[1]
        for line in of_page:
            if line.margin:
                margins.add(line.text)
            if count < _TOP_LINES and line.text and line.text not in running:
                top.append(line.text)
            count += not line.margin
        if page > 1 and _begins(top, margins):
            yield page
        before = [before[1], margins]


def _begins(top: Sequence[str], margins: Iterable[str]) -> bool:
    """Whether the first lines of a page make up the head of a report."""
    printed = "\n".join(top)
    lowered = printed.casefold()
    words = [word for word in _WORDS if word in lowered]
    if not words or (_HINTS.isdisjoint(words) and not _HINT.search(printed)):
        return False
    of_appendix = "append" in lowered or "annex" in lowered
    own_words = [word for word in words if word in _OWN_WORDS]
    kinds = set[str]()
    for line in top:
        if of_appendix and _APPENDIX.match(line):
            return False
        lowered = line.casefold()
        if not has_digit(line) and not any(map(lowered.__contains__, words)):
            continue
        text = fold(line)
        if len(text) > _LONGEST:
            continue
        if own_words and any(map(lowered.__contains__, own_words)):
            kinds |= {kind for kind, pattern in _OWN.items() if pattern.search(text)}
        if len(_SMALL_WORD.findall(text)) > _MOST_SMALL_WORDS:
            continue
        if letterhead(text):
            kinds.add("council")
        elif len(text) <= _LONGEST_NAME and committee_of(text):
            kinds.add("meeting")
        if day_of(text):
            kinds.add("day")
        elif _OPENING.match(text):
            kinds.add("opening")
            break
    if any(_PAGE_ONE.match(margin) for margin in margins if "1" in margin):
        kinds.add("page one")
    return len(kinds) >= _FEWEST_KINDS and not kinds <= {"day", "opening", "page one"}
