"""``python -m benchmarks.confidence``: measure what each class of evidence is worth.

Draws papers of layouts and producers kept apart, reads them, judges every row by what was drawn,
draws one row of each class from each paper (rows of one paper would fail together) and writes the
lower bounds that this supports. A class of fewer than 60 papers is left out; with ``--only`` more
papers of some families are read, and the kinds of rows that these have too few of stay as they were
written. With ``--families first`` the papers are those that the reader is developed with: nothing
is written then.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from benchmarks.confidence.bound import lower_bound
from benchmarks.confidence.producers import missing
from benchmarks.confidence.run import KEPT, SETS, Outcome, measure, tasks
from benchmarks.confidence.score import Judged
from benchmarks.confidence.tally import tally, wrong_rows

_FEWEST = 60
_PART = re.compile(r"^(?=# (\w+): )", re.MULTILINE)
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


def parts_of(text: str) -> dict[str, str]:
    """Return what :func:`as_toml` wrote of each kind of rows."""
    pieces = _PART.split(text)[1:]
    return dict(zip(pieces[::2], map(str.strip, pieces[1::2]), strict=True))


def as_toml(
    found: Mapping[tuple[str, str], list[bool]], papers: int, before: Mapping[str, str]
) -> str:
    """Return the file that :mod:`crossfoot.normalise.confidence` reads.

    *before* is what is kept of kinds without a class of enough *papers*, by kind.
    """
    parts = dict(before)
    for kind in {kind for (kind, _), drawn in found.items() if len(drawn) >= _FEWEST}:
        said = f"{date.today().isoformat()}, {papers} papers, one row of each class drawn from each"
        lines = [f"# {kind}: {said}"]
        for (of, evidence), drawn in sorted(found.items()):
            if of != kind or len(drawn) < _FEWEST:
                continue
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
        parts[kind] = "\n".join(lines)
    head = "# Written by `python -m benchmarks.confidence`; do not edit."
    return "\n\n".join([head, *(parts[kind] for kind in sorted(parts))]) + "\n"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=300, help="of each way of ruling")
    parser.add_argument("--families", choices=tuple(SETS), default=KEPT, help="which papers")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--only", nargs="+", metavar="FAMILY", help="of these families alone")
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
    if unknown := {*(options.only or ())}.difference(chosen.names):
        parser.error(f"no such families: {', '.join(sorted(unknown))}")
    todo = [
        task
        for task in tasks(options.families, options.papers, options.first)
        if not options.only or task.family in options.only
    ]
    outcomes = measure(todo, keep=options.keep)
    print(tally(outcomes))
    if options.show_wrong:
        print("\n".join(wrong_rows(outcomes)))
    before = parts_of(_FILE.read_text(encoding="utf-8")) if options.only else {}
    text = as_toml(classes(outcomes), len(todo), before)
    if options.write:
        _FILE.write_text(text, encoding="utf-8")
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
