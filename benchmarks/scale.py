"""``python -m benchmarks.scale``: how rows, bytes, seconds and memory grow with the store.

``pages`` ingests the sample papers and an agenda pack and says what a page leaves in each database.
``shares`` reads papers and then stores them, in one process, and says what each costs.
``stores`` loads made-up papers (``benchmarks/big_store.py``; 75 figures each, 80 papers a council)
into ever larger stores and says what loading, comparing and exporting cost there. ``cluster``
ingests drawn papers on this machine and on a Dask cluster on its loopback. ``docs/scale.md`` plans
with what they say.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TypeVar

from sqlalchemy import func, make_url, select

from benchmarks.big_store import Size, papers
from benchmarks.ingests import draw_papers, ran, server
from benchmarks.packs import draw_pack, paper_to_bind
from crossfoot.checking import check
from crossfoot.extract.settings import ExtractSettings
from crossfoot.job import Job
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.pool.sent import Sent, collected
from crossfoot.schema.paper import Known
from crossfoot.server import READER
from crossfoot.sources import identify
from crossfoot.store import tables
from crossfoot.store.database import Store, open_store
from crossfoot.store.export import export
from crossfoot.store.load import finish_load, load_paper, start_load
from crossfoot.worker import answer_to

T = TypeVar("T")

SAMPLES = Path(__file__).parent.parent / "samples"
#: A council's papers: 20 years, every quarter; of 25 indicators and 5 actions.
YEARS, SERIES, ACTIONS = 20, 25, 5
SLICES = 5
WORKERS = 2


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parts = parser.add_subparsers(dest="part", required=True)
    parts.add_parser("pages")
    parts.add_parser("shares")
    stores = parts.add_parser("stores")
    stores.add_argument("--councils", type=int, nargs="+", default=[12, 125], help="80 papers each")
    stores.add_argument("--postgresql", action="store_true")
    cluster = parts.add_parser("cluster")
    cluster.add_argument("--papers", type=int, default=400)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if chosen.part == "pages":
            measure_pages(folder)
        elif chosen.part == "shares":
            measure_shares(folder)
        elif chosen.part == "cluster":
            measure_cluster(folder, chosen.papers)
        elif chosen.postgresql:
            with server(folder / "server") as urls:
                # Databases for one size only: a larger one would hold the smaller's papers.
                measure_store(urls[0], chosen.councils[-1], folder)
        else:
            for councils in chosen.councils:
                measure_store(f"sqlite:///{folder}/{councils}.db", councils, folder)


def measure_pages(folder: Path) -> None:
    """Print rows and bytes per page of papers and of an agenda pack, in each database."""
    pack = folder / "pack.pdf"
    draw_pack(pack, 240, paper_to_bind())
    with server(folder / "server") as urls:
        for number, (what, files) in enumerate(
            (("sample papers", sorted(SAMPLES.glob("*/*.pdf"))), ("an agenda pack", [pack]))
        ):
            for url in (f"sqlite:///{folder}/pages{number}.db", urls[number]):
                empty = _bytes_of_new(url)
                ran("ingest", *map(str, files), "--db", url)
                with open_store(url, create=False) as store:
                    pages, rows = _pages(store), _rows(store)
                    size = _bytes(store) - empty
                backend = make_url(url).get_backend_name()
                weigh = sum(file.stat().st_size for file in files) / pages / 1024
                print(
                    f"{what} in {backend}: {pages} pages of {weigh:.0f} KiB, "
                    f"{rows / pages:.0f} rows and {size / pages / 1024:.1f} KiB a page"
                )


def measure_shares(folder: Path) -> None:
    """Print what reading costs, and what it leaves to the one process that stores."""
    draw_papers(folder / "papers", 200)
    with server(folder / "server") as urls:
        for number, (what, files) in enumerate(
            (
                ("drawn papers", sorted((folder / "papers").iterdir())),
                ("sample papers", sorted(SAMPLES.glob("*/*.pdf"))),
            )
        ):
            jobs = [_job(path) for path in files]
            _read(jobs[0])  # loads what reads
            start = time.process_time()
            sent = [_read(job) for job in jobs]
            read = (time.process_time() - start) * 1000
            pages = sum(each.opened().document.pages for each in sent)
            weight = sum(map(_size, sent)) / pages / 1024
            print(f"{len(files)} {what}, {pages} pages")
            print(f"  reading: {read / pages:.1f} ms of CPU a page, {weight:.0f} KiB to send back")
            for url in (f"sqlite:///{folder}/shares{number}.db", urls[number]):
                wall, cpu = _stored(url, sent)
                print(
                    f"  storing in {make_url(url).get_backend_name()}: {cpu / pages:.1f} ms of "
                    f"CPU a page, {wall / len(files):.1f} ms a paper on the clock"
                )


def _job(path: Path) -> Job:
    document_id = identify(path).document_id
    extract, normalise = ExtractSettings(), NormaliseSettings()
    return Job(path, path.name, document_id, Known(), extract, normalise, "off")


def _read(job: Job) -> Sent:
    frame, relations = collected(answer_to(READER, job))
    return Sent(frame.content, relations)


def _size(sent: Sent) -> int:
    pieces = chain.from_iterable(sent.relations.values())
    return len(sent.content) + sum(map(len, pieces))


def _stored(url: str, sent: Sequence[Sent]) -> tuple[float, float]:
    """Store papers as an ingest does; return milliseconds on the clock and of this process."""
    with open_store(url, create=True) as store:
        load = start_load(store, "benchmark")
        start, cpu = time.perf_counter(), time.process_time()
        for each in sent:
            load_paper(store, each.opened(), load)
        return (time.perf_counter() - start) * 1000, (time.process_time() - cpu) * 1000


def measure_store(url: str, councils: int, folder: Path) -> None:
    """Print what it costs to fill a store, to compare its papers and to export it."""
    size = Size(councils=councils, series=SERIES, years=YEARS, actions=ACTIONS)
    whole = councils * YEARS * 4
    with open_store(url, create=True) as store:
        print(f"{whole:,} papers of {councils} councils in {store.engine.dialect.name}")
        load = start_load(store, "benchmark")
        waiting = papers(size, seed=1)
        for _ in range(SLICES):
            some = [next(waiting) for _ in range(whole // SLICES)]
            _timed(
                f"  loading {len(some):,}",
                lambda some=some: [load_paper(store, paper, load) for paper in some],
            )
        finish_load(store, load, papers=whole, rows=_rows(store))
        print(f"  {_rows(store):,} rows, {_bytes(store) / whole / 1024:.0f} KiB a paper")
        _timed("  comparing all papers, from nothing", lambda: check(store))
        _timed("  the same with nothing new", lambda: check(store))
        one = Size(councils=1, series=SERIES, years=1, actions=ACTIONS, faults=0.1)
        load_paper(store, next(papers(one, seed=7)), load)
        _timed("  comparing after one more paper", lambda: check(store))
        for form in ("csv", "parquet"):
            target = folder / f"{councils}.{form}"
            _timed(
                f"  exporting {form}", lambda target=target, form=form: export(store, target, form)
            )
            weight = sum(file.stat().st_size for file in target.iterdir())
            print(f"    {weight / whole / 1024:.1f} KiB a paper")


def measure_cluster(folder: Path, count: int) -> None:
    """Compare workers of this machine with those of a cluster on it; both read the same papers."""
    draw_papers(folder / "papers", count)
    (folder / "one").mkdir()
    paper = next((folder / "papers").iterdir())
    (folder / "one" / paper.name).write_bytes(paper.read_bytes())
    options = ("--manifest", str(folder / "papers.csv"), "--jobs")
    with _cluster(folder) as address:
        # From its folder a path through /proc leads other processes elsewhere: bytes must be sent.
        ahead = (str(2 * WORKERS), "--executor", address)
        ways = {
            "processes of this machine": ("/proc/self/cwd", (str(WORKERS),)),
            "a cluster that sees the files": ("{}", ahead),
            "a cluster that is sent them": ("/proc/self/cwd", ahead),
        }
        for number, (name, (where, more)) in enumerate(ways.items()):
            many, one = (
                ran(
                    *("ingest", where.format(papers), *options, *more),
                    *("--db", f"sqlite:///{papers}{number}.db"),
                    cwd=papers,
                )
                for papers in (folder / "papers", folder / "one")
            )
            wall, cpu = many.wall - one.wall, (many.cpu - one.cpu) / count * 1000
            print(f"{count} papers, {WORKERS} readers, {name}: {wall:.1f} s without start-up,")
            print(f"  {cpu:.1f} ms of CPU a paper in the process that stores")


@contextmanager
def _cluster(folder: Path) -> Iterator[str]:
    """Start a scheduler and workers of one thread each; give the address of the first."""
    told = folder / "scheduler.json"
    host = ("--host", "127.0.0.1", "--no-dashboard")
    started = [_dask("scheduler", folder, *host, "--port", "0", "--scheduler-file", str(told))]
    try:
        while not told.exists() or not told.read_text():
            time.sleep(0.1)
        address = json.loads(told.read_text())["address"]
        for number in range(WORKERS):
            place = ("--local-directory", str(folder / f"worker{number}"))
            started.append(_dask("worker", folder, address, *host, "--nthreads", "1", *place))
        yield f"dask{address.removeprefix('tcp')}"
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            process.wait()


def _dask(what: str, folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *arguments]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet)


def _timed(what: str, work: Callable[[], T]) -> T:
    start, cpu = time.perf_counter(), time.process_time()
    done = work()
    wall, used = time.perf_counter() - start, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{what}: {wall:.2f} s, {used:.2f} s of CPU; most memory so far {peak:.0f} MiB", flush=True
    )
    return done


def _rows(store: Store) -> int:
    with store.read() as connection:
        counts: Sequence[int | None] = [
            connection.execute(select(func.count()).select_from(table)).scalar()
            for table in tables.CONTENT
        ]
    return sum(count or 0 for count in counts)


def _pages(store: Store) -> int:
    with store.read() as connection:
        pages = connection.execute(select(func.sum(tables.documents.c.pages))).scalar()
    return int(pages or 0)


def _bytes_of_new(url: str) -> int:
    with open_store(url, create=True) as store:
        return _bytes(store)


def _bytes(store: Store) -> int:
    """What the store takes on disk, indexes and all."""
    with store.read() as connection:
        if store.engine.dialect.name == "sqlite":
            number, size = (
                connection.exec_driver_sql(f"PRAGMA {what}").scalar()
                for what in ("page_count", "page_size")
            )
            return number * size
        return connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar()


if __name__ == "__main__":
    main()
