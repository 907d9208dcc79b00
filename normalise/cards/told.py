"""What is told of cards: which were refused and why, and that some say no period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crossfoot.normalise.cards.layout import Refused
from crossfoot.normalise.column_findings import heading_spots
from crossfoot.normalise.desk import Desk, Spot
from crossfoot.normalise.roles import Segment
from crossfoot.schema.text import in_ranges


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


def tell_undated(desk: Desk, segments: Sequence[Segment]) -> None:
    """Tell once of all cards whose results are said to be the latest and of no period."""
    spots: list[Spot] = []
    for segment in segments:
        column = next((each for each in segment.columns if each.undated and each.measure), None)
        if column is not None:
            spots += heading_spots(segment, column)
    if not spots:
        return
    pages = sorted({spot.cell.first.page for spot in spots})
    desk.tell(
        "card.undated",
        "note",
        f"cards on pages {in_ranges(pages)} ({len(spots)} in all) call their figures the latest "
        "and name no period; they were given none, nor were their targets",
        spots=spots[:1],
        printed=spots[0].cell.text,
    )
