"""Rows titled by what their figures are: ``Target``, ``Actual``, ``Revised target``.

The indicator's name stands in the row above them, or in a column beside. Such a title names no
indicator, whatever figures stand behind it: a forecast is no indicator called ``Forecast``, and
``BV8 Invoices paid - Target`` prints no results of BV8.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.normalise.columns import Column
from crossfoot.normalise.councils import normal_name
from crossfoot.normalise.families import RESULT_FAMILIES
from crossfoot.normalise.heading_said import HeadingText
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.label_times import at_time_of
from crossfoot.normalise.lengths import length_said
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.standings import is_of_results
from crossfoot.normalise.task import Task
from crossfoot.schema.page import prints

#: What a row of figures may be titled that stands under the name of its indicator.
_MEASURED = frozenset({"result", "outturn", "target", "previous", "comparator", "status", "trend"})
#: Of these the figures of a row are no results, whatever code stands before them.
_NO_RESULTS = frozenset({"target", "previous", "comparator", "other"})
_NOT_OF_NOW = frozenset({"previous", "comparator", "other"})
_LABEL_WORDS = 3
#: What a title may end in, behind the name: ``- Target``, ``(target)``, ``: Target``.
_ENDING = re.compile(
    r"(?:\s[-\u2013\u2014]\s*|\s*\(|:\s+)(?P<label>[^-\u2013\u2014(:]{3,40}?)\)?\s*$"
)


class Label(NamedTuple):
    """What a row's title says its figures are: ``family`` as of a column, and how final."""

    said: HeadingText
    family: str
    text: str = ""

    @property
    def is_marked(self) -> bool:
        """Whether it is another printing than the plain one: revised, provisional."""
        return self.said.standing is not None


def label_of(reader: HeadingReader, title: str | None) -> Label | None:
    """What a title says that names no indicator; ``None`` for a name."""
    if not title:
        return None
    said = reader.read(title)
    if said.bare_year is not None:
        return Label(said, "other") if said.meaning else None
    family = (said.as_label or "").partition(".")[0]
    if family in _MEASURED or (not family and said.has_period):
        return Label(said, family or "result", title)
    if said.near is None and (family == "other" or said.standing is not None):
        return Label(said, family)
    return None


def label_beside(reader: HeadingReader, council: str | None, text: str | None) -> Label | None:
    """What a cell beside the names says its row's figures are.

    The name of the paper's own *council*, as it stands among its neighbours, says its results.
    """
    label = label_of(reader, text)
    if label is not None or not text or council is None:
        return label
    own = normal_name(text) == normal_name(council)
    return Label(HeadingText("result"), "result") if own else None


def is_no_result(
    reader: HeadingReader, title: str | None, columns: Sequence[Column], *, coded: bool
) -> bool:
    """Whether a row that a code or a name begins prints no results, by the end of its title.

    Only where the columns are years or quarters and do not say themselves what they hold.
    """
    if not title or not _are_bare(columns):
        return False
    ending = _ENDING.search(title)
    label = label_of(reader, title) if coded else None
    if label is None and ending is not None:
        label = label_of(reader, ending["label"])
    return label is not None and label.family in _NO_RESULTS and label.said.near is None


def titled_with_labels(task: Task, reader: HeadingReader, naming: int | None) -> frozenset[int]:
    """The numbers of rows whose title ends in a label while those below are labels alone.

    ``Homes let Target`` above ``Actual`` is a name with the label of its own row behind it.
    """
    if naming is None or not _are_bare(task.columns):
        return frozenset()
    found: set[int] = set()
    for view, below in pairwise(task.all_views):
        text = below.text(naming)
        label = label_of(reader, text) if naming in below.own and not _is_coded(below) else None
        if label is not None and _ends_in_label(reader, view.text(naming), text):
            found.add(view.row.row_no)
    return frozenset(found)


def _ends_in_label(reader: HeadingReader, title: str | None, other: str | None) -> bool:
    words = (title or "").split()
    for count in range(1, min(_LABEL_WORDS, len(words) - 1) + 1):
        end = " ".join(words[-count:])
        label = label_of(reader, end) if end[0].isupper() and end != other else None
        if label is not None and label.family in _NO_RESULTS | RESULT_FAMILIES:
            return True
    return False


def _are_bare(columns: Sequence[Column]) -> bool:
    figured = [column for column in columns if column.measure is not None]
    return bool(figured) and all(
        column.family == "result"
        and column.period is not None
        and not is_of_results(column.heading)
        for column in figured
    )


class Below(NamedTuple):
    """The label rows directly below a row that names an indicator and prints no figures."""

    taken: Mapping[int, Label]
    unclear: frozenset[int]


