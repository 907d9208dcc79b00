from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.normalise.figures import parse_figure, unit_from_title

VALUES = [
    ("97.0%", "97.0", 1, "%"),
    ("97.0 %", "97.0", 1, "%"),
    ("5.00%", "5.00", 2, "%"),
    ("97 per cent", "97", 0, "%"),
    ("84,617", "84617", 0, None),
    ("1,234,567.89", "1234567.89", 2, None),
    ("4.4", "4.4", 1, None),
    ("0", "0", 0, None),
    (".5", "0.5", 1, None),
    ("\u00a31,234k", "1234000", 0, "\u00a3"),
    ("\u00a31.2m", "1200000", 1, "\u00a3"),
    ("\u00a31.2 million", "1200000", 1, "\u00a3"),
    ("12k", "12000", 0, None),
    ("-\u00a35", "-5", 0, "\u00a3"),
    ("\u00a3-5", "-5", 0, "\u00a3"),
    ("\u22125", "-5", 0, None),
    ("-5.2%", "-5.2", 1, "%"),
    ("+5", "5", 0, None),
    ("(\u00a35)", "-5", 0, "\u00a3"),
    ("(\u00a31,234.50)", "-1234.50", 2, "\u00a3"),
    ("(5.2)", "-5.2", 1, None),
    ("12 days", "12", 0, "days"),
    ("12.5 working days", "12.5", 1, "working days"),
    ("44 seconds", "44", 0, "seconds"),
    ("97.0% \u2191", "97.0", 1, "%"),
]

OTHERS = [
    "TBC", "*", "%", "\u00a3", "<5", ">95%", "10-12", "10 - 12", "1,23", "12,34,567", "1.234,56",
    "1,234,56", "1:25", "1/2", "20 of 32", "2019/20", "31-May-2019", "(1)", "(12%)", "- 5", "5.",
    "(97.2%)", "1.2.3", "1e5", "007", "1 234", "97.0% (96.5%)", "45 (12%)", "5m", "\u00a312 (m)",
    "--5", "\u0663",
    "97%98%", "97.0%1", "5 inspections not completed", "Q1", "BV9", "\u20ac5", "12 (1,000)",
    "\u00b15",
    "(5.2", "5.2)", "-(5.2)", "\u00a35%", "5k%", "approx 5", "3xB", "\u00b2",
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "decimals", "unit"), VALUES)
def test_a_figure_is_read_exactly(text: str, value: str, decimals: int, unit: str | None) -> None:
    figure = parse_figure(text)
    assert figure.state == "value"
    assert (str(figure.value), figure.decimals, figure.unit) == (value, decimals, unit)
    assert figure.as_printed == text


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_not_exactly_one_figure_is_other(text: str) -> None:
    figure = parse_figure(text)
    assert (figure.state, figure.value) == ("other", None)
    assert figure.as_printed == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("\u25b2 97.2%", "97.2"),
        ("\u25bc97.2%", "97.2"),
        ("97.2% \u2b06", "97.2"),
        ("\u25cf 97.2% \u2714", "97.2"),
        ("\U0001f7e2 12", "12"),
    ],
)
def test_a_sign_beside_a_figure_is_no_part_of_it(text: str, value: str) -> None:
    figure = parse_figure(text)
    assert (figure.value, figure.as_printed) == (Decimal(value), text)


@pytest.mark.parametrize(
    "text", ["\uf02d5.2", "\uf0b3 95%", "\u221a95", "97% \u2192 98%", "\u2713"]
)
def test_a_sign_that_may_belong_to_the_figure_leaves_none(text: str) -> None:
    assert parse_figure(text).state == "other"


@pytest.mark.parametrize("text", ["-", "\u2013", "\u2014", "--", " - "])
def test_a_dash_is_a_dash_and_no_zero(text: str) -> None:
    figure = parse_figure(text)
    assert (figure.state, figure.value) == ("dash", None)


@pytest.mark.parametrize("text", ["n/a", "N/A", "NA", "n.a.", "not available", "Not applicable",
                                  "Data not available", "No data"])  # fmt: skip
def test_a_figure_said_to_be_missing_is_not_available(text: str) -> None:
    assert parse_figure(text).state == "not_available"


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_blank_prints_nothing(text: str) -> None:
    figure = parse_figure(text)
    assert (figure.state, figure.as_printed, figure.value) == ("blank", None, None)


@pytest.mark.parametrize(
    ("text", "count"), [("2 (1)", 1), ("7 (3)", 3), ("2(1)", 1), ("2 (-)", 0), ("1,200 (34)", 34)]
)
def test_a_count_may_have_a_count_in_brackets(text: str, count: int) -> None:
    figure = parse_figure(text)
    assert (figure.state, figure.bracketed) == ("value", count)


