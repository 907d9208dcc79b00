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


def typed(area: tuple[float, float, float, float], kind: bytes, says: str = "now 82%") -> Reading:
    """The table on a page with a typed remark or a field that brings no picture of itself."""

    def page(pen: Pen) -> None:
        pen.table(XS, YS, ROWS)
        pen.canvas.highlightAnnotation(says, Rect=area)

    return read_bytes(pdf(page).replace(b"/Subtype /Highlight", b"/Subtype " + kind))


@pytest.mark.parametrize("kind", [b"/FreeText", b"/Widget /FT /Tx /V (82%)"])
def test_a_remark_that_brings_no_picture_is_told_where_it_stands(kind: bytes) -> None:
    reading = typed((384, HIGH - 138, 440, HIGH - 122), kind)
    assert told(reading) == [("annotation", "warning")]
    (doubt,) = reading.doubts
    assert doubt.box == (384, 122, 440, 138)
    assert "82%" not in doubt.message
    (table,) = reading.tables
    assert [cell.text for cell in table.rows[1].cells] == ROWS[1]
    assert told(typed((384, 500, 440, 520), kind)) == [("annotation", "note")]


@pytest.mark.parametrize(
    "kind", [b"/FreeText /F 2", b"/Widget /FT /Tx", b"/Widget /FT /Btn /V /Yes"]
)
def test_hidden_remarks_and_fields_that_say_nothing_are_not_told(kind: bytes) -> None:
    assert not told(typed((384, HIGH - 138, 440, HIGH - 122), kind))


def test_an_empty_remark_is_not_told() -> None:
    assert not told(typed((384, 122, 440, 138), b"/FreeText", says=""))


def test_a_remark_on_a_page_of_prose_is_noted() -> None:
    def page(pen: Pen) -> None:
        for number in range(40):
            pen.text(50, 100 + number * 14, "The committee noted the report and thanked officers.")
        pen.canvas.highlightAnnotation("Wrong", Rect=(60, 500, 120, 520))

    reading = read_bytes(pdf(page).replace(b"/Highlight", b"/FreeText"))
    assert told(reading) == [("annotation", "note")]