def labels_below(task: Task, reader: HeadingReader, naming: int | None) -> dict[int, Below]:
    """The rows below each name, by its row number; *naming* is the column of titles."""
    if naming is None or not _are_bare(task.columns):
        return {}
    found: dict[int, Below] = {}
    head: RowView | None = None
    labels: dict[int, Label] = {}
    for view in (*task.all_views, None):
        label = label_of(reader, view.text(naming)) if view is not None else None
        if view is not None and label is not None and not _is_coded(view):
            labels[view.row.row_no] = label
            continue
        if head is not None and labels:
            found[head.row.row_no] = _sorted_out(labels)
        labels = {}
        head = view if view is not None and _is_blank(view) else None
    return found


def _sorted_out(labels: Mapping[int, Label]) -> Below:
    unclear = unclear_targets(labels)
    said = [_what(label) for label in labels.values()]
    taken = {
        row_no: label
        for row_no, label in labels.items()
        if label.family in RESULT_FAMILIES | {"target"}
        and label.said.near is None
        and not label.said.has_period
        and said.count(_what(label)) == 1
        and row_no not in unclear
    }
    return Below(taken, unclear)


def unclear_targets(labels: Mapping[int, Label]) -> frozenset[int]:
    """The numbers of the rows that print targets of one indicator, where one of several is marked.

    Where one stands that is revised it may hold in all columns or in those alone where it differs.
    """
    targets = {row_no: label for row_no, label in labels.items() if label.family == "target"}
    several = len(targets) > 1 and any(label.is_marked for label in targets.values())
    return frozenset(targets) if several else frozenset()


def _what(label: Label) -> tuple[object, ...]:
    kind = label.said.standing.kind if label.said.standing else None
    family = "result" if label.family in RESULT_FAMILIES else label.family
    return family, (label.said.meaning or "").partition(".")[2], kind


def _is_coded(view: RowView) -> bool:
    return bool(view.first_text("code"))


def _is_blank(view: RowView) -> bool:
    """Whether a row prints nothing under its columns of figures."""
    return not any(
        prints(spot.cell)
        for index, column in enumerate(view.segment.columns)
        if column.measure is not None
        for spot in view.spots(index)
    )


def tell_labels(task: Task, view: RowView, title: str | None) -> None:
    """Tell of a row whose title says what its figures are, where it is not taken."""
    task.desk.tell(
        "row.no_identity",
        "warning",
        f"{title!r} says what the figures of the row are and no name of theirs was read with it; "
        "it was kept as cells",
        spots=view.own_printed(),
        printed=title,
    )


def tell_unclear_target(task: Task, view: RowView, title: str | None) -> None:
    """Tell of a row that prints one of several targets of its indicator."""
    task.desk.tell(
        "row.target_unclear",
        "warning",
        f"{title!r} is one of several rows of targets for one indicator; which of them holds is "
        "not clear, and they were kept as cells",
        spots=view.own_printed(),
        printed=title,
    )


def tell_unnamed(task: Task, view: RowView, label: str | None) -> None:
    """Tell of a row below or beside names of which none is its own for certain."""
    task.desk.tell(
        "row.no_identity",
        "warning",
        f"whose {label or 'figures'!r} the row prints is not clear; it was kept as cells",
        spots=view.own_printed(),
        printed=label,
    )


def tell_unknown_label(task: Task, view: RowView, label: str | None) -> None:
    """Tell of a row whose label says nothing known, where it prints figures."""
    if label and not _is_blank(view):
        task.desk.tell(
            "row.label_unknown",
            "note",
            f"what the figures of a row called {label!r} are is not known; they were kept as cells",
            spots=view.own_printed(),
            printed=label,
        )


def labelled_columns(columns: Sequence[Column], label: Label | None) -> list[Column]:
    """The columns as they hold for a row whose label says what its figures are.

    Those of a year or a part of one take it. The figures of ``Last year`` are not of the year that
    their column is headed with, nor is the target in that row; of what a row holds whose label says
    nothing none is taken. An ``Outturn`` of each of several months or quarters is the result of
    each.
    """
    parts = {
        column.period
        for column in columns
        if column.family in RESULT_FAMILIES and column.period and column.period.kind != "year"
    }
    if label is not None and label.family == "outturn" and len(parts) > 1:
        label = label._replace(family="result")
    return [
        _timed(_labelled(column, label), label)
        if column.family in RESULT_FAMILIES and (column.period or not column.part)
        else _beside(column, label)
        for column in columns
    ]


def _timed(column: Column, label: Label | None) -> Column:
    return column if label is None or not column.is_figure else at_time_of(column, label.said)


def _beside(column: Column, label: Label | None) -> Column:
    """A column of other figures than results: a target in a row of others is none of now."""
    if column.family != "target" or (label is not None and label.family not in _NOT_OF_NOW):
        return column
    return column._replace(family="other", measure=None)


def _labelled(column: Column, label: Label | None) -> Column:
    if label is None:
        return column._replace(family=None, measure=None)
    column = column._replace(
        family=label.family or None, measure=None, standing=label.said.standing or column.standing
    )
    if length_said(label.text):  # ``This month``, of which the column's heading says nothing
        column = column._replace(heading=f"{label.text} {column.heading}")
    return column._replace(period=None, part=None) if label.family == "previous" else column
