"""A paper on its way from the process that read it, its long relations in pieces.

Neither side holds them all: who sends packs the next piece when the last has gone, and who gets
them puts them aside (:mod:`crossfoot.schema.spool`) as they come.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from crossfoot.pool.frames import Frame
from crossfoot.schema.packed import Packed
from crossfoot.schema.paper import Paper
from crossfoot.schema.spool import Spool

if TYPE_CHECKING:
    from crossfoot.job import Unread

#: Frames of this number and above are pieces, each relation's of its own number.
PIECE = 8
_RELATIONS = tuple(Paper.model_fields)


class Sent(NamedTuple):
    """A Paper or Unread as it came: pickled without its long relations, and those in pieces."""

    content: bytes
    relations: dict[str, Spool]

    def opened(self) -> Paper | Unread:
        """Return it; a paper's long relations stay packed."""
        result: Paper | Unread = pickle.loads(self.content)
        for name, pieces in self.relations.items():
            getattr(result, name).put_together(pieces)
        return result


def frames_of(result: Paper | Unread, number: int) -> Iterator[Frame]:
    """Yield the frames to be sent for *result*, of which the last is of this *number*."""
    if isinstance(result, Paper):
        hollow = {}
        for place, (name, rows) in enumerate(result):
            if isinstance(rows, Packed) and rows.is_long:
                hollow[name], pieces = rows.taken_apart()
                for piece in pieces:
                    yield Frame(PIECE + place, piece)
        result = result.model_copy(update=hollow)
    yield Frame(number, pickle.dumps(result, pickle.HIGHEST_PROTOCOL))


def collected(frames: Iterator[Frame]) -> tuple[Frame, dict[str, Spool]]:
    """Take *frames* up to the first that is no piece; return it, and the pieces before it."""
    relations: dict[str, Spool] = {}
    for frame in frames:
        if frame.number < PIECE:
            return frame, relations
        relations.setdefault(_RELATIONS[frame.number - PIECE], Spool()).append(frame.content)
    raise EOFError("the last frame is missing")
