"""Evidence is what stands on the page and in the findings; confidence is what was measured."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crossfoot.extract.document import read_document
from crossfoot.normalise import confidence
from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.page import Box, Doubt, Reading
from crossfoot.schema.paper import Known, Paper
from crossfoot.schema.rows import Figure
from samples.expected import sample_pdfs

PLAIN = "ruled; checks hold; second reader not asked; heading known; typed checks hold"


def paper_of(reading: Reading) -> Paper:
    return interpret(reading, Known(), NormaliseSettings(reader_version="1"))


@pytest.fixture(scope="module")
def reading() -> Reading:
    path = next(path for path in sample_pdfs() if path.stem == "2021-22_q1_support_services")
    return read_document(path)


def a_value(paper: Paper) -> Figure:
    return next(figure for figure in paper.figures if figure.value is not None)


def same(paper: Paper, figure: Figure) -> Figure:
    return next(other for other in paper.figures if other.figure_id == figure.figure_id)


def test_every_value_says_what_it_rests_on_and_a_blank_says_nothing(reading: Reading) -> None:
    paper = paper_of(reading)
    for figure in paper.figures:
        assert (figure.evidence is None) == (figure.value is None)
        assert figure.confidence is None or figure.value is not None
    assert a_value(paper).evidence == PLAIN
    assert all(row.evidence for row in (*paper.indicators, *paper.actions))


def test_a_doubt_at_the_height_of_a_row_counts_against_it_alone(reading: Reading) -> None:
    before = paper_of(reading)
    figure = a_value(before)
    beside = Box(0, figure.y0 + 1, 5, figure.y1 - 1)
    doubted = reading._replace(doubts=(Doubt("overflow", figure.page, beside, "cut"),))
    after = paper_of(doubted)
    assert same(after, figure).evidence == PLAIN.replace("checks hold", "reader in doubt", 1)
    others = [
        other.evidence
        for other in after.figures
        if other.page != figure.page and other.value is not None
    ]
    assert others and all("reader in doubt" not in (words or "") for words in others)


def test_a_damaged_stream_somewhere_counts_against_everything(reading: Reading) -> None:
    doubt = Doubt("damaged_stream", 1, Box(0, 0, 0, 0), "damaged")
    paper = paper_of(reading._replace(doubts=(doubt,)))
    words = [figure.evidence for figure in paper.figures if figure.value is not None]
    assert words and all("reader in doubt" in (each or "") for each in words)


@pytest.mark.parametrize("says", ["agrees", "has no such cell", "differs"])
def test_what_a_second_reader_says_of_a_cell_is_evidence(reading: Reading, says: str) -> None:
    figure = a_value(paper_of(reading))
    place = figure.page, Box(figure.x0, figure.y0, figure.x1, figure.y1)
    asked = reading._replace(asked=frozenset({figure.page}))
    if says == "agrees":
        asked = asked._replace(seconded=frozenset({place}))
    if says == "differs":
        asked = asked._replace(doubts=(Doubt("second_reader", *place, "two readers differ"),))
    assert f"second reader {says}" in (same(paper_of(asked), figure).evidence or "")


def test_a_table_read_by_gaps_says_so(reading: Reading) -> None:
    tables = tuple(table._replace(ruling="rows") for table in reading.tables)
    assert a_value(paper_of(reading._replace(tables=tables))).evidence == PLAIN.replace(
        "ruled", "rules between rows"
    )


def test_a_row_of_mixed_units_fails_the_typed_checks(reading: Reading) -> None:
    figure = next(f for f in paper_of(reading).figures if f.unit == "%" and f.value is not None)
    tables = []
    for table in reading.tables:
        rows = []
        for row in table.rows:
            cells = tuple(
                cell._replace(
                    parts=tuple(
                        part._replace(text="£9")
                        if (part.page, part.box)
                        == (figure.page, Box(figure.x0, figure.y0, figure.x1, figure.y1))
                        else part
                        for part in cell.parts
                    )
                )
                for cell in row.cells
            )
            rows.append(row._replace(cells=cells))
        tables.append(table._replace(rows=tuple(rows)))
    mixed = same(paper_of(reading._replace(tables=tuple(tables))), figure)
    assert mixed.value == Decimal(9)
    assert (mixed.evidence or "").endswith("typed checks fail")


def test_confidence_is_what_was_measured_for_the_evidence_and_else_nothing(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounds = {("figure", PLAIN): 0.875}
    monkeypatch.setattr(confidence, "measured", lambda: bounds)
    confidence.columns.cache_clear()
    paper = paper_of(reading)
    confidence.columns.cache_clear()
    assert {f.confidence for f in paper.figures if f.evidence == PLAIN} == {0.875}
    assert {f.confidence for f in paper.figures if f.evidence != PLAIN} <= {None}
    assert {row.confidence for row in paper.indicators} == {None}


def test_no_measured_bound_promises_certainty() -> None:
    assert all(0 < bound < 1 for bound in confidence.measured().values())
