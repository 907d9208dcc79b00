"""Which of the rows read from a paper are right, by what was drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.confidence.model import Drawn, TrueAction, TrueFigure, TrueIndicator
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Action, Figure, Indicator

_NO_LETTER = re.compile(r"[^a-z0-9%]+")


class Judged(NamedTuple):
    """One row that was read: its kind, its evidence, whether it is right, what it says.

    ``drawn`` is what was drawn for its indicator or action, where it is wrong.
    """

    kind: str
    evidence: str
    right: bool
    says: str
    drawn: str = ""


class Count(NamedTuple):
    """How many of the drawn figures were read right, and how many were drawn; so for actions."""

    found: int
    drawn: int
    actions_found: int = 0
    actions_drawn: int = 0


def judge(paper: Paper, drawn: Drawn) -> Iterator[Judged]:
    """Yield every figure with a value, every indicator and every action of *paper*, judged."""
    yield from _judge_indicators(paper, drawn)
    for action in paper.actions:
        known = _action(action, drawn)
        right = known is not None and _action_is_right(action, known)
        says = (
            f"{action.code} {action.title} {action.status} {action.due} {action.revised_due} "
            f"{action.progress} {action.owner} {action.lead}"
        )
        yield Judged("action", action.evidence or "", right, says, "" if right else str(known))


def _judge_indicators(paper: Paper, drawn: Drawn) -> Iterator[Judged]:
    rows = {row.indicator_id: row for row in paper.indicators}
    known = {row.indicator_id: _indicator(row, drawn) for row in paper.indicators}
    for figure in paper.figures:
        if figure.value is not None:
            row, truth = rows[figure.indicator_id], known[figure.indicator_id]
            right = truth is not None and _figure_is_right(figure, truth)
            says = (
                f"{row.code} {row.title}: {figure.measure} {figure.period} {figure.value} "
                f"{figure.unit} ({figure.period_as_printed}, {figure.as_printed}, page {row.page})"
            )
            told = "" if right or truth is None else "; ".join(map(_told, truth.figures))
            yield Judged("figure", figure.evidence or "", right, says, told)
    for row in paper.indicators:
        truth = known[row.indicator_id]
        right = truth is not None and _indicator_is_right(row, truth)
        says = f"{row.code} {row.title} {row.status} (page {row.page})"
        told = "" if right or truth is None else f"{truth.code} {truth.title} {truth.status}"
        yield Judged("indicator", row.evidence or "", right, says, told)


def count(paper: Paper, drawn: Drawn) -> Count:
    """Count the drawn values that were read with the right indicator, measure and period.

    What is not ``counted`` (a comparator, a milestone) is neither drawn nor found.
    """
    known = {row.indicator_id: _indicator(row, drawn) for row in paper.indicators}
    found = total = 0
    for truth in drawn.indicators:
        mine = [figure for figure in paper.figures if known[figure.indicator_id] is truth]
        for each in truth.figures:
            if each.counted:
                found += any(_is(figure, each) for figure in mine)
                total += 1
    actions = [each for each in drawn.actions if each.counted]
    read = [(_action(action, drawn), action) for action in paper.actions]
    acted = sum(
        any(known is each and _action_is_right(action, each) for known, action in read)
        for each in actions
    )
    return Count(found, total, acted, len(actions))


def folded(title: str) -> str:
    """A title without what line breaks and hyphens do to it."""
    return _NO_LETTER.sub("", title.casefold())


def _indicator(row: Indicator, drawn: Drawn) -> TrueIndicator | None:
    """The drawn indicator whose title the row has; of a row without a title, whose code."""
    for truth in drawn.indicators:
        titles = {folded(title) for title in (truth.title, *truth.also)}
        if folded(row.title) in titles if row.title else row.code and row.code == truth.code:
            return truth
    return None


def _action(row: Action, drawn: Drawn) -> TrueAction | None:
    """The drawn action whose code the row has; of a row without a code, whose title."""
    for truth in drawn.actions:
        if row.code == truth.code if row.code else folded(row.title or "") == folded(truth.title):
            return truth
    return None


def _figure_is_right(figure: Figure, truth: TrueIndicator) -> bool:
    return any(_is(figure, each) for each in truth.figures)


def _is(figure: Figure, truth: TrueFigure) -> bool:
    """Whether a read figure is a drawn one: measure, period, value and, where printed, unit."""
    named = any(
        figure.measure == measure and period in {None, figure.period}
        for measure, period in ((truth.measure, truth.period), *truth.also)
    )
    based = not truth.bases or figure.basis in truth.bases
    return named and based and figure.value == truth.value and truth.unit in {None, figure.unit}


def _indicator_is_right(row: Indicator, truth: TrueIndicator) -> bool:
    """Whether nothing that the row says is false; what it leaves null it does not say."""
    return row.code in {None, truth.code} and row.status in {None, truth.status}


def _action_is_right(row: Action, truth: TrueAction) -> bool:
    """Whether nothing that the row says is false; officers count where some were drawn."""
    people = {None, *truth.people} if truth.people else {None, row.owner, row.lead}
    return (
        folded(row.title or "") == folded(truth.title)
        and row.status in {None, truth.status, *truth.also}
        and (row.due is None or row.due.isoformat() == truth.due)
        and (row.revised_due is None or row.revised_due.isoformat() == truth.revised)
        and row.progress in {None, truth.progress}
        and {row.owner, row.lead} <= people
    )


def _told(truth: TrueFigure) -> str:
    return f"{truth.measure} {truth.period} {truth.value} {truth.unit}"
