"""Whether the row at a page end and the row at the next page's head are one row, cut in two.

A reader of the page tells by what is missing: the second part has no status, no code, no figures,
only the rest of the cells that ran over. So columns that every row of the table fills, with one
line, are looked at: a cut row fills each of them once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter

from crossfoot.extract.cells import PageCell
from crossfoot.extract.cut_texts import (
    are_figures,
    are_two,
    begins_inside,
    breaks_off,
    density_of,
    is_bare_code,
    is_filled,
    is_known,
    runs_on,
)

_ALWAYS = 0.8  # of the rows fill a column that identifies a row
_SHORT = 0.7  # of the rows need no more than this many lines in it
_SHORT_LINES = 2
_MOST_FILLED = 0.34  # of the identifying columns that the second part of a cut row may fill
_OFTEN = 0.1  # of the rows
_FEWEST_ROWS = 2  # rows to learn from
_FEWEST_BLANK = 2  # of the columns that name rows, where a row has no name
_FEWEST_BROKEN = 2  # sentences that go on below a page end
_FEWEST_KEYS = 4  # columns that identify a row, for one that fills none of them to be a rest


_STUB = 0.9  # of the lowest row's height; too low to hold a line of text

Signature = tuple[tuple[int, int], ...]
_PLACE = itemgetter(PageCell._fields.index("column"), PageCell._fields.index("col_span"))


def signature(row: Sequence[PageCell]) -> Signature:
    """Return the columns and spans of a row's cells: rows of one kind have the same."""
    return tuple(map(_PLACE, row))


def is_cut(
    upper: Sequence[PageCell],
    lower: Sequence[PageCell],
    others: Sequence[Sequence[PageCell]],
    open_between: bool,
) -> bool:
    """Whether *lower* is the rest of *upper*.

    All cells are given in the columns of the joined table, without those that span rows: they go on
    whether the row does or not. *others* are the rows before *upper*, headings left out;
    *open_between* says that no rule closes the one or the other at the page end.
    """
    if signature(upper) != signature(lower) or not upper or _differ_in_fill(upper, lower):
        return False
    filled_above = [is_filled(cell) for cell in upper]
    filled_below = [is_filled(cell) for cell in lower]
    for row, filled in ((upper, filled_above), (lower, filled_below)):
        if not any(filled):
            return open_between or _is_stub(row, others)
    if len(upper) < 2:
        return False
    alike = _of_kind(upper, others)
    keys = _identifying(alike)
    if _is_nameless(keys, filled_above, filled_below):
        return True
    told = _told_by_texts(upper, lower, others)
    if told is not None and (told or not open_between):
        return told
    flowing = [at for at in range(len(upper)) if filled_above[at] and filled_below[at]]
    full = density_of([*others, upper, lower])
    goes_on = {at: open_between or runs_on(upper[at], lower[at], full) for at in flowing}
    if flowing and not any(goes_on.values()):
        return False
    if not keys:
        return _looks_cut_alone(filled_above, filled_below, open_between)
    in_words = all(goes_on.values()) and _goes_on_in_words(upper, lower)
    return in_words or _told_by_columns(upper, lower, alike, keys, goes_on)


def begins_section(upper: Sequence[PageCell], lower: Sequence[PageCell], is_bolder: bool) -> bool:
    """Whether *lower* is one text that is set otherwise than *upper*: a section, no rest of it.

    It is painted where that is not, or bold (*is_bolder*) unlike the row below it. A text that
    goes on with one above that breaks off is never a section.
    """
    if not upper or signature(upper) != signature(lower):
        return False
    if [at for at, cell in enumerate(lower) if is_filled(cell)] != [0]:
        return False
    painted = lower[0].part.fill is not None and upper[0].part.fill is None
    return (painted or is_bolder) and not breaks_off(upper[0], lower[0])


def is_rest_beside(
    upper: Sequence[PageCell], lower: Sequence[PageCell], others: Sequence[Sequence[PageCell]]
) -> bool:
    """Whether a row is blank in all cells of its own, where *others* never are.

    What it prints stands in cells that span rows: the rest of a remark beside several rows.
    """
    known = [row for row in others if row]
    return (
        bool(lower)
        and not any(map(is_filled, lower))
        and any(map(is_filled, upper))
        and len(known) >= _FEWEST_ROWS
        and all(any(map(is_filled, row)) for row in known)
    )


