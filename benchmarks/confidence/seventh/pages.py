"""Pages on which everything has its place: for programs that print what they are told where.

Lines are broken and pages ended here. What a page holds is a list of marks in the order of
painting: grounds, rules, runs of letters, pictures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth

from benchmarks.confidence.seventh.marks import SIGNS, Face, Mark, Page

_LEAD = 1.18  # from line to line, in sizes
_RISE = 0.92  # of a line's top over its baseline, in sizes


class _Part(NamedTuple):
    """What of a cell stands on a page: its lines, and whether its picture does."""

    cell: dict[str, Any]
    column: int
    lines: list[str]
    pictured: bool


def pages(style: dict[str, Any], used: Face) -> list[Page]:
    """Lay the paper out; raises nothing, whatever does not fit is begun on a page of its own."""
    first = _Layout(style, used, 0)
    first.lay()
    counted = _Layout(style, used, len(first.pages))
    counted.lay()
    return counted.pages


class _Layout:
    """A paper while its pages are laid out."""

    def __init__(self, style: dict[str, Any], used: Face, count: int) -> None:
        self.style, self.face, self.count = style, used, count
        self.pages: list[Page] = []
        self.size, self.edge = style["first"], max(style["margin"], 42.0)
        self.top = 0.0
        self._begin()

    def lay(self) -> None:
        for block in self.style["blocks"]:
            if "break" in block:
                self.size = block["page"]
                self._begin()
            elif "text" in block:
                self._paragraph(block)
            else:
                _Grid(self, block).lay()

    def _begin(self) -> None:
        self.pages.append(Page(self.size[0], self.size[1], []))
        self.top = self.edge
        low, number = self.size[1] - 22, len(self.pages)
        told = (self.style["pages"] or "").format(page=number, of=self.count)
        for text, base, right in (
            (self.style["header"], 26.0, False),
            (self.style["footer"], low, False),
            (told, low, True),
        ):
            if text:
                shift = self.size[0] - 2 * self.style["margin"] - self.width(text, 8, bold=False)
                left = self.style["margin"] + (shift if right else 0)
                self.paint(Mark("text", (left, base), text=text, size=8))

    turn = _begin

    def paint(self, *marks: Mark) -> None:
        self.pages[-1].marks.extend(marks)

    def room(self) -> float:
        return float(self.size[1]) - self.edge - self.top

    def width(self, text: str, size: float, *, bold: bool) -> float:
        """How wide letters are in this paper's type."""
        if text in SIGNS:
            text, name = "l", "ZapfDingbats"
        else:
            name = self.face.names[bold]
        wide: float = stringWidth(text, name, size)
        return wide

    def broken(self, text: str, wide: float, size: float, *, bold: bool) -> list[str]:
        """The lines of a text that are no wider than *wide*, one word at least in each."""
        found = []
        for part in text.split("\n") if text else ():
            line = ""
            for word in part.split():
                longer = f"{line} {word}" if line else word
                if line and self.width(longer, size, bold=bold) > wide:
                    found.append(line)
                    line = word
                else:
                    line = longer
            found.append(line)
        return found

    def _paragraph(self, block: dict[str, Any]) -> None:
        size, bold, left = block["size"], block["bold"], self.style["margin"]
        if bold and self.room() < 9 * size:
            self.turn()  # a heading stays with what it heads
        for line in self.broken(block["text"], self.size[0] - 2 * left, size, bold=bold):
            if self.room() < size * _LEAD:
                self.turn()
            base = self.top + size * _RISE
            self.paint(Mark("text", (left, base), text=line, size=size, bold=bold))
            self.top += size * _LEAD
        self.top += size * 0.6


