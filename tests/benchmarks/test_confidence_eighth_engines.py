"""The eighth set's producers: what they lack is named; how each paints what it is told."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from benchmarks.confidence import eighth
from benchmarks.confidence.eighth import engines
from benchmarks.confidence.eighth.engines import ENGINES, lacking, print_by
from benchmarks.confidence.eighth.slides import slides
from benchmarks.confidence.eighth.troff import troff
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.producers import missing
from benchmarks.confidence.seventh.marks import Face, Mark, Page
from benchmarks.confidence.seventh.pages import pages
from benchmarks.confidence.seventh.signs import DOT

_HELVETICA = Face(("Helvetica", "Helvetica-Bold"), None)


def test_on_a_bare_machine_every_package_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(engines, "_JARS", (tmp_path / "pdfbox.jar",))
    assert lacking("pdfbox") == ["fontconfig", "libpdfbox-java", "default-jdk-headless"]
    assert lacking("impress") == ["fontconfig", "libreoffice-impress"]
    assert lacking("mupdf") == ["fontconfig", "pymupdf (of PyPI)"]
    assert lacking("pdflib") == ["fontconfig", "nodejs"]
    assert missing(("groff",)) == ["fontconfig", "groff"]


def test_nothing_placed_runs_over_a_page() -> None:
    for family in eighth.FAMILIES:
        for ruling in eighth.RULINGS:
            for page in pages(_style(family, ruling), _HELVETICA):
                for mark in page.marks:
                    assert 0 < mark.at[0] < page.wide
                    assert 0 < mark.at[1] < page.high - 20


def test_a_lying_page_is_stored_upright_and_turned_when_shown(tmp_path: Path) -> None:
    if absent := lacking("pdflib"):
        pytest.skip(f"not installed: {', '.join(absent)}")
    drawn = (eighth.draw("area_refresh", "rows", seed) for seed in range(40))
    turned = next(each for each in drawn if each.landscape and '"rotated": true' in each.cells)
    pdf = tmp_path / "paper.pdf"
    print_by("pdflib", [(turned, pdf)])
    document = pypdfium2.PdfDocument(pdf)
    last = document[len(document) - 1]
    left, low, right, high = last.get_mediabox()
    assert last.get_rotation() == 90
    assert right - left < high - low
    last.close()
    document.close()


@pytest.mark.parametrize("engine", ENGINES)
def test_dots_are_seen_in_their_inks(engine: str, tmp_path: Path) -> None:
    if absent := lacking(engine):
        pytest.skip(f"not installed: {', '.join(absent)}")
    seeds = (eighth.draw("irish_standards", "heading", seed) for seed in range(90))
    drawn, inks = next((each, made) for each in seeds if len(made := _dotted(each)) == 3)
    pdf = tmp_path / "paper.pdf"
    print_by(engine, [(drawn, pdf)])
    document = pypdfium2.PdfDocument(pdf)
    seen = set()
    for page in document:
        image = page.render(scale=3).to_pil().convert("RGB")
        seen |= {f"{red:02x}{green:02x}{blue:02x}" for _, (red, green, blue) in _colours(image)}
        page.close()
    document.close()
    assert inks <= seen


def test_a_rule_is_a_ground_as_thick_as_it_and_never_too_thin_to_see() -> None:
    level = engines._as_ground(Mark("line", (10, 20, 110, 20), "000000", size=2.0))
    upright = engines._as_ground(Mark("line", (10, 20, 10, 70), "000000", size=0.25))
    assert (level.kind, level.at) == ("fill", (9.0, 19.0, 102.0, 2.0))
    assert upright.at == (9.75, 19.75, 0.5, 50.5)


def test_what_troff_would_take_for_its_own_is_written_out(tmp_path: Path) -> None:
    mark = Mark("text", (40, 60), text=".it's £5 ±2%\\n", size=9)
    made = troff([Page(595, 842, [mark])], {"pictures": {}}, serif=False, folder=tmp_path)
    assert r"\&\h'40.000p'" in made
    assert r".it\[aq]s \[Po]5 \[+-]2%\[rs]n" in made


def test_a_table_too_long_for_a_slide_goes_on_with_its_headings() -> None:
    style = _style("area_refresh", "ruled") | {"repeat": True}
    table = next(block for block in style["blocks"] if block.get("heads"))
    table["rows"] += table["rows"][table["heads"] :] * 4
    style["blocks"] = [table]
    made = slides(style, _HELVETICA)
    first = table["rows"][0][0]["text"]
    assert made.count("<draw:page ") == made.count(f">{first}<") > 1
    assert made.count("<table:table-row") > len(table["rows"])


def test_a_picture_lies_over_its_cell_on_the_same_slide() -> None:
    seeds = (_style("force_annual", "rows", seed) for seed in range(60))
    style = next(each for each in seeds if each["pictures"])
    made = slides(style, _HELVETICA)
    cells = [cell for block in style["blocks"] for row in block.get("rows", ()) for cell in row]
    assert made.count("<draw:image>") == len([cell for cell in cells if cell["picture"]])


def _dotted(drawn: Drawn) -> set[str]:
    """The inks of the dots of a paper."""
    blocks = json.loads(drawn.cells or "")["blocks"]
    cells = (cell for block in blocks for row in block.get("rows", ()) for cell in row)
    return {cell["ink"] for cell in cells if cell["text"] == DOT}


def _colours(image: Any) -> list[tuple[int, tuple[int, int, int]]]:
    found: list[tuple[int, tuple[int, int, int]]] = image.getcolors(image.width * image.height)
    return found


def _style(family: str, ruling: str, seed: int = 3) -> dict[str, Any]:
    style: dict[str, Any] = json.loads(eighth.draw(family, ruling, seed).cells or "")
    return style
