"""Symbols below or above a word, in tables whose rows no rules part."""

from __future__ import annotations

import pytest

from .drawn_pages import HIGH, Draw, Pen, read, texts

XS = (50, 120, 300, 380, 460)
ROWS = (
    ("BV8", "Undisputed invoices paid", "99.0%", "98.2%", "Amber"),
    ("BV9", "Council tax collected", "98.0%", "97.1%", ""),
    ("BV12", "Days lost to sickness", "7.50", "9.31", "Red"),
    ("BV14", "Early retirements", "0.45%", "0.20%", "Red"),
    ("BV15", "Rent collected", "95.0%", "93.1%", ""),
)
COLOURS = {"Amber": "#ffaa00", "Red": "#cc0000"}
PITCH = 26.0


def table(offset: float) -> Draw:
    """A table with a disc *offset* points below the baseline of each status, 9 points across."""

    def draw(pen: Pen) -> None:
        for x, word in zip(XS, ("Code", "Indicator", "Target", "Actual", "Status"), strict=True):
            pen.text(x, 80, word)
        for number, row in enumerate(ROWS, 1):
            y = 80 + number * PITCH
            for x, word in zip(XS, row, strict=True):
                if word:
                    pen.text(x, y, word)
            if row[-1]:
                pen.canvas.setFillColor(COLOURS[row[-1]])
                pen.canvas.circle(XS[-1] + 12, HIGH - y - offset, 4.5, stroke=0, fill=1)
                pen.canvas.setFillColor("black")

    return draw


@pytest.mark.parametrize("offset", [7.0, 9.0, 11.0, -14.0, -16.0])
def test_a_symbol_is_of_the_word_it_hangs_from_wherever_the_rows_meet(offset: float) -> None:
    (found,) = read(table(offset)).tables
    statuses = [row.cells[-1].parts[0] for row in found.rows[1:]]
    assert [row[-1] for row in texts(found)[1:]] == [row[-1] for row in ROWS]
    shown = [len(part.symbols) for part in statuses]
    assert shown == [int(bool(row[-1])) for row in ROWS]
    assert statuses[2].symbols == statuses[3].symbols != statuses[0].symbols
