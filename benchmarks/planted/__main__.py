"""``python -m benchmarks.planted``: plant faults in papers and count which the audit finds.

Each round draws a council's eight papers over two years as PDFs, reads them, and audits them:
untouched, where every finding of severity error is false, and once for each kind of fault, planted
alone. A fault is found where a rule meant for it raises a warning or an error that the untouched
papers do not have, in a paper that prints it (or compares with it) and naming its code.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from benchmarks.planted.fault import Fault, Planted
from benchmarks.planted.faults import FAULTS
from benchmarks.planted.paper import draw
from benchmarks.planted.world import Paper, papers
from crossfoot.checking import check
from crossfoot.extract.settings import ExtractSettings
from crossfoot.job import Job
from crossfoot.normalise.codes import code_key
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.reader import read_paper
from crossfoot.schema.finding import Finding
from crossfoot.schema.paper import Known
from crossfoot.schema.paper import Paper as Read
from crossfoot.store.database import open_store
from crossfoot.store.findings import findings
from crossfoot.store.load import load_paper, start_load

ROUNDS = 15


class Trial(NamedTuple):
    """One fault planted in one round: whether it was found, and what else was said of it.

    ``elsewhere`` are new findings of severity error by rules that are not meant for the fault.
    """

    seed: int
    kind: str
    found: bool
    elsewhere: tuple[str, ...]


class Round(NamedTuple):
    """One council: what was wrongly called an error in its untouched papers, and the trials."""

    seed: int
    false: tuple[str, ...]
    trials: tuple[Trial, ...]


def one_round(seed: int) -> Round:
    """Draw, plant and audit the papers of one seed."""
    with tempfile.TemporaryDirectory() as folder:
        untouched = papers(seed)
        clean = _audited(Path(folder), untouched)
        false = tuple(_said(item) for item in clean if item.severity == "error")
        before = {_same(item) for item in clean}
        trials = []
        for fault in FAULTS:
            changed = copy.deepcopy(untouched)
            planted = fault.plant(random.Random(f"{seed} {fault.kind}"), changed)
            if planted is not None:
                new = [i for i in _audited(Path(folder), changed) if _same(i) not in before]
                trials.append(_trial(seed, fault, planted, new))
        return Round(seed, false, tuple(trials))


def _trial(seed: int, fault: Fault, planted: Planted, new: Iterable[Finding]) -> Trial:
    key = code_key(planted.code) if planted.code else None
    meant = [item for item in new if item.rule_id in fault.rules and item.severity != "note"]
    found = any(key is None or (item.code and code_key(item.code) == key) for item in meant)
    elsewhere = tuple(
        _said(item) for item in new if item.severity == "error" and item.rule_id not in fault.rules
    )
    return Trial(seed, fault.kind, found, elsewhere)


def _audited(folder: Path, drawn: Sequence[Paper]) -> list[Finding]:
    """Return the findings on these papers in a store of their own."""
    with open_store("sqlite://", create=True) as store:
        load_id = start_load(store, "1")
        for paper in drawn:
            load_paper(store, _read(folder, f"{paper.number}.pdf", draw(paper)), load_id)
        check(store)
        return findings(store)


@lru_cache(maxsize=256)
def _read(folder: Path, name: str, data: bytes) -> Read:
    """Read one paper; most are the same in every trial of a round."""
    path = folder / name
    path.write_bytes(data)
    settings = NormaliseSettings(reader_version="1")
    document_id = sha256(data).hexdigest()
    return read_paper(Job(path, name, document_id, Known(), ExtractSettings(), settings, "off"))


def _same(item: Finding) -> tuple[object, ...]:
    """What makes two findings the same, wherever their paper's bytes changed."""
    return item.rule_id, item.code, item.severity, item.message, item.printed, item.expected


def _said(item: Finding) -> str:
    return f"{item.rule_id}: {item.message}"


def measured(rounds: Sequence[Round]) -> dict[str, object]:
    """Count what the rounds found, by kind of fault."""
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for each in rounds:
        planted.update(trial.kind for trial in each.trials)
        found.update(trial.kind for trial in each.trials if trial.found)
    return {
        "rounds": len(rounds),
        "planted": planted.total(),
        "found": found.total(),
        "false_errors_on_untouched_papers": sum(len(each.false) for each in rounds),
        "errors_of_other_rules": sum(len(t.elsewhere) for each in rounds for t in each.trials),
        "kinds": {kind: f"{found[kind]} of {count}" for kind, count in planted.items()},
    }


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planted", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="councils to draw")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("-v", action="store_true", help="say which faults were missed, and why")
    given = parser.parse_args(arguments)
    with ProcessPoolExecutor(given.jobs) as pool:
        rounds = list(pool.map(one_round, range(given.first, given.first + given.rounds)))
    if given.v:
        _explain(rounds)
    json.dump(measured(rounds), sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


def _explain(rounds: Sequence[Round]) -> None:
    for each in rounds:
        for line in each.false:
            print(f"{each.seed}: false: {line}")
        for trial in each.trials:
            if not trial.found:
                print(f"{trial.seed}: missed: {trial.kind}")
            for line in trial.elsewhere:
                print(f"{trial.seed}: {trial.kind}: {line}")


if __name__ == "__main__":
    sys.exit(main())
