"""Actions: an improvement plan, a board's projects, recommendations of auditors."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.confidence.model import Drawn, TrueAction
from benchmarks.confidence.second.blocks import Cell, Run, Table, plain
from benchmarks.confidence.second.periods import last_day, month_name
from benchmarks.confidence.third.look import Look
from benchmarks.confidence.third.setting import Setting, begin
from benchmarks.confidence.third.sheet import band
from benchmarks.confidence.third.words import FINDINGS, NEWS, OFFICERS, SPONSORS, TASKS

_WORDS = (
    {
        "completed": "Complete",
        "in_progress": "In progress",
        "not_started": "Not started",
        "overdue": "Overdue",
    },
    {
        "completed": "Completed",
        "in_progress": "In Progress",
        "overdue": "Overdue",
        "cancelled": "Cancelled",
    },
)
_AUDIT = {"completed": "Implemented", "in_progress": "In progress", "overdue": "Overdue"}
_COLOURS = {
    "completed": ("blue", "#6fa8dc", "Complete"),
    "in_progress": ("green", "#6aa84f", "On track"),
    "warning": ("amber", "#f6b26b", "At risk"),
    "overdue": ("red", "#e06666", "Overdue"),
}


@dataclass(frozen=True)
class Task:
    """One action while it is drawn: its status, dates as printed and in ISO form, progress."""

    title: str
    status: str
    due: tuple[str, str]
    revised: tuple[str, str] | None
    started: str
    progress: int
    owner: str
    sponsor: str

    def truth(self, code: str | None, *, colours: bool) -> TrueAction:
        """What is true of it, all its columns being printed but progress and sponsor."""
        return TrueAction(
            code,
            self.title,
            self.status,
            self.due[1],
            revised=self.revised[1] if self.revised else None,
            also=(_COLOURS[self.status][0],) if colours else (),
            people=(self.owner,),
        )


def improvement_plan(rng: random.Random, ruling: str) -> Drawn:
    """An improvement plan: who, from when to when, how far in per cent, how it stands."""
    paper = begin(rng, ruling, wide=9)
    words = rng.choice((*_WORDS, None))
    paper.open(f"Corporate Improvement Plan: progress at {_now(paper)}")
    if words is None:
        paper.blocks.append(_key(fills=False))
    tasks = _tasks(paper, tuple(words or _COLOURS))
    share = rng.choice(("% complete", "Progress (%)", "Percentage complete"))
    heads = [rng.choice(("Ref", "No.")), rng.choice(("Improvement action", "What we will do"))]
    heads += [rng.choice(("Owner", "Who"))]
    started = rng.random() < 0.5
    heads += ["Start date"] if started else []
    heads += [rng.choice(("Due date", "Original date")), "Revised date", share, "Status"]
    heads += [rng.choice(("Progress to date", "Update"))]
    weights = [6, 26, 14, *([9] if started else []), 9, 9, 8, 9, 22]
    drawn = Table(weights, [_heads(heads, paper.look)])
    for number, task in enumerate(tasks, start=1):
        code = f"IP{number:02}"
        status = plain(words[task.status]) if words else _colour(task.status, fills=False)
        dates = [task.started] if started else []
        dates += [task.due[0], task.revised[0] if task.revised else ""]
        texts = [code, task.title, task.owner, *dates, f"{task.progress}%"]
        drawn.rows.append([*map(plain, texts), status, plain(rng.choice(NEWS))])
        truth = task.truth(code, colours=words is None)
        truth.progress = task.progress
        paper.actions.append(truth)
    paper.blocks.append(drawn)
    return paper.close(landscape=True)


def project_board(rng: random.Random, ruling: str) -> Drawn:
    """A board's projects: sponsor and lead, the next milestone, completion, a coloured status."""
    paper = begin(rng, ruling, wide=8)
    fills = rng.random() < 0.6
    paper.open(f"Major Projects Dashboard - {_now(paper)}")
    paper.blocks.append(_key(fills=fills))
    tasks = _tasks(paper, tuple(_COLOURS))
    numbered = rng.random() < 0.6
    heads = ["Ref"] if numbered else []
    heads += ["Project", rng.choice(("Sponsor", "Project sponsor")), "Lead officer"]
    heads += ["Next milestone", rng.choice(("Completion date", "Planned completion"))]
    heads += ["Revised completion", rng.choice(("RAG", "RAG status"))]
    weights = [*([5] if numbered else []), 22, 14, 14, 16, 10, 10, 7]
    drawn = Table(weights, [_heads(heads, paper.look)])
    for number, task in enumerate(tasks, start=1):
        code = f"P{number}" if numbered else None
        texts = [code] if code else []
        texts += [task.title, task.sponsor, task.owner, rng.choice(_MILESTONES)]
        texts += [task.due[0], task.revised[0] if task.revised else "-"]
        drawn.rows.append([*map(plain, texts), _colour(task.status, fills=fills)])
        truth = task.truth(code, colours=True)
        truth.people = (task.owner, task.sponsor)
        paper.actions.append(truth)
    paper.blocks.append(drawn)
    return paper.close(landscape=True)


