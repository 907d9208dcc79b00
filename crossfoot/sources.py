"""Which files are meant by the paths that a user gives, and what identifies each."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from crossfoot.schema.errors import DocumentError, UsageError

_SUFFIX = ".pdf"
_UNREADABLE = "unreadable:"


class Source(NamedTuple):
    """One file to read.

    ``document_id`` is the SHA-256 of its bytes. Where they cannot be read, ``problem`` says why
    and the id is made from the path, so that the failure has a row of its own.
    """

    path: Path
    file_name: str
    document_id: str
    size: int
    problem: str | None = None


class Found(NamedTuple):
    """The files found, in a stable order, and remarks for the user on what was passed over."""

    paths: tuple[Path, ...]
    remarks: tuple[str, ...]


def find_files(paths: Iterable[Path]) -> Found:
    """Return the files that *paths* name: files as they are, folders with every PDF below them.

    A file reached twice (named twice, or through a link) is returned once. Raises UsageError
    where a path does not exist or is a device or pipe, or where there is no file at all.
    """
    files: dict[str, Path] = {}
    remarks: list[str] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(_below(path, remarks), key=os.fsencode)
            if not inside:
                remarks.append(f"{shown(path)}: no PDF in this folder or below it")
        elif path.exists() and not path.is_file():
            raise UsageError(f"{shown(path)} is neither a file nor a folder", "name PDF files")
        elif os.path.lexists(path):
            inside = [path]
        else:
            raise UsageError(f"{shown(path)} does not exist", "check the path")
        for file in inside:
            files.setdefault(os.path.realpath(file), file)
    if not files:
        what = "; ".join(remarks) or "no file was named"
        raise UsageError(what, "name PDF files, or folders that hold some")
    return Found(tuple(files.values()), tuple(remarks))


def identify(path: Path) -> Source:
    """Read a file's bytes and return what identifies it; never raises for an unreadable file."""
    name = printable_name(path)
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            size = file.tell()
    except OSError as error:
        reason = f"the file cannot be opened ({error.strerror or error})"
        return Source(path, name, unreadable_id(path), 0, reason)
    return Source(path, name, digest, size)


def changed() -> DocumentError:
    """The error of a file that holds something else than when it was identified."""
    return DocumentError("the file changed while it was being read", "ingest it again")


def has_changed(path: Path, document_id: str) -> bool:
    """Whether a file holds something else than when it was identified; if it is gone, it does not.

    To be asked where reading it failed, whatever the failure looks like: of a file that is written
    anew PDFium sees the old beginning and no end, and who looks at a place of a mapped file that
    was cut off is killed (SIGBUS).
    """
    found = identify(path)
    return found.problem is None and found.document_id != document_id


def unreadable_id(path: Path) -> str:
    """The id under which a file is recorded whose bytes cannot be had: a hash of its path."""
    full = os.fsencode(os.path.realpath(path))
    return hashlib.sha256(_UNREADABLE.encode() + full).hexdigest()


def printable_name(path: Path) -> str:
    """The file's name as text: bytes that are not UTF-8 become the replacement character."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def shown(path: Path) -> str:
    """The path as text, like :func:`printable_name`."""
    return os.fsencode(path).decode("utf-8", "replace")


def _below(folder: Path, remarks: list[str]) -> Iterator[Path]:
    """Every PDF below *folder*, links followed, each folder entered once."""
    entered: set[tuple[int, int]] = set()

    def complain(error: OSError) -> None:
        name = shown(Path(os.fsdecode(error.filename)))
        remarks.append(f"{name}: the folder cannot be read ({error.strerror})")

    for place, folders, names in os.walk(folder, followlinks=True, onerror=complain):
        try:
            status = Path(place).stat()
        except OSError as error:
            complain(error)
            continue
        if (status.st_dev, status.st_ino) in entered:
            folders.clear()
            continue
        entered.add((status.st_dev, status.st_ino))
        folders.sort()
        yield from (Path(place, name) for name in names if name.lower().endswith(_SUFFIX))
