"""Finding a Dask cluster, and making sure that its workers read as this command does."""

from __future__ import annotations

import logging
import socket
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from crossfoot.pool.build import this_build
from crossfoot.pool.errand import errand
from crossfoot.schema.errors import ClusterError, UsageError

if TYPE_CHECKING:
    from distributed import Client

#: What ``--executor`` takes, and what Dask calls it.
_SCHEMES = {"dask": "tcp", "tcp": "tcp", "tls": "tls"}
_FORM = "give --executor dask://HOST:PORT, or tls://HOST:PORT"
_TO_CONNECT = 10.0
_LOOK_EVERY = 0.01
_TO_ASK = 30.0
_TO_CLOSE = 2.0


def dask_address(executor: str) -> str:
    """Return Dask's own address for what the user gave. Raises UsageError."""
    try:
        parts = urlsplit(executor)
        host, port = parts.hostname, parts.port
    except ValueError:  # a port that is no number, brackets that do not close
        raise UsageError(f"{executor!r} is not the address of a Dask scheduler", _FORM) from None
    if parts.scheme not in _SCHEMES or not host or not port or parts.path.strip("/"):
        raise UsageError(f"{executor!r} is not the address of a Dask scheduler", _FORM)
    host = f"[{host}]" if ":" in host else host
    return f"{_SCHEMES[parts.scheme]}://{host}:{port}"


@contextmanager
def connected(address: str, patience: float, told: Callable[[str], None]) -> Iterator[Client]:
    """Connect to a scheduler whose workers are of this build; waits *patience* s for the first one.

    *told* hears a line where that takes long. Raises UsageError where Dask is not installed,
    ClusterError where the cluster cannot be used.
    """
    try:
        import dask  # noqa: PLC0415 - an extra, and a second to load
        import distributed  # noqa: PLC0415
    except ImportError:
        remedy = 'pip install "crossfoot[dask]"'
        raise UsageError("--executor needs Dask, which is not installed", remedy) from None
    # It warns of a message of 10 MB, which a paper may be.
    large = {"distributed.admin.large-graph-warning-threshold": "1TB"}
    with dask.config.set(large), _silent():
        _knock(address)
        client = _client(distributed, address)
        try:
            _check_scheduler(client, address)
            wait_for_workers(client, address, patience, told)
            _check_workers(client, address)
            yield client
        finally:
            with suppress(OSError, TimeoutError):
                client.close(timeout=_TO_CLOSE)  # type: ignore[no-untyped-call]


def wait_for_workers(
    client: Client, address: str, patience: float, told: Callable[[str], None]
) -> None:
    """Return when the cluster has a worker. Raises ClusterError where it has none for too long."""
    end = time.monotonic() + patience
    said = False
    while not threads(client, address):
        if not said:
            told(f"the cluster at {address} has no workers; waiting {patience:.0f} s")
            said = True
        if time.monotonic() > end:
            raise ClusterError(
                f"the cluster at {address} has no workers",
                f"start some (dask worker {address}) and run this again",
            )
        time.sleep(0.5)


def threads(client: Client, address: str) -> int:
    """Return how many documents the workers can read at once. Raises ClusterError."""
    try:
        return sum(client.nthreads().values())  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError) as error:
        raise gone(address) from error


def gone(address: str) -> ClusterError:
    """The error to raise where the scheduler does not answer any more."""
    return ClusterError(
        f"the connection to the Dask scheduler at {address} is lost",
        "run the same command again when it is back: what has landed is kept",
    )


def _knock(address: str) -> None:
    """See that something listens there; Dask tries for as long as it may before it says so."""
    parts = urlsplit(address)
    try:
        socket.create_connection((parts.hostname, parts.port), timeout=_TO_CONNECT).close()
    except OSError as error:
        raise _no_answer(address, error.strerror or "it takes too long") from error


def _client(distributed: Any, address: str) -> Client:
    security = distributed.Security()
    if address.startswith("tls:") and security.get_connection_args("client")["ssl_context"] is None:
        raise ClusterError(
            f"there is no certificate to show to the Dask scheduler at {address}",
            "name it and its key in Dask's configuration, under distributed.comm.tls",
        )
    found: list[Client | Exception] = []
    # Where something else answers than Dask it may wait for ever, or for long when it is let go.
    Thread(target=_connect, args=(distributed, address, security, found), daemon=True).start()
    end = time.monotonic() + _TO_CONNECT + _TO_CLOSE
    while not found and time.monotonic() < end:
        time.sleep(_LOOK_EVERY)
    client = found[0] if found else None
    if client is None or isinstance(client, Exception):
        raise _no_answer(address, "what listens there does not speak as Dask does") from client
    return client


def _connect(
    distributed: Any, address: str, security: object, found: list[Client | Exception]
) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of versions that differ: those are looked at below
            client = distributed.Client(
                address,
                timeout=_TO_CONNECT,
                security=security,
                set_as_default=False,
                name="crossfoot",
            )
    except (OSError, ValueError, RuntimeError) as error:
        found.append(error)
        Event().wait()  # for the client is half made, and takes long to be unmade
    found.append(client)


def _no_answer(address: str, why: str) -> ClusterError:
    return ClusterError(
        f"no Dask scheduler answers at {address} ({why})",
        "start one (dask scheduler), or check host and port; with TLS it is tls://HOST:PORT",
    )


def _check_scheduler(client: Client, address: str) -> None:
    """Hold Dask's own version against the scheduler's: others speak other protocols."""
    mine = this_build()
    versions: Any = client.get_versions()
    packages = versions["scheduler"]["packages"]
    theirs = {**packages, "Python": ".".join(packages["python"].split(".")[:2])}
    for name in ("distributed", "dask", "Python"):
        if theirs[name] != mine[name]:
            raise ClusterError(
                f"the Dask scheduler at {address} has {name} {theirs[name]}, not {mine[name]}",
                "use the same on both sides",
            )


def _check_workers(client: Client, address: str) -> None:
    """Ask every worker what it would read with, and send one errand through the scheduler."""
    expected = this_build()
    found = client.run(errand(), expected, None, None, on_error="return")
    for worker, said in sorted(found.items()):
        if isinstance(said, BaseException):
            words = f"{type(said).__name__}: {said}".splitlines()[0]
            raise ClusterError(f"the Dask worker {worker} cannot be used ({words})", "mend it")
        if said[0] == "refused":
            raise refused(said[1].replace(b"worker on", f"worker {worker} on".encode(), 1))
    try:
        carried, why = client.submit(errand(), expected, None, None, pure=False).result(_TO_ASK)
    except (OSError, TimeoutError, RuntimeError) as error:
        words = f"{type(error).__name__}: {error}".splitlines()[0]
        raise ClusterError(
            f"the cluster at {address} does not carry a task ({words})",
            "look at the scheduler's log",
        ) from error
    if carried == "refused":
        raise refused(why)


def refused(said: bytes) -> ClusterError:
    """The error to raise where a worker is of another build."""
    return ClusterError(
        said.decode(),
        "a worker must read as this command does: install the same versions there",
    )


@contextmanager
def _silent() -> Iterator[None]:
    """Keep Dask from logging to the terminal what is said here in one line."""
    names = [name for name in logging.root.manager.loggerDict if _is_dask(name)]
    loggers = [logging.getLogger(name) for name in ("distributed", "tornado", *names)]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


def _is_dask(name: str) -> bool:
    return name.partition(".")[0] in {"distributed", "tornado"}
