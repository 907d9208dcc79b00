"""Which rows of a table are section rows, and which section a row stands in (ruling 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from crossfoot.normalise.codes import find_code, parse_code, parse_reference
from crossfoot.normalise.csi import split_title
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.statuses import status_fill, status_word
from crossfoot.schema.text import fold

RowKind = Literal["section", "data", "loose", "blank"]

_LONGEST_SECTION = 140
_NAMING = frozenset({"code", "title", "section", "objective", "description"})


def _covers_most(view: RowView, col_span: int) -> bool:
    columns = max(column.last for column in view.segment.columns)
    return col_span * 2 > columns or col_span >= columns


def is_wide_section(view: RowView) -> bool:
    """Whether the row is one text over most of the table."""
    printed = view.own_printed()
    return (
        len(printed) == 1
        and bool(printed[0].cell.text)
        and _covers_most(view, printed[0].cell.col_span)
    )


def has_lone_titles(views: Sequence[RowView]) -> bool:
    """Whether a title may stand alone in a row: the table has no codes but wide section rows."""
    if not any(is_wide_section(view) for view in views):
        return False
    titles = [view.first_text("code", "title") for view in views if len(view.own_printed()) > 1]
    coded = sum(bool(text and _names_a_row(text)) for text in titles)
    return coded * 2 < len(titles)


def _names_a_row(text: str) -> bool:
    return bool(parse_code(text) or parse_reference(text) or split_title(text).code)


def row_kind(view: RowView, lone_titles: bool) -> RowKind:
    """Tell section rows from rows of data.

    A section row prints one text only, over most of the width or in a naming column, which is no
    code, figure or status. With *lone_titles* a lone title in its own column is a row without
    figures: so in tables without codes whose sections are printed over the whole width. ``loose``
    is a lone text that is neither: a remark, the end of a note.
    """
    printed = view.own_printed()
    if not printed:
        return "blank"
    if len(printed) > 1:
        return "data"
    spot = printed[0]
    text = fold(spot.cell.text)
    if not text or spot.cell.symbols:
        return "loose"
    if _covers_most(view, spot.cell.col_span):
        return "section" if _could_name_section(text) else "loose"
    index = next((index for index, spots in view.own.items() if spot in spots), None)
    family = view.segment.columns[index].family if index is not None else None
    if any(status_fill(view.fill(at)) for at in view.segment.indexes("status")):
        return "data"
    if family in _NAMING and (_names_a_row(text) or find_code(text)):
        return "data"
    if (family in _NAMING or index == 0) and not view.carried:
        return "data" if lone_titles else ("section" if _could_name_section(text) else "loose")
    return "loose"


def _could_name_section(text: str) -> bool:
    return (
        len(text) <= _LONGEST_SECTION
        and not text.endswith((".", ";"))
        and any(char.isalpha() for char in text)
        and parse_figure(text).state == "other"
        and not status_word(text, "indicators")
        and not status_word(text, "actions")
    )
