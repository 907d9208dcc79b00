"""The rules on the sample papers, read from their PDFs: what is wrong there, and no false alarm."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossfoot.extract.settings import ExtractSettings
from crossfoot.job import Job
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.reader import read_paper
from crossfoot.schema.finding import Finding
from crossfoot.schema.paper import Known
from crossfoot.sources import identify

SAMPLES = Path(__file__).parents[3] / "samples" / "pdf"
# The contradictions that these papers print: rule, code, what is expected.
WRONG = {
    "2019-20_q1_support_services": {("progress.status", "IT1920_17", "0%")},
    "2023-24_q1_support_services": {("summary.total", None, "14")},
}


def _findings(path: Path) -> list[Finding]:
    source = identify(path)
    job = Job(
        path,
        source.file_name,
        source.document_id,
        Known(),
        ExtractSettings(),
        NormaliseSettings(),
    )
    return list(read_paper(job).findings)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.pdf")), ids=lambda path: path.stem)
def test_errors_are_exactly_the_contradictions_that_are_printed(path: Path) -> None:
    errors = {
        (found.rule_id, found.code, found.expected)
        for found in _findings(path)
        if found.severity == "error"
    }
    assert errors == WRONG.get(path.stem, set())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2007-09_improvement_plan", "2 of 4 counts of actions are met exactly by the 15 rows"),
        ("2021-22_q1_support_services", "11 of 11 counts of indicators are met exactly by the 16"),
    ],
)
def test_a_check_that_holds_is_said(name: str, words: str) -> None:
    notes = [found for found in _findings(SAMPLES / f"{name}.pdf") if found.severity == "note"]
    assert any(words in found.message for found in notes)


def test_overdue_before_its_day_is_a_warning_in_a_paper_without_a_date() -> None:
    found = _findings(SAMPLES / "2019-20_q1_support_services.pdf")
    overdue = [item for item in found if item.rule_id == "date.overdue"]
    assert {item.code for item in overdue} == {"DEM1922_01", "IT1920_01"}
    assert {item.severity for item in overdue} == {"warning"}
