"""Plans of actions: improvements, tasks, auditors' requests, responses to risks, projects."""

from __future__ import annotations

import random
from collections.abc import Sequence

from benchmarks.confidence.fifth.blocks import Cell, Table, Text
from benchmarks.confidence.fifth.paper import Paper, begin
from benchmarks.confidence.fifth.sheet import band
from benchmarks.confidence.fifth.tasks import WAYS, Task, draw_tasks
from benchmarks.confidence.fifth.titles import (
    FINDINGS,
    IMPROVEMENTS,
    OBJECTIVES,
    PURPOSES,
    RECOMMENDATIONS,
    RESPONSES,
    RISKS,
    TASKS,
)
from benchmarks.confidence.fifth.words import CURES, INITIALS
from benchmarks.confidence.model import Drawn, TrueAction

#: The statuses of a performance system: the word, the icon, what its key says.
_SYSTEM = {
    "completed": ("Completed", "tick-green", "The task has been completed"),
    "in_progress": ("In Progress", "play-green", "The task is under way and on course"),
    "warning": ("Warning", "warn-amber", "The task is close to its due date"),
    "overdue": ("Overdue", "cross-red", "The task has passed its due date"),
    "not_started": ("Not Started", "clock-grey", "The task is not yet due to start"),
}
_FILLS = {"blue": "#00b0f0", "green": "#00b050", "amber": "#ffc000", "red": "#ff0000"}
_MONTHS_BEHIND = {
    "green": "On target or completed",
    "amber": "Less than one month behind target",
    "red": "Over one month behind target",
}
#: What a colour says of an action, by the words of a key: as the contract has it, and as a colour.
_BRAG = {
    "completed": ("blue", "Complete"),
    "in_progress": ("green", "On track"),
    "amber": ("amber", "Some concerns"),
    "red": ("red", "Off track"),
}


def improvement_actions(rng: random.Random, ruling: str) -> Drawn:
    """An improvement plan: a colour, what corrects it, who by initials, original and new date."""
    paper, month = _begin(rng, ruling, ("Improvement Plan", "Improvement Plan Exception Report"))
    kind = rng.choice(("fill", "fill", "word", "letter", "painted word"))
    rows = [[_colour(each, kind), Cell(told)] for each, told in _MONTHS_BEHIND.items()]
    if kind != "word":
        paper.blocks.append(Table((1, 4), rows=rows, narrow=True))
    way, revised = rng.choice(("short", "short", "name", "slashes")), rng.random() < 0.7
    heads = ["Ref", rng.choice(("Action", "Key Action")), rng.choice(("Colour", "Status"))]
    heads += [rng.choice(("Corrective Action", "Progress"))]
    heads += [rng.choice(("Who", "Lead"))]
    heads += ["Original Date", "Revised Date"] if revised else [rng.choice(("Due Date", "By When"))]
    plan = _Plan(paper, heads, [6, 26, 8, 28, 6, *((10, 10) if revised else (10,))], (2,))
    shape = rng.choice(("deep", "deep", "dotted"))
    for task in plan.tasks(IMPROVEMENTS, ("green", "green", "amber", "red"), month, way, shape):
        people = rng.sample(INITIALS, rng.choice((1, 1, 1, 2)))
        late = task.revised if revised else None
        cells = [Cell(task.code), Cell(task.title), _colour(task.status, kind)]
        # What is on target needs no correction.
        said = rng.choice(CURES) if task.status != "green" else rng.choice(("", "None required."))
        cells += [Cell(said), Cell("/".join(people)), Cell(task.due[0])]
        cells += [Cell(late[0] if late else "")] if revised else []
        plan.add(cells, task)
        paper.actions[-1].revised = late[1] if late else None
        paper.actions[-1].people = (*people, "/".join(people))
    return plan.close(landscape=rng.random() < 0.75)


