"""What a document may take: so much of the processor's time, and by the clock many times that."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from crossfoot.extract.settings import ExtractSettings
from crossfoot.job import Job, Unread
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.pool import common
from crossfoot.pool.common import Task, read
from crossfoot.pool.local import LocalPool
from crossfoot.schema.paper import Known
from crossfoot.settings import LimitSettings

# Workers take this path over.
sys.path.insert(0, str(Path(__file__).parent))
from stuck_reader import readers_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nobody counts there")

PAPER = Path(__file__).parents[2] / "samples" / "pdf" / "2021-22_q1_support_services.pdf"


def tasks(folder: Path, seconds: float, *names: str) -> list[Task]:
    settings = ExtractSettings(), NormaliseSettings()
    jobs = [Job(folder / f"{name}.pdf", f"{name}.pdf", name, Known(), *settings) for name in names]
    return [Task(job, seconds) for job in jobs]


def reasons(reader: str, some: list[Task]) -> list[str]:
    with LocalPool(f"stuck_reader:{reader}", 1, LimitSettings()) as pool:
        results = [done.result for done in read(pool, some)]
    return [result.reason for result in results if isinstance(result, Unread)]


@pytest.fixture
def any_time_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine is."""
    monkeypatch.setattr(common, "BY_THE_CLOCK", 1000)


@pytest.mark.usefixtures("any_time_by_the_clock")
def test_a_document_that_works_for_ever_is_ended_and_not_read_again(tmp_path: Path) -> None:
    (task,) = tasks(tmp_path, 0.6, "a")
    assert reasons("spinning", [task]) == [
        "reading it took more than the 1 s of processor time it was given; "
        "raise --time-limit to allow more"
    ]
    assert len(readers_of(task.job.path)) == 1


@pytest.mark.usefixtures("any_time_by_the_clock")
@pytest.mark.parametrize("reader", ["sleeping", "starving"])
def test_time_in_which_others_have_the_processor_is_not_counted(
    reader: str, tmp_path: Path
) -> None:
    assert reasons(reader, tasks(tmp_path, 0.7, "a")) == ["a.pdf holds nothing; look at another"]


@pytest.mark.usefixtures("any_time_by_the_clock")
def test_every_document_has_all_of_its_time(tmp_path: Path) -> None:
    names = "abcd"
    assert reasons("working", tasks(tmp_path, 0.5, *names)) == [
        f"{name}.pdf holds nothing; look at another" for name in names
    ]


_IGNORED = """
import signal
signal.signal(signal.SIGPROF, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGPROF])
from crossfoot.extract.processor_time import processor_time
with processor_time(0.05):
    sum(range(10**12))
"""


def test_a_program_that_ignores_the_signal_is_ended_in_the_middle_of_a_loop_in_c() -> None:
    ended = subprocess.run([sys.executable, "-c", _IGNORED], check=False)
    assert ended.returncode == -signal.SIGPROF


def test_a_second_reader_that_works_too_long_is_ended() -> None:
    module = "crossfoot.extract.second_process"
    ended = subprocess.run(
        [sys.executable, "-m", module, str(PAPER), str(os.getpid()), "0.001"],
        input=b"[[6, [0, 0, 800, 500], true]]\n",
        capture_output=True,
        check=False,
    )
    assert ended.returncode == -signal.SIGPROF, ended.stderr
