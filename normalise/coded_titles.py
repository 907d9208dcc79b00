"""Codes that lead titles with nothing to set them off: ``ENV 11a Street lights``.

An acronym and a number before a title may be a code or words of it (``PM 10 levels``). One title
does not tell; its column does, where every row begins so, each with another number, or where its
heading says that codes stand in it. A dotted number (``1.1 Early retirements``) is a reference of
the plan only under such a heading, and only where nearly all rows begin so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

from crossfoot.normalise.cards.layout import Refused
from crossfoot.normalise.codes import code_key, loose_code, parse_code, parse_reference
from crossfoot.normalise.csi import split_title
from crossfoot.normalise.enumerated import NUMBERED, are_numbered
from crossfoot.normalise.not_codes import OF_OTHERS, only_of_codes
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import RowView, views
from crossfoot.normalise.shared_codes import held_in, rise_as_codes
from crossfoot.schema.code import Code

if TYPE_CHECKING:
    from crossfoot.normalise.sheets import Sheets
    from crossfoot.normalise.survey import Block, Sheet

_LED = re.compile(
    r"(?P<code>(?:[A-Z][A-Z&]{1,7}[ ._/-]?|[A-Z]\.)\d{1,4}[a-z]?(?:\s?\((?:[ivx]{1,4}|[a-z])\))?)"
    r"\s+(?P<title>[A-Za-z\u00a3%(\u2018\u201c\"'].*)"
)
#: Codes whose number has two parts: ``PD/18/01``. ``18/19`` behind letters is no year among them.
_SERIES = re.compile(
    r"(?P<code>[A-Z][A-Z&]{1,7}(?P<mark>[_/.-])\d{1,4}(?P=mark)\d{1,4}[a-z]?)"
    r"\s+(?P<title>[A-Za-z\u00a3%(\u2018\u201c\"'].*)"
)
#: Codes of one letter, before the title or in brackets behind it: ``H96 Homes let``.
_LETTERED = {
    "letter": re.compile(
        r"(?P<code>[A-Z]\d{1,4}[a-z]?)\s+(?P<title>[A-Za-z\u00a3%(\u2018\u201c\"'].*)"
    ),
    "behind": re.compile(r"(?P<title>\S.*?)\s*\((?P<code>[A-Z]\d{1,4}[a-z]?)\)"),
}
#: A title begins with a capital or a sign: ``1.5 hours or less`` and ``1.5% of homes`` are none.
DOTTED = re.compile(
    r"(?P<code>[1-9]\d{0,2}(?:\.[1-9]\d{0,2}){1,3}[a-z]?)\.?\s*[:\u2013\u2014-]?\s+"
    r"(?P<title>[A-Z\u00a3%#(\u2018\u201c\"'].*)"
)
_CODES_TOO = re.compile(
    r"\b(?:codes?|ref(?:erence)?|nos?|numbers?)\b\W+(?:(?:and|short|indicator|pi|kpi|measure)\W+)*"
    r"(?:name|title|description|indicator|measure|action|definition)\b",
    re.IGNORECASE,
)
_MAY_BE_CODE = "a code may stand in its name, and too few others have one to tell"
_FEWEST_ROWS = 3
_NEARLY_ALL = 0.75  # of the rows: a few may have a title alone


class Led(NamedTuple):
    """A title cell taken apart: the reference that leads it, as printed, and the rest.

    ``code`` is ``None`` for the mere number of a row.
    """

    code: Code | None
    printed: str
    title: str


def led_by_reference(view: RowView, at: int, text: str) -> Led | None:
    """The plan reference that leads the title cell of a row, ``None`` where none does.

    *at* is the index of the column, *text* the folded text of the cell.
    """
    if not text[0].isdigit() or (match := DOTTED.fullmatch(text)) is None:
        return None
    code = parse_reference(match["code"])
    if code is None or not _CODES_TOO.search(view.segment.columns[at].heading):
        return None
    if not _has_references(view.segment, at):
        return None
    return Led(code, code.as_printed, match["title"])


def _has_references(segment: Segment, at: int) -> bool:
    """Whether nearly all titles of a column begin with a reference, no two with the same."""
    known = segment.referenced_titles.get(at)
    if known is None:
        found = [DOTTED.fullmatch(text) for text in _titles(segment, at)]
        codes = [match["code"] for match in found if match is not None]
        known = 0 < len(codes) == len(set(codes)) and len(codes) >= _NEARLY_ALL * len(found)
        segment.referenced_titles[at] = known
    return known


def with_code_set_off(view: RowView, at: int, text: str) -> str:
    """Return the title cell of a row with a colon behind its code, if its column leads with codes.

    *at* is the index of the column, *text* the folded text of the cell.
    """
    match = match_of_code(text)
    if match is None or not _leads_with_codes(view.segment, at):
        return text
    return f"{match['code']}: {match['title']}"


def match_of_code(text: str) -> re.Match[str] | None:
    """The code and the rest of a title, ``None`` where no acronym and a number lead it."""
    if (series := _SERIES.fullmatch(text)) is not None:
        return series
    match = _LED.fullmatch(text)
    return match if match is not None and parse_code(match["code"]) is not None else None


def led_by_letter(view: RowView, at: int, text: str) -> Led | None:
    """The code of one letter and a number in the title cell of a row, if all of its column have it.

    *at* is the index of the column, *text* the folded text of the cell. Shapes that alone are no
    codes (``E10``, a fuel) are some among others of their letter.
    """
    pattern = _LETTERED.get(_way_of(view.segment, at) or "")
    match = pattern.fullmatch(text) if pattern is not None else None
    if match is None:
        return None
    printed = match["code"]
    return Led(parse_code(printed) or _house_code(printed), printed, match["title"])


def led_by_series(view: RowView, at: int, text: str) -> Led | None:
    """The code of two numbers that leads the title cell of a row, if its column leads with codes.

    *at* is the index of the column, *text* the folded text of the cell.
    """
    match = _SERIES.fullmatch(text)
    if match is None or not _leads_with_codes(view.segment, at):
        return None
    return Led(loose_code(match["code"]), match["code"], match["title"])


def _house_code(printed: str) -> Code:
    return Code(family="local", label=printed, key=code_key(printed), as_printed=printed)


def led_by_number(view: RowView, at: int, text: str) -> Led | None:
    """The number that leads the title cell of a row, if its column counts its rows so.

    *at* is the index of the column, *text* the folded text of the cell. A number or a letter alone
    counts rows and is no code.
    """
    match = NUMBERED.fullmatch(text) if _way_of(view.segment, at) == "numbered" else None
    if match is None:
        return None
    printed = match["code"]
    code = parse_code(printed) or parse_reference(printed)
    if code is None and (match["lead"] or match["letter"]):
        code = _house_code(printed)
    return Led(code, printed, match["title"])


def tell_codes_on_cards(sheets: Sheets) -> None:
    """Look at the titles of all cards of a paper together: each stands in a segment of its own.

    Where they do not say whether they lead with codes, a card whose title may is refused: a figure
    of another name looks right.
    """
    texts = [view.text(at) or "" for sheet in sheets for _, view, at in _on_cards(sheet)]
    way = _way_of_texts(texts) if len(texts) >= _FEWEST_ROWS else None
    if way is None and not any(map(may_hold_code, texts)):
        return
    for sheet in sheets.worked_on():
        for block, view, at in _on_cards(sheet):
            if way is None and not may_hold_code(view.text(at) or ""):
                continue
            segment = block.segment
            columns = list(segment.columns)
            columns[at] = columns[at]._replace(coded=way)
            segment.columns = tuple(columns)
            segment.coded_titles.pop(at, None)
            segment.views = None
            if way is None:
                block.subject = None
                refused = Refused(_MAY_BE_CODE, view.text(at), tuple(view.spots(at)))
                sheet.refused = (*sheet.refused, refused)


def may_hold_code(text: str) -> bool:
    """Whether a title begins, or ends in brackets, with what may be its code."""
    if split_title(text).code is not None:
        return False
    if match_of_code(text) is not None:
        return True
    if (held := held_in(text)) is not None and held.shape.run_on:
        return parse_code(held.printed) is not None
    found = [pattern.fullmatch(text) for pattern in _LETTERED.values()]
    return any(match is not None and only_of_codes(*_lettered(match)) for match in found)


def _lettered(match: re.Match[str]) -> tuple[str, list[str]]:
    """The letter of a code, and its number."""
    return match["code"][0], [match["code"][1:].rstrip(ascii_lowercase)]


def all_lead_with_codes(texts: Sequence[str]) -> bool:
    """Whether each of several titles begins with another code of an acronym and a number."""
    return _way_of_texts(texts) == "acronym"


def _on_cards(sheet: Sheet) -> list[tuple[Block, RowView, int]]:
    """The cards of a sheet that have no field for the code, and where their titles begin."""
    return [
        (block, view, at)
        for block in sheet.blocks
        if "code" not in block.segment.families and block.subject is not None
        for at, column in enumerate(block.segment.columns)
        if column.on_card and column.family == "title"
        for view in views(block.segment, sheet.layout.table.columns)
        if view.text(at) and at not in view.carried
    ]


def _leads_with_codes(segment: Segment, at: int) -> bool:
    """Whether the titles of a column begin with codes of an acronym and a number."""
    return _way_of(segment, at) == "acronym"


def _way_of(segment: Segment, at: int) -> str | None:
    """How the titles of a column hold their codes; asked of every row, found once."""
    if at not in segment.coded_titles:
        column = segment.columns[at]
        if _CODES_TOO.search(column.heading):
            way: str | None = "acronym"
        else:
            way = column.coded or _way_of_texts(_titles(segment, at))
        segment.coded_titles[at] = way
    return segment.coded_titles[at]


def _way_of_texts(texts: Sequence[str]) -> str | None:
    """How all *texts* hold a code: none twice, three at least, and no title twice."""
    if len(texts) < _FEWEST_ROWS:
        return None
    if _all_other([match_of_code(text) for text in texts]):
        return "acronym"
    for way, pattern in _LETTERED.items():
        found = [pattern.fullmatch(text) for text in texts]
        if not _all_other(found):
            continue
        codes = [match["code"] for match in found if match is not None]
        letters = {code[0] for code in codes}
        known = sum(parse_code(code) is not None for code in codes)
        told = len(letters) == 1 and known >= _FEWEST_ROWS
        if told and (not letters & OF_OTHERS or rise_as_codes(texts)):
            return way
    return "numbered" if are_numbered(texts) else None


def _all_other(found: Sequence[re.Match[str] | None]) -> bool:
    led = [match for match in found if match is not None]
    codes = {match["code"] for match in led}
    titles = {match["title"].casefold() for match in led}
    return len(led) == len(codes) == len(titles) == len(found)


def _titles(segment: Segment, at: int) -> list[str]:
    """What the rows print in a column beside something else."""
    return [
        text
        for view in segment.views or ()
        if at in view.own and len(view.own_printed()) > 1 and (text := view.text(at))
    ]
