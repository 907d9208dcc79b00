"""Columns of figures that are known and in no relation: told, so that nobody misses them."""

from __future__ import annotations

from collections.abc import Iterable

from crossfoot.normalise.column_findings import heading_spots
from crossfoot.normalise.column_roles import unheaded_figures
from crossfoot.normalise.desk import Desk, Spot, pages_of
from crossfoot.normalise.survey import Sheet


def tell_left_out(desk: Desk, sheets: Iterable[Sheet]) -> None:
    """Tell once of each heading (``Forecast``, ``Variance``, ``Next year target``) over figures.

    Of columns of indicators alone; what is expected of a result is told at its table
    (``column.estimated``).
    """
    found: dict[str, list[Spot]] = {}
    first: dict[str, list[Spot]] = {}
    for sheet in sheets:
        for block in sheet.blocks:
            if block.subject != "indicators":
                continue
            for column in block.segment.columns:
                if column.family != "other" or column.standing is not None or not column.heading:
                    continue
                if figures := unheaded_figures(block.segment, column):
                    found.setdefault(column.heading, []).extend(figures)
                    spots = heading_spots(block.segment, column) or figures[:1]
                    first.setdefault(column.heading, spots)
    for heading, figures in found.items():
        desk.tell(
            "column.left_out",
            "note",
            f"{len(figures)} figures under {heading!r} (pages {pages_of(figures)}) were kept as "
            "cells: its meaning is known, and no relation holds such figures",
            spots=first[heading],
            printed=heading,
        )
