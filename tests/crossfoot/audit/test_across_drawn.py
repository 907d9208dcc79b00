"""Two drawn papers of one council, from their PDF files to findings with the cells of both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from crossfoot.audit.across.rules import ACROSS_IDS
from crossfoot.checking import check
from crossfoot.extract.settings import ExtractSettings
from crossfoot.job import Job
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.reader import read_paper
from crossfoot.schema.finding import Finding
from crossfoot.schema.paper import Known
from crossfoot.sources import identify
from crossfoot.store.database import Store, open_store
from crossfoot.store.findings import finding_cells, findings
from crossfoot.store.load import load_paper, start_load
from crossfoot.store.queries import document_cells, documents

COUNCIL = "Broxtowe Borough Council"
FIGURES = ("Status", "Code & Short Name", "Outturn 2017/18", "Outturn 2018/19")
TASKS = ("Status", "Action Code", "Action Title", "Progress", "Due Date", "Comments")


def figures(bv8: str, bv9: str, quarter: str) -> list[tuple[str, ...]]:
    return [
        (*FIGURES, quarter, "Target 2019/20", "Latest Note"),
        (
            "Green",
            "BV8 Percentage of invoices paid within 30 days",
            "99.5%",
            bv8,
            "99.4%",
            "99%",
            "",
        ),
        ("Green", "BV9 Council Tax collected %", "98.5%", bv9, "29.7%", "98.5%", ""),
        ("Green", "BV10 Non-Domestic Rates collected %", "98.8%", "99.1%", "30.7%", "98.0%", ""),
    ]


def tasks(*rows: tuple[str, str, str, str]) -> list[tuple[str, ...]]:
    titles = {
        "FP1922_01": "Produce final accounts by end of May",
        "FP1922_02": "Implement web based Financial Management Software",
        "FP1922_03": "Introduce Intelligent Scanning to all Departments",
        "FP1922_04": "Determine the approach to procurement",
    }
    return [
        TASKS,
        *((status, code, titles[code], done, due, "") for status, code, done, due in rows),
    ]


EARLY = tasks(
    ("In Progress", "FP1922_01", "60%", "31-Mar-2020"),
    ("In Progress", "FP1922_02", "50%", "30-Jun-2020"),
    ("In Progress", "FP1922_03", "40%", "31-Dec-2020"),
    ("In Progress", "FP1922_04", "20%", "31-Dec-2020"),
)
LATE = tasks(
    ("In Progress", "FP1922_01", "70%", "31-Mar-2020"),
    ("In Progress", "FP1922_02", "45%", "30-Sep-2020"),
    ("In Progress", "FP1922_04", "20%", "31-Dec-2020"),
)


def draw(path: Path, title: str, day: str, tables: list[list[tuple[str, ...]]]) -> Path:
    style = getSampleStyleSheet()["BodyText"]
    story = [Paragraph(text, style) for text in (COUNCIL, title, day)]
    for rows in tables:
        cells = [[Paragraph(text, style) for text in row] for row in rows]
        table = Table(cells, colWidths=[720 / len(rows[0])] * len(rows[0]))
        table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
        story += [Spacer(1, 20), table]
    SimpleDocTemplate(str(path), pagesize=landscape(A4)).build(story)
    return path


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("drawn")
    quarters = (
        ("a.pdf", "Q1", "9 September 2019", figures("99.3%", "98.5%", "Q1 2019/20"), EARLY),
        ("b.pdf", "Q2", "9 December 2019", figures("93.9%", "98.5%", "Q2 2019/20"), LATE),
    )
    with open_store(f"sqlite:///{folder}/store.db", create=True) as opened:
        load_id = start_load(opened, "1")
        settings = NormaliseSettings(reader_version="1")
        for name, quarter, day, *tables in quarters:
            title = f"Performance report {quarter} 2019/20"
            source = identify(draw(folder / name, title, day, tables))
            job = (source.path, source.file_name, source.document_id, Known(), ExtractSettings())
            load_paper(opened, read_paper(Job(*job, settings)), load_id)
        check(opened)
        yield opened


def found(store: Store) -> dict[tuple[str, str | None], Finding]:
    across = [item for item in findings(store) if item.rule_id in ACROSS_IDS]
    return {(item.rule_id, item.code): item for item in across}


def test_exactly_what_the_papers_disagree_on_is_found(store: Store) -> None:
    assert set(found(store)) == {
        ("figure.restated", "BV8"),
        ("action.falls", "FP1922_02"),
        ("action.slips", "FP1922_02"),
        ("action.vanished", "FP1922_03"),
    }


def test_a_restated_outturn_is_an_error_with_the_cells_of_both_papers(store: Store) -> None:
    finding = found(store)["figure.restated", "BV8"]
    assert (finding.severity, finding.printed, finding.expected) == ("error", "93.9%", "99.3%")
    cells = {
        cell.cell_id: cell.text
        for paper in [item.document_id for item in documents(store)]
        for cell in document_cells(store, paper)
    }
    proof = [cells[cell_id] for cell_id in finding_cells(store, finding.finding_id)]
    assert sorted(proof, key=str) == ["93.9%", "99.3%"]
