"""The actions of a plan while they are drawn: titles, references, dates that fit a status."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.confidence.fifth.paper import Paper
from benchmarks.confidence.fifth.words import DONE, LATER, OFFICERS, UPDATES
from benchmarks.confidence.fourth.calendar import MONTHS

#: The ways in which a plan may print its dates.
WAYS = ("name", "name", "short", "slashes", "dots", "day", "ordinal", "dashes")


@dataclass(frozen=True)
class Task:
    """One action while it is drawn; dates as printed and in ISO form (a month's last day)."""

    title: str
    code: str
    status: str
    start: tuple[str, str]
    due: tuple[str, str]
    revised: tuple[str, str] | None
    progress: int
    owner: str
    update: str


def draw_tasks(
    paper: Paper, pool: Sequence[str], statuses: Sequence[str], now: int, *, way: str, shape: str
) -> list[Task]:
    """Draw a paper's actions: dates that fit their statuses in the month *now* of its year."""
    rng = paper.rng
    count = rng.randrange(6, len(pool) - 1)
    codes = _codes(paper, count, shape)
    return [
        _task(paper, title, code, rng.choice((*statuses, statuses[1])), now, way)
        for title, code in zip(rng.sample(pool, count), codes, strict=True)
    ]


def _task(paper: Paper, title: str, code: str, status: str, now: int, way: str) -> Task:
    rng = paper.rng
    month = rng.randrange(now, now + 10)
    if status in {"overdue", "red"}:
        month = rng.randrange(now - 4, now)
    elif status == "completed":
        month = rng.randrange(now - 2, now + 3)
    late = status in {"overdue", "red", "amber", "warning"} and rng.random() < 0.75
    progress = {"completed": 100, "not_started": 0}.get(status, rng.randrange(1, 20) * 5)
    return Task(
        title=title,
        code=code,
        status=status,
        start=_date(rng, paper, way, month - rng.randrange(3, 12)),
        due=_date(rng, paper, way, month),
        revised=_date(rng, paper, way, month + rng.randrange(2, 7)) if late else None,
        progress=progress,
        owner=rng.choice(OFFICERS),
        update=rng.choice({"completed": DONE, "not_started": LATER}.get(status, UPDATES)),
    )


def _codes(paper: Paper, count: int, shape: str) -> list[str]:
    """References of a plan, all of one shape, in order."""
    rng, start = paper.rng, paper.calendar.start % 100
    team = rng.choice(("HO", "EN", "FI", "CP", "LE", "RB"))
    numbers = sorted(rng.sample(range(1, 36), count))
    return {
        "plan": [f"{team}{start:02}{(start + 3) % 100:02}_{n:02}" for n in numbers],
        "dotted": [f"{n // 6 + 1}.{n % 6 + 1}" for n in numbers],
        "deep": [f"{n // 9 + 1}.{n % 9 // 3 + 1}.{n % 3 + 1}" for n in numbers],
        "team": [f"{team}{n:02}" for n in numbers],
        "count": [f"{n}" for n in range(1, count + 1)],
        "risk": [f"R{n // 4 + 1}.{n % 4 + 1}" for n in numbers],
        "project": [f"P{n:03}" for n in numbers],
    }[shape]


def _date(rng: random.Random, paper: Paper, way: str, month: int) -> tuple[str, str]:
    """A date in a month counted from the paper's April: as printed, in ISO form."""
    offset, number = (month - 1) // 12, (month - 1) % 12 + 1
    last = paper.calendar.last_day(number, offset)
    day = last if way in {"name", "short"} or rng.random() < 0.6 else rng.randrange(1, 29)
    year, name = paper.calendar.calendar_year(number, offset), MONTHS[number - 1]
    in_year = (number + 2) % 12 + 1
    ends = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    printed = {
        "name": f"{name} {year}",
        "short": f"{name[:3]}-{year % 100:02}",
        "slashes": f"{day:02}/{in_year:02}/{year}",
        "dots": f"{day:02}.{in_year:02}.{year}",
        "day": f"{day} {name} {year}",
        "ordinal": f"{day}{ends} {name} {year}",
        "dashes": f"{day:02}-{name[:3]}-{year}",
    }[way]
    return printed, paper.calendar.iso(number, day, offset)
