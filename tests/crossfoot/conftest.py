"""A command line in an empty folder, and the path on which workers find ``front_readers``."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from crossfoot.cli import main

SAMPLES = Path(__file__).parents[2] / "samples" / "pdf"

# Worker processes take this path over.
sys.path.insert(0, str(Path(__file__).parent))


class Ended(NamedTuple):
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in an empty folder with a database of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CROSSFOOT_DB", raising=False)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def invoke(*arguments: str) -> Ended:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return Ended(int(ended.value.code or 0), printed.out, printed.err)

    return invoke


@pytest.fixture(scope="session")
def _sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample papers of one council, read once for all tests of a worker."""
    database = tmp_path_factory.mktemp("samples") / "crossfoot.db"
    papers = [str(path) for path in sorted(SAMPLES.glob("*support_services.pdf"))]
    with pytest.raises(SystemExit) as ended:
        main(["ingest", *papers, "--council", "Broxtowe", "--db", f"sqlite:///{database}"])
    assert not ended.value.code
    return database


@pytest.fixture
def sampled(run: Run, tmp_path: Path, _sample_store: Path) -> Run:
    """A command line in a folder whose database holds three years of one council's papers."""
    shutil.copy(_sample_store, tmp_path / "crossfoot.db")
    return run
