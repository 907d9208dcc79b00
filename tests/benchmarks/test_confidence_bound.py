"""A published confidence is the bound that its own sample supports."""

from __future__ import annotations

import tomllib
from importlib import resources
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.confidence.bound import lower_bound
from crossfoot.normalise.confidence import measured


def test_three_hundred_without_an_error_support_099() -> None:
    assert lower_bound(299, 299) >= 0.99 > lower_bound(297, 297)


def test_without_an_error_the_bound_is_the_closed_form() -> None:
    assert lower_bound(60, 60) == pytest.approx(0.05 ** (1 / 60))


@settings(deadline=None)  # a sum over all errors, sixty times
@given(st.integers(1, 80), st.data())
def test_the_bound_stays_below_the_share_and_falls_with_each_error(
    drawn: int, data: st.DataObject
) -> None:
    right = data.draw(st.integers(0, drawn))
    assert 0 <= lower_bound(right, drawn) <= right / drawn
    if right:
        assert lower_bound(right - 1, drawn) < lower_bound(right, drawn)


def test_more_papers_support_more() -> None:
    assert all(one < more for one, more in pairwise(lower_bound(n, n) for n in (10, 60, 300)))


@pytest.mark.parametrize(("right", "drawn"), [(0, 0), (2, 1), (-1, 3)])
def test_what_is_no_share_has_no_bound(right: int, drawn: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        lower_bound(right, drawn)


def test_every_published_bound_follows_from_its_counts() -> None:
    text = (resources.files("crossfoot.normalise") / "data" / "confidence.toml").read_text("utf-8")
    entries = tomllib.loads(text).get("class", [])
    assert len(entries) == len(measured())
    for entry in entries:
        assert entry["papers"] >= 60
        bound = lower_bound(entry["papers"] - entry["wrong"], entry["papers"])
        assert entry["confidence"] <= bound < entry["confidence"] + 0.001
