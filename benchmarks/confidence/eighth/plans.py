"""Plans of actions: a library service, a peer challenge, safety, a brigade's risks, milestones.

Each is a family: a ruling and a seed make one paper.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from benchmarks.confidence.eighth import words
from benchmarks.confidence.eighth.aside import aside
from benchmarks.confidence.eighth.paper import Paper, begin
from benchmarks.confidence.eighth.signs import draw_fills
from benchmarks.confidence.eighth.tasks import Field, Task, draw_tasks, lay, text
from benchmarks.confidence.eighth.titles import LIBRARY, MILESTONES, PEER, RISK, SAFETY
from benchmarks.confidence.fifth.blocks import Cell, Table, Text
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.seventh.signs import colour_sign

#: What a colour says of an action where a key says so: true as well as the colour. Blue beside
#: the other three is done, key or not.
_ALSO = {
    "blue": ("completed",),
    "green": ("in_progress",),
    "amber": ("warning",),
    "red": ("overdue",),
}
_MEANS = {
    "blue": "Action completed",
    "green": "On schedule",
    "amber": "At risk of delay",
    "red": "Behind schedule",
}
_KINDS = ("painted letter", "painted letter", "painted word", "paint", "word", "letter", "icon")


def library_tasks(rng: random.Random, ruling: str) -> Drawn:
    """A library service's plan: tasks, who leads, by when, what they cost, how they stand."""
    titles = ("Library Service Plan", "Annual Library Plan: Progress", "Libraries Action Plan")
    paper, now = _opened(rng, ruling, titles, (1999, 2016))
    shown = {
        "completed": rng.choice(("Completed", "Complete", "Done")),
        "in_progress": rng.choice(("In progress", "Under way", "Ongoing")),
        "not_started": rng.choice(("Not started", "Not yet started")),
    }
    coded = rng.random() < 0.6
    fields = [_ref(rng)] if coded else []
    fields.append(text(rng, ("Task", "Action", "Key task"), 27, lambda task: task.title))
    fields.append(text(rng, ("Lead", "Lead officer", "Who"), 13, lambda task: task.owner))
    when = text(rng, ("Timescale", "By when", "Target date", "When"), 11, _due)
    money = text(rng, ("Resources", "Resource implications", "Cost"), 12, lambda task: task.fund)
    fields += rng.choice(([when, money], [money, when], [when]))
    fields.append(Field("Status", 11, lambda task: Cell(shown[task.status])))
    told = rng.random() < 0.7
    fields += [text(rng, ("Progress", "Position to date", "Comments"), 24, _update)] * told
    tasks = draw_tasks(paper, LIBRARY, tuple(shown), now)
    for truth, task in zip(lay(paper, fields, tasks), tasks, strict=True):
        truth.people = (task.owner,)
        truth.code = truth.code if coded else None
    aside(paper, 0.2)
    return paper.close(landscape=rng.random() < 0.7)


def peer_challenge(rng: random.Random, ruling: str) -> Drawn:
    """What a council does about a peer challenge: what was recommended, who, by when, a colour."""
    titles = ("Corporate Peer Challenge Action Plan", "Peer Review: Progress Against Actions")
    paper, now = _opened(rng, ruling, titles, (2012, 2025))
    blue = rng.random() < 0.6
    colours = ("blue", "green", "amber", "red") if blue else ("green", "green", "amber", "red")
    kind, fills, explained = _explained(paper, colours)
    fields = [_ref(rng)]
    fields.append(
        text(rng, ("Recommendation", "Agreed action", "Action"), 28, lambda task: task.title)
    )
    if rng.random() < 0.5:
        fields.append(text(rng, ("Outcome sought", "Measure of success"), 17, _gain))
    fields.append(
        text(rng, ("Accountable officer", "Lead officer", "Owner"), 14, lambda task: task.owner)
    )
    fields.append(text(rng, ("Completion date", "Due date", "Deadline", "Due by"), 12, _due))
    mark = _marked(rng, kind, fills)
    told = text(rng, ("Progress update", "Update", "Progress to date"), 27, _update)
    fields += rng.choice(([mark, told], [told, mark]))
    tasks = draw_tasks(paper, PEER, colours, now)
    for truth, task in zip(lay(paper, fields, tasks), tasks, strict=True):
        truth.people = (task.owner,)
        truth.also = _ALSO[task.status] if explained or task.status == "blue" else ()
        if not blue and truth.status == "green":
            truth.also += ("completed",)  # what is done is green as well, and says so
    aside(paper, 0.2)
    return paper.close(landscape=rng.random() < 0.85)


