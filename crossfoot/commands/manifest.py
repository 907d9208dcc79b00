"""``crossfoot manifest``: what the papers say of themselves, for a person to complete."""

# The imports inside functions keep ``crossfoot --help`` from loading the reader.
# ruff: noqa: PLC0415

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossfoot import output
from crossfoot.commands.options import Paths

if TYPE_CHECKING:
    from crossfoot.schema.paper import Document
    from crossfoot.sources import Source

_FAILED = 3


def manifest(
    paths: Paths,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE.csv", help="Write there instead of to stdout; a new file."),
    ] = None,
    headings: Annotated[
        Path | None, typer.Option(metavar="FILE.toml", help="Your own column headings.")
    ] = None,
    jobs: Annotated[int | None, typer.Option(min=1, metavar="N", help="Worker processes.")] = None,
) -> None:
    """Draft a manifest: one CSV row per file with what the paper prints about itself.

    Papers often print no date and no council. Fill in what is missing, correct what is wrong, and
    give the file to ingest --manifest. Nothing is stored. Columns: file, council, committee,
    title, published_on, period, source_url.

    Example: crossfoot manifest papers/ --out papers.csv
    """
    from crossfoot.manifest import COLUMNS
    from crossfoot.sources import find_files, identify

    if out is not None:
        _check_new(out)
    found = find_files(paths)
    for remark in found.remarks:
        output.say(f"crossfoot: {remark}")
    sources = [identify(path) for path in found.paths]
    documents = _read(sources, headings, jobs)
    rows = [
        _row(name, documents.get(source.document_id))
        for source, name in zip(sources, _names(sources), strict=True)
    ]
    text = output.as_csv(rows, COLUMNS)
    if out is None:
        output.write(text)
    else:
        out.write_text(text, encoding="utf-8", newline="")
    if any(source.document_id not in documents for source in sources):
        raise typer.Exit(_FAILED)


def _check_new(out: Path) -> None:
    """Refuse to write over a manifest that somebody may have completed by hand."""
    from crossfoot.schema.errors import UsageError

    if out.exists():
        raise UsageError(f"{out} is there already", "name a new file, or remove it first")
    if not out.absolute().parent.is_dir():
        raise UsageError(f"the folder {out.parent} does not exist", "make it first")


def _read(sources: list[Source], headings: Path | None, jobs: int | None) -> dict[str, Document]:
    """Read the files in worker processes; say on stderr which cannot be read."""
    from crossfoot.server import fork_server

    fork_server()
    from crossfoot.job import Job, Unread
    from crossfoot.normalise.settings import NormaliseSettings
    from crossfoot.pool.common import Task, read
    from crossfoot.pool.local import LocalPool
    from crossfoot.schema.paper import Known
    from crossfoot.settings import IngestSettings
    from crossfoot.version import check_headings, reader_version

    check_headings(headings)
    normalise = NormaliseSettings(headings_file=headings, reader_version=reader_version(headings))
    settings = IngestSettings(normalise=normalise)
    readable: dict[str, Source] = {}
    for source in sources:
        if source.problem:
            output.say(f"crossfoot: {source.file_name}: {source.problem}")
        else:
            readable.setdefault(source.document_id, source)
    if not readable:
        return {}
    tasks = [
        Task(
            Job(
                source.path,
                source.file_name,
                source.document_id,
                Known(),
                settings.extract,
                settings.normalise,
            ),
            settings.limits.seconds_for(source.size),
        )
        for source in readable.values()
    ]
    documents = {}
    with LocalPool(settings.reader, jobs or settings.jobs, settings.limits) as pool:
        for done in read(pool, tasks):
            if isinstance(done.result, Unread):
                output.say(f"crossfoot: {done.job.file_name}: {done.result.reason}")
            else:
                documents[done.job.document_id] = done.result.document
    return documents


def _names(sources: list[Source]) -> list[str]:
    """The file names; where two files share one, as much of the path as tells them apart."""
    counts = Counter(source.file_name for source in sources)
    return [
        source.file_name
        if counts[source.file_name] == 1
        else os.fsencode(source.path.absolute().as_posix()).decode("utf-8", "replace")
        for source in sources
    ]


def _row(name: str, document: Document | None) -> dict[str, output.Value]:
    row: dict[str, output.Value] = {"file": name}
    if document is not None:
        row |= {
            "council": document.council,
            "committee": document.committee,
            "title": document.title,
            "published_on": document.published_on,
            "period": document.reporting_period,
            "source_url": document.source_url,
        }
    return row
