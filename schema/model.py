"""The base of every typed row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, Self, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field

from crossfoot.schema import compiled
from crossfoot.schema.page import Box

T = TypeVar("T", bound=BaseModel)
_new: Callable[[type[T]], T] = object.__new__


class Model(BaseModel):
    """Frozen, closed, strict about missing text: an empty string is refused, null is meant."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_min_length=1,
        defer_build=True,  # checks are built for the first row that needs them: most are unchecked
        json_schema_serialization_defaults_required=True,  # null is written, never left out
    )

    def model_post_init(self, _context: Any, /) -> None:
        """Tell of all rows by one set which fields were given.

        A set of its own takes twice the memory of the rest of a row, and rows are closed: what was
        not given has its default.
        """
        _set_given(self, _all_fields(type(self)))

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """As pydantic's: the same row with other values, which are not validated.

        Most rows of a paper are copied once, when they get their confidence. Rows hold no private
        values and are closed, so that there is less to copy.
        """
        if deep:
            return super().model_copy(update=update, deep=True)
        return _made(type(self), {**self.__dict__, **(update or {})})

    @classmethod
    def of_values(cls, values: Iterable[Any]) -> Self:
        """Make a row of all its values, in the order of its fields, which are not validated."""
        return _made(cls, dict(zip(cls.model_fields, values, strict=True)))


def _setter(name: str) -> Callable[[BaseModel, Any], None]:
    """Return what sets an attribute of a frozen row.

    It takes half the time of ``object.__setattr__``, which pydantic itself makes such rows with.
    """
    setter: Callable[[BaseModel, Any], None] = vars(BaseModel)[name].__set__
    return setter


_set_values = _setter("__dict__")
_set_given = _setter("__pydantic_fields_set__")
_set_extra = _setter("__pydantic_extra__")
_set_private = _setter("__pydantic_private__")


def unchecked(kind: type[T]) -> type[T]:
    """Return what makes rows of *kind* from its columns by name without looking at their values.

    For stages that make thousands of rows from values they made themselves: it takes a sixth of the
    time. Nothing is converted; a column without a default that is left out holds ``...``, which no
    database takes. What the kind demands of values, the store's constraints demand as well.
    """
    fields = kind.model_fields
    blank = {name: ... if field.is_required() else field.default for name, field in fields.items()}
    whole = len(blank)

    def make(**values: Any) -> T:
        row = blank | values
        if len(row) != whole:
            raise TypeError(f"{kind.__name__} has no {', '.join(values.keys() - blank.keys())}")
        return _made(kind, row)

    if compiled.loops is not None:
        return cast("type[T]", compiled.loops.row_maker((make, kind, blank, _all_fields(kind))))
    return cast("type[T]", make)


def _made(kind: type[T], values: dict[str, Any]) -> T:
    made = _new(kind)
    _set_values(made, values)
    _set_given(made, _all_fields(kind))
    _set_extra(made, None)
    _set_private(made, None)
    return made


@cache
def _all_fields(kind: type[BaseModel]) -> set[str]:
    return set(kind.model_fields)


class Placed(Model):
    """A row that comes from a page (contract: provenance).

    ``page`` counts from 1; ``table_no`` and ``row_no`` count from 1 and are null for prose; the
    box is in PDF points, origin top-left of the page as displayed, y down, rounded to 0.01.
    """

    document_id: str = Field(description="The paper: SHA-256 of its file, 64 hex digits.")
    page: int = Field(ge=1, description="Page of the file, counted from 1.")
    table_no: int | None = Field(
        ge=1, description="Table within the document, counted from 1; null for prose."
    )
    row_no: int | None = Field(
        ge=1, description="Row within the table, counted from 1, headings included; null for prose."
    )
    x0: float = Field(description="Left edge in PDF points from the left of the page as displayed.")
    y0: float = Field(description="Upper edge in PDF points from the top of the page as displayed.")
    x1: float = Field(
        description="Right edge in PDF points from the left of the page as displayed."
    )
    y1: float = Field(description="Lower edge in PDF points from the top of the page as displayed.")

    @property
    def box(self) -> Box:
        return Box(self.x0, self.y0, self.x1, self.y1)


class InPaper(Placed):
    """A placed row that carries its paper's council, day of publication and period."""

    council: str | None = Field(
        default=None, description="The council that the row is of; null if unknown."
    )
    published_on: date | None = Field(
        default=None, description="Day on which the paper was published; null if nobody knows."
    )
    reporting_period: str | None = Field(
        default=None, description="Period that the paper reports on, such as 2019/20 Q1."
    )
