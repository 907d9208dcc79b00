"""Wide tables over facing pages, read the whole way: whose the figures are and where they stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot.extract.document import read_document
from crossfoot.normalise.above import Captions
from crossfoot.schema.paper import Paper

from .facing_papers import Sheet, by_fpdf2, by_reportlab, by_typst
from .rows import read

_PRODUCERS = (by_reportlab, by_fpdf2, by_typst)
Producer = Callable[[Sheet], bytes]


def paper_of(data: bytes, folder: Path) -> Paper:
    path = folder / "paper.pdf"
    path.write_bytes(data)
    return read(path)


@pytest.mark.parametrize("producer", _PRODUCERS, ids=lambda each: each.__name__)
@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(Sheet(), id="figures alone"),
        pytest.param(Sheet(repeats=1, even=True), id="codes again"),
        pytest.param(Sheet(repeats=2, even=True), id="codes and titles again"),
        pytest.param(Sheet(pages=3), id="three pairs"),
        pytest.param(Sheet(pages=2, repeats=1), id="two pairs with codes"),
    ],
)
def test_figures_of_the_right_page_are_their_rows(
    producer: Producer, sheet: Sheet, tmp_path: Path
) -> None:
    paper = paper_of(producer(sheet), tmp_path)
    count = sheet.rows * sheet.pages
    assert [row.code for row in paper.indicators] == [f"LPI{at + 8}" for at in range(count)]
    assert {row.note for row in paper.indicators} == {"On track"}
    cells = {cell.cell_id: cell for cell in paper.cells}
    found = []
    for figure in paper.figures:
        cell = cells[figure.cell_id]
        assert (cell.text, cell.page, cell.x0, cell.y0) == (
            figure.as_printed,
            figure.page,
            figure.x0,
            figure.y0,
        )
        found.append((figure.code, figure.period, figure.as_printed, figure.page))
    expected = []
    for at in range(count):
        page = 1 + 2 * (at // sheet.rows)
        for period, tenth, beside in (("2017/18", 4, 0), ("2018/19", 1, 1), ("2018/19", 2, 1)):
            quarter = f"{period} Q{tenth}"
            expected.append((f"LPI{at + 8}", quarter, f"{at}.{tenth}%", page + beside))
    assert found == expected
    told = {(finding.rule_id, finding.severity) for finding in paper.findings}
    assert ("read.across", "note") in told
    assert not [each for each in told if each[1] == "warning"]


@pytest.mark.parametrize("producer", _PRODUCERS, ids=lambda each: each.__name__)
def test_a_right_page_that_names_nothing_gives_no_figures(
    producer: Producer, tmp_path: Path
) -> None:
    paper = paper_of(producer(Sheet(even=True)), tmp_path)
    assert len(paper.indicators) == 6
    assert {figure.page for figure in paper.figures} == {1}
    assert "read.facing" in {finding.rule_id for finding in paper.findings}
    assert {cell.page for cell in paper.cells} == {1, 2}


@pytest.mark.parametrize("even", [True, False], ids=["even", "uneven"])
@pytest.mark.parametrize(
    "lead",
    [
        ("Measure", "%", "Number"),
        ("Action", "Chase debts", "Hire staff", "Review contract", "None", "Train", "Plan"),
        ("Description", "What it says of the service"),
        ("Name", "Head of Finance", "Head of Place"),
        ("Outcome", "Good", "Bad", "Fine", "Fair", "Poor", "Open"),
        ("No.", "1", "2", "3", "4", "5", "6"),
    ],
    ids=lambda lead: lead[0],
)
def test_what_heads_a_right_page_names_no_indicator(
    lead: tuple[str, ...], even: bool, tmp_path: Path
) -> None:
    paper = paper_of(by_fpdf2(Sheet(lead=lead, even=even)), tmp_path)
    assert [row.code for row in paper.indicators] == [f"LPI{at + 8}" for at in range(6)]
    assert {figure.page for figure in paper.figures} == {1}
    assert "read.facing" in {finding.rule_id for finding in paper.findings}


def test_a_table_of_its_own_on_the_right_page_keeps_its_names(tmp_path: Path) -> None:
    lead = ("Ref", *(f"LI{at}" for at in range(1, 7)))
    paper = paper_of(by_fpdf2(Sheet(lead=lead, even=True)), tmp_path)
    found = {(figure.code, figure.page, figure.as_printed) for figure in paper.figures}
    assert found == {
        *((f"LPI{at + 8}", 1, f"{at}.4%") for at in range(6)),
        *((f"LI{at + 1}", 2, f"{at}.{tenth}%") for at in range(6) for tenth in (1, 2)),
    }


def test_footnotes_below_either_page_are_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(by_fpdf2(Sheet(pages=2, note="Provisional figure")))
    reading = read_document(path)
    captions = Captions(reading)
    below = [[line.text for line in captions.below(table)] for table in reading.tables]
    assert below == [
        ["* Provisional figure, page 1", "* Provisional figure, page 2"],
        ["* Provisional figure, page 3", "* Provisional figure, page 4"],
    ]
