"""Which lines make a row where no rules part them: uneven, wide and doubtful line spacings."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.schema.page import Reading

from .drawn_pages import Pen, read, texts

XS = (50, 100, 250, 320)
HEADINGS = ("Ref", "Indicator", "Frequency", "Outturn")
# Each row: the lines of its title, and where below the row's first line its other print stands.
TITLES = (
    ("Invoices that were paid", "within thirty days"),
    ("Council tax collected",),
    ("Working days that were", "lost to sickness"),
    ("Homes that meet the new", "standard of decency"),
    ("Rent collected",),
)
FIGURES = ("98.2%", "97.1%", "9.31", "74.0%", "98.3%")
READ = [
    list(HEADINGS),
    *(
        [f"BV{number}", " ".join(title), "Monthly", figure]
        for number, (title, figure) in enumerate(zip(TITLES, FIGURES, strict=True), 1)
    ),
]


def unread(reading: Reading) -> list[str]:
    return [doubt.message for doubt in reading.doubts if doubt.kind == "unread_table"]


def flat(reading: Reading) -> list[list[str]]:
    (table,) = reading.tables
    return [[" ".join(text.split()) for text in row] for row in texts(table)]


def page(
    pen: Pen, pitches: Sequence[float], between: float, beside: float = 0.0, first: float = 20.0
) -> None:
    """Titles of lines *pitches* points apart, in turn, rows *between* points from line to line.

    Codes and figures stand *beside* times the height of their row's title down it.
    """
    for x, text in zip(XS, HEADINGS, strict=True):
        pen.text(x, 100, text)
    y, turn = 100 + first, 0
    for number, (title, figure) in enumerate(zip(TITLES, FIGURES, strict=True), 1):
        heights = [y]
        for _ in title[1:]:
            heights.append(heights[-1] + pitches[turn % len(pitches)])
            turn += 1
        for height, text in zip(heights, title, strict=True):
            pen.text(XS[1], height, text)
        middle = heights[0] + beside * (heights[-1] - heights[0])
        for x, text in ((50, f"BV{number}"), (250, "Monthly"), (320, figure)):
            pen.text(x, middle, text)
        y = heights[-1] + between


def test_lines_put_on_whole_pixels_are_of_one_cell_though_they_stand_unevenly() -> None:
    for beside in (0.0, 1.0):
        reading = read(lambda pen, beside=beside: page(pen, (14.25, 15.0), 22.5, beside))
        assert flat(reading) == READ


def test_lines_a_line_and_a_half_apart_are_of_one_cell() -> None:
    for beside in (0.0, 0.5, 1.0):
        reading = read(lambda pen, beside=beside: page(pen, (17.3,), 30, beside, 30))
        assert flat(reading) == READ


def test_rows_hardly_farther_apart_than_lines_are_not_told() -> None:
    for pitches in ((14.25, 15.0), (15.0,), (17.3,)):
        for between in (pitches[-1], pitches[-1] + 0.5):
            reading = read(lambda pen, at=between, of=pitches: page(pen, of, at, 1.0, at))
            assert not reading.tables
            assert unread(reading)


def test_single_lines_a_line_and_a_half_apart_are_rows() -> None:
    """Short words below a heading could go on from it, but their rows hold figures."""

    def single(pen: Pen) -> None:
        for x, text in zip(XS, HEADINGS, strict=True):
            pen.text(x, 100, text)
        for number, figure in enumerate(FIGURES, 1):
            words = (f"BV{number}", TITLES[number - 1][0], "Annually", figure)
            for x, text in zip(XS, words, strict=True):
                pen.text(x, 100 + 16 * number, text)

    (table,) = read(single).tables
    assert [row[3] for row in texts(table)] == ["Outturn", *FIGURES]
