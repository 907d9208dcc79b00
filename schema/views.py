"""What the columns of the views for analysts mean (docs/sql.md).

Rows are never made of these models: the database makes the views. They name the columns, in order,
for the store, for exports and for those who read them.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field

from crossfoot.schema.model import Model
from crossfoot.schema.values import (
    Basis,
    FigureSource,
    IndicatorStatus,
    Measure,
    Polarity,
    ValueState,
)

DecidedBy = Literal["only", "published_on", "reporting_period_end", "agreed", "unknown"]


class _Figure(Model):
    """Whose figure it is, of which period, and what is printed."""

    series_id: str = Field(description="The series that the figure belongs to.")
    council: str | None = Field(description="The council; null if unknown.")
    code: str | None = Field(description="The series' code; null where papers print none.")
    title: str | None = Field(description="The series' title in the latest paper.")
    polarity: Polarity | None = Field(
        description="Which way is better: higher or lower; null if no paper tells."
    )
    measure: Measure = Field(
        description="What the figure is: a year's outturn, a target and so on."
    )
    basis: Basis = Field(
        description="What it counts: a year, a quarter, the year to date and so on."
    )
    period: str | None = Field(description="Its period, such as 2019/20; null if none is named.")
    period_start: date | None = Field(description="First day of the period.")
    period_end: date | None = Field(description="Last day of the period.")
    speaks_of: date | None = Field(
        description="Day the value speaks of, where that is not the end of its period."
    )
    value: Decimal | None = Field(
        description="The exact number (text on SQLite); null where none is printed."
    )
    value_number: float | None = Field(
        description="The same as a binary float: to compute and sort with, not to quote."
    )
    decimals: int | None = Field(description="How many digits are printed behind the point.")
    unit: str | None = Field(description="Unit of the number, such as %, £ or days.")
    value_state: ValueState = Field(
        description="Whether a number is printed, a dash or something else."
    )
    as_printed: str | None = Field(description="The text on the page.")
    status: IndicatorStatus | None = Field(
        description="The status that the figure's row prints for its period; null if none or two."
    )
    footnote: str | None = Field(description="The mark or word beside the number.")
    note: str | None = Field(description="The note of its row.")
    source: FigureSource = Field(description="Whether a cell prints the figure or a note does.")
    confidence: float | None = Field(
        description="Lower bound for the chance that the value is what the page prints."
    )


class _Place(Model):
    """Where it stands."""

    document_id: str = Field(description="The paper: SHA-256 of its file, 64 hex digits.")
    file_name: str = Field(description="Name of the paper's file.")
    source_url: str | None = Field(description="Address the paper was published at.")
    published_on: date | None = Field(description="Day of publication; null if nobody knows.")
    reporting_period: str | None = Field(description="Period that the paper reports on.")
    same_report_as: str | None = Field(
        description="The document whose tables the paper repeats; null if none."
    )
    page: int = Field(description="Page of the file, counted from 1.")
    table_no: int | None = Field(description="Table within the document, counted from 1.")
    row_no: int | None = Field(description="Row within the table, counted from 1.")
    x0: float = Field(description="Left edge of the figure's box, in PDF points from the left.")
    y0: float = Field(description="Upper edge of the box, in PDF points from the top.")
    x1: float = Field(description="Right edge of the box, in PDF points from the left.")
    y1: float = Field(description="Lower edge of the box, in PDF points from the top.")
    cell_id: str = Field(description="The cell that prints it.")
    figure_id: str = Field(description="The figure itself, in the relation figures.")
    indicator_id: str = Field(description="The printed row, in the relation indicators.")


class _Latest(Model):
    """What stands beside it, and what other papers print."""

    target: Decimal | None = Field(
        description="The target beside a result: of its row, its paper, else the latest one."
    )
    target_number: float | None = Field(description="The target as a binary float.")
    target_figure_id: str | None = Field(description="The target's own figure.")
    decided_by: DecidedBy = Field(
        description="By what this printing is the latest; unknown: nobody can say that it is."
    )
    is_changed: bool = Field(
        description="Whether another paper prints another number, beyond rounding."
    )
    other_value: Decimal | None = Field(description="That other number, the last of them.")
    other_value_number: float | None = Field(description="That number as a binary float.")
    other_figure_id: str | None = Field(description="That number's own figure.")
    other_file_name: str | None = Field(description="The file that prints it.")
    other_page: int | None = Field(description="The page that prints it.")
    other_published_on: date | None = Field(description="The day it was published.")


class _AsOf(Model):
    """When it stood."""

    known_from: date | None = Field(
        description="Day from which it was the latest published; null where the paper has no day."
    )
    known_until: date | None = Field(
        description="Day from which another one was; null where it still stands, or has no day."
    )
    is_dated: bool = Field(description="Whether the paper's day of publication is known.")
    decided_by: DecidedBy | None = Field(
        description="By what it was the latest of what was published; null where it has no day."
    )
    replaced_value: Decimal | None = Field(description="The number that stood until then.")
    replaced_value_number: float | None = Field(description="That number as a binary float.")
    replaced_figure_id: str | None = Field(description="The figure that stood until then.")


class SeriesLatest(_Place, _Latest, _Figure):
    """The figure that stands now, of each series, period and measure.

    ``figure_id`` is its key.
    """


class SeriesAsOf(_Place, _AsOf, _Figure):
    """A figure and the days between which it was the latest that had been published.

    ``figure_id`` and ``known_from`` are its key.
    """
