"""The sixth set's producers: what they lack is named; what they print is what was drawn."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from benchmarks.confidence import sixth
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.producers import missing
from benchmarks.confidence.sixth import engines
from benchmarks.confidence.sixth.as_docx import docx
from benchmarks.confidence.sixth.as_latex import latex
from benchmarks.confidence.sixth.engines import ENGINES, lacking, print_by


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


@pytest.mark.parametrize("engine", ENGINES)
def test_a_paper_without_its_description_is_refused(engine: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="of this paper"):
        print_by(engine, [(Drawn(""), tmp_path / "paper.pdf")])


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_prints_every_letter_of_its_papers(engine: str, tmp_path: Path) -> None:
    if absent := lacking(engine):
        pytest.skip(f"not installed: {', '.join(absent)}")
    ways = (("system_export", "ruled"), ("plan_tracker", "rows"), ("service_plan_actions", "none"))
    papers = [
        (sixth.draw(family, ruling, 4), tmp_path / f"{family}.pdf") for family, ruling in ways
    ]
    print_by(engine, papers)
    for drawn, pdf in papers:
        assert not _drawn(drawn) - _printed(pdf)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_report_that_stands_upright_and_its_appendix_that_lies_are_so_printed(
    engine: str, tmp_path: Path
) -> None:
    if absent := lacking(engine):
        pytest.skip(f"not installed: {', '.join(absent)}")
    seeds = (seed for seed in range(40) if _turns(sixth.draw("system_export", "rows", seed)))
    pdf = tmp_path / "paper.pdf"
    print_by(engine, [(sixth.draw("system_export", "rows", next(seeds)), pdf)])
    document = pypdfium2.PdfDocument(pdf)
    sizes = [page.get_size() for page in document]
    document.close()
    assert sizes[0][0] < sizes[0][1]
    assert all(wide > high for wide, high in sizes[1:])
    assert len(sizes) > 1


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


def _turns(drawn: Drawn) -> bool:
    told = json.loads(drawn.cells or "")
    return bool(told["first"] != told["page"])


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
    """The letters of a text; two that a font joins are told apart."""
    apart = text.casefold().replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff")
    apart = apart.replace("ﬃ", "ffi").replace("ﬄ", "ffl")
    return [letter for letter in apart if letter.isalnum() or letter in "%£"]
