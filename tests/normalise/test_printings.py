"""Tables with several printings of a figure, with estimates, and with revised targets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft


def read(headings: list[str], *rows: list[str], title: str = "Performance indicators") -> Paper:
    lead: list[C | str] = ["Ref", "Indicator", *headings]
    lines: list[list[C | str]] = [["BV8", "Invoices paid on time", *row] for row in rows]
    return Draft().line(title, bold=True).table(lead, *lines).read()


def figures(paper: Paper) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(f.measure, f.period, f.as_printed, f.footnote) for f in paper.figures]


def rules(paper: Paper) -> list[str]:
    told = [f.rule_id for f in paper.findings if f.rule_id.startswith(("column", "heading"))]
    return [rule for rule in told if rule != "column.left_out"]


def test_an_outturn_and_the_same_restated_both_come_out_told_apart() -> None:
    paper = read(["2018/19 Outturn", "2018/19 Outturn (restated)"], ["97.1%", "96.4%"])
    assert figures(paper) == [
        ("outturn", "2018/19", "97.1%", None),
        ("outturn", "2018/19", "96.4%", "restated"),
    ]
    assert len({figure.figure_id for figure in paper.figures}) == 2
    assert not rules(paper)


def test_two_columns_that_are_restated_alike_are_both_unclear() -> None:
    paper = read(
        ["2018/19", "2018/19 (restated)", "Revised outturn 2018/19"], ["97%", "96%", "95%"]
    )
    assert figures(paper) == [("outturn", "2018/19", "97%", None)]
    assert rules(paper) == ["column.unclear", "column.unclear"]


def test_a_provisional_outturn_beside_the_audited_one() -> None:
    paper = read(["2017/18 Unaudited", "2017/18 Audited", "Target 2018/19"], ["97%", "96%", "98%"])
    assert figures(paper) == [
        ("outturn", "2017/18", "97%", "unaudited"),
        ("outturn", "2017/18", "96%", None),
        ("target", "2018/19", "98%", None),
    ]


def test_a_year_audited_or_not_heads_no_figures() -> None:
    paper = read(["2017/18", "2017/18 Audited"], ["97%", "Yes"], ["96%", "No"])
    assert figures(paper) == [("outturn", "2017/18", each, None) for each in ("97%", "96%")]
    assert rules(paper) == ["heading.unknown"]


@pytest.mark.parametrize("heading", ["Q1 (provisional)", "Provisional\nQ1", "Q1 2019/20 - draft"])
def test_a_quarter_may_be_provisional(heading: str) -> None:
    paper = read(["Q4 2018/19", heading], ["97%", "96%"], title="Performance Q1 2019/20")
    word = "draft" if "draft" in heading else "provisional"
    assert figures(paper)[1] == ("actual", "2019/20 Q1", "96%", word)


def test_a_word_on_a_level_of_its_own_speaks_of_the_column() -> None:
    paper = (
        Draft()
        .line("Performance indicators", bold=True)
        .table(
            [C("Ref", down=2), C("Indicator", down=2), C("2018/19 Outturn", span=2)],
            ["As published", "Restated"],
            ["BV8", "Invoices paid on time", "97.1%", "96.4%"],
        )
        .read()
    )
    assert ("outturn", "2018/19", "97.1%", None) not in figures(paper)  # of unknown words
    paper = (
        Draft()
        .line("Performance indicators", bold=True)
        .table(
            [C("Ref", down=2), C("Indicator", down=2), "2017/18", "2018/19"],
            ["Audited", "Unaudited"],
            ["BV8", "Invoices paid on time", "97.1%", "96.4%"],
        )
        .read()
    )
    assert ("outturn", "2018/19", "96.4%", "unaudited") in figures(paper)


def test_a_mark_of_the_cell_stands_before_that_of_its_heading() -> None:
    paper = read(["2018/19 Outturn (restated)", "Target 2018/19"], ["97.1%*", "98%"])
    assert figures(paper)[0] == ("outturn", "2018/19", "97.1%*", "* restated")


@pytest.mark.parametrize("heading", ["2018/19 Actual (est)", "Forecast outturn 2018/19"])
def test_an_estimate_is_kept_as_cells_and_told(heading: str) -> None:
    paper = read(["2017/18 Actual", heading], ["97%", "96%"])
    assert figures(paper) == [("outturn", "2017/18", "97%", None)]
    assert rules(paper) == ["column.estimated"]
    assert "96%" in {cell.text for cell in paper.cells}


@pytest.mark.parametrize(
    ("headings", "taken"),
    [
        (["2017/18 Revised", "2018/19", "Target 2018/19"], "revised"),
        (["2017/18", "2017/18 (revised)", "Target 2018/19"], "revised"),
        (["2017/18 Target", "2017/18 (revised)", "2018/19"], None),
        (["2017/18 Original", "2017/18 Revised", "2018/19"], None),
        (["2016/17", "Target 2017/18", "2018/19 Revised"], None),
        (["2017/18", "2018/19 Draft", "Target 2018/19"], "draft"),
        (["Target 2017/18", "2018/19 Provisional", "2019/20 Provisional"], None),
        (["2016/17 Outturn", "Target 2017/18", "2018/19 Provisional"], None),
        (["Actual 2017/18", "2018/19 Revised", "Actual 2018/19"], None),
        (["2018/19 Plan", "2018/19", "2018/19 Revised"], None),
        (["2018/19 Set", "2018/19 Revised", "2019/20"], None),
    ],
)
def test_a_year_revised_is_a_result_only_where_the_columns_beside_leave_no_doubt(
    headings: list[str], taken: str | None
) -> None:
    paper = read(headings, ["91%", "92%", "93%"])
    marks = {figure.footnote for figure in paper.figures} - {None}
    assert marks == ({taken} if taken else set())
    assert ("column.unclear" in rules(paper)) is (taken is None)


@pytest.mark.parametrize(
    ("headings", "left", "doubted"),
    [
        (["2016/17", "Target 2017/18", "2017/18 revised"], ["91%"], ["92%", "93%"]),
        (["Target 2017/18", "2017/18 revised", "2017/18 Actual"], ["93%"], ["91%", "92%"]),
        (["2017/18 revised", "Target 2017/18", "2016/17"], ["93%"], ["91%", "92%"]),
        (["Target 2017/18", "Actual 2017/18", "2017/18 revised"], ["91%", "92%", "93%"], []),
        (["2017/18", "2017/18 revised", "Target 2017/18"], ["91%", "92%", "93%"], []),
        (["2016/17", "2017/18 revised", "2018/19"], ["91%"], ["92%", "93%"]),
        (["2016/17 Actual", "2017/18 amended", "2018/19"], ["91%"], ["92%", "93%"]),
        (["2017/18", "2017/18 revised", "2018/19"], [], ["91%", "92%", "93%"]),
        (["2018/19", "2017/18 revised", "2016/17"], ["93%"], ["91%", "92%"]),
        (["2016/17", "2017/18 revised", "2018/19 Actual"], ["91%", "92%", "93%"], []),
        (["2016/17", "2017/18 revised", "Q1 2018/19"], ["91%", "92%", "93%"], []),
        (["2017/18 revised", "2018/19", "Target 2019/20"], ["91%", "92%", "93%"], []),
        (["2016/17", "2017/18 restated", "2018/19"], ["91%", "92%", "93%"], []),
    ],
)
def test_what_a_revised_year_may_stand_for_is_not_taken_either(
    headings: list[str], left: list[str], doubted: list[str]
) -> None:
    paper = read(headings, ["91%", "92%", "93%"])
    assert sorted(f.as_printed or "" for f in paper.figures) == left
    told = {f.printed for f in paper.findings if f.rule_id == "column.unclear"}
    assert told == {headings[int(value[1]) - 1] for value in doubted}


def test_dates_under_a_revised_year_are_revised_dates() -> None:
    table: list[list[C | str]] = [
        ["Action", "Original date", "Revised 2019/20", "Status"],
        ["Adopt the plan", "31/03/2019", "30/06/2019", "Amber"],
        ["Close the depot", "31/03/2019", "30/09/2019", "Amber"],
    ]
    paper = Draft().line("Action plan", bold=True).table(*table).read()
    assert [str(row.revised_due) for row in paper.actions] == ["2019-06-30", "2019-09-30"]


@pytest.mark.parametrize("heading", ["Revised Target", "Revised Target 2019/20"])
def test_dates_under_a_revised_target_are_revised_dates(heading: str) -> None:
    table: list[list[C | str]] = [
        ["Action", "Original date", heading, "Status"],
        ["Adopt the plan", "31/03/2019", "30/06/2019", "Amber"],
        ["Close the depot", "31/03/2019", "30/09/2019", "Amber"],
    ]
    paper = Draft().line("Action plan", bold=True).table(*table).read()
    assert [str(row.revised_due) for row in paper.actions] == ["2019-06-30", "2019-09-30"]


@pytest.mark.parametrize(
    ("headings", "target", "told"),
    [
        (["Target 2018/19", "Revised Target 2018/19"], ("92%", "revised"), ["column.superseded"]),
        (["Target 2018/19", "Target 2018/19 (amended)"], ("92%", "amended"), ["column.superseded"]),
        (["Target 2018/19", "Revised Target"], ("92%", "revised"), ["column.superseded"]),
        (["Target", "Revised Target"], ("92%", "revised"), ["column.superseded"]),
        (["Annual Target", "Revised Target"], ("92%", "revised"), ["column.superseded"]),
        (["Original Target 2018/19", "Revised Target 2018/19"], ("92%", "revised"), []),
        (["Target 2018/19 (provisional)", "Target 2018/19"], ("92%", None), ["column.superseded"]),
        (["Stretch Target 2018/19", "Target 2018/19"], ("92%", None), []),
        (["Target 2018/19", "Rev. target 2018/19"], ("92%", "rev"), ["column.superseded"]),
        (["2018/19 Target", "2018/19 Target (revised)"], ("92%", "revised"), ["column.superseded"]),
        (["Revised target 2018/19", "Amended target 2018/19"], None, ["column.unclear"] * 2),
    ],
)
def test_of_two_targets_the_later_one_is_the_target(
    headings: list[str], target: tuple[str, str | None] | None, told: list[str]
) -> None:
    paper = read(["2018/19 Outturn", *headings], ["90%", "91%", "92%"])
    found = [(f.as_printed, f.footnote) for f in paper.figures if f.measure == "target"]
    assert found == ([target] if target else [])
    assert rules(paper) == told
    assert {"91%", "92%"} <= {cell.text for cell in paper.cells}
    periods = {f.period for f in paper.figures}
    assert periods == {"2018/19"}


def test_a_revised_target_beside_several_is_unclear() -> None:
    paper = read(["2018/19 Outturn", "Annual Target", "Profiled Target", "Revised Target"],
                 ["90%", "91%", "92%", "93%"])  # fmt: skip
    assert "93%" not in {f.as_printed for f in paper.figures}
    assert "column.unclear" in rules(paper)


@pytest.mark.parametrize("word", ["Reset", "Re-set", "Amended", "Revised"])
def test_a_target_set_anew_counts(word: str) -> None:
    paper = read(["2018/19 Outturn", "Target 2018/19", f"{word} target"], ["90%", "91%", "92%"])
    found = [(f.as_printed, f.footnote) for f in paper.figures if f.measure == "target"]
    assert found == [("92%", word.lower())]


@pytest.mark.parametrize(
    ("headings", "target", "told"),
    [
        (["Target 2018/19", "New target 2018/19"], ("92%", "2018/19"), "column.superseded"),
        (["Target 2018/19", "New target"], None, "column.unclear"),
        (["Target", "New target"], None, "column.unclear"),
        (["Target 2017/18", "2017/18", "New target"], ("91%", "2017/18"), "column.unclear"),
    ],
)
def test_a_new_target_may_be_the_next_years(
    headings: list[str], target: tuple[str, str] | None, told: str
) -> None:
    paper = read(headings, ["91%", "92%", "93%"][: len(headings)], title="Performance 2018/19")
    found = [(f.as_printed, f.period) for f in paper.figures if f.measure == "target"]
    assert found == ([target] if target else [])
    assert told in rules(paper)


@pytest.mark.parametrize(
    ("headings", "taken"),
    [
        (["Outturn 2018/19", "Target", "Year End Target"], {"93%": "annual"}),
        (["Outturn 2018/19", "Annual Target 2018/19", "Target 2018/19"], {"92%": "annual"}),
        (["Apr 2018", "Target 2018/19", "Annual Target"], {"93%": "annual"}),
        (["Outturn 2018/19", "Target 2018/19", "Profiled Target"],
         {"92%": "annual", "93%": "to_date"}),
        (["Q1 2018/19", "Target", "Annual Target"], {"92%": "unknown", "93%": "annual"}),
        (["Q1 2018/19", "Target", "Quarterly Target"], {"93%": "in_period"}),
        (["Q1 2018/19", "Profiled Target", "Target"], {"92%": "to_date"}),
        (["Q1 2018/19", "Target 2018/19", "Profiled Target"],
         {"92%": "unknown", "93%": "to_date"}),
    ],
)  # fmt: skip
def test_beside_a_target_that_says_its_kind_a_plain_one_of_the_period_is_not_taken(
    headings: list[str], taken: dict[str, str]
) -> None:
    paper = read(headings, ["91%", "92%", "93%"])
    found = {f.as_printed: f.basis for f in paper.figures if f.measure == "target"}
    assert found == taken
    assert ("column.unclear" in rules(paper)) is (len(taken) == 1)


@pytest.mark.parametrize(
    ("plain", "revised", "target"),
    [
        ("91%", "", ("91%", "value", None)),
        ("91%", "-", ("91%", "value", None)),
        ("91%", "N/A", ("91%", "value", None)),
        ("91%", "92%", ("92%", "value", "revised")),
        ("", "92%", ("92%", "value", "revised")),
    ],
)
def test_where_a_row_revises_no_target_its_target_stands(
    plain: str, revised: str, target: tuple[str, str, str | None]
) -> None:
    paper = read(["2018/19 Outturn", "Target 2018/19", "Revised Target"], ["90%", plain, revised])
    found = [f for f in paper.figures if f.measure == "target"]
    assert [(f.as_printed, f.value_state, f.footnote, f.period) for f in found] == [
        (*target, "2018/19")
    ]


@pytest.mark.parametrize(
    ("headings", "target"),
    [
        (["Target 2017/18", "Actual 2017/18", "Revised target", "Q1 2018/19"], ("91%", "2017/18")),
        (["Outturn 2016/17", "Revised target", "Outturn 2017/18", "Target 2018/19"],
         ("94%", "2018/19")),
        (["Target 2017/18", "Outturn 2017/18", "Draft target", "Outturn 2018/19"],
         ("91%", "2017/18")),
    ],
)  # fmt: skip
def test_a_target_revised_behind_another_years_result_replaces_none(
    headings: list[str], target: tuple[str, str]
) -> None:
    paper = read(headings, ["91%", "92%", "93%", "94%"])
    assert [(f.as_printed, f.period) for f in paper.figures if f.measure == "target"] == [target]
    assert rules(paper) == ["column.unclear"]


def test_rows_named_by_their_printing_are_told_apart() -> None:
    table: list[list[C | str]] = [
        ["Indicator", "Measure type", "2017/18", "2018/19"],
        [C("Invoices paid", down=3), "Actual", "91%", "92%"],
        ["Actual (restated)", "90%", "89%"],
        ["Estimated outturn", "95%", "96%"],
    ]
    paper = Draft().line("Performance indicators", bold=True).table(*table).read()
    printed = {figure.as_printed: figure.footnote for figure in paper.figures}
    assert "95%" not in printed
    assert printed in ({}, {"91%": None, "92%": None, "90%": "restated", "89%": "restated"})


_COLUMNS = (
    *("2018/19", "2018/19 Outturn", "2018/19 Outturn (restated)", "Revised outturn 2018/19"),
    *("2018/19 Revised", "2018/19 (provisional)", "Unaudited 2018/19", "2018/19 Draft"),
    *("2018/19 Actual (est)", "Forecast 2018/19", "2018/19 Audited", "2017/18", "2019/20"),
    *("Target", "Target 2018/19", "Revised Target", "Revised Target 2018/19"),
    *("Original Target 2018/19", "Target 2018/19 (provisional)", "2018/19 Original"),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_COLUMNS), min_size=1, max_size=6, unique=True))
def test_whatever_stands_side_by_side_no_two_figures_are_mixed_up(headings: list[str]) -> None:
    values = [f"{90 + place}%" for place in range(len(headings))]
    paper = read(headings, values)
    by_value = {figure.as_printed: figure for figure in paper.figures}
    said = [(f.measure, f.period, f.basis, standing_of(f.footnote)) for f in paper.figures]
    assert len(said) == len(set(said))
    assert len([f for f in paper.figures if f.measure == "target"]) == len(
        {f.period for f in paper.figures if f.measure == "target"}
    )
    for heading, value in zip(headings, values, strict=True):
        figure = by_value.get(value)
        if any(word in heading for word in ("(est)", "Forecast", "Original")):
            assert figure is None
        elif figure is not None:
            assert (figure.measure == "target") is ("Target" in heading)
            plain = not any(
                word in heading.lower()
                for word in ("restated", "revised", "provisional", "unaudited", "draft")
            )
            assert (figure.footnote is None) is plain
    if paper.cells:
        assert set(values) <= {cell.text for cell in paper.cells}


def standing_of(footnote: str | None) -> str | None:
    if footnote is None:
        return None
    return "restated" if footnote in {"restated", "revised"} else "provisional"


def test_figures_under_revised_and_no_more_are_kept_as_cells_and_told() -> None:
    paper = read(["Actual", "Revised"], ["91.3", "92.0"], title="Performance report Q2 2009/10")
    assert figures(paper) == [("actual", "2009/10 Q2", "91.3", None)]
    assert [f.printed for f in paper.findings if f.rule_id == "column.unclear"] == ["Revised"]


def test_dates_under_revised_are_no_figures() -> None:
    draft = Draft().line("Service plan actions", bold=True)
    head: list[C | str] = ["Ref", "Action", "Due date", "Revised", "Status"]
    paper = draft.table(head, ["A1", "Adopt it", "31/03/2010", "30/06/2010", "Completed"]).read()
    assert [str(each.revised_due) for each in paper.actions] == ["2010-06-30"]
    assert "column.unclear" not in [each.rule_id for each in paper.findings]
