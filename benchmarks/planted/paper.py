"""How a council prints its papers: three habits of headings, orders and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.planted.world import STATUSES, Line, Paper, Task, target_key, year_name
from samples.further.kit import GRID, bound, head, table, words

_KEY = "Green = on or above target, Amber = within 5% of target, Red = more than 5% below target."
_NOTE = "For indicators where a lower figure is better the same tolerance holds the other way."


def draw(paper: Paper) -> bytes:
    """Return the paper as a PDF, the same bytes every time."""
    story: list[Any] = [
        *head(
            paper.council,
            f"Performance report {paper.period}",
            f"Cabinet, {paper.published.day} {paper.published:%B %Y}",
            _sentence(paper),
        ),
        words("Summary of actions by service", 10, bold=True),
        _summary(paper),
        words("&nbsp;", 6),
        words("Progress of all actions", 10, bold=True),
        _actions(paper),
        words("&nbsp;", 6),
        words("Performance indicators", 10, bold=True),
        words(_KEY, 8.5),
        words(_NOTE, 8.5),
        _indicators(paper),
    ]
    return bound(story)


def _sentence(paper: Paper) -> str:
    whole, *parts = paper.sentence
    said = [f"{count} are {word.lower()}" for count, word in zip(parts, STATUSES, strict=True)]
    return f"Out of {whole} actions, {', '.join(said[:-1])} and {said[-1]}."


def _summary(paper: Paper) -> Any:
    heading = ["Service", *STATUSES]
    rows = [
        [service, *(str(row[word]) if row[word] else "-" for word in STATUSES)]
        for service, row in paper.counts.items()
    ]
    total = ["TOTAL", *(str(paper.total[word]) for word in STATUSES)]
    return table([heading, *rows, total], (220, 90, 90, 90, 90), GRID)


_ACTIONS = (
    (("Status", "Action Code", "Action Title", "Progress", "Due Date", "Comments"), (70, 90, 215)),
    (("Ref", "Action", "Due Date", "Status", "% Progress", "Comments"), (90, 215, 80)),
    (("Action Code", "Action", "Status", "Progress", "Due Date", "Comments"), (90, 215, 70)),
)


def _actions(paper: Paper) -> Any:
    heading, first = _ACTIONS[paper.habit]
    rows: list[Sequence[Any]] = [heading]
    styles: list[tuple[Any, ...]] = list(GRID)
    before = None
    for task in paper.tasks:
        if task.service != before:
            styles.append(("SPAN", (0, len(rows)), (-1, len(rows))))
            rows.append([words(task.service, bold=True), *([""] * (len(heading) - 1))])
            before = task.service
        rows.append(_task(task, heading))
    widths = (*first, *((770 - sum(first) - 225) / 2,) * 2, 225)
    return table(rows, widths, styles)


def _task(task: Task, heading: Sequence[str]) -> list[str]:
    fields = {
        "Status": task.status,
        "Action Code": task.code,
        "Ref": task.code,
        "Action Title": task.title,
        "Action": task.title,
        "Progress": task.progress,
        "% Progress": task.progress,
        "Due Date": task.due,
        "Comments": task.comment,
    }
    return [fields[name] for name in heading]


def _indicators(paper: Paper) -> Any:
    year = paper.year
    olds = [year_name(year - 2), year_name(year - 1)]
    now = year_name(year) if paper.quarter == 4 else f"{year_name(year)} Q{paper.quarter}"
    heads = [*olds, now]
    printed = [*(f"{old} Outturn" for old in olds), f"{now} Outturn" if paper.quarter == 4 else now]
    target = target_key(year)
    if paper.habit == 1:
        top = ["Code", "Indicator", *printed, target, "Status"]
    elif paper.habit == 2:
        top = ["Status", "Indicator", target, *printed]
    else:
        top = ["Status", "Code", "Indicator", *printed, target]
    rows = [_line(line, heads, target, paper.habit) for line in paper.lines]
    widths = [240 if name == "Indicator" else 80 for name in top]
    return table([top, *rows], widths, GRID)


def _line(line: Line, heads: Sequence[str], target: str, habit: int) -> list[str]:
    values = [line.values.get(name, "-") for name in heads]
    if habit == 1:
        return [line.code, line.title, *values, line.values[target], line.status]
    if habit == 2:
        return [line.status, f"{line.title} ({line.code})", line.values[target], *values]
    return [line.status, line.code, line.title, *values, line.values[target]]
