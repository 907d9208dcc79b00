"""Tables told by print that run over pages: gaps differ from page to page, columns do not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossfoot.schema.page import Table

from .drawn_pages import Draw, Pen, read, texts

XS = (50, 120, 300, 380)
HEADING = ("Code", "Indicator", "Target", "Outturn")
FIRST = [
    ("BV8", "Invoices paid on time", "99.0%", "98.2%"),
    ("BV9", "Council tax collected in the year", "98.0%", "97.1%"),
]
SECOND = [("FPLocal_12", "Days", "7", "9"), ("NI 192", "Waste", "45.25%", "44.25%")]


def page_of(rows: Sequence[Sequence[str]], ruled: bool, columns: Sequence[float] = XS) -> Draw:
    def draw(pen: Pen) -> None:
        lines = [HEADING, *rows]
        for number, row in enumerate(lines):
            for x, text in zip(columns, row, strict=True):
                pen.text(x, 74 + 20 * number, text)
        for at in range(len(lines) + 1) if ruled else ():
            pen.line(46, 60 + 20 * at, 460, 60 + 20 * at)

    return draw


def tables_of(ruled: bool, columns: Sequence[float] = XS) -> tuple[Table, ...]:
    return read(page_of(FIRST, ruled), page_of(SECOND, ruled, columns)).tables


@pytest.mark.parametrize(("ruled", "ruling"), [(True, "rows"), (False, "none")])
def test_a_table_over_two_pages_is_one_though_its_gaps_differ(ruled: bool, ruling: str) -> None:
    (table,) = tables_of(ruled)
    assert texts(table) == [list(row) for row in (HEADING, *FIRST, HEADING, *SECOND)]
    assert [row.repeats_heading for row in table.rows] == [False, False, False, True, False, False]
    assert (table.columns, table.ruling) == (4, ruling)


def test_columns_in_other_places_are_another_table() -> None:
    assert len(tables_of(True, (50, 200, 260, 330))) == 2
