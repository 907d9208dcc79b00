"""The manifest: a CSV file in which a person says what papers do not print.

One row per file, columns ``file, council, committee, title, published_on, period, source_url``;
only ``file`` is needed, an empty field says nothing. ``file`` is a file name, or a path as far as
is needed to tell two files of one name apart, with ``/`` between the folders.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from crossfoot.schema.errors import SettingsError, UsageError
from crossfoot.schema.paper import Known
from crossfoot.sources import shown
from crossfoot.store.formulas import unescape

COLUMNS = ("file", "council", "committee", "title", "published_on", "period", "source_url")


class Entry(NamedTuple):
    """One row of a manifest. ``line`` is its line in the file, counted from 1."""

    line: int
    file: str
    known: Known


@dataclass(frozen=True)
class Manifest:
    """A manifest read from *path*."""

    path: Path
    entries: tuple[Entry, ...]

    @cached_property
    def _by_name(self) -> dict[str, list[tuple[tuple[str, ...], Entry]]]:
        """The rows by the file name that they end with, each with the parts of its path."""
        found: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for entry in self.entries:
            parts = tuple(part for part in PurePosixPath(entry.file).parts if part != ".")
            if parts:
                found.setdefault(parts[-1], []).append((parts, entry))
        return found

    def entry_for(self, path: Path) -> Entry | None:
        """The row that names this file: the longest path that its path ends with."""
        parts = PurePosixPath(Path(shown(path)).absolute().as_posix()).parts
        rows = self._by_name.get(parts[-1], ()) if parts else ()
        named = [row for row in rows if parts[-len(row[0]) :] == row[0]]
        return max(named, key=lambda row: len(row[0]))[1] if named else None

    def unused(self, paths: Iterable[Path]) -> list[Entry]:
        """The rows that name none of *paths*."""
        used = {entry.line for path in paths if (entry := self.entry_for(path))}
        return [entry for entry in self.entries if entry.line not in used]


def read_manifest(path: Path) -> Manifest:
    """Read a manifest. Raises SettingsError naming the line and what to change there."""
    try:
        # Spreadsheet programs write a byte order mark; it is not part of the first column's name.
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"the manifest {shown(path)} is not UTF-8 text (byte {error.start})",
            "save it as CSV UTF-8",
        ) from error
    except OSError as error:
        raise SettingsError(
            f"the manifest {shown(path)} cannot be read ({error.strerror})",
            "give the path of a readable CSV file to --manifest",
        ) from error
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter=delimiter(text), strict=True)
    try:
        _check_columns(path, rows.fieldnames)
        entries = tuple(_entries(path, rows))
    except csv.Error as error:
        raise _problem(path, rows.line_num, f"this is not CSV ({error})", "mend it") from error
    _check_duplicates(path, entries)
    return Manifest(path, entries)


def delimiter(text: str) -> str:
    """Return what separates the columns of a CSV text: many spreadsheets write ``;``."""
    heading = text.partition("\n")[0]
    return ";" if ";" in heading and "," not in heading else ","


def _check_columns(path: Path, columns: Iterable[str] | None) -> None:
    names = list(columns or ())
    wanted = ", ".join(COLUMNS)
    for name in names:
        if name not in COLUMNS:
            raise _problem(path, 1, f"unknown column {name!r}", f"use only {wanted}")
        if names.count(name) > 1:
            raise _problem(path, 1, f"column {name!r} stands there twice", "remove one")
    if "file" not in names:
        raise _problem(path, 1, "there is no column 'file'", f"begin with a row {wanted}")


def _entries(path: Path, rows: csv.DictReader[str]) -> Iterator[Entry]:
    for row in rows:
        line = rows.line_num
        if None in row:
            raise _problem(path, line, "more fields than columns", "quote fields with commas")
        fields = {name: unescape((text or "").strip()) or None for name, text in row.items()}
        file = fields["file"]
        if file is None:
            if any(fields.values()):
                raise _problem(path, line, "no file is named", "fill the column 'file'")
            continue
        published_on = _day(path, line, fields.get("published_on"))
        known = Known(
            council=fields.get("council"),
            council_source="manifest" if fields.get("council") else None,
            committee=fields.get("committee"),
            title=fields.get("title"),
            published_on=published_on,
            published_on_source="manifest" if published_on else None,
            period=_period(path, line, fields.get("period")),
            source_url=fields.get("source_url"),
        )
        yield Entry(line, file.replace("\\", "/"), known)


def _day(path: Path, line: int, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise _problem(
            path, line, f"published_on {text!r} is not a date", "write it as 2021-11-30"
        ) from error


def _period(path: Path, line: int, text: str | None) -> str | None:
    if text is None:
        return None
    # Every ingest imports this module; few read a period, whose grammar takes 10 ms to load.
    from crossfoot.normalise.periods import find_period  # noqa: PLC0415
    from crossfoot.normalise.spans import period_from_label  # noqa: PLC0415

    try:
        return period_from_label(text).label
    except UsageError as error:
        printed = find_period(text)
        if printed is None:
            raise _problem(path, line, f"period {error.message}", error.remedy) from error
        return printed.label


def _check_duplicates(path: Path, entries: Iterable[Entry]) -> None:
    lines: dict[tuple[str, ...], int] = {}
    for entry in entries:
        parts = PurePosixPath(entry.file).parts
        if parts in lines:
            raise _problem(
                path,
                entry.line,
                f"{entry.file!r} was named before, on line {lines[parts]}",
                "keep one row per file, with folders where two files share a name",
            )
        lines[parts] = entry.line


def _problem(path: Path, line: int, what: str, remedy: str) -> SettingsError:
    return SettingsError(f"{shown(path)}, line {line}: {what}", remedy)
