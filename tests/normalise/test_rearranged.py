"""Tables printed in another order than row by row: every figure is tied to its printed cell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

SIDE_BY_SIDE: list[list[C | str]] = [
    ["Indicator", "Actual", "Target", "", "Indicator", "Actual", "Target"],
    [C("Housing", span=7)],
    ["Rent collected", "98%", "97%", "", "Repairs on time", "91%", "95%"],
    ["Voids let in days", "21", "20", "", "", "", ""],
]


def read(*rows: list[C | str], title: str = "Performance indicators Quarter 2 2018/19") -> Paper:
    return Draft().line("Tillingham Borough Council").line(title, bold=True).table(*rows).read()


def figures(paper: Paper) -> dict[str | None, list[tuple[str, str | None, str]]]:
    titles = {row.indicator_id: row.title for row in paper.indicators}
    found: dict[str | None, list[tuple[str, str | None, str]]] = {}
    for f in paper.figures:
        if f.value is not None:
            found.setdefault(titles[f.indicator_id], []).append((f.measure, f.period, str(f.value)))
    return found


def assert_tied(paper: Paper) -> None:
    """Every figure points at the printed cell that holds its text, and says where it stands."""
    cells = {cell.cell_id: cell for cell in paper.cells}
    for figure in paper.figures:
        cell = cells[figure.cell_id]
        assert cell.text == figure.as_printed
        assert (cell.table_no, cell.row_no) == (figure.table_no, figure.row_no)
        assert (cell.x0, cell.y0, cell.x1, cell.y1) == (
            figure.x0,
            figure.y0,
            figure.x1,
            figure.y1,
        )
    assert len({row.indicator_id for row in paper.indicators}) == len(paper.indicators)
    assert {row.table_no for row in paper.indicators} <= {cell.table_no for cell in paper.cells}


def test_two_indicators_side_by_side_are_two_rows() -> None:
    paper = read(*SIDE_BY_SIDE)
    assert figures(paper) == {
        "Rent collected": [("actual", "2018/19 Q2", "98"), ("target", "2018/19 Q2", "97")],
        "Voids let in days": [("actual", "2018/19 Q2", "21"), ("target", "2018/19 Q2", "20")],
        "Repairs on time": [("actual", "2018/19 Q2", "91"), ("target", "2018/19 Q2", "95")],
    }
    assert {row.section for row in paper.indicators} == {"Housing"}
    assert_tied(paper)


def test_headings_that_do_not_repeat_in_full_stay_unclear() -> None:
    paper = read(
        ["Indicator", "Actual", "Target", "Indicator", "Target", "Actual"],
        ["Rent collected", "98%", "97%", "Repairs on time", "91%", "95%"],
    )
    assert figures(paper) == {}
    assert "table.not_understood" in {finding.rule_id for finding in paper.findings}


def test_periods_down_the_side_under_indicators() -> None:
    paper = read(
        ["Year", "BV9 Council tax collected", "LI 12 Missed bins"],
        ["2016/17", "98%", "12"],
        ["2017/18", "97%", "14"],
        title="Performance over two years",
    )
    assert figures(paper) == {
        "Council tax collected": [("outturn", "2016/17", "98"), ("outturn", "2017/18", "97")],
        "Missed bins": [("outturn", "2016/17", "12"), ("outturn", "2017/18", "14")],
    }
    assert [row.code for row in paper.indicators] == ["BV9", "LI 12"]
    assert_tied(paper)


@pytest.mark.parametrize(
    "names",
    [
        ("Green", "Amber", "Red"),
        ("Tillingham", "Ashby", "Dunmow"),
        ("East Ward", "West Ward", "North Ward"),
        ("Housing Services", "Planning Services", "Leisure Services"),
        ("Actual", "Target", "Variance"),
        ("Total", "On target", "Below target"),
        ("2016", "2017", "2018"),
    ],
)
def test_counts_places_and_measures_over_periods_are_no_indicators(names: tuple[str, ...]) -> None:
    paper = read(
        ["Quarter", *names], ["Q1 2018/19", "12", "4", "1"], ["Q2 2018/19", "10", "5", "2"]
    )
    assert not paper.indicators
    assert not paper.figures


def test_a_card_is_one_indicator() -> None:
    paper = read(
        ["PI Code", "LI 12", "Status", "Green"],
        ["Title", C("Missed bins", span=3)],
        ["Q2 2018/19", "12", "Target", "15"],
        ["2017/18", "14", "Owner", "Head of Waste"],
    )
    assert figures(paper) == {
        "Missed bins": [
            ("actual", "2018/19 Q2", "12"),
            ("target", "2018/19 Q2", "15"),
            ("outturn", "2017/18", "14"),
        ]
    }
    assert [(row.code, row.status) for row in paper.indicators] == [("LI 12", "green")]
    assert_tied(paper)


def test_cards_one_below_the_other_in_one_table() -> None:
    paper = read(
        ["Indicator", "Missed bins"],
        ["Actual", "12"],
        ["Target", "15"],
        ["Indicator", "Calls answered"],
        ["Actual", "90%"],
        ["Target", "85%"],
    )
    assert figures(paper) == {
        "Missed bins": [("actual", "2018/19 Q2", "12"), ("target", "2018/19 Q2", "15")],
        "Calls answered": [("actual", "2018/19 Q2", "90"), ("target", "2018/19 Q2", "85")],
    }
    assert_tied(paper)


@pytest.mark.parametrize(
    "rows",
    [
        [["Name", "Leisure centre"], ["Owner", "Head of Leisure"], ["Status", "Open"]],
        [["Contact", "12"], ["Telephone", "01234 567890"], ["Page", "3"]],
        [["Indicator", "Rent"], ["Actual", "see text"], ["Target", "to be set"]],
    ],
)
def test_pairs_that_hold_no_figure_of_an_indicator_are_no_card(rows: list[list[C | str]]) -> None:
    paper = read(*rows)
    assert not paper.indicators


@settings(deadline=None, max_examples=50)
@given(
    st.lists(
        st.tuples(st.integers(0, 999), st.integers(0, 999)), min_size=2, max_size=6, unique=True
    ),
    st.integers(2, 4),
)
def test_side_by_side_reads_as_the_same_rows_one_below_the_other(
    values: list[tuple[int, int]], parts: int
) -> None:
    rows = [[f"Measure of row {n}", f"{a}", f"{b}"] for n, (a, b) in enumerate(values)]
    while len(rows) % parts:
        rows.append(["", "", ""])
    heading = ["Indicator", "Actual", "Target"]
    wide = [
        [text for row in rows[at : at + parts] for text in row] for at in range(0, len(rows), parts)
    ]
    below = read([*heading], *(list(row) for row in rows))
    beside = read(heading * parts, *(list(row) for row in wide))
    assert figures(beside) == figures(below)
    assert_tied(beside)
