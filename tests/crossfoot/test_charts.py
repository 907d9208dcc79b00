"""The pieces of a chart: escaping, widths, axes, room for labels."""

from __future__ import annotations

import math
from decimal import Decimal
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.charts.room import Rect, Room, around
from crossfoot.charts.scale import scale_of, tick_labels
from crossfoot.charts.style import LOOKS, mark
from crossfoot.charts.svg import place_of, shortened, tag, text, width_of, wrapped

_NUMBERS = st.decimals(
    min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=3
)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_becomes_well_formed_and_stays_one_text(words: str) -> None:
    markup = tag("text", {"aria-label": words}, text(words))
    element = ElementTree.fromstring(markup)
    assert len(element) == 0
    assert (element.text or "") == (element.get("aria-label") or "")


def test_an_attribute_cannot_be_left_by_a_quote() -> None:
    markup = tag("a", {"href": '"><script>alert(1)</script>'})
    element = ElementTree.fromstring(markup)
    assert list(element) == []
    assert element.get("href") == '"><script>alert(1)</script>'


def test_a_name_that_is_no_element_is_refused() -> None:
    with pytest.raises(ValueError, match="no name of an element"):
        tag("a><script", {})


@pytest.mark.parametrize(
    ("url", "name", "address"),
    [
        ("https://example.org/a.pdf", "b.pdf", "https://example.org/a.pdf#page=3"),
        ("https://example.org/a.pdf?x=1#old", "b.pdf", "https://example.org/a.pdf?x=1#page=3"),
        ("HTTP://example.org/a.pdf", "b.pdf", "http://example.org/a.pdf#page=3"),
        (None, "Q1 report #2.pdf", "Q1%20report%20%232.pdf#page=3"),
        ("javascript:alert(1)", "b.pdf", "b.pdf#page=3"),
        ("data:text/html,x", "javascript:alert(1).pdf", "javascript%3Aalert%281%29.pdf#page=3"),
        ("https://[broken", "b.pdf", "b.pdf#page=3"),
        ("papers/a.pdf", "b.pdf", "b.pdf#page=3"),
    ],
)
def test_a_figure_links_to_its_page_and_never_to_a_script(
    url: str | None, name: str, address: str
) -> None:
    assert place_of(url, name, 3) == address


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.floats(min_value=30, max_value=400))
def test_no_line_of_wrapped_text_is_too_wide_and_no_letter_is_lost(
    words: str, width: float
) -> None:
    lines = wrapped(words, width, 12)
    assert all(width_of(line, 12) <= width + 1e-6 or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(" ".join(wrapped(words, 1e9, 12)).split())


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = shortened("Average speed of processing changes of circumstances", 90, 12, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(width_of(line, 12) <= 90 for line in lines)
    assert shortened("Council Tax", 90, 12, most=2) == ["Council Tax"]


@settings(max_examples=60, deadline=None)
@given(st.lists(_NUMBERS, min_size=1, max_size=9), st.integers(min_value=2, max_value=6))
def test_an_axis_holds_every_value_in_few_round_steps(values: list[Decimal], steps: int) -> None:
    scale = scale_of(values, steps, None)
    assert scale.low <= min(values) <= max(values) <= scale.high
    assert scale.low < scale.high
    assert all(-1e-9 <= scale.share(value) <= 1 + 1e-9 for value in values)
    assert 2 <= len(scale.ticks) <= steps + 3
    labels = tick_labels(scale.ticks, None)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("values", "unit", "labels"),
    [
        (["97.0", "98.5"], "%", ["97.0%", "97.5%", "98.0%", "98.5%"]),
        (["100"], "%", ["90.0%", "92.5%", "95.0%", "97.5%", "100.0%"]),
        (["0"], None, ["0.00", "0.25", "0.50", "0.75", "1.00"]),
        (["-3", "4"], "days", ["−4", "−2", "0", "2", "4"]),
        (["1234000", "1402000"], "£", ["£1.20m", "£1.25m", "£1.30m", "£1.35m", "£1.40m", "£1.45m"]),
        (["-20000", "0"], "£", ["−£20,000", "−£15,000", "−£10,000", "−£5,000", "£0"]),
        (["2000000000", "9000000000"], None, ["2bn", "4bn", "6bn", "8bn", "10bn"]),
    ],
)
def test_steps_are_written_with_their_unit(
    values: list[str], unit: str | None, labels: list[str]
) -> None:
    scale = scale_of([Decimal(value) for value in values], 4, unit)
    assert tick_labels(scale.ticks, unit) == labels


def test_labels_find_free_places_or_none() -> None:
    room = Room(Rect(0, 0, 200, 60))
    room.take_line(0, 30, 200, 30)
    found = [room.place(around(x, 30, 40, 12, 8)) for x in (*range(40, 80, 4), 120)]
    placed = [box for box in found if box]
    assert len(placed) < len(found)
    assert all(
        a.x1 <= b.x0 or b.x1 <= a.x0 or a.y1 <= b.y0 or b.y1 <= a.y0
        for a, b in combinations(placed, 2)
    )
    assert all(box.y1 <= 30 or box.y0 >= 30 for box in placed)
    assert all(box.x0 >= 0 and box.y0 >= 0 and box.x1 <= 200 and box.y1 <= 60 for box in placed)


def test_each_status_has_a_shape_of_its_own_and_a_lightness_of_its_own() -> None:
    looks = ["green", "amber", "red"]
    drawn = {mark(name, 0, 0, 5).replace(LOOKS[name].fill, "") for name in looks}
    assert len(drawn) == len(looks)
    greys = sorted(_luminance(LOOKS[name].fill) for name in looks)
    assert all(b - a > 0.08 for a, b in pairwise(greys))


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return math.fsum(w * c**2.2 for w, c in zip((0.2126, 0.7152, 0.0722), channels, strict=True))
