"""The lines around tables: which of them is a table's own heading, what stands under it.

A table's own heading is the nearest bold, larger or capitalised line above it: on its page, or at
the foot of the page before if the table starts a page. Prose between the two is passed over; a
table in between is not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from crossfoot.normalise.captions import names_kind
from crossfoot.normalise.page_lines import PageLines
from crossfoot.normalise.periods import find_periods
from crossfoot.schema.packed_pages import without_rows
from crossfoot.schema.page import Box, Reading, Table, TextLine
from crossfoot.schema.period import Period
from crossfoot.schema.text import fold

_LINES_BACK = 25
_LINES_BELOW = 8
_LONGEST_PERIOD_LINE = 70
_REMEMBERED = 200  # tables, with the lines above each; they are asked for in order
_LONGEST = 160
#: A time of which it is not said which months it is.
_SEASON = re.compile(r"\b(?:spring|summer|autumn|winter)\s(?:term\s)?'?[0-9]", re.IGNORECASE)
_DIGIT = re.compile(r"[0-9]")
_OF_A_TABLE = re.compile(
    r"\btables?\b.*\b(?:below|shows?|sets?|follow\w*)\b|\bfollowing table\b|\bbelow\b",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"[a-z]{2}[%)]?\.\s+[A-Z]")
#: How far above a box its name may end, in heights of its letters, and how far it may stand out.
_NAME_NEAR = 1.6
_NAME_AMISS = 6.0
#: A line this much taller than the paper's body text is a heading.
_LARGER = 1.08


def _top(line: TextLine) -> float:
    return line.box.y0


def body_size(lines: Iterable[TextLine]) -> float:
    """The commonest height of the paper's lines, weighted by their length; 0 without lines."""
    exact: defaultdict[float, int] = defaultdict(int)
    for line in lines:
        if not line.margin:
            exact[line.size] += len(line.text)
    sizes: Counter[float] = Counter()
    for size, letters in exact.items():  # a few, of thousands of lines
        sizes[round(size * 2) / 2] += letters
    return sizes.most_common(1)[0][0] if sizes else 0.0


def is_capitals(text: str) -> bool:
    """Whether a line of at least two words is printed in capitals."""
    letters = [char for char in text if char.isalpha()]
    return (
        len(letters) >= 8
        and " " in text.strip()
        and sum(char.isupper() for char in letters) >= 0.9 * len(letters)
    )


