"""Codes that lead titles with nothing to set them off: ``ENV 11a Street lights``.

An acronym and a number before a title may be a code or words of it (``PM 10 levels``). One title
does not tell; its column does, where every row begins so, each with another number, or where its
heading says that codes stand in it.
"""

from __future__ import annotations

import re

from crossfoot.normalise.codes import parse_code
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.task import Task

_LED = re.compile(
    r"(?P<code>[A-Z][A-Z&]{1,7}[ _/-]?\d{1,4}[a-z]?(?:\s?\((?:[ivx]{1,4}|[a-z])\))?)"
    r"\s+(?P<title>[A-Za-z\u00a3%(\u2018\u201c\"'].*)"
)
_CODES_TOO = re.compile(
    r"\b(?:codes?|ref(?:erence)?|nos?|numbers?)\b\W+(?:(?:and|short|indicator|pi|kpi|measure)\W+)*"
    r"(?:name|title|description|indicator|measure|action|definition)\b",
    re.IGNORECASE,
)
_FEWEST_ROWS = 3


def with_code_set_off(view: RowView, at: int, text: str) -> str:
    """Return the title cell of a row with a colon behind its code, if its column leads with codes.

    *at* is the index of the column, *text* the folded text of the cell.
    """
    match = _match(text)
    if match is None or not _leads_with_codes(view.segment, at):
        return text
    return f"{match['code']}: {match['title']}"


def tell_left_in_titles(task: Task, at: int | None) -> None:
    """Tell of titles that may begin with a code, where the column does not say whether they do."""
    if at is None or task.segment.index("code") is not None:
        return
    led = [view for view in task.all_views if _match(view.text(at) or "") is not None]
    if len(led) < _FEWEST_ROWS or 2 * len(led) < len(task.all_views):
        return
    if not _leads_with_codes(task.segment, at):
        task.desk.tell(
            "code.in_title",
            "note",
            f"{len(led)} titles begin with what may be a code; not all do, and it was left in them",
            spots=[spot for view in led[:1] for spot in view.spots(at)],
            printed=led[0].text(at),
        )


def _match(text: str) -> re.Match[str] | None:
    """The code and the rest of a title, ``None`` where no acronym and a number lead it."""
    match = _LED.fullmatch(text)
    return match if match is not None and parse_code(match["code"]) is not None else None


def _leads_with_codes(segment: Segment, at: int) -> bool:
    """Whether the titles of a column begin with codes; asked of every row, found once."""
    known = segment.coded_titles.get(at)
    if known is None:
        known = segment.coded_titles[at] = _all_led(segment, at)
    return known


def _all_led(segment: Segment, at: int) -> bool:
    if _CODES_TOO.search(segment.columns[at].heading):
        return True
    texts = [
        text
        for view in segment.views or ()
        if at in view.own and len(view.own_printed()) > 1 and (text := view.text(at))
    ]
    found = [_match(text) for text in texts]
    if len(found) < _FEWEST_ROWS:
        return False
    led = [match for match in found if match is not None]
    codes = {match["code"] for match in led}
    titles = {match["title"].casefold() for match in led}
    return len(led) == len(codes) == len(titles) == len(texts)
