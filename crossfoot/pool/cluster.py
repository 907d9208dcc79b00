"""A pool whose readers are the workers of a Dask cluster that somebody else runs.

A document's bytes travel with its task unless the workers see the same folder: then its path does.
Either way a worker reads nothing whose SHA-256 is not the document's id. What a worker that dies
was reading is given to another by the scheduler.
"""

from __future__ import annotations

import pickle
import secrets
import time
from collections.abc import Callable, Collection
from concurrent.futures import CancelledError, Future
from contextlib import ExitStack
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from crossfoot.extract.content import read_bytes
from crossfoot.job import Unread
from crossfoot.pool.build import this_build
from crossfoot.pool.common import Answer, Task
from crossfoot.pool.connect import (
    connected,
    dask_address,
    gone,
    refused,
    threads,
    wait_for_workers,
)
from crossfoot.pool.errand import errand, farewell
from crossfoot.pool.local import failed
from crossfoot.pool.parcel import Packer
from crossfoot.schema.errors import DocumentError
from crossfoot.settings import ClusterSettings, IngestSettings

if TYPE_CHECKING:
    from distributed import Client

# Documents handed out ahead of each thread of a worker: one to read, one to go on with.
_AHEAD = 2
# Bytes of documents that are under way. The scheduler holds them until they are read, so that a
# worker's death costs no more than time.
_BYTES_AHEAD = 256 * 2**20
_CHECK_EVERY = 2.0
_TO_END = 5.0


class ClusterPool:
    """The workers of a cluster, for as long as the ``with`` block lasts.

    Entering it raises UsageError where the address is none or Dask is not installed, ClusterError
    where the cluster cannot be used. Leaving it takes back what is under way and ends the
    processes that were started beside the workers. *told* hears lines for the user.
    """

    def __init__(
        self, cluster: ClusterSettings, settings: IngestSettings, told: Callable[[str], None]
    ) -> None:
        self.check_every: float | None = _CHECK_EVERY
        self._address = dask_address(cluster.address)
        self._cluster = cluster
        self._told = told
        headings = settings.normalise.headings_file
        self._packer = Packer(
            secrets.token_hex(8),
            settings.reader,
            settings.limits.memory_mib,
            headings.read_bytes() if headings else None,
        )
        self._carried, self._expected = errand(), dict(this_build())
        self._shared = True  # until a worker does not see a file
        self._threads = 0
        self._checked = 0.0
        self._open = ExitStack()

    def __enter__(self) -> Self:
        self._client: Client = self._open.enter_context(
            connected(self._address, self._cluster.patience, self._told)
        )
        self._executor = self._client.get_executor(pure=False)  # type: ignore[no-untyped-call]
        self.check()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if self._client.status == "running":
                self._executor.shutdown(wait=False)
                # A worker that does not answer must not keep the command from ending.
                ending = Thread(target=self._end_run, daemon=True)
                ending.start()
                ending.join(_TO_END)
        finally:
            self._open.close()

    def has_room(self, running: Collection[Task]) -> bool:
        """Whether another task may be handed over: by their number, and by what they weigh."""
        if len(running) >= (self._cluster.in_flight or _AHEAD * max(self._threads, 1)):
            return False
        return self._shared or sum(task.size for task in running) < _BYTES_AHEAD

    def submit(self, task: Task) -> Future[Any]:
        """Hand a task over."""
        data = None
        if not self._shared:
            try:
                data = read_bytes(task.job.path)
            except DocumentError as error:
                return _unread(str(error).removeprefix(f"{task.job.path.name}: "))
        parcel = self._packer.pack(task)
        submitted: Future[Any] = self._executor.submit(self._carried, self._expected, parcel, data)
        return submitted

    def answer(self, _task: Task, future: Future[Any]) -> Answer | None:
        """Say what a task that is done gave; None where its bytes must be sent after all.

        Raises ClusterError where the scheduler is gone or a worker is of another build.
        """
        try:
            error = future.exception()
        except CancelledError:
            raise gone(self._address) from None
        if error is not None:
            return _killed(error) or failed(error)
        said, content = future.result()
        if said == "refused":
            raise refused(content)
        if said == "absent":
            self._shared = False
            return None
        answer: Answer = pickle.loads(content)
        return answer

    def has_spare(self, _seconds: float) -> bool:
        """Nobody reads on this machine."""
        return True

    def check(self) -> None:
        """Look how many workers there are. Raises ClusterError where there are none for long."""
        if time.monotonic() - self._checked < _CHECK_EVERY:
            return
        if self._client.status == "closed":
            raise gone(self._address)
        self._threads = threads(self._client, self._address)
        if not self._threads:
            wait_for_workers(self._client, self._address, self._cluster.patience, self._told)
        self._checked = time.monotonic()

    def _end_run(self) -> None:
        self._client.run(farewell(), self._packer.run, on_error="ignore")


def _unread(reason: str) -> Future[Any]:
    future: Future[Any] = Future()
    future.set_result(("answer", pickle.dumps(Answer(Unread(reason)))))
    return future


def _killed(error: BaseException) -> Answer | None:
    """What to say of a document whose workers died each time; None of another error."""
    from distributed.scheduler import KilledWorker  # noqa: PLC0415 - an extra

    if not isinstance(error, KilledWorker):
        return None
    reason = f"{error.allowed_failures + 1} Dask workers died while they had it"
    return Answer(Unread(f"{reason}; the file may be hostile, or the machines short of memory"))
