"""How decisions on pairs of series make lines: which series a trend goes through, in which order.

``same`` makes two series one. ``successor`` and ``redefined`` put the first after the second.
``sum-of`` and ``part-of`` join nothing, ``unrelated`` forbids. Knows ids and kinds, no database.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from crossfoot.schema.values import LinkKind


class Tie(NamedTuple):
    """A decision without who and when: *a* is the *kind* of *b* (the successor of, part of …)."""

    a: str
    kind: LinkKind
    b: str


@dataclass(frozen=True)
class Stage:
    """Series decided to be one; ``redefined`` where the measure is another than a stage before."""

    members: tuple[str, ...]
    redefined: bool


class Descent:
    """The lines that *ties* make."""

    def __init__(self, ties: Iterable[Tie]) -> None:
        self._ties = tuple(ties)
        self._class: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._make_classes()
        self.before: dict[str, set[str]] = defaultdict(set)
        self.after: dict[str, set[str]] = defaultdict(set)
        self._wholes: dict[str, set[str]] = defaultdict(set)
        self._redefined: set[tuple[str, str]] = set()
        for tie in self._ties:
            later, earlier = self.class_of(tie.a), self.class_of(tie.b)
            if tie.kind in ("successor", "redefined"):
                self.before[later].add(earlier)
                self.after[earlier].add(later)
            if tie.kind == "redefined":
                self._redefined.add((earlier, later))
            if tie.kind == "part-of":
                self._wholes[later].add(earlier)
            elif tie.kind == "sum-of":
                self._wholes[earlier].add(later)

    def class_of(self, series_id: str) -> str:
        """Return the series that stands for all that are decided to be the same as this one."""
        return self._class.get(series_id, series_id)

    def line(self, series_id: str) -> list[Stage]:
        """Return the stages of the line through a series, earliest first.

        It goes back while there is one series before, and on while there is one after: where two
        were redefined into one, a line that begins there has no past, since it would be either.
        """
        path = [self.class_of(series_id)]
        while (step := _only(self.before[path[0]])) and step not in path:
            path.insert(0, step)
        while (step := _only(self.after[path[-1]])) and step not in path:
            path.append(step)
        return [
            Stage(
                tuple(sorted(self._members.get(each, [each]))),
                number > 0 and (path[number - 1], each) in self._redefined,
            )
            for number, each in enumerate(path)
        ]

    def is_sound(self) -> bool:
        """Whether the decisions can all hold.

        No series is before itself or part of itself, and none is in one line with, or the same as,
        one that it is unrelated to or a part of.
        """
        if _has_cycle(self.before) or _has_cycle(self._wholes):
            return False
        apart = [tie for tie in self._ties if tie.kind in ("unrelated", "sum-of", "part-of")]
        return not any(self._in_line(tie.a, tie.b) for tie in apart)

    def _in_line(self, one: str, other: str) -> bool:
        first, second = self.class_of(one), self.class_of(other)
        return second in _reached(self.before, first) or first in _reached(self.before, second)

    def _make_classes(self) -> None:
        linked: dict[str, set[str]] = defaultdict(set)
        for tie in self._ties:
            if tie.kind == "same":
                linked[tie.a].add(tie.b)
                linked[tie.b].add(tie.a)
        for series_id in sorted(linked):
            if series_id not in self._class:
                members = sorted(_reached(linked, series_id))
                self._class |= dict.fromkeys(members, members[0])
                self._members[members[0]] = members


def against(ties: Sequence[Tie], new: Tie) -> list[Tie] | None:
    """Return the earlier decisions that cannot hold beside *new*; None where all can.

    Each of them alone stands in the way. Empty where several ways lead to the same contradiction.
    """
    if Descent([*ties, new]).is_sound():
        return None
    return [
        tie for tie in ties if Descent([*(other for other in ties if other != tie), new]).is_sound()
    ]


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def _reached(steps: dict[str, set[str]], start: str) -> set[str]:
    """Return what the steps lead to from *start*, itself included."""
    seen, waiting = {start}, [start]
    while waiting:
        for each in steps.get(waiting.pop(), ()):
            if each not in seen:
                seen.add(each)
                waiting.append(each)
    return seen


def _has_cycle(steps: dict[str, set[str]]) -> bool:
    starts = list(steps)
    return any(start in _reached(steps, each) for start in starts for each in steps[start])
