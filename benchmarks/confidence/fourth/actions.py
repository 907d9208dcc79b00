"""Plans of actions: a system's export, a service's plan, governance improvements, milestones."""

from __future__ import annotations

import random
from collections.abc import Sequence

from benchmarks.confidence.fourth.blocks import Cell, Table, Text
from benchmarks.confidence.fourth.paper import Paper, begin
from benchmarks.confidence.fourth.sheet import band
from benchmarks.confidence.fourth.tasks import Action, draw_actions
from benchmarks.confidence.fourth.words import (
    GOVERNANCE,
    ISSUES,
    MILESTONES,
    OBJECTIVES,
)
from benchmarks.confidence.model import Drawn, TrueAction

#: The statuses of a performance system: the word, the icon, what its key says.
_SYSTEM = {
    "completed": ("Completed", "tick-green", "The action has been completed"),
    "in_progress": ("In Progress", "play-green", "The action is expected to meet its due date"),
    "warning": (
        "Warning",
        "warn-amber",
        "The action is approaching its due date or has a late milestone",
    ),
    "overdue": ("Overdue", "stop-red", "The action has passed its due date"),
    "cancelled": ("Cancelled", "cross-black", "The action has been cancelled or postponed"),
    "not_started": ("Not Started", "ring-grey", "Work has not yet begun"),
}
_COLOURS = {"completed": "blue", "in_progress": "green", "warning": "amber", "overdue": "red"}
_FILLS = {"blue": "#00b0f0", "green": "#00b050", "amber": "#ffc000", "red": "#ff0000"}
_MEANINGS = {
    "completed": "Completed",
    "in_progress": "On track",
    "warning": "At risk",
    "overdue": "Overdue",
}


def system_actions(rng: random.Random, ruling: str) -> Drawn:
    """A performance system's export: icon, code, title, a bar of progress, the date, a note."""
    paper = begin(rng, ruling, wide=8, years=(2007, 2023))
    month = rng.randrange(3, 13)
    title = rng.choice(("Action Progress Report", "Business Plan Actions", "Key Tasks and Actions"))
    paper.open(f"{title}: {paper.calendar.month(month)}", month=month)
    worded = rng.random() < 0.6
    key = Table(
        (1, 2, 7), [[Cell(text, heading=True) for text in ("Icon", "Status", "Description")]]
    )
    for word, icon, meaning in _SYSTEM.values():
        key.rows.append([Cell(picture=icon, align="center"), Cell(word), Cell(meaning)])
    paper.blocks.append(key)
    joined = rng.random() < 0.2
    owned, described = rng.random() < 0.5, rng.random() < 0.3
    bars = rng.random() < 0.6
    heads = [*(("Code & Title",) if joined else ("Code", rng.choice(("Title", "Action Title"))))]
    heads += ["Description"] if described else []
    heads += [rng.choice(("Progress", "Progress Bar")), "Due Date"]
    heads += [rng.choice(("Assigned To", "Managed By"))] if owned else []
    heads.append(rng.choice(("Latest Note", "Comments", "Latest Status Update")))
    weights = [*((28,) if joined else (9, 22)), *((20,) if described else ()), 8, 9]
    weights += [*((11,) if owned else ()), 26]
    first = rng.random() < 0.6
    place = 0 if first else len(heads) - 1
    heads.insert(
        place, rng.choice(("Status", "Status Icon", "Status / Icon")) if worded else "Status"
    )
    weights.insert(place, 9 if worded else 6)
    way = rng.choice(("day-month-year", "day-month-year", "slashes", "month-year"))
    drawn = Table(weights, [_heads(paper, heads, ("Status", "Progress"))])
    for each in draw_actions(paper, tuple(_SYSTEM), month, way=way):
        assert each.code is not None
        name = [each.code.printed, each.title]
        row = [Cell(" ".join(name))] if joined else [Cell(text) for text in name]
        row += [Cell(rng.choice(ISSUES))] if described else []
        bar = f"bar-{each.progress}" if bars else None
        row += [Cell(f"{each.progress}%", picture=bar, align="center"), Cell(each.due[0])]
        row += [Cell(each.owner)] if owned else []
        row.append(Cell(each.update))
        word, icon, _ = _SYSTEM[each.status]
        row.insert(place, Cell(word if worded else "", picture=icon, align="center"))
        drawn.rows.append(row)
        people = (each.owner,) if owned else ()
        _true(paper, each, people=people).progress = each.progress
    paper.blocks.append(drawn)
    return paper.close(landscape=True)


