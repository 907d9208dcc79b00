"""Segments of a table: the columns they have, and what is known of them."""

from __future__ import annotations

from crossfoot.normalise.columns import Column
from crossfoot.normalise.roles import Segment

COLUMNS = (Column(1, 1, "Ref", family="code"), Column(2, 2, "Aim", family="polarity"))


def test_columns_told_as_they_were_stay_the_ones_the_segment_has() -> None:
    segment = Segment(1, COLUMNS, [])
    told = [column._replace() for column in COLUMNS]
    assert segment.take(told) is COLUMNS
    assert segment.columns is COLUMNS


def test_columns_told_otherwise_are_found_by_their_new_meanings() -> None:
    segment = Segment(1, COLUMNS, [])
    assert segment.index("title", "polarity") == 1
    told = segment.take([COLUMNS[0], COLUMNS[1].taken_as("title")])
    assert told == segment.columns
    assert (segment.index("polarity"), segment.indexes("title", "code")) == (None, (0, 1))
    assert segment.index("title", "code") == 1
