"""Commands run as users run them, killed as power cuts and impatient people kill them."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple

from sqlalchemy import create_engine, func, inspect, make_url, select
from sqlalchemy.exc import DBAPIError

from crossfoot.audit.across.rules import ACROSS_IDS
from crossfoot.store import own, tables
from crossfoot.store.database import Store, open_store
from crossfoot.store.export import export
from crossfoot.store.fastpath import fields

ENDED_WITHIN = 8.0  # seconds for helpers of a killed process; on an idle machine they take 0.05
# What the papers of the same council decide together comes when all have landed.
_LATER = {"same_report_as"}
_STATE, _PARENT, _SESSION = 0, 1, 3  # fields of /proc/PID/stat behind the name in brackets


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "crossfoot.cli", *arguments]


def start(*arguments: str) -> subprocess.Popen[str]:
    """Start a command in a session of its own, by which its helpers are known."""
    return subprocess.Popen(
        command(*arguments),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


def finish(run: subprocess.Popen[str], seconds: float = 90) -> Ended:
    """Wait for a command; no traceback and no process of it may be left."""
    try:
        out, err = run.communicate(timeout=seconds)
    finally:
        if run.poll() is None:
            os.killpg(run.pid, signal.SIGKILL)
    assert "Traceback" not in err, err
    assert left_of(run) == []
    return Ended(run.returncode, out, err)


def collect(run: subprocess.Popen[str]) -> str:
    """Collect a command that was killed; no process of it may be left. Returns its stderr."""
    run.wait(30)
    left = left_of(run)
    _, err = run.communicate(timeout=10)
    assert left == []
    return err


def call(*arguments: str) -> Ended:
    return finish(start(*arguments))


def processes(session: int) -> dict[int, int]:
    """Processes of a session and their parents; those that only wait to be collected are gone."""
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                said = (folder / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            words = said.rpartition(")")[2].split()
            if int(words[_SESSION]) == session and words[_STATE] not in "ZX":
                found[int(folder.name)] = int(words[_PARENT])
    return found


def left_of(run: subprocess.Popen[str]) -> list[str]:
    """Wait for the helpers of a command that has ended; end what is still there, and return it."""
    until = time.monotonic() + ENDED_WITHIN
    while (pids := processes(run.pid)) and time.monotonic() < until:
        time.sleep(0.01)
    names = [_name(pid) for pid in pids]
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return names


def _name(pid: int) -> str:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return str(pid)
    return f"{pid} {b' '.join(words).decode(errors='replace')}"


class Stage(NamedTuple):
    """How far a run is: ``starting``, ``schema`` (there), ``begun``, ``landed``, ``finished``.

    ``landed``: so many documents were stored or replaced by the latest run.
    """

    kind: str
    documents: int = 0


def wait_for(url: str, run: subprocess.Popen[str], stage: Stage) -> None:
    """Return when the latest run at *url* has come so far, or the command has ended."""
    if stage.kind == "starting":
        return
    before = _latest(url)[0]
    while run.poll() is None:
        load_id, outcome, documents = _latest(url)
        new = load_id not in {None, "", before}
        come = {
            "schema": load_id is not None,
            "begun": new,
            "landed": new and documents >= stage.documents,
            "finished": new and outcome != "running",
        }
        if come[stage.kind]:
            return
        time.sleep(0.002)


def _latest(url: str) -> tuple[str | None, str, int]:
    """The latest run, its outcome, and the documents it stored; "" where there is none yet."""
    if url.startswith("sqlite") and not Path(str(make_url(url).database)).exists():
        return None, "", 0
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            query = select(tables.loads.c.load_id, tables.loads.c.outcome)
            row = connection.execute(query.order_by(tables.loads.c.load_id.desc())).first()
            if row is None:
                return "", "", 0
            stored = select(func.count()).select_from(tables.documents)
            count = connection.execute(stored.where(tables.documents.c.load_id == row.load_id))
            return row.load_id, row.outcome, count.scalar_one()
    except DBAPIError:  # the tables are not there yet
        return None, "", 0
    finally:
        engine.dispose()


def kill(run: subprocess.Popen[str], what: str, choice: Random) -> None:
    """Kill -9 the ``main`` process, its ``group``, or a ``helper``, if there is one by now."""
    if what == "group":
        with suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)
    elif what == "main":
        run.kill()
    else:
        # Not Python's own keeper of semaphores, whose successor says what it misses in a traceback.
        helpers = [
            pid
            for pid in sorted(set(processes(run.pid)) - {run.pid})
            if "resource_tracker" not in _name(pid)
        ]
        if helpers:
            with suppress(ProcessLookupError):
                os.kill(choice.choice(helpers), signal.SIGKILL)


def exported(url: str, folder: Path) -> dict[str, bytes]:
    """The files of a csv export of the store at *url*."""
    with open_store(url, create=False) as store:
        return {path.name: path.read_bytes() for path in export(store, folder)}


Contents = dict[str, dict[str, str]]


def contents(store: Store) -> Contents:
    """A digest of what each relation holds of each document, seen at one moment.

    Without what is decided between papers, which follows when all have landed.
    """
    with store.read() as connection:
        found: Contents = {
            key: {} for key in connection.execute(select(tables.documents.c.document_id)).scalars()
        }
        lines: dict[tuple[str, str], list[str]] = {}
        for table in (*tables.CONTENT, own.readings, own.series_readings):
            if "document_id" in table.c:
                names = [name for name in fields(table) if name not in _LATER]
                query = select(table.c.document_id, *(table.c[name] for name in names))
                if table is tables.findings:
                    query = query.where(table.c.rule_id.not_in(sorted(ACROSS_IDS)))
                for document_id, *row in connection.execute(query):
                    lines.setdefault((document_id, table.name), []).append(repr(row))
    for (document_id, name), some in lines.items():
        whole = "\n".join(sorted(some)).encode()
        found[document_id][name] = hashlib.sha256(whole).hexdigest()
    return found


def assert_whole(url: str, wholes: Sequence[Contents]) -> int:
    """Assert that what is at *url* is a store whose every document is one of *wholes*.

    Returns how many documents there are; none where the schema is not there yet.
    """
    with open_store(url, create=True) as store:
        found = contents(store)
        with store.read() as connection:
            assert set(inspect(connection).get_table_names()) >= {"documents", "standing"}
            if connection.dialect.name == "sqlite":
                said = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
                assert said == "ok"
                assert connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None
                assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    for document_id, relations in found.items():
        assert relations in [whole.get(document_id) for whole in wholes], document_id
    return len(found)
