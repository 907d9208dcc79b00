"""Rows that a page end cuts through and that both pages print, in whole or in part.

A browser that makes pages of one long picture prints on both pages each line that the page end
runs through: the figures of such a row stand at the foot of the one and at the head of the other,
its title in part on each. Read as they stand they are two rows, each with half a title.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extract.cells import PageCell
from crossfoot.extract.cut import signature
from crossfoot.extract.cut_texts import (
    begins_inside,
    breaks_off,
    density_of,
    never_ends,
    runs_on,
)
from crossfoot.extract.gaps import is_value_text

Row = Sequence[PageCell]

_FEWEST_ROWS = 2  # rows to learn from
_FEWEST_FIGURES = 2  # two rows below each other often have one in common
_FEWEST_WORDS = 2  # of a title; names of teams and statuses are one


def printed_again(upper: Row, lower: Row, others: Sequence[Row]) -> list[PageCell] | None:
    """Return *lower* without what *upper* prints too, ``None`` where it is not surely the same row.

    It is where the cell that names it, unlike any other row's, and all values are the same, and
    each text goes on: its first lines are the last above, or it begins where that breaks off.
    *others* are the rows before *upper*, headings left out; all are in the same columns.
    """
    if signature(upper) != signature(lower) or not _is_named_alike(upper, lower, others):
        return None
    if not _same_values(upper, lower):
        return None
    density = density_of([*others, upper, lower])
    rest: list[PageCell] = []
    for above, below in zip(upper, lower, strict=True):
        left = _rest_of(above, below, density)
        if left is None:
            return None
        rest.append(left)
    return rest


def may_be_one(upper: Row, lower: Row, others: Sequence[Row], *, ruled: bool) -> bool:
    """Whether two rows that each print values may be parts of one that the page end cuts.

    Their values are the same, and so is their name, or a text of the one goes on in the other; or
    a title above ends, or one below begins, inside a sentence as none of *others* does.
    Where rules part the rows (*ruled*), a row with a name of its own holds no rest of another.
    """
    if not upper or signature(upper) != signature(lower):
        return False
    texts = [pair for pair in zip(upper, lower, strict=True) if all(map(_is_title, pair))]
    named = ruled and upper[0].part.text and lower[0].part.text not in ("", upper[0].part.text)
    if not named and any(_is_torn(above, below, others) for above, below in texts):
        return True
    same = _same_values(upper, lower)
    if same and _is_named_alike(upper, lower, others):
        return True
    return same >= _FEWEST_FIGURES and any(
        _shared(above, below) or breaks_off(above, below) for above, below in texts
    )


def _is_named_alike(upper: Row, lower: Row, others: Sequence[Row]) -> bool:
    """Whether the first cells say the same, in a column where no two of the other rows do."""
    name = upper[0].part.text if upper else ""
    if not name or lower[0].part.text != name:
        return False
    column = upper[0].column
    names = [cell.part.text for row in others for cell in row if cell.column == column]
    names = [text for text in names if text]
    return len(names) >= _FEWEST_ROWS and len({name, *names}) == len(names) + 1


def _same_values(upper: Row, lower: Row) -> int:
    """Return how many figures, dates and codes both print in a column; 0 where one differs."""
    same = 0
    for above, below in zip(upper[1:], lower[1:], strict=True):
        one, other = above.part.text, below.part.text
        if not one or not other or not (is_value_text(one) or is_value_text(other)):
            continue
        if one != other:
            return 0
        same += 1
    return same


def _rest_of(above: PageCell, below: PageCell, density: float) -> PageCell | None:
    """Return a cell without the print that the one above has too; ``None`` if it does not go on."""
    one, other = above.part, below.part
    symbols = () if one.symbols == other.symbols else other.symbols
    if one.symbols and symbols:
        return None
    if not one.text or not other.text:
        return below._replace(part=other._replace(symbols=symbols))
    shared = _shared(above, below)
    text = "\n".join(other.text.split("\n")[shared:])
    if text and other.raised:
        return None
    if not shared and not runs_on(above, below, density) and not breaks_off(above, below):
        return None
    return below._replace(part=other._replace(text=text, symbols=symbols, raised=()))


def without_lines_above(above: PageCell, below: PageCell) -> PageCell:
    """Return a cell blank where its lines are the last of the cell above the page end, and fewer.

    One of them spans rows, and its text is set to their middle: both pages print the lines that the
    page end cuts through.
    """
    shared = _shared(above, below)
    lines = [len(cell.part.text.split("\n")) for cell in (above, below)]
    if not below.part.text or shared != lines[1] or shared == lines[0]:
        return below
    return below._replace(part=below.part._replace(text="", raised=()))


def _shared(above: PageCell, below: PageCell) -> int:
    """Return how many of the last lines above are the first below."""
    lines, again = above.part.text.split("\n"), below.part.text.split("\n")
    counts = range(min(len(lines), len(again)), 0, -1)
    return next((count for count in counts if lines[-count:] == again[:count]), 0)


def _is_title(cell: PageCell) -> bool:
    text = cell.part.text
    return len(text.split()) >= _FEWEST_WORDS and not is_value_text(text)


def _is_torn(above: PageCell, below: PageCell, others: Sequence[Row]) -> bool:
    """Whether a title stops or begins inside a sentence, as no other of its column does."""
    column = above.column
    titles = [cell for row in others for cell in row if cell.column == column and _is_title(cell)]
    if len(titles) < _FEWEST_ROWS:
        return False
    if never_ends(above) and not any(map(never_ends, titles)):
        return True
    return begins_inside(above, below) and not any(begins_inside(above, one) for one in titles)
