"""The lines of a paper's head: what stands before its first paragraph, and what each line is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from crossfoot.normalise.dates import parse_date
from crossfoot.normalise.periods import find_period
from crossfoot.schema.page import Reading, TextLine
from crossfoot.schema.text import fold, has_digit

HEAD_PAGES = 2
_HEAD_LINES = 45
_LONGEST_DATED = 90  # characters of a line of a head that holds a day
_NUMBERED = re.compile(
    r"^(?:\d{1,2}(?:[.)]\d{0,2}){0,2}\d*\.?\s+\S|(?:purpose|summary|introduction|recommendations?|background"
    r"|executive summary|purpose of (?:the )?report|report summary)\b\W*$)",
    re.IGNORECASE,
)
NOT_TITLE = re.compile(
    r"^(?:(?:joint )?reports? (?:of|by|from|to)\b|agenda\b|item\s+(?:no\b|\d)|appendix\b"
    r"|public(?:\W*$|\s+(?:report|document|part|item|session|agenda|questions?|speaking)\b)"
    r"|part\s+[0-9ivab]+\b|page\b|portfolio\b|wards?\b|author\b"
    r"|contact\b(?!\s(?:cent(?:re|er)|channel|statistics|figures|volumes?|data|performance)\b)"
    r"|background papers|confidential|open(?:\W*$|\s+(?:report|item|session|to)\b)|exempt"
    r"|not for publication|(?:not )?protectively marked|protect$|official\b|unclassified|minutes?\b"
    r"|classification|enclosure|annex\b|tel\b|executive member|cabinet member|lead member"
    r"|for (?:information|decision)|date\b"
    r"|www\.|https?:|councillor\b|cllr\b|key decision|non[- ]key"
    r"|present\b|(?:also )?in attendance|apologies\b|notes?\s*:|welcome$|contents$|foreword$"
    r"|(?:un)?restricted items|subject\s*:?$|this page (?:is|has been) |paper [a-z0-9]{1,2}$"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r",?\s+\d{4}$|.*\b(?:tel(?:ephone)?|e-?mail)\s*:"
    r"|(?:table of contents|document control|version control)$|passcode|password|meeting id\b"
    r"|(?:\w+ )?meeting (?:to be )?held\b|(?:to be )?held (?:on|at|in)\b"
    r"|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}[.:]\d\d\s*[ap]\.?m\b"
    r"|.{0,40}\bat \d{1,2}[.:]?\d\d\s*(?:[ap]\.?m\.?|h(?:ou)?rs)?\.?$"
    r"|status\b|from:|to:|by:)",
    re.IGNORECASE,
)
COMMITTEE = re.compile(
    r"^(?:the\s+)?(?=.{3,80}$)(?!(?:sub-?)?committee$|.*\bchief executive$)"
    r"(?:[A-Z&][\w&,'’/ -]*\b)?"
    r"(?:committee|sub-committee|board|cabinet|panel|executive|commission|forum|working party"
    r"|full council|scrutiny|(?:working|task|monitoring|steering|scrutiny) group)(?:\s+meeting)?$",
    re.IGNORECASE,
)
_COMMITTEE_WORD = re.compile(
    r"committee|board\b|cabinet\b|panel\b|executive\b|commission\b|forum\b|working|council\b|scrutiny"
    r"|(?:task|monitoring|steering|scrutiny) group",
    re.IGNORECASE,
)
#: The council before the name of its committee: ``Forest of Dean District Council - Cabinet``.
_OF_COUNCIL = re.compile(
    r"^(?:.*\b(?:council|corporation|authority)|(?:london|royal) borough of [^-\u2013\u2014]+?)"
    r"\s+[-\u2013\u2014]\s+(?=\S)",
    re.IGNORECASE,
)
#: A label and what it says; one of two words that heads no column needs no colon.
_INLINE = re.compile(
    r"^(?:(?P<label>report title|title of report|title|subject|report to|committee|meeting"
    r"|date of meeting|meeting date|date|report subject)\s*:\s*(?P<value>\S.*)"
    r"|(?P<bare>report title|title of report|report subject)\s+(?P<text>(?-i:[A-Z0-9]).*))$",
    re.IGNORECASE,
)
#: A verb: a line that ends with a full stop is then a sentence, and no title of a report.
SENTENCE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|should|shall|may|must)\b", re.IGNORECASE
)
_WEEKDAY_DATE = re.compile(
    r"\s+[-\u2013\u2014,]\s*|\s*[-\u2013\u2014]\s+|\t+|\s{3,}|\bon\s+|:\s*(?!\d\d\b)"
    r"|\s*,?\s+(?:at\s+)?(?=\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b|\d{1,2}[.:]\d\d\s*(?:hours|hrs)?$)",
    re.IGNORECASE,
)
#: Words beside a day that is not that of this paper's meeting.
_OTHER_DAY = re.compile(
    r"\b(?:next|previous|last|earlier|minutes|deadline|as at|as of|position|data|correct|period"
    r"|expir(?:y|es)|review(?:ed)? by|call[- ]in|(?:forward|work) plan"
    r"|deferred|adjourned|printed|ending|ended)\b",
    re.IGNORECASE,
)
#: What a line may end with before the day of this paper's meeting on the next; any other label, and
#: words that lead up to a day (``for the quarter ended``), say of the next line that it is another.
_OWN_DAY = re.compile(
    r"(?:\b(?:date|day|meeting|dated|committee|board|cabinet|panel|executive|council|commission"
    r"|held(?: on)?|published|publication|despatch|dispatch|issued?|(?:report|meeting) date"
    r"|(?:date|time) of (?:the )?(?:meeting|report|committee|publication|despatch|issue)"
    r"|date and time|to))\s*:$",
    re.IGNORECASE,
)
_OF_MEETING = re.compile(
    r"\b(?:committee|board|cabinet|panel|executive|council|commission|forum|scrutiny|meeting"
    r"|published|publication|issued?|date of|report date)\b",
    re.IGNORECASE,
)
_FEWEST = 3  # rows and columns of a table that is no frame around a part of the head
_LEADS_TO_DAY = re.compile(
    r":$|\b(?:as at|as of|position at|ending|ended|(?:next|previous|last) meeting|deadline|until)$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:previously|considered|reported|effect)\b", re.IGNORECASE)
REPORT_WORDS = re.compile(
    r"\b(?:performance|report|plan|review|monitoring|indicators?|progress|outturn|scorecard"
    r"|dashboard|update|tracker|exceptions|follow[- ]up|benchmarking)\b",
    re.IGNORECASE,
)


#: What minutes and agendas say of themselves: a title where nothing else in their heads is one.
OF_A_MEETING = re.compile(
    r"^(?:(?:draft|unconfirmed|approved) )?(?:minutes|notes|agenda|notice)\b.*"
    r"\b(?:meeting|held|of)\b",
    re.IGNORECASE,
)


MINUTES = re.compile(r"(?:(?:draft|unconfirmed) )?minutes of\b", re.IGNORECASE)
AGENDA = re.compile(r"\W*(?:agenda|a g e n d a)\W*", re.IGNORECASE)
#: A label that stands beside the title; those of two words head no column, with a colon or none.
LABEL = re.compile(
    r"(?:report (?:title|subject)|title of (?:the )?report|(?:name|subject) of report)\s*:?"
    r"|(?:title|subject)\s*:",
    re.IGNORECASE,
)
#: Where in the agenda's papers a title stands: ``Appendix A - Performance Report``.
_APPENDIX = re.compile(
    r"(?:appendix|annex|enclosure)\s+[a-z0-9]{1,3}\s*(?:[-\u2013\u2014:.]\s*|\s)(?=(?-i:[A-Z0-9]))",
    re.IGNORECASE,
)
#: What follows such a line without being a part of it.
NOT_AFTER = re.compile(r"^(?:present|(?:also )?in attendance|apologies|before)\b", re.IGNORECASE)


def head_lines(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines of the paper's head: before its first numbered paragraph or sentence."""
    head: list[TextLine] = []
    first = lines[0].page if lines else 1
    for line in lines:
        text = line.text.strip()
        if line.page >= first + HEAD_PAGES or len(head) >= _HEAD_LINES:
            break
        if line.margin and line.page > first:
            continue
        if not text:
            continue
        ends_head = _NUMBERED.match(text) and not parse_date(text) and find_period(text) is None
        if ends_head or (len(text) > 75 and text.endswith(".")):
            if head:
                break
            continue
        head.append(line)
    return head


