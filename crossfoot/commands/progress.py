"""How long work shows its progress: a bar on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from crossfoot.output import on_terminal, printable

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from crossfoot.pipeline import Entry, Watcher


class _Silent:
    def begins(self, documents: int) -> None: ...

    def landed(self, entry: Entry) -> None: ...


class _Bar:
    """A bar with the name of the file that landed last, and the time that is left."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task: TaskID | None = None

    def begins(self, documents: int) -> None:
        if documents:
            self._task = self._progress.add_task("reading", total=documents)

    def landed(self, entry: Entry) -> None:
        if self._task is not None:
            name = printable(entry.file_name).replace("[", r"\[")
            self._progress.update(self._task, advance=1, description=name)


@contextmanager
def watcher() -> Iterator[Watcher]:
    """Give a watcher for the time of an ingest; what it shows is gone afterwards."""
    if not on_terminal(sys.stderr):
        yield _Silent()
        return
    with _bars() as progress:
        yield _Bar(progress)


@contextmanager
def steps(what: str, number: int) -> Iterator[Callable[[], None]]:
    """Give a function to call after each of *number* steps of long work."""
    if not on_terminal(sys.stderr):
        yield lambda: None
        return
    with _bars() as progress:
        task = progress.add_task(what, total=number)
        yield lambda: progress.advance(task)


def _bars() -> Progress:
    # Imported only on a terminal: nothing else needs it, and starting up is felt.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.table import Column  # noqa: PLC0415

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", table_column=Column(no_wrap=True)),
        console=Console(stderr=True),
        transient=True,
    )