def key_tasks(rng: random.Random, ruling: str) -> Drawn:
    """A performance system's tasks: status and icon, title with its code, progress, due date."""
    paper, month = _begin(rng, ruling, ("Key Tasks and Priorities", "Business Plan Tasks"))
    heads = [Cell(text, heading=True) for text in ("Icon", "Status", "Description")]
    key = Table((1, 2, 6), [heads])
    for word, icon, meaning in _SYSTEM.values():
        key.rows.append([Cell(picture=icon, align="center"), Cell(word), Cell(meaning)])
    paper.blocks.append(key)
    worded, behind = rng.random() < 0.7, rng.random() < 0.4
    bars = rng.random() < 0.35
    names = ["Status" if worded else "Icon"]
    names += (
        ["Task Title and Code"] if behind else [rng.choice(("Task Code", "Code")), "Task Title"]
    )
    names += ["Progress", "Due Date"]
    owned = rng.random() < 0.4
    names += [rng.choice(("Assigned To", "Task Owner"))] if owned else []
    names.append(rng.choice(("Comments", "Latest Note")))
    weights = [9, *((30,) if behind else (10, 25)), 8, 10, *((12,) if owned else ()), 28]
    plan = _Plan(paper, names, weights, (0, 2 if behind else 3))
    way = rng.choice(("dashes", "dashes", "slashes", "name"))
    for task in plan.tasks(TASKS, tuple(_SYSTEM), month, way, rng.choice(("plan", "team"))):
        word, icon, _ = _SYSTEM[task.status]
        cells = [Cell(word if worded else "", picture=icon, align="center")]
        name = (
            [Cell(f"{task.title} ({task.code})")] if behind else [Cell(task.code), Cell(task.title)]
        )
        bar = f"bar-{task.progress}" if bars else None
        cells += [*name, Cell(f"{task.progress}%", picture=bar, align="center"), Cell(task.due[0])]
        cells += [Cell(task.owner)] if owned else []
        plan.add([*cells, Cell(task.update)], task)
        paper.actions[-1].progress = task.progress
        paper.actions[-1].people = (task.owner,) if owned else ()
    return plan.close(landscape=True)


def audit_requests(rng: random.Random, ruling: str) -> Drawn:
    """Auditors' recommendations: what they found, how urgent it is, who, when, how it stands."""
    titles = ("Audit Recommendations Tracker", "Outstanding Audit Recommendations")
    paper, month = _begin(rng, ruling, titles)
    done = rng.choice(("Implemented", "Complete", "Completed"))
    words = {
        "completed": done,
        "in_progress": "In progress",
        "overdue": "Overdue",
        "not_started": "Not started",
    }
    found, ranked, revised = rng.random() < 0.4, rng.random() < 0.7, rng.random() < 0.35
    heads = [rng.choice(("Ref", "No.", "Rec. No."))]
    heads += [rng.choice(("Finding", "Audit Finding"))] if found else []
    heads.append(rng.choice(("Recommendation", "Recommendation", "Agreed Action")))
    heads += [rng.choice(("Priority", "Risk"))] if ranked else []
    heads.append(rng.choice(("Responsible Officer", "Officer Responsible")))
    heads.append(rng.choice(("Target Date", "Due Date", "Implementation Date")))
    heads += ["Revised Date"] if revised else []
    heads += ["Status", rng.choice(("Update", "Management Update", "Current Position"))]
    weights = [6, *((18,) if found else ()), 27, *((8,) if ranked else ()), 13, 11]
    weights += [*((11,) if revised else ()), 10, 24]
    plan = _Plan(paper, heads, weights)
    shape = rng.choice(("count", "dotted"))
    made = plan.tasks(RECOMMENDATIONS, tuple(words), month, rng.choice(WAYS), shape)
    for task in made:
        late = task.revised if revised else None
        cells = [Cell(task.code), *((Cell(rng.choice(FINDINGS)),) if found else ())]
        cells.append(Cell(task.title))
        cells += [Cell(rng.choice(("High", "Medium", "Low")))] if ranked else []
        cells += [Cell(task.owner), Cell(task.due[0])]
        cells += [Cell(late[0] if late else "")] if revised else []
        plan.add([*cells, Cell(words[task.status]), Cell(task.update)], task)
        paper.actions[-1].revised = late[1] if late else None
        paper.actions[-1].people = (task.owner,)
    return plan.close(landscape=rng.random() < 0.8)


