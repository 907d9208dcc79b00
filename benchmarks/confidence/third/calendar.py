"""The year that a paper reports on, and how it prints periods; what they truly are."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.confidence.second.periods import month, month_name, quarter, year

_LAST = (30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31)
_ENDS = ("30 June", "30 September", "31 December", "31 March")


@dataclass(frozen=True)
class Calendar:
    """How one paper prints periods, and the financial year (by its first) that it reports on."""

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
            "spaced": f"{start} / {end:02}",
            "long": f"{start}/{start + 1}",
        }[self.way]

    def quarter(self, number: int, offset: int = 0) -> str:
        """A printed quarter that names its year."""
        first, last = 3 * number - 2, 3 * number
        of_year = self.calendar_year(last, offset)
        months = f"{month_name(first)[:3]}-{month_name(last)[:3]}"
        return {
            "short": f"Q{number} {self.year(offset)}",
            "words": f"Quarter {number} {self.year(offset)}",
            "behind": f"{self.year(offset)} Qtr {number}",
            "months": f"{months} {of_year}",
            "both": f"Q{number} ({months}) {self.year(offset)}",
            "ended": f"Quarter ended {_ENDS[number - 1]} {of_year}",
        }[self.quarters]

    def month(self, number: int, offset: int = 0, way: str = "short") -> str:
        """A printed month, counted from April, that names its year."""
        of_year, name = self.calendar_year(number, offset), month_name(number)
        return {
            "short": f"{name[:3]} {of_year}",
            "tick": f"{name[:3]}-{of_year % 100:02}",
            "long": f"{name} {of_year}",
            "bare": name[:3],
        }[way]

    def day(self, number: int, offset: int = 0, way: str = "long") -> str:
        """The printed last day of month *number*."""
        last, of_year = self._last(number, offset), self.calendar_year(number, offset)
        if way == "long":
            return f"{last} {month_name(number)} {of_year}"
        return f"{last:02}/{(number + 2) % 12 + 1:02}/{of_year}"

    def calendar_year(self, number: int, offset: int = 0) -> int:
        """The calendar year of month *number*, counted from April."""
        return self.start + offset + (number > 9)

    def true_year(self, offset: int = 0) -> str:
        return year(self.start + offset)

    def true_quarter(self, number: int, offset: int = 0) -> str:
        return quarter(self.start + offset, number)

    def true_half(self, number: int, offset: int = 0) -> str:
        return f"{year(self.start + offset)} H{number}"

    def true_month(self, number: int, offset: int = 0) -> str:
        return month(self.start + offset, number)

    def true_day(self, number: int, offset: int = 0) -> str:
        """The last day of a month as the contract has days."""
        return f"{self.true_month(number, offset)}-{self._last(number, offset):02}"

    def _last(self, number: int, offset: int) -> int:
        leap = number == 11 and self.calendar_year(number, offset) % 4 == 0
        return 29 if leap else _LAST[number - 1]


def draw_calendar(rng: random.Random, first: int, last: int) -> Calendar:
    """Draw a year from *first* to *last* and a way of printing periods."""
    return Calendar(
        rng.randrange(first, last + 1),
        rng.choice(("slash", "slash", "slash", "dash", "dash", "short", "spaced", "long")),
        rng.choice(("short", "short", "words", "behind", "months", "both", "ended")),
    )
