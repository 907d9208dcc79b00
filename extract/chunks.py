"""Print as chunks: words that surely belong together, on lines, with the gaps between them.

A gap is a blank inside a phrase only where the content stream prints a blank there of the usual
width (or where the page prints none at all, as TeX does, and the gap is no wider than a blank).
What remains between two chunks may part two columns; it is never taken for a blank again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter, itemgetter
from statistics import median
from typing import NamedTuple

from crossfoot.extract.characters import GUESSED_SPACE, PRINTED_SPACE, Run
from crossfoot.extract.pen import LEVEL
from crossfoot.extract.stamps import MOST_STAMPED, without_stamps

# All in font sizes.
_SAME_LINE = 0.45  # baselines of one line; raised marks are 0.12 to 0.4 off, the next line 0.95
_TOUCHING = 0.12  # letters of one word, kerning included
_USUAL_BLANK = 0.28  # Helvetica's and Arial's; 0.22 to 0.33 in text fonts, 0.6 in typewriter fonts
_STRETCHED = 1.5  # times the usual blank; justified text of a narrow column may exceed it
_FEWEST_JUSTIFIED = 4  # words
_STRETCHED_ALIKE, _MOST_STRETCHED = 0.08, 1.5
_NARROWEST_BLANK, _WIDEST_GUESSED = 0.1, 0.5
_FEWEST_BLANKS = 5
_FEW_PRINTED = 0.2  # of the blanks: then the producer prints none and moves instead
_BLANKS_BETWEEN = 3  # characters of the content stream that may be blanks between two words
_BREAKS = 2  # characters that PDFium sees behind a letter where it takes each for a line of its own
# Blanks of a producer that sets each as wide as its font says: 0.25 to 0.35 of the size in one
# paper, never more than 0.02 off; a padding of 1 pt on both sides is 0.4 at 7 pt type.
ALIKE, _MOSTLY_ALIKE, BOLDER = 0.04, 0.7, 0.08
_OVERLAP = 0.35  # print this far over other print is no line of text

FIGURE = re.compile(r"[£(+-]{0,2}\d[\d,.]*[%)kKm]?$|[-\u2013]$|n/a$")


class Blanks(NamedTuple):
    """How a page sets its blanks: their usual width in font sizes, and whether it prints them.

    ``alike`` is the widest that one may be where it prints none and all are as wide as their font
    says; ``None`` where they are not, or not known to be.
    """

    width: float
    printed: bool
    alike: float | None = None


class Chunk(NamedTuple):
    """Words of one line that surely belong together, in points; ``y0`` and ``y1`` are its ink's."""

    x0: float
    x1: float
    base: float
    size: float
    text: str
    runs: tuple[Run, ...]

    @property
    def top(self) -> float:
        return self.base - 0.7 * self.size

    @property
    def bottom(self) -> float:
        return self.base + 0.2 * self.size

    @property
    def wide(self) -> float:
        return self.x1 - self.x0


class PrintLine(NamedTuple):
    """The chunks that share a baseline, left to right."""

    base: float
    size: float
    chunks: tuple[Chunk, ...]

    @property
    def top(self) -> float:
        return min(chunk.top for chunk in self.chunks)

    @property
    def bottom(self) -> float:
        return max(chunk.bottom for chunk in self.chunks)


def blanks_of(runs: Sequence[Run]) -> Blanks:
    """Measure how wide the blanks between words are and whether they are printed."""
    printed: list[float] = []
    guessed = 0
    for before, run in pairwise(runs):
        if run.base != before.base or not run.space:
            continue
        gap = (run.x0 - before.x1) / run.size
        if run.space == PRINTED_SPACE and _NARROWEST_BLANK < gap < 1:
            printed.append(gap)
        elif run.space == GUESSED_SPACE and _NARROWEST_BLANK < gap < _WIDEST_GUESSED:
            guessed += 1
    enough = len(printed) >= _FEWEST_BLANKS
    width = median(printed) if enough else _USUAL_BLANK
    prints = not guessed or len(printed) > _FEW_PRINTED * (len(printed) + guessed)
    own = without_stamps(runs) if 0 < len(printed) <= MOST_STAMPED else None
    moved = moved_blank(own or runs) if own or not printed else None
    return Blanks(width, prints, None if moved is None else moved + BOLDER)


def moved_blank(runs: Sequence[Run]) -> float | None:
    """Return how wide the blanks are of print that has none printed, if all are of one width.

    *runs* are in the order of painting; the width is in font sizes.
    """
    gaps = [
        gap
        for before, run in pairwise(runs)
        if run.base == before.base
        and _TOUCHING < (gap := (run.x0 - before.x1) / run.size) < _WIDEST_GUESSED
        and _follows(before, run)
    ]
    if len(gaps) < _FEWEST_BLANKS:
        return None
    usual = median(gaps)
    alike = sum(abs(gap - usual) < ALIKE for gap in gaps)
    return usual if alike >= _MOSTLY_ALIKE * len(gaps) else None


def _follows(before: Run, run: Run) -> bool:
    """Whether nothing but blanks, or breaks behind each letter, is painted between two words."""
    between = run.order - before.order - len(before.lefts)
    return 0 <= between <= _BLANKS_BETWEEN + _BREAKS * (len(before.lefts) - 1)


