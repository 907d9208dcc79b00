"""A random table of indicators, and what its rows say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

from samples.fuzz.columns import Column
from samples.fuzz.dice import Dice
from samples.fuzz.heads import heading_spots
from samples.fuzz.looks import Shading, alignment
from samples.fuzz.model import Align, Cell, FigureTruth, IndicatorTruth, Spot, Style, Table
from samples.fuzz.signs import Signs
from samples.fuzz.values import ABSENT, Printed, figure, split_word
from samples.fuzz.words import OWNERS, SECTIONS, TITLES, Kind, sentences


@dataclass(frozen=True)
class Plan:
    """What the table shows. ``pairs``: each indicator has a row of targets and one of results."""

    number: int
    columns: tuple[Column, ...]
    signs: Signs
    style: Style
    shading: Shading
    codes: tuple[tuple[str, str], ...]
    titles: tuple[tuple[str, Kind], ...]
    leading_code: bool = True
    pairs: bool = False
    sections: bool = False
    caption: str = ""


@dataclass
class _Sheet:
    plan: Plan
    dice: Dice
    spots: list[Spot] = field(default_factory=list)
    truths: list[IndicatorTruth] = field(default_factory=list)
    row: int = 0
    section: str | None = None
    marks: int = 0

    @property
    def chance(self) -> Random:
        return self.dice.of(f"table {self.plan.number} row {self.row}")


def draw_titles(dice: Dice, name: str, count: int) -> list[tuple[str, Kind]]:
    """Different titles, each with the kind of its figures."""
    every = [(title, kind) for kind, titles in TITLES.items() for title in titles]
    return dice.of(f"titles {name}").sample(every, count)


def table(plan: Plan, dice: Dice) -> tuple[Table, list[IndicatorTruth]]:
    """Draw the rows of a table."""
    sheet = _Sheet(plan, dice)
    shade = plan.shading
    heading = Cell(fill=shade.heading, bold=True, ink=shade.ink, align=_heading_align(dice, plan))
    top = plan.caption if dice.chance("odd rows", 0.1, f"caption {plan.number}") else None
    sheet.spots, heads = heading_spots([column.path for column in plan.columns], heading, top)
    sheet.row = heads
    groups = _groups(dice, plan)
    for name, count in groups:
        if name is not None and plan.sections:
            _section_row(sheet, name)
        sheet.section = name
        for _ in range(count):
            _indicator(sheet)
    if not plan.sections and any(column.kind == "section" for column in plan.columns):
        _section_column(sheet, groups, heads)
    if dice.chance("odd rows", 0.1, f"remark {plan.number}"):
        whole = Cell("* This is a provisional figure.", cols=len(plan.columns))
        sheet.spots.append(Spot(sheet.row, 0, whole))
        sheet.row += 1
    widths = tuple(column.share for column in plan.columns)
    return Table(widths, sheet.row, heads, tuple(sheet.spots), plan.style), sheet.truths


def _heading_align(dice: Dice, plan: Plan) -> Align:
    return dice.pick("align", ("left", "center"), "left", f"heads {plan.number}")


def _groups(dice: Dice, plan: Plan) -> list[tuple[str | None, int]]:
    """Section names and how many indicators stand under each."""
    chance, left = dice.of(f"groups {plan.number}"), len(plan.titles)
    has_column = any(column.kind == "section" for column in plan.columns)
    if not plan.sections and not has_column:
        return [(None, left)]
    names, groups = list(SECTIONS), []
    chance.shuffle(names)
    while left:
        count = min(left, chance.randint(1, 4))
        groups.append((names.pop() if names else "Corporate", count))
        left -= count
    return groups


def _section_row(sheet: _Sheet, name: str) -> None:
    """A row that names a section: one cell, or the first of a row of blank ones."""
    plan, count = sheet.plan, len(sheet.plan.columns)
    apart = sheet.dice.chance("odd rows", 0.2, f"sections {plan.number}")
    whole = Cell(name, fill=plan.shading.section, bold=True, cols=1 if apart else count)
    sheet.spots.append(Spot(sheet.row, 0, whole))
    for col in range(1, count) if apart else ():
        sheet.spots.append(Spot(sheet.row, col, Cell(fill=plan.shading.section)))
    sheet.row += 1


def _section_column(sheet: _Sheet, groups: Sequence[tuple[str | None, int]], row: int) -> None:
    """Fill the column of sections: a cell for each row, or one that runs down."""
    col = next(i for i, column in enumerate(sheet.plan.columns) if column.kind == "section")
    height = 2 if sheet.plan.pairs else 1
    down = sheet.dice.chance("row spans", 0.5, f"section {sheet.plan.number}")
    for name, count in groups:
        rows = count * height
        if down:
            sheet.spots.append(Spot(row, col, Cell(name or "", rows=rows)))
        else:
            for each in range(count):
                place = row + each * height
                sheet.spots.append(Spot(place, col, Cell(name or "", rows=height)))
        row += rows


def _indicator(sheet: _Sheet) -> None:
    plan, number = sheet.plan, len(sheet.truths)
    title, kind = plan.titles[number]
    code = plan.codes[number] if plan.codes else None
    status = sheet.chance.choice(("green", "green", "amber", "red"))
    if sheet.dice.chance("blanks", 0.06, f"status {plan.number} {number}"):
        status = None
    shows = any(column.kind == "status" for column in plan.columns)
    height = 2 if plan.pairs else 1
    figures: list[FigureTruth] = []
    fill = plan.shading.zebra if number % 2 else None
    for col, column in enumerate(plan.columns):
        if column.kind == "section":
            continue
        if column.kind == "value":
            figures += _values(sheet, col, column, kind, fill)
        elif column.kind == "measure":
            for step, word in enumerate(("Target", "Actual")):
                sheet.spots.append(Spot(sheet.row + step, col, Cell(word, fill=fill)))
        else:
            cell = _other(sheet, column, (code[0] if code else None, title), status)
            cell = replace(cell, rows=height, fill=cell.fill or fill)
            sheet.spots.append(Spot(sheet.row, col, cell))
    sheet.truths.append(
        IndicatorTruth(
            plan.number,
            sheet.row,
            code[1] if code else None,
            title,
            sheet.section,
            status if shows else None,
            plan.signs.published_carrier() if shows and status else None,
            tuple(figures),
            _name(plan, code[0] if code else None, title),
        )
    )
    sheet.row += height


def _values(
    sheet: _Sheet, col: int, column: Column, kind: Kind, fill: str | None
) -> list[FigureTruth]:
    found = []
    for step in range(2 if sheet.plan.pairs else 1):
        row = sheet.row + step
        chance = sheet.dice.of(f"value {sheet.plan.number} {row} {col}")
        printed = figure(chance, kind)
        if sheet.dice.chance("blanks", 0.1, f"value {sheet.plan.number} {row} {col}"):
            printed = chance.choice(ABSENT)
        mark = ""
        noted = sheet.dice.chance("footnotes", 0.02, f"{sheet.plan.number} {row} {col}")
        if noted and printed.state == "value":
            sheet.marks += 1
            mark = chance.choice((str(sheet.marks % 9 + 1), "a", "b"))
        align = alignment(sheet.dice, str(sheet.plan.number))
        broken = sheet.dice.chance("wrapped words", 0.01, f"{sheet.plan.number} {row} {col}")
        text = split_word(printed.text, chance) if broken else printed.text
        cell = Cell(text, raised=mark, fill=fill, align=align)
        sheet.spots.append(Spot(row, col, cell))
        found.append(_truth(col, row, column, printed, mark, step))
    return found


def _truth(
    col: int, row: int, column: Column, printed: Printed, mark: str, step: int
) -> FigureTruth:
    measure = column.measure or ("target", "actual")[step]
    return FigureTruth(
        col,
        row,
        measure,
        column.periods,
        printed.value,
        printed.unit,
        printed.state,
        column.basis if printed.state == "value" else None,
        mark or None,
    )


def _other(sheet: _Sheet, column: Column, name: tuple[str | None, str], status: str | None) -> Cell:
    """A cell that holds no figure."""
    code, title = name
    chance = sheet.dice.of(f"cell {sheet.plan.number} {sheet.row} {column.kind}")
    texts = {
        "code": code or "",
        "title": title,
        "name": _name(sheet.plan, code, title),
        "owner": chance.choice(OWNERS),
        "frequency": chance.choice(("Quarterly", "Annual", "Monthly")),
        "polarity": chance.choice(("High", "Low", "Higher", "Lower")),
        "trend": chance.choice(("Improving", "Worse", "Same", "Better")),
        "unknown": chance.choice(("Yes", "All", "Partly", "")),
    }
    if column.kind == "status":
        return sheet.plan.signs.cell(status, chance)
    if column.kind == "note":
        empty = sheet.dice.chance("blanks", 0.3, f"note {sheet.plan.number} {sheet.row}")
        long = sheet.dice.chance("long notes", 0.02, f"{sheet.plan.number} {sheet.row}")
        long = long and not sheet.plan.pairs  # two rows that a page cannot hold
        return Cell("" if empty else sentences(chance, 40 if long else 4))
    narrow = sheet.dice.chance("wrapped words", 0.1, f"codes {sheet.plan.number}")
    if column.kind == "code" and code and len(code) > 4 and narrow:
        return Cell(split_word(code, chance))
    return Cell(texts[column.kind])


def _name(plan: Plan, code: str | None, title: str) -> str:
    if code is None:
        return title
    return f"{code} {title}" if plan.leading_code else f"{title} ({code})"
