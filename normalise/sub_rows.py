"""Rows that are parts of the row above them: ``(a)`` under ``BV109``, ``- major``, ``of which``.

Their own words name them only beside that row's: two indicators of a paper may both have a part
called ``major applications``. Such a row goes by both names, and by both codes where the column of
codes counts the parts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossfoot.normalise.codes import parse_code
from crossfoot.normalise.families import FIGURE_FAMILIES
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import RowView
from crossfoot.schema.code import Code

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_MARK = re.compile(r"\(?(?P<mark>[a-z]|[ivx]{1,4})[).]{0,2}")
_LED = re.compile(
    r"(?:[-\u2013\u2014\u2022\u00b7\u25aa\u25cf]\s*(?=[^\W\d_])"
    r"|\((?P<inside>[a-z]|[ivx]{1,4})\)\s*|(?P<before>[a-z]|[ivx]{1,4})\)\s+)(?P<title>\S.*)"
)
_OF_WHICH = re.compile(r"of (?:which|these|those)\b.+", re.IGNORECASE)
_ENDS = " :-\u2013"
#: A lone text above may be a section; one that ends in a colon or has so many words is a name.
_NAME_WORDS = 4


@dataclass(frozen=True)
class Part:
    """A row that is part of another: the row it is of, its mark (``a``), and its own name."""

    whole: RowView
    mark: str | None
    title: str | None


def part_of(view: RowView, title_at: int | None) -> Part | None:
    """What a row is part of, ``None`` for a row of its own; *title_at* is the column of names."""
    segment = view.segment
    if segment.parts is None:
        segment.parts = _parts(segment, title_at)
    found: Part | None = segment.parts.get(view.row.row_no)
    return found


def with_whole(whole: str | None, own: str | None) -> str | None:
    """The name of a row behind that of the row it is part of."""
    if not whole or not own:
        return own or whole
    return f"{whole.rstrip(_ENDS)}: {own}"


def code_of_part(part: Part, whole: Code | None, printed: str | None) -> Code | None:
    """The code that the mark of a row makes of the code it stands under (``BV109`` and ``(a)``)."""
    if whole is None or part.mark is None or printed is None:
        return None
    code = parse_code(f"{whole.as_printed}({part.mark})")
    if code is None or not code.key.startswith(whole.key):
        return None
    return code.model_copy(update={"as_printed": printed})


def _parts(segment: Segment, title_at: int | None) -> dict[int, Part]:
    if title_at is None or not segment.families & FIGURE_FAMILIES:
        return {}
    code_at = segment.index("code")
    found: dict[int, Part] = {}
    whole: RowView | None = None
    last: str | None = None
    for view in segment.views or ():
        if not view.own_printed():
            continue
        mark, title = _led(view, code_at, title_at)
        if not mark and not title:
            whole, last = (view if _may_be_whole(view, code_at, title_at) else None), None
        elif whole is not None and (mark is None or _follows(last, mark)):
            found[view.row.row_no] = Part(whole, mark, title)
            last = mark
        else:
            whole = None
    return found


def _led(view: RowView, code_at: int | None, title_at: int) -> tuple[str | None, str | None]:
    """The mark that says that a row is a part, and its name without it; one may be ``None``."""
    title = view.text(title_at)
    code = view.text(code_at)
    if code is not None:
        match = _MARK.fullmatch(code) if len(code) <= len("(viii).") else None
        return (match["mark"], title) if match is not None else (None, None)
    if not title:
        return None, None
    if match := _LED.fullmatch(title):
        return match["inside"] or match["before"], match["title"]
    return None, title if _OF_WHICH.fullmatch(title) else None


def _follows(last: str | None, mark: str) -> bool:
    """Whether a mark is the first of a count, or the one after the *last*."""
    if last is None:
        return mark in {"a", "i"}
    if mark in _ROMANS and last in _ROMANS and _ROMANS.index(mark) == _ROMANS.index(last) + 1:
        return True
    return len(mark) == len(last) == 1 and ord(mark) == ord(last) + 1


def _may_be_whole(view: RowView, code_at: int | None, title_at: int) -> bool:
    """Whether a row names what may have parts; a text over the table is a section."""
    title = view.text(title_at)
    if title is None or not view.own.get(title_at):
        return False
    if view.text(code_at) is not None or len(view.own_printed()) > 1:
        return True
    return title.endswith(":") or len(title.split()) >= _NAME_WORDS
