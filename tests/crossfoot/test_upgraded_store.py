"""What the commands do with a store that an earlier version left."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from crossfoot.store.revision import HEAD
from tests.conftest import Backend, NewDatabase
from tests.store.released_stores import RELEASED, make_released, released_rows, rows_of

from .conftest import SAMPLES, Run

PAPER = SAMPLES / "2021-22_q1_support_services.pdf"


@pytest.mark.parametrize("backend", ["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def test_commands_work_again_after_an_upgrade(
    run: Run, new_database: NewDatabase, backend: Backend, tmp_path: Path
) -> None:
    url = new_database(backend)
    make_released(url, RELEASED[0])
    for command in (("trend", "BV9"), ("audit",), ("ingest", str(PAPER))):
        refused = run(*command, "--db", url)
        assert refused.code == 2
        assert "run: crossfoot db upgrade" in refused.err
        assert len(refused.err.strip().splitlines()) == 1
    assert run("db", "current", "--db", url).out == f"0001 (this crossfoot needs {HEAD})\n"
    assert run("db", "upgrade", "--db", url).out == f"the schema went from 0001 to {HEAD}\n"
    assert run("db", "upgrade", "--db", url).out == (
        f"the schema is at version {HEAD}; nothing to do\n"
    )

    points = json.loads(run("trend", "BV9", "--db", url, "--format", "json").out)
    assert {point["period"]: point["as_printed"] for point in points}["2020/21"] == "97.0%"
    accepted = [
        row
        for row in json.loads(run("audit", "--db", url, "--format", "json").out)
        if row["accepted_because"]
    ]
    assert [row["accepted_because"] for row in accepted] == ["the committee was told"]
    assert run("export", str(tmp_path / "out"), "--db", url).code == 0
    with (tmp_path / "out" / "links.csv").open(newline="", encoding="utf-8-sig") as file:
        assert [row["kind"] for row in csv.DictReader(file)] == ["unrelated"]

    decided = {name: released_rows(RELEASED[0])[name] for name in ("links", "acceptances")}
    again = run("ingest", str(PAPER), "--db", url)
    assert again.code == 0, again.err
    assert rows_of(url, decided) == decided
    after = json.loads(run("trend", "BV9", "--db", url, "--format", "json").out)
    assert [point["as_printed"] for point in after] == [point["as_printed"] for point in points]
