"""A period, and a date as precise as it was printed."""

from __future__ import annotations

from datetime import date
from typing import Literal

from crossfoot.schema.model import Model
from crossfoot.schema.values import Precision

PeriodKind = Literal["year", "quarter", "half", "month", "months", "day", "rolling"]


class Period(Model):
    """A span of time with its published label (ruling 11) and inclusive start and end.

    ``months`` is a run of months that is none of the others (``Apr - Sep 2009`` is ``half``,
    ``Apr - Aug 2009`` is ``months`` with the label ``2009-04 to 2009-08``).
    """

    kind: PeriodKind
    label: str
    start: date
    end: date


class PrintedDate(Model):
    """A date as printed. ``value`` and ``precision`` are null where no such date exists.

    Where only a month is printed, ``value`` is its last day and ``precision`` is ``month``.
    """

    as_printed: str
    value: date | None
    precision: Precision | None
