"""Printed values with what they say: figures, dates, statuses. Nothing here is parsed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# -- figures -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Value:
    """One value cell: its print, and what it says. ``value`` is a decimal number in text."""

    as_printed: str | None
    value: str | None
    unit: str | None = None
    state: Literal["value", "dash", "blank", "not_available", "other"] = "value"
    footnote: str | None = None


def pct(number: str, footnote: str = "") -> Value:
    """A percentage printed with its sign."""
    return Value(f"{number}%{footnote}", number, "%", footnote=footnote or None)


def num(number: str, unit: str | None = None, printed: str = "", footnote: str = "") -> Value:
    """A number without a sign; ``printed`` where the print has separators."""
    return Value(f"{printed or number}{footnote}", number, unit, footnote=footnote or None)


DASH = Value("-", None, state="dash")
BLANK = Value(None, None, state="blank")
NOT_AVAILABLE = Value("n/a", None, state="not_available")
TO_BE_CONFIRMED = Value("TBC", None, state="other")


@dataclass(frozen=True)
class NoteFigure:
    """A further figure printed in a note, as in ``August 2019 = 48.27%``."""

    period: str
    period_as_printed: str
    value: Value


# -- dates -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Day:
    """A printed date. Where only a month is printed, ``iso`` is its last day."""

    as_printed: str
    iso: str | None
    precision: Literal["day", "month"] | None


def day(as_printed: str, iso: str) -> Day:
    return Day(as_printed, iso, "day")


def month(as_printed: str, iso: str) -> Day:
    return Day(as_printed, iso, "month")


def no_such_day(as_printed: str) -> Day:
    return Day(as_printed, None, None)


# -- statuses ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Status:
    """A status: the word printed (None where there is none), what it means, icon or fill."""

    word: str | None
    meaning: str
    icon: str | None = None
    fill: str | None = None

    @property
    def carrier(self) -> str:
        return "word" if self.word else "icon" if self.icon else "fill"

    def alone(self) -> Status:
        """The same status printed as an icon only."""
        return Status(None, self.meaning, self.icon)
