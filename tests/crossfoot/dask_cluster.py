"""A real Dask cluster on this machine's loopback: every process of it ends with the test."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psutil

ROOT = Path(__file__).parents[2]
_TO_START = 60.0
_PYTHON = (sys.executable, "-W", "error", "-m")


class Cluster:
    """A scheduler and its workers; ports are those that the system gives."""

    def __init__(self, folder: Path, nannies: bool = True) -> None:
        self._folder = folder
        self._nannies = nannies
        self._file = folder / "scheduler.json"
        self._processes: list[subprocess.Popen[bytes]] = []
        self._workers: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        self._folder.mkdir(exist_ok=True)
        self.scheduler = self._start(
            "distributed.cli.dask_scheduler",
            *("--port", "0", "--host", "127.0.0.1", "--dashboard-address", ":0"),
            *("--no-dashboard", "--scheduler-file", str(self._file)),
        )
        wait_until(lambda: self._file.exists() and bool(self._file.read_text()))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in self._processes:
            # Each is the leader of a group of its own; what it started goes with it.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    @property
    def address(self) -> str:
        """What ``--executor`` takes."""
        told: str = json.loads(self._file.read_text(encoding="utf-8"))["address"]
        return "dask" + told.removeprefix("tcp")

    def worker(self, path: Path | None = None, environment: Mapping[str, str] = {}) -> Any:
        """Start a worker of one thread that finds modules in *path* before anywhere else."""
        number = len(self._processes)
        folders = [ROOT, Path(__file__).parent] if path is None else [path, ROOT]
        process = self._start(
            "distributed.cli.dask_worker",
            *("tcp" + self.address.removeprefix("dask"), "--host", "127.0.0.1"),
            *("--nthreads", "1", "--no-dashboard", "--dashboard-address", ":0"),
            *("--nanny" if self._nannies else "--no-nanny", "--death-timeout", "60"),
            *("--local-directory", str(self._folder / f"worker{number}")),
            PYTHONPATH=os.pathsep.join(map(str, folders)),
            **environment,
        )
        self._workers.append(process)
        return process

    def wait_for(self, workers: int) -> None:
        """Return when so many workers have found the scheduler."""
        wait_until(lambda: self.log().count("Registered to:") >= workers)

    def log(self) -> str:
        """Everything that its processes said."""
        return "".join(path.read_text() for path in sorted(self._folder.glob("*.log")))

    def processes(self) -> list[psutil.Process]:
        """Every process that the workers started, their own first ones left out."""
        found: list[psutil.Process] = []
        for process in self._workers:
            with suppress(psutil.NoSuchProcess):
                found += psutil.Process(process.pid).children(recursive=True)
        return found

    @staticmethod
    def worker_of(nanny: subprocess.Popen[bytes]) -> psutil.Process:
        """The worker that a nanny looks after."""
        children = psutil.Process(nanny.pid).children()
        (worker,) = (child for child in children if "spawn_main" in " ".join(_command(child)))
        return worker

    def helpers(self) -> list[psutil.Process]:
        """The processes that read beside workers."""
        return [
            process for process in self.processes() if "crossfoot.pool.helper" in _command(process)
        ]

    def _start(self, module: str, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        log = self._folder / f"process{len(self._processes)}.log"
        with log.open("wb") as file:
            process = subprocess.Popen(
                [*_PYTHON, module, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
                cwd=self._folder,
                start_new_session=True,
            )
        self._processes.append(process)
        return process


def wait_until(done: Callable[[], bool], seconds: float = _TO_START) -> None:
    """Return as soon as *done* says so; fail where it does not in time."""
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, f"waited {seconds} s for nothing"
        time.sleep(0.05)


def _command(process: psutil.Process) -> list[str]:
    try:
        return list(process.cmdline())
    except psutil.Error:
        return []
