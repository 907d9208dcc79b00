"""A random table of actions, and what its rows say."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from samples.fuzz.columns import Column
from samples.fuzz.dice import Dice
from samples.fuzz.heads import heading_spots
from samples.fuzz.looks import Shading
from samples.fuzz.model import ActionTruth, Cell, Spot, Style, Table
from samples.fuzz.signs import Signs
from samples.fuzz.words import OWNERS, SECTIONS, sentence, sentences

_FORMS = ("%d/%m/%Y", "%d-%b-%Y", "%d %B %Y", "%d %b %Y", "%d.%m.%Y")
_MONTH_FORMS = ("%B %Y", "%b-%Y", "%b %Y", "%b-%y")
Values = dict[str, str | int | None]


@dataclass(frozen=True)
class Plan:
    """What the table shows."""

    number: int
    columns: tuple[Column, ...]
    signs: Signs
    style: Style
    shading: Shading
    codes: tuple[str, ...]
    titles: tuple[str, ...]
    year: int
    sections: bool = False


def table(plan: Plan, dice: Dice) -> tuple[Table, list[ActionTruth]]:
    """Draw the rows of a table."""
    align = dice.pick("align", ("left", "center"), "left", f"heads {plan.number}")
    heading = Cell(fill=plan.shading.heading, bold=True, ink=plan.shading.ink, align=align)
    spots, heads = heading_spots([column.path for column in plan.columns], heading)
    truths: list[ActionTruth] = []
    row, section = heads, None
    names = list(SECTIONS)
    dice.of(f"sections {plan.number}").shuffle(names)
    for number in range(len(plan.titles)):
        chance = dice.of(f"action {plan.number} {number}")
        if plan.sections and (number == 0 or (names and chance.random() < 0.3)):
            section = names.pop()
            whole = Cell(section, fill=plan.shading.section, bold=True, cols=len(plan.columns))
            spots.append(Spot(row, 0, whole))
            row += 1
        values: Values = {"section": section} if section else {}
        fill = plan.shading.zebra if number % 2 else None
        for col, column in enumerate(plan.columns):
            cell, said = _cell(plan, column, number, dice)
            values |= said
            spots.append(Spot(row, col, replace(cell, fill=cell.fill or fill)))
        truths.append(ActionTruth(plan.number, row, tuple(values.items())))
        row += 1
    widths = tuple(column.share for column in plan.columns)
    return Table(widths, row, heads, tuple(spots), plan.style), truths


def _cell(plan: Plan, column: Column, number: int, dice: Dice) -> tuple[Cell, Values]:
    """One cell, and the published columns of an action that it gives."""
    chance = dice.of(f"action {plan.number} {number} {column.kind}")
    empty = dice.chance("blanks", 0.3, f"action {plan.number} {number} {column.kind}")
    kind = column.kind
    if kind == "action code":
        return Cell(plan.codes[number]), {"code": plan.codes[number]}
    if kind == "action":
        return Cell(plan.titles[number]), {"title": plan.titles[number]}
    if kind == "status":
        status = chance.choice(sorted(plan.signs.words))
        return plan.signs.cell(status, chance), {"status": status}
    if kind == "progress":
        done = chance.randrange(0, 101, 5)
        return Cell(f"{done}%", align="center"), {"progress": done}
    if kind in {"due", "revised"}:
        name = "due" if kind == "due" else "revised_due"
        if kind == "revised" and empty:
            return Cell(), {name: None}
        return _date(plan, chance, name, dice)
    texts = {
        "owner": chance.choice(OWNERS),
        "description": sentence(chance),
        "note": "" if empty else sentences(chance, 5),
        "unknown": chance.choice(("Yes", "All", "Partly", "")),
    }
    return Cell(texts[kind]), {}


def _date(plan: Plan, chance: Random, name: str, dice: Dice) -> tuple[Cell, Values]:
    form = dice.of(f"dates {plan.number}").choice((*_FORMS, *_MONTH_FORMS))
    day = date(plan.year, 4, 1) + timedelta(days=chance.randrange(700))
    text = day.strftime(form)
    if form in _MONTH_FORMS:
        last = calendar.monthrange(day.year, day.month)[1]
        day = day.replace(day=last)
    precision = "month" if form in _MONTH_FORMS else "day"
    return Cell(text), {name: day.isoformat(), f"{name}_precision": precision}
