"""Plans of actions: audit's recommendations, equality, climate, projects, after an inspection.

Each is a family: a ruling and a seed make one paper.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from benchmarks.confidence.fifth.blocks import Cell, Table, Text
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.seventh.aside import aside
from benchmarks.confidence.seventh.paper import Paper, begin
from benchmarks.confidence.seventh.signs import colour_sign, draw_fills
from benchmarks.confidence.seventh.tasks import Field, Task, draw_tasks, lay, text
from benchmarks.confidence.seventh.titles import AUDIT, CLIMATE, EQUALITY, INSPECTION, PROJECTS

#: What a colour says of an action where a key says so: true as well as the colour. Blue beside
#: the other three is done, key or not.
_ALSO = {
    "blue": ("completed",),
    "green": ("in_progress",),
    "amber": ("warning",),
    "red": ("overdue",),
}
_MEANS = {
    "blue": "Complete",
    "green": "On track",
    "amber": "Some delay",
    "red": "Behind schedule",
}
_KINDS = ("painted letter", "painted word", "paint", "word", "letter", "icon", "dot")
_REFS = ("Ref", "No.", "Ref no.", "Action ref")


def audit_recommendations(rng: random.Random, ruling: str) -> Drawn:
    """What audit recommended: how urgent, who answers, by when and by when now, how it stands."""
    titles = ("Audit Recommendations Follow-up", "Internal Audit: Recommendations Tracker")
    paper, now = _opened(rng, ruling, titles)
    shown = {
        "completed": rng.choice(("Implemented", "Completed", "Complete")),
        "in_progress": rng.choice(("In progress", "In Progress", "Ongoing")),
        "overdue": "Overdue",
        "not_started": rng.choice(("Not started", "Not yet started")),
    }
    fields = [Field(rng.choice(("Rec no.", "Ref", "No.")), 7, lambda task: Cell(task.code))]
    fields.append(text(("Recommendation", "Agreed action"), 28, lambda task: task.title, rng))
    if rng.random() < 0.6:
        urgent = lambda _task: Cell(rng.choice(("High", "Medium", "Low")), align="center")  # noqa: E731
        fields.append(Field("Priority", 8, urgent, middle=True))
    led = ("Responsible officer", "Officer responsible", "Lead officer")
    fields.append(text(led, 13, lambda task: task.owner, rng))
    moved = rng.random() < 0.5
    first = ("Original date", "Original due date") if moved else ("Implementation date", "Due date")
    fields.append(text(first, 11, lambda task: task.due.printed, rng))
    if moved:
        later = ("Revised date", "Revised due date")
        fields.append(
            text(later, 11, lambda task: task.revised.printed if task.revised else "", rng)
        )
    status = Field("Status", 11, lambda task: Cell(shown[task.status]))
    told = text(("Latest position", "Progress update", "Management update"), 28, _update, rng)
    fields += rng.choice(([status, told], [told, status]))
    tasks = draw_tasks(paper, AUDIT, tuple(shown), now)
    for truth, task in zip(lay(paper, fields, tasks), tasks, strict=True):
        truth.people = (task.owner,)
        truth.revised = task.revised.iso if moved and task.revised else None
    aside(paper, 0.2)
    return paper.close(landscape=rng.random() < 0.8)


def equality_scheme(rng: random.Random, ruling: str) -> Drawn:
    """An equality plan: aims with their actions, what should change, who, by when."""
    paper, now = _opened(rng, ruling, ("Equality Action Plan", "Equality and Diversity Scheme"))
    shown = {
        "completed": rng.choice(("Complete", "Completed", "COMPLETED")),
        "in_progress": rng.choice(("In progress", "Ongoing", "IN PROGRESS")),
        "not_started": rng.choice(("Not started", "NOT STARTED")),
    }
    coded, stands = rng.random() < 0.6, rng.random() < 0.75
    fields = [_ref(rng)] if coded else []
    fields.append(text(("Action", "What we will do", "Actions"), 27, lambda task: task.title, rng))
    if rng.random() < 0.6:
        heads = ("What difference will it make?", "Intended outcome", "Benefit")
        fields.append(text(heads, 18, lambda task: task.gain, rng))
    fields.append(text(("Lead", "Lead officer", "By whom"), 13, lambda task: task.owner, rng))
    fields.append(_due(rng, ("By when", "Timescale", "Target date", "Completion date")))
    fields += [Field("Status", 11, lambda task: Cell(shown[task.status]))] if stands else []
    fields.append(text(("Progress", "Progress made", "Update"), 26, _update, rng))
    tasks = draw_tasks(paper, EQUALITY, tuple(shown), now)
    made = lay(paper, fields, tasks, beside=rng.random() < 0.5)
    for truth, task in zip(made, tasks, strict=True):
        truth.people = (task.owner,)
        truth.code = truth.code if coded else None
        if not stands:
            # Nothing names a standing; that it is done is said among the progress.
            truth.also = ("completed",) if truth.status == "completed" else ()
            truth.status = None
    return paper.close(landscape=rng.random() < 0.8)


def climate_plan(rng: random.Random, ruling: str) -> Drawn:
    """A climate plan: the carbon an action saves, its cost, when it begins and ends, a colour."""
    paper, now = _opened(
        rng, ruling, ("Climate Emergency Action Plan", "Carbon Reduction Plan"), (2009, 2024)
    )
    colours = ("blue", "green", "amber", "red")
    kind, fills, explained = _explained(paper, colours)
    fields = [_ref(rng)]
    fields.append(text(("Action", "Climate action"), 27, lambda task: task.title, rng))
    if rng.random() < 0.6:
        saved = lambda _task: Cell(f"{rng.randrange(2, 900)}", align="center")  # noqa: E731
        fields.append(Field("Saving (tonnes CO2)", 9, saved, middle=True))
    if rng.random() < 0.5:
        costs = ("Low", "Medium", "High", "£25,000", "£140,000", "Within budget")
        fields.append(Field("Cost", 10, lambda _task: Cell(rng.choice(costs))))
    fields.append(text(("Lead", "Lead officer", "Owner"), 13, lambda task: task.owner, rng))
    if rng.random() < 0.4:
        fields.append(Field("Start date", 11, lambda task: Cell(task.start.printed)))
    fields.append(_due(rng, ("End date", "Completion date", "Target completion date")))
    fields.append(_marked(rng, kind, fills))
    fields.append(text(("Progress", "Latest update", "Comments"), 26, _update, rng))
    tasks = draw_tasks(paper, CLIMATE, colours, now)
    for truth, task in zip(lay(paper, fields, tasks), tasks, strict=True):
        truth.people = (task.owner,)
        truth.also = _ALSO[task.status] if explained or task.status == "blue" else ()
    aside(paper, 0.2)
    return paper.close(landscape=rng.random() < 0.85)


def project_export(rng: random.Random, ruling: str) -> Drawn:
    """A system's list of projects: what each is for, its share done, its dates, words and signs."""
    titles = ("Projects by Service", "Delivery Plan Projects", "Programme Office Report")
    paper, now = _opened(rng, ruling, titles, (2008, 2024))
    shown = {
        "completed": ("Completed", "tick-blue"),
        "in_progress": ("In Progress", "play-green"),
        "overdue": ("Overdue", "warn-red"),
        "not_started": ("Not Started", "clock-grey"),
        "cancelled": ("Cancelled", "cross-grey"),
    }
    worded = rng.random() < 0.55
    pictured = not worded or rng.random() < 0.5
    if not worded:
        paper.blocks.append(Text("Status key", "bold"))
        rows = [[Cell(picture=sign, align="center"), Cell(word)] for word, sign in shown.values()]
        paper.blocks.append(Table((1, 4), rows=rows, narrow=True))

    def standing(task: Task) -> Cell:
        word, sign = shown[task.status]
        return Cell(word if worded else "", picture=sign if pictured else None, align="center")

    fields = [Field("Project ID", 9, lambda task: Cell(task.code))]
    fields.append(text(("Project", "Project title", "Title"), 24, lambda task: task.title, rng))
    if rng.random() < 0.45:
        fields.append(text(("Purpose", "Description", "Expected benefit"), 18, _gain, rng))
    owned = rng.random() < 0.7
    fields += (
        [text(("Project manager", "Owner"), 13, lambda task: task.owner, rng)] if owned else []
    )
    done = rng.choice(("% complete", "Progress", "Percentage complete"))
    share = Field(done, 9, lambda task: Cell(f"{task.progress}%", align="center"), middle=True)
    mark = Field("Status", 10, standing, middle=True)
    due = _due(rng, ("Due date", "Planned end date", "Due"))
    fields += rng.choice(([share, due, mark], [mark, share, due], [due, mark, share]))
    fields.append(text(("Latest note", "Manager's comment", "Update"), 27, _update, rng))
    tasks = draw_tasks(paper, PROJECTS, tuple(shown), now)
    for truth, task in zip(lay(paper, fields, tasks), tasks, strict=True):
        truth.people = (task.owner,) if owned else ()
        truth.progress = task.progress
    return paper.close(landscape=rng.random() < 0.9)


