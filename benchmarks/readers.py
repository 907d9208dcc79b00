"""The readers that are compared, each a function from PDF files to the pages it read.

``python -m benchmarks.readers NAME ROUNDS FILE…`` runs one of them in a process of its own and
prints its figures as JSON: pages, CPU-seconds of the reading (imports and a first round left out),
CPU-seconds from the start of the process, and the largest resident size in MiB.
"""

from __future__ import annotations

import json
import resource
import shutil
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

Reader = Callable[[Sequence[Path]], int]


def whole_ingest(files: Sequence[Path]) -> int:
    """Read, interpret, audit and store, in this process and into an empty SQLite database.

    It starts as the command does.
    """
    from crossfoot.start import start_quickly

    start_quickly()
    from crossfoot.extract.settings import ExtractSettings
    from crossfoot.job import Job
    from crossfoot.normalise.settings import NormaliseSettings
    from crossfoot.reader import read_paper
    from crossfoot.schema.paper import Known
    from crossfoot.sources import identify
    from crossfoot.store.database import open_store
    from crossfoot.store.load import load_paper, start_load

    pages = 0
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(_empty_database(), f"{folder}/bench.db")
        store = open_store(f"sqlite:///{folder}/bench.db", create=False)
        load_id = start_load(store, "bench")
        for source in map(identify, files):
            paper = read_paper(
                Job(
                    source.path,
                    source.file_name,
                    source.document_id,
                    Known(),
                    ExtractSettings(),
                    NormaliseSettings(),
                )
            )
            load_paper(store, paper, load_id)
            pages += paper.document.pages or 0
        store.close()
    return pages


@cache
def _empty_database() -> Path:
    """Make an empty database once: its schema is no part of any paper."""
    from crossfoot.store.database import open_store

    path = Path(tempfile.mkdtemp()) / "empty.db"
    open_store(f"sqlite:///{path}", create=True).close()
    return path


def grids_only(files: Sequence[Path]) -> int:
    """Run our reading stage alone: marks, grids, joined tables."""
    from crossfoot.extract.document import read_document

    return sum(read_document(path).pages for path in files)


def pdfplumber_tables(files: Sequence[Path]) -> int:
    """Run pdfplumber's ``extract_tables`` on every page."""
    import pdfplumber

    pages = 0
    for path in files:
        with pdfplumber.open(path) as document:
            for page in document.pages:
                page.extract_tables()
                pages += 1
    return pages


def camelot_default(files: Sequence[Path]) -> int:
    """Run camelot's lattice with its default engine (pages become pictures)."""
    return _camelot(files)


def camelot_vector(files: Sequence[Path]) -> int:
    """Run camelot's lattice with the vector engine."""
    return _camelot(files, engine="vector")


def camelot_stream(files: Sequence[Path]) -> int:
    """Run camelot's stream: tables by the gaps between words."""
    return _camelot(files, flavor="stream")


def camelot_network(files: Sequence[Path]) -> int:
    """Run camelot's network: tables by the alignment of words."""
    return _camelot(files, flavor="network")


def _camelot(files: Sequence[Path], flavor: str = "lattice", **options: str) -> int:
    import camelot

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for path in files:
            camelot.read_pdf(str(path), pages="all", flavor=flavor, **options)
    return _count_pages(files)


def tablers_tables(files: Sequence[Path]) -> int:
    """Run tablers (Rust on PDFium), its cells' text included."""
    import tablers

    pages = 0
    for path in files:
        with tablers.Document(path) as document:
            for page in document.pages():
                tablers.find_tables(page, extract_text=True)
                pages += 1
    return pages


def _count_pages(files: Sequence[Path]) -> int:
    import pypdfium2

    return sum(len(pypdfium2.PdfDocument(path)) for path in files)


def pdfium_text(files: Sequence[Path]) -> int:
    """Run PDFium's bare text pass: the physical limit."""
    import pypdfium2

    pages = 0
    for path in files:
        document = pypdfium2.PdfDocument(path)
        for page in document:
            text = page.get_textpage()
            text.get_text_bounded()
            text.close()
            page.close()
            pages += 1
        document.close()
    return pages


READERS: dict[str, Reader] = {
    "whole ingest": whole_ingest,
    "grids only": grids_only,
    "pdfplumber": pdfplumber_tables,
    "camelot default": camelot_default,
    "camelot vector": camelot_vector,
    "camelot stream": camelot_stream,
    "camelot network": camelot_network,
    **({"tablers": tablers_tables} if find_spec("tablers") else {}),
    "PDFium text": pdfium_text,
}


def _main(arguments: Sequence[str]) -> None:
    name, rounds, *names = arguments
    files = [Path(file) for file in names]
    reader = READERS[name]
    if int(rounds) > 1:
        reader(files[:1])
    started = time.process_time()
    pages = sum(reader(files) for _ in range(int(rounds)))
    ended = time.process_time()
    figures = {
        "pages": pages,
        "cpu": ended - started,
        "cpu_with_start": ended,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    json.dump(figures, sys.stdout)


if __name__ == "__main__":
    _main(sys.argv[1:])
