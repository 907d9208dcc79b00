"""What a table's columns are and how councils head them.

A heading is a path from the topmost heading row to the lowest; equal neighbours become one cell.
``{y}`` stands for a year, ``{q}`` for the number of a quarter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

Periods = tuple[str | None, ...]

NAMES: dict[str, tuple[str, ...]] = {
    "code": ("Code", "Ref", "PI Ref", "Ref No", "PI Code", "Indicator Ref", "PI No", "KPI Ref"),
    "title": ("Indicator", "Performance Indicator", "Description", "Measure", "PI Description",
              "Performance Measure", "Title", "Indicator Title", "Short Name"),
    "name": ("Code & Short Name", "Performance Indicator", "PI Code and Name", "Indicator",
             "Indicator and Code", "Measure"),
    "section": ("Service", "Service Area", "Theme", "Directorate", "Portfolio", "Priority"),
    "owner": ("Responsible Officer", "Lead Officer", "Owner", "Head of Service", "Lead"),
    "frequency": ("Frequency", "Reporting Frequency", "How Often", "Collected"),
    "polarity": ("Good is", "Good Performance is", "Polarity", "Aim"),
    "status": ("Status", "RAG", "RAG Status", "Traffic Light", "Rating", "Status Icon"),
    "trend": ("Direction of Travel", "Trend", "DoT", "Short Term Trend"),
    "note": ("Comments", "Comment", "Latest Note", "Notes", "Commentary", "Explanation"),
    "unknown": ("Link to Plan", "Data Checked", "Wards", "Tolerance Band", "Sign-off"),
    "action code": ("Ref", "Action Code", "Code", "Task Ref", "Action Ref", "No"),
    "action": ("Action", "Task", "Action Title", "Key Task", "Key Action", "Activity"),
    "description": ("Description", "Action Description", "Detail", "Desired Outcome"),
    "due": ("Due Date", "Target Date", "Deadline", "By When", "Completion Date",
            "Target Completion Date"),
    "revised": ("Revised Date", "Revised Due Date", "Revised Target Date", "New Date"),
    "progress": ("Progress", "% Complete", "Progress %", "% Progress", "Percentage Complete"),
}  # fmt: skip
OUTTURN = (
    "{y} Outturn", "Outturn {y}", "{y}", "Actual {y}", "{y} Actual", "{y} Result",
    "Performance {y}", "{y} Performance", "{y} Achieved", "Achieved {y}", "Year End {y}",
    "Final Outturn {y}", "{y} Year End Outturn", "Outturn\n{y}",
)  # fmt: skip
QUARTER = (
    "Q{q} {y}", "{y} Q{q}", "Quarter {q} {y}", "Qtr {q} {y}", "Actual Q{q} {y}",
    "Q{q} {y} Actual", "Q{q} Actual {y}", "Quarter {q} Performance {y}", "Performance Q{q} {y}",
    "Q{q} ({y})", "Result Q{q} {y}", "{y} Quarter {q}", "Quarter {q}\n{y}",
)  # fmt: skip
TARGET = (
    "Target {y}", "{y} Target", "Annual Target {y}", "Target for {y}", "{y} Annual Target",
    "Year End Target {y}", "Target ({y})", "Target\n{y}",
)  # fmt: skip
QUARTER_TARGET = (
    "Target Q{q} {y}", "Q{q} {y} Target", "Q{q} Target {y}", "Quarter {q} Target {y}",
)  # fmt: skip
COMPARATOR = (
    "England Average {y}", "Top Quartile {y}", "{y} Top Quartile", "{y} National Average",
    "Nearest Neighbour Average {y}", "Family Group Average {y}",
)  # fmt: skip
PREVIOUS = ("Previous Year", "Last Year", "Same Quarter Last Year", "Previous Quarter")
MONTHS = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")


@dataclass(frozen=True)
class Column:
    """One column. ``measure`` is set for figures; ``share`` is its part of the width."""

    kind: str
    path: tuple[str, ...]
    measure: str | None = None
    periods: Periods = (None,)
    basis: str | None = None
    share: float = 1.0


@dataclass(frozen=True)
class Times:
    """The paper's year and quarter; ``form`` is how it prints years."""

    year: int
    quarter: int
    form: int

    def printed(self, year: int) -> str:
        """A financial year as this paper prints it."""
        following = f"{(year + 1) % 100:02d}"
        return (f"{year}/{following}", f"{year}-{following}", f"{year}/{year + 1}")[self.form]

    @staticmethod
    def label(year: int, quarter: int | None = None) -> str:
        """A period's published label."""
        year_label = f"{year}/{(year + 1) % 100:02d}"
        return f"{year_label} Q{quarter}" if quarter else year_label

    def month(self, number: int) -> str:
        """The published label of the month *number*, 0 for April."""
        return f"{self.year + (number > 8)}-{(number + 3) % 12 + 1:02d}"


def named(dice: Random, kind: str, share: float) -> Column:
    """A column that holds no figures."""
    return Column(kind, (dice.choice(NAMES[kind]),), share=share)


def _heading(form: str, times: Times, year: int, quarter: int = 0) -> tuple[str]:
    return (form.format(y=times.printed(year), q=quarter),)


def outturn(form: str, times: Times, year: int) -> Column:
    periods = (times.label(year),)
    return Column("value", _heading(form, times, year), "outturn", periods, "annual", 1.1)


def actual(form: str, times: Times, year: int, quarter: int) -> Column:
    periods = (times.label(year, quarter),)
    return Column("value", _heading(form, times, year, quarter), "actual", periods, None, 1.1)


def target(form: str, times: Times, year: int, quarter: int = 0) -> Column:
    periods = (times.label(year, quarter or None),)
    basis = "annual" if "Annual" in form or "Year End" in form else None
    return Column("value", _heading(form, times, year, quarter), "target", periods, basis, 1.1)


def previous(words: str, times: Times) -> Column:
    """A result of an earlier period; the reader may find out which."""
    year, quarter = times.year, times.quarter
    quarters = (times.label(year - 1, quarter), times.label(year, quarter - 1 or None))
    return Column("value", (words,), "previous", (None, times.label(year - 1), *quarters))


def comparator(form: str, times: Times, year: int) -> Column:
    periods = (times.label(year),)
    return Column("value", _heading(form, times, year), "comparator", periods, None, 1.2)


def under(group: str, columns: Sequence[Column]) -> list[Column]:
    """Put one heading above several columns."""
    return [replace(column, path=(group, *column.path)) for column in columns]
