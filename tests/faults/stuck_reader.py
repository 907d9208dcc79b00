"""Readers that hang, die or fail, as a hostile file or somebody outside can make them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import psutil

from crossfoot.job import Job
from crossfoot.schema.errors import DocumentError
from crossfoot.schema.paper import Paper

_ASKED = """
import sys, time
from crossfoot.extract.second_process import end_with
end_with(int(sys.argv[1]))
time.sleep(600)
"""


def stuck(job: Job) -> Paper:
    """Say that it has begun, and hang."""
    job.path.with_suffix(".begun").touch()
    time.sleep(600)
    raise AssertionError("nobody waits ten minutes")


def asking(job: Job) -> Paper:
    """Say that it has begun, and wait for a process that hangs."""
    job.path.with_suffix(".begun").touch()
    subprocess.run([sys.executable, "-c", _ASKED, str(os.getpid())], check=True)
    raise AssertionError("nobody waits ten minutes")


def quick(job: Job) -> NoReturn:
    """Read nothing, at once."""
    raise DocumentError(f"{job.file_name} holds nothing", "look at another")


def begins(job: Job) -> int:
    """Note that a document is being read; return how many have begun with it by now."""
    with job.path.with_suffix(".begun").open("a") as file:
        file.write(f"{os.getpid()}\n")
    return len(readers_of(job.path))


def readers_of(path: Path) -> list[int]:
    """Return the processes that have begun to read a document."""
    begun = path.with_suffix(".begun")
    return [int(line) for line in begun.read_text().splitlines()] if begun.exists() else []


def stuck_at_first(job: Job) -> Paper:
    """Hang, but not for who comes after."""
    if begins(job) == 1:
        time.sleep(600)
    quick(job)


def spinning(job: Job) -> NoReturn:
    """Work for ever."""
    begins(job)
    while True:
        pass


def working(job: Job) -> Paper:
    """Use a fifth of a second of the processor's time."""
    used = time.process_time() + 0.2
    while time.process_time() < used:
        pass
    quick(job)


def sleeping(job: Job) -> Paper:
    """Take a second in which nothing is done."""
    time.sleep(1)
    quick(job)


_BUSY = "print(flush=True)\nwhile True: pass"


def starving(job: Job) -> Paper:
    """Work a little on one processor where four work all the time, which come first."""
    began = time.monotonic()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    command = [sys.executable, "-c", _BUSY]
    busy = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(4)]
    try:
        for one in busy:
            assert one.stdout
            one.stdout.read(1)
        os.nice(5)
        used = time.process_time() + 0.05
        while time.process_time() < used:
            pass
        time.sleep(max(began + 1 - time.monotonic(), 0))
    finally:
        for one in busy:
            one.kill()
            one.wait()
    quick(job)


def deadly(job: Job) -> Paper:
    """Kill whoever reads a document named so."""
    begins(job)
    if job.path.stem.startswith("deadly"):
        os.kill(os.getpid(), signal.SIGKILL)
    quick(job)


def crowded(job: Job) -> NoReturn:
    """Say which others read at the same time; a document named so is killed by its first reader."""
    mark = job.path.with_suffix(f".{os.getpid()}")
    mark.touch()
    beside = set()
    until = time.monotonic() + 0.15
    while time.monotonic() < until:
        beside |= {one.name for one in job.path.parent.glob("*.[0-9]*")} - {mark.name}
        time.sleep(0.005)
    mark.unlink()
    first = begins(job) == 1
    if job.path.stem.startswith("deadly"):
        if first:
            os.kill(os.getpid(), signal.SIGKILL)
        job.path.with_suffix(".beside").write_text(" ".join(sorted(beside)))
        server = psutil.Process().parent()
        assert server
        until = time.monotonic() + 10
        while len(server.children()) > 1 and time.monotonic() < until:
            time.sleep(0.01)
        job.path.with_suffix(".siblings").write_text(str(len(server.children())))
    quick(job)


def stuck_unless_deadly(job: Job) -> NoReturn:
    """Hang, but for those documents that kill."""
    if job.path.stem.startswith("deadly"):
        deadly(job)
    begins(job)
    while True:
        time.sleep(600)


def stopped(job: Job) -> Paper:
    """Stand still without a way to end by itself."""
    begins(job)
    os.kill(os.getpid(), signal.SIGSTOP)
    quick(job)


def long_winded(job: Job) -> Paper:
    """Say 30 MiB."""
    begins(job)
    raise DocumentError("x" * 30 * 2**20, "read less")


def failing(job: Job) -> Paper:
    """Fail in a way that no other process understands."""

    class OddError(Exception):
        pass

    raise OddError(f"odd {job.file_name}")


def leaving(job: Job) -> Paper:
    """Ask to leave."""
    sys.exit(f"enough of {job.file_name}")


def patient(job: Job) -> Paper:
    """Take a third of a second."""
    begins(job)
    time.sleep(0.3)
    quick(job)


def __getattr__(name: str) -> Callable[[Job], Paper]:
    """Kill whoever looks for the reader ``never``."""
    if name == "never":
        os.kill(os.getpid(), signal.SIGKILL)
    raise AttributeError(name)


def helped(job: Job) -> Paper:
    """Have the document read by all who may help, and hang."""
    from crossfoot.helping import helping  # noqa: PLC0415 - only there

    sharing = helping()
    assert sharing is not None
    with sharing(lambda: lambda _: stay(job), range(60)) as results:
        list(results)
    raise AssertionError("nobody waits ten minutes")


def stay(job: Job) -> None:
    """Note who it is, and hang."""
    begins(job)
    time.sleep(600)


def deadly_with_help(job: Job) -> Paper:
    """Die where another process helps."""
    from crossfoot.helping import helping  # noqa: PLC0415 - only there

    sharing = helping()
    assert sharing is not None
    with sharing(lambda: _slow_process, range(60)) as results:
        if len(set(results)) > 1:
            os._exit(1)
    raise DocumentError(f"{job.file_name} holds nothing, and nobody helped", "look at another")


def _slow_process(_: int) -> int:
    time.sleep(0.01)
    return os.getpid()
