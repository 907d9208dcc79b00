"""Improvement plan 2007: its dates, its colours and the marks of its month charts."""

from __future__ import annotations

from samples.values import Day, Status, month

RED_FILL, AMBER_FILL, GREEN_FILL = "#ff0000", "#ff9900", "#00cc33"
RED = Status(None, "red", fill=RED_FILL)
AMBER = Status(None, "amber", fill=AMBER_FILL)

JULY = month("July-07", "2007-07-31")
AUG = month("Aug-07", "2007-08-31")
AUGUST = month("August-07", "2007-08-31")
SEPT = month("Sept-07", "2007-09-30")
OCT = month("Oct-07", "2007-10-31")
NOV = month("Nov-07", "2007-11-30")

_COLUMNS = {"2007-07": 0, "2007-08": 1, "2007-09": 2, "2007-10": 3, "2007-11": 4}


def marks(original: Day, revised: Day) -> tuple[tuple[str, str, int], ...]:
    """The chart marks of an item: its original month and its re-programmed month."""
    found = []
    for day, marker in ((original, "original_date"), (revised, "revised_date")):
        if day.iso is not None:
            found.append((day.iso[:7], marker, _COLUMNS[day.iso[:7]]))
    return tuple(found)
