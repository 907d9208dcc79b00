"""Names of sections as near to the rows as lines of one cell are, told by their weight."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crossfoot.schema.page import Reading

from .drawn_pages import Pen, read, texts

BOLD = "Helvetica-Bold"
XS = (50, 300, 370, 440)
HEAD = ("Measure of how well the council does", "Target", "Actual", "Status")
FIRST = "Housing and landlord services for tenants"
SECOND = "Environment, waste and street services"
HOMES = (
    ("Average number of days to let a council home", "21.0", "26.2", "Green"),
    ("Households that are living in temporary homes", "35", "30", "Amber"),
    ("Repairs that were completed right at first visit", "82%", "87%", "Red"),
)
BINS = (
    ("Households' waste that was recycled or reused", "46%", "48%", "Green"),
    ("Fly tips that were removed within three days", "91%", "93%", "Amber"),
)
Line = tuple[Sequence[str], str]


def page(*drawn: Line, pitch: float = 14) -> Reading:
    """Lines one *pitch* apart, ruled above and below the headings."""

    def draw(pen: Pen) -> None:
        for at, (row, font) in enumerate(drawn):
            for x, text in zip(XS, row, strict=False):
                pen.text(x, 100 + pitch * at, text, size=9, font=font)
        pen.line(48, 88, 530, 88)
        pen.line(48, 104, 530, 104)
        pen.line(48, 105 + pitch * (len(drawn) - 1), 530, 105 + pitch * (len(drawn) - 1))

    return read(draw)


def rows(*drawn: Sequence[str]) -> list[Line]:
    return [(row, "Helvetica") for row in drawn]


def name(text: str, font: str = BOLD) -> Line:
    return (text,), font


def unread(reading: Reading) -> bool:
    return not reading.tables and [doubt.kind for doubt in reading.doubts] == ["unread_table"]


def test_a_bold_name_alone_above_rows_is_no_line_of_theirs() -> None:
    (table,) = page((HEAD, BOLD), name(FIRST), *rows(*HOMES), name(SECOND), *rows(*BINS)).tables
    assert [row[0] for row in texts(table)] == [
        HEAD[0],
        FIRST,
        *(row[0] for row in HOMES),
        SECOND,
        *(row[0] for row in BINS),
    ]


def test_a_name_as_regular_as_the_rows_leaves_the_table_unread() -> None:
    plain = [name(text, "Helvetica") for text in (FIRST, SECOND)]
    assert unread(page((HEAD, BOLD), plain[0], *rows(*HOMES), plain[1], *rows(*BINS)))


def test_names_in_a_table_all_in_bold_leave_it_unread() -> None:
    bold = [(row, BOLD) for row in (*HOMES, *BINS)]
    assert unread(page((HEAD, BOLD), name(FIRST), *bold[:3], name(SECOND), *bold[3:]))


def test_bold_lines_over_each_row_may_be_lines_of_its_name() -> None:
    drawn = [line for row in (*HOMES, *BINS) for line in (name(FIRST), *rows(row))]
    assert unread(page((HEAD, BOLD), *drawn))


@pytest.mark.parametrize("rest", ["(those let by the council alone, at the end)", "let by it"])
def test_a_bold_line_that_the_next_goes_on_with_is_no_section(rest: str) -> None:
    long = (rest, *HOMES[0][1:])
    reading = page((HEAD, BOLD), name(FIRST), *rows(long, *HOMES[1:], *BINS, *HOMES[1:]))
    assert FIRST not in [row[0] for table in reading.tables for row in texts(table)]
