"""A table that stands alone, with labels below its values and texts over the columns of those."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossfoot.schema.page import Reading

from .drawn_pages import Pen, read, texts

HEADINGS = ["Period", "Value", "Target", "Status"]
XS = (60.0, 220.0, 320.0, 430.0)
ROWS = [["Q1 2019/20", "41%", "45%", "Red"], ["Q2 2019/20", "44%", "45%", "Amber"]]
LONG = "Two of the three rounds were held up by snow, the third by a strike."
SHORT = ("Managed By", "Head of Waste")
NOTE = ("Latest Note", LONG)
PITCH = 18.0


def page_of(
    foot: Sequence[tuple[str, str]], *, after: Sequence[str] = (), ruled: bool = False
) -> Reading:
    """A page with one table: *foot* below its values, and below that the row *after*."""

    def page(pen: Pen) -> None:
        top = 100.0
        for row in (HEADINGS, *ROWS):
            top = rule(pen, top)
            for x, text in zip(XS, row, strict=True):
                pen.text(x, top, text)
        for label, text in foot:
            top = rule(pen, top)
            pen.text(60, top, label)
            pen.text(200, top, text)
            top += 12 * text.count("\n")
        if after:
            top = rule(pen, top)
            for x, text in zip(XS, after, strict=True):
                pen.text(x, top, text)
        rule(pen, top)

    def rule(pen: Pen, top: float) -> float:
        if ruled:
            pen.line(55, top + 5, 560, top + 5)
        return top + PITCH

    return read(page)


@pytest.mark.parametrize("ruled", [False, True])
def test_texts_below_the_values_stand_over_all_columns_but_the_labels(ruled: bool) -> None:
    reading = page_of([SHORT, NOTE], ruled=ruled)
    (table,) = reading.tables
    assert texts(table) == [HEADINGS, *ROWS, list(SHORT), list(NOTE)]
    assert [[cell.col_span for cell in row.cells] for row in table.rows[-2:]] == [[1, 3], [1, 3]]
    assert not reading.doubts


def test_a_text_over_two_lines_is_one_cell() -> None:
    (table,) = page_of([("Comment", LONG.replace("snow, ", "snow,\n"))]).tables
    assert texts(table)[-1] == ["Comment", LONG]


@pytest.mark.parametrize(
    ("foot", "after"),
    [
        ([NOTE], ["Q3 2019/20", "47%", "45%", "Green"]),
        ([NOTE], ["Latest Note", "47%", "45%", "Green"]),
        ([NOTE, NOTE], []),
        ([("Note on the first 2 quarters", LONG)], []),
        ([("Homes let in a year", LONG)], []),
        ([(f"Remark {letter}", LONG) for letter in "abcdef"], []),
    ],
    ids=["figures below", "figures of a label", "twice", "digits", "a long name", "many"],
)
def test_rows_that_may_be_others_are_refused(
    foot: Sequence[tuple[str, str]], after: Sequence[str]
) -> None:
    reading = page_of(foot, after=after)
    assert not reading.tables
    assert [doubt.kind for doubt in reading.doubts] == ["unread_table"]


def test_a_text_that_begins_in_the_column_of_labels_is_refused() -> None:
    def page(pen: Pen) -> None:
        for at, row in enumerate((HEADINGS, *ROWS)):
            for x, text in zip(XS, row, strict=True):
                pen.text(x, 100 + PITCH * at, text)
        pen.text(60, 154, "Note")
        pen.text(95, 154, LONG)

    assert not read(page).tables
