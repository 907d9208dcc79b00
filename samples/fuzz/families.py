"""The named families of layouts: a seed and a family give one paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from samples.fuzz import actions, indicators
from samples.fuzz import periods as figures
from samples.fuzz.columns import PREVIOUS, Column, Times, named, previous
from samples.fuzz.dice import Dice
from samples.fuzz.looks import A3, A4, FONTS, Shading, shading, style
from samples.fuzz.model import (
    ActionTruth,
    Block,
    Cell,
    Decoration,
    IndicatorTruth,
    Model,
    NewPage,
    Spot,
    Style,
    Table,
    Words,
)
from samples.fuzz.signs import Carrier, Signs, action_signs, indicator_signs
from samples.fuzz.words import COMMITTEES, COUNCILS, TASKS, sentences


@dataclass(frozen=True)
class Family:
    """A habit of laying out tables. ``figures`` is ``None`` for tables of actions."""

    figures: Callable[[Random, Times], list[Column]] | None
    carriers: tuple[Carrier, ...] = ("word",)
    whole_year: bool = False
    pairs: bool = False
    one_name: bool = False


FAMILIES: dict[str, Family] = {
    "quarterly": Family(figures.quarterly, ("word", "letter")),
    "annual": Family(figures.annual, ("word", "letter"), whole_year=True),
    "years": Family(figures.years, ("word", "fill"), whole_year=True),
    "quarters": Family(figures.quarters, ("word", "letter")),
    "bare quarters": Family(figures.bare, ("word", "fill")),
    "months": Family(figures.months, ("word",)),
    "deep": Family(figures.deep, ("word", "letter"), whole_year=True),
    "pairs": Family(figures.bare, ("word",), pairs=True),
    "one name": Family(figures.quarterly, ("word", "icon"), one_name=True),
    "icons": Family(figures.quarterly, ("icon",)),
    "fills": Family(figures.quarterly, ("fill",)),
    "actions": Family(None, ("word", "letter", "icon", "fill")),
}
"""Every family by its name."""


@dataclass
class _Draft:
    dice: Dice
    family: Family
    times: Times
    font: str
    blocks: list[Block] = field(default_factory=list)
    indicators: list[IndicatorTruth] = field(default_factory=list)
    actions: list[ActionTruth] = field(default_factory=list)
    tables: int = 0

    def words(self, text: str, size: float = 10, *, bold: bool = False) -> None:
        self.blocks.append(Words(text, size, bold))

    def prose(self, name: str) -> None:
        count = self.dice.pick("prose", (0, 1, 2, 3), 0, name)
        for number in range(count):
            self.words(sentences(self.dice.of(f"prose {name} {number}"), 5))

    def add(self, drawn: Table) -> None:
        self.blocks.append(drawn)
        self.tables += 1


def paper(dice: Dice) -> Model:
    """Draw the paper of a seed and a family."""
    family, chance = FAMILIES[dice.family], dice.of("paper")
    year, quarter = chance.randint(2006, 2024), chance.randint(1, 4)
    times = Times(year, 4 if family.whole_year else quarter, chance.choice((0, 0, 1, 2)))
    draft = _Draft(dice, family, times, dice.pick("faces", FONTS, "Helvetica"))
    council, title = _front(draft, chance)
    for number in range(dice.pick("more tables", (1, 1, 2, 3), 1)):
        _push(draft, number)
        if family.figures is None:
            _actions(draft)
        else:
            _indicators(draft)
    draft.prose("end")
    page = dice.pick("paper", (A4, A4[::-1], A4[::-1], A3[::-1]), A4[::-1])
    return Model(
        family=dice.family,
        seed=dice.seed,
        council=council,
        title=title,
        period=times.label(year, None if family.whole_year else times.quarter),
        blocks=tuple(draft.blocks),
        page=page,
        margin=chance.choice((28, 42, 56)),
        font=draft.font,
        foot=chance.choice(("", "{page}", "Page {page}")),
        indicators=tuple(draft.indicators),
        actions=tuple(draft.actions),
        turned=dice.pick("paper", (0, 0, 0, 90, 270), 0, "turned"),
        crop=dice.pick("paper", (0, 0, 0, 20), 0, "crop"),
        decorations=_decorations(dice),
    )


def _decorations(dice: Dice) -> frozenset[Decoration]:
    every: tuple[Decoration, ...] = ("frame", "logo", "bar", "head")
    return frozenset(each for each in every if dice.chance("decoration", 0.12, each))


def _front(draft: _Draft, chance: Random) -> tuple[str, str]:
    """The letterhead, the title and some prose."""
    times, council = draft.times, chance.choice(sorted(COUNCILS))
    when = times.printed(times.year)
    if draft.family.whole_year:
        title = chance.choice((f"Annual Performance Report {when}", f"Year End Performance {when}"))
    else:
        quarter = f"Quarter {times.quarter}"
        title = chance.choice(
            (
                f"{quarter} {when} Performance Report",
                f"Performance Report {quarter} {when}",
                f"Corporate Performance {when}: {quarter}",
            )
        )
    draft.words(COUNCILS[council], 14, bold=True)
    draft.words(chance.choice(COMMITTEES), 11)
    draft.words(title, 13, bold=True)
    draft.prose("front")
    return council, title


def _push(draft: _Draft, number: int) -> None:
    """Prose or a page break before a table, so that page ends fall everywhere."""
    draft.prose(f"before {number}")
    kind = draft.dice.pick("breaks", ("none", "none", "page", "prose"), "none", f"push {number}")
    if kind == "page":
        draft.blocks.append(NewPage())
    for each in range(draft.dice.of(f"push {number}").randint(4, 16) if kind == "prose" else 0):
        draft.words(sentences(draft.dice.of(f"push {number} {each}"), 6))


def _caption(draft: _Draft, subject: str) -> str:
    """Write the table's heading and return it."""
    chance, times = draft.dice.of(f"caption {draft.tables}"), draft.times
    when = times.printed(times.year)
    if not draft.family.whole_year and chance.random() < 0.5:
        when = f"{when} Quarter {times.quarter}"
    draft.words(f"{subject} {when}", 11, bold=True)
    return f"{subject} {when}"


