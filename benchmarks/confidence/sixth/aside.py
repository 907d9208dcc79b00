"""What stands beside a paper's tables and is none of its indicators or actions.

Budgets and registers of risks are no indicators and no actions: a reader that takes them for such
is wrong.
"""

from __future__ import annotations

from collections import Counter

from benchmarks.confidence.fifth.blocks import Cell, Table
from benchmarks.confidence.sixth import words
from benchmarks.confidence.sixth.paper import Paper
from benchmarks.confidence.sixth.titles import RISKS, SERVICES

_COLOURS = ("green", "amber", "red")


def budget(paper: Paper) -> None:
    """A table of each service's budget, what is forecast, and how far that is from it."""
    rng = paper.rng
    paper.head(rng.choice(("Budget Monitoring", "Financial Position", "Revenue Budget")))
    wide = rng.random() < 0.5
    heads = ["Service", "Original Budget £000", *(["Revised Budget £000"] if wide else [])]
    heads += [rng.choice(("Forecast Outturn £000", "Projected Outturn £000")), "Variance £000"]
    rows, totals = [], [0] * (len(heads) - 1)
    for name in rng.sample(SERVICES, rng.randrange(3, len(SERVICES) + 1)):
        first = rng.randrange(180, 4200)
        revised = [first + rng.randrange(-60, 60)] if wide else []
        forecast = first + rng.randrange(-150, 150)
        numbers = [first, *revised, forecast, forecast - (revised or [first])[0]]
        totals = [one + other for one, other in zip(totals, numbers, strict=True)]
        rows.append([Cell(name), *map(_money, numbers)])
    rows.append([Cell("Total", bold=True), *map(_money, totals)])
    drawn = [
        Cell(text, heading=True, align="right" if place else "left")
        for place, text in enumerate(heads)
    ]
    paper.blocks.append(Table([24, *[11] * len(totals)], [drawn], rows))


def _money(number: int) -> Cell:
    return Cell(f"({-number:,})" if number < 0 else f"{number:,}", align="right")


def risks(paper: Paper) -> None:
    """A register of risks: each with its likelihood, impact and score, and how it is controlled."""
    rng = paper.rng
    paper.head(rng.choice(("Risk Register", "Key Risks", "Service Risks")))
    heads = ["Risk", "Likelihood", "Impact", "Risk Score", "Existing Controls"]
    rows = []
    for name in rng.sample(RISKS, rng.randrange(3, len(RISKS) + 1)):
        one, other = rng.randrange(1, 5), rng.randrange(1, 5)
        numbers = [Cell(f"{each}", align="center") for each in (one, other, one * other)]
        controls = ("Monthly budget monitoring", "Insurance", "Business continuity plan in place")
        rows.append([Cell(name), *numbers, Cell(rng.choice(controls))])
    drawn = [
        Cell(text, heading=True, align="center" if place in {1, 2, 3} else "left")
        for place, text in enumerate(heads)
    ]
    paper.blocks.append(Table((26, 9, 8, 9, 24), [drawn], rows))


def counted(paper: Paper) -> None:
    """A sentence that counts the paper's statuses, where every row has one of three."""
    told = [row.truth.status for row in paper.rows]
    if all(status in _COLOURS for status in told):
        found = Counter(told)
        green, amber, red = (found[each] for each in _COLOURS)
        paper.say(
            f"Of {len(told)} indicators, {green} are green, {amber} are amber and {red} are red."
        )
    else:
        paper.say(paper.rng.choice(words.BACKGROUND))
