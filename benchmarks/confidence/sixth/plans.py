"""Plans of actions: a corporate plan, a service plan, scrutiny's log, a system's export, a board.

Each is a family: a ruling and a seed make one paper.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from benchmarks.confidence.fifth.blocks import Cell, Table
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.sixth import words
from benchmarks.confidence.sixth.aside import risks
from benchmarks.confidence.sixth.laid import Field, key, lay, sign
from benchmarks.confidence.sixth.paper import Paper, begin
from benchmarks.confidence.sixth.tasks import Task, draw_tasks
from benchmarks.confidence.sixth.titles import IMPROVEMENT, PLAN, SCRUTINY, SERVICE, SYSTEM

#: A system's statuses: its word, its icon.
SYSTEM_STATUSES = {
    "completed": ("Completed", "tick-green"),
    "in_progress": ("In Progress", "play-green"),
    "warning": ("Warning", "warn-amber"),
    "overdue": ("Overdue", "cross-red"),
    "not_started": ("Not Started", "clock-grey"),
}
#: What a colour says of an action where the paper says so: true as well as the colour.
_ALSO = {"blue": ("completed",), "green": ("in_progress",)}


def plan_tracker(rng: random.Random, ruling: str) -> Drawn:
    """A corporate plan's actions by priority: who leads, by when, a colour, how it goes; risks."""
    paper, now = _opened(rng, ruling, ("Corporate Plan Action Tracker", "Council Plan Progress"))
    kind = rng.choice(("fill", "letter", "painted letter", "word", "painted word", "icon"))
    blue = rng.random() < 0.5
    colours = ("blue", "green", "amber", "red") if blue else ("green", "green", "amber", "red")
    if kind in {"fill", "icon"} or rng.random() < 0.6:
        paper.blocks.append(key(dict.fromkeys(colours), kind))
        explained = True
    else:
        explained = False
    fields = [_ref(rng), _titled(rng, ("Action", "Key Action", "Corporate Plan Action", "Project"))]
    fields.append(_led(rng, ("Lead Officer", "Lead", "Responsible Officer")))
    fields.append(_due(rng, ("Target Date", "Due Date", "Completion Date", "By When")))
    marked = Field(
        rng.choice(("RAG", "RAG Status", "Status")), 8, lambda task: sign(task.status, kind), True
    )
    told = Field(rng.choice(("Progress", "Update", "Progress Update")), 32, _update)
    fields += [marked, told] if rng.random() < 0.5 else [told, marked]
    shape = rng.choice(("dotted", "team", "dashed", "lettered", "count"))
    tasks = draw_tasks(paper, PLAN, colours, now, shape)
    for truth in lay(paper, fields, tasks, words.PRIORITIES):
        truth.also = _ALSO.get(truth.status or "", ()) if explained else ()
        truth.also += ("completed",) if truth.status == "green" and not blue else ()
    if rng.random() < 0.35:
        risks(paper)
    return paper.close(landscape=rng.random() < 0.8)


def service_plan_actions(rng: random.Random, ruling: str) -> Drawn:
    """A service plan: objectives with their actions, means, timescale, perhaps how it stands."""
    paper, now = _opened(rng, ruling, ("Service Plan", "Service Delivery Plan", "Team Action Plan"))
    stands = rng.random() < 0.65
    fields = [_ref(rng)] if rng.random() < 0.7 else []
    fields.append(_titled(rng, ("Action", "Task", "Key Task", "Actions")))
    if rng.random() < 0.4:
        heads = rng.choice(("Expected Outcome", "Outcome", "Success Measure"))
        fields.append(Field(heads, 18, lambda _task: Cell(rng.choice(words.EFFECTS))))
    if rng.random() < 0.4:
        fields.append(Field("Resources", 13, lambda _task: Cell(rng.choice(words.MEANS))))
    fields.append(_led(rng, ("Lead Officer", "Responsible Officer", "Who")))
    fields.append(_due(rng, ("Timescale", "Target Date", "By When", "Deadline")))
    if stands:
        shown = {
            "completed": rng.choice(("Completed", "Complete")),
            "in_progress": rng.choice(("In progress", "Ongoing", "In Progress")),
            "not_started": "Not started",
            "overdue": "Overdue",
        }
        fields.append(Field("Status", 11, lambda task: Cell(shown[task.status])))
    fields.append(Field(rng.choice(("Progress", "Comments", "Progress to date")), 27, _update))
    statuses = ("completed", "in_progress", "not_started", "overdue")
    shape = rng.choice(("dotted", "count", "team", "slashed"))
    tasks = draw_tasks(paper, SERVICE, statuses, now, shape)
    coded = fields[0].heading in _REFS
    for truth in lay(paper, fields, tasks, words.PRIORITIES, beside=rng.random() < 0.4):
        truth.code = truth.code if coded else None
        if not stands:
            # Nothing names a standing; that it is done is said among the comments.
            truth.also = ("completed",) if truth.status == "completed" else ()
            truth.status = None
    if rng.random() < 0.3:
        risks(paper)
    return paper.close(landscape=rng.random() < 0.75)


