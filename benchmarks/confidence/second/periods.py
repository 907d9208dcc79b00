"""How councils print years, quarters and months; what a reader should make of them."""

from __future__ import annotations

import random
from dataclasses import dataclass

MONTHS = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")
_LONG_MONTHS = (
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
_ENDS = (30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31)


def year(start: int) -> str:
    """``2018/19`` for 2018, as the contract has it."""
    return f"{start}/{(start + 1) % 100:02}"


def quarter(start: int, number: int) -> str:
    """``2018/19 Q2``, as the contract has it."""
    return f"{year(start)} Q{number}"


def month(start: int, number: int) -> str:
    """``2019-02`` for month 11, counted from April, of the year that starts in 2018."""
    return f"{start + number // 10}-{(number + 2) % 12 + 1:02}"


def month_name(number: int) -> str:
    """``February`` for month 11, counted from April."""
    return _LONG_MONTHS[number - 1]


def last_day(start: int, number: int) -> int:
    """The last day of month *number*, counted from April."""
    leap = number == 11 and (start + 1) % 4 == 0
    return 29 if leap else _ENDS[number - 1]


@dataclass(frozen=True)
class Calendar:
    """One paper's way of printing periods, and the year that it reports on."""

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
            "endash": f"{start}\u2013{end:02}",
            "short": f"{start % 100:02}/{end:02}",
            "long": f"{start}/{start + 1}",
        }[self.way]

    def true_year(self, offset: int = 0) -> str:
        return year(self.start + offset)

    def quarter(self, number: int, offset: int = 0) -> str:
        """The printed quarter, with its year."""
        return self.quarters.format(q=number, year=self.year(offset))

    def true_quarter(self, number: int, offset: int = 0) -> str:
        return quarter(self.start + offset, number)

    def month(self, number: int, way: str) -> str:
        """The printed month *number*, counted from April; *way* names its year or not."""
        name, long = MONTHS[number - 1], _LONG_MONTHS[number - 1]
        of_year = self.start + number // 10
        return {
            "bare": name,
            "dash": f"{name}-{of_year % 100:02}",
            "space": f"{name} {of_year}",
            "long": f"{long} {of_year}",
        }[way]

    def true_month(self, number: int) -> str:
        return month(self.start, number)


def draw_calendar(rng: random.Random, first: int = 2003, last: int = 2024) -> Calendar:
    """Draw a year from *first* to *last* and a way of printing periods."""
    return Calendar(
        rng.randrange(first, last + 1),
        rng.choice(("slash", "slash", "slash", "dash", "endash", "short", "long")),
        rng.choice(
            (
                "Q{q} {year}",
                "Q{q} {year}",
                "Quarter {q} {year}",
                "{year} Q{q}",
                "Qtr {q} {year}",
                "{year} Quarter {q}",
            )
        ),
    )
