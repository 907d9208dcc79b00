"""Figures with the word of their unit, in tables that have rules between their rows alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from crossfoot.schema.paper import Paper

from .rows import read

WIDE, HIGH = 595.0, 842.0
LEFT, ROW = 60.0, 20.0
HEADS = ("Performance indicator", "2018/19", "2017/18")


def drawn(folder: Path, rows: list[tuple[str, str, str]]) -> Paper:
    path = folder / "paper.pdf"
    canvas = Canvas(str(path), (WIDE, HIGH), invariant=1)
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(LEFT, 790, "Housing performance 2018/19")
    y = 740.0
    for row in (HEADS, *rows):
        canvas.line(LEFT, y + ROW - 6, LEFT + 460, y + ROW - 6)
        canvas.setFont("Helvetica", 9)
        for x, text in zip((LEFT, LEFT + 300, LEFT + 380), row, strict=True):
            canvas.drawString(x, y, text)
        y -= ROW
    canvas.line(LEFT, y + ROW - 6, LEFT + 460, y + ROW - 6)
    canvas.save()
    return read(path)


@pytest.mark.parametrize(
    ("row", "values"),
    [
        (("Time taken to let a home", "34 days", "28 days"), ["34", "28"]),
        (("Time that a caller waits", "3.5 minutes", "4 mins"), ["3.5", "4"]),
        (("Time taken to decide", "6 weeks", "12 weeks"), ["6", "12"]),
    ],
)
def test_a_row_of_figures_with_units_is_no_row_of_headings(
    tmp_path: Path, row: tuple[str, str, str], values: list[str]
) -> None:
    homes = ("Homes that were let", "343", "443")
    paper = drawn(tmp_path, [homes, row, ("Rent lost on empty homes", "1.44%", "1.42%")])
    assert [each.title for each in paper.indicators][1] == row[0]
    found = [str(each.value) for each in paper.figures]
    assert found == ["343", "443", *values, "1.44", "1.42"]


def test_a_row_of_headings_among_rows_is_still_refused(tmp_path: Path) -> None:
    homes = ("Homes that were let", "343", "443")
    paper = drawn(tmp_path, [homes, ("Service standard", "Result", "Before"), homes])
    assert not paper.figures
    assert any(each.rule_id == "read.unread_table" for each in paper.findings)
