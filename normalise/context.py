"""What a paper says of itself: council, title, committee, date and period.

Only the head of the paper is read for these: the lines before its first numbered paragraph or its
first sentence, and a cover table. A date in prose is never the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from crossfoot.normalise.above import body_size, is_capitals
from crossfoot.normalise.councils import find_council, normal_name
from crossfoot.normalise.covers import Cover
from crossfoot.normalise.dates import parse_date
from crossfoot.normalise.periods import find_period, parse_period, period_from_label
from crossfoot.normalise.year_parts import find_part
from crossfoot.schema.errors import UsageError
from crossfoot.schema.page import Reading, TextLine
from crossfoot.schema.paper import Known
from crossfoot.schema.period import Period
from crossfoot.schema.text import fold
from crossfoot.schema.values import Source

_HEAD_PAGES = 2
_HEAD_LINES = 45
_NUMBERED = re.compile(
    r"^(?:\d{1,2}[.)]?\d*\.?\s+\S|(?:purpose|summary|introduction|recommendations?|background"
    r"|executive summary|purpose of (?:the )?report|report summary)\b\W*$)",
    re.IGNORECASE,
)
_NOT_TITLE = re.compile(
    r"^(?:(?:joint )?reports? (?:of|by|from|to)\b|agenda\b|item\s+(?:no\b|\d)|appendix\b"
    r"|public\b|part\s+[0-9ivab]+\b|page\b|portfolio\b|wards?\b|contact\b|author\b"
    r"|background papers|confidential|open\b|exempt|not for publication|minutes?\b"
    r"|classification|enclosure|annex\b|tel\b|executive member|cabinet member|lead member"
    r"|for (?:information|decision)|date\b"
    r"|www\.|https?:|councillor\b|cllr\b|key decision|non[- ]key"
    r"|status\b|from:|to:|by:)",
    re.IGNORECASE,
)
_COMMITTEE = re.compile(
    r"^(?:the\s+)?(?=.{3,80}$)(?:[A-Z&][\w&,'’/ -]*\b)?"
    r"(?:committee|sub-committee|board|cabinet|panel|executive|commission|forum|working group"
    r"|working party|full council|scrutiny|task group)(?:\s+meeting)?$",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"^(?P<label>report title|title of report|title|subject|report to|committee|meeting"
    r"|date of meeting|meeting date|date|report subject)\s*:\s*(?P<value>\S.*)$",
    re.IGNORECASE,
)
_WEEKDAY_DATE = re.compile(r"\s+[-\u2013\u2014,]\s*|\s*[-\u2013\u2014]\s+|\t+|\s{3,}|\bon\s+|:\s*")
_REPORT_WORDS = re.compile(
    r"\b(?:performance|report|plan|review|monitoring|indicators?|progress|outturn|scorecard"
    r"|dashboard|update)\b",
    re.IGNORECASE,
)
_SPOKEN_PERIOD = re.compile(
    r"\b(?:performance|progress|position|report|plan|data|results?|update|information|monitoring)\b"
    r"[^.]{0,140}?\b(?:for|at|during|to|in|of|covering)\s+(?:the\s+)?(?:end\s+of\s+)?"
    r"(?P<rest>[^.]{3,70})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Context:
    """What is known of a paper. ``period`` is the one its title or its text states."""

    council: str | None = None
    council_source: Source | None = None
    title: str | None = None
    committee: str | None = None
    published_on: date | None = None
    published_on_source: Source | None = None
    period: Period | None = None


def head_lines(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines of the paper's head: before its first numbered paragraph or sentence."""
    head: list[TextLine] = []
    for line in lines:
        text = line.text.strip()
        if line.page > _HEAD_PAGES or len(head) >= _HEAD_LINES:
            break
        if line.margin and line.page > 1:
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


def _published(head: Sequence[TextLine], cover: Cover) -> date | None:
    """The first line of the head, or part of one, that is wholly a day."""
    for text in [cover.date or "", *(line.text for line in head)]:
        line = fold(text)
        if len(line) > 90:
            continue
        for piece in [line, *_WEEKDAY_DATE.split(line)]:
            printed = parse_date(piece.strip(" ()[]"))
            if printed and printed.precision == "day":
                return printed.value
    return None


def _committee(head: Sequence[TextLine], cover: Cover) -> str | None:
    if cover.committee:
        return _without_date(cover.committee)
    for line in head:
        text = fold(line.text).strip()
        inline = _INLINE.match(text)
        if inline and inline["label"].casefold() in {"report to", "committee", "meeting"}:
            return _without_date(inline["value"])
        if _NOT_TITLE.match(text):
            continue
        bare = _without_date(text)
        if _COMMITTEE.match(bare) and not _REPORT_WORDS.search(_COMMITTEE_NAMES.sub("", bare)):
            return bare
    return None


#: Words of committees' own names that would else look like a report's title.
_COMMITTEE_NAMES = re.compile(
    r"\b(?:performance|review|monitoring)\b"
    r"(?=.*\b(?:committee|board|panel|group|commission|scrutiny)\b)",
    re.IGNORECASE,
)


