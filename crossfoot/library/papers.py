"""Papers in: into a store, or read and given back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from crossfoot.asked import Asked
from crossfoot.intake import ingest as take_in
from crossfoot.library.opening import url_of
from crossfoot.library.words import for_callers
from crossfoot.schema.values import SecondOpinion

if TYPE_CHECKING:
    from crossfoot.library.opening import AnyStore
    from crossfoot.pipeline import Entry, Report
    from crossfoot.schema.paper import Paper

AnyPath = str | os.PathLike[str]
#: Called for each paper that landed, with how many have and how many there are.
Progress = Callable[["Entry", int, int], object]


def ingest(  # noqa: PLR0913 - one keyword per option of the command
    paths: AnyPath | Iterable[AnyPath],
    store: AnyStore,
    *,
    council: str | None = None,
    manifest: AnyPath | None = None,
    headings: AnyPath | None = None,
    jobs: int | None = None,
    reread: bool = False,
    second_opinion: SecondOpinion = "doubtful",
    time_limit: float = 60.0,
    memory: int = 2048,
    executor: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """Read papers into a store, as ``crossfoot ingest`` does, and return what became of each.

    *paths* are PDF files and folders of them; *store* is the path of an SQLite file, an SQLAlchemy
    URL, or an open store (:func:`crossfoot.open_store`), and is made where it is missing. *council*
    is that of all these papers, where *manifest* (a CSV file, see ``crossfoot manifest``) does not
    name another. *headings* is a file of your own column headings. *jobs* counts worker processes,
    null means as many as processors. What is in the store and would be read the same is left out,
    unless *reread*. *second_opinion* says of which pages camelot reads the tables as well: ``off``,
    ``doubtful`` or ``all``. One document may take *time_limit* seconds of the processor's time (and
    20 more for each MiB of it; ten times as long by the clock) and *memory* MiB. Where *executor*
    names a Dask cluster (``dask://HOST:PORT``) its workers read, and *jobs* is the most documents
    that it has at once.

    *progress* is called in the calling thread after each paper, with its :class:`crossfoot.Entry`,
    how many have landed, and how many there are.

    A document that cannot be read is no exception: it is in ``report.failed``, with the reason.
    Raises UsageError (a path that is not there, an argument out of range) and SettingsError (a
    manifest or headings file with a mistake in it) before anything is stored, StoreError where the
    database fails, and ClusterError where the cluster cannot be had or is lost. Interrupted, it
    raises KeyboardInterrupt when what has landed is safe; the same call goes on from there. May be
    called from any thread, and from a script without ``if __name__ == "__main__"``.
    """
    asked = Asked(
        paths=(Path(paths),) if isinstance(paths, (str, os.PathLike)) else tuple(map(Path, paths)),
        council=council,
        manifest=_path(manifest),
        headings=_path(headings),
        jobs=jobs,
        reread=reread,
        second_opinion=second_opinion,
        time_limit=time_limit,
        memory=memory,
        executor=executor,
    )
    where = url_of(store) if isinstance(store, (str, os.PathLike)) else store
    remarks: list[str] = []
    report = take_in(asked, where, lambda: nullcontext(_Watcher(progress)), remarks.append)
    if report.interrupted:
        raise KeyboardInterrupt
    from crossfoot.remarks import nameless, odd  # noqa: PLC0415 - now everything is loaded

    said = (*remarks, *odd(report.chosen), *nameless(report.landed))
    report.remarks += map(for_callers, said)
    return report


def read(
    path: AnyPath,
    *,
    council: str | None = None,
    manifest: AnyPath | None = None,
    headings: AnyPath | None = None,
    second_opinion: SecondOpinion = "doubtful",
    time_limit: float = 60.0,
    memory: int = 2048,
) -> Paper:
    """Read one paper and return its typed rows; nothing is stored.

    The rows are those that :func:`ingest` would store: ``document``, ``indicators``, ``figures``,
    ``statuses``, ``actions``, ``summaries``, ``cells``, ``findings`` and more, in reading order, as
    the models of :mod:`crossfoot.schema.rows`. Findings that need other papers are not among them.
    The arguments are those of :func:`ingest`; the file is opened in a worker process, which is
    killed at its limits.

    Raises DocumentError where the document cannot be read or no page of it could be, UsageError
    where there is no such file, and SettingsError for a mistake in the manifest or headings.
    """
    from crossfoot.library.single import read_one  # noqa: PLC0415 - loads what reads

    asked = Asked(
        paths=(Path(path),),
        council=council,
        manifest=_path(manifest),
        headings=_path(headings),
        jobs=1,
        second_opinion=second_opinion,
        time_limit=time_limit,
        memory=memory,
    )
    return read_one(asked)


class _Watcher:
    """Tells a caller's function of each paper."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._landed, self._all = 0, 0

    def begins(self, documents: int) -> None:
        self._all = documents

    def landed(self, entry: Entry) -> None:
        self._landed += 1
        if self._progress is not None:
            self._progress(entry, self._landed, self._all)


def _path(path: AnyPath | None) -> Path | None:
    return None if path is None else Path(path)
