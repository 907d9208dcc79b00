"""Every row of every sample, in every column that the contract publishes, cell by cell."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pdfplumber
import pytest

from crossfoot.schema.paper import Paper
from samples.expected import load_expected, sample_pdfs
from tests.whole.rows import RELATIONS, differences, in_one_order, read, read_rows

SAMPLES = sample_pdfs(second_producer=True)


@cache
def paper_of(path: Path) -> Paper:
    return read(path)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("relation", RELATIONS)
def test_rows_are_the_expected_ones_in_every_column(path: Path, relation: str) -> None:
    expected = load_expected(path)[relation]
    found = read_rows(paper_of(path), relation)
    if relation == "summaries":
        # Tables side by side have no order of rows between them.
        expected, found = in_one_order(expected, found)
    assert not differences(expected, found)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_paper_says_of_itself_what_it_prints(path: Path) -> None:
    document = json.loads(paper_of(path).document.model_dump_json())
    printed = load_expected(path)["printed"]
    assert {column: document[column] for column in printed} == printed


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_each_figure_stands_in_its_box_for_an_independent_reader(path: Path) -> None:
    paper = paper_of(path)
    with pdfplumber.open(path) as document:
        for figure in paper.figures:
            if figure.as_printed is None or figure.source == "note":
                continue
            page = document.pages[figure.page - 1]
            text = page.crop(figure.box, strict=False).extract_text() or ""
            assert "".join(text.split()) == "".join(figure.as_printed.split()), figure


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_cell_with_text_is_left_out_or_counted_twice(path: Path) -> None:
    cells = paper_of(path).cells
    places = [(cell.table_no, cell.row_no, cell.col_no, cell.fragment) for cell in cells]
    assert len(places) == len(set(places))
    assert len({cell.cell_id for cell in cells}) == len(cells)