def safety_partnership(rng: random.Random, ruling: str) -> Drawn:
    """A partnership's plan: each priority beside its actions, which agency leads, how they go."""
    titles = ("Community Safety Plan", "Safer Partnership Delivery Plan", "Crime Reduction Plan")
    paper, now = _opened(rng, ruling, titles, (1999, 2022))
    shown = {
        "completed": rng.choice(("Complete", "Completed", "COMPLETE")),
        "in_progress": rng.choice(("In progress", "On-going", "In Progress")),
        "overdue": "Overdue",
        "not_started": rng.choice(("Not started", "Not Started")),
    }
    coded = rng.random() < 0.5
    fields = [_ref(rng)] if coded else []
    fields.append(text(rng, ("Action", "Activity", "What will be done"), 28, _title))
    fields.append(
        text(rng, ("Lead agency", "Lead partner", "Responsible body"), 14, lambda task: task.agency)
    )
    if rng.random() < 0.5:
        fields.append(text(rng, ("Expected result", "Anticipated outcome"), 17, _gain))
    fields.append(text(rng, ("Target date", "Completion by", "Timescale", "Due"), 12, _due))
    status = Field(rng.choice(("Status", "Current status")), 11, lambda t: Cell(shown[t.status]))
    told = text(rng, ("Progress", "Update", "Progress report"), 25, _update)
    fields += rng.choice(([status, told], [told, status], [status]))
    tasks = draw_tasks(paper, SAFETY, tuple(shown), now)
    beside = ("Priority", "Theme", "Strategic aim") if rng.random() < 0.55 else ()
    for truth, task in zip(lay(paper, fields, tasks, parts=beside), tasks, strict=True):
        truth.people = (task.agency,)
        truth.code = truth.code if coded else None
    aside(paper, 0.2)
    return paper.close(landscape=rng.random() < 0.75)


def integrated_risk(rng: random.Random, ruling: str) -> Drawn:
    """A brigade's projects: when each begins and ends, how it stood at the last report and now."""
    titles = ("IRMP Action Plan", "Integrated Risk Management Plan: Projects", "Programme Report")
    paper, now = _opened(rng, ruling, titles, (2004, 2024), words.FIRE)
    colours = ("blue", "green", "amber", "red")
    kind, fills, explained = _explained(paper, colours)
    fields = [_ref(rng)]
    fields.append(text(rng, ("Project", "IRMP project", "Workstream"), 26, _title))
    fields.append(text(rng, ("Project lead", "Sponsor", "Lead"), 13, lambda task: task.owner))
    if rng.random() < 0.6:
        fields.append(text(rng, ("Start date", "Start"), 11, lambda task: task.begun.printed))
    fields.append(text(rng, ("End date", "Planned end", "Finish", "Due date"), 11, _due))
    before = rng.choice(("Previous RAG", "Last RAG", "Previous status"))
    named = "Current status" if "status" in before else rng.choice(("Current RAG", "RAG"))
    old = Field(before, 8, _before(rng, colours, kind, fills), middle=True)
    new = Field(named, 8, lambda task: colour_sign(task.status, kind, fills), middle=True)
    fields += [old, new] if rng.random() < 0.8 else [new]
    if rng.random() < 0.4:
        done = lambda task: Cell(f"{task.progress}%", align="center")  # noqa: E731
        fields.append(Field("% complete", 9, done, middle=True))
    fields.append(text(rng, ("Narrative", "Project update", "Highlights"), 26, _update))
    tasks = draw_tasks(paper, RISK, colours, now)
    shared = any(each.heading == "% complete" for each in fields)
    for truth, task in zip(lay(paper, fields, tasks), tasks, strict=True):
        truth.people = (task.owner,)
        truth.progress = task.progress if shared else None
        truth.also = _ALSO[task.status] if explained or task.status == "blue" else ()
    return paper.close(landscape=rng.random() < 0.9)


