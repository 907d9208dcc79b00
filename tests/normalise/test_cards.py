"""Indicators printed as cards: one row each, every figure tied to its own cell, or refused."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

UP = "shape:arrow-up:#000000:0"


def paper_of(*rows: list[C | str], title: str = "Performance report Quarter 3 2024/25") -> Paper:
    return Draft().line("Tillingham Borough Council").line(title, bold=True).table(*rows).read()


def figures(paper: Paper) -> dict[str | None, list[tuple[str, str | None, str]]]:
    titles = {row.indicator_id: row.title for row in paper.indicators}
    found: dict[str | None, list[tuple[str, str | None, str]]] = {}
    for row in paper.figures:
        if row.value is not None:
            said = row.measure, row.period, str(row.value)
            found.setdefault(titles[row.indicator_id], []).append(said)
    return found


def rules(paper: Paper) -> set[str]:
    return {finding.rule_id for finding in paper.findings}


def assert_tied(paper: Paper) -> None:
    """Every figure points at the printed cell that holds its text, and says where it stands."""
    cells = {cell.cell_id: cell for cell in paper.cells}
    for row in [*paper.figures, *paper.statuses]:
        cell = cells[row.cell_id]
        printed = getattr(row, "as_printed", None) or getattr(row, "status_as_printed", None)
        assert printed is None or printed in (cell.text or "")
        assert (cell.table_no, cell.row_no) == (row.table_no, row.row_no)
        assert (cell.x0, cell.y0, cell.x1, cell.y1) == (row.x0, row.y0, row.x1, row.y1)
    assert len({row.indicator_id for row in paper.indicators}) == len(paper.indicators)
    assert len({row.figure_id for row in paper.figures}) == len(paper.figures)


BOX: list[list[C | str]] = [
    [C("Bins emptied on the day", span=2), C("GREEN", fill="#00ff00", symbols=(UP,))],
    [C("", span=3)],
    ["Actual: 97%", "Target: 96%, Floor: 90%", "Previous: 95% (Amber)"],
]


def test_a_box_with_labels_in_its_cells_is_one_indicator() -> None:
    paper = paper_of(*BOX)
    assert figures(paper) == {
        "Bins emptied on the day": [
            ("actual", "2024/25 Q3", "97"),
            ("target", "2024/25 Q3", "96"),
            ("previous", None, "95"),
        ]
    }
    assert [(row.status, row.trend_as_printed) for row in paper.indicators] == [("green", "↑")]
    assert [(row.status, row.period, row.is_previous) for row in paper.statuses] == [
        ("green", "2024/25 Q3", False),
        ("amber", None, True),
    ]
    assert_tied(paper)


def test_a_card_says_that_no_bound_was_measured_for_it() -> None:
    paper = paper_of(*BOX)
    assert all("label on a card" in (row.evidence or "") for row in paper.figures)
    assert {row.confidence for row in [*paper.figures, *paper.indicators]} == {None}


def test_the_cells_of_a_card_have_the_roles_of_what_they_hold() -> None:
    roles = {cell.text: cell.role for cell in paper_of(*BOX).cells if cell.text}
    assert roles == {
        "Bins emptied on the day": "title",
        "GREEN": "status",
        "Actual: 97%": "actual 2024/25 Q3",
        "Target: 96%, Floor: 90%": "target 2024/25 Q3",
        "Previous: 95% (Amber)": "previous",
    }


def test_a_cell_of_two_figures_has_the_role_of_the_first_that_is_published() -> None:
    paper = paper_of(
        [C("Bins emptied on the day", span=2), "Green"], ["Actual: 97%", "Floor: 90%, Target: 96%"]
    )
    roles = {cell.text: cell.role for cell in paper.cells}
    assert roles["Floor: 90%, Target: 96%"] == "target 2024/25 Q3"


def test_the_latest_of_a_card_is_of_no_period_nor_is_its_target() -> None:
    paper = paper_of(
        [C("Bins emptied on the day", span=2), "GREEN"],
        ["Latest: 97%", "Target: 96%", "Previous: 95%"],
    )
    assert figures(paper) == {
        "Bins emptied on the day": [
            ("actual", None, "97"),
            ("target", None, "96"),
            ("previous", None, "95"),
        ]
    }
    assert "card.undated" in rules(paper)


@pytest.mark.parametrize(
    "cells",
    [
        ["Latest (Dec-24): 97%", "Target: 96%", "RAG: Green"],
        ["Dec-24: 97%", "Target: 96%", "RAG: Green"],
        ["Latest: 97% (Dec-24)", "Target: 96%", "RAG: Green"],
    ],
)
def test_a_period_on_the_card_goes_before_the_papers(cells: list[C | str]) -> None:
    paper = paper_of([C("Bins emptied on the day", span=3)], cells)
    assert figures(paper) == {
        "Bins emptied on the day": [("actual", "2024-12", "97"), ("target", "2024-12", "96")]
    }
    assert "card.undated" not in rules(paper)


def test_a_period_beside_the_name_is_that_of_all_figures() -> None:
    paper = paper_of(
        ["Bins emptied on the day", "Q2 2024/25", "Green"], ["Latest: 97%", "Target: 96%", ""]
    )
    assert figures(paper) == {
        "Bins emptied on the day": [("actual", "2024/25 Q2", "97"), ("target", "2024/25 Q2", "96")]
    }


def test_without_a_period_of_the_paper_a_bare_actual_is_no_figure() -> None:
    paper = paper_of(*BOX, title="Performance report")
    assert figures(paper) == {"Bins emptied on the day": [("previous", None, "95")]}
    assert "column.unclear" in rules(paper)


@pytest.mark.parametrize(
    "rows",
    [
        [["Actual", "Target", "Status"], ["97%", "96%", "Green"]],
        [["Actual\n97%", "Target\n96%", "Status\nGreen"]],
        [["97%\nActual", "96%\nTarget", "Green"]],
        [["Actual: 97%\nTarget: 96%\nStatus: Green", C("", span=2)]],
        [["Actual", "97%", ""], ["Target", "96%", ""], ["Status", "Green", ""]],
    ],
    ids=["below", "under", "over", "one cell", "beside"],
)
def test_a_label_may_stand_over_under_or_beside_its_value(rows: list[list[C | str]]) -> None:
    paper = paper_of([C("Bins emptied on the day", span=3)], *rows)
    assert figures(paper) == {
        "Bins emptied on the day": [("actual", "2024/25 Q3", "97"), ("target", "2024/25 Q3", "96")]
    }
    assert_tied(paper)


def test_a_small_table_with_its_labels_in_the_first_column() -> None:
    paper = paper_of(
        [C("PI code", span=2), C("BV12", span=4)],
        [C("Description", span=2), C("Days lost to sickness", span=4)],
        ["Q1", "Q2", "Q3", "Q4", "Target", "Status"],
        ["2.1", "2.4", "2.2", "", "9.0", "Amber"],
        [C("Comment", span=2), C("Long sickness in two teams.", span=4)],
    )
    assert [(row.code, row.title, row.status, row.note) for row in paper.indicators] == [
        ("BV12", "Days lost to sickness", "amber", "Long sickness in two teams.")
    ]
    assert figures(paper) == {
        "Days lost to sickness": [
            ("actual", "2024/25 Q1", "2.1"),
            ("actual", "2024/25 Q2", "2.4"),
            ("actual", "2024/25 Q3", "2.2"),
            ("target", "2024/25", "9.0"),
        ]
    }
    assert_tied(paper)


def test_cards_side_by_side_in_one_table_are_one_row_each() -> None:
    paper = paper_of(
        ["Bins emptied on the day", "Green", "Calls answered in time", "Red"],
        ["Actual: 97%", "Target: 96%", "Actual: 71%", "Target: 85%"],
    )
    assert figures(paper) == {
        "Bins emptied on the day": [("actual", "2024/25 Q3", "97"), ("target", "2024/25 Q3", "96")],
        "Calls answered in time": [("actual", "2024/25 Q3", "71"), ("target", "2024/25 Q3", "85")],
    }
    assert [row.status for row in paper.indicators] == ["green", "red"]
    assert_tied(paper)


def test_cards_side_by_side_with_other_labels_are_refused() -> None:
    paper = paper_of(
        ["Bins emptied on the day", "Green", "Calls answered in time", "Red"],
        ["Actual: 97%", "Target: 96%", "Actual: 71%", "Previous: 85%"],
    )
    assert figures(paper) == {}
    assert "card.unclear" in rules(paper)


def test_a_value_under_two_names_is_refused() -> None:
    paper = paper_of(
        [C("Bins emptied on the day", span=3), C("Calls answered in time", span=3)],
        [C("Actual: 97%", span=2), C("Target: 96%", span=2), C("Target: 85%", span=2)],
    )
    assert figures(paper) == {}
    assert "card.unclear" in rules(paper)


def test_cards_one_below_the_other_stand_in_the_section_above_them() -> None:
    paper = paper_of(
        [C("Waste and recycling", span=3)],
        [C("Bins emptied on the day", span=2), "Green"],
        ["Actual: 97%", "Target: 96%", ""],
        [C("Calls answered in time", span=2), "Red"],
        ["Actual: 71%", "Target: 85%", ""],
    )
    assert [(row.title, row.section, row.status) for row in paper.indicators] == [
        ("Bins emptied on the day", "Waste and recycling", "green"),
        ("Calls answered in time", "Waste and recycling", "red"),
    ]
    assert [row.row_no for row in paper.indicators] == [2, 4]
    assert [cell.role for cell in paper.cells][:2] == ["section", "title"]
    assert len(figures(paper)) == 2


def test_a_whole_card_in_one_cell() -> None:
    paper = paper_of(
        [
            "Bins emptied on\nthe day\nActual: 97%\nTarget: 96%\nRAG: Green",
            "Calls answered\nin time\nActual: 71%\nTarget: 85%\nRAG: Red",
        ]
    )
    assert figures(paper) == {
        "Bins emptied on the day": [("actual", "2024/25 Q3", "97"), ("target", "2024/25 Q3", "96")],
        "Calls answered in time": [("actual", "2024/25 Q3", "71"), ("target", "2024/25 Q3", "85")],
    }
    assert [row.status for row in paper.indicators] == ["green", "red"]


def test_a_heading_right_above_the_box_is_its_name() -> None:
    draft = Draft().line("Performance report Quarter 3 2024/25", bold=True, size=15.0)
    draft.line("Bins emptied on the day", bold=True, gap=4.0)
    draft.table(["Actual: 97%", "Target: 96%", "Status: Green"])
    draft.line("No data for December were available.", size=8.0, gap=4.0)
    draft.table(["Actual: 71%", "Target: 85%", "Status: Red"])
    paper = draft.read()
    assert list(figures(paper)) == ["Bins emptied on the day"]
    assert [cell.role for cell in paper.cells][:3] == [
        "actual 2024/25 Q3",
        "target 2024/25 Q3",
        "status",
    ]
    assert [row.message for row in paper.findings if row.rule_id == "card.unclear"] == [
        "a card without a name was kept as cells: no name stands at its figures"
    ]
    assert_tied(paper)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (["Actual: 97%", "Target: 96%", "Target: 95%"], "more than one value stands at 'Target'"),
        (["Actual: 97% 95%", "Target: 96%", ""], "have not one value each"),
        (["Actual: 97%", "Target: 96%", "95%"], "'95%' stands at no label"),
        (["Actual: 97%", "Target: 96%", "Previous"], "no value stands at the label 'Previous'"),
    ],
)
def test_a_card_is_refused_by_name_where_its_labels_have_not_one_value(
    cells: list[C | str], why: str
) -> None:
    paper = paper_of([C("Bins emptied on the day", span=2), "Green"], cells)
    assert figures(paper) == {}
    found = [row for row in paper.findings if row.rule_id == "card.unclear"]
    assert [row.printed for row in found] == ["Bins emptied on the day"]
    assert why in found[0].message


@pytest.mark.parametrize(
    "rows",
    [
        [[C("Payment to Brown and Sons", span=2)], ["Latest: £1,200", "Previous: £800"]],
        [[C("Payments made", span=2)], ["Latest: £1,200", "Due date: 5 May 2024"]],
        [[C("Leisure centre roof", span=3)], ["Budget: £5,000", "Actual: £4,000", "Target: £1"]],
        [[C("Flooding", span=3)], ["Likelihood: 3", "Target: 2", "Actual: 4"]],
        [[C("Build the depot", span=3)], ["Target: 95", "Due date: 5 May 2024", "Actual: 3"]],
    ],
    ids=["payments", "dated", "budget", "risk", "task"],
)
def test_labels_of_payments_risks_and_tasks_make_no_indicator(rows: list[list[C | str]]) -> None:
    paper = paper_of(*rows)
    assert not paper.figures
    assert not paper.indicators


def test_the_numbers_along_a_chart_are_nobodys_figures() -> None:
    paper = paper_of(
        [C("Bins emptied on the day", span=2), "Green"],
        [C("100\n98\n96\nSep-23 Dec-23 Mar-24 Jun-24\nActual Target", span=3)],
        ["Actual: 97%", "Target: 96%", ""],
    )
    assert figures(paper) == {
        "Bins emptied on the day": [("actual", "2024/25 Q3", "97"), ("target", "2024/25 Q3", "96")]
    }


def test_a_label_without_a_value_is_a_blank() -> None:
    paper = paper_of(
        [C("Bins emptied on the day", span=2), "Green"], ["Actual: 97%", "Target:", "Previous: n/a"]
    )
    states = {row.measure: row.value_state for row in paper.figures}
    assert states == {"actual": "value", "target": "blank", "previous": "not_available"}


def test_a_code_beside_the_name_is_the_indicators() -> None:
    paper = paper_of(
        ["LI 12", "Bins emptied on the day", "LI 14", "Calls answered in time"],
        [C("Actual: 97%, Target: 96%", span=2), C("Actual: 71%, Target: 85%", span=2)],
    )
    assert [(row.code, row.title) for row in paper.indicators] == [
        ("LI 12", "Bins emptied on the day"),
        ("LI 14", "Calls answered in time"),
    ]
    assert len(figures(paper)) == 2


def test_a_banner_that_names_a_kind_is_no_section() -> None:
    paper = paper_of([C("Key Performance Indicators", span=3)], *BOX)
    assert [row.section for row in paper.indicators] == [None]


def test_a_letter_in_brackets_behind_a_figure_may_be_a_note_and_is_no_status() -> None:
    paper = paper_of(
        [C("Bins emptied on the day", span=2), "Green"],
        ["Actual: 97%", "Target: 96%", "Previous: 95% (R)"],
    )
    assert [row.status for row in paper.statuses] == ["green"]
    assert [row.footnote for row in paper.figures] == [None, None, "(R)"]


def test_headings_of_years_over_figures_keep_their_own_years() -> None:
    paper = paper_of(
        [C("Bins emptied on the day", span=3)],
        ["2022/23", "2023/24", "Target"],
        ["94%", "96%", "95%"],
        title="Performance report 2023/24",
    )
    assert [(m, p, v) for rows in figures(paper).values() for m, p, v in rows] == [
        ("outturn", "2022/23", "94"),
        ("outturn", "2023/24", "96"),
        ("target", "2023/24", "95"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Actual", "Target", "Status"], ["97%", "96%", "Green"], ["95%", "96%", "Red"]],
        [["Actual", "Target", "Actual"], ["97%", "96%", "95%"]],
    ],
    ids=["two rows", "twice"],
)
def test_a_table_below_a_name_is_no_card(rows: list[list[C | str]]) -> None:
    assert figures(paper_of([C("Bins emptied on the day", span=3)], *rows)) == {}


@pytest.mark.parametrize("word", ["Improved", "Improving"])
def test_a_word_that_heads_columns_elsewhere_is_the_answer_at_a_label_of_its_kind(
    word: str,
) -> None:
    paper = paper_of(
        [C("Bins emptied on the day", span=3)],
        ["Q3 2024/25", "2024/25 Target", "Long trend"],
        ["97%", "96%", word],
    )
    assert figures(paper) == {
        "Bins emptied on the day": [("actual", "2024/25 Q3", "97"), ("target", "2024/25", "96")]
    }
    assert [row.trend_as_printed for row in paper.indicators] == [word]


def test_the_same_word_twice_is_a_label_and_its_heading() -> None:
    paper = paper_of(
        [C("Bins emptied on the day", span=3)],
        ["Q3 2024/25", "2024/25 Target", "Improved"],
        ["97%", "96%", "Improved"],
    )
    assert figures(paper) == {}


def test_a_word_beside_the_label_of_its_kind_is_the_answer() -> None:
    paper = paper_of(
        ["Indicator", "Bins emptied on the day", "Direction of travel", "Improving"],
        ["Actual", "97%", "Target", "96%"],
    )
    assert [row.trend_as_printed for row in paper.indicators] == ["Improving"]
    assert len(figures(paper)["Bins emptied on the day"]) == 2


def test_what_a_sheet_is_headed_with_is_no_label_of_its_forms() -> None:
    form: list[list[C | str]] = [
        [C("Description"), C("Bins emptied on the day", span=3)],
        ["Reference", "LPI 8", "RAG", "Amber"],
        ["Actual Q3 2024/25", "97%", "Target Q3 2024/25", "96%"],
    ]
    other: list[list[C | str]] = [
        [C("Description"), C("Homes let", span=3)],
        ["Reference", "LPI 9", "RAG", "Green"],
        ["Actual Q3 2024/25", "91%", "Target Q3 2024/25", "95%"],
    ]
    paper = paper_of(
        ["Tillingham Borough Council", "", "", ""],
        ["This appendix should be read with the covering report of the Chief Executive.", "", ""],
        *form,
        *other,
    )
    assert {row.code: row.title for row in paper.indicators} == {
        "LPI 8": "Bins emptied on the day",
        "LPI 9": "Homes let",
    }
    assert {len(said) for said in figures(paper).values()} == {2}


QUARTERS = ["", "Q1 2024/25", "Q2 2024/25", "Q3 2024/25"]


def test_labels_beside_and_periods_above_tell_each_value_of_one_name() -> None:
    paper = paper_of(
        [C("Bins emptied on the day", span=4)],
        QUARTERS,
        ["Target", "96%", "96%", "97%"],
        ["Actual", "94%", "95.5%", ""],
        ["Cases", "812", "790", "801"],
        ["Status", "Amber", "Green", ""],
    )
    assert figures(paper) == {
        "Bins emptied on the day": [
            ("target", "2024/25 Q1", "96"),
            ("target", "2024/25 Q2", "96"),
            ("target", "2024/25 Q3", "97"),
            ("actual", "2024/25 Q1", "94"),
            ("actual", "2024/25 Q2", "95.5"),
        ]
    }
    assert_tied(paper)


def test_the_name_of_such_a_block_may_stand_above_it() -> None:
    draft = Draft().line("Tillingham Borough Council").line("Report", bold=True, size=16)
    draft = draft.line("LPI 8 - Bins emptied on the day", bold=True)
    paper = draft.table(QUARTERS, ["Target", "96%", "96%", "97%"], ["Actual", "94%", "95%", ""])
    assert [(row.code, row.title) for row in paper.read().indicators] == [
        ("LPI 8", "Bins emptied on the day")
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Target 2023/24", "96%", "96%", "97%"], ["Actual", "94%", "95%", ""]],
        [["Target", "96%", "96%", "97%"], ["Actual", "94%", "95%", ""]] * 2,
        [["Target", "96%", "96%", "97%"], ["Actual", "94%", C("95%", span=2)]],
    ],
)
def test_a_block_whose_labels_or_periods_are_not_one_each_has_no_figures(
    rows: list[list[C | str]],
) -> None:
    paper = paper_of([C("Bins emptied on the day", span=4)], QUARTERS, *rows)
    assert figures(paper) == {}
