"""The base of every typed row."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from crossfoot.schema.page import Box


class Model(BaseModel):
    """Frozen, closed, strict about missing text: an empty string is refused, null is meant."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_min_length=1)


class Placed(Model):
    """A row that comes from a page (contract: provenance).

    ``page`` counts from 1; ``table_no`` and ``row_no`` count from 1 and are null for prose; the
    box is in PDF points, origin top-left of the page as displayed, y down, rounded to 0.01.
    """

    document_id: str
    page: int = Field(ge=1)
    table_no: int | None = Field(ge=1)
    row_no: int | None = Field(ge=1)
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def box(self) -> Box:
        return Box(self.x0, self.y0, self.x1, self.y1)


class InPaper(Placed):
    """A placed row that carries its paper's council, day of publication and period."""

    council: str | None = None
    published_on: date | None = None
    reporting_period: str | None = None
