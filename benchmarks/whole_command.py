"""What a person waits for: ``crossfoot ingest`` into a new database, with all its processes.

Two figures, since neither says the other: seconds by the clock on the processors that there are,
and seconds of processor time of the command and every process that it starts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

# Runs a command and all that outlives it, for whose time the system asks nobody but their parent:
# 36 is PR_SET_CHILD_SUBREAPER of prctl(2).
_PROGRAM = """
import ctypes, json, os, subprocess, sys, time
ctypes.CDLL(None).prctl(36, 1)
begun = time.perf_counter()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
clock = time.perf_counter() - begun
while True:
    try:
        os.wait()
    except ChildProcessError:
        break
times = os.times()
print(json.dumps([code, clock, times.children_user + times.children_system]))
"""


class Waited(NamedTuple):
    """Seconds by the clock, and of processor time over all processes."""

    clock: float
    processor: float


def processors() -> int:
    """Return how many processors the commands measured here may use."""
    return len(os.sched_getaffinity(0))


def ingested(files: Sequence[Path]) -> Waited:
    """Run the command once, on Linux; raise ``CalledProcessError`` where it fails."""
    # As installed: the modules' bytecode is kept, and that of patterns.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "crossfoot.cli", "ingest", *map(str, files)]
        command += ["--db", f"sqlite:///{folder}/new.db"]
        done = subprocess.run(
            [sys.executable, "-S", "-c", _PROGRAM, *command],
            check=True,
            capture_output=True,
            text=True,
            env=kept,
        )
    code, clock, processor = json.loads(done.stdout)
    if code:
        raise subprocess.CalledProcessError(code, command)
    return Waited(clock, processor)
