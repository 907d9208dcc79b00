"""The pipeline: files are read in worker processes and their papers stored one by one.

A document lands whole or not at all, and every file ends in an outcome. Which files are read is
decided before (:mod:`crossfoot.choosing`); who reads them is :mod:`crossfoot.reading`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from crossfoot.choosing import Chosen, Plan, choose
from crossfoot.interrupts import Interrupts, do_safely
from crossfoot.reading import Reading
from crossfoot.schema.errors import DocumentError, StoreError
from crossfoot.schema.packed_rows import CellCounts
from crossfoot.schema.paper import Paper
from crossfoot.schema.values import Outcome
from crossfoot.settings import IngestSettings
from crossfoot.sources import Source, unreadable_id
from crossfoot.store.alive import Life
from crossfoot.store.database import Store
from crossfoot.store.held import Held
from crossfoot.store.load import (
    LoadResult,
    finish_load,
    load_paper,
    remove_document,
    start_load,
)


class Watcher(Protocol):
    """Is told how an ingest goes on."""

    def begins(self, documents: int) -> None:
        """So many documents are going to be read."""

    def landed(self, entry: Entry) -> None:
        """One document has its outcome in the store."""


@dataclass(frozen=True)
class Entry:
    """What became of one file.

    ``rows`` counts the rows of its tables that were understood, ``written`` what of it was written
    in all relations.
    """

    file_name: str
    document_id: str
    outcome: Outcome
    reason: str | None
    council: str | None = None
    tables: int = 0
    rows: int = 0
    errors: int = 0
    warnings: int = 0
    not_understood: int = 0
    fault: BaseException | None = None
    written: int = 0


@dataclass(repr=False)
class Report:
    """What an ingest did.

    ``load_id`` names the run in relation ``loads``, ``landed`` has the papers that were read or
    failed, ``chosen`` says what became of the files given; ``remarks`` are what was passed over
    and what was kept, for a person.
    """

    load_id: str
    chosen: Chosen
    landed: list[Entry] = field(default_factory=list)
    interrupted: bool = False
    remarks: list[str] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"<Report: {self}>"

    def __str__(self) -> str:
        counts = [f"{number:,} {name.replace('_', ' ')}" for name, number in self.outcomes.items()]
        counts += [f"{len(self.unchanged):,} unchanged"] if self.unchanged else []
        return f"{', '.join(counts) or 'no paper'}; {self.rows:,} rows"

    @property
    def unchanged(self) -> list[Source]:
        """The files that are in the store as they are."""
        return self.chosen.unchanged

    @property
    def duplicates(self) -> list[tuple[Source, Source]]:
        """Files given, each with the one of the same bytes that stands for it."""
        return self.chosen.duplicates

    @property
    def unread(self) -> int:
        """How many documents an interrupt left unread."""
        return len(self.chosen.to_read) - len(self.landed)

    @property
    def outcomes(self) -> Counter[Outcome]:
        return Counter(entry.outcome for entry in self.landed)

    @property
    def failed(self) -> list[Entry]:
        return [entry for entry in self.landed if entry.outcome == "failed"]

    @property
    def rows(self) -> int:
        return sum(entry.rows for entry in self.landed)


def ingest(
    plans: Sequence[Plan],
    store: Store,
    held: Mapping[str, Held],
    settings: IngestSettings,
    watcher: Watcher,
    reading: Reading | None = None,
    told: Callable[[str], None] = lambda _: None,
) -> Report:
    """Read *plans* into *store*; *held* is what the store has, by document id.

    *told* hears of a database that fails for a moment; each step is one transaction and is tried
    again. Every run is recorded, also one that finds nothing to read. What *reading* has begun is
    taken over; without one, processes of this machine read. Interrupted by the keyboard, it keeps
    what has landed and says so in the report. Raises StoreError where the database fails and what
    the pool raises where it is gone; what has landed stays.
    """
    version = settings.normalise.reader_version
    chosen = choose(plans, held, version, reread=settings.reread)
    watcher.begins(len(chosen.to_read))
    with Interrupts().watched() as interrupts, closing(Life(store)) as life:
        safely = partial(do_safely, interrupts, life, told)
        report = Report("", chosen)
        try:
            safely(partial(_begin, report, store, version, life))
            # Closing the generator at once ends the workers, whatever broke the loop.
            with closing((reading or Reading(settings)).papers(chosen.to_read)) as papers:
                for paper, fault in papers:
                    land = partial(_land, store, paper, report.load_id, fault, held)
                    safely(partial(_count, report, land))
                    watcher.landed(report.landed[-1])
            safely(partial(_forget_unreadable, store, plans, held))
        except KeyboardInterrupt:
            if not report.load_id:
                raise
            report.interrupted = True
        except Exception:
            with suppress(StoreError):  # the one that broke the run is told
                _finish(store, report, "interrupted")
            raise
        outcome = "some_failed" if report.failed else "finished"
        outcome = "interrupted" if report.interrupted else outcome
        with suppress(KeyboardInterrupt):
            safely(partial(_finish, store, report, outcome))
    return report


def _begin(report: Report, store: Store, version: str, life: Life) -> None:
    """Record the run, and in the same unbroken step what it is called."""
    report.load_id = start_load(store, version, life=life)


def _count(report: Report, land: Callable[[], Entry]) -> None:
    report.landed.append(land())


def _finish(store: Store, report: Report, outcome: str) -> None:
    if not report.load_id:  # it has not begun
        return
    finish_load(
        store,
        report.load_id,
        papers=len(report.landed),
        rows=sum(entry.written for entry in report.landed),
        outcome=outcome,
        unchanged=len(report.unchanged),
        failed=len(report.failed),
    )


def _land(
    store: Store,
    paper: Paper,
    load_id: str,
    fault: BaseException | None,
    held: Mapping[str, Held],
) -> Entry:
    """Store a paper; where it failed and was read before, what was read then stays."""
    try:
        if paper.document.outcome != "failed":
            return _entry(paper, fault, load_paper(store, paper, load_id))
    except DocumentError as error:
        document = paper.document.model_copy(update={"outcome": "failed", "reason": str(error)})
        paper, fault = Paper(document=document), error
    before = held.get(paper.document.document_id)
    if before is not None and before.outcome != "failed":
        reason = f"{paper.document.reason}; what an earlier run read of it is kept"
        kept = paper.document.model_copy(update={"reason": reason})
        return _entry(Paper(document=kept), fault)
    return _entry(paper, fault, load_paper(store, paper, load_id))


def _entry(paper: Paper, fault: BaseException | None, loaded: LoadResult | None = None) -> Entry:
    document = paper.document
    severities = Counter(finding.severity for finding in paper.findings)
    counts = CellCounts.of(paper.cells)
    return Entry(
        file_name=document.file_name,
        document_id=document.document_id,
        outcome=document.outcome,
        reason=document.reason,
        council=document.council,
        tables=counts.tables,
        rows=len(paper.indicators) + len(paper.actions) + len(paper.summaries),
        written=loaded.total if loaded else 0,
        errors=severities["error"],
        warnings=severities["warning"],
        not_understood=counts.not_understood,
        fault=fault,
    )


def _forget_unreadable(store: Store, plans: Sequence[Plan], held: Mapping[str, Held]) -> None:
    """Take out the failure of a file that could not be opened before and now was."""
    if all(stored.outcome != "failed" for stored in held.values()):
        return
    for plan in plans:
        before = unreadable_id(plan.source.path)
        if plan.source.problem is None and before in held:
            remove_document(store, before)
