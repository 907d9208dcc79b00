"""The packs that are measured are what they are said to be, and read as such."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pypdfium2

from benchmarks.packs import draw_pack, paper_to_bind
from crossfoot.extract.document import read_document
from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.paper import Known, Paper

PAGES = 60


def test_a_pack_is_the_same_each_time_and_holds_every_kind_of_page(tmp_path: Path) -> None:
    kinds = draw_pack(tmp_path / "one.pdf", PAGES, paper_to_bind())
    draw_pack(tmp_path / "two.pdf", PAGES, paper_to_bind())
    assert len(kinds) == len(pypdfium2.PdfDocument(tmp_path / "one.pdf")) == PAGES
    assert set(kinds) == {
        *("agenda", "minutes", "prose", "budget", "planning", "plan", "scan", "paper")
    }
    text = [
        hashlib.sha256(
            "".join(
                page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)
            ).encode()
        ).digest()
        for path in (tmp_path / "one.pdf", tmp_path / "two.pdf")
    ]
    assert text[0] == text[1]


def test_no_page_with_a_table_is_passed_over_and_the_papers_rows_are_all_found(
    tmp_path: Path,
) -> None:
    path = tmp_path / "pack.pdf"
    kinds = draw_pack(path, PAGES, paper_to_bind())
    reading = read_document(path)
    passed = {kinds[page - 1] for page in reading.passed}
    assert passed <= {"prose", "planning", "minutes", "agenda", "paper"}
    assert len(reading.passed) > 0.6 * PAGES
    drawings = [doubt.page for doubt in reading.doubts if doubt.kind == "drawing"]
    assert {kinds[page - 1] for page in drawings} == {"plan"}
    assert {kinds[lost.page - 1] for lost in reading.lost} == {"scan"}
    pack = interpret(reading, Known(), NormaliseSettings())
    alone = interpret(read_document(paper_to_bind()), Known(), NormaliseSettings())

    def rows(paper: Paper) -> list[tuple[str | None, ...]]:
        return [
            (row.code, row.title, row.section, row.status, row.reporting_period)
            for row in (*paper.indicators, *paper.actions)
        ]

    assert rows(pack) == rows(alone)
    assert [(row.measure, row.period, row.value) for row in pack.figures] == [
        (row.measure, row.period, row.value) for row in alone.figures
    ]
