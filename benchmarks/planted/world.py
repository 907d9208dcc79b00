"""A council's reports over two years, without a fault: what each paper prints, as plain values.

Everything follows from a seed: which services and indicators there are, how figures and actions
go on from quarter to quarter, and in which of three habits the council writes. The values of one
paper are printed exactly as the others print them, statuses follow the tolerance that the paper
states, counts are counted.
"""

from __future__ import annotations

import calendar
import random
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

COUNCILS = (
    "Fylde Borough Council",
    "Tandridge District Council",
    "Dacorum Borough Council",
    "Rugby Borough Council",
    "Wyre Forest District Council",
    "Fenland District Council",
)
_SERVICES = (
    ("Finance Services", "FIN"),
    ("Legal Services", "LEG"),
    ("Housing", "HSG"),
    ("Planning and Regeneration", "PLN"),
    ("Property Services", "PRO"),
    ("Customer Services", "CUS"),
    ("Environmental Health", "ENV"),
)
_TASKS = (
    "Renew the asset register",
    "Review the debt recovery policy",
    "Let the contract for cleaning",
    "Bring the archive into one place",
    "Replace the telephone system",
    "Publish the open spaces strategy",
    "Survey the car parks",
    "Agree the lettings policy",
    "Move payments online",
    "Train staff in fire safety",
    "Consult on the parking order",
    "Inspect private rented homes",
    "Draw up the flood plan",
    "Refit the reception",
    "Test the recovery of data",
    "Revise the standing orders",
    "Open the market hall",
    "Count rough sleepers twice a year",
)


class Measure(NamedTuple):
    """An indicator: code, title, unit as printed behind the number, good direction, level."""

    code: str
    title: str
    sign: str
    higher: bool
    level: Decimal


_MEASURES = (
    Measure("BV8", "Invoices paid within 30 days of receipt", "%", True, Decimal("96.4")),
    Measure("BV9", "Council Tax collected", "%", True, Decimal("97.6")),
    Measure("BV10", "Non-domestic rates collected", "%", True, Decimal("98.1")),
    Measure("BV12", "Working days lost due to sickness absence", "", False, Decimal("8.7")),
    Measure("NI157a", "Major planning applications decided in 13 weeks", "%", True,
            Decimal("81.5")),
    Measure("NI192", "Household waste sent for reuse, recycling and composting", "%", True,
            Decimal("43.2")),
    Measure("FINLocal_03", "Sundry debt collected within 90 days", "%", True, Decimal("88.4")),
    Measure("CUSLocal_01", "Calls answered within 20 seconds", "%", True, Decimal("79.3")),
    Measure("HSGLocal_07", "Days to let an empty home again", "", False, Decimal("26.4")),
    Measure("LEGLocal_02", "Complaints upheld by the Ombudsman", "", False, Decimal("6")),
    Measure("PROLocal_05", "Industrial units that stand empty", "%", False, Decimal("7.5")),
    Measure("ENVLocal_11", "Food premises that comply with hygiene law", "%", True,
            Decimal("93.8")),
)  # fmt: skip
_QUARTER_ENDS = ((6, 30), (9, 30), (12, 31), (3, 31))


@dataclass
class Line:
    """One indicator as a paper prints it; values are texts, ready to be printed."""

    code: str
    title: str
    values: dict[str, str]
    status: str
    section: str | None = None


@dataclass
class Task:
    """One action as a paper prints it."""

    service: str
    code: str
    title: str
    status: str
    progress: str
    due: str
    comment: str


@dataclass
class Paper:
    """What one paper prints. ``counts`` is services by status; ``total`` the printed total row."""

    number: int
    year: int
    quarter: int
    published: date
    council: str
    habit: int
    lines: list[Line] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)
    sentence: list[int] = field(default_factory=list)

    @property
    def period(self) -> str:
        name = year_name(self.year)
        return name if self.quarter == 4 else f"{name} Quarter {self.quarter}"

    def recount(self) -> None:
        """Make every count follow from the actions that are listed."""
        services = list(dict.fromkeys(task.service for task in self.tasks))
        self.counts = {
            service: {
                status: sum(t.service == service and t.status == status for t in self.tasks)
                for status in STATUSES
            }
            for service in services
        }
        self.total = {s: sum(row[s] for row in self.counts.values()) for s in STATUSES}
        self.sentence = [len(self.tasks), *self.total.values()]


STATUSES = ("Completed", "In Progress", "Overdue", "Not Started")
PAPERS = 8
"""Four quarters of two years; the fourth of each is the report at the year's end."""


