"""Bytes put aside: few in memory, more in a file that has no name and is gone with its process."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import BinaryIO, cast

from crossfoot.schema.errors import DocumentError

#: Bytes of each spool that stay in memory: of a paper of 30 pages nearly all. A file costs 0.2 ms
#: to make, and each piece of 100 kB 0.05 ms to write, a fifth of what its rows cost to pack. With
#: four times as many 1,000 pages of tables take 2 MiB more.
HELD = 2**18


class Spool:
    """Pieces of bytes that are asked for by number.

    Beyond :data:`HELD` they wait in a temporary file (in the folder that ``TMPDIR`` names, as
    :mod:`tempfile` has it). It is deleted as soon as it is made, so that nothing is left of it
    however the process ends. Where none can be written, because the disk is full or there is no
    such folder, the pieces stay in memory, where the limit of a worker's memory watches them.
    """

    def __init__(self, pieces: Iterable[bytes] = ()) -> None:
        self._pieces: list[bytes | tuple[int, int]] = []  # or where it begins and ends in the file
        self._held = 0
        self._file: BinaryIO | None = None
        self._end = 0
        self._may_write = True
        for piece in pieces:
            self.append(piece)

    def append(self, piece: bytes) -> None:
        """Put a piece behind the others."""
        if self._held + len(piece) > HELD and self._may_write:
            place = self._written(piece)
            if place is not None:
                self._pieces.append(place)
                return
        self._pieces.append(piece)
        self._held += len(piece)

    def __len__(self) -> int:
        return len(self._pieces)

    def __getitem__(self, number: int) -> bytes:
        """Return a piece. Raises DocumentError where its file can no longer be read."""
        piece = self._pieces[number]
        if isinstance(piece, bytes):
            return piece
        start, end = piece
        content, said = b"", "it was cut off"
        try:
            file = cast("BinaryIO", self._file)
            file.seek(start)
            content = file.read(end - start)
        except OSError as error:
            said = error.strerror or said
        if len(content) < end - start:
            raise DocumentError(
                f"the temporary file with what was read of it cannot be read back ({said})",
                "look at the disk that TMPDIR names, and ingest it again",
            )
        return content

    def __iter__(self) -> Iterator[bytes]:
        return map(self.__getitem__, range(len(self)))

    def __reduce__(self) -> tuple[type[Spool], tuple[list[bytes]]]:
        """Whoever sends it sends its pieces."""
        return Spool, (list(self),)

    def __del__(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                self._file.close()

    def _written(self, piece: bytes) -> tuple[int, int] | None:
        """Write a piece and return where; ``None`` where that cannot be, now and later."""
        try:
            if self._file is None:
                self._file = _nameless()
            self._file.seek(self._end)
            left = memoryview(piece)
            while left:
                left = left[self._file.write(left) :]
        except OSError:
            self._may_write = False
            return None
        start, self._end = self._end, self._end + len(piece)
        return start, self._end


def _nameless() -> BinaryIO:
    return cast("BinaryIO", tempfile.TemporaryFile(prefix="crossfoot-", buffering=0))