def _told_by_texts(
    upper: Sequence[PageCell], lower: Sequence[PageCell], others: Sequence[Sequence[PageCell]]
) -> bool | None:
    """Whether single texts say that the rows are one, or two; ``None`` where they do not."""
    pairs = [(a, b) for a, b in zip(upper, lower, strict=True) if is_filled(a) and is_filled(b)]
    if sum(are_figures(above, below) for above, below in pairs) > 1:
        return False
    cells = [cell for row in others for cell in row] if pairs else []
    if any(are_two(above, below, cells) for above, below in pairs):
        return False
    filled = sum(map(is_filled, lower))
    if len(pairs) != filled or filled > _MOST_FILLED * sum(map(is_filled, upper)):
        return None
    alike = [cell for row in _of_kind(upper, others) for cell in row] if pairs else []
    goes_on = any(
        breaks_off(a, b) or is_known(a, b, alike) or is_bare_code(a, b, alike) for a, b in pairs
    )
    return True if goes_on else None


def _told_by_columns(
    upper: Sequence[PageCell],
    lower: Sequence[PageCell],
    alike: Sequence[Sequence[PageCell]],
    keys: list[int],
    goes_on: dict[int, bool],
) -> bool:
    """Whether the columns that identify rows say so; *goes_on* by cells filled above and below."""
    filled_above, filled_below = list(map(is_filled, upper)), list(map(is_filled, lower))
    both = [at for at in keys if at in goes_on]
    torn = both[:1] == keys[:1] and _is_torn(upper, lower, keys, alike)
    nameless = torn or _lacks_names(keys, filled_below, alike)
    if not all(
        begins_inside(upper[at], lower[at])
        or (goes_on[at] and _wraps(at, [*alike, upper]))
        or (goes_on[at] and nameless and _is_wording(upper[at]) and _is_wording(lower[at]))
        for at in both
    ):
        return False
    below = sum(filled_below[key] for key in keys)
    if torn or below <= _MOST_FILLED * len(keys) or (not both and below < len(keys)):
        return True
    return any(filled_above[at] != filled_below[at] and _never_blank(at, alike) for at in keys)


def breaks_figure(upper: Sequence[PageCell], lower: Sequence[PageCell]) -> bool:
    """Whether a cell of a cut row holds figures on both sides of the page end: one, or two."""
    return any(are_figures(*pair) for pair in zip(upper, lower, strict=True))


def lacks_name(
    upper: Sequence[PageCell], lower: Sequence[PageCell], others: Sequence[Sequence[PageCell]]
) -> bool:
    """Whether *lower* prints something, but no name such as all rows before it, *others*, have.

    Or no more than the rest of a name.
    """
    filled = [is_filled(cell) for cell in lower]
    if filled.count(False) < _FEWEST_BLANK or not any(filled):
        return False
    if signature(upper) != signature(lower):
        return False
    alike = _of_kind(upper, others)
    keys = _identifying(alike)
    torn = bool(keys) and filled[keys[0]] and _is_torn(upper, lower, keys, alike)
    return torn or _lacks_names(keys, filled, alike)


def _is_nameless(keys: Sequence[int], above: list[bool], below: list[bool]) -> bool:
    """Whether a row lacks what names the others and prints nothing of its own.

    Where the row above prints text in the same cells, the two are one whatever that text is: a
    figure or a paragraph that ends with the page, and another below.
    """
    if len(keys) < _FEWEST_KEYS or below[keys[0]] or not above[keys[0]]:
        return False
    own = any(low and not up for up, low in zip(above, below, strict=True))
    return not own and sum(below[key] for key in keys) <= _MOST_FILLED * len(keys)


def _goes_on_in_words(upper: Sequence[PageCell], lower: Sequence[PageCell]) -> bool:
    """Whether a row without the first of what names rows goes on with several sentences above.

    Nothing in it is a figure or a date, and nothing stands below a blank: no row of its own, be the
    rows before it ever so few.
    """
    below = [(a, b) for a, b in zip(upper, lower, strict=True) if is_filled(b)]
    if is_filled(lower[0]) or not is_filled(upper[0]):
        return False
    if not all(is_filled(a) and _is_wording(b) for a, b in below):
        return False
    broken = sum(b.part.text[:1].islower() and breaks_off(a, b) for a, b in below)
    return broken >= _FEWEST_BROKEN and 2 * broken > len(below) and len(below) < len(lower) - 1


