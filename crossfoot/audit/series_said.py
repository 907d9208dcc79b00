"""What the rows of one series say together, of a paper whose rows are not all open at once."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.audit.direction import Direction
from crossfoot.audit.measured import Measured, outcome
from crossfoot.schema.values import Polarity

_FEWEST_OTHERS = 2


@dataclass(slots=True)
class OfSeries:
    """What the rows of one series say together: how many of them that higher or lower is better."""

    title: str | None = None
    is_titled_twice: bool = False
    higher: int = 0
    lower: int = 0

    def add(self, row: Measured) -> None:
        """Take a row in."""
        title = (row.indicator.title or "").casefold()
        if self.title is None:
            self.title = title
        self.is_titled_twice |= self.title != title
        better = _said_better(row)
        self.higher += better == "higher"
        self.lower += better == "lower"

    def by_others(self, row: Measured) -> Direction | None:
        """The direction that the other greens and reds agree on, two at the least."""
        own = _said_better(row)
        higher, lower = self.higher - (own == "higher"), self.lower - (own == "lower")
        if (higher and lower) or higher + lower < _FEWEST_OTHERS:
            return None
        return Direction("higher" if higher else "lower", "other statuses")


def _said_better(row: Measured) -> Polarity | None:
    """Which results are better by a row's green or red alone."""
    above = outcome(row, "higher")
    if above in {None, "equal"} or row.status.status == "amber":
        return None
    good = row.status.status == "green"
    return "higher" if good == (above == "met") else "lower"
