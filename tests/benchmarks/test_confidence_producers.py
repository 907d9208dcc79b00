"""What a measurement needs of a machine is named by its Debian package before anything is drawn."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from benchmarks.confidence import producers
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.producers import FONTS, OFFICE, PRODUCERS, missing, print_papers


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds every command, and of the office suite its writer alone."""
    for name in {each.command for each in PRODUCERS.values()}:
        (tmp_path / name).touch()
    (tmp_path / "libswlo.so").touch()
    monkeypatch.setattr(shutil, "which", lambda name: _found(tmp_path / name))
    return tmp_path


def test_a_command_that_is_not_there_is_named_by_its_package(suite: Path) -> None:
    assert missing(("fop", "chromium")) == []
    (suite / "fop").unlink()
    assert missing(("fop", "chromium")) == ["fop"]


def test_an_office_suite_without_its_sheets_is_not_enough(suite: Path) -> None:
    assert missing(OFFICE) == ["libreoffice-calc"]
    (suite / "libsclo.so").touch()
    assert missing(OFFICE) == []


def test_fonts_that_are_not_there_are_named_once_by_their_packages(
    suite: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (suite / "fc-list").touch()
    listed = "DejaVu Sans\nDejaVu Sans,DejaVu Sans Light\nCaladea\n"
    told = subprocess.CompletedProcess([], 0, stdout=listed)
    monkeypatch.setattr(subprocess, "run", lambda *_args, **_more: told)
    assert missing((), tuple(FONTS)) == [
        "fonts-liberation",
        "fonts-crosextra-carlito",
        "fonts-freefont-ttf",
        "fonts-open-sans",
        "fonts-lato",
    ]
    (suite / "fc-list").unlink()
    assert missing((), tuple(FONTS)) == ["fontconfig"]


@pytest.mark.parametrize("producer", ["soffice", "calc", "fop"])
def test_a_paper_without_the_language_of_its_producer_is_refused(
    producer: str, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match="of this paper"):
        print_papers([(Drawn("<html></html>"), tmp_path / "paper.pdf")], producer)


def test_every_paper_of_the_office_suite_is_printed_in_one_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(producers, "_run", lambda command, **_more: started.append(command))
    papers = [(Drawn("", fodt="text", xlsx=b"book"), tmp_path / f"{n}.pdf") for n in range(3)]
    for producer, suffix in (("soffice", ".fodt"), ("calc", ".xlsx")):
        print_papers(papers, producer)
        assert started.pop()[-3:] == [str(tmp_path / f"{n}{suffix}") for n in range(3)]
        assert started == []
    assert (tmp_path / "1.xlsx").read_bytes() == b"book"


def _found(path: Path) -> str | None:
    return str(path) if path.exists() else None