def without_appendix(text: str) -> str:
    """Return a title without the number of the appendix that it is, the same text if it is none."""
    return _APPENDIX.sub("", text, count=1) if _APPENDIX.match(text) else text


def said_inline(text: str) -> tuple[str, str]:
    """Return the label that begins a line, in small letters, and what it says; else nothing."""
    match = _INLINE.match(text)
    if match is None:
        return "", ""
    return (match["label"] or match["bare"]).casefold(), match["value"] or match["text"]


def may_date(head: Sequence[TextLine], reading: Reading) -> list[TextLine]:
    """The lines of a head whose day may be the paper's own: all but page feet with a day alone.

    Below a table of figures stands the day on which the page was printed, or changed. A line that
    speaks of a meeting or of publication is believed there, too.
    """
    last = head[-1].page if head else 0
    tables = takewhile(lambda table: table.bounds[0][0] <= last, reading.tables)
    above = [
        place
        for table in tables
        if len(table.rows) >= _FEWEST and table.columns >= _FEWEST
        for place in table.bounds
    ]
    above += [(each.page, each.box) for each in reading.doubts if each.kind == "unread_table"]
    return [
        line
        for line in head
        if _OF_MEETING.search(line.text)
        or not any(page == line.page and box.y1 <= line.box.y0 for page, box in above)
    ]


