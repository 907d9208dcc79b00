"""Actions: an export with progress bars, milestones under each, a service plan by objectives."""

from __future__ import annotations

import random

from benchmarks.confidence.model import Drawn
from benchmarks.confidence.second.action_parts import (
    Marks,
    Task,
    codes_of,
    draw_marks,
    draw_tasks,
    heading_row,
)
from benchmarks.confidence.second.blocks import Bar, Cell, Run, Table, plain
from benchmarks.confidence.second.setting import Setting, begin
from benchmarks.confidence.second.words import (
    MILESTONES,
    OFFICERS,
    OUTCOMES,
    PORTFOLIOS,
    PRIORITIES,
    UPDATES,
)


def action_export(rng: random.Random, ruling: str) -> Drawn:
    """An export of actions: code and title, due and revised dates, a progress bar, an officer."""
    paper = begin(rng, ruling, wide=9)
    marks = draw_marks(rng, "export")
    _open(paper, "Service Plan Actions", marks)
    together, revised = rng.random() < 0.4, rng.random() < 0.5
    bars, officer = (
        rng.random() < 0.6,
        rng.choice(("Lead Officer", "Assigned To", "Responsible Officer")),
    )
    first = ["Action Code & Title"] if together else ["Action Code", "Action Title"]
    due = ["Original Due Date", "Revised Due Date"] if revised else ["Due Date"]
    tail = [officer, rng.choice(("Latest Note", "Comments"))]
    headings = [marks.heading, *first, "Desired Outcome", *due, "Progress", *tail]
    weights = [7, *([22] if together else [8, 18]), 16, *[8] * len(due), 9, 12, 20]
    drawn = Table(weights, [heading_row(headings, paper.look)])
    tasks = draw_tasks(paper, marks)
    for task, code in zip(tasks, codes_of(rng, len(tasks), paper.calendar), strict=True):
        when = [plain(task.due.printed), plain(task.revised.printed if task.revised else "")]
        names = [plain(f"{code} {task.title}")] if together else [plain(code), plain(task.title)]
        bar = Cell(bar=Bar(task.progress, f"{task.progress}%"))
        drawn.rows.append(
            [
                marks.cell(task.status),
                *names,
                plain(rng.choice(OUTCOMES)),
                *when[: len(due)],
                bar if bars else plain(f"{task.progress}%", align="center"),
                plain(task.officer),
                plain(rng.choice(UPDATES)),
            ]
        )
        paper.actions.append(task.truth(code, revised=revised))
    paper.blocks.append(drawn)
    return paper.close(landscape=True)


def action_milestones(rng: random.Random, ruling: str) -> Drawn:
    """Actions whose milestones stand in one cell, or in rows of their own with their own dates."""
    paper = begin(rng, ruling, wide=7)
    marks = draw_marks(rng, "words")
    _open(paper, "Corporate Plan Delivery Plan", marks)
    rows = rng.random() < 0.5
    headings = [
        "Ref",
        "Action",
        "Lead Officer",
        rng.choice(("Due Date", "Target Date")),
        marks.heading,
    ]
    headings += ["Comments"] if rows else ["Milestones", "Comments"]
    weights = [6, 24, 13, 9, 9, *([22] if rows else [24, 18])]
    drawn = Table(weights, [heading_row(headings, paper.look)])
    for number, task in enumerate(draw_tasks(paper, marks), start=1):
        row = [
            plain(str(number) if rows else f"{paper.calendar.start % 100}.{number}"),
            plain(task.title, bold=rows),
            plain(task.officer),
            plain(task.due.printed),
            marks.cell(task.status),
        ]
        steps = rng.sample(MILESTONES, rng.randrange(2, 4))
        if not rows:
            lines = tuple((Run(f"\u2022 {step}"),) for step in steps)
            row.append(Cell(lines))
        drawn.rows.append([*row, plain(rng.choice(UPDATES))])
        paper.actions.append(task.truth(row[0].text, progress=False))
        for step, name in enumerate(steps if rows else (), start=1):
            drawn.rows.append(_milestone(paper, marks, f"{number}.{step}", name))
    paper.blocks.append(drawn)
    return paper.close(landscape=rng.random() < 0.6)


def service_actions(rng: random.Random, ruling: str) -> Drawn:
    """A service plan: objectives in rows of their own, timescales by month, a coloured status."""
    paper = begin(rng, ruling, wide=6)
    marks = draw_marks(rng, "colours")
    _open(paper, "Service Plan Monitoring", marks)
    portfolio = rng.random() < 0.4
    headings = ["No.", rng.choice(("Action", "Key Task", "Key Action")), "Lead"]
    headings += ["Portfolio"] if portfolio else []
    headings += [rng.choice(("Target Date", "Due Date", "Due")), marks.heading, "Progress update"]
    weights = [5, 24, 14, *([9] if portfolio else []), 9, 8, 26]
    drawn = Table(weights, [heading_row(headings, paper.look)])
    tasks = draw_tasks(paper, marks)
    for number, task in enumerate(tasks):
        if number % 4 == 0:
            run = Run(sorted(PRIORITIES)[number // 4 % len(PRIORITIES)], bold=True)
            fill = paper.look.section_fill
            drawn.rows.append([Cell(((run,),), columns=len(headings), fill=fill)])
        code = f"{number // 4 + 1}.{number % 4 + 1}"
        holder = rng.choice(PORTFOLIOS)
        drawn.rows.append(
            [
                plain(code),
                plain(task.title),
                plain(task.officer),
                *([plain(holder)] if portfolio else []),
                plain(task.due.printed),
                marks.cell(task.status),
                plain(rng.choice(UPDATES)),
            ]
        )
        truth = task.truth(code, progress=False)
        truth.people = (task.officer, holder) if portfolio else (task.officer,)
        paper.actions.append(truth)
    paper.blocks.append(drawn)
    return paper.close(landscape=rng.random() < 0.5)


def _open(paper: Setting, name: str, marks: Marks) -> None:
    quarter = paper.rng.randrange(1, 5)
    title = f"{name} {paper.calendar.year()} - Quarter {quarter}"
    paper.open(title, key=False)
    if marks.needs_key:
        paper.blocks.append(marks.key())


def _milestone(paper: Setting, marks: Marks, code: str, name: str) -> list[Cell]:
    """A row of a milestone; it may be read as an action, and need not be."""
    task = Task.draw(paper, marks, name, paper.rng.choice(OFFICERS))
    paper.actions.append(task.truth(code, progress=False, counted=False))
    return [
        plain(code),
        plain(name),
        plain(task.officer),
        plain(task.due.printed),
        marks.cell(task.status),
        plain(""),
    ]
