"""What was known on a day: papers of which one knows that they were out, and those left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crossfoot.store.figure_groups import figure_key
from crossfoot.store.printing import Printing
from crossfoot.store.repeats import report_of


def known_by(found: Sequence[Printing], day: date | None) -> list[Printing]:
    """Return what papers published up to *day* print, everything where there is no day."""
    return [item for item in found if day is None or _published_by(item, day)]


def left_out(found: Sequence[Printing], dated: Sequence[Printing]) -> tuple[int, int]:
    """Count the papers without a day, and the later ones, whose figures are not in the answer.

    A paper that only repeats figures of the same report in a file that counts is not left out.
    """
    known = {_said(item) for item in dated}
    days = {item.document_id: item.published_on for item in found if _said(item) not in known}
    undated = sum(day is None for day in days.values())
    return undated, len(days) - undated


def _said(item: Printing) -> tuple[object, ...]:
    return (
        report_of(item),
        *figure_key(item),
        item.value_state,
        item.value,
    )


def _published_by(item: Printing, day: date) -> bool:
    return item.published_on is not None and item.published_on <= day
