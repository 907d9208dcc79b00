"""How a process starts: it loads without searching for garbage, and searches later."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from crossfoot.start import start_quickly

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
