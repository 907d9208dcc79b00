"""Small papers, and what undisturbed runs make of them."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from crossfoot.store.database import open_store

from .disturbed import Contents, call, contents, exported
from .small_papers import COUNCIL, draw


@dataclass(frozen=True)
class Undisturbed:
    """What a run makes of the papers, and how many seconds it took."""

    papers: Path
    arguments: tuple[str, ...]
    files: dict[str, bytes]
    whole: Contents
    seconds: float


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return draw(tmp_path_factory.mktemp("faults") / "papers")


def _undisturbed(papers: Path, folder: Path, council: str) -> Undisturbed:
    url = f"sqlite:///{folder / f'{council}.db'}"
    arguments = ("ingest", str(papers), "--jobs", "2", "--council", council)
    began = time.monotonic()
    ended = call(*arguments, "--db", url)
    seconds = time.monotonic() - began
    assert ended.code == 0, ended.err
    with open_store(url, create=False) as store:
        whole = contents(store)
    return Undisturbed(papers, arguments, exported(url, folder / council), whole, seconds)


@pytest.fixture(scope="session")
def undisturbed(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    return _undisturbed(papers, tmp_path_factory.mktemp("undisturbed"), COUNCIL)


@pytest.fixture(scope="session")
def otherwise(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    """The same papers with another council: each reads differently."""
    return _undisturbed(papers, tmp_path_factory.mktemp("otherwise"), "Elsewhere")
