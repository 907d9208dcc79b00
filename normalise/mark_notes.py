"""Footnotes that say how final the figures are that a sign or a letter marks.

``* provisional`` below a table, ``p = provisional, r = revised`` anywhere in the paper: the mark
stands behind a heading (``2006/07 Outturn*``, ``2006/07p``) or behind a figure (``87.3*``,
``87.3p``). A note that says anything besides explains no mark here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from crossfoot.normalise.standings import may_hold_standing, split_standing
from crossfoot.schema.page import Cell, Table, prints

#: What each mark of a table says, in words such as ``provisional``. Marks are without brackets.
Marks = Mapping[str, str]

_SIGN = r"[*\u2020\u2021\u00a7#^~]{1,3}|[\u00b9\u00b2\u00b3]"
#: A mark, what links it to its words, and a place where one may begin.
_MARK = re.compile(
    rf"(?:^|(?<=[\s,;]))(?:(?P<sign>{_SIGN})\s*(?:[=:\u2013\u2014-]|(?:denotes?|means?|indicates?)\b)?"
    r"|[(\[](?P<in>[a-z]|\d{1,2})[)\]]\s*(?:[=:\u2013\u2014-]|(?:denotes?|means?|indicates?)\b)?"
    r"|[\u2018\u2019'\"]?(?P<letter>[a-z]|\d)[\u2018\u2019'\"]?"
    r"\s*(?:[=:]|[\u2013\u2014-](?=\s)|(?:denotes?|means?|indicates?)\b)"
    r"|^(?P<number>\d)(?=\s+[a-z]))\s*",
    re.IGNORECASE,
)
#: A mark that is all of its line.
_ALONE = re.compile(rf"{_SIGN}|[(\[]?(?:\d|[a-z])[)\]]?", re.IGNORECASE)
#: ``Figures marked * are provisional``, ``values with an asterisk (*) are estimates``.
_MARKED = re.compile(
    r"\b(?:marked|followed|shown|with|denoted|indicated)\s(?:with\s|by\s|as\s)?(?:an?\s|the\s)?"
    r"(?:asterisk\s|star\s|letter\s|dagger\s)?[(\[\u2018'\"]?"
    rf"(?P<mark>{_SIGN}|[a-z])[)\]\u2019'\"]?\s(?:is|are)\s(?P<words>.+)$",
    re.IGNORECASE,
)
#: Words that add nothing to what is said of how final figures are.
_FILLERS = re.compile(
    r"\b(?:(?:20)?\d\d\s?[/-]\s?(?:20)?\d\d|20\d\d|figures?|data|out-?\s?turns?|results?|values?"
    r"|actuals?|performance|position|this|these|those|the|an?|is|are|was|were|all|only|at|present"
    r"|currently|still|stage|time|of|year[\s-]?end|annual|and|may|be|been|has|have|to|for|from|in"
    r"|denotes?|means?|indicates?|pending|until|awaiting|audit(?:ed|ing)?|by|auditors?|external"
    r"|since|last|previous(?:ly)?|reported|published|report|paper|quarter|year|change[ds]?|subject"
    r"|therefore|outstanding|shown)\b|[\W_]+",
    re.IGNORECASE,
)
#: Longer than any footnote of this kind.
_LONGEST = 160
_RAISED_DIGITS = {"1": "\u00b9", "2": "\u00b2", "3": "\u00b3"}
_RAISED = {ord(raised): digit for digit, raised in _RAISED_DIGITS.items()}
#: Rows at the end of a table that may hold its footnotes.
_LAST_ROWS = 4
_EDGES = "()[] "


def marks_of(table: Table, below: Iterable[str], paper: Marks) -> Marks:
    """What the marks of a table say: by the lines *below* it, its last rows, the whole *paper*."""
    own: dict[str, str | None] = {}
    for mark, words in _explained((*_notes_in(table), *_joined(below))):
        own.setdefault(mark, words)  # what stands below the next table comes later
    if not own:
        return paper
    return {mark: words for mark, words in {**paper, **own}.items() if words is not None}


def marks_of_paper(lines: Sequence[str]) -> Marks:
    """What the lines of a paper say of marks, wherever they stand: ``p = provisional``."""
    if not _links("\n".join(lines)):  # most reports of a pack: asked at once
        return {}
    linked = filter(_links, lines)
    return {mark: words for mark, words in _explained(linked) if words is not None}


def _links(line: str) -> bool:
    """Whether letters may be linked to words; written out, for every line of a pack is asked."""
    return (
        "=" in line
        or " mean" in line
        or "marked" in line
        or " denote" in line
        or " indicate" in line
        or "asterisk" in line
    )


def plain_mark(text: str) -> str:
    """A mark as :data:`Marks` has it: ``1`` for ``(1)`` and for a raised one."""
    return text.strip(_EDGES).translate(_RAISED)


def with_words(text: str, marks: Marks) -> str:
    """A heading with the words of its marks in their places: ``2006/07 (provisional figures)``."""
    for mark, words in marks.items():
        text = _behind(mark).sub(f" ({words} figures) ", text)
    return text


def raised_words(cell: Cell, marks: Marks) -> str:
    """A heading cell's text with the words of the mark that is printed as its superscript."""
    words = marks.get(plain_mark(cell.raised_text)) if marks else None
    return f"{cell.plain} ({words} figures)" if words else cell.plain


