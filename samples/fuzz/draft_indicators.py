"""Adds a table of indicators to a draft."""

from __future__ import annotations

from random import Random

from samples.fuzz import indicators
from samples.fuzz.columns import PREVIOUS, Column, named, previous
from samples.fuzz.drafts import Draft, caption, carrier, key_table, row_count
from samples.fuzz.looks import shading, style
from samples.fuzz.signs import indicator_signs


def add_indicators(draft: Draft) -> None:
    """Add a table, with its heading and the key it needs."""
    dice, family, name = draft.dice, draft.family, str(draft.tables)
    chance = dice.of(f"table {name}")
    look, shade = style(dice, name, draft.font), shading(dice, name)
    signs = indicator_signs(dice.of(f"signs {name}"), carrier(draft))
    has_status = not family.pairs and (signs.carrier in {"icon", "fill"} or chance.random() < 0.7)
    if signs.carrier == "icon" and has_status:
        key_table(draft, signs, look, shade)
    columns = _arranged(draft, chance, has_status)
    has_code = any(column.kind == "code" for column in columns)
    count, number = row_count(draft), draft.tables
    heading = caption(
        draft, chance.choice(("Performance Indicators", "Key Performance Indicators"))
    )
    plan = indicators.Plan(
        number=number,
        columns=tuple(columns),
        signs=signs,
        style=look,
        shading=shade,
        codes=tuple(_codes(dice.of(f"codes {name}"), count)) if has_code or family.one_name else (),
        titles=tuple(_titles(draft, count)),
        leading_code=chance.random() < 0.6,
        pairs=family.pairs,
        caption=heading,
        sections=dice.chance("sections", 0.3, name)
        and all(column.kind != "section" for column in columns),
    )
    drawn, truths = indicators.table(plan, dice)
    draft.add(drawn)
    draft.indicators += truths


def _titles(draft: Draft, count: int) -> list[tuple[str, indicators.Kind]]:
    """Titles that no earlier table of the paper has."""
    used = {truth.title for truth in draft.indicators}
    drawn = indicators.draw_titles(draft.dice, str(draft.tables), 49)
    return [each for each in drawn if each[0] not in used][:count]


def _arranged(draft: Draft, chance: Random, has_status: bool) -> list[Column]:
    """The columns of a table of indicators in one of the usual orders."""
    dice, family = draft.dice, draft.family
    name = str(draft.tables)
    assert family.figures is not None
    values = family.figures(dice.of(f"columns {name}"), draft.times)
    if family.pairs:
        values = _of_pairs(draft, chance)
    front = [named(chance, "name", 3)] if family.one_name else [named(chance, "title", 3)]
    if not family.one_name and chance.random() < 0.8:
        front.insert(0, named(chance, "code", 1))
    status = [named(chance, "status", 1)] if has_status else []
    where = chance.randrange(3)
    if dice.chance("extras", 0.2, f"section {name}"):
        front.insert(0, named(chance, "section", 1.2))
    front += [
        named(chance, kind, 1.2)
        for kind in ("frequency", "polarity", "owner", "unknown")
        if dice.chance("extras", 0.15, f"{kind} {name}")
    ]
    if dice.chance("odd headings", 0.15, f"previous {name}") and not family.pairs:
        values.append(previous(chance.choice(PREVIOUS), draft.times))
    if dice.chance("odd headings", 0.2, f"trend {name}"):
        status.append(named(chance, "trend", 1.1))
    note = [named(chance, "note", 4)] if dice.chance("notes", 0.5, name) else []
    if where == 0 and not family.pairs:
        return [*status, *front, *values, *note]
    if where == 1:
        return [*front, *values, *status, *note]
    return [*front, *values, *note, *status]


def _of_pairs(draft: Draft, chance: Random) -> list[Column]:
    """Which row holds what is said by a column, then a column a quarter."""
    measure = Column("measure", (chance.choice(("", "Type", "Target / Actual")),), share=1)
    form = chance.choice(("Q{q} {y}", "{y} Q{q}", "Quarter {q} {y}"))
    times = draft.times
    return [
        measure,
        *(
            Column(
                "value",
                (form.format(q=each, y=times.printed(times.year)),),
                None,
                (times.label(times.year, each),),
            )
            for each in range(1, times.quarter + 1)
        ),
    ]


def _codes(chance: Random, count: int) -> list[tuple[str, str]]:
    """Codes as printed and as published."""
    numbers = sorted(chance.sample(range(2, 99), count))
    form = chance.choice(
        (
            ("BV{n}", "BV{n}"),
            ("BV {n}", "BV{n}"),
            ("NI {n}", "NI{n}"),
            ("LPI {n}", "LPI {n}"),
            ("FPLocal_{n:02d}", "FPLocal_{n:02d}"),
            ("ENV {n:02d}a", "ENV {n:02d}a"),
            ("HS_{n:03d}", "HS_{n:03d}"),
        )
    )
    return [(form[0].format(n=n), form[1].format(n=n)) for n in numbers]
