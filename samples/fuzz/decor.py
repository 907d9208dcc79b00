"""What stands on a page beside text and tables."""

from __future__ import annotations

from collections.abc import Iterator

from samples.fuzz.marks import Box, Fill, Line, Mark, Outline, Picture
from samples.fuzz.model import Model


def decorations(model: Model) -> Iterator[Mark]:
    """Yield the decorations of one page."""
    wide, high = model.page
    if "frame" in model.decorations:
        yield Outline(Box(14, 14, wide - 14, high - 10), 0.75, "#000000")
    if "logo" in model.decorations:
        yield Picture(Box(wide - 60, 4, wide - 28, 36), "data_only")
    if "bar" in model.decorations:
        yield Fill(Box(0, 0, wide, 9), "#1f497d")
    if "head" in model.decorations:
        yield Line(Box(model.margin, 32, wide - model.margin, 32), 1, "#7f7f7f")
