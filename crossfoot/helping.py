"""Processes that help a worker with a long document while nobody else has work for a processor.

They are forked from the worker, so that they begin within milliseconds and have the document's
bytes and all modules. The parts of the document stand in a pipe; each takes the next when he is
done with one, and what a helper has read it sends. Where a helper fails, is killed or runs out of
memory, the worker reads what is missing itself, and whatever is wrong with that part is the
worker's to find out, as in a document that nobody helps with.
"""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import struct
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, Pipe, wait
from typing import Generic, NoReturn, TypeVar

from crossfoot.extract.processor_time import processor_time, time_left, use_up
from crossfoot.pool.spare import Spare, offered
from crossfoot.start import is_watched

A = TypeVar("A")
B = TypeVar("B")
_Begin = Callable[[], Callable[[A], B]]

_NUMBER = struct.Struct("I")
_HEAD = struct.Struct("Id")  # of what a helper sends: the item's number, the time that it took
_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)
# Helpers of one document: joining its pages and all that comes after one process does alone, which
# takes as long as its reading shared out among so many.
_MOST = 3
_FEWEST_ITEMS = 8  # left, for which a helper is called: he takes 0.01 s to come, of an item 0.005
_MOST_ITEMS = 1000  # whose numbers surely fit into a pipe


class Helping:
    """Calls helpers for the documents of one worker, as many as *spare* has."""

    def __init__(self, spare: Spare) -> None:
        self._spare = spare

    @contextmanager
    def __call__(self, begin: _Begin[A, B], items: Sequence[A], /) -> Iterator[Iterator[B]]:
        """Do what *begin* returns with each item, here and in helpers; yield the results in order.

        *begin* is called once in each process. Leaving the block ends the helpers.
        """
        shared = _Shared(self._spare, begin, items)
        try:
            shared.call_help()
            yield shared.results()
        finally:
            shared.end()


def helping() -> Helping | None:
    """Return who helps this process, a worker, ``None`` where nobody does.

    Nobody where forking is not safe. On Linux it is, also with the one thread that waits for the
    end of a worker's parent: it holds nothing while it waits.
    """
    spare = offered()
    if spare is None or sys.platform != "linux" or is_watched():
        return None
    return Helping(spare)


class _Shared(Generic[A, B]):
    """Items that several processes work at, as it is seen from the first of them."""

    def __init__(self, spare: Spare, begin: _Begin[A, B], items: Sequence[A]) -> None:
        self._spare, self._begin, self._items = spare, begin, items
        self._helpers: dict[Connection, int] = {}
        self._done: dict[int, bytes | tuple[B]] = {}
        if len(items) > _MOST_ITEMS:
            raise ValueError("too many items")
        self._claims, writes = os.pipe()
        os.write(writes, b"".join(map(_NUMBER.pack, range(len(items)))))
        os.close(writes)
        self._left = len(items)

    def call_help(self) -> None:
        """Fork helpers while processors are spare."""
        while len(self._helpers) < _MOST and self._left >= _FEWEST_ITEMS and self._spare.take():
            try:
                self._fork()
            except OSError:  # no memory, no more processes allowed: it is done here
                self._spare.give()
                return

    def results(self) -> Iterator[B]:
        """Yield the results in the order of the items."""
        do = self._begin()
        for number in range(len(self._items)):
            while number not in self._done:
                self._get_on(do, number)
            done = self._done.pop(number)
            yield done[0] if isinstance(done, tuple) else pickle.loads(done)

    def end(self) -> None:
        """End the helpers, whatever they are doing."""
        for hears in list(self._helpers):
            self._dismiss(hears)
        os.close(self._claims)

    def _get_on(self, do: Callable[[A], B], wanted: int) -> None:
        """Do an item, or hear of one; *wanted* is the next that is to be yielded."""
        self.call_help()
        self._hear(0)
        if wanted in self._done:
            return
        claimed = self._claim()
        if claimed is not None:
            self._done[claimed] = (do(self._items[claimed]),)
        elif self._helpers:
            self._hear(None)
        else:  # whoever had claimed it has gone
            self._done[wanted] = (do(self._items[wanted]),)

    def _claim(self) -> int | None:
        said = os.read(self._claims, _NUMBER.size)
        claimed = _NUMBER.unpack(said)[0] if said else None
        self._left = 0 if claimed is None else len(self._items) - claimed - 1
        return claimed

    def _hear(self, seconds: float | None) -> None:
        """Take in what helpers have sent, and let those go that have ended."""
        for hears in wait(list(self._helpers), seconds) if self._helpers else ():
            assert isinstance(hears, Connection)
            try:
                said = hears.recv_bytes()
            except (EOFError, OSError):
                self._dismiss(hears)
            else:
                number, took = _HEAD.unpack_from(said)
                use_up(took)
                self._done[number] = said[_HEAD.size :]

    def _dismiss(self, hears: Connection) -> None:
        number = self._helpers.pop(hears)
        hears.close()
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(number, 0)
        self._spare.give()

    def _fork(self) -> None:
        hears, tells = Pipe(duplex=True)  # sockets, which hold more than a pipe does
        parent, seconds = os.getpid(), time_left()
        with warnings.catch_warnings(action="ignore"):
            number = os.fork()
        if number == 0:
            self._help(tells, parent, seconds)
        tells.close()
        self._helpers[hears] = number

    def _help(self, tells: Connection, parent: int, seconds: float) -> NoReturn:
        """Be the helper to its end; it may use as much of the processor's time as its parent."""
        code = 1
        try:
            _end_with(parent)
            with processor_time(seconds):
                do = self._begin()
                while (claimed := self._claim()) is not None:
                    begun = time.process_time()
                    done = pickle.dumps(do(self._items[claimed]), pickle.HIGHEST_PROTOCOL)
                    tells.send_bytes(_HEAD.pack(claimed, time.process_time() - begun) + done)
            code = 0
        finally:
            os._exit(code)


def _end_with(parent: int) -> None:
    """Have the system kill this process when its parent ends, whatever it is doing then."""
    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, int(signal.SIGKILL))
    if os.getppid() != parent:
        os._exit(1)
