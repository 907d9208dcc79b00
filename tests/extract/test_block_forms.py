"""A form for each indicator, without rules: labels that print again, values beside them."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.schema.page import Reading

from .drawn_pages import Draw, Pen, read, texts

LABELS = (("Measure",), ("PI code", "RAG"), ("Target", "Actual"), ("Remarks",))
XS = (50.0, 150.0, 300.0, 400.0)
WASTE = ("Waste recycled or composted", "E 12", "Green", "45%", "47.2%", "A new contract began.")
HOMES = ("Homes let within 21 days", "H 7", "Green", "95%", "91%", "Fewer homes fell empty.")
BINS = ("Bins missed per 100,000", "E 3", "Red", "60", "71", "Snow in January.")
PITCH = 16.0
HIGH = 4 * PITCH + 24  # from one form to the next


def form(pen: Pen, values: Sequence[str], top: float, xs: Sequence[float] = XS) -> None:
    """Paint a form row by row, a label and then its value."""
    left = iter(values)
    for down, labels in enumerate(LABELS):
        for at, label in enumerate(labels):
            pen.text(xs[2 * at], top + down * PITCH, label, font="Helvetica-Bold")
            if value := next(left):
                pen.text(xs[2 * at + 1], top + down * PITCH, value)


def grid(values: Sequence[str]) -> list[list[str]]:
    name, code, status, target, actual, remarks = values
    return [
        ["Measure", name],
        ["PI code", code, "RAG", status],
        ["Target", target, "Actual", actual],
        ["Remarks", remarks],
    ]


def page_of(*values: Sequence[str], space: float = 24) -> Draw:
    def page(pen: Pen) -> None:
        for at, one in enumerate(values):
            form(pen, one, 100 + at * (4 * PITCH + space))

    return page


def tables(reading: Reading) -> list[list[list[str]]]:
    return [texts(table) for table in reading.tables]


def test_each_form_is_a_table_of_labels_and_values() -> None:
    reading = read(page_of(WASTE, HOMES, BINS))
    assert tables(reading) == [grid(WASTE), grid(HOMES), grid(BINS)]
    assert not reading.doubts


def test_a_status_that_all_forms_share_is_a_value() -> None:
    assert tables(read(page_of(WASTE, HOMES))) == [grid(WASTE), grid(HOMES)]


def test_a_value_left_out_is_blank_at_its_own_label() -> None:
    blank = ("Homes let within 21 days", "H 7", "Green", "", "91%", "Fewer homes fell empty.")
    assert tables(read(page_of(WASTE, blank, BINS)))[1] == grid(blank)


def test_labels_below_each_other_with_a_name_above_are_a_form() -> None:
    """Two pieces on each line are too few for a table by themselves."""

    def page(pen: Pen) -> None:
        for at, (name, *values) in enumerate((WASTE, HOMES, BINS)):
            pen.text(50, 100 + 90 * at, name, font="Helvetica-Bold")
            for down, label in enumerate(("Code:", "Status:", "Target:", "Actual:")):
                pen.text(50, 116 + 90 * at + 14 * down, label)
                pen.text(130, 116 + 90 * at + 14 * down, values[down])

    assert tables(read(page)) == [
        [[name], ["Code:", code], ["Status:", status], ["Target:", target], ["Actual:", actual]]
        for name, code, status, target, actual, _ in (WASTE, HOMES, BINS)
    ]


def around_its_label(pen: Pen, late: bool) -> None:
    """Remarks of two lines stand half above the line of their label; painted *late*, or at once."""
    tops = [100 + at * (HIGH + 8) for at in range(3)]
    for top, values in zip(tops, (WASTE, HOMES, BINS), strict=True):
        form(pen, (*values[:-1], ""), top)
        if not late:
            pen.text(XS[1], top + 3 * PITCH - 6, "The lower half of the\nremarks wraps")
    if late:
        for top in tops:
            pen.text(XS[1], top + 3 * PITCH - 6, "The lower half of the\nremarks wraps")


def test_a_value_of_two_lines_around_its_label_is_one_cell_in_any_order_of_painting() -> None:
    expected = [
        grid((*values[:-1], "The lower half of the remarks wraps"))
        for values in (WASTE, HOMES, BINS)
    ]
    for late in (False, True):
        assert tables(read(lambda pen, late=late: around_its_label(pen, late))) == expected


def test_forms_no_farther_apart_than_their_lines_are_refused_and_told() -> None:
    reading = read(page_of(WASTE, HOMES, BINS, space=0))
    assert not reading.tables
    assert any("begins" in doubt.message for doubt in reading.doubts)


def test_a_form_that_the_page_end_cuts_is_refused_and_told() -> None:
    def page(pen: Pen) -> None:
        page_of(WASTE, HOMES, BINS)(pen)
        pen.text(XS[0], 100 + 3 * HIGH, "Measure", font="Helvetica-Bold")
        pen.text(XS[1], 100 + 3 * HIGH, "Calls answered")
        pen.text(XS[0], 100 + 3 * HIGH + PITCH, "PI code", font="Helvetica-Bold")
        pen.text(XS[1], 100 + 3 * HIGH + PITCH, "C 4")

    reading = read(page)
    assert tables(reading) == [grid(WASTE), grid(HOMES), grid(BINS)]
    (doubt,) = reading.doubts
    assert "page ends" in doubt.message
    assert doubt.box.y0 > 100 + 3 * HIGH - 12


def test_a_label_over_two_lines_is_refused() -> None:
    """Of ``Actual`` over ``2019/20`` the lower line has the value: it may be a label alone."""

    def page(pen: Pen) -> None:
        for at, values in enumerate((WASTE, HOMES, BINS)):
            top = 100 + 90 * at
            for down, (label, value) in enumerate(
                (("Code", values[1]), ("Target", values[3]), ("Actual", ""), ("2019/20", values[4]))
            ):
                pen.text(50, top + 12 * down, label)
                if value:
                    pen.text(130, top + 12 * down, value)

    assert not read(page).tables


def test_values_that_no_label_stands_before_are_not_told() -> None:
    def page(pen: Pen) -> None:
        for at, values in enumerate((WASTE, HOMES, BINS)):
            pen.text(20, 100 + HIGH * at + PITCH, f"No. {at + 1}")
            form(pen, values, 100 + HIGH * at)

    assert not read(page).tables


def test_lines_that_begin_with_bullets_are_no_forms_and_nothing_is_said_of_them() -> None:
    def page(pen: Pen) -> None:
        for at, words in enumerate(("Health report", "Customer feedback", "Sickness", "12 aims")):
            pen.text(50, 100 + 16 * at, "\u2022")
            pen.text(70, 100 + 16 * at, words)

    reading = read(page)
    assert not reading.tables and not reading.doubts
