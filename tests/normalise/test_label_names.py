"""Rows that a column calls ``Target``, ``Actual`` and ``Last year``: what is whose."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.labelled_rows import RULINGS, figures, read_table

WIDTHS = (45, 215, 110, 55, 55, 55)
NAMES = (("1.1", "Early retirements"), ("1.2", "Sickness absence"), ("2.1", "Homes let in time"))
MEASURES = {
    "Target": "target",
    "Profile": "target",
    "Actual": "actual",
    "Result": "actual",
    "Outturn": "actual",
    "Last year": "previous",
    "Previous year": "previous",
    "Last Year's Outturn": "previous",
}
ORDERS = (
    ("Target", "Actual", "Last year"),
    ("Actual", "Last year", "Target"),
    ("Previous year", "Result", "Target"),
    ("Profile", "Outturn", "Last Year's Outturn"),
    ("Target", "Actual"),
)


def drawn(labels: tuple[str, ...], at: int = 0, head: str = "") -> list[list[str]]:
    """A table with the names in the row *at* of each indicator's."""
    rows = [["Code", "Indicator", head, "Apr", "May", "Jun"]]
    for one, (code, title) in enumerate(NAMES, 1):
        for row, label in enumerate(labels):
            values = [f"{one}{row}.{month}%" for month in range(3)]
            named = [code, title] if row == at else ["", ""]
            rows.append([*named, label, *values])
    return rows


