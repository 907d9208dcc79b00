"""Draw each paper of a list with Cairo, as desktop publishing places type: run by the system's own
Python, which has Debian's python3-cairo.

Everything is placed by this program: it breaks lines and pages itself. A paper's table is painted
row by row, or column by column as frames of text are.
"""

import json
import sys
from base64 import b64decode
from io import BytesIO
from typing import NamedTuple

import cairo

_LEAD = 1.2  # from line to line, in sizes
_RISE = 0.93  # of a line's top over its baseline, in sizes


class _Laid(NamedTuple):
    """A cell on its page: what it is, where its corner lies, how wide and high it is."""

    cell: dict
    left: float
    top: float
    wide: float
    high: float


class _Pages:
    """The pages of one paper while they are drawn."""

    def __init__(self, style, pdf, count):
        self.style, self.margin, self.count = style, style["margin"], count
        self.wide, self.high = style["first"]
        self.surface = cairo.PDFSurface(pdf, self.wide, self.high)
        self.pen = cairo.Context(self.surface)
        self.images = {
            name: (
                cairo.ImageSurface.create_from_png(BytesIO(b64decode(each["png"]))),
                each["wide"],
                each["high"],
            )
            for name, each in style["pictures"].items()
        }
        self.number, self.top = 0, 0.0
        self._begin()

    def _begin(self):
        self.number += 1
        self.top = max(self.margin, 40)
        low = self.high - 22
        self._runner(self.style["header"], 26, right=False)
        self._runner(self.style["footer"], low, right=False)
        pages = (self.style["pages"] or "").replace("{page}", str(self.number))
        pages = pages.replace("{of}", str(self.count))
        self._runner(pages, low, right=True)

    def _runner(self, text, base, *, right):
        if text:
            self._type(8, bold=False)
            far = self.pen.text_extents(text).x_advance
            self._say(text, self.wide - self.margin - far if right else self.margin, base, "000000")

    def turn(self, page=None):
        """End the page; the next has the size *page*, or that of this one."""
        self.surface.show_page()
        if page:
            self.wide, self.high = page
            self.surface.set_size(self.wide, self.high)
        self._begin()

    def room(self):
        return self.high - max(self.margin, 40) - self.top

    def _type(self, size, *, bold):
        weight = cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL
        self.pen.select_font_face(self.style["font"], cairo.FONT_SLANT_NORMAL, weight)
        self.pen.set_font_size(size)

    def _say(self, text, left, base, ink):
        self._ink(ink)
        self.pen.move_to(left, base)
        self.pen.show_text(text)

    def _ink(self, six):
        self.pen.set_source_rgb(*(int(six[at : at + 2], 16) / 255 for at in (0, 2, 4)))

    def lines(self, text, wide):
        """Break a text to lines no wider than *wide*, in the type that is set."""
        found = []
        for part in text.split("\n"):
            line = ""
            for word in part.split():
                longer = f"{line} {word}" if line else word
                if line and self.pen.text_extents(longer).x_advance > wide:
                    found.append(line)
                    line = word
                else:
                    line = longer
            found.append(line)
        return found

    def paragraph(self, block):
        size = block["size"]
        if block["bold"] and self.room() < 9 * size:
            self.turn()  # a heading stays with what it heads
        self._type(size, bold=block["bold"])
        for line in self.lines(block["text"], self.wide - 2 * self.margin):
            if self.room() < size * _LEAD:
                self.turn()
                self._type(size, bold=block["bold"])
            self._say(line, self.margin, self.top + size * _RISE, "000000")
            self.top += size * _LEAD
        self.top += size * 0.6

    def height(self, cell, wide):
        size, padding = self.style["size"], self.style["padding"]
        self._type(size, bold=cell["bold"])
        lines = len(self.lines(cell["text"], wide - 2 * self.style["side"])) if cell["text"] else 0
        picture = self.images[cell["picture"]][2] + 2 if cell["picture"] else 0
        return max(lines * size * _LEAD + picture, size * _LEAD) + 2 * padding

    def table(self, table):
        rows = _placed(table)
        heights = [0.0] * len(rows)
        spanning = []
        for number, row in enumerate(rows):
            for cell, column in row:
                high = self.height(cell, _wide(table, cell, column))
                if cell["rows"] == 1:
                    heights[number] = max(heights[number], high)
                else:
                    spanning.append((number, cell["rows"], high))
        for number, down, high in spanning:
            short = high - sum(heights[number : number + down])
            heights[number + down - 1] += max(short, 0)
        heads = list(range(table["heads"]))
        done: list = []
        for together in _groups(rows, table["heads"]):
            if done and sum(heights[each] for each in together) > self.room():
                self._paint(done)
                done = []
                self.turn()
                if self.style["repeat"] and heads:
                    done += self._rows(table, rows, heights, heads)
            elif not done and sum(heights[each] for each in together[:3]) > self.room():
                self.turn()
            done += self._rows(table, rows, heights, together)
        self._paint(done)
        self.top += 10

    def _rows(self, table, rows, heights, numbers):
        found = []
        for number in numbers:
            for cell, column in rows[number]:
                left = self.margin + sum(table["widths"][:column])
                high = sum(heights[number : number + cell["rows"]])
                found.append(_Laid(cell, left, self.top, _wide(table, cell, column), high))
            self.top += heights[number]
        return found

    def _paint(self, laid):
        for each in laid:
            if each.cell["fill"]:
                self._ink(each.cell["fill"])
                self.pen.rectangle(each.left, each.top, each.wide, each.high)
                self.pen.fill()
        if self.style["frames"]:
            laid = sorted(laid, key=lambda each: (each.left, each.top))
        for each in laid:
            self._letters(each)
        for each in laid:
            self._edges(each)

    def _letters(self, laid):
        cell, style = laid.cell, self.style
        size, side = style["size"], style["side"]
        self._type(size, bold=cell["bold"])
        lines = self.lines(cell["text"], laid.wide - 2 * side) if cell["text"] else []
        image = self.images.get(cell["picture"])
        tall = len(lines) * size * _LEAD + (image[2] + 2 if image else 0)
        top = laid.top + style["padding"]
        if cell["upright"] == "middle":
            top = laid.top + (laid.high - tall) / 2
        for line in lines:
            far = laid.wide - 2 * side - self.pen.text_extents(line).x_advance
            shift = {"left": 0, "center": far / 2, "right": far}[cell["align"]]
            self._say(line, laid.left + side + shift, top + size * _RISE, cell["ink"])
            top += size * _LEAD
        if image:
            surface, wide, high = image
            shift = side if cell["align"] == "left" else (laid.wide - wide) / 2
            self.pen.save()
            self.pen.translate(laid.left + shift, top + 1)
            self.pen.scale(wide / surface.get_width(), high / surface.get_height())
            self.pen.set_source_surface(surface)
            self.pen.paint()
            self.pen.restore()

    def _edges(self, laid):
        right, low = laid.left + laid.wide, laid.top + laid.high
        ends = {
            "T": (laid.left, laid.top, right, laid.top),
            "B": (laid.left, low, right, low),
            "L": (laid.left, laid.top, laid.left, low),
            "R": (right, laid.top, right, low),
        }
        self._ink(self.style["ink"])
        self.pen.set_line_width(self.style["rule"])
        for edge in laid.cell["edges"]:
            one, high, other, low_ = ends[edge]
            self.pen.move_to(one, high)
            self.pen.line_to(other, low_)
            self.pen.stroke()


