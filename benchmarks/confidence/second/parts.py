"""Parts that several families share: the naming columns, the filled table."""

from __future__ import annotations

import random
from collections.abc import Sequence

from benchmarks.confidence.model import Drawn
from benchmarks.confidence.second.blocks import Cell
from benchmarks.confidence.second.setting import Setting
from benchmarks.confidence.second.sheet import (
    Column,
    Row,
    code_and_title,
    code_cell,
    section,
    table,
    title_cell,
)
from benchmarks.confidence.second.words import SERVICES

_A_SECTION = 6  # rows under each section row


def names(rng: random.Random) -> list[Column]:
    """The columns that name an indicator: its code apart, in the title's cell, or none."""
    heading = rng.choice(("Performance Indicator", "Measure", "Indicator", "PI Description"))
    kind = rng.random()
    if kind < 0.6:
        code = Column((rng.choice(("Ref", "Ref.", "PI Ref", "Code", "PI Code")),), 6, code_cell)
        return [code, Column((heading,), 22, title_cell, "left")]
    if kind < 0.8:
        return [
            Column(
                (rng.choice(("Code & Short Name", "PI Code and Title")),),
                26,
                code_and_title,
                "left",
            )
        ]
    return [Column((heading,), 24, title_cell, "left")]


def coded(columns: Sequence[Column]) -> bool:
    """Whether one of the columns prints a code."""
    return any(column.draw in (code_cell, code_and_title) for column in columns)


def cells(columns: Sequence[Column], row: Row) -> list[Cell]:
    """Draw one row."""
    return [column.draw(row) for column in columns]


def filled(
    paper: Setting, columns: Sequence[Column], *, sections: bool, family: str | None = None
) -> Drawn:
    """Fill a table of these columns, its codes of *family*, and end the paper."""
    drawn = table(columns, paper.look)
    services = iter(paper.rng.sample(SERVICES, len(SERVICES)))
    for number, row in enumerate(paper.new_rows(family=family, codes=coded(columns))):
        if sections and number % _A_SECTION == 0:
            drawn.rows.append(section(next(services), columns, paper.look))
        drawn.rows.append(cells(columns, row))
    paper.blocks.append(drawn)
    return paper.close(landscape=len(columns) > 8 or paper.rng.random() < 0.5)
