"""The bytes of a file: read where they are few, else left in the file and looked at there.

A pack of an agenda has 20 to 100 MB, most of it pictures that nobody looks at. PDFium takes what it
needs from a file as fast as from memory (measured with 3 to 13 MB of 1,000 pages).
"""

from __future__ import annotations

import hashlib
import mmap
from pathlib import Path
from typing import TypeAlias

from crossfoot.schema.errors import DocumentError

_LONG = 4 * 2**20  # bytes from which on a file is not read: 200 pages of tables, or few pictures
_WINDOW = 2**20  # bytes looked at at a time


class LongFile(mmap.mmap):
    """A file that is looked at where it lies; what was looked at stays in memory until let go."""

    path: Path

    def let_go(self) -> None:
        """Take what was looked at out of this process."""
        if hasattr(self, "madvise"):  # Windows trims by itself
            self.madvise(mmap.MADV_DONTNEED)


Content: TypeAlias = bytes | LongFile


def content_of(path: Path) -> Content:
    """Return a file's content. Raises :class:`DocumentError` if it cannot be read."""
    try:
        with path.open("rb") as file:
            file.seek(0, 2)
            if file.tell() < _LONG:
                file.seek(0)
                return file.read()
            long = LongFile(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    long.path = path.absolute()
    return long


def read_bytes(path: Path) -> bytes:
    """Return all bytes of a file. Raises :class:`DocumentError` if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def digest_of(content: Content) -> str:
    """Return the SHA-256 of a content, 64 hex digits.

    That of a long file is what it holds now: asked after it was read, it tells whether anything
    changed meanwhile. Raises :class:`DocumentError` if it cannot be read any more.
    """
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    try:
        with content.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(content.path, error) from error


def place_of(content: Content, piece: bytes, start: int = 0) -> int:
    """Return where a piece stands first from *start* on, -1 where it does not."""
    if isinstance(content, bytes):
        return content.find(piece, start)
    for begin in range(start, len(content), _WINDOW):
        found = content.find(piece, begin, begin + _WINDOW + len(piece) - 1)
        content.let_go()
        if found >= 0:
            return found
    return -1


def stands_once(content: Content, piece: bytes) -> bool:
    """Whether a piece stands in a content and not a second time behind itself."""
    if isinstance(content, bytes):
        return content.count(piece) == 1
    found = place_of(content, piece)
    return found >= 0 and place_of(content, piece, found + len(piece)) < 0


def let_go(content: Content, seen: int, at: int) -> int:
    """Let go of what was looked at between *seen* and *at*, if it is much.

    Returns from where on what is looked at is still held: the next *seen*.
    """
    if isinstance(content, bytes) or at - seen < _WINDOW:
        return seen
    content.let_go()
    return at


def _unreadable(path: Path, error: Exception) -> DocumentError:
    said = getattr(error, "strerror", None) or "cannot be read"
    return DocumentError(f"{path.name}: {said.lower()}", "check the path and that you may read it")
