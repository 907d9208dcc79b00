"""A long report whose tables and lines stay packed is read as one that is open at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossfoot.extract.document import read_document
from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.normalise.sheets import Sheets
from crossfoot.schema import packed_pages
from crossfoot.schema.packed_pages import (
    PackedTables,
    TablesOf,
    lines_of_pages,
    some_tables,
    stays_packed,
)
from crossfoot.schema.page import Reading
from crossfoot.schema.paper import Known, Paper

SAMPLES = sorted((Path(__file__).parent.parent.parent / "samples").glob("*/*.pdf"))


@pytest.fixture(name="_nothing_open")
def leaves_nothing_open(monkeypatch: pytest.MonkeyPatch) -> None:
    leave_nothing_open(monkeypatch)


def leave_nothing_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_pages, "_OPEN_CHUNKS", 0)
    monkeypatch.setattr(packed_pages, "_FREE_LINES", 0)


def interpreted(reading: Reading) -> Paper:
    return interpret(reading, Known(), NormaliseSettings())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_report_that_stays_packed_is_read_as_one_that_is_open(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = read_document(path)
    opened = interpreted(reading)
    put_aside = 0

    def count(sheets: Sheets, number: int, sheet: object) -> None:
        nonlocal put_aside
        put_aside += 1
        put(sheets, number, sheet)

    put = Sheets._put_aside
    monkeypatch.setattr(Sheets, "_put_aside", count)
    leave_nothing_open(monkeypatch)
    packed = interpreted(reading)
    assert packed == opened
    assert put_aside >= len(reading.tables) > 0


@pytest.mark.usefixtures("_nothing_open")
def test_tables_that_stay_packed_come_as_they_are() -> None:
    reading = read_document(SAMPLES[0])
    packed = PackedTables(reading.tables)
    some = some_tables(packed, range(1, len(packed)))
    assert isinstance(some, TablesOf) and stays_packed(some)
    assert list(some) == list(reading.tables)[1:] and some[-1] == reading.tables[-1]
    assert some[:2] == list(reading.tables)[1:3]
    assert [head.bounds for head in some.heads] == [table.bounds for table in some]
    assert not any(head.rows for head in some.heads)
    assert some_tables(packed, []) == ()


@pytest.mark.usefixtures("_nothing_open")
def test_lines_that_stay_packed_are_those_of_their_pages_alone() -> None:
    reading = read_document(SAMPLES[0])
    expected = [line for line in reading.lines if line.page in {2, 3}]
    some = lines_of_pages(reading.lines, 2, 3)
    assert isinstance(some, packed_pages.LinesOf)
    assert list(some) == expected and some[-1] == expected[-1] and some[1:4] == expected[1:4]
    assert list(some.of_page(3)) == [line for line in expected if line.page == 3]
    assert list(some.of_page(1)) == [] == list(some.of_page(4))
