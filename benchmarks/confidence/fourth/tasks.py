"""The actions of a plan while they are drawn: titles, references, dates that fit a status."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.confidence.fourth.calendar import MONTHS
from benchmarks.confidence.fourth.paper import Paper
from benchmarks.confidence.fourth.values import Code
from benchmarks.confidence.fourth.words import ACTIONS, DONE, OFFICERS, UPDATES


@dataclass(frozen=True)
class Action:
    """One action while it is drawn; dates as printed and in ISO form."""

    title: str
    code: Code | None
    status: str
    due: tuple[str, str | None]
    revised: tuple[str, str] | None
    progress: int
    owner: str
    update: str


def draw_actions(
    paper: Paper,
    statuses: Sequence[str],
    now: int,
    *,
    way: str,
    pool: Sequence[str] = ACTIONS,
    coded: bool = True,
) -> list[Action]:
    """Draw the actions of a paper: dates that fit their statuses in the month *now* of its year."""
    rng = paper.rng
    count = rng.randrange(6, min(22, len(pool)))
    codes = _codes(paper, count) if coded else [None] * count
    made = []
    for title, code in zip(rng.sample(pool, count), codes, strict=True):
        status = rng.choice((*statuses, "in_progress", "in_progress"))
        past = status == "overdue"
        month = rng.randrange(now - 3, now) if past else rng.randrange(now, now + 9)
        if status == "completed":
            month = rng.randrange(now - 2, now + 3)
        late = _date(rng, paper, way, now + rng.randrange(9, 14)) if rng.random() < 0.3 else None
        due: tuple[str, str | None] = _date(rng, paper, way, month)
        if status == "in_progress" and rng.random() < 0.05:
            due = ("Ongoing", None)
        progress = {"completed": 100, "not_started": 0}.get(status, rng.randrange(1, 20) * 5)
        update = rng.choice((*DONE, "") if status == "completed" else (*UPDATES, ""))
        made.append(Action(title, code, status, due, late, progress, rng.choice(OFFICERS), update))
    return made


def _codes(paper: Paper, count: int) -> list[Code]:
    """References of a plan, all of one shape."""
    rng, start = paper.rng, paper.calendar.start % 100
    team = rng.choice(("HSG", "ENV", "FIN", "CS", "LEI", "H&S"))
    years = f"{start:02}{(start + 3) % 100:02}"
    numbers = sorted(rng.sample(range(1, 40), count))
    shape = rng.choice(("plan", "plan", "spaced", "dotted", "dotted", "deep", "letters"))
    texts = {
        "plan": [f"{team}{years}_{n:02}" for n in numbers],
        "spaced": [f"{team} {years}_{n:02}" for n in numbers],
        "dotted": [f"{n // 6 + 1}.{n % 6 + 1}" for n in numbers],
        "deep": [f"{n // 12 + 1}.{n % 12 // 4 + 1}.{n % 4 + 1}" for n in numbers],
        "letters": [f"CP{n:02}" for n in numbers],
    }[shape]
    return [Code(text, text.replace(" ", "")) for text in texts]


def _date(rng: random.Random, paper: Paper, way: str, month: int) -> tuple[str, str]:
    """A date in a month counted from the paper's April: as printed, in ISO form (its last day)."""
    offset, number = (month - 1) // 12, (month - 1) % 12 + 1
    last = paper.calendar.last_day(number, offset)
    monthly = way in {"month-year", "short"}
    day = last if monthly or rng.random() < 0.5 else rng.randrange(1, 29)
    year, name = paper.calendar.calendar_year(number, offset), MONTHS[number - 1]
    printed = {
        "day-month-year": f"{day:02}-{name[:3]}-{year}",
        "slashes": f"{day:02}/{(number + 2) % 12 + 1:02}/{year}",
        "month-year": f"{name} {year}",
        "long": f"{day} {name} {year}",
        "short": f"{name[:3]}-{year % 100:02}",
    }[way]
    return printed, paper.calendar.iso(number, day, offset)
