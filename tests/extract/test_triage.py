"""Which pages are passed over as prose, and that none with a table is."""

from __future__ import annotations

import pytest
from reportlab.lib.colors import HexColor

from crossfoot.extract import page as page_reading
from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.page import Reading
from crossfoot.schema.paper import Known

from .drawn_pages import HIGH, Draw, Pen, pdf_with_a_sign, read, read_bytes

PROSE = (
    "The Board considered the report of the Head of Finance on the budget for the coming year and",
    "noted that savings of £120,000 had been found in 2019/20, an increase of 5.5% on the year",
    "before. Members asked how the figures had been reached and were told that the partners had",
    "agreed them in July; the reserve now stands at £1.2m. The report was received with thanks.",
)
ROWS = (
    ("Invoices paid in 30 days", "97.0", "96.1", "98.2"),
    ("Council Tax collected", "97.5", "97.0", "98.0"),
    ("Days to process a claim", "9.3", "8.8", "9.0"),
)


def prose(pen: Pen, top: float = 60, paragraphs: int = 6) -> None:
    for at in range(paragraphs):
        pen.text(60, top + 60 * at, f"{at + 1}.")
        pen.text(84, top + 60 * at, "\n".join(PROSE), size=9.5, font="Times-Roman")


def passed(*pages: Draw) -> tuple[int, ...]:
    return read(*pages).passed


def without_triage(*pages: Draw) -> Reading:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_reading, "prose_of", lambda *_: None)
        return read(*pages)


def joined(reading: Reading) -> list[str]:
    return sorted("".join(line.text.split()) for line in reading.lines)


def test_a_page_of_prose_is_passed_over_and_its_lines_are_the_same() -> None:
    def page(pen: Pen) -> None:
        pen.text(60, 40, "REPORT OF THE HEAD OF FINANCE", font="Helvetica-Bold", size=12)
        prose(pen)
        pen.line(60, 700, 200, 700)
        pen.text(280, 780, "Page 7")

    reading, full = read(page), without_triage(page)
    assert (reading.passed, full.passed) == ((1,), ())
    assert "".join(sorted("".join(joined(reading)))) == "".join(sorted("".join(joined(full))))
    mine = {(line.text, round(line.box.y1)): line for line in reading.lines}
    places = [(line, (line.text, round(line.box.y1))) for line in full.lines]
    found = [(line, mine[place]) for line, place in places if place in mine]
    assert len(found) > 20
    for line, same in found:
        assert (same.size, same.bold) == (line.size, line.bold)
        assert tuple(same.box) == pytest.approx(tuple(line.box), abs=0.5)


def test_what_stands_far_apart_on_a_line_is_two_lines_as_in_the_full_reading() -> None:
    def page(pen: Pen) -> None:
        pen.text(60, 40, "Cabinet")
        pen.text(430, 40, "5 November 2019")
        prose(pen)

    reading = read(page)
    assert reading.passed == (1,)
    assert [line.text for line in reading.lines[:2]] == ["Cabinet", "5 November 2019"]


@pytest.mark.parametrize("away", [0.2, 0.7])
def test_a_line_printed_twice_to_look_bold_is_one_line(away: float) -> None:
    def page(pen: Pen) -> None:
        prose(pen)
        for shift in (0, away):
            pen.text(60 + shift, 500, "Performance of the year 2019/20", size=12)

    lines = [line.text for line in read(page).lines]
    assert lines == [line.text for line in without_triage(page).lines]
    assert lines.count("Performance of the year 2019/20") == 1


def ruled(pen: Pen) -> None:
    prose(pen, paragraphs=3)
    pen.table((60, 200, 300), (400, 430, 460), [["Ref", "Actual"], ["BV9", "97%"]])


def box_around_a_remark(pen: Pen) -> None:
    prose(pen)
    pen.rect(60, 500, 300, 560)


def filled_cells(pen: Pen) -> None:
    prose(pen)
    for at in range(3):
        pen.rect(60 + 80 * at, 500, 140 + 80 * at, 530, fill="#00b050", width=None)


def unruled_figures(pen: Pen) -> None:
    prose(pen, paragraphs=3)
    for row, cells in enumerate(ROWS):
        for x, text in zip((60, 250, 330, 410), cells, strict=True):
            pen.text(x, 400 + 16 * row, text)


