"""Which rows of a table are section rows, and which section a row stands in (ruling 1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from crossfoot.normalise.captions import is_time_alone
from crossfoot.normalise.codes import find_code, parse_code, parse_reference
from crossfoot.normalise.csi import split_title
from crossfoot.normalise.desk import Spot
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.note_rows import is_remark
from crossfoot.normalise.page_furniture import is_file_name
from crossfoot.normalise.row_view import RowView, title_column
from crossfoot.normalise.statuses import status_fill, status_word
from crossfoot.normalise.tails import is_tail
from crossfoot.schema.text import fold

RowKind = Literal["section", "data", "loose", "blank", "unclear", "tail"]

_LONGEST_SECTION = 140
#: Sections have names of few words, as a rule no more than these.
_SECTION_WORDS = 5
_INDICATOR_WORDS = 7
_LABEL_WORDS = 3
#: Capitals of an acronym mark nothing.
_ACRONYM = 5
_COUNTED = re.compile(
    r"%|\b(?:number|no\.|percentage|per ?cent|average|rate|ratio|proportion|days|time taken)\b",
    re.IGNORECASE,
)
_FEWEST_ROWS = 4  # with what stands below them
_FEWEST_CELLS = 2  # of a row, before they can be painted alike
_NAMING = frozenset({"code", "title", "section", "objective", "description"})


def _covers_most(view: RowView, col_span: int) -> bool:
    columns = max(column.last for column in view.segment.columns)
    return col_span * 2 > columns or col_span >= columns


def is_wide_section(view: RowView) -> bool:
    """Whether the row is one text over most of the table."""
    printed = view.own_printed()
    return (
        len(printed) == 1
        and bool(text := printed[0].cell.text)
        and not is_remark(fold(text))
        and _covers_most(view, printed[0].cell.col_span)
    )


LoneTitles = Literal["rows", "sections", "unclear", "below", "wide below"]
BELOW = frozenset({"below", "wide below"})


def lone_titles(views: Sequence[RowView], *, ruled: bool = True) -> LoneTitles:
    """What a title that stands alone in its row, in its own column, is.

    In a table with codes, a section; in one without codes whose sections are printed over the whole
    width, a row without figures. Without either, several short ones printed alike that each stand
    above rows are sections; of a single one it is not clear. Where no upright rules say how wide a
    section is, it may be no wider than its words: only their fill tells the others from it. What
    stands below most rows, the last one too, and not above the first, is rather a remark
    (``below``; ``wide below`` between rules, where only wide texts are).
    """
    printed = [view for view in views if view.own_printed()]
    if _stand_below(printed, ruled=ruled):
        return "wide below" if ruled else "below"
    titles = [view.first_text("code", "title") for view in views if len(view.own_printed()) > 1]
    coded = sum(bool(text and _names_a_row(text)) for text in titles)
    if coded * 2 >= len(titles):
        return "sections"
    wide = [view for view in views if is_wide_section(view)]
    if wide:
        return "rows" if ruled or all(map(_fills, wide)) else "unclear"
    alone = [
        at
        for at, view in enumerate(printed)
        if len(view.own_printed()) == 1 and not is_remark(fold(view.own_printed()[0].cell.text))
    ]
    short = all(
        len(printed[at].own_printed()[0].cell.text.split()) <= _SECTION_WORDS for at in alone
    )
    marked = sum(_is_marked(printed[at], printed[at].own_printed()[0].cell.text) for at in alone)
    if 0 < marked < len(alone):
        return "unclear"
    heads = all(at + 1 < len(printed) and at + 1 not in alone for at in alone)
    return "sections" if len(alone) > 1 and short and heads else "unclear"


def _stand_below(printed: Sequence[RowView], *, ruled: bool) -> bool:
    """Whether texts alone in their rows stand below most of the others, as remarks do.

    A section stands above rows: above the first of a table, and not below its last. Between rules
    what stands in the column of the titles is one.
    """
    alone = [
        len(view.own_printed()) == 1
        and (not ruled or _covers_most(view, view.own_printed()[0].cell.col_span))
        for view in printed
    ]
    if len(alone) < _FEWEST_ROWS or alone[0] or not alone[-1]:
        return False
    return sum(alone) * 3 > len(alone)


def _fills(view: RowView) -> set[str]:
    """The fills of a row that is painted over most of its cells."""
    fills = [cell.fill for cell in view.row.cells if cell.fill]
    return set(fills) if len(fills) * 2 > len(view.row.cells) else set()


def _is_painted_as_wide(view: RowView) -> bool:
    """Whether a row is painted like the sections over the whole width, and like no row of data."""
    others = _neighbours(view)
    of_data = [other for other in others if len(other.own_printed()) > 1]
    of_wide = [_fills(other) for other in others if is_wide_section(other)]
    own = _fills(view) - set().union(*map(_fills, of_data))
    return any(own & fills for fills in of_wide)


def _is_marked(view: RowView, text: str) -> bool:
    """Whether a lone title is printed as a section: in capitals, before a colon, on a fill."""
    if (text.isupper() and len(text) > _ACRONYM) or text.endswith(":"):
        return True
    cells = [cell for cell in view.row.cells if cell.fill]
    if len(cells) * 2 <= len(view.row.cells):
        return False
    others = [other for other in _neighbours(view) if len(other.own_printed()) > 1]
    fills = {cell.fill for cell in cells}
    return bool(others) and not any(
        cell.fill in fills for other in others for cell in other.row.cells[:1]
    )


def _neighbours(view: RowView) -> Sequence[RowView]:
    return view.segment.views or []


def _is_labelled(view: RowView, text: str) -> bool:
    """Whether the words before a colon are those of another text alone in its row.

    ``National Outcome: Our towns are safe``.
    """
    label = _label_of(text)
    if label is None or _COUNTED.search(label):
        return False
    lone = [other.own_printed() for other in _neighbours(view) if other.row is not view.row]
    return any(len(spots) == 1 and _label_of(spots[0].cell.text) == label for spots in lone)


def _label_of(text: str) -> str | None:
    label, colon, rest = text.partition(":")
    few = len(label.split()) <= _LABEL_WORDS
    return label.casefold() if colon and rest.strip() and few and label[:1].isalpha() else None


def _is_band(view: RowView) -> bool:
    """Whether one fill covers the whole row, in a table whose names stand on no status's fill.

    A yellow band over a section shows no status, though its last cell stands under them.
    """
    fills = {cell.fill for cell in view.row.cells}
    if len(view.row.cells) < _FEWEST_CELLS or len(fills) != 1 or None in fills:
        return False
    of_data = [other for other in _neighbours(view) if len(other.own_printed()) > 1]
    return bool(of_data) and not any(
        status_fill(cell.fill) for other in of_data for cell in other.row.cells[:1]
    )


def _is_indicator(text: str) -> bool:
    """Whether a text says how something is counted, as no section does."""
    return bool(_COUNTED.search(text)) or len(text.split()) > _INDICATOR_WORDS


def _names_a_row(text: str) -> bool:
    return bool(parse_code(text) or parse_reference(text) or split_title(text).code)


def row_kind(view: RowView, lone: LoneTitles) -> RowKind:
    """Tell section rows from rows of data.

    A section row prints one text only, over most of the width or in a naming column, which is no
    code, figure or status. *lone* is what a lone title in its own column is in this table; one
    that is printed as a section, or says how something is counted, tells by itself. ``loose`` is a
    lone text that is neither: a remark, the end of a note; ``unclear`` may be either. A ``tail``
    is the rest of the name above.
    """
    printed = view.own_printed()
    if not printed:
        return "blank"
    if view.row.row_no in view.segment.furniture:
        return "loose"
    if len(printed) > 1:
        return "data"
    return "tail" if is_tail(view, title_column(view)) else _kind_of_lone(view, printed[0], lone)


def _kind_of_lone(view: RowView, spot: Spot, lone: LoneTitles) -> RowKind:
    text = fold(spot.cell.text)
    if not text or spot.cell.symbols or is_remark(text) or is_file_name(text):
        return "loose"
    if _covers_most(view, spot.cell.col_span):
        return _wide_kind(text, lone)
    index = next((index for index, spots in view.own.items() if spot in spots), None)
    family = view.segment.columns[index].family if index is not None else None
    shown = any(status_fill(view.fill(at)) for at in view.segment.indexes("status"))
    if shown and (_is_indicator(text) or not _is_band(view)):
        return "data"
    if family in _NAMING and (_names_a_row(text) or find_code(text)):
        return "data"
    if (family in _NAMING or index == 0) and not view.carried:
        return _lone_kind(view, text, lone)
    return "loose"


def _wide_kind(text: str, lone: LoneTitles) -> RowKind:
    if not _could_name_section(text):
        return "loose"
    return "unclear" if lone in BELOW else "section"


def _lone_kind(view: RowView, text: str, lone: LoneTitles) -> RowKind:
    if lone in {"rows", "wide below"}:
        shown = _is_painted_as_wide(view) or _is_labelled(view, text)
        return "section" if shown and _could_name_section(text) else "data"
    if not _could_name_section(text):
        return "loose"
    if lone == "below":
        return "unclear"
    if lone == "sections" or _is_marked(view, text) or _is_labelled(view, text):
        return "section"
    return "data" if _is_indicator(text) else "unclear"


def _could_name_section(text: str) -> bool:
    return (
        len(text) <= _LONGEST_SECTION
        and not text.endswith((".", ";"))
        and (any(char.isalpha() for char in text) or is_time_alone(text))
        and parse_figure(text).state == "other"
        and not status_word(text, "indicators")
        and not status_word(text, "actions")
    )
