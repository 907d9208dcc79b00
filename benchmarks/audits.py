"""``python -m benchmarks.audits``: what audits and trends cost in a store of 100,000 figures.

The papers are those of ``benchmarks/big_store.py``; *from nothing* compares all of them, as after
a change of the rules or of every paper.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from benchmarks.big_store import Size, fill, papers
from crossfoot.checking import check, check_across
from crossfoot.normalise.codes import code_key
from crossfoot.store.database import Store, open_store
from crossfoot.store.findings import findings
from crossfoot.store.load import load_paper, start_load
from crossfoot.store.series import TrendPoint, find_series, trend

T = TypeVar("T")


def main() -> None:
    """Print what each step takes, and the most memory that this process took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.audits", description=__doc__)
    parser.add_argument("--councils", type=int, default=9, help="12,000 figures each")
    size = Size(councils=parser.parse_args().councils)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder)}/big.db"
        with open_store(url, create=True) as store:
            took, count = _timed(lambda: fill(store, size))
            rows = count * size.series * 3
            print(f"{count} papers with {rows:,} figures loaded: {took}")
            before = _memory()
            took, _ = _timed(lambda: check(store))
            print(f"audit from nothing: {took}, {_memory() - before:.0f} MiB more than loading")
            took, _ = _timed(lambda: check(store))
            print(f"audit with nothing new: {took}")
            took, found = _timed(lambda: findings(store))
            print(f"{len(found):,} findings listed: {took}")
            for how in ("first", "second"):
                took, points = _timed(lambda: _trend(store))
                print(f"trend of one series, {len(points)} points, the {how} time: {took}")
            new = next(papers(Size(councils=1, years=1, faults=0.1), seed=7))
            load_paper(store, new, start_load(store, "benchmark"))
            took, _ = _timed(lambda: check_across(store))
            print(f"comparison after one more paper: {took}")
        for command in (["audit"], ["trend", "LI 007", "--council", "Benchmark 00"]):
            took, _ = _timed(lambda command=command: _run(*command, "--db", url))
            print(f"crossfoot {' '.join(command)}, start-up included: {took}")


def _trend(store: Store) -> tuple[TrendPoint, ...]:
    heads = find_series(store, "LI 007", council="Benchmark 00", code_key=code_key)
    return trend(store, [head.series_id for head in heads]).points


def _run(*arguments: str) -> None:
    command = [sys.executable, "-m", "crossfoot.cli", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # the command is ours


def _timed(work: Callable[[], T]) -> tuple[str, T]:
    start, cpu = time.perf_counter(), time.process_time()
    done = work()
    took = f"{time.perf_counter() - start:.2f} s, {time.process_time() - cpu:.2f} s of CPU"
    return took, done


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
