"""The seventh set's producers: what they lack is named; what they print is what was drawn."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from benchmarks.confidence import seventh
from benchmarks.confidence.producers import missing
from benchmarks.confidence.seventh import engines
from benchmarks.confidence.seventh.as_fields import fields
from benchmarks.confidence.seventh.engines import lacking
from benchmarks.confidence.seventh.marks import Face, Mark, Page
from benchmarks.confidence.seventh.pages import pages
from benchmarks.confidence.seventh.postscript import postscript

_HELVETICA = Face(("Helvetica", "Helvetica-Bold"), None)


def test_on_a_bare_machine_every_package_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(engines, "_ITEXT", tmp_path / "itext.jar")
    monkeypatch.setattr(engines, "_FPDF", tmp_path / "fpdf.php")
    engines._runs.cache_clear()
    assert lacking("itext2") == ["fontconfig", "libitext-java", "default-jdk-headless"]
    assert lacking("qt") == ["fontconfig", "python3-pyqt5"]
    assert lacking("fpdf") == ["fontconfig", "php-fpdf", "php-cli"]
    assert lacking("haru") == ["fontconfig", "libhpdf-2.3.0"]
    assert missing(("driver",)) == ["fontconfig", "ghostscript"]
    engines._runs.cache_clear()


def test_nothing_placed_runs_over_a_page() -> None:
    for family in seventh.FAMILIES:
        for ruling in seventh.RULINGS:
            for page in pages(_style(family, ruling), _HELVETICA):
                for mark in page.marks:
                    assert 0 < mark.at[0] < page.wide
                    assert 0 < mark.at[1] < page.high - 20


def test_a_page_is_painted_in_layers_by_columns_or_by_rows() -> None:
    style = _style("homes_quarterly", "ruled") | {"order": "layers"}
    style["blocks"] = [block for block in style["blocks"] if "rows" in block][-1:]
    kinds = [mark.kind for mark in _tabled(style)]
    assert kinds == sorted(kinds, key=("fill", "line", "text", "picture").index)
    lefts = [mark.at[0] for mark in _tabled(style | {"order": "columns"}) if mark.kind == "line"]
    assert lefts == sorted(lefts) or len({*lefts}) > 1
    tops = [mark.at[1] for mark in _tabled(style | {"order": "rows"}) if mark.kind == "line"]
    assert tops[0] == min(tops)


def test_words_that_are_placed_apart_stand_where_the_line_has_them() -> None:
    style = _style("charter_indicators", "none")
    style["blocks"] = [block for block in style["blocks"] if "rows" in block]
    whole = {mark.text: mark.at for mark in _tabled(style | {"apart": False})}
    parted = _tabled(style | {"apart": True})
    firsts = {text.split()[0]: at for text, at in whole.items() if text}
    placed = {(mark.text, mark.at) for mark in parted}
    assert all((word, at) in placed for word, at in firsts.items())
    assert not any(" " in mark.text for mark in parted if mark.kind == "text")


def test_a_row_that_may_be_split_runs_over_the_end_of_a_page() -> None:
    cell = {"columns": 1, "rows": 1, "bold": False, "align": "left", "upright": "top"}
    cell |= {"fill": None, "ink": "000000", "picture": None, "edges": "TBLR"}
    rows = [[{**cell, "text": "\n".join(f"line {n}" for n in range(14))}] for _ in range(8)]
    style = _style("charter_indicators", "ruled") | {"split": True, "header": None}
    style |= {"footer": None, "pages": None, "apart": False, "order": "rows"}
    style["blocks"] = [{"widths": [200.0], "heads": 0, "rows": rows}]
    found = [[mark.text for mark in page.marks if mark.text] for page in pages(style, _HELVETICA)]
    assert sum(map(len, found)) == 8 * 14
    assert found[0][-1] != "line 13"


def test_a_cell_that_reaches_down_is_told_row_by_row_without_inner_edges() -> None:
    style = _style("balanced_scorecard", "ruled")
    lines = [line.split("\t") for line in fields(style).splitlines()]
    cells = [line for line in lines if line[0] == "cell"]
    assert {line[2] for line in cells} == {"1"}
    tall = [line[7] for line in cells if {*line[7]} == {*"TLR"}]
    assert len(tall) == len([line for line in cells if {*line[7]} == {*"BLR"}])


def test_letters_of_windows_are_written_out_for_a_driver() -> None:
    style = _style("charter_indicators", "ruled")
    style["blocks"] = [{"text": "£5 (net) – 50% \\ more", "size": 9, "bold": False}]
    made = postscript(pages(style, _HELVETICA), _HELVETICA, style).decode("ascii")
    assert r"(\2435 \(net\) \226 50% \\ more)" in made


def _style(family: str, ruling: str) -> dict[str, Any]:
    style: dict[str, Any] = json.loads(seventh.draw(family, ruling, 3).cells or "")
    return style


def _tabled(style: dict[str, Any]) -> list[Mark]:
    laid: list[Page] = pages(style | {"header": None, "footer": None, "pages": None}, _HELVETICA)
    return laid[0].marks
