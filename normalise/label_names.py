"""Whose figures the rows are that a column of labels calls ``Target``, ``Actual``, ``Last year``.

The name of an indicator spans its rows, or stands in the first of them. Where it stands beside
another, or its lines beside several, a row's own name is none; what does not tell is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossfoot.normalise.desk import Spot
from crossfoot.normalise.row_labels import Label, unclear_targets
from crossfoot.normalise.row_view import RowView, title_column
from crossfoot.normalise.sections import row_kind
from crossfoot.normalise.task import Task
from crossfoot.schema.page import prints

#: Of these an indicator has one row each; several comparators may stand below it.
_ONE_EACH = frozenset({"target", "result", "outturn", "previous"})
_TOLD = _ONE_EACH | {"comparator"}
_FEWEST = 2


class _Labelled(NamedTuple):
    """A row, what its label says, and the name that stands in the row itself."""

    view: RowView
    label: Label | None
    text: str
    name: str | None

    @property
    def what(self) -> str:
        """What the row is of its indicator: nothing else of it says the same."""
        if self.label is None or self.label.said.has_period or self.label.is_marked:
            return self.text
        family = "result" if self.label.family == "outturn" else self.label.family
        meaning = (self.label.said.meaning or "").partition(".")[2]
        return f"{family} {meaning}" if family in _ONE_EACH else self.text

    @property
    def family(self) -> str | None:
        family = self.label.family if self.label is not None else None
        return "result" if family == "outturn" else family

    @property
    def spans(self) -> bool:
        return any(
            spot.cell.row_span > 1 and prints(spot.cell)
            for index in _naming(self.view)
            for spot in self.view.own.get(index, ())
        )


def rows_not_told(
    task: Task, naming: int, label_of: Callable[[str | None], Label | None]
) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of the rows of which it is not certain whose they are, or which target holds.

    *naming* is the column of labels. The lines of a title that stand beside the labels of one
    indicator are put together, in its first row.
    """
    unnamed: set[int] = set()
    for stretch in _stretches(task, naming, label_of):
        _join_titles(stretch)
        unnamed.update(row.view.row.row_no for row in _unclear(_named_anew(stretch)))
    unclear: set[int] = set()
    labels: dict[int, Label] = {}
    for view in task.all_views:
        if own_name(view) is not None:
            unclear |= unclear_targets(labels)
            labels = {}
        if (label := label_of(view.text(naming))) is not None:
            labels[view.row.row_no] = label
    return frozenset(unnamed), frozenset(unclear | unclear_targets(labels))


def _stretches(
    task: Task, naming: int, label_of: Callable[[str | None], Label | None]
) -> Iterator[list[_Labelled]]:
    """Rows of data that no section parts. One that is titled above its labels is among them."""
    stretch: list[_Labelled] = []
    lone = task.lone_titles()
    for view in task.all_views:
        kind = row_kind(view, lone)
        if kind == "data":
            text = view.text(naming) or ""
            stretch.append(_Labelled(view, label_of(text), text.casefold(), own_name(view)))
        elif kind != "blank" and stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _naming(view: RowView) -> list[int]:
    at = title_column(view)
    return sorted({*view.segment.indexes("title", "code"), *(() if at is None else (at,))})


def _hangs_down(view: RowView) -> bool:
    return any(index in view.carried for index in _naming(view))


def own_name(view: RowView) -> str | None:
    """What a row itself prints under the columns that name it."""
    texts = [view.text(index) for index in _naming(view) if index in view.own]
    return " ".join(text for text in texts if text) or None


def _named_anew(rows: Sequence[_Labelled]) -> list[_Labelled]:
    return [row._replace(name=own_name(row.view)) for row in rows]


def _groups(rows: Sequence[_Labelled]) -> list[list[_Labelled]]:
    """The rows below each name; those above the first name are a group as well."""
    groups: list[list[_Labelled]] = []
    for row in rows:
        again = groups and row.name is not None and row.name == groups[-1][0].name
        if not groups or (row.name is not None and not again):
            groups.append([])
        groups[-1].append(row)
    return groups


def _unclear(rows: Sequence[_Labelled]) -> Iterator[_Labelled]:
    groups = _groups(rows)
    orphaned = groups[0][0].name is None
    doubted: set[int] = set()
    for before, after in pairwise(groups):
        if _may_go_on(before, after):
            doubted |= {id(before), id(after)}
    for group in groups:
        if group[0].name is None:
            yield from group
        elif group[0].spans:  # a rule says how far the name reaches
            hanging = [row for row in group[1:] if row.name or _hangs_down(row.view)]
            yield from (row for row in group[1:] if row not in hanging)
        elif orphaned or id(group) in doubted or _says_twice(group):
            yield from group


def _says_twice(group: Sequence[_Labelled]) -> bool:
    """Whether two rows below one name say the same of it: then one is another's."""
    said = [row.what for row in group if row.family in _ONE_EACH and row.name is None]
    head = group[0]
    if head.family in _ONE_EACH:
        said.append(head.what)
    periods = {row.view.first_text("period") for row in group}
    return len(periods) == 1 and len(set(said)) < len(said)


def _may_go_on(before: Sequence[_Labelled], after: Sequence[_Labelled]) -> bool:
    """Whether a name may be the rest of the one above it, by what the labels beside them say."""
    head = after[0]
    if before[0].name is None or before[0].spans or head.spans or _has_code(head.view):
        return False
    known = {row.what for row in before}
    families = {row.family for row in before} & _TOLD
    return (
        head.family in _TOLD
        and head.what not in known
        and bool(families)
        and head.family not in families
        and len({row.what for row in after} | known) == len(after) + len(before)
    )


def _has_code(view: RowView) -> bool:
    return any(index in view.own and view.text(index) for index in view.segment.indexes("code"))


def _join_titles(rows: Sequence[_Labelled]) -> None:
    """Put the lines of titles together that stand beside the labels of one indicator each.

    Its labels must come again in the same order to the end, and the lines below the first be the
    rest of a title for certain: they begin with a small letter, or codes stand beside the first
    lines alone.
    """
    cycles = _cycles(rows)
    if not cycles or any(cycle[0].name is None or cycle[0].spans for cycle in cycles):
        return
    coded = [_has_code(cycle[0].view) for cycle in cycles]
    rests = [row for cycle in cycles for row in cycle[1:] if row.name is not None]
    if not rests or any(_has_code(row.view) for row in rests):
        return
    heads_small = any((cycle[0].name or "")[:1].islower() for cycle in cycles)
    small = all((row.name or "")[:1].islower() for row in rests) and not heads_small
    if not small and not all(coded):
        return
    for cycle in cycles:
        _join(cycle)


def _cycles(rows: Sequence[_Labelled]) -> list[list[_Labelled]]:
    """The rows in groups of the same labels in the same order, none where they are not."""
    said = [row.what for row in rows]
    size = next((at for at in range(1, len(said)) if said[at] == said[0]), len(said))
    if size < _FEWEST or len(said) % size or any(row.family not in _ONE_EACH for row in rows):
        return []
    if len(set(said[:size])) < size or said != said[:size] * (len(said) // size):
        return []
    return [list(rows[at : at + size]) for at in range(0, len(rows), size)]


def _join(cycle: Sequence[_Labelled]) -> None:
    first = cycle[0].view
    at = title_column(first)
    if at is None or not first.text(at):
        return
    lines: list[Spot] = list(first.own.get(at, ()))
    for row in cycle[1:]:
        lines += [spot for spot in row.view.own.pop(at, []) if prints(spot.cell)]
    first.own[at] = lines
