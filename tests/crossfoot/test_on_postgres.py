"""The command line answers the same from PostgreSQL as from SQLite, word for word."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from tests.conftest import NewDatabase
from tests.crossfoot.conftest import SAMPLES, Ended, Run

PAPERS = [
    str(SAMPLES / name)
    for name in ("2019-20_q1_support_services.pdf", "2021-22_q1_support_services.pdf")
]
ASKED = (
    ("trend", "BV9"),
    ("trend", "--all", "--format", "csv"),
    ("trend", "BV9", "--as-of", "2020-01-01", "--format", "json"),
    ("codes",),
    ("codes", "--format", "json"),
    ("codes", "--similar", "--format", "csv"),
    ("coverage",),
    ("coverage", "--format", "json"),
    ("trend", "BV9", "--vintages"),
    ("trend", "BV9", "--vintages", "--format", "csv"),
    ("cite", "BV9", "2018/19"),
    ("show", Path(PAPERS[0]).name),
    ("compare", "own.csv"),
    ("compare", "own.csv", "--format", "csv"),
    ("audit", "--format", "csv"),
    ("audit",),
)
OWN = "council,code,period,measure,value\nBroxtowe,BV9,2018/19,outturn,98\n"


def test_every_command_answers_the_same(
    run: Run, new_database: NewDatabase, tmp_path: Path
) -> None:
    urls = (new_database("sqlite"), new_database("postgresql"))
    Path("own.csv").write_text(OWN, encoding="utf-8")

    def same(*arguments: str, code: int | None = 0) -> str:
        first, second = (without_time(run(*arguments, "--db", url)) for url in urls)
        assert first == second, arguments
        assert code is None or first.code == code, first
        return first.out

    same("ingest", *PAPERS, "--council", "Broxtowe")
    assert "unchanged         2" in same("ingest", *PAPERS, "--council", "Broxtowe")
    for arguments in ASKED:
        assert same(*arguments, code=None), arguments

    found = list(csv.DictReader(io.StringIO(same("audit", "--format", "csv", code=None))))
    same("accept", found[0]["finding_id"][:12], "--because", "checked: „so stands it“")
    series = list(csv.DictReader(io.StringIO(same("codes", "--format", "csv"))))
    same("link", series[0]["series_id"], series[1]["series_id"], "--as", "unrelated")
    assert exported(run, urls[0], tmp_path / "one") == exported(run, urls[1], tmp_path / "two")

    same("forget", Path(PAPERS[0]).name)
    same("audit", "--format", "csv", code=None)
    assert exported(run, urls[0], tmp_path / "three") == exported(run, urls[1], tmp_path / "four")
    same("db", "current")
    same("db", "upgrade")


def without_time(ended: Ended) -> Ended:
    """What a command said without the id of its run, which is a moment."""
    return ended._replace(out=re.sub(r"\b\d{8}T\d{12}Z-[0-9a-f]{8}\b", "LOAD", ended.out))


def exported(run: Run, url: str, folder: Path) -> dict[str, bytes]:
    """The files of an export but for ``links``, which says when somebody decided."""
    assert run("export", str(folder), "--db", url).code == 0
    files = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert len(files.pop("links.csv").splitlines()) == 2
    return files
