"""Print that was struck out or written over afterwards is told."""

from __future__ import annotations

import pytest

from crossfoot.schema.page import Reading

from .drawn_pages import HIGH, Draw, Pen, pdf, read, read_bytes

XS, YS = (40, 120, 300, 380, 460), (100, 120, 140)
ROWS = [["Code", "Indicator", "Target", "Actual"], ["BV8", "Invoices paid", "99%", "98%"]]


def with_table(draw: Draw) -> Reading:
    def page(pen: Pen) -> None:
        pen.table(XS, YS, ROWS)
        draw(pen)

    return read(page)


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(doubt.kind, doubt.severity) for doubt in reading.doubts]


@pytest.mark.parametrize(
    "draw",
    [
        lambda pen: pen.line(384, 128.6, 403, 128.6, 0.5),
        lambda pen: pen.rect(384, 128.3, 403, 128.9, "#ff0000", None),
    ],
)
def test_a_figure_with_a_line_through_it_is_told(draw: Draw) -> None:
    reading = with_table(draw)
    assert told(reading) == [("struck_out", "warning")]
    (doubt,) = reading.doubts
    assert "98%" in doubt.message
    assert 380 < doubt.box.x0 < doubt.box.x1 < 460


def test_a_line_under_a_figure_is_none_through_it() -> None:
    assert not told(with_table(lambda pen: pen.line(384, 133.5, 403, 133.5, 0.5)))


def struck(area: tuple[float, float, float, float]) -> Reading:
    """The table on a page where a person struck out an area."""

    def page(pen: Pen) -> None:
        pen.table(XS, YS, ROWS)
        pen.canvas.highlightAnnotation("Wrong", Rect=area)
        pen.canvas.linkURL("https://example.org", (384, HIGH - 138, 440, HIGH - 122))

    return read_bytes(pdf(page).replace(b"/Highlight", b"/StrikeOut"))


def test_a_figure_that_a_person_struck_out_is_told() -> None:
    reading = struck((384, HIGH - 138, 440, HIGH - 122))
    assert told(reading) == [("annotation", "warning")]
    assert reading.doubts[0].box == (384, 122, 440, 138)


def test_what_was_struck_out_beside_the_table_is_only_noted() -> None:
    assert told(struck((384, 500, 440, 520))) == [("annotation", "note")]
