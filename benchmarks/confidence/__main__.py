"""``python -m benchmarks.confidence``: measure what each class of evidence is worth.

Draws papers of layouts and producers kept apart, reads them, judges every row by what was drawn,
draws one row of each class from each paper (rows of one paper would fail together) and writes the
lower bounds that this supports. A class of fewer than 60 papers is left out.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from typing import NamedTuple

from benchmarks.confidence.bound import lower_bound
from benchmarks.confidence.families import ACTIONS, FAMILIES, draw
from benchmarks.confidence.look import RULINGS
from benchmarks.confidence.producers import PRODUCERS, missing, print_paper
from benchmarks.confidence.score import Count, Judged, count, judge
from crossfoot.extract.document import read_document
from crossfoot.extract.second import second_opinion
from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.paper import Known
from crossfoot.schema.values import SecondOpinion

_FEWEST = 60
_FILE = Path(__file__).parents[2] / "normalise" / "data" / "confidence.toml"


class Task(NamedTuple):
    """One paper: which family, ruling and seed, who prints it, when a second reader is asked."""

    family: str
    ruling: str
    seed: int
    producer: str
    second: SecondOpinion


class Outcome(NamedTuple):
    """What came of one paper."""

    task: Task
    judged: list[Judged]
    count: Count


def tasks(papers: int) -> list[Task]:
    """Return *papers* of each way of ruling, families and producers in turn.

    Half of the ruled ones are read by a second reader as well.
    """
    families = [*FAMILIES, ACTIONS]
    made = []
    for ruling in RULINGS:
        for seed in range(papers * (2 if ruling == "ruled" else 1)):
            second: SecondOpinion = "all" if ruling == "ruled" and seed % 2 else "off"
            family = families[seed // 2 % len(families)]
            producer = PRODUCERS[seed // 2 // len(families) % len(PRODUCERS)]
            made.append(Task(family, ruling, seed, producer, second))
    return made


def read(task: Task) -> Outcome:
    """Draw, print, read and judge one paper."""
    drawn = draw(task.family, task.ruling, task.seed)
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "paper.pdf"
        print_paper(drawn, task.producer, pdf)
        reading = second_opinion(pdf, read_document(pdf), task.second)
    paper = interpret(reading, Known(), NormaliseSettings(reader_version="measured"))
    return Outcome(task, list(judge(paper, drawn)), count(paper, drawn))


def classes(outcomes: Sequence[Outcome]) -> dict[tuple[str, str], list[bool]]:
    """Return, by kind and evidence, whether the row drawn from each paper is right."""
    found: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for outcome in outcomes:
        rng = random.Random(str(outcome.task))
        by_class: dict[tuple[str, str], list[Judged]] = defaultdict(list)
        for row in outcome.judged:
            by_class[row.kind, row.evidence].append(row)
        for key, rows in by_class.items():
            found[key].append(rng.choice(rows).right)
    return found


def as_toml(found: dict[tuple[str, str], list[bool]], papers: int) -> str:
    """Return the file that :mod:`crossfoot.normalise.confidence` reads."""
    lines = [
        "# Written by `python -m benchmarks.confidence`; do not edit.",
        f"# {date.today().isoformat()}: {papers} papers, one row of each class drawn from each.",
    ]
    for (kind, evidence), drawn in sorted(found.items()):
        if len(drawn) >= _FEWEST:
            bound = lower_bound(sum(drawn), len(drawn))
            lines += [
                "",
                "[[class]]",
                f'kind = "{kind}"',
                f'evidence = "{evidence}"',
                f"papers = {len(drawn)}",
                f"wrong = {len(drawn) - sum(drawn)}",
                f"confidence = {int(bound * 1000) / 1000}",
            ]
    return "\n".join(lines) + "\n"


def report(outcomes: Sequence[Outcome], *, verbose: bool) -> None:
    """Print how many drawn figures were read, and the wrong rows, by ruling and producer."""
    groups: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.task.ruling, outcome.task.producer].append(outcome)
    for (ruling, producer), members in sorted(groups.items()):
        found = sum(outcome.count.found for outcome in members)
        drawn = sum(outcome.count.drawn for outcome in members)
        wrong = sum(not row.right for outcome in members for row in outcome.judged)
        rows = sum(len(outcome.judged) for outcome in members)
        print(
            f"{ruling:6} {producer:12} {len(members):4} papers: {found} of {drawn} figures read, "
            f"{wrong} of {rows} rows wrong"
        )
    for outcome in outcomes if verbose else ():
        for row in outcome.judged:
            if not row.right:
                task = outcome.task
                print(f"wrong: {task.family} {task.ruling} {task.seed}: {row.kind} {row.says}")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=400, help="of each way of ruling")
    parser.add_argument("--write", action="store_true", help=f"write {_FILE.name}")
    parser.add_argument("--verbose", action="store_true", help="print every wrong row")
    options = parser.parse_args(arguments)
    if absent := missing():
        print(f"not installed: {', '.join(absent)} (Debian packages of that name)")
        return 2
    todo = tasks(options.papers)
    with ProcessPoolExecutor() as pool:
        outcomes = list(pool.map(read, todo, chunksize=4))
    report(outcomes, verbose=options.verbose)
    text = as_toml(classes(outcomes), len(todo))
    if options.write:
        _FILE.write_text(text, encoding="utf-8")
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