def inspection_plan(rng: random.Random, ruling: str) -> Drawn:
    """What an authority does after an inspection: lead and sponsor, by when, a colour, evidence."""
    titles = ("Improvement Plan Following Inspection", "Post-Inspection Action Plan")
    paper, now = _opened(rng, ruling, titles)
    blue = rng.random() < 0.6
    colours = ("blue", "green", "amber", "red") if blue else ("green", "green", "amber", "red")
    kind, fills, explained = _explained(paper, colours)
    fields = [_ref(rng)]
    fields.append(
        text(("Action", "Required action", "Action required"), 28, lambda task: task.title, rng)
    )
    both = rng.random() < 0.4
    fields.append(text(("Lead", "Responsible", "Lead officer"), 13, lambda task: task.owner, rng))
    fields += [Field("Sponsor", 13, lambda task: Cell(task.sponsor))] if both else []
    fields.append(_due(rng, ("Deadline", "By when", "Due date", "Target date")))
    if rng.random() < 0.5:
        fields.append(text(("Impact", "What success looks like"), 18, lambda task: task.gain, rng))
    mark = _marked(rng, kind, fills)
    told = text(("Evidence", "Progress", "Update for the board"), 27, _update, rng)
    fields += rng.choice(([mark, told], [told, mark]))
    tasks = draw_tasks(paper, INSPECTION, colours, now)
    made = lay(paper, fields, tasks, beside=rng.random() < 0.25)
    for truth, task in zip(made, tasks, strict=True):
        truth.people = (task.owner, task.sponsor) if both else (task.owner,)
        truth.also = _ALSO[task.status] if explained or task.status == "blue" else ()
        if not blue and truth.status == "green":
            truth.also += ("completed",)  # what is done is green as well, and says so
    aside(paper, 0.2)
    return paper.close(landscape=rng.random() < 0.85)


