"""An ingest from what a person names to the findings: what the command and the library both run.

This module loads next to nothing, and its function loads the rest in an order: the process that
workers are forked from begins first, and gets ready while this one loads the database.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from crossfoot.schema.values import SecondOpinion

if TYPE_CHECKING:
    from sqlalchemy import URL

    from crossfoot.pipeline import Report, Watcher
    from crossfoot.pool.common import Pool
    from crossfoot.settings import IngestSettings
    from crossfoot.store.database import Store


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a person asks of an ingest.

    ``paths`` are PDF files and folders of them; ``council`` is that of all of them, where a
    *manifest* (:mod:`crossfoot.manifest`) does not name another. ``headings`` is a file of a user's
    own column headings. ``jobs`` counts worker processes, as many as processors where null.
    ``reread`` reads what is in the store again. ``time_limit`` (seconds) and ``memory`` (MiB) are
    what one document may take (:class:`crossfoot.settings.LimitSettings`). Where *executor* names a
    Dask cluster (``dask://HOST:PORT``) its workers read, and ``jobs`` is the most documents that
    it has at once.
    """

    paths: tuple[Path, ...]
    council: str | None = None
    manifest: Path | None = None
    headings: Path | None = None
    jobs: int | None = None
    reread: bool = False
    second_opinion: SecondOpinion = "doubtful"
    time_limit: float = 60.0
    memory: int = 2048
    executor: str | None = None


def ingest(
    asked: Asked,
    store: str | URL | Store,
    watching: Callable[[], AbstractContextManager[Watcher]],
    told: Callable[[str], None],
) -> Report:
    """Read papers into *store* (an open one, or a URL) and bring all findings up to date.

    *told* hears, a line each, what was passed over and what is kept of earlier runs before the
    reading begins, of a database that failed for a moment, and afterwards what had been accepted
    and is not found any more. Raises UsageError and SettingsError for what cannot be used, before
    anything is stored, ClusterError where no cluster can be had or it is lost, and StoreError where
    the database fails. Interrupted by the keyboard, the report says so
    (:func:`crossfoot.pipeline.ingest`).
    """
    from crossfoot.server import READER, check_may_start, fork_server, worker_context
    from crossfoot.sources import find_files, identify

    if asked.executor is None:
        check_may_start()
    found = find_files(asked.paths)
    if asked.executor is None:
        fork_server()
        if isinstance(store, str) and _is_new(store):  # every paper is going to be read
            worker_context(READER)  # it loads the reader while this process loads the database

    from crossfoot.checking import check_across
    from crossfoot.manifest import read_manifest
    from crossfoot.pipeline import ingest as run
    from crossfoot.planning import plans, remembered, settings_for, told_lost
    from crossfoot.store.accepted import lost_acceptances
    from crossfoot.store.alive import settle
    from crossfoot.store.checks import remember_files
    from crossfoot.store.held import held
    from crossfoot.store.persistence import persistently

    settings = settings_for(asked)
    manifest = read_manifest(asked.manifest) if asked.manifest else None
    with _cluster(asked, settings, told) as pool, _opened(store) as opened:
        for remark in found.remarks:
            told(remark)
        again = partial(persistently, told=told)
        for began in again(partial(settle, opened)):
            told(
                f"the run of {began:%Y-%m-%d %H:%M} UTC ended without a word, killed or cut off; "
                "what it stored is whole"
            )
        there = again(partial(held, opened))
        lost = again(partial(lost_acceptances, opened))
        given = plans([identify(path) for path in found.paths], manifest, asked.council, told)
        given = remembered(given, there, told)
        with watching() as watcher:
            report = run(given, opened, there, settings, watcher, pool, told)
        again(partial(remember_files, opened, report.chosen.places))
        if not report.interrupted:
            again(partial(check_across, opened))
            told_lost(lost, again(partial(lost_acceptances, opened)), told)
    return report


def _cluster(
    asked: Asked, settings: IngestSettings, told: Callable[[str], None]
) -> AbstractContextManager[Pool | None]:
    """Connect to the cluster that is to read; without one the pipeline starts processes."""
    if asked.executor is None:
        return nullcontext()
    from crossfoot.pool.cluster import ClusterPool
    from crossfoot.settings import ClusterSettings

    cluster = ClusterSettings(address=asked.executor, in_flight=asked.jobs)
    return ClusterPool(cluster, settings, told)


def _is_new(url: str) -> bool:
    """Whether *url* is an SQLite file that is not there yet; asked before SQLAlchemy is loaded."""
    name = url.removeprefix("sqlite:///")
    return name != url and not Path(name).exists()


def _opened(store: str | URL | Store) -> AbstractContextManager[Store]:
    """Open or create the store; an interrupt waits, so that no file without tables is left."""
    from crossfoot.interrupts import Interrupts
    from crossfoot.schema.errors import UsageError
    from crossfoot.store.backends import is_in_memory
    from crossfoot.store.database import Store, open_store

    if isinstance(store, Store):
        return nullcontext(store)

    if is_in_memory(store):
        raise UsageError(
            "a database in memory is gone when the papers are read",
            "name a file, such as sqlite:///crossfoot.db",
        )
    with Interrupts().watched() as interrupts, interrupts.held():
        return open_store(store, create=True)