def year_name(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02d}"


def target_key(year: int) -> str:
    return f"{year_name(year)} Target"


def papers(seed: int) -> list[Paper]:
    """Return the council's eight papers, oldest first."""
    chance = random.Random(seed)
    council, habit, first = chance.choice(COUNCILS), seed % 3, chance.choice((2009, 2014, 2021))
    services = chance.sample(_SERVICES, 4)
    titles = chance.sample(_TASKS, len(_TASKS))
    plan = [
        (service, f"{team}{first % 100}{(first + 3) % 100}_{number:02d}", titles.pop())
        for service, team in services
        for number in range(1, chance.randint(3, 4) + 1)
    ]
    measures = chance.sample(_MEASURES, 8)
    results = {m.code: _results(chance, m, first) for m in measures}
    paths = {code: _path(chance, first) for _, code, _ in plan}
    found = []
    for number in range(PAPERS):
        year, quarter = first + number // 4, number % 4 + 1
        month, day = _QUARTER_ENDS[quarter - 1]
        ends = date(year + (quarter == 4), month, day)
        late = date(ends.year + (ends.month > 10), (ends.month + 1) % 12 + 1, 8)
        paper = Paper(number, year, quarter, late, council, habit)
        paper.lines = [_line(m, results[m.code], paper) for m in measures]
        paper.tasks = [
            Task(service, code, title, *paths[code][number]) for service, code, title in plan
        ]
        paper.recount()
        found.append(paper)
    return found


def _results(chance: random.Random, measure: Measure, first: int) -> dict[str, Decimal]:
    """Outturns, quarters and targets by their heading; targets are round."""
    exponent = measure.level.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    step = Decimal(1).scaleb(-places)
    spread = max(measure.level / 25, step * 2)
    if measure.sign == "%":
        spread = min(spread, (100 - measure.level) / 2)

    def near() -> Decimal:
        moved = measure.level + Decimal(str(round(chance.uniform(-1, 1), 3))) * spread
        return max(moved, step).quantize(step)

    found = {year_name(year): near() for year in range(first - 2, first + 2)}
    for year in (first, first + 1):
        found[target_key(year)] = near()
        for quarter in (1, 2, 3):
            found[f"{year_name(year)} Q{quarter}"] = near()
    return found


def _line(measure: Measure, results: dict[str, Decimal], paper: Paper) -> Line:
    year = paper.year
    heads = [year_name(year - 2), year_name(year - 1)]
    heads.append(year_name(year) if paper.quarter == 4 else f"{year_name(year)} Q{paper.quarter}")
    values = {head: f"{results[head]}{measure.sign}" for head in heads if head in results}
    values[target_key(year)] = f"{results[target_key(year)]}{measure.sign}"
    value, target = results[heads[-1]], results[target_key(year)]
    return Line(measure.code, measure.title, values, status(value, target, higher=measure.higher))


def status(value: Decimal, target: Decimal, *, higher: bool) -> str:
    """Green on or better than target, amber within 5%, red beyond: what every paper states."""
    miss = (target - value if higher else value - target) / target
    if miss <= 0:
        return "Green"
    return "Amber" if miss <= Decimal("0.05") else "Red"


def _path(chance: random.Random, first: int) -> list[tuple[str, str, str, str]]:
    """Status, progress, due date and comment of an action, paper by paper."""
    due_in = chance.randint(2, 11)
    due_year, due_month = first + (5 + due_in) // 12, (5 + due_in) % 12 + 1
    due = date(due_year, due_month, calendar.monthrange(due_year, due_month)[1])
    begins, progress = chance.randint(0, 2), 0
    path = []
    for number in range(PAPERS):
        year, quarter = first + number // 4, number % 4
        month, day = _QUARTER_ENDS[quarter]
        now = date(year + (quarter == 3), month, day)
        if number >= begins:
            progress = min(100, progress + chance.choice((15, 20, 25, 30, 35)))
        word = "Not Started" if progress == 0 else "In Progress"
        if progress == 100:
            word = "Completed"
        elif due < now:
            word = "Overdue"
        comment = "Done." if word == "Completed" else chance.choice(_COMMENTS)
        path.append((word, f"{progress}%", due.strftime("%d-%b-%Y"), comment))
    return path


_COMMENTS = (
    "Work goes on as planned.",
    "Officers meet every month.",
    "The next step is with the suppliers.",
    "A draft is out for comment.",
)