def figures_close_together(pen: Pen) -> None:
    prose(pen, paragraphs=3)
    for row, (title, *figures) in enumerate(ROWS):
        pen.text(60, 400 + 16 * row, f"{title} in the whole of the year {' '.join(figures)}")


def unruled_actions(pen: Pen) -> None:
    """Columns of wrapped words, cell after cell, as word processors write them."""
    for row in range(3):
        cells = (f"FP1922_0{row}", "Produce the final\naccounts by May", "Drafts were\nchecked")
        for x, text in zip((60, 140, 300), cells, strict=True):
            pen.text(x, 100 + 40 * row, text)
        pen.text(420, 100 + 40 * row, "In progress")


def rows_that_end_in_a_status(pen: Pen) -> None:
    prose(pen, paragraphs=3)
    for row, status in enumerate(("Completed", "In Progress", "Overdue")):
        pen.text(
            60, 400 + 16 * row, f"Produce the final accounts for {2017 + row} in time {status}"
        )


def two_columns(pen: Pen) -> None:
    for at in range(12):
        pen.text(40, 60 + 14 * at, "the Board considered the report of")
        pen.text(320, 60 + 14 * at, "the Head of Finance on the budget")


def rules_between_rows(pen: Pen) -> None:
    prose(pen, paragraphs=3)
    for at in range(4):
        pen.line(60, 400 + 30 * at, 500, 400 + 30 * at)


def a_key_of_pictures(pen: Pen) -> None:
    prose(pen)
    pen.colour(HexColor("#00b050"))
    pen.canvas.circle(70, HIGH - 500, 6, fill=1)


def sideways(pen: Pen) -> None:
    pen.canvas.setPageRotation(90)
    prose(pen)


def turned_text(pen: Pen) -> None:
    prose(pen)
    pen.canvas.rotate(90)
    pen.canvas.drawString(300, -560, "Indicators")


def letters_set_apart(pen: Pen) -> None:
    pen.text(60, 40, "P E R F O R M A N C E", size=12)
    prose(pen)


@pytest.mark.parametrize(
    "page",
    [
        letters_set_apart,
        ruled,
        box_around_a_remark,
        filled_cells,
        unruled_figures,
        figures_close_together,
        unruled_actions,
        rows_that_end_in_a_status,
        two_columns,
        rules_between_rows,
        a_key_of_pictures,
        sideways,
        turned_text,
    ],
)
def test_a_page_that_may_hold_a_table_or_its_key_is_read_in_full(page: Draw) -> None:
    assert passed(page) == ()


def test_a_page_with_a_sign_that_has_no_letter_is_read_in_full() -> None:
    rules = b"100 500 100 100 re S 200 500 100 100 re S"

    def with_sign(meaning: str) -> bytes:
        return pdf_with_a_sign("The reserve~stands", "~", meaning).replace(rules, b" " * len(rules))

    assert read_bytes(with_sign("0020")).passed == (1,)
    assert read_bytes(with_sign("FFFD")).passed == ()


def test_the_table_behind_pages_of_prose_is_found_and_the_pages_are_named() -> None:
    reading = read(prose, prose, ruled, prose)
    assert reading.passed == (1, 2, 4)
    assert [table.bounds[0][0] for table in reading.tables] == [3]
    paper = interpret(reading, Known(), NormaliseSettings())
    (told,) = [finding for finding in paper.findings if finding.rule_id == "pages.prose"]
    assert told.severity == "note"
    assert told.message.startswith("3 of 4 pages") and told.message.endswith("1-2, 4")


def test_running_heads_are_the_same_on_pages_passed_over_and_pages_read() -> None:
    def headed(page: Draw) -> Draw:
        def drawn(pen: Pen) -> None:
            pen.text(60, 30, "Overview and Scrutiny Board")
            page(pen)

        return drawn

    reading = read(headed(prose), headed(ruled))
    assert reading.passed == (1,)
    assert [line.margin for line in reading.lines if "Scrutiny" in line.text] == [True, True]


def test_the_last_row_of_a_table_is_no_prose() -> None:
    def page(pen: Pen) -> None:
        pen.text(60, 40, "Percentage of rent collected")
        pen.text(330, 40, "97%")
        pen.text(430, 40, "98%")
        prose(pen)

    assert read(page).passed == ()
