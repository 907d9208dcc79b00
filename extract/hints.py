"""What the lines of a page say of tables: whether they may be a table's, or can only be prose.

Asked of nearly every page of an agenda pack, and of all its lines at once. What costs most, to look
at every letter, is done in C where that was built; lines that may be a row there, and lines whose
letters ask for more than ASCII, are looked at here again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from statistics import median
from typing import NamedTuple

from crossfoot.extract import compiled
from crossfoot.extract.bulk_text import PrintedLine
from crossfoot.extract.glyphs import sides_at
from crossfoot.extract.pdfium import Page
from crossfoot.schema.text import has_digit

_MOST_HINTS = 2  # lines that could be a table's; one without rules is told by three rows
_MOST_JUMPS = 2  # up the page: a running head and a foot printed after the text
_LONG = 25  # characters: the width of a letter is measured on lines this long
_LETTER = 0.5  # font sizes; letters of prose are 0.38 to 0.56 wide on average
_NARROWEST = 0.3  # font sizes a letter of a line takes; where it takes less, print is over print
_WORD_OR_TWO = 8  # characters; "fill" takes half of what its letters take on average
_WIDER = 1.3  # times: lines of one page differ by a fifth
_CAPITALS = 1.5  # times as wide as small letters
_GAP = 1.5  # font sizes between two words; a justified line stretches its blanks to half that
_LOOKED_AT = 8  # lines, spread over the page
_FEWEST_GAPS = 2  # of those
_SMALLER = 0.92  # a footnote's digits are 0.58 to 0.83 as high
_SEVERAL = 3  # figures on a line
_FIGURES_APART = 2  # at the end of a line with gaps: a row, even where it is the page's only one

_SET_APART = re.compile(r"(?<!\S)(?:[^\W\d]\s){4}")  # words with their letters set apart
_BLANKS_OF_LETTERS = 4  # signs to a blank; prose has 5 and more, two words with letters apart 3
_BLANK = re.compile(r"\s+")
_FIGURE = re.compile(
    r"(?<!\S)(?:[£(+-]{0,2}\d[\d,.]*\s?[%kKm]?[)*]{0,2}|n/a|N/A|TBC|[-\u2013])(?!\S)"
)
# A number of several digits, no year. Begins with its first digit: a search finds digits twice as
# fast as it tries what may stand before them.
_NUMBER = re.compile(r"\d(?<![\d.,].)(?!(?<=1)9\d\d\b|(?<=2)0\d\d\b)\d*(?:[.,]\d+)*\d(?![.,]?\d)")
_CODE_FIRST = re.compile(r"\W{0,2}(?:[A-Z&]{2,6}\s?\d|[A-Za-z&]{2,8}_?\d*_\d)")
_VALUE_LAST = re.compile(
    r"(?:\d%|\d[)*]?\s[£(-]?\d[\d,.]*|(?:^|\s)\d{1,2}[-/ ]\w{2,9}[-/ ]\d{2,4}"
    r"|\b[A-Z][a-z]{2,8}[- ]\d{2,4})\W{0,2}$"
)
_WORD_LAST = (
    *("complete", "completed", "progress", "started", "overdue", "cancelled", "warning"),
    *("satisfactory", "alert", "green", "amber", "red", "target", "track"),
)


class Look(NamedTuple):
    """What was seen of lines.

    ``doubled``: letters stand over letters; ``in_columns``: several lines have gaps; ``shrinks``:
    a number ends in smaller digits than it begins with; ``ordered``: the lines run down the page;
    ``jumps``: how often they do not. The others are places of lines: ``sparse`` of those with a
    gap, ``spaced``, ``rows`` and ``numbers`` of those that may have letters set apart, be like a
    row, have numbers that shrink.
    """

    doubled: bool
    in_columns: bool
    shrinks: bool
    ordered: bool
    spaced: Sequence[int]
    sparse: Sequence[int]
    rows: Sequence[int]
    jumps: int
    numbers: Sequence[int]


def look_at_prose(page: Page, lines: list[PrintedLine]) -> Look | None:
    """Look at the lines of an upright page; return ``None`` where they may hold a table's."""
    look = None
    if compiled.loops is not None:
        look = compiled.loops.look_over(page.text_address, lines, Look)
    if look is None:
        look = look_over(page, lines)
    if look.doubled or look.in_columns or _set_apart(lines[at].text for at in look.spaced):
        return None
    rows = sum(_like_a_row(lines[at].text) for at in look.rows)
    if len(look.sparse) + rows + max(0, look.jumps - _MOST_JUMPS) > _MOST_HINTS:
        return None
    if any(_ends_in_figures(lines[at].text) for at in look.sparse):
        return None  # the last rows of a table that began pages before
    doubtful = [lines[at] for at in look.numbers]
    if look.shrinks or (doubtful and _shrinks(page, doubtful)):
        return None  # which digits are a footnote's is told where a page is read in full
    return look


