"""What ``versions/0001_initial.py`` is written with; frozen like it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

Items = list[Any]
DUES = ("due", "revised_due", "proposed_due", "previous_due")
DECIMAL = sa.Numeric().with_variant(sa.Text(), "sqlite")


def texts(names: str, *, required: bool = False) -> Items:
    return [sa.Column(name, sa.Text, nullable=not required) for name in names.split()]


def integers(names: str, *, required: bool = False) -> Items:
    return [sa.Column(name, sa.Integer, nullable=not required) for name in names.split()]


def doubles(names: str, *, required: bool = False) -> Items:
    return [sa.Column(name, sa.Double, nullable=not required) for name in names.split()]


def days(names: str) -> Items:
    return [sa.Column(name, sa.Date) for name in names.split()]


def dues() -> Items:
    return [
        item
        for name in DUES
        for item in (*days(name), *texts(f"{name}_precision {name}_as_printed"))
    ]


def ident(name: str, length: int = 32, *, nullable: bool = False) -> Any:
    return sa.Column(name, sa.String(length), nullable=nullable)


def document_id() -> Any:
    return ident("document_id", 64)


def box(*, required: bool = True) -> Items:
    return doubles("x0 y0 x1 y1", required=required)


def placed() -> Items:
    return [
        document_id(),
        *integers("page", required=True),
        *integers("table_no row_no"),
        *box(),
    ]


def in_paper() -> Items:
    return [*placed(), *texts("council"), *days("published_on"), *texts("reporting_period")]


def create(
    table: str,
    key: str,
    *items: Any,
    refers: str = "",
    indexes: str = "",
    words: dict[str, str] | None = None,
) -> None:
    """Create *table*.

    *refers* lists ``column>relation.column`` with ``!`` behind those whose rows go with what they
    refer to; *indexes* has one word per index, its columns joined by ``,``; *words* gives the
    vocabulary of a column.
    """
    rules: Items = []
    if key:
        rules.append(sa.PrimaryKeyConstraint(*key.split(), name=op.f(f"pk_{table}")))
    for column, vocabulary in (words or {}).items():
        listed = ", ".join(f"'{word}'" for word in vocabulary.split())
        check = f"{column} IN ({listed})"
        rules.append(sa.CheckConstraint(check, name=op.f(f"ck_{table}_{column}")))
    for reference in refers.split():
        column, target = reference.rstrip("!").split(">")
        rule = "CASCADE" if reference.endswith("!") else None
        name = op.f(f"fk_{table}_{column}")
        rules.append(sa.ForeignKeyConstraint([column], [target], name=name, ondelete=rule))
    op.create_table(table, *items, *rules)
    for index in indexes.split():
        columns = index.split(",")
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, columns)
