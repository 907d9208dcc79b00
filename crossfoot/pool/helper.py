"""The process beside a Dask worker that reads: ``python -m crossfoot.pool.helper READER MIB JOBS``.

A Dask worker may not start processes with limits itself, and a hostile file must not reach it. So
it starts this one, which runs the pool that also reads on one machine. Takes frames of a pickled
Task on its standard input, gives frames of a pickled Answer on its standard output, and ends, with
its readers, when its input is closed: it never outlives its worker.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import traceback
from concurrent.futures import Future
from functools import partial
from threading import Lock
from typing import BinaryIO

from crossfoot.job import Unread
from crossfoot.pool.common import Answer, FaultFarAwayError, Task
from crossfoot.pool.frames import Frame, read_frame, write_frame
from crossfoot.pool.keeper import WorkersError
from crossfoot.pool.local import LocalPool
from crossfoot.pool.sent import Sent
from crossfoot.settings import LimitSettings


def main(reader: str, memory_mib: int, jobs: int) -> None:
    """Read what comes in until nothing more can come."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # its worker decides what ends when
    tasks, answers = _own_pipes()
    writing = Lock()
    with LocalPool(reader, jobs, LimitSettings(memory_mib=memory_mib)) as pool:
        while frame := read_frame(tasks):
            task = Task(*pickle.loads(frame.content))
            done = partial(_give, pool, task, frame.number, answers, writing)
            pool.submit(task).add_done_callback(done)
        raise SystemExit  # an error to the pool: what is still being read is for nobody


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take the pipes out of the readers' reach: whatever prints must not print into them."""
    tasks, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return tasks, answers


def _give(
    pool: LocalPool,
    task: Task,
    number: int,
    answers: BinaryIO,
    writing: Lock,
    future: Future[Sent],
) -> None:
    if future.cancelled():
        return
    try:
        answer = pool.answer(task, future)
    except WorkersError as error:
        answer = Answer(Unread(str(error)))
    if answer.error is not None:
        said = "".join(traceback.format_exception(answer.error))
        answer = answer._replace(error=FaultFarAwayError(said))
    try:
        with writing:
            write_frame(answers, Frame(number, pickle.dumps(answer)))
    except OSError:
        return  # the worker has gone, and so will this process


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