def look_over(page: Page, lines: Sequence[PrintedLine]) -> Look:
    """Look at all lines; which of them may be like rows is not narrowed down."""
    sparse = _sparse(lines)
    return Look(
        doubled=_prints_over(lines),
        in_columns=_in_columns(page, lines),
        shrinks=_shrinks(page, lines),
        ordered=all((a.box.y1, a.box.x0) <= (b.box.y1, b.box.x0) for a, b in pairwise(lines)),
        spaced=range(len(lines)),
        sparse=sorted(sparse),
        rows=[at for at in range(len(lines)) if at not in sparse],
        jumps=sum(b.box.y1 - a.box.y1 < 0.5 * b.size for a, b in pairwise(lines)),
        numbers=(),
    )


def _set_apart(texts: Iterable[str]) -> bool:
    """Whether a line's letters are set apart: it has a blank for every other sign."""
    return any(
        _BLANKS_OF_LETTERS * text.count(" ") > len(text) and _SET_APART.search(text)
        for text in texts
    )


def _prints_over(lines: Sequence[PrintedLine]) -> bool:
    """Whether letters stand over letters: print that is there twice, to look bold."""
    heights = {(line.text, round(line.box.y1)) for line in lines}
    return len(heights) < len(lines) or any(
        line.box.x1 - line.box.x0 < _NARROWEST * len(line.text) * line.size
        for line in lines
        if len(line.text) >= _WORD_OR_TWO
    )


def _in_columns(page: Page, lines: Sequence[PrintedLine]) -> bool:
    """Whether lines that are looked at word by word have gaps: the page may be all columns.

    The gap after a paragraph's number is none.
    """
    long = [line for line in lines if len(line.text) >= _LONG]
    looked_at = long[:: max(1, len(long) // _LOOKED_AT)]
    blanks = [
        (line.start + start - 1, line.start + end, at)
        for at, line in enumerate(looked_at)
        for start, end in _blanks(line.text)[1:]
    ]
    before, after, of_line = zip(*blanks, strict=True) if blanks else ((), (), ())
    rights = sides_at(page, before)[2]
    lefts = sides_at(page, after)[0]
    gaps = {
        at
        for right, left, at in zip(rights, lefts, of_line, strict=True)
        if left - right > _GAP * looked_at[at].size
    }
    return len(gaps) >= _FEWEST_GAPS


def _blanks(text: str) -> list[tuple[int, int]]:
    """Return where the blanks of a line begin and end."""
    if text.isprintable() and "  " not in text:  # of all blanks the space alone is printable
        ends = accumulate(len(word) + 1 for word in text.split(" ")[:-1])
        return [(end - 1, end) for end in ends]
    return [match.span() for match in _BLANK.finditer(text)]


def _sparse(lines: Sequence[PrintedLine]) -> set[int]:
    """Return the lines that are wider than their letters take: there is a gap in them."""
    shares = [
        (line.box.x1 - line.box.x0) / (len(line.text) * line.size) if line.size else 0.0
        for line in lines
    ]
    long = [share for share, line in zip(shares, lines, strict=True) if len(line.text) >= _LONG]
    widest = _WIDER * (median(long) if len(long) > 2 else _LETTER)
    return {
        at
        for at, (share, line) in enumerate(zip(shares, lines, strict=True))
        if share > widest
        and (share - widest * (_CAPITALS if line.text.isupper() else 1)) * len(line.text) > _GAP
    }


def _like_a_row(text: str) -> bool:
    """Whether a line begins or ends as rows of tables do, or holds several figures."""
    if text[-12:].rstrip(" .").lower().endswith(_WORD_LAST):
        return True
    return has_digit(text) and (
        _CODE_FIRST.match(text) is not None
        or len(_FIGURE.findall(text)) >= _SEVERAL
        or _VALUE_LAST.search(text[-24:]) is not None
    )


def _ends_in_figures(text: str) -> bool:
    last = text.split()[-_FIGURES_APART:]
    return len(last) == _FIGURES_APART and all(map(_FIGURE.fullmatch, last))


def _shrinks(page: Page, lines: Sequence[PrintedLine]) -> bool:
    """Whether the last digit of a number, a year left aside, is smaller than its first."""
    ends = [
        line.start + at
        for line in lines
        if has_digit(line.text)
        for match in _NUMBER.finditer(line.text)
        for at in (match.start(), match.end() - 1)
    ]
    _, tops, _, bottoms = sides_at(page, ends)
    high = [top - bottom for top, bottom in zip(tops, bottoms, strict=True)]
    return any(last < _SMALLER * first for first, last in zip(high[::2], high[1::2], strict=True))
