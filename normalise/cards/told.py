"""What is told of cards: which were refused, and why."""

from __future__ import annotations

from collections.abc import Iterable

from crossfoot.normalise.cards.layout import Refused
from crossfoot.normalise.desk import Desk


def tell_refused(desk: Desk, doubts: Iterable[Refused]) -> None:
    """Tell of each card whose labels and values could not be paired."""
    for doubt in doubts:
        name = f"the card of {doubt.name!r}" if doubt.name else "a card without a name"
        desk.tell(
            "card.unclear",
            "warning",
            f"{name} was kept as cells: {doubt.why}",
            spots=doubt.spots,
            printed=doubt.name,
        )
