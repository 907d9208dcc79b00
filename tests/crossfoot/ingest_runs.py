"""Ingests of small papers by the readers of ``front_readers``, for tests of the pipeline."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from crossfoot.choosing import Plan
from crossfoot.pipeline import Entry, Report, ingest
from crossfoot.schema.paper import Known
from crossfoot.settings import IngestSettings
from crossfoot.sources import find_files, identify
from crossfoot.store.checks import remember_files
from crossfoot.store.database import Store
from crossfoot.store.held import held


class Watch:
    """Remembers what an ingest said; interrupts it after so many documents if asked to."""

    def __init__(self, interrupt_after: int | None = None) -> None:
        self.expected = 0
        self.seen: list[Entry] = []
        self._interrupt_after = interrupt_after

    def begins(self, documents: int) -> None:
        self.expected = documents

    def landed(self, entry: Entry) -> None:
        self.seen.append(entry)
        if len(self.seen) == self._interrupt_after:
            raise KeyboardInterrupt


def settings(**fields: object) -> IngestSettings:
    reader = fields.pop("reader", "front_readers:by_name")
    return IngestSettings(**{"jobs": 2, "reader": reader, **fields})


def write(folder: Path, name: str, year: int = 2018) -> Path:
    path = folder / f"{name}.pdf"
    path.write_text(f"BV9,{name},{year}/{year % 100 + 1},outturn,98.5,98\n", encoding="utf-8")
    return path


def go(
    store: Store,
    folder: Path,
    chosen: IngestSettings | None = None,
    known: Known | None = None,
    watch: Watch | None = None,
    listed: Mapping[str, Known] | None = None,
) -> Report:
    """Ingest a folder; *listed* is what a manifest says of files by name, *known* of the others."""
    rows = listed or {}
    plans = [
        Plan(identify(path), rows.get(path.name, known or Known()), path.name in rows)
        for path in find_files([folder]).paths
    ]
    report = ingest(plans, store, held(store), chosen or settings(), watch or Watch())
    remember_files(store, report.chosen.places)
    return report