def service_actions(rng: random.Random, ruling: str) -> Drawn:
    """A service plan's actions under each objective: who, by when, what came of it, a colour."""
    paper = begin(rng, ruling, wide=7, years=(2003, 2023))
    month = rng.randrange(3, 13)
    service = rng.choice(("Housing", "Environment", "Corporate", "Community"))
    title = f"{service} Service Plan {paper.calendar.year()} - Progress against Actions"
    paper.open(title, month=month)
    keyed = rng.random() < 0.7
    kind = rng.choice(("fill", "letter", "word", "painted word")) if keyed else "word"
    statuses = tuple(_COLOURS) if keyed else tuple(_COLOURS)[1:]
    if keyed:
        rows = [[_colour(each, kind), Cell(meaning)] for each, meaning in _MEANINGS.items()]
        paper.blocks.append(Table((1, 3), rows=rows, narrow=True))
    coded = rng.random() < 0.75
    heads = [rng.choice(("Ref", "Ref", "No."))] if coded else []
    heads += [rng.choice(("Action", "Key Action", "What will we do?"))]
    heads += [rng.choice(("Lead Officer", "Responsible Officer", "Lead"))]
    heads += [rng.choice(("Target Date", "By When", "Due Date")), "RAG"]
    heads.append(rng.choice(("Progress", "Progress to date", "Update")))
    weights = [*((6,) if coded else ()), 26, 13, 10, 8, 28]
    apart, way = rng.random() < 0.4, rng.choice(("month-year", "long", "slashes", "short"))
    drawn = Table(weights, [_heads(paper, heads, ("RAG",))])
    titles = rng.sample(OBJECTIVES, len(OBJECTIVES))
    objectives = iter(f"Objective {number}: {text}" for number, text in enumerate(titles, start=1))
    made = draw_actions(paper, statuses, month, way=way, coded=coded)
    size = rng.choice((3, 4, 5))
    for number, each in enumerate(made):
        if number % size == 0 and (name := next(objectives, None)):
            if apart:
                drawn = Table(weights, [_heads(paper, heads, ("RAG",))])
                paper.blocks += [Text(name, "heading"), drawn]
            else:
                drawn.rows.append(band(name, len(heads), paper.look))
        row = [Cell(each.code.printed)] if each.code else []
        row += [Cell(each.title), Cell(each.owner), Cell(each.due[0]), _colour(each.status, kind)]
        drawn.rows.append([*row, Cell(each.update)])
        truth = _true(paper, each, people=(each.owner,))
        # Without a key there is but the colour; with one it means what the key says.
        truth.status = _COLOURS[each.status]
        truth.also = (each.status,) if keyed else ()
    if not apart:
        paper.blocks.append(drawn)
    return paper.close(landscape=rng.random() < 0.75)


def governance_plan(rng: random.Random, ruling: str) -> Drawn:
    """Improvements that a governance statement promised: issue, action, dates, a word."""
    paper = begin(rng, ruling, wide=7, years=(2005, 2023))
    month = rng.randrange(3, 13)
    title = rng.choice(
        (
            "Annual Governance Statement Action Plan",
            "Improvement Plan",
            "Peer Challenge Action Plan",
        )
    )
    paper.open(f"{title}: position at {paper.calendar.month(month)}", month=month)
    words = rng.choice(
        (
            {"completed": "Completed", "in_progress": "In progress", "overdue": "Overdue"},
            {
                "completed": "Complete",
                "in_progress": "In Progress",
                "not_started": "Not Started",
                "overdue": "Overdue",
            },
        )
    )
    issued, revised = rng.random() < 0.6, rng.random() < 0.6
    heads = [rng.choice(("No.", "Ref"))]
    heads += [rng.choice(("Issue", "Issue identified"))] if issued else []
    heads += [rng.choice(("Action", "Agreed action")), rng.choice(("Responsible Officer", "Owner"))]
    if revised:
        heads += [rng.choice(("Original date", "Target date")), rng.choice(("Revised date",))]
    else:
        heads.append(rng.choice(("Target date", "Due date")))
    heads += ["Status", rng.choice(("Progress", "Latest position", "Comments"))]
    weights = [5, *((20,) if issued else ()), 26, 13, 10, *((10,) if revised else ()), 10, 24]
    drawn = Table(weights, [_heads(paper, heads)])
    way = rng.choice(("month-year", "long", "slashes", "short"))
    made = draw_actions(paper, tuple(words), month, way=way, pool=GOVERNANCE, coded=False)
    dotted = rng.random() < 0.5
    for number, each in enumerate(made, start=1):
        code = f"{(number + 3) // 4}.{(number - 1) % 4 + 1}" if dotted else f"{number}"
        row = [Cell(code), *((Cell(rng.choice(ISSUES)),) if issued else ())]
        row += [Cell(each.title), Cell(each.owner), Cell(each.due[0])]
        late = each.revised if revised else None
        row += [Cell(late[0] if late else rng.choice(("", "-")))] if revised else []
        drawn.rows.append([*row, Cell(words[each.status]), Cell(each.update)])
        truth = _true(paper, each, people=(each.owner,))
        truth.code, truth.revised = code, late[1] if late else None
    paper.blocks.append(drawn)
    return paper.close(landscape=rng.random() < 0.8)


