"""What runs in a worker process: one document in, one paper out, under limits of time and memory.

A file is untrusted: it is opened nowhere but here, where a hang or a death costs that document
alone. Worker processes are reused; of one document nothing is kept for the next but what some
texts mean by themselves (a few thousand, remembered by pure functions of the text).
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.process import BaseProcess
from pathlib import Path
from socket import socket

from crossfoot.extract.processor_time import processor_time
from crossfoot.job import Job, Unread
from crossfoot.pool.frames import Frame, read_frame, send_frame
from crossfoot.pool.sent import frames_of
from crossfoot.pool.spare import Spare, offer
from crossfoot.schema.errors import CrossfootError
from crossfoot.schema.paper import Paper
from crossfoot.sources import changed, has_changed

Reader = Callable[[Job], Paper]

#: What a worker says: it is ready to read; a document's Paper or Unread, pickled, before which come
#: the pieces of its long relations (:mod:`crossfoot.pool.sent`); a fault of ours.
READY, RESULT, FAULT = range(3)

# By so much a worker stands back; 5 is a third of the parent's share. With 0, of 100 papers on two
# processors a dozen were left to store when the last was read, with 5 and with 10 one to eight,
# which took 8% less time.
_NICER = 5

_TOO_MUCH = Unread("reading it takes more memory than is allowed; raise --memory to allow more")


def serve(pipe: socket, reader: str, memory_mib: int, spare: Spare | None = None) -> None:
    """Be a worker process: read every job that comes through *pipe* until its other end closes.

    A job comes in a frame, pickled with the seconds of the processor's time that it may take; one
    that takes more ends the process (:mod:`crossfoot.extract.processor_time`). A fault goes back as
    the pickled error (empty where it cannot be pickled) and its traceback in words, both pickled.
    *spare* says what processors are idle, for others to help with a long document.
    """
    offer(spare)
    # Who cannot hear the answer any more has gone, or has no use for this process.
    with pipe, pipe.makefile("rb") as jobs, suppress(OSError):
        pipe.setblocking(True)
        try:
            prepare(reader, memory_mib)
        except BaseException as error:  # noqa: BLE001 - said, not swallowed
            send_frame(pipe, _fault(error))
            return
        send_frame(pipe, Frame(READY, b""))
        while frame := read_frame(jobs):
            for answer in _answer(reader, frame.content):
                send_frame(pipe, answer)


def _answer(reader: str, job: bytes) -> Iterator[Frame]:
    try:
        asked, seconds = pickle.loads(job)
        with processor_time(seconds):
            yield from answer_to(reader, asked)
    except MemoryError:
        yield _said(_TOO_MUCH)
    except GeneratorExit:  # nobody hears the rest
        raise
    except BaseException as error:  # noqa: BLE001 - also of a reader that would leave
        yield _fault(error)


def _fault(error: BaseException) -> Frame:
    said = "".join(traceback.format_exception(error))
    try:
        content = pickle.dumps(error)
        pickle.loads(content)  # some can be packed and not unpacked
    except Exception:  # noqa: BLE001 - whatever its own code raises
        content = b""
    return Frame(FAULT, pickle.dumps((content, said)))


def prepare(reader: str, memory_mib: int) -> None:
    """Set a new worker process up: load the reader, then limit the memory it may take on top."""
    # Ctrl-C goes to every process of the terminal; the parent alone decides what ends when.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    give_way()
    load_reader(reader)
    limit_memory(memory_mib)


def run(reader: str, job: Job) -> Paper | Unread:
    """Read one document. Errors that a document can cause come back as values."""
    try:
        return load_reader(reader)(job)
    except CrossfootError as error:
        # Whoever shows the reason names the file.
        unread = Unread(str(error).removeprefix(f"{job.path.name}: "))
    except MemoryError:
        unread = _TOO_MUCH
    except RecursionError:
        unread = Unread("it is nested too deeply to be read")
    return changed_meanwhile(job) or unread


def changed_meanwhile(job: Job) -> Unread | None:
    """What to say of a document that could not be read because its file changed, if it did."""
    return Unread(str(changed())) if has_changed(job.path, job.document_id) else None


def answer_to(reader: str, job: Job) -> Iterator[Frame]:
    """Read one document; yield what is to be sent of it, piece by piece."""
    try:
        yield from frames_of(run(reader, job), RESULT)
    except MemoryError:
        yield _said(_TOO_MUCH)
    except CrossfootError as error:  # what was put aside cannot be read back
        yield _said(Unread(str(error)))


def _said(unread: Unread) -> Frame:
    return Frame(RESULT, pickle.dumps(unread, pickle.HIGHEST_PROTOCOL))


def end_with_parent() -> None:
    """End this process as soon as the one that started it is gone, whatever it is doing then.

    One that waits for work notices by itself; one that reads would go on until its document is
    read, which nobody limits any more.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_outlived, args=(parent,), daemon=True).start()


def give_way() -> None:
    """Let the process that stores papers go first where processors are fewer than processes.

    There is one of it. What it has not stored when the last paper is read it stores alone, while
    the other processors have no work.
    """
    if hasattr(os, "nice"):
        os.nice(_NICER)


def _outlived(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def load_reader(name: str) -> Reader:
    """Return the function that ``module:function`` names."""
    module, _, function = name.partition(":")
    found: Reader = getattr(importlib.import_module(module), function)
    return found


def limit_memory(memory_mib: int) -> None:
    """Let this process take *memory_mib* MiB of address space above what it holds now."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is no such module on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    held = _address_space()
    if held is not None:
        wanted = held + memory_mib * 2**20
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _address_space() -> int | None:
    """Bytes of address space this process holds; None where the system does not say (macOS)."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except OSError:
        return None
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
