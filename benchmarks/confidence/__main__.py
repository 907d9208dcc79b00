"""``python -m benchmarks.confidence``: measure what each class of evidence is worth.

Draws papers of layouts and producers kept apart, reads them, judges every row by what was drawn,
draws one row of each class from each paper (rows of one paper would fail together) and writes the
lower bounds that this supports. A class of fewer than 60 papers is left out. With ``--families
first`` the papers are those that the reader is developed with: nothing is written then.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks.confidence.bound import lower_bound
from benchmarks.confidence.producers import missing
from benchmarks.confidence.run import KEPT, SETS, Outcome, measure, tasks
from benchmarks.confidence.score import Judged
from benchmarks.confidence.tally import tally, wrong_rows

_FEWEST = 60
_FILE = Path(__file__).parents[2] / "normalise" / "data" / "confidence.toml"


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


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=300, help="of each way of ruling")
    parser.add_argument("--families", choices=tuple(SETS), default=KEPT, help="which papers")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--write", action="store_true", help=f"write {_FILE.name}")
    parser.add_argument("--show-wrong", action="store_true", help="print every wrong row")
    parser.add_argument("--keep", type=Path, help="a folder to keep the PDFs in")
    options = parser.parse_args(arguments)
    if options.write and options.families != KEPT:
        parser.error(f"--write needs the families kept apart: --families {KEPT}")
    chosen = SETS[options.families]
    if absent := missing(chosen.producers, chosen.fonts):
        print(f"not installed: {', '.join(absent)} (Debian packages, unless it says otherwise)")
        return 2
    if options.keep is not None:
        options.keep.mkdir(parents=True, exist_ok=True)
    todo = tasks(options.families, options.papers, options.first)
    outcomes = measure(todo, keep=options.keep)
    print(tally(outcomes))
    if options.show_wrong:
        print("\n".join(wrong_rows(outcomes)))
    text = as_toml(classes(outcomes), len(todo))
    if options.write:
        _FILE.write_text(text, encoding="utf-8")
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