def _without_date(text: str) -> str:
    pieces = [piece for piece in _WEEKDAY_DATE.split(text) if piece.strip()]
    kept = [piece for piece in pieces if parse_date(piece.strip(" ()[]")) is None]
    return fold(kept[0]) if kept and len(kept) < len(pieces) else text


def _title(
    head: Sequence[TextLine], cover: Cover, committee: str | None, body: float
) -> str | None:
    """The paper's title: the cover table's, else the most prominent run of lines of the head."""
    if cover.title:
        return cover.title
    runs: list[list[TextLine]] = []
    last: TextLine | None = None
    for line in head:
        text = fold(line.text).strip()
        inline = _INLINE.match(text)
        if inline and inline["label"].casefold() in {
            "report title",
            "title of report",
            "title",
            "subject",
            "report subject",
        }:
            return fold(inline["value"])
        if not _may_be_title(text, committee):
            last = None
            continue
        if last is not None and _goes_on(last, line):
            runs[-1].append(line)
        else:
            runs.append([line])
        last = line
    ranked = [(_prominence(run, body), -index, run) for index, run in enumerate(runs)]
    ranked = [entry for entry in ranked if entry[0][0] > 0]
    if not ranked:
        return None
    best = max(ranked, key=lambda entry: entry[:2])[2]
    return fold("\n".join(line.text for line in best))


def _may_be_title(text: str, committee: str | None) -> bool:
    if len(text) < 6 or _NOT_TITLE.match(text) or (committee and committee in text):
        return False
    if parse_date(text) is not None or _COMMITTEE.match(text):
        return False
    if re.search(r"\b(?:council|corporation)$", text, re.IGNORECASE) and not _REPORT_WORDS.search(
        text
    ):
        return False
    return any(char.isalpha() for char in text)


def _goes_on(upper: TextLine, lower: TextLine) -> bool:
    return (
        upper.page == lower.page
        and upper.bold == lower.bold
        and abs(upper.size - lower.size) < 0.8
        and lower.box.y0 - upper.box.y1 < 0.9 * lower.size
        and upper.text.isupper() == lower.text.isupper()
    )


def _prominence(run: Sequence[TextLine], body: float) -> tuple[int, float, int]:
    """How a run of lines stands out: by its words and print, then by its size."""
    text = " ".join(line.text for line in run)
    capitals = is_capitals(text)
    larger = bool(body) and run[0].size > body * 1.08
    marks = 2 * bool(_REPORT_WORDS.search(text)) + capitals + run[0].bold + larger
    printed = capitals or run[0].bold or larger
    return (marks if printed else 0, round(run[0].size, 1), -run[0].page)


def stated_period(title: str | None, text: Sequence[str]) -> Period | None:
    """The period the paper states (ruling 8): its title's before its text's.

    In the text only a part of a year counts, and only where performance, progress or the report
    is said to be for it: a paper mentions many years that are not its own.
    """
    if title and (period := period_of_title(title)):
        return period
    for line in text:
        for match in _SPOKEN_PERIOD.finditer(line):
            period = find_period(match["rest"])
            if period and period.kind in {"quarter", "half", "month", "months"}:
                return period
    return None


def period_of_title(title: str) -> Period | None:
    """The period a title names, also where year and part stand apart."""
    period = find_period(title)
    if period is not None and period.kind == "year":
        _, rest = parse_period(title) or (None, title)
        part = find_part(rest)
        if part is not None:
            return part[0].in_year(period.start.year) or period
    return period


def _paragraphs(reading: Reading) -> list[str]:
    """The text of the first pages, lines joined, one string per page."""
    pages: dict[int, list[str]] = {}
    for line in reading.lines:
        if line.page <= _HEAD_PAGES + 1 and not line.margin:
            pages.setdefault(line.page, []).append(line.text)
    return [fold("\n".join(lines)) for _, lines in sorted(pages.items())]


def _council(reading: Reading) -> str | None:
    """The council that the lines name, else that the lines and the tables name together."""
    lines = [line.text for line in reading.lines]
    found = find_council(lines)
    if found is None:
        cells = [cell.text for table in reading.tables for row in table.rows for cell in row.cells]
        found = find_council([*lines, *(text for text in cells if text)])
    return found


def _known_period(text: str | None) -> Period | None:
    if not text:
        return None
    try:
        return period_from_label(text)
    except UsageError:
        return find_period(text)


def read_context(reading: Reading, known: Known, cover: Cover | None) -> Context:
    """Gather what the paper says of itself; what is known from outside goes before it."""
    sheet = cover or Cover()
    head = head_lines(reading.lines)
    committee = known.committee or _committee(head, sheet)
    title = known.title or _title(head, sheet, committee, body_size(reading.lines))
    council = normal_name(known.council) if known.council else None
    council_source = known.council_source if council else None
    if council is None:
        council = _council(reading)
        council_source = "paper" if council else None
    published, published_source = known.published_on, known.published_on_source
    if published is None:
        published = _published(head, sheet)
        published_source = "paper" if published else None
    return Context(
        council=council,
        council_source=council_source or ("argument" if council else None),
        title=title,
        committee=committee,
        published_on=published,
        published_on_source=published_source or ("manifest" if published else None),
        period=_known_period(known.period) or stated_period(title, _paragraphs(reading)),
    )
