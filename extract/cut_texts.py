"""Whether the text below a page end goes on with the one above it, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from statistics import median

from crossfoot.extract.cells import PageCell

_FULL = 0.75  # of a line's usual length; words of unlike letters differ by less than a quarter
_USUAL_DENSITY = 0.2  # characters a point: 10 pt type, half an em a letter
_INSIDE = "(,;:.)&/%"  # what no sentence begins with
_FIGURE = frozenset("0123456789\u00a3")
_HYPHENS = "-\u2010\u2013_/"
_NO_LAST_WORDS = re.compile(r"\b(?:an|and|as|at|by|for|from|in|of|on|or|per|than|the|to|with)$")
_CODE = re.compile(r"[A-Za-z&]{1,10}[ _/-]?\d[\w.()]*")
_CODE_AND_WORDS = re.compile(rf"{_CODE.pattern}\W*\s\W*[A-Za-z]")


def are_figures(above: PageCell, below: PageCell) -> bool:
    """Whether both texts begin as figures do: one figure broken in two, or two figures."""
    return above.part.text[:1] in _FIGURE and below.part.text[:1] in _FIGURE


def breaks_off(above: PageCell, below: PageCell) -> bool:
    """Whether a text stops in the middle of a sentence: at a word that none ends with.

    Or it ends without a stop and goes on in small letters.
    """
    if never_ends(above):
        return True
    return below.part.text[:1].islower() and above.part.text[-1:] not in ".!?:"


def never_ends(cell: PageCell) -> bool:
    """Whether the last word of a text is one that none ends with."""
    return _NO_LAST_WORDS.search(cell.part.text) is not None


def are_two(above: PageCell, below: PageCell, cells: Iterable[PageCell]) -> bool:
    """Whether each of the texts is all that another cell of their column says (``Target``)."""
    said = {cell.part.text for cell in cells if cell.column == above.column}
    return above.part.text in said and below.part.text in said


def is_known(above: PageCell, below: PageCell, cells: Iterable[PageCell]) -> bool:
    """Whether both texts together are what another row says in that column (a service's name)."""
    whole = f"{above.part.text} {below.part.text}".split()
    return any(cell.column == above.column and cell.part.text.split() == whole for cell in cells)


def is_bare_code(above: PageCell, below: PageCell, cells: Iterable[PageCell]) -> bool:
    """Whether a code stands alone above where all others of its column have words behind theirs."""
    if _CODE.fullmatch(above.part.text) is None or _CODE.match(below.part.text) is not None:
        return False
    others = [cell.part.text for cell in cells if cell.column == above.column and is_filled(cell)]
    return bool(others) and all(map(_CODE_AND_WORDS.match, others))


def runs_on(above: PageCell, below: PageCell, density: float) -> bool:
    """Whether the text of the lower part may go on with that of the upper one.

    It does where it begins inside a sentence, or where its first word had no room left on the last
    line above; *density* is characters per point of a full line.
    """
    if begins_inside(above, below):
        return True
    last = above.part.text.rsplit("\n", 1)[-1]
    word = below.part.text.split(maxsplit=1)[0]
    room = (above.part.box.x1 - above.part.box.x0) * density
    return len(last) + 1 + len(word) > _FULL * room


def begins_inside(above: PageCell, below: PageCell) -> bool:
    """Whether the lower text begins as no sentence, code or figure does."""
    last, first = above.part.text[-1:], below.part.text[:1]
    return not last or not first or first.islower() or first in _INSIDE or last in _HYPHENS


def density_of(rows: Iterable[Sequence[PageCell]]) -> float:
    """Return how many characters a full line of the table holds per point of its cell's width."""
    found = [
        max(map(len, cell.part.text.split("\n"))) / (cell.part.box.x1 - cell.part.box.x0)
        for row in rows
        for cell in row
        if "\n" in cell.part.text
    ]
    return median(found) if found else _USUAL_DENSITY


def is_filled(cell: PageCell) -> bool:
    """Whether anything is printed in the cell."""
    return bool(cell.part.text or cell.part.symbols)
