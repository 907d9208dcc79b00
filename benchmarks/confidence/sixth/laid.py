"""How a plan of the sixth set lies on its pages: columns, parts, signs and their key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.confidence.fifth.blocks import Cell, Table, Text
from benchmarks.confidence.fifth.sheet import band
from benchmarks.confidence.model import TrueAction
from benchmarks.confidence.sixth.paper import Paper
from benchmarks.confidence.sixth.tasks import Task

_FILLS = {"blue": "#00b0f0", "green": "#00b050", "amber": "#ffc000", "red": "#ff0000"}
_LIGHTS = {"green": "disc-green", "amber": "disc-amber", "red": "disc-red", "blue": "disc-blue"}
_MEANS = {
    "blue": "Action completed",
    "green": "On track",
    "amber": "Some slippage",
    "red": "Significant delay",
}


@dataclass(frozen=True)
class Field:
    """A column of a plan: its heading, its share of the width, what it prints of an action."""

    heading: str
    weight: float
    draw: Callable[[Task], Cell]
    middle: bool = False


def lay(
    paper: Paper,
    fields: Sequence[Field],
    tasks: Sequence[Task],
    parts: Sequence[str],
    *,
    beside: bool = False,
) -> list[TrueAction]:
    """Print a plan's actions and return what is true of them.

    The plan is one table, with its *parts* as bands or not, or one under each part's heading; with
    *beside* each part stands in a column before its actions.
    """
    rng, look = paper.rng, paper.look
    align = look.heads if look.ruling == "ruled" else "left"
    heads = [
        Cell(each.heading, heading=True, align="center" if each.middle else align)
        for each in fields
    ]
    weights = [each.weight for each in fields]
    way = rng.choice(("plain", "bands", "bands", "apart")) if parts else "plain"
    if beside:
        heads.insert(0, Cell(rng.choice(("Objective", "Priority")), heading=True, align=align))
        weights.insert(0, 14)
    drawn = Table(weights, [heads])
    done = 0
    for name in [*rng.sample(parts, len(parts)), ""]:
        size = rng.randrange(2, 5) if parts and name else len(tasks)
        members = tasks[done : done + size]
        rows = [[each.draw(task) for each in fields] for task in members]
        done += len(members)
        if not members:
            break
        if beside:
            rows[0].insert(0, Cell(name, rows=len(members)))
        elif way == "bands" and name:
            rows.insert(0, band(name, len(fields), look))
        elif way == "apart" and name:
            paper.blocks += [drawn] if drawn.rows else []
            paper.blocks.append(Text(name, "heading"))
            drawn = Table(weights, [heads])
        drawn.rows += rows
    paper.blocks.append(drawn)
    made = [
        TrueAction(each.code, each.title, each.status, each.due.iso, people=(each.owner,))
        for each in tasks
    ]
    paper.actions += made
    return made


def sign(colour: str, kind: str) -> Cell:
    """A colour as a paper of that kind of signs shows it."""
    if kind == "icon":
        return Cell(picture=_LIGHTS[colour], align="center")
    fill = _FILLS[colour] if kind == "fill" or kind.startswith("painted") else None
    text = {"fill": "", "word": colour.capitalize(), "painted word": colour.capitalize()}
    return Cell(text.get(kind, colour[0].upper()), fill=fill, align="center")


def key(colours: dict[str, None], kind: str) -> Table:
    rows = [[sign(each, kind), Cell(_MEANS[each])] for each in colours]
    return Table((1, 3), rows=rows, narrow=True)
