"""Reading one document: the three stages and the audit, one after the other.

Only worker processes import this module: it loads everything that a page needs.
"""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from crossfoot.audit.rules import audited
from crossfoot.extract.document import read_document
from crossfoot.extract.second import second_opinion
from crossfoot.helping import helping
from crossfoot.job import Job
from crossfoot.normalise.paper import interpret
from crossfoot.schema.page import Reading
from crossfoot.schema.paper import Document, Paper
from crossfoot.sources import changed

# More than this many lost pages are counted instead of listed.
_PAGES_NAMED = 5
# Pages from which on a document's streams and glyphs leave the heap in pieces: of 100 pages 2 MiB,
# of 1,000 6, which rows do not take, since they lie elsewhere. To give it back takes 2 ms.
_LONG = 250


def read_paper(job: Job) -> Paper:
    """Read, interpret and audit one document.

    Raises DocumentError where the file is not a PDF, is empty, cut off or encrypted, or changed
    since it was identified.
    """
    with _no_collecting():
        return _read(job)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the garbage collector from searching the hundred thousand tuples of a paper.

    They hold no cycles and are freed as they are let go; the search takes 3% of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(job: Job) -> Paper:
    reading = read_document(job.path, job.extract, helping())
    if reading.document_id != job.document_id:
        raise changed()
    if reading.pages >= _LONG:
        _give_back()
    reading = second_opinion(job.path, reading, job.second_opinion)
    reading = reading._replace(file_name=job.file_name)
    paper = interpret(reading, job.known, job.normalise)
    document = _own_up(paper.document, reading)
    del reading  # its place is taken by the rows that the audit opens
    return audited(paper.model_copy(update={"document": document}))


def _give_back() -> None:
    """Have the C library give the system what it holds free, where it can be asked to."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _own_up(document: Document, reading: Reading) -> Document:
    """Return the document with an outcome that owns up to every page that was not read."""
    if not reading.lost:
        return document
    named = [f"page {lost.page}: {lost.reason}" for lost in reading.lost[:_PAGES_NAMED]]
    more = len(reading.lost) - len(named)
    reason = "; ".join(named) + (f"; and {more} more pages" if more else "")
    nothing = not reading.tables and not reading.lines
    outcome = "failed" if nothing and len(reading.lost) >= reading.pages else "partly_read"
    return document.model_copy(update={"outcome": outcome, "reason": reason})