def scrutiny_log(rng: random.Random, ruling: str) -> Drawn:
    """What a committee asked for: when, of whom, by when, what came of it."""
    titles = (
        "Scrutiny Recommendations Tracker",
        "Action Log",
        "Matters Arising and Actions Agreed",
    )
    paper, now = _opened(rng, ruling, titles)
    shown = {
        "completed": rng.choice(("Complete", "Completed")),
        "in_progress": rng.choice(("In progress", "Ongoing")),
        "not_started": "Not started",
        "overdue": "Overdue",
    }
    fields = [_ref(rng)]
    if rng.random() < 0.5:
        days = [paper.calendar.meeting(rng, now - each) for each in (3, 5, 7)]
        fields.append(Field("Date of Meeting", 12, lambda _task: Cell(rng.choice(days))))
    heads = ("Recommendation", "Action", "Action Agreed", "Recommendation")
    fields.append(_titled(rng, heads))
    fields.append(_led(rng, ("Responsible Officer", "Officer", "Action by")))
    fields.append(_due(rng, ("Target Date", "Due Date", "Deadline")))
    fields.append(Field("Status", 11, lambda task: Cell(shown[task.status])))
    fields.append(Field(rng.choice(("Response", "Progress", "Outcome", "Update")), 28, _update))
    shape = rng.choice(("count", "count", "dotted", "slashed"))
    lay(paper, fields, draw_tasks(paper, SCRUTINY, tuple(shown), now, shape), ())
    return paper.close(landscape=rng.random() < 0.7)


def exported_actions(rng: random.Random, ruling: str) -> Drawn:
    """A performance system's actions: reference, title, icon, bar of progress, dates, a note."""
    titles = ("Actions Report", "Service Plan Actions", "Key Projects Report", "Actions by Status")
    paper, now = _opened(rng, ruling, titles)
    worded = rng.random() < 0.4
    if not worded:
        rows = [
            [Cell(picture=icon, align="center"), Cell(word)]
            for word, icon in SYSTEM_STATUSES.values()
        ]
        heading = [Cell("Action Status", heading=True, columns=2)]
        paper.blocks.append(Table((1, 4), [heading], rows, narrow=True))
    joined, bars = rng.random() < 0.35, rng.random() < 0.5
    fields = []
    if joined:
        heads = rng.choice(("Code & Title", "Action Code & Title"))
        fields.append(Field(heads, 32, lambda task: Cell(f"{task.code} {task.title}")))
    else:
        fields.append(Field(rng.choice(("Code", "Action Code")), 11, lambda task: Cell(task.code)))
        fields.append(_titled(rng, ("Title", "Action Title", "Action")))

    def icon(task: Task) -> Cell:
        word, name = SYSTEM_STATUSES[task.status]
        return Cell(word if worded else "", picture=name, align="center")

    def done(task: Task) -> Cell:
        bar = f"bar-{task.progress}" if bars else None
        return Cell(f"{task.progress}%", picture=bar, align="center")

    fields += [
        Field(rng.choice(("Status", "Status Icon")), 9, icon, True),
        Field(rng.choice(("Progress Bar", "Progress", "% Complete")), 10, done, True),
        Field("Due Date", 11, lambda task: Cell(task.due.printed)),
    ]
    owned = rng.random() < 0.6
    fields += [_led(rng, ("Assigned To", "Managed By"))] if owned else []
    fields.append(Field(rng.choice(("Latest Note", "Latest Status Update")), 30, _update))
    shape = rng.choice(("plan", "slashed", "dashed"))
    tasks = draw_tasks(paper, SYSTEM, tuple(SYSTEM_STATUSES), now, shape)
    for truth, task in zip(lay(paper, fields, tasks, words.PRIORITIES), tasks, strict=True):
        truth.progress = task.progress
        truth.people = truth.people if owned else ()
    return paper.close(landscape=True)