def risk_responses(rng: random.Random, ruling: str) -> Drawn:
    """What is done about each risk: actions under it, who, by when, how far, a colour."""
    paper, month = _begin(rng, ruling, ("Risk Action Plan", "Corporate Risk Actions"))
    kind = rng.choice(("fill", "letter", "word", "painted word", "painted word"))
    paper.blocks.append(_brag_key(kind))
    done, updated = rng.random() < 0.5, rng.random() < 0.7
    heads = [rng.choice(("Ref", "Action Ref")), rng.choice(("Action", "Mitigating Action"))]
    heads += [rng.choice(("Owner", "Action Owner")), rng.choice(("Due Date", "Target Date"))]
    heads += [rng.choice(("% Complete", "Progress"))] if done else []
    heads += [rng.choice(("RAG", "BRAG", "RAG Status"))]
    heads += [rng.choice(("Update", "Progress Update"))] if updated else []
    if done and heads[4] == "Progress" and updated:
        heads[-1] = "Comments"
    weights = [7, 28, 13, 10, *((9,) if done else ()), 9, *((26,) if updated else ())]
    plan = _Plan(paper, heads, weights, (4, 5) if done else (4,), tuple(RISKS))
    shape = rng.choice(("risk", "dotted"))
    for task in plan.tasks(RESPONSES, tuple(_BRAG), month, rng.choice(WAYS), shape):
        cells = [Cell(task.code), Cell(task.title), Cell(task.owner), Cell(task.due[0])]
        cells += [Cell(f"{task.progress}%", align="center")] if done else []
        cells.append(_brag(task.status, kind))
        plan.add([*cells, *((Cell(task.update),) if updated else ())], task)
        _say_brag(paper.actions[-1], task)
        paper.actions[-1].progress = task.progress if done else None
        paper.actions[-1].people = (task.owner,)
    return plan.close(landscape=rng.random() < 0.7)


def project_tracker(rng: random.Random, ruling: str) -> Drawn:
    """A corporate plan's projects: what for, who leads, start and end, per cent done, a word."""
    titles = ("Corporate Plan Projects", "Council Plan Projects", "Major Projects Monitoring")
    paper, month = _begin(rng, ruling, titles)
    words = {"completed": "Complete", "in_progress": "On track", "overdue": "Overdue"}
    words |= {"not_started": "Not started"}
    aimed, started, done = rng.random() < 0.4, rng.random() < 0.5, rng.random() < 0.6
    heads = [rng.choice(("Project Ref", "Ref")), rng.choice(("Project", "Action"))]
    heads += [rng.choice(("Intended Outcome", "Outcome"))] if aimed else []
    heads += [rng.choice(("Lead Officer", "Project Lead"))]
    heads += ["Start Date"] if started else []
    heads += [rng.choice(("End Date", "Completion Date", "Due Date"))]
    heads += ["% Complete"] if done else []
    heads += ["Status", rng.choice(("Progress to Date", "Commentary", "Comments"))]
    weights = [8, 25, *((18,) if aimed else ()), 13, *((10,) if started else ()), 10]
    weights += [*((9,) if done else ()), 10, 26]
    plan = _Plan(paper, heads, weights, (len(heads) - 3,) if done else ())
    shape = rng.choice(("project", "dotted", "team"))
    for task in plan.tasks(TASKS, tuple(words), month, rng.choice(WAYS), shape):
        cells = [Cell(task.code), Cell(task.title)]
        cells += [Cell(rng.choice(PURPOSES))] if aimed else []
        cells += [Cell(task.owner), *((Cell(task.start[0]),) if started else ())]
        cells.append(Cell(task.due[0]))
        cells += [Cell(f"{task.progress}%", align="center")] if done else []
        plan.add([*cells, Cell(words[task.status]), Cell(task.update)], task)
        paper.actions[-1].also = ("green",) if task.status == "in_progress" else ()
        paper.actions[-1].progress = task.progress if done else None
        paper.actions[-1].people = (task.owner,)
    return plan.close(landscape=rng.random() < 0.8)


