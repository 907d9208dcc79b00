"""Weight of type in a region: which of its print is heavier than most of it.

A table all in bold tells nothing; only a contrast does. Fonts are asked for the regions alone that
nothing else tells, each word once, by its first character.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from crossfoot.extract.characters import Run
from crossfoot.extract.chunks import Chunk, PrintLine

Asked = Callable[[list[int]], list[bool]]  # of places in the content stream: which are bold

_MOST = 0.5  # of the letters, that are heavier than the rest


class Contrast(NamedTuple):
    """The places, in the content stream, of words heavier than most; none where all are alike."""

    heavy: frozenset[int]

    def is_heavy(self, chunks: Iterable[Chunk]) -> bool:
        """Whether all of some print is heavier than most."""
        return all(run.order in self.heavy for chunk in chunks for run in chunk.runs)

    def is_light(self, chunks: Iterable[Chunk]) -> bool:
        """Whether none of some print is heavier than most, and some of the other print is."""
        return bool(self.heavy) and not any(
            run.order in self.heavy for chunk in chunks for run in chunk.runs
        )


class Weights:
    """Asks a page for the weight of its print."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._known: dict[int, bool] = {}

    def contrast(self, lines: Sequence[PrintLine], beside: Sequence[PrintLine] = ()) -> Contrast:
        """Return which words of *lines*, and *beside* them, are heavier than most of *lines*."""
        own, others = _runs(lines), _runs(beside)
        new = [run.order for run in [*own, *others] if run.order not in self._known]
        self._known.update(zip(new, self._asked(new), strict=True))
        heavy = [run for run in own if self._known[run.order]]
        if sum(len(run.text) for run in heavy) > _MOST * sum(len(run.text) for run in own):
            return Contrast(frozenset())
        heavy += [run for run in others if self._known[run.order]]
        return Contrast(frozenset(run.order for run in heavy))


def _runs(lines: Sequence[PrintLine]) -> list[Run]:
    return [run for line in lines for chunk in line.chunks for run in chunk.runs]


NOT_KNOWN = Weights(lambda places: [False] * len(places))
