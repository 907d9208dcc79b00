"""What stands first on a page below a row at the page end: a section, or the rest of a name."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from .drawn_pages import Draw, Pen, read
from .joined_pages import BOLD, body, joined, page_of

XS = (50, 230, 290, 350, 410, 470, 530)
HEAD = ["Indicator", "Good is", "Result", "Target", "Status", "Trend"]
SECTION = ["Customer Services", "", "", "", "", ""]


def row(number: int) -> list[str]:
    return [f"BV{number} Invoices of team {number}", "High", f"{number}%", "9%", "Red", "Better"]


def page(rows: Sequence[Sequence[str]], head: Sequence[str] | None, extra: Draw) -> Draw:
    return page_of(rows, head=head, xs=XS, height=30, extra=extra)


def nothing(_: Pen) -> None:
    pass


def painted(pen: Pen) -> None:
    pen.rect(50, 60, 530, 90, "#dddddd", None)
    pen.text(52, 72, SECTION[0])


def bold(pen: Pen) -> None:
    pen.text(52, 72, SECTION[0], font=BOLD)


def light(pen: Pen) -> None:
    pen.text(52, 72, SECTION[0])


LONG = "BV4 Hours given by volunteers whom the council helps"


def wrapped(number: int) -> list[str]:
    return [f"BV{number} Hours given by volunteers\nwhom it helps", *row(number)[1:]]


def below(name: str, look: Draw) -> list[list[str]]:
    """Return the rows of a table whose last row on the page before is *name*."""
    rows = [wrapped(1), row(2), row(3), [name, *row(4)[1:]]]
    return body(joined(page(rows, HEAD, nothing), page([[""] * 6, row(5), row(6)], None, look)))


@pytest.mark.parametrize("look", [painted, bold])
def test_a_text_set_as_the_row_above_the_page_end_is_not_is_a_section(look: Draw) -> None:
    assert below(LONG, look)[-4:] == [[LONG, *row(4)[1:]], SECTION, row(5), row(6)]


def test_a_text_set_alike_goes_on_with_the_name_above() -> None:
    assert below(LONG, light)[-3][0] == f"{LONG} {SECTION[0]}"


def test_a_bold_text_goes_on_with_a_name_that_breaks_off() -> None:
    assert below("BV4 Days taken by the", bold)[-3][0] == f"BV4 Days taken by the {SECTION[0]}"


TORN = ["of team 4 that are paid", "", "", "", "target", "Worse"]


@pytest.mark.parametrize("known", [2, 3])
def test_a_name_goes_on_beside_words_of_columns_that_wrap_nowhere_else(known: int) -> None:
    upper = ["BV4 Invoices", "High", "4%", "9%", "Behind", "Getting"]
    rows = [*(row(at) for at in range(1, known + 1)), upper]
    table = joined(page(rows, HEAD, nothing), page([TORN, row(5), row(6)], None, nothing))
    assert body(table)[-3:] == [
        ["BV4 Invoices of team 4 that are paid", "High", "4%", "9%", "Behind target",
         "Getting Worse"],
        row(5),
        row(6),
    ]  # fmt: skip


def test_what_begins_inside_a_name_but_is_not_joined_is_in_doubt() -> None:
    lower = ["of team 4 that are paid", "", "", "", "Green", "Better"]
    pages = (
        page([row(1), row(2), row(3), row(4)], HEAD, nothing),
        page([lower, row(5), row(6)], None, nothing),
    )
    assert lower in body(joined(*pages))
    assert [(doubt.kind, doubt.severity, doubt.page) for doubt in read(*pages).doubts] == [
        ("cut", "warning", 2)
    ]