class _Plan:
    """A plan while it is drawn: one table, with bands or not, or one under each heading."""

    def __init__(
        self,
        paper: Paper,
        heads: Sequence[str],
        weights: Sequence[float],
        middle: Sequence[int] = (),
        parts: Sequence[str] = OBJECTIVES,
    ) -> None:
        look, rng = paper.look, paper.rng
        align = look.heads if look.ruling == "ruled" else "left"
        self._paper, self._weights = paper, weights
        self._heads = [
            Cell(text, heading=True, align="center" if place in middle else align)
            for place, text in enumerate(heads)
        ]
        self._way = rng.choice(("plain", "plain", "bands", "apart"))
        self._parts = iter(rng.sample(parts, len(parts)))
        self._size = rng.choice((3, 4, 5, 6))
        self._count = 0
        self._table = Table(weights, [self._heads])

    def tasks(
        self, pool: Sequence[str], statuses: Sequence[str], now: int, way: str, shape: str
    ) -> list[Task]:
        """Draw the plan's actions."""
        return draw_tasks(self._paper, pool, statuses, now, way=way, shape=shape)

    def add(self, cells: list[Cell], task: Task) -> None:
        """Print one action, and set down what every plan says of it."""
        due = self._count % self._size == 0
        if self._way != "plain" and due and (name := next(self._parts, None)):
            if self._way == "bands":
                self._table.rows.append(band(name, len(self._heads), self._paper.look))
            else:
                self._finish()
                self._paper.blocks.append(Text(name, "heading"))
                self._table = Table(self._weights, [self._heads])
        self._count += 1
        self._table.rows.append(cells)
        self._paper.actions.append(TrueAction(task.code, task.title, task.status, task.due[1]))

    def close(self, *, landscape: bool) -> Drawn:
        """End the plan and its paper."""
        self._finish()
        return self._paper.close(landscape=landscape)

    def _finish(self) -> None:
        if self._table.rows:
            self._paper.blocks.append(self._table)


def _begin(rng: random.Random, ruling: str, titles: Sequence[str]) -> tuple[Paper, int]:
    """A plan's paper, opened, and the month (counted from April) at which it stands."""
    paper = begin(rng, ruling, wide=8, years=(2004, 2024))
    month = rng.randrange(3, 13)
    paper.open(f"{rng.choice(titles)}: {paper.calendar.month(month)}", month=month)
    return paper, month


def _brag_key(kind: str) -> Table:
    rows = [[_brag(each, kind), Cell(told)] for each, (_, told) in _BRAG.items()]
    return Table((1, 3), rows=rows, narrow=True)


def _brag(status: str, kind: str) -> Cell:
    return _colour(_BRAG[status][0], kind)


def _say_brag(truth: TrueAction, task: Task) -> None:
    """Both are true of such a cell: its colour, and what the key says that it means."""
    truth.status = _BRAG[task.status][0]
    also = {"completed": ("completed",), "in_progress": ("in_progress",)}
    truth.also = also.get(task.status, ())


def _colour(name: str, kind: str) -> Cell:
    fill = None if kind in {"word", "letter"} else _FILLS[name]
    text = {"fill": "", "letter": name[0].upper()}.get(kind, name.capitalize())
    return Cell(text, fill=fill, align="center")
