"""How a process starts: it loads without searching for garbage, and searches later."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import crossfoot
from crossfoot.start import start_quickly

from .conftest import SAMPLES

PLUGINS = "PYDANTIC_DISABLE_PLUGINS"


@pytest.fixture(autouse=True)
def as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    threshold = gc.get_threshold()
    monkeypatch.setenv(PLUGINS, "")  # so that it is put back however it is left
    monkeypatch.delenv(PLUGINS)
    yield
    gc.set_threshold(*threshold)


def test_garbage_is_still_collected_after_the_start() -> None:
    start_quickly()
    assert gc.isenabled()
    assert gc.get_threshold()[0] > 0


def test_what_a_user_says_of_plugins_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLUGINS, "logfire-plugin")
    start_quickly()
    assert os.environ[PLUGINS] == "logfire-plugin"


def test_the_reader_is_loaded_without_a_search_of_all_that_is_there() -> None:
    program = (
        "import crossfoot.quiet, gc; full = gc.get_stats()[2]['collections'];"
        "import crossfoot.reader; print(gc.get_stats()[2]['collections'] - full)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "0"


def test_the_server_of_workers_reads_the_tables_once_for_all_of_them() -> None:
    program = (
        "import crossfoot.ready; from crossfoot.normalise.heading_text import heading_reader;"
        "from crossfoot.normalise.headings import load_headings;"
        "before = load_headings.cache_info().misses; heading_reader(None);"
        "print(before, load_headings.cache_info().misses, heading_reader.cache_info().hits)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["1", "1", "1"]


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_a_closed_standard_stream_is_filled_so_that_no_database_takes_its_number(
    closed: int, tmp_path: Path
) -> None:
    program = f"import os; os.close({closed}); from crossfoot.cli import main; main()"
    papers = SAMPLES / "2021-22_q1_support_services.pdf"
    url = f"sqlite:///{tmp_path}/a.db"
    done = subprocess.run(
        [sys.executable, "-c", program, "ingest", str(papers), "--db", url],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert len(crossfoot.relation(url, "documents")) == 1


def test_a_command_whose_stdout_was_closed_before_it_ends_without_a_traceback() -> None:
    command = f"{sys.executable} -m crossfoot.cli schema >&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_looks_for_plugins_is_loaded_when_somebody_uses_it() -> None:
    program = (
        "import crossfoot.quiet, sys, importlib, pydantic.main, crossfoot.settings;"
        "import importlib.metadata as early;"
        "print('email' in sys.modules, early.__spec__.name, hasattr(early, '__file__'));"
        "print(len(early.entry_points(group='no.such')), 'email' in sys.modules);"
        "from importlib.metadata import version;"
        "print(version('pydantic') == pydantic.VERSION, early.version is version);"
        "import importlib.metadata;"
        "print(importlib.metadata is sys.modules['importlib.metadata'] is not early)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [
        "False importlib.metadata False",
        "0 True",
        "True True",
        "True",
    ]


def test_what_is_loaded_already_is_left_as_it_is() -> None:
    program = (
        "import importlib.metadata as before, crossfoot.quiet, importlib.metadata as after;"
        "print(before is after)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True"]


def test_what_runs_coroutines_is_loaded_when_somebody_does() -> None:
    program = (
        "import crossfoot.quiet, sys, asyncio as early, crossfoot.store.database;"
        "print('asyncio.events' in sys.modules, 'ssl' in sys.modules);"
        "import asyncio.constants;"
        "print(early.iscoroutine(1), 'asyncio.events' in sys.modules);"
        "import asyncio;"
        "print(asyncio is not early, asyncio.constants is early.constants);"
        "print(asyncio.run(asyncio.sleep(0, 'slept')), early.sleep is asyncio.sleep)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["False False", "False True", "True True", "slept True"]


def test_no_checks_are_built_for_rows_that_nobody_checks() -> None:
    program = (
        "import crossfoot.reader; from crossfoot.schema.paper import Document, Finding, Paper;"
        "from crossfoot.schema.rows import Figure;"
        "print([kind.__pydantic_complete__ for kind in (Document, Paper, Figure, Finding)])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[True, True, False, False]"


def test_the_package_is_run_as_the_command(tmp_path: Path) -> None:
    papers = [str(path) for path in sorted(SAMPLES.glob("*.pdf"))[:3]]
    database = f"sqlite:///{tmp_path / 'figures.db'}"
    command = [sys.executable, "-m", "crossfoot", "ingest", *papers, "--db", database]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    assert [row.split()[:2] for row in done.stdout.splitlines()[:2]] == [
        ["outcome", "papers"],
        ["read", "3"],
    ]
