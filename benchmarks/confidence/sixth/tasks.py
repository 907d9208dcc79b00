"""The actions of a plan of the sixth set: references, dates that fit a standing, what is said."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.confidence.fourth.calendar import MONTHS, Calendar
from benchmarks.confidence.sixth import words
from benchmarks.confidence.sixth.paper import Paper

#: The ways in which a plan may print its dates, as often as councils do.
DATES = (
    *("{name} {year}",) * 3,
    *("{short} {year}",) * 2,
    "{short}-{yy:02}",
    "{short} {yy:02}",
    *("{day:02}/{month:02}/{year}",) * 2,
    "{day:02}/{month:02}/{yy:02}",
    *("{day} {name} {year}",) * 2,
    "{day}{end} {name} {year}",
    "{day:02}-{short}-{year}",
    "Q{quarter} {financial}",
)
_SHORT = {"September": "Sept", "June": "June", "July": "July"}


class Day(NamedTuple):
    """A date as printed, and in ISO form: of a month or a quarter, its last day."""

    printed: str
    iso: str | None


class Task(NamedTuple):
    """One action while it is drawn; ``status`` is what is true of it in the contract's words."""

    title: str
    code: str
    status: str
    due: Day
    revised: Day | None
    progress: int
    owner: str
    update: str


def draw_tasks(
    paper: Paper, pool: Sequence[str], statuses: Sequence[str], now: int, shape: str
) -> list[Task]:
    """Draw a paper's actions, whose standing fits month *now* (counted from April) of its year."""
    rng, way = paper.rng, paper.rng.choice(DATES)
    count = rng.randrange(5, len(pool) - 1)
    short = rng.random() < 0.25
    made = []
    for title, code in zip(rng.sample(pool, count), _codes(paper, count, shape), strict=True):
        status = rng.choice((*statuses, statuses[1]))
        month = rng.randrange(now + 1, now + 12)
        if status in {"overdue", "red"}:
            month = rng.randrange(now - 5, now)
        elif status in {"completed", "blue"}:
            month = rng.randrange(now - 4, now + 2)
        late = status in {"overdue", "red", "amber", "warning"} and rng.random() < 0.7
        due = day(rng, paper.calendar, way, month)
        if status in {"in_progress", "green"} and rng.random() < 0.05:
            due = Day(rng.choice(("Ongoing", "TBC")), None)
        made.append(
            Task(
                title=title,
                code=code,
                status=status,
                due=due,
                revised=day(rng, paper.calendar, way, month + rng.randrange(6, 10))
                if late
                else None,
                progress=_progress(rng, status),
                owner=rng.choice(words.SHORT_POSTS if short else words.POSTS),
                update=_said(rng, status),
            )
        )
    return made


def _progress(rng: random.Random, status: str) -> int:
    return {"completed": 100, "blue": 100, "not_started": 0}.get(status, rng.randrange(1, 19) * 5)


def _said(rng: random.Random, status: str) -> str:
    pools = {
        "completed": words.DONE,
        "blue": words.DONE,
        "not_started": words.WAITING,
        "overdue": words.BEHIND,
        "red": words.BEHIND,
        "warning": words.BEHIND,
        "amber": words.BEHIND,
    }
    pool = pools.get(status, words.UNDER_WAY)
    if pool is words.WAITING:
        return rng.choice(pool)
    said = rng.sample(pool, rng.choice((1, 1, 1, 2)))
    if len(said) > 1 and rng.random() < 0.4:
        return "\n".join(f"• {each}" for each in said)
    return " ".join(said)


def day(rng: random.Random, calendar: Calendar, way: str, month: int) -> Day:
    """A date in a month counted from the paper's April."""
    offset, number = (month - 1) // 12, (month - 1) % 12 + 1
    last = calendar.last_day(number, offset)
    name, year = MONTHS[number - 1], calendar.calendar_year(number, offset)
    chosen = last if "{day" not in way or rng.random() < 0.7 else rng.randrange(1, 29)
    if "{quarter}" in way:
        number = (number + 2) // 3 * 3
        chosen = calendar.last_day(number, offset)
    ends = "th" if 10 < chosen < 20 else {1: "st", 2: "nd", 3: "rd"}.get(chosen % 10, "th")
    printed = way.format(
        name=name,
        short=_SHORT.get(name, name[:3]) if "-" not in way else name[:3],
        year=year,
        yy=year % 100,
        day=chosen,
        month=(month + 2) % 12 + 1,
        end=ends,
        quarter=(number + 2) // 3,
        financial=calendar.year(offset),
    )
    return Day(printed, calendar.iso(number, chosen, offset))


def _codes(paper: Paper, count: int, shape: str) -> list[str]:
    """References of a plan, all of one shape, in order."""
    rng, first = paper.rng, paper.calendar.start % 100
    team = rng.choice(("CP", "HS", "EN", "FS", "LD", "PD", "CE"))
    numbers = sorted(rng.sample(range(1, 33), count))
    return {
        "count": [f"{n}" for n in range(1, count + 1)],
        "dotted": [f"{n // 5 + 1}.{n % 5 + 1}" for n in numbers],
        "team": [f"{team}{n}" for n in numbers],
        "dashed": [f"{team}-{n:02}" for n in numbers],
        "slashed": [f"{team}/{first:02}/{n:02}" for n in numbers],
        "plan": [f"{team}{first:02}{(first + 3) % 100:02}_{n:02}" for n in numbers],
        "lettered": [f"{'ABCDEFG'[n // 5]}{n % 5 + 1}" for n in numbers],
    }[shape]
