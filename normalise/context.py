"""What a paper says of itself: council, title, committee, date and period.

Only the head of the paper is read for these: the lines before its first numbered paragraph or its
first sentence, and a cover table. A date in prose is never the day of publication.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from crossfoot.normalise.council_evidence import Named, mentioned_in_pack, named_council
from crossfoot.normalise.council_heads import head_council
from crossfoot.normalise.councils import normal_name
from crossfoot.normalise.cover_lines import cover_of_lines
from crossfoot.normalise.covers import Cover
from crossfoot.normalise.heads import (
    HEAD_PAGES,
    committee_of,
    day_of,
    head_lines,
    leads_to_another_day,
    may_date,
    said_inline,
    without_date,
)
from crossfoot.normalise.paper_periods import known_period, stated_period, with_periods_below
from crossfoot.normalise.paper_titles import title_of, title_of_meeting
from crossfoot.schema.page import Reading, TextLine
from crossfoot.schema.paper import Known
from crossfoot.schema.period import Period
from crossfoot.schema.text import fold
from crossfoot.schema.values import Source


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
    title = known.title or title_of(head, sheet, committee, body)

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
        title=title or title_of_meeting(head),
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
