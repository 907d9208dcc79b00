"""The sixth set's producers: what they lack is named; what they print is what was drawn."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from benchmarks.confidence import sixth
from benchmarks.confidence.producers import missing
from benchmarks.confidence.sixth import engines
from benchmarks.confidence.sixth.as_docx import docx
from benchmarks.confidence.sixth.as_latex import latex
from benchmarks.confidence.sixth.engines import lacking


def test_on_a_bare_machine_every_package_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(engines, "_TCPDF", tmp_path / "tcpdf.php")
    engines._runs.cache_clear()
    assert lacking("tcpdf") == ["fontconfig", "php-tcpdf", "php-cli", "php-gd"]
    tex = ["texlive-latex-recommended", "texlive-fonts-recommended"]
    assert lacking("latex") == ["fontconfig", *tex]
    assert lacking("cairo") == ["fontconfig", "python3-cairo"]
    assert lacking("api2") == ["fontconfig", "libpdf-api2-perl"]
    assert missing(("word",)) == ["fontconfig", "libreoffice-writer"]
    engines._runs.cache_clear()


def test_what_tex_would_take_for_its_own_is_written_out(tmp_path: Path) -> None:
    style = json.loads(sixth.draw("spi_table", "ruled", 1).cells or "")
    style["blocks"] = [{"text": "R&D 5% #1_a £2", "size": 9, "bold": False}]
    assert r"R\&D 5\% \#1\_a \pounds{}2" in latex(style, tmp_path)


def test_neighbours_that_end_and_begin_at_one_edge_share_its_rule(tmp_path: Path) -> None:
    style = json.loads(sixth.draw("spi_table", "rows", 1).cells or "")
    table = next(block for block in style["blocks"] if "rows" in block)
    style["blocks"] = [table]
    assert latex(style, tmp_path).count(r"\hline") == len(table["rows"]) + 1


def test_a_document_of_words_kind_holds_every_picture_that_it_names(tmp_path: Path) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(docx(sixth.draw("exported_actions", "ruled", 3).cells or ""))
    with ZipFile(file) as parts:
        named = parts.read("word/_rels/document.xml.rels").decode()
        pictures = [name for name in parts.namelist() if name.startswith("word/media/")]
        assert pictures
        assert all(name.removeprefix("word/") in named for name in pictures)
