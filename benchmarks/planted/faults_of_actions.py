"""Faults in what is printed of an action: its dates, progress and status, and whether at all."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import pairwise

from benchmarks.planted.fault import Planted
from benchmarks.planted.world import PAPERS, Paper, Task


def impossible_date(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    paper = papers[chance.randrange(len(papers))]
    task = chance.choice(paper.tasks)
    year = task.due[-4:]
    task.due = chance.choice((f"31-Apr-{year}", f"31-Sep-{year}", f"30-Feb-{year}"))
    return Planted(frozenset({paper.number}), task.code)


def vanished(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    """An action that was open is listed no more."""
    first = chance.randrange(1, PAPERS - 1)
    open_then = [task for task in papers[first - 1].tasks if task.status != "Completed"]
    if not open_then:
        return None
    code = chance.choice(open_then).code
    for paper in papers[first:]:
        paper.tasks = [task for task in paper.tasks if task.code != code]
        paper.recount()
    return Planted(frozenset(range(first, PAPERS)), code)


def _task(
    chance: random.Random, papers: Sequence[Paper], fits: Callable[[Task], bool], first: int = 0
) -> tuple[Paper, Task] | None:
    places = [(p, task) for p in papers[first:] for task in p.tasks if fits(task)]
    return chance.choice(places) if places else None


def progress(status: str, progress: str) -> Callable[..., Planted | None]:
    """A progress that contradicts the status."""

    def plant(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
        found = _task(chance, papers, lambda task: task.status == status)
        if found is None:
            return None
        paper, task = found
        task.progress = progress
        return Planted(frozenset({paper.number}), task.code)

    return plant


def overdue(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    """Overdue, and not due before a later year."""
    found = _task(chance, papers, lambda task: task.status == "Overdue")
    if found is None:
        return None
    paper, task = found
    task.due = f"31-Mar-{paper.published.year + 2}"
    return Planted(frozenset({paper.number}), task.code)


def falls(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    """Progress falls below what the paper before printed."""
    places = [
        (paper, task)
        for before, paper in pairwise(papers)
        for old, task in zip(before.tasks, paper.tasks, strict=True)
        if task.status in ("In Progress", "Overdue") and _percent(old.progress) >= 30
    ]
    if not places:
        return None
    paper, task = chance.choice(places)
    before = next(t for t in papers[paper.number - 1].tasks if t.code == task.code)
    task.progress = f"{_percent(before.progress) - 20}%"
    return Planted(frozenset({paper.number}), task.code)


def slips(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    """A due date is a year later from some paper on, without a word."""
    found = _task(chance, papers, lambda task: task.status == "In Progress", first=1)
    if found is None:
        return None
    paper, task = found
    code, later = task.code, papers[paper.number :]
    for each in later:
        for other in each.tasks:
            if other.code == code:
                other.due = f"{other.due[:-4]}{int(other.due[-4:]) + 1}"
                if other.status == "Overdue":
                    other.status = "In Progress"
        each.recount()
    return Planted(frozenset(each.number for each in later), code)


def reopened(chance: random.Random, papers: Sequence[Paper]) -> Planted | None:
    places = [
        (paper, task)
        for before, paper in pairwise(papers)
        for old, task in zip(before.tasks, paper.tasks, strict=True)
        if old.status == task.status == "Completed"
    ]
    if not places:
        return None
    paper, task = chance.choice(places)
    task.status, task.progress, task.comment = "In Progress", "80%", "One part is left."
    paper.recount()
    return Planted(frozenset({paper.number}), task.code)


def _percent(text: str) -> int:
    return int(text.rstrip("%"))