def spans(size: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [
        ((column, 1 + size * one), (column, size * (one + 1)))
        for one in range(len(NAMES))
        for column in (0, 1)
    ]


def expected(labels: tuple[str, ...]) -> list[tuple[str | None, str, str | None, str | None]]:
    months = ("2018-04", "2018-05", "2018-06")
    return [
        (
            title,
            MEASURES[label],
            None if MEASURES[label] == "previous" else month,
            f"{one}{row}.{at}%",
        )
        for one, (_, title) in enumerate(NAMES, 1)
        for row, label in enumerate(labels)
        for at, month in enumerate(months)
    ]


def told(paper: Paper) -> set[str]:
    return {each.rule_id for each in paper.findings if each.severity == "warning"}


@pytest.mark.parametrize("ruling", RULINGS)
@pytest.mark.parametrize("labels", ORDERS)
def test_each_row_is_of_the_measure_that_its_label_says(
    labels: tuple[str, ...], ruling: str
) -> None:
    assert figures(read_table(drawn(labels), WIDTHS, ruling)) == expected(labels)


@pytest.mark.parametrize("head", ["Type", "Measure", "Detail", "Data", "Comments"])
def test_labels_are_labels_under_any_heading(head: str) -> None:
    assert figures(read_table(drawn(ORDERS[0], head=head), WIDTHS, "rows")) == expected(ORDERS[0])


@pytest.mark.parametrize("ruling", RULINGS)
def test_a_heading_may_stand_over_names_and_labels(ruling: str) -> None:
    rows = drawn(ORDERS[0])
    rows[0][1:3] = ["Indicator", ""]
    assert figures(read_table(rows, WIDTHS, ruling, [((1, 0), (2, 0))])) == expected(ORDERS[0])


@pytest.mark.parametrize("ruling", RULINGS)
@pytest.mark.parametrize("codes", [False, True])
def test_a_label_behind_the_name_in_its_cell_is_told_and_not_taken(
    codes: bool, ruling: str
) -> None:
    """``Homes let Target`` above rows titled ``Actual`` is no indicator with results."""
    rows = [
        [code, f"{title} {label}".strip(), *rest] for code, title, label, *rest in drawn(ORDERS[0])
    ]
    widths = (45, 300, 55, 55, 55)
    paper = read_table([row[not codes :] for row in rows], widths[not codes :], ruling)
    assert not figures(paper) and told(paper) == {"row.no_identity"}


def test_remarks_below_each_other_are_no_labels() -> None:
    rows = [["Indicator", "Q1", "Q2", "Comments"]]
    rows += [["Homes let", "1%", "2%", "On target"], ["Rents owed", "3%", "4%", "Improving"]]
    assert len(figures(read_table(rows, (150, 60, 60, 150), "grid"))) == 4


@pytest.mark.parametrize("labels", ORDERS)
def test_names_that_span_the_rows_of_their_figures(labels: tuple[str, ...]) -> None:
    paper = read_table(drawn(labels), WIDTHS, "grid", spans(len(labels)))
    assert figures(paper) == expected(labels)


@pytest.mark.parametrize("ruling", RULINGS)
@pytest.mark.parametrize("at", [1, 2])
def test_names_below_the_first_of_their_rows_are_told_and_not_taken(at: int, ruling: str) -> None:
    paper = read_table(drawn(ORDERS[0], at), WIDTHS, ruling)
    assert not figures(paper) and "row.no_identity" in told(paper)


@pytest.mark.parametrize("ruling", ["grid", "none"])
def test_a_label_that_says_nothing_known_has_no_figures(ruling: str) -> None:
    labels = ("Target", "Wards", "Depots")
    read = figures(read_table(drawn(labels), WIDTHS, ruling))
    assert {measure for _, measure, _, _ in read} == {"target"}
    assert [row for row in expected(("Target", "Actual", "Actual")) if row[1] == "target"] == read


def test_a_label_that_comes_twice_below_one_name_is_another_s() -> None:
    rows = drawn(ORDERS[4])
    rows[3][:2] = ["", ""]
    paper = read_table(rows, WIDTHS, "grid")
    assert {title for title, *_ in figures(paper)} == {NAMES[2][1]}
    assert told(paper) == {"row.no_identity"}


def test_rows_below_a_section_are_not_of_the_indicator_above_it() -> None:
    rows = drawn(ORDERS[4])
    rows[3:3] = [["Housing services", "", "", "", "", ""]]
    rows[4][:2] = ["", ""]
    paper = read_table(rows, WIDTHS, "grid", [((0, 3), (5, 3))])
    assert {title for title, *_ in figures(paper)} == {NAMES[0][1]}
    assert told(paper) == {"row.no_identity"}


def two_lines(first: str, rest: str, *, codes: bool = False) -> list[list[str]]:
    head = ["Code", "Indicator", "", "Q1", "Q2"] if codes else ["Indicator", "", "Q1", "Q2"]
    rows = [head]
    for one, (before, after) in enumerate(
        (
            (first, rest),
            ("Rent owed by former", "tenants"),
            ("Invoices paid within", "thirty days"),
        ),
        1,
    ):
        coded = [[f"1.{one}"], [""]] if codes else [[], []]
        rows.append([*coded[0], before, "Target", f"{one}0.1%", f"{one}0.2%"])
        rows.append([*coded[1], after, "Actual", f"{one}1.1%", f"{one}1.2%"])
    return rows


@pytest.mark.parametrize("ruling", ["grid", "rows"])
@pytest.mark.parametrize("codes", [False, True])
def test_lines_of_a_title_beside_the_labels_of_one_indicator_are_one_title(
    ruling: str, codes: bool
) -> None:
    rows = two_lines("Current share of debt", "outstanding", codes=codes)
    paper = read_table(rows, [45, 200, 90, 60, 60] if codes else [200, 90, 60, 60], ruling)
    assert [row.title for row in paper.indicators] == [
        "Current share of debt outstanding",
        "Rent owed by former tenants",
        "Invoices paid within thirty days",
    ]
    assert figures(paper)[:4] == [
        ("Current share of debt outstanding", "target", "2018/19 Q1", "10.1%"),
        ("Current share of debt outstanding", "target", "2018/19 Q2", "10.2%"),
        ("Current share of debt outstanding", "actual", "2018/19 Q1", "11.1%"),
        ("Current share of debt outstanding", "actual", "2018/19 Q2", "11.2%"),
    ]


def test_lines_that_may_be_names_of_their_own_are_told_and_not_taken() -> None:
    rows = two_lines("Share of Council", "Tax owed")
    paper = read_table(rows, [200, 90, 60, 60], "grid")
    assert not figures(paper) and "row.no_identity" in told(paper)


def test_names_printed_in_each_of_their_rows_stay_what_they_are() -> None:
    rows = drawn(ORDERS[0])
    for at in range(1, len(rows)):
        rows[at][:2] = list(NAMES[(at - 1) // 3])
    assert figures(read_table(rows, WIDTHS, "grid")) == expected(ORDERS[0])


def test_rows_that_each_have_a_code_are_indicators_of_their_own() -> None:
    rows = two_lines("Current share of debt", "Rents", codes=True)
    for at in range(1, len(rows)):
        rows[at][0] = f"2.{at}"
    paper = read_table(rows, [45, 200, 90, 60, 60], "grid")
    assert [row.code for row in paper.indicators] == [f"2.{at}" for at in range(1, 7)]