@pytest.mark.parametrize(
    ("text", "raised", "value", "footnote"),
    [
        ("9.3*", "", "9.3", "*"),
        ("9.3 **", "", "9.3", "**"),
        ("*9.3", "", "9.3", "*"),
        ("38\u00b9", "", "38", "1"),
        ("38", "1", "38", "1"),
        ("97.0%", "a", "97.0", "a"),
        ("97.0% (p)", "", "97.0", "(p)"),
    ],
)
def test_a_footnote_mark_is_never_part_of_the_number(
    text: str, raised: str, value: str, footnote: str
) -> None:
    figure = parse_figure(text, raised)
    assert (str(figure.value), figure.footnote) == (value, footnote)
    assert figure.as_printed == text + raised


def test_a_lone_superscript_is_no_figure() -> None:
    figure = parse_figure("", "1")
    assert (figure.state, figure.footnote) == ("other", "1")


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Percentage of invoices paid within 30 days of receipt", "%"),
        ("Council Tax collected %", "%"),
        ("% Industrial units vacant for more than 3 months", "%"),
        ("HB overpayments recovered as % of the debt", "%"),
        ("Average speed of processing claims (calendar days)", "calendar days"),
        ("Working Days Lost Due to Sickness Absence", "working days"),
        ("Average number of days to let a home", "days"),
        ("Income (\u00a3)", "\u00a3"),
        ("Income (\u00a3000s)", "\u00a3000"),
        ("Spend \u00a3m", "\u00a3m"),
        ("Call waiting time (minutes)", "minutes"),
        ("Requests dealt with within 20 working days", None),
        ("Calls answered within twenty days", None),
        ("Homes over 50% full", None),
        ("Spend on agencies below \u00a31m", None),
        ("Calls Handled", None),
        ("", None),
    ],
)
def test_a_title_names_its_unit_and_a_limit_is_none(title: str, unit: str | None) -> None:
    assert unit_from_title(title) == unit


@st.composite
def printed(draw: st.DrawFn) -> tuple[str, Decimal, int, str | None]:
    """A number as some paper might print it, with what it must be read as."""
    places = draw(st.integers(0, 3))
    number = Decimal(draw(st.integers(0, 10**9))).scaleb(-places)
    text = f"{number:,.{places}f}" if draw(st.booleans()) else f"{number:.{places}f}"
    unit = draw(st.sampled_from([None, "%", "\u00a3"]))
    minus = draw(st.sampled_from(["", "-", "\u2212", "\u2013", "()"]))
    blank = draw(st.sampled_from(["", " "]))
    text = f"\u00a3{text}" if unit == "\u00a3" else text + (f"{blank}%" if unit == "%" else "")
    if minus == "()":
        bracketed = unit == "\u00a3" or (places > 0 and unit is None)
        text, number = (f"({text})", -number) if bracketed else (text, number)
    elif minus:
        text, number = minus + text, -number
    return text, number, places, unit


@given(printed(), st.sampled_from(["", "*", "\u2020", "1", "a"]))
def test_any_printing_of_a_decimal_reads_back_exactly(
    sample: tuple[str, Decimal, int, str | None], raised: str
) -> None:
    text, number, places, unit = sample
    figure = parse_figure(text, raised)
    assert figure.state == "value"
    assert figure.value == number
    assert (figure.decimals, figure.unit) == (places, unit)
    assert figure.footnote == (raised or None)


@given(st.integers(1, 99999), st.integers(1, 9))
def test_thousands_in_the_wrong_place_are_never_read(head: int, digits: int) -> None:
    text = f"{head},{digits}"
    assert parse_figure(text).state == "other"


@given(st.text(max_size=30), st.text(max_size=3))
def test_no_text_breaks_the_grammar_of_figures(text: str, raised: str) -> None:
    figure = parse_figure(text, raised)
    assert (figure.value is None) == (figure.state != "value")
    assert (figure.as_printed is None) == (figure.state == "blank")
    unit_from_title(text)


@given(st.text("0123456789.,%\u00a3()-*kmn/ ", max_size=12))
def test_a_value_always_has_the_digits_that_are_printed(text: str) -> None:
    figure = parse_figure(text)
    if figure.state == "value":
        assert figure.value is not None
        head = re.sub(r"(?<=.)\s?\([^.]*$", "", figure.as_printed or "")
        digits = "".join(filter(str.isdigit, head)).strip("0")
        assert digits == "".join(filter(str.isdigit, f"{abs(figure.value):f}")).strip("0")


def test_a_minus_sign_may_stand_a_blank_before_its_pounds() -> None:
    assert parse_figure("\u2212 \u00a3394,591").value == Decimal(-394591)


@pytest.mark.parametrize(
    "text", ["- \u00a3394,591", "\u2013 \u00a35", "\u2212 5", "\u2212 -\u00a35"]
)
def test_a_dash_a_blank_before_a_figure_may_be_none_of_it(text: str) -> None:
    assert parse_figure(text).state == "other"
