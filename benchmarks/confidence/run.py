"""One measurement: which papers are drawn, how they are printed and read, what came of them."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from benchmarks.confidence import (
    eighth,
    fifth,
    first,
    fourth,
    producers,
    second,
    seventh,
    sixth,
    third,
)
from benchmarks.confidence.eighth import engines as kept
from benchmarks.confidence.engines import ENGINES
from benchmarks.confidence.fifth import engines as later
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.producers import print_papers
from benchmarks.confidence.score import Count, Judged, count, judge
from benchmarks.confidence.seventh import engines as developed
from benchmarks.confidence.sixth import engines as latest
from crossfoot.extract.document import read_document
from crossfoot.extract.second import second_opinion
from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.paper import Known
from crossfoot.schema.values import SecondOpinion

_BATCH = 8  # papers that a process takes at once: the word processor starts once for them


class Families(NamedTuple):
    """One set: its families, their ways of ruling, who prints them, how one draws; its fonts."""

    names: tuple[str, ...]
    rulings: tuple[str, ...]
    producers: tuple[str, ...]
    draw: Callable[[str, str, int], Drawn]
    fonts: tuple[str, ...] = ()


SETS = {
    "eighth": Families(
        tuple(eighth.FAMILIES), eighth.RULINGS, kept.ENGINES, eighth.draw, tuple(eighth.FONTS)
    ),
    "seventh": Families(
        tuple(seventh.FAMILIES),
        seventh.RULINGS,
        developed.ENGINES,
        seventh.draw,
        tuple(seventh.FONTS),
    ),
    "sixth": Families(
        tuple(sixth.FAMILIES), sixth.RULINGS, latest.ENGINES, sixth.draw, tuple(sixth.FONTS)
    ),
    "fifth": Families(
        tuple(fifth.FAMILIES), fifth.RULINGS, later.ENGINES, fifth.draw, tuple(fifth.FONTS)
    ),
    "fourth": Families(
        tuple(fourth.FAMILIES), fourth.RULINGS, ENGINES, fourth.draw, tuple(fourth.FONTS)
    ),
    "third": Families(
        tuple(third.FAMILIES), third.RULINGS, producers.OFFICE, third.draw, tuple(third.FONTS)
    ),
    "second": Families(tuple(second.FAMILIES), second.RULINGS, producers.MIXED, second.draw),
    "first": Families(first.FAMILIES, first.RULINGS, producers.HTML, first.draw),
}
#: The set kept apart: confidence is measured with it, and nobody looks at it to mend the reader.
KEPT = "eighth"


class Task(NamedTuple):
    """One paper: which family, ruling and seed, who prints it, when a second reader is asked."""

    families: str
    family: str
    ruling: str
    seed: int
    producer: str
    second: SecondOpinion


class Outcome(NamedTuple):
    """What came of one paper."""

    task: Task
    judged: list[Judged]
    counts: Count


def tasks(families: str, papers: int, first: int = 0) -> list[Task]:
    """Return *papers* of each way of ruling, seeds from *first*, families and producers in turn.

    Half of the ruled ones are read by a second reader as well, and of these there are twice as
    many.
    """
    chosen = SETS[families]
    made = []
    for ruling in chosen.rulings:
        for number in range(papers * (2 if ruling == "ruled" else 1)):
            second: SecondOpinion = "all" if ruling == "ruled" and number % 2 else "off"
            turn = number // 2 if ruling == "ruled" else number
            family = chosen.names[turn % len(chosen.names)]
            round_ = turn // len(chosen.names) + turn % len(chosen.names)
            producer = chosen.producers[round_ % len(chosen.producers)]
            made.append(Task(families, family, ruling, first + number, producer, second))
    return made


def measure(todo: Sequence[Task], *, keep: Path | None = None) -> list[Outcome]:
    """Draw, print, read and judge all papers, on all cores; outcomes in the order of *todo*.

    The PDFs stay in the folder *keep* where one is given.
    """
    by_producer: dict[str, list[Task]] = defaultdict(list)
    for task in todo:
        by_producer[task.producer].append(task)
    batches = [
        members[start : start + _BATCH]
        for members in by_producer.values()
        for start in range(0, len(members), _BATCH)
    ]
    with ProcessPoolExecutor() as pool:
        done = pool.map(_measure_batch, batches, [keep] * len(batches))
        found = {outcome.task: outcome for batch in done for outcome in batch}
    return [found[task] for task in todo]


def _measure_batch(batch: Sequence[Task], keep: Path | None) -> list[Outcome]:
    with tempfile.TemporaryDirectory() as folder:
        papers = []
        for task in batch:
            drawn = SETS[task.families].draw(task.family, task.ruling, task.seed)
            papers.append((drawn, Path(folder) / f"{task.family}-{task.ruling}-{task.seed}.pdf"))
        print_papers(papers, batch[0].producer)
        if keep is not None:
            for _, pdf in papers:
                (keep / pdf.name).write_bytes(pdf.read_bytes())
        return [_judged(task, drawn, pdf) for task, (drawn, pdf) in zip(batch, papers, strict=True)]


def _judged(task: Task, drawn: Drawn, pdf: Path) -> Outcome:
    reading = second_opinion(pdf, read_document(pdf), task.second)
    settings = NormaliseSettings(reader_version="measured")
    paper = interpret(reading, Known(), settings).opened()
    return Outcome(task, list(judge(paper, drawn)), count(paper, drawn))
