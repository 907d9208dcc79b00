"""Cards drawn on pages in councils' many ways, read from the PDF to their rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from crossfoot.extract.document import read_document
from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.paper import Known, Paper

NAMES = ("Calls answered in time (%)", "Complaints answered (%)")
SAID = (("94%", "90%", "Green", "#00b050"), ("71%", "85%", "Red", "#ff0000"))


class Page:
    """A page that is drawn from the top down, in points."""

    def __init__(self, path: Path) -> None:
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1)
        self.words(60, 60, "Tillingham Borough Council", 14, bold=True)
        self.words(60, 80, "Quarterly performance report Quarter 3 2024/25", 13, bold=True)

    def words(self, x: float, y: float, text: str, size: float = 10, *, bold: bool = False) -> None:
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, A4[1] - y, text)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        lines: Sequence[str],
        *,
        fill: str | None = None,
        ruled: bool = True,
    ) -> None:
        """A box 13 pt high for each line, filled and ruled or not."""
        high = 13 * len(lines) + 5
        if fill:
            self.canvas.setFillColor(HexColor(fill))
        self.canvas.rect(x, A4[1] - y - high, width, high, fill=int(bool(fill)), stroke=int(ruled))
        self.canvas.setFillColor(HexColor("#000000"))
        for at, line in enumerate(lines):
            self.words(x + 5, y + 12 + 13 * at, line)


def side_by_side(page: Page) -> None:
    for at, (name, (actual, target, status, colour)) in enumerate(zip(NAMES, SAID, strict=True)):
        x = 50 + 250 * at
        page.box(x, 120, 180, [name], fill="#d9d9d9")
        page.box(x + 180, 120, 60, [status], fill=colour)
        page.box(x, 138, 240, ["", "", ""])
        page.box(x, 182, 120, [f"Actual: {actual}"])
        page.box(x + 120, 182, 120, [f"Target: {target}"])


def label_over_value(page: Page) -> None:
    for at, (name, (actual, target, status, _)) in enumerate(zip(NAMES, SAID, strict=True)):
        y = 120 + 90 * at
        page.box(50, y, 480, [name], fill="#d9d9d9")
        for column, (label, value) in enumerate(
            (("Target", target), ("Actual", actual), ("Status", status))
        ):
            page.box(50 + 160 * column, y + 18, 160, [label, value])


def headings_above(page: Page) -> None:
    for at, (name, (actual, target, status, _)) in enumerate(zip(NAMES, SAID, strict=True)):
        y = 130 + 80 * at
        page.words(50, y, name, 11, bold=True)
        for column, text in enumerate((f"Actual: {actual}", f"Target: {target}", f"RAG: {status}")):
            page.box(50 + 160 * column, y + 6, 160, [text])


def whole_cells(page: Page) -> None:
    for at, (name, (actual, target, status, _)) in enumerate(zip(NAMES, SAID, strict=True)):
        lines = [name, f"Actual: {actual}", f"Target: {target}", f"RAG: {status}"]
        page.box(50 + 250 * at, 120, 240, lines)


def tiles_without_rules(page: Page) -> None:
    for at, (name, (actual, target, status, _)) in enumerate(zip(NAMES, SAID, strict=True)):
        x = 50 + 250 * at
        page.box(x, 120, 230, ["", "", "", "", "", ""], fill="#e8eef7", ruled=False)
        page.words(x + 10, 138, name, 11, bold=True)
        page.words(x + 10, 162, f"Actual: {actual}", 16)
        page.words(x + 10, 180, f"Target: {target}")
        page.words(x + 10, 194, f"RAG: {status}")


def small_tables(page: Page) -> None:
    for at, (name, (actual, target, status, _)) in enumerate(zip(NAMES, SAID, strict=True)):
        rows = (
            ("PI code", f"LI {at + 1}"),
            ("Description", name),
            ("Actual", actual),
            ("Target", target),
            ("Status", status),
        )
        for number, (label, value) in enumerate(rows):
            page.box(50, 120 + 18 * number + 120 * at, 120, [label])
            page.box(170, 120 + 18 * number + 120 * at, 360, [value])


def read(draw: Callable[[Page], None], path: Path) -> Paper:
    page = Page(path)
    draw(page)
    page.canvas.save()
    settings = NormaliseSettings(reader_version="test")
    return interpret(read_document(path), Known(), settings)


@pytest.mark.parametrize(
    "draw",
    [
        side_by_side,
        label_over_value,
        headings_above,
        whole_cells,
        tiles_without_rules,
        small_tables,
    ],
)
def test_each_card_is_one_indicator_with_its_own_figures(
    draw: Callable[[Page], None], tmp_path: Path
) -> None:
    paper = read(draw, tmp_path / "cards.pdf")
    titles = {row.indicator_id: row.title for row in paper.indicators}
    found = {
        (titles[row.indicator_id], row.measure, row.period, row.as_printed) for row in paper.figures
    }
    assert found == {
        (name, measure, "2024/25 Q3", text)
        for name, (actual, target, *_) in zip(NAMES, SAID, strict=True)
        for measure, text in (("actual", actual), ("target", target))
    }
    assert [row.status for row in paper.indicators] == ["green", "red"]
    texts = {cell.cell_id: cell.text for cell in paper.cells}
    assert all((row.as_printed or "") in (texts[row.cell_id] or "") for row in paper.figures)


def test_a_card_of_which_the_page_end_cuts_off_the_name_is_refused(tmp_path: Path) -> None:
    def draw(page: Page) -> None:
        page.box(50, 780, 420, [NAMES[0]], fill="#d9d9d9")
        page.box(470, 780, 60, ["Green"], fill="#00b050")
        page.canvas.showPage()
        page.box(50, 60, 240, ["Actual: 94%"])
        page.box(290, 60, 240, ["Target: 90%"])

    paper = read(draw, tmp_path / "cut.pdf")
    assert not paper.figures
    assert [row.page for row in paper.findings if row.rule_id == "card.unclear"] == [2]
