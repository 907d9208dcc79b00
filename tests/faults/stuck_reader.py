"""A reader that hangs, by itself or in a process that it asked, as a hostile file can make it."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from crossfoot.schema.errors import DocumentError
from crossfoot.schema.paper import Paper
from crossfoot.worker import Job

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


def quick(job: Job) -> Paper:
    """Read nothing, at once."""
    raise DocumentError(f"{job.file_name} holds nothing", "look at another")
