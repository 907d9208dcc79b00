"""``python -m benchmarks``: pages per CPU-second and growth, all measured in one run.

Every reader runs in a process of its own, turn by turn over several rounds, so that a machine that
slows down slows all of them; compare the ratios, not the absolute figures.
"""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from rich.console import Console
from rich.table import Table

from benchmarks.packs import draw_pack, paper_to_bind
from benchmarks.readers import READERS
from benchmarks.whole_command import Waited, ingested, processors

SAMPLES = Path(__file__).parent.parent / "samples"
TURNS = 3
COMMANDS = 4  # runs of the whole command in a turn
ROUNDS = {
    "camelot default": 1,
    "camelot vector": 2,
    "camelot stream": 1,
    "camelot network": 1,
    "pdfplumber": 2,
}
GROWTH = (10, 100, 1000)
PACK_PAGES = 240
#: Readers that take seconds for a pack are run once over it, and stopped after so many seconds.
SLOW = frozenset({"pdfplumber", *(name for name in ROUNDS if name.startswith("camelot"))})
LIMIT = 600.0

Figures = dict[str, float]


def main() -> None:
    console = Console(width=100)
    files = sorted(SAMPLES.glob("*/*.pdf"))
    console.print(_compared(files, list(READERS)))
    with tempfile.TemporaryDirectory() as folder:
        bound = Path(folder) / "bound.pdf"
        pack(files, sum(len(pypdfium2.PdfDocument(path)) for path in files), bound)
        console.print(_compared([bound], ["whole ingest", "pdfplumber"]))
    console.print(_pack_compared(list(READERS)))
    console.print(_growth(files))


def measure(name: str, rounds: int, files: Sequence[Path], limit: float | None = None) -> Figures:
    """Run one reader in a process of its own and return its figures.

    Raises :class:`subprocess.TimeoutExpired` where it takes longer than *limit* seconds.
    """
    command = [sys.executable, "-m", "benchmarks.readers", name, str(rounds), *map(str, files)]
    # As installed: the modules' bytecode is kept, ours as well as every library's.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, timeout=limit, env=kept
    )
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def _pack_compared(readers: Sequence[str]) -> Table:
    """Compare the readers on one agenda pack, of which few pages hold tables."""
    table = Table(title=f"one agenda pack of {PACK_PAGES} pages (benchmarks/packs.py)")
    table.add_column("reader")
    for heading in ("ms per page", "times pdfplumber", "CPU s with start-up", "peak MiB"):
        table.add_column(heading, justify="right")
    found: dict[str, list[Figures]] = {name: [] for name in readers}
    waited: list[Waited] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pack.pdf"
        draw_pack(path, PACK_PAGES, paper_to_bind())
        ingested([path])  # once for what a first run leaves to the next
        for turn in range(TURNS):
            waited += [ingested([path]) for _ in range(COMMANDS)]
            for name in readers:
                if turn and name in SLOW:
                    continue
                try:
                    # A reader that is quick is measured warm, its start by itself.
                    figures = measure(name, 1, [path], LIMIT)
                    if name not in SLOW:
                        warm = measure(name, 2, [path], LIMIT)
                        figures["cpu"] = warm["cpu"] / 2
                    found[name].append(figures)
                except subprocess.TimeoutExpired:
                    found[name].append({"pages": PACK_PAGES, "cpu": math.inf})
    base = found["pdfplumber"][0]["cpu"]
    table.caption = _command(waited, base)
    for name, measured in found.items():
        middle = sorted(measured, key=lambda each: each["cpu"])[len(measured) // 2]
        if math.isinf(middle["cpu"]):
            table.add_row(name, f"over {LIMIT / PACK_PAGES * 1000:.0f}", "", "", "")
            continue
        table.add_row(
            name,
            f"{middle['cpu'] / PACK_PAGES * 1000:.1f}",
            f"{base / middle['cpu']:.1f}",
            f"{middle['cpu_with_start']:.2f}",
            f"{middle['peak_mib']:.0f}",
        )
    return table


def _command(waited: Sequence[Waited], base: float) -> str:
    """Say what the command itself takes, the best of all turns: others only slow it down."""
    clock, processor = (min(each) for each in zip(*waited, strict=True))
    return (
        f"crossfoot ingest of it into a new database, start and end included, "
        f"{processors()} processors: {clock:.2f} s by the clock (pdfplumber: {base / clock:.1f} "
        f"times that), {processor:.2f} s of processor time over all its processes "
        f"({base / processor:.1f} times)"
    )


def _compared(files: Sequence[Path], readers: Sequence[str]) -> Table:
    speeds: dict[str, list[float]] = {name: [] for name in readers}
    starts: dict[str, float] = {}
    for _ in range(TURNS):
        for name in readers:
            rounds = ROUNDS.get(name, 5)
            figures = measure(name, rounds, files)
            speeds[name].append(figures["pages"] / figures["cpu"])
            starts[name] = figures["cpu_with_start"] - figures["cpu"]
    pages = sum(len(pypdfium2.PdfDocument(path)) for path in files)
    papers = f"{len(files)} sample papers" if len(files) > 1 else "the samples bound into one paper"
    title = f"{pages} pages of {papers}, median of {TURNS} turns"
    table = Table(title=title)
    table.add_column("reader")
    for heading in ("pages per CPU-second", "times pdfplumber", "start-up and warm-up, CPU s"):
        table.add_column(heading, justify="right")
    base = statistics.median(speeds["pdfplumber"])
    for name in readers:
        speed = statistics.median(speeds[name])
        table.add_row(name, f"{speed:.1f}", f"{speed / base:.1f}", f"{starts[name]:.2f}")
    return table


def _growth(files: Sequence[Path]) -> Table:
    table = Table(title="whole ingest of one document, by its length")
    for heading in ("pages", "CPU s with start-up", "ms per page", "peak MiB"):
        table.add_column(heading, justify="right")
    with tempfile.TemporaryDirectory() as folder:
        for count in GROWTH:
            path = Path(folder) / f"{count}.pdf"
            pack(files, count, path)
            figures = measure("whole ingest", 1, [path])
            table.add_row(
                str(count),
                f"{figures['cpu_with_start']:.2f}",
                f"{figures['cpu'] / count * 1000:.1f}",
                f"{figures['peak_mib']:.0f}",
            )
    return table


def pack(files: Sequence[Path], count: int, path: Path) -> None:
    """Write a pack of *count* pages: the sample papers one after the other, again and again."""
    target = pypdfium2.PdfDocument.new()
    sources = [pypdfium2.PdfDocument(file) for file in files]
    while len(target) < count:
        for source in sources:
            room = count - len(target)
            if room > 0:
                target.import_pages(source, list(range(min(room, len(source)))))
    target.save(path)


if __name__ == "__main__":
    main()
