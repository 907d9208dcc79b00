from __future__ import annotations

import colorsys
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.normalise.statuses import status_fill, status_letter, status_word
from crossfoot.schema.values import ActionStatus, IndicatorStatus, Subject
from tests.normalise.paper_builder import Draft


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Green", "green"), ("GREEN", "green"), ("Satisfactory", "green"), ("Amber", "amber"),
        ("Warning", "amber"), ("Alert", "red"), ("Red ", "red"), ("Unknown", "unknown"),
        ("Data Only", "data_only"), ("Data-only", "data_only"), ("On target", "green"),
        ("within tolerance", "amber"), ("behind target", "red"), ("on track", "green"),
        ("under control", "amber"), ("below target", "red"), ("Completed", None), ("Overdue", None),
        ("On target or within tolerance", None), ("Greenish", None), ("", None), ("-", None),
        ("Red/Amber", None),
    ],
)  # fmt: skip
def test_a_word_is_the_status_of_an_indicator(text: str, status: str | None) -> None:
    assert status_word(text, "indicators") == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Completed", "completed"), ("Complete", "completed"), ("In Progress", "in_progress"),
        ("In-progress", "in_progress"), ("IN\nPROGRESS", "in_progress"), ("Warning", "warning"),
        ("Overdue", "overdue"), ("Cancelled", "cancelled"), ("Not Started", "not_started"),
        ("Reprogrammed", "reprogrammed"), ("Re-programmed", "reprogrammed"), ("Red", "red"),
        ("Alert", None), ("Data only", None), ("Completed in May", None), ("Incomplete", None),
    ],
)  # fmt: skip
def test_a_word_is_the_status_of_an_action(text: str, status: str | None) -> None:
    assert status_word(text, "actions") == status


@pytest.mark.parametrize(("text", "colour"), [("R", "red"), ("A ", "amber"), ("G", "green"),
                                              ("r", None), ("RA", None), ("", None)])  # fmt: skip
def test_a_lone_capital_letter_is_a_colour(text: str, colour: str | None) -> None:
    assert status_letter(text) == colour


FILLS = {
    "green": "#00b050 #92d050 #008000 #00ff00 #99cc00 #9bbb59 #c6efce #ccffcc #339966",
    "amber": "#ffc000 #ff9900 #ffff00 #ffeb9c #f79646 #ed7d31 #ffff99",
    "red": "#ff0000 #c00000 #ff3300 #ff7c80 #ffc7ce #c0504d",
    None: "#ffffff #000000 #d9d9d9 #808080 #dce6f1 #4f81bd #0070c0 #7030a0 #e2efd9 #f2dbdb"
    " #fde9d9 #fbd4b4 #fff2cc #d6e3bc #eaf1dd #e5b8b7 #7f6000 #00b0f0 #ff99cc #ddd9c3 #800000",
}


@pytest.mark.parametrize(
    ("fill", "colour"),
    [(fill, colour) for colour, fills in FILLS.items() for fill in fills.split()],
)
def test_a_fill_is_a_traffic_light_and_a_heading_tint_is_none(
    fill: str, colour: str | None
) -> None:
    assert status_fill(fill) == colour
    assert status_fill(fill.upper()) == colour


@pytest.mark.parametrize("fill", [None, "", "red", "#fff", "#gggggg", "#ff00000"])
def test_what_is_no_fill_has_no_colour(fill: str | None) -> None:
    assert status_fill(fill) is None


@given(st.sampled_from(["Not Started", "Data Only", "In Progress"]), st.data())
def test_case_hyphens_and_blanks_make_no_difference(word: str, data: st.DataObject) -> None:
    blank = data.draw(st.sampled_from(["", " ", "  ", "-", "\n", " - "]))
    text = word.replace(" ", blank)
    text = text.upper() if data.draw(st.booleans()) else text.lower()
    subject = data.draw(st.sampled_from(get_args(Subject)))
    assert status_word(text, subject) == status_word(word, subject)


@given(st.integers(0, 255))
def test_no_grey_is_a_traffic_light(level: int) -> None:
    assert status_fill(f"#{level:02x}{level:02x}{level:02x}") is None


@given(st.floats(0.48, 0.9), st.floats(0.1, 0.9), st.floats(0, 1))
def test_no_cyan_blue_or_violet_is_a_traffic_light(hue: float, light: float, full: float) -> None:
    red, green, blue = (round(part * 255) for part in colorsys.hls_to_rgb(hue, light, full))
    assert status_fill(f"#{red:02x}{green:02x}{blue:02x}") is None


@given(st.text(max_size=20))
def test_no_text_breaks_the_vocabulary(text: str) -> None:
    assert status_word(text, "indicators") in {None, *get_args(IndicatorStatus)}
    assert status_word(text, "actions") in {None, *get_args(ActionStatus)}
    status_letter(text)
    status_fill(text)


def test_a_status_is_of_no_quarter_that_had_not_begun() -> None:
    draft = Draft().line("Performance report Quarter 3 2024/25", bold=True)
    draft.table(
        ["Indicator", "Q1", "Q2", "Q3", "Q4", "Target", "Status"],
        ["Bins missed", "1", "2", "3", "", "5", "Green"],
        ["Calls answered", "81%", "82%", "83%", "", "85%", "Red"],
    )
    assert [row.period for row in draft.read().statuses] == ["2024/25 Q3"] * 2
