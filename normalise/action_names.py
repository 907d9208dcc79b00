"""Columns headed as actions: what is done about a figure, or what a plan's rows are named by.

``Improvement Action`` names the rows of a plan, and behind the figures of an indicator it says what
is done about them. ``Mitigating Action`` says what is done, and beside the due dates of a plan that
names its rows by nothing else it names them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.normalise.columns import Column
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.task import Task

_ACTION = re.compile(r"\bactions?\b", re.IGNORECASE)
_NAMES = frozenset({"title", "description", "objective"})
_RESULTS = frozenset({"result", "outturn"})
#: What rows of figures, of payments or of a plan with titles have: these actions name no rows.
_NOT_OF_PLANS = _RESULTS | {"title", "money", "purchase", "target"}
#: What may stand before the action that a row is named by; an aim is headed as a direction, too.
_BEFORE_ACTIONS = frozenset({"code", "objective", "section", "polarity"})
#: Behind an action they are its own: it is a row of a plan, printed beside one of figures.
_OF_ACTIONS = frozenset({"due", "revised_due", "progress", "owner", "lead", "status"})
_WORD = re.compile(r"[A-Za-z]{2,}")
_FEWEST_WORDS = 3


def may_name_actions(columns: Sequence[Column]) -> bool:
    """Whether a column headed as actions may be another than its heading says."""
    return any(
        _is_remedy(columns, index) or _is_planned(columns, index) for index in range(len(columns))
    )


def settle_action_names(told: list[Column], texts: Sequence[Sequence[str]]) -> None:
    """Tell remedies from the names of rows. *told* is changed.

    *texts* is what is printed under each column, a cell that reaches down once.
    """
    for index, column in enumerate(told):
        if _is_remedy(told, index):
            told[index] = column.taken_as("corrective_action")
        elif (
            _is_planned(told, index)
            and _are_sayings(texts[index])
            and not _is_of_risks(told, texts)
        ):
            told[index] = column.taken_as("title")._replace(by_content=True)


def _is_remedy(columns: Sequence[Column], index: int) -> bool:
    """Whether an action stands behind results that a column before them names, and has nothing
    of its own behind it (:mod:`crossfoot.normalise.second_tables`).
    """
    column = columns[index]
    if column.family != "title" or column.is_step or not _ACTION.search(column.heading):
        return False
    if any(each.family in _OF_ACTIONS for each in columns[index + 1 :]):
        return False
    results = [at for at, each in enumerate(columns[:index]) if each.family in _RESULTS]
    return bool(results) and any(_may_name(each) for each in columns[: results[0]])


def _may_name(column: Column) -> bool:
    return column.family in _NAMES or column.family == "code"


def _is_planned(columns: Sequence[Column], index: int) -> bool:
    """Whether an action beside a due date is what its rows are named by: only their codes, and what
    several of them serve, stand before it, and nothing else is headed as their title.

    What is described behind it is what comes of it (``Success criteria``). A risk has a code and an
    action, too.
    """
    column = columns[index]
    if column.family != "corrective_action" or not _ACTION.search(column.heading):
        return False
    families = [each.family for each in columns]
    return (
        "due" in families
        and families.count("corrective_action") == 1
        and ("code" in families[:index] or "objective" in families[:index])
        and all(family in _BEFORE_ACTIONS for family in families[:index])
        and not _NOT_OF_PLANS.intersection(families)
        and families.count("risk") <= 1
    )


def _is_of_risks(columns: Sequence[Column], texts: Sequence[Sequence[str]]) -> bool:
    """Whether a column says how grave a risk is; ``Impact`` over phrases is what comes of it."""
    return any(
        column.family == "risk" and not _are_sayings(texts[index])
        for index, column in enumerate(columns)
    )


def _are_sayings(texts: Sequence[str]) -> bool:
    """Whether all *texts* are phrases, and most of several words."""
    worded = sum(len(_WORD.findall(text)) >= _FEWEST_WORDS for text in texts)
    return worded * 5 >= len(texts) * 4 > 0 and not any(
        parse_figure(text).state == "value" for text in texts
    )


def left_unnamed(task: Task, view: RowView) -> bool:
    """Whether words that no heading tells stand beside the code of an action without a title; it
    is told of: one of them may be its title.
    """
    texts = [
        text
        for index, column in enumerate(view.segment.columns)
        if column.family is None and (text := view.text(index))
    ]
    if not any(len(_WORD.findall(text)) > 1 for text in texts):
        return False
    task.desk.tell(
        "row.no_identity",
        "warning",
        "which column holds the title of the action is not clear; it was kept as cells",
        spots=view.own_printed(),
        printed=view.first_text("code"),
    )
    return True
