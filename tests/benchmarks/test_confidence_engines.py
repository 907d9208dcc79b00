"""The fourth set's producers: what they lack is named; what they print is what was drawn."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from benchmarks.confidence import engines, fourth
from benchmarks.confidence.engines import ENGINES, lacking, print_by
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.producers import missing


def test_on_a_bare_machine_every_package_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(engines, "_ITEXT", tmp_path / "itext5.jar")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert lacking("itext") == ["libitext5-java", "default-jdk-headless", "fontconfig"]
    assert lacking("pdfmake") == ["nodejs", "fontconfig"]
    assert lacking("distilled") == ["libreoffice-writer", "ghostscript"]
    assert lacking("typst") == ["typst (of PyPI)"]
    assert missing(("typst", "distilled")) == [
        "typst (of PyPI)",
        "libreoffice-writer",
        "ghostscript",
    ]


def test_a_module_of_node_is_named_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(engines, "_has_pdfmake", lambda: False)
    assert lacking("pdfmake") == ["pdfmake (of npm: npm install --global pdfmake)"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_paper_without_the_language_of_its_engine_is_refused(engine: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="of this paper"):
        print_by(engine, [(Drawn(""), tmp_path / "paper.pdf")])


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_prints_every_letter_of_its_papers(engine: str, tmp_path: Path) -> None:
    if absent := lacking(engine):
        pytest.skip(f"not installed: {', '.join(absent)}")
    ways = (("system_quarters", "ruled"), ("delivery_plan", "none"))
    papers = [
        (fourth.draw(family, ruling, 4), tmp_path / f"{family}.pdf") for family, ruling in ways
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
    for block in json.loads(drawn.pdfmake or "")["content"]:
        cells = [cell for row in block["table"]["body"] for cell in row] if "table" in block else []
        for part in cells or [block]:
            for each in (part, *part.get("stack", ())):
                found.update(_letters(each.get("text", "")))
    return found


def _letters(text: str) -> list[str]:
    """The letters of a text; a hyphen at the end of a line is another sign in some prints."""
    return [letter for letter in text.casefold() if letter.isalnum() or letter in "%£"]