def _opened(
    rng: random.Random, ruling: str, titles: Sequence[str], years: tuple[int, int] = (2002, 2024)
) -> tuple[Paper, int]:
    """A plan's paper, opened, and the month (counted from April) at which it stands."""
    paper = begin(rng, ruling, wide=7, years=years)
    now = rng.randrange(2, 13)
    paper.open(f"{rng.choice(titles)} - {paper.calendar.month(now)}", now)
    return paper, now


def _explained(paper: Paper, colours: Sequence[str]) -> tuple[str, dict[str, str], bool]:
    """A kind of signs and its colours, and whether a key, which is then printed, explains them."""
    rng = paper.rng
    kind, fills = rng.choice(_KINDS), draw_fills(rng)
    explained = kind in {"paint", "icon", "dot"} or rng.random() < 0.6
    if explained:
        rows = [
            [colour_sign(each, kind, fills), Cell(_MEANS[each])] for each in dict.fromkeys(colours)
        ]
        paper.blocks.append(Table((1, 3), rows=rows, narrow=True))
    return kind, fills, explained


def _ref(rng: random.Random) -> Field:
    return Field(rng.choice(_REFS), 7, lambda task: Cell(task.code))


def _due(rng: random.Random, heads: Sequence[str]) -> Field:
    return text(heads, 11, lambda task: task.due.printed, rng)


def _marked(rng: random.Random, kind: str, fills: dict[str, str]) -> Field:
    heading = rng.choice(("RAG", "Status", "RAG status", "BRAG"))
    return Field(heading, 8, lambda task: colour_sign(task.status, kind, fills), middle=True)


def _update(task: Task) -> str:
    return task.update


def _gain(task: Task) -> str:
    return task.gain
