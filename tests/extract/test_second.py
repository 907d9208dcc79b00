from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from crossfoot.extract import second
from crossfoot.extract.document import read_document
from crossfoot.extract.second import Opinion, SecondCell, compare, second_opinion
from crossfoot.schema.page import Box, Doubt
from samples.expected import sample_pdfs
from samples.further.make import FOLDER

SAMPLE = sample_pdfs()[0]


@pytest.mark.slow
@pytest.mark.parametrize("path", sample_pdfs(), ids=lambda path: path.stem)
def test_camelot_agrees_on_every_cell_with_a_digit_of_the_samples(path: Path) -> None:
    reading = second_opinion(path, read_document(path), "all")
    assert all(doubt.severity == "note" for doubt in reading.doubts)
    assert reading.asked == {page for table in reading.tables for page, _ in table.bounds}
    printed = [part for _, part in reading.parts() if part.text]
    assert len(reading.seconded) > 0.8 * len(printed)


def test_a_cell_that_the_second_reader_reads_otherwise_is_doubted_where_it_stands() -> None:
    reading = read_document(SAMPLE)
    part = next(part for _, part in reading.parts() if part.text[:1].isdigit())
    swapped = [SecondCell(part.page, part.box, part.text[::-1] + "1")]
    (doubt,) = compare(reading, swapped).doubts
    assert (doubt.kind, doubt.page, doubt.box) == ("second_reader", part.page, part.box)
    assert repr(part.text) in doubt.message


def test_blanks_and_cells_elsewhere_are_no_disagreement() -> None:
    reading = read_document(SAMPLE)
    part = reading.tables[0].rows[0].cells[0].parts[0]
    far = Box(part.box.x0 + 300, part.box.y0, part.box.x1 + 300, part.box.y1)
    assert compare(reading, [SecondCell(part.page, far, "7")]) == Opinion(())
    spaced = " ".join(part.text)
    agreed = compare(reading, [SecondCell(part.page, part.box, spaced)])
    assert agreed == Opinion((), seconded=frozenset({(part.page, part.box)}))


def test_by_default_no_page_is_asked_about_where_the_reader_had_no_doubt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[list[int]] = []

    def answers(_path: Path, pages: list[int], _cells: object) -> list[SecondCell]:
        asked.append(pages)
        return []

    monkeypatch.setattr(second, "_ask", answers)
    reading = read_document(SAMPLE)
    assert second_opinion(SAMPLE, reading, "doubtful") is reading
    page, box = reading.tables[-1].bounds[-1]
    elsewhere = Doubt("picture", page, Box(0, 0, 1, 1), "")
    doubted = reading._replace(doubts=(elsewhere, Doubt("overflow", page, box, "")))
    assert second_opinion(SAMPLE, doubted, "doubtful").asked == {page}
    assert second_opinion(SAMPLE, doubted, "off") is doubted
    assert asked == [[page]]


@pytest.mark.parametrize("stem", ["no_rules_annual", "sideways_comparators"])
def test_pdfplumber_agrees_where_camelot_cannot_read(stem: str) -> None:
    path = FOLDER / f"{stem}.pdf"
    reading = second_opinion(path, read_document(path), "all")
    assert not any(doubt.kind == "second_reader" for doubt in reading.doubts)
    printed = {(part.page, part.box) for _, part in reading.parts() if part.text}
    assert reading.seconded == printed


def test_of_a_box_only_which_characters_stand_in_it_counts() -> None:
    reading = read_document(SAMPLE)
    part = next(
        part
        for _, part in reading.parts()
        if len(set(part.text)) > 3 and any(map(str.isdigit, part.text))
    )
    turned = SecondCell(part.page, part.box, part.text[::-1], ordered=False)
    assert compare(reading, [turned]).seconded == {(part.page, part.box)}
    assert compare(reading, [turned._replace(ordered=True)]).doubts
    assert compare(reading, [turned._replace(text=part.text + "7")]).doubts


def test_a_second_reader_that_dies_costs_the_opinion_and_not_the_reading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def dies(*_: object) -> list[SecondCell]:
        raise subprocess.TimeoutExpired("camelot", 1)

    monkeypatch.setattr(second, "_ask", dies)
    reading = second_opinion(SAMPLE, read_document(SAMPLE), "all")
    (doubt,) = [doubt for doubt in reading.doubts if doubt.severity != "note"]
    assert reading.asked == frozenset()
    assert doubt.kind == "no_second_opinion"
    assert "TimeoutExpired" in doubt.message
