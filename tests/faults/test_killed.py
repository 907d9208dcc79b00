"""kill -9 at random moments: a document is there whole or not at all, and a re-run completes."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest

from tests.conftest import Backend, NewDatabase

from .conftest import Undisturbed
from .disturbed import (
    Stage,
    assert_whole,
    call,
    collect,
    exported,
    finish,
    kill,
    start,
    wait_for,
)

SETTLED = 5  # kills between complete runs


def disturb(
    new_database: NewDatabase,
    backend: Backend,
    runs: tuple[Undisturbed, Undisturbed],
    kills: int,
    what: str,
    folder: Path,
) -> None:
    """Kill runs that read the same papers now for one, now for another council."""
    seed = f"{backend} {what}"
    choice = Random(seed)
    wholes = [run.whole for run in runs]
    url = new_database(backend)
    for number in range(kills):
        undisturbed = choice.choice(runs)
        run = start(*undisturbed.arguments, "--db", url)
        stage, seconds = moment(choice, len(undisturbed.whole))
        wait_for(url, run, stage)
        time.sleep(seconds)
        kill(run, what, choice)
        if what == "helper":
            ended = finish(run)
            assert ended.code == 0, ended.err  # another reads what it was reading
        else:
            assert "Traceback" not in collect(run)
        landed = assert_whole(url, wholes)
        print(f"seed {seed!r} kill {number}: {stage} + {seconds:.3f} s, {landed} documents")
        if number % SETTLED == SETTLED - 1 or number == kills - 1:
            complete(url, undisturbed, folder / str(number))
            url = new_database(backend)


def moment(choice: Random, documents: int) -> tuple[Stage, float]:
    """Choose a stage, evenly whatever it takes, and how many seconds after its beginning."""
    kind = choice.choice(["starting", "schema", "begun", "landed", "landed", "landed", "finished"])
    if kind == "landed":
        return Stage(kind, choice.randint(1, documents)), choice.uniform(0, 0.03)
    return Stage(kind), choice.uniform(0, 0.6 if kind == "starting" else 0.1)


def complete(url: str, undisturbed: Undisturbed, folder: Path) -> None:
    """Run the same command again and compare what is exported then."""
    ended = call(*undisturbed.arguments, "--db", url)
    assert ended.code == 0, ended.err
    assert exported(url, folder) == undisturbed.files


@pytest.mark.slow
@pytest.mark.parametrize("what", ["main", "group", "helper"])
@pytest.mark.parametrize(("backend", "kills"), [("sqlite", 20), ("postgresql", 15)])
def test_a_killed_run_leaves_whole_documents_and_the_next_one_completes(
    backend: Backend,
    kills: int,
    what: str,
    undisturbed: Undisturbed,
    otherwise: Undisturbed,
    new_database: NewDatabase,
    tmp_path: Path,
) -> None:
    disturb(new_database, backend, (undisturbed, otherwise), kills, what, tmp_path)
