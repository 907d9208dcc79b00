"""The reader's doubts as they are told: of a page's pictures once, of a table's wide gaps once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from crossfoot.schema.page import Box, Doubt, Table

_MANY_PICTURES = "{count} pictures without text stand here; if one shows a table, that was not read"
_MANY_GAPS = (
    "words stand far apart in {count} cells of a table: the rules between its columns may be "
    "missing, or these are labels of a chart"
)
#: How far a cell may reach over the box of its table, in points: both are rounded.
_AMISS = 1.0


def one_a_page(doubts: Iterable[Doubt], tables: Sequence[Table]) -> Iterator[Doubt]:
    """Yield the doubts in their order, those of the same kind about one thing as one.

    It stands where the first of them would, its box is around all. A report has a chart for each
    of its indicators, three or four pictures a page, and along the axes of a ruled one each label
    stands far from the next: the same is to be done about each.
    """
    doubts = list(doubts)
    on_page: dict[int, list[tuple[int, Box]]] = {}
    if any(doubt.kind == "columns" for doubt in doubts):
        for table in tables:
            for page, box in table.bounds:
                on_page.setdefault(page, []).append((table.table_no, box))
    alike: dict[tuple[str, int, int], list[Doubt]] = {}
    groups: list[list[Doubt] | None] = []
    for doubt in doubts:
        group = None
        if doubt.kind == "picture":
            group = alike.setdefault(("picture", doubt.page, 0), [])
        elif doubt.kind == "columns" and (number := _table_of(doubt, on_page)):
            group = alike.setdefault(("columns", doubt.page, number), [])
        if group is not None:
            group.append(doubt)
        groups.append(group)
    for doubt, group in zip(doubts, groups, strict=True):
        if group is None or len(group) < 2:
            yield doubt
        elif doubt is group[0]:
            box = Box.around([each.box for each in group])
            words = _MANY_PICTURES if doubt.kind == "picture" else _MANY_GAPS
            yield doubt._replace(box=box, message=words.format(count=len(group)))


def _table_of(doubt: Doubt, on_page: Mapping[int, Sequence[tuple[int, Box]]]) -> int | None:
    """The number of the table that a doubt stands in."""
    x0, y0, x1, y1 = doubt.box
    for number, (left, top, right, bottom) in on_page.get(doubt.page, ()):
        beside = left - _AMISS <= x0 and x1 <= right + _AMISS
        if beside and top - _AMISS <= y0 and y1 <= bottom + _AMISS:
            return number
    return None
