"""Papers of one council whose indicators change their codes and titles from year to year."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

COUNCIL = "Anywhere District Council"
_RULED = [("GRID", (0, 0), (-1, -1), 0.5, "black")]


def paper(
    path: Path,
    years: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    coded: bool = True,
    note: str = "",
) -> Path:
    """Write a paper: a table with a column for each of *years*; *rows* hold code, title, values."""
    path.parent.mkdir(exist_ok=True)
    heading = [*(["Code"] if coded else []), "Indicator", *(f"Outturn {year}" for year in years)]
    style = getSampleStyleSheet()["Normal"]
    SimpleDocTemplate(str(path), pagesize=A4, invariant=1).build(
        [
            Paragraph(f"Resources Key Performance Indicators {years[-1]} {note}", style),
            Table([heading, *map(list, rows)], style=_RULED),
        ]
    )
    return path


def renamed(folder: Path) -> Path:
    """Write three papers: BV9 is FP_101 from 2010/11 and RB_7 from 2012/13, others go on."""
    tax, homes = "Council Tax collected %", "Homes let"
    paper(
        folder / "2009.pdf",
        ["2008/09", "2009/10"],
        [["BV9", tax, "97.1", "97.3"], ["HS_1", homes, "112", "131"]],
    )
    paper(
        folder / "2011.pdf",
        ["2009/10", "2010/11", "2011/12"],
        [["FP_101", tax, "97.3", "97.6", "97.7"], ["HS_1", homes, "131", "140", "155"]],
    )
    paper(
        folder / "2013.pdf",
        ["2012/13", "2013/14"],
        [["RB_7", "% of Council Tax collected", "98.2", "98.4"], ["HS_2", "Homes lost", "1", "2"]],
    )
    return folder
