from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import SAMPLES, Run
from .dask_cluster import Cluster

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are told apart there")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with Cluster(tmp_path / "cluster") as started:
        yield started


def _exported(run: Run, database: str, folder: Path) -> dict[str, bytes]:
    assert run("export", str(folder), "--db", f"sqlite:///{database}").code == 0
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_cluster_that_sees_no_file_reads_the_same_rows_as_this_machine(
    run: Run, tmp_path: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        cluster.worker()
    papers = sorted(SAMPLES.glob("*.pdf"))[:3]
    assert run("ingest", *map(str, papers), "--db", "sqlite:///here.db").code == 0
    # A path that leads every process elsewhere, as on a machine that shares no folder.
    monkeypatch.chdir(SAMPLES)
    unseen = [f"/proc/self/cwd/{path.name}" for path in papers]
    database = tmp_path / "there.db"
    ended = run("ingest", *unseen, "--db", f"sqlite:///{database}", "--executor", cluster.address)
    assert ended.code == 0
    monkeypatch.chdir(tmp_path)
    here, there = (_exported(run, f"{name}.db", tmp_path / name) for name in ("here", "there"))
    assert here["figures.csv"].count(b"\n") > 50
    assert there == here


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://127.0.0.1:8786", "is not the address of a Dask scheduler"),
        ("dask://127.0.0.1", "is not the address of a Dask scheduler"),
        ("dask://127.0.0.1:port", "is not the address of a Dask scheduler"),
        ("dask://[::1:8786", "is not the address of a Dask scheduler"),
        ("dask://127.0.0.1:8786/more", "is not the address of a Dask scheduler"),
        ("dask://127.0.0.1:{free}", "Connection refused"),
        ("tls://127.0.0.1:{taken}", "there is no certificate"),
    ],
)
def test_an_address_without_a_scheduler_is_told_before_anything_is_stored(
    run: Run, tmp_path: Path, address: str, said: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # bound and not listening: nobody answers
        address = address.format(free=free.getsockname()[1], taken=taken.getsockname()[1])
        ended = run("ingest", str(SAMPLES), "--executor", address)
    assert ended.code == 2
    assert said in ended.err
    assert ended.err.count("\n") == 1
    assert not (tmp_path / "crossfoot.db").exists()
