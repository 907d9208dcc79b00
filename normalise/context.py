"""What a paper says of itself: council, title, committee, date and period.

Only the head of the paper is read for these: the lines before its first numbered paragraph or its
first sentence, and a cover table. A date in prose is never the day of publication.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from crossfoot.normalise.above import is_capitals
from crossfoot.normalise.council_evidence import Named, mentioned_in_pack, named_council
from crossfoot.normalise.council_heads import head_council
from crossfoot.normalise.councils import normal_name
from crossfoot.normalise.cover_lines import cover_of_lines
from crossfoot.normalise.covers import Cover
from crossfoot.normalise.heads import (
    AGENDA,
    COMMITTEE,
    HEAD_PAGES,
    LABEL,
    MINUTES,
    NOT_AFTER,
    NOT_TITLE,
    OF_A_MEETING,
    REPORT_WORDS,
    SENTENCE,
    committee_of,
    day_of,
    head_lines,
    leads_to_another_day,
    may_date,
    said_inline,
    without_appendix,
    without_date,
)
from crossfoot.normalise.paper_periods import known_period, stated_period, with_periods_below
from crossfoot.schema.page import Reading, TextLine
from crossfoot.schema.paper import Known
from crossfoot.schema.period import Period
from crossfoot.schema.text import fold
from crossfoot.schema.values import Source

_LINES_OF_A_MEETING = 3
_LARGER = 1.08  # times the size of the text around it
_TITLE_LABELS = frozenset({"report title", "title of report", "title", "subject", "report subject"})
_COUNCIL = re.compile(
    r"\b(?:council|corporation|authority|partnership|trust|limited|ltd)$"
    r"|^(?:the )?(?:london|royal) borough of\b",
    re.IGNORECASE,
)
_OVERPRINTED = "\ufffd"  # stands where two prints lie over each other


@dataclass(frozen=True)
class Context:
    """What is known of a paper. ``period`` is the one its title or its text states.

    ``doubted`` is the council that it mentions most, where nothing says that it is its own.
    """

    council: str | None = None
    doubted: str | None = None
    council_source: Source | None = None
    title: str | None = None
    committee: str | None = None
    published_on: date | None = None
    published_on_source: Source | None = None
    period: Period | None = None


def _published(head: Sequence[TextLine], cover: Cover) -> date | None:
    """The first line of the head, or part of one, that is wholly a day."""
    before = ""
    for text in map(fold, [cover.date or "", *(line.text for line in head)]):
        if (day := day_of(text)) and not leads_to_another_day(before):
            return day
        before = text
    return None


def _committee(head: Sequence[TextLine], cover: Cover) -> str | None:
    if cover.committee:
        return without_date(cover.committee)
    for line in head:
        text = fold(line.text).strip()
        label, value = said_inline(text)
        if label in {"report to", "committee", "meeting"}:
            return without_date(value)
        if found := committee_of(text):
            return found
    return None


def _title(
    head: Sequence[TextLine], cover: Cover, committee: str | None, body: float
) -> str | None:
    """The paper's title: the cover table's, else the most prominent run of lines of the head."""
    if cover.title:
        return cover.title
    runs: list[list[TextLine]] = []
    last: TextLine | None = None
    beside = _beside(head)
    for index, line in enumerate(head):
        text = fold(line.text).strip()
        label, value = said_inline(text)
        if label in _TITLE_LABELS:
            return fold(value)
        if LABEL.fullmatch(text) and (labelled := _beside_label(head, index)):
            return labelled
        if LABEL.fullmatch(text) or not _may_be_title(text, committee) or index in beside:
            last = None
            continue
        if last is not None and _goes_on(last, line):
            runs[-1].append(line)
        elif text[0].islower() or text[0] in "(.":  # the rest of a line that is no title
            last = None
            continue
        else:
            runs.append([line])
        last = line
    ranked = [(_prominence(run, body), -index, run) for index, run in enumerate(runs)]
    ranked = [entry for entry in ranked if entry[0][0] > 0]
    if not ranked:
        return _largest(runs, head)
    best = max(ranked, key=lambda entry: entry[:2])[2]
    title = without_appendix(fold("\n".join(line.text for line in best)))
    before = itertools.takewhile(lambda line: line is not best[0], head)
    if not REPORT_WORDS.search(title) and (
        any(AGENDA.fullmatch(line.text) for line in head)
        or any(MINUTES.match(line.text.strip()) for line in before)
    ):
        return None  # an officer's name, a hall, the first item
    return title


def _largest(runs: Sequence[Sequence[TextLine]], head: Sequence[TextLine]) -> str | None:
    """The title of a paper of tables alone, whose title is the most of its text: the largest."""
    if not runs:
        return None
    largest = max(runs, key=lambda run: run[0].size)
    others = [line.size for line in head if line not in largest]
    title = without_appendix(fold("\n".join(line.text for line in largest)))
    if not others or largest[0].size <= _LARGER * max(others) or not REPORT_WORDS.search(title):
        return None
    return title


def _beside(head: Sequence[TextLine]) -> set[int]:
    """The lines printed in bold beside another of their size: headings of columns, no title."""
    return {
        at
        for index, (left, right) in enumerate(itertools.pairwise(head))
        if left.bold and right.bold and left.page == right.page
        if abs(left.box.y1 - right.box.y1) < 1.0 and left.size == right.size
        for at in (index, index + 1)
    }


def _beside_label(head: Sequence[TextLine], index: int) -> str | None:
    """What stands on the level of the label ``Subject:``, and in the lines right below that."""
    label, value = head[index], head[index + 1 : index + 1 + _LINES_OF_A_MEETING]
    if not value or abs(value[0].box.y0 - label.box.y0) > label.size / 2:
        return None
    run = [value[0]]
    for lower in value[1:]:
        if abs(lower.box.x0 - run[0].box.x0) > 1.0 or not _goes_on(run[-1], lower):
            break
        run.append(lower)
    text = fold("\n".join(line.text for line in run))
    return text if any(map(str.isalpha, text)) else None


def _of_meeting(head: Sequence[TextLine]) -> str | None:
    """What minutes or an agenda say of themselves at their head, over as many lines as it takes."""
    for index, line in enumerate(head):
        if OF_A_MEETING.match(fold(line.text).strip()):
            run = [line]
            for lower in head[index + 1 : index + _LINES_OF_A_MEETING]:
                if not _goes_on(run[-1], lower) or NOT_AFTER.match(lower.text.strip()):
                    break
                run.append(lower)
            return fold("\n".join(each.text for each in run))
    return None


def _may_be_title(text: str, committee: str | None) -> bool:
    text = without_appendix(text)
    if text.endswith(".") and SENTENCE.search(text):
        return False
    if _OVERPRINTED in text or (text.endswith((".", ":")) and not REPORT_WORDS.search(text)):
        return False
    if len(text) < 6 or NOT_TITLE.match(text) or (committee and committee in text):
        return False
    if COMMITTEE.match(text) or (day_of(text) and not REPORT_WORDS.search(text)):
        return False
    if _COUNCIL.search(text) and not REPORT_WORDS.search(text):
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
    larger = bool(body) and run[0].size > body * _LARGER
    marks = 2 * bool(REPORT_WORDS.search(text)) + capitals + run[0].bold + larger
    printed = capitals or run[0].bold or larger
    return (marks if printed else 0, round(run[0].size, 1), -run[0].page)


def _paragraphs(reading: Reading) -> Iterator[str]:
    """Yield the text of each of the first pages, lines joined; of most papers it is not asked."""
    pages: dict[int, list[str]] = {}
    first = reading.lines[0].page if reading.lines else 1
    for line in reading.lines:
        if line.page <= first + HEAD_PAGES and not line.margin:
            pages.setdefault(line.page, []).append(line.text)
    for _, lines in sorted(pages.items()):
        yield fold("\n".join(lines))


def pack_context(reading: Reading, front: Reading, known: Known) -> Context:
    """What a pack of reports says of itself before its *front* sheet is read: its council."""

    def own() -> Named:
        head = head_council([line.text for line in head_lines(front.lines)])
        return Named(head) if head else mentioned_in_pack(reading)

    council, source, doubted = _council_of(known, own)
    return Context(council=council, doubted=doubted, council_source=source)


def read_context(
    reading: Reading, known: Known, cover: Cover | None, body: float, pack: Context | None = None
) -> Context:
    """Gather what the paper says of itself; what is known from outside goes before it.

    What a manifest repeats from the paper unchanged is the paper's: a draft of it is made of what
    the papers say. *body* is the height of its body text in points, *pack* what the pack says that
    holds the report: its council unless the report bears the name of another at its head, and its
    day unless the report prints its own.
    """
    head = head_lines(reading.lines)
    sheet = cover or cover_of_lines(head) or Cover()
    committee = known.committee or _committee(head, sheet)
    title = known.title or _title(head, sheet, committee, body)

    def own() -> Named:
        if pack is None:
            return named_council(reading)
        own_head = head_council([line.text for line in head])
        return Named(own_head) if own_head else Named(pack.council, pack.doubted)

    council, council_source, doubted = _council_of(known, own)
    published = _published(may_date(head, reading), sheet) or (pack.published_on if pack else None)
    published_source: Source | None = "paper" if published else None
    if known.published_on and (
        known.published_on != published or known.published_on_source == "argument"
    ):
        published, published_source = known.published_on, known.published_on_source or "manifest"
    return Context(
        council=council,
        doubted=doubted,
        council_source=council_source,
        title=title or _of_meeting(head),
        committee=committee,
        published_on=published,
        published_on_source=published_source,
        period=known_period(known.period)
        or stated_period(with_periods_below(title, head), _paragraphs(reading)),
    )


def _council_of(
    known: Known, own: Callable[[], Named]
) -> tuple[str | None, Source | None, str | None]:
    """The council, who says so, and which one may be it where nothing does.

    *own* finds what the paper says, and is dear to ask.
    """
    if not known.council:
        found = own()
        return found.council, "paper" if found.council else None, found.doubted
    given = normal_name(known.council)
    if known.council_source == "manifest" and own().council == given:
        return given, "paper", None
    return given, known.council_source or "argument", None
