"""Adds a table of actions to a draft."""

from __future__ import annotations

from random import Random

from samples.fuzz import actions
from samples.fuzz.columns import Column, named
from samples.fuzz.dice import Dice
from samples.fuzz.drafts import Draft, caption, carrier, key_table, row_count
from samples.fuzz.looks import shading, style
from samples.fuzz.signs import action_signs
from samples.fuzz.words import TASKS


def add_actions(draft: Draft) -> None:
    """Add a table, with its heading and the key it needs."""
    dice, name = draft.dice, str(draft.tables)
    chance = dice.of(f"table {name}")
    look, shade = style(dice, name, draft.font), shading(dice, name)
    signs = action_signs(dice.of(f"signs {name}"), carrier(draft))
    if signs.carrier == "icon":
        key_table(draft, signs, look, shade)
    count, number = min(row_count(draft), 7), draft.tables
    caption(draft, chance.choice(("Action Plan", "Corporate Plan Actions", "Key Actions")))
    used = {dict(truth.values)["title"] for truth in draft.actions}
    titles = [title for title in TASKS if title not in used][:count]
    plan = actions.Plan(
        number=number,
        columns=tuple(_action_columns(dice, chance, name)),
        signs=signs,
        style=look,
        shading=shade,
        codes=tuple(_action_codes(chance, count)),
        titles=tuple(titles),
        year=draft.times.year,
        sections=dice.chance("sections", 0.4, name),
    )
    drawn, truths = actions.table(plan, dice)
    draft.add(drawn)
    draft.actions += truths


def _action_columns(dice: Dice, chance: Random, name: str) -> list[Column]:
    columns = [named(chance, "action code", 1.1), named(chance, "action", 2.5)]
    if dice.chance("extras", 0.4, f"description {name}"):
        columns.append(named(chance, "description", 3))
    if dice.chance("extras", 0.4, f"owner {name}"):
        columns.append(named(chance, "owner", 1.5))
    columns.append(named(chance, "due", 1.3))
    if dice.chance("extras", 0.3, f"revised {name}"):
        columns.append(named(chance, "revised", 1.3))
    if dice.chance("extras", 0.5, f"progress {name}"):
        columns.append(named(chance, "progress", 1))
    if dice.chance("extras", 0.1, f"unknown {name}"):
        columns.append(named(chance, "unknown", 1))
    columns.insert(chance.choice((0, len(columns))), named(chance, "status", 1.1))
    if dice.chance("notes", 0.7, name):
        columns.append(named(chance, "note", 4))
    return columns


def _action_codes(chance: Random, count: int) -> list[str]:
    form = chance.choice(("FP1922_{n:02d}", "COMS1620_{n:02d}", "1.{n}", "CP {n}"))
    start = chance.randint(1, 9)
    return [form.format(n=start + each) for each in range(count)]
