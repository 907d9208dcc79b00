"""What the families of actions share: tasks with dates, and how their status is printed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from benchmarks.confidence.model import TrueAction
from benchmarks.confidence.second.blocks import Cell, Run, Table, plain
from benchmarks.confidence.second.look import Look
from benchmarks.confidence.second.periods import Calendar, last_day, month_name
from benchmarks.confidence.second.setting import Setting
from benchmarks.confidence.second.words import OFFICERS, TASKS

_COLOURS = {
    "completed": ("#4f81bd", "Blue"),
    "in_progress": ("#00b050", "Green"),
    "warning": ("#ffc000", "Amber"),
    "overdue": ("#ff0000", "Red"),
}
_MEANINGS = {
    "completed": "Completed",
    "in_progress": "In progress and on track",
    "warning": "At risk of missing its date",
    "overdue": "Overdue",
}
_WORDS = {
    "completed": "Completed",
    "in_progress": "In Progress",
    "not_started": "Not Started",
    "overdue": "Overdue",
    "cancelled": "Cancelled",
}
_SHAPES = {
    "completed": ("\u2714", "#00a651"),
    "in_progress": ("\u25ba", "#0070c0"),
    "not_started": ("\u25a0", "#7f7f7f"),
    "overdue": ("\u2716", "#d7141a"),
    "cancelled": ("\u25cf", "#7f7f7f"),
}


@dataclass(frozen=True)
class Marks:
    """One paper's way of printing the status of an action: words, marks with a key, colours."""

    kind: str
    heading: str
    dates: str

    @property
    def statuses(self) -> tuple[str, ...]:
        """The statuses that it can print."""
        return tuple(_COLOURS) if self.kind in {"fills", "colour words"} else tuple(_WORDS)

    @property
    def needs_key(self) -> bool:
        return self.kind not in {"words"}

    def cell(self, status: str) -> Cell:
        """The cell of a status."""
        if self.kind == "fills":
            return Cell((), fill=_COLOURS[status][0])
        if self.kind == "colour words":
            fill, word = _COLOURS[status]
            return plain(word, align="center", fill=fill)
        if self.kind == "shapes":
            mark, ink = _SHAPES[status]
            run = Run(mark, ink=ink, symbols=True)
            return Cell(((run,),), align="center")
        if self.kind == "shapes and words":
            mark, ink = _SHAPES[status]
            runs = (Run(mark, ink=ink, symbols=True), Run(f" {_WORDS[status]}"))
            return Cell((runs,))
        return plain(_WORDS[status])

    def key(self) -> Table:
        """The key, as a small table."""
        words = _MEANINGS if self.kind in {"fills", "colour words"} else _WORDS
        plainly = replace(self, kind="shapes") if self.kind == "shapes and words" else self
        rows = [[plainly.cell(status), plain(words[status])] for status in self.statuses]
        return Table((1, 4), rows=rows, narrow=True)


def draw_marks(rng: random.Random, family: str) -> Marks:
    """Draw a paper's way; *family* is ``export``, ``words`` or ``colours``."""
    kinds = {
        "export": ("words", "shapes and words", "shapes"),
        "words": ("words", "words", "shapes and words"),
        "colours": ("fills", "colour words", "words"),
    }[family]
    return Marks(
        rng.choice(kinds),
        rng.choice(
            ("Status", "RAG Status") if family == "colours" else ("Status", "Action Status")
        ),
        rng.choice(("slashes", "slashes", "words", "hyphens", "month", "long month")),
    )


@dataclass(frozen=True)
class Due:
    """A printed date, and the ISO date that it is; a month is its last day."""

    printed: str
    iso: str


@dataclass(frozen=True)
class Task:
    """One drawn action."""

    title: str
    status: str
    due: Due
    revised: Due | None
    progress: int
    officer: str
    colours: bool

    @classmethod
    def draw(cls, paper: Setting, marks: Marks, title: str, officer: str) -> Task:
        """Draw the status of a task, dates to go with it and its progress."""
        rng, start = paper.rng, paper.calendar.start
        status = rng.choice(marks.statuses)
        progress = {"completed": 100, "not_started": 0}.get(status, rng.randrange(1, 20) * 5)
        month = rng.randrange(1, 13)
        late = status == "overdue" or rng.random() < 0.3
        revised = _due(rng, marks.dates, start + 1, rng.randrange(1, 13)) if late else None
        due = _due(rng, marks.dates, start, month)
        colours = marks.kind in {"fills", "colour words"}
        return cls(title, status, due, revised, progress, officer, colours)

    def truth(
        self, code: str, *, revised: bool = False, progress: bool = True, counted: bool = True
    ) -> TrueAction:
        """What is true of it where the columns named are printed."""
        colour = _COLOURS[self.status][1].casefold() if self.colours else self.status
        return TrueAction(
            code,
            self.title,
            self.status,
            self.due.iso,
            self.progress if progress else None,
            self.revised.iso if revised and self.revised else None,
            also=(colour,),
            people=(self.officer,),
            counted=counted,
        )


def draw_tasks(paper: Setting, marks: Marks) -> list[Task]:
    """The actions of a table."""
    titles = paper.rng.sample(TASKS, paper.rng.randrange(4, len(TASKS) - 4))
    return [Task.draw(paper, marks, title, paper.rng.choice(OFFICERS)) for title in titles]


def codes_of(rng: random.Random, count: int, calendar: Calendar) -> list[str]:
    """References of a plan: a team, the plan's years, a number."""
    years = f"{calendar.start % 100:02}{(calendar.start + 3) % 100:02}"
    team = rng.choice(("HSG", "ENV", "FP", "LA", "CSP"))
    return [f"{team}{years}_{number:02}" for number in range(1, count + 1)]


def heading_row(texts: Sequence[str], look: Look) -> list[Cell]:
    """A row of headings."""
    return [Cell(((Run(text),),), heading=True, align=look.heads) for text in texts]


def _due(rng: random.Random, way: str, start: int, month: int) -> Due:
    """A date in month *month*, counted from April, of the year that starts in *start*."""
    whole = way.endswith("month")
    last = last_day(start, month)
    day = last if whole or rng.random() < 0.5 else rng.randrange(1, 29)
    year, number, name = start + month // 10, (month + 2) % 12 + 1, month_name(month)
    printed = {
        "slashes": f"{day:02}/{number:02}/{year}",
        "words": f"{day} {name} {year}",
        "hyphens": f"{day:02}-{name[:3]}-{year}",
        "month": f"{name[:3]}-{year}",
        "long month": f"{name} {year}",
    }[way]
    return Due(printed, f"{year}-{number:02}-{day:02}")
