from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from crossfoot import pipeline
from crossfoot.intake import _opened
from crossfoot.interrupts import Interrupts
from crossfoot.store import database
from crossfoot.store.alive import Life
from crossfoot.store.database import Store
from crossfoot.store.queries import documents, loads
from samples.expected import sample_pdfs

from .ingest_runs import go, write


def test_an_interrupt_waits_for_what_is_held_and_is_raised_after_it() -> None:
    done = []
    with Interrupts().watched() as interrupts, pytest.raises(KeyboardInterrupt):
        with interrupts.held():
            signal.raise_signal(signal.SIGINT)
            done.append("held")
        done.append("never")
    assert done == ["held"]


def test_an_interrupt_outside_is_raised_at_once_and_the_handler_is_put_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), Interrupts().watched():
        signal.raise_signal(signal.SIGINT)
        time.sleep(1)
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_an_end_asked_for_waits_for_what_is_held_unless_it_is_ignored(name: str) -> None:
    number = getattr(signal, name, None)
    if number is None:
        pytest.skip("this system does not know the signal")
    done = []
    with Interrupts().watched() as interrupts, pytest.raises(KeyboardInterrupt):
        with interrupts.held():
            signal.raise_signal(number)
            done.append("held")
        done.append("never")
    assert signal.getsignal(number) is signal.SIG_DFL
    before = signal.signal(number, signal.SIG_IGN)
    try:
        with Interrupts().watched():
            signal.raise_signal(number)
            done.append("ignored")
    finally:
        signal.signal(number, before)
    assert done == ["held", "ignored"]


def test_an_interrupt_while_a_store_is_made_leaves_a_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = database._write_ahead

    def interrupted(engine: Engine) -> None:
        signal.raise_signal(signal.SIGINT)
        made(engine)

    monkeypatch.setattr(database, "_write_ahead", interrupted)
    url = f"sqlite:///{tmp_path / 'papers.db'}"
    with pytest.raises(KeyboardInterrupt):
        _opened(url)
    with database.open_store(url, create=False) as store:
        assert documents(store) == []


def test_an_interrupt_while_a_run_is_recorded_leaves_none_that_seems_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = pipeline.start_load

    def interrupted(store: Store, version: str, *, life: Life) -> str:
        signal.raise_signal(signal.SIGINT)
        return begun(store, version, life=life)

    monkeypatch.setattr(pipeline, "start_load", interrupted)
    papers = tmp_path / "papers"
    papers.mkdir()
    write(papers, "one")
    with database.open_store(f"sqlite:///{tmp_path / 'papers.db'}", create=True) as store:
        report = go(store, papers)
        assert (report.interrupted, report.landed) == (True, [])
        assert [load.outcome for load in loads(store)] == ["interrupted"]


@pytest.mark.parametrize(
    "step", ["crossfoot.start.take_process", "crossfoot.app.command_line", "crossfoot.output.line"]
)
def test_an_interrupt_is_said_wherever_the_command_has_come_to(step: str, tmp_path: Path) -> None:
    """While it starts, before its parser knows a command, and in a command."""
    module = step.rpartition(".")[0]
    code = (
        f"import sys, {module}\n"
        "from crossfoot.cli import main\n"
        "def interrupted(*_): raise KeyboardInterrupt\n"
        f"{step} = interrupted\n"
        "sys.argv = ['crossfoot', '--version']\n"
        "main()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (ended.returncode, ended.stdout) == (130, "")
    assert ended.stderr == "crossfoot: interrupted\n"


@pytest.mark.slow
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("seconds", [0.4, 0.6, 0.8, 1.0, 1.2, 1.4, 1.7, 2.0])
def test_a_signal_ends_an_ingest_cleanly_at_any_moment(
    seconds: float, sent: signal.Signals, tmp_path: Path
) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in range(60):
        copy = papers / f"{number:02}.pdf"
        shutil.copy(sample_pdfs()[number % 6], copy)
        with copy.open("ab") as file:
            file.write(f"% copy {number}\n".encode())
    database = tmp_path / "papers.db"
    command = [sys.executable, "-m", "crossfoot.cli", "ingest", str(papers)]
    run = subprocess.Popen(
        [*command, "--db", f"sqlite:///{database}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    time.sleep(seconds)
    if sent == signal.SIGINT:  # a terminal sends it to all
        os.killpg(run.pid, sent)
    else:
        run.send_signal(sent)
    _, err = run.communicate(timeout=20)
    if run.returncode == -sent:  # Python itself was still starting, or reads no more papers
        if sent == signal.SIGINT:
            assert not database.exists()
        return
    assert run.returncode in (0, 130), err
    assert "Traceback" not in err
    assert run.returncode == 0 or "crossfoot: interrupted" in err
    if database.exists():
        with closing(sqlite3.connect(database)) as connection:
            (documents,) = connection.execute("SELECT count(*) FROM documents").fetchone()
            loads = connection.execute("SELECT papers, outcome FROM loads").fetchall()
        assert [papers for papers, _ in loads] in ([documents], [])
        assert all(outcome != "running" for _, outcome in loads)
