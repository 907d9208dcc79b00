from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from crossfoot.store.database import open_store
from crossfoot.store.queries import documents

from . import bad_papers
from .conftest import Run

BAD = {
    "empty": bad_papers.empty,
    "not_a_pdf": bad_papers.not_a_pdf,
    "cut_off": bad_papers.cut_off,
    "encrypted": bad_papers.encrypted,
}


def _outcomes(folder: Path) -> dict[str, tuple[str, str | None]]:
    with open_store(f"sqlite:///{folder}/crossfoot.db", create=False) as store:
        return {d.file_name: (d.outcome, d.reason) for d in documents(store)}


@pytest.mark.parametrize("kind", BAD)
def test_a_file_that_cannot_be_read_fails_in_one_line_and_the_others_land(
    kind: str, run: Run, tmp_path: Path
) -> None:
    BAD[kind](tmp_path / f"{kind}.pdf")
    bad_papers.good(tmp_path / "good.pdf")
    code, _, err = run("ingest", ".", "--jobs", "1")
    assert code == 3
    found = _outcomes(tmp_path)
    assert found["good.pdf"][0] == "read"
    outcome, reason = found[f"{kind}.pdf"]
    assert outcome == "failed"
    assert reason
    (line,) = [line for line in err.splitlines() if f"{kind}.pdf" in line]
    assert line.startswith(f"crossfoot: {kind}.pdf: failed: ")


def test_a_paper_without_tables_says_so_and_is_no_failure(run: Run, tmp_path: Path) -> None:
    bad_papers.words_only(tmp_path / "words.pdf")
    code, out, err = run("ingest", "words.pdf")
    assert code == 0
    assert _outcomes(tmp_path)["words.pdf"][0] == "no_tables"
    assert "no tables" in out
    assert "words.pdf: no tables: " in err


def test_pages_that_are_pictures_are_named_as_not_read(run: Run, tmp_path: Path) -> None:
    bad_papers.pictures_only(tmp_path / "scan.pdf")
    run("ingest", "scan.pdf")
    outcome, reason = _outcomes(tmp_path)["scan.pdf"]
    assert outcome != "read"
    assert reason
    assert "page 1" in reason


def test_a_paper_of_which_a_page_is_lost_is_partly_read(run: Run, tmp_path: Path) -> None:
    bad_papers.half_scanned(tmp_path / "half.pdf")
    code, out, err = run("ingest", "half.pdf")
    assert code == 0
    outcome, reason = _outcomes(tmp_path)["half.pdf"]
    assert outcome == "partly_read"
    assert (reason or "").startswith("page 2: ")
    assert "half.pdf: partly read: page 2: " in err
    (lost,) = json.loads(run("audit", "--format", "json").out)
    assert (lost["rule_id"], lost["page"], lost["x0"]) == ("page.lost", 2, None)
    assert "partly read" in out
    assert "BV9" in run("codes").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere",), "nowhere does not exist"),
        (("/dev/zero",), "/dev/zero is neither a file nor a folder"),
        (("hollow",), "no PDF in this folder"),
        (("good.pdf", "--db", "sub/own.db"), "for an SQLite file write sqlite:///sub/own.db,"),
        (("good.pdf", "--db", "me:secret@host/name"), "understood; write it like sqlite:///cr"),
        (("good.pdf", "--db", "oddbase:///x"), "cannot hold a store"),
        (("good.pdf", "--db", "sqlite:///good.pdf"), "good.pdf is not a database"),
        (("good.pdf", "--db", "sqlite:///absent/x.db"), "the folder absent does not exist"),
        (("good.pdf", "--manifest", "absent.csv"), "the manifest absent.csv cannot be read"),
        (("good.pdf", "--headings", "absent.toml"), "absent.toml"),
        (("good.pdf", "--headings", "good.pdf"), "good.pdf"),
        (("good.pdf", "--jobs", "0"), "--jobs"),
        ((), "PATH"),
    ],
)
def test_unusable_arguments_end_in_one_line_before_anything_is_read(
    arguments: tuple[str, ...], words: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "hollow").mkdir()
    bad_papers.good(tmp_path / "good.pdf")
    code, out, err = run("ingest", *arguments)
    assert code == 2
    assert not out
    assert words in err
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "crossfoot.db").exists()


def test_a_damaged_database_ends_in_one_line(run: Run, tmp_path: Path) -> None:
    bad_papers.good(tmp_path / "good.pdf")
    run("ingest", "good.pdf")
    data = bytearray((tmp_path / "crossfoot.db").read_bytes())
    data[100:4000] = b"\xff" * 3900
    (tmp_path / "crossfoot.db").write_bytes(data)
    code, _, err = run("codes")
    assert code == 2
    assert len(err.splitlines()) == 1


def test_a_folder_without_papers_does_not_keep_others_from_landing(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "hollow").mkdir()
    bad_papers.good(tmp_path / "good.pdf")
    code, _, err = run("ingest", "hollow", "good.pdf")
    assert code == 0
    assert "hollow: no PDF" in err
    assert _outcomes(tmp_path)["good.pdf"][0] == "read"


@pytest.mark.skipif(os.name == "nt", reason="names there are text")
def test_a_name_of_odd_bytes_and_control_characters_lands_and_shows(
    run: Run, tmp_path: Path
) -> None:
    name = b"odd\xff\x1b[31m.pdf"
    made = bad_papers.good(tmp_path / "made.pdf")
    os.rename(os.fsencode(made), os.path.join(os.fsencode(tmp_path), name))  # noqa: PTH104, PTH118
    code, _, _ = run("ingest", ".")
    assert code == 0
    ((found, _),) = _outcomes(tmp_path).items()
    assert found.endswith("[31m.pdf")
    code, out, _ = run("show", next(iter(_ids(tmp_path))))
    assert code == 0
    assert "\x1b" not in out
    assert "\\x1b[31m.pdf" in out


def _ids(folder: Path) -> list[str]:
    with open_store(f"sqlite:///{folder}/crossfoot.db", create=False) as store:
        return [document.document_id for document in documents(store)]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_folder_that_holds_itself_is_read_once(run: Run, tmp_path: Path) -> None:
    inner = tmp_path / "papers" / "inner"
    inner.mkdir(parents=True)
    bad_papers.good(inner / "good.pdf")
    (inner / "loop").symlink_to(tmp_path / "papers")
    code, _, err = run("ingest", "papers")
    assert code == 0
    assert list(_outcomes(tmp_path)) == ["good.pdf"]
    assert "same bytes" not in err


def test_the_same_paper_twice_is_read_once_and_said_so(run: Run, tmp_path: Path) -> None:
    first = bad_papers.good(tmp_path / "first.pdf")
    (tmp_path / "second.pdf").write_bytes(first.read_bytes())
    code, _, err = run("ingest", ".")
    assert code == 0
    assert "second.pdf: the same bytes as first.pdf; read once" in err
    assert list(_outcomes(tmp_path)) == ["first.pdf"]
