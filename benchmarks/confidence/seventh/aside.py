"""What stands beside a paper's tables and is none of its indicators or actions.

Money, risks, attendance and names to ask: a reader that takes them for indicators or actions is
wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.confidence.fifth.blocks import Cell, Table
from benchmarks.confidence.seventh import words
from benchmarks.confidence.seventh.paper import Paper
from benchmarks.confidence.seventh.titles import DIVISIONS, HAZARDS, MEMBERS


def aside(paper: Paper, share: float = 0.35) -> None:
    """Print one such table in so many of the papers."""
    if paper.rng.random() < share:
        paper.rng.choice((_money, _risks, _attendance, _contacts, _reserves))(paper)


def _laid(paper: Paper, heads: Sequence[str], rows: list[list[Cell]], first: float) -> None:
    drawn = [
        Cell(text, heading=True, align="center" if place else "left")
        for place, text in enumerate(heads)
    ]
    paper.blocks.append(Table([first, *[10] * (len(heads) - 1)], [drawn], rows))


def _money(paper: Paper) -> None:
    """Each division's budget, what was spent, and the difference."""
    rng = paper.rng
    paper.head(rng.choice(("What we spent", "Revenue position", "Spending against budget")))
    rows = []
    for name in rng.sample(DIVISIONS, rng.randrange(3, len(DIVISIONS) + 1)):
        planned = rng.randrange(240, 9100)
        spent = planned + rng.randrange(-190, 230)
        rows.append([Cell(name), *map(_pounds, (planned, spent, spent - planned))])
    _laid(paper, ("Division", "Budget £000", "Spend £000", "Over / (under) £000"), rows, 22)


def _pounds(number: int) -> Cell:
    return Cell(f"({-number:,})" if number < 0 else f"{number:,}", align="right")


def _reserves(paper: Paper) -> None:
    paper.head("Reserves and balances")
    names = ("General Fund", "Insurance Fund", "Capital Receipts", "Winter Maintenance")
    rows = [
        [Cell(name), *(Cell(f"£{paper.rng.randrange(60, 940) / 100}m") for _ in range(2))]
        for name in names
    ]
    _laid(paper, ("Reserve", "Opening balance", "Closing balance"), rows, 20)


def _risks(paper: Paper) -> None:
    """Risks with their scores and who looks after each."""
    rng = paper.rng
    paper.head(rng.choice(("Strategic risks", "Top risks")))
    rows = []
    for name in rng.sample(HAZARDS, rng.randrange(3, len(HAZARDS) + 1)):
        one, other = rng.randrange(1, 6), rng.randrange(1, 6)
        scores = [Cell(f"{each}", align="center") for each in (one, other, one * other)]
        rows.append([Cell(name), *scores, Cell(rng.choice(words.POSTS))])
    _laid(paper, ("Risk", "Probability", "Severity", "Gross score", "Risk owner"), rows, 22)


def _attendance(paper: Paper) -> None:
    """How often each member came."""
    rng = paper.rng
    paper.head("Attendance of members")
    rows = []
    for name in MEMBERS:
        called = rng.randrange(5, 9)
        came = called - rng.choice((0, 0, 1, 2))
        numbers = [Cell(f"{each}", align="center") for each in (called, came)]
        rows.append([Cell(name), *numbers])
    _laid(paper, ("Member", "Meetings called", "Meetings attended"), rows, 18)


def _contacts(paper: Paper) -> None:
    paper.head("Who to ask")
    rng = paper.rng
    rows = [
        [
            Cell(post),
            Cell(rng.choice(words.INITIALS)),
            Cell(f"01{rng.randrange(200, 990)} 496{n}00"),
        ]
        for n, post in enumerate(rng.sample(words.POSTS, 4))
    ]
    _laid(paper, ("Post", "Name", "Telephone"), rows, 20)
