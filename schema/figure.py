"""A printed figure and what it says."""

from __future__ import annotations

from decimal import Decimal

from crossfoot.schema.model import Model
from crossfoot.schema.values import ValueState


class PrintedFigure(Model):
    """A parsed figure.

    ``unit`` is ``%``, ``£`` or null (units in titles are read elsewhere); ``bracketed`` is the
    count in brackets after a count (``2 (1)``); ``footnote`` is the mark glued to the figure.
    """

    as_printed: str | None
    state: ValueState
    value: Decimal | None = None
    decimals: int | None = None
    unit: str | None = None
    bracketed: int | None = None
    footnote: str | None = None
