"""Small papers of one council that contradict each other: what survives a fault shows in findings.

Each takes a few milliseconds to read, so that a run spends its time on all of its stages.
"""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

COUNCIL = "Anywhere District Council"
_RULED = [("GRID", (0, 0), (-1, -1), 0.5, "black")]


def draw(folder: Path, years: int = 6) -> Path:
    """Write so many yearly papers, two quarterly ones for each third year, and a reissue."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(years):
        _outturns(folder / f"{2009 + number}_outturns.pdf", number)
        if number % 3 == 0:
            for quarter in (1, 2):
                _actions(folder / f"{2009 + number}_q{quarter}.pdf", 2009 + number, quarter)
    first = (folder / "2009_outturns.pdf").read_bytes()
    (folder / "2009_reissued.pdf").write_bytes(first + b"% sent to another committee\n")
    return folder


def _year(number: int) -> str:
    return f"{2008 + number}/{(9 + number) % 100:02}"


def _outturns(path: Path, number: int) -> None:
    """Two years beside each other; every third paper restates what the one before printed."""
    restated = 4 if number % 3 == 1 else 0
    before, now = number, number + 1

    def rows(page: int) -> list[list[str]]:
        return [
            [
                f"KP{page}{line}",
                f"Measure {line} of service {page}",
                f"{100 + 7 * before + line + restated}",
                f"{100 + 7 * now + line}",
            ]
            for line in range(1, 6)
        ]

    heading = ["Code", "Indicator", f"Outturn {_year(before)}", f"Outturn {_year(now)}"]
    _write(path, f"Resources Key Performance Indicators {_year(now)}", heading, rows)


def _actions(path: Path, year: int, quarter: int) -> None:
    """Actions whose progress falls from the first quarter to the second."""

    def rows(page: int) -> list[list[str]]:
        return [
            [
                f"AC{page}{line}",
                f"Produce plan {line} of service {page}",
                "In Progress",
                f"{80 - 30 * quarter + line}%",
                f"{line:02}/12/{year + 1}",
            ]
            for line in range(1, 5)
        ]

    heading = ["Code", "Action", "Status", "Progress", "Due Date"]
    title = f"Business Plan Progress Quarter {quarter} {year}/{(year + 1) % 100:02}"
    _write(path, title, heading, rows)


def _write(path: Path, title: str, heading: list[str], rows: object) -> None:
    style = getSampleStyleSheet()["Normal"]
    flow: list[object] = []
    for page in (1, 2):
        assert callable(rows)
        flow += [Paragraph(f"{COUNCIL}: {title}", style)]
        flow += [Table([heading, *rows(page)], style=_RULED), PageBreak()]
    SimpleDocTemplate(str(path), pagesize=landscape(A4), invariant=1).build(flow)
