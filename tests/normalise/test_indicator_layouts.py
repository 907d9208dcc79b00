"""More layouts of indicator tables: statuses, sections, what is left as cells."""

from __future__ import annotations

from crossfoot.schema.paper import Paper
from tests.normalise.indicator_tables import HEADINGS, figures, rules, table
from tests.normalise.paper_builder import C, Draft


def test_one_cell_over_two_figure_columns_belongs_to_neither() -> None:
    paper = table(["Green", "BV8 Invoices", C("Annual indicator", span=2), "1", ""])
    assert [f.measure for f in paper.figures] == ["target"]
    assert rules(paper) == ["cell.spans_columns"]


def test_two_printed_cells_under_one_figure_heading_give_no_figure() -> None:
    draft = Draft().line("Indicators", bold=True)
    draft.table(
        ["Ref", "Indicator", C("Q1 2019/20", span=2), "Status"],
        ["BV8", "Invoices", "97%", "98%", "Green"],
    )
    paper = draft.read()
    assert paper.figures == []
    assert rules(paper) == ["cell.two_values"]


def test_a_budget_is_kept_as_cells() -> None:
    draft = Draft().line("Revenue monitoring 2015/16", bold=True)
    draft.table(
        ["Service", "Original Budget", "Actual", "Variance", "Comments"],
        ["Housing", "100", "95", "-5", "under"],
    )
    paper = draft.read()
    assert (paper.indicators, paper.figures) == ([], [])
    assert [(f.rule_id, f.severity) for f in paper.findings] == [("table.not_understood", "note")]


def test_a_near_heading_is_taken_and_told() -> None:
    draft = Draft().table(
        ["PI Ref", "Indicator", "Cuurent Value", "Target 2019/20", "Q1 2019/20"],
        ["BV8", "Invoices", "1", "2", "3"],
    )
    near = [f for f in draft.read().findings if f.rule_id == "heading.near"]
    assert [(f.printed, f.expected) for f in near] == [("Cuurent Value", "current value")]


def test_a_unit_and_a_polarity_column_reach_the_series() -> None:
    draft = Draft().line("Indicators", bold=True)
    draft.table(
        ["Ref", "Indicator", "Unit", "Good performance is", "Q1 2019/20"],
        ["LPI 12", "Missed bins", "Number", "Low", "12"],
    )
    (series,) = draft.read().series
    assert (series.unit, series.polarity) == ("Number", "lower")


def test_value_target_and_status_under_each_quarter() -> None:
    draft = Draft().line("Corporate Scorecard", bold=True, size=15)
    draft.table(
        [
            C("PI Code", down=2),
            C("Short Name", down=2),
            C("Q1 2019/20", span=3),
            C("Q2 2019/20", span=3),
            "2019/20",
        ],
        ["Value", "Target", "Status", "Value", "Target", "Status", "Annual Target"],
        ["HS01", "Voids", "21", "22", "Green", "25", "22", "Red", "23"],
    )
    paper = draft.read()
    assert [(m, b, p, v) for _, m, b, p, v in figures(paper)] == [
        ("actual", "in_period", "2019/20 Q1", "21"),
        ("target", "unknown", "2019/20 Q1", "22"),
        ("actual", "in_period", "2019/20 Q2", "25"),
        ("target", "unknown", "2019/20 Q2", "22"),
        ("target", "annual", "2019/20", "23"),
    ]
    assert [(s.period, s.status) for s in paper.statuses] == [
        ("2019/20 Q1", "green"),
        ("2019/20 Q2", "red"),
    ]
    assert paper.indicators[0].status == "red"


def _ruled_in_three(*lower: str) -> Paper:
    draft = Draft().line("Performance report Quarter 1 2018/19", bold=True)
    draft.table(
        [C("Indicator", down=3), C("2018/19", span=2), C("RAG", down=3)],
        [C(lower[0], span=2)],
        list(lower[1:]),
        ["Rent collected in year", "96%", "97%", "Green"],
        ["Repairs done on time", "95%", "91%", "Red"],
    )
    return draft.read()


def test_one_quarter_alone_under_its_year_is_a_heading_beside_that_of_the_names() -> None:
    paper = _ruled_in_three("Q1", "Target", "Actual")
    assert [(row.title, row.status) for row in paper.indicators] == [
        ("Rent collected in year", "green"),
        ("Repairs done on time", "red"),
    ]
    assert [(f.measure, f.period, str(f.value)) for f in paper.figures] == [
        ("target", "2018/19 Q1", "96"),
        ("actual", "2018/19 Q1", "97"),
        ("target", "2018/19 Q1", "95"),
        ("actual", "2018/19 Q1", "91"),
    ]


def test_a_quarter_of_another_year_under_a_year_gives_no_figures() -> None:
    assert _ruled_in_three("Q1 2017/18", "Target", "Actual").figures == ()


