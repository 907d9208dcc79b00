"""Stacked item tables: the same action in an upper and a lower sub-table (ruling 7).

The upper says what is wrong, who acts and by when; the lower, under its objective, who leads, the
months, and what is done about it. Both become one action.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.schema.rows import Action, ActionMonth

#: Columns that the lower sub-table alone may give, and those where the upper goes before it.
_FROM_LOWER = ("parent_code", "parent_title")
_UPPER_FIRST = (
    "description",
    "owner",
    "lead",
    "progress",
    "due",
    "due_precision",
    "due_as_printed",
    "revised_due",
    "revised_due_precision",
    "revised_due_as_printed",
    "proposed_due",
    "proposed_due_precision",
    "proposed_due_as_printed",
    "previous_due",
    "previous_due_precision",
    "previous_due_as_printed",
)
_STATUS = ("status", "status_as_printed", "status_carrier")


def merge_stacked(segments: Sequence[Sequence[Action]], months: list[ActionMonth]) -> list[Action]:
    """Join actions of neighbouring segments that carry the same code.

    *segments* are the actions of a paper's segments in print order; *months* are re-pointed to
    the action that stays. An action is joined only to one of the segment right before it, so the
    same code in two separate tables stays two rows.
    """
    merged: list[Action] = []
    moved: dict[str, str] = {}
    before: dict[str, int] = {}
    for actions in filter(None, segments):
        here: dict[str, int] = {}
        for action in actions:
            key = (action.code or "").casefold()
            at = before.get(key) if key else None
            if at is not None and _belongs(merged[at], action):
                merged[at] = _join(merged[at], action)
                moved[action.action_id] = merged[at].action_id
                continue
            merged.append(action)
            if key:
                here[key] = len(merged) - 1
        before = here
    for number, marked in enumerate(months):
        if marked.action_id in moved:
            months[number] = marked.model_copy(update={"action_id": moved[marked.action_id]})
    return merged


def _belongs(upper: Action, lower: Action) -> bool:
    """Whether the lower row completes the upper one: a lead or objective, not a second status."""
    return (
        (lower.lead is not None or lower.parent_title is not None or lower.owner is None)
        and lower.due_as_printed is None
        and (lower.status is None or upper.status is None)
    )


def _join(upper: Action, lower: Action) -> Action:
    update: dict[str, object] = {name: getattr(lower, name) for name in _FROM_LOWER}
    for name in _UPPER_FIRST:
        own = getattr(upper, name)
        update[name] = own if own is not None else getattr(lower, name)
    if upper.status is None and upper.status_as_printed is None:
        update |= {name: getattr(lower, name) for name in _STATUS}
    # What the upper sub-table calls its corrective action is the remark on the delay.
    remarks = [text for text in (upper.comments, upper.corrective_action) if text]
    update["comments"] = " ".join(remarks) or None
    measures = [text for text in (lower.corrective_action, lower.comments) if text]
    update["corrective_action"] = " ".join(measures) or None
    return upper.model_copy(update=update)