class Captions:
    """Finds the headings of one paper's tables. Lines are sorted once.

    ``body`` is the height of the paper's body text in points.
    """

    def __init__(self, reading: Reading) -> None:
        self.body = body_size(reading.lines)
        self._lines = PageLines(reading.lines)
        self._tables = without_rows(reading.tables)
        self._above: dict[int, list[TextLine]] = {}
        self._bottoms: dict[int, list[tuple[float, float, float, int]]] = {}
        for table in self._tables:
            for page, box in table.bounds:
                self._bottoms.setdefault(page, []).append((box.y1, box.x0, box.x1, table.table_no))

    def looks_like_heading(self, line: TextLine) -> bool:
        """Whether a line is printed as a heading: bold, larger than the text, or in capitals."""
        text = line.text.strip()
        if len(text) > _LONGEST or not any(char.isalpha() for char in text):
            return False
        return (
            (line.bold and not text.endswith((".", ";", ",")) and not self._runs_on(line))
            or (self.body > 0 and line.size > self.body * _LARGER)
            or is_capitals(text)
            or bool(
                len(text) < 100
                and names_kind(text)
                and text[-1] not in ".;:,"
                and not text[0].islower()
                and not self._runs_on(line)
            )
        )

    def _runs_on(self, line: TextLine) -> bool:
        """Whether a line ends in the middle of a sentence that the text below it finishes.

        A paragraph may open with its subject in bold.
        """
        if _FULL_STOP.search(line.text):
            return True
        lines = self._lines.of(line.page)
        near = 0.8 * line.size
        return any(
            each.text.strip()[:1].islower() and not each.bold
            for each in lines[bisect_right(lines, line.box.y1 - near, key=_top) :][:2]
            if line.box.y0 < each.box.y0 < line.box.y1 + near
        )

    def above(self, table: Table) -> Sequence[TextLine]:
        """The lines above a table down from the last table before it, nearest first."""
        if table.table_no not in self._above:  # asked of each table up to five times
            if len(self._above) >= _REMEMBERED:
                self._above.clear()
            self._above[table.table_no] = self._lines_above(table)
        return self._above[table.table_no]

    def floor_over(self, table: Table) -> float | None:
        """Where the last table above a table ends, on its page."""
        page, box = table.bounds[0]
        return max(
            (
                bottom
                for bottom, x0, x1, number in self._bottoms.get(page, [])
                if number != table.table_no and bottom <= box.y0 + 2 and x0 < box.x1 and x1 > box.x0
            ),
            default=None,
        )

    def _lines_above(self, table: Table) -> list[TextLine]:
        page, box = table.bounds[0]
        floor = self.floor_over(table)
        here = [
            line
            for line in self._lines.of(page)
            if line.box.y1 <= box.y0 + 3 and (floor is None or line.box.y0 >= floor - 3)
        ]
        lines = here[::-1]
        if floor is None:
            lines += self._foot_of(page - 1)
        return lines[:_LINES_BACK]

    def name_over(self, table: Table) -> list[TextLine]:
        """The lines of the heading right over a box and within its width, from the top.

        None where nothing is printed there as a heading.
        """
        page, box = table.bounds[0]
        found: list[TextLine] = []
        top = box.y0
        for line in self.above(table):
            if line.page != page or top - line.box.y1 > _NAME_NEAR * line.size:
                break
            if line.box.x0 < box.x0 - _NAME_AMISS or line.box.x1 > box.x1 + _NAME_AMISS:
                continue  # of the box beside
            if found and (line.bold, line.size) != (found[-1].bold, found[-1].size):
                break
            if not self.looks_like_heading(line) or names_kind(line.text):
                break
            found.append(line)
            top = line.box.y0
        return found[::-1]

    def other_period(self, table: Table, stated: Period | None) -> bool:
        """Whether what stands over a table names a time of which no day is in *stated*.

        The nearest heading, or sentence about a table, that names a year or a part of one decides.
        """
        if stated is None:
            return False
        for line in self.above(table):
            text = line.text
            if not _DIGIT.search(text):
                continue
            if not (self.looks_like_heading(line) or _OF_A_TABLE.search(text)):
                continue
            named = [
                each for each in find_periods(text) if each.kind in {"year", "quarter", "half"}
            ]
            if not named and _SEASON.search(text):
                return True
            if named:
                return not any(
                    each.start <= stated.end and stated.start <= each.end for each in named
                )
        return False

    def _foot_of(self, page: int) -> list[TextLine]:
        lines = self._lines.of(page)
        floor = max((bottom for bottom, *_ in self._bottoms.get(page, [])), default=None)
        return [line for line in lines if floor is None or line.box.y0 >= floor - 3][::-1]

    def heading_of(self, table: Table) -> str | None:
        """The text of a table's own heading, over as many lines as it is printed on."""
        lines = self.above(table)
        for position, line in enumerate(lines):
            if not self.looks_like_heading(line):
                continue
            parts = [line.text.strip()]
            below = line
            for upper in lines[position + 1 : position + 3]:
                if not self._same_heading(upper, below):
                    break
                parts.insert(0, upper.text.strip())
                below = upper
            return fold("\n".join(parts))
        return None

    def _same_heading(self, upper: TextLine, below: TextLine) -> bool:
        gap = below.box.y0 - upper.box.y1
        if upper.page == below.page and below.text.lstrip().startswith("("):
            return gap < below.size and self.looks_like_heading(upper)
        return (
            upper.page == below.page
            and upper.bold == below.bold
            and abs(upper.size - below.size) < 0.6
            and gap < 0.4 * below.size
            and self.looks_like_heading(upper)
            and is_capitals(upper.text) == is_capitals(below.text)
            and not re.match(r"\d", below.text.strip())
            and (not names_kind(below.text) or not names_kind(upper.text))
        )

    def below(self, table: Table) -> list[TextLine]:
        """The first lines under a table, where its footnotes stand."""
        ends = {table.bounds[-1][0]}
        if table.rows:  # where its columns go on overleaf, two pages hold its last row
            ends.update(cell.parts[-1].page for cell in table.rows[-1].cells)
        found: list[TextLine] = []
        for page, box in table.bounds:
            if page in ends:
                lines = [line for line in self._lines.of(page) if line.box.y0 >= box.y1 - 3]
                found += lines[:_LINES_BELOW]
        return found

    def has_neighbour(self, table: Table) -> bool:
        """Whether another table stands beside this one."""
        page, box = table.bounds[0]
        return any(
            other.table_no != table.table_no
            and any(
                at == page
                and min(beside.y1, box.y1) - max(beside.y0, box.y0) > 0
                and (beside.x0 >= box.x1 - 2 or beside.x1 <= box.x0 + 2)
                for at, beside in other.bounds
            )
            for other in self._tables
        )

    def periods_above(self, table: Table, groups: int) -> list[Period | None]:
        """The periods that a line over the table gives its groups of columns, left to right.

        A line with as many periods as groups names them in order; a table beside another takes
        the period that stands over it.
        """
        lines = [line for line in self.above(table) if len(line.text) <= _LONGEST_PERIOD_LINE]
        level = next((line.box.y0 for line in lines if find_periods(line.text)), None)
        if level is None:
            return []
        row = sorted(
            (line for line in lines if abs(line.box.y0 - level) < 4), key=lambda line: line.box.x0
        )
        named = [(line, period) for line in row for period in find_periods(line.text)]
        if groups > 1:
            return [period for _, period in named] if len(named) == groups else []
        if len(named) == 1 and not self.has_neighbour(table):
            return [named[0][1]]
        return [_nearest_above(table.bounds[0][1], row)]


def _nearest_above(box: Box, row: list[TextLine]) -> Period | None:
    """The period printed over the middle of a box, on lines that may hold several periods."""
    middle = (box.x0 + box.x1) / 2
    spots: list[tuple[float, Period]] = []
    for line in row:
        periods = find_periods(line.text)
        width = (line.box.x1 - line.box.x0) / max(1, len(periods))
        for index, period in enumerate(periods):
            spots.append((line.box.x0 + (index + 0.5) * width, period))
    nearest = min(spots, key=lambda spot: abs(spot[0] - middle), default=None)
    if nearest is None or abs(nearest[0] - middle) > max(box.x1 - box.x0, 60):
        return None
    return nearest[1]
