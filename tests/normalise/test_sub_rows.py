"""Rows that are parts of the row above them."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

Name = tuple[str | None, str | None]


def read(*names: tuple[str, str], figures: bool = True) -> Paper:
    """A table of indicators; a name that ends in ``*`` stands in a row without figures."""
    rows: list[list[C | str]] = [["Ref", "Indicator", "Actual 2019/20", "Target 2019/20"]]
    for at, (code, title) in enumerate(names, 1):
        bare = title.endswith("*")
        value = "" if bare or not figures else f"{at}1%"
        rows.append([code, title.rstrip("*"), value, "" if bare else "50%"])
    draft = Draft().line("Tillingham Borough Council")
    return draft.line("Performance indicators Quarter 4 2019/20", bold=True).table(*rows).read()


def named(paper: Paper) -> list[Name]:
    return [(row.code, row.title) for row in paper.indicators]


def test_parts_counted_in_the_column_of_codes_have_the_code_and_the_name_of_the_whole() -> None:
    paper = read(
        ("BV109", "Applications determined in time*"),
        ("(a)", "Major"),
        ("(b)", "Minor"),
        ("BV8", "Invoices paid in time"),
    )
    assert named(paper) == [
        ("BV109", "Applications determined in time"),
        ("BV109a", "Applications determined in time: Major"),
        ("BV109b", "Applications determined in time: Minor"),
        ("BV8", "Invoices paid in time"),
    ]
    assert [row.code_as_printed for row in paper.indicators] == ["BV109", "(a)", "(b)", "BV8"]
    assert {row.code for row in paper.figures if row.as_printed == "21%"} == {"BV109a"}


@pytest.mark.parametrize("parts", [("- major", "- minor"), ("(i) major", "(ii) minor")])
def test_parts_set_off_in_the_column_of_names_have_the_name_of_the_whole(
    parts: tuple[str, str],
) -> None:
    paper = read(
        ("PL1", "Applications in time"),
        ("", parts[0]),
        ("", parts[1]),
        ("PL2", "Appeals won"),
        ("", parts[0]),
    )
    assert [title for _, title in named(paper)] == [
        "Applications in time",
        "Applications in time: major",
        "Applications in time: minor",
        "Appeals won",
        "Appeals won: major",
    ]
    assert len({row.series_id for row in paper.indicators}) == 5


def test_of_which_is_of_the_row_above() -> None:
    paper = read(("C1", "Complaints received"), ("", "of which upheld"), ("", "Of which late"))
    assert [title for _, title in named(paper)][1:] == [
        "Complaints received: of which upheld",
        "Complaints received: Of which late",
    ]


def test_a_part_with_a_code_of_its_own_goes_by_its_own_name() -> None:
    paper = read(("BV109", "Applications*"), ("BV109a", "- Major"), ("BV109b", "- Minor"))
    assert named(paper)[1:] == [("BV109a", "Major"), ("BV109b", "Minor")]


def test_marks_that_do_not_count_from_the_first_are_no_parts() -> None:
    paper = read(("PL1", "Applications in time"), ("(c)", "Homes let"), ("(e)", "Bins missed"))
    assert named(paper)[1:] == [(None, "Homes let"), (None, "Bins missed")]


def test_lines_that_all_begin_alike_are_parts_of_nothing() -> None:
    paper = read(("", "- Homes let"), ("", "- Bins missed"), ("", "- Rents collected"))
    assert [title for _, title in named(paper)] == ["Homes let", "Bins missed", "Rents collected"]


def test_rows_below_a_section_are_no_parts_of_it() -> None:
    rows: list[list[C | str]] = [["Ref", "Indicator", "Actual 2019/20", "Target 2019/20"]]
    rows += [[C("Homes", span=4)], ["", "- Homes let", "51%", "50%"], ["", "- Voids", "4", "5"]]
    draft = Draft().line("Tillingham Borough Council")
    paper = draft.line("Indicators Quarter 4 2019/20", bold=True).table(*rows).read()
    assert [(row.section, row.title) for row in paper.indicators] == [
        ("Homes", "Homes let"),
        ("Homes", "Voids"),
    ]