def split_mark(text: str, marks: Marks) -> tuple[str, str] | None:
    """Part a figure from the explained mark behind it: ``87.3p``, ``97.1% (1)``."""
    for mark in marks:
        if (found := _behind(mark).search(text)) and not text[found.end() :].strip():
            figure = text[: found.start()].strip()
            if not mark.isdigit() or "%" in figure or "." in figure:
                return figure, text[found.start() :].strip()
    return None


def is_explained(mark: str, below: str) -> bool:
    """Whether a line begins with the mark, whatever it says of it."""
    return any(line.lstrip().startswith(mark) for line in below.split("\n"))


def _behind(mark: str) -> re.Pattern[str]:
    """Where a mark stands behind a word or a figure."""
    bracketed = rf"(?<=[\w%)])\s?[(\[]{re.escape(mark)}[)\]]"
    if mark.isdigit():
        raised = _RAISED_DIGITS.get(mark)
        return re.compile(rf"{bracketed}|(?<=[\w%)])\s?{raised}" if raised else bracketed)
    if mark.isalpha():
        return re.compile(rf"{bracketed}|(?<=[\d%])\s?{mark}(?!\w)|(?<=[a-z])\s{mark}$")
    end = rf"{re.escape(mark)}(?![*\u2020\u2021\u00a7#^~])"
    return re.compile(rf"(?<=[\w%)])\s?{end}|^{end}(?=\s?\w)")


def _notes_in(table: Table) -> Iterator[str]:
    """The texts that stand alone in the last rows of a table."""
    for row in table.rows[-_LAST_ROWS:]:
        texts = filter(prints, row.cells)
        first, second = next(texts, None), next(texts, None)
        if first is not None and second is None:
            yield from first.lines.split("\n")


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """The lines, a mark that is raised before its note and so read as a line put before it."""
    mark = ""
    for line in lines:
        text = line.strip()
        if not mark and _ALONE.fullmatch(text):
            mark = text
            continue
        yield f"({plain_mark(mark)}) {text}" if mark[-1:].isalnum() else f"{mark} {text}"
        mark = ""


def _explained(lines: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """Each mark with its words; null where a line begins with it and says something else."""
    for line in map(str.strip, lines):
        found = list(_entries(line)) if len(line) <= _LONGEST and may_hold_standing(line) else []
        yield from found
        if not found and (first := _MARK.match(line)):
            yield _mark_of(first), None


def _entries(line: str) -> Iterator[tuple[str, str]]:
    if (told := _MARKED.search(line)) and (words := _standing_words(told["words"])):
        yield plain_mark(told["mark"]), words
        return
    found: Sequence[re.Match[str]] = list(_MARK.finditer(line))
    for match, after in zip_longest(found, found[1:]):
        end = after.start() if after else len(line)
        if words := _standing_words(line[match.end() : end]):
            yield _mark_of(match), words


def _mark_of(match: re.Match[str]) -> str:
    return plain_mark(match["sign"] or match["in"] or match["letter"] or match["number"])


def _standing_words(text: str) -> str | None:
    """The words of a note that says nothing but how final the figures are."""
    standing, rest = split_standing(text)
    if standing is None or standing.kind == "final" or _FILLERS.sub("", rest):
        return None
    return standing.words
