"""Random tables without upright rules are read exactly or not at all, and then named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from crossfoot.schema.page import Reading

from .drawn_pages import read_bytes, spans
from .unruled_tables import Drawn, by_fpdf, by_reportlab, random_table

Producer = Callable[[Drawn], bytes]


def verdict(drawn: Drawn, reading: Reading) -> str:
    """Whether a table was read exactly, refused and named, refused in silence, or wrongly read.

    A short section row that no gap runs through may be read as its first cell.
    """
    if not reading.tables:
        named = any(doubt.kind == "unread_table" for doubt in reading.doubts)
        return "refused" if named else "silent"
    if len(reading.tables) > 1:
        return "wrong"
    found = {
        (row, column, across, text)
        for row, column, down, across, text in spans(reading.tables[0])
        if text or down > 1
    }
    expected = {cell for cell in drawn.cells() if cell[3]}
    section = {cell for cell in expected if cell[2] > 1}
    loose = expected - section | {(row, 1, 1, text) for row, _, _, text in section}
    return "exact" if expected - section <= found <= expected | loose else "wrong"


def verdicts(producer: Producer, seeds: range) -> Counter[str]:
    tables = [random_table(seed) for seed in seeds]
    return Counter(verdict(drawn, read_bytes(producer(drawn))) for drawn in tables)


@pytest.mark.parametrize("producer", [by_reportlab, by_fpdf])
def test_random_tables_are_read_exactly_or_named(producer: Producer) -> None:
    counts = verdicts(producer, range(25))
    assert set(counts) <= {"exact", "refused"}
    assert counts["exact"] >= 13


@pytest.mark.slow
@pytest.mark.parametrize("producer", [by_reportlab, by_fpdf])
def test_many_random_tables_are_read_exactly_or_named(producer: Producer) -> None:
    counts = verdicts(producer, range(25, 325))
    assert set(counts) <= {"exact", "refused"}
    assert counts["exact"] >= 150
