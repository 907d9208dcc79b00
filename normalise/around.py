"""What stands around the tables of a paper and makes their rows doubtful: it is told, not settled.

A council named like a letterhead above a table, other than the paper's; headings side by side under
which no table was read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import groupby, pairwise

from crossfoot.normalise.cards.words import LONGEST_LABEL, family_of, label_said
from crossfoot.normalise.council_heads import letterhead
from crossfoot.normalise.council_mentions import mentions_in
from crossfoot.normalise.desk import Desk
from crossfoot.normalise.families import FIGURE_FAMILIES, RESULT_FAMILIES
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.survey import Survey
from crossfoot.schema.packed_pages import without_rows
from crossfoot.schema.page import Box, Reading, TextLine

_NAMING = frozenset({"code", "title", "description"})
_TOLD = FIGURE_FAMILIES | {"status", "due", "progress"}
_LONGEST_HEADING = 40
#: Of body text; the figures of tiles are two to four times as high, headings of reports up to 2.
_LARGE = 1.5
_FEWEST_LARGE = 2
#: A figure that is no year, no page and no number of a section.
_LARGE_FIGURE = re.compile(
    r"\s*[-+\u2212]?\u00a3?(?!(?:19|20)\d\d\s*$)(?:\d{1,3}(?:,\d{3})+|\d{2,}|\d(?=\s?[.%kmb]))"
    r"(?:\.\d+)?\s?(?:%|k|m|bn|million|days?|weeks?|hours?)?\s*",
    re.IGNORECASE,
)
_Place = tuple[int, Box]
_LEVEL = 1.0  # points between the feet of texts on one line


def tell_around(reading: Reading, found: Survey, desk: Desk, headings: HeadingReader) -> None:
    """Tell of what stands around the tables of one report."""
    _tell_other_councils(found, desk)
    tables = without_rows(reading.tables)
    read = {(page, box) for table in tables for page, box in table.bounds}
    told = {(doubt.page, doubt.box) for doubt in reading.doubts if doubt.kind == "unread_table"}
    _tell_large_figures(reading.lines, found.captions.body, read | told, desk)
    _tell_labelled_figures(reading.lines, read | told, desk, headings)
    keyed = {entry.place for entry in found.key.entries}
    for line in _heading_lines(reading.lines, headings):
        box = Box.around([piece.box for piece in line])
        page = line[0].page
        if any(page == other and _reaches(box, around) for other, around in read | told | keyed):
            continue
        desk.tell(
            "read.unread_table",
            "warning",
            "headings stand here side by side, and no table was read under them",
            place=(page, box.rounded()),
            printed=" | ".join(piece.text for piece in line),
        )


def tell_doubted_council(desk: Desk, name: str, lines: Iterable[TextLine]) -> None:
    """Tell that no council was taken, and which is mentioned most: where that is first."""
    first = next(
        (line for line in lines if any(each.name == name for each in mentions_in(line.text))), None
    )
    desk.tell(
        "council.unsure",
        "note",
        f"no council was taken: {name} is mentioned most, and nothing says that the paper is "
        "its own",
        place=(first.page, first.box) if first else None,
        printed=first.text if first else None,
        expected=name,
    )


def _tell_other_councils(found: Survey, desk: Desk) -> None:
    own = desk.facts.council
    if own is None:
        return
    for table in found.sheets.beginning:
        for line in found.captions.above(table):
            named = letterhead(line.text)
            if named is None:
                continue
            if named != own:
                desk.tell(
                    "council.other",
                    "warning",
                    f"{named} is named above a table whose rows were taken as {own}'s",
                    place=(line.page, line.box),
                    printed=line.text,
                    expected=own,
                )
            break


def _tell_large_figures(
    lines: Iterable[TextLine], body: float, covered: Set[_Place], desk: Desk
) -> None:
    """Tell of figures in large print side by side that are in no table and on no card."""
    large = [
        line
        for line in lines
        if line.size >= _LARGE * body > 0 and not line.margin and _LARGE_FIGURE.fullmatch(line.text)
    ]

    def level(line: TextLine) -> tuple[int, int]:
        return line.page, round(line.box.y1)

    for (page, _), group in groupby(sorted(large, key=level), key=level):
        row = sorted(group, key=lambda line: line.box.x0)
        box = Box.around([line.box for line in row]).rounded()
        if len(row) < _FEWEST_LARGE or any(
            page == other and box.overlap(around).area for other, around in covered
        ):
            continue
        desk.tell(
            "card.unclear",
            "warning",
            f"{len(row)} figures stand here side by side in large print, and nothing tells which "
            "label is whose: they were not read",
            place=(page, box),
            printed=" | ".join(line.text for line in row),
        )


def _tell_labelled_figures(
    lines: Iterable[TextLine], covered: Set[_Place], desk: Desk, headings: HeadingReader
) -> None:
    """Tell of a form that no table holds: figures right beside labels of a result and a target."""
    levels: dict[tuple[int, int], list[TextLine]] = defaultdict(list)
    figures = False
    for line in lines:
        if not line.margin and len(line.text) <= LONGEST_LABEL:
            levels[line.page, round(line.box.y1 / _LEVEL)].append(line)
            figures = figures or _LARGE_FIGURE.fullmatch(line.text) is not None
    if not figures:
        return
    found: dict[int, list[tuple[str, TextLine, TextLine]]] = defaultdict(list)
    for (page, _), level in levels.items():
        for label, figure in pairwise(sorted(level, key=lambda line: line.box.x0)):
            if not _LARGE_FIGURE.fullmatch(figure.text):
                continue
            said = label_said(headings, label.text)
            if said is not None and family_of(said) in FIGURE_FAMILIES:
                found[page].append((family_of(said), label, figure))
    for page, pairs in found.items():
        families = {family for family, _, _ in pairs}
        box = Box.around([line.box for _, *pair in pairs for line in pair]).rounded()
        if (
            "target" in families
            and families & RESULT_FAMILIES
            and not any(page == other and box.overlap(around).area for other, around in covered)
        ):
            desk.tell(
                "card.unclear",
                "warning",
                f"{len(pairs)} figures stand here right beside labels, in no table: they were not "
                "read",
                place=(page, box),
                printed=" | ".join(f"{label.text} {line.text}" for _, label, line in pairs),
            )


def _heading_lines(lines: Sequence[TextLine], headings: HeadingReader) -> Iterator[list[TextLine]]:
    """Yield texts side by side that all are listed headings: of a name, and what is said of it."""
    short = [line for line in lines if 0 < len(line.text) <= _LONGEST_HEADING and not line.margin]
    for _, group in groupby(short, key=lambda line: (line.page, round(line.box.y1 / _LEVEL))):
        line = list(group)
        if len(line) < 2:
            continue
        said = [headings.read(piece.text) for piece in line]
        if not all(each.known for each in said):
            continue
        families = {(each.meaning or "result").partition(".")[0] for each in said}
        if families & _NAMING and families & _TOLD:
            yield line


def _reaches(box: Box, around: Box) -> bool:
    """Whether a line stands in or right above what was read or told of."""
    high = box.y1 - box.y0
    return (
        box.x0 < around.x1
        and around.x0 < box.x1
        and around.y0 - 2 * high <= box.y1
        and box.y0 <= around.y1
    )
