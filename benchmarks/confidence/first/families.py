"""Former layout families, each in a habit of real councils: for developing the reader.

They were written without a look at it and once kept apart for measuring. Those kept apart now are
in :mod:`benchmarks.confidence.third`.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from benchmarks.confidence.first.content import COUNCILS, NOTES, TASKS, TITLES, codes, value_of
from benchmarks.confidence.first.look import HtmlCell, HtmlTable, draw_look, page
from benchmarks.confidence.model import Drawn, TrueAction, TrueFigure, TrueIndicator

_WORDS = (
    {"green": "Green", "amber": "Amber", "red": "Red"},
    {"green": "On target", "amber": "Within tolerance", "red": "Below target"},
    {"green": "G", "amber": "A", "red": "R"},
)
_FILLS = {"green": "#00b050", "amber": "#ffc000", "red": "#ff0000"}


@dataclass(frozen=True)
class Heading:
    """A column of values: what it is headed, and what its values are in truth."""

    text: str
    measure: str
    period: str | None


@dataclass
class Plan:
    """What a family decides: title of the paper, its columns, its extras."""

    title: str
    columns: list[Heading]
    levels: list[list[HtmlCell]] = field(default_factory=list)
    code_heading: str | None = "Ref"
    title_heading: str = "Performance Indicator"
    status_heading: str | None = None
    note_heading: str | None = None
    frequency_heading: str | None = None
    sections: bool = False


def year(start: int) -> str:
    """``2018/19`` for 2018."""
    return f"{start}/{(start + 1) % 100:02}"


def _quarterly(rng: random.Random, start: int) -> Plan:
    quarter = rng.randrange(2, 5)
    columns = [Heading(f"{year(start - 1)} Outturn", "outturn", year(start - 1))]
    columns += [
        Heading(f"Q{number} {year(start)}", "actual", f"{year(start)} Q{number}")
        for number in range(1, quarter + 1)
    ]
    columns.append(Heading(f"Target {year(start)}", "target", year(start)))
    title = f"Performance Report Quarter {quarter} {year(start)}"
    return Plan(title, columns, status_heading=rng.choice(("Status", "RAG", None)))


def _history(rng: random.Random, start: int) -> Plan:
    years = range(start - rng.randrange(1, 4), start + 1)
    columns = [Heading(f"Outturn {year(y)}", "outturn", year(y)) for y in years]
    columns.append(Heading(f"Target {year(start + 1)}", "target", year(start + 1)))
    return Plan(
        f"Annual Performance Report {year(start)}",
        columns,
        title_heading=rng.choice(("Description", "Measure", "Indicator")),
        note_heading=rng.choice(("Comments", "Commentary", None)),
    )


def _two_levels(rng: random.Random, start: int) -> Plan:
    columns, upper = [], []
    for y in (start - 1, start):
        pair = [Heading("Target", "target", year(y)), Heading("Actual", "outturn", year(y))]
        columns += pair if rng.random() < 0.7 else pair[::-1]
        upper.append(HtmlCell(year(y), columns=2, heading=True))
    return Plan(
        f"End of Year Performance Report {year(start)}",
        columns,
        levels=[upper],
        code_heading=rng.choice(("Code", "PI Ref")),
        title_heading="Description",
    )


def _bare_years(rng: random.Random, start: int) -> Plan:
    columns = [Heading(year(y), "outturn", year(y)) for y in (start - 2, start - 1, start)]
    return Plan(
        f"Performance Indicators: outturn for {year(start)}",
        columns,
        code_heading=rng.choice(("PI No.", None)),
        title_heading="Indicator",
        frequency_heading=rng.choice(("Frequency", None)),
    )


def _half_year(rng: random.Random, start: int) -> Plan:
    columns = [
        Heading(f"Actual {year(start - 1)}", "outturn", year(start - 1)),
        Heading(f"Apr - Sep {start}", "actual", f"{year(start)} H1"),
        Heading(f"Target {year(start)}", "target", year(start)),
    ]
    return Plan(
        f"Half Year Performance Report April to September {start}",
        columns,
        status_heading=rng.choice(("Status", "RAG Status")),
        sections=rng.random() < 0.5,
    )


def _months(rng: random.Random, start: int) -> Plan:
    names = ("Apr", "May", "Jun", "Jul", "Aug", "Sep")[: rng.randrange(3, 7)]
    columns = [
        Heading(f"{name}-{start % 100:02}", "actual", f"{start}-{number:02}")
        for number, name in enumerate(names, start=4)
    ]
    return Plan(f"Monthly Performance Monitoring {year(start)}", columns, code_heading="Ref.")


FAMILIES: dict[str, Callable[[random.Random, int], Plan]] = {
    "quarterly": _quarterly,
    "history": _history,
    "two_levels": _two_levels,
    "bare_years": _bare_years,
    "half_year": _half_year,
    "months": _months,
}
ACTIONS = "actions"


def draw(family: str, ruling: str, seed: int) -> Drawn:
    """Draw the paper of a seed: the same HTML and truth every time."""
    rng = random.Random(f"{family} {ruling} {seed}")
    start = rng.randrange(2005, 2024)
    return (
        _actions(rng, ruling, start)
        if family == ACTIONS
        else _indicators(rng, FAMILIES[family](rng, start), ruling)
    )


def _indicators(rng: random.Random, plan: Plan, ruling: str) -> Drawn:
    look = draw_look(rng, ruling)
    words = rng.choice(_WORDS)
    filled = plan.status_heading is not None and rng.random() < 0.5
    count = rng.randrange(5, 17)
    chosen = rng.sample(TITLES, count)
    labels = codes(rng, count)
    table = HtmlTable(headings=_heading_rows(plan))
    drawn = Drawn("", landscape=len(plan.columns) > 4 or rng.random() < 0.3)
    width = sum(cell.columns for cell in table.headings[0])
    for number, ((title, unit), label) in enumerate(zip(chosen, labels, strict=True)):
        if plan.sections and number % 5 == 0:
            name = ("Finance", "Housing", "Environment", "Planning")[number // 5]
            table.rows.append([HtmlCell(name, columns=width, fill="#dddddd")])
        code = label if plan.code_heading else None
        row, truth = _row(rng, plan, code, title, unit)
        if plan.status_heading is not None:
            truth.status = rng.choice(("green", "amber", "red"))
            fill = _FILLS[truth.status] if filled else None
            row.append(HtmlCell(words[truth.status], fill=fill))
        if plan.note_heading is not None:
            row.append(HtmlCell(rng.choice(NOTES)))
        table.rows.append(row)
        drawn.indicators.append(truth)
    drawn.html = page(look, _head(rng, plan.title) + table.html())
    return drawn


def _heading_rows(plan: Plan) -> list[list[HtmlCell]]:
    deep = len(plan.levels) + 1
    names = [name for name in (plan.code_heading, plan.title_heading) if name]
    if plan.frequency_heading:
        names.append(plan.frequency_heading)
    first = [HtmlCell(name, rows=deep, heading=True) for name in names]
    values = [HtmlCell(column.text, heading=True, right=True) for column in plan.columns]
    last = [
        HtmlCell(name, rows=deep, heading=True)
        for name in (plan.status_heading, plan.note_heading)
        if name
    ]
    if plan.levels:
        return [[*first, *plan.levels[0], *last], values]
    return [[*first, *values, *last]]


def _row(
    rng: random.Random, plan: Plan, code: str | None, title: str, unit: str
) -> tuple[list[HtmlCell], TrueIndicator]:
    truth = TrueIndicator(code, title)
    cells = [HtmlCell(code)] if code else []
    cells.append(HtmlCell(title))
    if plan.frequency_heading:
        cells.append(HtmlCell(rng.choice(("Quarterly", "Annual", "Monthly"))))
    for column in plan.columns:
        value = value_of(unit, rng, blanks=0.08)
        cells.append(HtmlCell(value.printed, right=True))
        if value.value is not None:
            truth.figures.append(TrueFigure(column.measure, column.period, value.value, value.unit))
    return cells, truth


def _actions(rng: random.Random, ruling: str, start: int) -> Drawn:
    look = draw_look(rng, ruling)
    team = rng.choice(("HS", "ENV", "CP", "REV"))
    years = f"{start % 100:02}{(start + 3) % 100:02}"
    headings = ["Action Ref", "Action", "Due Date", "% Progress", "Status", "Comments"]
    table = HtmlTable(headings=[[HtmlCell(text, heading=True) for text in headings]])
    drawn = Drawn("", landscape=True)
    for number, title in enumerate(rng.sample(TASKS, rng.randrange(5, 13)), start=1):
        status, word, progress = rng.choice(
            (
                ("completed", "Completed", 100),
                ("in_progress", "In Progress", rng.randrange(1, 20) * 5),
                ("not_started", "Not Started", 0),
                ("overdue", "Overdue", rng.randrange(1, 19) * 5),
            )
        )
        day, month = rng.randrange(1, 29), rng.randrange(1, 13)
        due = f"{start + 1}-{month:02}-{day:02}"
        printed = f"{day:02}/{month:02}/{start + 1}"
        code = f"{team}{years}_{number:02}"
        texts = [code, title, printed, f"{progress}%", word, rng.choice(NOTES)]
        table.rows.append([HtmlCell(text) for text in texts])
        drawn.actions.append(TrueAction(code, title, status, due, progress))
    drawn.html = page(look, _head(rng, f"Business Plan Actions {year(start)}") + table.html())
    return drawn


def _head(rng: random.Random, title: str) -> str:
    council = rng.choice(COUNCILS)
    prose = rng.choice(
        (
            "This report sets out how services performed in the period.",
            "Members are asked to note the position shown in the table.",
            "",
        )
    )
    return f"<p><b>{escape(council)}</b></p><h1>{escape(title)}</h1><p>{escape(prose)}</p>"
