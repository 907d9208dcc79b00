"""What a person sees: the same commands on a terminal, made here with a pseudo-terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .bad_papers import good

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs a pseudo-terminal")


def _on_terminal(folder: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "crossfoot.cli", *arguments]
    settings = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **environment}
    script = (
        "import os, pty, sys\n"
        f"os.chdir({str(folder)!r})\n"
        f"status = pty.spawn({command!r})\n"
        "sys.exit(os.waitstatus_to_exitcode(status))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=settings,
        check=False,
    )
    return ended.returncode, ended.stdout.decode()


def test_ingest_shows_a_bar_that_goes_and_a_table_that_stays(tmp_path: Path) -> None:
    good(tmp_path / "good.pdf")
    code, seen = _on_terminal(tmp_path, "ingest", "good.pdf")
    assert code == 0
    assert "1/1" in seen
    assert "\x1b[2K" in seen
    assert "outcome" in seen.rsplit("\x1b[2K", 1)[-1]


def test_without_colour_nothing_is_coloured(tmp_path: Path) -> None:
    good(tmp_path / "good.pdf")
    _on_terminal(tmp_path, "ingest", "good.pdf")
    _, coloured = _on_terminal(tmp_path, "codes")
    _, plain = _on_terminal(tmp_path, "codes", NO_COLOR="1")
    assert "BV9" in plain
    assert "BV9" in coloured
    assert "\x1b[3" not in plain
    assert "\x1b[9" not in plain


def test_a_dumb_terminal_gets_plain_text(tmp_path: Path) -> None:
    good(tmp_path / "good.pdf")
    _on_terminal(tmp_path, "ingest", "good.pdf")
    _, seen = _on_terminal(tmp_path, "codes", TERM="dumb")
    assert "BV9" in seen
    assert "\x1b" not in seen


def test_an_export_shows_how_far_it_is(tmp_path: Path) -> None:
    good(tmp_path / "good.pdf")
    _on_terminal(tmp_path, "ingest", "good.pdf")
    code, seen = _on_terminal(tmp_path, "export", "out")
    assert code == 0
    assert "writing" in seen
    assert "figures.csv" in seen.rsplit("\x1b[2K", 1)[-1]