def _differ_in_fill(upper: Sequence[PageCell], lower: Sequence[PageCell]) -> bool:
    fills = [(a.part.fill, b.part.fill) for a, b in zip(upper, lower, strict=True)]
    return any(one and other and one != other for one, other in fills)


def _is_stub(row: Sequence[PageCell], others: Iterable[Sequence[PageCell]]) -> bool:
    """Whether a row without text is too low to be one: the padding of a row cut at the page end."""
    lowest = min((_height(other) for other in others if any(map(is_filled, other))), default=0.0)
    return _height(row) < _STUB * lowest


def _height(row: Sequence[PageCell]) -> float:
    return min((cell.part.box.y1 - cell.part.box.y0 for cell in row), default=0.0)


def _identifying(alike: Sequence[Sequence[PageCell]]) -> list[int]:
    """Return the positions of the cells that rows of one kind always fill, with little text."""
    if len(alike) < _FEWEST_ROWS:
        return []
    always, short = _ALWAYS * len(alike), _SHORT * len(alike)
    found = []
    for at, column in enumerate(zip(*alike, strict=True)):
        # Not by is_filled: there are hundreds of cells, and the call takes longer than the look.
        texts = [cell.part.text for cell in column]
        filled = len(texts) - texts.count("")
        if filled < always:
            filled += sum(1 for cell in column if cell.part.symbols and not cell.part.text)
        if (
            filled >= always
            and [text.count("\n") < _SHORT_LINES for text in texts].count(True) >= short
        ):
            found.append(at)
    return found


def _of_kind(
    upper: Sequence[PageCell], others: Iterable[Sequence[PageCell]]
) -> list[Sequence[PageCell]]:
    kind, count = signature(upper), len(upper)
    return [row for row in others if len(row) == count and signature(row) == kind]


def _lacks_names(keys: list[int], filled: list[bool], rows: Sequence[Sequence[PageCell]]) -> bool:
    """Whether the first and another of the columns that no row leaves blank are blank."""
    blank = [at for at in keys if not filled[at] and _never_blank(at, rows)]
    return len(blank) >= _FEWEST_BLANK and blank[0] == keys[0]


def _is_torn(
    upper: Sequence[PageCell],
    lower: Sequence[PageCell],
    keys: Sequence[int],
    rows: Sequence[Sequence[PageCell]],
) -> bool:
    """Whether the name of *lower* begins inside a sentence, and what all other rows fill is blank.

    *keys* are the columns that identify rows, the first of which names them.
    """
    blank = [
        at
        for at in keys[1:]
        if not is_filled(lower[at]) and all(is_filled(row[at]) for row in rows)
    ]
    return len(blank) >= _FEWEST_BLANK and breaks_off(upper[keys[0]], lower[keys[0]])


def _is_wording(cell: PageCell) -> bool:
    """Whether a cell holds words, and no figure, date or code."""
    return not any(map(str.isdigit, cell.part.text)) and any(map(str.isalpha, cell.part.text))


def _never_blank(at: int, rows: Sequence[Sequence[PageCell]]) -> bool:
    return len(rows) > _FEWEST_ROWS and all(is_filled(row[at]) for row in rows)


def _wraps(at: int, rows: Sequence[Sequence[PageCell]]) -> bool:
    """Whether the text of a column often takes several lines, as a figure or a date does not."""
    several = sum("\n" in row[at].part.text for row in rows)
    return several >= _OFTEN * len(rows)


def _looks_cut_alone(above: list[bool], below: list[bool], open_between: bool) -> bool:
    """Judge without other rows: the first cell is empty, and what is filled ran over."""
    if below[0] or not all(up for up, low in zip(above, below, strict=True) if low):
        return open_between and not below[0]
    # The row above may itself be the rest of a longer one.
    goes_on_again = above == below and sum(below) <= _MOST_FILLED * len(below)
    return open_between or goes_on_again or 2 * sum(below) <= sum(above)
