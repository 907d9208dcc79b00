"""The rows of an action and of its month chart (relations ``actions``, ``action_months``)."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from crossfoot.schema.model import InPaper, Placed
from crossfoot.schema.values import ActionStatus, Carrier, Precision


class Action(InPaper):
    """One action (a task of a plan)."""

    action_id: str = Field(description="Id of the printed action.")
    code: str | None = Field(
        description="The code in its canonical spelling; null where none is printed."
    )
    code_as_printed: str | None = Field(description="The code exactly as on the page.")
    title: str | None = Field(description="The title of the action.")
    description: str | None = Field(
        description="What is to be done, where that has a column of its own."
    )
    section: str | None = Field(description="The section that the action stands under.")
    parent_code: str | None = Field(
        default=None, description="Code of the objective that the action stands under."
    )
    parent_title: str | None = Field(
        default=None, description="Title of the objective that the action stands under."
    )
    owner: str | None = Field(default=None, description="Who does it, as printed.")
    lead: str | None = Field(default=None, description="Who answers for it, as printed.")
    status: ActionStatus | None = Field(
        description="The status; a colour where the paper prints only a colour."
    )
    status_as_printed: str | None = Field(
        description="The words or letters of the status, exactly as on the page."
    )
    status_carrier: Carrier | None = Field(description="What carries the status on the page.")
    progress: int | None = Field(default=None, ge=0, le=100, description="Per cent done, 0 to 100.")
    due: date | None = Field(
        default=None,
        description="When it is due: the last day where only a month or year is printed.",
    )
    due_precision: Precision | None = Field(
        default=None, description="What due was printed as; null where there is no such date."
    )
    due_as_printed: str | None = Field(
        default=None, description="The due date exactly as on the page."
    )
    revised_due: date | None = Field(
        default=None,
        description="The revised due date: the last day where only a month or year is printed.",
    )
    revised_due_precision: Precision | None = Field(
        default=None,
        description="What revised_due was printed as; null where there is no such date.",
    )
    revised_due_as_printed: str | None = Field(
        default=None, description="The revised due date exactly as on the page."
    )
    proposed_due: date | None = Field(
        default=None,
        description="A date proposed to committee: the last day where only a month is printed.",
    )
    proposed_due_precision: Precision | None = Field(
        default=None,
        description="What proposed_due was printed as; null where there is no such date.",
    )
    proposed_due_as_printed: str | None = Field(
        default=None, description="The proposed date exactly as on the page."
    )
    previous_due: date | None = Field(
        default=None,
        description="The date that the due date took the place of, where the paper says so.",
    )
    previous_due_precision: Precision | None = Field(
        default=None,
        description="What previous_due was printed as; null where there is no such date.",
    )
    previous_due_as_printed: str | None = Field(
        default=None, description="The previous date exactly as on the page."
    )
    comments: str | None = Field(default=None, description="The comments on the action.")
    corrective_action: str | None = Field(default=None, description="What is done to put it right.")
    confidence: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description=(
            "Lower bound of the chance that the row was read right, 0 to 1; null if unmeasured."
        ),
    )
    evidence: str | None = Field(default=None, description="What the confidence rests on.")


class ActionMonth(Placed):
    """One marked month of an action's month chart; it never sets the action's status.

    ``month`` is ``YYYY-MM``, null where the paper does not say which year.
    """

    action_id: str = Field(description="The action that the month chart is of.")
    month: str | None = Field(
        description="The month as YYYY-MM; null where the paper does not say which year."
    )
    marker: str | None = Field(
        description="What the paper's key says the mark means, such as original_date or a status."
    )
    fill: str | None = Field(description="The colour of the cell, #rrggbb.")
    cell_id: str = Field(description="The cell of the chart.")
