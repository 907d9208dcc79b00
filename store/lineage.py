"""The lines of series that decisions make: what a trend goes through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from crossfoot.schema.identity import make_id
from crossfoot.store import own, tables
from crossfoot.store.descent import Descent, Stage, Tie
from crossfoot.store.links import ties


@dataclass(frozen=True)
class Followed:
    """The series that make one line, by what was decided.

    ``line_id`` is the series' own id where it stands alone. ``beside`` are decisions that touch the
    line and do not join it: sums and parts, and links at which a line forks.
    """

    line_id: str
    stages: tuple[Stage, ...]
    beside: tuple[Tie, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        """The series, those of the earliest stage first."""
        return tuple(member for stage in self.stages for member in stage.members)


def alone(series_ids: Iterable[str]) -> list[Followed]:
    """Return a line for each series, whatever was decided."""
    asked = dict.fromkeys(series_ids)
    return [Followed(each, (Stage((each,), redefined=False),)) for each in asked]


def followed(connection: Connection, series_ids: Iterable[str]) -> list[Followed]:
    """Return the lines through the series, in their order, each once.

    A line that lies wholly in another one asked for is left out: where everything is asked for, a
    code that goes on under another one has no line of its own.
    """
    asked = dict.fromkeys(series_ids)
    decided = [*ties(connection), *_heirs(connection)]
    if not decided:
        return alone(asked)
    descent = Descent(decided)
    found = {line.members: line for each in asked if (line := _line(descent, decided, each))}
    return [
        line
        for members, line in found.items()
        if not any(set(members) < set(others) for others in found)
    ]


def _line(descent: Descent, decided: Sequence[Tie], series_id: str) -> Followed:
    stages = tuple(descent.line(series_id))
    members = [member for stage in stages for member in stage.members]
    line_id = make_id("line", *members) if len(members) > 1 else series_id
    inside = set(members)
    beside = tuple(
        tie for tie in decided if tie.kind != "unrelated" and (tie.a in inside) != (tie.b in inside)
    )
    return Followed(line_id, stages, beside)


def _heirs(connection: Connection) -> list[Tie]:
    """Return which series took the place of linked ones that no paper speaks of any more.

    Another version of the reader may know a series by another id. A decision on the one it was
    stands for the one series of the council with its code, or without any and with its title.
    """
    series, link = tables.series.c, tables.links.c
    spoken = select(own.series_readings.c.series_id)
    linked = select(link.series_a).union(select(link.series_b))
    left = connection.execute(
        select(series.series_id, series.council, series.code, series.title).where(
            series.series_id.in_(linked), series.series_id.not_in(spoken)
        )
    ).all()
    found = []
    for row in left:
        heirs = connection.execute(
            select(series.series_id).where(
                series.series_id != row.series_id,
                series.series_id.in_(spoken),
                series.council.is_not_distinct_from(row.council),
                series.code.is_not_distinct_from(row.code),
                *([series.title == row.title] if row.code is None else []),
            )
        ).all()
        if len(heirs) == 1:
            found.append(Tie(heirs[0].series_id, "same", row.series_id))
    return found
