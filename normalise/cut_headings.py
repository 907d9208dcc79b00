"""Headings that a page prints again in a row too low for all of their lines."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.normalise.heading_rows import printed_cells
from crossfoot.schema.page import Row

_FEWEST = 3  # headings of a row of which some are cut


def is_cut_heading(row: Row, headings: Sequence[Row]) -> bool:
    """Whether *row* prints one of *headings* again on a later page, with lines of it cut off.

    A row of a set height hides what has no room in it: ``Upper Quartile`` where the year stood
    below. All other cells are the same.
    """
    return any(_cuts(row, heading) for heading in headings)


def _cuts(row: Row, heading: Row) -> bool:
    own, whole = printed_cells(row), printed_cells(heading)
    if len(own) != len(whole) or len(own) < _FEWEST:
        return False
    cut = 0
    for cell, full in zip(own, whole, strict=True):
        if cell[:3] != full[:3] or cell.parts[0].page == full.parts[0].page:
            return False
        if cell.text != full.text:
            cut += 1
            if not full.lines.startswith(f"{cell.lines}\n"):
                return False
    return cut * 2 < len(own)
