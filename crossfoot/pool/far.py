"""What runs inside a Dask worker: check the build, put the document where it can be read, ask.

Nothing of the document is opened here; its bytes go to the process beside the worker and what
that gives goes back as it is.
"""

from __future__ import annotations

import hashlib
import pickle
import platform
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Literal

from distributed import get_worker

from crossfoot.job import Unread
from crossfoot.pool.beside import Helper, HelperDiedError
from crossfoot.pool.build import difference
from crossfoot.pool.common import Answer
from crossfoot.pool.parcel import Parcel
from crossfoot.sources import changed

#: What a worker says: ``ready`` to work; an ``answer`` (pickled); ``refused`` (why, as UTF-8);
#: ``absent`` where it cannot see the file and was not sent its bytes.
Said = tuple[Literal["ready", "answer", "refused", "absent"], bytes]

_ATTEMPTS = 2

_lock = Lock()
_helpers: dict[str, Helper] = {}
_ended: deque[str] = deque(maxlen=100)


def carry_out(expected: Mapping[str, str], parcel: bytes | None, data: bytes | None) -> Said:
    """Read one document; with no parcel, say only whether this worker is of the build *expected*.

    *data* are the document's bytes; where they are not sent, its path must lead to them here too.
    """
    other = difference(expected)
    if other is not None:
        return "refused", f"the Dask worker {_name()} has {other}".encode()
    if parcel is None:
        return "ready", b""
    # Only now: what another build pickled might not open here, or as something else.
    opened: Parcel = pickle.loads(parcel)
    if data is None:
        path = _shared(opened)
        return ("absent", b"") if path is None else ("answer", _read(opened, path))
    if hashlib.sha256(data).hexdigest() != opened.document_id:
        return "answer", _unread(str(changed()))
    try:
        with TemporaryDirectory(prefix="crossfoot-", dir=get_worker().local_directory) as folder:
            path = Path(folder) / "paper.pdf"  # its own name may be none on this system
            path.write_bytes(data)
            return "answer", _read(opened, path)
    except OSError as error:
        reason = f"{platform.node()} cannot keep a copy of it ({error.strerror or error})"
        return "answer", _unread(f"{reason}; free space there")


def end_run(run: str) -> None:
    """End the helper of a run, if it has one, and start no other."""
    with _lock:
        _ended.append(run)
        helper = _helpers.pop(run, None)
    if helper is not None:
        helper.end()


def _name() -> str:
    try:
        return f"{get_worker().address} on {platform.node()}"
    except ValueError:  # asked outside a task; whoever asked knows its address
        return f"on {platform.node()}"


def _unread(reason: str) -> bytes:
    return pickle.dumps(Answer(Unread(reason)))


def _shared(parcel: Parcel) -> Path | None:
    """The file where its path leads to the right bytes on this machine."""
    path = Path(parcel.path)
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None
    return path if digest == parcel.document_id else None


def _read(parcel: Parcel, path: Path) -> bytes:
    for _ in range(_ATTEMPTS):
        helper = _helper(parcel)
        if helper is None:
            return _unread("its run has ended")
        try:
            return helper.read(parcel.task(path, helper.folder))
        except (HelperDiedError, FileNotFoundError):  # its folder goes when it does
            continue
    reason = "the process that reads beside the Dask worker died on it, twice"
    return _unread(f"{reason}; the machine may be short of memory")


def _helper(parcel: Parcel) -> Helper | None:
    with _lock:
        if parcel.run in _ended:
            return None
        helper = _helpers.get(parcel.run)
        if helper is None or not helper.open:
            for run in [run for run, other in _helpers.items() if not other.open]:
                del _helpers[run]
            worker = get_worker()
            helper = Helper(
                parcel.reader, parcel.memory_mib, worker.state.nthreads, worker.local_directory
            )
            _helpers[parcel.run] = helper
        return helper
