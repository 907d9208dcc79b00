"""The actions of the seventh set's plans, and the tables that show them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from benchmarks.confidence.fifth.blocks import Cell, Table
from benchmarks.confidence.fifth.sheet import band
from benchmarks.confidence.model import TrueAction
from benchmarks.confidence.seventh import words
from benchmarks.confidence.seventh.paper import Paper
from benchmarks.confidence.sixth.tasks import Day, day

#: The ways in which a plan may print its dates, as often as councils do.
DATES = (
    *("{day:02}/{month:02}/{year}",) * 3,
    *("{name} {year}",) * 3,
    *("{short} {year}",) * 2,
    "{short}-{yy:02}",
    "{short} {yy:02}",
    "{day:02}/{month:02}/{yy:02}",
    "{day:02}.{month:02}.{year}",
    *("{day} {name} {year}",) * 2,
    "{day}{end} {name} {year}",
    "{day:02} {short} {year}",
    "{day:02}-{short}-{yy:02}",
    "End {name} {year}",
    "Q{quarter} {financial}",
)
#: Standings of which a date should lie in the past, or near.
_LATE, _DONE = {"overdue", "red"}, {"completed", "blue"}


class Task(NamedTuple):
    """One action while it is drawn; ``status`` is what is true of it in the contract's words."""

    title: str
    code: str
    status: str
    start: Day
    due: Day
    revised: Day | None
    progress: int
    owner: str
    sponsor: str
    update: str
    gain: str


def draw_tasks(paper: Paper, pool: Sequence[str], statuses: Sequence[str], now: int) -> list[Task]:
    """Draw a paper's actions, whose standing fits month *now* (counted from April) of its year."""
    rng, way = paper.rng, paper.rng.choice(DATES)
    count = rng.randrange(5, len(pool) + 1)
    people = rng.choice((words.POSTS, words.POSTS, words.INITIALS))
    made = []
    for title, code in zip(rng.sample(pool, count), _codes(paper, count), strict=True):
        status = rng.choice((*statuses, statuses[1]))
        month = rng.randrange(now + 1, now + 14)
        if status in _LATE:
            month = rng.randrange(now - 6, now)
        elif status in _DONE:
            month = rng.randrange(now - 5, now + 2)
        due = day(rng, paper.calendar, way, month)
        if status in {"in_progress", "green"} and rng.random() < 0.06:
            due = Day(rng.choice(("Ongoing", "Continuous")), None)
        moved = status in {*_LATE, "amber"} and rng.random() < 0.75
        later = day(rng, paper.calendar, way, now + rng.randrange(2, 10)) if moved else None
        begun = day(rng, paper.calendar, way, month - rng.randrange(4, 12))
        done = {"not_started": 0, **dict.fromkeys(_DONE, 100)}
        made.append(
            Task(
                title=title,
                code=code,
                status=status,
                start=begun,
                due=due,
                revised=later,
                progress=done.get(status, rng.randrange(1, 20) * 5),
                owner=rng.choice(people),
                sponsor=rng.choice(words.POSTS),
                update=_said(rng, status),
                gain=rng.choice(words.GAINS),
            )
        )
    return made


def _said(rng: random.Random, status: str) -> str:
    if status == "not_started":
        return rng.choice(words.AHEAD)
    done, late = status in _DONE, status in {*_LATE, "amber"}
    pool = words.FINISHED if done else words.SLOW if late else words.MOVING
    said = rng.sample(pool, rng.choice((1, 1, 2)))
    return "\n".join(f"- {each}" for each in said) if len(said) > 1 else said[0]


def _codes(paper: Paper, count: int) -> list[str]:
    """References of a plan, all of one shape, in order."""
    rng = paper.rng
    numbers = sorted(rng.sample(range(1, 40), count))
    letters = rng.choice(("AP", "R", "EQ", "CC", "IP", "PR"))
    return rng.choice(
        (
            [f"{number}" for number in range(1, count + 1)],
            [f"{number // 6 + 1}.{number % 6 + 1}" for number in numbers],
            [f"{letters}{number:02}" for number in numbers],
            [f"{letters} {number}" for number in numbers],
            [f"{letters}{number // 6 + 1}.{number % 6 + 1}" for number in numbers],
            [f"{number // 6 + 1}{'abcdef'[number % 6]}" for number in numbers],
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
    heads: Sequence[str], weight: float, get: Callable[[Task], str], rng: random.Random
) -> Field:
    """A column of words under one of these headings."""
    return Field(rng.choice(heads), weight, lambda task: Cell(get(task)))


def lay(
    paper: Paper, fields: Sequence[Field], tasks: Sequence[Task], *, beside: bool = False
) -> list[TrueAction]:
    """Print a plan's actions and return what is true of them, officers left out.

    The plan is one table, with bands of its parts or without, or one under each part's heading;
    with *beside* each part stands in a column before its actions.
    """
    rng, look = paper.rng, paper.look
    align = look.heads if look.ruling == "ruled" else "left"
    heads = [
        Cell(each.heading, heading=True, align="center" if each.middle else align)
        for each in fields
    ]
    weights = [each.weight for each in fields]
    way = "beside" if beside else rng.choice(("plain", "plain", "bands", "apart"))
    if beside:
        heads.insert(0, Cell(rng.choice(("Goal", "Outcome", "Aim")), heading=True, align=align))
        weights.insert(0, 13)
    drawn, done = Table(weights, [heads]), 0
    for name in rng.sample(words.GOALS, len(words.GOALS)):
        size = len(tasks) if way == "plain" else rng.randrange(2, 5)
        members = tasks[done : done + size]
        done += len(members)
        if not members:
            break
        rows = [[each.draw(task) for each in fields] for task in members]
        if beside:
            rows[0].insert(0, Cell(name, rows=len(members)))
        elif way == "bands":
            rows.insert(0, band(name, len(fields), look))
        elif way == "apart":
            paper.blocks += [drawn] if drawn.rows else []
            paper.head(name)
            drawn = Table(weights, [heads])
        drawn.rows += rows
    paper.blocks.append(drawn)
    made = [TrueAction(each.code, each.title, each.status, each.due.iso) for each in tasks]
    paper.actions += made
    return made
