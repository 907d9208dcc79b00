"""What a title cell holds beside the title: the code, the team and the CSI or KPI marker."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from crossfoot.normalise.brackets import brackets_in, tidy
from crossfoot.normalise.codes import code_span
from crossfoot.normalise.former_codes import leads_with_two_codes, without_former_codes
from crossfoot.schema.code import Code

_CSI_WORDS = r"CSI|Critical Success Indicator"
_KPI_WORDS = r"KPI|Key Performance Indicator"
#: A marker leads the title and is followed by a word, not by the number of a code (``KPI 3``).
_LEADING = re.compile(
    rf"(?:(?P<csi>{_CSI_WORDS})|(?:{_KPI_WORDS}))\s*[-:\u2013]?\s+(?![\d_])(?=\S)"
)
_MARKER = re.compile(rf"(?:(?P<csi>{_CSI_WORDS})|(?:{_KPI_WORDS}))")
#: Brackets that say how something is measured; they belong to the title (ruling 2).
_MEASURES = re.compile(
    r"""(?: (?:calendar|working)\s+ (?:day|hour)s? | days? | weeks? | months? | years? | hours?
    | minutes? | seconds? | cumulative | snapshot | annual(?:ly)? | quarterly | monthly | rolling.*
    | year\s+to\s+date | ytd | number | no\.? | percentage | per\s?cent | average | mean | median
    | total | (?:higher|lower|bigger|smaller)\s+is\s+(?:better|good).* | new | target.* )""",
    re.IGNORECASE | re.VERBOSE,
)
_TEAM = re.compile(r"[A-Z][^\d%\u00a3]*")


class TitleParts(NamedTuple):
    """A title cell taken apart. ``is_csi`` is ``False`` only where the cell says KPI."""

    code: Code | None
    title: str | None
    team: str | None
    is_csi: bool | None


@lru_cache(maxsize=512)  # a row is looked at several times on its way
def split_title(text: str, *, team_expected: bool = False) -> TitleParts:
    """Split a title cell (rulings 1 and 2).

    The team is a bracket standing after the code's bracket with nothing but brackets between and
    behind. Where no bracket holds a code a closing bracket is the team only if the caller says
    that one is expected.
    """
    line = without_former_codes(" ".join(text.split()))
    line, is_csi = _take_bracketed_marker(line)
    line, is_csi = _take_leading_marker(line, is_csi)
    found = None if leads_with_two_codes(line) else code_span(line)
    code: Code | None = None
    team: str | None = None
    if found is None:
        before, after = line, ""
    else:
        code, start, end = found
        before, after = line[:start], line[end:]
        if start and line[start] in "([":
            after, team = _take_team(after)
    if start_of_code_leads := found is not None and not before.strip():
        after, is_csi = _take_leading_marker(after.lstrip(" :-\u2013"), is_csi)
    title = tidy(f"{before} {after}" if not start_of_code_leads else after)
    if team is None and team_expected:
        title, team = _take_last_bracket(title)
    return TitleParts(code, title or None, team, is_csi)


def _take_leading_marker(line: str, known: bool | None) -> tuple[str, bool | None]:
    match = _LEADING.match(line)
    if match is None or known is not None:
        return line, known
    return line[match.end() :], match["csi"] is not None


def _take_bracketed_marker(line: str) -> tuple[str, bool | None]:
    for start, end, inside in brackets_in(line):
        if match := _MARKER.fullmatch(inside):
            return tidy(line[:start] + " " + line[end:]), match["csi"] is not None
    return line, None


def _is_team(inside: str) -> bool:
    return bool(_TEAM.fullmatch(inside)) and not _MEASURES.fullmatch(inside)


def _take_team(after: str) -> tuple[str, str | None]:
    """Take the last of the brackets that follow the code, if nothing else follows it."""
    brackets = brackets_in(after)
    outside = after
    for start, end, _ in reversed(brackets):
        outside = outside[:start] + outside[end:]
    if outside.strip() or not brackets:
        return after, None
    start, end, inside = brackets[-1]
    return (after[:start] + after[end:], inside) if _is_team(inside) else (after, None)


def _take_last_bracket(title: str) -> tuple[str, str | None]:
    brackets = brackets_in(title)
    if not brackets or brackets[-1][1] != len(title) or not _is_team(brackets[-1][2]):
        return title, None
    start, _, inside = brackets[-1]
    return tidy(title[:start]), inside
