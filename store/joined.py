"""Printings of several series as one: what a trend does with the lines that decisions make.

Series that are the same, or successors, print one figure of one period: their printings are
publications of it like any others. Across a redefinition two figures of one period are two, and
stay so. What comes from which series is never lost: every printing keeps its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from crossfoot.store.lineage import Followed
from crossfoot.store.printing import Printing

JointKind = Literal["same", "successor", "redefined"]


@dataclass(frozen=True)
class Joint:
    """Where a line goes on with the figures of another series.

    ``kind`` says how the two belong together, ``series_id`` and ``code`` are those of the point
    before, and ``back`` that the line returns to an earlier series.
    """

    kind: JointKind
    series_id: str
    code: str | None
    back: bool


class Joined:
    """Which series make one figure, and which printing is whose."""

    def __init__(self, lines: Sequence[Followed]) -> None:
        self._lines = {line.line_id: line for line in lines}
        self._units: dict[str, list[str]] = defaultdict(list)
        self._line_of: dict[str, str] = {}
        self._stage: dict[tuple[str, str], int] = {}
        for line in lines:
            for name, number, members in _units(line):
                self._line_of[name] = line.line_id
                for member in members:
                    self._units[member].append(name)
                    self._stage[line.line_id, member] = number
        self._own: dict[str, str] = {}

    @property
    def members(self) -> list[str]:
        """Every series of the lines, each once."""
        return list(self._units)

    def merged(self, found: Iterable[Printing]) -> Iterator[Printing]:
        """Yield the printings as of the units; once for each line that their series is in."""
        for item in found:
            self._own[item.figure_id] = item.series_id
            for name in self._units[item.series_id]:
                yield item if name == item.series_id else replace(item, series_id=name)

    def line_of(self, series_id: str) -> str:
        """Return the line of a merged printing by its ``series_id``."""
        return self._line_of[series_id]

    def own(self, item: Printing) -> str:
        """Return the series that really prints a merged printing."""
        return self._own[item.figure_id]

    def joint(self, line_id: str, before: Printing, point: Printing) -> Joint | None:
        """Return the joint between two points of a line, None where one series prints both."""
        if before.series_id == point.series_id:
            return None
        stages = self._lines[line_id].stages
        start = self._stage[line_id, before.series_id]
        end = self._stage[line_id, point.series_id]
        between = stages[min(start, end) + 1 : max(start, end) + 1]
        kind: JointKind = "successor" if between else "same"
        if any(stage.redefined for stage in between):
            kind = "redefined"
        return Joint(kind, before.series_id, before.code, back=end < start)


def _units(line: Followed) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Yield for each stage the name of its unit, its number and its members."""
    alone = len(line.members) == 1
    name = line.line_id
    for number, stage in enumerate(line.stages):
        if not alone and (number == 0 or stage.redefined):
            name = f"{line.line_id}/{number}"
        yield name, number, stage.members
