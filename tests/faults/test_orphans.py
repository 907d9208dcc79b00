"""No process outlives a command that was killed, also while its helpers are busy."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from .disturbed import left_of, processes

# An ingest with another reader, which no option of the command line allows.
_INGEST = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from contextlib import nullcontext
from crossfoot.pipeline import Plan, ingest
from crossfoot.schema.paper import Known
from crossfoot.settings import IngestSettings, LimitSettings
from crossfoot.sources import identify
from crossfoot.store.database import open_store
class Watch:
    def begins(self, documents): pass
    def landed(self, entry): pass
if __name__ == "__main__":
    paper, reader = Path(sys.argv[2]), sys.argv[3]
    limits = LimitSettings(seconds=float(sys.argv[4]))
    settings = IngestSettings(jobs=1, reader=reader, limits=limits)
    with open_store(f"sqlite:///{paper.with_suffix('.db')}", create=True) as store:
        ingest([Plan(identify(paper), Known())], store, {}, settings, Watch())
"""


def begin(paper: Path, reader: str, seconds: float) -> subprocess.Popen[str]:
    """Start an ingest of a file at which the reader hangs, and wait until it does."""
    paper.write_bytes(b"%PDF-")
    program = paper.with_suffix(".py")
    program.write_text(_INGEST)
    run = subprocess.Popen(
        [sys.executable, program, Path(__file__).parent, paper, reader, str(seconds)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    until = time.monotonic() + 60
    while not paper.with_suffix(".begun").exists() and time.monotonic() < until:
        assert run.poll() is None
        time.sleep(0.01)
    return run


@pytest.mark.parametrize("reader", ["stuck_reader:stuck", "stuck_reader:asking"])
def test_busy_helpers_end_with_the_process_that_they_help(reader: str, tmp_path: Path) -> None:
    run = begin(tmp_path / "a.pdf", reader, 600)
    assert len(processes(run.pid)) >= 3
    run.kill()
    run.wait(10)
    assert left_of(run) == []


def test_a_reader_out_of_time_takes_the_process_with_it_that_it_asked(tmp_path: Path) -> None:
    run = begin(tmp_path / "a.pdf", "stuck_reader:asking", 0.2)
    assert run.wait(60) == 0
    assert left_of(run) == []
