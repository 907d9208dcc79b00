"""Names beside several rows, set to their middle and cut through by the page end.

Each page shows what lies on it of the whole cell, clipped.
"""

from __future__ import annotations

from collections.abc import Sequence

from .drawn_pages import HIGH, Draw, Pen, read, spans

XS = (50, 130, 300, 400, 480)
HEADING = ("Ref", "Comparison", "Whose", "Result")
LABELS = ("Our result", "Average", "Best")
PITCH, TOP = 20, 60

Name = tuple[str, str, float]  # a code, a name of two lines, and where its rows begin


def page(rows: Sequence[tuple[str, str]], names: Sequence[Name]) -> Draw:
    """Draw rows of a label and a figure, and names beside three of each, whatever page they are on.

    The name's lines stand below the middle of its rows, and the code between them.
    """
    end = TOP + PITCH * (len(rows) + 1)

    def draw(pen: Pen) -> None:
        starts = [max(top, TOP + PITCH) for _, _, top in names]
        for x in XS:
            pen.line(x, TOP, x, end)
        for y in (TOP, *starts, end):
            pen.line(XS[0], y, XS[-1], y)
        for at in range(len(rows)):
            pen.line(XS[2], TOP + PITCH * (at + 1), XS[-1], TOP + PITCH * (at + 1))
        pen.words(XS, [TOP], [HEADING])
        for at, row in enumerate(rows, 1):
            pen.words(XS[2:], [TOP + PITCH * at], [row])
        for code, name, top in names:
            pen.canvas.saveState()
            foot = min(top + 3 * PITCH, end)
            clip = pen.canvas.beginPath()
            clip.rect(XS[0], HIGH - foot, 250, foot - max(top, TOP + PITCH))
            pen.canvas.clipPath(clip, stroke=0, fill=0)
            middle = top + 1.5 * PITCH
            pen.text(XS[0] + 3, middle + 8.5, code)
            for at, line in enumerate(name.split("\n")):
                pen.text(XS[1] + 3, middle + 4 + 11 * at, line)
            pen.canvas.restoreState()

    return draw


def figures(count: int) -> list[tuple[str, str]]:
    return [(LABELS[at % 3], f"{41 + at}.5") for at in range(count)]


def test_a_name_that_the_page_end_cuts_through_is_read_once() -> None:
    first = TOP + PITCH
    above = [
        ("FR1", "Customers rating\nthe service good", first),
        ("FR2", "Visitors to\nthe centre", first + 60),
    ]
    below = [
        ("FR2", "Visitors to\nthe centre", first - 40),
        ("FR3", "Tonnes of waste\ncollected", first + 20),
    ]
    upper, lower = page(figures(5), above), page([("Best", "46.5"), *figures(3)], below)
    (table,) = read(upper, lower).tables
    assert [one for one in sorted(spans(table)) if one[1] <= 2 and one[0] not in (1, 7)] == [
        (2, 1, 3, 1, "FR1"),
        (2, 2, 3, 1, "Customers rating the service good"),
        (5, 1, 3, 1, "FR2"),
        (5, 2, 3, 1, "Visitors to the centre"),
        (9, 1, 3, 1, "FR3"),
        (9, 2, 3, 1, "Tonnes of waste collected"),
    ]
