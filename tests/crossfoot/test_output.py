from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crossfoot.output import Format, as_csv, as_json, as_text, counted, printable, records


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Council Tax – 97.0% £1,234k é", "Council Tax – 97.0% £1,234k é"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("turned \u202e around", "turned \\u202e around"),
        ("\x9b31m", "\\x9b31m"),
        ("soft\u00adhyphen", "soft\u00adhyphen"),
        ("half \ud800", "half \\ud800"),
        ("private \ue000", "private \\ue000"),
    ],
)
def test_control_characters_are_shown_and_not_obeyed(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_whatever_is_shown_holds_no_control_character(text: str) -> None:
    shown = printable(text)
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in shown)
    assert printable(shown) == shown
    shown.encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("a\u2028b\u2029")
def test_json_gives_the_text_back_and_is_safe_to_show(text: str) -> None:
    written = as_json({"text": text})
    assert json.loads(written) == {"text": text}
    assert all(char == "\n" or printable(char) == char for char in written)


def test_json_keeps_decimals_exact_and_dates_plain() -> None:
    written = as_json({"value": Decimal("97.10"), "day": date(2021, 3, 31), "none": None})
    assert json.loads(written) == {"value": "97.10", "day": "2021-03-31", "none": None}


def test_csv_does_not_let_a_spreadsheet_run_anything() -> None:
    rows = [{"text": "=HYPERLINK(1)", "number": Decimal("-5.0"), "dash": "-", "none": None}]
    (row,) = csv.DictReader(io.StringIO(as_csv(rows, ("text", "number", "dash", "none"))))
    assert row == {"text": "'=HYPERLINK(1)", "number": "-5.0", "dash": "-", "none": ""}


def test_a_table_on_a_pipe_is_plain_and_aligned(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"code": "BV9", "page": 7}, {"code": "BV79b(iii)", "page": None}]
    records(rows, ("code", "page"), Format.TABLE)
    assert capsys.readouterr().out == "code        page\nBV9         7\nBV79b(iii)\n"


def test_values_are_shown_as_people_read_them() -> None:
    shown = [as_text(value) for value in (None, True, Decimal("1E+3"), ("a", "b"), 3)]
    assert shown == ["", "yes", "1000", "a, b", "3"]


def test_numbers_agree_with_their_nouns() -> None:
    assert [counted(number, "paper") for number in (0, 1, 1200)] == [
        "0 papers",
        "1 paper",
        "1,200 papers",
    ]
