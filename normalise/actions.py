"""From a segment of action rows to typed rows: actions and the months of their charts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple, get_args

from crossfoot.normalise.action_columns import (
    are_percents,
    latest_first,
    own_words_first,
    owner_column,
    settle_action_columns,
)
from crossfoot.normalise.action_names import left_unnamed
from crossfoot.normalise.dates import due_dates_in, is_open_day, month_leads, parse_date
from crossfoot.normalise.desk import place_of_row
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.identity_cells import Identity
from crossfoot.normalise.misread import row_identity
from crossfoot.normalise.month_charts import find_chart, months_of_chart, write_months
from crossfoot.normalise.row_status import row_shading
from crossfoot.normalise.row_view import RowView, title_column
from crossfoot.normalise.status_cells import StatusReading
from crossfoot.normalise.task import Task
from crossfoot.schema.identity import make_id
from crossfoot.schema.model import unchecked
from crossfoot.schema.page import prints
from crossfoot.schema.period import Period, PrintedDate
from crossfoot.schema.rows import Action
from crossfoot.schema.values import ActionStatus

_PERCENT = re.compile(r"(?:progress\s*:?\s*)?(\d{1,3})\s*(?:%|per\s?cent)?", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,2}")
_new_action = unchecked(Action)
_STATUSES = frozenset(get_args(ActionStatus))


class Parent(NamedTuple):
    """The objective that actions stand under."""

    code: str | None
    title: str | None


class ActionRows:
    """Reads the rows of one segment."""

    def __init__(self, task: Task, period: Period | None, before: Sequence[Action] = ()) -> None:
        """*before* are the actions of the segment above: the upper half of stacked tables."""
        self._task = task
        self._chart = find_chart(task.columns)
        self._months = months_of_chart([task.columns[index] for index in self._chart], period)
        self.parent = Parent(None, None)
        self._before = [action.code.casefold() for action in before if action.code]
        settle_action_columns(task, self._chart)
        self._due_at = self._due_column()
        self._status_at = own_words_first(
            task, latest_first(task.columns, task.segment.indexes("status"), period)
        )
        self._progress_at = latest_first(task.columns, task.segment.indexes("progress"), period)
        self._owner_at = owner_column(task)
        self._percents: dict[int, bool] = {}
        self._order_open = month_leads(
            text
            for index in (self._due_at, task.segment.index("revised_due"))
            for view in task.all_views
            if index is not None and (text := view.text(index))
        )
        if self._chart:
            charted = set(self._chart)
            task.segment.columns = tuple(
                column._replace(family="month", measure=None) if index in charted else column
                for index, column in enumerate(task.columns)
            )

    def read(self) -> list[Action]:
        """Return the actions of the segment; their months are put on the desk."""
        task = self._task
        actions: list[Action] = []
        rows = list(task.data_rows())
        identities = [row_identity(task, view) for view, _ in rows]
        for number, (view, section) in enumerate(rows):
            identity = identities[number]
            if identity.code is None and not identity.title:
                task.unnamed(view)
                continue
            if task.is_total(view, identity.title, identity.code):
                continue
            following = identities[number + 1] if number + 1 < len(rows) else None
            opens = self._is_objective(view, identity, following)
            if not (opens or identity.code or any(map(str.isalpha, identity.title or ""))):
                task.unnamed(view)  # a number alone says nothing that anybody is to do
                continue
            if identity.code and not identity.title and left_unnamed(task, view):
                continue
            task.mark_row(view)
            if opens:
                self.parent = Parent(identity.label or view.first_text("code"), identity.title)
                for spot in view.own_printed():
                    task.desk.roles[task.desk.printed_at(spot)] = "objective"
                continue
            action = self._action(view, identity, section)
            write_months(task, view, self._chart, self._months, action.action_id)
            actions.append(action)
            if task.guess is not None:
                task.desk.guessed[action.action_id] = task.guess
        return actions

    def _due_column(self) -> int | None:
        """The column of due dates; in a plan a ``Target`` column of dates is one."""
        task = self._task
        due = task.segment.index("due")
        if due is not None:
            return due
        for index in task.segment.indexes("target"):
            texts = [text for view in task.all_views if (text := view.text(index))]
            dated = sum(parse_date(text) is not None for text in texts)
            counted = sum(parse_figure(text).state == "value" for text in texts)
            if dated > counted:
                columns = list(task.columns)
                columns[index] = columns[index].taken_as("due")
                task.segment.columns = tuple(columns)
                return index
        return None

    def _is_objective(self, view: RowView, identity: Identity, following: Identity | None) -> bool:
        """Whether the row is the objective that the next one stands under, not an action.

        It prints nothing beside its code and title, and the next code continues its own; at the
        end of a segment, that of the action in the upper half does.
        """
        opens = self._opens(view, identity)
        if opens is None:
            return False
        following_codes = self._before
        if following is not None and following.code is not None:
            following_codes = [following.code.key]
        naming = {self._task.segment.index("code"), title_column(view)}
        elsewhere = any(
            spots and index not in naming and any(prints(s.cell) or s.cell.symbols for s in spots)
            for index, spots in view.own.items()
        )
        return not elsewhere and any(code.startswith(opens) for code in following_codes)

    def _opens(self, view: RowView, identity: Identity) -> str | None:
        """What the codes below an objective begin with; its own may be a bare number."""
        if identity.code is not None:
            return identity.code.key + "."
        text = (view.text(self._task.segment.index("code")) or "").rstrip(".")
        return f"{text}." if _NUMBER.fullmatch(text) else None

    def _action(self, view: RowView, identity: Identity, section: str | None) -> Action:
        task = self._task
        segment = task.segment
        place = place_of_row(view.row)
        status = self._status(view, identity)
        notes = [text for index in segment.indexes("note") if (text := view.text(index))]
        corrective = view.first_text("corrective_action")
        progress, remark = self._progress(view, identity)
        if remark and not notes:
            notes = [remark]
        comments = " ".join(notes) or None
        described = [
            text
            for index in segment.indexes("description", "title")
            if index != title_column(view) and (text := view.text(index))
        ]
        parent = self.parent
        objective = segment.index("objective")
        if objective is not None and objective != title_column(view):
            parent = Parent(None, view.text(objective))
        return _new_action(
            **task.desk.in_paper(place, segment.table_no, view.row.row_no),
            action_id=make_id(
                task.desk.facts.document_id, "action", segment.table_no, view.row.row_no
            ),
            code=identity.label,
            code_as_printed=identity.code_as_printed,
            title=identity.title,
            description=" ".join(described) or None,
            section=section or view.first_text("section") or identity.team or task.caption.section,
            parent_code=parent.code,
            parent_title=parent.title,
            owner=view.text(self._owner_at),
            lead=view.first_text("lead"),
            status=_as_action(status),
            status_as_printed=status.as_printed,
            status_carrier=status.carrier,
            progress=progress,
            comments=comments,
            corrective_action=corrective,
            **self._dates(view, identity, comments or corrective),
        )

    def _status(self, view: RowView, identity: Identity) -> StatusReading:
        for index in self._status_at:
            reading = self._task.reader.read(
                view.spots(index),
                "actions",
                identity.label,
                self._task.columns[index].heading,
                row_shading(view),
            )
            if reading.carrier is not None or reading.as_printed:
                return reading
        return StatusReading()

    def _progress(self, view: RowView, identity: Identity) -> tuple[int | None, str | None]:
        """The progress in percent; words under a heading ``Progress`` are a remark."""
        index = next((at for at in self._progress_at if view.text(at)), None)
        text = view.text(index)
        if index is None or not text:
            return None, None
        match = _PERCENT.fullmatch(text)
        if match and int(match[1]) <= 100 and self._in_percent(index):
            return int(match[1]), None
        if any(char.isalpha() for char in text):
            return None, text
        spot = view.spot(index)
        self._task.desk.tell(
            "progress.unread",
            "warning",
            f"{text!r} is no progress in percent",
            spots=[spot] if spot else (),
            code=identity.label,
            printed=text,
        )
        return None, None

    def _in_percent(self, index: int) -> bool:
        if index not in self._percents:
            texts = [text for view in self._task.all_views if (text := view.text(index))]
            self._percents[index] = are_percents(self._task.columns[index].heading, texts)
        return self._percents[index]

    def _dates(self, view: RowView, identity: Identity, comments: str | None) -> dict[str, Any]:
        columns: dict[str, Any] = {}
        for name, index in (
            ("due", self._due_at),
            ("revised_due", self._task.segment.index("revised_due")),
        ):
            text = view.text(index)
            printed = parse_date(text) if text else None
            if text and self._order_open and is_open_day(text):
                self._task.desk.tell(
                    "date.order",
                    "warning",
                    f"the table prints days as month/day/year; which order {text} has is not clear",
                    spots=view.spots(index)[:1],
                    code=identity.label,
                    printed=text,
                )
                columns |= _date_columns(name, text, None)
                continue
            columns |= _date_columns(name, text, printed)
            if text and (printed is None or printed.value is None):
                self._tell_date(view, index, identity, text, impossible=printed is not None)
        spoken = due_dates_in(comments) if comments else {}
        for name in ("proposed_due", "previous_due"):
            printed = spoken.get(name)
            columns |= _date_columns(name, printed.as_printed if printed else None, printed)
        return columns

    def _tell_date(
        self, view: RowView, index: int | None, identity: Identity, text: str, *, impossible: bool
    ) -> None:
        """Tell of a day that does not exist, and of digits under a date that are none."""
        if not impossible and not any(char.isdigit() for char in text):
            return
        spot = view.spot(index)
        self._task.desk.tell(
            "date.impossible" if impossible else "date.unread",
            "warning" if impossible else "note",
            f"there is no day {text}" if impossible else f"{text!r} is no one date",
            spots=[spot] if spot else (),
            code=identity.label,
            printed=text,
        )


def _date_columns(name: str, text: str | None, printed: PrintedDate | None) -> dict[str, Any]:
    value: date | None = printed.value if printed else None
    return {
        name: value,
        f"{name}_precision": printed.precision if printed else None,
        f"{name}_as_printed": text,
    }


def _as_action(reading: StatusReading) -> ActionStatus | None:
    status = reading.status
    return status if status in _STATUSES else None  # type: ignore[return-value]