def delivery_plan(rng: random.Random, ruling: str) -> Drawn:
    """A corporate plan's actions with their milestones in one cell, per cent done, a status."""
    paper = begin(rng, ruling, wide=7, years=(2006, 2024))
    month = rng.randrange(3, 13)
    title = rng.choice(
        ("Corporate Plan Delivery", "Delivery Plan Monitoring", "Council Plan Tracker")
    )
    paper.open(f"{title} {paper.calendar.year()}: {paper.calendar.month(month)}", month=month)
    words = {
        "completed": "Completed",
        "in_progress": "On track",
        "not_started": "Not started",
        "overdue": "Overdue",
    }
    done = rng.random() < 0.6
    heads = [rng.choice(("Ref", "Action Ref")), rng.choice(("Action", "Project", "Key Project"))]
    heads += [rng.choice(("Key Milestones", "Milestones")), rng.choice(("Due Date", "Target Date"))]
    heads += [rng.choice(("% Complete", "Progress (%)"))] if done else []
    heads += ["Status", rng.choice(("Progress update", "Commentary"))]
    weights = [8, 22, 20, 10, *((8,) if done else ()), 9, 24]
    drawn = Table(weights, [_heads(paper, heads, ("%", "Progress ("))])
    way = rng.choice(("month-year", "day-month-year", "long", "slashes"))
    for each in draw_actions(paper, tuple(words), month, way=way):
        assert each.code is not None
        steps = "\n".join(rng.sample(MILESTONES, rng.randrange(1, 4)))
        row = [Cell(each.code.printed), Cell(each.title), Cell(steps), Cell(each.due[0])]
        row += [Cell(f"{each.progress}%", align="center")] if done else []
        drawn.rows.append([*row, Cell(words[each.status]), Cell(each.update)])
        truth = _true(paper, each)
        truth.progress = each.progress if done else None
        truth.also = ("green",) if each.status == "in_progress" else ()
    paper.blocks.append(drawn)
    return paper.close(landscape=rng.random() < 0.8)


def _true(paper: Paper, action: Action, *, people: tuple[str, ...] = ()) -> TrueAction:
    """Set down what every paper prints of an action; the rest is for its family to add."""
    code = action.code.canonical if action.code else None
    truth = TrueAction(code, action.title, action.status, action.due[1], people=people)
    paper.actions.append(truth)
    return truth


def _colour(status: str, kind: str) -> Cell:
    name = _COLOURS[status]
    fill = None if kind in {"word", "letter"} else _FILLS[name]
    text = {"fill": "", "letter": name[0].upper()}.get(kind, name.capitalize())
    return Cell(text, fill=fill, align="center")


def _heads(paper: Paper, texts: Sequence[str], middle: Sequence[str] = ()) -> list[Cell]:
    """The headings; those over what stands in the *middle* stand there as well."""
    align = paper.look.heads if paper.look.ruling == "ruled" else "left"
    return [
        Cell(text, heading=True, align="center" if text.startswith(tuple(middle)) else align)
        for text in texts
    ]
