"""The year that a paper reports on, how it prints periods, and what they truly are."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

MONTHS = (
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "January",
    "February",
    "March",
)
_LAST = (30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31)


@dataclass(frozen=True)
class Calendar:
    """How a paper prints periods, and the financial year (by its first) that it reports on."""

    start: int
    way: str
    quarters: str

    def year(self, offset: int = 0) -> str:
        """The printed year, *offset* years from the paper's."""
        start = self.start + offset
        end = (start + 1) % 100
        return {
            "slash": f"{start}/{end:02}",
            "dash": f"{start}-{end:02}",
            "short": f"{start % 100:02}/{end:02}",
            "long": f"{start}/{start + 1}",
        }[self.way]

    def quarter(self, number: int, offset: int = 0) -> str:
        """A printed quarter that names its year."""
        return self.quarters.format(number, self.year(offset))

    def month(self, number: int, offset: int = 0) -> str:
        """A printed month (1 is April) with its year."""
        return f"{MONTHS[number - 1]} {self.calendar_year(number, offset)}"

    def short_month(self, number: int, offset: int = 0) -> str:
        """A month as ``Apr-15``."""
        return f"{MONTHS[number - 1][:3]}-{self.calendar_year(number, offset) % 100:02}"

    def calendar_year(self, number: int, offset: int = 0) -> int:
        """The calendar year of month *number*, counted from April."""
        return self.start + offset + (number > 9)

    def last_day(self, number: int, offset: int = 0) -> int:
        """The last day of a month."""
        leap = number == 11 and self.calendar_year(number, offset) % 4 == 0
        return 29 if leap else _LAST[number - 1]

    def iso(self, number: int, day: int, offset: int = 0) -> str:
        """A day as the contract has days."""
        return f"{self.true_month(number, offset)}-{day:02}"

    def true_year(self, offset: int = 0) -> str:
        start = self.start + offset
        return f"{start}/{(start + 1) % 100:02}"

    def true_quarter(self, number: int, offset: int = 0) -> str:
        return f"{self.true_year(offset)} Q{number}"

    def true_month(self, number: int, offset: int = 0) -> str:
        return f"{self.calendar_year(number, offset)}-{(number + 2) % 12 + 1:02}"

    def meeting(self, rng: random.Random, after: int) -> str:
        """The day of a meeting one or two months after the end of month *after*."""
        later = after + rng.choice((1, 2))
        offset, month = (later - 1) // 12, (later - 1) % 12 + 1
        return f"{rng.randrange(3, 29)} {self.month(month, offset)}"


_QUARTERS = ("Q{} {}", "Q{} {}", "Q{} {}", "Quarter {} {}", "Qtr {} {}", "{1} Q{0}")


def draw_calendar(
    rng: random.Random, first: int, last: int, quarters: Sequence[str] = _QUARTERS
) -> Calendar:
    """Draw a year from *first* to *last* and a way of printing periods, *quarters* among them."""
    return Calendar(
        rng.randrange(first, last + 1),
        rng.choice(("slash", "slash", "slash", "slash", "dash", "dash", "short", "long")),
        rng.choice(quarters),
    )
