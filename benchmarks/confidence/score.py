"""Which of the rows read from a paper are right, by what was drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.confidence.model import Drawn, TrueAction, TrueIndicator
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Action, Figure, Indicator

_NO_LETTER = re.compile(r"[^a-z0-9%]+")


class Judged(NamedTuple):
    """One row that was read: its kind, its evidence, whether it is right, what it says."""

    kind: str
    evidence: str
    right: bool
    says: str


class Count(NamedTuple):
    """How many of the drawn figures were read right, and how many were drawn."""

    found: int
    drawn: int


def judge(paper: Paper, drawn: Drawn) -> Iterator[Judged]:
    """Yield every figure with a value, every indicator and every action of *paper*, judged."""
    indicators = {folded(row.title): row for row in drawn.indicators}
    rows = {row.indicator_id: row for row in paper.indicators}
    for figure in paper.figures:
        if figure.value is not None:
            row = rows[figure.indicator_id]
            truth = indicators.get(folded(row.title or ""))
            right = truth is not None and _figure_is_right(figure, truth)
            says = f"{row.title}: {figure.measure} {figure.period} {figure.value} {figure.unit}"
            yield Judged("figure", figure.evidence or "", right, says)
    for row in paper.indicators:
        truth = indicators.get(folded(row.title or ""))
        right = truth is not None and _indicator_is_right(row, truth)
        says = f"{row.code} {row.title} {row.status}"
        yield Judged("indicator", row.evidence or "", right, says)
    actions = {row.code: row for row in drawn.actions}
    for action in paper.actions:
        known = actions.get(action.code or "")
        right = known is not None and _action_is_right(action, known)
        says = f"{action.code} {action.title} {action.status} {action.due} {action.progress}"
        yield Judged("action", action.evidence or "", right, says)


def count(paper: Paper, drawn: Drawn) -> Count:
    """Count the drawn values that were read with the right indicator, measure and period."""
    rows = {row.indicator_id: folded(row.title or "") for row in paper.indicators}
    read = [(rows[figure.indicator_id], figure) for figure in paper.figures]
    found = total = 0
    for truth in drawn.indicators:
        mine = [figure for title, figure in read if title == folded(truth.title)]
        for each in truth.figures:
            one = TrueIndicator(truth.code, truth.title, figures=[each])
            found += any(_figure_is_right(figure, one) for figure in mine)
            total += 1
    return Count(found, total)


def folded(title: str) -> str:
    """A title without what line breaks and hyphens do to it."""
    return _NO_LETTER.sub("", title.casefold())


def _figure_is_right(figure: Figure, truth: TrueIndicator) -> bool:
    return any(
        figure.measure == each.measure
        and each.period in {None, figure.period}
        and figure.value == each.value
        and each.unit in {None, figure.unit}
        for each in truth.figures
    )


def _indicator_is_right(row: Indicator, truth: TrueIndicator) -> bool:
    """Whether nothing that the row says is false; what it leaves null it does not say."""
    return row.code in {None, truth.code} and row.status in {None, truth.status}


def _action_is_right(row: Action, truth: TrueAction) -> bool:
    return (
        folded(row.title or "") == folded(truth.title)
        and row.status in {None, truth.status}
        and (row.due is None or row.due.isoformat() == truth.due)
        and row.progress in {None, truth.progress}
    )
