"""Rows titled by what their figures are, below the name of their indicator or beside it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from crossfoot.schema.paper import Known, Paper
from tests.normalise.paper_builder import C, Draft

HEAD: list[C | str] = ["Indicator", "2005/06", "2006/07"]
NAME: list[C | str] = ["BV8 Invoices paid on time", "", ""]


def read(*rows: list[C | str], head: list[C | str] = HEAD) -> Paper:
    return Draft().line("Performance indicators 2006/07", bold=True).table(head, *rows).read()


def label(name: str, tens: int) -> list[C | str]:
    return [name, f"{tens}1%", f"{tens}2%"]


def figures(paper: Paper) -> list[tuple[str | None, str | None, str, str | None, str | None]]:
    names = {row.indicator_id: row.code or row.title for row in paper.indicators}
    return [
        (names[f.indicator_id], f.period, f.measure, f.as_printed, f.footnote)
        for f in paper.figures
        if f.value is not None
    ]


def told(paper: Paper) -> list[tuple[str, str | None]]:
    return [(f.rule_id, f.printed) for f in paper.findings if f.rule_id.startswith("row.")]


def test_rows_below_a_name_are_its_targets_and_results() -> None:
    second: list[C | str] = ["BV9 Council Tax collected", "", ""]
    paper = read(
        NAME,
        label("Target", 9),
        label("Actual", 8),
        second,
        label("Outturn", 7),
        label("Target", 6),
    )
    assert figures(paper) == [
        ("BV8", "2005/06", "target", "91%", None),
        ("BV8", "2006/07", "target", "92%", None),
        ("BV8", "2005/06", "outturn", "81%", None),
        ("BV8", "2006/07", "outturn", "82%", None),
        ("BV9", "2005/06", "outturn", "71%", None),
        ("BV9", "2006/07", "outturn", "72%", None),
        ("BV9", "2005/06", "target", "61%", None),
        ("BV9", "2006/07", "target", "62%", None),
    ]
    assert not told(paper)


def test_a_provisional_row_keeps_its_word() -> None:
    paper = read(NAME, label("Actual", 9), label("Provisional outturn", 8))
    assert [(value, word) for *_, value, word in figures(paper)] == [
        ("91%", None),
        ("92%", None),
        ("81%", "provisional"),
        ("82%", "provisional"),
    ]


def test_of_a_target_and_a_revised_one_neither_is_taken() -> None:
    paper = read(NAME, label("Target", 9), label("Revised target", 8), label("Actual", 7))
    assert {measure for _, _, measure, _, _ in figures(paper)} == {"outturn"}
    assert told(paper) == [
        ("row.target_unclear", "Target"),
        ("row.target_unclear", "Revised target"),
    ]


def test_two_rows_of_one_label_are_not_taken() -> None:
    paper = read(NAME, label("Actual", 9), label("Actual", 8), label("Target", 7))
    assert {measure for _, _, measure, _, _ in figures(paper)} == {"target"}
    assert told(paper) == [("row.no_identity", "Actual")] * 2


@pytest.mark.parametrize(
    "name",
    [
        *("Target", "Revised target", "New target", "Original target", "Stretch target"),
        *("Actual", "Provisional outturn", "Estimated outturn", "Forecast", "Variance"),
        *("National average", "Top quartile", "Restated", "2006/07 Target", "Indicative outturn"),
    ],
)
def test_a_label_names_no_indicator(name: str) -> None:
    paper = read(["BV8 Invoices paid on time", "97%", "98%"], label(name, 9))
    assert [row[0] for row in figures(paper)] == ["BV8", "BV8"]
    assert told(paper) == [("row.no_identity", name)]


@pytest.mark.parametrize(
    "name",
    [
        "Invoices paid - Target",
        "Invoices paid (target)",
        "Invoices paid: Target",
        "Invoices paid – revised target",
        "Invoices paid - forecast outturn",
        "Invoices paid (national average)",
    ],
)
def test_a_name_that_ends_in_a_label_prints_no_results(name: str) -> None:
    paper = read([f"BV8 {name}", "97%", "98%"], ["BV9 Council Tax collected", "96%", "95%"])
    assert {row[0] for row in figures(paper)} == {"BV9"}
    assert ("row.no_identity", name) in told(paper)


@pytest.mark.parametrize(
    "name",
    ["Invoices paid - actual", "Homes let (target group)", "Working days lost - all staff",
     "Calls answered (within target)", "Tenants satisfied - Overall"],
)  # fmt: skip
def test_other_endings_belong_to_the_name(name: str) -> None:
    paper = read([f"BV8 {name}", "97%", "98%"], ["BV9 Council Tax collected", "96%", "95%"])
    assert [row[0] for row in figures(paper)] == ["BV8", "BV8", "BV9", "BV9"]


def test_a_code_before_a_label_makes_no_result_of_a_target() -> None:
    head: list[C | str] = ["Ref", "Indicator", "2005/06", "2006/07"]
    paper = read(["BV8", "Invoices paid", "97%", "98%"], ["BV8", *label("Target", 9)], head=head)
    assert [f.value for f in paper.figures] == [Decimal(97), Decimal(98)]
    assert told(paper) == [("row.no_identity", "Target")]


def test_a_title_like_a_label_is_an_indicator_where_the_columns_say_what_they_hold() -> None:
    head: list[C | str] = ["Ref", "Indicator", "Target 2006/07", "Outturn 2006/07"]
    paper = read(["BV8", "Invoices paid (target)", "97%", "98%"], head=head)
    assert [measure for _, _, measure, _, _ in figures(paper)] == ["target", "outturn"]


def test_a_row_of_figures_above_takes_no_labels() -> None:
    paper = read(["BV8 Invoices paid on time", "97%", "98%"], label("Target", 9))
    assert [measure for _, _, measure, _, _ in figures(paper)] == ["outturn", "outturn"]


def test_rows_below_a_section_have_no_name() -> None:
    paper = read([C("Housing", span=3)], label("Target", 9), label("Actual", 8))
    assert not figures(paper)


@pytest.mark.parametrize("beside", [False, True])
def test_years_to_come_hold_targets_and_no_results(beside: bool) -> None:
    head: list[C | str] = ["Indicator", "2005/06", "2006/07", "2007/08"]
    values: list[list[str]] = [["Target", "91%", "92%", "93%"], ["Actual", "81%", "82%", "83%"]]
    rows: list[list[C | str]] = [["BV8 Invoices paid on time", "", "", ""], *map(list, values)]
    if beside:
        head.insert(1, "Type")
        rows = [[C("BV8 Invoices paid on time", down=2), *values[0]], [*values[1]]]
    draft = Draft().line("Best Value Performance Plan", bold=True).line("June 2006")
    paper = draft.table(head, *rows).read(Known(published_on=date(2006, 6, 30)))
    assert {(measure, period) for _, period, measure, _, _ in figures(paper)} == {
        *(("target", period) for period in ("2005/06", "2006/07", "2007/08")),
        ("outturn", "2005/06"),
    }


def test_in_a_column_of_labels_a_revised_target_leaves_none_in_doubt() -> None:
    table: list[list[C | str]] = [
        ["Indicator", "Measure type", "2005/06", "2006/07"],
        [C("Invoices paid", down=3), "Actual", "91%", "92%"],
        ["Target", "90%", "89%"],
        ["Revised target", "95%", "96%"],
        [C("Tax collected", down=2), "Actual", "71%", "72%"],
        ["Revised target", "75%", "76%"],
    ]
    paper = Draft().line("Performance indicators", bold=True).table(*table).read()
    found = [(name, measure, word) for name, _, measure, _, word in figures(paper)]
    assert found == [
        *[("Invoices paid", "outturn", None)] * 2,
        *[("Tax collected", "outturn", None)] * 2,
        *[("Tax collected", "target", "revised")] * 2,
    ]
    assert [rule for rule, _ in told(paper)] == ["row.target_unclear"] * 2


FAMILY: list[list[C | str]] = [
    [C("EN1", down=3), C("Days lost", down=3), "Broxtowe Borough Council", "8.5", "8.8"],
    ["Ashfield", "9.5", "9.8"],
    ["Family group average", "9.1", "9.3"],
    [C("EN2", down=3), C("Calls answered", down=3), "Broxtowe Borough Council", "85%", "88%"],
    ["Ashfield", "95%", "98%"],
    ["Family group average", "91%", "93%"],
]


def family(council: str | None) -> Paper:
    draft = Draft().line("Benchmarking with our family group 2018/19", bold=True)
    table = draft.table(["Ref", "Indicator", "", "2017/18", "2018/19"], *FAMILY)
    return table.read(Known(council=council, council_source="argument" if council else None))


@pytest.mark.parametrize("council", ["Broxtowe", "Broxtowe Borough Council"])
def test_the_papers_own_council_names_its_results_and_no_other_does(council: str) -> None:
    found = [each for each in figures(family(council)) if each[2] == "outturn"]
    assert found == [
        ("EN1", "2017/18", "outturn", "8.5", None),
        ("EN1", "2018/19", "outturn", "8.8", None),
        ("EN2", "2017/18", "outturn", "85%", None),
        ("EN2", "2018/19", "outturn", "88%", None),
    ]
    assert told(family(council)) == [("row.label_unknown", "Ashfield")] * 2


def test_a_council_that_is_not_known_to_be_the_papers_own_has_no_results() -> None:
    paper = family("Ashfield")
    assert {each[3] for each in figures(paper) if each[2] == "outturn"} == {
        "9.5",
        "9.8",
        "95%",
        "98%",
    }
    assert ("row.label_unknown", "Broxtowe Borough Council") in told(paper)


def test_a_name_whose_lines_stand_beside_others_averages_is_cut() -> None:
    """No rule says that ``a council home`` goes on with the name above it: none is taken."""
    paper = read(
        ["EN1", "Days taken to relet", "Our performance", "8.5", "8.8"],
        ["", "a council home", "Family group average", "9.5", "9.8"],
        ["", "", "Family group best", "6.5", "6.8"],
        ["EN2", "Calls answered", "Our performance", "85%", "88%"],
        ["", "", "Family group average", "95%", "98%"],
        ["", "", "Family group best", "99%", "99%"],
        head=["Ref", "Indicator", "", "2005/06", "2006/07"],
    )
    assert {row[0] for row in figures(paper)} <= {"EN2"}
    assert ("row.no_identity", "Our performance") in told(paper)
