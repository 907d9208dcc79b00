"""The reader's doubts as they are told: of a page's pictures once, however many it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crossfoot.schema.page import Box, Doubt

_MANY = "{count} pictures without text stand here; if one shows a table, that was not read"


def one_a_page(doubts: Iterable[Doubt]) -> Iterator[Doubt]:
    """Yield the doubts in their order, those of a page's pictures without text as one.

    It stands where the first of them would, its box is around all: a report has a chart for each
    of its indicators, three or four a page, and the same is to be done about each.
    """
    doubts = list(doubts)
    pictures: dict[int, list[Doubt]] = {}
    for doubt in doubts:
        if doubt.kind == "picture":
            pictures.setdefault(doubt.page, []).append(doubt)
    for doubt in doubts:
        here = pictures.get(doubt.page, []) if doubt.kind == "picture" else []
        if len(here) < 2:
            yield doubt
        elif doubt is here[0]:
            box = Box.around([each.box for each in here])
            yield doubt._replace(box=box, message=_MANY.format(count=len(here)))