def audit_tracker(rng: random.Random, ruling: str) -> Drawn:
    """Recommendations of auditors under each audit: priority, who, agreed and revised dates."""
    paper = begin(rng, ruling, wide=8)
    paper.open(f"Internal Audit Recommendations Tracker - {_now(paper)}")
    tasks = _tasks(paper, tuple(_AUDIT), FINDINGS)
    heads = [rng.choice(("Rec. no.", "Ref")), "Recommendation", "Priority"]
    heads += [rng.choice(("Responsible officer", "Action owner"))]
    heads += [rng.choice(("Implementation date", "Agreed date", "Target date")), "Revised date"]
    heads += ["Status", rng.choice(("Management response", "Latest position"))]
    drawn = Table([7, 27, 8, 14, 10, 10, 10, 20], [_heads(heads, paper.look)])
    audits = rng.sample(("Payroll", "Creditors", "Housing Rents", "Parking", "Cyber Security"), 5)
    for number, task in enumerate(tasks):
        if number % 4 == 0:
            drawn.rows.append(band(f"Audit: {audits[number // 4]}", len(heads), paper.look))
        code = f"{number // 4 + 1}.{number % 4 + 1}"
        texts = [code, task.title, rng.choice(("High", "Medium", "Low")), task.owner]
        texts += [task.due[0], task.revised[0] if task.revised else "", _AUDIT[task.status]]
        drawn.rows.append([*map(plain, texts), plain(rng.choice(NEWS))])
        paper.actions.append(task.truth(code, colours=False))
    paper.blocks.append(drawn)
    return paper.close(landscape=rng.random() < 0.7)


_MILESTONES = (
    "Business case approved",
    "Planning consent granted",
    "Contractor appointed",
    "Start on site",
    "User testing signed off",
    "Handover",
)


def _tasks(paper: Setting, statuses: Sequence[str], titles: Sequence[str] = TASKS) -> list[Task]:
    rng, start = paper.rng, paper.calendar.start
    way = rng.choice(("slashes", "slashes", "dots", "long", "short", "month"))
    made = []
    for title in rng.sample(titles, rng.randrange(5, len(titles) - 1)):
        status = rng.choice(statuses)
        progress = {"completed": 100, "not_started": 0}.get(status, rng.randrange(2, 19) * 5)
        late = (status == "overdue" and rng.random() < 0.6) or rng.random() < 0.2
        made.append(
            Task(
                title,
                status,
                _date(rng, way, start),
                _date(rng, way, start + 1) if late else None,
                _date(rng, way, start - 1)[0],
                progress,
                rng.choice(OFFICERS),
                rng.choice(SPONSORS),
            )
        )
    return made


def _date(rng: random.Random, way: str, start: int) -> tuple[str, str]:
    """A date in the year that starts in *start*: as printed and in ISO form; a month's last day."""
    month = rng.randrange(1, 13)
    last = last_day(start, month)
    day = last if way == "month" or rng.random() < 0.4 else rng.randrange(1, 29)
    year, number, name = start + month // 10, (month + 2) % 12 + 1, month_name(month)
    printed = {
        "slashes": f"{day:02}/{number:02}/{year}",
        "dots": f"{day:02}.{number:02}.{year}",
        "long": f"{day} {name} {year}",
        "short": f"{day:02}-{name[:3]}-{year % 100:02}",
        "month": f"{name} {year}",
    }[way]
    return printed, f"{year}-{number:02}-{day:02}"


def _now(paper: Setting) -> str:
    return paper.calendar.month(paper.rng.randrange(4, 13), way="long")


def _colour(status: str, *, fills: bool) -> Cell:
    name, fill, _ = _COLOURS[status]
    return Cell((), fill=fill) if fills else plain(name.capitalize(), align="center", fill=fill)


def _key(*, fills: bool) -> Table:
    rows = [
        [_colour(status, fills=fills), plain(meaning)]
        for status, (_, _, meaning) in _COLOURS.items()
    ]
    return Table((1, 3), rows=rows, narrow=True)


def _heads(texts: Sequence[str], look: Look) -> list[Cell]:
    align = look.heads if look.ruling == "ruled" else "left"
    return [Cell(((Run(text),),), heading=True, align=align) for text in texts]
