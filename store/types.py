"""Column types that mean the same on every database."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, DateTime, Dialect, Float, Numeric, Text, cast
from sqlalchemy.types import TypeDecorator, TypeEngine

from crossfoot.schema.plain import written_decimal


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal that comes back digit for digit, ``97.0`` as ``97.0``.

    SQLite stores ``Numeric`` as a binary float, so there it is fixed-point text; elsewhere it is
    an unconstrained ``NUMERIC``. Text neither sorts nor compares as numbers: use
    :func:`as_number` for that. Infinities and not-a-number are refused with ``ValueError``.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(Text())
        return dialect.type_descriptor(Numeric(asdecimal=True))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        text = written_decimal(value)
        return text if dialect.name == "sqlite" else Decimal(text)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        return None if value is None else Decimal(value)


def as_number(column: ColumnElement[Any]) -> ColumnElement[float]:
    """Return *column* as a binary float, to sort and compare by; never to show or sum money."""
    return cast(column, Float)


class UtcTimestamp(TypeDecorator[datetime]):
    """A moment in UTC. Naive values are refused: nobody knows what they mean."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(DateTime(timezone=dialect.name != "sqlite"))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a timestamp needs a time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