class _Grid:
    """One table while it is laid out."""

    def __init__(self, layout: _Layout, table: dict[str, Any]) -> None:
        self.layout, self.table, self.style = layout, table, layout.style
        self.size, self.padding = self.style["size"], self.style["padding"]
        self.rows = [[self._part(*each) for each in row] for row in placed(table)]
        self.painted: list[tuple[int, int, Mark]] = []

    def _part(self, cell: dict[str, Any], column: int) -> _Part:
        wide = self._wide(cell, column) - 2 * self.style["side"]
        lines = self.layout.broken(cell["text"], wide, self.size, bold=cell["bold"])
        return _Part(cell, column, lines, bool(cell["picture"]))

    def _wide(self, cell: dict[str, Any], column: int) -> float:
        return float(sum(self.table["widths"][column : column + cell["columns"]]))

    def _tall(self, part: _Part) -> float:
        image = self.style["pictures"][part.cell["picture"]]["high"] + 2 if part.pictured else 0
        return float(max(len(part.lines) * self.size * _LEAD + image, self.size * _LEAD))

    def lay(self) -> None:
        heads = self.table["heads"]
        for together in _groups(self.rows, heads):
            rows = [self.rows[number] for number in together]
            if sum(self._heights(rows)) > self.layout.room() and together[0] > 0:
                rows = self._split(rows) if self._may_split(rows) else rows
                self._turn()
            elif sum(self._heights(rows)) > self.layout.room():
                self.layout.turn()
            self._place(rows)
        self._end()
        self.layout.top += 10

    def _turn(self) -> None:
        self._end()
        self.layout.turn()
        if self.style["repeat"] and self.table["heads"]:
            self._place(self.rows[: self.table["heads"]])

    def _may_split(self, rows: Sequence[list[_Part]]) -> bool:
        most = max(len(part.lines) for row in rows for part in row)
        tight = self.layout.room() < 2 * self.size * _LEAD + 2 * self.padding
        return bool(self.style["split"]) and len(rows) == 1 and most > 3 and not tight

    def _split(self, rows: Sequence[list[_Part]]) -> list[list[_Part]]:
        """Place as many lines of a row as the page has room for; return what is left of it."""
        fit = int((self.layout.room() - 2 * self.padding) / (self.size * _LEAD))
        here = [each._replace(lines=each.lines[:fit]) for each in rows[0]]
        if sum(self._heights([here])) > self.layout.room():
            return [*rows]  # a picture does not fit
        self._place([here])
        return [[each._replace(lines=each.lines[fit:], pictured=False) for each in rows[0]]]

    def _heights(self, rows: Sequence[list[_Part]]) -> list[float]:
        found, spanning = [self.size * _LEAD + 2 * self.padding] * len(rows), []
        for number, row in enumerate(rows):
            for part in row:
                high = self._tall(part) + 2 * self.padding
                if part.cell["rows"] == 1:
                    found[number] = max(found[number], high)
                else:
                    spanning.append((number, part.cell["rows"], high))
        for number, down, high in spanning:
            found[number + down - 1] += max(high - sum(found[number : number + down]), 0)
        return found

    def _place(self, rows: Sequence[list[_Part]]) -> None:
        heights = self._heights(rows)
        for number, row in enumerate(rows):
            for part in row:
                high = sum(heights[number : number + part.cell["rows"]])
                self._cell(part, high)
            self.layout.top += heights[number]

    def _cell(self, part: _Part, high: float) -> None:
        cell, column, side = part.cell, part.column, self.style["side"]
        left, top = self.style["margin"] + sum(self.table["widths"][:column]), self.layout.top
        wide = self._wide(cell, column)
        add = partial(self._add, column)
        if cell["fill"]:
            add(0, Mark("fill", (left, top, wide, high), cell["fill"]))
        _rules(add, cell["edges"], (left, top, left + wide, top + high), self.style)
        down = top + self.padding
        if cell["upright"] == "middle":
            down = top + (high - self._tall(part)) / 2
        for line in part.lines:
            far = wide - 2 * side - self.layout.width(line, self.size, bold=cell["bold"])
            shift = {"left": 0.0, "center": far / 2, "right": far}[cell["align"]]
            at = (left + side + shift, down + self.size * _RISE)
            for mark in self._said(Mark("text", at, cell["ink"], line, self.size, cell["bold"])):
                add(2, mark)
            down += self.size * _LEAD
        if part.pictured:
            image = self.style["pictures"][cell["picture"]]
            shift = side if cell["align"] == "left" else (wide - image["wide"]) / 2
            at4 = (left + shift, down + 1, image["wide"], image["high"])
            add(2, Mark("picture", at4, text=cell["picture"]))

    def _said(self, line: Mark) -> Iterator[Mark]:
        """A line, or each of its words."""
        if not self.style["apart"]:
            yield line
            return
        done = ""
        for word in line.text.split():
            far = self.layout.width(done, line.size, bold=line.bold) if done else 0.0
            yield line._replace(text=word, at=(line.at[0] + far, line.at[1]))
            done += f"{word} "

    def _add(self, column: int, layer: int, mark: Mark) -> None:
        self.painted.append((column, layer, mark))

    def _end(self) -> None:
        """Paint what stands on this page, in the paper's order."""
        order: dict[str, Callable[[tuple[int, int, Mark]], int]] = {
            "columns": lambda each: 0 if each[1] == 0 else 1 + each[0],
            "layers": lambda each: each[1],
        }
        if self.style["order"] in order:
            self.painted.sort(key=order[self.style["order"]])
        self.layout.paint(*(mark for _, _, mark in self.painted))
        self.painted = []


def _rules(
    add: Callable[[int, Mark], None],
    drawn: str,
    box: tuple[float, float, float, float],
    style: dict[str, Any],
) -> None:
    left, top, right, low = box
    ends = {
        "T": (left, top, right, top),
        "B": (left, low, right, low),
        "L": (left, top, left, low),
        "R": (right, top, right, low),
    }
    for edge in drawn:
        add(1, Mark("line", ends[edge], style["ink"], size=style["rule"]))


def placed(table: dict[str, Any]) -> list[list[tuple[dict[str, Any], int]]]:
    """The cells of each row with the columns that they begin in."""
    taken: set[tuple[int, int]] = set()
    found = []
    for number, row in enumerate(table["rows"]):
        begun, column = [], 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            for down in range(cell["rows"]):
                taken |= {(number + down, column + right) for right in range(cell["columns"])}
            begun.append((cell, column))
            column += cell["columns"]
        found.append(begun)
    return found


def _groups(rows: Sequence[Sequence[_Part]], heads: int) -> list[list[int]]:
    """The rows that stay on one page: headings with the first row, and those that cells join."""
    groups: list[list[int]] = []
    until = 0
    for number, row in enumerate(rows):
        if groups and (number < until or 0 < number <= heads):
            groups[-1].append(number)
        else:
            groups.append([number])
        until = max([until, *(number + part.cell["rows"] for part in row)])
    return groups
