"""The command is measured as it is: with its start, its workers and its end."""

import subprocess
from pathlib import Path

import pytest

from benchmarks.packs import paper_to_bind
from benchmarks.whole_command import ingested


def test_the_time_of_workers_counts_which_the_command_does_not_wait_for() -> None:
    waited = ingested([paper_to_bind()])
    # SQLAlchemy alone takes the command 0.05 s, and a reader is loaded in another process.
    assert waited.processor > 0.2
    assert waited.clock > 0.1


def test_a_command_that_fails_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        ingested([tmp_path / "nothing.pdf"])
