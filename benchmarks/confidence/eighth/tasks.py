"""The actions of the eighth set's plans, and the tables that show them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from benchmarks.confidence.eighth import words
from benchmarks.confidence.eighth.paper import Paper
from benchmarks.confidence.fifth.blocks import Cell, Table
from benchmarks.confidence.fifth.sheet import band
from benchmarks.confidence.model import TrueAction
from benchmarks.confidence.sixth.tasks import Day, day

#: The ways in which a plan may print its dates, as often as authorities do.
DATES = (
    *("{short} {yy:02}",) * 3,
    *("{day:02}/{month:02}/{year}",) * 3,
    *("{name} {year}",) * 2,
    "{day}/{month}/{yy:02}",
    "{day} {short} {year}",
    "{day:02}-{short}-{year}",
    "{day}{end} {name} {year}",
    "End {name} {year}",
    "End of {name} {year}",
    "By {name} {year}",
    "By end {short} {year}",
    "{year}-{month:02}-{day:02}",
    "Q{quarter} {financial}",
    "Quarter {quarter} {financial}",
)
#: Standings of which a date should lie in the past, or near.
_LATE, _DONE = {"overdue", "red"}, {"completed", "blue"}


class Task(NamedTuple):
    """One action while it is drawn; ``status`` is what is true of it in the contract's words."""

    title: str
    code: str
    status: str
    due: Day
    begun: Day
    ended: Day
    progress: int
    owner: str
    agency: str
    update: str
    gain: str
    fund: str


def draw_tasks(paper: Paper, pool: Sequence[str], statuses: Sequence[str], now: int) -> list[Task]:
    """Draw a paper's actions, whose standing fits month *now* (counted from April) of its year."""
    rng, way = paper.rng, paper.rng.choice(DATES)
    count = rng.randrange(6, len(pool) + 1)
    people = rng.choice((words.POSTS, words.POSTS, words.PEOPLE))
    made = []
    for title, code in zip(rng.sample(pool, count), _codes(rng, count), strict=True):
        status = rng.choice((*statuses, statuses[1]))
        month = rng.randrange(now + 1, now + 15)
        if status in _LATE:
            month = rng.randrange(now - 6, now)
        elif status in _DONE:
            month = rng.randrange(now - 5, now + 1)
        due = day(rng, paper.calendar, way, month)
        if status in {"in_progress", "green"} and rng.random() < 0.08:
            due = Day(rng.choice(("Ongoing", "On-going", "Continuous")), None)
        share = {"not_started": 0, **dict.fromkeys(_DONE, 100)}
        made.append(
            Task(
                title=title,
                code=code,
                status=status,
                due=due,
                begun=day(rng, paper.calendar, way, month - rng.randrange(5, 14)),
                ended=day(rng, paper.calendar, way, min(month, now) - rng.randrange(2)),
                progress=share.get(status, rng.randrange(1, 20) * 5),
                owner=rng.choice(people),
                agency=rng.choice(words.AGENCIES),
                update=_said(rng, status),
                gain=rng.choice(words.GAINS),
                fund=rng.choice(words.FUNDS),
            )
        )
    return made


def _said(rng: random.Random, status: str) -> str:
    if status == "not_started":
        return rng.choice(words.AHEAD)
    late = status in {*_LATE, "amber", "warning"}
    pool = words.FINISHED if status in _DONE else words.SLOW if late else words.MOVING
    return " ".join(rng.sample(pool, rng.choice((1, 1, 2))))


def _codes(rng: random.Random, count: int) -> list[str]:
    """References of a plan, all of one shape, in order."""
    numbers = sorted(rng.sample(range(6, 54), count))
    letters = rng.choice(("OBJ", "MS", "WS", "LS", "T", "A"))
    return rng.choice(
        (
            [f"{letters}{number // 6}.{number % 6 + 1}" for number in numbers],
            [f"{letters}{number:02}" for number in numbers],
            [f"{letters}-{number:03}" for number in numbers],
            [f"{number // 6}.{number % 6 + 1}" for number in numbers],
            [f"{'ABCDEFGHI'[number // 6]}{number % 6 + 1}" for number in numbers],
            [f"{number}" for number in range(1, count + 1)],
        )
    )


@dataclass(frozen=True)
class Field:
    """A column of a plan: its heading, its share of the width, what it prints of an action."""

    heading: str
    weight: float
    draw: Callable[[Task], Cell]
    middle: bool = False


def text(
    rng: random.Random, heads: Sequence[str], weight: float, get: Callable[[Task], str]
) -> Field:
    """A column of words under one of these headings."""
    return Field(rng.choice(heads), weight, lambda task: Cell(get(task)))


def lay(
    paper: Paper, fields: Sequence[Field], tasks: Sequence[Task], *, parts: Sequence[str] = ()
) -> list[TrueAction]:
    """Print a plan's actions and return what is true of them, officers left out.

    The plan is one table, with bands of its parts or without, or one under each part's heading;
    with *parts* these are columns before the actions that reach down beside those of one part.
    """
    rng, look = paper.rng, paper.look
    align = look.heads if look.ruling == "ruled" else "left"
    heads = [
        Cell(each.heading, heading=True, align="center" if each.middle else align)
        for each in fields
    ]
    weights = [each.weight for each in fields]
    way = "beside" if parts else rng.choice(("plain", "plain", "bands", "apart"))
    if parts:
        heads.insert(0, Cell(rng.choice(parts), heading=True, align=align))
        weights.insert(0, 13)
    drawn, done = Table(weights, [heads]), 0
    for name in rng.sample(words.GOALS, len(words.GOALS)):
        members = tasks[done : done + (len(tasks) if way == "plain" else rng.randrange(3, 6))]
        done += len(members)
        if not members:
            break
        rows = [[each.draw(task) for each in fields] for task in members]
        if parts:
            rows[0].insert(0, Cell(name, rows=len(members)))
        elif way == "bands":
            rows.insert(0, band(name, len(fields), look))
        elif way == "apart":
            paper.blocks += [drawn] if drawn.rows else []
            paper.head(name)
            drawn = Table(weights, [heads])
        drawn.rows += rows
    paper.blocks.append(drawn)
    made = [TrueAction(each.code, each.title, each.status, each.due.iso) for each in tasks[:done]]
    paper.actions += made
    return made
