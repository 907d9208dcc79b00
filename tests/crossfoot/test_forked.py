"""The process that workers are forked from: forked by the command, a new interpreter elsewhere."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.crossfoot.conftest import SAMPLES
from tests.faults.disturbed import left_of

PAPER = SAMPLES / "2019-20_community_safety.pdf"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a server is forked on Linux alone")

# Notes which interpreters are started, and has a worker print a word.
_BEGIN = """
import os, signal, sys, time
from multiprocessing import util
from crossfoot import forked, server
from crossfoot.start import take_process

start, started = util.spawnv_passfds, []
def noting(path, words, descriptors):
    started.append("forkserver" if "crossfoot.forkserver" in words[-1] else words[-1])
    return start(path, words, descriptors)
util.spawnv_passfds = noting

def ran_there():
    context = server.worker_context("math:sqrt")
    process = context.Process(target=print, args=("ran",))
    process.start()
    process.join(20)
    return process.exitcode
"""


def ran(folder: Path, text: str) -> list[str]:
    """Run a program, and return what it printed."""
    file = folder / "program.py"
    file.write_text(_BEGIN + textwrap.dedent(text))
    done = subprocess.run(
        [sys.executable, str(file)],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_an_ingest_starts_no_interpreter_but_its_own(tmp_path: Path) -> None:
    said = ran(
        tmp_path,
        f"""
        import atexit
        from crossfoot.cli import main
        sys.argv[1:] = ["ingest", {str(PAPER)!r}]
        atexit.register(lambda: print(started))
        main()
        """,
    )
    assert said[-1] == "[]"
    assert (tmp_path / "crossfoot.db").exists()


def test_a_program_that_calls_the_command_line_has_its_process_left_alone(tmp_path: Path) -> None:
    said = ran(
        tmp_path,
        f"""
        from crossfoot.cli import main
        try:
            main(["ingest", {str(PAPER)!r}])
        except SystemExit as end:
            print(end.code, started.count("forkserver"))
        """,
    )
    assert said[-1] == "0 1"


@pytest.mark.parametrize(
    "other",
    ["threading.Thread(target=time.sleep, args=(9,), daemon=True).start()", "sys.settrace(print)"],
)
def test_a_process_with_threads_or_a_debugger_is_not_forked(other: str, tmp_path: Path) -> None:
    said = ran(
        tmp_path,
        f"""
        import threading
        take_process()
        {other}
        server.fork_server()
        sys.settrace(None)
        print(forked._servers._server)
        """,
    )
    assert said[-1] == "None"


def test_the_forked_server_keeps_nothing_open_that_its_owner_has(tmp_path: Path) -> None:
    said = ran(
        tmp_path,
        """
        reads, writes = os.pipe()
        os.set_inheritable(writes, True)
        take_process()
        server.fork_server()
        os.close(writes)
        print(os.read(reads, 1))
        print(ran_there(), started)
        """,
    )
    assert said == ["b''", "ran", "0 []"]


def test_a_forked_server_that_was_killed_is_replaced(tmp_path: Path) -> None:
    said = ran(
        tmp_path,
        """
        take_process()
        server.fork_server()
        print(ran_there(), started)
        os.kill(forked._servers._server._pid, signal.SIGKILL)
        print(ran_there(), started)
        """,
    )
    assert said == ["ran", "0 []", "ran", "0 ['forkserver']"]


def test_what_was_printed_before_the_fork_is_printed_once(tmp_path: Path) -> None:
    said = ran(
        tmp_path,
        """
        take_process()
        print("once")
        server.fork_server()
        print(ran_there())
        """,
    )
    assert said == ["once", "ran", "0"]


def test_a_module_of_the_folder_where_the_command_runs_is_not_loaded(tmp_path: Path) -> None:
    elsewhere = tmp_path / "papers"
    elsewhere.mkdir()
    (elsewhere / "pydantic.py").write_text("print('loaded by mistake')\n")
    said = ran(tmp_path, f"os.chdir({str(elsewhere)!r})\nprint(ran_there(), started)")
    assert said == ["ran", "0 ['forkserver']"]


@pytest.mark.parametrize("closed", ["<&-", ">/dev/null <&- 2>&-", "<&- >&- 2>&-"])
def test_closed_standard_streams_leave_no_process_behind(closed: str, tmp_path: Path) -> None:
    line = f'exec "$0" -m crossfoot.cli ingest "$1" {closed}'
    run = subprocess.Popen(
        ["bash", "-c", line, sys.executable, str(PAPER)],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    run.wait(60)
    assert left_of(run) == []
    assert (tmp_path / "crossfoot.db").exists()