def improvement_board(rng: random.Random, ruling: str) -> Drawn:
    """An improvement plan: by whom, by when, by when now, last month's colour and this month's."""
    titles = ("Improvement Plan", "Improvement Plan Monitoring", "Recovery Plan Progress Report")
    paper, now = _opened(rng, ruling, titles)
    kind = rng.choice(("fill", "painted letter", "letter", "painted word", "word"))
    colours = ("green", "green", "amber", "red")
    explained = kind == "fill" or rng.random() < 0.6
    if explained:
        paper.blocks.append(key(dict.fromkeys(colours), kind))
    moved, both = rng.random() < 0.5, rng.random() < 0.5
    fields = [_ref(rng), _titled(rng, ("Action", "Improvement Action", "What we will do"))]
    fields.append(_led(rng, ("By Whom", "Lead", "Owner", "Lead Officer")))
    first = ("Original Date", "Original Due Date") if moved else ("By When", "Milestone Date")
    fields.append(_due(rng, first))
    if moved:
        heads = rng.choice(("Revised Date", "Revised Due Date"))
        fields.append(
            Field(heads, 11, lambda task: Cell(task.revised.printed if task.revised else ""))
        )
    if both:
        heads = f"RAG {paper.calendar.month(now - 1)}" if now > 1 else "Previous RAG"
        before = lambda _task: sign(rng.choice(colours), kind)  # noqa: E731
        fields.append(Field(heads, 8, before, True))
    heads = f"RAG {paper.calendar.month(now)}" if both else rng.choice(("RAG", "Status", "Colour"))
    fields.append(Field(heads, 8, lambda task: sign(task.status, kind), True))
    fields.append(Field(rng.choice(("Evidence of Progress", "Comments", "Progress")), 28, _update))
    tasks = draw_tasks(
        paper, IMPROVEMENT, colours, now, rng.choice(("dotted", "count", "lettered"))
    )
    for truth, task in zip(lay(paper, fields, tasks, words.PRIORITIES), tasks, strict=True):
        truth.revised = task.revised.iso if moved and task.revised else None
        truth.also = _ALSO.get(truth.status or "", ()) if explained else ()
    return paper.close(landscape=rng.random() < 0.85)


def _opened(rng: random.Random, ruling: str, titles: Sequence[str]) -> tuple[Paper, int]:
    """A plan's paper, opened, and the month (counted from April) at which it stands."""
    paper = begin(rng, ruling, wide=7, years=(2001, 2023))
    now = rng.randrange(2, 13)
    paper.open(f"{rng.choice(titles)} - {paper.calendar.month(now)}", now)
    return paper, now


_REFS = ("Ref", "Ref.", "No.", "Ref No")


def _ref(rng: random.Random) -> Field:
    return Field(rng.choice(_REFS), 7, lambda task: Cell(task.code))


def _titled(rng: random.Random, heads: Sequence[str]) -> Field:
    return Field(rng.choice(heads), 28, lambda task: Cell(task.title))


def _led(rng: random.Random, heads: Sequence[str]) -> Field:
    return Field(rng.choice(heads), 13, lambda task: Cell(task.owner))


def _due(rng: random.Random, heads: Sequence[str]) -> Field:
    return Field(rng.choice(heads), 11, lambda task: Cell(task.due.printed))


def _update(task: Task) -> Cell:
    return Cell(task.update)
