"""A text alone in its row: a section, an indicator without figures, or not clear which."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.schema.page import Ruling
from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

HEADINGS: list[C | str] = ["Indicator", "Q1 2019/20", "Target", "Status"]
SICKNESS: list[C | str] = ["Sickness days", "4.1", "5.0", "Green"]
CALLS: list[C | str] = ["Calls answered", "88%", "90%", "Amber"]


def alone(text: str, fill: str | None = None) -> list[C | str]:
    return [C(text, fill=fill), *(C("", fill=fill) for _ in HEADINGS[1:])]


def read(
    *rows: list[C | str], headings: list[C | str] | None = None, ruling: Ruling = "ruled"
) -> Paper:
    draft = Draft().line("Performance report Q1 2019/20", bold=True)
    draft.table(headings or HEADINGS, *rows)
    draft.tables[0] = draft.tables[0]._replace(ruling=ruling)
    return draft.read()


def wide(text: str, fill: str | None = None) -> list[C | str]:
    return [C(text, span=len(HEADINGS), fill=fill)]


def sections(paper: Paper) -> list[tuple[str | None, str | None]]:
    return [(row.title, row.section) for row in paper.indicators]


def rules(paper: Paper) -> set[str]:
    return {finding.rule_id for finding in paper.findings}


def test_one_title_alone_in_a_table_without_codes_is_neither() -> None:
    paper = read(alone("Staff turnover"), SICKNESS, CALLS)
    assert sections(paper) == [("Sickness days", None), ("Calls answered", None)]
    (told,) = [f for f in paper.findings if f.rule_id == "row.unclear"]
    assert (told.severity, told.printed) == ("note", "Staff turnover")
    assert [c.role for c in paper.cells if c.text == "Staff turnover"] == [None]


def test_a_section_that_is_not_known_ends_the_one_before() -> None:
    paper = read(alone("PEOPLE AND SKILLS"), SICKNESS, alone("Staff turnover"), CALLS)
    assert sections(paper) == [("Sickness days", "PEOPLE AND SKILLS"), ("Calls answered", None)]


@pytest.mark.parametrize(
    "row", [alone("HUMAN RESOURCES"), alone("People:"), alone("People", "#d9e2f3")]
)
def test_what_is_printed_as_a_section_is_one(row: list[C | str]) -> None:
    paper = read(row, SICKNESS, CALLS)
    assert {section for _, section in sections(paper)} == {
        row[0].text if isinstance(row[0], C) else ""
    }
    assert "row.unclear" not in rules(paper)


def test_a_fill_that_rows_of_data_have_too_marks_no_section() -> None:
    filled = [[C(str(text), fill="#d9e2f3") for text in row] for row in (SICKNESS, CALLS)]
    paper = read(alone("Staff turnover", "#d9e2f3"), *(list(row) for row in filled))
    assert "row.unclear" in rules(paper)


@pytest.mark.parametrize(
    "title",
    [
        "% of staff who left",
        "Number of leavers",
        "Time taken to let an empty home",
    ],
)
def test_a_title_that_says_how_it_is_counted_is_an_indicator_without_figures(title: str) -> None:
    paper = read(alone(title), SICKNESS, CALLS)
    assert sections(paper)[0] == (title, None)
    assert len(paper.indicators) == 3


def test_several_short_titles_each_above_rows_are_sections() -> None:
    paper = read(alone("People"), SICKNESS, alone("Customers"), CALLS)
    assert sections(paper) == [("Sickness days", "People"), ("Calls answered", "Customers")]


def test_titles_alone_one_after_the_other_are_not_clear() -> None:
    paper = read(alone("Staff turnover"), alone("Agency staff"), SICKNESS, CALLS)
    assert [f.printed for f in paper.findings if f.rule_id == "row.unclear"] == [
        "Staff turnover",
        "Agency staff",
    ]


def test_a_title_alone_among_codes_is_a_section() -> None:
    paper = read(
        ["", "People", "", "", ""],
        ["LI 1", *SICKNESS],
        ["LI 2", *CALLS],
        headings=["Ref", *HEADINGS],
    )
    assert sections(paper) == [("Sickness days", "People"), ("Calls answered", "People")]


BLUE, GREEN = "#b8cce4", "#eaf1dd"
#: An indicator without figures is striped like the rows.
STRIPED: list[C | str] = [C(str(text), fill=GREEN) for text in SICKNESS]


@pytest.mark.parametrize("ruling", ["ruled", "none"])
def test_what_is_painted_as_the_wide_sections_is_a_section_however_wide(ruling: Ruling) -> None:
    rows = [wide("Finance and Revenues", BLUE), STRIPED, alone("People", BLUE), CALLS]
    paper = read(*rows, ruling=ruling)
    assert sections(paper) == [
        ("Sickness days", "Finance and Revenues"),
        ("Calls answered", "People"),
    ]


@pytest.mark.parametrize("fill", [None, GREEN])
def test_beside_painted_sections_a_row_painted_otherwise_has_no_figures(fill: str | None) -> None:
    paper = read(
        wide("Finance and Revenues", BLUE),
        STRIPED,
        alone("Staff turnover", fill),
        CALLS,
        ruling="none",
    )
    assert sections(paper)[1:] == [
        ("Staff turnover", "Finance and Revenues"),
        ("Calls answered", "Finance and Revenues"),
    ]


def test_where_rules_say_how_wide_a_section_is_a_title_in_its_column_has_no_figures() -> None:
    paper = read(wide("Finance and Revenues"), SICKNESS, alone("Staff turnover"), CALLS)
    assert [title for title, _ in sections(paper)][1] == "Staff turnover"


@pytest.mark.parametrize("ruling", ["none", "rows"])
def test_without_rules_a_section_may_be_no_wider_than_its_words(ruling: Ruling) -> None:
    rows = [wide("Finance and Revenues"), SICKNESS, alone("Staff turnover"), CALLS]
    paper = read(*rows, ruling=ruling)
    assert sections(paper) == [
        ("Sickness days", "Finance and Revenues"),
        ("Calls answered", None),
    ]
    assert [f.printed for f in paper.findings if f.rule_id == "row.unclear"] == ["Staff turnover"]


REMARKS = ("Good progress this quarter", "Tenders awaited from three contractors")


@pytest.mark.parametrize(
    ("ruling", "below"), [("ruled", wide), ("none", wide), ("none", alone), ("rows", alone)]
)
def test_texts_below_each_row_and_above_none_are_no_sections_and_no_indicators(
    ruling: Ruling, below: Callable[[str], list[C | str]]
) -> None:
    rows = [SICKNESS, below(REMARKS[0]), CALLS, below(REMARKS[1])]
    paper = read(*rows, ruling=ruling)
    assert sections(paper) == [("Sickness days", None), ("Calls answered", None)]
    told = [f for f in paper.findings if f.rule_id == "row.unclear"]
    assert [f.printed for f in told] == list(REMARKS)
    assert all("remark" in f.message for f in told)


def test_between_rules_titles_without_figures_are_indicators_beside_what_stands_below() -> None:
    rows = [SICKNESS, wide(REMARKS[0]), alone("Staff turnover"), CALLS, wide(REMARKS[1])]
    assert [title for title, _ in sections(read(*rows))] == [
        "Sickness days",
        "Staff turnover",
        "Calls answered",
    ]


def test_the_first_text_above_the_rows_shows_that_all_are_sections() -> None:
    paper = read(wide("People"), SICKNESS, wide("Customers"), CALLS, wide("Finance"))
    assert sections(paper) == [("Sickness days", "People"), ("Calls answered", "Customers")]


YELLOW, RED = "#ffff66", "#ff0000"


def lit(row: list[C | str], fill: str, *, whole: bool = False) -> list[C | str]:
    """A row whose last cell shows its status by its fill, or every cell."""
    last = len(row) - 1
    return [C(str(text), fill=fill if whole or at == last else None) for at, text in enumerate(row)]


def test_a_band_in_a_status_s_colour_over_a_section_shows_no_status() -> None:
    paper = read(alone("People", YELLOW), lit(SICKNESS, RED), alone("Access", YELLOW), CALLS)
    assert sections(paper) == [("Sickness days", "People"), ("Calls answered", "Access")]


def test_a_status_s_fill_beside_a_name_that_stands_on_none_shows_the_status() -> None:
    unreported = lit(["Staff turnover", "", "", ""], RED)
    paper = read(lit(SICKNESS, YELLOW), unreported, lit(CALLS, YELLOW))
    assert [title for title, _ in sections(paper)][1] == "Staff turnover"


def test_where_rows_are_painted_by_their_status_a_painted_row_has_one() -> None:
    unreported = lit(["Staff turnover", "", "", ""], RED, whole=True)
    paper = read(lit(SICKNESS, YELLOW, whole=True), unreported, lit(CALLS, YELLOW, whole=True))
    assert [title for title, _ in sections(paper)][1] == "Staff turnover"


def test_what_says_how_it_is_counted_is_no_section_whatever_it_is_painted() -> None:
    paper = read(SICKNESS, alone("Number of leavers", YELLOW), CALLS)
    assert [title for title, _ in sections(paper)][1] == "Number of leavers"


@pytest.mark.parametrize("ruling", ["ruled", "rows", "none"])
def test_texts_alone_that_share_the_words_before_a_colon_are_sections(ruling: Ruling) -> None:
    first = "National Outcome: We live longer and healthier lives than before"
    second = "National Outcome: Our towns are safe, strong and a good place to live"
    paper = read(wide(first), SICKNESS, alone(second), CALLS, ruling=ruling)
    assert sections(paper) == [("Sickness days", first), ("Calls answered", second)]


def test_a_colon_in_one_name_alone_makes_no_section() -> None:
    name = "Homes: repairs that were completed within the time agreed"
    paper = read(wide("Housing"), SICKNESS, alone(name), CALLS)
    assert name in {row.title for row in paper.indicators}
