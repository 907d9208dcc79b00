"""An action's status against its progress."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.audit.remark import Held, Remark
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Action
from crossfoot.schema.values import Carrier, Severity

_SPELT_OUT: frozenset[Carrier | None] = frozenset({"word", "letter"})
_OPEN = frozenset({"in_progress", "warning", "overdue"})
_JUDGED = _OPEN | {"completed", "not_started"}


def progress_against_status(paper: Paper) -> Iterator[Remark | Held]:
    """``progress.status``: what is done is completed, what is not started stands at nothing."""
    for action in paper.actions:
        if action.progress is None or action.status is None:
            continue
        message, severity, expected = _judge(action.status, action.progress)
        if severity is None:
            if action.status in _JUDGED:
                yield Held("progress.status")
            continue
        if severity == "error" and action.status_carrier not in _SPELT_OUT:
            severity = "warning"
        yield Remark(
            "progress.status",
            severity,
            f"{_name(action)}: {message}",
            (action,),
            printed=f"{action.status_as_printed or action.status}, {action.progress}%",
            expected=expected,
            code=action.code,
            roles=("status", "progress"),
        )


def _judge(status: str, progress: int) -> tuple[str, Severity | None, str | None]:
    if status == "completed" and progress < 100:
        return f"completed, but progress is {progress}%", "error", "100%"
    if status == "not_started" and progress > 0:
        return f"not started, but progress is {progress}%", "error", "0%"
    if status in _OPEN and progress == 100:
        # All work done and a sign-off to come would read like this.
        words = status.replace("_", " ")
        return f"progress is 100%, but the status is {words}", "warning", "completed"
    return "", None, None


def _name(action: Action) -> str:
    return action.code or action.title or "an action without a code"
