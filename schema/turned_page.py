"""Pages whose print runs up, down or upside down: they are read as a reader turns them."""

from __future__ import annotations

from typing import NamedTuple

from crossfoot.schema.page import Box


class TurnedPage(NamedTuple):
    """How a page was turned to be read: by 1 to 3 quarter turns clockwise from how it is displayed.

    ``width`` and ``height`` are those of the page as read, in points.
    """

    page: int
    quarters: int
    width: float
    height: float

    def displayed(self, box: Box) -> Box:
        """Return where a box of the page as read stands on the page as displayed."""
        x0, y0, x1, y1 = box
        wide, high = self.width, self.height
        if self.quarters == 1:
            return Box(y0, wide - x1, y1, wide - x0).rounded()
        if self.quarters == 2:
            return Box(wide - x1, high - y1, wide - x0, high - y0).rounded()
        return Box(high - y1, x0, high - y0, x1).rounded()
