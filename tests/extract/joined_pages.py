"""Pages that one table runs over, drawn for a test."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.schema.page import Table

from .drawn_pages import Draw, Pen, read, texts

XS = (50, 130, 230, 300, 540)
HEAD = ["Action Code", "Action Title", "Progress", "Comments"]
BOLD = "Helvetica-Bold"


def row(number: int) -> list[str]:
    return [f"FP1922_{number:02d}", f"Title {number}", f"{number}0%", f"Note {number}"]


def page_of(
    rows: Sequence[Sequence[str]],
    top: float = 60,
    head: Sequence[str] | None = HEAD,
    xs: Sequence[float] = XS,
    height: float = 40,
    extra: Draw | None = None,
) -> Draw:
    """A page with a table, its heading bold; rows 40 pt high."""

    def draw(pen: Pen) -> None:
        lines = [*([head] if head else []), *rows]
        ys = [top + height * at for at in range(len(lines) + 1)]
        pen.rules(xs, ys)
        if head:
            pen.words(xs, ys[:1], [head], font=BOLD)
        pen.words(xs, ys[1:] if head else ys, rows)
        if extra:
            extra(pen)

    return draw


def joined(*pages: Draw) -> Table:
    (table,) = read(*pages).tables
    return table


def body(table: Table) -> list[list[str]]:
    return [texts(table)[at] for at, row in enumerate(table.rows) if not row.repeats_heading]


FULL = [row(at) for at in range(1, 4)]
