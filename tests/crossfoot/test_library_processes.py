"""Where the library may be called from: scripts, threads, event loops, other processes."""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
import subprocess
import sys
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import crossfoot
from tests.crossfoot.conftest import SAMPLES

ONE = SAMPLES / "2019-20_community_safety.pdf"
OTHER = SAMPLES / "2021-22_q1_support_services.pdf"


def script(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    """Run a program of a user's own in a folder of its own."""
    file = folder / "mine.py"
    file.write_text(textwrap.dedent(text))
    return subprocess.run(
        [sys.executable, str(file)],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_script_without_a_guard_runs_once_and_reads(tmp_path: Path) -> None:
    ran = script(
        tmp_path,
        f"""
        import crossfoot
        print("begins")
        report = crossfoot.ingest({str(ONE)!r}, "papers.db")
        print(report)
        print(crossfoot.read({str(ONE)!r}).document.outcome)
        """,
    )
    assert (ran.stdout, ran.stderr) == ("begins\n1 read; 17 rows\nread\n", "")


def test_processes_of_the_program_itself_are_left_as_they_are(tmp_path: Path) -> None:
    ran = script(
        tmp_path,
        f"""
        import multiprocessing, signal, sys
        import crossfoot

        def child(answers):
            hears = signal.getsignal(signal.SIGINT) is signal.default_int_handler
            loud = sys.excepthook is sys.__excepthook__
            answers.put((hears, loud, "crossfoot.reader" in sys.modules))

        if __name__ == "__main__":
            print(crossfoot.read({str(ONE)!r}).document.outcome)
            context = multiprocessing.get_context("forkserver")
            answers = context.Queue()
            one = context.Process(target=child, args=(answers,))
            one.start()
            print(answers.get())
            one.join()
        """,
    )
    assert (ran.stdout, ran.stderr) == ("read\n(True, True, False)\n", "")


def test_threads_may_ingest_and_read_at_once(tmp_path: Path) -> None:
    store = tmp_path / "papers.db"
    crossfoot.open_store(store, create=True).close()
    with ThreadPoolExecutor(3) as pool:
        first = pool.submit(crossfoot.ingest, ONE, store, jobs=1)
        second = pool.submit(crossfoot.ingest, OTHER, store, jobs=1, council="Broxtowe")
        third = pool.submit(crossfoot.read, ONE)
        assert str(first.result()) == "1 read; 17 rows"
        assert str(second.result()).startswith("1 read; ")
        assert third.result().document.outcome == "read"
    assert len(crossfoot.relation(store, "documents")) == 2


def test_a_coroutine_may_call_it_and_a_thread_of_its_own_lets_the_loop_go_on(
    tmp_path: Path,
) -> None:
    store = tmp_path / "papers.db"

    async def both() -> tuple[str, str]:
        blocking = crossfoot.ingest(ONE, store, jobs=1)
        beside = await asyncio.to_thread(crossfoot.ingest, ONE, store, jobs=1)
        return str(blocking), str(beside)

    assert asyncio.run(both()) == ("1 read; 17 rows", "1 unchanged; 0 rows")


def _from_a_pool(path: str) -> str:
    try:
        crossfoot.read(path)
    except crossfoot.UsageError as error:
        return str(error)
    return "read"


def test_a_worker_of_a_multiprocessing_pool_is_told_that_it_cannot() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        said = pool.apply(_from_a_pool, (str(ONE),))
    assert said.startswith("a daemonic process, such as a worker of multiprocessing.Pool,")


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is forked there")
def test_a_forked_process_reads_by_a_server_of_its_own(tmp_path: Path) -> None:
    ran = script(
        tmp_path,
        f"""
        import os, sys, warnings
        import crossfoot
        print(crossfoot.read({str(ONE)!r}).document.outcome, flush=True)
        warnings.simplefilter("ignore")  # from Python 3.12 on, of a thread that has just ended
        pid = os.fork()
        if pid == 0:
            print(crossfoot.read({str(ONE)!r}).document.outcome, flush=True)
            os._exit(0)
        os.waitpid(pid, 0)
        """,
    )
    assert (ran.stdout, ran.stderr) == ("read\nread\n", "")


def test_an_interrupt_is_raised_when_what_has_landed_is_safe(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in range(12):
        (papers / f"{number}.pdf").write_bytes(ONE.read_bytes() + f"% copy {number}\n".encode())
    store = tmp_path / "papers.db"

    def interrupt(_entry: crossfoot.Entry, landed: int, _every: int) -> None:
        if landed == 3:
            signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        crossfoot.ingest(papers, store, jobs=1, progress=interrupt)
    loads = crossfoot.relation(store, "loads")
    assert list(loads["outcome"]) == ["interrupted"]
    assert list(loads["papers"]) == [3] == [len(crossfoot.relation(store, "documents"))]
    assert str(crossfoot.ingest(papers, store)).startswith("9 read, 3 unchanged; ")


def test_an_error_of_the_callers_progress_ends_the_run_as_interrupted(tmp_path: Path) -> None:
    store = tmp_path / "papers.db"

    def fails(*_: object) -> None:
        raise LookupError("of the caller's own")

    with pytest.raises(LookupError):
        crossfoot.ingest([ONE, OTHER], store, jobs=1, progress=fails)
    assert list(crossfoot.relation(store, "loads")["outcome"]) == ["interrupted"]
    assert len(crossfoot.relation(store, "documents")) == 1
    assert threading.active_count() < 10
