"""The fifth set's producers: what they lack is named; what they print is what was drawn."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from benchmarks.confidence import fifth
from benchmarks.confidence.fifth import engines
from benchmarks.confidence.fifth.browser import print_pages
from benchmarks.confidence.fifth.engines import ENGINES, lacking, print_by
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.producers import missing


def test_on_a_bare_machine_every_package_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(engines, "_DOMPDF", tmp_path / "autoload.php")
    php = ["php-dompdf", "php-cli", "php-mbstring", "php-xml", "php-gd"]
    assert lacking("dompdf") == ["fontconfig", *php]
    assert lacking("firefox") == ["fontconfig", "firefox-esr"]
    assert lacking("prawn") == ["fontconfig", "ruby-prawn", "ruby-prawn-table"]
    assert missing(("autotable",)) == ["fontconfig", "nodejs"]


def test_what_is_not_of_the_distribution_is_named_with_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(engines, "_runs", lambda *_command: False)
    names = "jspdf jspdf-autotable"
    assert lacking("autotable") == [f"{names} (of npm: npm install --global {names})"]
    assert lacking("prawn") == ["ruby-prawn", "ruby-prawn-table"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_paper_without_the_language_of_its_engine_is_refused(engine: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="of this paper"):
        print_by(engine, [(Drawn(""), tmp_path / "paper.pdf")])


def test_a_browser_that_does_not_start_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "firefox"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(OSError, match="does not start"):
        print_pages([], tmp_path / "work")


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_prints_every_letter_of_its_papers(engine: str, tmp_path: Path) -> None:
    if absent := lacking(engine):
        pytest.skip(f"not installed: {', '.join(absent)}")
    ways = (("committee_kpis", "ruled"), ("key_tasks", "rows"), ("risk_responses", "none"))
    papers = [
        (fifth.draw(family, ruling, 4), tmp_path / f"{family}.pdf") for family, ruling in ways
    ]
    print_by(engine, papers)
    for drawn, pdf in papers:
        assert not _drawn(drawn) - _printed(pdf)


def _printed(pdf: Path) -> Counter[str]:
    document = pypdfium2.PdfDocument(pdf)
    found: Counter[str] = Counter()
    for page in document:
        text = page.get_textpage()
        found.update(_letters(text.get_text_bounded()))
        text.close()
        page.close()
    document.close()
    return found


def _drawn(drawn: Drawn) -> Counter[str]:
    found: Counter[str] = Counter()
    for block in json.loads(drawn.cells or "")["blocks"]:
        found.update(_letters(block.get("text", "")))
        for row in block.get("rows", ()):
            for cell in row:
                found.update(_letters(cell["text"]))
    return found


def _letters(text: str) -> list[str]:
    """The letters of a text; a hyphen at the end of a line is another sign in some prints."""
    return [letter for letter in text.casefold() if letter.isalnum() or letter in "%£"]
