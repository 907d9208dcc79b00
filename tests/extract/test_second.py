from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from crossfoot.extract import second
from crossfoot.extract.document import read_document
from crossfoot.extract.second import SecondCell, compare, second_opinion
from crossfoot.schema.page import Box
from samples.expected import sample_pdfs

SAMPLE = sample_pdfs()[0]


@pytest.mark.slow
@pytest.mark.parametrize("path", sample_pdfs(), ids=lambda path: path.stem)
def test_camelot_agrees_on_every_cell_with_a_digit_of_the_samples(path: Path) -> None:
    assert second_opinion(path, read_document(path)) == ()


def test_a_cell_that_the_second_reader_reads_otherwise_is_doubted_where_it_stands() -> None:
    reading = read_document(SAMPLE)
    part = next(
        part
        for table in reading.tables
        for row in table.rows
        for cell in row.cells
        for part in cell.parts
        if part.text[:1].isdigit()
    )
    swapped = [SecondCell(part.page, part.box, part.text[::-1] + "1")]
    (doubt,) = compare(reading, swapped)
    assert (doubt.kind, doubt.page, doubt.box) == ("second_reader", part.page, part.box)
    assert repr(part.text) in doubt.message


def test_blanks_and_cells_elsewhere_are_no_disagreement() -> None:
    reading = read_document(SAMPLE)
    part = reading.tables[0].rows[0].cells[0].parts[0]
    far = Box(part.box.x0 + 300, part.box.y0, part.box.x1 + 300, part.box.y1)
    assert not list(compare(reading, [SecondCell(part.page, far, "7")]))
    spaced = " ".join(part.text)
    assert not list(compare(reading, [SecondCell(part.page, part.box, spaced)]))


def test_a_second_reader_that_dies_costs_the_opinion_and_not_the_reading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def dies(*_: object) -> list[SecondCell]:
        raise subprocess.TimeoutExpired("camelot", 1)

    monkeypatch.setattr(second, "_ask", dies)
    (doubt,) = second_opinion(SAMPLE, read_document(SAMPLE))
    assert doubt.kind == "no_second_opinion"
    assert "TimeoutExpired" in doubt.message
