"""Ten further habits of laying out a paper, each read to the columns that it is about."""

from __future__ import annotations

import json
from functools import cache

import pytest

from crossfoot.schema.paper import Paper
from samples.expected import load_expected
from samples.further.catalogue import PAPERS
from samples.further.kit import Further
from samples.further.make import FOLDER
from tests.whole.rows import differences, read, read_rows

by_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)


@cache
def paper_of(stem: str) -> Paper:
    return read(FOLDER / f"{stem}.pdf")


@by_paper
def test_the_rows_of_a_further_layout_are_the_expected_ones(paper: Further) -> None:
    found = paper_of(paper.stem)
    for relation, rows in paper.expected.items():
        assert not differences(rows, read_rows(found, relation)), relation


@by_paper
def test_a_further_paper_says_of_itself_what_it_prints(paper: Further) -> None:
    document = json.loads(paper_of(paper.stem).document.model_dump_json())
    assert {column: document[column] for column in paper.printed} == paper.printed


@by_paper
def test_the_committed_rows_are_those_of_the_description(paper: Further) -> None:
    committed = load_expected(FOLDER / f"{paper.stem}.pdf")
    described = {"shows": paper.shows, "printed": paper.printed, **paper.expected}
    assert committed == json.loads(json.dumps(described))


def test_every_committed_further_paper_is_described() -> None:
    assert {pdf.stem for pdf in FOLDER.glob("*.pdf")} == {paper.stem for paper in PAPERS}
