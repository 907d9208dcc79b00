"""Lines that are packed come out as they went in, page by page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.schema import packed_pages
from crossfoot.schema.packed_pages import PackedLines, lines_of_pages
from crossfoot.schema.page import Box, TextLine

EDGES = st.sampled_from([0.0, 12.34, 595.28])
TEXTS = st.text(st.characters(), max_size=4)  # halves of surrogate pairs among them
LINES = st.lists(
    st.builds(
        TextLine,
        st.integers(1, 6),
        st.builds(Box, EDGES, EDGES, EDGES, EDGES),
        TEXTS,
        EDGES,
        st.booleans(),
        st.just(False),
        st.lists(TEXTS, max_size=2).map(tuple),
    ),
    max_size=12,
).map(lambda lines: sorted(lines, key=lambda line: line.page))


@pytest.fixture(params=[1, 5, 100], autouse=True)
def _free(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_pages, "_FREE_LINES", request.param)
    monkeypatch.setattr(packed_pages, "_LINES", 3)


@given(LINES, st.sets(st.integers(0, 11)), st.integers(1, 7), st.integers(0, 7))
def test_lines_are_found_by_page_and_marked_by_number(
    lines: list[TextLine], margins: set[int], first: int, last: int
) -> None:
    marked = [line._replace(margin=at in margins) for at, line in enumerate(lines)]
    packed = PackedLines(lines)
    packed.mark_margins(at for at in margins if at < len(lines))
    assert list(map(repr, packed)) == list(map(repr, marked)) and len(packed) == len(lines)
    assert [packed[at] for at in reversed(range(len(lines)))] == marked[::-1]
    on_pages = tuple(line for line in marked if first <= line.page <= last)
    assert tuple(lines_of_pages(packed, first, last)) == on_pages
    assert lines_of_pages(marked, first, last) == on_pages
