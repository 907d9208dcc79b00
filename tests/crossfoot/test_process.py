"""How the command starts, fails and ends as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run

PAPER = Path(__file__).parents[2] / "samples" / "pdf" / "2021-22_q1_support_services.pdf"
HEAVY = (
    *("alembic", "camelot", "altair", "pandas", "pyarrow", "vl_convert", "cv2", "numpy"),
    *("sqlalchemy.orm", "sqlalchemy.dialects.postgresql", "psycopg"),
)


def test_debug_shows_the_traceback_wherever_it_stands(tmp_path: Path) -> None:
    for arguments in (["--debug", "codes"], ["codes", "--debug"]):
        ended = subprocess.run(
            [sys.executable, "-m", "crossfoot.cli", *arguments],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            check=False,
        )
        assert "Traceback" in ended.stderr
        assert "there is no database" in ended.stderr


def _python(code: str, cwd: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=cwd
    ).stdout


@pytest.mark.parametrize("arguments", [["--help"], ["ingest", str(PAPER)]])
def test_starting_up_loads_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from crossfoot.cli import main\n"
        "if __name__ == '__main__':\n"
        f"    try: main({arguments!r})\n"
        "    except SystemExit as end: assert not end.code, end.code\n"
        f"    print([name for name in {HEAVY!r} + ('rich',) if name in sys.modules])\n"
    )
    assert _python(code, tmp_path).splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["ingest", "--help"], ["ingest"], ["ingest", "there-is-no-such.pdf"]]
)
def test_what_reads_no_paper_starts_no_process_and_loads_no_database(
    arguments: list[str], tmp_path: Path
) -> None:
    code = (
        "import atexit, sys, os\n"
        "from multiprocessing import util\n"
        "started = []\n"
        "os.register_at_fork(before=lambda: started.append('forked'))\n"
        "util.spawnv_passfds = lambda *_: started.append('executed')\n"
        "names = ('sqlalchemy', 'crossfoot.reader', 'crossfoot.schema.paper')\n"
        "loaded = lambda: [name for name in names if name in sys.modules]\n"
        "atexit.register(lambda: print(started, loaded()))\n"
        "from crossfoot.cli import main\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert ran.stdout.splitlines()[-1] == "[] []"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close differently there")
def test_a_closed_pipe_ends_silently(run: Run, tmp_path: Path) -> None:
    command = f"{sys.executable} -m crossfoot.cli show {PAPER.name} --format json | true"
    assert run("ingest", str(PAPER)).code == 0
    ended = subprocess.run(
        ["bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (141, "")


_ENDING = """
import atexit, sys
from crossfoot.cli import main
class Slow:
    def __del__(self): print("taken down")
held = Slow()
atexit.register(print, "asked for")
{before}
sys.argv[1:] = ["--version"]
main()
"""


def _ending(before: str, folder: Path) -> list[str]:
    return _python(_ENDING.format(before=before), folder).splitlines()[1:]


def test_the_commands_process_ends_at_once_but_does_what_was_asked_for(tmp_path: Path) -> None:
    assert _ending("", tmp_path) == ["asked for"]


@pytest.mark.parametrize(
    "before",
    [
        "import threading; threading.Thread(target=threading.main_thread().join).start()",
        "sys.setprofile(slice)",  # that takes three arguments and keeps nothing
    ],
)
def test_a_process_with_threads_or_a_profiler_ends_as_any_other(
    before: str, tmp_path: Path
) -> None:
    assert _ending(before, tmp_path) == ["asked for", "taken down"]


def test_a_command_leaves_no_log_beside_its_database(run: Run, tmp_path: Path) -> None:
    assert run("ingest", str(PAPER)).code == 0
    for words in (["codes"], ["loads"], ["audit"], ["accept", "nothing"], ["export", "out"]):
        subprocess.run(
            [sys.executable, "-m", "crossfoot.cli", *words],
            capture_output=True,
            cwd=tmp_path,
            check=False,
        )
        assert [path.name for path in tmp_path.glob("crossfoot.db*")] == ["crossfoot.db"], words
