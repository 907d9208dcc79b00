"""Which column of a table says what each row's figures are: ``Target``, ``Actual``, ``Last year``.

It is told by what stands in it, under whatever heading, or none.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.normalise.columns import Column
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import views
from crossfoot.schema.page import prints

_NAMED_ROWS = frozenset(
    {"result", "outturn", "target", "previous", "status", "trend", "other", "comparator"}
)
#: Columns that hold words, or have a heading that says nothing of a time.
_OF_WORDS = frozenset(
    {"description", "objective", "note", "section", "unit", "counting", "other", "result", "period"}
)
#: Remarks may say ``On course`` and ``Improving``: labels of figures are of two kinds at least.
_FIGURES = frozenset({"result", "outturn", "target", "previous"})
_KINDS = 2
_ROWS_LOOKED_AT = 40
_LONGEST = 40  # letters of a label


def find_measure_names(segment: Segment, grid_columns: int, reader: HeadingReader) -> None:
    """Settle which column says what each row's figures are, by what stands in it.

    A column of ``Target`` and ``Actual`` is one whatever its heading, which may also stand over the
    names beside it; a column headed as one that holds other things (``75% / 70%`` under
    ``Actual / Target``) is none. The segment is changed.
    """
    _part_titles(segment, reader)
    titles = [index for index, column in enumerate(segment.columns) if column.family == "title"]
    second = set(titles[1:])  # of two, one may say what is measured: ``Indicator``, ``Measure``
    named = bool(titles) or segment.index("code") is not None
    columns = list(segment.columns)
    for index, column in enumerate(columns):
        known = column.family in {None, "measure_name"} or index in second
        if not known and not (named and column.family in _OF_WORDS and not column.has_time):
            continue
        seen = views(segment, grid_columns)[:_ROWS_LOOKED_AT]
        printed = (text for view in seen if (text := view.text(index)))
        first = next(printed, None)
        # Most columns hold no label, and their first text shows it: the others are not read then.
        if not known and (first is None or _meaning(reader, first) not in _NAMED_ROWS):
            continue
        texts = [first, *printed] if first is not None else []
        names = _names(reader, texts)
        if not known and len(_FIGURES.intersection(names)) < _KINDS:
            continue
        if column.family == "measure_name" and len(names) * 2 < len(texts):
            columns[index] = column._replace(family=None)
        elif column.family != "measure_name" and _label_rows(column, texts, names):
            columns[index] = column.taken_as("measure_name")
    segment.take(columns)


def _meaning(reader: HeadingReader, text: str) -> str:
    if len(text) > _LONGEST:
        return ""
    return (reader.read(text).as_label or "").partition(".")[0]


def _names(reader: HeadingReader, texts: Sequence[str]) -> list[str]:
    """What those of the texts mean that label rows."""
    return [meaning for text in texts if (meaning := _meaning(reader, text)) in _NAMED_ROWS]


def _label_rows(column: Column, texts: Sequence[str], names: Sequence[str]) -> bool:
    """Whether the *texts* of a column label rows; *names* is what those say that are known.

    They say of two things or more what the figures are, or of two times of one come again
    (``Actual 2011/12`` and ``Actual 2012/13``). Without a heading it does already where some do,
    and the same come again: what the other rows hold is then not known, and not taken.
    """
    nearly_all = len(names) * 5 >= len(texts) * 4
    if len(set(names)) > 1 and nearly_all:
        return True
    again = len(set(texts)) * 2 <= len(texts)
    if again and nearly_all and len(set(texts)) > 1 and _FIGURES.issuperset(names):
        return True
    if column.heading or not {"target", "previous", "comparator"} & set(names):
        return False
    return again or (len(set(names)) > 1 and len(names) * 2 >= len(texts))


def _part_titles(segment: Segment, reader: HeadingReader) -> None:
    """Part a column of titles whose heading stands over a column of labels as well."""
    for index, column in enumerate(segment.columns):
        if column.family not in {"title", "description", "code"} or column.first == column.last:
            continue
        cells = [
            cell
            for row in segment.rows[:_ROWS_LOOKED_AT]
            for cell in row.cells
            if column.first < cell.col_no <= column.last and cell.col_span == 1 and prints(cell)
        ]
        texts = [cell.named for cell in cells]
        names = _names(reader, texts)
        at = {cell.col_no for cell in cells}
        if len(at) == 1 and _label_rows(column._replace(heading=""), texts, names):
            first = at.pop()
            labels = Column(first, column.last, "", "measure_name")
            before = column._replace(last=first - 1)
            parted = (*segment.columns[:index], before, labels, *segment.columns[index + 1 :])
            segment.columns, segment.views = parted, None
            return