def _wide(table, cell, column):
    return sum(table["widths"][column : column + cell["columns"]])


def _placed(table):
    """The cells of each row with the columns that they begin in."""
    taken, found = set(), []
    for number, row in enumerate(table["rows"]):
        placed, column = [], 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            for down in range(cell["rows"]):
                taken |= {(number + down, column + right) for right in range(cell["columns"])}
            placed.append((cell, column))
            column += cell["columns"]
        found.append(placed)
    return found


def _groups(rows, heads):
    """The rows that stay on one page: headings with the first row, and those that cells join."""
    groups, until = [], 0
    for number, row in enumerate(rows):
        if groups and (number < until or 0 < number <= heads):
            groups[-1].append(number)
        else:
            groups.append([number])
        until = max([until, *(number + cell["rows"] for cell, _ in row)])
    return groups


def _draw(task):
    with open(task["description"], encoding="utf-8") as file:  # noqa: PTH123
        style = json.load(file)
    count = 0
    # Once to count the pages, once to print them.
    for pdf in (None, task["pdf"]):
        count = _drawn(style, pdf, count)


def _drawn(style, pdf, count):
    """Draw the paper; return how many pages it has."""
    pages = _Pages(style, pdf, count)
    for block in style["blocks"]:
        if "break" in block:
            pages.turn(block["page"])
        elif "text" in block:
            pages.paragraph(block)
        else:
            pages.table(block)
    pages.surface.finish()
    return pages.number


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as tasks:  # noqa: PTH123
        for each in json.load(tasks):
            _draw(each)
