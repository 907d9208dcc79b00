"""Comparing in several processes finds the same, whatever becomes of them; a library forks none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from benchmarks.big_store import Size, fill
from crossfoot.checking import check
from crossfoot.store.database import open_store
from tests.conftest import Backend, NewDatabase
from tests.store.stored import contents, count

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it forks itself on Linux alone")

# Takes the process, and notes who does what.
_BEGIN = """
import os, signal, sys, threading, time
from crossfoot.start import may_fork, take_process
from crossfoot.several import in_processes

FIRST = os.getpid()
take_process()
"""
# Opens the store, and lets a few papers be worth a process.
_STORE = """
from sqlalchemy import delete
from crossfoot import checking, several
from crossfoot.store import own, tables
from crossfoot.store.database import open_store
from tests.store.stored import contents

checking._PAPERS_A_PROCESS = 2
store = open_store(sys.argv[1], create=False)
started, start, audited = [], several.in_processes, checking._audited

def noted(tasks):
    started.append(len(tasks))
    return start(tasks)

def compare(happens, jobs):
    with store.write() as connection:
        for table in (tables.finding_cells, tables.findings, own.checks, own.standing):
            connection.execute(delete(table))
    def there(*arguments):
        if os.getpid() != FIRST:
            happens()
        return audited(*arguments)
    checking._audited = there
    started.clear()
    checking.check_across(store, jobs)
    print(started)

several.in_processes = noted
"""
ROOT = Path(__file__).parents[2]
_SIZE = Size(councils=5, series=6, years=1, actions=4, faults=0.3)


def ran(text: str, *arguments: str) -> list[str]:
    """Run a program, and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", text, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize("backend", get_args(Backend))
def test_the_same_is_found_in_several_processes_also_where_one_is_killed(
    new_database: NewDatabase, backend: Backend
) -> None:
    url = new_database(backend, with_schema=True)
    with open_store(url, create=False) as store:
        fill(store, _SIZE)
        check(store)
        alone, proofs = contents(store), count(store, "finding_cells")
    assert proofs > 50
    program = """
def killed():
    os.kill(os.getpid(), signal.SIGKILL)
def failing():
    raise RuntimeError
for happens in (os.getpid, killed, failing):
    compare(happens, 3)
    print(repr(contents(store)))
"""
    said = ran(_BEGIN + _STORE + program, url)
    assert said == ["[3]", repr(alone)] * 3


def test_a_library_forks_nothing_nor_does_a_command_that_was_told_to_use_one_process(
    new_database: NewDatabase,
) -> None:
    url = new_database("sqlite", with_schema=True)
    with open_store(url, create=False) as store:
        fill(store, _SIZE)
    program = """
compare(os.getpid, 1)
with store.read():  # as where somebody asks for a comparison within a transaction
    print(checking._may_be_left(store))
from crossfoot import start as how
how._ours.clear()
compare(os.getpid, 2)
take_process()
compare(os.getpid, 2)
"""
    assert ran(_BEGIN + _STORE + program, url) == ["[]", "False", "[]", "[2]"]


def test_each_task_but_the_first_is_done_in_a_process_of_its_own_that_an_interrupt_spares() -> None:
    said = ran(
        _BEGIN
        + """
def task(number):
    if os.getpid() != FIRST:
        os.kill(os.getpid(), signal.SIGINT)
    return number, os.getpid()
done = in_processes([lambda number=number: task(number) for number in range(4)])
print([number for number, _ in done], len({pid for _, pid in done}), done[0][1] == FIRST)
print(signal.pthread_sigmask(signal.SIG_BLOCK, []))
"""
    )
    assert said == ["[0, 1, 2, 3] 4 True", "set()"]


def test_processes_end_where_what_is_done_here_fails() -> None:
    said = ran(
        _BEGIN
        + """
import multiprocessing
def failing():
    raise KeyboardInterrupt
try:
    in_processes([failing, lambda: time.sleep(60)])
except KeyboardInterrupt:
    print(multiprocessing.active_children())
"""
    )
    assert said == ["[]"]


def test_a_process_forks_itself_only_where_it_is_the_command_s_and_nothing_else_runs() -> None:
    said = ran(
        """
import sys, threading
import crossfoot.start as start
print(start.may_fork())
start.take_process()
print(start.may_fork())
ends = threading.Event()
other = threading.Thread(target=ends.wait)
other.start()
print(start.may_fork())
ends.set()
other.join()
sys.settrace(lambda *_: None)
print(start.may_fork())
"""
    )
    assert said == ["False", "True", "False", "False"]
