"""The typed rows read from a paper's tables and sentences, one model per published relation.

Field names and order are the published columns (contract). ``load_id`` is added by the store.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple, Self

from pydantic import Field, model_validator
from pydantic.config import JsonDict

from crossfoot.schema.actions import Action, ActionMonth
from crossfoot.schema.model import InPaper, Model, Placed
from crossfoot.schema.values import (
    AnyStatus,
    Basis,
    Carrier,
    FigureSource,
    IndicatorStatus,
    Measure,
    Polarity,
    Subject,
    ValueState,
)

__all__ = [
    "Action",
    "ActionMonth",
    "CellRow",
    "Figure",
    "Indicator",
    "Legend",
    "Series",
    "StatusEntry",
    "Summary",
]

#: An exact decimal is a string in JSON, so that no reader rounds it.
EXACT: JsonDict = {"pattern": r"^-?[0-9]+(\.[0-9]+)?$"}


class Series(Model):
    """What a trend follows: one indicator of one council."""

    series_id: str = Field(
        description="Id of the series: a hash of council and code, or of council and title."
    )
    council: str | None = Field(description="The council; null if unknown.")
    code: str | None = Field(
        description="The code as the council printed it first; null where papers print none."
    )
    title: str | None = Field(description="The title in the latest paper.")
    unit: str | None = Field(
        description="The unit in the latest paper that shows one, such as %, £ or days."
    )
    polarity: Polarity | None = Field(
        default=None, description="Which way is better: higher or lower; null if no paper tells."
    )


class Indicator(InPaper):
    """One indicator row printed in a table."""

    indicator_id: str = Field(description="Id of the printed row.")
    series_id: str = Field(description="The series that the row belongs to.")
    code: str | None = Field(
        description="The code in its canonical spelling; null where none is printed."
    )
    code_as_printed: str | None = Field(description="The code exactly as on the page.")
    title: str | None = Field(
        description="The title alone, without code, team and CSI or KPI marker."
    )
    section: str | None = Field(
        description="The section that the row stands under, or its bracketed team."
    )
    is_csi: bool | None = Field(
        description=(
            "Whether it is a Critical Success Indicator; null where the paper does not tell."
        )
    )
    frequency: str | None = Field(description="How often it is reported, as printed.")
    status: IndicatorStatus | None = Field(description="The latest status printed for the row.")
    status_as_printed: str | None = Field(
        description="The words or letters of the status, exactly as on the page."
    )
    status_carrier: Carrier | None = Field(description="What carries the status on the page.")
    trend_as_printed: str | None = Field(
        default=None, description="The direction of travel, exactly as on the page."
    )
    note: str | None = Field(default=None, description="The note or comment of the row.")
    confidence: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description=(
            "Lower bound of the chance that the row was read right, 0 to 1; null if unmeasured."
        ),
    )
    evidence: str | None = Field(default=None, description="What the confidence rests on.")


class StatusEntry(Placed):
    """One status printed for an indicator, for one period."""

    indicator_id: str = Field(description="The indicator row that the status is of.")
    period: str | None = Field(
        description="The period that the status is of; null where the paper only says Previous."
    )
    is_previous: bool = Field(
        default=False,
        description="Whether it is the status of a period before, which the paper does not name.",
    )
    status: IndicatorStatus | None = Field(description="The status.")
    status_as_printed: str | None = Field(
        description="The words or letters of the status, exactly as on the page."
    )
    status_carrier: Carrier | None = Field(description="What carries the status on the page.")
    trend_as_printed: str | None = Field(
        default=None, description="The direction of travel, exactly as on the page."
    )
    cell_id: str = Field(description="The cell that it stands in.")


class Figure(InPaper):
    """One value cell of an indicator, printed or not.

    ``value`` is exact, percent as 97.0 and ``£1,234k`` as 1234000; it is null exactly where
    ``value_state`` is not ``value``. ``decimals`` counts the digits printed after the point.
    """

    figure_id: str = Field(description="Id of the figure.")
    indicator_id: str = Field(description="The indicator row that it stands in.")
    series_id: str = Field(description="The series that it belongs to.")
    cell_id: str = Field(description="The cell that it stands in.")
    code: str | None = Field(
        description="The code of its row in canonical spelling; null where none is printed."
    )
    measure: Measure = Field(
        description=(
            "What it is: the result of a whole year (outturn) or of a part of one (actual), a "
            "target, the result of an unnamed earlier period (previous), or an average or "
            "quartile to compare with (comparator)."
        )
    )
    basis: Basis = Field(
        description=(
            "What its period covers: the whole year, the period alone, the year to date, a "
            "rolling year, a day; unknown where the paper does not tell. Only annual figures are "
            "a year's."
        )
    )
    period: str | None = Field(
        description=(
            "Its period: 2019/20, 2019/20 Q1, 2009/10 H1, 2007-09 (a month), 2019-06-30 (a day) "
            "or 12 months to 2019-06-30."
        )
    )
    period_start: date | None = Field(description="First day of the period.")
    period_end: date | None = Field(description="Last day of the period.")
    period_as_printed: str | None = Field(
        description="The heading that names the period, exactly as on the page."
    )
    as_of: date | None = Field(
        default=None, description="The day that the value speaks of, where one is printed."
    )
    value: Decimal | None = Field(
        description=(
            "The exact number, percent as 97.0 and £1,234k as 1234000; null exactly where "
            "value_state is not value."
        ),
        json_schema_extra=EXACT,
    )
    decimals: int | None = Field(
        description="How many digits are printed after the point: 5.00% has 2."
    )
    unit: str | None = Field(description="The unit, such as %, £ or days.")
    value_state: ValueState = Field(
        description="Whether a value is printed, and what stands there instead."
    )
    as_printed: str | None = Field(description="The figure exactly as on the page.")
    footnote: str | None = Field(
        default=None,
        description=(
            "The footnote mark printed with it, and the word of its heading that says which "
            "printing it is: restated, revised, provisional, unaudited."
        ),
    )
    source: FigureSource = Field(
        default="cell",
        description="Whether it stands in a cell of its own or is named in the row's note.",
    )
    confidence: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description=(
            "Lower bound of the chance that value is what the page prints, 0 to 1; null if "
            "unmeasured."
        ),
    )
    evidence: str | None = Field(default=None, description="What the confidence rests on.")

    @model_validator(mode="after")
    def _value_belongs_to_state(self) -> Self:
        if (self.value is None) != (self.value_state != "value"):
            raise ValueError(f"value {self.value!r} does not fit state {self.value_state!r}")
        return self


class Summary(InPaper):
    """One count printed in a summary table or in a counting sentence."""

    summary_id: str = Field(description="Id of the count.")
    subject: Subject = Field(description="What is counted.")
    section: str | None = Field(description="The section that is counted; null on a total row.")
    is_total: bool = Field(description="Whether it counts all sections.")
    status: AnyStatus | None = Field(
        description="The status that is counted; null where the words are not one status."
    )
    status_as_printed: str | None = Field(
        description="The words of the status, exactly as on the page."
    )
    item_count: int | None = Field(
        description="How many; in a count table a dash is 0 and a blank is null."
    )
    csi_count: int | None = Field(
        description=(
            "How many of them are CSIs; 0 where the table declares brackets and has none here."
        )
    )
    percentage: Decimal | None = Field(
        description="The percentage printed with or instead of the count, as 97.0.",
        json_schema_extra=EXACT,
    )
    period: str | None = Field(description="The period that is counted.")
    as_printed: str | None = Field(description="The count exactly as on the page.")


class Legend(Placed):
    """One entry of a key: what a symbol (picture identity, fill, letter) means."""

    symbol: str = Field(description="The symbol explained: id of a picture, a fill or a letter.")
    meaning_as_printed: str = Field(description="Its meaning exactly as on the page.")
    meaning: str | None = Field(
        description="The status or marker that it means; null where that is not understood."
    )


class CellRow(NamedTuple):
    """One cell of a table, or one part of a cell that page ends cut, understood or not.

    A tuple because there are many: unique on document, table, row, column and fragment.
    """

    cell_id: Annotated[str, Field(description="Id of the cell; the parts of a cut cell share it.")]
    document_id: Annotated[str, Field(description="The paper: SHA-256 of its file, 64 hex digits.")]
    page: Annotated[int, Field(description="Page of the file, counted from 1.")]
    table_no: Annotated[int, Field(description="Table within the document, counted from 1.")]
    row_no: Annotated[
        int, Field(description="Row within the table, counted from 1, headings included.")
    ]
    col_no: Annotated[int, Field(description="Column, counted from 1.")]
    fragment: Annotated[
        int, Field(description="1, or 2 and on for the parts of a cell that page ends cut.")
    ]
    row_span: Annotated[int, Field(description="How many rows it spans.")]
    col_span: Annotated[int, Field(description="How many columns it spans.")]
    x0: Annotated[
        float, Field(description="Left edge in PDF points from the left of the page as displayed.")
    ]
    y0: Annotated[
        float, Field(description="Upper edge in PDF points from the top of the page as displayed.")
    ]
    x1: Annotated[
        float, Field(description="Right edge in PDF points from the left of the page as displayed.")
    ]
    y1: Annotated[
        float, Field(description="Lower edge in PDF points from the top of the page as displayed.")
    ]
    text: Annotated[
        str | None,
        Field(description="The text, line breaks folded to a space; null where it is empty."),
    ]
    fill: Annotated[str | None, Field(description="The colour of the cell, #rrggbb; null if none.")]
    symbol: Annotated[
        str | None, Field(description="The picture, shape or arrow in it; null if none.")
    ]
    role: Annotated[
        str | None,
        Field(
            description=(
                "What it was taken to be: a column's meaning, heading, repeated_heading, section, "
                "cover; null where it was not understood."
            )
        ),
    ]