def test_a_part_of_a_year_takes_the_year_of_the_same_part_beside_it() -> None:
    draft = Draft().line("Best Value Performance Indicators", bold=True, size=15)
    draft.table(
        ["BVPI", "Description", "Qtr 1 2007/08 Actual", "Qtr 1 Target", "Q1 RAG", "Q2 RAG"],
        ["BV109a", "Major applications", "65%", "60%", "Green", "Amber"],
    )
    paper = draft.read()
    assert [p for _, _, _, p, _ in figures(paper)] == ["2007/08 Q1", "2007/08 Q1"]
    assert [(s.period, s.status) for s in paper.statuses] == [
        ("2007/08 Q1", "green"),
        ("2007/08 Q2", "amber"),
    ]


def test_codes_under_a_blank_heading_are_codes_and_it_is_told() -> None:
    draft = Draft().line("National Indicators", bold=True)
    draft.table(
        ["", "Indicator", "2007/08", "2008/09", "2008/09"],
        ["", "", "Outturn", "Outturn", "Target"],
        ["NI 192", "Recycled", "30%", "35%", "34%"],
    )
    paper = draft.read()
    assert [(row.code, row.title) for row in paper.indicators] == [("NI192", "Recycled")]
    assert [m for _, m, _, _, _ in figures(paper)] == ["outturn", "outturn", "target"]
    assert rules(paper) == ["column.assumed"]


def test_a_footnote_under_the_table_dates_the_figure_that_bears_its_mark() -> None:
    draft = Draft().line("Indicators 2019/20", bold=True)
    draft.table(
        HEADINGS,
        ["Red", "BV12 Days lost", "8.7", "9.3*", "7.5", ""],
        ["Red", "BV8 Invoices", "97%", "98%", "99%", ""],
    )
    paper = draft.line("* July 2019 figure").read()
    assert [str(f.as_of) for f in paper.figures if f.measure == "actual"] == ["2019-07-31", "None"]


def test_a_table_that_goes_on_without_joining_keeps_its_section() -> None:
    draft = Draft().line("Resources Key Performance Indicators 2019/20", bold=True)
    draft.table(HEADINGS, [C("Finance Services", span=6)], ["Green", "BV8 One", "1", "1", "1", ""])
    draft.new_page().table(HEADINGS, ["Green", "BV9 Two", "1", "1", "1", ""])
    draft.new_page().table(["Ref", "Indicator", "Q1 2019/20"], ["LPI1", "Another table", "1"])
    assert [row.section for row in draft.read().indicators] == [
        "Finance Services",
        "Finance Services",
        "Resources",
    ]


def test_a_table_that_goes_on_without_headings_takes_those_before_it() -> None:
    draft = Draft().line("Resources Key Performance Indicators 2019/20", bold=True)
    draft.table(HEADINGS, ["Green", "BV8 One", "1", "2", "3", ""])
    draft.new_page().table(["Green", "BV9 Two", "4", "5", "6", ""])
    paper = draft.read()
    assert [(f.code, f.measure, str(f.value)) for f in paper.figures][3:] == [
        ("BV9", "outturn", "4"),
        ("BV9", "actual", "5"),
        ("BV9", "target", "6"),
    ]


def test_twelve_months_in_a_heading_are_rolling() -> None:
    draft = Draft().line("Indicators", bold=True)
    draft.table(
        ["Ref", "Indicator", "12 months to 30 June 2019", "Status"],
        ["LPI1", "Days lost", "9.3", "Red"],
    )
    assert figures(draft.read()) == [
        ("LPI1", "actual", "rolling", "12 months to 2019-06-30", "9.3")
    ]


def test_a_column_says_how_each_indicator_is_counted() -> None:
    draft = Draft().line("Indicators", bold=True)
    draft.table(
        ["Ref", "Description", "Cum. or Snap?", "Sept 2008 Actual", "Status"],
        ["LPI1", "Visits", "C", "93", "Red"],
        ["LPI2", "Empty homes", "S", "12", "Red"],
    )
    assert [basis for _, _, basis, _, _ in figures(draft.read())] == ["to_date", "snapshot"]


def test_a_row_may_name_its_own_period() -> None:
    draft = Draft().line("Performance Indicators Quarter 2 2019/20", bold=True, size=15)
    draft.table(
        ["Ref", "Indicator", "Period", "Actual", "Target", "Status"],
        ["LPI1", "Visits", "2018/19", "93", "90", "Green"],
        ["LPI2", "Calls", "Q1", "12", "10", "Red"],
        ["LPI3", "Letters", "Quarterly", "5", "6", "Red"],
        ["LPI4", "Emails", "year 3 of 5", "5", "6", "Red"],
    )
    paper = draft.read()
    assert [(c, m, p) for c, m, _, p, _ in figures(paper)] == [
        ("LPI1", "outturn", "2018/19"),
        ("LPI1", "target", "2018/19"),
        ("LPI2", "actual", "2019/20 Q1"),
        ("LPI2", "target", "2019/20 Q1"),
        ("LPI3", "actual", "2019/20 Q2"),
        ("LPI3", "target", "2019/20 Q2"),
    ]
    assert [row.frequency for row in paper.indicators] == [None, None, "Quarterly", None]
    assert [row.period for row in paper.statuses][:2] == ["2018/19", "2019/20 Q1"]
    roles = {cell.row_no: cell.role for cell in paper.cells if cell.col_no == 4}
    assert [roles[row] for row in (2, 3, 5)] == ["outturn 2018/19", "actual 2019/20 Q1", None]
