"""Running heads and feet: what stands at the head or foot of a page and there again on another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from crossfoot.extract.page import PageReading
from crossfoot.schema.page import TextLine

_MARGIN = 0.12  # of the page height: running heads and feet stand in it
#: Points: a foot of two lines over a border of an inch, on a sideways page as well.
_NARROWEST = 80.0
_EDGE = 0.06  # of the page height: nothing but running heads and feet stands in it
#: Of the page width: what stands in it whole is a page number that was stamped on a sideways page.
_SIDE = 0.06
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_GOES_ON = re.compile(
    r"^\W*(table\b.{0,20})?\W*cont(inue[sd]?|inuing|['’]d|d|\.)?\b.{0,30}$"  # "continued overleaf"
    r"|\bcont(inued|['’]d|d|\.)?\W*$"  # "Key Tasks (continued)"
    r"|^\W*(p\.?t\.?o\.?|please turn over)\W*$",
    re.IGNORECASE,
)
_LONGEST_REMARK = 90  # characters
_PAGE = re.compile(r"^(?:\W*(?:page|of|p\.)?\W*\d+){1,2}\W*$", re.IGNORECASE)
_ITEM = re.compile(
    r"^\W*(?:(?:agenda\W*)?item|paper|appendix|annexe?|enclosure)\W*(?:(?:no|number)\W*)?\d+\W*$",
    re.IGNORECASE,
)

# Size of the page, text but for numbers, height on the page.
_Key = tuple[int, int, str, int]


class Margins:
    """Learns the running heads and feet of a document page by page; keeps their keys alone."""

    def __init__(self) -> None:
        self._counts: Counter[_Key] = Counter()
        self._places: list[tuple[int, _Key]] = []

    def add(self, page: PageReading, first: int) -> None:
        """Take in a page; *first* is the number that its first line has among all lines."""
        self.learn(page)
        self.place(page, first)

    def learn(self, page: PageReading) -> None:
        """Learn what stands at the ends of a page."""
        self._counts.update({key for _, key in _at_ends(page)})

    def place(self, page: PageReading, first: int) -> None:
        """Note the places of the lines of a page; *first* is the number of the first among all."""
        self._places += [(first + at, key) for at, key in _at_ends(page)]

    def numbers(self) -> Iterator[int]:
        """Yield the numbers, among all lines, of running heads and feet."""
        for at, key in self._places:
            if self._counts[key] > 1:
                yield at

    def is_running(self, line: TextLine, page: PageReading) -> bool:
        """Whether a line is known to be none of its page's own: it recurs, or numbers the page.

        So does a remark that a table goes on.
        """
        if _outer(line, page) and self._counts[_key(line, page)] > 1:
            return True
        if len(line.text) <= _LONGEST_REMARK and _says_it_goes_on(line.text):
            return True
        at_end = line.box.y1 < page.height * _EDGE or line.box.y0 > page.height * (1 - _EDGE)
        return at_end and names_page(line.text)

    def content(self, page: PageReading) -> Iterator[TextLine]:
        """Yield the lines of a page that end a table above or below them.

        Neither running heads and feet, as far as they are known, nor remarks that the table goes
        on overleaf are among them.
        """
        for line in page.lines:
            box, height = line.box, page.height
            if box.y1 < height * _EDGE or box.y0 > height * (1 - _EDGE):
                continue
            if at_side(line, page):
                continue
            if _outer(line, page) and self._counts[_key(line, page)] > 1:
                continue
            if len(line.text) <= _LONGEST_REMARK and _says_it_goes_on(line.text):
                continue
            yield line


def _says_it_goes_on(text: str) -> bool:
    small = text.lower()
    if not ("cont" in small or "turn" in small or "pto" in small.replace(".", "")):
        return False  # what the pattern takes thirty times as long to say
    return _GOES_ON.search(text) is not None


def _at_ends(page: PageReading) -> list[tuple[int, _Key]]:
    """Return the lines at the ends and sides of a page, by their number on it, with their keys."""
    head = _depth(page)
    foot = page.height - head
    left, right = _SIDE * page.width, (1 - _SIDE) * page.width
    return [
        (at, _key(line, page))
        for at, line in enumerate(page.lines)
        if line[1][3] < head  # its box, as _outer: asked of every line
        or line[1][1] > foot
        or line[1][2] < left
        or line[1][0] > right
    ]


def _depth(page: PageReading) -> float:
    """How far from the ends of a page running heads and feet stand, in points."""
    return max(page.height * _MARGIN, _NARROWEST)


def _outer(line: TextLine, page: PageReading) -> bool:
    depth = _depth(page)
    return line.box.y1 < depth or line.box.y0 > page.height - depth


def names_page(text: str) -> bool:
    """Whether a text is a page's number."""
    return _PAGE.match(text) is not None


def names_item(text: str) -> bool:
    """Whether a text is the number of an agenda's item or paper, or of an appendix."""
    return _ITEM.match(text) is not None


def at_side(line: TextLine, page: PageReading) -> bool:
    """Whether a line stands whole at the side of a page, where nothing but its number does."""
    return line.box.x1 < _SIDE * page.width or line.box.x0 > (1 - _SIDE) * page.width


def _key(line: TextLine, page: PageReading) -> _Key:
    """What is the same about a running head on two pages."""
    return round(page.width), round(page.height), _unnumbered(line.text), round(line.box.y0 / 3)


@lru_cache(maxsize=256)  # what runs along the pages is the same on each, but for the number
def _unnumbered(text: str) -> str:
    return _DIGITS.sub("#", text.casefold())