def print_lines(runs: Iterable[Run], blanks: Blanks) -> list[PrintLine]:
    """Return the level text as lines of chunks, top to bottom."""
    rows: list[list[Run]] = []
    line = 0.0
    for base, run in sorted(_on_lines(runs), key=itemgetter(0)):
        if rows and base - line < _SAME_LINE * max(rows[-1][0].size, run.size):
            rows[-1].append(run)
        else:
            rows.append([run])
            line = base
    return [_line(row, blanks) for row in _with_raised(rows)]


def joined_anew(line: PrintLine, blanks: Blanks) -> PrintLine:
    """Return a line with its words joined as other blanks say."""
    return _line([run for chunk in line.chunks for run in chunk.runs], blanks)


def _on_lines(runs: Iterable[Run]) -> Iterator[tuple[float, Run]]:
    """Yield the level runs, each with the baseline of its line.

    Of a raised mark that is painted right behind a figure it is the figure's, also where another
    line of print beside it is nearer.
    """
    before: Run | None = None
    base = 0.0
    for run in sorted((run for run in runs if run.turn == LEVEL), key=attrgetter("order")):
        if before is None or not (_is_raised(run, (before,)) and _is_next(before, run)):
            before, base = run, run.base
        yield base, run


def _is_next(before: Run, run: Run) -> bool:
    return 0 <= run.order - before.order - len(before.lefts) <= _BLANKS_BETWEEN


def _with_raised(rows: list[list[Run]]) -> list[list[Run]]:
    """Put rows of nothing but small raised marks on the line they stand over."""
    result: list[list[Run]] = []
    for row in rows:
        raised = result and all(_is_raised(run, row) for run in result[-1])
        result.append([*result.pop(), *row] if raised else row)
    return result


def _is_raised(run: Run, row: Sequence[Run]) -> bool:
    return any(
        run.size < 0.92 * other.size
        and 0 < other.base - run.base < 0.7 * other.size
        and abs(run.x0 - other.x1) < 0.2 * other.size
        for other in row
    )


def _line(row: list[Run], blanks: Blanks) -> PrintLine:
    row.sort(key=attrgetter("x0", "order"))
    groups: list[list[Run]] = [[row[0]]]
    for before, run in pairwise(row):
        if belongs(before, run, blanks):
            groups[-1].append(run)
        else:
            groups.append([run])
    if len(groups) >= _FEWEST_JUSTIFIED and _is_justified(groups):
        groups = [row]
    chunks = tuple(_chunk(group) for group in groups)
    largest = max(row, key=attrgetter("size"))
    return PrintLine(largest.base, largest.size, chunks)


def _is_justified(groups: Sequence[Sequence[Run]]) -> bool:
    """Whether the blanks of a line are all printed and all stretched alike, to fill the line.

    A line of figures or years, or one that says each word twice, may be one of columns as wide.
    """
    words = [group[0].text for group in groups]
    named = sum(any(map(str.isalpha, word)) for word in words)
    if 2 * named <= len(words) or 2 * len(set(words)) <= len(words):
        return False
    gaps = [(after[0].x0 - before[-1].x1) / after[0].size for before, after in pairwise(groups)]
    return (
        max(gaps) <= min(gaps) + _STRETCHED_ALIKE
        and max(gaps) <= _MOST_STRETCHED
        and all(group[0].space == PRINTED_SPACE for group in groups[1:])
    )


def belongs(before: Run, run: Run, blanks: Blanks) -> bool:
    """Whether two neighbours on a line are surely of one word or phrase."""
    size = max(before.size, run.size)
    gap = run.x0 - before.x1
    if gap < _TOUCHING * size:
        return True
    between = run.order - before.order - len(before.lefts)
    if blanks.alike is not None and run.space != PRINTED_SPACE:
        figures = FIGURE.match(before.text) and FIGURE.match(run.text)
        return not figures and gap <= blanks.alike * size and _follows(before, run)
    if not 0 <= between <= _BLANKS_BETWEEN or not run.space:
        return False
    if run.space == PRINTED_SPACE:
        return gap <= _STRETCHED * blanks.width * size
    if FIGURE.match(before.text) and FIGURE.match(run.text):
        return False  # two figures with no blank printed between them are two cells
    return not blanks.printed and gap <= _WIDEST_GUESSED * size


def _chunk(runs: list[Run]) -> Chunk:
    largest = max(runs, key=attrgetter("size"))
    words = [runs[0].text]
    for before, run in pairwise(runs):
        words.append(" " + run.text if run.x0 - before.x1 > 0.09 * run.size else run.text)
    right = max(run.x1 for run in runs)
    return Chunk(runs[0].x0, right, largest.base, largest.size, "".join(words), tuple(runs))


def first_word(chunk: Chunk) -> float:
    """Width, in points, of what would have to fit on the line before for this line not to wrap."""
    end = chunk.runs[0].x1
    for before, run in pairwise(chunk.runs):
        if run.x0 - before.x1 > 0.09 * run.size:
            break
        end = run.x1
    head = chunk.runs[0]
    for at, letter in enumerate(head.text[:-1], 1):
        if letter in "-/\u2010\u2013" and at < len(head.lefts):
            return min(end, head.lefts[at]) - chunk.x0
    return end - chunk.x0


def overlaps(line: PrintLine) -> bool:
    """Whether words stand over other words: then nobody can say what is beside what.

    Letters of a ligature share one box; they follow each other in the content stream.
    """
    return any(
        run.x0 - before.x1 < -_OVERLAP * run.size
        and run.text != before.text
        and run.order != before.order + len(before.lefts)
        for chunk in line.chunks
        for before, run in pairwise(chunk.runs)
    )