def milestone_register(rng: random.Random, ruling: str) -> Drawn:
    """A combined authority's milestones: when they were to be reached, when they were, a word."""
    titles = ("Devolution Milestones", "Delivery Milestones Register", "Programme Milestones")
    paper, now = _opened(rng, ruling, titles, (2014, 2025), words.COMBINED)
    shown = {
        "completed": rng.choice(("Completed", "Complete", "Achieved")),
        "in_progress": rng.choice(("On track", "In progress")),
        "overdue": rng.choice(("Overdue", "OVERDUE")),
        "not_started": "Not started",
    }
    fields = [_ref(rng)]
    fields.append(text(rng, ("Milestone", "Key milestone"), 28, _title))
    fields.append(text(rng, ("Owner", "Responsible officer"), 14, lambda task: task.owner))
    fields.append(text(rng, ("Target date", "Planned date", "Due date"), 12, _due))
    if rng.random() < 0.6:
        ended = ("Date completed", "Date achieved", "Actual completion date")
        fields.append(text(rng, ended, 12, _ended))
    status = Field("Status", 11, lambda task: Cell(shown[task.status]))
    told = text(rng, ("Commentary", "Comment", "Next steps"), 26, _update)
    fields += rng.choice(([status, told], [told, status], [status]))
    tasks = draw_tasks(paper, MILESTONES, tuple(shown), now)
    for truth, task in zip(lay(paper, fields, tasks), tasks, strict=True):
        truth.people = (task.owner,)
        if truth.status == "in_progress" and shown["in_progress"] == "On track":
            truth.also = ("green",)
    aside(paper, 0.2)
    return paper.close(landscape=rng.random() < 0.75)


def _opened(
    rng: random.Random,
    ruling: str,
    titles: Sequence[str],
    years: tuple[int, int],
    councils: Sequence[str] = (*words.DISTRICTS, *words.UNITARIES),
) -> tuple[Paper, int]:
    """A plan's paper, opened, and the month (counted from April) at which it stands."""
    paper = begin(rng, ruling, wide=7, years=years, councils=councils)
    now = rng.randrange(2, 13)
    paper.open(f"{rng.choice(titles)} - {paper.calendar.month(now)}", now)
    return paper, now


def _explained(paper: Paper, colours: Sequence[str]) -> tuple[str, dict[str, str], bool]:
    """A kind of signs and its colours, and whether a key, which is then printed, explains them."""
    rng = paper.rng
    kind, fills = rng.choice(_KINDS), draw_fills(rng)
    explained = kind in {"paint", "icon"} or rng.random() < 0.6
    if explained:
        rows = [
            [colour_sign(each, kind, fills), Cell(_MEANS[each])] for each in dict.fromkeys(colours)
        ]
        paper.blocks += [Text("Key", "bold")] if rng.random() < 0.5 else []
        paper.blocks.append(Table((1, 3), rows=rows, narrow=True))
    return kind, fills, explained


def _before(
    rng: random.Random, colours: Sequence[str], kind: str, fills: dict[str, str]
) -> Callable[[Task], Cell]:
    """How an action stood at the last report: not done unless it is done now."""

    def draw(task: Task) -> Cell:
        pool = colours if task.status == "blue" else colours[1:]
        return colour_sign(rng.choice(pool), kind, fills)

    return draw


def _ref(rng: random.Random) -> Field:
    return Field(rng.choice(("Ref", "No", "Ref.", "Action no.")), 7, lambda task: Cell(task.code))


def _marked(rng: random.Random, kind: str, fills: dict[str, str]) -> Field:
    heading = rng.choice(("RAG", "RAG rating", "Status", "BRAG status"))
    return Field(heading, 8, lambda task: colour_sign(task.status, kind, fills), middle=True)


def _title(task: Task) -> str:
    return task.title


def _due(task: Task) -> str:
    return task.due.printed


def _update(task: Task) -> str:
    return task.update


def _gain(task: Task) -> str:
    return task.gain


def _ended(task: Task) -> str:
    return task.ended.printed if task.status == "completed" else ""