def day_of(line: str) -> date | None:
    """The day that a line, or a part of it set off from the rest, wholly is."""
    if len(line) > _LONGEST_DATED or not has_digit(line) or _OTHER_DAY.search(line):
        return None
    for piece in [line, *_WEEKDAY_DATE.split(line)]:
        printed = parse_date(piece.strip(" ()[]"))
        if printed and printed.precision == "day":
            return printed.value
    return _day_of_meeting(line)[1]


def leads_to_another_day(line: str) -> bool:
    """Whether a line says of a day on the next one that it is not that of this paper's meeting."""
    if _LEADS_TO_DAY.search(line) is None:
        return False
    return _OWN_DAY.search(line) is None or bool(_OTHER_DAY.search(line) or _BEFORE.search(line))


def _day_of_meeting(line: str) -> tuple[str, date | None]:
    """Return a committee and its day, ``Cabinet, 11 June 2020``: else the line, and no day.

    Behind a comma a day is the meeting's only where a committee stands before it: ``Quarter 1,
    30 June 2020`` is the end of a period.
    """
    before, _, day = line.partition(",")
    printed = parse_date(day.strip(" ()[]")) if COMMITTEE.match(before.strip()) else None
    if printed is None or printed.precision != "day":
        return line, None
    return before.strip(), printed.value


def committee_of(text: str) -> str | None:
    """The committee that a line, but for a date, wholly names."""
    if not _COMMITTEE_WORD.search(text) or NOT_TITLE.match(text):
        return None
    bare = without_date(_OF_COUNCIL.sub("", text))
    if COMMITTEE.match(bare) and not REPORT_WORDS.search(_COMMITTEE_NAMES.sub("", bare)):
        return bare
    return None


#: Words of committees' own names that would else look like a report's title.
_COMMITTEE_NAMES = re.compile(
    r"\b(?:performance|review|monitoring)\b"
    r"(?=.*\b(?:committee|board|panel|group|commission|scrutiny)\b)",
    re.IGNORECASE,
)


def without_date(text: str) -> str:
    pieces = [piece for piece in _WEEKDAY_DATE.split(text) if piece.strip()]
    kept = [piece for piece in pieces if parse_date(piece.strip(" ()[]")) is None]
    return fold(kept[0]) if kept and len(kept) < len(pieces) else _day_of_meeting(text)[0]