def _key(draft: _Draft, signs: Signs, look: Style, shade: Shading) -> None:
    """A table that says what each picture means."""
    chance = draft.dice.of(f"key {draft.tables}")
    headings = chance.choice((("Icon", "Status"), ("Symbol", "Meaning"), ("Icon", "Meaning")))
    heading = [Cell(text, bold=True, fill=shade.heading, ink=shade.ink) for text in headings]
    spots = [Spot(0, col, cell) for col, cell in enumerate(heading)]
    for row, (status, word) in enumerate(signs.words.items(), start=1):
        spots.append(Spot(row, 0, Cell(icon=signs.icons[status], icon_size=signs.size)))
        spots.append(Spot(row, 1, Cell(word)))
    draft.words("Key to the icons", 10, bold=True)
    draft.add(Table((1.0, 2.0), len(signs.words) + 1, 1, tuple(spots), look))


def _count(draft: _Draft) -> int:
    few = draft.dice.of(f"rows {draft.tables}").random() < 0.6
    counts = range(2, 9) if few else range(9, 24)
    return draft.dice.pick("rows", tuple(counts), 3, str(draft.tables))


def _carrier(draft: _Draft) -> Carrier:
    return draft.dice.pick("signs", draft.family.carriers, "word", str(draft.tables))


def _indicators(draft: _Draft) -> None:
    dice, family, name = draft.dice, draft.family, str(draft.tables)
    chance = dice.of(f"table {name}")
    look, shade = style(dice, name, draft.font), shading(dice, name)
    signs = indicator_signs(dice.of(f"signs {name}"), _carrier(draft))
    has_status = not family.pairs and (signs.carrier in {"icon", "fill"} or chance.random() < 0.7)
    if signs.carrier == "icon" and has_status:
        _key(draft, signs, look, shade)
    columns = _arranged(draft, chance, has_status)
    has_code = any(column.kind == "code" for column in columns)
    count, number = _count(draft), draft.tables
    caption = _caption(
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
        caption=caption,
        sections=dice.chance("sections", 0.3, name)
        and all(column.kind != "section" for column in columns),
    )
    drawn, truths = indicators.table(plan, dice)
    draft.add(drawn)
    draft.indicators += truths


def _titles(draft: _Draft, count: int) -> list[tuple[str, indicators.Kind]]:
    """Titles that no earlier table of the paper has."""
    used = {truth.title for truth in draft.indicators}
    drawn = indicators.draw_titles(draft.dice, str(draft.tables), 49)
    return [each for each in drawn if each[0] not in used][:count]


def _arranged(draft: _Draft, chance: Random, has_status: bool) -> list[Column]:
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


def _of_pairs(draft: _Draft, chance: Random) -> list[Column]:
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


def _actions(draft: _Draft) -> None:
    dice, name = draft.dice, str(draft.tables)
    chance = dice.of(f"table {name}")
    look, shade = style(dice, name, draft.font), shading(dice, name)
    signs = action_signs(dice.of(f"signs {name}"), _carrier(draft))
    if signs.carrier == "icon":
        _key(draft, signs, look, shade)
    count, number = min(_count(draft), 7), draft.tables
    _caption(draft, chance.choice(("Action Plan", "Corporate Plan Actions", "Key Actions")))
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
