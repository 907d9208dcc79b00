"""docs/audit.md against what the audit finds in the papers it speaks of."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from crossfoot.audit.book import BOOK
from crossfoot.extract.settings import ExtractSettings
from crossfoot.job import Job
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.reader import read_paper
from crossfoot.schema.paper import Known, Paper
from crossfoot.sources import identify

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "docs" / "audit.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if line.startswith("| ") and not line.startswith(("| paper ", "| rule "))
]


@pytest.fixture(scope="module")
def papers() -> dict[str, Paper]:
    with (ROOT / "samples" / "manifest.csv").open(encoding="utf-8") as file:
        return {Path(row["file"]).stem: _read(row) for row in csv.DictReader(file)}


def _read(row: dict[str, str]) -> Paper:
    path = ROOT / "samples" / row["file"]
    known = Known(council=row["council"], published_on=date.fromisoformat(row["published_on"]))
    source = identify(path)
    settings = ExtractSettings(), NormaliseSettings()
    return read_paper(Job(path, source.file_name, source.document_id, known, *settings))


def test_the_table_lists_everything_that_the_audit_finds_wrong(papers: dict[str, Paper]) -> None:
    found = {
        (
            name,
            str(item.page),
            item.severity,
            f"[{item.rule_id}](rules/{item.rule_id}.md)",
            f"{item.code}: {item.printed}" if item.code else item.printed,
            item.expected or "",
        )
        for name, paper in papers.items()
        for item in paper.findings
        if item.severity != "note" or item.rule_id.startswith("status.")
    }
    assert found == {tuple(row) for row in ROWS if len(row) == 6}


def test_the_checks_that_held_are_those_listed(papers: dict[str, Paper]) -> None:
    held: Counter[str] = Counter()
    for paper in papers.values():
        for check in paper.checks:
            held[f"[{check.rule_id}](rules/{check.rule_id}.md)"] += check.held
    assert {rule: str(times) for rule, times in held.items()} == dict(
        row for row in ROWS if len(row) == 2
    )


def test_the_rules_it_links_to_have_their_pages() -> None:
    linked = re.findall(r"\(rules/([a-z._]+)\.md\)", TEXT)
    assert set(linked) <= set(BOOK)
