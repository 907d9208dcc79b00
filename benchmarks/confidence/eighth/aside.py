"""What stands beside a paper's tables and is none of its indicators or actions.

Money, staffing, premises, grants and terms: a reader that takes them for indicators or actions is
wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.confidence.eighth.paper import Paper
from benchmarks.confidence.eighth.titles import GRANTS, HEADS, SITES, TEAMS
from benchmarks.confidence.fifth.blocks import Cell, Table

_TERMS = (
    ("FTE", "Full time equivalent"),
    ("LSP", "Local strategic partnership"),
    ("SLA", "Service level agreement"),
    ("VfM", "Value for money"),
    ("MTFP", "Medium term financial plan"),
)


def aside(paper: Paper, share: float = 0.3) -> None:
    """Print one such table in so many of the papers."""
    if paper.rng.random() < share:
        paper.rng.choice((_money, _staffing, _premises, _grants, _terms))(paper)


def _laid(paper: Paper, heads: Sequence[str], rows: list[list[Cell]], first: float) -> None:
    drawn = [
        Cell(text, heading=True, align="center" if place else "left")
        for place, text in enumerate(heads)
    ]
    paper.blocks.append(Table([first, *[10] * (len(heads) - 1)], [drawn], rows))


def _numbers(*numbers: float, form: str = "{:,}") -> list[Cell]:
    return [Cell(form.format(each), align="right") for each in numbers]


def _money(paper: Paper) -> None:
    """What was to be spent under each head, and what was."""
    rng = paper.rng
    paper.head(rng.choice(("Financial summary", "Budget monitoring", "Use of resources")))
    rows = []
    for name in HEADS:
        planned = rng.randrange(90, 6400)
        spent = planned + rng.randrange(-80, 95)
        rows.append([Cell(name), *_numbers(planned, spent, spent - planned)])
    _laid(paper, ("Subjective head", "Budget £k", "Forecast £k", "Variation £k"), rows, 20)


def _staffing(paper: Paper) -> None:
    """How many posts each team has."""
    rng = paper.rng
    paper.head("Establishment")
    rows = []
    for name in TEAMS:
        posts = rng.randrange(8, 190) / 2
        held = posts - rng.randrange(0, 7) / 2
        rows.append([Cell(name), *_numbers(posts, held, posts - held, form="{:.1f}")])
    _laid(paper, ("Team", "Budgeted FTE", "FTE in post", "Vacant FTE"), rows, 20)


def _premises(paper: Paper) -> None:
    rng = paper.rng
    paper.head("Our sites")
    rows = [
        [Cell(name), Cell(rng.choice(("Owned", "Leased"))), *_numbers(rng.randrange(1956, 2009))]
        for name in SITES
    ]
    for row in rows:
        row[-1] = Cell(row[-1].text.replace(",", ""), align="center")
    _laid(paper, ("Site", "Tenure", "Opened"), rows, 20)


def _grants(paper: Paper) -> None:
    paper.head("Grants awarded")
    rows = [
        [Cell(name), Cell(f"£{paper.rng.randrange(2, 90) * 500:,}", align="right")]
        for name in GRANTS
    ]
    _laid(paper, ("Fund", "Awarded"), rows, 16)


def _terms(paper: Paper) -> None:
    paper.head("Abbreviations")
    rows = [[Cell(name), Cell(said)] for name, said in _TERMS]
    _laid(paper, ("Term", "Meaning"), rows, 6)
