"""What a person should know of an ingest beyond its outcomes, a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crossfoot.choosing import Chosen
from crossfoot.output import counted
from crossfoot.pipeline import Entry

# Of one kind of oddity so many files are named, and so many digits of an id.
_NAMED, _ID = 5, 12


def odd(chosen: Chosen) -> Iterator[str]:
    """Say what is odd about the names of files, a few of each kind."""
    yield from _few(
        f"{double.file_name}: the same bytes as {first.file_name}; read once"
        for double, first in chosen.duplicates
    )
    yield from _few(
        f"{double.file_name}: the manifest says other things of it than of {first.file_name}, "
        "which has the same bytes; those of the latter count"
        for double, first in chosen.contradicted
    )
    yield from _few(
        f"{source.file_name}: the same bytes as {name}, which is in the database"
        for source, name in chosen.copies
    )
    yield from _few(
        f"{source.file_name}: was called {name} before; it is read again under its new name"
        for source, name in chosen.renamed
    )
    yield from _few(
        f"{source.file_name}: another document stood in its place, which stays in the database; "
        f"where the new one corrects it: crossfoot forget {before[:_ID]}"
        for source, before in chosen.replaced
    )


def nameless(landed: Iterable[Entry]) -> Iterator[str]:
    """Say of how many papers with rows nobody knows the council."""
    if number := sum(entry.council is None for entry in landed if entry.rows):
        yield (
            f"the council of {counted(number, 'paper')} is not known, so that "
            f"{'its' if number == 1 else 'their'} years stand apart; "
            "name it with --council or a manifest"
        )


def _few(lines: Iterable[str]) -> Iterator[str]:
    given = list(lines)
    yield from given[:_NAMED]
    if len(given) > _NAMED:
        yield f"and {len(given) - _NAMED:,} more like {given[_NAMED - 1].partition(':')[0]}"
