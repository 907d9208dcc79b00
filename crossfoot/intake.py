"""An ingest from what a person names to the findings: what the command and the library both run.

This module loads next to nothing, and its function loads the rest in the order that
:mod:`crossfoot.ahead` gives the reasons for: first what reads, then the database.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, closing, nullcontext
from functools import partial
from typing import TYPE_CHECKING

from crossfoot.database_name import is_new_file

if TYPE_CHECKING:
    from sqlalchemy import URL

    from crossfoot.asked import Asked
    from crossfoot.manifest import Manifest
    from crossfoot.pipeline import Report, Watcher
    from crossfoot.planning import Papers
    from crossfoot.pool.common import Pool
    from crossfoot.reading import Reading
    from crossfoot.settings import IngestSettings
    from crossfoot.store.database import Store


def ingest(
    asked: Asked,
    store: str | URL | Store,
    watching: Callable[[], AbstractContextManager[Watcher]],
    told: Callable[[str], None],
) -> Report:
    """Read papers into *store* (an open one, or a URL) and bring all findings up to date.

    *told* hears, a line each, what was passed over and what is kept of earlier runs before the
    first paper is stored, of a database that failed for a moment, and afterwards what had been
    accepted and is not found any more. Raises UsageError and SettingsError for what cannot be used,
    before anything is read, ClusterError where no cluster can be had or it is lost, and StoreError
    where the database cannot be opened, which ends what is being read by then, or fails.
    Interrupted by the keyboard, the report says so (:func:`crossfoot.pipeline.ingest`).
    """
    from crossfoot.server import check_may_start, fork_server
    from crossfoot.sources import find_files

    if asked.executor is None:
        check_may_start()
    found = find_files(asked.paths)
    if asked.executor is None:
        fork_server()

    from crossfoot.choosing import choose
    from crossfoot.planning import Papers, settings_for
    from crossfoot.reading import Reading

    settings = settings_for(asked)
    papers = Papers(found, _manifest(asked), asked.council)
    with _cluster(asked, settings, told) as pool, closing(Reading(settings, pool)) as reading:
        if isinstance(store, str) and is_new_file(store):  # every paper is going to be read
            version = settings.normalise.reader_version
            reading.begin(choose(papers.plans, {}, version, reread=False).to_read)
        with _opened(store, reading.stand_back) as opened:
            return _stored(papers, opened, settings, reading, watching, told)


def _stored(
    papers: Papers,
    store: Store,
    settings: IngestSettings,
    reading: Reading,
    watching: Callable[[], AbstractContextManager[Watcher]],
    told: Callable[[str], None],
) -> Report:
    """Store what is read of the papers: first it is asked what the store has, and so is to be read.

    Readers may begin then, and what stores and compares is loaded while they do.
    """
    from crossfoot.choosing import choose
    from crossfoot.planning import remembered, told_lost
    from crossfoot.store.alive import settle
    from crossfoot.store.held import held
    from crossfoot.store.persistence import persistently

    again = partial(persistently, told=told)
    for began in again(partial(settle, store)):
        told(
            f"the run of {began:%Y-%m-%d %H:%M} UTC ended without a word, killed or cut off; "
            "what it stored is whole"
        )
    there = again(partial(held, store))
    plans = papers.plans
    for remark in papers.remarks:
        told(remark)
    given = remembered(plans, there, told)
    version = settings.normalise.reader_version
    reading.begin(choose(given, there, version, reread=settings.reread).to_read)

    reading.stand_back()
    from crossfoot.checking import check_across
    from crossfoot.pipeline import ingest as run
    from crossfoot.store.accepted import lost_acceptances
    from crossfoot.store.checks import remember_files

    lost = again(partial(lost_acceptances, store))
    with watching() as watcher:
        report = run(given, store, there, settings, watcher, reading, told)
    again(partial(remember_files, store, report.chosen.places))
    if not report.interrupted:
        again(partial(check_across, store, settings.jobs))
        told_lost(lost, again(partial(lost_acceptances, store)), told)
    return report


def _manifest(asked: Asked) -> Manifest | None:
    if asked.manifest is None:
        return None
    from crossfoot.manifest import read_manifest

    return read_manifest(asked.manifest)


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


def _opened(
    store: str | URL | Store, stand_back: Callable[[], None] = lambda: None
) -> AbstractContextManager[Store]:
    """Open or create the store; an interrupt waits, so that no file without tables is left.

    SQLAlchemy is loaded while the readers are; what comes then can wait.
    """
    import sqlalchemy  # noqa: F401

    stand_back()
    from crossfoot.interrupts import Interrupts
    from crossfoot.kept import keep_compiled
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
    stand_back()
    with ExitStack() as interrupted:
        with Interrupts().watched() as interrupts, interrupts.held():
            opened = open_store(store, create=True)
            interrupted.callback(opened.close)
        keep_compiled()  # what is compiled from here on may be of these papers alone
        interrupted.pop_all()
    return opened
