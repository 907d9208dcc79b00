"""Holds a reading against what was drawn: exact, refused, or wrong."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extract.document import read_data
from crossfoot.extract.settings import ExtractSettings
from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.page import Box, Reading, Table
from crossfoot.schema.paper import Known, Paper
from samples.fuzz.compare_cells import compare_table, pair_tables
from samples.fuzz.compare_rows import compare_actions, compare_indicators
from samples.fuzz.papers import Truth
from samples.fuzz.result import Result


def read(pdf: bytes) -> tuple[Reading, Paper]:
    """Read and interpret a PDF as an ingest does, without the second opinion."""
    reading = read_data(pdf, "paper.pdf", ExtractSettings())
    return reading, interpret(reading, Known(), NormaliseSettings(reader_version="fuzz"))


def compare(truth: Truth, reading: Reading, paper: Paper) -> Result:
    """Compare every cell and every typed row."""
    result = Result()
    paired = pair_tables(truth.model.tables, reading.tables)
    icons: dict[str, str] = {}
    for number, table in enumerate(truth.model.tables):
        ruled = table.style.borders not in {"rows only", "none"}  # else boxes are a matter of taste
        placed = truth.placed[number] if truth.placed and ruled else None
        found = paired[number]
        if found is None:
            told = not reading.tables or bool(reading.doubts)
            result.missing_table(number, len(table.spots), told=told)
        else:
            compare_table(result, number, table, found, placed, (reading.doubts, icons))
    told_of = [_told(paper, paired[number]) for number in range(len(paired))]
    compare_indicators(result, truth.model.indicators, paper, told_of)
    compare_actions(result, truth.model.actions, paper, told_of)
    _compare_front(result, truth, paper)
    return result


def _told(paper: Paper, table: Table | None) -> bool:
    """Whether a finding speaks of a table, or of the whole paper."""
    if table is None:
        return bool(paper.findings) or paper.document.reason is not None
    return any(
        finding.page is None or any(_on(finding.page, finding_box, table.bounds))
        for finding in paper.findings
        for finding_box in [(finding.x0, finding.y0, finding.x1, finding.y1)]
    )


def _on(page: int, box: tuple[float | None, ...], bounds: Sequence[tuple[int, Box]]) -> list[bool]:
    if box[1] is None or box[3] is None:
        return [page == number for number, _ in bounds]
    return [
        page == number and box[3] >= bound.y0 - 1 and box[1] <= bound.y1 + 1
        for number, bound in bounds
    ]


def _compare_front(result: Result, truth: Truth, paper: Paper) -> None:
    document = paper.document
    for name, drawn, found in (
        ("council", truth.model.council, document.council),
        ("period", truth.model.period, document.reporting_period),
    ):
        result.fact(name, drawn, found, told=True)
