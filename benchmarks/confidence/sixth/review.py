"""A review of a business plan: what stands how is counted, then its tasks, then its indicators."""

from __future__ import annotations

import random
from collections import Counter

from benchmarks.confidence.fifth.blocks import Cell, Table
from benchmarks.confidence.fifth.columns import goal, outturn, quarter, standing
from benchmarks.confidence.fifth.sheet import Column, texts
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.sixth.columns import commentary
from benchmarks.confidence.sixth.laid import Field, lay
from benchmarks.confidence.sixth.paper import Paper, begin
from benchmarks.confidence.sixth.plans import SYSTEM_STATUSES
from benchmarks.confidence.sixth.tasks import Task, draw_tasks
from benchmarks.confidence.sixth.titles import SYSTEM


def business_plan_review(rng: random.Random, ruling: str) -> Drawn:
    """A committee's review of a business plan: the tasks by exception, then the indicators."""
    kinds = ("word", "word and icon", "painted word")
    paper = begin(rng, ruling, wide=8, years=(2009, 2023), kinds=kinds)
    calendar, now = paper.calendar, rng.randrange(1, 5)
    titles = ("Business Plan Progress", "Performance Management Review", "Delivery Plan Progress")
    paper.open(f"{rng.choice(titles)} {calendar.quarter(now)}", 3 * now)
    tasks = draw_tasks(paper, SYSTEM, tuple(SYSTEM_STATUSES), 3 * now, "plan")
    if rng.random() < 0.5:
        paper.head(f"Summary of Progress {calendar.year()}")
        paper.blocks.append(_summary(tasks))
    paper.head(rng.choice(("Key Tasks and Priorities for Improvement", "Progress against Actions")))
    _tasks(paper, tasks)
    paper.head(rng.choice(("Performance Indicators", "Critical Success Indicators")))
    _indicators(paper, now)
    return paper.close(landscape=rng.random() < 0.85)


def _tasks(paper: Paper, tasks: list[Task]) -> None:
    """The tasks: a word and its icon, the title with its code, progress, due date, comments."""
    rng = paper.rng
    pictured, joined = rng.random() < 0.6, rng.random() < 0.6

    def status(task: Task) -> Cell:
        word, icon = SYSTEM_STATUSES[task.status]
        return Cell(word, picture=icon if pictured else None, align="center")

    fields = [Field("Status", 9, status, True)]
    if joined:
        head = rng.choice(("Action Title and Code", "Task and Code"))
        fields.append(Field(head, 28, lambda task: Cell(f"{task.title} ({task.code})")))
    else:
        fields.append(Field("Code", 10, lambda task: Cell(task.code)))
        fields.append(Field(rng.choice(("Action", "Task")), 26, lambda task: Cell(task.title)))
    fields += [
        Field("Progress", 8, lambda task: Cell(f"{task.progress}%", align="center"), True),
        Field("Due Date", 10, lambda task: Cell(task.due.printed)),
        Field("Comments", 32, lambda task: Cell(task.update)),
    ]
    for truth, task in zip(lay(paper, fields, tasks, ()), tasks, strict=True):
        truth.progress, truth.people = task.progress, ()


def _indicators(paper: Paper, now: int) -> None:
    """The indicators: two years achieved, the quarter, the year's target."""
    rng, calendar = paper.rng, paper.calendar
    columns = paper.names(("PI Description and Code", "Indicator", "Description"), coded=0.8)
    if rng.random() < 0.4:
        often = ("Quarterly", "Monthly", "Quarterly")
        columns.append(Column(("Frequency",), 9, texts(often), words=True))
    what = rng.choice(("Achieved", "Outturn", "Actual"))
    columns += [outturn(calendar, each, (f"{calendar.year(each)} {what}",)) for each in (-2, -1)]
    columns.append(quarter(calendar, now, (f"{calendar.quarter(now)}",), gaps=False))
    columns.append(goal(calendar, 0, (f"{calendar.year()} Target",)))
    marked = standing(paper.style, f"actual Q{now}", "target 0")
    columns.insert(0 if rng.random() < 0.6 else len(columns), marked)
    columns.append(commentary(rng, 0.3))
    paper.fill(columns, paper.services(columns, 4, 18))


def _summary(tasks: list[Task]) -> Table:
    """How many tasks stand how."""
    found = Counter(task.status for task in tasks)
    heads = [Cell(""), *(Cell(word, align="center") for word, _ in SYSTEM_STATUSES.values())]
    counts = [Cell(f"{found[each]}", align="center") for each in SYSTEM_STATUSES]
    return Table((14, 9, 9, 9, 9, 9), [heads], [[Cell("All tasks"), *counts]])
