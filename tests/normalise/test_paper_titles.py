"""Which line of a paper's head is its title."""

from __future__ import annotations

import pytest

from tests.normalise.paper_builder import Draft


@pytest.mark.parametrize(
    "title", ["Public Accountability Measures 2019-20", "Open Spaces Measures 2019-20"]
)
def test_a_title_may_begin_as_a_classification_does(title: str) -> None:
    draft = Draft().line("Public report").line(title, bold=True, size=14.0)
    assert draft.line("1. Purpose", bold=True).read().document.title == title


@pytest.mark.parametrize(
    "line",
    [
        "Councillors are recommended to note performance against the agreed targets.",
        "London Borough of Barnet",
    ],
)
def test_a_sentence_and_a_councils_name_are_no_title(line: str) -> None:
    draft = Draft().line("Corporate Scrutiny Committee", bold=True)
    draft.line(line, bold=True, size=14.0)
    assert draft.line("1. Purpose", bold=True).read().document.title is None


def test_the_largest_line_of_tables_alone_is_their_title() -> None:
    draft = Draft().line("Pendle District", size=9.0)
    draft.line("Benchmarking of Services 2019/20", size=13.0).line("Page 1", size=8.0)
    draft.table(["Measure", "2019/20"], ["Parks with an award", "7"])
    assert draft.read().document.title == "Benchmarking of Services 2019/20"


@pytest.mark.parametrize("size", [9.0, 13.0])
def test_a_line_as_large_as_others_is_no_title(size: float) -> None:
    draft = Draft().line("Benchmarking of Services 2019/20", size=size)
    draft.line("Housing and neighbourhoods", size=size)
    draft.table(["Measure", "2019/20"], ["Parks with an award", "7"])
    assert draft.read().document.title is None


def test_a_head_without_a_line_that_may_be_a_title_has_none() -> None:
    draft = Draft().line("Page 1", size=8.0).table(["Measure", "2019/20"], ["Parks", "7"])
    assert draft.read().document.title is None


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Appendix A - Performance Report 2008/09", "Performance Report 2008/09"),
        ("ANNEX 2 Performance Report 2008/09", "Performance Report 2008/09"),
        ("Appendix 1", None),
        ("Appendix 3 to the report of the Head of Housing", None),
    ],
)
def test_a_title_stands_behind_the_number_of_its_appendix(printed: str, title: str | None) -> None:
    draft = Draft().line(printed, bold=True, size=14.0).line("1. Purpose", bold=True)
    assert draft.read().document.title == title


@pytest.mark.parametrize("line", ["NOT PROTECTIVELY MARKED", "West of England Combined Authority"])
def test_a_marking_and_an_authoritys_name_are_no_title(line: str) -> None:
    draft = Draft().line(line, bold=True, size=14.0).line("1. Purpose", bold=True)
    assert draft.read().document.title is None
