"""Tables parted where headings in bold begin, and headings told from what stands over them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from crossfoot.extract import tried
from crossfoot.extract.told_parts import parted_at
from crossfoot.extract.tracts import Region
from crossfoot.schema.page import Reading

from .drawn_pages import Pen, read, texts

BOLD = "Helvetica-Bold"
XS = (50, 110, 300, 370, 440)
HEAD = ("Ref", "Measure", "Target", "Actual", "Status")
ROWS = (
    ("HS1", "Rent collected in the year", "71.0%", "66.2%", "Green"),
    ("HS2", "Repairs done on time", "15.2%", "30.1%", "Amber"),
    ("HS3", "Homes let within the target", "820", "535", "Red"),
)
MORE = (
    ("EN1", "Bins missed each week", "4,067", "9,786", "Green"),
    ("EN2", "Calls answered", "87.4%", "86.2%", "Amber"),
    ("EN3", "Streets swept", "73.7%", "36.5%", "Red"),
)
Line = tuple[float, Sequence[float], Sequence[str], str]  # the step to it, its font


def lines(rows: Sequence[Sequence[str]], font: str = "Helvetica", step: float = 16) -> list[Line]:
    return [(step, XS, row, font) for row in rows]


def page(*drawn: Line, ruled: bool = False, larger: frozenset[str] = frozenset()) -> Reading:
    def draw(pen: Pen) -> None:
        y = 80.0
        for step, xs, row, font in drawn:
            y += step
            for x, text in zip(xs, row, strict=False):
                pen.text(x, y, text, size=12 if text in larger else 9, font=font)
            if ruled:
                pen.line(48, y + 5, 530, y + 5)

    return read(draw)


def key(*rows: Sequence[str], font: str = "Helvetica") -> list[Line]:
    return [(14, (80, 130), row, font) for row in rows]


COLOURS = key(("Green", "On track"), ("Amber", "Slipping"), ("Red", "Off track"))


def headed(font: str = BOLD, step: float = 30) -> list[Line]:
    return [*lines([HEAD], font, step), *lines(ROWS)]


@pytest.mark.parametrize("step", [26, 30, 36])
def test_words_above_bold_headings_that_are_not_bold_are_none_of_them(step: float) -> None:
    (table,) = page(*COLOURS, *headed(step=step)).tables
    assert texts(table) == [list(row) for row in (HEAD, *ROWS)]


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param([*COLOURS, *headed("Helvetica")], id="headings as regular as they"),
        pytest.param(
            [*key(("Red", "Off track"), font=BOLD), *headed()], id="words as bold as headings"
        ),
        pytest.param(
            [*key(("Red", "Off track")), *lines([HEAD], BOLD, 30), *lines(ROWS, BOLD)],
            id="a table all in bold",
        ),
        pytest.param(
            [*key(("Red", "Off track")), *headed(step=18)], id="not much farther than rows"
        ),
        pytest.param([*key(("2018/19", "2019/20")), *headed()], id="names of times"),
        pytest.param(
            [*key(("2018/19", "2019/20")), *headed(step=20)], id="names of times, near by"
        ),
        pytest.param(
            [(14, (300, 440), ("Results", "Rating"), "Helvetica"), *headed()], id="over figures"
        ),
    ],
)
def test_words_above_that_may_be_headings_leave_a_table_unread(drawn: list[Line]) -> None:
    reading = page(*drawn)
    assert not reading.tables
    assert [doubt.kind for doubt in reading.doubts] == ["unread_table"]


def test_a_title_block_between_the_rules_of_a_table_is_none_of_it() -> None:
    block = [
        (16, (50,), ("Report to",), BOLD),
        (0, (140,), ("Scrutiny Committee",), "Helvetica"),
        (16, (50,), ("Date of meeting",), BOLD),
        (0, (140,), ("27 October 2008",), "Helvetica"),
    ]
    reading = page(*block, *headed(step=24), ruled=True)
    assert [texts(table) for table in reading.tables] == [[list(row) for row in (HEAD, *ROWS)]]


def test_bold_headings_printed_again_begin_another_table() -> None:
    title = (16, (50,), ("Environment",), BOLD)
    reading = page(
        *headed(step=16), title, *lines([HEAD], BOLD), *lines(MORE), larger=frozenset(title[2])
    )
    assert [texts(table) for table in reading.tables] == [
        [list(row) for row in (HEAD, *rows)] for rows in (ROWS, MORE)
    ]


def test_bold_words_among_rows_that_are_no_headings_part_no_table() -> None:
    among = ("Environment", "Services", "Budget", "Spent", "Rating")
    reading = page(*headed(step=16), *lines([among], BOLD), *lines(MORE))
    assert not reading.tables
    assert [doubt.kind for doubt in reading.doubts] == ["unread_table"]


def test_a_row_in_bold_with_its_figures_is_a_row() -> None:
    (table,) = page(*headed(step=16), *lines(MORE[:1], BOLD), *lines(MORE[1:])).tables
    assert texts(table) == [list(row) for row in (HEAD, *ROWS, *MORE)]


def test_titles_with_nothing_above_them_leave_no_part_without_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read_so, seen = tried.grid_of_region, list[Region]()

    def seeing(region: Region, *rest: Any) -> Any:
        seen.append(region)
        return read_so(region, *rest)

    monkeypatch.setattr(tried, "grid_of_region", seeing)
    page(*headed())
    lines = [line for band in seen[0].bands for line in band.lines]
    (part,) = parted_at(seen[0], [(0, 1)])
    assert [line for band in part.bands for line in band.lines] == lines[1:]
